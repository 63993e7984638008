import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { HuishoudenRol } from '../../persoon/domain/keuzes.ts'
import { RegisterPersoon } from '../../persoon/domain/persoon.ts'
import { findOntbrekend } from '../../persoon/domain/rules.ts'
import {
  Bevestigingswijze,
  Domein,
  RechtmatigVerblijf,
  Slaapplek,
  Sluitreden,
  Status,
  TriageUitkomst,
  Veiligheid,
  VoCode,
} from './status.ts'

/** Optional text of a form: empty means not given. */
export function vrijeTekst(label: string, max = 200) {
  return z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullish()
}

const Aantal = (label: string) =>
  z
    .number({ error: `Vul ${label} in als getal.` })
    .int({ error: `Vul ${label} in als heel getal.` })
    .min(0, { error: `${label} kan niet minder dan 0 zijn.` })
    .max(30, { error: `${label} kan niet meer dan 30 zijn.` })

const gegevens = {
  kanaal: tekst('het kanaal', 60),
  melderSoort: tekst('wie er meldt', 60),
  melderNaam: vrijeTekst('de naam van de melder'),
  melderContact: vrijeTekst('het contact van de melder'),
  melderOrganisatieId: Id.nullish(),
  gemeenteCode: z.string().nullish(),
  domein: Domein.nullish(),
  hulpvraag: tekst('de hulpvraag in eigen woorden', 5000),
  slaapplekVannacht: Slaapplek.default('onbekend'),
  kinderen: Aantal('het aantal kinderen').default(0),
  volwassenen: Aantal('het aantal volwassenen').default(1),
  veiligheid: Veiligheid.default('onbekend'),
  rechtmatigVerblijf: RechtmatigVerblijf.default('niet_gevraagd'),
  isSpoed: z.boolean().default(false),
}

/** Someone who comes along; without a name of their own they have the name of the person of the melding. */
export const Gezinslid = RegisterPersoon.pick({
  roepnaam: true,
  tussenvoegsel: true,
  achternaam: true,
  geboortedatum: true,
  geboortejaar: true,
  geslacht: true,
}).extend({
  rol: HuishoudenRol.exclude(['aanspreekpunt'], { error: 'Kies de plaats in het huishouden.' }),
  /** Somebody who has a file already: then name and birth date come from there. */
  persoonId: Id.nullish(),
})
export type Gezinslid = z.input<typeof Gezinslid>

export const RegisterMelding = z.object({
  ...gegevens,
  /** A person who is known already; nor with `persoon`, nor for an anonymous melding. */
  persoonId: Id.nullish(),
  /** A new person, recorded together with the melding. */
  persoon: RegisterPersoon.superRefine((persoon, context) => {
    for (const { field, message } of findOntbrekend(persoon))
      context.addIssue({ code: 'custom', path: [field], message })
  }).nullish(),
  /** Who else waits and stays together with this person. */
  huishouden: z.array(Gezinslid).max(20, { error: 'Leg hooguit 20 gezinsleden tegelijk vast.' }).default([]),
  /** Day of the melding when it is entered later; today when left out. */
  meldingsdatum: Datum.nullish(),
})
export type RegisterMelding = z.input<typeof RegisterMelding>

export const EditMelding = z.object({ ...gegevens, versie: Versie })
export type EditMelding = z.input<typeof EditMelding>

export const Gedaan = z.object({ id: Id, versie: z.number().int() })

export const registerMelding = endpoint({
  method: 'POST',
  path: '/meldingen',
  name: 'registerMelding',
  summary: 'Melding vastleggen, met een bekende, nieuwe of onbekende persoon',
  body: RegisterMelding,
  response: Gedaan.extend({ nummer: z.string(), persoonId: Id.nullable() }),
})

export const MeldingRegel = z.object({
  id: Id,
  nummer: z.string(),
  persoonId: Id.nullable(),
  naam: z.string(),
  meldingsdatum: Datum,
  kanaal: z.string(),
  kanaalNaam: z.string(),
  gemeente: z.string().nullable(),
  domein: Domein.nullable(),
  status: Status,
  statusNaam: z.string(),
  isSpoed: z.boolean(),
  slaapplekVannacht: Slaapplek,
  uiterlijkOp: Datum,
  /** Days left of the six weeks; null when the onderzoek is done or the melding is closed. */
  dagenOver: z.number().int().nullable(),
  loket: z.string(),
  behandelaar: z.string().nullable(),
  volgendeStap: z.string().nullable(),
  volgendeStapOp: Datum.nullable(),
  triageUitkomst: TriageUitkomst.nullable(),
})
export type MeldingRegel = z.infer<typeof MeldingRegel>

