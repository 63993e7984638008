import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { editOnderzoek } from '../../src/modules/melding/server/commands.ts'
import { readDashboard, readKeuzes } from '../../src/modules/monitor/server/dashboard-queries.ts'
import { mergeDossiers } from '../../src/modules/opvolging/server/samenvoeg-commands.ts'
import { changeWachtlijstplaatsing } from '../../src/modules/wachtlijst/server/edit-commands.ts'
import { createPool } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { useDatabase } from '../given/database.ts'
import { doe, type Ketenwereld, query, versieVan } from '../given/keten-beeld.ts'
import { givenMelding, givenOnderzochteMelding } from '../given/melding.ts'
import { accepted, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'
import { dropDatabase, makeEmptyDatabase, migrationsDir } from '../given/template.ts'
import { givenProduct, givenWachtende } from '../given/wachtlijst.ts'

// Which group somebody belongs to: where it is written down, and what of it becomes a fact.

const database = useDatabase()
let k: Ketenwereld
let loket: Vrager

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-02-02')
  k = { database, platform, regio: await givenRegio(platform) }
  loket = await k.regio.als('loket', 'toegangsmedewerker')
}, 120_000)

const feiten = (sleutel: Id) =>
  query(
    k,
    `select bron, clientprofiel, van::text, (bekend_van at time zone 'Europe/Amsterdam')::date::text as vanaf,
       case when bekend_tot < 'infinity' then (bekend_tot at time zone 'Europe/Amsterdam')::date::text end as tot
     from onderdak.feit_clientprofiel where sleutel = $1 order by bekend_van`,
    [sleutel],
  )
const verschillen = () => query(k, 'select * from onderdak.controleer_feiten()')

describe('het cliëntprofiel als feit', () => {
  it('telt vanaf de dag van de melding, en is bekend vanaf de dag dat iemand het koos', async () => {
    const { id } = await givenMelding(k.platform, loket)
    expect(await feiten(id)).toEqual([])
    k.platform.clock.set('2026-03-05')
    const later = await givenOnderzochteMelding(k.platform, loket)
    expect(await feiten(later.id)).toEqual([
      {
        bron: 'melding',
        clientprofiel: 'economisch_dakloos',
        van: '2026-03-05',
        vanaf: '2026-03-05',
        tot: null,
      },
    ])
    await query(k, "update onderdak.melding set meldingsdatum = '2026-02-20' where id = $1", [later.id])
    expect((await feiten(later.id)).at(-1)).toMatchObject({ van: '2026-02-20', tot: null })
    expect(await verschillen()).toEqual([])
  })

  it('wie op de wachtlijst een ander profiel krijgt, houdt wat er eerder bekend was', async () => {
    k.platform.clock.set('2026-03-06')
    const productId = await givenProduct(k, { code: 'opvang' })
    const { id } = await givenWachtende(k.platform, loket, { productId, clientprofiel: 'zwerfjongere' })
    const kies = async (clientprofiel: string | null) =>
      doe(k, loket, async (work) =>
        accepted(
          await changeWachtlijstplaatsing(work, {
            id,
            versie: await versieVan(k, 'wachtlijstplaatsing', id),
            clientprofiel,
          }),
        ),
      )
    k.platform.clock.set('2026-03-20')
    await kies('lvb')
    k.platform.clock.set('2026-03-25')
    await kies(null)
    const wacht = { bron: 'wacht', van: '2026-03-06' }
    expect(await feiten(id)).toEqual([
      { ...wacht, clientprofiel: 'zwerfjongere', vanaf: '2026-03-06', tot: '2026-03-20' },
      { ...wacht, clientprofiel: 'lvb', vanaf: '2026-03-20', tot: '2026-03-25' },
    ])
    expect(await verschillen()).toEqual([])
  })

  it('na samenvoegen hoort het profiel bij het dossier dat blijft', async () => {
    const blijft = await givenOnderzochteMelding(k.platform, loket)
    const dubbel = await givenOnderzochteMelding(k.platform, loket)
    const wie = async (sleutel: Id) =>
      (
        await query(
          k,
          "select pseudoniem from onderdak.feit_clientprofiel where sleutel = $1 and bekend_tot = 'infinity'",
          [sleutel],
        )
      )[0].pseudoniem
    expect(await wie(dubbel.id)).not.toBe(await wie(blijft.id))
    await doe(k, loket, async (work) =>
      accepted(
        await mergeDossiers(work, {
          persoonId: dubbel.persoonId,
          opgegaanIn: blijft.persoonId,
          reden: 'Dezelfde vrouw',
        }),
      ),
    )
    expect(await wie(dubbel.id)).toBe(await wie(blijft.id))
    expect(await verschillen()).toEqual([])
  })

  it('een profiel dat niet op de lijst van de regio staat, wordt geen feit', async () => {
    const { id } = await givenOnderzochteMelding(k.platform, loket)
    await expect(
      query(k, "update onderdak.onderzoek set clientprofiel = 'Woont bij zijn zus' where melding_id = $1", [
        id,
      ]),
    ).rejects.toMatchObject({ constraint: 'feit_clientprofiel_clientprofiel_is_code' })
    expect(
      await doe(k, loket, (work) => editOnderzoek(work, { meldingId: id, clientprofiel: 'woont_bij_zus' })),
    ).toMatchObject({ field: 'clientprofiel' })
  })

  it('een dashboard is te versmallen tot de profielen die de regio nu heeft', async () => {
    const beleid = await k.regio.als('centrumgemeente', 'programmamanager')
    const { clientprofielen } = await doe(k, beleid, (work) => readKeuzes(work))
    expect(clientprofielen).toContainEqual({ code: 'gezin_dakloos', naam: 'Dakloos gezin' })
    await query(
      k,
      "update onderdak.keuze set tot = '2026-03-01' where lijst = 'clientprofiel' and code = 'gezin_dakloos'",
    )
    const nu = await doe(k, beleid, (work) => readKeuzes(work))
    expect(nu.clientprofielen).toHaveLength(clientprofielen.length - 1)
    const vraag = {
      niveau: 'tactisch',
      pagina: 1,
      aantalPerPagina: 200,
      clientprofiel: 'gezin_dakloos',
    } as const
    expect(await doe(k, beleid, (work) => readDashboard(work, vraag))).toMatchObject({ status: 404 })
  })
})

