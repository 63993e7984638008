import { describe, expect, it } from 'vitest'
import { inEenZin } from '../../src/modules/prognose/domain/antwoord.ts'
import { bandgrafiekKaal, bandgrafiekTekst } from '../../src/modules/prognose/domain/bandgrafiek.ts'
import { applyMaatregelen } from '../../src/modules/prognose/domain/ingreep.ts'
import type { Berekening } from '../../src/modules/prognose/domain/scenario-contract.ts'
import { type Notafeiten, notaTekst } from '../../src/modules/prognose/server/notatekst.ts'
import { linePng } from '../../src/platform/documents/line-png.ts'
import { reportPdf } from '../../src/platform/documents/report.ts'
import { givenMaatregel, givenUitgangspunt, NIEUW, OPVANG, PEILDATUM } from '../given/uitgangspunt.ts'
import { givenVergelijking } from '../given/vergelijking.ts'

const punt = givenUitgangspunt({}, 3)
const maatregelen = [
  givenMaatregel({
    soort: 'plekken',
    naam: 'Twintig plekken',
    product: OPVANG,
    aantal: 20,
    kostenPerJaar: 1_200_000,
  }),
  givenMaatregel(
    {
      soort: 'doorstroom',
      naam: 'Tussenvoorziening',
      product: OPVANG,
      naar: NIEUW,
      dagen: 84,
      procent: 50,
      aantal: 10,
      kostenPerJaar: 400_000,
      kostenEenmalig: 90_000,
    },
    901,
  ),
]
const uitkomst = givenVergelijking(punt, maatregelen)
const berekening: Berekening = {
  id: OPVANG,
  scenarioId: OPVANG,
  scenario: 'Twintig plekken en een tussenvoorziening',
  opdracht: { soort: 'vergelijking' },
  productNaam: null,
  stand: 'klaar',
  fout: null,
  gemaaktOp: '2026-01-02T09:00:00.000Z',
  gemaaktDoor: 'Adviseur van de proef',
  klaarOp: '2026-01-02T09:01:00.000Z',
  peildatum: PEILDATUM,
  controlegetal: 'ab'.repeat(32),
  maatregelen,
  voortgang: { deel: 1, herhalingen: 40, totaal: 40, nogSeconden: null },
  isVoorlopig: false,
  uitkomst,
}
const feiten: Notafeiten = {
  berekening,
  uitkomst,
  punt,
  aannames: applyMaatregelen(punt, maatregelen).aannames,
  regio: { naam: 'Regio Proef', isDemo: true },
  terugblik: {
    kop: 'Deze prognose klopte het afgelopen jaar niet: gebruik haar niet',
    uitleg: 'Er kwamen er meer.',
  },
  vandaag: '2026-01-05',
}
const teksten = (nota = notaTekst(feiten)) =>
  nota.inhoud.flatMap((block) => {
    switch (block.soort) {
      case 'gegevens':
        return block.rijen.map(({ label, waarde }) => `${label}: ${waarde}`)
      case 'tabel':
        return [block.titel, ...block.rijen.map((rij) => rij.join(' | '))]
      case 'citaat':
      case 'tekst':
        return []
      default:
        return [block.tekst]
    }
  })

describe('een scenarionota', () => {
  it('zegt eerst het antwoord, in dezelfde zin als op het scherm', () => {
    expect(teksten().slice(0, 3)).toEqual([
      'Vraag en antwoord',
      'Wat doet “Twintig plekken en een tussenvoorziening” met de wachtlijst en de wachttijd van elke gemeente, hoe zeker is dat, en wat kost het?',
      inEenZin(uitkomst),
    ])
    expect(inEenZin(uitkomst)).toMatch(
      /minder \(tussen .* en .*\)\. Elke dag die niet wordt gewacht kost €\s\d/,
    )
  })

  it('noemt elke maatregel met begin en kosten, en elke gemeente met het verschil en zijn marge', () => {
    expect(teksten()).toContain(
      'Tussenvoorziening: Na 84 dagen in Opvang gaat 50% door naar Tussenvoorziening, waar 10 plekken bij komen, vanaf 1 juli 2026, €\u00a0400.000 per jaar, €\u00a090.000 eenmalig.',
    )
    for (const naam of ['Hele keten', 'Schiedam', 'Vlaardingen'])
      expect(teksten().find((tekst) => tekst.startsWith(`${naam} |`))).toMatch(/\(.* tot .*\)/)
  })

  it('zegt of de prognose van een jaar geleden uitkwam, of dat niemand dat naging', () => {
    expect(teksten()).toContain(
      'Deze prognose klopte het afgelopen jaar niet: gebruik haar niet. Er kwamen er meer.',
    )
    expect(teksten(notaTekst({ ...feiten, terugblik: undefined }))).toContain(
      'Of de prognose van een jaar geleden uitkwam, is niet nagegaan.',
    )
  })

  it('zegt waar het op rust: hoeveel getallen zijn aangenomen, wat bij de maatregelen, en van welke keten', () => {
    const metAanname = {
      ...punt,
      parameters: punt.parameters.map((rij, i) => (i < 2 ? { ...rij, aanname: 'Te weinig gevallen' } : rij)),
    }
    const nota = teksten(notaTekst({ ...feiten, punt: metAanname }))
    expect(nota).toContain(`Aangenomen getallen: 2 van de 5. ${punt.parameters[0]!.soortNaam}: 2`)
    expect(nota.find((tekst) => tekst.startsWith('Bij de maatregelen'))).toContain(
      '“Tussenvoorziening” is nieuw',
    )
    expect(nota).toContain('Keten van: 1 januari 2026, met de schattingen uit het register van die dag')
    expect(nota.at(-1)).toBe(`Controlegetal: ${'ab'.repeat(16)}\n${'ab'.repeat(16)}`)
  })

  it('heeft één grafiek zonder letters, met in woorden wat zij laat zien', () => {
    const reeks = uitkomst.reeksen[0]!
    expect(bandgrafiekKaal(reeks)).not.toContain('<text')
    expect(bandgrafiekTekst('Wachten', reeks, uitkomst.maanden)).toMatch(
      /^Wachten\. Met de maatregelen \(doorgetrokken lijn, blauw\): van [\d,]+ in februari 2026 naar [\d,]+ in januari 2029 \(tussen/,
    )
    expect(linePng(bandgrafiekKaal(reeks), 2).length).toBeGreaterThan(1000)
  })

  const pdf = reportPdf(notaTekst(feiten))
  it.skipIf('reden' in pdf)('past als PDF op twee bladzijden', () => {
    const inhoud = Buffer.from((pdf as { bytes: Uint8Array }).bytes).toString('latin1')
    expect(/\/Type \/Pages\s+\/Count (\d+)/.exec(inhoud)?.[1]).toBe('2')
  })
})
