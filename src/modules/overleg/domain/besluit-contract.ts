import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { faultsIn, Gedaan, GemeenteCode, Gezien, geheel, sorteer, vrij } from './contract.ts'
import { besluitstanden, isVanGemeente, isVanRegio, type Orgaan, organen, uitkomsten } from './keuzes.ts'

const Orgaankeuze = z.enum(keysOf(organen), { error: 'Kies wie besluit.' })
const Stand = z.enum(keysOf(besluitstanden), { error: 'Kies een stand uit de lijst.' })

const inhoud = {
  orgaan: Orgaankeuze,
  gemeenteCode: GemeenteCode.nullable(),
  nummer: tekst('het nummer', 40),
  titel: tekst('de titel', 200),
  tekst: tekst('het besluit', 4000),
  /** Null while it is intended only. */
  beslotenOp: Datum.nullable(),
  vergaderingId: Id.nullable(),
  activiteitIds: z.array(Id).max(40, { error: 'Kies niet meer dan 40 activiteiten.' }),
  programmaId: Id.nullable(),
  /** Moment at which is decided whether an activiteit goes on. */
  besluitmomentId: Id.nullable(),
}

const gemeentefout = ({ orgaan, gemeenteCode }: { orgaan: Orgaan; gemeenteCode: string | null }) => {
  if (isVanGemeente(orgaan) && gemeenteCode === null) return 'Kies de gemeente.'
  if (isVanRegio(orgaan) && gemeenteCode !== null) return 'Kies hier geen gemeente: dit is van de hele regio.'
  return undefined
}

const check = faultsIn<z.output<z.ZodObject<typeof inhoud>>>((one, fout) => {
  const melding = gemeentefout(one)
  if (melding) fout(['gemeenteCode'], melding)
  if (one.programmaId !== null && one.besluitmomentId !== null)
    fout(['besluitmomentId'], 'Kies een programma of een besluitmoment, niet allebei.')
})

export const BesluitInvoer = z.object(inhoud).superRefine(check)
export type BesluitInvoer = z.output<typeof BesluitInvoer>
export const BesluitWijziging = z.object({ ...inhoud, ...Gezien.shape }).superRefine(check)
export type BesluitWijziging = z.output<typeof BesluitWijziging>

const Stapinvoer = z
  .object({
    beurt: geheel('de beurt', 1, 9),
    orgaan: Orgaankeuze,
    gemeenteCode: GemeenteCode.nullable(),
    omschrijving: vrij('de omschrijving', 300),
    geplandOp: Datum.nullable(),
    gedaanOp: Datum.nullable(),
    uitkomst: z.enum(keysOf(uitkomsten), { error: 'Kies een uitkomst.' }).nullable(),
  })
  .superRefine(
    faultsIn((one, fout) => {
      const melding = gemeentefout(one)
      if (melding) fout(['gemeenteCode'], melding)
      if (one.gedaanOp !== null && one.uitkomst === null) fout(['uitkomst'], 'Kies wat de uitkomst was.')
      if (one.gedaanOp === null && one.uitkomst !== null)
        fout(['gedaanOp'], 'Vul de dag in waarop dit de uitkomst was.')
    }),
  )
export type Stapinvoer = z.output<typeof Stapinvoer>

export const PadWijziging = z.object({
  ...Gezien.shape,
  stappen: z.array(Stapinvoer).max(40, { error: 'Noem niet meer dan 40 stappen.' }),
})
export type PadWijziging = z.output<typeof PadWijziging>

const Rij = z.object({
  id: Id,
  nummer: z.string(),
  titel: z.string(),
  orgaan: Orgaankeuze,
  gemeente: z.string().nullable(),
  beslotenOp: Datum.nullable(),
  /** Programma, besluitmoment and activiteiten, in words; null when it is about none of them. */
  over: z.string().nullable(),
  besluitmomentId: Id.nullable(),
  stand: Stand,
  /** What is still needed, in words; null when nothing is. */
  nogNodig: z.string().nullable(),
  /** First planned day of what is still needed; null when none is planned. */
  volgendeOp: Datum.nullable(),
  versie: z.number().int(),
})
export type Besluitrij = z.output<typeof Rij>

