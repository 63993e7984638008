import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { type Deels, type Fout, withRules } from '../../../shared/form-rules.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import {
  activiteitsoorten,
  koersen,
  participaties,
  planningen,
  resultaatsoorten,
  richtingen,
  standen,
} from './keuzes.ts'
import { Bron, Gedaan, Getal, Kwartaal, vrijeTekst } from './velden.ts'

const Soort = z.enum(keysOf(activiteitsoorten), { error: 'Kies activiteit of pilot.' })
const Planning = z.enum(keysOf(planningen), { error: 'Kies hoe de planning is.' })
const Participatie = z.enum(keysOf(participaties), {
  error: 'Kies of inwoners of ervaringsdeskundigen meedoen. “Nog niet bepaald” mag ook.',
})
const Stand = z.enum(keysOf(standen), { error: 'Kies een stand.' })
const Koers = z.enum(keysOf(koersen), { error: 'Kies op schema of vertraagd.' })

const Partij = z.object({
  naam: tekst('de naam', 300),
  /** Null: not in the list of partners. */
  partnerId: Id.nullable().default(null),
})

export const Resultaat = z.object({
  /** Number of the result; stays with it, whatever is added before it. */
  nummer: z.number().int().min(1).max(99),
  naam: tekst('het resultaat', 500),
  soort: z.enum(keysOf(resultaatsoorten), { error: 'Kies wat voor resultaat het is.' }).default('output'),
  eenheid: vrijeTekst('de eenheid', 60),
  streefwaarde: Getal.nullable().default(null),
  streefOp: Datum.nullable().default(null),
  richting: z
    .enum(keysOf(richtingen), { error: 'Kies of meer of minder beter is.' })
    .nullable()
    .default(null),
  /** Indicator of the monitor that follows it; null: own numbers. */
  indicator: z
    .string()
    .regex(/^[a-z0-9_]{1,60}$/, { error: 'Kies een indicator uit de lijst.' })
    .nullable()
    .default(null),
  toelichting: vrijeTekst('de toelichting', 1000),
  kartrekkers: z.array(Partij).max(10).default([]),
})
export type Resultaat = z.output<typeof Resultaat>

const Stap = z.object({ omschrijving: tekst('de stap', 1000), gereedOp: Datum.nullable().default(null) })

const inhoud = {
  soort: Soort,
  code: z
    .string({ error: 'Vul een nummer in, bijvoorbeeld 1.3 of 2A.' })
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$/, {
      error:
        'Gebruik voor het nummer hooguit 10 letters, cijfers, punten en streepjes, bijvoorbeeld 1.3 of 2A.',
    }),
  paragraaf: z
    .string()
    .trim()
    .regex(/^([0-9][0-9.]{0,9})?$/, { error: 'Vul een paragraaf in als 4.6, of laat dit leeg.' })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null),
  naam: tekst('de naam', 200),
  toelichting: vrijeTekst('de toelichting', 4000),
  heeftVasteGroepen: z.boolean().default(true),
  groepen: z
    .array(z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'Kies uit de lijst.' }))
    .max(40)
    .default([]),
  doel: vrijeTekst('het doel', 4000),
  planning: Planning,
  vanKwartaal: Kwartaal.nullable().default(null),
  totKwartaal: Kwartaal.nullable().default(null),
  planningBron: vrijeTekst('de planning in de bron', 300),
  opmerkingen: vrijeTekst('de opmerkingen', 4000),
  participatie: Participatie,
  participatieHoe: vrijeTekst('hoe zij meedoen', 2000),
  dient: z.array(Id).max(60).default([]),
  stappen: z.array(Stap).max(60).default([]),
  resultaten: z.array(Resultaat).max(60).default([]),
  kartrekkers: z.array(Partij).max(20).default([]),
  nodig: z.array(Partij).max(60).default([]),
  verbanden: z.array(tekst('de naam', 300)).max(30).default([]),
  indicatoren: z
    .array(z.string().regex(/^[a-z0-9_]{1,60}$/))
    .max(20)
    .default([]),
  bron: Bron,
}
type Planninginhoud = Deels<
  Pick<z.output<z.ZodObject<typeof inhoud>>, 'planning' | 'vanKwartaal' | 'totKwartaal'>
