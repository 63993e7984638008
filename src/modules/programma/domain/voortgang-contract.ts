import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { withRules } from '../../../shared/form-rules.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { geldsoorten, knelpuntsoorten, koersen, organen, standen, uitkomsten } from './keuzes.ts'
import { Bron, Gedaan, Getal, Vastgelegd, vrijeTekst } from './velden.ts'

const Stand = z.enum(keysOf(standen), { error: 'Kies een stand.' })
const Koers = z.enum(keysOf(koersen), { error: 'Kies op schema of vertraagd.' })

// ── How it stands ──────────────────────────────────────────────────────────────────────────────────────────────────

export const StandInvoer = withRules(
  z.object({
    op: Datum,
    stand: Stand,
    koers: Koers.nullable().default(null),
    reden: vrijeTekst('de reden', 1000),
  }),
  ({ stand, koers, reden }, fout) => {
    const klaar = stand === 'afgerond' || stand === 'voortijdig_beeindigd'
    if (klaar && koers) fout(['koers'], 'Wat klaar is, is niet meer op schema of vertraagd. Laat dit leeg.')
    if (reden !== null) return
    if (koers === 'vertraagd') fout(['reden'], 'Vul in waarom het vertraagd is.')
    else if (stand === 'voortijdig_beeindigd') fout(['reden'], 'Vul in waarom het voor het einde stopt.')
  },
)
export type StandInvoer = z.output<typeof StandInvoer>

export const postActiviteitstand = endpoint({
  method: 'POST',
  path: '/activiteiten/:id/standen',
  name: 'postActiviteitstand',
  summary: 'Leg vast hoe het met een activiteit staat; bij vertraging en stoppen met reden',
  params: IdParam,
  body: StandInvoer,
  response: Vastgelegd,
})

// ── What there is to tell ──────────────────────────────────────────────────────────────────────────────────────────

export const VoortgangInvoer = z.object({
  op: Datum,
  standVanZaken: tekst('de stand van zaken', 4000),
  inzichten: vrijeTekst('de inzichten', 4000),
  vervolg: vrijeTekst('het vervolg', 4000),
  isOpenbaar: z.boolean().default(false),
  bron: Bron,
})
export type VoortgangInvoer = z.output<typeof VoortgangInvoer>

export const postActiviteitvoortgang = endpoint({
  method: 'POST',
  path: '/activiteiten/:id/voortgang',
  name: 'postActiviteitvoortgang',
  summary: 'Schrijf de stand van zaken, wat men leerde en wat er nu komt',
  params: IdParam,
  body: VoortgangInvoer,
  response: Vastgelegd,
})

export const postVoortgangintrekking = endpoint({
  method: 'POST',
  path: '/activiteitvoortgang/:id/intrekking',
  name: 'postVoortgangintrekking',
  summary: 'Trek een tekst over de voortgang in',
  params: IdParam,
  body: z.object({}),
  response: Vastgelegd,
  status: 200,
})

// ── Numbers of a result ────────────────────────────────────────────────────────────────────────────────────────────

export const WaardeInvoer = z.object({
  op: Datum,
  waarde: Getal,
  toelichting: vrijeTekst('de toelichting', 1000),
  bron: Bron,
})
export type WaardeInvoer = z.output<typeof WaardeInvoer>

export const postResultaatwaarde = endpoint({
  method: 'POST',
  path: '/activiteitresultaten/:id/waarden',
  name: 'postResultaatwaarde',
  summary: 'Leg een behaald getal vast; op dezelfde dag komt het in de plaats van het vorige',
  params: IdParam,
  body: WaardeInvoer,
  response: Vastgelegd,
})

// ── What stands in the way ─────────────────────────────────────────────────────────────────────────────────────────

export const KnelpuntInvoer = z.object({
  soort: z.enum(keysOf(knelpuntsoorten), { error: 'Kies waar het aan ligt.' }),
  omschrijving: tekst('wat er aan de hand is', 1000),
  gemeldOp: Datum,
  bron: Bron,
})
export type KnelpuntInvoer = z.output<typeof KnelpuntInvoer>

