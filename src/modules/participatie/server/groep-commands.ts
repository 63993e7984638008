import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Gedaan } from '../domain/delen.ts'
import type {
  BijeenkomstInvoer,
  GroepInvoer,
  GroepWijziging,
  InzetInvoer,
  LidInvoer,
} from '../domain/groep-contract.ts'
import { boek, checkBestaat, checkGemeente, inToekomst } from './kiezen.ts'
import { insertRow, lockRow, updateRow } from './store.ts'

type Met<T> = T & { readonly id: Id; readonly versie: number }
const totVan = (totEnMet: PlainDate | null) => (totEnMet === null ? null : addDays(totEnMet, 1))

const kolommen = (input: GroepInvoer | GroepWijziging) => ({
  naam: input.naam,
  soort: input.soort,
  aantal: input.aantal,
  ervaring: input.ervaring,
  via_partner_id: input.viaPartnerId,
  via: input.via,
  gemeente_code: input.gemeenteCode,
  van: input.van,
  tot: totVan(input.totEnMet),
  bron: input.bron,
})

const checkGroep = async (work: Work, input: GroepInvoer | GroepWijziging) =>
  (await checkBestaat(work, 'partner', input.viaPartnerId, {
    wat: 'Deze partner',
    field: 'viaPartnerId',
  })) ?? (await checkGemeente(work, input.gemeenteCode))

export async function registerGroep(work: Work, input: GroepInvoer): Promise<Gedaan | Rejection> {
  const refused = await checkGroep(work, input)
  if (refused) return refused
  const id = await insertRow(work, 'participatiegroep', kolommen(input))
  if (isRejection(id)) return id
  const { naam, soort } = input
  await boek(
    work,
    'ParticipatiegroepVastgelegd',
    { tabel: 'participatiegroep', id },
    {
      versie: 1,
      naam,
      soort,
    },
  )
  return { id, versie: 1 }
}

export async function changeGroep(work: Work, input: Met<GroepWijziging>): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'participatiegroep', input.id)
  if (isRejection(row)) return row
  const refused = await checkGroep(work, input)
  if (refused) return refused
  const set = kolommen(input)
  const versie = await updateRow(work, 'participatiegroep', input, set)
  if (isRejection(versie)) return versie
  await boek(
    work,
    'ParticipatiegroepGewijzigd',
    { tabel: 'participatiegroep', id: row.id },
    {
      versie,
      wijzigingen: openChanges(row, set, []),
    },
  )
  return { id: row.id, versie }
}

// ── Meetings ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A group that was not there yet cannot meet. */
const voorBegin = (groep: { readonly van: PlainDate }, op: PlainDate, field: string) =>
  op < groep.van
    ? reject('datum_past_niet', `Deze groep begint op ${formatLong(groep.van)}. Kies die dag of later.`, {
        status: 422,
        field,
      })
    : undefined

export async function addBijeenkomst(
  work: Work,
  input: BijeenkomstInvoer & { readonly groepId: Id },
): Promise<Gedaan | Rejection> {
  const groep = await lockRow(work, 'participatiegroep', input.groepId)
  if (isRejection(groep)) return groep
  const refused = inToekomst(work, input.op, 'op') ?? voorBegin(groep, input.op, 'op')
  if (refused) return refused
  const { op, onderwerp, aanwezig, opbrengst } = input
  const id = await insertRow(work, 'groepsbijeenkomst', {
    groep_id: groep.id,
    op,
    onderwerp,
    aanwezig,
    opbrengst,
  })
  if (isRejection(id)) return id
  await boek(work, 'GroepsbijeenkomstVastgelegd', { tabel: 'groepsbijeenkomst', id }, { versie: 1, op })
  return { id, versie: 1 }
}

export async function changeBijeenkomst(
  work: Work,
  input: Met<BijeenkomstInvoer>,
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'groepsbijeenkomst', input.id)
  if (isRejection(row)) return row
  const groep = await lockRow(work, 'participatiegroep', row.groep_id)
  if (isRejection(groep)) return groep
  const refused = inToekomst(work, input.op, 'op') ?? voorBegin(groep, input.op, 'op')
  if (refused) return refused
  const { op, onderwerp, aanwezig, opbrengst } = input
  const set = { op, onderwerp, aanwezig, opbrengst }
  const versie = await updateRow(work, 'groepsbijeenkomst', input, set)
  if (isRejection(versie)) return versie
  await boek(
    work,
    'GroepsbijeenkomstGewijzigd',
    { tabel: 'groepsbijeenkomst', id: row.id },
    {
      versie,
      wijzigingen: openChanges(row, set, []),
    },
  )
  return { id: row.id, versie }
}

