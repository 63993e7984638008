import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct, type LocatieInput } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon, givenVoorstel } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { markNietVerschenen } from '../../voorstel/server/commands.ts'
import type { SpoedInvoer } from '../domain/contract.ts'
import { findAankomst, listNacht } from './avond-queries.ts'
import {
  type Aankomst,
  type DirecteStart,
  recordNacht,
  startDirectVerblijf,
  startSpoedverblijf,
  startVerblijf,
} from './commands.ts'
import { findVerblijfDetail, listVerblijfRijen } from './queries.ts'

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

describe('spoedplaatsing (Wmo 2015 art. 2.3.3)', () => {
  const spoed = (vrager: Vrager, more: Partial<SpoedInvoer> & { plekId: Id }) =>
    workAs(platform, vrager, (work) =>
      startSpoedverblijf(work, {
        meldingId: null,
        persoonId: null,
        isNn: true,
        roepnaam: null,
        achternaam: null,
        geslacht: 'vrouw',
        geboortejaar: 1985,
        volwassenen: 1,
        kinderen: 0,
        gemeenteCode: 'GM0622',
        hulpvraag: 'Geen slaapplek, het vriest',
        kanaal: 'balie',
        melderSoort: 'zelf',
        op: '2026-03-02',
        eindigVorigVerblijf: false,
        afwijkingReden: null,
        gezinReden: null,
        ...more,
      }),
    )

  it('legt iemand zonder naam, de melding en het verblijf in één keer vast, met triage als volgende stap', async () => {
    const { plekIds } = await place([{}])
    const made = accepted(await spoed(loket, { plekId: plekIds[0]! }))
    expect(
      await query(
        `select v.soort, v.melding_id, m.is_spoed, o.volgende_stap from onderdak.verblijf v join onderdak.melding m on m.id = v.melding_id
         join onderdak.opvolging o on o.persoon_id = v.persoon_id where v.id = $1`,
        [made.id],
      ),
    ).toEqual([
      {
        soort: 'spoed',
        melding_id: made.meldingId,
        is_spoed: true,
        volgende_stap: 'Triage doen na spoedplaatsing',
      },
    ])
  })

  it('telt kinderen die nog niet vastgelegd zijn ook mee, en laat niets achter als de plek niet kan', async () => {
    const { plekIds } = await place([{ personenMaximum: 3 }])
    const before = await query('select count(*) as n from onderdak.melding', [])
    expect(await spoed(loket, { plekId: plekIds[0]!, kinderen: 1 })).toMatchObject({
      code: 'geen_kinderen_hier',
    })
    expect(await spoed(loket, { plekId: plekIds[0]!, volwassenen: 4 })).toMatchObject({
      code: 'plek_past_niet',
    })
    expect(await query('select count(*) as n from onderdak.melding', [])).toEqual(before)
    expect(await spoed(planner, { plekId: plekIds[0]! })).toMatchObject({ code: 'geen_recht_melding' })
  })

  it('bij een melding die er al is komt geen tweede, en het gezin van die melding komt mee', async () => {
    const gezinnen = await givenProduct(platform, regio, { naam: 'Gezinsopvang' })
    const { plekIds } = await place([{ personenMaximum: 4 }], { productId: gezinnen })
    const melding = await givenMelding(platform, loket, {
      huishouden: [{ rol: 'partner', roepnaam: 'Sam', geboortedatum: '1988-03-03' }],
    })
    const input = { plekId: plekIds[0]!, isNn: false, meldingId: melding.id }
    expect(await spoed(loket, input)).toMatchObject({ code: 'melding_zonder_persoon' })
    const made = accepted(await spoed(loket, { ...input, persoonId: melding.persoonId }))
    expect(made.meldingId).toBe(melding.id)
    expect(
      await query('select count(*)::int as n from onderdak.verblijf_persoon where verblijf_id = $1', [
        made.id,
      ]),
    ).toEqual([{ n: 2 }])
    expect(
      await query('select count(*)::int as n from onderdak.melding where persoon_id = $1', [
        melding.persoonId,
      ]),
    ).toEqual([{ n: 1 }])
  })
})

