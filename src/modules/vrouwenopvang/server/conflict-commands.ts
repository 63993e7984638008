import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import {
  findHuishoudenVan,
  getPersoonKern,
  listDossierIds,
  listHuishoudenLeden,
} from '../../persoon/server/lookup.ts'
import type { ConflictInvoer } from '../domain/contract.ts'
import { endConflict, insertBelangenconflict } from './store.ts'

/**
 * From the next question on, this user or organisation sees nothing of the person any more: row-level security takes away
 * every betrokkenheid. Whoever is the contact must hand that over first, so that nobody drops out of sight. With
 * `heelHuishouden` the same holds for every member of today, in one step or not at all; who was blocked already stays so.
 */
export async function blockConflict(
  work: Work,
  input: Omit<ConflictInvoer, 'heelHuishouden'> & {
    readonly persoonId: Id
    readonly heelHuishouden?: boolean
  },
): Promise<{ id: Id; aantal: number } | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const gebruikerId = input.soort === 'medewerker' ? input.gebruikerId! : null
  const organisatieId = input.soort === 'organisatie' ? input.organisatieId! : null
  const wie = { gebruikerId, organisatieId }
  const personen = [persoon.id, ...(input.heelHuishouden ? await listAnderen(work, persoon.id, wie) : [])]
  const unknown = await checkBekend(work, wie)
  if (unknown) return unknown
  for (const [i, persoonId] of personen.entries()) {
    const refused = await checkVerantwoordelijk(work, persoonId, { ...wie, isAnder: i > 0 })
    if (refused) return refused
  }
  const ids: Id[] = []
  for (const persoonId of personen) {
    const id = work.newId()
    const failed = await insertBelangenconflict(work, {
      id,
      persoon_id: persoonId,
      gebruiker_id: gebruikerId,
      organisatie_id: organisatieId,
      reden: input.reden,
      toelichting: input.toelichting || null,
    })
    if (failed) return failed
    await record(work, 'BelangenconflictVastgelegd', { id, persoonId, versie: 1 })
    ids.push(id)
  }
  return { id: ids[0]!, aantal: ids.length }
}

/** The other members of the household of today over whom this party is not blocked yet. */
async function listAnderen(work: Work, persoonId: Id, wie: Wie): Promise<Id[]> {
  const huishoudenId = await findHuishoudenVan(work, persoonId)
  if (!huishoudenId) return []
  const blocked = await work.db
    .selectFrom('belangenconflict')
    .select('persoon_id')
    .where('tot', 'is', null)
    .where((e) =>
      wie.gebruikerId ? e('gebruiker_id', '=', wie.gebruikerId) : e('organisatie_id', '=', wie.organisatieId),
    )
    .execute()
  const al = new Set(blocked.map((row) => row.persoon_id))
  return (await listHuishoudenLeden(work, huishoudenId))
    .map((lid) => lid.persoonId)
    .filter((id) => id !== persoonId && !al.has(id))
}

interface Wie {
  readonly gebruikerId: Id | null
  readonly organisatieId: Id | null
}

async function checkBekend(work: Work, wie: Wie): Promise<undefined | Rejection> {
  const found = wie.gebruikerId
    ? await work.db
        .selectFrom('gebruiker')
        .select('id')
        .where('regio_id', '=', work.regioId)
        .where('id', '=', wie.gebruikerId)
        .executeTakeFirst()
    : await work.db
        .selectFrom('organisatie')
        .select('id')
        .where('regio_id', '=', work.regioId)
        .where('id', '=', wie.organisatieId)
        .executeTakeFirst()
  if (found) return undefined
  const [field, what] = wie.gebruikerId ? ['gebruikerId', 'medewerker'] : ['organisatieId', 'organisatie']
  return reject('partij_onbekend', `Kies een ${what} van deze regio.`, { field: field!, status: 422 })
}

async function checkVerantwoordelijk(
  work: Work,
  persoonId: Id,
  wie: Wie & { readonly isAnder: boolean },
): Promise<undefined | Rejection> {
  const field = wie.gebruikerId ? 'gebruikerId' : 'organisatieId'
  if (wie.organisatieId !== null && wie.organisatieId === work.vrager.organisatieId)
    return reject(
      'eigen_organisatie',
      'U kunt uw eigen organisatie niet blokkeren. Draag de cliënt eerst over.',
      {
        field,
      },
    )
  const dossiers = await listDossierIds(work, persoonId)
  const is = wie.gebruikerId
    ? (['contactpersoon_id', 'gebruiker_id', wie.gebruikerId] as const)
    : (['organisatie_id', 'organisatie_id', wie.organisatieId!] as const)
  const opvolging = await work.db
    .selectFrom('opvolging')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where('status', '=', 'open')
    .where(is[0], '=', is[2])
    .executeTakeFirst()
  const aanspreekpunt = await work.db
    .selectFrom('aanspreekpunt')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where('tot', 'is', null)
    .where(is[1], '=', is[2])
    .executeTakeFirst()
  if (!opvolging && !aanspreekpunt) return undefined
  const van = wie.isAnder ? 'iemand anders uit het huishouden' : 'deze cliënt'
  return reject(
    'eerst_overdragen',
    opvolging
      ? `Deze partij is verantwoordelijk voor de volgende stap van ${van}. Geef die eerst aan een ander.`
      : `Deze partij is het vaste aanspreekpunt van ${van}. Kies eerst een ander aanspreekpunt.`,
    { field, possible: ['Wijs eerst een ander aan en leg daarna het belangenconflict vast.'] },
  )
}

export async function liftConflict(
  work: Work,
  input: { readonly id: Id; readonly reden: string },
): Promise<{ id: Id } | Rejection> {
  const row = await work.db
    .selectFrom('belangenconflict')
    .selectAll()
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Dit belangenconflict')
  work.saw(row.persoon_id)
  if (row.tot !== null) return reject('al_opgeheven', 'Deze blokkade is al opgeheven.')
  await endConflict(work, row, input.reden)
  const { id, persoon_id: persoonId } = row
  await record(work, 'BelangenconflictOpgeheven', { id, persoonId, versie: row.versie + 1 })
  return { id: row.id }
}

async function record(
  work: Work,
  soort: string,
  what: { id: Id; persoonId: Id; versie: number },
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: 'belangenconflict',
    onderwerpId: what.id,
    persoonId: what.persoonId,
    op: work.today,
    gegevens: { versie: what.versie },
  })
}
