import { strToU8 } from 'fflate'
import { formatLong } from '../../shared/plain-date.ts'
import { type Letter, type LetterBlock, SLOTGROET, VOORBEELD_TEKST } from './letter-model.ts'
import { escapeXml, inline, linesOf, manifest, pack, part } from './odf.ts'

export const ODT_MIME = 'application/vnd.oasis.opendocument.text'

/**
 * The letter as OpenDocument text (ODF 1.3, the Dutch "pas toe of leg uit" standard), to write on in or to fill in: headings as
 * headings, lists as lists, language Dutch, A4.
 */
export async function letterOdt(letter: Letter): Promise<Uint8Array> {
  return pack({
    // The first entry, stored without compression (ODF 1.3 part 2 §3.3).
    mimetype: [strToU8(ODT_MIME), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest(ODT_MIME, ['content.xml', 'styles.xml', 'meta.xml'])),
    'meta.xml': strToU8(
      part(
        'document-meta',
        `<office:meta><dc:title>${escapeXml(letter.onderwerp)}</dc:title><dc:language>nl-NL</dc:language><meta:generator>Onderdak</meta:generator></office:meta>`,
      ),
    ),
    'styles.xml': strToU8(styles()),
    'content.xml': strToU8(content(letter)),
  })
}

const paragraphStyle = (name: string, display: string, paragraph: string, text: string, more = '') =>
  `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph" style:parent-style-name="Standard"${more}>` +
  `<style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`

function styles(): string {
  return part(
    'document-styles',
    '<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="nl" fo:country="NL" fo:font-family="Arial" fo:font-size="11.5pt"/></style:default-style>' +
      '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="125%" fo:orphans="2" fo:widows="2"/></style:style>' +
      paragraphStyle(
        'Afzender',
        'Afzender',
        'fo:margin-bottom="0cm"',
        'fo:font-size="14pt" fo:font-weight="bold" fo:color="#1f4e79"',
      ) +
      paragraphStyle('Regel', 'Regel', 'fo:margin-bottom="0cm"', 'fo:font-size="11.5pt"') +
      paragraphStyle(
        'Voorbeeld',
        'Voorbeeld',
        'fo:border="0.8pt solid #1f4e79" fo:padding="0.2cm"',
        'fo:font-size="10.5pt"',
      ) +
      paragraphStyle(
        'Heading_20_1',
        'Heading 1',
        'fo:margin-top="0.6cm" fo:margin-bottom="0.35cm" fo:keep-with-next="always"',
        'fo:font-size="16pt" fo:font-weight="bold" fo:color="#1f4e79"',
        ' style:default-outline-level="1"',
      ) +
      paragraphStyle(
        'Heading_20_2',
        'Heading 2',
        'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
        'fo:font-size="13pt" fo:font-weight="bold" fo:color="#1f4e79"',
        ' style:default-outline-level="2"',
      ) +
      '<style:style style:name="Vet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      listStyle('Opsomming', '<text:list-level-style-bullet text:level="1" text:bullet-char="•">', 'bullet') +
      listStyle(
        'Nummering',
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">',
        'number',
      ) +
      '</office:styles><office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" ' +
      'fo:margin-top="2.4cm" fo:margin-bottom="2.6cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout></office:automatic-styles>' +
      '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles>',
  )
}

function listStyle(name: string, level: string, kind: 'bullet' | 'number'): string {
  return (
    `<text:list-style style:name="${name}">${level}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">` +
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.9cm"/>' +
    `</style:list-level-properties></text:list-level-style-${kind}></text:list-style>`
  )
}

function content(letter: Letter): string {
  const referentie = [
    { label: 'Datum', waarde: formatLong(letter.datum) },
    ...(letter.kenmerk ? [{ label: 'Ons kenmerk', waarde: letter.kenmerk }] : []),
    ...(letter.behandeldDoor ? [{ label: 'Behandeld door', waarde: letter.behandeldDoor }] : []),
  ]
  const bijlagen = letter.bijlagen ?? []
  return part(
    'document-content',
    '<office:body><office:text>' +
      p(letter.afzender.naam, 'Afzender') +
      letter.afzender.regels.map((line) => p(line, 'Regel')).join('') +
      p('', 'Regel') +
      letter.geadresseerde.map((line) => p(line, 'Regel')).join('') +
      (letter.voorbeeld ? p(VOORBEELD_TEKST, 'Voorbeeld') : '') +
      p('', 'Regel') +
      facts(referentie) +
      heading(1, letter.onderwerp) +
      (letter.aanhef ? p(letter.aanhef) : '') +
      letter.inhoud.map(block).join('') +
      (letter.ondertekening.length > 0
        ? p(SLOTGROET) + p('') + letter.ondertekening.map((line) => p(line, 'Regel')).join('')
        : '') +
      (letter.rechtsmiddel
        ? heading(2, letter.rechtsmiddel.titel) + letter.rechtsmiddel.inhoud.map(block).join('')
        : '') +
      (bijlagen.length > 0
        ? heading(2, bijlagen.length === 1 ? 'Bijlage' : 'Bijlagen') + list(bijlagen, true)
        : '') +
      '</office:text></office:body>',
  )
}

function block(item: LetterBlock): string {
  switch (item.soort) {
    case 'kop':
      return heading(2, item.tekst)
    case 'alinea':
      return p(item.tekst)
    case 'lijst':
      return list(item.items, item.genummerd ?? false)
    case 'gegevens':
      return facts(item.rijen)
  }
}

const broken = (text: string) => linesOf(text.trim()).map(inline).join('<text:line-break/>')
const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${broken(text)}</text:p>`

function heading(level: 1 | 2, text: string): string {
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${broken(text)}</text:h>`
}

function list(items: readonly string[], numbered: boolean): string {
  const rows = items.map((item) => `<text:list-item>${p(item, 'Regel')}</text:list-item>`).join('')
  return `<text:list text:style-name="${numbered ? 'Nummering' : 'Opsomming'}">${rows}</text:list>${p('', 'Regel')}`
}

/** Label and value in one paragraph, so that they are read together. */
function facts(rows: readonly { readonly label: string; readonly waarde: string }[]): string {
  return rows
    .map(
      ({ label, waarde }) =>
        `<text:p text:style-name="Standard"><text:span text:style-name="Vet">${broken(label)}:</text:span> ${broken(waarde)}</text:p>`,
    )
    .join('')
}
