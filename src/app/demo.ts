import { ConfigError } from '../platform/config.ts'
import type { Platform } from '../platform/platform.ts'
import { transact } from '../platform/transaction.ts'
import type { Vrager } from '../platform/work.ts'
import type { Id } from '../shared/id.ts'

/** The last thing that loading the demo writes; without it a start was broken off halfway. */
const voltooid = 'DemoVoltooid'

/** Loads the demo regions when there is no region yet; a restart keeps what is there. */
export async function loadDemo(platform: Platform, print: (line: string) => void): Promise<void> {
  const { seedDemo, firstCode } = await import('../../seed/demo.ts')
  const regios = await platform.db.selectFrom('regio').select(['id', 'code']).execute()
  const first = regios.find((regio) => regio.code === firstCode)
  if (first && !(await isComplete(platform, first.id)))
    throw new ConfigError([
      'De vorige start is afgebroken terwijl de demo werd gemaakt, dus de demo is niet compleet. Verwijder de gegevensmap (ONDERDAK_DATA) of gebruik een lege database, en start opnieuw.',
    ])
  if (regios.length > 0) return
  print(
    'Eerste start: de demoregio’s worden gemaakt, met vijf jaar verzonnen geschiedenis. Dat duurt een paar minuten.',
  )
  const { regioId } = await seedDemo(platform, print)
  await asSysteem(platform, regioId, (work) =>
    work.record({ soort: voltooid, onderwerpSoort: 'regio', onderwerpId: regioId, op: work.today }),
  )
}

async function isComplete(platform: Platform, regioId: Id): Promise<boolean> {
  const row = await asSysteem(platform, regioId, (work) =>
    work.db.selectFrom('gebeurtenis').select('id').where('soort', '=', voltooid).executeTakeFirst(),
  )
  return row !== undefined
}

async function asSysteem<T>(
  platform: Platform,
  regioId: Id,
  run: Parameters<typeof transact<T>>[3],
): Promise<T> {
  const vrager: Vrager = {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: 'Demogegevens',
    rol: 'systeem',
    permissies: new Set(),
    isSysteem: true,
  }
  return (await transact(platform, vrager, { doel: 'demo', sleutel: `demo-voltooid-${regioId}` }, run)).result
}
