import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { LocatieInvoer, PlekInvoer, VoorzieningInvoer } from '../domain/contract.ts'

// The only place that writes voorziening, locatie, opening, plek and buiten_gebruik.

const codeTaken = reject(
  'voorziening_code_bestaat',
  'Er is al een voorziening met deze code. Kies een andere.',
  {
    field: 'code',
  },
)
const locatieTaken = reject(
  'locatie_naam_bestaat',
  'Deze voorziening heeft al een locatie met deze naam. Kies een andere.',
  { field: 'naam' },
)
const plekTaken = reject(
  'plek_naam_bestaat',
  'Deze locatie heeft al een plek met deze naam. Kies een andere.',
  {
    field: 'naam',
  },
)
const locatieRules = {
  locatie_naam_uniek: locatieTaken,
  locatie_geheim_zonder_gemeente: reject(
    'geheim_zonder_gemeente',
    'Een geheime locatie heeft geen gemeente. Laat de gemeente leeg.',
    { field: 'gemeenteCode' },
  ),
  locatie_wijk_met_gemeente: reject(
    'wijk_zonder_gemeente',
    'Een wijk hoort bij een gemeente. Kies ook de gemeente, of laat de wijk leeg.',
    { field: 'wijk' },
  ),
  locatie_extern_zonder_adres: reject(
    'extern_zonder_adres',
    'Van een locatie buiten de regio leggen we geen adres vast. Laat het adres leeg.',
    { field: 'adres' },
  ),
}

type Met<T> = T & { readonly bron?: string | null }

function voorzieningValues(input: VoorzieningInvoer) {
  return {
    organisatie_id: input.organisatieId,
    code: input.code,
    naam: input.naam,
    soort: input.soort,
    domein: input.domein,
    bereik: input.bereik,
    gemeente_code: input.gemeenteCode,
    doelgroep: input.doelgroep,
    omschrijving: input.omschrijving,
    openingstijden: input.openingstijden,
    capaciteit_volgens_bron: input.capaciteitVolgensBron,
    onder_contract: input.onderContract,
    van: input.van,
  }
}

export async function insertVoorziening(
  work: Work,
  id: Id,
  input: Met<VoorzieningInvoer>,
): Promise<undefined | Rejection> {
  const write = work.db
    .insertInto('voorziening')
    .values({ id, regio_id: work.regioId, ...voorzieningValues(input), bron: input.bron ?? null })
    .execute()
  return noRows(await catchConstraint(write, { voorziening_code_uniek: codeTaken }))
}

/** Writes and returns true, or false when the version is not the one that was seen. */
export async function updateVoorziening(
  work: Work,
  target: { id: Id; versie: number },
  input: VoorzieningInvoer,
): Promise<boolean | Rejection> {
  const write = work.db
    .updateTable('voorziening')
    .set({ ...voorzieningValues(input), versie: target.versie + 1 })
    .where('id', '=', target.id)
    .where('versie', '=', target.versie)
    .returning('id')
    .execute()
  const rows = await catchConstraint(write, { voorziening_code_uniek: codeTaken })
  return Array.isArray(rows) ? rows.length === 1 : rows
}

function locatieValues(work: Work, input: LocatieInvoer) {
  return {
    voorziening_id: input.voorzieningId,
    naam: input.naam,
    gemeente_code: input.gemeenteCode,
    wijk: input.wijk,
    is_geheim: input.isGeheim,
    is_extern: input.isExtern,
    adres_versleuteld: input.adres ? work.cipher.encrypt(input.adres) : null,
    telefoon: input.telefoon || null,
    kenmerken: input.kenmerken,
    reactietijd_minuten: input.reactietijdMinuten,
    van: input.van,
  }
}

export async function insertLocatie(
  work: Work,
  id: Id,
  input: Met<LocatieInvoer>,
): Promise<undefined | Rejection> {
  const write = work.db
    .insertInto('locatie')
    .values({ id, regio_id: work.regioId, ...locatieValues(work, input), bron: input.bron ?? null })
    .execute()
  return noRows(await catchConstraint(write, locatieRules))
}

export async function updateLocatie(
  work: Work,
  target: { id: Id; versie: number; keepAdres: boolean },
  input: LocatieInvoer,
): Promise<boolean | Rejection> {
  const { adres_versleuteld, ...values } = locatieValues(work, input)
  const write = work.db
    .updateTable('locatie')
    .set({ ...values, ...(!target.keepAdres && { adres_versleuteld }), versie: target.versie + 1 })
    .where('id', '=', target.id)
    .where('versie', '=', target.versie)
    .returning('id')
    .execute()
  const rows = await catchConstraint(write, locatieRules)
  return Array.isArray(rows) ? rows.length === 1 : rows
}

/** Takes the address away; true when the version was the one that was seen. */
export async function clearAdres(work: Work, target: { id: Id; versie: number }): Promise<boolean> {
  const rows = await work.db
    .updateTable('locatie')
    .set({ adres_versleuteld: null, versie: target.versie + 1 })
    .where('id', '=', target.id)
    .where('versie', '=', target.versie)
    .returning('id')
    .execute()
  return rows.length === 1
}

