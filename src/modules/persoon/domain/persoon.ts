import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { findGemeente } from '../../../shared/gemeenten.ts'
import {
  BriefadresStatus,
  Contactvoorkeur,
  GeenBsnReden,
  Geslacht,
  HerkomstBewijs,
  OnbekendReden,
} from './keuzes.ts'

/** Optional text: an empty field means unknown. */
function optionalText(label: string, max = 200) {
  return z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullish()
}

const Gemeentecode = z
  .string()
  .refine((code) => findGemeente(code)?.code === code, { error: 'Kies een gemeente uit de lijst.' })

/**
 * What is recorded of a person. A name may be unknown (NN), a BSN may be missing with a reason, and herkomst and woonplaats
 * are separate facts, each with a gemeente or the reason why it is unknown (TOE-13).
 */
export const RegisterPersoon = z.object({
  achternaam: optionalText('de achternaam'),
  tussenvoegsel: optionalText('het tussenvoegsel', 30),
  voornamen: optionalText('de voornamen'),
  roepnaam: optionalText('de roepnaam'),
  geboortedatum: Datum.nullish(),
  geboortejaar: z
    .number({ error: 'Vul een jaar in van vier cijfers.' })
    .int()
    .min(1900, { error: 'Vul een jaar in vanaf 1900.' })
    .max(2199, { error: 'Vul een jaar in van vier cijfers.' })
    .nullish(),
  geslacht: Geslacht.default('onbekend'),
  bsn: z.string().max(20, { error: 'Een burgerservicenummer heeft negen cijfers.' }).nullish(),
  geenBsnReden: GeenBsnReden.nullish(),
  isNn: z.boolean().default(false),
  isGeheim: z.boolean().default(false),
  telefoon: optionalText('het telefoonnummer', 50),
  email: optionalText('het e-mailadres'),
  contactvoorkeur: Contactvoorkeur.nullish(),
  veiligContact: optionalText('de afspraak over veilig contact', 500),
  taal: optionalText('de taal', 60),
  tolkNodig: z.boolean().default(false),
  herkomstGemeente: Gemeentecode.nullish(),
  herkomstBewijs: HerkomstBewijs.nullish(),
  herkomstOnbekendReden: OnbekendReden.nullish(),
  woonplaatsGemeente: Gemeentecode.nullish(),
  woonplaatsOnbekendReden: OnbekendReden.nullish(),
  briefadresStatus: BriefadresStatus.default('onbekend'),
})
export type RegisterPersoon = z.input<typeof RegisterPersoon>
