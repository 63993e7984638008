import { rollen } from '../../src/modules/beheer/domain/rollen.ts'
import {
  type NewOrganisatie,
  registerGebruiker,
  registerOrganisatie,
} from '../../src/modules/beheer/server/commands.ts'
import { createRegio } from '../../src/modules/beheer/server/create-regio.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, systemVrager, workAs } from './platform.ts'

export interface TestRegio {
  readonly regioId: Id
  readonly systeem: Vrager
  /** Organisations by short name. */
  readonly organisaties: Record<
    | 'loket'
    | 'wijkteam'
    | 'rogplus'
    | 'aanbieder'
    | 'andereAanbieder'
    | 'centrumgemeente'
    | 'vrouwenopvang'
    | 'corporatie',
    Id
  >
  /** A user of an organisation in a role, made on first use and then reused. */
  als(organisatie: keyof TestRegio['organisaties'], rol: string): Promise<Vrager>
}

const organisaties: Record<keyof TestRegio['organisaties'], Omit<NewOrganisatie, 'van'>> = {
  loket: { naam: 'Regionaal loket', soort: 'toegang', taken: ['regionale_toegang', 'wachtlijst'] },
  wijkteam: { naam: 'Wijkteam Oost', soort: 'toegang', taken: ['lokale_toegang'], gemeenteCode: 'GM0622' },
  rogplus: { naam: 'Indiceerder', soort: 'uitvoeringsorganisatie', taken: ['beschikken'] },
  aanbieder: { naam: 'Aanbieder Noord', soort: 'aanbieder', taken: ['aanbieden'] },
  andereAanbieder: { naam: 'Aanbieder Zuid', soort: 'aanbieder', taken: ['aanbieden'] },
  centrumgemeente: {
    naam: 'Centrumgemeente',
    soort: 'gemeente',
    taken: ['coordinatie'],
    gemeenteCode: 'GM0622',
  },
  vrouwenopvang: { naam: 'Vrouwenopvang', soort: 'aanbieder', taken: ['aanbieden', 'vo_coordinatie'] },
  corporatie: { naam: 'Corporatie West', soort: 'corporatie', taken: [] },
}

/** A region with the standard configuration, gemeenten Vlaardingen and Schiedam and one organisation of each kind. */
export async function givenRegio(platform: Platform, code = 'TST'): Promise<TestRegio> {
  const regioId = platform.newId()
  const systeem = systemVrager(regioId)
  accepted(
    await workAs(platform, systeem, (work) =>
      createRegio(work, {
        code,
        naam: `Testregio ${code}`,
        isDemo: true,
        gemeenten: [
          { code: 'GM0622', naam: 'Vlaardingen', isCentrumgemeente: true },
          { code: 'GM0606', naam: 'Schiedam', isCentrumgemeente: false },
        ],
        van: '2020-01-01',
      }),
    ),
  )
  const ids = {} as Record<keyof TestRegio['organisaties'], Id>
  for (const [name, input] of Object.entries(organisaties)) {
    ids[name as keyof typeof ids] = accepted(
      await workAs(platform, systeem, (work) => registerOrganisatie(work, { ...input, van: '2020-01-01' })),
    ).id
  }
  const made = new Map<string, Vrager>()
  return {
    regioId,
    systeem,
    organisaties: ids,
    async als(organisatie, rol) {
      const key = `${organisatie}.${rol}`
      const known = made.get(key)
      if (known) return known
      const gebruikersnaam = `${key}.${code}`.toLowerCase()
      const gebruiker = accepted(
        await workAs(platform, systeem, (work) =>
          registerGebruiker(work, {
            organisatieId: ids[organisatie],
            gebruikersnaam,
            naam: `Proef ${rol} ${organisatie}`,
            rollen: [rol],
            van: '2020-01-01',
          }),
        ),
      )
      const vrager: Vrager = {
        regioId,
        organisatieId: ids[organisatie],
        gebruikerId: gebruiker.id,
        naam: gebruikersnaam,
        rol,
        permissies: new Set(rollen.find((r) => r.code === rol)!.permissies),
        isSysteem: false,
      }
      made.set(key, vrager)
      return vrager
    },
  }
}
