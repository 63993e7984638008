import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct, type LocatieInput } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon, givenVoorstel } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { mergeDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import {
  type Aankomst,
  type DirecteStart,
  extendVerblijf,
  moveVerblijf,
  setUitstroomgereed,
  startDirectVerblijf,
  startVerblijf,
} from './commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let nacht: Id
let loket: Vrager
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  nacht = await givenProduct(platform, regio, {
    naam: 'Nachtopvang',
    gezinnen: 'nee',
    maximum: { aantal: 12, eenheid: 'weken' },
  })
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

const place = (plekken: LocatieInput['plekken'] = [{}], more: Partial<LocatieInput> = {}) =>
  givenLocatie(platform, regio, { productId: nacht, plekken, ...more })
const start = (vrager: Vrager, input: Omit<DirecteStart, 'op' | 'soort'> & Partial<DirecteStart>) =>
  workAs(platform, vrager, (work) =>
    startDirectVerblijf(work, { op: '2026-03-02', soort: 'regulier', ...input }),
  )
const arrive = (vrager: Vrager, input: Omit<Aankomst, 'op'> & Partial<Aankomst>) =>
  workAs(platform, vrager, (work) => startVerblijf(work, { op: '2026-03-02', ...input }))
const query = async (text: string, values: unknown[]) => (await database.login.query(text, values)).rows

describe('een verblijf eindigt voor het volgende begint', () => {
  it('ook als het vorige onder een samengevoegd dossier staat', async () => {
    const { plekIds } = await place([{}, {}])
    const [een, twee] = [await givenPersoon(platform, loket), await givenPersoon(platform, loket)]
    accepted(await start(loket, { persoonId: een, plekId: plekIds[0]! }))
    const elders = accepted(
      await start(loket, { persoonId: await givenPersoon(platform, loket), plekId: plekIds[1]! }),
    )
    accepted(
      await workAs(platform, loket, (work) =>
        mergeDossiers(work, { persoonId: een, opgegaanIn: twee, reden: 'Zelfde mens' }),
      ),
    )
    await expect(
      database.login.query(
        `insert into onderdak.verblijf_persoon (regio_id, verblijf_id, persoon_id, van)
         select v.regio_id, v.id, $2, '2026-03-02' from onderdak.verblijf v where v.id = $1`,
        [elders.id, twee],
      ),
    ).rejects.toMatchObject({ constraint: 'verblijf_einde_voor_volgende' })
  })

  it('wie er woont is er binnen de dagen van het verblijf, en blijft niet achter als het eindigt', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]! }))
    for (const fout of [
      `update onderdak.verblijf_persoon set van = '2026-02-01' where verblijf_id = $1`,
      `update onderdak.verblijf set geeindigd_op = '2026-03-09', eindreden = 'regulier_einde', bestemming = 'onbekend' where id = $1`,
    ])
      await expect(database.login.query(fout, [id])).rejects.toMatchObject({
        constraint: 'verblijf_persoon_binnen_verblijf',
      })
  })
})

