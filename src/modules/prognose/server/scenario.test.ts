import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import {
  accepted,
  systemVrager,
  type TestPlatform,
  testPlatform,
  workAs,
} from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { MaatregelInvoer } from '../domain/maatregel.ts'
import { endBerekening, rekenDeel, resumeBerekeningen, startBerekening } from './berekening-commands.ts'
import { readBerekening, readCijfers } from './berekening-queries.ts'
import { claimDeel } from './berekening-store.ts'
import {
  addMaatregel,
  changeMaatregel,
  changeScenario,
  copyScenario,
  makeScenario,
  removeMaatregel,
  removeScenario,
} from './scenario-commands.ts'
import { readScenario, readScenarios } from './scenario-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let adviseur: Vrager
let ander: Vrager

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const systeem = <T>(run: (work: Work) => Promise<T>) => as(systemVrager(regio.regioId), run)
const OPVANG = idVan('Opvang')

/** Six a month came for three years and stayed eighty days; twelve rooms. */
beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-20')
  regio = await givenRegio(platform)
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  ander = await regio.als('centrumgemeente', 'programmamanager')
  await database.login.query(
    "insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, 'proef', 'Opvang', 'MO', '2020-01-01')",
    [OPVANG, regio.regioId],
  )
  for (let kamer = 0; kamer < 12; kamer++)
    await givenFeit(database, regio.regioId, 'plek', {
      plek_id: `Kamer ${kamer}`,
      product_id: 'Opvang',
      locatie_id: 'Huis',
    })
  for (let i = 0; i < 210; i++) {
    const op = addDays('2023-04-20', 5 * i)
    const van = addDays(op, 20)
    const tot = addDays(van, 30 + ((i * 37) % 100))
    const weg = tot <= '2026-04-20'
    await givenFeit(database, regio.regioId, 'wacht', {
      wie: `p${i}`,
      product_id: 'Opvang',
      gemeente_code: i % 3 === 0 ? 'GM0606' : 'GM0622',
      besloten_op: op,
      ...(van <= '2026-04-20' && { gestart_op: van }),
    })
    if (van <= '2026-04-20')
      await givenFeit(database, regio.regioId, 'verblijf', {
        wie: `p${i}`,
        locatie_id: 'Huis',
        van,
        ...(weg && { tot, eindreden: 'vertrokken', bestemming: 'zelfstandig' }),
      })
  }
}, 120_000)

beforeEach(() => platform.clock.set('2026-04-20'))

const maak = (wie = adviseur, naam = 'Meer plekken') =>
  as(wie, (work) => makeScenario(work, { naam, toelichting: null, jaren: 2, indicator: null }))
const plekken: MaatregelInvoer = {
  ...MaatregelInvoer.parse({
    soort: 'plekken',
    naam: 'Tien plekken erbij',
    product: '00000000-0000-4000-8000-000000000001',
    aantal: 10,
    vanaf: '2026-09-01',
    kostenPerJaar: 300_000,
  }),
  product: OPVANG,
}
const voegToe = (scenarioId: Id, invoer = plekken, wie = adviseur) =>
  as(wie, (work) => addMaatregel(work, { ...invoer, scenarioId }))
const lees = async (id: Id, wie = adviseur) => accepted(await as(wie, (work) => readScenario(work, id)))
/** Without patience everything is left to the queue. */
const klaarMet = async (id: Id, geduld = 0) => {
  const { id: berekening } = accepted(
    await as(adviseur, (work) => startBerekening(work, { scenarioId: id, soort: 'vergelijking' }, geduld)),
  )
  return berekening
}
const leesBerekening = async (id: Id, wie = adviseur) =>
  accepted(await as(wie, (work) => readBerekening(work, id)))

/** Works the queue off, one part after the other, as one process. */
async function runAll(id: Id): Promise<number> {
  for (let delen = 0; delen < 300; delen++) {
    const { stand } = await leesBerekening(id)
    if (stand !== 'bezig') return delen
    await systeem((work) => rekenDeel(work, id))
  }
  throw new Error('no end')
}