describe('lijsten', () => {
  it('een andere organisatie ziet niets: niet in de lijst, de telling, het detail of de nachtlijst', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]!, op: '2025-11-01' }))
    const look = (vrager: Vrager) =>
      workAs(platform, vrager, async (work) => ({
        lijst: await listVerblijfRijen(work, {
          stand: 'te_lang',
          persoonId,
          sorteer: 'naam',
          pagina: 1,
          aantalPerPagina: 10,
        }),
        detail: await findVerblijfDetail(work, id),
        nacht: (await listNacht(work, {})).rijen.filter((row) => row.persoonId === persoonId).length,
      }))
    expect(await look(planner)).toMatchObject({
      lijst: { count: 1, results: [{ termijnstand: 'te_lang', dagen: -37, nachten: 121 }] },
      detail: { magVastleggen: true, bewoners: [{ persoonId }] },
      nacht: 1,
    })
    expect(await look(await regio.als('andereAanbieder', 'aanbieder_planner'))).toMatchObject({
      lijst: { count: 0, results: [] },
      detail: { code: 'niet_gevonden' },
      nacht: 0,
    })
  })

  it('een geheime locatie heeft geen naam voor wie wel de persoon maar niet de locatie mag zien', async () => {
    const vo = await givenProduct(platform, regio, { domein: 'VO' })
    const { plekIds } = await place([{}], {
      organisatie: 'vrouwenopvang',
      productId: vo,
      locatie: { isGeheim: true, naam: 'De Linde' },
    })
    const persoonId = await givenPersoon(platform, loket)
    const medewerker = await regio.als('vrouwenopvang', 'vo_medewerker')
    expect(await start(loket, { persoonId, plekId: plekIds[0]! })).toMatchObject({ code: 'niet_gevonden' })
    const { id } = accepted(
      await start(regio.systeem, {
        persoonId,
        plekId: plekIds[0]!,
        opvolging: { organisatieId: medewerker.organisatieId!, contactpersoonId: medewerker.gebruikerId! },
      }),
    )
    const detail = (vrager: Vrager) => workAs(platform, vrager, (work) => findVerblijfDetail(work, id))
    expect(await detail(medewerker)).toMatchObject({ locatie: 'De Linde' })
    const seen = accepted(await detail(loket))
    expect(seen).toMatchObject({
      locatie: 'VO-plek (geheim)',
      locatieId: null,
      plekId: null,
      magVastleggen: false,
    })
    expect(JSON.stringify(seen)).not.toContain('Linde')
  })

  it('wie niet komt wacht weer, de plek is vrij en iemand gaat kijken', async () => {
    const { locatieId } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const voorstelId = await givenVoorstel(platform, loket, { persoonId, locatieId, productId: nacht })
    expect(accepted(await workAs(platform, loket, (work) => findAankomst(work, voorstelId)))).toMatchObject({
      kan: { ok: true },
      vorigVerblijf: null,
    })
    await workAs(platform, loket, (work) =>
      markNietVerschenen(work, {
        voorstelId,
        op: '2026-03-02',
        reden: 'niet_bereikbaar',
        toelichting: 'Nam niet op',
      }),
    )
    expect(
      await query('select status from onderdak.wachtlijstplaatsing where persoon_id = $1', [persoonId]),
    ).toEqual([{ status: 'wachtend' }])
    expect(await arrive(loket, { voorstelId })).toMatchObject({ code: 'voorstel_niet_aanvaard' })
  })
})

