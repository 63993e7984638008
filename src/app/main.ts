import { join } from 'node:path'
import { createOidcLogin } from '../platform/auth/oidc.ts'
import { createCipher } from '../platform/cipher.ts'
import { createSystemIds, systemClock } from '../platform/clock.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import { DatabaseError } from '../platform/db/bootstrap.ts'
import { startServer } from './start-server.ts'

/** Entry point of the server process; everything is wired in start-server.ts. */
try {
  const running = await startServer({ config: readConfig(), clock: systemClock })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  if (error instanceof ConfigError || error instanceof DatabaseError) console.error(error.message)
  else console.error(error)
  process.exit(1)
}