>

function checkPlanning({ planning, vanKwartaal, totKwartaal }: Planninginhoud, fout: Fout) {
  if (planning === 'kwartalen') {
    if (vanKwartaal === null) fout(['vanKwartaal'], 'Kies het eerste kwartaal.')
    if (totKwartaal === null)
      fout(['totKwartaal'], 'Kies het laatste kwartaal. Is er geen einde? Kies dan “doorlopend”.')
  } else if (planning && totKwartaal)
    fout(['totKwartaal'], 'Een laatste kwartaal hoort alleen bij een planning in kwartalen.')
  if (planning === 'open' && vanKwartaal)
    fout(['vanKwartaal'], 'Kies “in kwartalen” of “doorlopend” als er een begin is.')
  if (vanKwartaal && totKwartaal && totKwartaal < vanKwartaal)
    fout(['totKwartaal'], 'Het laatste kwartaal ligt voor het eerste.')
}

/** Every fault at its own field, so that the screen can point at it. */
function check(one: Deels<z.output<z.ZodObject<typeof inhoud>>>, fout: Fout) {
  checkPlanning(one, fout)
  if (one.participatie === 'ja' && one.participatieHoe === null)
    fout(['participatieHoe'], 'Vul in hoe inwoners of ervaringsdeskundigen meedoen.')
  const nummers = new Set<number>()
  for (const [i, resultaat] of (one.resultaten ?? []).entries())
    if (resultaat)
      checkResultaat(resultaat, nummers, (veld, melding) => fout(['resultaten', i, veld], melding))
}

function checkResultaat(
  { nummer, eenheid, streefwaarde, richting }: Deels<Resultaat>,
  nummers: Set<number>,
  fout: (veld: string, message: string) => void,
) {
  if (nummer !== undefined) {
    if (nummers.has(nummer)) fout('nummer', `Nummer ${nummer} staat er al.`)
    nummers.add(nummer)
  }
  if (typeof streefwaarde === 'number' && eenheid === null)
    fout('eenheid', 'Vul in waarin u telt, bijvoorbeeld woningen.')
  if (typeof streefwaarde === 'number' && richting === null)
    fout('richting', 'Kies of meer of minder beter is.')
  if (streefwaarde === null && richting) fout('richting', 'Vul eerst een streefwaarde in.')
}

export const ActiviteitInvoer = withRules(z.object({ programmaId: Id, ...inhoud }), check)
export type ActiviteitInvoer = z.output<typeof ActiviteitInvoer>
export const ActiviteitWijziging = withRules(z.object({ ...inhoud, versie: Versie }), check)
export type ActiviteitWijziging = z.output<typeof ActiviteitWijziging>

const Nu = {
  /** Null: nobody said yet how it stands. */
  stand: Stand.nullable(),
  koers: Koers.nullable(),
  standOp: Datum.nullable(),
  reden: z.string().nullable(),
}

const Rij = z.object({
  id: Id,
  programmaId: Id,
  programma: z.string(),
  soort: Soort,
  code: z.string(),
  paragraaf: z.string().nullable(),
  naam: z.string(),
  themas: z.array(z.string()),
  planning: Planning,
  vanKwartaal: z.string().nullable(),
  totKwartaal: z.string().nullable(),
  ...Nu,
  /** Day of the last progress text; null: none yet. */
  bijgewerktOp: Datum.nullable(),
  kartrekkers: z.array(z.string()),
  openKnelpunten: z.number().int(),
  /** First decision to take; null: none. */
  volgendBesluitOp: Datum.nullable(),
  versie: Versie,
})
export type Activiteitrij = z.infer<typeof Rij>

export const listActiviteiten = endpoint({
  method: 'GET',
  path: '/activiteiten',
  name: 'listActiviteiten',
  summary: 'Activiteiten en pilots met hun planning en hoe het ermee staat',
  query: Paging.extend({
    programmaId: Id.optional(),
    soort: Soort.optional(),
    stand: Stand.optional(),
    koers: Koers.optional(),
    onderdeelId: Id.optional(),
    sorteer: z
      .enum(
        [
          'nummer',
          '-nummer',
          'naam',
          '-naam',
          'stand',
          '-stand',
          'vanKwartaal',
          '-vanKwartaal',
          'bijgewerktOp',
          '-bijgewerktOp',
        ],
        { error: 'Zo kan deze lijst niet gesorteerd worden.' },
      )
      .default('nummer'),
  }),
  response: page(Rij.extend({ nummer: z.number().int() })),
})

