import type { BronwaardeData } from '../regio-data.ts'

const indicaties = {
  indicator: 'mensen_met_toekenning',
  onderwerp: 'Beschermd wonen: indicaties',
  eenheid: 'cliënten',
  peildatum: '2023-07-01',
  toelichting: 'De gemeenten tellen op tot 113; waar de andere 5 bij horen is niet bekend.',
} as const

/** What the documents say of the same as an indicator, also where they contradict each other. */
export const bronwaarden: readonly BronwaardeData[] = [
  { ...indicaties, waarde: 118, bron: 'Regiovisie MVS 2024 §4, totaal in de tekst' },
  {
    ...indicaties,
    waarde: 113,
    bron: 'Regiovisie MVS 2024 §4, som van Maassluis 13, Vlaardingen 33 en Schiedam 67',
  },
  {
    indicator: 'plekken',
    onderwerp: 'Gezinsopvang: plekken',
    waarde: 33,
    eenheid: 'eenheden',
    bron: 'Woonzorgvisie Maassluis en Vlaardingen 2024 §3.2.2',
    peildatum: '2022-01-01',
    toelichting: 'De woningen van Elckerlyc: 10, 3, 10 en 10.',
  },
  {
    indicator: 'plekken',
    onderwerp: 'Gezinsopvang: plekken',
    waarde: 36,
    eenheid: 'gezinnen',
    bron: 'Regiovisie MVS 2024 §5',
    peildatum: '2023-07-01',
    toelichting:
      '5 regionaal, 23 in Vlaardingen en 8 in Schiedam. Die in Vlaardingen zijn waarschijnlijk woningen van Elckerlyc.',
  },
]
