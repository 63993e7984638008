import { beforeAll, describe, expect, it } from 'vitest'
import { setOpvolging } from '../../src/modules/opvolging/server/commands.ts'
import { createHuishouden } from '../../src/modules/persoon/server/commands.ts'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import type { Id } from '../../src/shared/id.ts'
import { givenPersoon } from '../given/persoon.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { blokVan, look, openForm } from './keten-stappen.ts'
import { useOnderdak } from './onderdak.ts'

// Ways on where somebody used to get stuck: a handover of who turned 18, a family together, and a time-out that is known ahead.

const onderdak = useOnderdak()
let timeOut: Id

beforeAll(async () => {
  onderdak.setDay('2026-03-02')
  const { platform, regio } = onderdak
  timeOut = await givenProduct(platform, regio, { naam: 'Logeerplek', domein: 'BW' })
  await givenLocatie(platform, regio, {
    productId: timeOut,
    locatie: { naam: 'Rustpunt' },
    plekken: [{}, {}],
  })
  await workAs(platform, regio.systeem, (work) =>
    work.db.updateTable('product').set({ code: 'time_out' }).where('id', '=', timeOut).execute(),
  )
})

/** A mother and a son of 18 who sleep in one place; he did not agree that data of before goes on. */
async function gezin(): Promise<{ moeder: Id; zoon: Id }> {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const persoon = (voornamen: string, geboortedatum: string) =>
    givenPersoon(platform, loket, { voornamen, achternaam: 'Uitweg', geboortedatum })
  const moeder = await persoon('Mia', '1985-05-17')
  const zoon = await persoon('Ben', '2008-03-01')
  const productId = await givenProduct(platform, regio, { naam: 'Gezinsopvang', domein: 'MO' })
  const { plekIds } = await givenLocatie(platform, regio, { productId, plekken: [{ personenMaximum: 4 }] })
  await workAs(platform, loket, async (work) => {
    const leden = [{ persoonId: zoon, rol: 'kind' as const }]
    accepted(await createHuishouden(work, { persoonId: moeder, leden, op: '2026-02-01' }))
    const op = '2026-02-02'
    accepted(
      await startDirectVerblijf(work, { persoonId: moeder, plekId: plekIds[0]!, op, soort: 'regulier' }),
    )
    await setOpvolging(work, { persoonId: moeder }, { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-05' })
  })
  await workAs(platform, regio.systeem, async (work) => {
    const traject = await work.db
      .selectFrom('traject')
      .select('id')
      .where('persoon_id', 'in', [zoon, moeder])
      .orderBy((e) => e('persoon_id', '=', zoon), 'desc')
      .executeTakeFirstOrThrow()
    await work.db
      .insertInto('achttien_route')
      .values({
        id: work.newId(),
        regio_id: work.regioId,
        traject_id: traject.id,
        persoon_id: zoon,
        status: 'te_plannen',
        achttien_op: '2026-03-01',
        plan_voor: '2026-01-01',
        gewijzigd_op: work.now,
        jeugdwet_antwoord: 'geweigerd',
        jeugdwet_op: '2026-03-01',
        jeugdwet_vorm: 'mondeling',
      })
      .execute()
  })
  return { moeder, zoon }
}

describe('een uitweg op het scherm', () => {
  it('een overdracht van een gezin, met een zoon die 18 werd: de weigering noemt de keuze, en daarmee gaat het door', async () => {
    const { moeder, zoon } = await gezin()
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go(`/clienten/${moeder}/overdragen`)
    await page.getByLabel('Aan wie draagt u over?').selectOption({ label: 'Aanbieder Zuid' })
    await page.getByLabel('Waarom deze overdracht?').fill('Het gezin verhuist')
    await page.getByLabel('Wat moet de ander weten?').fill('Houden van rust.')
    await page.getByLabel('Taak van de gemeente').check()
    await page.getByRole('checkbox', { name: /^Ben de Uitweg/ }).check()
    await look(desk, 'uitweg-1-ook-voor')
    await page.getByRole('button', { name: 'Overdracht aanbieden' }).click()
    await page
      .getByText(/Ben de Uitweg: .*Niets van vóór 18 jaar meegeven/)
      .first()
      .waitFor()
    await look(desk, 'uitweg-2-geweigerd')
    await page.getByRole('checkbox', { name: /^Niets van vóór 18 jaar meegeven/ }).check()
    await page.getByRole('button', { name: 'Overdracht aanbieden' }).click()
    await page.getByRole('heading', { name: 'Overdracht van Mia de Uitweg' }).waitFor()
    await page.getByText('Ook gemaakt voor 1 huisgenoot.').waitFor()
    const overdrachtId = await workAs(onderdak.platform, onderdak.regio.systeem, async (work) => {
      const row = await work.db
        .selectFrom('overdracht')
        .select('id')
        .where('persoon_id', '=', zoon)
        .executeTakeFirstOrThrow()
      return row.id
    })
    const zuid = await onderdak.open('andereAanbieder', 'aanbieder_planner')
    await zuid.go(`/overdrachten/${overdrachtId}`)
    await zuid.page.getByText(/Wat hier staat is van na de achttiende verjaardag/).waitFor()
    await look(zuid, 'uitweg-2b-ontvanger')
    await zuid.close()

    // Of somebody alone the form has the choice from the start.
    const ander = await gezin()
    await desk.go(`/clienten/${ander.zoon}/overdragen`)
    await page.getByRole('checkbox', { name: /^Niets van vóór 18 jaar meegeven/ }).waitFor()
    await look(desk, 'uitweg-3-niets-van-voor-18')
    await desk.close()
  }, 120_000)

  it('een time-out vooruit boeken, en op de dag zelf beginnen', async () => {
    const { moeder } = await gezin()
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    const trajectId = await workAs(onderdak.platform, desk.vrager, async (work) => {
      const row = await work.db
        .selectFrom('traject')
        .select('id')
        .where('persoon_id', '=', moeder)
        .executeTakeFirstOrThrow()
      return row.id
    })
    await desk.go(`/trajecten/${trajectId}/time-out`)
    await openForm(desk, 'Vooruit boeken')
    await page
      .getByRole('radiogroup', { name: 'Welke plek wilt u vasthouden?' })
      .getByRole('radio')
      .first()
      .check()
    await page.getByLabel('Eerste nacht van de time-out').fill('10-3-2026')
    await page.getByLabel('Dag van vertrek').fill('17-3-2026')
    await page.getByLabel('Waarom een time-out?').fill('Even rust')
    await look(desk, 'uitweg-4-vooruit-boeken')
    await page.getByRole('button', { name: 'Plek vasthouden' }).click()
    await page.getByText('De plek is geboekt en wordt vastgehouden.').waitFor()
    await page.getByText('De eerste nacht is op 10 maart 2026.').waitFor()
    await look(desk, 'uitweg-5-geboekt')
    await desk.close()

    onderdak.setDay('2026-03-10')
    const planner = await onderdak.open('aanbieder', 'aanbieder_planner')
    await planner.go('/plekken')
    await planner.settle()
    await look(planner, 'uitweg-6-bord')
    await planner.go('/')
    await blokVan(planner, 'Time-out begint').getByRole('link', { name: 'Mia de Uitweg' }).click()
    await openForm(planner, 'De cliënt is er')
    const boeking = planner.page.getByRole('listitem').filter({ hasText: 'Even rust' })
    await boeking.getByLabel('Volgende stap', { exact: true }).fill('Elke dag praten')
    await boeking.getByLabel('Uiterlijk op').fill('12-3-2026')
    await look(planner, 'uitweg-7-de-client-is-er')
    await planner.page.getByRole('button', { name: 'Time-out beginnen' }).click()
    await planner.page.getByText('De time-out is begonnen.').waitFor()
    await planner.page.getByRole('heading', { level: 1, name: 'Traject van Mia de Uitweg' }).waitFor()
    const stays = await workAs(onderdak.platform, onderdak.regio.systeem, (work) =>
      work.db
        .selectFrom('verblijf')
        .select(['soort', 'begonnen_op'])
        .where('persoon_id', '=', moeder)
        .where('geeindigd_op', 'is', null)
        .orderBy('soort')
        .execute(),
    )
    expect(stays).toMatchObject([{ soort: 'regulier' }, { soort: 'time_out', begonnen_op: '2026-03-10' }])
    await planner.close()
  }, 120_000)
})
