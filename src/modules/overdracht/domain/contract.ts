import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import { gronden, ontvangersoorten } from '../../delen/domain/keuzes.ts'
import { buitenSoorten, contactUitkomsten, richtingen, wetsovergangen } from './rules.ts'
import { acties, toestanden } from './toestanden.ts'

const Wetsovergang = z.enum(keysOf(wetsovergangen), { error: 'Kies of de wet verandert.' })
const vrij = (label: string, max: number) => tekst(label, max).nullish()

/** What both kinds of offer say. */
const inhoud = {
  wetsovergang: Wetsovergang,
  reden: tekst('waarom u overdraagt', 500),
  samenvatting: tekst('wat de ander moet weten', 4000),
}

export const Aanbod = z
  .object({
    ...inhoud,
    waarheen: z.enum(['binnen', 'naar_buiten'], { error: 'Kies waar de cliënt heen gaat.' }),
    naarOrganisatieId: z.uuid({ error: 'Kies aan wie u overdraagt.' }).nullish(),
    naarSoort: z.enum(buitenSoorten).nullish(),
    naarNaam: vrij('de naam van de ontvanger', 120),
    grond: z.enum(keysOf(gronden), { error: 'Kies waarom u deze gegevens mag geven.' }),
    toestemmingId: z.uuid().nullish(),
    weging: vrij('de uitleg', 1000),
    wetsartikel: vrij('het wetsartikel', 120),
    /** For who turned 18 in the chain: nothing of before goes along. */
    zonderJeugdgegevens: z.boolean().nullish(),
    /** Members of the household who go along, each with a handover of the own. */
    ookVoor: z.array(z.uuid()).max(20).default([]),
  })
  .refine((value) => value.waarheen !== 'binnen' || value.naarOrganisatieId, {
    path: ['naarOrganisatieId'],
    error: 'Kies aan wie u overdraagt.',
  })
  .refine((value) => value.waarheen !== 'naar_buiten' || value.naarSoort, {
    path: ['naarSoort'],
    error: 'Kies wat voor partij het is.',
  })
  .refine((value) => value.waarheen !== 'naar_buiten' || value.naarNaam, {
    path: ['naarNaam'],
    error: 'Vul de naam van de ontvanger in.',
  })
export type Aanbod = z.input<typeof Aanbod>

/** A person who comes from another region: recorded by who receives. */
export const Binnenkomst = z.object({
  ...inhoud,
  reden: tekst('waarom de cliënt wordt overgedragen', 500),
  samenvatting: tekst('wat de ander u vertelde', 4000),
  vanNaam: tekst('van wie de cliënt komt', 120),
  vanContact: tekst('hoe u de ander bereikt', 200),
  geverNaam: tekst('wie namens de ander tekende', 120),
  geverOndertekendOp: Datum,
})
export type Binnenkomst = z.infer<typeof Binnenkomst>

const clientErbij = {
  clientAanwezig: z.boolean({ error: 'Kies of de cliënt erbij was.' }),
  clientAfwezigReden: vrij('waarom de cliënt er niet bij was', 300),
}

export const Afronding = z
  .object({
    gesprekOp: Datum,
    ...clientErbij,
    eersteContactUiterlijk: Datum,
    /** Someone of the receiving organisation; who finishes when left out. */
    contactpersoonId: z.uuid().nullish(),
  })
  .refine((value) => value.clientAanwezig || value.clientAfwezigReden, {
    path: ['clientAfwezigReden'],
    error: 'Leg uit waarom de cliënt er niet bij was.',
  })
export type Afronding = z.infer<typeof Afronding>

export const EersteContact = z
  .object({
    op: Datum,
    uitkomst: z.enum(keysOf(contactUitkomsten), { error: 'Kies of de cliënt is gesproken.' }),
    toelichting: vrij('de toelichting', 500),
    /** The step "eerste contact" is done: what comes next? */
    volgendeStap: tekst('een volgende stap', 200),
    volgendeStapOp: Datum,
  })
  .refine((value) => value.uitkomst === 'gesproken' || value.toelichting, {
    path: ['toelichting'],
    error: 'Leg uit waarom contact niet meer kan.',
  })
