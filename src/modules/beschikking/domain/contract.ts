import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Intrekgrond, Opschortgrond, Sluiting, Soort, Status, Termijnstand, Verzendwijze } from './keuzes.ts'

const id = z.uuid()
const MOTIVERING_MAX = 8000

const Motivering = tekst('de motivering', MOTIVERING_MAX)

export const BeschikkingRij = z.object({
  id,
  nummer: z.string(),
  persoonId: id,
  persoonNaam: z.string(),
  productNaam: z.string().nullable(),
  soort: Soort.nullable(),
  status: Status,
  aangevraagdOp: z.string(),
  uiterlijkOp: z.string(),
  /** Days from today to the last day; negative when late. */
  dagenOver: z.number().int(),
  termijnstand: Termijnstand,
  beschiktOp: z.string().nullable(),
  verzondenOp: z.string().nullable(),
  heronderzoekOp: z.string().nullable(),
  organisatieNaam: z.string(),
  gemeenteNaam: z.string(),
})
export type BeschikkingRij = z.infer<typeof BeschikkingRij>

const sorteer = (keys: readonly string[]) =>
  z.string().refine((value) => keys.includes(value.replace(/^-/, '')), {
    error: `Sorteer op een van: ${keys.join(', ')}. Zet er een min voor om om te draaien.`,
  })

export const listBeschikkingen = endpoint({
  method: 'GET',
  path: '/beschikkingen',
  name: 'listBeschikkingen',
  summary: 'Aanvragen en beschikkingen die u mag zien; wat te laat is staat bovenaan',
  query: Paging.extend({
    status: Status.optional(),
    /** Of open applications: past the last day, close to it, or standing still. */
    termijn: z.enum(['te_laat', 'binnenkort', 'staat_stil']).optional(),
    /** Decided, but not yet sent. */
    teVerzenden: z.enum(['ja']).optional(),
    vanMijnOrganisatie: z.enum(['ja']).optional(),
    nummer: z.string().trim().max(20).optional(),
    persoonId: id.optional(),
    sorteer: sorteer(['werk', 'nummer', 'aangevraagdOp', 'uiterlijkOp', 'beschiktOp', 'persoonNaam']).default(
      'werk',
    ),
  }),
  response: page(BeschikkingRij),
})

export const listHeronderzoeken = endpoint({
  method: 'GET',
  path: '/heronderzoeken',
  name: 'listHeronderzoeken',
  summary: 'Geldige beschikkingen die opnieuw bekeken moeten worden (Wmo 2015 art. 2.3.9)',
  query: Paging.extend({
    /** Up to and including this day; four weeks ahead unless said otherwise. */
    totEnMet: Datum.optional(),
    vanMijnOrganisatie: z.enum(['ja']).optional(),
    sorteer: sorteer(['heronderzoekOp', 'nummer', 'persoonNaam']).default('heronderzoekOp'),
  }),
  response: page(BeschikkingRij),
})

/** One thing that the viewer may or may not do now, with the reason: for the button and for the server alike. */
export const Mogelijkheid = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reden: z.string() }),
])

