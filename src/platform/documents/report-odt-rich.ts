import { escapeXml, inline, linesOf } from './odf.ts'
import type { RichPart, Run } from './rich-text.ts'

// Text with bold, italic, lists and links as OpenDocument; and the table of contents.

const broken = (text: string) => linesOf(text).map(inline).join('<text:line-break/>')

function span({ tekst, vet, cursief, link }: Run): string {
  const style = vet ? (cursief ? 'VetCursief' : 'Vet') : cursief ? 'Cursief' : undefined
  const text = style ? `<text:span text:style-name="${style}">${broken(tekst)}</text:span>` : broken(tekst)
  return link ? `<text:a xlink:type="simple" xlink:href="${escapeXml(link)}">${text}</text:a>` : text
}

const paragraph = (runs: readonly Run[]) =>
  `<text:p text:style-name="Standard">${runs.map(span).join('')}</text:p>`

export function odtPart(part: RichPart): string {
  if (part.soort === 'alinea') return paragraph(part.runs)
  const items = part.punten.map((punt) => `<text:list-item>${paragraph(punt)}</text:list-item>`)
  return `<text:list text:style-name="${part.genummerd ? 'Nummers' : 'Punten'}">${items.join('')}</text:list>`
}

const indent =
  '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.9cm" fo:text-indent="-0.5cm" fo:margin-left="0.9cm"/></style:list-level-properties>'

export const ODT_RICH_STYLES =
  '<style:style style:name="Cursief" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>' +
  '<style:style style:name="VetCursief" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>' +
  `<text:list-style style:name="Punten"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${indent}</text:list-level-style-bullet></text:list-style>` +
  `<text:list-style style:name="Nummers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${indent}</text:list-level-style-number></text:list-style>`

/** Links to the headings; whoever wants page numbers lets the word processor count them. */
export function odtContents(
  title: string,
  entries: readonly { readonly niveau: number; readonly tekst: string; readonly anker: string }[],
): string {
  const template = [1, 2, 3]
    .map(
      (level) =>
        `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="Standard"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>`,
    )
    .join('')
  const lines = entries
    .map(
      ({ niveau, tekst, anker }, i) =>
        `<text:p text:style-name="${i === entries.length - 1 ? 'Inhoudslot' : niveau === 2 ? 'Cel' : 'Inspring'}"><text:a xlink:type="simple" xlink:href="#${anker}">${broken(tekst.trim())}</text:a></text:p>`,
    )
    .join('')
  return `<text:table-of-content text:name="Inhoud" text:protected="false"><text:table-of-content-source text:outline-level="3"><text:index-title-template text:style-name="Inhoudkop">${escapeXml(title)}</text:index-title-template>${template}</text:table-of-content-source><text:index-body><text:index-title text:name="Inhoud_Head"><text:p text:style-name="Inhoudkop">${escapeXml(title)}</text:p></text:index-title>${lines}</text:index-body></text:table-of-content>`
}
