import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { metUitvoeringsprogramma } from '../domain/agenda.ts'
import type { Gedaan } from '../domain/contract.ts'
import type { OverlegInvoer, OverlegWijziging } from '../domain/overleg-contract.ts'
import { insertRij, lockRij, replaceDelen, updateRij } from './store.ts'

const kolommen = (input: OverlegInvoer | OverlegWijziging) => ({
  naam: input.naam,
  afkorting: input.afkorting,
  soort: input.soort,
  niveau: input.niveau,
  per_jaar: input.perJaar,
  stukken_dagen: input.stukkenDagen,
  plaats: input.plaats,
  van: input.van,
  tot: input.tot,
  toelichting: input.toelichting,
  bron: input.bron,
})

async function replaceAlles(
  work: Work,
  id: Id,
  input: OverlegInvoer | OverlegWijziging,
): Promise<Rejection | undefined> {
  const leden = input.leden.map((lid, i) => ({ nummer: i + 1, ...lid }))
  const punten = metUitvoeringsprogramma(input.soort, input.vastePunten)
  return (
    (await replaceDelen(work, 'overleg_lid', id, leden)) ??
    (await replaceDelen(
      work,
      'overleg_agendapunt',
      id,
      punten.map((punt, i) => ({ nummer: i + 1, ...punt })),
    ))
  )
}

export async function registerOverleg(work: Work, input: OverlegInvoer): Promise<Gedaan | Rejection> {
  const id = await insertRij(work, 'overleg', kolommen(input))
  if (isRejection(id)) return id
  const refused = await replaceAlles(work, id, input)
  if (refused) return refused
  await work.record({
    soort: 'OverlegVastgelegd',
    onderwerpSoort: 'overleg',
    onderwerpId: id,
    op: work.today,
    gegevens: { versie: 1, naam: input.naam },
  })
  return { id, versie: 1 }
}

/** Members and fixed items as lines of text, for the book. */
async function delenVan(work: Work, id: Id) {
  const leden = await work.db
    .selectFrom('overleg_lid')
    .select(['functie', 'organisatie'])
    .where('overleg_id', '=', id)
    .orderBy('nummer')
    .execute()
  const punten = await work.db
    .selectFrom('overleg_agendapunt')
    .select(['titel', 'herhaling'])
    .where('overleg_id', '=', id)
    .orderBy('nummer')
    .execute()
  return {
    leden: leden.map((lid) => `${lid.functie}, ${lid.organisatie}`),
    vaste_punten: punten.map((punt) => `${punt.titel} (${punt.herhaling})`),
  }
}

export async function changeOverleg(
  work: Work,
  input: OverlegWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'overleg', input.id)
  if (isRejection(row)) return row
  const before = { ...row, ...(await delenVan(work, row.id)) }
  const set = kolommen(input)
  const versie = await updateRij(work, 'overleg', input, set)
  if (isRejection(versie)) return versie
  const refused = await replaceAlles(work, row.id, input)
  if (refused) return refused
  await work.record({
    soort: 'OverlegGewijzigd',
    onderwerpSoort: 'overleg',
    onderwerpId: row.id,
    op: work.today,
    gegevens: {
      versie,
      wijzigingen: openChanges(before, { ...set, ...(await delenVan(work, row.id)) }, []),
    },
  })
  return { id: row.id, versie }
}
