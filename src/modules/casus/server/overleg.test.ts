import { beforeAll, describe, expect, it } from 'vitest'
import {
  givenCasus,
  givenDeelnemer,
  givenOverleg,
  overleg,
  uitnodiging,
} from '../../../../tests/given/casus.ts'
import { vraagOveral } from '../../../../tests/given/casus-blik.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenVastgesteld } from '../../../../tests/given/ondersteuningsplan.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { routes } from '../../../app/modules.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { giveToestemming, withdrawToestemming } from '../../delen/server/commands.ts'
import { addAdres } from '../../persoon/server/adres-commands.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import { blockConflict } from '../../vrouwenopvang/server/conflict-commands.ts'
import { agreeActie, endOverleg, inviteDeelnemer, moveOverleg, withdrawDeelnemer } from './commands.ts'
import { listEigen, readUitnodiging, readUitnodigingen } from './uitnodiging-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let loket: Vrager
let gast: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  gast = await regio.als('andereAanbieder', 'aanbieder_begeleider')
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
}, 60_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
let achternamen = 0

async function metOverleg(persoon: { achternaam?: string; voornamen?: string } = {}, casus: object = {}) {
  const { achternaam = `Overlegmens${++achternamen}` } = persoon
  const persoonId = await givenPersoon(platform, loket, {
    voornamen: 'Proef',
    ...persoon,
    achternaam,
  })
  const { id: casusId } = await givenCasus(platform, loket, persoonId, casus)
  return { persoonId, casusId, achternaam, overlegId: await givenOverleg(platform, loket, casusId) }
}

const nodigUit = (overlegId: Id, over: object = {}, wie = gast) =>
  givenDeelnemer(platform, loket, overlegId, uitnodiging(wie.gebruikerId!, over))
const ziet = (id: Id, wie = gast) => as(wie, (work) => readUitnodiging(work, id))
const delingenVan = async (id: Id) =>
  (
    await database.login.query<{ gegevensset: string; vervalt_op: string; beeindigd_op: string | null }>(
      'select gegevensset, vervalt_op::text, beeindigd_op::text from onderdak.deling where bron_id = $1 order by gegevensset, vastgelegd_op, id',
      [id],
    )
  ).rows

