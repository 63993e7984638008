import { z } from 'zod'

/** Known to everyone, so that a demonstration survives a restart; production refuses it. */
export const demoGeheim = 'b25kZXJkYWstZGVtb25zdHJhdGllLWdlaGVpbS1uaWV0LWdlYnJ1aWtlbg=='

const text = z.string()

const postgresUrl = text.regex(/^postgres(ql)?:\/\//, {
  error:
    'moet beginnen met postgresql://, bijvoorbeeld postgresql://gebruiker:wachtwoord@server:5432/onderdak',
})

const webUrl = z.url({
  protocol: /^https?$/,
  error: 'moet een volledig webadres zijn, bijvoorbeeld https://onderdak.example.nl',
})

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Environment = z
  .object({
    ONDERDAK_DATA: text.default('./data'),
    PORT: z.coerce
      .number({ error: 'moet een getal zijn' })
      .int({ error: 'moet een heel getal zijn' })
      .min(0, { error: 'moet tussen 0 en 65535 liggen' })
      .max(65_535, { error: 'moet tussen 0 en 65535 liggen' })
      .default(8080),
    HOST: text.default('127.0.0.1'),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_APP_URL: postgresUrl.optional(),
    ONDERDAK_MODE: z.enum(['demo', 'productie'], { error: 'moet demo of productie zijn' }).optional(),
    ONDERDAK_GEHEIM: text.optional(),
    ONDERDAK_URL: webUrl.optional(),
    OIDC_ISSUER: webUrl.optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAAM: text.optional(),
    SMTP_URL: text
      .regex(/^smtps?:\/\/([^\s/@]+@)?[^\s/@]+$/, {
        error:
          'moet beginnen met smtp:// of smtps://, bijvoorbeeld smtp://gebruiker:wachtwoord@mail.example.nl:587',
      })
      .refine((url) => URL.canParse(url), { error: 'is geen geldig adres van een mailserver' })
      .optional(),
    SMTP_VAN: text
      .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
        error: 'moet een e-mailadres zijn, bijvoorbeeld Regio MVS <nieuws@example.nl>',
      })
      .optional(),
    LOG_LEVEL: z.enum(levels, { error: `moet een van deze zijn: ${levels.join(', ')}` }).default('info'),
  })
  .superRefine((env, context) => {
    for (const [name, message] of contradictions(env))
      context.addIssue({ code: 'custom', path: [name], message })
  })

type Raw = {
  DATABASE_URL?: string | undefined
  DATABASE_APP_URL?: string | undefined
  ONDERDAK_MODE?: 'demo' | 'productie' | undefined
  ONDERDAK_GEHEIM?: string | undefined
  ONDERDAK_URL?: string | undefined
  OIDC_ISSUER?: string | undefined
  OIDC_CLIENT_ID?: string | undefined
  OIDC_CLIENT_SECRET?: string | undefined
  SMTP_URL?: string | undefined
  SMTP_VAN?: string | undefined
}

/** Rules about several variables together, and about the secret. */
function contradictions(env: Raw): [name: string, message: string][] {
  const faults: [string, string][] = []
  const production = modeOf(env) === 'productie'
  const secret = env.ONDERDAK_GEHEIM
  if (secret !== undefined && !isSecret(secret)) {
    faults.push([
      'ONDERDAK_GEHEIM',
      'moet base64 zijn van minstens 32 bytes; maak er een met: openssl rand -base64 32',
    ])
  }
  if (production && secret === undefined) {
    faults.push(['ONDERDAK_GEHEIM', 'ontbreekt; maak er een met: openssl rand -base64 32'])
  }
  if (production && secret === demoGeheim) {
    faults.push(['ONDERDAK_GEHEIM', 'is het openbare geheim van de demonstratie; maak een eigen geheim'])
  }
  if (production && env.ONDERDAK_URL === undefined) {
    faults.push(['ONDERDAK_URL', 'ontbreekt; vul het webadres in waarop gebruikers Onderdak openen'])
  }
  if (env.DATABASE_APP_URL !== undefined && env.DATABASE_URL === undefined) {
    faults.push(['DATABASE_URL', 'ontbreekt; DATABASE_APP_URL werkt alleen samen met DATABASE_URL'])
  }
  if ((env.SMTP_URL === undefined) !== (env.SMTP_VAN === undefined)) {
    const name = env.SMTP_URL === undefined ? 'SMTP_URL' : 'SMTP_VAN'
    faults.push([name, 'ontbreekt; voor het versturen van e-mail zijn SMTP_URL en SMTP_VAN samen nodig'])
  }
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  if (oidc.some((name) => env[name] !== undefined)) {
    for (const name of oidc) {
      if (env[name] === undefined)
        faults.push([name, 'ontbreekt; aanmelden via een andere partij heeft alle OIDC-variabelen nodig'])
    }
  }
  return faults
}

