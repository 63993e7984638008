import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Gedaan } from '../domain/contract.ts'
import type {
  JaarplichtGedaan,
  JaarplichtInvoer,
  JaarplichtWijziging,
} from '../domain/jaarplicht-contract.ts'
import type { OvereenkomstInvoer, OvereenkomstWijziging } from '../domain/overeenkomst-contract.ts'
import { dagVan } from '../domain/termijnen.ts'
import { inToekomst } from './checks.ts'
import { type Gezien, insertRij, lockRij, type Rij, replaceDelen, replaceJaar, updateRij } from './store.ts'

type Onderwerp = 'overeenkomst' | 'jaarplicht'
const record = (work: Work, soort: string, tabel: Onderwerp, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: tabel, onderwerpId: id, op: work.today, gegevens })

const kolommen = (input: OvereenkomstInvoer | OvereenkomstWijziging) => ({
  soort: input.soort,
  naam: input.naam,
  partijen: input.partijen.map(({ naam }) => naam),
  begint_op: input.begintOp,
  eindigt_op: input.eindigtOp,
  opzegtermijn_maanden: input.opzegtermijnMaanden,
  herzien_op: input.herzienOp,
  vindplaats: input.vindplaats,
  toelichting: input.toelichting,
  bron: input.bron,
})

const replaceOnderwerpen = (work: Work, id: Id, { onderwerpen }: Pick<OvereenkomstInvoer, 'onderwerpen'>) =>
  replaceDelen(
    work,
    'overeenkomst_onderwerp',
    id,
    onderwerpen.flatMap(({ onderwerp, waar }) => (waar === null ? [] : [{ onderwerp, waar }])),
  )

export async function registerOvereenkomst(
  work: Work,
  input: OvereenkomstInvoer,
): Promise<Gedaan | Rejection> {
  const id = await insertRij(work, 'overeenkomst', kolommen(input))
  if (isRejection(id)) return id
  const refused = await replaceOnderwerpen(work, id, input)
  if (refused) return refused
  await record(work, 'OvereenkomstVastgelegd', 'overeenkomst', id, { versie: 1, naam: input.naam })
  return { id, versie: 1 }
}

async function lockLopend(work: Work, id: Id): Promise<Rij<'overeenkomst'> | Rejection> {
  const row = await lockRij(work, 'overeenkomst', id)
  if (isRejection(row) || row.afgesloten_op === null) return row
  return tooLate(work, 'overeenkomst', id, {
    code: 'kan_nu_niet',
    reden: 'Deze overeenkomst is afgesloten. Leg een nieuwe vast.',
  })
}

async function onderwerpenVan(work: Work, id: Id): Promise<string[]> {
  const rows = await work.db
    .selectFrom('overeenkomst_onderwerp')
    .select(['onderwerp', 'waar'])
    .where('overeenkomst_id', '=', id)
    .orderBy('onderwerp')
    .execute()
  return rows.map(({ onderwerp, waar }) => `${onderwerp}: ${waar}`)
}

export async function changeOvereenkomst(
  work: Work,
  input: OvereenkomstWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockLopend(work, input.id)
  if (isRejection(row)) return row
  const voor = await onderwerpenVan(work, row.id)
  const set = kolommen(input)
  const versie = await updateRij(work, 'overeenkomst', input, set)
  if (isRejection(versie)) return versie
  const refused = await replaceOnderwerpen(work, row.id, input)
  if (refused) return refused
  const na = await onderwerpenVan(work, row.id)
  await record(work, 'OvereenkomstGewijzigd', 'overeenkomst', row.id, {
    versie,
    wijzigingen: openChanges({ ...row, onderwerpen: voor }, { ...set, onderwerpen: na }, []),
  })
  return { id: row.id, versie }
}

export async function closeOvereenkomst(
  work: Work,
  input: Gezien & { readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockLopend(work, input.id)
  if (isRejection(row)) return row
  const set = { afgesloten_op: work.today, afgesloten_reden: input.reden }
  const versie = await updateRij(work, 'overeenkomst', input, set)
  if (isRejection(versie)) return versie
  await record(work, 'OvereenkomstAfgesloten', 'overeenkomst', row.id, {
    versie,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}

// ── What comes back each year ─────────────────────────────────────────────────────────────────────────────────────

const plichtkolommen = (input: JaarplichtInvoer | JaarplichtWijziging) => ({
  naam: input.naam,
  dag: dagVan(2023, input.maand, input.dagnummer).slice(5),
  vanaf_jaar: input.vanafJaar,
  tot_en_met_jaar: input.totEnMetJaar,
  bron: input.bron,
})

export async function registerJaarplicht(work: Work, input: JaarplichtInvoer): Promise<Gedaan | Rejection> {
  const id = await insertRij(work, 'jaarplicht', plichtkolommen(input))
  if (isRejection(id)) return id
  await record(work, 'JaarplichtVastgelegd', 'jaarplicht', id, { versie: 1, naam: input.naam })
  return { id, versie: 1 }
}

export async function changeJaarplicht(
  work: Work,
  input: JaarplichtWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'jaarplicht', input.id)
  if (isRejection(row)) return row
  const set = plichtkolommen(input)
  const versie = await updateRij(work, 'jaarplicht', input, set)
  if (isRejection(versie)) return versie
  await record(work, 'JaarplichtGewijzigd', 'jaarplicht', row.id, {
    versie,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}

export async function recordJaarplicht(
  work: Work,
  input: JaarplichtGedaan & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const later = inToekomst(work, input.gedaanOp, 'gedaanOp')
  if (later) return later
  const row = await lockRij(work, 'jaarplicht', input.id)
  if (isRejection(row)) return row
  if (input.jaar < row.vanaf_jaar || (row.tot_en_met_jaar !== null && input.jaar > row.tot_en_met_jaar))
    return reject('jaar_past_niet', 'In dit jaar hoeft dit niet. Kies een ander jaar.', {
      status: 422,
      field: 'jaar',
    })
  const had = await work.db
    .selectFrom('jaarplicht_jaar')
    .select(['gedaan_op', 'waar'])
    .where('jaarplicht_id', '=', row.id)
    .where('jaar', '=', input.jaar)
    .executeTakeFirst()
  const versie = await updateRij(work, 'jaarplicht', input, {})
  if (isRejection(versie)) return versie
  const nu = input.gedaanOp === null ? null : { gedaan_op: input.gedaanOp, waar: input.waar! }
  const refused = await replaceJaar(work, row.id, input.jaar, nu)
  if (refused) return refused
  const leeg = { gedaan_op: null, waar: null }
  await record(work, nu ? 'JaarplichtGedaan' : 'JaarplichtTeruggenomen', 'jaarplicht', row.id, {
    versie,
    jaar: input.jaar,
    wijzigingen: openChanges(had ?? leeg, nu ?? leeg, []),
  })
  return { id: row.id, versie }
}