export async function confirmLocatie(work: Work, locatieId: Id): Promise<void> {
  await work.db
    .updateTable('locatie')
    .set({ bevestigd_op: work.now, bevestigd_door: work.vrager.gebruikerId })
    .where('id', '=', locatieId)
    .execute()
}

function plekValues(input: PlekInvoer) {
  return {
    locatie_id: input.locatieId,
    product_id: input.productId,
    naam: input.naam,
    soort: input.soort,
    kamer: input.kamer,
    personen_maximum: input.personenMaximum,
    kenmerken: input.kenmerken,
    tijdelijk_reden: input.tijdelijkReden,
    van: input.van,
    tot: input.tot,
  }
}

/** Rows per insert: PostgreSQL takes at most 65,535 values in one statement. */
const batch = 2000

export async function insertPlekken(
  work: Work,
  rows: readonly (Met<PlekInvoer> & { readonly id: Id })[],
): Promise<undefined | Rejection> {
  for (let start = 0; start < rows.length; start += batch) {
    const write = work.db
      .insertInto('plek')
      .values(
        rows.slice(start, start + batch).map((row) => ({
          id: row.id,
          regio_id: work.regioId,
          ...plekValues(row),
          bron: row.bron ?? null,
        })),
      )
      .execute()
    const refused = noRows(await catchConstraint(write, { plek_naam_uniek: plekTaken }))
    if (refused) return refused
  }
  return undefined
}

export async function updatePlek(
  work: Work,
  target: { id: Id; versie: number },
  input: PlekInvoer,
): Promise<boolean | Rejection> {
  const write = work.db
    .updateTable('plek')
    .set({ ...plekValues(input), versie: target.versie + 1 })
    .where('id', '=', target.id)
    .where('versie', '=', target.versie)
    .returning('id')
    .execute()
  const rows = await catchConstraint(write, { plek_naam_uniek: plekTaken })
  return Array.isArray(rows) ? rows.length === 1 : rows
}

/** Sets the last day; true when the version was the one that was seen. */
export async function setTot(
  work: Work,
  table: 'voorziening' | 'locatie' | 'plek',
  target: { id: Id; versie: number; tot: PlainDate },
): Promise<boolean> {
  const rows = await work.db
    .updateTable(table)
    .set({ tot: target.tot, versie: target.versie + 1 })
    .where('id', '=', target.id)
    .where('versie', '=', target.versie)
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Closes the opening that holds on `van` and adds the new one. */
export async function insertOpening(
  work: Work,
  input: { locatieId: Id; regime: string; toelichting: string; van: PlainDate },
): Promise<undefined | Rejection> {
  await work.db
    .updateTable('opening')
    .set({ tot: input.van })
    .where('locatie_id', '=', input.locatieId)
    .where('van', '<', input.van)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', input.van)]))
    .execute()
  const taken = reject(
    'opening_overlapt',
    'Vanaf die dag of later is al een opening vastgelegd. Kies een latere ingangsdatum.',
    { field: 'van' },
  )
  const write = work.db
    .insertInto('opening')
    .values({
      regio_id: work.regioId,
      locatie_id: input.locatieId,
      regime: input.regime,
      toelichting: input.toelichting,
      van: input.van,
      tot: null,
    })
    .execute()
  return noRows(await catchConstraint(write, { opening_overlapt_niet: taken, opening_pkey: taken }))
}

export async function insertBuitenGebruik(
  work: Work,
  row: {
    id: Id
    plekId: Id
    van: PlainDate
    tot: PlainDate | null
    reden: string
    toelichting: string | null
  },
): Promise<undefined | Rejection> {
  const write = work.db
    .insertInto('buiten_gebruik')
    .values({
      id: row.id,
      regio_id: work.regioId,
      plek_id: row.plekId,
      van: row.van,
      tot: row.tot,
      reden: row.reden,
      toelichting: row.toelichting,
    })
    .execute()
  return noRows(
    await catchConstraint(write, {
      buiten_gebruik_overlapt_niet: reject(
        'al_buiten_gebruik',
        'De plek is op een van deze dagen al buiten gebruik. Kies andere dagen of wijzig de eerdere melding.',
        { field: 'van' },
      ),
    }),
  )
}

/** Back in use from `tot`; a period that had not begun is taken away. */
export async function endBuitenGebruik(
  work: Work,
  row: { id: Id; van: PlainDate },
  tot: PlainDate,
): Promise<void> {
  if (tot <= row.van) await work.db.deleteFrom('buiten_gebruik').where('id', '=', row.id).execute()
  else
    await work.db
      .updateTable('buiten_gebruik')
      .set((e) => ({ tot, versie: e('versie', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

function noRows(result: unknown): undefined | Rejection {
  return Array.isArray(result) ? undefined : (result as Rejection)
}
