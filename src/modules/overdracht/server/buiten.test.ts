import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { leesbaar } from '../../../../tests/given/leesbaar.ts'
import { afronding, givenAanbod } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { acceptOverdracht, finishOverdracht, registerBinnenkomst } from './commands.ts'
import { makeDocument } from './document.ts'
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
const neemAan = (id: Id, wie: Vrager) => doe(wie, (work) => acceptOverdracht(work, { id }))
const lees = (wie: Vrager, id: Id) => doe(wie, (work) => readOverdracht(work, id))

/** A person for whom an organisation is responsible. */
async function client(wie = loket): Promise<Id> {
  const persoonId = await givenPersoon(platform, loket, {})
  const bij = { organisatieId: wie.organisatieId!, contactpersoonId: wie.gebruikerId! }
  await doe(loket, (work) => setOpvolging(work, { persoonId }, { ...stap, ...bij }))
  return persoonId
}

describe('van buiten de regio (OVD-11)', () => {
  const binnenkomst = {
    wetsovergang: 'geen',
    reden: 'Verhuist naar familie',
    samenvatting: 'Is bekend bij het loket daar',
    vanNaam: 'Loket Buurregio',
    vanContact: '010 000 00 00',
    geverNaam: 'B. Voorbeeld',
    geverOndertekendOp: '2026-02-27',
  } as const

  it('het loket legt vast, is meteen verantwoordelijk, en rondt af', async () => {
    const persoonId = await givenPersoon(platform, loket, {})
    const { id } = accepted(
      await doe(loket, (work) => registerBinnenkomst(work, { ...binnenkomst, persoonId })),
    )
    const { rows } = await database.login.query(
      "select organisatie_id from onderdak.opvolging where persoon_id = $1 and status = 'open'",
      [persoonId],
    )
    expect(rows).toEqual([{ organisatie_id: loket.organisatieId }])
    accepted(await neemAan(id, loket))
    accepted(await doe(loket, (work) => finishOverdracht(work, { ...afronding, id })))
    expect(accepted(await lees(loket, id))).toMatchObject({
      van: 'Loket Buurregio',
      geverNaam: 'B. Voorbeeld',
      geverOndertekendOp: '2026-02-27',
      grond: null,
      toestand: 'afgerond',
    })
  })

  it('wie hier al een verantwoordelijke heeft, komt via die organisatie binnen', async () => {
    const persoonId = await client(planner)
    expect(
      await doe(loket, (work) => registerBinnenkomst(work, { ...binnenkomst, persoonId })),
    ).toMatchObject({ code: 'ander_verantwoordelijk' })
  })
})

describe('op papier', () => {
  it('staan beide handtekeningen, en nooit een adres', async () => {
    const naarOrganisatieId = regio.organisaties.aanbieder
    const id = await givenAanbod(platform, loket, await client(), { naarOrganisatieId })
    accepted(await neemAan(id, planner))
    const gemaakt = accepted(await doe(loket, (work) => makeDocument(work, { id, soort: 'pdf' })))
    expect(['application/pdf', 'text/html; charset=utf-8']).toContain(gemaakt.mime)
    expect(gemaakt.bestandsnaam).toMatch(/^overdracht-.{8}\.(pdf|html)$/)
    const odt = accepted(await doe(loket, (work) => makeDocument(work, { id, soort: 'odt' })))
    expect([odt.mime, odt.bestandsnaam]).toEqual([
      'application/vnd.oasis.opendocument.text',
      expect.stringMatching(/^overdracht-.{8}\.odt$/),
    ])
    expect(leesbaar(Buffer.from(odt.inhoud, 'base64'))).toContain('Namens de gever')
  })
})