describe('een scenario', () => {
  it('gaat uit van de keten van vandaag, en dat uitgangspunt verandert niet meer', async () => {
    const { id } = accepted(await maak())
    const scenario = await lees(id)
    expect(scenario).toMatchObject({
      peildatum: '2026-04-20',
      van: '2026-05-01',
      tot: '2028-05-01',
      jaren: 2,
      maatregelen: [],
      producten: [{ naam: 'Opvang', inKeten: true }],
      vanMij: true,
      isGedeeld: false,
    })
    await expect(
      database.login.query("update onderdak.uitgangspunt set inhoud = '{}' where regio_id = $1", [
        regio.regioId,
      ]),
    ).rejects.toThrow('verandert niet')
    const tweede = accepted(await maak())
    expect((await lees(tweede.id)).controlegetal).toBe(scenario.controlegetal)
  })

  it('er staat niemand in het uitgangspunt: geen pseudoniem en geen kenmerk van een persoon', async () => {
    accepted(await maak())
    const { rows } = await database.login.query('select inhoud from onderdak.uitgangspunt')
    const { rows: mensen } = await database.login.query(
      'select distinct coalesce(pseudoniem, sleutel)::text as wie from onderdak.feit_verblijf',
    )
    expect(mensen.length).toBeGreaterThan(100)
    for (const { wie } of mensen) expect(rows[0].inhoud).not.toContain(wie)
  })

  it('is van wie het maakte tot die het deelt; alleen wie het maakte deelt het of doet het weg', async () => {
    const { id } = accepted(await maak())
    const namen = async (wie: Vrager) =>
      (await as(wie, (work) => readScenarios(work, { pagina: 1, aantalPerPagina: 100 }))).results.map(
        (rij) => rij.id,
      )
    expect(await namen(ander)).not.toContain(id)
    expect(isRejection(await as(ander, (work) => readScenario(work, id)))).toBe(true)
    const berekening = await voegToe(id).then(() => klaarMet(id))
    expect(isRejection(await as(ander, (work) => readBerekening(work, berekening)))).toBe(true)
    const wijzig = (wie: Vrager, isGedeeld: boolean, versie: number) =>
      as(wie, (work) => changeScenario(work, { id, versie, naam: 'Gedeeld', toelichting: null, isGedeeld }))
    accepted(await wijzig(adviseur, true, 2))
    expect(await namen(ander)).toContain(id)
    expect(await leesBerekening(berekening, ander)).toMatchObject({ stand: 'bezig' })
    expect(await wijzig(ander, false, 3)).toMatchObject({ code: 'niet_van_u', field: 'isGedeeld' })
    expect(await as(ander, (work) => removeScenario(work, { id, versie: 3 }))).toMatchObject({
      code: 'niet_van_u',
    })
    expect(await wijzig(ander, true, 2)).toMatchObject({ code: 'versie_verouderd' })
    accepted(await as(adviseur, (work) => removeScenario(work, { id, versie: 3 })))
    expect(await namen(ander)).not.toContain(id)
    // What was worked out with it is gone as well, for who made it too.
    for (const wie of [ander, adviseur])
      expect(isRejection(await as(wie, (work) => readBerekening(work, berekening)))).toBe(true)
  })

  it('een kopie houdt de maatregelen, op hetzelfde uitgangspunt of op dat van vandaag', async () => {
    const { id } = accepted(await maak())
    accepted(await voegToe(id))
    platform.clock.set('2026-04-21')
    const kopieer = async (opVandaag: boolean) => {
      const kopie = accepted(await as(ander, (work) => copyScenario(work, { id, naam: 'Kopie', opVandaag })))
      return lees(kopie.id, ander)
    }
    expect(
      isRejection(await as(ander, (work) => copyScenario(work, { id, naam: 'K', opVandaag: false }))),
    ).toBe(true)
    accepted(
      await as(adviseur, (work) =>
        changeScenario(work, { id, versie: 2, naam: 'Gedeeld', toelichting: null, isGedeeld: true }),
      ),
    )
    const zelfde = await kopieer(false)
    expect(zelfde).toMatchObject({ peildatum: '2026-04-20', kopieVan: { naam: 'Gedeeld' } })
    expect(zelfde.maatregelen).toMatchObject([{ naam: 'Tien plekken erbij', aantal: 10 }])
    expect(await kopieer(true)).toMatchObject({ peildatum: '2026-04-21' })
  })

  it('maatregelen komen erbij, veranderen en gaan weg; wat niet kan wordt gezegd bij het veld', async () => {
    const { id } = accepted(await maak())
    // Two people at once: both keep theirs.
    await Promise.all([voegToe(id), voegToe(id, { ...plekken, naam: 'Nog tien' })])
    const [een] = (await lees(id)).maatregelen
    expect((await lees(id)).maatregelen.length).toBe(2)
    accepted(
      await as(adviseur, (work) => changeMaatregel(work, { ...plekken, aantal: 3, versie: 3, id: een!.id })),
    )
    expect((await lees(id)).maatregelen[0]).toMatchObject({ aantal: 3 })
    // Who still saw the version before does not overwrite it.
    expect(
      await as(adviseur, (work) => changeMaatregel(work, { ...plekken, aantal: 4, versie: 3, id: een!.id })),
    ).toMatchObject({ code: 'versie_verouderd' })
    expect(await voegToe(id, { ...plekken, aantal: -40 })).toMatchObject({
      code: 'maatregel_past_niet',
      field: 'aantal',
    })
    expect(await voegToe(id, { ...plekken, vanaf: '2026-04-20' })).toMatchObject({ field: 'vanaf' })
    accepted(await as(adviseur, (work) => removeMaatregel(work, { id: een!.id })))
    expect((await lees(id)).maatregelen).toMatchObject([{ naam: 'Nog tien' }])
  })
})