/** A server of one's own means real work, unless said otherwise. */
function modeOf(env: Raw): 'demo' | 'productie' {
  return env.ONDERDAK_MODE ?? (env.DATABASE_URL === undefined ? 'demo' : 'productie')
}

function isSecret(text: string): boolean {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length >= 32
}

export interface Config {
  readonly dataDir: string
  readonly port: number
  readonly host: string
  /** Undefined: use the built-in database in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Login of the app role alone; undefined: `databaseUrl` is used, which then becomes the app role. */
  readonly databaseAppUrl: string | undefined
  readonly mode: 'demo' | 'productie'
  /** At least 32 bytes; every key of the system is derived from it. */
  readonly geheim: Buffer
  /** Public address without slash at the end. */
  readonly url: string
  readonly oidc: OidcConfig | undefined
  /** Undefined: no e-mail is sent. */
  readonly mail: { readonly smtpUrl: string; readonly van: string } | undefined
  readonly logLevel: (typeof levels)[number]
}

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the login button says. */
  readonly naam: string
}

/** All that is wrong with the environment at once, in Dutch. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  constructor(readonly faults: readonly string[]) {
    super(`De instellingen kloppen niet:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
}

/** A variable without text counts as absent: compose files and service units often leave one empty. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).map(([name, value]) => [name, value?.trim() ?? ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** The only place that reads the environment. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const filled = withoutEmpty(env)
  const parsed = Environment.safeParse(filled)
  if (!parsed.success) throw new ConfigError(faultsOf(parsed.error, filled))
  const value = parsed.data
  const issuer = value.OIDC_ISSUER
  return {
    dataDir: value.ONDERDAK_DATA,
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    databaseAppUrl: value.DATABASE_APP_URL,
    mode: modeOf(value),
    geheim: Buffer.from(value.ONDERDAK_GEHEIM ?? demoGeheim, 'base64'),
    url: (value.ONDERDAK_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/+$/, ''),
    oidc: issuer
      ? {
          issuer,
          clientId: value.OIDC_CLIENT_ID!,
          clientSecret: value.OIDC_CLIENT_SECRET!,
          naam: value.OIDC_NAAM ?? 'uw organisatie',
        }
      : undefined,
    mail: value.SMTP_URL && value.SMTP_VAN ? { smtpUrl: value.SMTP_URL, van: value.SMTP_VAN } : undefined,
    logLevel: value.LOG_LEVEL,
  }
}

function faultsOf(error: z.ZodError, env: Readonly<Record<string, string>>): string[] {
  const faults = error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  // Zod skips the rules about several variables when a single one is wrong; everything must be listed at once.
  const mode =
    env.ONDERDAK_MODE === 'demo' || env.ONDERDAK_MODE === 'productie' ? env.ONDERDAK_MODE : undefined
  const more = contradictions({ ...env, ONDERDAK_MODE: mode }).map(([name, message]) => `${name} ${message}`)
  return [...new Set([...faults, ...more])]
}
