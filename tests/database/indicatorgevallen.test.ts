import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import type { Zaaksoort } from '../../src/modules/monitor/domain/indicator.ts'
import type { Indicator } from '../../src/modules/monitor/server/indicator.ts'
import { indicatoren } from '../../src/modules/monitor/server/indicatoren.ts'
import { listGevallen, readMaandstand } from '../../src/modules/monitor/server/telling.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'
import { givenWereld } from '../given/wereld.ts'

// The cases behind a figure: who may open which, and that each look is in the audit book.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let personen: Map<string, string | null>

/** Where a case stands, with `id` and `persoon_id`. */
const registers: Record<Exclude<Zaaksoort, 'ethos'>, string> = {
  verblijf: 'verblijf',
  wacht: 'wachtlijstplaatsing',
  melding: 'melding',
  plek: '(select id, null::uuid as persoon_id from onderdak.plek)',
  voorstel: 'plaatsingsvoorstel',
  nazorg: 'nazorgafspraak',
  huurcontract: 'huurcontract',
  uitstroom: 'uitstroomdossier',
  urgentie: 'urgentieaanvraag',
  beschikking: 'beschikking',
  in_beeld: 'opvolging',
  signaal: 'signaal',
  adrestoestemming: 'adrestoestemming',
  klantcontact:
    '(select k.id, m.persoon_id from onderdak.klantcontact k left join onderdak.melding m on m.id = k.melding_id)',
}

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  await givenWereld(platform, regio)
  platform.clock.set('2026-04-02')
  await database.login.query(
    `insert into onderdak.rol_permissie (regio_id, rol_code, permissie, van)
     values ($1, 'toegangsmedewerker', 'cijfers.lezen', '2020-01-01')`,
    [regio.regioId],
  )
  for (const persoonId of [await eenVan('loket', 'wijkteam'), await eenVan('wijkteam', 'loket')]) {
    await geefZaken(persoonId)
    await geefLoket(persoonId)
  }
  await geefLoket(null)
  personen = new Map()
  for (const tabel of Object.values(registers)) {
    const bron = tabel.startsWith('(') ? tabel : `onderdak.${tabel}`
    const { rows } = await database.login.query(`select id, persoon_id from ${bron} r`)
    for (const row of rows) personen.set(row.id, row.persoon_id)
  }
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
}, 120_000)

/** Somebody whom the one organisation is involved with, and the other not. */
async function eenVan(wel: keyof TestRegio['organisaties'], niet: keyof TestRegio['organisaties']) {
  const buiten = await betrokkenBij(niet)
  return [...(await betrokkenBij(wel))].sort().find((id) => !buiten.has(id))!
}

