export const uitkomsten = {
  melding_gemaakt: 'Melding gemaakt',
  contact_gezocht: 'Contact gezocht',
  doorverwezen: 'Doorverwezen',
  geen_actie: 'Geen actie',
} as const

/** Grounds to act without consent (Wmo 2015 chapter 5; privacy-security.md §1). With consent it is no bemoeizorg. */
export const grondenZonderToestemming = {
  WETTELIJKE_TAAK_COLLEGE: {
    naam: 'Wettelijke taak van het college',
    artikel: 'Wmo 2015 art. 5.1.1 lid 1',
    alleen: 'college',
  },
  UITVOERING_AANBIEDER: {
    naam: 'Uitvoering door de aanbieder',
    artikel: 'Wmo 2015 art. 5.1.2 lid 1',
    alleen: 'aanbieder',
  },
  BEROEPSHALVE_MEDEWERKING: {
    naam: 'Medewerking vanuit het beroep is nodig',
    artikel: 'Wmo 2015 art. 5.3.3 lid 3',
    alleen: null,
  },
  VITAAL_BELANG: {
    naam: 'Direct gevaar voor iemand',
    artikel: 'AVG art. 6 lid 1 onder d en art. 9 lid 2 onder c',
    alleen: null,
  },
} as const satisfies Record<string, { naam: string; artikel: string; alleen: 'college' | 'aanbieder' | null }>
export type GrondZonderToestemming = keyof typeof grondenZonderToestemming

/** Why bemoeizorg stopped; `samengevoegd` is set by a merge of two files and never chosen. */
export const eindredenen = {
  wil_hulp: 'Wil nu zelf hulp: verder met toestemming',
  overgedragen: 'Overgedragen aan een ander',
  niet_meer_nodig: 'Niet meer nodig',
  niet_gelukt: 'Contact is niet gelukt',
  overleden: 'Overleden',
} as const

export const sleutelfiguurSoorten = {
  sleutelfiguur: 'Sleutelfiguur',
  netwerk: 'Informeel netwerk',
  convenantpartner: 'Partner in het convenant bemoeizorg',
} as const
