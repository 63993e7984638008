import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readCode } from '../domain/rules.ts'
import {
  finishSignaal,
  giveSignaal,
  handOverSignaal,
  linkSignaal,
  pickUpSignaal,
  takeTelefoon,
  wipeSignalen,
} from './commands.ts'
import { findByCode, indexOfCode } from './receive.ts'
import { readSignaal } from './signaal-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let wijkteam: Vrager
let loket: Vrager
let corporatie: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  loket = await regio.als('loket', 'toegangsmedewerker')
  corporatie = await regio.als('corporatie', 'corporatie_medewerker')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const inhoud = {
  categorie: 'schulden',
  gemeenteCode: 'GM0622',
  wijk: null,
  waar: 'Hoogstraat 1',
  toelichting: 'Post ligt opgestapeld',
}
const geef = async () =>
  accepted(
    await as(corporatie, (work) =>
      giveSignaal(work, { ...inhoud, ontruimingOp: null, volwassenen: 1, kinderen: null }),
    ),
  ).id
const pakOp = async (id: Id, wie = wijkteam, versie = 1) =>
  accepted(await as(wie, (work) => pickUpSignaal(work, { id, versie })))
const lees = (id: Id, wie = wijkteam) => as(wie, (work) => readSignaal(work, id))
const rond = (id: Id, versie: number) =>
  as(wijkteam, (work) =>
    finishSignaal(work, {
      id,
      versie,
      uitkomst: 'doorverwezen',
      reden: null,
      toelichting: 'Naar de schuldhulp',
      terugkoppeling: 'opgepakt',
    }),
  )
const wis = () => as(regio.systeem, (work) => wipeSignalen(work))

describe('een signaal wordt niet langer bewaard dan nodig', () => {
  it('na de termijn van de regio zijn tekst en melder weg en blijft de telling; twee keer draaien wist niets meer', async () => {
    const [id, open] = [await geef(), await geef()]
    const { versie } = await pakOp(id)
    accepted(await rond(id, versie))
    platform.clock.set('2027-03-01')
    expect(await wis()).toBe(0)
    expect(accepted(await lees(id)).toelichting).toBe(inhoud.toelichting)
    platform.clock.set('2027-03-02')
    expect(await wis()).toBe(1)
    expect(await wis()).toBe(0)
    expect(accepted(await lees(id))).toMatchObject({
      toelichting: null,
      waar: null,
      melder: null,
      uitkomstToelichting: null,
      gewistOp: '2027-03-02',
      categorie: 'Schulden',
      gemeldOp: '2026-03-02',
    })
    // What still runs stays, however old.
    expect(accepted(await lees(open)).toelichting).toBe(inhoud.toelichting)
    const { rows } = await database.login.query(
      "select count(*)::int as n from onderdak.signaal where categorie = 'schulden' and gemeld_op = '2026-03-02'",
    )
    expect(rows[0].n).toBe(2)
    platform.clock.set('2026-03-02')
  })
})

describe('een signaal doorgeven', () => {
  it('het zicht gaat mee, met de reden en een nieuwe termijn; alleen naar wie signalen behandelt', async () => {
    const id = await geef()
    const { versie } = await pakOp(id)
    const geefDoor = (organisatieId: Id, seen = versie) =>
      as(wijkteam, (work) =>
        handOverSignaal(work, { id, versie: seen, organisatieId, reden: 'Woont bij ons niet' }),
      )
    expect(await geefDoor(regio.organisaties.corporatie)).toMatchObject({ code: 'behandelt_geen_signalen' })
    expect(await geefDoor(regio.organisaties.loket, versie - 1)).toMatchObject({ code: 'versie_verouderd' })
    accepted(await geefDoor(regio.organisaties.loket))
    expect(await lees(id)).toMatchObject({ status: 404 })
    expect(accepted(await lees(id, loket))).toMatchObject({
      status: 'binnen',
      doorgegevenVan: 'Wijkteam Oost',
      doorgeefReden: 'Woont bij ons niet',
      toelichting: inhoud.toelichting,
    })
  })

  it('bij een bekende cliënt gaat ook het zicht op het dossier dat uit het signaal kwam mee', async () => {
    const id = await geef()
    const { versie } = await pakOp(id)
    const persoonId = await givenPersoon(platform, wijkteam)
    const gekoppeld = accepted(await as(wijkteam, (work) => linkSignaal(work, { id, versie, persoonId })))
    accepted(
      await as(wijkteam, (work) =>
        handOverSignaal(work, {
          id,
          versie: gekoppeld.versie,
          organisatieId: regio.organisaties.loket,
          reden: 'Woont daar',
        }),
      ),
    )
    expect(accepted(await lees(id, loket))).toMatchObject({ persoonId, status: 'binnen' })
    const { rows } = await database.login.query(
      "select organisatie_id from onderdak.betrokkenheid where bron_soort = 'signaal' and bron_id = $1 and (tot is null or tot > '2026-03-02')",
      [id],
    )
    expect(rows).toEqual([{ organisatie_id: regio.organisaties.loket }])
  })
})

describe('een inwoner die belt (OUT-03)', () => {
  it('krijgt dezelfde code als wie schrijft, en die code bewaren wij niet', async () => {
    const made = accepted(
      await as(wijkteam, (work) =>
        takeTelefoon(work, { ...inhoud, naam: 'Buurvrouw', contact: '06-00000000', wilTerugkoppeling: true }),
      ),
    )
    expect(accepted(await lees(made.id))).toMatchObject({
      bron: 'inwoner',
      isTelefonisch: true,
      melderGegevens: { naam: 'Buurvrouw', contact: '06-00000000' },
    })
    const index = indexOfCode(platform.cipher, readCode(made.code)!)
    expect(await as(regio.systeem, (work) => findByCode(work.db, index))).toMatchObject({ status: 'binnen' })
  })
})
