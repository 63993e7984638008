import { z } from 'zod'
import { endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import {
  AfhandelInvoer,
  BoekingBegin,
  BoekingEinde,
  BoekingInvoer,
  ContactInvoer,
  FrequentieInvoer,
  NazorgInvoer,
  OpschaalInvoer,
  RisicodagInvoer,
  SignaalInvoer,
  StapInvoer,
  TerugvalplanInvoer,
  TimeOutInvoer,
} from './contract.ts'
import { type NazorgActie, type NazorgToestand, nazorgActies, nazorgToestanden } from './toestanden.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const leeg = z.string().nullable()
const Toestand = z.enum(Object.keys(nazorgToestanden) as [NazorgToestand, ...NazorgToestand[]])
const Actie = z.enum(Object.keys(nazorgActies) as [NazorgActie, ...NazorgActie[]])

// ── Lists ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const uitstroomStanden = {
  zonder: 'Zonder afspraak over nazorg',
  voorgesteld: 'Voorgesteld, nog niet aangenomen',
  lopend: 'Nazorg loopt',
  voorbij: 'Nazorg is voorbij',
  geen: 'Besloten: geen nazorg',
  alle: 'Alle uitstroom',
} as const

const UitstroomRij = z.object({
  verblijfId: Id,
  persoonId: Id,
  naam: z.string(),
  vertrokkenOp: z.string(),
  bestemming: z.string(),
  /** Left a household that stayed. */
  isAlleen: z.boolean(),
  product: z.string(),
  /** Organisation that had the stay. */
  organisatie: leeg,
  dagenGeleden: z.number().int(),
  /** The last agreement that still counts; null when there is none. */
  stand: Toestand.nullable(),
  aanbieder: leeg,
  /** Stays in the chain again. */
  isTerug: z.boolean(),
})
export type UitstroomRij = z.infer<typeof UitstroomRij>

export const listUitstroom = endpoint({
  method: 'GET',
  path: '/nazorg/uitstroom',
  name: 'listUitstroom',
  summary: 'Wie uit de keten vertrok, en of er nazorg is afgesproken',
  query: Paging.extend({
    stand: z
      .enum(
        Object.keys(uitstroomStanden) as [
          keyof typeof uitstroomStanden,
          ...(keyof typeof uitstroomStanden)[],
        ],
      )
      .default('zonder'),
    sorteer: z.enum(['vertrokkenOp', '-vertrokkenOp', 'naam', '-naam']).default('-vertrokkenOp'),
    formaat: z.string().optional(),
  }),
  response: page(UitstroomRij),
})

const WaakvlamRij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  aanbieder: z.string(),
  contactpersoon: leeg,
  elkeWeken: z.number().int(),
  laatsteContactOp: leeg,
  laatsteUitkomst: leeg,
  contactOp: z.string(),
  /** Days past the day of contact; 0 when it is still to come. */
  dagenTeLaat: z.number().int(),
  tot: z.string(),
})
export type WaakvlamRij = z.infer<typeof WaakvlamRij>

export const listWaakvlam = endpoint({
  method: 'GET',
  path: '/nazorg/contacten',
  name: 'listWaakvlam',
  summary: 'Lopende nazorg met de volgende contactdag, het langst te laat bovenaan',
  query: Paging.extend({
    stand: z.enum(['te_laat', 'deze_week', 'alle']).default('alle'),
    van: z.enum(['allen', 'mij', 'organisatie']).default('allen'),
    sorteer: z.enum(['contactOp', '-contactOp', 'naam', '-naam', 'tot', '-tot']).default('contactOp'),
    formaat: z.string().optional(),
  }),
  response: page(WaakvlamRij),
})

/** A count; null when it is hidden because it is small. */
const Aantal = z.number().int().nullable()

export const getDekking = endpoint({
  method: 'GET',
  path: '/nazorg/dekking',
  name: 'getDekking',
  summary:
    'Deel van de uitstroom met nazorg per jaar en domein, en aanbieders die niet zijn aangesloten; zonder personen',
  response: z.object({
    peildatum: z.string(),
    minimum: z.number().int().nullable(),
    rijen: z.array(
      z.object({
        jaar: z.number().int(),
        domein: z.string(),
        met: Aantal,
        voorgesteld: Aantal,
        geen: Aantal,
        zonder: Aantal,
        totaal: Aantal,
        /** Share with nazorg, 0 to 1; null when a count that it rests on is hidden, or when nobody left. */
        deel: z.number().nullable(),
      }),
    ),
    nietAangesloten: z.array(
      z.object({ organisatieId: Id, organisatie: z.string(), uitstroom: Aantal, zonder: Aantal }),
    ),
  }),
})

