import { ClientervaringInvoer } from '../../src/modules/clientervaring/domain/contract.ts'
import { registerClientervaring } from '../../src/modules/clientervaring/server/commands.ts'
import { countRapport, makeRapport } from '../../src/modules/monitor/server/rapport-commands.ts'
import { monthsBefore } from '../../src/modules/monitor/server/stand.ts'
import { makeStartfoto } from '../../src/modules/monitor/server/startfoto-commands.ts'
import { MaatregelInvoer } from '../../src/modules/prognose/domain/maatregel.ts'
import { rekenDeel, startBerekening } from '../../src/modules/prognose/server/berekening-commands.ts'
import { readBerekening } from '../../src/modules/prognose/server/berekening-queries.ts'
import {
  addMaatregel,
  changeScenario,
  makeScenario,
} from '../../src/modules/prognose/server/scenario-commands.ts'
import { readScenario } from '../../src/modules/prognose/server/scenario-queries.ts'
import { inviteOrganisatie, planTelling } from '../../src/modules/telling/server/commands.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { accepted, systemVrager, type TestPlatform, workAs } from './platform.ts'

/** A region with a report, a startfoto, what clients say, a count of today with one organisation, and a scenario. Returns where that organisation answers, and the answer of the scenario. */
export async function makeSturing(
  platform: TestPlatform,
  regioId: Id,
): Promise<{ tellen: string; berekening: string }> {
  const system = systemVrager(regioId)
  const doe = <T>(run: (work: Work) => Promise<T>) => workAs(platform, system, run)
  const gebruikerId = await doe(async ({ db }) => {
    const { gebruiker_id } = await db
      .selectFrom('gebruiker_rol')
      .select('gebruiker_id')
      .where('regio_id', '=', regioId)
      .where('rol_code', '=', 'programmamanager')
      .orderBy('gebruiker_id')
      .executeTakeFirstOrThrow()
    return gebruiker_id
  })
  const alsManager = <T>(run: (work: Work) => Promise<T>) =>
    doe((work) => run({ ...work, vrager: { ...work.vrager, gebruikerId } }))
  const maand = (work: Work) => monthsBefore(work.today, 1).slice(0, 7)
  const rapport = accepted(
    await alsManager((work) =>
      makeRapport(work, { soort: 'maand', periode: maand(work), niveau: 'strategisch' }),
    ),
  )
  const isKlaar = ({ db }: Work) =>
    db.selectFrom('rapport').select('klaar_op').where('id', '=', rapport.id).executeTakeFirstOrThrow()
  while ((await doe(isKlaar)).klaar_op === null) await doe((work) => countRapport(work, rapport.id))
  accepted(
    await alsManager((work) => makeStartfoto(work, { naam: 'Startfoto', domein: 'BW', maand: maand(work) })),
  )
  accepted(
    await alsManager((work) =>
      registerClientervaring(
        work,
        ClientervaringInvoer.parse({
          jaar: Number(work.today.slice(0, 4)) - 1,
          gemeenteCode: null,
          domein: 'MO',
          uitgenodigd: 120,
          beantwoord: 60,
          onderzoekOp: `${Number(work.today.slice(0, 4)) - 1}-11-01`,
          bron: 'Rapport',
          telwijze: 'aantal',
          vragen: [{ vraag: 'contact', positief: 40 }],
        }),
      ),
    ),
  )
  const token = await alsManager(async (work) => {
    const { id } = accepted(
      await planTelling(work, { naam: 'Telling', teldag: work.today, sluitOp: work.today }),
    )
    return accepted(await inviteOrganisatie(work, { tellingId: id, naam: 'Kerk' })).token
  })
  return { tellen: `/tellen#${token}`, berekening: await makeBerekening(alsManager, doe) }
}

type Doe = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** A scenario with one measure that everybody sees, worked out. Returns where the answer stands. */
async function makeBerekening(alsManager: Doe, doe: Doe): Promise<string> {
  const { id: scenarioId } = accepted(
    await alsManager((work) =>
      makeScenario(work, { naam: 'Tien plekken', toelichting: null, jaren: 1, indicator: null }),
    ),
  )
  const { producten } = accepted(await alsManager((work) => readScenario(work, scenarioId)))
  const maatregel = MaatregelInvoer.parse({
    soort: 'plekken',
    naam: 'Tien plekken erbij',
    product: producten.find(({ domein, inKeten }) => domein === 'BW' && inKeten)!.id,
    aantal: 10,
    vanaf: await doe(async ({ today }) => addDays(today, 60)),
    kostenPerJaar: 300_000,
  })
  const { versie } = accepted(await alsManager((work) => addMaatregel(work, { ...maatregel, scenarioId })))
  accepted(
    await alsManager((work) =>
      changeScenario(work, {
        id: scenarioId,
        versie,
        naam: 'Tien plekken',
        toelichting: null,
        isGedeeld: true,
      }),
    ),
  )
  const { id } = accepted(
    await alsManager((work) => startBerekening(work, { scenarioId, soort: 'vergelijking' })),
  )
  const isBezig = async () => accepted(await doe((work) => readBerekening(work, id))).stand === 'bezig'
  while (await isBezig()) await doe((work) => rekenDeel(work, id))
  return `/prognose/berekeningen/${id}`
}
