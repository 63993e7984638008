import { ClientervaringInvoer } from '../../src/modules/clientervaring/domain/contract.ts'
import { registerClientervaring } from '../../src/modules/clientervaring/server/commands.ts'
import { countRapport, makeRapport } from '../../src/modules/monitor/server/rapport-commands.ts'
import { monthsBefore } from '../../src/modules/monitor/server/stand.ts'
import { makeStartfoto } from '../../src/modules/monitor/server/startfoto-commands.ts'
import { inviteOrganisatie, planTelling } from '../../src/modules/telling/server/commands.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, systemVrager, type TestPlatform, workAs } from './platform.ts'

/** A region with a report, a startfoto, what clients say, and a count of today with one organisation. Returns where that organisation answers. */
export async function makeSturing(platform: TestPlatform, regioId: Id): Promise<{ tellen: string }> {
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
  return { tellen: `/tellen#${token}` }
}
