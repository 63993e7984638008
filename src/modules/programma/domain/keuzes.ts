/** The words of the programma: code → what the screen says. Also the choices of the forms and of the files to read in. */
export const programmasoorten = {
  visie: 'Visie',
  regiovisie: 'Regiovisie',
  uitvoeringsprogramma: 'Uitvoeringsprogramma',
  actieplan: 'Actieplan',
} as const

export const onderdeelsoorten = {
  pijler: 'Pijler',
  doel: 'Doel',
  speerpunt: 'Speerpunt',
  thema: 'Thema',
  ambitie: 'Ambitie',
  resultaat: 'Resultaat',
  uitgangspunt: 'Uitgangspunt',
  randvoorwaarde: 'Randvoorwaarde',
  focuspunt: 'Focuspunt',
} as const

/** What an activiteit must serve; an uitgangspunt or randvoorwaarde holds for everything, so nothing is missing there. */
export const tebereiken = [
  'pijler',
  'doel',
  'speerpunt',
  'thema',
  'ambitie',
  'resultaat',
  'focuspunt',
] as const

export const activiteitsoorten = { activiteit: 'Activiteit', pilot: 'Pilot' } as const

export const planningen = {
  kwartalen: 'In kwartalen',
  doorlopend: 'Doorlopend',
  open: 'Nog niet bepaald',
} as const

/** UP-11: each project decides whether and how people take part ("of en zo ja hoe", S1 bijl. 1). */
export const participaties = {
  ja: 'Ja, inwoners of ervaringsdeskundigen doen mee',
  nee: 'Nee',
  nog_niet_bepaald: 'Nog niet bepaald',
} as const

export const standen = {
  nog_niet_begonnen: 'Nog niet begonnen',
  verkenning: 'Verkenning',
  voorbereiding: 'Voorbereiding',
  in_uitvoering: 'In uitvoering',
  uitgebreid: 'Uitgebreid',
  voortgezet: 'Voortgezet',
  afgerond: 'Afgerond',
  voortijdig_beeindigd: 'Gestopt voor het einde',
} as const

export const koersen = { op_schema: 'Op schema', vertraagd: 'Vertraagd' } as const

/** MON-10: what was done, what came of it, and what changed by it. */
export const resultaatsoorten = {
  output: 'Wat is er gedaan (output)',
  outcome: 'Wat leverde het op (outcome)',
  effect: 'Wat is erdoor veranderd (effect)',
} as const

export const richtingen = { hoger: 'Meer is beter', lager: 'Minder is beter' } as const

export const knelpuntsoorten = {
  capaciteit: 'Te weinig mensen of tijd',
  geld: 'Geld',
  samenwerking: 'Samenwerking',
  regels: 'Regels',
  woningen: 'Te weinig woningen of ruimte',
  animo: 'Te weinig belangstelling',
  anders: 'Iets anders',
} as const

export const organen = {
  raad: 'Gemeenteraad',
  college: 'College van burgemeester en wethouders',
  rbo: 'Regionaal bestuurlijk overleg',
  asg: 'Ambtelijke stuurgroep',
  stuurgroep: 'Stuurgroep',
  programmamanager: 'Programmamanager',
} as const

export const uitkomsten = {
  doorgaan: 'Doorgaan',
  stoppen: 'Stoppen',
  opschalen: 'Opschalen',
  aanpassen: 'Aanpassen',
} as const

export const geldsoorten = { kosten: 'Kosten', dekking: 'Dekking' } as const

export const gepaard = {
  ja: 'Ja, dezelfde mensen antwoordden twee keer',
  nee: 'Nee, het waren andere mensen',
  onbekend: 'Niet bekend',
} as const

export const stellingrichtingen = {
  hoger: 'Hoger is beter',
  lager: 'Lager is beter',
  geen: 'Geen van beide',
} as const

export type Onderdeelsoort = keyof typeof onderdeelsoorten
export type Planning = keyof typeof planningen
export type Stand = keyof typeof standen
export type Koers = keyof typeof koersen
export type Uitkomst = keyof typeof uitkomsten
