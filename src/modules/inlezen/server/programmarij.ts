import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import {
  findActiviteitBijCode,
  findOnderdeelBijCode,
  findProgrammaBijCode,
} from '../../programma/server/lookup.ts'
import type { Rij } from '../domain/controle.ts'
import { type Celfout, text, toCelfouten } from './rijen.ts'

// What rows about a programma share: they go through the same contracts as the screens, and name a programma by its code.

type Kolomnamen = Readonly<Record<string, string>>
export type Fouten = readonly Celfout[]

export const isFouten = (value: unknown): value is Fouten => Array.isArray(value)
export const lines = (rij: Rij, sleutel: string) => (rij.cellen[sleutel] as readonly string[] | null) ?? []
export const fout = (sleutel: string, melding: string): Fouten => [{ sleutel, melding }]

/** Checks a row as the contract of the screen does; its faults are told at the columns of the file. */
export function lees<T extends z.ZodType>(
  schema: T,
  input: z.input<T>,
  kolomVan: Kolomnamen,
  anders: string,
): z.output<T> | Fouten {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  return result.error.issues.map(({ path, message }) => {
    const veld = String(path[0])
    return { sleutel: kolomVan[veld] ?? (veld in kolomVan ? veld : anders), melding: message }
  })
}

/** The faults of a refused command; nothing when it was done. */
export const na = (uitkomst: object | Rejection, kolomVan: Kolomnamen, anders: string): Fouten =>
  isRejection(uitkomst) ? toCelfouten(uitkomst, kolomVan, anders) : []

export const zelfde = (...namen: string[]) => Object.fromEntries(namen.map((naam) => [naam, naam]))

export async function findProgramma(work: Work, rij: Rij): Promise<Id | Fouten> {
  const code = text(rij, 'programma')!
  return (
    (await findProgrammaBijCode(work, code)) ??
    fout('programma', `Het programma “${code}” is er niet. Lees eerst de programma’s in.`)
  )
}

/** Parts as `UP T1`, of any programma of the region. */
export async function findOnderdelen(work: Work, rij: Rij, sleutel: string): Promise<Id[] | Fouten> {
  const ids: Id[] = []
  const fouten: Celfout[] = []
  for (const regel of lines(rij, sleutel)) {
    const [programma, code] = regel.split(/\s+/, 2)
    const programmaId = await findProgrammaBijCode(work, programma ?? '')
    const id = programmaId && code ? await findOnderdeelBijCode(work, { programmaId, code }) : undefined
    if (id) ids.push(id)
    else
      fouten.push({
        sleutel,
        melding: `“${regel}” is er niet. Schrijf de code van het programma, een spatie en de code van het onderdeel, bijvoorbeeld UP T1. Het moet er eerder staan.`,
      })
  }
  return fouten.length > 0 ? fouten : ids
}

export async function findActiviteit(work: Work, rij: Rij): Promise<Id | Fouten> {
  const programmaId = await findProgramma(work, rij)
  if (isFouten(programmaId)) return programmaId
  const [code, paragraaf] = [text(rij, 'activiteit')!, text(rij, 'paragraaf')]
  return (
    (await findActiviteitBijCode(work, { programmaId, code, paragraaf })) ??
    fout(
      'activiteit',
      `De activiteit “${code}” is er niet, of is er twee keer: vul dan ook de paragraaf in. Lees eerst de activiteiten in.`,
    )
  )
}