export const MeldingFilter = Paging.extend({
  zoek: z.string().trim().max(100).optional(),
  persoonId: Id.optional(),
  /** `open` is every status in which somebody must do something. */
  status: z.union([Status, z.literal('open')]).optional(),
  teLaat: z.enum(['ja']).optional(),
  behandeling: z.enum(['van_mij', 'niet_opgepakt', 'mijn_loket']).optional(),
  kanaal: z.string().max(60).optional(),
  gemeente: z.string().max(10).optional(),
  domein: Domein.optional(),
  spoed: z.enum(['ja']).optional(),
  triageUitkomst: TriageUitkomst.optional(),
  formaat: z.enum(['csv', 'ods', 'xlsx']).optional(),
  sorteer: z
    .enum([
      'nummer',
      '-nummer',
      'meldingsdatum',
      '-meldingsdatum',
      'naam',
      '-naam',
      'uiterlijkOp',
      '-uiterlijkOp',
      'volgendeStapOp',
      '-volgendeStapOp',
      'status',
      '-status',
    ])
    .default('-meldingsdatum'),
})
export type MeldingFilter = z.infer<typeof MeldingFilter>

export const listMeldingen = endpoint({
  method: 'GET',
  path: '/meldingen',
  name: 'listMeldingen',
  summary: 'Werklijst met meldingen uit alle kanalen',
  query: MeldingFilter,
  response: page(MeldingRegel),
})

export const MeldingDetail = MeldingRegel.extend({
  versie: Versie,
  ontvangenOp: z.string(),
  melderSoort: z.string(),
  melderSoortNaam: z.string(),
  melderNaam: z.string().nullable(),
  melderContact: z.string().nullable(),
  melderOrganisatieId: Id.nullable(),
  melderOrganisatie: z.string().nullable(),
  gemeenteCode: z.string().nullable(),
  hulpvraag: z.string(),
  kinderen: z.number().int(),
  volwassenen: z.number().int(),
  veiligheid: Veiligheid,
  rechtmatigVerblijf: RechtmatigVerblijf,
  isGeheim: z.boolean(),
  /** What was agreed with the person about safe contact. */
  veiligContact: z.string().nullable(),
  organisatieId: Id,
  behandelaarId: Id.nullable(),
  contactpersoon: z.string().nullable(),
  verantwoordelijke: z.string().nullable(),
  triageToelichting: z.string().nullable(),
  triageOp: Datum.nullable(),
  /** Code of the list `woonsituatie`; null as long as nobody asked. */
  woonsituatie: z.string().nullable(),
  woonsituatieNaam: z.string().nullable(),
  voGeweldAfhankelijk: z.boolean().nullable(),
  voThuisOnveilig: z.boolean().nullable(),
  voCode: VoCode.nullable(),
  /** The words of the region on the day of the triage; null without a code. */
  voCodeNaam: z.string().nullable(),
  voCodeUitleg: z.string().nullable(),
  /** Why somebody with code rood who already stays here stays for now; null when that is not so. */
  roodHierReden: z.string().nullable(),
  bevestigdOp: Datum.nullable(),
  bevestigdVia: Bevestigingswijze.nullable(),
  planUiterlijkOp: Datum,
  vorige: z
    .object({ id: Id, nummer: z.string(), dagen: z.number().int(), geweigerd: z.boolean() })
    .nullable(),
  isHerinstroom: z.boolean(),
  dagenSindsUitstroom: z.number().int().nullable(),
  /** How often this person came back after an outflow, this melding included. */
  aantalHerinstroom: z.number().int(),
  geslotenOp: Datum.nullable(),
  sluitreden: z.string().nullable(),
})
export type MeldingDetail = z.infer<typeof MeldingDetail>

export const getMelding = endpoint({
  method: 'GET',
  path: '/meldingen/:id',
  name: 'getMelding',
  summary: 'Eén melding met stand, termijn en volgende stap',
  params: IdParam,
  response: MeldingDetail,
})

export const editMelding = endpoint({
  method: 'PATCH',
  path: '/meldingen/:id',
  name: 'editMelding',
  summary: 'Gegevens van een melding aanvullen of verbeteren',
  params: IdParam,
  body: EditMelding,
  response: Gedaan,
})

export const LinkPersoon = z
  .object({ persoonId: Id.nullish(), persoon: RegisterPersoon.nullish() })
  .refine((input) => Boolean(input.persoonId) !== Boolean(input.persoon), {
    error: 'Kies een bekende persoon of vul een nieuwe persoon in.',
    path: ['persoonId'],
  })

