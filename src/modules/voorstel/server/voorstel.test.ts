import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import {
  givenLocatie,
  givenProduct,
  givenWachtende,
  type TestWachtende,
} from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { endWachtlijstplaatsing } from '../../wachtlijst/server/commands.ts'
import { decideBezwaar, raiseBezwaar } from './bezwaar-commands.ts'
import {
  acceptVoorstel,
  completeVoorstel,
  expireVoorstellen,
  markNietVerschenen,
  type NieuwVoorstel,
  proposeVoorstel,
  refuseVoorstel,
  withdrawVoorstel,
} from './commands.ts'
import { getVoorstel } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager
let anderePlanner: Vrager
let beslisser: Vrager
let serial = 0

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
  anderePlanner = await regio.als('andereAanbieder', 'aanbieder_planner')
  beslisser = await regio.als('centrumgemeente', 'centrumgemeente_beslisser')
})

/** A product of its own per test, so that lists do not mix, and a locatie with plekken for it. */
async function given(plekken = 1) {
  const productId = await givenProduct({ platform, regio }, { code: `P${++serial}` })
  const locatie = await givenLocatie({ platform, regio }, { productId, naam: `Huis ${serial}`, plekken })
  const wachtend = (input: Partial<TestWachtende> = {}) =>
    givenWachtende(platform, loket, { productId, ...input })
  const propose = (wachtlijstplaatsingId: Id, more: Partial<NieuwVoorstel> = {}, wie = loket) =>
    workAs(platform, wie, (work) =>
      proposeVoorstel(work, {
        wachtlijstplaatsingId,
        locatieId: locatie.locatieId,
        vanaf: '2026-03-03',
        ...more,
      }),
    )
  return { productId, ...locatie, wachtend, propose }
}

const statusOf = async (id: Id) => {
  const { rows } = await database.login.query(
    `select w.status, w.voorgesteld_op, w.besloten_op, w.aantal_weigeringen, o.volgende_stap, o.volgende_stap_op, o.status as opvolging
     from onderdak.wachtlijstplaatsing w join onderdak.opvolging o on o.persoon_id = w.persoon_id where w.id = $1`,
    [id],
  )
  return rows[0]
}

