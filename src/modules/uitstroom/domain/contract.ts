import { z } from 'zod'
import { Datum, tekst, Versie } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import { contractActies, contractsoorten } from './toestanden.ts'

// Words and input of uitstroom; the endpoints are in api.ts.

export const voorwaardestanden = { ja: 'In orde', nee: 'Nog niet', nvt: 'Niet van toepassing' } as const
export type Voorwaardestand = keyof typeof voorwaardestanden

export const urgentiesoorten = {
  urgentie: 'Urgentie',
  een_route: 'Eén-route: terug naar de gemeente van herkomst',
} as const

export const gevolgen = {
  geen_gevolg: 'Geen gevolg: er komt een nieuw aanbod',
  overleg: 'Eerst een gesprek met iedereen die betrokken is',
  urgentie_intrekken: 'De urgentie wordt ingetrokken',
} as const

export const partijrollen = {
  verhuurder: 'Verhuurder',
  hoofdhuurder: 'Hoofdhuurder',
  begeleider: 'Begeleidende organisatie',
} as const

export const overleguitkomsten = {
  pauzewoning: 'Pauzewoning',
  maatwerkwoning: 'Maatwerkwoning',
  directe_bemiddeling: 'Directe bemiddeling naar een gewone woning',
  verwezen: 'Verwezen naar andere hulp',
  geen_oplossing: 'Nog geen oplossing',
} as const

const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const keuze = (wat: string) =>
  z
    .string({ error: `Kies ${wat}.` })
    .min(1, { error: `Kies ${wat}.` })
    .max(60)
const Vrij = leeg(z.string().trim().max(500, { error: 'Gebruik niet meer dan 500 tekens.' }))
const Gemeente = z
  .string({ error: 'Kies een gemeente.' })
  .regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' })
const nodig = (veld: string, error: string) => ({ path: [veld], error })

/** Nought: nobody filled anything in yet, so there is no row to have a version. */
const DossierVersie = z.number().int().min(0)

export const WensInvoer = z.object({
  versie: DossierVersie,
  /** Null: the gemeente of herkomst. */
  gemeenteCode: leeg(Gemeente),
  woningtype: keuze('een soort woning'),
  wens: Vrij,
})
export type WensInvoer = z.infer<typeof WensInvoer>

export const VoorwaardenInvoer = z.object({
  versie: DossierVersie,
  voorwaarden: z
    .array(
      z.object({
        code: keuze('een voorwaarde'),
        /** Null: not answered yet; nothing is written then. */
        stand: leeg(z.enum(keysOf(voorwaardestanden), { error: 'Kies een antwoord.' })),
        notitie: Vrij,
      }),
    )
    .max(30)
    .refine((list) => list.some((one) => one.stand !== null), {
      error: 'Beantwoord ten minste één voorwaarde.',
      path: [0, 'stand'],
    }),
})
export type VoorwaardenInvoer = z.infer<typeof VoorwaardenInvoer>

export const UrgentieInvoer = z.object({
  soort: z.enum(keysOf(urgentiesoorten), { error: 'Kies urgentie of één-route.' }),
  grond: keuze('een grond'),
  op: Datum,
  /** Null: who decides about urgentie in this region. */
  ontvangendePartij: leeg(z.string().trim().max(120)),
  afspraken: Vrij,
})
export type UrgentieInvoer = z.infer<typeof UrgentieInvoer>

export const UrgentieStapInvoer = z
  .object({
    versie: Versie,
    naar: z.enum(['ingediend', 'toegekend', 'afgewezen', 'ingetrokken', 'gebruikt'], {
      error: 'Kies de volgende stap.',
    }),
    op: Datum,
    kenmerk: leeg(z.string().trim().max(60)),
    geldigTot: leeg(Datum),
    toelichting: Vrij,
  })
  .refine((i) => i.naar !== 'toegekend' || i.geldigTot !== null, {
    ...nodig('geldigTot', 'Vul in tot wanneer de urgentie geldt.'),
  })
  .refine((i) => !['afgewezen', 'ingetrokken'].includes(i.naar) || i.toelichting, {
    ...nodig('toelichting', 'Schrijf op waarom.'),
  })
export type UrgentieStapInvoer = z.infer<typeof UrgentieStapInvoer>

export const WoonvraagInvoer = z.object({
  toestemmingId: z.uuid({ error: 'Kies de toestemming waarop u deelt.' }),
  woningtype: keuze('een soort woning'),
  gemeenteCode: Gemeente,
})
export type WoonvraagInvoer = z.infer<typeof WoonvraagInvoer>

const Huur = leeg(
  z
    .number({ error: 'Vul een bedrag in.' })
    .min(1, { error: 'Vul een bedrag van 1 euro of meer in.' })
    .max(5000, { error: 'Vul een bedrag tot 5000 euro in.' }),
)
const Aanbod = {
  omschrijving: Vrij,
  huur: Huur,
  reageerVoor: leeg(Datum),
}

