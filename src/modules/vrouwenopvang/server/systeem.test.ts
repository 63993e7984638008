import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import type { Systeemrol } from '../domain/keuzes.ts'
import { readVrouwenopvang } from './queries.ts'
import { joinSysteem, leaveSysteem, startSysteem } from './systeem-commands.ts'
import { registerHuisverbod } from './verbod-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let vo: Vrager
let vt: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  // Somebody with the right of the vrouwenopvang at another organisation: sees the pleger, not the slachtoffer.
  vt = await regio.als('wijkteam', 'vo_medewerker')
  productId = await givenProduct(platform, regio, { domein: 'VO' })
})

async function givenSysteem() {
  const slachtoffer = await givenPersoon(platform, vo, { achternaam: 'Slachtofferproef', isGeheim: true })
  const pleger = await givenPersoon(platform, vt, { achternaam: 'Plegerproef' })
  const { koppelcode } = accepted(
    await workAs(platform, vo, (work) => startSysteem(work, { persoonId: slachtoffer, rol: 'slachtoffer' })),
  )
  return { slachtoffer, pleger, koppelcode }
}

const koppel = (als: Vrager, persoonId: Id, koppelcode: string, rol: Systeemrol) =>
  workAs(platform, als, (work) => joinSysteem(work, { persoonId, koppelcode, rol }))
const lees = (als: Vrager, persoonId: Id) =>
  workAs(platform, als, (work) => readVrouwenopvang(work, persoonId))
const locatie = (plekken = 2) =>
  givenLocatie(platform, regio, { productId, plekken: Array.from({ length: plekken }, () => ({})) })
const systeem = () => regio.systeem
const start = (work: Work, persoonId: Id, plekId: Id) =>
  startDirectVerblijf(work, {
    persoonId,
    plekId,
    op: work.today,
    soort: 'regulier',
    opvolging: { organisatieId: regio.organisaties.vrouwenopvang, contactpersoonId: vo.gebruikerId! },
  })
const plaats = (persoonId: Id, plekId: Id) =>
  workAs(platform, systeem(), (work) => start(work, persoonId, plekId))

/** One more person in a stay that runs, as a row: what the commands do not allow, the database must refuse. */
const schuifBij = (verblijfId: Id, persoonId: Id) =>
  workAs(platform, systeem(), (work) =>
    work.db
      .insertInto('verblijf_persoon')
      .values({
        regio_id: work.regioId,
        verblijf_id: verblijfId,
        persoon_id: persoonId,
        soort: 'hoofd',
        van: work.today,
      })
      .execute(),
  )

/** Runs `tweede` while what `eerste` wrote is not committed yet; `eerste` commits once `tweede` waits for it, or is done. */
async function overlap<A, B>(eerste: (work: Work) => Promise<A>, tweede: () => Promise<B>): Promise<[A, B]> {
  let written = () => {}
  let commit = () => {}
  const isWritten = new Promise<void>((resolve) => {
    written = resolve
  })
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve
  })
  const first = workAs(platform, systeem(), async (work) => {
    const value = await eerste(work)
    written()
    await mayCommit
    return value
  })
  await isWritten
  let done = false
  const second = tweede().finally(() => {
    done = true
  })
  const waits = async () =>
    (await database.login.query('select 1 from pg_locks where not granted limit 1')).rowCount === 1
  while (!done && !(await waits())) await new Promise((resolve) => setImmediate(resolve))
  commit()
  return Promise.all([first, second])
}