describe('na middernacht', () => {
  const om = async <T>(moment: string, run: () => Promise<T>): Promise<T> => {
    platform.clock.set(moment)
    try {
      return await run()
    } finally {
      platform.clock.set('2026-03-02')
    }
  }

  it('om half een en om vijf uur is de nacht nog die van gisteravond; die van vanavond kan nog niemand vastleggen', async () => {
    const { plekIds } = await place([{}])
    const persoonId = await givenPersoon(platform, loket)
    const { id } = accepted(await start(loket, { persoonId, plekId: plekIds[0]! }))
    const begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
    const rijen = [{ verblijfId: id, persoonId, aanwezig: true, afwezigReden: null }]
    for (const moment of ['2026-03-02T23:30:00Z', '2026-03-03T04:00:00Z'])
      await om(moment, async () => {
        expect((await workAs(platform, begeleider, (work) => listNacht(work, {}))).nacht).toBe('2026-03-02')
        expect(
          await workAs(platform, begeleider, (work) => recordNacht(work, { nacht: '2026-03-03', rijen })),
        ).toMatchObject({ code: 'nacht_nog_niet_begonnen' })
        accepted(
          await workAs(platform, begeleider, (work) => recordNacht(work, { nacht: '2026-03-02', rijen })),
        )
      })
  })

  it('wie vanavond verwacht wordt, kan om half een nog niet als niet verschenen staan; wie gisteravond niet kwam wel', async () => {
    const { locatieId } = await place([{}, {}])
    const verwacht = async (vanaf: string) =>
      givenVoorstel(platform, loket, {
        persoonId: await givenPersoon(platform, loket),
        locatieId,
        productId: nacht,
        vanaf,
      })
    const [gisteravond, vanavond] = [await verwacht('2026-03-02'), await verwacht('2026-03-03')]
    const absent = (voorstelId: Id, op: string) =>
      workAs(platform, loket, (work) =>
        markNietVerschenen(work, { voorstelId, op, reden: 'niet_bereikbaar', toelichting: null }),
      )
    await om('2026-03-02T23:30:00Z', async () => {
      expect(await absent(vanavond, '2026-03-03')).toMatchObject({ code: 'nacht_nog_niet_begonnen' })
      expect(await absent(gisteravond, '2026-03-03')).toMatchObject({ code: 'dag_onmogelijk' })
      expect(await absent(gisteravond, '2026-03-02')).toBeUndefined()
    })
  })
})

describe('nachtregistratie (invariant 7)', () => {
  it('de nacht van iedereen in één keer: twee keer hetzelfde verandert niets, een ander antwoord vervangt het eerste', async () => {
    const { plekIds } = await place([{}, {}])
    const rijen: { verblijfId: Id; persoonId: Id; aanwezig: boolean; afwezigReden: string | null }[] = []
    for (const plekId of plekIds) {
      const persoonId = await givenPersoon(platform, loket)
      const { id } = accepted(await start(loket, { persoonId, plekId, op: '2026-03-01' }))
      rijen.push({ verblijfId: id, persoonId, aanwezig: true, afwezigReden: null })
    }
    const begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
    const save = (more: typeof rijen, vrager = begeleider, night = '2026-03-01') =>
      workAs(platform, vrager, (work) => recordNacht(work, { nacht: night, rijen: more }))
    expect(await save(rijen)).toEqual({ vastgelegd: 2, gewijzigd: 2 })
    expect(await save(rijen)).toEqual({ vastgelegd: 2, gewijzigd: 0 })
    const absent = { ...rijen[0]!, aanwezig: false, afwezigReden: 'zonder_bericht' }
    expect(await save([absent, rijen[1]!])).toEqual({ vastgelegd: 2, gewijzigd: 1 })
    expect(await save(rijen, begeleider, '2026-02-28')).toMatchObject({ code: 'verblijft_hier_niet' })
    expect(await save(rijen, begeleider, '2026-03-03')).toMatchObject({ code: 'nacht_nog_niet_begonnen' })
    expect(await save(rijen, await regio.als('andereAanbieder', 'aanbieder_begeleider'))).toMatchObject({
      code: 'verblijft_hier_niet',
    })
  })
})