describe('aankomst (invariant 1)', () => {
  it('maakt van een aanvaard voorstel in één keer een verblijf, en sluit voorstel en wachtlijst', async () => {
    const { locatieId, plekIds } = await place([{ kenmerken: ['rolstoel'] }, {}])
    const persoonId = await givenPersoon(platform, loket)
    const voorstelId = await givenVoorstel(platform, loket, { persoonId, locatieId, productId: nacht })
    const made = accepted(await arrive(loket, { voorstelId }))
    // The plek with a kenmerk to spare stays free for who needs it.
    expect(made.plekId).toBe(plekIds[1])
    expect(
      await query('select status, plek_id from onderdak.plaatsingsvoorstel where id = $1', [voorstelId]),
    ).toEqual([{ status: 'gestart', plek_id: plekIds[1] }])
    expect(
      await query(
        'select status, gestart_op::text as op from onderdak.wachtlijstplaatsing where persoon_id = $1',
        [persoonId],
      ),
    ).toEqual([{ status: 'geplaatst', op: '2026-03-02' }])
    expect(
      await query('select uiterlijk_op::text as tot from onderdak.verblijf where id = $1', [made.id]),
    ).toEqual([{ tot: '2026-05-25' }])
    expect(await arrive(loket, { voorstelId })).toMatchObject({ code: 'voorstel_niet_aanvaard' })
    // The aanbieder sees the stay; another aanbieder sees nothing.
    const rows = (vrager: Vrager) =>
      workAs(platform, vrager, (work) =>
        work.db.selectFrom('verblijf').select('id').where('id', '=', made.id).execute(),
      )
    expect(await rows(planner)).toHaveLength(1)
    expect(await rows(await regio.als('andereAanbieder', 'aanbieder_planner'))).toHaveLength(0)
  })

  it('plaatst een heel huishouden in één handeling, en telt iedereen', async () => {
    const gezin = await givenProduct(platform, regio, { gezinnen: 'ja' })
    const { locatieId } = await place([{ personenMaximum: 2 }, { personenMaximum: 3 }], { productId: gezin })
    const [ouder, kind, baby] = [
      await givenPersoon(platform, loket),
      await givenPersoon(platform, loket, { geboortedatum: '2015-01-01' }),
      await givenPersoon(platform, loket, { geboortedatum: '2025-01-01' }),
    ]
    const huishouden = accepted(
      await workAs(platform, loket, (work) =>
        createHuishouden(work, {
          persoonId: ouder,
          leden: [
            { persoonId: kind, rol: 'kind' },
            { persoonId: baby, rol: 'kind' },
          ],
          op: '2026-01-01',
        }),
      ),
    )
    const voorstelId = await givenVoorstel(platform, loket, {
      persoonId: ouder,
      huishoudenId: huishouden.id,
      personen: 3,
      locatieId,
      productId: gezin,
    })
    const made = accepted(await arrive(loket, { voorstelId }))
    const visible = await workAs(platform, planner, (work) =>
      work.db
        .selectFrom('verblijf_persoon')
        .select('persoon_id')
        .where('verblijf_id', '=', made.id)
        .execute(),
    )
    expect(visible.map((row) => row.persoon_id).sort()).toEqual([ouder, kind, baby].sort())
  })

  it('een plek die te klein is of een kenmerk mist vraagt een reden, en die blijft bewaard', async () => {
    const { locatieId, plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const voorstelId = await givenVoorstel(platform, loket, {
      persoonId,
      locatieId,
      productId: nacht,
      kenmerken: ['rolstoel'],
    })
    expect(await arrive(loket, { voorstelId })).toMatchObject({ code: 'geen_passende_plek' })
    expect(await arrive(loket, { voorstelId, plekId: plekIds[0]! })).toMatchObject({
      code: 'plek_past_niet',
      field: 'afwijkingReden',
    })
    accepted(
      await arrive(loket, { voorstelId, plekId: plekIds[0]!, afwijkingReden: 'Tijdelijk, er is een lift' }),
    )
  })
})

describe('wat geweigerd wordt en waarom', () => {
  it('gezinnen gaan nooit naar een product dat niet voor gezinnen is, tenzij met reden (CAP-10)', async () => {
    const { plekIds } = await place([{ personenMaximum: 2 }])
    const ouder = await givenPersoon(platform, loket)
    const kind = await givenPersoon(platform, loket, { geboortedatum: '2020-01-01' })
    accepted(
      await workAs(platform, loket, (work) =>
        createHuishouden(work, {
          persoonId: ouder,
          leden: [{ persoonId: kind, rol: 'kind' }],
          op: '2026-01-01',
        }),
      ),
    )
    const input = { persoonId: ouder, plekId: plekIds[0]! }
    expect(await start(loket, input)).toMatchObject({ code: 'geen_kinderen_hier', field: 'gezinReden' })
    const { id } = accepted(await start(loket, { ...input, gezinReden: 'Nergens anders plek vannacht' }))
    expect(await query('select gezin_reden as reden from onderdak.verblijf where id = $1', [id])).toEqual([
      { reden: 'Nergens anders plek vannacht' },
    ])
  })

  it('een bezette plek, een plek buiten gebruik, een dag in de toekomst en een plek van een ander', async () => {
    const { plekIds } = await place([{}])
    const plekId = plekIds[0]!
    accepted(await start(loket, { persoonId: await givenPersoon(platform, loket), plekId }))
    const persoonId = await givenPersoon(platform, loket)
    expect(await start(loket, { persoonId, plekId })).toMatchObject({
      code: 'plek_bezet_in_periode',
      field: 'plekId',
      conflictsWith: 'Bezet tot naar verwachting 25-5-2026',
    })
    expect(await start(loket, { persoonId, plekId, op: '2026-03-03' })).toMatchObject({
      code: 'dag_nog_niet_geweest',
    })
    const other = await regio.als('andereAanbieder', 'aanbieder_planner')
    const eigen = await givenPersoon(platform, other)
    expect(await start(other, { persoonId: eigen, plekId })).toMatchObject({ code: 'geen_recht' })
    expect(await start(other, { persoonId, plekId })).toMatchObject({ code: 'niet_gevonden' })
  })

  it('de laatste plek die voor een ander voorstel nodig is vraagt een reden', async () => {
    const { locatieId, plekIds } = await place([{}])
    const wachtende = await givenPersoon(platform, loket)
    await givenVoorstel(platform, loket, { persoonId: wachtende, locatieId, productId: nacht })
    const persoonId = await givenPersoon(platform, loket)
    expect(await start(loket, { persoonId, plekId: plekIds[0]! })).toMatchObject({
      code: 'plek_vastgehouden',
      field: 'afwijkingReden',
    })
    accepted(await start(loket, { persoonId, plekId: plekIds[0]!, afwijkingReden: 'Vriest vannacht' }))
  })

  it('iemand verblijft op één plek tegelijk, ook als het eerdere verblijf niet te zien is', async () => {
    const { plekIds } = await place([{}, {}, {}])
    const persoonId = await givenPersoon(platform, loket)
    const first = accepted(await start(loket, { persoonId, plekId: plekIds[0]! }))
    expect(await start(loket, { persoonId, plekId: plekIds[1]! })).toMatchObject({
      code: 'persoon_verblijft_al',
      conflictsWith: 'Verblijf sinds 2-3-2026',
    })
    accepted(await start(loket, { persoonId, plekId: plekIds[1]!, eindigVorigVerblijf: true }))
    expect(
      await query('select eindreden, geeindigd_op::text as op from onderdak.verblijf where id = $1', [
        first.id,
      ]),
    ).toEqual([{ eindreden: 'doorstroom', op: '2026-03-02' }])
    await expect(
      database.login.query(
        `insert into onderdak.verblijf_persoon (regio_id, verblijf_id, persoon_id, van) values ($1, $2, $3, '2026-03-04')`,
        [regio.regioId, first.id, persoonId],
      ),
    ).rejects.toThrow(/verblijf_persoon_overlapt_niet/)
  })
})

describe('tijdens het verblijf', () => {
  it('verhuizen eindigt en begint op dezelfde dag; de langste verblijfsduur begint niet opnieuw', async () => {
    const { plekIds } = await place([{}, {}])
    const persoonId = await givenPersoon(platform, loket)
    const first = accepted(await start(loket, { persoonId, plekId: plekIds[0]!, op: '2026-02-01' }))
    const move = (plekId: Id, versie = 1) =>
      workAs(platform, planner, (work) =>
        moveVerblijf(work, {
          verblijfId: first.id,
          versie,
          plekId,
          op: '2026-03-01',
          reden: null,
          afwijkingReden: null,
          gezinReden: null,
        }),
      )
    expect(await move(plekIds[0]!)).toMatchObject({ code: 'zelfde_plek' })
    expect(await move(plekIds[1]!, 9)).toMatchObject({ code: 'versie_verouderd' })
    const next = accepted(await move(plekIds[1]!))
    expect(
      await query(
        'select plek_id, begonnen_op::text as van, geeindigd_op::text as tot, uiterlijk_op::text as uiterlijk from onderdak.verblijf where persoon_id = $1 order by begonnen_op',
        [persoonId],
      ),
    ).toEqual([
      { plek_id: plekIds[0], van: '2026-02-01', tot: '2026-03-01', uiterlijk: '2026-04-26' },
      { plek_id: plekIds[1], van: '2026-03-01', tot: null, uiterlijk: '2026-04-26' },
    ])
    expect(next.versie).toBe(1)
    expect(await move(plekIds[1]!)).toMatchObject({ code: 'verblijf_geeindigd' })
  })

  it('verlengen boven het maximum kan alleen met een reden uit de lijst, en naar een latere dag', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]! }))
    const extend = (more: object) =>
      workAs(platform, planner, (work) =>
        extendVerblijf(work, {
          verblijfId: id,
          versie: 1,
          nieuwUiterlijkOp: '2026-07-01',
          reden: 'wacht_op_bw',
          toelichting: null,
          ...more,
        }),
      )
    expect(await extend({ reden: 'zomaar' })).toMatchObject({ code: 'reden_onbekend' })
    expect(await extend({ nieuwUiterlijkOp: '2026-05-25' })).toMatchObject({ code: 'verlenging_te_vroeg' })
    accepted(await extend({}))
    expect(
      await query(
        'select oud_uiterlijk_op::text as oud, reden from onderdak.verlenging where verblijf_id = $1',
        [id],
      ),
    ).toEqual([{ oud: '2026-05-25', reden: 'wacht_op_bw' }])
    accepted(
      await workAs(platform, planner, (work) =>
        setUitstroomgereed(work, { verblijfId: id, versie: 2, op: '2026-03-02', wachtOp: 'wacht_op_woning' }),
      ),
    )
  })
})
