/** A published count of another region, to lay beside the own one: never to add up (ethos-light.md §3). */
export interface GepubliceerdeTelling {
  readonly regio: string
  readonly teldag: string
  readonly mensen: number
  readonly omschrijving: string
  readonly bron: string
}

export const gepubliceerd: readonly GepubliceerdeTelling[] = [
  {
    regio: 'Noordoost-Brabant',
    teldag: '16 mei 2023',
    mensen: 1498,
    omschrijving:
      '12 gemeenten en 96 organisaties. Bijna 350 kinderen en meer dan 300 jongvolwassenen; bijna een derde van de volwassenen is vrouw.',
    bron: 'Kansfonds en Hogeschool Utrecht, oktober 2023',
  },
  {
    regio: 'Alle regio’s van de derde ronde samen',
    teldag: 'april 2025',
    mensen: 28721,
    omschrijving:
      '57 gemeenten. Bijna 25.000 volwassenen en ongeveer 4.000 kinderen. Van de volwassenen is 31% tijdelijk bij anderen en heeft 18% geen echte woning.',
    bron: 'ANP, 8 oktober 2025',
  },
]
