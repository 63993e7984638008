import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { stellingrichtingen } from '../domain/keuzes.ts'
import type { MetingInvoer, MetingWijziging, Stelling } from '../domain/meting-contract.ts'
import { notInToekomst } from '../domain/rules.ts'
import { lockActiviteit } from './activiteit-store.ts'
import { insertMeting, listStellingen, lockMeting, replaceMeting } from './meting-store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }

const kolommen = (input: MetingInvoer | MetingWijziging) => ({
  naam: input.naam,
  schaal_van: String(input.schaalVan),
  schaal_tot: String(input.schaalTot),
  gepaard: input.gepaard,
  nul_op: input.nulOp,
  na_op: input.naOp,
  aantal_nul: input.aantalNul,
  aantal_na: input.aantalNa,
  bron: input.bron,
})

const checkDagen = (work: Work, { nulOp, naOp }: MetingInvoer | MetingWijziging) =>
  (nulOp === null ? undefined : notInToekomst(nulOp, work.today, 'nulOp')) ??
  (naOp === null ? undefined : notInToekomst(naOp, work.today, 'naOp'))

const record = (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: 'meting', onderwerpId: id, op: work.today, gegevens })

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 })

/** A question in one line, as the book tells it. */
function inWoorden(een: Stelling): string {
  const waarden = [
    ['voor', een.nul],
    ['na', een.na],
    ['verschil', een.verschil],
    ['spreiding voor', een.spreidingNul],
    ['spreiding na', een.spreidingNa],
    ['spreiding verschil', een.spreidingVerschil],
  ] as const
  const bekend = waarden.flatMap(([naam, waarde]) =>
    waarde === null ? [] : [`${naam} ${getal.format(waarde)}`],
  )
  return [`${een.nummer}. ${een.stelling}`, stellingrichtingen[een.richting].toLowerCase(), ...bekend].join(
    '; ',
  )
}

/** Of the questions only those that differ: whoever saw an older version looks for what changed. */
function andersVan(had: readonly string[], wordt: readonly string[]) {
  return {
    voor: { stellingen: had.filter((een) => !wordt.includes(een)) },
    na: { stellingen: wordt.filter((een) => !had.includes(een)) },
  }
}

export async function registerMeting(
  work: Work,
  input: MetingInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = checkDagen(work, input)
  if (refused) return refused
  const activiteit = await lockActiviteit(work, input.id)
  if (isRejection(activiteit)) return activiteit
  const id = await insertMeting(work, { activiteit_id: activiteit.id, ...kolommen(input) }, input.stellingen)
  if (isRejection(id)) return id
  await record(work, 'MetingVastgelegd', id, { versie: 1, activiteit: activiteit.id })
  return { id, versie: 1 }
}

export async function changeMeting(
  work: Work,
  input: MetingWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = checkDagen(work, input)
  if (refused) return refused
  const row = await lockMeting(work, input.id)
  if (isRejection(row)) return row
  const set = kolommen(input)
  const had = await listStellingen(work, row.id)
  const versie = await replaceMeting(work, input, set, input.stellingen)
  if (isRejection(versie)) return versie
  const { voor, na } = andersVan(had.map(inWoorden), input.stellingen.map(inWoorden))
  await record(work, 'MetingGewijzigd', row.id, {
    versie,
    wijzigingen: openChanges({ ...row, ...voor }, { ...set, ...na }, []),
  })
  return { id: row.id, versie }
}