export const linkPersoon = endpoint({
  method: 'POST',
  path: '/meldingen/:id/_koppel',
  name: 'linkPersoonAanMelding',
  summary: 'Een anonieme melding aan een persoon koppelen',
  params: IdParam,
  body: LinkPersoon.and(z.object({ versie: Versie })),
  response: Gedaan.extend({ persoonId: Id }),
})

export const pickUpMelding = endpoint({
  method: 'POST',
  path: '/meldingen/:id/_pak-op',
  name: 'pickUpMelding',
  summary: 'Een melding oppakken of overnemen van een collega',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})

export const confirmOntvangst = endpoint({
  method: 'POST',
  path: '/meldingen/:id/_bevestig',
  name: 'confirmOntvangst',
  summary: 'Vastleggen dat de ontvangst is bevestigd',
  params: IdParam,
  body: z.object({ versie: Versie, op: Datum, via: Bevestigingswijze }),
  response: Gedaan,
  status: 200,
})

export const RecordTriage = z.object({
  versie: Versie,
  uitkomst: TriageUitkomst,
  toelichting: tekst('een korte toelichting', 2000),
  domein: Domein.nullish(),
  isSpoed: z.boolean().optional(),
  rechtmatigVerblijf: RechtmatigVerblijf.optional(),
  /** Where the person sleeps now: code of the list `woonsituatie`. Left out it stays as it was. */
  woonsituatie: z.string().trim().max(60).nullish(),
  voGeweldAfhankelijk: z.boolean().nullish(),
  voThuisOnveilig: z.boolean().nullish(),
  voCode: VoCode.nullish(),
  /** Of who already stays in the region when the code becomes rood: why that can go on for now, and who decided. */
  roodHierReden: tekst('waarom de cliënt nog even hier blijft', 500).nullish(),
})
export type RecordTriage = z.input<typeof RecordTriage>

export const recordTriage = endpoint({
  method: 'POST',
  path: '/meldingen/:id/_triage',
  name: 'recordTriage',
  summary: 'Uitkomst van de korte triage vastleggen',
  params: IdParam,
  body: RecordTriage,
  response: Gedaan,
  status: 200,
})

export const CloseMelding = z.object({
  versie: Versie,
  reden: Sluitreden,
  toelichting: vrijeTekst('de toelichting', 1000),
  /** What happens now; the person stays in sight until the opvolging itself is closed. */
  volgendeStap: tekst('de volgende stap', 200),
  volgendeStapOp: Datum,
})

export const closeMelding = endpoint({
  method: 'POST',
  path: '/meldingen/:id/_sluit',
  name: 'closeMelding',
  summary: 'Een melding sluiten zonder besluit, met reden en volgende stap',
  params: IdParam,
  body: CloseMelding,
  response: Gedaan,
  status: 200,
})

export const Tijdlijnregel = z.object({
  id: Id,
  soort: z.string(),
  titel: z.string(),
  op: Datum,
  vastgelegdOp: z.string(),
  door: z.string().nullable(),
})

export const listTijdlijn = endpoint({
  method: 'GET',
  path: '/meldingen/:id/gebeurtenissen',
  name: 'listMeldingGebeurtenissen',
  summary: 'Wat er met een melding gebeurde',
  params: IdParam,
  response: z.object({ results: z.array(Tijdlijnregel) }),
})

const Keuze = z.object({ waarde: z.string(), naam: z.string() })

export const getOpties = endpoint({
  method: 'GET',
  path: '/meldingen/_opties',
  name: 'getMeldingOpties',
  summary: 'Keuzes die vandaag gelden voor de formulieren van meldingen',
  response: z.object({
    kanalen: z.array(Keuze),
    melderSoorten: z.array(Keuze),
    clientprofielen: z.array(Keuze),
    leefgebieden: z.array(Keuze),
    weigerredenenToegang: z.array(Keuze),
    weigerredenenPersoon: z.array(Keuze),
    voCodes: z.array(z.object({ waarde: VoCode, naam: z.string(), uitleg: z.string() })),
    woonsituaties: z.array(Keuze),
    gemeenten: z.array(Keuze),
    organisaties: z.array(Keuze.extend({ isToegang: z.boolean(), isVrouwenopvang: z.boolean() })),
    collegas: z.array(Keuze),
    producten: z.array(Keuze.extend({ domein: Domein })),
    criteria: z.array(
      z.object({
        id: Id,
        domein: Domein,
        naam: z.string(),
        vragen: z.array(
          z.object({ code: z.string(), tekst: z.string(), toelichting: z.string().default('') }),
        ),
      }),
    ),
  }),
})
