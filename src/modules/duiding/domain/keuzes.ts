/** For whom an interpretation is: the same words as the levels of the indicators. */
export const niveaus = {
  strategisch: 'Strategisch',
  tactisch: 'Tactisch',
  operationeel: 'Operationeel',
} as const

export const verhaalsoorten = { verhaal: 'Verhaal', citaat: 'Citaat' } as const

/** Who told it, and never more than that. */
export const tellers = {
  client: 'Cliënt',
  naaste: 'Naaste',
  medewerker: 'Medewerker',
  vrijwilliger: 'Vrijwilliger',
  inwoner: 'Inwoner',
} as const

export const toestemmingsvormen = {
  schriftelijk: 'Schriftelijk',
  digitaal: 'Digitaal',
  mondeling: 'Mondeling, door ons opgeschreven',
} as const

export const intrekredenen = {
  teller: 'De verteller trekt de toestemming in',
  herkenbaar: 'Iemand is te herkennen',
  fout: 'Het klopt niet',
} as const

/** Also what the system does by itself. */
export const alleIntrekredenen = { ...intrekredenen, verlopen: 'De toestemming is verlopen' } as const

/** What the yearly round says of an indicator. */
export const onderhouduitkomsten = {
  bevestigd: 'Blijft zoals zij is',
  gewijzigd: 'Wijzigt',
  beeindigd: 'Stopt',
} as const