/** What the corporatie answers. */
export const WoonvraagAntwoord = z
  .object({
    uitkomst: z.enum(['aangeboden', 'geen_woning'], { error: 'Kies of u een woning heeft.' }),
    ...Aanbod,
  })
  .refine((i) => i.uitkomst !== 'aangeboden' || i.omschrijving, {
    ...nodig('omschrijving', 'Beschrijf de woning: soort, kamers en buurt.'),
  })
export type WoonvraagAntwoord = z.infer<typeof WoonvraagAntwoord>

export const AanbodStapInvoer = z
  .object({
    versie: Versie,
    naar: z.enum(['aangeboden', 'geen_woning', 'aanvaard', 'geweigerd', 'ingetrokken'], {
      error: 'Kies de volgende stap.',
    }),
    op: Datum,
    ...Aanbod,
    weigerreden: leeg(z.string().max(60)),
    toelichting: Vrij,
  })
  .refine((i) => i.naar !== 'aangeboden' || i.omschrijving, {
    ...nodig('omschrijving', 'Beschrijf de woning: soort, kamers en buurt.'),
  })
  .refine((i) => i.naar !== 'geweigerd' || i.weigerreden, {
    ...nodig('weigerreden', 'Kies waarom de woning is geweigerd.'),
  })
export type AanbodStapInvoer = z.infer<typeof AanbodStapInvoer>

export const GevolgInvoer = z.object({
  gevolg: z.enum(keysOf(gevolgen), { error: 'Kies wat er volgt.' }),
  toelichting: tekst('waarom', 500),
})
export type GevolgInvoer = z.infer<typeof GevolgInvoer>

export const ContractInvoer = z
  .object({
    soort: z.enum(keysOf(contractsoorten), { error: 'Kies een soort contract.' }),
    woningaanbodId: leeg(z.uuid()),
    woningtype: keuze('een soort woning'),
    gemeenteCode: Gemeente,
    begonnenOp: Datum,
    verhuurder: tekst('de verhuurder', 120),
    hoofdhuurder: leeg(z.string().trim().max(120)),
    begeleider: leeg(z.string().trim().max(120)),
    afspraken: tekst('de afspraken', 2000),
    evaluatieOp: leeg(Datum),
    omklapOp: leeg(Datum),
  })
  .refine((i) => i.soort !== 'woonzorgcontract' || i.begeleider, {
    ...nodig('begeleider', 'Vul in welke organisatie begeleidt.'),
  })
  .refine((i) => i.soort !== 'omklapwoning' || i.hoofdhuurder, {
    ...nodig('hoofdhuurder', 'Vul in welke organisatie de woning eerst huurt.'),
  })
  .refine((i) => !['woonzorgcontract', 'omklapwoning'].includes(i.soort) || i.evaluatieOp, {
    ...nodig('evaluatieOp', 'Vul in wanneer u samen terugkijkt.'),
  })
  .refine((i) => !['woonzorgcontract', 'omklapwoning'].includes(i.soort) || i.omklapOp, {
    ...nodig('omklapOp', 'Vul in wanneer het een gewoon huurcontract wordt.'),
  })
export type ContractInvoer = z.infer<typeof ContractInvoer>

export const ContractStapInvoer = z
  .object({
    versie: Versie,
    actie: z.enum(keysOf(contractActies), { error: 'Kies wat u vastlegt.' }),
    op: Datum,
    /** At an evaluation: when to look back again, and when it becomes a regular contract. */
    evaluatieOp: leeg(Datum),
    omklapOp: leeg(Datum),
    toelichting: Vrij,
  })
  .refine((i) => i.actie !== 'beeindigen' || i.toelichting, { ...nodig('toelichting', 'Schrijf op waarom.') })
export type ContractStapInvoer = z.infer<typeof ContractStapInvoer>

export const OverlegInvoer = z
  .object({
    op: Datum,
    uitkomst: z.enum(keysOf(overleguitkomsten), { error: 'Kies wat eruit kwam.' }),
    pauzewoningTot: leeg(Datum),
    toelichting: tekst('wat is afgesproken', 500),
  })
  .refine((i) => i.uitkomst !== 'pauzewoning' || i.pauzewoningTot, {
    ...nodig('pauzewoningTot', 'Vul in tot wanneer de pauzewoning kan.'),
  })
export type OverlegInvoer = z.infer<typeof OverlegInvoer>

export const HeropenInvoer = z.object({
  versie: Versie,
  reden: tekst('waarom de uitstroom toch niet is afgerond', 500),
})
export type HeropenInvoer = z.infer<typeof HeropenInvoer>

export const AfrondInvoer = z.object({
  versie: DossierVersie,
  op: Datum,
  route: keuze('langs welke weg'),
  /** The stay that ended, whose bestemming counts; null when there was none. */
  verblijfId: leeg(z.uuid()),
  bestemming: leeg(z.string().max(60)),
  afwijkingReden: Vrij,
})
export type AfrondInvoer = z.infer<typeof AfrondInvoer>