// ── What a group helps with ─────────────────────────────────────────────────────────────────────────────────────────

export async function addInzet(
  work: Work,
  input: InzetInvoer & { readonly groepId: Id },
): Promise<Gedaan | Rejection> {
  const groep = await lockRow(work, 'participatiegroep', input.groepId)
  if (isRejection(groep)) return groep
  const refused =
    voorBegin(groep, input.van, 'van') ??
    (await checkBestaat(work, 'activiteit', input.activiteitId, {
      wat: 'Deze activiteit',
      field: 'activiteitId',
    }))
  if (refused) return refused
  const id = await insertRow(work, 'groepsinzet', {
    groep_id: groep.id,
    activiteit_id: input.activiteitId,
    rol: input.rol,
    van: input.van,
    tot: totVan(input.totEnMet),
    opbrengst: input.opbrengst,
  })
  if (isRejection(id)) return id
  const { activiteitId, rol } = input
  await boek(work, 'GroepsinzetVastgelegd', { tabel: 'groepsinzet', id }, { versie: 1, activiteitId, rol })
  return { id, versie: 1 }
}

export async function changeInzet(
  work: Work,
  input: Met<Omit<InzetInvoer, 'activiteitId'>>,
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'groepsinzet', input.id)
  if (isRejection(row)) return row
  const groep = await lockRow(work, 'participatiegroep', row.groep_id)
  if (isRejection(groep)) return groep
  const refused = voorBegin(groep, input.van, 'van')
  if (refused) return refused
  const set = { rol: input.rol, van: input.van, tot: totVan(input.totEnMet), opbrengst: input.opbrengst }
  const versie = await updateRow(work, 'groepsinzet', input, set)
  if (isRejection(versie)) return versie
  await boek(
    work,
    'GroepsinzetGewijzigd',
    { tabel: 'groepsinzet', id: row.id },
    {
      versie,
      wijzigingen: openChanges(row, set, []),
    },
  )
  return { id: row.id, versie }
}

// ── Names, only with consent ────────────────────────────────────────────────────────────────────────────────────────

export async function addLid(
  work: Work,
  input: LidInvoer & { readonly groepId: Id },
): Promise<Gedaan | Rejection> {
  const groep = await lockRow(work, 'participatiegroep', input.groepId)
  if (isRejection(groep)) return groep
  const refused = inToekomst(work, input.toestemmingOp, 'toestemmingOp')
  if (refused) return refused
  if (input.toestemmingTotEnMet < work.today)
    return reject('datum_past_niet', 'Deze toestemming is al voorbij. Vraag een nieuwe.', {
      status: 422,
      field: 'toestemmingTotEnMet',
    })
  const id = await insertRow(work, 'groepslid', {
    groep_id: groep.id,
    naam_versleuteld: work.cipher.encrypt(input.naam),
    toestemming_op: input.toestemmingOp,
    toestemming_tot: addDays(input.toestemmingTotEnMet, 1),
    toestemming_waar: input.toestemmingWaar,
  })
  if (isRejection(id)) return id
  await boek(work, 'GroepslidVastgelegd', { tabel: 'groepslid', id }, { versie: 1 })
  return { id, versie: 1 }
}

/** Withdrawn or past its end: the name is gone at once. */
export async function wipeLid(
  work: Work,
  input: { readonly id: Id; readonly reden: 'ingetrokken' | 'verlopen' },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'groepslid', input.id)
  if (isRejection(row)) return row
  if (row.gewist_op !== null) return reject('kan_nu_niet', 'Deze naam is al ingetrokken en gewist.')
  const versie = await updateRow(work, 'groepslid', row, {
    naam_versleuteld: null,
    gewist_op: work.today,
    gewist_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await boek(work, 'GroepslidGewist', { tabel: 'groepslid', id: row.id }, { versie, reden: input.reden })
  return { id: row.id, versie }
}