export const postKnelpunt = endpoint({
  method: 'POST',
  path: '/activiteiten/:id/knelpunten',
  name: 'postKnelpunt',
  summary: 'Meld wat een activiteit tegenhoudt',
  params: IdParam,
  body: KnelpuntInvoer,
  response: Gedaan,
})

export const postKnelpuntoplossing = endpoint({
  method: 'POST',
  path: '/knelpunten/:id/oplossing',
  name: 'postKnelpuntoplossing',
  summary: 'Leg vast hoe een knelpunt is opgelost',
  params: IdParam,
  body: z.object({ versie: Versie, opgelostOp: Datum, oplossing: tekst('hoe het is opgelost', 1000) }),
  response: Gedaan,
  status: 200,
})

// ── Deciding how to go on ──────────────────────────────────────────────────────────────────────────────────────────

export const BesluitmomentInvoer = z.object({
  waarover: tekst('waarover wordt besloten', 500),
  criteria: vrijeTekst('de criteria', 2000),
  orgaan: z.enum(keysOf(organen), { error: 'Kies wie besluit.' }),
  geplandOp: Datum,
  bron: Bron,
})
export type BesluitmomentInvoer = z.output<typeof BesluitmomentInvoer>

export const BesluitInvoer = z.object({
  versie: Versie,
  uitkomst: z.enum(keysOf(uitkomsten), { error: 'Kies wat het werd.' }),
  besloten: Datum,
  motivering: tekst('waarom zo is besloten', 2000),
})
export type BesluitInvoer = z.output<typeof BesluitInvoer>

export const postBesluitmoment = endpoint({
  method: 'POST',
  path: '/activiteiten/:id/besluitmomenten',
  name: 'postBesluitmoment',
  summary: 'Spreek af wanneer over het vervolg wordt besloten, en waaraan dat wordt afgemeten',
  params: IdParam,
  body: BesluitmomentInvoer,
  response: Gedaan,
})

export const postBesluit = endpoint({
  method: 'POST',
  path: '/besluitmomenten/:id/besluit',
  name: 'postBesluit',
  summary: 'Leg vast wat er is besloten: doorgaan, stoppen, opschalen of aanpassen',
  params: IdParam,
  body: BesluitInvoer,
  response: Gedaan,
  status: 200,
})

const Besluitrij = z.object({
  id: Id,
  activiteitId: Id,
  activiteit: z.string(),
  programma: z.string(),
  waarover: z.string(),
  criteria: z.string().nullable(),
  orgaan: z.enum(keysOf(organen)),
  geplandOp: Datum,
  uitkomst: z.enum(keysOf(uitkomsten)).nullable(),
  beslotenOp: Datum.nullable(),
  motivering: z.string().nullable(),
  isTeLaat: z.boolean(),
  versie: Versie,
})
export type Besluitrij = z.infer<typeof Besluitrij>

export const listBesluitmomenten = endpoint({
  method: 'GET',
  path: '/besluitmomenten',
  name: 'listBesluitmomenten',
  summary: 'Besluiten over het vervolg van activiteiten en pilots: genomen en nog te nemen',
  query: Paging.extend({
    programmaId: Id.optional(),
    open: z.enum(['ja', 'nee']).optional(),
    sorteer: z
      .enum(['geplandOp', '-geplandOp', 'activiteit', '-activiteit', 'beslotenOp', '-beslotenOp'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('geplandOp'),
  }),
  response: page(Besluitrij),
})

// ── Money ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const GeldInvoer = z.object({
  soort: z.enum(keysOf(geldsoorten), { error: 'Kies kosten of dekking.' }),
  jaar: z
    .number({ error: 'Vul een jaar in.' })
    .int({ error: 'Vul een heel jaar in.' })
    .min(2015, { error: 'Vul een jaar in vanaf 2015.' })
    .max(2099, { error: 'Vul een jaar in tot en met 2099.' }),
  omschrijving: tekst('de omschrijving', 300),
  bedrag: z
    .number({ error: 'Vul een bedrag in.' })
    .min(0.01, { error: 'Vul een bedrag in dat hoger is dan 0.' })
    .max(100_000_000_000, { error: 'Dit bedrag is te hoog.' })
    .refine((value) => Number(value.toFixed(2)) === value, {
      error: 'Vul een bedrag in hele centen in.',
    }),
  isStructureel: z.boolean().default(false),
  bron: Bron,
})
export type GeldInvoer = z.output<typeof GeldInvoer>

