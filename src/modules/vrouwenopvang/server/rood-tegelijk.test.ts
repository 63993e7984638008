import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { vertrek } from '../../../../tests/given/traject.ts'
import { givenVoorstel } from '../../../../tests/given/verblijf.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { recordTriage } from '../../melding/server/commands.ts'
import { correctVertrek, endVerblijf, startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { allowRood } from './rood-command.ts'
import { stopRegioroutes } from './rood-gevolg.ts'
import { chooseRoute } from './route-commands.ts'

const database = useDatabase()
const rondes = 30
let platform: TestPlatform
let regio: TestRegio
let vo: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  productId = await givenProduct({ platform, regio }, { code: 'vo', domein: 'VO' })
})

const doe = <T>(wie: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, wie, run)
let serial = 0
const plekken = async (aantal: number) =>
  (
    await givenLocatie(
      { platform, regio },
      { productId, naam: `Huis ${++serial}`, organisatie: 'vrouwenopvang', plekken: aantal },
    )
  ).plekIds
const code = (meldingId: Id, voCode: 'rood' | 'oranje', roodHierReden: string | null = null) =>
  doe(vo, (work) =>
    recordTriage(work, {
      meldingId,
      domein: 'VO',
      voCode,
      roodHierReden,
      uitkomst: 'onderzoek',
      toelichting: 'Ernstig gevaar',
      rechtmatigVerblijf: 'ja',
      voGeweldAfhankelijk: true,
      voThuisOnveilig: true,
    } as never),
  )
const aankomst = (persoonId: Id, plekId: Id) =>
  doe(vo, (work) => startDirectVerblijf(work, { persoonId, plekId, op: work.today, soort: 'regulier' }))

/** Everybody who stays in the region while the newest code is rood and nobody wrote down why. */
async function zonderReden(): Promise<number> {
  const { rows } = await database.login.query(`
    select count(*)::int as aantal from onderdak.verblijf_persoon x
      join lateral (select m.* from onderdak.melding m where m.persoon_id = x.persoon_id and m.vo_code is not null order by m.meldingsdatum desc, m.id desc limit 1) m on true
    where x.tot is null and m.vo_code = 'rood' and m.rood_hier_reden is null
      and not exists (select 1 from onderdak.vo_rood_afwijking a where a.melding_id = m.id)`)
  return rows[0].aantal
}

