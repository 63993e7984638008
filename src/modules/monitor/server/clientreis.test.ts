import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { givenNazorgketen, type Nazorgketen } from '../../../../tests/given/nazorg.ts'
import { accepted, workAs } from '../../../../tests/given/platform.ts'
import type { Vrager } from '../../../platform/work.ts'
import { closeMelding, recordTriage } from '../../melding/server/commands.ts'
import { recordContact } from '../../nazorg/server/contact-commands.ts'
import { findReisVan } from '../../traject/server/reis-query.ts'
import { readClientreis } from './reis-queries.ts'

const database = useDatabase()
let keten: Nazorgketen
let beleid: Vrager

beforeAll(async () => {
  keten = await givenNazorgketen(database)
  beleid = await keten.regio.als('centrumgemeente', 'programmamanager')
  const { platform, loket } = keten
  const triage = async (meldOp: string, triageOp: string) => {
    platform.clock.set(meldOp)
    const { id } = await givenMelding(platform, loket)
    platform.clock.set(triageOp)
    accepted(
      await workAs(platform, loket, (work) =>
        recordTriage(work, { meldingId: id, uitkomst: 'onderzoek', toelichting: 'Gesprek', domein: 'MO' }),
      ),
    )
    return id
  }
  await triage('2025-11-03', '2025-11-04')
  await triage('2025-11-03', '2025-11-06')
  const gesloten = await triage('2025-11-03', '2025-11-13')
  accepted(
    await workAs(platform, loket, (work) =>
      closeMelding(work, {
        meldingId: gesloten,
        reden: 'anders',
        toelichting: 'Belde af',
        volgendeStap: 'Bellen',
        volgendeStapOp: '2025-11-20',
      }),
    ),
  )
  platform.clock.set('2026-03-02')
})

const lees = (wie: Vrager, meer: object = {}) =>
  workAs(keten.platform, wie, (work) =>
    readClientreis(work, { pagina: 1, aantalPerPagina: 50, kwartaal: '2025-4', ...meer }),
  )

describe('de cliëntreis van de regio (TRJ-16)', () => {
  it('telt per stap wie klaar is en wie er aan het eind van het kwartaal nog in staat, met de mediaan van de dagen', async () => {
    const { results, van, peildatum } = accepted(await lees(keten.loket))
    expect([van, peildatum]).toEqual(['2025-10-01', '2025-12-31'])
    expect(results).toMatchObject([
      { stap: 'triage', afgerond: 3, afgerondMediaan: 3, nogIn: 0, nogInMediaan: null, knelpunt: false },
      { stap: 'besluit', afgerond: 0, afgerondMediaan: null, nogIn: 2, nogInMediaan: 55, knelpunt: true },
    ])
  })

  it('wie alleen cijfers mag zien, ziet geen kleine aantallen en geen dagen die daarop rusten', async () => {
    const { results } = accepted(await lees(beleid))
    expect(results.map((rij) => [rij.afgerond, rij.afgerondMediaan, rij.nogIn, rij.nogInMediaan])).toEqual([
      [null, null, 0, null],
      [0, null, null, null],
    ])
    expect(results.some((rij) => rij.knelpunt)).toBe(false)
  })

  it('een kwartaal dat nog loopt is er niet: elke dag verschil zou over één mens gaan', async () => {
    expect(await lees(beleid, { kwartaal: '2026-1' })).toMatchObject({
      code: 'kwartaal_niet_voorbij',
      field: 'kwartaal',
    })
    expect(accepted(await lees(beleid, { kwartaal: undefined })).kwartaal).toBe('2025-4')
  })
})

describe('de reis op het dossier', () => {
  it('noemt de stappen van wie vertrok met hun dagen, tot en met het eerste nazorgcontact', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const reis = async (wie: Vrager) => keten.doe(wie, (work) => findReisVan(work, persoonId))
    expect(accepted(await reis(keten.loket)).stappen).toMatchObject([
      { stap: 'verblijf', van: '2026-02-02', tot: '2026-03-01', dagen: 27, stand: 'afgerond' },
      { stap: 'nazorg', van: '2026-03-01', tot: null, dagen: 1, stand: 'loopt' },
    ])
    const { id } = accepted(await keten.regel(keten.loket, verblijfId))
    keten.platform.clock.set('2026-03-09')
    accepted(
      await keten.doe(keten.loket, (work) =>
        recordContact(work, {
          afspraakId: id,
          op: '2026-03-09',
          wijze: 'bezoek',
          uitkomst: 'goed',
          toelichting: null,
        }),
      ),
    )
    expect(accepted(await reis(keten.loket)).stappen.at(-1)).toMatchObject({
      tot: '2026-03-09',
      dagen: 8,
      stand: 'afgerond',
    })
    keten.platform.clock.set('2026-03-02')
  })

  it('wie niet betrokken is, ziet geen reis', async () => {
    const { persoonId } = await keten.vertrokken()
    const vreemd = await keten.regio.als('andereAanbieder', 'aanbieder_begeleider')
    expect(await keten.doe(vreemd, (work) => findReisVan(work, persoonId))).toMatchObject({ status: 404 })
  })
})
