import { z } from 'zod'
import { Datum, endpoint, IdParam } from '../../../shared/endpoint.ts'
import { GeenGesprekReden, MeldcodeStap, MeldcodeUitkomst } from './keuzes.ts'

// The meldcode, without persons.

const Gedaan = z.object({ id: z.uuid(), versie: z.number().int() })
const post = <B extends z.ZodType, R extends z.ZodType>(
  path: string,
  options: { name: string; summary: string; body: B; response: R },
) => endpoint({ method: 'POST', path, params: IdParam, ...options })

export const MeldcodeDoorloop = z.object({
  id: z.uuid(),
  versie: z.number().int(),
  status: z.enum(['open', 'afgerond']),
  begonnenOp: z.string(),
  signalenOp: z.string().nullable(),
  overlegOp: z.string().nullable(),
  gesprekOp: z.string().nullable(),
  geenGesprekReden: GeenGesprekReden.nullable(),
  wegenOp: z.string().nullable(),
  beslissenOp: z.string().nullable(),
  uitkomst: MeldcodeUitkomst.nullable(),
})
export type MeldcodeDoorloop = z.infer<typeof MeldcodeDoorloop>
export const listMeldcode = endpoint({
  method: 'GET',
  path: '/meldcode-doorlopen',
  name: 'listMeldcode',
  summary: 'De eigen doorlopen van de meldcode; niemand anders ziet ze',
  response: z.object({ results: z.array(MeldcodeDoorloop) }),
})
export const beginMeldcode = endpoint({
  method: 'POST',
  path: '/meldcode-doorlopen',
  name: 'beginMeldcode',
  summary: 'Begin de vijf stappen van de meldcode, zonder naam',
  body: z.object({ op: Datum }),
  response: Gedaan,
})
export const StapInvoer = z
  .object({
    stap: MeldcodeStap,
    geenGesprekReden: GeenGesprekReden.nullish(),
    uitkomst: MeldcodeUitkomst.nullish(),
  })
  .superRefine((value, context) => {
    if (value.stap === 'beslissen' && !value.uitkomst)
      context.addIssue({ code: 'custom', path: ['uitkomst'], message: 'Kies wat u heeft besloten.' })
  })
export const zetMeldcodeStap = post('/meldcode-doorlopen/:id/stappen', {
  name: 'zetMeldcodeStap',
  summary: 'Vink een stap van de meldcode af',
  body: StapInvoer,
  response: Gedaan,
})
export const wisMeldcode = post('/meldcode-doorlopen/:id/wissing', {
  name: 'wisMeldcode',
  summary: 'Wis een eigen doorloop van de meldcode',
  body: z.object({}),
  response: z.object({}),
})
