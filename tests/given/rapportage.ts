import { ActiviteitInvoer } from '../../src/modules/programma/domain/activiteit-contract.ts'
import { MetingInvoer } from '../../src/modules/programma/domain/meting-contract.ts'
import { OnderdeelInvoer, ProgrammaInvoer } from '../../src/modules/programma/domain/programma-contract.ts'
import {
  BesluitmomentInvoer,
  GeldInvoer,
  KnelpuntInvoer,
  StandInvoer,
  VoortgangInvoer,
  WaardeInvoer,
} from '../../src/modules/programma/domain/voortgang-contract.ts'
import { registerActiviteit } from '../../src/modules/programma/server/activiteit-commands.ts'
import { readActiviteit } from '../../src/modules/programma/server/activiteit-queries.ts'
import { registerMeting } from '../../src/modules/programma/server/meting-commands.ts'
import {
  publishProgramma,
  registerOnderdeel,
  registerProgramma,
} from '../../src/modules/programma/server/programma-commands.ts'
import {
  planBesluitmoment,
  registerGeld,
  reportKnelpunt,
  reportStand,
  reportVoortgang,
  reportWaarde,
} from '../../src/modules/programma/server/voortgang-commands.ts'
import { RapportageInvoer } from '../../src/modules/rapportage/domain/contract.ts'
import { startRapportage } from '../../src/modules/rapportage/server/commands.ts'
import { draftRapportage } from '../../src/modules/rapportage/server/opstellen.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { Rejection } from '../../src/shared/rejection.ts'
import { accepted, systemVrager, workAs } from './platform.ts'

const bron = 'Proef'
const gepland = {
  soort: 'pilot',
  planning: 'kwartalen',
  vanKwartaal: '2026-1',
  totKwartaal: '2026-4',
  participatie: 'nee',
  bron,
}
const pilotInvoer = {
  code: '2F',
  naam: 'Lief en leedstraten',
  toelichting: 'Buren letten *op* elkaar.',
  resultaten: [
    {
      nummer: 1,
      naam: 'Straten die meedoen',
      eenheid: 'straten',
      streefwaarde: 40,
      richting: 'hoger',
      streefOp: '2026-12-31',
    },
  ],
}

/** The pilot as a form has it, to change something of it. */
export const activiteitInvoer = ({ thema }: Pick<Proefprogramma, 'thema'>) => ({
  ...gepland,
  ...pilotInvoer,
  dient: [thema],
})

export interface Proefprogramma {
  readonly programmaId: Id
  readonly thema: Id
  /** A pilot with numbers, a measurement and texts; one that stands still; one that nobody said anything of. */
  readonly pilot: Id
  readonly traag: Id
  readonly stil: Id
}

