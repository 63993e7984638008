import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of package.json, found from the source as well as from the built file in dist. */
export const projectRoot = findUp(dirname(fileURLToPath(import.meta.url)))

export const migrationsDir = join(projectRoot, 'db', 'migrations')

function findUp(dir: string): string {
  if (existsSync(join(dir, 'package.json')) && existsSync(join(dir, 'db'))) return dir
  if (dirname(dir) === dir) throw new Error('package.json of Onderdak not found')
  return findUp(dirname(dir))
}
