// The state machine of a version. Buttons, server checks and the README follow from this table; the same states are a
// CHECK in the database.

export const versieToestanden = {
  concept: 'Concept',
  wacht_op_client: 'Wacht op akkoord van de cliënt',
  wacht_op_begeleider: 'Wacht op akkoord van de begeleider',
  vastgesteld: 'Geldt',
  vervangen: 'Vervangen',
} as const
export type VersieToestand = keyof typeof versieToestanden

export const versieActies = {
  schrijven: 'Inhoud wijzigen',
  akkoord_client: 'Akkoord van de cliënt vastleggen',
  akkoord_begeleider: 'Akkoord van de begeleider vastleggen',
  meegeven: 'Vastleggen dat de cliënt het plan kreeg',
  afronden: 'Een doel afronden',
  vervangen: 'Een volgende versie gaat gelden',
} as const
export type VersieActie = keyof typeof versieActies

/** State → action → next state. Whoever changes the content takes the agreement back: both agree to the same text. */
export const versieOvergangen = {
  concept: {
    schrijven: 'concept',
    akkoord_client: 'wacht_op_begeleider',
    akkoord_begeleider: 'wacht_op_client',
  },
  wacht_op_client: { schrijven: 'concept', akkoord_client: 'vastgesteld' },
  wacht_op_begeleider: { schrijven: 'concept', akkoord_begeleider: 'vastgesteld' },
  vastgesteld: { meegeven: 'vastgesteld', afronden: 'vastgesteld', vervangen: 'vervangen' },
  vervangen: {},
} as const satisfies Record<VersieToestand, Partial<Record<VersieActie, VersieToestand>>>

/** States in which a version is being made; at most one per plan. */
export const inBewerking = ['concept', 'wacht_op_client', 'wacht_op_begeleider'] as const

export function isInBewerking(status: VersieToestand): boolean {
  return (inBewerking as readonly string[]).includes(status)
}

export function naarVersie(van: VersieToestand, actie: VersieActie): VersieToestand | undefined {
  return (versieOvergangen[van] as Partial<Record<VersieActie, VersieToestand>>)[actie]
}

/** Why an action cannot be done with a version in this state; undefined when it can. */
export function waaromNiet(van: VersieToestand, actie: VersieActie): string | undefined {
  if (naarVersie(van, actie)) return undefined
  if (actie === 'akkoord_client' && van === 'wacht_op_begeleider')
    return 'De cliënt is al akkoord. Nu de begeleider nog.'
  if (actie === 'akkoord_begeleider' && van === 'wacht_op_client')
    return 'De begeleider is al akkoord. Nu de cliënt nog.'
  if (van === 'vastgesteld' || van === 'vervangen')
    return 'Deze versie is al vastgesteld. Maak een nieuwe versie om iets te wijzigen.'
  return 'Dit kan pas als de cliënt en de begeleider akkoord zijn.'
}
