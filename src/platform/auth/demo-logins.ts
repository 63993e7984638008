import type { FastifyInstance } from 'fastify'
import { generate } from 'otplib'
import { listDemoLogins } from '../../shared/sessie.ts'
import type { Platform } from '../platform.ts'

/** The well-known password of every demo account; production refuses to start with demo regions or demo secrets. */
export const demoPassword = 'onderdak-demo'

/** The demo accounts with a code that works now: the first unused time step that the server still accepts. */
export async function demoLogins(platform: Platform) {
  const accounts = await platform.db
    .selectFrom('gebruiker as g')
    .innerJoin('regio as r', 'r.id', 'g.regio_id')
    .innerJoin('organisatie as o', 'o.id', 'g.organisatie_id')
    .innerJoin('gebruiker_rol as gr', 'gr.gebruiker_id', 'g.id')
    .innerJoin('rol', 'rol.code', 'gr.rol_code')
    .select([
      'g.gebruikersnaam',
      'g.naam',
      'g.totp_geheim',
      'g.totp_laatste_stap',
      'rol.naam as rolNaam',
      'o.naam as organisatie',
      'r.naam as regio',
      'r.code',
    ])
    .where('r.is_demo', '=', true)
    .where('g.totp_geheim', 'is not', null)
    .where('g.tot', 'is', null)
    .where('gr.tot', 'is', null)
    .orderBy('r.code', 'desc')
    .orderBy('rol.volgorde')
    .orderBy('g.gebruikersnaam')
    .execute()
  const step = Math.floor(platform.clock.now().getTime() / 30_000)
  return Promise.all(
    accounts.map(async (account) => ({
      gebruikersnaam: account.gebruikersnaam,
      wachtwoord: demoPassword,
      code: await generate({
        secret: platform.cipher.decrypt(account.totp_geheim!),
        epoch: Math.max(step, Math.min(step + 1, (account.totp_laatste_stap ?? 0) + 1)) * 30,
      }),
      naam: account.naam,
      rolNaam: account.rolNaam,
      organisatie: account.organisatie,
      regio: account.regio,
    })),
  )
}

/** Registered only when the process runs in demo mode. */
export function registerDemoLogins(app: FastifyInstance, platform: Platform): void {
  app.get(`/api/v1${listDemoLogins.path}`, { schema: { hide: true } }, async () => ({
    logins: await demoLogins(platform),
  }))
}
