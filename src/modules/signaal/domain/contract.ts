import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { GemeenteCode } from '../../beheer/domain/soorten.ts'
import { uitkomsten } from './keuzes.ts'
import { signaalToestanden } from './toestanden.ts'

const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
/** Optional text of a form: empty means not given. */
export const vrij = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
export const keuze = (wat: string) =>
  z
    .string({ error: `Kies ${wat}.` })
    .min(1, { error: `Kies ${wat}.` })
    .max(60)
const Aantal = (label: string) =>
  leeg(
    z
      .number({ error: `Vul ${label} in als getal.` })
      .int({ error: `Vul ${label} in als heel getal.` })
      .min(0, { error: `${label} kan niet minder dan 0 zijn.` })
      .max(30, { error: `${label} kan niet meer dan 30 zijn.` }),
  )

export const Gedaan = z.object({ id: Id, versie: z.number().int() })
export const Status = z.enum(keysOf(signaalToestanden))
const Uitkomst = z.enum(keysOf(uitkomsten), { error: 'Kies wat er is gedaan.' })
export const Keuze = z.object({ waarde: z.string(), naam: z.string() })

/** What every signaal tells: sort and place, and what is seen. No name of whom it is about is asked. */
const inhoud = {
  categorie: keuze('waar u zich zorgen om maakt'),
  gemeenteCode: GemeenteCode,
  wijk: leeg(z.string().max(60)),
  waar: vrij('het adres of de plek', 200),
  toelichting: tekst('wat u ziet', 2000),
}

export const PartnerSignaal = z.object({
  ...inhoud,
  /** Only with an eviction that threatens. */
  ontruimingOp: leeg(Datum),
  volwassenen: Aantal('het aantal volwassenen'),
  kinderen: Aantal('het aantal kinderen'),
})
export type PartnerSignaal = z.output<typeof PartnerSignaal>

export const OpenbaarSignaal = z
  .object({
    ...inhoud,
    naam: vrij('uw naam', 120),
    contact: vrij('uw telefoonnummer of e-mailadres', 200),
    wilTerugkoppeling: z.boolean().default(false),
    /** Not shown to people: what fills it in is a machine. */
    website: z.string().max(200).default(''),
  })
  .refine((body) => !body.wilTerugkoppeling || body.contact !== null, {
    path: ['contact'],
    error: 'Vul in hoe wij u kunnen bereiken, of kies dat u geen antwoord wilt.',
  })
export type OpenbaarSignaal = z.output<typeof OpenbaarSignaal>

/** What a resident tells on the telephone, written down by who answers. */
export const TelefonischSignaal = z
  .object({
    ...inhoud,
    naam: vrij('de naam van de melder', 120),
    contact: vrij('het telefoonnummer of e-mailadres van de melder', 200),
    wilTerugkoppeling: z.boolean().default(false),
  })
  .refine((body) => !body.wilTerugkoppeling || body.contact !== null, {
    path: ['contact'],
    error: 'Vul in hoe de melder te bereiken is, of kies dat de melder geen antwoord wil.',
  })
export type TelefonischSignaal = z.output<typeof TelefonischSignaal>

// ── Partners: only their own ────────────────────────────────────────────────────────────────────────────────────────

export const getSignaalkeuzes = endpoint({
  method: 'GET',
  path: '/signaalkeuzes',
  name: 'getSignaalkeuzes',
  summary: 'Waaruit te kiezen is bij een signaal of contact',
  response: z.object({
    categorieen: z.array(Keuze),
    gemeenten: z.array(Keuze),
    wijken: z.array(Keuze.extend({ gemeenteCode: z.string() })),
    terugkoppelingen: z.array(Keuze),
    redenenGeenActie: z.array(Keuze),
    outreachUitkomsten: z.array(Keuze),
    /** Other organisations that answer signals. */
    behandelaars: z.array(Keuze),
  }),
})

export const postSignaal = endpoint({
  method: 'POST',
  path: '/signalen',
  name: 'postSignaal',
  summary: 'Geef als partner een signaal door',
  body: PartnerSignaal,
  response: z.object({ id: Id, kenmerk: z.string() }),
})

export const postTelefonischSignaal = endpoint({
  method: 'POST',
  path: '/telefonische-signalen',
  name: 'postTelefonischSignaal',
  summary: 'Schrijf op wat een inwoner aan de telefoon meldt; de code is voor de melder',
  body: TelefonischSignaal,
  response: z.object({ id: Id, kenmerk: z.string(), code: z.string(), oppakkenVoor: Datum }),
})