export const Beschikking = z.object({
  id,
  versie: Versie,
  nummer: z.string(),
  persoon: z.object({ id, naam: z.string(), isGeheim: z.boolean() }),
  melding: z.object({ id, nummer: z.string() }).nullable(),
  product: z.object({ id, naam: z.string(), domein: z.string() }).nullable(),
  soort: Soort.nullable(),
  status: Status,
  aangevraagdOp: z.string(),
  termijn: z.object({
    uiterlijkOp: z.string(),
    dagenOver: z.number().int(),
    stand: Termijnstand,
    voorlopig: z.boolean(),
    /** Why it is this day, one sentence per line. */
    uitleg: z.array(z.string()),
  }),
  beschiktOp: z.string().nullable(),
  beslisser: z.string().nullable(),
  organisatie: z.object({ id, naam: z.string() }),
  gemeente: z.object({ code: z.string(), naam: z.string() }),
  /** Null when the gemeente decides itself. */
  mandaat: z.object({ grondslag: z.string() }).nullable(),
  geldigVan: z.string().nullable(),
  /** First day on which it no longer holds. */
  geldigTot: z.string().nullable(),
  heronderzoekOp: z.string().nullable(),
  motivering: z.string().nullable(),
  intrekgrond: Intrekgrond.nullable(),
  verzondenOp: z.string().nullable(),
  verzondenVia: Verzendwijze.nullable(),
  bezwaarTot: z.string().nullable(),
  vorige: z.object({ id, nummer: z.string() }).nullable(),
  volgende: z.array(z.object({ id, nummer: z.string(), soort: Soort.nullable() })),
  opschortingen: z.array(
    z.object({
      id,
      van: z.string(),
      tot: z.string().nullable(),
      verwachtTot: z.string().nullable(),
      grond: Opschortgrond,
      reden: z.string(),
    }),
  ),
  heronderzoeken: z.array(
    z.object({ id, gedaanOp: z.string(), uitkomst: z.string(), toelichting: z.string() }),
  ),
  brieven: z.array(z.object({ id, titel: z.string(), gemaaktOp: z.string(), heeftOdt: z.boolean() })),
  geschiedenis: z.array(z.object({ id, op: z.string(), soort: z.string(), door: z.string().nullable() })),
  mag: z.object({
    beslissen: Mogelijkheid,
    opschorten: Mogelijkheid,
    opschortingBeeindigen: Mogelijkheid,
    verzenden: Mogelijkheid,
    herzien: Mogelijkheid,
    heronderzoeken: Mogelijkheid,
    sluiten: Mogelijkheid,
  }),
})
export type Beschikking = z.infer<typeof Beschikking>

export const haalBeschikking = endpoint({
  method: 'GET',
  path: '/beschikkingen/:id',
  name: 'haalBeschikking',
  summary: 'Eén aanvraag of beschikking met termijn, brieven en geschiedenis',
  params: IdParam,
  response: Beschikking,
})

/** What a form for a new application needs: products, gemeenten, and who decides for each domain. */
export const haalAanvraagkeuzes = endpoint({
  method: 'GET',
  path: '/beschikkingen/keuzes',
  name: 'haalAanvraagkeuzes',
  summary: 'Producten, gemeenten en wie er beslist, met wat al bekend is van de cliënt of de melding',
  query: z.object({ persoonId: id.optional(), meldingId: id.optional() }),
  response: z.object({
    /** For whom; null when neither a visible cliënt nor melding was named. */
    persoon: z.object({ id, naam: z.string() }).nullable(),
    melding: z.object({ id, nummer: z.string() }).nullable(),
    /** What the melding and the cliënt already say; the user may choose otherwise. */
    bekend: z.object({ productId: id.nullable(), gemeenteCode: z.string().nullable() }),
    producten: z.array(z.object({ id, naam: z.string(), domein: z.string() })),
    gemeenten: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        /** Name of the organisation that decides, per domain; absent when nobody may. */
        beslissers: z.record(z.string(), z.string()),
      }),
    ),
    heronderzoek: z.object({ aantal: z.number().int(), eenheid: z.string() }),
  }),
})

export const dienAanvraagIn = endpoint({
  method: 'POST',
  path: '/beschikkingen',
  name: 'dienAanvraagIn',
  summary: 'Leg een aanvraag vast; de beslistermijn begint (Wmo 2015 art. 2.3.5 lid 2)',
  body: z.object({
    persoonId: z.uuid({ error: 'Kies voor wie de aanvraag is.' }),
    meldingId: id.nullish(),
    besluitId: id.nullish(),
    productId: z.uuid({ error: 'Kies wat er wordt aangevraagd.' }),
    aangevraagdOp: Datum,
    namensGemeente: z
      .string({ error: 'Kies de gemeente.' })
      .regex(/^GM\d{4}$/, { error: 'Kies de gemeente.' }),
  }),
  response: z.object({ id, nummer: z.string(), uiterlijkOp: z.string(), beslisser: z.string() }),
})

