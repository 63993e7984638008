import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { routes } from '../../../app/modules.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { openInNood } from '../../persoon/server/aansluit-commands.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { blockConflict, liftConflict } from './conflict-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let loket: Vrager
let collega: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  collega = await regio.als('loket', 'casusregisseur')
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
}, 120_000)

/** Somebody of whom the chain knows as much as it can: melding, stay, traject. */
async function givenBekend(achternaam: string): Promise<Id> {
  const melding = await givenMelding(platform, loket, {
    persoon: {
      achternaam,
      geboortedatum: '1988-08-08',
      bsn: null,
      geenBsnReden: 'nog_niet_gevraagd',
      herkomstOnbekendReden: 'nog_navragen',
      woonplaatsOnbekendReden: 'nog_navragen',
    },
  } as never)
  const persoonId = melding.persoonId!
  const productId = await givenProduct(platform, regio)
  const { plekIds } = await givenLocatie(platform, regio, { productId, plekken: [{}] })
  await workAs(platform, loket, async (work) => {
    accepted(await startTraject(work, { persoonId, op: work.today, stap: null }))
    accepted(
      await startDirectVerblijf(work, { persoonId, plekId: plekIds[0]!, op: work.today, soort: 'regulier' }),
    )
  })
  return persoonId
}

const blokkeer = (
  persoonId: Id,
  wie: { gebruiker?: Vrager; organisatie?: Id },
  als = loket,
  meer: object = {},
) =>
  workAs(platform, als, (work) =>
    blockConflict(work, {
      persoonId,
      soort: wie.gebruiker ? 'medewerker' : 'organisatie',
      gebruikerId: wie.gebruiker?.gebruikerId ?? null,
      organisatieId: wie.organisatie ?? null,
      reden: 'familie',
      heelHuishouden: false,
      ...meer,
    }),
  )

/** In which tables this asker finds a row about this person; every table that has a person, also those of other modules. */
async function tabellenMet(vrager: Vrager, persoonId: Id): Promise<string[]> {
  const { rows } = await database.login.query<{ tabel: string; kolom: string }>(
    `select c.relname as tabel, a.attname as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'onderdak'::regnamespace and c.relkind in ('r', 'p') and (a.attname = 'persoon_id' or (c.relname = 'persoon' and a.attname = 'id'))
       and has_table_privilege('onderdak_app', c.oid, 'select') order by 1`,
  )
  expect(rows.length).toBeGreaterThan(30)
  return workAs(platform, vrager, async (work) => {
    const found = []
    for (const { tabel, kolom } of rows) {
      const { rows: hits } = await sql<{
        n: number
      }>`select count(*)::int as n from onderdak.${sql.raw(tabel)}
        where ${sql.raw(kolom)} = ${persoonId}::uuid`.execute(work.db)
      if (hits[0]!.n > 0) found.push(tabel)
    }
    return found
  })
}

