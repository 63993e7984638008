import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { eersteArmen, modelVan } from '../domain/berekening.ts'
import type { Maatregel } from '../domain/maatregel.ts'
import type { Uitgangspunt } from '../domain/uitgangspunt.ts'
import { compareLopen } from '../domain/uitkomst.ts'
import { joinGelopen } from './berekening-commands.ts'
import { isWarm, runOpdracht } from './rekenpool.ts'
import { findScenario, findUitgangspunt } from './scenario-store.ts'

/** After so many replications the engine runs at speed. */
const INLOPEN = 20

/** Whoever opens a scenario may ask in a moment what it does: then the threads are there. Nobody waits for it. */
export async function warmUp(work: Work, scenarioId: Id): Promise<void> {
  if (!work.vrager.permissies.has('scenario.maken') || isWarm()) return
  const scenario = await findScenario(work, scenarioId)
  if (!scenario) return
  const punt = await findUitgangspunt(work, scenario.uitgangspuntId)
  void rehearse(scenarioId, punt, scenario.maatregelen).catch(() => undefined)
}

/** The way from chain to answer, once and for nothing: what this process does for the first time takes ten times as long. */
async function rehearse(
  scenarioId: Id,
  punt: Uitgangspunt,
  maatregelen: readonly Maatregel[],
): Promise<void> {
  const opdracht = { soort: 'vergelijking' } as const
  const armen = eersteArmen(opdracht, punt)
  const antwoorden = await Promise.all(
    armen.map(async (arm) => {
      const { model } = modelVan(opdracht, punt, maatregelen, arm)
      if (!model) return undefined
      const sleutel = `${scenarioId} ${arm.metMaatregelen}`
      return runOpdracht({ sleutel, model, zaad: 0, eerste: 0, aantal: INLOPEN })
    }),
  )
  const gerekend = antwoorden.flatMap((deel, arm) => (deel && !('fout' in deel) ? [{ arm, deel }] : []))
  if (gerekend.length < armen.length) return
  const [basis, met] = joinGelopen({ opdracht, maatregelen }, punt, armen, gerekend)
  compareLopen(punt, maatregelen, basis!.loop, met!.loop)
}