describe('een plek voorstellen', () => {
  it('houdt de plek vast, laat de aanbieder de persoon zien en zet een uiterste moment', async () => {
    const { wachtend, propose } = await given()
    const wie = await wachtend()
    const voorstel = accepted(await propose(wie.id))
    expect(voorstel.reagerenVoor).toBe('2026-03-04T09:00:00.000Z')
    expect(await statusOf(wie.id)).toMatchObject({ status: 'voorgesteld', voorgesteld_op: '2026-03-02' })
    const sees = (vrager: Vrager) =>
      workAs(platform, vrager, (work) =>
        work.db.selectFrom('persoon').select('id').where('id', '=', wie.persoonId).execute(),
      )
    expect(await sees(planner)).toHaveLength(1)
    expect(await sees(anderePlanner)).toHaveLength(0)
  })

  it('weigert de laatste plek voor een tweede persoon, tenzij iemand een reden geeft', async () => {
    const { wachtend, propose } = await given()
    const een = await wachtend()
    const twee = await wachtend()
    accepted(await propose(een.id))
    expect(await propose(twee.id)).toMatchObject({ code: 'geen_ruimte', field: 'overboekingReden' })
    expect(await statusOf(twee.id)).toMatchObject({ status: 'wachtend' })
    accepted(await propose(twee.id, { overboekingReden: 'Er vertrekt morgen iemand' }))
  })

  it('vraagt een reden als iemand anders hoger staat voor wie de plek ook past', async () => {
    const { wachtend, propose } = await given(2)
    const eerste = await wachtend()
    const tweede = await wachtend()
    expect(await propose(tweede.id)).toMatchObject({ code: 'niet_de_eerste', field: 'afwijkingReden' })
    accepted(await propose(eerste.id, { afwijkingReden: 'niet nodig' }))
    accepted(await propose(tweede.id))
    const { rows } = await database.login.query(
      'select afwijking_reden from onderdak.plaatsingsvoorstel where wachtlijstplaatsing_id = any($1)',
      [[eerste.id, tweede.id]],
    )
    expect(rows.map((row) => row.afwijking_reden)).toEqual([null, null])
  })

  it('wie hoger staat maar hier niet past, hoeft niet eerst', async () => {
    const { wachtend, propose } = await given()
    await wachtend({ vereisteKenmerken: ['rolstoel'] })
    const tweede = await wachtend()
    accepted(await propose(tweede.id))
  })

  it('weigert een te kleine plek voor een huishouden en noemt de reden', async () => {
    const { wachtend, propose } = await given()
    const gezin = await wachtend({ personen: 3, kinderen: 2 })
    const refused = await propose(gezin.id, { overboekingReden: 'toch' })
    expect(refused).toMatchObject({ code: 'plek_past_niet' })
    expect(isRejection(refused) && refused.message).toMatch(/plaats voor 1 persoon, het gaat om 3 personen/)
  })

  it('een gezin gaat niet naar de nachtopvang, behalve met een reden', async () => {
    const productId = await givenProduct({ platform, regio }, { code: `P${++serial}` })
    const { locatieId } = await givenLocatie(
      { platform, regio },
      { productId, naam: 'Nacht', plek: { personenMaximum: 4 } },
    )
    await database.login.query(
      "insert into onderdak.opening (regio_id, locatie_id, regime, van) values ($1, $2, 'nacht', '2020-01-01')",
      [regio.regioId, locatieId],
    )
    const gezin = await givenWachtende(platform, loket, { productId, personen: 3, kinderen: 2 })
    const propose = (afwijkingReden?: string) =>
      workAs(platform, loket, (work) =>
        proposeVoorstel(work, {
          wachtlijstplaatsingId: gezin.id,
          locatieId,
          vanaf: '2026-03-02',
          ...(afwijkingReden && { afwijkingReden }),
        }),
      )
    expect(await propose()).toMatchObject({ code: 'plek_past_niet', field: 'afwijkingReden' })
    accepted(await propose('Eén nacht, er is echt niets anders'))
  })
})