describe('een systeem van slachtoffer, kinderen en pleger', () => {
  it('opent nooit het dossier van een ander; wie er een ziet leest alleen de rollen', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
    expect(await lees(vt, slachtoffer)).toMatchObject({ code: 'niet_gevonden' })
    expect(await lees(vo, pleger)).toMatchObject({ code: 'niet_gevonden' })
    for (const [wie, persoonId] of [
      [vo, slachtoffer],
      [vt, pleger],
    ] as const) {
      const dossier = accepted(await lees(wie, persoonId))
      expect(dossier.systemen).toMatchObject([
        { koppelcode, slachtoffers: 1, kinderen: 0, plegers: 1, bekend: [] },
      ])
      expect(JSON.stringify(dossier)).not.toMatch(/Slachtofferproef|Plegerproef/)
    }
    const zichtbaar = await workAs(platform, vo, (work) =>
      work.db.selectFrom('vo_systeem_lid').select('rol').execute(),
    )
    expect(zichtbaar.map((row) => row.rol)).not.toContain('pleger')
  })

  it('noemt een ander alleen bij wie dat dossier toch al ziet', async () => {
    const { slachtoffer, koppelcode } = await givenSysteem()
    const kind = await givenPersoon(platform, vo, {
      achternaam: 'Kindproef',
      geboortedatum: '2019-01-01',
      isGeheim: true,
    })
    accepted(await koppel(vo, kind, koppelcode, 'kind'))
    expect(accepted(await lees(vo, slachtoffer)).systemen).toMatchObject([
      { kinderen: 1, bekend: [{ persoonId: kind, rol: 'kind' }] },
    ])
  })

  it('is onzichtbaar zonder het recht van de vrouwenopvang, ook in de tijdlijn van de pleger', async () => {
    const { pleger, koppelcode } = await givenSysteem()
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
    await workAs(platform, vt, async (work) =>
      accepted(
        await registerHuisverbod(work, {
          persoonId: pleger,
          besluitnummer: 'HV-1',
          gemeenteCode: 'GM0622',
          opgelegdOp: work.today,
        }),
      ),
    )
    const zonder = await regio.als('wijkteam', 'toegangsmedewerker')
    const soorten = (als: Vrager) =>
      workAs(platform, als, (work) =>
        work.db.selectFrom('gebeurtenis').select('soort').where('persoon_id', '=', pleger).execute(),
      ).then((rows) => rows.map((row) => row.soort))
    expect(await soorten(vt)).toEqual(expect.arrayContaining(['AanSysteemGekoppeld', 'HuisverbodOpgelegd']))
    expect(await soorten(zonder)).toEqual(['PersoonGeregistreerd'])
    await workAs(platform, zonder, async (work) => {
      for (const tabel of ['vo_systeem_lid', 'huisverbod', 'vo_systeem'] as const)
        expect(await work.db.selectFrom(tabel).selectAll().execute()).toEqual([])
      expect(
        await work.db.selectFrom('persoon').select('id').where('id', '=', pleger).execute(),
      ).toHaveLength(1)
    })
  })

  it('laat bij het slachtoffer zien dat er een huisverbod loopt, en tot wanneer', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
    await workAs(platform, vt, async (work) =>
      accepted(
        await registerHuisverbod(work, {
          persoonId: pleger,
          besluitnummer: 'HV-2',
          gemeenteCode: 'GM0622',
          opgelegdOp: work.today,
        }),
      ),
    )
    expect(accepted(await lees(vo, slachtoffer)).systemen[0]!.huisverbodTot).toBe('2026-03-12')
  })
})