/** Of kinds that the world has none of in March: as rows, how they come about is for the tests of those modules. */
async function geefZaken(persoonId: string) {
  const client = await database.login.connect()
  const basis = { regio_id: regio.regioId, persoon_id: persoonId }
  const dossier = platform.newId()
  const zaken: readonly [feit: string, tabel: string, rij: object][] = [
    [
      'uitstroom',
      'uitstroomdossier',
      {
        id: dossier,
        aangemaakt_op: '2026-03-01',
        begonnen_op: '2026-03-01',
        afgerond_op: '2026-03-09',
        route: 'urgentie',
        bestemming: 'zelfstandig',
      },
    ],
    [
      'urgentie',
      'urgentieaanvraag',
      {
        dossier_id: dossier,
        soort: 'urgentie',
        status: 'toegekend',
        grond: 'uitstroom',
        ontvangende_partij: 'Gemeente',
        voorbereid_op: '2026-03-02',
        ingediend_op: '2026-03-02',
        besloten_op: '2026-03-03',
        geldig_tot: '2026-09-03',
      },
    ],
    [
      'huurcontract',
      'huurcontract',
      {
        dossier_id: dossier,
        soort: 'huurovereenkomst',
        status: 'lopend',
        woningtype: 'huurwoning',
        gemeente_code: 'GM0622',
        begonnen_op: '2025-10-01',
        afspraken: 'Huur op tijd',
      },
    ],
    [
      'beschikking',
      'beschikking',
      {
        nummer: `BES-${persoonId}`,
        status: 'aangevraagd',
        aangevraagd_op: '2026-01-05',
        uiterlijk_op: '2026-03-02',
        organisatie_id: regio.organisaties.rogplus,
        namens_gemeente: 'GM0622',
        aangemaakt_op: '2026-01-05',
      },
    ],
  ]
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    for (const [feit, tabel, rij] of zaken) {
      const alle = { id: platform.newId(), ...basis, versie: 1, gewijzigd_op: '2026-03-09', ...rij }
      const kolommen = Object.keys(alle)
      await client.query(
        `insert into onderdak.${tabel} (${kolommen.join(', ')}) values (${kolommen.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(alle),
      )
      await client.query(`select onderdak.feit_${feit}_bij($1)`, [alle.id])
    }
    await client.query('select onderdak.herbouw_ethos_perioden($1)', [regio.regioId])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** At the daklozenloket: a decision on an address, and a contact at the desk that became no melding. */
async function geefLoket(persoonId: string | null) {
  const basis = () => [platform.newId(), regio.regioId, regio.organisaties.loket]
  await database.login.query(
    `insert into onderdak.adrestoestemming (id, regio_id, organisatie_id, persoon_id, op, toestemming, leeftijdsklasse) values ($1, $2, $3, $4, '2026-03-10', true, 'onbekend')`,
    [...basis(), persoonId],
  )
  await database.login.query(
    `insert into onderdak.klantcontact (id, regio_id, organisatie_id, op, soort, leeftijdsklasse) values ($1, $2, $3, '2026-03-10', 'contact', 'onbekend')`,
    basis(),
  )
}

interface Gezien {
  readonly indicator: Indicator
  readonly zaken: readonly string[]
  readonly personen: readonly string[]
  readonly geaudit: readonly string[]
}

const uniek = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))].sort()

/** Every indicator of March with its cases, as somebody opens them, and what the audit book then says. */
async function opent(
  organisatie: keyof TestRegio['organisaties'],
  rol: string,
  zaak?: Zaaksoort,
): Promise<Gezien[]> {
  const vrager = await regio.als(organisatie, rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  const gezien: Gezien[] = []
  for (const indicator of indicatoren.filter((one) => zaak === undefined || one.zaak === zaak)) {
    const answer = await server.app.inject({
      url: `/api/v1/indicatorcijfers/${indicator.id}/gevallen?maand=2026-03&aantalPerPagina=200`,
      cookies: { onderdak: token },
    })
    expect(answer.statusCode, `${indicator.id} ${answer.body.slice(0, 200)}`).toBe(200)
    const { results, count } = answer.json()
    expect(count).toBe(results.length)
    const { rows } = await database.login.query(
      `select personen from onderdak.audit where gebeurtenis = 'IndicatorgevallenBekeken' order by volgnummer desc limit 1`,
    )
    gezien.push({
      indicator,
      zaken: results.map((one: { zaak: string }) => one.zaak).sort(),
      personen: uniek(results.map((one: { persoonId: string | null }) => one.persoonId)),
      geaudit: uniek(rows[0].personen),
    })
  }
  return gezien
}

async function betrokkenBij(organisatie: keyof TestRegio['organisaties']): Promise<Set<string>> {
  const { rows } = await database.login.query(
    `select persoon_id from onderdak.betrokkenheid where organisatie_id = $1 and vereist is null
       and van <= '2026-04-02' and coalesce(tot, 'infinity') > '2026-04-02'`,
    [regio.organisaties[organisatie]],
  )
  return new Set(rows.map((row) => row.persoon_id))
}

const alleZaken = (indicator: Indicator) =>
  workAs(platform, regio.systeem, async (work) =>
    (await listGevallen(work, indicator, accepted(await readMaandstand(work, { maand: '2026-03' })))).map(
      ({ zaak }) => zaak,
    ),
  )

describe('de gevallen achter een indicator', () => {
  it.each([
    ['loket', ['verblijf', 'voorstel', 'wacht']],
    ['wijkteam', ['klantcontact', 'melding']],
  ] as const)(
    'een toegangsmedewerker van %s opent precies die van mensen bij wie de organisatie betrokken is, en elke blik staat in het logboek',
    async (organisatie, eigen) => {
      const betrokken = await betrokkenBij(organisatie)
      expect(betrokken.size).toBeGreaterThan(0)
      const soorten = new Set<Zaaksoort>()
      for (const { indicator, ...gezien } of await opent(organisatie, 'toegangsmedewerker')) {
        expect(gezien.geaudit, indicator.id).toEqual(gezien.personen)
        for (const persoon of gezien.personen) expect(betrokken.has(persoon), indicator.id).toBe(true)
        if (indicator.zaak === 'plek') continue
        const mag = (await alleZaken(indicator)).filter((zaak) => betrokken.has(personen.get(zaak) ?? ''))
        expect(
          gezien.zaken.filter((zaak) => personen.get(zaak)),
          indicator.id,
        ).toEqual(mag.sort())
        if (mag.length > 0) soorten.add(indicator.zaak)
      }
      expect([...soorten].sort()).toEqual(
        expect.arrayContaining([
          'adrestoestemming',
          'beschikking',
          'huurcontract',
          'in_beeld',
          'uitstroom',
          'urgentie',
        ]),
      )
      expect([...soorten]).toEqual(expect.arrayContaining([...eigen]))
    },
  )

  it('van signalen opent een loket alleen wat het zelf behandelt', async () => {
    const { rows } = await database.login.query('select id, organisatie_id from onderdak.signaal')
    const vanLoket = rows.filter((row) => row.organisatie_id === regio.organisaties.loket)
    for (const { indicator, zaken } of await opent('loket', 'toegangsmedewerker', 'signaal')) {
      const mag = new Set(vanLoket.map((row) => row.id))
      expect(
        zaken.filter((zaak) => !mag.has(zaak)),
        indicator.id,
      ).toEqual([])
      if (indicator.id === 'signalen') expect(zaken.length).toBe(mag.size)
    }
    expect(vanLoket.length).toBeGreaterThan(0)
  })

  it('een programmamanager opent niemand, ook geen anonieme melding of signaal; plekken hebben een naam', async () => {
    for (const { indicator, ...gezien } of await opent('loket', 'programmamanager')) {
      expect(gezien.personen, indicator.id).toEqual([])
      if (indicator.zaak !== 'plek') expect(gezien.zaken, indicator.id).toEqual([])
    }
  })
})
