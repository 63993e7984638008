import type { Config } from '../config.ts'
import { startEmbedded } from './embedded.ts'

export interface OpenDatabase {
  /** Login that may become owner and app role; for migrations and management. */
  readonly url: string
  /** Login for the app role. */
  readonly appUrl: string
  readonly embedded: boolean
  stop(): Promise<void>
}

/** The server of DATABASE_URL, or else the built-in database. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    const appUrl = config.databaseAppUrl ?? config.databaseUrl
    return { url: config.databaseUrl, appUrl, embedded: false, stop: async () => {} }
  }
  const server = await startEmbedded({ dataDir: config.dataDir })
  return { url: server.url, appUrl: server.url, embedded: true, stop: () => server.stop() }
}