async function vraag(als: Vrager, url: string, payload?: object) {
  const token = await server.sessions.start(als.gebruikerId!, als.rol, '127.0.0.1', 'test')
  return server.app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1${url}`,
    cookies: { onderdak: token },
    headers: { 'x-csrf-token': platform.cipher.sign('csrf', token) },
    ...(payload && { payload }),
  })
}

describe('een belangenconflict', () => {
  it('neemt een medewerker alle zicht op een cliënt af, in elke tabel; collega’s zien nog alles', async () => {
    const persoonId = await givenBekend('Conflict')
    const voor = await tabellenMet(collega, persoonId)
    expect(voor).toEqual(
      expect.arrayContaining(['persoon', 'melding', 'verblijf', 'traject', 'opvolging', 'gebeurtenis']),
    )
    const { id } = accepted(await blokkeer(persoonId, { gebruiker: collega }))
    expect(await tabellenMet(collega, persoonId)).toEqual([])
    expect(await tabellenMet(loket, persoonId)).toEqual([...voor, 'belangenconflict'].sort())
    accepted(await workAs(platform, loket, (work) => liftConflict(work, { id, reden: 'Vergissing' })))
    expect(await tabellenMet(collega, persoonId)).toEqual([...voor, 'belangenconflict'].sort())
  })

  it('geldt ook in dossier, lijst, telling, zoeken, dubbelcontrole en export; het antwoord is dat van "niet gevonden"', async () => {
    const persoonId = await givenBekend('Verscholen')
    const tel = async () => (await vraag(collega, '/verblijven')).json().count as number
    const eerder = await tel()
    expect((await vraag(collega, `/personen/${persoonId}`)).statusCode).toBe(200)
    accepted(await blokkeer(persoonId, { gebruiker: collega }))
    expect(await tel()).toBe(eerder - 1)
    const antwoord = await vraag(collega, `/personen/${persoonId}`)
    const onbekend = await vraag(collega, '/personen/01890000-0000-7000-8000-000000000000')
    expect([antwoord.statusCode, antwoord.body]).toEqual([404, onbekend.body])
    for (const url of ['/verblijven', '/trajecten', '/meldingen', '/opvolgingen'])
      for (const query of ['', '?formaat=csv', '?zoek=Verscholen'])
        expect((await vraag(collega, url + query)).body).not.toContain('Verscholen')
    const zoek = await vraag(collega, '/personen/_zoek', { naam: 'Verscholen', geboortedatum: '1988-08-08' })
    expect(zoek.statusCode).toBe(200)
    expect(zoek.body).not.toContain('Verscholen')
    expect(zoek.body).not.toContain(persoonId)
    expect(
      await workAs(platform, collega, (work) =>
        openInNood(work, {
          achternaam: 'Verscholen',
          geboortedatum: '1988-08-08',
          reden: 'Het kan niet wachten',
        } as never),
      ),
    ).toMatchObject({ code: 'geen_dossier' })
  })

  it('schrijft elke poging in het logboek, ook via een stap in de keten, en zegt de vrager niets', async () => {
    const persoonId = await givenBekend('Poging')
    accepted(await blokkeer(persoonId, { gebruiker: collega }))
    const { rows: verblijven } = await database.login.query(
      'select id from onderdak.verblijf where persoon_id = $1',
      [persoonId],
    )
    await vraag(collega, `/personen/${persoonId}`)
    await vraag(collega, `/verblijven/${verblijven[0].id}`)
    const { rows } = await database.login.query(
      `select gebeurtenis, gebruiker_id, toelichting from onderdak.audit where uitkomst = 4 and personen @> array[$1::uuid] order by volgnummer`,
      [persoonId],
    )
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(row).toMatchObject({
        gebruiker_id: collega.gebruikerId,
        toelichting: 'Geweigerd: belangenconflict',
      })
  })

  it('geldt voor een hele organisatie, ook als de keten haar later betrokken maakt', async () => {
    const persoonId = await givenBekend('Organisatie')
    const planner = await regio.als('andereAanbieder', 'aanbieder_planner')
    accepted(await blokkeer(persoonId, { organisatie: regio.organisaties.andereAanbieder }))
    await workAs(platform, loket, (work) =>
      giveBetrokkenheid(work, {
        persoonId,
        organisatieId: regio.organisaties.andereAanbieder,
        doel: 'verblijf',
        grond: 'UITVOERING_AANBIEDER',
        bronSoort: 'persoon',
        bronId: work.newId(),
      }),
    )
    expect(await tabellenMet(planner, persoonId)).toEqual([])
  })

  it('gaat mee als dossiers worden samengevoegd, en blijft bij het juiste dossier als dat wordt teruggedraaid', async () => {
    const een = await givenPersoon(platform, loket, { achternaam: 'Dubbel', roepnaam: 'Een' })
    const twee = await givenPersoon(platform, loket, { achternaam: 'Dubbel', roepnaam: 'Twee' })
    accepted(await blokkeer(een, { gebruiker: collega }))
    expect(await tabellenMet(collega, twee)).toContain('persoon')
    const { id } = accepted(
      await workAs(platform, loket, (work) =>
        mergeDossiers(work, { persoonId: een, opgegaanIn: twee, reden: 'Zelfde persoon' }),
      ),
    )
    expect(await tabellenMet(collega, een)).toEqual([])
    expect(await tabellenMet(collega, twee)).toEqual([])
    accepted(
      await workAs(platform, loket, (work) =>
        splitDossiers(work, { samenvoegingId: id, reden: 'Toch niet' }),
      ),
    )
    expect(await tabellenMet(collega, een)).toEqual([])
    expect(await tabellenMet(collega, twee)).toContain('persoon')
  })

  it('sluit in één handeling een heel huishouden af, of niemand', async () => {
    const melding = await givenMelding(platform, loket, {
      huishouden: [
        { rol: 'partner', roepnaam: 'Sam', geboortedatum: '1988-03-03' },
        { rol: 'kind', roepnaam: 'Noa', geboortedatum: '2019-03-03' },
      ],
    } as never)
    const { rows } = await database.login.query(
      'select l.persoon_id as id from onderdak.huishouden_lid l where l.huishouden_id = (select huishouden_id from onderdak.huishouden_lid where persoon_id = $1)',
      [melding.persoonId],
    )
    const leden: Id[] = rows.map((row) => row.id)
    expect(leden).toHaveLength(3)
    const [kind] = leden.filter((id) => id !== melding.persoonId)
    accepted(await blokkeer(kind!, { gebruiker: collega }))
    const heel = { heelHuishouden: true }
    expect(accepted(await blokkeer(melding.persoonId!, { gebruiker: collega }, loket, heel)).aantal).toBe(2)
    for (const id of leden) expect(await tabellenMet(collega, id)).toEqual([])
    // Somebody who is responsible for one of them is not blocked for any.
    const ander = await regio.als('loket', 'consulent_daklozenloket')
    expect(await blokkeer(kind!, { gebruiker: loket }, ander, heel)).toMatchObject({
      code: 'eerst_overdragen',
      message: expect.stringContaining('iemand anders uit het huishouden'),
    })
    expect(await tabellenMet(loket, kind!)).toContain('persoon')
  })

  it('laat niemand uit beeld: wie verantwoordelijk is draagt eerst over', async () => {
    const persoonId = await givenBekend('Verantwoordelijk')
    expect(await blokkeer(persoonId, { gebruiker: loket }, collega)).toMatchObject({
      code: 'eerst_overdragen',
    })
    expect(await blokkeer(persoonId, { organisatie: regio.organisaties.loket }, collega)).toMatchObject({
      code: 'eigen_organisatie',
    })
  })

  it('kan iemand ook voor zichzelf vastleggen', async () => {
    const persoonId = await givenBekend('Zelf')
    accepted(await blokkeer(persoonId, { gebruiker: collega }, collega))
    expect(await tabellenMet(collega, persoonId)).toEqual([])
    expect(await blokkeer(persoonId, { gebruiker: collega })).toMatchObject({ code: 'conflict_bestaat' })
  })
})
