import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { dropDatabase, makeTemplate } from './template.ts'

/**
 * Another server than the built-in one: that of TEST_DATABASE_URL (a login that may make databases and roles), or one
 * started from the programs in TEST_POSTGRES_BIN. Only databases of our own are made and dropped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startOwn()
  try {
    const template = await makeTemplate(server.url)
    project.provide('templateUrl', template)
    return async () => {
      await dropDatabase(template)
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onderdak-ander-'))
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const server = await startEmbedded({ dataDir, fsync: false, binDir: process.env.TEST_POSTGRES_BIN })
    return {
      url: server.url,
      stop: async () => {
        await server.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
