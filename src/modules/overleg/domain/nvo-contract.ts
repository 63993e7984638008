import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { faultsIn, Gedaan, Gezien, geheel, sorteer, vrij } from './contract.ts'
import { nvoStatussen } from './keuzes.ts'

const Status = z.enum(keysOf(nvoStatussen), { error: 'Kies of de regio voldoet.' })

const inhoud = {
  /** Null: explained, and not judged. */
  status: Status.nullable(),
  toelichting: tekst('de toelichting', 4000),
  bewijs: vrij('het bewijs', 1000),
  vindplaats: vrij('de vindplaats', 300),
  /** A function, not a name. */
  beoordeeldDoor: tekst('de functie', 150),
  beoordeeldOp: Datum,
}
const check = faultsIn<z.output<z.ZodObject<typeof inhoud>>>((one, fout) => {
  if (one.status !== 'voldoet') return
  if (one.bewijs === null) fout(['bewijs'], 'Vul in waaruit blijkt dat de regio voldoet.')
  if (one.vindplaats === null) fout(['vindplaats'], 'Vul in waar dat bewijs staat.')
})

const welke = { jaar: geheel('het jaar', 2020, 2099), afspraak: geheel('de afspraak', 1, 8) }
export const NvoInvoer = z.object({ ...welke, ...inhoud }).superRefine(check)
export type NvoInvoer = z.output<typeof NvoInvoer>
export const NvoWijziging = z.object({ ...inhoud, ...Gezien.shape }).superRefine(check)
export type NvoWijziging = z.output<typeof NvoWijziging>

const Rij = z.object({
  /** Of the year and the agreement. */
  sleutel: z.string(),
  /** Null while nobody answered. */
  id: Id.nullable(),
  jaar: z.number().int(),
  afspraak: z.number().int(),
  naam: z.string(),
  status: Status.nullable(),
  /** Status of the year before; null when there is none. */
  vorigeStatus: Status.nullable(),
  toelichting: z.string().nullable(),
  bewijs: z.string().nullable(),
  vindplaats: z.string().nullable(),
  beoordeeldDoor: z.string().nullable(),
  beoordeeldOp: Datum.nullable(),
  versie: z.number().int().nullable(),
})
export type Nvorij = z.output<typeof Rij>

export const listNvoAntwoorden = endpoint({
  method: 'GET',
  path: '/nvo-antwoorden',
  name: 'listNvoAntwoorden',
  summary:
    'De zelftoets op de acht afspraken van de Norm van Opdrachtgeverschap, van een jaar of van alle jaren',
  query: Paging.extend({
    jaar: z.coerce.number().int().min(2020).max(2099).optional(),
    afspraak: z.coerce.number().int().min(1).max(8).optional(),
    sorteer: sorteer(['afspraak', '-afspraak', 'jaar', '-jaar', 'status', '-status'], 'afspraak'),
  }),
  response: page(Rij),
})

export const getNvoJaren = endpoint({
  method: 'GET',
  path: '/nvo-jaren',
  name: 'getNvoJaren',
  summary: 'De jaren met een antwoord en dit jaar, het nieuwste eerst',
  response: z.object({ jaren: z.array(z.number().int()), ditJaar: z.number().int() }),
})

export const postNvoAntwoord = endpoint({
  method: 'POST',
  path: '/nvo-antwoorden',
  name: 'postNvoAntwoord',
  summary: 'Leg vast hoe de regio een afspraak in een jaar nakomt',
  body: NvoInvoer,
  response: Gedaan,
})

export const putNvoAntwoord = endpoint({
  method: 'PUT',
  path: '/nvo-antwoorden/:id',
  name: 'putNvoAntwoord',
  summary: 'Wijzig het antwoord op een afspraak',
  params: IdParam,
  body: NvoWijziging,
  response: Gedaan,
})
