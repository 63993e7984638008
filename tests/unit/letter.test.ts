import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Letter, letter, letterHtml } from '../../src/platform/documents/letter.ts'
import { letterOdt } from '../../src/platform/documents/letter-odt.ts'
import { unfold } from '../given/pdf.ts'

const brief: Letter = {
  afzender: { naam: 'Gemeente Vlaardingen', regels: ['Postbus 1002', '3130 EB Vlaardingen'] },
  geadresseerde: ['Mevrouw S. de Vries-Çelik', 'Westhavenkade 12', '3131 AB Vlaardingen'],
  datum: '2026-11-22',
  kenmerk: 'BW-2026-00417',
  onderwerp: 'U krijgt beschermd wonen',
  aanhef: 'Geachte mevrouw De Vries-Çelik,',
  inhoud: [
    { soort: 'kop', tekst: 'Ons besluit' },
    { soort: 'alinea', tekst: 'U krijgt beschermd wonen.' },
    { soort: 'gegevens', rijen: [{ label: 'Ingangsdatum', waarde: '1 december 2026' }] },
    { soort: 'lijst', items: ['Lees deze brief.', 'Bel ons.'] },
  ],
  ondertekening: ['Namens burgemeester en wethouders', 'A. Jansen'],
  rechtsmiddel: {
    titel: 'Bent u het niet eens met dit besluit?',
    inhoud: [{ soort: 'alinea', tekst: 'Maak bezwaar binnen zes weken.' }],
  },
  bijlagen: ['Verslag van het gesprek'],
  voorbeeld: true,
}

const evil = '#panic("x") #read("/etc/passwd") *a* $x$ <script>alert(1)</script> "\\" & \u0000 `r`'

const native = letter(brief).mime === 'application/pdf'

describe.runIf(native)('brief als PDF', () => {
  it('is PDF/UA-1: gemarkeerd, Nederlands, met titel, koppen en lijsten', () => {
    const result = letter(brief)
    expect(result).toMatchObject({ mime: 'application/pdf', extension: 'pdf', redenGeenPdf: null })
    const text = unfold(result.bytes)
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/Lang\s*\(nl-NL\)/)
    expect(text).toMatch(/pdfuaid:part>1/)
    expect(text).toMatch(/<dc:title>.*U krijgt beschermd wonen/)
    for (const tag of ['/H1', '/H2', '/L', '/LI', '/LBody', '/P']) expect(text).toContain(`/S ${tag}`)
    // Structure elements carry the heading text; text in the page can be selected because fonts have a ToUnicode map.
    expect(text).toContain('Ons besluit')
    expect(text).toContain('/ToUnicode')
  })

  it('is bij dezelfde gegevens byte voor byte gelijk', () => {
    expect(Buffer.compare(letter(brief).bytes, letter(brief).bytes)).toBe(0)
  })

  it('voert opmaak en opdrachten in de tekst niet uit', () => {
    const inhoud = [
      { soort: 'alinea', tekst: evil },
      { soort: 'kop', tekst: evil },
      { soort: 'lijst', genummerd: true, items: [evil] },
      { soort: 'gegevens', rijen: [{ label: evil, waarde: evil }] },
    ] as const
    const result = letter({
      ...brief,
      onderwerp: evil,
      aanhef: evil,
      geadresseerde: [evil],
      ondertekening: [evil],
      bijlagen: [evil],
      inhoud,
    })
    expect(result.mime).toBe('application/pdf')
    expect(unfold(result.bytes)).not.toContain('root:')
  })

  it('kan een brief met alleen de verplichte delen en een brief van vele bladzijden aan', () => {
    const kaal: Letter = {
      afzender: { naam: 'X', regels: [] },
      geadresseerde: ['Y'],
      datum: '2026-01-31',
      onderwerp: 'Z',
      inhoud: [],
      ondertekening: [],
    }
    expect(letter(kaal).mime).toBe('application/pdf')
    const inhoud = Array.from(
      { length: 200 },
      (_, i) => ({ soort: 'alinea', tekst: `Alinea ${i}. `.repeat(20) }) as const,
    )
    expect(unfold(letter({ ...brief, inhoud }).bytes).match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(5)
  })

  it('wordt HTML als het lettertype een teken niet heeft, en zegt waarom', () => {
    expect(letter({ ...brief, geadresseerde: ['李'] })).toMatchObject({
      extension: 'html',
      redenGeenPdf: expect.stringContaining('lettertype'),
    })
  })
})

describe('brief als HTML', () => {
  it('komt in plaats van de PDF als het PDF-programma ontbreekt', () => {
    const result = letter(brief, () => null)
    expect(result.mime).toBe('text/html; charset=utf-8')
    expect(result.redenGeenPdf).toContain('geen PDF-programma')
    expect(new TextDecoder().decode(result.bytes)).toBe(letterHtml(brief))
  })

  it('heeft taal, titel, één hoofdkop, de voorbeeldtekst en alle delen', () => {
    const html = letterHtml(brief)
    expect(html).toContain('<html lang="nl">')
    expect(html).toContain('<title>U krijgt beschermd wonen</title>')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    for (const text of [
      '22 november 2026',
      'BW-2026-00417',
      'verzonnen gegevens',
      'Maak bezwaar',
      'Verslag',
      '<dt>Ingangsdatum</dt>',
    ]) {
      expect(html).toContain(text)
    }
  })

  it('zet elke tekst om, zodat niets in de brief als HTML werkt', () => {
    expect(
      letterHtml({ ...brief, onderwerp: evil, inhoud: [{ soort: 'alinea', tekst: evil }] }),
    ).not.toContain('<script>')
  })
})

describe('de brief als OpenDocument', () => {
  it('heeft koppen, lijsten en de taal, en begint met een onverpakt mimetype', async () => {
    const bytes = Buffer.from(await letterOdt(brief))
    expect(bytes.subarray(30, 77).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
    expect(bytes.readUInt16LE(8)).toBe(0)
    const files = unzipSync(bytes)
    const content = strFromU8(files['content.xml']!)
    expect(content).toContain('text:outline-level="1">U krijgt beschermd wonen</text:h>')
    expect(content).toContain('text:outline-level="2">Ons besluit</text:h>')
    expect(content).toContain(
      '<text:list-item><text:p text:style-name="Regel">Bel ons.</text:p></text:list-item>',
    )
    expect(content).toContain('Met vriendelijke groet,')
    expect(strFromU8(files['styles.xml']!)).toContain('fo:language="nl"')
    expect(strFromU8(files['meta.xml']!)).toContain('<dc:title>U krijgt beschermd wonen</dc:title>')
  })

  it('laat opmaak in teksten zien en voert die niet uit', async () => {
    const files = unzipSync(
      await letterOdt({ ...brief, onderwerp: evil, inhoud: [{ soort: 'alinea', tekst: evil }] }),
    )
    const content = strFromU8(files['content.xml']!)
    expect(content).toContain('&lt;script&gt;')
    expect(content).not.toContain('<script>')
    expect(content).not.toContain('\u0000')
  })
})

describe('een stuk dat geen brief is', () => {
  it('heeft zonder ondertekening geen groet', async () => {
    const stuk = { ...brief, ondertekening: [] }
    expect(letterHtml(stuk)).not.toContain('Met vriendelijke groet')
    expect(strFromU8(unzipSync(await letterOdt(stuk))['content.xml']!)).not.toContain(
      'Met vriendelijke groet',
    )
    expect(letter(stuk).extension).toBe('pdf')
  })
})
