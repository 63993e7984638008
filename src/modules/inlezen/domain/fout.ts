import { z } from 'zod'

/** One fault, with its place as Excel shows it. `rij` 0 is about the whole file, the header included. */
export const Fout = z.object({
  rij: z.number().int(),
  kolom: z.string(),
  melding: z.string(),
  /** What stood there; never of a column about a person. Not kept. */
  waarde: z.string().optional(),
})
export type Fout = z.infer<typeof Fout>

/** By row, then by place in the file: the order in which someone walks through it. */
export function sortFouten(fouten: readonly Fout[], header: readonly string[]): Fout[] {
  const place = (kolom: string) => header.indexOf(kolom)
  return [...fouten].sort((a, b) => a.rij - b.rij || place(a.kolom) - place(b.kolom))
}
