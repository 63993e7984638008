import { registerGebruiker, registerOrganisatie } from '../../modules/beheer/server/commands.ts'
import { inloggegevensOf, makeWachtwoord } from '../../modules/beheer/server/gebruiker-commands.ts'
import { isRejection } from '../../shared/rejection.ts'
import type { Command } from './command.ts'
import { textOf } from './regio.ts'
import { asSysteem, findRegio, withPlatform } from './with-platform.ts'

export const beheerder: Command = {
  name: 'beheerder',
  positionals: '<maken>',
  summary: 'Geef de eerste functioneel beheerder van een regio toegang',
  help: [
    'onderdak beheerder maken --regio DRD --naam "Naam" --gebruikersnaam naam --organisatie "Gemeente Doetinchem"',
    'Bestaat de organisatie nog niet, dan wordt zij gemaakt als gemeente met de taak coördinatie.',
    'Het wachtwoord en de sleutel voor de code-app worden één keer getoond. Bewaar de uitvoer niet.',
  ],
  options: {
    regio: { type: 'string' },
    naam: { type: 'string' },
    gebruikersnaam: { type: 'string' },
    organisatie: { type: 'string' },
  },
  run(input) {
    const [code, naam, gebruikersnaam, organisatie] = (
      ['regio', 'naam', 'gebruikersnaam', 'organisatie'] as const
    ).map((name) => textOf(input, name)) as [string, string, string, string]
    return withPlatform(input.config(), async (platform) => {
      const regio = await findRegio(platform, code)
      const wachtwoord = makeWachtwoord()
      const { totpGeheim } = await asSysteem(platform, regio.id, async (work) => {
        const known = await work.db
          .selectFrom('organisatie')
          .select('id')
          .where('regio_id', '=', work.regioId)
          .where('naam', '=', organisatie)
          .executeTakeFirst()
        const made =
          known ??
          (await registerOrganisatie(work, {
            naam: organisatie,
            soort: 'gemeente',
            taken: ['coordinatie'],
            van: work.today,
          }))
        if (isRejection(made)) return made
        return registerGebruiker(work, {
          organisatieId: made.id,
          gebruikersnaam,
          naam,
          rollen: ['functioneel_beheerder'],
          wachtwoord,
          van: work.today,
        })
      })
      const { otpauth } = await inloggegevensOf(wachtwoord, totpGeheim!, gebruikersnaam.toLowerCase())
      input.print(`${naam} is beheerder van ${regio.naam}.`)
      input.print(`Gebruikersnaam:      ${gebruikersnaam.toLowerCase()}`)
      input.print(`Wachtwoord:          ${wachtwoord}`)
      input.print(`Sleutel code-app:    ${totpGeheim}`)
      input.print(`Adres voor code-app: ${otpauth}`)
      input.print('Dit wordt niet nog een keer getoond. Wijzig het wachtwoord na de eerste keer inloggen.')
      return 0
    })
  },
}