describe('wie is uitgenodigd (CAS-03)', () => {
  it('ziet alleen de gekozen gegevens, zonder iets anders van de cliënt te zien', async () => {
    const wat = await metOverleg()
    const id = await nodigUit(wat.overlegId, { gegevens: ['wie'] })
    const { lijst, detail, elders } = await vraagOveral({ server, platform }, gast, { ...wat, id })
    expect(lijst).toContain(id)
    expect(detail.json()).toMatchObject({
      doel: overleg.doel,
      wie: { naam: `Proef de ${wat.achternaam}`, geboren: '17 mei 1985' },
      hulpvraag: null,
      verblijf: null,
      traject: null,
      plan: null,
      veiligheid: null,
    })
    expect(elders).toEqual([])
  })

  it('ziet niets meer op het moment dat het overleg eindigt, ook als niemand het afrondt', async () => {
    const wat = await metOverleg()
    const id = await nodigUit(wat.overlegId)
    platform.clock.set('2026-03-03T09:59:59Z')
    expect((await vraagOveral({ server, platform }, gast, { ...wat, id })).detail.statusCode).toBe(200)
    platform.clock.set('2026-03-03T10:00:00Z')
    const erna = await vraagOveral({ server, platform }, gast, { ...wat, id })
    expect([erna.lijst, erna.detail.statusCode, erna.elders]).toEqual([[], 404, []])
    platform.clock.set('2026-03-02')
  })

  it.each(['gehouden', 'geannuleerd', 'ingetrokken'] as const)(
    'ziet meteen niets meer als het overleg is %s, en het delen stopt',
    async (hoe) => {
      const wat = await metOverleg()
      const id = await nodigUit(wat.overlegId, { gegevens: ['wie', 'hulpvraag', 'plan'] })
      expect(await delingenVan(id)).toEqual(
        ['casus', 'contact', 'ondersteuning'].map((gegevensset) => ({
          gegevensset,
          vervalt_op: '2026-03-04',
          beeindigd_op: null,
        })),
      )
      platform.clock.set('2026-03-03T09:15:00Z')
      const { overlegId } = wat
      const klaar =
        hoe === 'ingetrokken'
          ? await as(loket, (work) => withdrawDeelnemer(work, id))
          : await as(loket, (work) =>
              endOverleg(
                work,
                hoe === 'gehouden'
                  ? { id: overlegId, naar: 'gehouden' }
                  : { id: overlegId, naar: 'geannuleerd', reden: 'Ziek' },
              ),
            )
      accepted(klaar as { id: Id })
      const erna = await vraagOveral({ server, platform }, gast, { ...wat, id })
      expect(erna.lijst).not.toContain(id)
      expect([erna.detail.statusCode, erna.elders]).toEqual([404, []])
      expect((await delingenVan(id)).map((one) => one.beeindigd_op)).toEqual(Array(3).fill('2026-03-03'))
      platform.clock.set('2026-03-02')
    },
  )

  it('is één medewerker: een collega van dezelfde organisatie ziet niets', async () => {
    const { overlegId } = await metOverleg()
    const id = await nodigUit(overlegId)
    const naast = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(await ziet(id, naast)).toMatchObject({ code: 'niet_gevonden' })
    expect((await as(naast, (work) => readUitnodigingen(work))).uitnodigingen).toEqual([])
  })

  it('elke blik staat in het boek, met over wie het ging', async () => {
    const wat = await metOverleg()
    const id = await nodigUit(wat.overlegId, { gegevens: ['hulpvraag'] })
    await vraagOveral({ server, platform }, gast, { ...wat, id })
    const { rows } = await database.login.query(
      "select gebeurtenis, personen from onderdak.audit where gebruiker_id = $1 and gebeurtenis like 'casusuitnodiging%' and $2 = any(personen) order by volgnummer",
      [gast.gebruikerId, wat.persoonId],
    )
    expect(rows.map((row) => row.gebeurtenis)).toEqual([
      'casusuitnodigingen.getoond',
      'casusuitnodiging.ingezien',
    ])
  })

  it('ziet alle sets als die nodig zijn, en nooit een adres; zonder de naam ook geen naam in de tekst', async () => {
    const { persoonId, overlegId, achternaam } = await metOverleg(
      { achternaam: 'Spreeuw' },
      {
        vraag: 'Mevrouw woont op de Schuilstraat 13 te Nergens',
        veiligheid: 'Bel niet aan op Schuilstraat 13',
      },
    )
    await as(loket, async (work) =>
      accepted(await startTraject(work, { persoonId, op: work.today, stap: null })),
    )
    await as(regio.systeem, async (work) =>
      accepted(
        await addAdres(work, {
          persoonId,
          soort: 'verblijfadres',
          isGeheim: true,
          adres: 'Schuilstraat 13, 3131 AB Nergens',
          gemeenteCode: null,
          van: '2026-01-01',
          tot: null,
        }),
      ),
    )
    await givenVastgesteld(platform, loket, persoonId, { eigenWoorden: `${achternaam} wil rust` })
    const gegevens = ['hulpvraag', 'verblijf', 'traject', 'plan', 'veiligheid']
    const zonderNaam = accepted(await ziet(await nodigUit(overlegId, { gegevens })))
    expect(zonderNaam).toMatchObject({
      wie: null,
      hulpvraag: { reden: 'geen_passende_plek', vraag: 'Mevrouw woont op de [adres] te Nergens' },
      verblijf: { verblijven: [], wacht: [] },
      traject: { begonnenOp: '2026-03-02' },
      plan: [{ eigenWoorden: '[naam] wil rust' }],
      veiligheid: { tekst: 'Bel niet aan op [adres]' },
    })
    expect(JSON.stringify(zonderNaam)).not.toMatch(new RegExp(`Schuilstraat|${achternaam}`))
    const vo = await regio.als('vrouwenopvang', 'aanbieder_planner')
    const metNaam = accepted(await ziet(await nodigUit(overlegId, { gegevens: ['wie', 'plan'] }, vo), vo))
    expect(metNaam.plan).toMatchObject([{ eigenWoorden: `${achternaam} wil rust` }])
  })
})

