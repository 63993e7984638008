import { generateSecret } from 'otplib'
import { hashPassword } from '../../../platform/auth/local-login.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Domein } from '../domain/soorten.ts'

export type OrganisatieSoort =
  | 'gemeente'
  | 'toegang'
  | 'aanbieder'
  | 'corporatie'
  | 'uitvoeringsorganisatie'
  | 'veilig_thuis'
  | 'zorgkantoor'
  | 'welzijn'
  | 'overig'
export type Taak =
  | 'lokale_toegang'
  | 'regionale_toegang'
  | 'beschikken'
  | 'wachtlijst'
  | 'aanbieden'
  | 'vo_coordinatie'
  | 'urgentie'
  | 'nazorg'
  | 'coordinatie'

export interface NewOrganisatie {
  readonly naam: string
  readonly soort: OrganisatieSoort
  readonly taken: readonly Taak[]
  readonly gemeenteCode?: string | null
  readonly telefoon?: string | null
  readonly openingstijden?: string | null
  readonly agbCode?: string | null
  readonly kvkNummer?: string | null
  readonly van: PlainDate
  readonly bron?: string | null
}

export async function registerOrganisatie(
  work: Work,
  input: NewOrganisatie,
): Promise<{ id: Id } | Rejection> {
  const id = work.newId()
  if (input.gemeenteCode && !(await isGemeente(work, input.gemeenteCode)))
    return reject('gemeente_onbekend', 'Deze gemeente bestaat niet. Kies een gemeente uit de lijst.', {
      field: 'gemeenteCode',
      status: 422,
    })
  const made = await work.db
    .insertInto('organisatie')
    .values({
      id,
      regio_id: work.regioId,
      naam: input.naam,
      soort: input.soort,
      taken: [...input.taken],
      gemeente_code: input.gemeenteCode ?? null,
      telefoon: input.telefoon ?? null,
      openingstijden: input.openingstijden ?? null,
      agb_code: input.agbCode ?? null,
      kvk_nummer: input.kvkNummer ?? null,
      van: input.van,
      bron: input.bron ?? null,
    })
    .onConflict((c) => c.constraint('organisatie_naam_uniek').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    return reject('organisatie_bestaat', `Er is al een organisatie met de naam ${input.naam}.`, {
      field: 'naam',
    })
  await work.record({
    soort: 'OrganisatieGeregistreerd',
    onderwerpSoort: 'organisatie',
    onderwerpId: id,
    op: input.van,
    gegevens: { versie: 1, naam: input.naam, organisatieSoort: input.soort, taken: input.taken },
  })
  return { id }
}

/** Gemeenten are never removed, so what is found stays. */
async function isGemeente(work: Work, code: string): Promise<boolean> {
  const found = await work.db
    .selectFrom('gemeente')
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst()
  return found !== undefined
}

export interface NewProduct {
  readonly code: string
  readonly naam: string
  readonly domein: Domein
  readonly omschrijving?: string
  readonly nachtregistratie?: boolean
  readonly gezinnen?: 'ja' | 'nee' | 'alleen'
  readonly toegang?: 'besluit' | 'beschikking' | 'direct'
  readonly bron?: string | null
  readonly van: PlainDate
}

/** The longest stay is a dated rule of its own (product_regel); without one there is no limit. */
export async function registerProduct(work: Work, input: NewProduct): Promise<{ id: Id } | Rejection> {
  const id = work.newId()
  const { van, bron = null, ...fields } = input
  const made = await work.db
    .insertInto('product')
    .values({ id, regio_id: work.regioId, ...fields, van, bron })
    .onConflict((c) => c.constraint('product_code_uniek').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    return reject('product_bestaat', `Er is al een product met code ${input.code}. Kies een andere code.`, {
      field: 'code',
    })
  await work.record({
    soort: 'ProductGeregistreerd',
    onderwerpSoort: 'product',
    onderwerpId: id,
    op: van,
    gegevens: { versie: 1, code: input.code, naam: input.naam },
  })
  return { id }
}

export interface NewGebruiker {
  readonly organisatieId: Id
  readonly gebruikersnaam: string
  readonly naam: string
  readonly email?: string | null
  readonly rollen: readonly string[]
  readonly van: PlainDate
  /** Local account with password and one-time code; without it the user signs in through the own organisation. */
  readonly wachtwoord?: string
  /** Only given for demo accounts and tests; otherwise a new secret is made. */
  readonly totpGeheim?: string
}

/** Returns the one-time-code secret once, to show as QR code; it is stored encrypted and never shown again. */
export async function registerGebruiker(
  work: Work,
  input: NewGebruiker,
): Promise<{ id: Id; totpGeheim?: string } | Rejection> {
  const unknown = await unknownReference(work, input)
  if (unknown) return unknown
  const id = work.newId()
  const totpGeheim = input.wachtwoord === undefined ? undefined : (input.totpGeheim ?? generateSecret())
  const made = await work.db
    .insertInto('gebruiker')
    .values({
      id,
      regio_id: work.regioId,
      organisatie_id: input.organisatieId,
      gebruikersnaam: input.gebruikersnaam.trim().toLowerCase(),
      naam: input.naam,
      email: input.email ?? null,
      wachtwoord_hash: input.wachtwoord === undefined ? null : await hashPassword(input.wachtwoord),
      totp_geheim: totpGeheim === undefined ? null : work.cipher.encrypt(totpGeheim),
      van: input.van,
    })
    .onConflict((c) => c.constraint('gebruiker_naam_uniek').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    return reject('gebruikersnaam_bezet', 'Deze gebruikersnaam is al in gebruik. Kies een andere.', {
      field: 'gebruikersnaam',
    })
  await work.db
    .insertInto('gebruiker_rol')
    .values(
      [...new Set(input.rollen)].map((rol_code) => ({
        regio_id: work.regioId,
        gebruiker_id: id,
        rol_code,
        van: input.van,
      })),
    )
    .execute()
  await work.record({
    soort: 'GebruikerGeregistreerd',
    onderwerpSoort: 'gebruiker',
    onderwerpId: id,
    op: input.van,
    gegevens: { versie: 1, naam: input.naam, organisatieId: input.organisatieId, rollen: input.rollen },
  })
  return { id, ...(totpGeheim !== undefined && { totpGeheim }) }
}

/** Foreign keys do not know regions, so the organisation is looked up within the own region; roles are the same everywhere. */
async function unknownReference(work: Work, input: NewGebruiker): Promise<Rejection | undefined> {
  const organisatie = await work.db
    .selectFrom('organisatie')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', input.organisatieId)
    .executeTakeFirst()
  if (!organisatie)
    return reject(
      'organisatie_onbekend',
      'Deze organisatie bestaat niet in uw regio. Kies er een uit de lijst.',
      {
        field: 'organisatieId',
        status: 422,
      },
    )
  const known = await work.db
    .selectFrom('rol')
    .select('code')
    .where('code', 'in', [...input.rollen])
    .execute()
  if (known.length < new Set(input.rollen).size)
    return reject('rol_onbekend', 'Een van deze rollen bestaat niet. Kies rollen uit de lijst.', {
      field: 'rollen',
      status: 422,
    })
  return undefined
}