export const postActiviteitgeld = endpoint({
  method: 'POST',
  path: '/activiteiten/:id/geld',
  name: 'postActiviteitgeld',
  summary: 'Leg vast wat een activiteit kost of waaruit dat wordt betaald',
  params: IdParam,
  body: GeldInvoer,
  response: Gedaan,
})

export const putActiviteitgeld = endpoint({
  method: 'PUT',
  path: '/activiteitgeld/:id',
  name: 'putActiviteitgeld',
  summary: 'Verbeter een bedrag',
  params: IdParam,
  body: GeldInvoer.extend({ versie: Versie }),
  response: Gedaan,
})

export const deleteActiviteitgeld = endpoint({
  method: 'POST',
  path: '/activiteitgeld/:id/verwijdering',
  name: 'deleteActiviteitgeld',
  summary: 'Haal een bedrag weg',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Vastgelegd,
  status: 200,
})

// ── The thread: what happened, newest first ────────────────────────────────────────────────────────────────────────

const Basis = z.object({ id: z.string(), op: Datum, wie: z.string().nullable() })

/** Number → story → duiding → decision → activiteit → next number, in one row. */
export const Draadpunt = z.discriminatedUnion('soort', [
  Basis.extend({
    soort: z.literal('stand'),
    stand: Stand,
    koers: Koers.nullable(),
    reden: z.string().nullable(),
  }),
  Basis.extend({
    soort: z.literal('voortgang'),
    standVanZaken: z.string(),
    inzichten: z.string().nullable(),
    vervolg: z.string().nullable(),
    isOpenbaar: z.boolean(),
    bron: z.string(),
  }),
  Basis.extend({
    soort: z.literal('getal'),
    resultaat: z.string(),
    waarde: z.number(),
    eenheid: z.string(),
    toelichting: z.string().nullable(),
  }),
  Basis.extend({
    soort: z.literal('indicator'),
    indicator: z.string(),
    code: z.string(),
    waarde: z.string(),
  }),
  Basis.extend({
    soort: z.literal('uitleg'),
    indicator: z.string(),
    /** Month of the figure that it is about; `op` is when it was written. */
    maand: z.string(),
    tekst: z.string(),
    versie: z.number().int(),
  }),
  Basis.extend({ soort: z.literal('verhaal'), titel: z.string(), tekst: z.string(), teller: z.string() }),
  Basis.extend({
    soort: z.literal('besluit'),
    waarover: z.string(),
    orgaan: z.enum(keysOf(organen)),
    uitkomst: z.enum(keysOf(uitkomsten)),
    motivering: z.string(),
  }),
  Basis.extend({
    soort: z.literal('knelpunt'),
    knelpunt: z.enum(keysOf(knelpuntsoorten)),
    omschrijving: z.string(),
    oplossing: z.string().nullable(),
    isOplossing: z.boolean(),
  }),
])
export type Draadpunt = z.infer<typeof Draadpunt>

export const getActiviteitdraad = endpoint({
  method: 'GET',
  path: '/activiteiten/:id/draad',
  name: 'getActiviteitdraad',
  summary:
    'Alles wat er met een activiteit gebeurde en te vertellen is, het nieuwste eerst; en wat nog openstaat',
  params: IdParam,
  response: z.object({
    punten: z.array(Draadpunt),
    knelpunten: z.array(
      z.object({
        id: Id,
        soort: z.enum(keysOf(knelpuntsoorten)),
        omschrijving: z.string(),
        gemeldOp: Datum,
        opgelostOp: Datum.nullable(),
        oplossing: z.string().nullable(),
        versie: Versie,
      }),
    ),
    besluitmomenten: z.array(Besluitrij),
    geld: z.array(
      z.object({
        id: Id,
        soort: z.enum(keysOf(geldsoorten)),
        jaar: z.number().int(),
        omschrijving: z.string(),
        bedrag: z.number(),
        isStructureel: z.boolean(),
        bron: z.string(),
        versie: Versie,
      }),
    ),
  }),
})
export type Activiteitdraad = z.output<(typeof getActiviteitdraad)['response']>