describe('antwoord op een voorstel', () => {
  it('alleen de aanbieder van de locatie antwoordt; een andere aanbieder vindt het voorstel niet', async () => {
    const { wachtend, propose, plekIds } = await given()
    const wie = await wachtend()
    const { id } = accepted(await propose(wie.id))
    const accept = (vrager: Vrager) =>
      workAs(platform, vrager, (work) =>
        acceptVoorstel(work, { voorstelId: id, versie: 1, plekId: plekIds[0]! }),
      )
    expect(await accept(anderePlanner)).toMatchObject({ code: 'niet_gevonden', status: 404 })
    expect(await accept(loket)).toMatchObject({ code: 'niet_uw_locatie', status: 403 })
    expect(accepted(await accept(planner)).versie).toBe(2)
    expect(await accept(planner)).toMatchObject({ code: 'stand_laat_dit_niet_toe' })
  })

  it('een weigering door de aanbieder kost de persoon niets: zelfde wachttijd, plek weer vrij, zicht eindigt morgen', async () => {
    const { wachtend, propose } = await given()
    const wie = await wachtend()
    const before = await statusOf(wie.id)
    const { id } = accepted(await propose(wie.id))
    const refused = accepted(
      await workAs(platform, planner, (work) =>
        refuseVoorstel(work, {
          voorstelId: id,
          versie: 1,
          zijde: 'aanbieder',
          reden: 'doelgroep_past_niet',
          volgendeStap: 'Het loket zoekt een andere plek',
        }),
      ),
    )
    expect(refused.gevolg).toBe('rang_blijft')
    expect(await statusOf(wie.id)).toMatchObject({
      status: 'wachtend',
      besloten_op: before.besloten_op,
      aantal_weigeringen: 0,
      volgende_stap: 'Het loket zoekt een andere plek',
      opvolging: 'open',
    })
    accepted(await propose((await wachtend()).id, { afwijkingReden: 'Past beter' }))
    const { rows } = await database.login.query(
      'select tot from onderdak.betrokkenheid where bron_id = $1 and organisatie_id = $2',
      [id, regio.organisaties.aanbieder],
    )
    expect(rows).toEqual([{ tot: '2026-03-03' }])
  })

  it.each([
    ['overleg', 'wachtend', '2026-02-01', /^Overleggen na een tweede weigering/],
    ['achteraan', 'wachtend', '2026-03-02', /^Zoeken/],
    ['van_de_lijst', 'beeindigd', '2026-02-01', /contact houden/],
  ])('een tweede weigering door de persoon: %s', async (instelling, status, beslotenOp, stap) => {
    await database.login.query(
      "update onderdak.instelling set waarde = $1 where code = 'tweede_weigering' and regio_id = $2",
      [instelling, regio.regioId],
    )
    const { wachtend, propose } = await given()
    const wie = await wachtend({
      ingelezen: { bron: 'proef', peildatum: '2026-03-01', gemeldOp: '2026-01-15', beslotenOp: '2026-02-01' },
    })
    for (let keer = 1; keer <= 2; keer++) {
      const { id } = accepted(await propose(wie.id))
      accepted(
        await workAs(platform, loket, (work) =>
          refuseVoorstel(work, {
            voorstelId: id,
            versie: 1,
            zijde: 'persoon',
            reden: 'te_ver',
            volgendeStap: 'Zoeken dichter bij school',
          }),
        ),
      )
    }
    const after = await statusOf(wie.id)
    expect(after).toMatchObject({ status, besloten_op: beslotenOp, aantal_weigeringen: 2, opvolging: 'open' })
    expect(after.volgende_stap).toMatch(stap)
  })

  it('intrekken geeft de plek vrij en vraagt een reden; een oude versie wordt geweigerd', async () => {
    const { wachtend, propose } = await given()
    const wie = await wachtend()
    const { id } = accepted(await propose(wie.id))
    const withdraw = (versie: number) =>
      workAs(platform, loket, (work) =>
        withdrawVoorstel(work, { voorstelId: id, versie, reden: 'Opgenomen' }),
      )
    expect(await withdraw(7)).toMatchObject({ code: 'versie_verouderd' })
    accepted(await withdraw(1))
    accepted(await propose(wie.id))
  })

  it('een lopend voorstel houdt de regel op de lijst: beëindigen kan niet', async () => {
    const { wachtend, propose } = await given()
    const wie = await wachtend()
    accepted(await propose(wie.id))
    expect(
      await workAs(platform, loket, (work) =>
        endWachtlijstplaatsing(work, { wachtlijstplaatsingId: wie.id, reden: 'eigen_oplossing' }),
      ),
    ).toMatchObject({ code: 'stand_laat_dit_niet_toe' })
  })
})

