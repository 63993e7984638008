import { appRole, createPool, ownerRole } from '../../platform/db/connect.ts'
import { checks } from './checks.ts'
import { type Command, explainError, withDatabase } from './command.ts'

export const controleer: Command = {
  name: 'controleer',
  summary: 'Controleer of de database bereikbaar, bij en in orde is',
  run: ({ config: readConfig, print }) => {
    const config = readConfig()
    return withDatabase(config, async ({ url, appUrl }) => {
      const login = createPool({ url, role: 'login', max: 1 })
      const app = createPool({ url: appUrl, role: appRole, max: 1 })
      const owner = createPool({ url, role: ownerRole, max: 1 })
      let wrong = 0
      try {
        const { rows } = await login.query<{ versie: string }>(
          "select current_setting('server_version') as versie",
        )
        print(`goed  De database is bereikbaar (PostgreSQL ${rows[0]!.versie})`)
        for (const check of checks) {
          const faults = await check
            .run({ config, login, app, owner })
            .catch((error: unknown) => [explainError(error) ?? String(error)])
          print(`${faults.length === 0 ? 'goed' : 'FOUT'}  ${check.name}`)
          for (const fault of faults) print(`      - ${fault}`)
          if (faults.length > 0) wrong++
        }
      } finally {
        await Promise.all([login.end(), app.end(), owner.end()])
      }
      print(wrong === 0 ? 'Alles is in orde.' : `${wrong} controle(s) niet in orde.`)
      return wrong === 0 ? 0 : 1
    })
  },
}