const Waarde = z.object({
  id: Id,
  op: Datum,
  waarde: z.number(),
  toelichting: z.string().nullable(),
  bron: z.string(),
})

export const behaald = {
  gehaald: 'Gehaald',
  op_weg: 'Nog niet gehaald',
  niet_gehaald: 'Niet gehaald',
  geen_getal: 'Nog geen getal',
} as const

const Partijbeeld = z.object({ naam: z.string(), partnerId: Id.nullable() })

const Resultaatbeeld = z.object({
  id: Id,
  nummer: z.number().int(),
  naam: z.string(),
  soort: z.enum(keysOf(resultaatsoorten)),
  eenheid: z.string().nullable(),
  streefwaarde: z.number().nullable(),
  streefOp: Datum.nullable(),
  richting: z.enum(keysOf(richtingen)).nullable(),
  indicator: z.object({ code: z.string(), naam: z.string() }).nullable(),
  toelichting: z.string().nullable(),
  kartrekkers: z.array(Partijbeeld),
  /** Oldest first. Of a followed indicator: its months, with what is too small to show left out. */
  waarden: z.array(Waarde.extend({ id: z.string() })),
  /** Null without a target. */
  behaald: z.enum(keysOf(behaald)).nullable(),
  versie: Versie,
})
export type Resultaatbeeld = z.infer<typeof Resultaatbeeld>

export const getActiviteit = endpoint({
  method: 'GET',
  path: '/activiteiten/:id',
  name: 'getActiviteit',
  summary: 'Eén activiteit of pilot met alles wat ervan bekend is',
  params: IdParam,
  response: Rij.extend({
    toelichting: z.string().nullable(),
    heeftVasteGroepen: z.boolean(),
    groepen: z.array(z.object({ code: z.string(), naam: z.string(), isVast: z.boolean() })),
    doel: z.string().nullable(),
    planningBron: z.string().nullable(),
    opmerkingen: z.string().nullable(),
    participatie: Participatie,
    participatieHoe: z.string().nullable(),
    dient: z.array(
      z.object({ id: Id, soort: z.string(), code: z.string(), naam: z.string(), programma: z.string() }),
    ),
    stappen: z.array(z.object({ omschrijving: z.string(), gereedOp: Datum.nullable() })),
    resultaten: z.array(Resultaatbeeld),
    trekkers: z.array(Partijbeeld),
    nodig: z.array(Partijbeeld),
    verbanden: z.array(z.string()),
    indicatoren: z.array(z.object({ code: z.string(), naam: z.string() })),
    vervolgOp: z.object({ id: Id, naam: z.string() }).nullable(),
    bron: z.string(),
  }),
})
export type ActiviteitDetail = z.output<(typeof getActiviteit)['response']>

export const postActiviteit = endpoint({
  method: 'POST',
  path: '/activiteiten',
  name: 'postActiviteit',
  summary: 'Leg een activiteit of pilot vast',
  body: ActiviteitInvoer,
  response: Gedaan,
})

export const putActiviteit = endpoint({
  method: 'PUT',
  path: '/activiteiten/:id',
  name: 'putActiviteit',
  summary: 'Verbeter een activiteit of pilot',
  params: IdParam,
  body: ActiviteitWijziging,
  response: Gedaan,
})

export const putActiviteitplanning = endpoint({
  method: 'PUT',
  path: '/activiteiten/:id/planning',
  name: 'putActiviteitplanning',
  summary: 'Verschuif de planning van een activiteit',
  params: IdParam,
  body: withRules(
    z.object({
      versie: Versie,
      planning: Planning,
      vanKwartaal: Kwartaal.nullable().default(null),
      totKwartaal: Kwartaal.nullable().default(null),
    }),
    checkPlanning,
  ),
  response: Gedaan,
})
