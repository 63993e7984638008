import { ethosKlassen } from '../../../shared/ethos.ts'

/** The questions of version 1 (ethos-light.md §2): each has "onbekend", and none asks a name that is kept. */
export const VRAGEN = 1

export const groepen = ethosKlassen

/** The same groups as the questions say them: where somebody slept. */
export const slaapplekken = {
  E1: 'Op straat of buiten',
  E2: 'In een nachtopvang of winteropvang',
  E3: 'In opvang, vrouwenopvang of een hotel dat de opvang betaalt',
  E4: 'In een instelling of gevangenis, en moet binnen een maand weg zonder woning',
  E5: 'In een auto, tent, schuur, kraakpand of vakantiehuis',
  E6: 'Tijdelijk bij familie, vrienden of kennissen',
  E7: 'In een huis, en moet daar binnen een maand uit zonder nieuwe woning',
} as const

export const leeftijden = {
  '0_17': '0 tot en met 17 jaar',
  '18_22': '18 tot en met 22 jaar',
  '23_26': '23 tot en met 26 jaar',
  '27_49': '27 tot en met 49 jaar',
  '50_64': '50 tot en met 64 jaar',
  '65_plus': '65 jaar of ouder',
  onbekend: 'Niet bekend',
} as const

export const geslachten = { man: 'Man', vrouw: 'Vrouw', anders: 'Anders', onbekend: 'Niet bekend' } as const

export const gezinnen = {
  alleen: 'Alleen',
  paar: 'Met een partner, zonder kinderen',
  met_kinderen: 'Met kinderen jonger dan 18',
  onbekend: 'Niet bekend',
} as const

export const herkomsten = {
  nederland: 'Nederland',
  eu: 'Een ander land van de Europese Unie',
  buiten_eu: 'Een land buiten de Europese Unie',
  onbekend: 'Niet bekend',
} as const

export const duren = {
  tot_1_maand: 'Korter dan een maand',
  '1_6_maanden': '1 tot 6 maanden',
  '6_12_maanden': '6 maanden tot een jaar',
  '1_3_jaar': '1 tot 3 jaar',
  langer_3_jaar: 'Langer dan 3 jaar',
  onbekend: 'Niet bekend',
} as const

export const oorzaken = {
  relatiebreuk: 'Relatie verbroken',
  huisuitzetting_schulden: 'Huisuitzetting of schulden',
  geweld: 'Geweld thuis',
  ontslag_instelling: 'Ontslag uit instelling of detentie',
  einde_jeugdhulp: 'Einde van de jeugdhulp',
  einde_tijdelijk_contract: 'Einde van een tijdelijk huurcontract',
  migratie: 'Migratie',
  brand_ramp: 'Brand of ramp',
  anders: 'Iets anders',
  onbekend: 'Niet bekend',
} as const

export const bronnen = {
  eigen: 'Alleen in de eigen registratie',
  buiten: 'Alleen bij een andere organisatie',
  beide: 'Bij allebei',
} as const

/** How the result is split, and in which parts; causes overlap, so that they do not add up. */
export const verdelingen = {
  leeftijd: { naam: 'Leeftijd', waarden: leeftijden },
  geslacht: { naam: 'Geslacht', waarden: geslachten },
  gezin: { naam: 'Alleen of samen', waarden: gezinnen },
  herkomst: { naam: 'Nationaliteit', waarden: herkomsten },
  duur: { naam: 'Hoe lang al', waarden: duren },
  bron: { naam: 'Wie kent deze mensen?', waarden: bronnen },
  oorzaak: { naam: 'Waardoor', waarden: oorzaken },
} as const
export type Verdeling = keyof typeof verdelingen

export const toestanden = {
  open: 'Open',
  gesloten: 'Gesloten: dubbelen beoordelen',
  gepubliceerd: 'Gepubliceerd',
} as const

export const oordelen = { zelfde: 'Dezelfde mens', verschillend: 'Twee mensen' } as const
export type Oordeel = keyof typeof oordelen
