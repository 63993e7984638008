import type { LoadedRegio } from '../../seed/load-regio.ts'
import { CasusInvoer } from '../../src/modules/casus/domain/contract.ts'
import { DeelnemerInvoer, OverlegInvoer } from '../../src/modules/casus/domain/overleg-contract.ts'
import {
  agreeActie,
  inviteDeelnemer,
  openCasus,
  planOverleg,
  publishLes,
  writeLes,
} from '../../src/modules/casus/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, dutchDateOf } from '../../src/shared/plain-date.ts'
import { givenPersoon } from './persoon.ts'
import { accepted, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

/** A casus over a person, led by who opens it. */
export async function givenCasus(
  platform: Platform,
  vrager: Vrager,
  persoonId: Id,
  over: Partial<CasusInvoer> = {},
): Promise<{ id: Id; versie: number }> {
  const invoer = CasusInvoer.parse({
    reden: 'geen_passende_plek',
    vraag: 'Geen aanbieder heeft een plek met zorg in de nacht',
    regievoerderId: vrager.gebruikerId,
    ...over,
  })
  return accepted(await workAs(platform, vrager, (work) => openCasus(work, { ...invoer, persoonId })))
}

/** Tomorrow by the clock of the tests, from ten to eleven in the morning. */
export const overleg = OverlegInvoer.parse({
  doel: 'Samen een plek vinden met zorg in de nacht',
  plaats: 'Gemeentehuis',
  dag: '2026-03-03',
  van: '10:00',
  tot: '11:00',
})

export async function givenOverleg(
  platform: Platform,
  vrager: Vrager,
  casusId: Id,
  over: Partial<OverlegInvoer> = {},
): Promise<Id> {
  return accepted(
    await workAs(platform, vrager, (work) => planOverleg(work, { ...overleg, ...over, casusId })),
  ).id
}

/** For a deelnemer of an aanbieder, by who acts for the college. */
export const uitnodiging = (gebruikerId: Id, over: Partial<DeelnemerInvoer> = {}): DeelnemerInvoer =>
  DeelnemerInvoer.parse({
    gebruikerId,
    gegevens: ['wie', 'hulpvraag'],
    waarom: 'Alleen zij hebben zorg in de nacht',
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    ...over,
  })

export async function givenDeelnemer(
  platform: Platform,
  vrager: Vrager,
  overlegId: Id,
  invoer: DeelnemerInvoer,
): Promise<Id> {
  return accepted(await workAs(platform, vrager, (work) => inviteDeelnemer(work, { ...invoer, overlegId })))
    .id
}

interface Kenmerken {
  readonly casus: string
  readonly casusVraag: string
  readonly casusActie: string
  readonly casusLes: string
}

/**
 * A casus of the loket over somebody whom only the loket knows: a begeleider of another aanbieder is invited to see who it is, not
 * the question; that organisation owns an action; and a lesson was published.
 */
export async function givenCasuswereld(
  platform: Platform,
  regio: TestRegio,
  teksten: Kenmerken,
): Promise<void> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const collega = await regio.als('loket', 'casusregisseur')
  const gast = await regio.als('andereAanbieder', 'aanbieder_begeleider')
  const persoonId = await givenPersoon(platform, loket, { achternaam: teksten.casus, voornamen: 'Proef' })
  const { id: casusId } = await givenCasus(platform, loket, persoonId, { vraag: teksten.casusVraag })
  const overlegId = await givenOverleg(platform, loket, casusId)
  await givenDeelnemer(platform, loket, overlegId, uitnodiging(gast.gebruikerId!, { gegevens: ['wie'] }))
  await workAs(platform, loket, async (work) => {
    accepted(
      await agreeActie(work, {
        casusId,
        soort: 'actie',
        tekst: teksten.casusActie,
        organisatieId: regio.organisaties.andereAanbieder,
        gebruikerId: null,
        uiterlijkOp: '2026-03-20',
      }),
    )
  })
  const les = await workAs(platform, loket, async (work) =>
    accepted(await writeLes(work, { casusId, titel: 'Zorg in de nacht', tekst: teksten.casusLes })),
  )
  await workAs(platform, collega, async (work) => accepted(await publishLes(work, les)))
}

/** For a tour: a casus of the loket of the demo, with somebody of a corporatie invited for tomorrow. */
export async function makeCasus(
  platform: Platform,
  regio: LoadedRegio,
): Promise<{ casusId: Id; uitnodigingId: Id }> {
  const loket = regio.als('centraal_onthaal')
  const persoonId = await givenPersoon(platform, loket, { achternaam: 'Rondleiding', voornamen: 'Demo' })
  const { id: casusId } = await givenCasus(platform, loket, persoonId)
  const dag = addDays(dutchDateOf(platform.clock.now()), 1)
  const overlegId = await givenOverleg(platform, loket, casusId, { dag })
  const { gebruikerId } = regio.als('waterweg_wonen')
  const uitnodigingId = await givenDeelnemer(
    platform,
    loket,
    overlegId,
    uitnodiging(gebruikerId!, {
      waarom: 'Zonder de verhuurder is er geen woning',
      grond: 'BEROEPSHALVE_MEDEWERKING',
      weging: 'Met minder kan de verhuurder niet zoeken',
    }),
  )
  return { casusId, uitnodigingId }
}