describe('doorrekenen', () => {
  it('telt elke herhaling eenmaal, en geeft een antwoord dat niet meer verandert', async () => {
    const { id } = accepted(await maak())
    accepted(await voegToe(id))
    const berekening = await klaarMet(id)
    expect(await leesBerekening(berekening)).toMatchObject({
      stand: 'bezig',
      voortgang: { deel: 0, totaal: 400 },
      uitkomst: null,
    })
    // The first small part of both is enough for a first look.
    await systeem((work) => rekenDeel(work, berekening))
    await systeem((work) => rekenDeel(work, berekening))
    expect(await leesBerekening(berekening)).toMatchObject({
      isVoorlopig: true,
      uitkomst: { soort: 'vergelijking', herhalingen: 10 },
    })
    await runAll(berekening)
    const klaar = await leesBerekening(berekening)
    expect(klaar).toMatchObject({ stand: 'klaar', isVoorlopig: false, peildatum: '2026-04-20' })
    if (klaar.uitkomst?.soort !== 'vergelijking') throw new Error('other')
    expect(klaar.uitkomst.herhalingen).toBeGreaterThanOrEqual(200)
    const tweede = klaar.uitkomst.cijfers.find(
      ({ maat, naam, jaar }) => maat === 'wachtend' && naam === 'Hele keten' && jaar === 2,
    )!
    expect(tweede.verschil.hoog).toBeLessThan(0)
    expect(klaar.uitkomst.kosten.perWachtdag!.gemiddeld).toBeGreaterThan(0)
    await expect(
      database.login.query("update onderdak.berekening set uitkomst = '{}' where id = $1", [berekening]),
    ).rejects.toThrow('verandert niet')
    await systeem(resumeBerekeningen)
    const { rows } = await database.login.query(
      'select (select count(*)::int from onderdak.berekening_deel where berekening_id = $1) as delen, (select count(*)::int from onderdak.berekening_arm where berekening_id = $1) as armen',
      [berekening],
    )
    expect(rows[0]).toEqual({ delen: 0, armen: 0 })
    // Asked again it says the same, to the last byte.
    const nogmaals = await klaarMet(id)
    await runAll(nogmaals)
    expect((await leesBerekening(nogmaals)).uitkomst).toEqual(klaar.uitkomst)
    const lijst = accepted(
      await as(adviseur, (work) => readCijfers(work, berekening, { pagina: 1, aantalPerPagina: 500 })),
    )
    expect(
      lijst.results.find((rij) => rij.wat === 'Wachten op een plek' && rij.naam === 'Hele keten'),
    ).toBeTruthy()
  }, 120_000)

  it('de eerste cijfers zijn er zodra de vraag gesteld is; het antwoord wordt er niet anders van', async () => {
    const { id } = accepted(await maak())
    accepted(await voegToe(id))
    const { rows: eerder } = await database.login.query('select count(*)::int from graphile_worker.jobs')
    const meteen = await klaarMet(id, 60_000)
    expect(await leesBerekening(meteen)).toMatchObject({
      stand: 'bezig',
      isVoorlopig: true,
      voortgang: { herhalingen: 20, totaal: 400 },
      uitkomst: { soort: 'vergelijking', herhalingen: 10 },
    })
    // Of each chain five parts are left, each with its job.
    const { rows: nu } = await database.login.query('select count(*)::int from graphile_worker.jobs')
    expect(nu[0].count - eerder[0].count).toBe(10)
    await runAll(meteen)
    const later = await klaarMet(id)
    await runAll(later)
    expect((await leesBerekening(meteen)).uitkomst).toEqual((await leesBerekening(later)).uitkomst)
  }, 120_000)

  it('twee werkers delen de herhalingen; wat er een laat vallen neemt de ander over, en niets telt dubbel', async () => {
    const { id } = accepted(await maak())
    accepted(await voegToe(id))
    const alleen = await klaarMet(id)
    await runAll(alleen)
    const samen = await klaarMet(id)
    // A worker that dies in the middle: its transaction is never committed.
    const weg = systeem(async (work) => {
      await claimDeel(work, samen)
      const bezig = await systeem((tweede) => claimDeel(tweede, samen))
      expect(bezig).toEqual({ arm: 1, eerste: 0, aantal: 10 })
      throw new Error('killed')
    })
    await expect(weg).rejects.toThrow('killed')
    for (let keer = 0; (await leesBerekening(samen)).stand === 'bezig'; keer++) {
      expect(keer).toBeLessThan(200)
      await Promise.all([
        systeem((work) => rekenDeel(work, samen)),
        systeem((work) => rekenDeel(work, samen)),
      ])
    }
    expect((await leesBerekening(samen)).uitkomst).toEqual((await leesBerekening(alleen)).uitkomst)
  }, 120_000)

  it('de database weigert dat een herhaling dubbel telt of een deel nog eens wordt geschreven', async () => {
    const { id } = accepted(await maak())
    accepted(await voegToe(id))
    const berekening = await klaarMet(id)
    await systeem((work) => rekenDeel(work, berekening))
    const zet = (wat: string) => database.login.query(wat, [berekening])
    await expect(
      zet(
        'insert into onderdak.berekening_deel (berekening_id, regio_id, arm, eerste, aantal) select berekening_id, regio_id, arm, 5, 10 from onderdak.berekening_deel where berekening_id = $1 and eerste = 0 and arm = 0',
      ),
    ).rejects.toThrow('berekening_deel_eenmaal')
    await expect(
      zet(
        "update onderdak.berekening_deel set waarden = '\\x00' where berekening_id = $1 and eerste = 0 and arm = 0",
      ),
    ).rejects.toThrow('al doorgerekend')
  })

  it('houdt op als iemand dat vraagt; wat nog liep wordt niet meer geteld', async () => {
    const { id } = accepted(await maak())
    accepted(await voegToe(id))
    const berekening = await klaarMet(id)
    accepted(await as(adviseur, (work) => endBerekening(work, { id: berekening })))
    await systeem((work) => rekenDeel(work, berekening))
    expect(await leesBerekening(berekening)).toMatchObject({ stand: 'gestopt', uitkomst: null })
    expect(await as(adviseur, (work) => endBerekening(work, { id: berekening }))).toMatchObject({
      code: 'berekening_is_voorbij',
    })
  })

  it('zonder maatregelen is er niets te vergelijken; een doel kan wel', async () => {
    const { id } = accepted(await maak())
    expect(
      await as(adviseur, (work) => startBerekening(work, { scenarioId: id, soort: 'vergelijking' })),
    ).toMatchObject({ code: 'geen_maatregelen' })
    const doel = accepted(
      await as(adviseur, (work) =>
        startBerekening(work, { scenarioId: id, soort: 'doel', product: OPVANG, dagen: 14, procent: 95 }),
      ),
    )
    await runAll(doel.id)
    const klaar = await leesBerekening(doel.id)
    expect(klaar).toMatchObject({ stand: 'klaar', productNaam: 'Opvang', uitkomst: { soort: 'doel' } })
    expect(
      await as(adviseur, (work) =>
        startBerekening(work, {
          scenarioId: id,
          soort: 'doel',
          product: idVan('Elders'),
          dagen: 14,
          procent: 95,
        }),
      ),
    ).toMatchObject({ field: 'product' })
  }, 120_000)

  it('een gemeente die wegging en terugkwam telt één keer', async () => {
    await database.login.query(
      "insert into onderdak.regio_gemeente (regio_id, gemeente_code, van, tot) select regio_id, gemeente_code, '1990-01-01', '1995-01-01' from onderdak.regio_gemeente where regio_id = $1",
      [regio.regioId],
    )
    const { id } = accepted(await maak())
    expect((await lees(id)).gemeenten.map(({ naam }) => naam)).toEqual(['Schiedam', 'Vlaardingen'])
  })

  it('een leeg register: er staat wat er eerst moet', async () => {
    const leeg = await givenRegio(platform, 'LEG')
    const wie = await leeg.als('centrumgemeente', 'beleidsmedewerker')
    expect(await maak(wie)).toMatchObject({
      code: 'keten_rekent_niet',
      message: 'Er zijn nog geen producten met plekken. Leg eerst locaties en plekken vast.',
    })
  })
})
