import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { RegisterAdrestoestemming, RegisterKlantcontact } from '../domain/klantcontact-contract.ts'
import { leeftijdsklasseOf } from '../domain/rules.ts'
import type { Leeftijdsklasse } from '../domain/status.ts'
import { findVoorgeschiedenis } from './store.ts'

/** Family mark that counts families without telling which: the same family gives the same mark, also for another loket. */
function gezinKenmerk(work: Work, van: Id): string {
  return work.cipher.blindIndex(`gezin:${van}`).toString('hex').slice(0, 16)
}

/** Counts the contact of a new melding, and the family talk when children come along. */
export async function insertKlantcontactVanMelding(
  work: Work,
  input: {
    meldingId: Id
    op: PlainDate
    gemeenteCode: string | null
    leeftijdsklasse: Leeftijdsklasse
    gezinVan: Id | null
  },
): Promise<void> {
  const isEigen = sql<boolean>`exists (select 1 from regio_gemeente g where g.regio_id = ${work.regioId} and g.gemeente_code = ${input.gemeenteCode} and g.van <= ${input.op} and (g.tot is null or g.tot > ${input.op}))`
  const row = (soort: 'contact' | 'gezinsgesprek') => ({
    id: work.newId(),
    regio_id: work.regioId,
    organisatie_id: work.vrager.organisatieId!,
    op: input.op,
    soort,
    gemeente_code: input.gemeenteCode
      ? sql<string | null>`case when ${isEigen} then ${input.gemeenteCode}::text end`
      : null,
    van_elders: input.gemeenteCode ? sql<boolean>`not ${isEigen}` : false,
    leeftijdsklasse: input.leeftijdsklasse,
    gezin_kenmerk: input.gezinVan ? gezinKenmerk(work, input.gezinVan) : null,
    melding_id: input.meldingId,
    bron: 'melding',
  })
  await work.db
    .insertInto('klantcontact')
    .values(input.gezinVan ? [row('contact'), row('gezinsgesprek')] : [row('contact')])
    .execute()
}

/** Counts contacts at the desk without a person. */
export async function registerKlantcontact(
  work: Work,
  input: RegisterKlantcontact,
): Promise<{ aantal: number } | Rejection> {
  const organisatieId = work.vrager.organisatieId
  if (!organisatieId) throw new Error('registerKlantcontact: a contact is counted by somebody of a loket')
  const refused = contactFault(work, input)
  if (refused) return refused
  const aantal = input.aantal ?? 1
  const rows = Array.from({ length: aantal }, () => ({
    id: work.newId(),
    regio_id: work.regioId,
    organisatie_id: organisatieId,
    op: input.op,
    soort: input.soort,
    gemeente_code: input.vanElders ? null : input.gemeenteCode || null,
    van_elders: input.vanElders ?? false,
    leeftijdsklasse: input.leeftijdsklasse,
    gezin_kenmerk: input.gezinKenmerk || null,
    bron: 'balie',
  }))
  const result = await catchConstraint(
    work.db.insertInto('klantcontact').values(rows).execute(),
    gemeenteFout('klantcontact'),
  )
  if ('rejected' in result) return result
  await work.record({
    soort: 'KlantcontactGeteld',
    onderwerpSoort: 'klantcontact',
    onderwerpId: rows[0]!.id,
    op: input.op,
    gegevens: { aantal, soort: input.soort },
  })
  return { aantal }
}

function contactFault(work: Work, input: RegisterKlantcontact): Rejection | undefined {
  if (input.op > work.today)
    return reject('datum_past_niet', 'De dag ligt in de toekomst. Controleer de datum.', {
      status: 422,
      field: 'op',
    })
  if (input.vanElders && input.gemeenteCode)
    return reject('gemeente_en_elders', 'Kies een gemeente van de regio of ‘van elders’, niet allebei.', {
      status: 422,
      field: 'gemeenteCode',
    })
  if (input.soort === 'gezinsgesprek' && !input.gezinKenmerk)
    return reject(
      'gezin_ontbreekt',
      'Geef bij een gezinsgesprek een eigen kenmerk van het gezin, zonder naam.',
      {
        status: 422,
        field: 'gezinKenmerk',
      },
    )
  return undefined
}

function gemeenteFout(tabel: 'klantcontact' | 'adrestoestemming') {
  return {
    [`${tabel}_gemeente_code_fkey`]: reject('gemeente_onbekend', 'Kies een gemeente uit de lijst.', {
      status: 422,
      field: 'gemeenteCode',
    }),
  }
}

/** Records whether someone may use a postal address and the opvang (daklozenloket). */
export async function registerAdrestoestemming(
  work: Work,
  input: RegisterAdrestoestemming,
): Promise<{ id: Id } | Rejection> {
  const organisatieId = work.vrager.organisatieId
  if (!organisatieId) throw new Error('registerAdrestoestemming: a decision is taken by somebody of a loket')
  if (input.op > work.today)
    return reject('datum_past_niet', 'De dag ligt in de toekomst. Controleer de datum.', {
      status: 422,
      field: 'op',
    })
  if (input.voorPostadres === false && input.voorOpvang === false)
    return reject('waarvoor_ontbreekt', 'Kies waarvoor dit geldt: een postadres, opvang of allebei.', {
      status: 422,
      field: 'voorPostadres',
    })
  if (!input.toestemming && !input.reden)
    return reject('reden_ontbreekt', 'Leg uit waarom er geen toestemming is.', {
      status: 422,
      field: 'reden',
    })
  const persoon = input.persoonId ? await findVoorgeschiedenis(work, input.persoonId, input.op) : undefined
  if (input.persoonId && !persoon) return notFound('Deze persoon')
  const id = work.newId()
  const result = await catchConstraint(
    work.db
      .insertInto('adrestoestemming')
      .values({
        id,
        regio_id: work.regioId,
        organisatie_id: organisatieId,
        persoon_id: input.persoonId ?? null,
        op: input.op,
        toestemming: input.toestemming,
        voor_postadres: input.voorPostadres ?? true,
        voor_opvang: input.voorOpvang ?? true,
        gemeente_code: input.gemeenteCode || null,
        leeftijdsklasse: persoon
          ? leeftijdsklasseOf(persoon, input.op)
          : (input.leeftijdsklasse ?? 'onbekend'),
        reden: input.reden || null,
        bron: 'loket',
      })
      .execute(),
    gemeenteFout('adrestoestemming'),
  )
  if ('rejected' in result) return result
  await work.record({
    soort: 'AdrestoestemmingBesloten',
    onderwerpSoort: 'adrestoestemming',
    onderwerpId: id,
    persoonId: input.persoonId ?? null,
    op: input.op,
    gegevens: { toestemming: input.toestemming },
  })
  return { id }
}