export type EersteContact = z.infer<typeof EersteContact>

export const OverdrachtItem = z.object({
  id: z.uuid(),
  persoonId: z.uuid(),
  naam: z.string(),
  richting: z.enum(keysOf(richtingen)),
  van: z.string(),
  naar: z.string(),
  wetsovergang: Wetsovergang,
  toestand: z.enum(keysOf(toestanden)),
  aangebodenOp: z.string(),
  antwoordUiterlijk: z.string(),
  afgerondOp: z.string().nullable(),
  eersteContactUiterlijk: z.string().nullable(),
  eersteContactOp: z.string().nullable(),
})
export type OverdrachtItem = z.infer<typeof OverdrachtItem>

export const OverdrachtDetail = OverdrachtItem.extend({
  /** False before acceptance for the receiver: then only what was shared is in the answer. */
  zietDossier: z.boolean(),
  geboortedatum: z.string().nullable(),
  reden: z.string(),
  samenvatting: z.string(),
  /** True when nothing from before the eighteenth birthday goes along. */
  zonderJeugdgegevens: z.boolean(),
  vanContact: z.string().nullable(),
  grond: z.enum(keysOf(gronden)).nullable(),
  artikel: z.string().nullable(),
  vervaltOp: z.string().nullable(),
  naarSoort: z.enum(keysOf(ontvangersoorten)).nullable(),
  geverNaam: z.string(),
  geverOndertekendOp: z.string(),
  ontvangerNaam: z.string().nullable(),
  ontvangerFunctie: z.string().nullable(),
  ontvangerTelefoon: z.string().nullable(),
  ontvangerOndertekendOp: z.string().nullable(),
  ontvangerToelichting: z.string().nullable(),
  eindreden: z.string().nullable(),
  gesprekOp: z.string().nullable(),
  clientAanwezig: z.boolean().nullable(),
  clientAfwezigReden: z.string().nullable(),
  eersteContactUitkomst: z.enum(keysOf(contactUitkomsten)).nullable(),
  eersteContactToelichting: z.string().nullable(),
  /** For who handed over: first day on which it no longer reads along; null when it may do more or sees nothing. */
  meelezenTot: z.string().nullable(),
  /** The link that holds, for the giver; null when there is none. */
  link: z
    .object({ gemaaktOp: z.string(), verlooptOp: z.string(), geopendOp: z.string().nullable() })
    .nullable(),
  /** What the asker's organisation may do now. */
  kan: z.array(z.enum([...keysOf(acties), 'eerste_contact', 'link'])),
  /** For finishing: the first-contact day that the region has as its term, and who can be the contact. */
  voorstelEersteContact: z.string(),
  medewerkers: z.array(z.object({ id: z.uuid(), naam: z.string() })),
})
export type OverdrachtDetail = z.infer<typeof OverdrachtDetail>

export const standen = {
  wacht_op_mij: 'Wacht op mij',
  eerste_contact: 'Eerste contact nagaan',
  bij_de_ander: 'Wacht op de ander',
  alle: 'Alle overdrachten',
} as const

export const listOverdrachten = endpoint({
  method: 'GET',
  path: '/overdrachten',
  name: 'listOverdrachten',
  summary: 'Overdrachten van en naar uw organisatie, of van één cliënt',
  query: Paging.extend({
    stand: z.enum(keysOf(standen)).default('wacht_op_mij'),
    persoonId: z.uuid().optional(),
  }),
  response: page(OverdrachtItem),
})

export const haalOverdracht = endpoint({
  method: 'GET',
  path: '/overdrachten/:id',
  name: 'haalOverdracht',
  summary: 'Een overdracht, met wat u nu kunt doen',
  params: IdParam,
  response: OverdrachtDetail,
})