describe('de grond van een uitnodiging', () => {
  it('staat in het register, en wat de wet niet toelaat wordt geweigerd met het artikel', async () => {
    const { overlegId } = await metOverleg()
    const corporatie = await regio.als('corporatie', 'corporatie_medewerker')
    const vraag = (over: object) =>
      as(loket, (work) => inviteDeelnemer(work, { ...uitnodiging(corporatie.gebruikerId!, over), overlegId }))
    expect(await vraag({ gegevens: ['plan'] })).toMatchObject({
      code: 'delen_mag_niet',
      field: 'grond',
      message: expect.stringContaining('AVG art. 5 lid 1 onder c'),
    })
    expect(await vraag({ gegevens: ['wie'], grond: 'BEROEPSHALVE_MEDEWERKING' })).toMatchObject({
      code: 'weging_ontbreekt',
    })
    const mag = { grond: 'BEROEPSHALVE_MEDEWERKING', weging: 'Zonder de verhuurder is er geen woning' }
    const { id, artikelen } = accepted(await vraag({ gegevens: ['wie', 'hulpvraag'], ...mag }))
    expect(artikelen).toEqual(['Wmo 2015 art. 5.3.3 lid 3'])
    expect(accepted(await ziet(id, corporatie)).wie).not.toBeNull()
    expect(await vraag({ gegevens: ['wie'], ...mag })).toMatchObject({ code: 'al_uitgenodigd' })
  })

  it('op toestemming: zonder mag het niet, en na intrekken is het weg', async () => {
    const { overlegId, persoonId } = await metOverleg()
    const corporatie = await regio.als('corporatie', 'corporatie_medewerker')
    const vraag = () =>
      as(loket, (work) =>
        inviteDeelnemer(work, {
          ...uitnodiging(corporatie.gebruikerId!, { gegevens: ['wie'], grond: 'UITDRUKKELIJKE_TOESTEMMING' }),
          overlegId,
        }),
      )
    expect(await vraag()).toMatchObject({ code: 'toestemming_ontbreekt', field: 'grond' })
    const toestemming = await as(loket, async (work) =>
      accepted(
        await giveToestemming(work, {
          persoonId,
          ontvanger: { organisatieId: regio.organisaties.corporatie },
          gegevensset: 'contact',
          doel: 'Overleg over een woning',
          vorm: 'mondeling',
          gegevenDoor: 'client',
          gegevenOp: work.today,
        }),
      ),
    )
    const { id } = accepted(await vraag())
    expect(accepted(await ziet(id, corporatie)).gegevens).toEqual(['wie'])
    accepted(await as(loket, (work) => withdrawToestemming(work, toestemming)))
    expect(accepted(await ziet(id, corporatie))).toMatchObject({ gegevens: [], wie: null })
  })

  it('een ander einde deelt opnieuw tot dan; een overleg dat voorbij is komt niet terug', async () => {
    const { overlegId } = await metOverleg()
    const id = await nodigUit(overlegId, { gegevens: ['wie'] })
    accepted(
      await as(loket, (work) =>
        moveOverleg(work, { ...overleg, id: overlegId, versie: 1, dag: '2026-03-09' }),
      ),
    )
    expect((await delingenVan(id)).map((one) => [one.vervalt_op, one.beeindigd_op])).toEqual([
      ['2026-03-04', '2026-03-02'],
      ['2026-03-10', null],
    ])
    platform.clock.set('2026-03-05')
    expect(accepted(await ziet(id)).wie).not.toBeNull()
    platform.clock.set('2026-03-09T09:30:00Z')
    accepted(await as(loket, (work) => endOverleg(work, { id: overlegId, naar: 'gehouden' })))
    await expect(
      as(regio.systeem, (work) =>
        work.db
          .updateTable('casus_overleg')
          .set({ status: 'gepland', geeindigd_op: null })
          .where('id', '=', overlegId)
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'casus_overleg_overgang' })
    platform.clock.set('2026-03-02')
  })
})

describe('afscherming', () => {
  it('een partij met een belangenconflict wordt niet uitgenodigd, en ziet niets meer als het later blijkt', async () => {
    const { overlegId, persoonId, casusId } = await metOverleg()
    const id = await nodigUit(overlegId)
    accepted(
      await as(loket, (work) =>
        agreeActie(work, {
          casusId,
          soort: 'actie',
          tekst: 'Uitzoeken of er plek is',
          organisatieId: gast.organisatieId!,
          gebruikerId: gast.gebruikerId,
          uiterlijkOp: '2026-03-20',
        }),
      ),
    )
    const acties = async () =>
      (
        await as(gast, (work) =>
          listEigen(work, { pagina: 1, aantalPerPagina: 25, stand: 'open', sorteer: 'uiterlijkOp' }),
        )
      ).results.map((one) => one.tekst)
    expect(await acties()).toContain('Uitzoeken of er plek is')
    accepted(
      await as(loket, (work) =>
        blockConflict(work, {
          persoonId,
          soort: 'medewerker',
          gebruikerId: gast.gebruikerId,
          organisatieId: null,
          reden: 'familie',
          toelichting: null,
        }),
      ),
    )
    expect(await ziet(id)).toMatchObject({ code: 'niet_gevonden' })
    expect(await acties()).not.toContain('Uitzoeken of er plek is')
    const weer = await givenOverleg(platform, loket, casusId)
    expect(
      await as(loket, (work) =>
        inviteDeelnemer(work, { ...uitnodiging(gast.gebruikerId!), overlegId: weer }),
      ),
    ).toMatchObject({ code: 'deelnemer_afgeschermd' })
  })

  it('van een geheim dossier ziet een gast zonder recht op vrouwenopvang niets, ook niet als het later geheim wordt', async () => {
    const { overlegId, persoonId } = await metOverleg()
    const id = await nodigUit(overlegId)
    await database.login.query('update onderdak.persoon set is_geheim = true where id = $1', [persoonId])
    expect(await ziet(id)).toMatchObject({ code: 'niet_gevonden' })
    expect(
      (await as(gast, (work) => readUitnodigingen(work))).uitnodigingen.map((one) => one.id),
    ).not.toContain(id)
  })
})

it('wie al betrokken is ziet de uitnodiging en gewoon het dossier', async () => {
  const { overlegId, persoonId } = await metOverleg()
  await as(loket, (work) =>
    giveBetrokkenheid(work, {
      persoonId,
      organisatieId: gast.organisatieId!,
      doel: 'verblijf',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'proef',
      bronId: work.newId(),
    }),
  )
  const id = await nodigUit(overlegId)
  expect(accepted(await ziet(id)).wie).not.toBeNull()
})
