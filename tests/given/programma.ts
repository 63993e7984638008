import {
  ActiviteitInvoer,
  ActiviteitWijziging,
} from '../../src/modules/programma/domain/activiteit-contract.ts'
import { MetingInvoer } from '../../src/modules/programma/domain/meting-contract.ts'
import { OnderdeelInvoer, ProgrammaInvoer } from '../../src/modules/programma/domain/programma-contract.ts'
import {
  changeActiviteit,
  registerActiviteit,
} from '../../src/modules/programma/server/activiteit-commands.ts'
import { readActiviteit } from '../../src/modules/programma/server/activiteit-queries.ts'
import { registerMeting } from '../../src/modules/programma/server/meting-commands.ts'
import {
  registerOnderdeel,
  registerProgramma,
} from '../../src/modules/programma/server/programma-commands.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { TestDatabase } from './database.ts'
import { accepted, testPlatform, workAs } from './platform.ts'
import { givenRegio } from './regio.ts'

export const programmaInvoer = {
  naam: 'Uitvoeringsprogramma',
  soort: 'uitvoeringsprogramma',
  van: '2025-01-01',
  tot: '2027-01-01' as string | null,
  bron: 'Vastgesteld programma',
}
const activiteitInvoer = {
  soort: 'activiteit',
  naam: 'Voorzieningenkaart',
  planning: 'open',
  participatie: 'nee',
  bron: 'Programma §3.1',
}
export const metingInvoer = {
  naam: 'Groep Oost',
  schaalVan: 1,
  schaalTot: 10,
  gepaard: 'onbekend',
  stellingen: [{ nummer: 1, stelling: 'Ik lees veel', richting: 'hoger', nul: 3, na: 7, verschil: 4 }],
  bron: 'Rapportage §3.2',
}

/** A region on 1 April 2026 with who writes programmes and who only reads them, and short ways to make them. */
export async function givenProgrammawereld(database: Pick<TestDatabase, 'db'>) {
  const platform = testPlatform(database)
  platform.clock.set('2026-04-01')
  const regio = await givenRegio(platform)
  const manager = await regio.als('centrumgemeente', 'programmamanager')
  const adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  const coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
  const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
  let serial = 0

  return {
    platform,
    regio,
    manager,
    adviseur,
    coordinator,
    as,
    leg: (meer: object = {}) =>
      as(manager, (work) =>
        registerProgramma(
          work,
          ProgrammaInvoer.parse({ code: `UP-${++serial}`, ...programmaInvoer, ...meer }),
        ),
      ),
    async programma(meer: object = {}): Promise<Id> {
      return accepted(await this.leg(meer)).id
    },
    legOnderdeel: (programmaId: Id, meer: object = {}) =>
      as(manager, (work) =>
        registerOnderdeel(
          work,
          OnderdeelInvoer.parse({
            programmaId,
            soort: 'thema',
            code: `T${++serial}`,
            naam: 'Wonen',
            bron: 'Programma §2',
            ...meer,
          }),
        ),
      ),
    async onderdeel(programmaId: Id, meer: object = {}): Promise<Id> {
      return accepted(await this.legOnderdeel(programmaId, meer)).id
    },
    legActiviteit: (programmaId: Id, meer: object = {}) =>
      as(manager, (work) =>
        registerActiviteit(
          work,
          ActiviteitInvoer.parse({ programmaId, code: `A${++serial}`, ...activiteitInvoer, ...meer }),
        ),
      ),
    async activiteit(programmaId: Id, meer: object = {}): Promise<Id> {
      return accepted(await this.legActiviteit(programmaId, meer)).id
    },
    wijzigActiviteit: (id: Id, versie: number, meer: object = {}, wie: Vrager = manager) =>
      as(wie, (work) =>
        changeActiviteit(work, {
          ...ActiviteitWijziging.parse({ code: `A${++serial}`, ...activiteitInvoer, ...meer, versie }),
          id,
        }),
      ),
    lees: async (id: Id, wie: Vrager = coordinator) =>
      accepted(await as(wie, (work) => readActiviteit(work, id))),
    meet: (activiteitId: Id, meer: object = {}) =>
      as(manager, (work) =>
        registerMeting(work, { ...MetingInvoer.parse({ ...metingInvoer, ...meer }), id: activiteitId }),
      ),
  }
}

export type Programmawereld = Awaited<ReturnType<typeof givenProgrammawereld>>
