import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { AdresSoort, HuishoudenRol } from './keuzes.ts'
import { RegisterPersoon } from './persoon.ts'

const Moment = z.iso.datetime({ offset: true })
const Vastgelegd = z.object({ id: z.uuid(), versie: z.number().int() })
const Klaar = z.object({})

/** A person in a list: only what tells people apart. */
export const PersoonRegel = z.object({
  id: z.uuid(),
  naam: z.string(),
  geboortedatum: z.string().nullable(),
  woonplaats: z.string().nullable(),
  isGeheim: z.boolean(),
})
export type PersoonRegel = z.infer<typeof PersoonRegel>

export const listPersonen = endpoint({
  method: 'GET',
  path: '/personen',
  name: 'listPersonen',
  summary: 'Cliënten bij wie uw organisatie betrokken is, op naam',
  query: Paging.extend({
    sorteer: z
      .enum(['naam', '-naam', 'geboortedatum', '-geboortedatum'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('naam'),
  }),
  response: page(PersoonRegel),
})

export const Zoekvraag = z
  .object({
    naam: z.string().trim().max(200).nullish(),
    geboortedatum: Datum.nullish(),
    bsn: z.string().trim().max(20).nullish(),
  })
  .refine((vraag) => (vraag.naam?.length ?? 0) >= 2 || vraag.geboortedatum || vraag.bsn, {
    error: 'Vul een naam van minstens twee letters, een geboortedatum of een burgerservicenummer in.',
    path: ['naam'],
  })

export const Zoekresultaat = z.object({
  /** Empty when another organisation has the file: then there is nothing to see, only that it exists. */
  persoonId: z.uuid().nullable(),
  bekendElders: z.boolean(),
  reden: z.string(),
  persoon: PersoonRegel.nullable(),
})
export type Zoekresultaat = z.infer<typeof Zoekresultaat>

export const zoekPersonen = endpoint({
  method: 'POST',
  path: '/personen/_zoek',
  name: 'zoekPersonen',
  summary: 'Zoek een cliënt op naam, geboortedatum of burgerservicenummer voordat u een dossier maakt',
  body: Zoekvraag,
  response: page(Zoekresultaat),
  status: 200,
})

export const registreerPersoon = endpoint({
  method: 'POST',
  path: '/personen',
  name: 'registreerPersoon',
  summary: 'Leg een cliënt vast; zoek eerst of er al een dossier is',
  body: RegisterPersoon,
  response: Vastgelegd,
})

export const wijzigPersoon = endpoint({
  method: 'PUT',
  path: '/personen/:id',
  name: 'wijzigPersoon',
  summary: 'Wijzig de gegevens van een cliënt; zonder bsn blijft het nummer zoals het is',
  params: IdParam,
  body: RegisterPersoon.extend({ versie: Versie }),
  response: Vastgelegd,
})

/** Who the strong match is and why it cannot wait for the ordinary way. */
export const Aansluiting = z.object({
  achternaam: tekst('de achternaam'),
  tussenvoegsel: z.string().trim().max(30).nullish(),
  voornamen: z.string().trim().max(200).nullish(),
  geboortedatum: Datum,
  bsn: z.string().trim().max(20).nullish(),
  reden: tekst('de reden', 500).min(10, { error: 'Leg in minstens tien tekens uit waarom.' }),
})
export type Aansluiting = z.input<typeof Aansluiting>

export const sluitAan = endpoint({
  method: 'POST',
  path: '/personen/aansluitingen',
  name: 'sluitAan',
  summary: 'Word betrokken bij een cliënt die zich bij u meldt en al een dossier heeft bij een ander',
  body: Aansluiting,
  response: z.object({ persoonId: z.uuid() }),
})

export const openInNood = endpoint({
  method: 'POST',
  path: '/noodprocedures',
  name: 'openInNood',
  summary: 'Open in nood een dossier van een ander, met reden; de privacy officer beoordeelt het',
  body: Aansluiting,
  response: z.object({ persoonId: z.uuid(), tot: z.string() }),
})

export const Noodprocedure = z.object({
  id: z.uuid(),
  persoonId: z.uuid(),
  organisatie: z.string(),
  gebruiker: z.string(),
  /** The asker opened it, so somebody else must judge. */
  isVanMij: z.boolean(),
  reden: z.string(),
  geopendOp: Moment,
  oordeel: z.enum(['terecht', 'onterecht']).nullable(),
  toelichting: z.string().nullable(),
  beoordeeldOp: Moment.nullable(),
  beoordeeldDoor: z.string().nullable(),
})
export type Noodprocedure = z.infer<typeof Noodprocedure>

export const listNoodprocedures = endpoint({
  method: 'GET',
  path: '/noodprocedures',
  name: 'listNoodprocedures',
  summary: 'Dossiers die in nood zijn geopend, om te beoordelen',
  query: Paging.extend({ stand: z.enum(['te_beoordelen', 'alle']).default('te_beoordelen') }),
  response: page(Noodprocedure),
})

export const beoordeelNoodprocedure = endpoint({
  method: 'POST',
  path: '/noodprocedures/:id/beoordeling',
  name: 'beoordeelNoodprocedure',
  summary: 'Beoordeel of het openen in nood terecht was',
  params: IdParam,
  body: z.object({
    oordeel: z.enum(['terecht', 'onterecht'], { error: 'Kies of het openen terecht was.' }),
    toelichting: z.string().trim().max(500).nullish(),
  }),
  response: Klaar,
})

export const Inzage = z.object({
  volgnummer: z.number().int(),
  tijd: Moment,
  gebeurtenis: z.string(),
  actie: z.enum(['C', 'R', 'U', 'D', 'E']),
  gelukt: z.boolean(),
  gebruiker: z.string(),
  organisatie: z.string().nullable(),
  rol: z.string(),
  doel: z.string(),
  noodprocedure: z.boolean(),
  toelichting: z.string().nullable(),
})
export type Inzage = z.infer<typeof Inzage>

export const listInzage = endpoint({
  method: 'GET',
  path: '/personen/:id/inzage',
  name: 'listInzage',
  summary: 'Wie keek wanneer en waarom in een dossier (NEN 7513)',
  params: IdParam,
  query: Paging.extend({ van: Datum.optional(), totEnMet: Datum.optional() }),
  response: page(Inzage),
})

export const Adres = z.object({
  id: z.uuid(),
  soort: AdresSoort,
  isGeheim: z.boolean(),
  /** Null when it is secret and the viewer may not see it. */
  adres: z.string().nullable(),
  gemeente: z.string().nullable(),
  van: z.string(),
  tot: z.string().nullable(),
})
export type Adres = z.infer<typeof Adres>

export const Lid = z.object({
  persoonId: z.uuid(),
  naam: z.string(),
  geboortedatum: z.string().nullable(),
  rol: HuishoudenRol,
  isGeheim: z.boolean(),
  veiligContact: z.string().nullable(),
})
export type Lid = z.infer<typeof Lid>

export const Dossier = z.object({
  id: z.uuid(),
  naam: z.string(),
  leeftijd: z.number().int().nullable(),
  versie: z.number().int(),
  gegevens: RegisterPersoon.omit({ bsn: true }),
  heeftBsn: z.boolean(),
  overledenOp: z.string().nullable(),
  /** After handing over: first day on which the own organisation no longer sees it, and until then only reads; else null. */
  meelezenTot: z.string().nullable(),
  betrokkenen: z.array(
    z.object({ organisatie: z.string(), doel: z.string(), van: z.string(), tot: z.string().nullable() }),
  ),
  huishouden: z.object({ id: z.uuid(), naam: z.string(), leden: z.array(Lid) }).nullable(),
  adressen: z.array(Adres),
  samengevoegd: z.array(
    z.object({ samenvoegingId: z.uuid(), persoonId: z.uuid(), naam: z.string(), reden: z.string() }),
  ),
})
export type Dossier = z.infer<typeof Dossier>

export const haalDossier = endpoint({
  method: 'GET',
  path: '/personen/:id',
  name: 'haalDossier',
  summary: 'Dossier van een cliënt; een samengevoegd dossier geeft het dossier dat blijft',
  params: IdParam,
  response: Dossier,
})

export const TijdlijnRegel = z.object({
  id: z.uuid(),
  soort: z.string(),
  zin: z.string(),
  op: z.string(),
  vastgelegdOp: Moment,
  door: z.string().nullable(),
  organisatie: z.string().nullable(),
})
export type TijdlijnRegel = z.infer<typeof TijdlijnRegel>

export const listTijdlijn = endpoint({
  method: 'GET',
  path: '/personen/:id/tijdlijn',
  name: 'listTijdlijn',
  summary: 'Wat er gebeurde rond een cliënt, het nieuwste eerst',
  params: IdParam,
  query: Paging,
  response: page(TijdlijnRegel),
})

export const toonBsn = endpoint({
  method: 'GET',
  path: '/personen/:id/bsn',
  name: 'toonBsn',
  summary: 'Het burgerservicenummer van een cliënt; het bekijken komt in het logboek van inzage',
  params: IdParam,
  response: z.object({ bsn: z.string() }),
})

export const Dubbel = z.object({ persoon: PersoonRegel, redenen: z.array(z.string()), zeker: z.boolean() })
export type Dubbel = z.infer<typeof Dubbel>

export const listDubbelen = endpoint({
  method: 'GET',
  path: '/personen/:id/dubbelen',
  name: 'listDubbelen',
  summary: 'Dossiers die van dezelfde persoon kunnen zijn, met de reden',
  params: IdParam,
  response: z.object({ results: z.array(Dubbel) }),
})

export const voegAdresToe = endpoint({
  method: 'POST',
  path: '/personen/:id/adressen',
  name: 'voegAdresToe',
  summary: 'Leg een adres vast; een eerder adres van dezelfde soort eindigt op die dag',
  params: IdParam,
  body: z.object({
    soort: AdresSoort,
    adres: tekst('het adres', 300),
    gemeenteCode: RegisterPersoon.shape.woonplaatsGemeente,
    isGeheim: z.boolean().default(false),
    van: Datum,
    tot: Datum.nullish(),
  }),
  response: z.object({ id: z.uuid() }),
})

export const beeindigAdres = endpoint({
  method: 'POST',
  path: '/adressen/:id/einde',
  name: 'beeindigAdres',
  summary: 'Laat een adres eindigen',
  params: IdParam,
  body: z.object({ tot: Datum }),
  response: Klaar,
})

export const maakHuishouden = endpoint({
  method: 'POST',
  path: '/huishoudens',
  name: 'maakHuishouden',
  summary: 'Maak een huishouden van cliënten die samen geplaatst worden',
  body: z.object({
    persoonId: z.uuid(),
    leden: z.array(z.object({ persoonId: z.uuid(), rol: HuishoudenRol })).max(30),
    op: Datum,
  }),
  response: z.object({ id: z.uuid() }),
})

export const wijzigHuishouden = endpoint({
  method: 'POST',
  path: '/huishoudens/:id/leden',
  name: 'wijzigHuishouden',
  summary: 'Voeg een lid toe, geef een andere plaats of haal een lid weg, vanaf een dag',
  params: IdParam,
  body: z.discriminatedUnion('actie', [
    z.object({ actie: z.enum(['toevoegen', 'rol']), persoonId: z.uuid(), rol: HuishoudenRol, op: Datum }),
    z.object({ actie: z.literal('weghalen'), persoonId: z.uuid(), op: Datum }),
  ]),
  response: Klaar,
  status: 200,
})
