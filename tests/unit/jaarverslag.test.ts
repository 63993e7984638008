import { describe, expect, it } from 'vitest'
import type { Rapportcijfer, Rapportinhoud } from '../../src/modules/monitor/domain/rapport-contract.ts'
import { rapportTekst } from '../../src/modules/monitor/server/rapporttekst.ts'
import type { ReportBlock } from '../../src/platform/documents/report.ts'

const punt = (waarde: number | null, afgeschermd = false) => ({ waarde, afgeschermd })
const maanden = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)

const wachtenden: Rapportcijfer = {
  id: 'wachtenden',
  naam: 'Mensen op de wachtlijst',
  definitie: 'Wie wacht.',
  soort: 'output',
  niveaus: ['strategisch'],
  eenheid: 'mensen',
  teller: 'Mensen die wachten',
  noemer: null,
  tijd: 'stand',
  per: ['gemeente'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  versie: 1,
  versies: [],
  bron: 'Onderdak: feit_wacht',
  verloop: maanden.map((maand, i) => ({
    maand,
    peildatum: `${maand}-28`,
    waarde: 10 + i,
    gevallen: 10 + i,
    volledigheid: 100,
    afgeschermd: false,
  })),
  jaar: {
    wijze: 'eind',
    dit: punt(33),
    vorig: punt(21),
    gemeenten: [
      { naam: 'Schiedam', dit: punt(null, true), vorig: punt(9) },
      { naam: 'Vlaardingen', dit: punt(null, true), vorig: punt(12) },
    ],
  },
}

const inhoud: Rapportinhoud = {
  vorm: 1,
  soort: 'jaar',
  periode: '2025',
  niveau: 'strategisch',
  regio: 'Regio Proef',
  maanden: maanden.slice(12),
  bekendOp: '2026-02-01',
  kleinsteGetal: 8,
  cijfers: [wachtenden],
  duidingen: [],
  verhalen: [],
}

const verslag = rapportTekst({
  inhoud,
  duidingen: [],
  verhalen: [],
  row: {
    soort: 'jaar',
    periode: '2025',
    controlegetal: 'a'.repeat(64),
    gemaaktDoor: 'M',
    gemaaktOp: '2026-02-02',
  },
  isDemo: false,
})
const tabellen = verslag.inhoud.filter(
  (blok): blok is Extract<ReportBlock, { soort: 'tabel' }> => blok.soort === 'tabel',
)

describe('de tekst van het jaarverslag voor de raad', () => {
  it('heet naar het jaar', () => {
    expect(verslag.titel).toBe('Jaarverslag voor de raad 2025')
  })

  it('zet elk cijfer naast dat van een jaar eerder, met hoe het is geteld', () => {
    expect(tabellen[0]).toMatchObject({
      kop: ['Cijfer', 'Hoe geteld', '2024', '2025', 'Verschil'],
      rijen: [['Mensen op de wachtlijst', 'Op 31 december', '21', '33', '12 meer']],
    })
  })

  it('zet de gemeenten van de regio eronder, en zegt van wat niet te zien is geen verschil', () => {
    expect(tabellen[1]).toMatchObject({
      kop: ['Gemeente', '2024', '2025', 'Verschil'],
      rijen: [
        ['Schiedam', '9', 'niet getoond', 'niet te zeggen'],
        ['Vlaardingen', '12', 'niet getoond', 'niet te zeggen'],
      ],
    })
  })

  it('noemt geen maand apart: daarvoor is de grafiek, met haar tekst', () => {
    const labels = verslag.inhoud.flatMap((blok) =>
      blok.soort === 'gegevens' ? blok.rijen.map(({ label }) => label) : [],
    )
    expect(labels.slice(0, 4)).toEqual(['2025', '2024', 'Verschil', 'Hoe geteld'])
    expect(labels.filter((label) => /januari|december \d/.test(label))).toEqual([])
    expect(verslag.inhoud.filter((blok) => blok.soort === 'grafiek')).toHaveLength(1)
  })
})
