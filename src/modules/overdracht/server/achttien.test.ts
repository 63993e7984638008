import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { aanbod, naarBuiten } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { actWithSecret } from '../../../platform/http/public-route.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import type { Aanbod } from '../domain/contract.ts'
import { vanafAchttien } from '../domain/rules.ts'
import { createLink, offerOverdracht } from './commands.ts'
import { makeDocument } from './document.ts'
import { findLink, openLink } from './link-commands.ts'
import { readOverdracht } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

const doe = <T>(wie: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, wie, run)
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }
/** Written after the birthday, as everything that a handover hands over. */
const tekst = 'Vanaf maart: elke week een gesprek over wonen.'

/** Somebody who turned 18 on `achttienOp` and did not agree that data of before goes on. It is 2 March 2026. */
async function jongere(achttienOp = '2026-03-01'): Promise<Id> {
  const geboortedatum = `2008${achttienOp.slice(4)}`
  const persoonId = await givenPersoon(platform, loket, { geboortedatum })
  const { id } = accepted(
    await doe(loket, (work) => startTraject(work, { persoonId, op: '2026-02-02', stap: null })),
  )
  await doe(loket, (work) => setOpvolging(work, { persoonId }, stap))
  await database.login.query(
    `insert into onderdak.achttien_route (id, regio_id, traject_id, persoon_id, status, achttien_op, plan_voor, gewijzigd_op, jeugdwet_antwoord, jeugdwet_op, jeugdwet_vorm)
     values (gen_random_uuid(), $1, $2, $3, 'te_plannen', $4, '2026-01-01', now(), 'geweigerd', '2026-03-01', 'mondeling')`,
    [regio.regioId, id, persoonId, achttienOp],
  )
  return persoonId
}
const binnen = (): Aanbod => ({
  ...aanbod,
  naarOrganisatieId: regio.organisaties.aanbieder,
  samenvatting: tekst,
})
const bied = (persoonId: Id, input: Aanbod) =>
  doe(loket, (work) => offerOverdracht(work, { ...input, persoonId }))
const inhoud = async (id: Id, soort: 'pdf' | 'odt') =>
  accepted(await doe(planner, (work) => makeDocument(work, { id, soort })))

describe('overdragen van wie 18 werd en niet wil dat gegevens van daarvoor meegaan (Wmo 2015 art. 5.1.1 lid 4)', () => {
  it('wordt geweigerd met de keuze en het artikel, en gaat met die keuze door', async () => {
    const persoonId = await jongere()
    const geweigerd = await bied(persoonId, binnen())
    expect(geweigerd).toMatchObject({ code: 'jeugdwet_toestemming_nodig', field: 'zonderJeugdgegevens' })
    if (!isRejection(geweigerd)) throw new Error('was not refused')
    for (const zin of [geweigerd.message, geweigerd.possible![0]!]) {
      expect(zin).toContain('Niets van vóór 18 jaar meegeven')
      expect(zin).toContain('Wmo 2015 art. 5.1.1 lid 4')
    }
    const { id } = accepted(await bied(persoonId, { ...binnen(), zonderJeugdgegevens: true }))
    // Who is asked sees what was written now, and that there is nothing from before.
    expect(accepted(await doe(planner, (work) => readOverdracht(work, id)))).toMatchObject({
      samenvatting: tekst,
      zonderJeugdgegevens: true,
      zietDossier: false,
    })
    const pdf = await inhoud(id, 'pdf')
    const odt = await inhoud(id, 'odt')
    expect(pdf.mime).toBe('application/pdf')
    expect(Buffer.from(odt.inhoud, 'base64').length).toBeGreaterThan(500)
    const [deling] = (
      await database.login.query(
        'select zonder_jeugdgegevens from onderdak.deling where persoon_id = $1 and beeindigd_op is null',
        [persoonId],
      )
    ).rows
    expect(deling).toEqual({ zonder_jeugdgegevens: true })
  })

  it('naar buiten de regio zegt ook de eenmalige link dat er niets van daarvoor bij is', async () => {
    const persoonId = await jongere()
    const input = { ...naarBuiten, samenvatting: tekst }
    expect(await bied(persoonId, input)).toMatchObject({ code: 'jeugdwet_toestemming_nodig' })
    const { id } = accepted(await bied(persoonId, { ...input, zonderJeugdgegevens: true }))
    const { token } = accepted(await doe(loket, (work) => createLink(work, id)))
    const link = await findLink(platform, token)
    const gezien = await actWithSecret(
      platform,
      { gebeurtenis: 'test', route: 'POST /test', regioId: link!.regioId, naam: 'Ontvanger' },
      { verzoekId: platform.newId(), netwerkadres: '127.0.0.1' },
      (work) => openLink(work, link!.id),
    )
    expect(accepted(gezien)).toMatchObject({ samenvatting: tekst, zonderJeugdgegevens: true })
    expect(vanafAchttien).toContain('art. 5.1.1 lid 4')
  })

  it('de database laat geen overdracht zonder gegevens van vóór 18 toe die vóór de verjaardag is geschreven', async () => {
    const persoonId = await jongere('2026-03-01')
    accepted(await bied(persoonId, { ...binnen(), zonderJeugdgegevens: true }))
    const wijzig = (zet: string) =>
      database.login.query(`update onderdak.overdracht set ${zet} where persoon_id = $1`, [persoonId])
    await expect(wijzig(`aangeboden_op = '2026-02-27T12:00:00Z'`)).rejects.toMatchObject({
      constraint: 'overdracht_vanaf_achttien',
    })
    // What the handover says and what the register of sharing says cannot differ.
    await expect(wijzig('zonder_jeugdgegevens = false')).rejects.toMatchObject({
      constraint: 'overdracht_jeugdgegevens_als_deling',
    })
  })
})