describe('bezwaar tegen een weigering', () => {
  async function refused() {
    const made = await given()
    const wie = await made.wachtend()
    const { id } = accepted(await made.propose(wie.id))
    accepted(
      await workAs(platform, planner, (work) =>
        refuseVoorstel(work, {
          voorstelId: id,
          versie: 1,
          zijde: 'aanbieder',
          reden: 'anders',
          volgendeStap: 'Verder zoeken',
        }),
      ),
    )
    accepted(
      await workAs(platform, loket, (work) =>
        raiseBezwaar(work, { voorstelId: id, tekst: 'De plek past wel' }),
      ),
    )
    return { ...made, wie, id }
  }
  const decide = (id: Id, wie: Vrager = regio.systeem) =>
    workAs(platform, wie, (work) =>
      decideBezwaar(work, { voorstelId: id, uitkomst: 'gegrond', toelichting: 'Past' }),
    )

  it('gegrond: het voorstel staat weer open bij de aanbieder', async () => {
    const { id, wie } = await refused()
    expect(await decide(id, planner)).toMatchObject({ code: 'bezwaar_kan_niet' })
    expect(await decide(id, beslisser)).toMatchObject({ code: 'niet_gevonden' })
    expect(accepted(await decide(id)).heropend).toBe(true)
    expect(await statusOf(wie.id)).toMatchObject({ status: 'voorgesteld' })
    accepted(await workAs(platform, planner, (work) => acceptVoorstel(work, { voorstelId: id, versie: 4 })))
    expect(await decide(id)).toMatchObject({ code: 'bezwaar_kan_niet' })
  })

  it('gegrond terwijl de plek weg is: de persoon wacht verder en er moet een nieuw voorstel komen', async () => {
    const { id, wie, propose, wachtend } = await refused()
    accepted(await propose((await wachtend()).id, { afwijkingReden: 'Spoed' }))
    expect(accepted(await decide(id)).heropend).toBe(false)
    expect(await statusOf(wie.id)).toMatchObject({
      status: 'wachtend',
      volgende_stap: 'Bezwaar gegrond, maar de plek is weg: een nieuwe plek voorstellen',
    })
  })
})

describe('na het antwoord', () => {
  it('een verblijf dat start rondt voorstel en wachten af', async () => {
    const { wachtend, propose, plekIds } = await given()
    const wie = await wachtend()
    const { id } = accepted(await propose(wie.id))
    const complete = () =>
      workAs(platform, planner, (work) =>
        completeVoorstel(work, {
          voorstelId: id,
          verblijfId: platform.newId(),
          plekId: plekIds[0]!,
          op: '2026-03-03',
        }),
      )
    expect(await complete()).toMatchObject({ code: 'stand_laat_dit_niet_toe' })
    accepted(await workAs(platform, planner, (work) => acceptVoorstel(work, { voorstelId: id, versie: 1 })))
    expect(await complete()).toBeUndefined()
    expect(await statusOf(wie.id)).toMatchObject({ status: 'geplaatst' })
  })

  it('wie niet verschijnt wacht verder, en iemand gaat kijken waarom', async () => {
    const { wachtend, propose } = await given()
    const wie = await wachtend()
    const { id } = accepted(await propose(wie.id, { vanaf: '2026-03-02' }))
    accepted(await workAs(platform, planner, (work) => acceptVoorstel(work, { voorstelId: id, versie: 1 })))
    const mark = (reden: string) =>
      workAs(platform, planner, (work) =>
        markNietVerschenen(work, { voorstelId: id, reden, toelichting: null, op: '2026-03-02' }),
      )
    expect(await mark('kwam niet')).toMatchObject({ code: 'reden_onbekend', field: 'reden' })
    expect(await mark('niet_bereikbaar')).toBeUndefined()
    expect(await workAs(platform, loket, (work) => getVoorstel(work, id))).toMatchObject({
      nietVerschenenReden: 'Was niet te bereiken',
      eindeReden: null,
    })
    expect(await statusOf(wie.id)).toMatchObject({
      status: 'wachtend',
      volgende_stap: 'Nagaan waarom deze persoon niet kwam, en of het goed gaat',
      volgende_stap_op: '2026-03-03',
    })
  })

  it('verloopt precies één keer, met behoud van de plaats op de lijst', async () => {
    const { wachtend, propose } = await given()
    const wie = await wachtend()
    const before = await statusOf(wie.id)
    const { id } = accepted(await propose(wie.id))
    const expire = () =>
      workAs(platform, regio.systeem, (work) => expireVoorstellen(work, { voorstelId: id }))
    expect(await expire()).toEqual({ aantal: 0 })
    platform.clock.advance(49 * 3_600_000)
    expect(await expire()).toEqual({ aantal: 1 })
    expect(await expire()).toEqual({ aantal: 0 })
    expect(await statusOf(wie.id)).toMatchObject({ status: 'wachtend', besloten_op: before.besloten_op })
    platform.clock.set('2026-03-02')
  })
})