describe('een regio die al werkte', () => {
  it('zegt sinds wanneer is bijgehouden welk profiel er bekend was', async () => {
    const url = await makeEmptyDatabase(inject('templateUrl'))
    const pool = createPool({ url, role: 'login' })
    try {
      await migrate({ url, dir: migrationsDir, upTo: 62 })
      const [regio, nieuw] = [randomUUID(), randomUUID()]
      await pool.query(`
        set search_path = onderdak, public;
        insert into regio (id, code, naam) values ('${regio}', 'OUD', 'Oude regio'), ('${nieuw}', 'NIEUW', 'Nieuwe regio');
        insert into feit_begin (regio_id, vanaf) values ('${regio}', '2025-01-01T12:00:00Z');
        insert into gebeurtenis (id, regio_id, soort, onderwerp_soort, onderwerp_id, op, vastgelegd_op, idempotentie_sleutel, idempotentie_volgnummer)
          values (gen_random_uuid(), '${regio}', 'RegioGemaakt', 'regio', '${regio}', '2024-01-01', '2024-01-01T12:00:00Z', 'een', 1);
        -- Somebody who waits, without all that must go before.
        set session_replication_role = replica;
        insert into wachtlijstplaatsing (id, regio_id, persoon_id, product_id, richting, gemeente_code, clientprofiel, status, gemeld_op, besloten_op, wachtreden, overbrugging, laatst_bevestigd_op, bevestigen_voor, aangemaakt_op, gewijzigd_op)
          values (gen_random_uuid(), '${regio}', gen_random_uuid(), gen_random_uuid(), 'instroom', 'GM0622', 'lvb', 'wachtend', '2025-03-01', '2025-03-04', 'geen_plek', 'eigen_netwerk', '2025-03-04', '2025-06-04', now(), now());
        reset session_replication_role`)
      await migrate({ url, dir: migrationsDir })
      const { rows } = await pool.query(
        `select regio_id, feit, vanaf > now() - interval '1 hour' as nu from onderdak.feit_begin order by feit`,
      )
      expect(rows).toEqual([
        { regio_id: regio, feit: 'alle', nu: false },
        { regio_id: regio, feit: 'clientprofiel', nu: true },
      ])
      const feiten = await pool.query(
        `select bron, clientprofiel, van::text, bekend_van > now() - interval '1 hour' as nu from onderdak.feit_clientprofiel`,
      )
      expect(feiten.rows).toEqual([{ bron: 'wacht', clientprofiel: 'lvb', van: '2025-03-04', nu: true }])
    } finally {
      await pool.end()
      await dropDatabase(url)
    }
  })
})