const EigenSignaal = z.object({
  id: Id,
  kenmerk: z.string(),
  categorie: z.string(),
  gemeente: z.string(),
  wijk: z.string().nullable(),
  waar: z.string().nullable(),
  ontruimingOp: Datum.nullable(),
  volwassenen: z.number().int().nullable(),
  kinderen: z.number().int().nullable(),
  gemeldOp: Datum,
  oppakkenVoor: Datum,
  status: Status,
  opgepaktOp: Datum.nullable(),
  afgerondOp: Datum.nullable(),
  terugkoppeling: z.string().nullable(),
  behandelaar: z.string(),
})
export type EigenSignaal = z.infer<typeof EigenSignaal>

export const listEigenSignalen = endpoint({
  method: 'GET',
  path: '/eigen-signalen',
  name: 'listEigenSignalen',
  summary: 'Signalen van de eigen organisatie met hun stand, zonder wat er met de persoon gebeurt',
  query: Paging.extend({
    status: Status.optional(),
    sorteer: z
      .enum(['gemeldOp', '-gemeldOp', 'kenmerk', '-kenmerk', 'ontruimingOp', '-ontruimingOp'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-gemeldOp'),
    formaat: z.string().optional(),
  }),
  response: page(EigenSignaal),
})

// ── Who handles them ────────────────────────────────────────────────────────────────────────────────────────────────

const SignaalRij = z.object({
  id: Id,
  kenmerk: z.string(),
  bron: z.enum(['inwoner', 'partner']),
  /** Organisation that gave it; null for an inwoner. */
  melder: z.string().nullable(),
  categorie: z.string(),
  gemeente: z.string(),
  wijk: z.string().nullable(),
  ontruimingOp: Datum.nullable(),
  gemeldOp: Datum,
  status: Status,
  /** The day that counts now: to take up, or to finish; null when finished. */
  uiterlijkOp: Datum.nullable(),
  isTeLaat: z.boolean(),
  opgepaktDoor: z.string().nullable(),
  uitkomst: Uitkomst.nullable(),
  persoonId: Id.nullable(),
})
export type SignaalRij = z.infer<typeof SignaalRij>

export const listSignalen = endpoint({
  method: 'GET',
  path: '/signalen',
  name: 'listSignalen',
  summary: 'Signalen die de eigen organisatie behandelt, en die over cliënten bij wie zij betrokken is',
  query: Paging.extend({
    /** `open` is what waits for somebody. */
    status: z.union([Status, z.literal('open')]).optional(),
    categorie: z.string().max(60).optional(),
    gemeente: z.string().max(10).optional(),
    van: z.enum(['inwoner', 'partner']).optional(),
    teLaat: z.enum(['ja']).optional(),
    sorteer: z
      .enum(['uiterlijkOp', '-uiterlijkOp', 'gemeldOp', '-gemeldOp', 'kenmerk', '-kenmerk'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('uiterlijkOp'),
    formaat: z.string().optional(),
  }),
  response: page(SignaalRij),
})

const Actie = z.object({ ok: z.boolean(), reden: z.string().optional() })

export const SignaalDetail = SignaalRij.extend({
  versie: z.number().int(),
  waar: z.string().nullable(),
  /** Null when it was wiped after the term of the region. */
  toelichting: z.string().nullable(),
  gewistOp: Datum.nullable(),
  isTelefonisch: z.boolean(),
  doorgegevenOp: Datum.nullable(),
  doorgegevenVan: z.string().nullable(),
  doorgeefReden: z.string().nullable(),
  volwassenen: z.number().int().nullable(),
  kinderen: z.number().int().nullable(),
  /** Null: the reporter stays unknown, or is a partner. */
  melderGegevens: z.object({ naam: z.string().nullable(), contact: z.string().nullable() }).nullable(),
  wilTerugkoppeling: z.boolean(),
  opgepaktOp: Datum.nullable(),
  afgerondOp: Datum.nullable(),
  uitkomstReden: z.string().nullable(),
  uitkomstToelichting: z.string().nullable(),
  terugkoppeling: z.string().nullable(),
  teruggekoppeldOp: Datum.nullable(),
  meldingId: Id.nullable(),
  persoon: z.string().nullable(),
  behandelaar: z.string(),
  acties: z.object({
    oppakken: Actie,
    overnemen: Actie,
    koppelen: Actie,
    doorgeven: Actie,
    melding: Actie,
    afronden: Actie,
    terugkoppelen: Actie,
  }),
})
export type SignaalDetail = z.infer<typeof SignaalDetail>

export const getSignaal = endpoint({
  method: 'GET',
  path: '/signalen/:id',
  name: 'getSignaal',
  summary: 'Een signaal met wat de melder zag en wat er mee is gedaan',
  params: IdParam,
  response: SignaalDetail,
})

const stap = <B extends z.ZodType>(wat: string, name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `/signalen/:id/${wat}`,
    name,
    summary,
    params: IdParam,
    body,
    response: Gedaan,
  })

export const pakSignaalOp = stap(
  '_pak-op',
  'pakSignaalOp',
  'Pak een signaal op, of neem het over van een collega',
  z.object({ versie: Versie }),
)

export const koppelSignaal = stap(
  'persoon',
  'koppelSignaal',
  'Leg vast over welke cliënt het signaal gaat',
  z.object({ versie: Versie, persoonId: z.uuid({ error: 'Kies een cliënt.' }) }),
)

export const AfrondInvoer = z
  .object({
    versie: Versie,
    uitkomst: Uitkomst.exclude(['melding_gemaakt'], { error: 'Kies wat er is gedaan.' }),
    reden: leeg(z.string().max(60)),
    toelichting: vrij('de toelichting', 1000),
    terugkoppeling: keuze('wat de melder leest'),
  })
  .refine((body) => body.uitkomst !== 'geen_actie' || body.reden !== null, {
    path: ['reden'],
    error: 'Kies waarom er geen actie is.',
  })
  .refine((body) => body.uitkomst !== 'doorverwezen' || body.toelichting !== null, {
    path: ['toelichting'],
    error: 'Vul in naar wie u heeft doorverwezen.',
  })
export type AfrondInvoer = z.output<typeof AfrondInvoer>

export const rondSignaalAf = stap(
  '_rond-af',
  'rondSignaalAf',
  'Rond een signaal af, met de uitkomst en wat de melder leest',
  AfrondInvoer,
)

export const DoorgeefInvoer = z.object({
  versie: Versie,
  organisatieId: z.uuid({ error: 'Kies een organisatie.' }),
  reden: tekst('waarom u het doorgeeft', 500),
})
export type DoorgeefInvoer = z.output<typeof DoorgeefInvoer>

export const geefSignaalDoor = stap(
  '_geef-door',
  'geefSignaalDoor',
  'Geef een signaal aan een andere organisatie die signalen behandelt; het zicht gaat mee',
  DoorgeefInvoer,
)

export const koppelSignaalTerug = stap(
  '_koppel-terug',
  'koppelSignaalTerug',
  'Leg vast dat de melder antwoord kreeg',
  z.object({}),
)

export const maakMeldingVanSignaal = endpoint({
  method: 'POST',
  path: '/signalen/:id/melding',
  name: 'maakMeldingVanSignaal',
  summary: 'Maak in één stap een melding van een signaal; het signaal is daarmee afgerond',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan.extend({ meldingId: Id, nummer: z.string() }),
})

// ── Per wijk, without persons ───────────────────────────────────────────────────────────────────────────────────────

const Wijkrij = z.object({
  gemeente: z.string(),
  wijk: z.string(),
  /** Count per column of `categorieen`; null: hidden because it is small. */
  aantallen: z.array(z.number().int().nullable()),
  totaal: z.number().int().nullable(),
  /** For the export: says what an empty cell is. */
  toelichting: z.string(),
})
export type Wijkrij = z.infer<typeof Wijkrij>

export const listWijksignalen = endpoint({
  method: 'GET',
  path: '/wijksignalen',
  name: 'listWijksignalen',
  summary:
    'Aantal signalen per wijk en soort in een kwartaal, zonder personen; kleine aantallen zijn afgeschermd',
  query: Paging.extend({
    kwartaal: z
      .string()
      .regex(/^20\d\d-[1-4]$/, { error: 'Kies een kwartaal uit de lijst.' })
      .optional(),
    formaat: z.string().optional(),
  }),
  response: z.object({
    count: z.number().int(),
    /** False: the region has no list of wijken, so that everything counts per gemeente. */
    wijkenIngesteld: z.boolean(),
    kwartaal: z.string(),
    kwartalen: z.array(z.string()),
    kleinsteGetal: z.number().int(),
    categorieen: z.array(Keuze),
    /** The last row is the whole region. */
    results: z.array(Wijkrij.loose()),
  }),
})
