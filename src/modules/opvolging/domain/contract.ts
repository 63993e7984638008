import { z } from 'zod'

export const afsluitredenen = {
  duurzaam_gehuisvest: 'Duurzaam gehuisvest',
  geen_hulp_nodig: 'Geen hulp (meer) nodig',
  vertrokken_uit_regio: 'Vertrokken uit de regio',
  overgedragen_andere_regio: 'Overgedragen aan een andere regio',
  overleden: 'Overleden',
  wil_geen_contact: 'Wil geen contact',
  samengevoegd: 'Dossier samengevoegd',
  onvindbaar: 'Onvindbaar na alle pogingen',
} as const

export const Afsluitreden = z.enum(
  Object.keys(afsluitredenen) as [keyof typeof afsluitredenen, ...(keyof typeof afsluitredenen)[]],
)
export type Afsluitreden = z.infer<typeof Afsluitreden>
