import { systemClock } from '../platform/clock.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import { explainError } from './cli/command.ts'
import { startServer } from './start-server.ts'

/** Entry point of the server process; everything is wired in start-server.ts. */
try {
  const running = await startServer(readConfig(), systemClock)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : (explainError(error) ?? error))
  process.exit(1)
}
