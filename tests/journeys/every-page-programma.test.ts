import { beforeAll, describe, expect, it } from 'vitest'
import { type LoadedRegio, loadRegio } from '../../seed/load-regio.ts'
import { loadOverleg } from '../../seed/mvs/overleg.ts'
import { loadParticipatie } from '../../seed/mvs/participatie.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { loadProgramma } from '../../seed/programma.ts'
import { adoptRapportage } from '../../src/modules/rapportage/server/commands.ts'
import { sendNieuwsbrief } from '../../src/modules/rapportage/server/nieuwsbrief-commands.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenRapportage } from '../given/rapportage.ts'
import { useOnderdak } from './onderdak.ts'
import { goRound, isProgrammapad, userOf } from './tour.ts'

// Every page of programme, meetings, partners and reports, with the programmes of the documents in it; see every-page.test.ts.

const onderdak = useOnderdak()
let mvsRegio: LoadedRegio

beforeAll(async () => {
  const { platform } = onderdak
  mvsRegio = await loadRegio(platform, mvs)
  await loadProgramma(platform, mvsRegio, {
    map: 'mvs',
    organisatie: 'gemeente_vlaardingen',
    bron: 'Programma MVS',
    peildatum: '2025-11-30',
    openbaar: ['SV'],
  })
  await loadOverleg(platform, mvsRegio)
  await loadParticipatie(platform, mvsRegio)
}, 300_000)

/** A voortgangsrapportage that is being written, and a nieuwsbrief that was sent; with one activiteit of their programma. */
async function makeRapportages(): Promise<{ programmaId: Id; activiteitId: Id }> {
  const { platform } = onderdak
  const manager = mvsRegio.als('gemeente_vlaardingen')
  const { programmaId, activiteitId } = await workAs(platform, manager, ({ db }) =>
    db
      .selectFrom('activiteit as a')
      .innerJoin('programma as p', 'p.id', 'a.programma_id')
      .select(['p.id as programmaId', 'a.id as activiteitId'])
      .where('p.code', '=', 'SV')
      .orderBy('a.volgorde')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  await givenRapportage(platform, manager, { programmaId, van: '2025-01-01', tot: '2025-12-01' })
  const rapportageId = await givenRapportage(platform, manager, { programmaId, soort: 'nieuwsbrief' })
  await workAs(platform, manager, async (work) => {
    const { id, versie } = await work.db
      .selectFrom('rapportage')
      .select(['id', 'versie'])
      .where('id', '=', rapportageId)
      .executeTakeFirstOrThrow()
    accepted(await adoptRapportage(work, { id, versie }))
  })
  const mail = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', van: 'nieuws@regio.example', url: onderdak.url })
  accepted(await workAs({ ...platform, mail }, manager, (work) => sendNieuwsbrief(work, { rapportageId })))
  return { programmaId, activiteitId }
}

describe('every page of the programme, with content', () => {
  it('has no faults, reads well at both widths and starts with the way past the menu', async () => {
    const programma = await makeRapportages()
    const problems: string[] = []
    const starts = [
      '/programma',
      `/programma/${programma.programmaId}`,
      `/activiteiten/${programma.activiteitId}`,
      '/programma/inlezen',
      '/voortgang',
      '/overleggen',
      '/overleggen?tab=overleggen',
      '/overleggen?tab=acties',
      '/besluiten',
      '/overeenkomsten',
      '/nvo',
      '/aanspreekpunt',
      '/partners',
      '/partners/nieuw',
      ...['adviezen', 'ideeen', 'groepen', 'raadplegingen', 'klachten', 'verhalen'].map(
        (tab) => `/participatie?tab=${tab}`,
      ),
      '/idee',
      '/rapportages',
      '/rapportages/nieuw',
      '/nieuwsbrieven',
      '/nieuwsbrief',
      '/nieuwsbrief/aanmelden',
      '/nieuwsbrief/bevestigen',
      '/nieuwsbrief/afmelden',
    ]
    const desk = await onderdak.openFor(
      await userOf(onderdak.platform, mvsRegio.regioId, {
        gebruikersnaam: 'programma.mvs',
        rol: 'programmamanager',
      }),
    )
    const unseen = await goRound(desk, {
      starts,
      seen: new Set(),
      problems: (found) => problems.push(...found),
      isOwn: isProgrammapad,
    })
    await desk.close()
    expect({ problems, unseen }).toEqual({ problems: [], unseen: [] })
  }, 1_800_000)
})