/** A small programma, made by its own commands as its manager; what happened lies in January up to March 2026. */
export async function givenProgramma(
  platform: Platform,
  manager: Vrager,
  { indicatoren = [], code = 'SV' }: { indicatoren?: string[]; code?: string } = {},
): Promise<Proefprogramma> {
  const doe = async <T>(run: (work: Work) => Promise<T | Rejection>): Promise<T> =>
    accepted(await workAs<T | Rejection>(platform, manager, run))
  const programma = (await doe((work) =>
    registerProgramma(
      work,
      ProgrammaInvoer.parse({
        code,
        naam: 'Samen veranderen',
        soort: 'uitvoeringsprogramma',
        van: '2025-01-01',
        bron,
      }),
    ),
  )) as { id: Id; versie: number }
  const programmaId = programma.id
  await doe((work) => publishProgramma(work, { id: programmaId, versie: programma.versie, isOpenbaar: true }))
  const themas: Id[] = []
  for (const [nummer, naam] of ['Sociale basis', 'Bestaanszekerheid'].entries())
    themas.push(
      (
        (await doe((work) =>
          registerOnderdeel(
            work,
            OnderdeelInvoer.parse({ programmaId, soort: 'thema', code: `T${nummer + 1}`, naam, bron }),
          ),
        )) as { id: Id }
      ).id,
    )
  const activiteit = async (over: object) =>
    (
      (await doe((work) =>
        registerActiviteit(
          work,
          ActiviteitInvoer.parse({
            programmaId,
            ...gepland,
            ...over,
          }),
        ),
      )) as { id: Id }
    ).id
  const pilot = await activiteit({ ...pilotInvoer, dient: [themas[0]], indicatoren })
  const traag = await activiteit({ code: '3A', naam: 'Samen naar voren', dient: [themas[1]] })
  const stil = await activiteit({ code: '9Z', naam: 'Nog te bedenken' })
  const { resultaten } = await doe((work) => readActiviteit(work, pilot))
  for (const [op, waarde] of [
    ['2025-12-31', 25],
    ['2026-01-31', 33],
    ['2026-02-28', 42],
  ] as const)
    await doe((work) =>
      reportWaarde(work, { ...WaardeInvoer.parse({ op, waarde, bron: 'Telling' }), id: resultaten[0]!.id }),
    )
  const stand = (id: Id, over: object) => doe((work) => reportStand(work, { ...StandInvoer.parse(over), id }))
  await stand(pilot, { op: '2025-11-01', stand: 'in_uitvoering', koers: 'op_schema' })
  await stand(traag, { op: '2026-02-01', stand: 'verkenning', koers: 'vertraagd', reden: 'Te weinig mensen' })
  await doe((work) =>
    reportVoortgang(work, {
      ...VoortgangInvoer.parse({
        op: '2026-02-20',
        standVanZaken: 'Er doen nu 42 straten mee.',
        inzichten: 'Een gangmaker per straat werkt.',
        vervolg: 'In de zomer komen er meer bij.',
        isOpenbaar: true,
        bron,
      }),
      id: pilot,
    }),
  )
  await doe((work) =>
    reportKnelpunt(work, {
      ...KnelpuntInvoer.parse({
        soort: 'capaciteit',
        omschrijving: 'Geen coördinator',
        gemeldOp: '2026-02-02',
        bron,
      }),
      id: traag,
    }),
  )
  await doe((work) =>
    planBesluitmoment(work, {
      ...BesluitmomentInvoer.parse({
        waarover: 'Doorgaan na 2026',
        orgaan: 'raad',
        geplandOp: '2026-10-01',
        bron,
      }),
      id: pilot,
    }),
  )
  await doe((work) =>
    registerGeld(work, {
      ...GeldInvoer.parse({
        soort: 'kosten',
        jaar: 2026,
        omschrijving: 'Uren',
        bedrag: 12_000,
        bron: 'Begroting',
      }),
      id: pilot,
    }),
  )
  const stelling = { richting: 'hoger', spreidingNul: null, spreidingNa: null, spreidingVerschil: null }
  await doe((work) =>
    registerMeting(work, {
      ...MetingInvoer.parse({
        naam: 'Groep Oost',
        schaalVan: 1,
        schaalTot: 10,
        gepaard: 'onbekend',
        aantalNul: 14,
        aantalNa: 12,
        stellingen: [
          { ...stelling, nummer: 1, stelling: 'Ik ken mijn buren', nul: 4.1, na: 6.9, verschil: 2.9 },
        ],
        bron: 'Evaluatie',
      }),
      id: pilot,
    }),
  )
  return { programmaId, thema: themas[0]!, pilot, traag, stil }
}

/** A rapportage that was drafted, over the first quarter of 2026. */
export async function givenRapportage(
  platform: Platform,
  manager: Vrager,
  over: { programmaId: Id; soort?: string; titel?: string; van?: string; tot?: string; vorigeId?: Id },
): Promise<Id> {
  const { id } = accepted(
    await workAs(platform, manager, (work) =>
      startRapportage(
        work,
        RapportageInvoer.parse({
          soort: 'voortgang',
          van: '2026-01-01',
          tot: '2026-04-01',
          titel: 'Voortgang',
          ...over,
        }),
      ),
    ),
  )
  await draftNow(platform, manager.regioId, id)
  return id
}

export const draftNow = (platform: Platform, regioId: Id, id: Id) =>
  draftRapportage((run) => workAs(platform, systemVrager(regioId), run), id)
