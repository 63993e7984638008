import type { Platform } from '../platform/platform.ts'

/** Loads the demo regions when there is no region yet; a restart keeps what is there. */
export async function loadDemo(platform: Platform, print: (line: string) => void): Promise<void> {
  const regio = await platform.db.selectFrom('regio').select('id').limit(1).executeTakeFirst()
  if (regio) return
  print('Eerste start: de demoregio’s worden gemaakt. Dat duurt even.')
  const { seedDemo } = await import('../../seed/demo.ts')
  await seedDemo(platform, print)
}
