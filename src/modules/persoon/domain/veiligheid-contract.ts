import { z } from 'zod'
import { Datum, endpoint, IdParam } from '../../../shared/endpoint.ts'

// TRJ-14: each member of a household has an own safety status; only who has the right sees it.

const Veiligheidsstatus = z.object({
  status: z.string(),
  naam: z.string(),
  toelichting: z.string().nullable(),
  van: z.string(),
  /** Null for the one that holds now. */
  tot: z.string().nullable(),
  /** Null when the system recorded it. */
  door: z.string().nullable(),
  organisatie: z.string().nullable(),
})
export type Veiligheidsstatus = z.infer<typeof Veiligheidsstatus>

const Veiligheidslid = z.object({
  persoonId: z.uuid(),
  naam: z.string(),
  /** Number of the newest status, 0 when there is none; a new one carries it along. */
  versie: z.number().int(),
  nu: Veiligheidsstatus.nullable(),
  eerder: z.array(Veiligheidsstatus),
})
export type Veiligheidslid = z.infer<typeof Veiligheidslid>

export const haalVeiligheid = endpoint({
  method: 'GET',
  path: '/personen/:id/veiligheid',
  name: 'haalVeiligheid',
  summary:
    'Hoe veilig het is voor de cliënt en voor ieder die bij het huishouden hoort; wie achter een barrière staat, staat er niet bij',
  params: IdParam,
  response: z.object({
    leden: z.array(Veiligheidslid),
    keuzes: z.array(z.object({ waarde: z.string(), naam: z.string(), uitleg: z.string() })),
  }),
})

export const legVeiligheidVast = endpoint({
  method: 'POST',
  path: '/personen/:id/veiligheidsstatussen',
  name: 'legVeiligheidVast',
  summary: 'Leg vast hoe veilig het is voor deze cliënt; de vorige status eindigt op die dag',
  params: IdParam,
  body: z.object({
    status: z
      .string({ error: 'Kies hoe veilig het is.' })
      .min(1, { error: 'Kies hoe veilig het is.' })
      .max(60),
    toelichting: z
      .string()
      .trim()
      .max(1000, { error: 'Gebruik niet meer dan 1000 tekens.' })
      .nullish()
      .transform((text) => text || null),
    van: Datum,
    /** Of the status that the writer saw; 0 for the first. */
    versie: z.number().int().min(0),
  }),
  response: z.object({ id: z.uuid(), versie: z.number().int() }),
})
