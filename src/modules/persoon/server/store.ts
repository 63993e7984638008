import type { Insertable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import { normaliseBsn } from '../../../shared/bsn.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../domain/persoon.ts'
import { zoeknaamOf } from '../domain/rules.ts'

/** Tells that the number is taken and what to do, not by whom. */
const bsnBestaat = () =>
  reject(
    'bsn_bestaat',
    'Er is al een dossier met dit burgerservicenummer. Zoek op het nummer en ga verder in dat dossier.',
    { field: 'bsn', possible: ['Zoek de cliënt op het burgerservicenummer.'] },
  )

const constraints = {
  persoon_bsn_uniek: bsnBestaat,
  persoon_naam_of_nn: () =>
    reject('naam_ontbreekt', 'Vul een achternaam in, of kies dat de naam nog onbekend is.', {
      field: 'achternaam',
    }),
  persoon_herkomst_of_reden: () =>
    reject('herkomst_ontbreekt', 'Kies de gemeente van herkomst, of kies waarom die onbekend is.', {
      field: 'herkomstGemeente',
    }),
  persoon_woonplaats_of_reden: () =>
    reject(
      'woonplaats_ontbreekt',
      'Kies de gemeente waar iemand nu verblijft, of kies waarom die onbekend is.',
      {
        field: 'woonplaatsGemeente',
      },
    ),
}

/** The columns that the input fills, except the BSN. */
export function columnsOf(input: RegisterPersoon) {
  const naam = {
    achternaam: clean(input.achternaam),
    tussenvoegsel: clean(input.tussenvoegsel),
    voornamen: clean(input.voornamen),
    roepnaam: clean(input.roepnaam),
  }
  return {
    ...naam,
    zoeknaam: zoeknaamOf(naam),
    geboortedatum: input.geboortedatum ?? null,
    geboortejaar: input.geboortedatum ? null : (input.geboortejaar ?? null),
    geslacht: input.geslacht ?? 'onbekend',
    is_nn: input.isNn ?? false,
    is_geheim: input.isGeheim ?? false,
    telefoon: clean(input.telefoon),
    email: clean(input.email),
    contactvoorkeur: input.contactvoorkeur ?? null,
    veilig_contact: clean(input.veiligContact),
    taal: clean(input.taal),
    tolk_nodig: input.tolkNodig ?? false,
    herkomst_gemeente: input.herkomstGemeente ?? null,
    herkomst_bewijs: input.herkomstGemeente ? (input.herkomstBewijs ?? null) : null,
    herkomst_onbekend_reden: input.herkomstGemeente ? null : (input.herkomstOnbekendReden ?? null),
    woonplaats_gemeente: input.woonplaatsGemeente ?? null,
    woonplaats_onbekend_reden: input.woonplaatsGemeente ? null : (input.woonplaatsOnbekendReden ?? null),
    briefadres_status: input.briefadresStatus ?? 'onbekend',
  }
}

/** Encrypted number with its look-up hash, or the reason that there is none. */
export function bsnColumns(work: Work, input: Pick<RegisterPersoon, 'bsn' | 'geenBsnReden'>) {
  const bsn = input.bsn ? normaliseBsn(input.bsn) : undefined
  return bsn === undefined
    ? { bsn_versleuteld: null, bsn_index: null, geen_bsn_reden: input.geenBsnReden ?? null }
    : {
        bsn_versleuteld: work.cipher.encrypt(bsn),
        bsn_index: work.cipher.blindIndex(bsn),
        geen_bsn_reden: null,
      }
}

export async function insertPersoon(
  work: Work,
  row: Insertable<DB['persoon']>,
): Promise<undefined | Rejection> {
  return catchConstraint(
    work.db
      .insertInto('persoon')
      .values(row)
      .execute()
      .then(() => undefined),
    constraints,
  )
}

/** True when the version was still the one seen. */
export async function updatePersoonRow(
  work: Work,
  id: Id,
  versie: number,
  set: Updateable<DB['persoon']>,
): Promise<boolean | Rejection> {
  return catchConstraint(
    work.db
      .updateTable('persoon')
      .set({ ...set, versie: versie + 1, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', id)
      .where('versie', '=', versie)
      .executeTakeFirst()
      .then((result) => result.numUpdatedRows === 1n),
    constraints,
  )
}

/** Is a gemeente in the asker's region today? Null code: unknown, so not known to be outside. */
export async function isBuitenRegio(work: Work, gemeenteCode: string | null): Promise<boolean> {
  if (gemeenteCode === null) return false
  const row = await work.db
    .selectFrom('regio_gemeente')
    .select('gemeente_code')
    .where('regio_id', '=', work.regioId)
    .where('gemeente_code', '=', gemeenteCode)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
  return row === undefined
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.trim()
  return trimmed ? trimmed : null
}