describe('code rood en een aankomst op hetzelfde moment (VO-02)', () => {
  it.each(['de code eerst', 'de aankomst eerst'])(
    '%s gevraagd: precies één van de twee gaat door, in elke ronde',
    async (volgorde) => {
      const vrij = await plekken(rondes)
      for (const plekId of vrij) {
        const { id, persoonId } = await givenMelding(platform, vo)
        const zetCode = () => code(id, 'rood')
        const komAan = () => aankomst(persoonId!, plekId)
        const eerst = volgorde === 'de code eerst' ? zetCode() : undefined
        const komt = komAan()
        const [rood, verblijf] = await Promise.all([eerst ?? zetCode(), komt])
        expect([isRejection(rood), isRejection(verblijf)].filter(Boolean)).toHaveLength(1)
        if (isRejection(rood)) expect(rood.code).toBe('code_rood_verblijft_hier')
        if (isRejection(verblijf)) expect(verblijf.code).toBe('code_rood_elders')
      }
      expect(await zonderReden()).toBe(0)
    },
    120_000,
  )

  it('code rood beëindigt de weg in de regio: voorstel ingetrokken, wachten opgeschort, route in eigen gemeenten vervallen', async () => {
    const vrij = await plekken(1)
    const { id, persoonId } = await givenMelding(platform, vo)
    accepted(await code(id, 'oranje'))
    accepted(await doe(vo, (work) => chooseRoute(work, { persoonId: persoonId!, route: 'plek_in_regio' })))
    const { rows } = await database.login.query('select locatie_id from onderdak.plek where id = $1', vrij)
    const voorstelId = await givenVoorstel(platform, vo, {
      persoonId: persoonId!,
      locatieId: rows[0].locatie_id,
      productId,
    })
    accepted(await code(id, 'rood'))
    const taken = await database.login.query(
      "select count(*)::int as n from graphile_worker.jobs where key = 'vo-code-rood-' || $1",
      [id],
    )
    expect(taken.rows).toEqual([{ n: 1 }])
    expect(await doe(regio.systeem, (work) => stopRegioroutes(work, { meldingId: id }))).toBe(1)
    const stand = await database.login.query(
      `select s.status as voorstel, s.einde_reden, w.status as wachten, w.besloten_op::text, r.status as route, o.volgende_stap_op::text as stap, o.status
       from onderdak.plaatsingsvoorstel s join onderdak.wachtlijstplaatsing w on w.id = s.wachtlijstplaatsing_id
       join onderdak.vo_route r on r.persoon_id = s.persoon_id join onderdak.opvolging o on o.persoon_id = s.persoon_id where s.id = $1`,
      [voorstelId],
    )
    expect(stand.rows).toEqual([
      {
        voorstel: 'ingetrokken',
        einde_reden: 'Opvang in deze regio kan nu niet',
        wachten: 'opgeschort',
        besloten_op: '2026-01-10',
        route: 'vervallen',
        stap: '2026-03-02',
        status: 'open',
      },
    ])
    expect(await doe(regio.systeem, (work) => stopRegioroutes(work))).toBe(0)
  })

  it('wie met een besluit toch hier kan, houdt voorstel en wachten', async () => {
    const vrij = await plekken(1)
    const { id, persoonId } = await givenMelding(platform, vo)
    accepted(await code(id, 'rood'))
    accepted(
      await doe(vo, (work) =>
        allowRood(work, {
          persoonId: persoonId!,
          reden: 'Bewaakte plek',
          beslotenDoor: 'Coördinator',
          beslotenOp: '2026-03-02',
        }),
      ),
    )
    const { rows } = await database.login.query('select locatie_id from onderdak.plek where id = $1', vrij)
    await givenVoorstel(platform, vo, { persoonId: persoonId!, locatieId: rows[0].locatie_id, productId })
    expect(await doe(regio.systeem, (work) => stopRegioroutes(work, { meldingId: id }))).toBe(0)
  })

  it('wie al hier verblijft krijgt code rood alleen met een reden, zonder adres', async () => {
    const [plekId] = await plekken(1)
    const { id, persoonId } = await givenMelding(platform, vo)
    accepted(await aankomst(persoonId!, plekId!))
    expect(await code(id, 'rood')).toMatchObject({
      code: 'code_rood_verblijft_hier',
      field: 'roodHierReden',
    })
    expect(await code(id, 'rood', 'Kerkstraat 12 is bewaakt')).toMatchObject({
      code: 'adres_niet_vastleggen',
      field: 'roodHierReden',
    })
    accepted(await code(id, 'rood', 'Vannacht geen vervoer; besloten door de coördinator'))
    expect(await zonderReden()).toBe(0)
  })

  it('een vertrek herstellen van wie intussen code rood kreeg, kan niet', async () => {
    const [plekId] = await plekken(1)
    const { id, persoonId } = await givenMelding(platform, vo)
    const verblijf = accepted(
      await doe(vo, (work) =>
        startDirectVerblijf(work, {
          persoonId: persoonId!,
          plekId: plekId!,
          op: '2026-02-20',
          soort: 'regulier',
        }),
      ),
    )
    accepted(await doe(vo, (work) => endVerblijf(work, vertrek(verblijf.id))))
    accepted(await code(id, 'rood'))
    expect(
      await doe(vo, (work) =>
        correctVertrek(work, {
          verblijfId: verblijf.id,
          versie: 2,
          reden: 'Verkeerde persoon gekozen',
          stap: { volgendeStap: 'Verder', volgendeStapOp: '2026-03-09' },
        }),
      ),
    ).toMatchObject({ code: 'code_rood_elders' })
    expect(await zonderReden()).toBe(0)
  })
})