// ── Dossier ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const Contact = z.object({
  id: Id,
  op: z.string(),
  wijze: z.string(),
  uitkomst: z.string(),
  toelichting: leeg,
  organisatie: z.string(),
  door: leeg,
})

const Afspraak = z.object({
  id: Id,
  status: Toestand,
  redenGeen: leeg,
  aanbieder: leeg,
  isBuiten: z.boolean(),
  gemaaktDoor: z.string(),
  contactpersoon: leeg,
  contactNaam: leeg,
  elkeWeken: z.number().int().nullable(),
  afspraken: leeg,
  beslotenOp: z.string(),
  begintOp: leeg,
  tot: leeg,
  geeindigdOp: leeg,
  eindreden: leeg,
  toelichting: leeg,
  /** Only while it runs. */
  contactOp: leeg,
  dagenTeLaat: z.number().int(),
  contacten: z.array(Contact),
  /** How often since which day, the newest first and the begin last; empty while it never changed. */
  frequenties: z.array(z.object({ id: Id, van: z.string(), elkeWeken: z.number().int(), reden: z.string() })),
  acties: z.array(Actie),
  magContact: z.boolean(),
  versie: z.number().int(),
})
export type Afspraak = z.infer<typeof Afspraak>

export const NazorgVan = z.object({
  uitstromen: z.array(
    z.object({
      verblijfId: Id,
      /** Who left the household alone; null when the stay itself ended. */
      alleenId: Id.nullable(),
      vertrokkenOp: z.string(),
      plaats: z.string(),
      bestemming: z.string(),
      afspraken: z.array(Afspraak),
      /** Nothing is agreed that still counts. */
      isZonder: z.boolean(),
    }),
  ),
  terugvalplan: z
    .object({
      id: Id,
      signalen: z.string(),
      watHelpt: z.string(),
      wieBellen: z.string(),
      besprokenOp: z.string(),
      versie: z.number().int(),
    })
    .nullable(),
  risicodagen: z.array(
    z.object({
      id: Id,
      naam: z.string(),
      isJaarlijks: z.boolean(),
      volgendeOp: leeg,
      dagenVooraf: z.number().int(),
      isNabij: z.boolean(),
    }),
  ),
  signalen: z.array(
    z.object({
      id: Id,
      van: z.string(),
      ontvangenOp: z.string(),
      signaal: z.string(),
      opgepaktOp: leeg,
      uitkomst: leeg,
    }),
  ),
  /** Consents on which a naaste may be heard. */
  naasten: z.array(z.object({ toestemmingId: Id, naam: z.string() })),
  trajectId: Id.nullable(),
  magWijzigen: z.boolean(),
})
export type NazorgVan = z.infer<typeof NazorgVan>

export const getNazorgVan = endpoint({
  method: 'GET',
  path: '/personen/:id/nazorg',
  name: 'getNazorgVan',
  summary: 'Nazorg, contacten, terugvalplan, risicodagen en signalen van één cliënt',
  params: IdParam,
  response: NazorgVan,
})

const Keuze = z.object({ id: Id, naam: z.string() })

export const getNazorgkeuzes = endpoint({
  method: 'GET',
  path: '/personen/:id/nazorg-keuzes',
  name: 'getNazorgkeuzes',
  summary: 'Waaruit u kunt kiezen bij nazorg: organisaties, toestemmingen, medewerkers, producten en redenen',
  params: IdParam,
  response: z.object({
    organisaties: z.array(Keuze.extend({ isAangesloten: z.boolean(), vraagtToestemming: z.boolean() })),
    /** Turned 18 in the chain, and did not agree that data of before goes on. */
    jeugdwetToestemmingNodig: z.boolean(),
    toestemmingen: z.array(Keuze.extend({ organisatieId: Id.nullable() })),
    medewerkers: z.array(Keuze),
    producten: z.array(Keuze),
    redenenGeen: z.array(z.object({ code: z.string(), naam: z.string() })),
    eindredenen: z.array(z.object({ code: z.string(), naam: z.string() })),
  }),
})
export type Nazorgkeuzes = z.output<(typeof getNazorgkeuzes)['response']>

const change = <B extends z.ZodType>(path: string, name: string, summary: string, body: B) =>
  endpoint({ method: 'POST', path, name, summary, params: IdParam, body, response: Gedaan })