export const haalOverdrachtdocument = endpoint({
  method: 'GET',
  path: '/overdrachten/:id/document',
  name: 'haalOverdrachtdocument',
  summary: 'De overdracht op papier met beide handtekeningen, als bestand in base64',
  params: IdParam,
  query: z.object({ soort: z.enum(['pdf', 'odt']).default('pdf') }),
  response: z.object({
    persoonId: z.uuid(),
    titel: z.string(),
    bestandsnaam: z.string(),
    mime: z.string(),
    inhoud: z.string(),
    redenGeenPdf: z.string().nullable(),
  }),
})

const done = z.object({ id: z.uuid(), persoonId: z.uuid() })
const step = <B extends z.ZodType>(pad: string, name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `/overdrachten/:id/${pad}`,
    name,
    summary,
    params: IdParam,
    body,
    response: done,
  })

export const biedOverdrachtAan = endpoint({
  method: 'POST',
  path: '/personen/:id/overdrachten',
  name: 'biedOverdrachtAan',
  summary:
    'Bied een cliënt aan een ander aan, met wie in het huishouden meegaat; tot het afronden blijft u verantwoordelijk',
  params: IdParam,
  body: Aanbod,
  response: done.extend({
    /** Handovers of members of the household that were made along. */
    ookGemaakt: z.array(z.uuid()),
    /** How many chosen members did not go along; why is not said. */
    nietMee: z.number().int(),
  }),
})
export const haalMeegaanden = endpoint({
  method: 'GET',
  path: '/personen/:id/meegaanden',
  name: 'haalMeegaanden',
  summary:
    'Wie uit het huishouden op dezelfde plek verblijft of hetzelfde traject volgt, en mee kan in een overdracht',
  params: IdParam,
  response: z.object({
    leden: z.array(
      z.object({
        persoonId: z.uuid(),
        naam: z.string(),
        geboortedatum: z.string().nullable(),
        /** Turned 18 in the chain, and did not agree that data of before goes on. */
        jeugdwetToestemmingNodig: z.boolean(),
      }),
    ),
  }),
})
export const legBinnenkomstVast = endpoint({
  method: 'POST',
  path: '/personen/:id/binnenkomsten',
  name: 'legBinnenkomstVast',
  summary: 'Leg vast dat een cliënt van buiten de regio aan u wordt overgedragen',
  params: IdParam,
  body: Binnenkomst,
  response: done,
})
export const accepteerOverdracht = step(
  'aanname',
  'accepteerOverdracht',
  'Neem een overdracht aan en teken ervoor; de gever blijft verantwoordelijk tot het afronden',
  z.object({ toelichting: vrij('de toelichting', 500) }),
)
export const weigerOverdracht = step(
  'weigering',
  'weigerOverdracht',
  'Neem een overdracht niet aan, met reden',
  z.object({ reden: tekst('waarom u niet aanneemt', 500) }),
)
export const trekOverdrachtIn = step(
  'intrekking',
  'trekOverdrachtIn',
  'Trek een overdracht in, met reden',
  z.object({ reden: tekst('waarom u intrekt', 500) }),
)
export const rondOverdrachtAf = step(
  'afronding',
  'rondOverdrachtAf',
  'Rond een aangenomen overdracht af na het gesprek; de verantwoordelijkheid en het aanspreekpunt gaan over',
  Afronding,
)
export const legEersteContactVast = step(
  'eerste-contact',
  'legEersteContactVast',
  'Leg vast of het eerste contact na de overdracht er was',
  EersteContact,
)
export const maakOverdrachtlink = endpoint({
  method: 'POST',
  path: '/overdrachten/:id/links',
  name: 'maakOverdrachtlink',
  summary: 'Maak een eenmalige link voor een ontvanger buiten de regio; een eerdere link vervalt',
  params: IdParam,
  body: z.object({}),
  response: z.object({ id: z.uuid(), persoonId: z.uuid(), token: z.string(), verlooptOp: z.string() }),
})