export const listBestuursbesluiten = endpoint({
  method: 'GET',
  path: '/bestuursbesluiten',
  name: 'listBestuursbesluiten',
  summary: 'Bestuurlijke besluiten, met wat er nog nodig is',
  query: Paging.extend({
    orgaan: Orgaankeuze.optional(),
    stand: Stand.optional(),
    /** About it, also at one of its besluitmomenten. */
    activiteitId: Id.optional(),
    /** About it, or about one of its activiteiten. */
    programmaId: Id.optional(),
    sorteer: sorteer(
      [
        'beslotenOp',
        '-beslotenOp',
        'nummer',
        '-nummer',
        'titel',
        '-titel',
        'orgaan',
        '-orgaan',
        'volgendeOp',
        '-volgendeOp',
      ],
      '-beslotenOp',
    ),
  }),
  response: page(Rij),
})

const Stap = z.object({
  beurt: z.number().int(),
  orgaan: Orgaankeuze,
  gemeenteCode: z.string().nullable(),
  gemeente: z.string().nullable(),
  omschrijving: z.string().nullable(),
  geplandOp: Datum.nullable(),
  gedaanOp: Datum.nullable(),
  uitkomst: z.enum(keysOf(uitkomsten)).nullable(),
})

export const getBestuursbesluit = endpoint({
  method: 'GET',
  path: '/bestuursbesluiten/:id',
  name: 'getBestuursbesluit',
  summary: 'Eén besluit met zijn weg langs colleges, raden en overleggen',
  params: IdParam,
  response: Rij.extend({
    tekst: z.string(),
    gemeenteCode: z.string().nullable(),
    vergaderingId: Id.nullable(),
    vergadering: z.string().nullable(),
    activiteiten: z.array(z.object({ id: Id, naam: z.string() })),
    programma: z.object({ id: Id, naam: z.string() }).nullable(),
    besluitmoment: z
      .object({
        id: Id,
        activiteitId: Id,
        activiteit: z.string(),
        waarover: z.string(),
        /** Day of the outcome; null until somebody recorded it at the activiteit. */
        beslotenOp: Datum.nullable(),
      })
      .nullable(),
    ingetrokkenOp: Datum.nullable(),
    ingetrokkenReden: z.string().nullable(),
    stappen: z.array(Stap),
    /** Who can act now, in words. */
    aanZet: z.array(z.string()),
  }),
})
export type BesluitDetail = z.output<(typeof getBestuursbesluit)['response']>

export const postBestuursbesluit = endpoint({
  method: 'POST',
  path: '/bestuursbesluiten',
  name: 'postBestuursbesluit',
  summary: 'Leg een besluit of een voornemen vast',
  body: BesluitInvoer,
  response: Gedaan,
})

export const putBestuursbesluit = endpoint({
  method: 'PUT',
  path: '/bestuursbesluiten/:id',
  name: 'putBestuursbesluit',
  summary: 'Wijzig een besluit, of leg vast dat het is genomen',
  params: IdParam,
  body: BesluitWijziging,
  response: Gedaan,
})

export const putBestuursbesluitpad = endpoint({
  method: 'PUT',
  path: '/bestuursbesluiten/:id/pad',
  name: 'putBestuursbesluitpad',
  summary: 'Leg de weg van een besluit vast: wie aan de beurt is, wanneer, en wat de uitkomst was',
  params: IdParam,
  body: PadWijziging,
  response: Gedaan,
})

export const postBestuursbesluitintrekking = endpoint({
  method: 'POST',
  path: '/bestuursbesluiten/:id/intrekking',
  name: 'postBestuursbesluitintrekking',
  summary: 'Trek een besluit in, met reden',
  params: IdParam,
  body: Gezien.extend({ reden: tekst('de reden', 500) }),
  response: Gedaan,
  status: 200,
})