describe('een pleger verblijft nooit op de locatie van een slachtoffer of kind uit hetzelfde systeem', () => {
  it('wordt geweigerd bij aankomst, zonder te zeggen waarom', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
    const { plekIds } = await locatie()
    accepted(await plaats(slachtoffer, plekIds[0]!))
    const refused = await plaats(pleger, plekIds[1]!)
    expect(refused).toMatchObject({ code: 'locatie_niet_mogelijk' })
    expect(JSON.stringify(refused)).not.toMatch(/pleger|slachtoffer|systeem/i)
    const elders = await locatie()
    accepted(await plaats(pleger, elders.plekIds[0]!))
  })

  it('wordt geweigerd bij koppelen als zij er al samen verblijven; na ontkoppelen mag het', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    const { plekIds } = await locatie()
    accepted(await plaats(slachtoffer, plekIds[0]!))
    accepted(await plaats(pleger, plekIds[1]!))
    expect(await koppel(vt, pleger, koppelcode, 'pleger')).toMatchObject({ code: 'koppelen_kan_niet' })
    const [eigen] = accepted(await lees(vo, slachtoffer)).systemen
    accepted(
      await workAs(platform, vo, (work) =>
        leaveSysteem(work, { id: eigen!.lidId, versie: eigen!.lidVersie, reden: 'Vergissing' }),
      ),
    )
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
  })

  it('geldt voor het systeem, niet voor andere cliënten', async () => {
    const een = await givenSysteem()
    const ander = await givenSysteem()
    accepted(await koppel(vt, een.pleger, een.koppelcode, 'pleger'))
    const { plekIds } = await locatie()
    accepted(await plaats(ander.slachtoffer, plekIds[0]!))
    accepted(await plaats(een.pleger, plekIds[1]!))
  })

  it('laat er nooit twee door als zij tegelijk aankomen', async () => {
    for (let ronde = 0; ronde < 6; ronde++) {
      const { slachtoffer, pleger, koppelcode } = await givenSysteem()
      accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
      const { plekIds } = await locatie()
      const beide = await Promise.all([plaats(slachtoffer, plekIds[0]!), plaats(pleger, plekIds[1]!)])
      expect(beide.filter(isRejection)).toHaveLength(1)
    }
  })

  it('laat er nooit twee door als koppelen gebeurt terwijl de aankomst nog niet vastligt', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    const { plekIds } = await locatie()
    accepted(await plaats(slachtoffer, plekIds[0]!))
    const [aankomst, koppeling] = await overlap(
      (work) => start(work, pleger, plekIds[1]!),
      () => koppel(vt, pleger, koppelcode, 'pleger'),
    )
    accepted(aankomst)
    expect(koppeling).toMatchObject({ code: 'koppelen_kan_niet' })
  })

  it('laat er nooit twee door als een ander bijschuift terwijl de aankomst nog niet vastligt', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
    const { plekIds } = await locatie()
    const ander = await givenPersoon(platform, vo, { achternaam: 'Anders' })
    const verblijf = accepted(await plaats(ander, plekIds[0]!))
    const [aankomst, erbij] = await overlap(
      (work) => start(work, pleger, plekIds[1]!),
      () => schuifBij(verblijf.id, slachtoffer).catch((error: { constraint?: string }) => error.constraint),
    )
    accepted(aankomst)
    expect(erbij).toBe('systeem_niet_zelfde_locatie')
  })

  it('houdt de slotentabel van de server leeg, hoeveel mensen er ook in één keer aankomen', async () => {
    const { plekIds } = await locatie()
    const persoonId = await givenPersoon(platform, vo, { achternaam: 'Slot' })
    const slots = await workAs(platform, vo, async (work) => {
      accepted(await start(work, persoonId, plekIds[0]!))
      return sql`select 1 from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'`.execute(
        work.db,
      )
    })
    expect(slots.rows).toEqual([])
  })

  it('bewaakt de database ook zelf', async () => {
    const { slachtoffer, pleger, koppelcode } = await givenSysteem()
    accepted(await koppel(vt, pleger, koppelcode, 'pleger'))
    const { plekIds } = await locatie()
    const verblijf = accepted(await plaats(slachtoffer, plekIds[0]!))
    await workAs(platform, vo, (work) =>
      giveBetrokkenheid(work, {
        persoonId: slachtoffer,
        organisatieId: regio.organisaties.vrouwenopvang,
        doel: 'verblijf',
        grond: 'UITVOERING_AANBIEDER',
        bronSoort: 'verblijf',
        bronId: verblijf.id,
      }),
    )
    await expect(schuifBij(verblijf.id, pleger)).rejects.toMatchObject({
      constraint: 'systeem_niet_zelfde_locatie',
    })
  })
})
