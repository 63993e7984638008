import { setOpvolging } from '../../../src/modules/opvolging/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { type Verloop, werkdag } from './agenda.ts'

/** Monday and Thursday. */
const rondes = [1, 4]

/**
 * Twice a week every organisation goes through its late steps and sets most of them anew, so that on any day only a few
 * are late, as where people keep up with their list.
 */
export function createBijhouden(verloop: Verloop): (dag: PlainDate) => void {
  const { agenda, regio } = verloop
  const random = verloop.random.fork('bijhouden')
  const namen = new Map(Object.entries(regio.organisaties).map(([naam, id]) => [id, naam]))

  function stelBij(persoonId: Id, organisatieId: Id, dag: PlainDate): void {
    const volgendeStapOp = werkdag(addDays(dag, random.between(7, 21)))
    agenda.plan(dag, namen.get(organisatieId)!, async (work) => {
      const late = await lateSteps(work).where('persoon_id', '=', persoonId).executeTakeFirst()
      if (late) await setOpvolging(work, { persoonId }, { volgendeStap: late.volgende_stap!, volgendeStapOp })
    })
  }

  return (dag) => {
    if (!rondes.includes(new Date(`${dag}T12:00:00Z`).getUTCDay())) return
    agenda.plan(dag, 'centraal_onthaal', async (work) => {
      for (const { persoon_id, organisatie_id } of await lateSteps(work).execute())
        if (persoon_id && random.chance(0.85)) stelBij(persoon_id, organisatie_id, dag)
    })
  }
}

function lateSteps(work: Work) {
  return work.db
    .selectFrom('opvolging')
    .select(['persoon_id', 'organisatie_id', 'volgende_stap'])
    .where('regio_id', '=', work.regioId)
    .where('status', '=', 'open')
    .where('volgende_stap_op', '<', work.today)
    .orderBy('id')
}
