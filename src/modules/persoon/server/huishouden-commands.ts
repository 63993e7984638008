import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { HuishoudenRol } from '../domain/keuzes.ts'
import { type Betrokkenheid, giveBetrokkenheid } from './betrokkenheid.ts'
import { findHuishoudenVan, listHuishoudenLeden } from './lookup.ts'

export interface NieuwHuishouden {
  /** Aanspreekpunt; counts as a member also when left out of `leden`. */
  readonly persoonId: Id
  readonly leden: readonly { readonly persoonId: Id; readonly rol: HuishoudenRol }[]
  /** First day on which they belong together. */
  readonly op: PlainDate
}

const leftAndJoined = () =>
  reject(
    'al_in_huishouden',
    'Iemand hoort op die dag al bij een ander huishouden. Haal diegene daar eerst weg.',
    { field: 'leden' },
  )

/** A household with its members; everyone in it must be visible to the asker. */
export async function createHuishouden(work: Work, input: NieuwHuishouden): Promise<{ id: Id } | Rejection> {
  const leden = new Map<Id, HuishoudenRol>([[input.persoonId, 'aanspreekpunt']])
  for (const lid of input.leden) {
    if (lid.persoonId === input.persoonId) continue
    if (lid.rol === 'aanspreekpunt')
      return reject(
        'een_aanspreekpunt',
        'Een huishouden heeft één aanspreekpunt. Kies voor de anderen een andere plaats.',
        {
          field: 'leden',
          status: 422,
        },
      )
    leden.set(lid.persoonId, lid.rol)
  }
  const seen = await lockPersonen(work, [...leden.keys()])
  if (!seen) return notFound('Een van de leden')
  const aanspreekpunt = await work.db
    .selectFrom('persoon')
    .select(['achternaam', 'tussenvoegsel'])
    .where('id', '=', input.persoonId)
    .executeTakeFirstOrThrow()
  const name = [aanspreekpunt.tussenvoegsel, aanspreekpunt.achternaam].filter(Boolean).join(' ')
  const id = work.newId()
  await work.db
    .insertInto('huishouden')
    .values({
      id,
      regio_id: work.regioId,
      persoon_id: input.persoonId,
      naam: name === '' ? 'Huishouden zonder naam' : `Huishouden ${name}`,
      aangemaakt_op: work.now,
    })
    .execute()
  for (const [persoonId, rol] of leden) {
    const added = await insertLid(work, { huishoudenId: id, persoonId, rol, op: input.op })
    if (isRejection(added)) return added
  }
  await work.record({
    soort: 'HuishoudenGemaakt',
    onderwerpSoort: 'huishouden',
    onderwerpId: id,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: { personen: leden.size },
  })
  return { id }
}

export type HuishoudenWijziging = {
  readonly huishoudenId: Id
  readonly persoonId: Id
  readonly op: PlainDate
} & ({ readonly actie: 'toevoegen' | 'rol'; readonly rol: HuishoudenRol } | { readonly actie: 'weghalen' })

/** Adds a member from a day, gives another place in it, or lets someone leave it. The aanspreekpunt stays. */
export async function changeHuishoudenLid(
  work: Work,
  input: HuishoudenWijziging,
): Promise<undefined | Rejection> {
  const huishouden = await work.db
    .selectFrom('huishouden')
    .select(['id', 'persoon_id'])
    .where('id', '=', input.huishoudenId)
    .forUpdate()
    .executeTakeFirst()
  if (!huishouden || !(await lockPersonen(work, [input.persoonId])))
    return notFound('Het huishouden of de cliënt')
  if (input.persoonId === huishouden.persoon_id)
    return reject(
      'aanspreekpunt_blijft',
      'Het aanspreekpunt hoort altijd bij het huishouden. Maak een nieuw huishouden met een ander aanspreekpunt.',
    )
  if (input.actie !== 'weghalen' && input.rol === 'aanspreekpunt')
    return reject('een_aanspreekpunt', 'Dit huishouden heeft al een aanspreekpunt. Kies een andere plaats.', {
      field: 'rol',
      status: 422,
    })
  if (input.actie !== 'toevoegen') {
    const ended = await endLid(work, input)
    if (isRejection(ended)) return ended
  }
  if (input.actie !== 'weghalen') {
    const added = await insertLid(work, input)
    if (isRejection(added)) return added
  }
  await work.record({
    soort: {
      toevoegen: 'HuishoudenLidToegevoegd',
      rol: 'HuishoudenLidGewijzigd',
      weghalen: 'HuishoudenLidVertrokken',
    }[input.actie],
    onderwerpSoort: 'huishouden',
    onderwerpId: input.huishoudenId,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: input.actie === 'weghalen' ? {} : { rol: input.rol },
  })
  return undefined
}

/**
 * The same involvement for everyone who is placed together: all members on the first day, or the one person when there is
 * no household. Members of whom the asker has no sight are left out: one cannot share what one may not see.
 */
export async function giveBetrokkenheidHuishouden(
  work: Work,
  input: Omit<Betrokkenheid, 'persoonId'> & ({ readonly huishoudenId: Id } | { readonly persoonId: Id }),
): Promise<readonly Id[]> {
  const huishoudenId =
    'huishoudenId' in input ? input.huishoudenId : await findHuishoudenVan(work, input.persoonId, input.van)
  const leden = huishoudenId === undefined ? [] : await listHuishoudenLeden(work, huishoudenId, input.van)
  const personen = new Set(leden.map((lid) => lid.persoonId))
  if ('persoonId' in input) personen.add(input.persoonId)
  for (const persoonId of personen) await giveBetrokkenheid(work, { ...input, persoonId })
  return [...personen]
}

async function insertLid(
  work: Work,
  lid: { huishoudenId: Id; persoonId: Id; rol: HuishoudenRol; op: PlainDate },
): Promise<undefined | Rejection> {
  return catchConstraint(
    work.db
      .insertInto('huishouden_lid')
      .values({
        regio_id: work.regioId,
        huishouden_id: lid.huishoudenId,
        persoon_id: lid.persoonId,
        rol: lid.rol,
        van: lid.op,
      })
      .execute()
      .then(() => undefined),
    { huishouden_lid_overlapt_niet: leftAndJoined, huishouden_lid_pkey: leftAndJoined },
  )
}

/** Leaves on `op`; a membership that would then have lasted no day is refused. */
async function endLid(
  work: Work,
  lid: { huishoudenId: Id; persoonId: Id; op: PlainDate },
): Promise<undefined | Rejection> {
  const current = await work.db
    .selectFrom('huishouden_lid')
    .select('van')
    .where('huishouden_id', '=', lid.huishoudenId)
    .where('persoon_id', '=', lid.persoonId)
    .where('tot', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!current) return reject('geen_lid', 'Deze cliënt hoort niet (meer) bij het huishouden.')
  if (lid.op <= current.van)
    return reject(
      'te_vroeg',
      `Kies een dag na de eerste dag in het huishouden, dus vanaf ${addDays(current.van, 1)}.`,
      { field: 'op', status: 422 },
    )
  await work.db
    .updateTable('huishouden_lid')
    .set({ tot: lid.op })
    .where('huishouden_id', '=', lid.huishoudenId)
    .where('persoon_id', '=', lid.persoonId)
    .where('tot', 'is', null)
    .execute()
  return undefined
}

/** Locks the persons in a fixed order; false when the asker does not see all of them. */
export async function lockPersonen(work: Work, ids: readonly Id[]): Promise<boolean> {
  const rows = await work.db
    .selectFrom('persoon')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length === new Set(ids).size
}
