import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** Never in a log, at any of the two depths where requests and errors carry them. */
const secrets = [
  ...[
    'authorization',
    'cookie',
    'set-cookie',
    'wachtwoord',
    'password',
    'geheim',
    'secret',
    'token',
    'clientSecret',
  ],
  ...['bsn', 'geboortedatum', 'naam', 'achternaam', 'voornamen', 'adres', 'telefoon', 'email', 'databaseUrl'],
]

const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])

/** JSON lines on standard output; personal data and secrets are replaced. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[verborgen]' },
    serializers: { err: pino.stdSerializers.err },
  }
  return destination ? pino(options, destination) : pino(options)
}
