// The words of a plan, as codes with what the screen and the document say.

/** In order of preference: (vrijwilligers)werk and opleiding go before dagbesteding (regiovisie DWO §5.1 ambitie 4). */
export const perspectieven = {
  werk: 'Werk',
  vrijwilligerswerk: 'Vrijwilligerswerk',
  opleiding: 'Opleiding',
  dagbesteding: 'Dagbesteding',
} as const
export type Perspectief = keyof typeof perspectieven

export const doelsoorten = {
  gewoon: 'Gewoon doel',
  financien: 'Geld: inkomen, schulden, budget',
  netwerk: 'Netwerk en informele hulp',
  opleiding: 'Opleiding',
  opvoeders: 'Opvoeders en familie',
} as const
export type Doelsoort = keyof typeof doelsoorten

export const doelstanden = { loopt: 'Loopt', behaald: 'Behaald', gestopt: 'Gestopt' } as const

/** Commissie Dannenberg (regiovisie DWO bijlage 2). */
export const herstelsoorten = {
  medisch: 'Medisch herstel: minder klachten',
  maatschappelijk: 'Maatschappelijk herstel: meedoen, wonen, werken',
  persoonlijk: 'Persoonlijk herstel: weer jezelf zijn',
} as const

/** The six parts of positieve gezondheid (regiovisie DWO §2.3 ambitie 1). */
export const gezondheidsdelen = {
  lichaamsfuncties: 'Lichaamsfuncties',
  mentaal_welbevinden: 'Mentaal welbevinden',
  zingeving: 'Zingeving',
  kwaliteit_van_leven: 'Kwaliteit van leven',
  meedoen: 'Meedoen',
  dagelijks_functioneren: 'Dagelijks functioneren',
} as const

export const akkoordwijzen = { op_papier: 'Op papier', mondeling: 'Mondeling' } as const
export const akkoordgevers = { client: 'De cliënt zelf', vertegenwoordiger: 'De vertegenwoordiger' } as const
export const meegeefwijzen = {
  op_papier: 'Op papier',
  digitaal: 'Digitaal, langs een veilige weg',
  voorgelezen: 'Voorgelezen',
} as const

export const deelnemersoorten = {
  client: 'De cliënt',
  naaste: 'Naaste of mantelzorger',
  vertegenwoordiger: 'Vertegenwoordiger',
  organisatie: 'Organisatie',
  clientondersteuner: 'Onafhankelijke cliëntondersteuner',
} as const

export const evaluatiebesluiten = {
  doorgaan: 'Doorgaan met dit plan',
  bijstellen: 'Het plan bijstellen',
} as const
export const reactiewijzen = {
  gesprek: 'In een gesprek',
  op_papier: 'Op papier',
  telefoon: 'Aan de telefoon',
  digitaal: 'Digitaal',
} as const

/** The steps of the scale; the region says what the scale is called. */
export const scorewoorden = {
  1: 'Acuut probleem',
  2: 'Niet zelfredzaam',
  3: 'Beperkt zelfredzaam',
  4: 'Voldoende zelfredzaam',
  5: 'Volledig zelfredzaam',
} as const