export const postNazorg = change(
  '/verblijven/:id/nazorg',
  'arrangeNazorg',
  'Na vertrek: nazorg afspreken, of vastleggen waarom die er niet komt',
  NazorgInvoer,
)
export const postStap = change(
  '/nazorgafspraken/:id/stappen',
  'stepNazorg',
  'Nazorg aannemen, weigeren, intrekken, afronden of stoppen',
  StapInvoer,
)
export const postOpschaling = change(
  '/nazorgafspraken/:id/opschaling',
  'scaleUpNazorg',
  'Van waakvlam naar actieve hulp, zonder nieuwe intake',
  OpschaalInvoer,
)
export const postContact = change(
  '/nazorgafspraken/:id/contacten',
  'recordNazorgcontact',
  'Een contact vastleggen; de volgende contactdag volgt vanzelf',
  ContactInvoer,
)
export const postFrequentie = change(
  '/nazorgafspraken/:id/frequenties',
  'changeNazorgfrequentie',
  'Vaker of minder vaak contact vanaf een dag, met reden; wat gold blijft bewaard',
  FrequentieInvoer,
)
export const putTerugvalplan = endpoint({
  method: 'PUT',
  path: '/personen/:id/terugvalplan',
  name: 'saveTerugvalplan',
  summary: 'Het terugvalplan van de cliënt, in eigen woorden',
  params: IdParam,
  body: TerugvalplanInvoer,
  response: Gedaan,
})
export const postRisicodag = change(
  '/personen/:id/risicodagen',
  'addRisicodag',
  'Een dag die moeilijk is voor de cliënt, met een sein vooraf',
  RisicodagInvoer,
)
export const postRisicodagEinde = change(
  '/risicodagen/:id/einde',
  'endRisicodag',
  'Een risicodag geldt niet meer',
  z.object({}),
)
export const postSignaal = change(
  '/personen/:id/netwerksignalen',
  'recordNetwerksignaal',
  'Een signaal van iemand uit het netwerk, met toestemming van de cliënt',
  SignaalInvoer,
)
export const postAfhandeling = change(
  '/netwerksignalen/:id/afhandeling',
  'settleNetwerksignaal',
  'Vastleggen wat er met een signaal is gedaan',
  AfhandelInvoer,
)

// ── Time-out (OVD-07) ─────────────────────────────────────────────────────────────────────────────────────────────────

export const getTimeOut = endpoint({
  method: 'GET',
  path: '/trajecten/:id/time-outplekken',
  name: 'getTimeOutplekken',
  summary: 'Vrije time-outplekken voor een cliënt, en of u ze kunt boeken',
  params: IdParam,
  response: z.object({
    persoonId: Id,
    naam: z.string(),
    versie: z.number().int(),
    plekken: z.array(
      z.object({
        plekId: Id,
        plek: z.string(),
        locatie: z.string(),
        product: z.string(),
        /** Null when it can be booked here; else why not. */
        nietOmdat: leeg,
      }),
    ),
    /** Every time-out place, with when it is taken: for booking ahead. */
    vooruit: z.array(
      z.object({
        plekId: Id,
        plek: z.string(),
        locatie: z.string(),
        product: z.string(),
        nietOmdat: leeg,
        bezet: z.array(z.object({ van: z.string(), tot: leeg })),
      }),
    ),
    /** What is held for this traject. */
    boekingen: z.array(
      z.object({
        id: Id,
        versie: z.number().int(),
        plek: z.string(),
        locatie: z.string(),
        van: z.string(),
        tot: z.string(),
        reden: z.string(),
        /** Null when the stay can begin now; else why not. */
        beginNietOmdat: leeg,
      }),
    ),
  }),
})

export const postTimeOut = change(
  '/trajecten/:id/time-outplekken',
  'bookTimeOut',
  'Een time-outplek boeken; de plek is meteen bezet en het traject loopt door',
  TimeOutInvoer,
)
export const postBoeking = change(
  '/trajecten/:id/time-outboekingen',
  'bookTimeOutAhead',
  'Een time-outplek vooruit boeken; de plek wordt van de eerste nacht tot het vertrek vastgehouden',
  BoekingInvoer,
)
export const postBoekingBegin = change(
  '/time-outboekingen/:id/begin',
  'startTimeOutboeking',
  'De boeking wordt een verblijf: de cliënt is er',
  BoekingBegin,
)
export const postBoekingEinde = change(
  '/time-outboekingen/:id/annulering',
  'cancelTimeOutboeking',
  'Een boeking annuleren; de plek is weer vrij',
  BoekingEinde,
)
