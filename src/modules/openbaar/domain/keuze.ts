import { z } from 'zod'

/** Which figures go out, on the form; the numbers that were looked at are added when it is sent. */
export const keuzeSchema = z.object({
  indicatoren: z.array(z.string()).min(1, { error: 'Kies minstens één cijfer.' }),
})
export type Keuze = z.infer<typeof keuzeSchema>