export const startOpschorting = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/opschortingen',
  name: 'startOpschorting',
  summary: 'Zet de beslistermijn stil (Awb art. 4:15)',
  params: IdParam,
  body: z
    .object({
      versie: Versie,
      grond: Opschortgrond,
      /** Day of the letter or consent; the term stands still from the day after. */
      gevraagdOp: Datum,
      /** Last day for the applicant to answer. */
      antwoordUiterlijk: Datum.nullish(),
      reden: tekst('wat u nodig heeft', 500),
    })
    .check((ctx) => {
      const { grond, antwoordUiterlijk, gevraagdOp } = ctx.value
      if ((grond === 'aanvulling' || grond === 'instemming') && !antwoordUiterlijk)
        ctx.issues.push({
          code: 'custom',
          path: ['antwoordUiterlijk'],
          message: 'Vul in tot en met welke dag de aanvrager de tijd heeft.',
          input: antwoordUiterlijk,
        })
      if (antwoordUiterlijk && antwoordUiterlijk <= gevraagdOp)
        ctx.issues.push({
          code: 'custom',
          path: ['antwoordUiterlijk'],
          message: 'Kies een dag na de dag waarop u het vroeg.',
          input: antwoordUiterlijk,
        })
    }),
  response: z.object({ uiterlijkOp: z.string() }),
})

export const beeindigOpschorting = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/opschortingen/beeindiging',
  name: 'beeindigOpschorting',
  summary: 'Laat de beslistermijn weer lopen',
  params: IdParam,
  body: z.object({
    versie: Versie,
    /** Day on which the data came or the reason ended; from this day the term runs. */
    op: Datum,
  }),
  response: z.object({ uiterlijkOp: z.string() }),
  status: 200,
})

const geldigheid = {
  geldigVan: Datum,
  /** Last day of validity; empty without end. */
  geldigTotEnMet: Datum.nullish(),
  heronderzoekOp: Datum.nullish(),
}

export const beslis = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/beslissing',
  name: 'beslis',
  summary: 'Beslis op de aanvraag: toekenning of afwijzing',
  params: IdParam,
  body: z.discriminatedUnion(
    'soort',
    [
      z.object({
        soort: z.literal('toekenning'),
        versie: Versie,
        beschiktOp: Datum,
        productId: id.nullish(),
        ...geldigheid,
        motivering: Motivering,
      }),
      z.object({
        soort: z.literal('afwijzing'),
        versie: Versie,
        beschiktOp: Datum,
        motivering: Motivering,
      }),
    ],
    { error: 'Kies: toekenning of afwijzing.' },
  ),
  response: z.object({ id }),
  status: 200,
})

export const sluitAanvraag = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/sluiting',
  name: 'sluitAanvraag',
  summary: 'Sluit een aanvraag zonder beslissing over de inhoud (Awb art. 4:5)',
  params: IdParam,
  body: z.object({ versie: Versie, sluiting: Sluiting, op: Datum, motivering: Motivering }),
  response: z.object({ id }),
  status: 200,
})

export const herzie = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/herzieningen',
  name: 'herzie',
  summary: 'Herzie een geldige beschikking (Wmo 2015 art. 2.3.10)',
  params: IdParam,
  body: z.object({
    versie: Versie,
    grond: Intrekgrond,
    beschiktOp: Datum,
    productId: id.nullish(),
    ...geldigheid,
    motivering: Motivering,
  }),
  response: z.object({ id, nummer: z.string() }),
})

export const trekIn = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/intrekkingen',
  name: 'trekIn',
  summary: 'Trek een geldige beschikking in (Wmo 2015 art. 2.3.10)',
  params: IdParam,
  body: z.object({
    versie: Versie,
    grond: Intrekgrond,
    beschiktOp: Datum,
    /** First day on which the old one no longer holds. */
    ingangOp: Datum,
    motivering: Motivering,
  }),
  response: z.object({ id, nummer: z.string() }),
})

export const legHeronderzoekVast = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/heronderzoeken',
  name: 'legHeronderzoekVast',
  summary: 'Leg vast dat opnieuw is bekeken en niets verandert (Wmo 2015 art. 2.3.9)',
  params: IdParam,
  body: z.object({
    versie: Versie,
    gedaanOp: Datum,
    volgendeOp: Datum,
    toelichting: tekst('wat u heeft bekeken', 2000),
  }),
  response: z.object({ id }),
})

export const verzend = endpoint({
  method: 'POST',
  path: '/beschikkingen/:id/verzending',
  name: 'verzend',
  summary: 'Maak de brief en leg de verzending vast; de bezwaartermijn begint (Awb art. 6:7, 6:8)',
  params: IdParam,
  body: z.object({ versie: Versie, verzondenOp: Datum, via: Verzendwijze }),
  response: z.object({ briefId: id, bezwaarTot: z.string() }),
  status: 200,
})
