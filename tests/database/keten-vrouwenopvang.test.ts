import { beforeAll, describe, expect, it } from 'vitest'
import { recordTriage } from '../../src/modules/melding/server/commands.ts'
import { acceptOverdracht, offerOverdracht } from '../../src/modules/melding/server/samenwerking-commands.ts'
import { createHuishouden } from '../../src/modules/persoon/server/commands.ts'
import { listHuishoudenLeden } from '../../src/modules/persoon/server/lookup.ts'
import { startTraject } from '../../src/modules/traject/server/commands.ts'
import { findTrajectenVan } from '../../src/modules/traject/server/detail-queries.ts'
import { blockConflict } from '../../src/modules/vrouwenopvang/server/conflict-commands.ts'
import { makePlan } from '../../src/modules/vrouwenopvang/server/plan-commands.ts'
import { readVrouwenopvang } from '../../src/modules/vrouwenopvang/server/queries.ts'
import { chooseRoute, placeRoute } from '../../src/modules/vrouwenopvang/server/route-commands.ts'
import { joinSysteem, startSysteem } from '../../src/modules/vrouwenopvang/server/systeem-commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { isRejection } from '../../src/shared/rejection.ts'
import { useDatabase } from '../given/database.ts'
import { givenLangeKeten } from '../given/keten.ts'
import {
  blok,
  checkRond,
  doe,
  expectVolgorde,
  type Ketenwereld,
  query,
  tijdlijnVan,
  trajectVan,
} from '../given/keten-beeld.ts'
import {
  bereidVoor,
  krijgWoning,
  laatToe,
  naarPlek,
  rondUitstroomAf,
  spreekNazorgAf,
  tekenContract,
  vertrek,
  vraagUrgentie,
} from '../given/keten-stappen.ts'
import { eenPersoon, givenMelding } from '../given/melding.ts'
import { givenPersoon } from '../given/persoon.ts'
import { accepted, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

// A mother with two children, code oranje: from the wijkteam to a secret house and a home of their own; the pleger apart.

const database = useDatabase()
let k: Ketenwereld
let keten: Awaited<ReturnType<typeof givenLangeKeten>>
let wijkteam: Vrager
let loket: Vrager
let vo: Vrager

let meldingId: Id
let moeder: Id
let kinderen: Id[]
let pleger: Id
let huisId: Id

const op = (dag: string) => k.platform.clock.set(dag)
const ziet = (wie: Vrager, persoonId: Id) =>
  doe(k, wie, async (work) => !isRejection(await findTrajectenVan(work, persoonId)))

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-01-05')
  const regio = await givenRegio(platform)
  k = { database, platform, regio }
  keten = await givenLangeKeten(platform, regio)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  loket = await regio.als('loket', 'toegangsmedewerker')
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
}, 120_000)

describe('code oranje met een gezin, tot een eigen woning', () => {
  it('het wijkteam draagt over; de vrouwenopvang ziet moeder en kinderen, en het wijkteam daarna niemand meer', async () => {
    pleger = await givenPersoon(k.platform, wijkteam, { achternaam: 'Kwaad', roepnaam: 'Rob' })
    const melding = await givenMelding(k.platform, wijkteam, {
      domein: 'VO',
      melderSoort: 'zelf',
      persoon: { ...eenPersoon, roepnaam: 'Anna', achternaam: 'Schuil' },
      huishouden: [
        { rol: 'kind', roepnaam: 'Bas', geboortedatum: '2018-04-01' },
        { rol: 'kind', roepnaam: 'Cis', geboortedatum: '2021-06-01' },
      ],
    })
    meldingId = melding.id
    moeder = melding.persoonId!
    await doe(k, wijkteam, async (work) => {
      const oranje = { voCode: 'oranje', voGeweldAfhankelijk: true, voThuisOnveilig: true } as const
      const triage = { domein: 'VO', uitkomst: 'onderzoek', toelichting: 'Niet veilig thuis' } as const
      accepted(await recordTriage(work, { meldingId, ...triage, ...oranje, rechtmatigVerblijf: 'ja' }))
    })
    const overdrachtId = await doe(k, wijkteam, async (work) => {
      const naar = { naarOrganisatieId: k.regio.organisaties.vrouwenopvang, reden: 'Code oranje' }
      return accepted(await offerOverdracht(work, { meldingId, ...naar })).id
    })
    await doe(k, vo, async (work) => accepted(await acceptOverdracht(work, { overdrachtId })))
    const [huishouden] = await query(k, 'select id from onderdak.huishouden where persoon_id = $1', [moeder])
    const leden = await doe(k, vo, (work) => listHuishoudenLeden(work, huishouden.id))
    kinderen = leden.filter((lid) => lid.rol === 'kind').map((lid) => lid.persoonId)
    expect(kinderen).toHaveLength(2)
    for (const wie of [moeder, ...kinderen]) {
      expect(await ziet(vo, wie)).toBe(true)
      expect(await ziet(wijkteam, wie)).toBe(false)
    }
    expect(await ziet(wijkteam, pleger)).toBe(true)
    expect(await ziet(vo, pleger)).toBe(false)
  })

  it('het gezin komt samen op de geheime locatie; de moeder heeft het traject', async () => {
    await doe(k, vo, async (work) =>
      accepted(await chooseRoute(work, { persoonId: moeder, route: 'plek_in_regio' })),
    )
    const { opvangHg } = keten.producten
    await laatToe(k, vo, { meldingId, productId: opvangHg, criteria: ['afhankelijk', 'veilig'] })
    huisId = await naarPlek(k, {
      persoonId: moeder,
      productId: opvangHg,
      locatieId: keten.locaties.geheim.locatieId,
      richting: 'instroom',
      loket: vo,
      planner: vo,
      op: '2026-01-12',
    })
    const bewoners = await query(
      k,
      'select persoon_id as id from onderdak.verblijf_persoon where verblijf_id = $1',
      [huisId],
    )
    expect(new Set(bewoners.map((row) => row.id))).toEqual(new Set([moeder, ...kinderen]))
    const [route] = await query(k, 'select id, versie from onderdak.vo_route where persoon_id = $1', [moeder])
    await doe(k, vo, async (work) => {
      const plek = { versie: route.versie, op: work.today, verblijfId: huisId }
      accepted(await placeRoute(work, { routeId: route.id, ...plek }))
      accepted(
        await makePlan(work, {
          persoonId: moeder,
          dreiging: 'Ex-partner',
          signalen: 'Onbekende nummers bellen',
          afspraken: 'Niet alleen naar buiten',
          kinderen: null,
          bellen: 'De wacht',
          opgesteldOp: work.today,
          besprekenOp: '2026-02-12',
          metClient: true,
        }),
      )
    })
    expect((await trajectVan(k, vo, moeder)).fasen.at(-1)).toMatchObject({ domein: 'VO', code: 'verblijf' })
    for (const kind of kinderen) {
      const { trajecten } = accepted(await doe(k, vo, (work) => findTrajectenVan(work, kind)))
      expect(trajecten).toEqual([])
    }
  })

  it('het systeem telt wie erbij hoort en opent niets; een belangenconflict sluit wie de pleger kent buiten', async () => {
    const { koppelcode } = await doe(k, vo, async (work) =>
      accepted(await startSysteem(work, { persoonId: moeder, rol: 'slachtoffer' })),
    )
    for (const kind of kinderen)
      await doe(k, vo, async (work) =>
        accepted(await joinSysteem(work, { persoonId: kind, koppelcode, rol: 'kind' })),
      )
    const vt = await k.regio.als('wijkteam', 'vo_medewerker')
    await doe(k, vt, async (work) =>
      accepted(await joinSysteem(work, { persoonId: pleger, koppelcode, rol: 'pleger' })),
    )
    const partij = { soort: 'organisatie', organisatieId: k.regio.organisaties.wijkteam } as const
    const conflict = { ...partij, gebruikerId: null, reden: 'relatie_met_pleger', toelichting: null } as const
    for (const persoonId of [moeder, ...kinderen])
      await doe(k, vo, async (work) => accepted(await blockConflict(work, { persoonId, ...conflict })))
    const dossier = accepted(await doe(k, vo, (work) => readVrouwenopvang(work, moeder)))
    expect(dossier.systemen).toMatchObject([{ slachtoffers: 1, kinderen: 2, plegers: 1 }])
    expect(JSON.stringify(dossier)).not.toContain('Kwaad')
    const ander = accepted(await doe(k, vt, (work) => readVrouwenopvang(work, pleger)))
    expect(JSON.stringify(ander)).not.toMatch(/Schuil|Anna|Kornoelje/)
    for (const wie of [moeder, ...kinderen]) expect(await ziet(vt, wie)).toBe(false)
  })

  it('vier weken voor de negen maanden om zijn staat het op Vandaag van de vrouwenopvang, en bij niemand anders', async () => {
    op('2026-09-13')
    expect(await blok(k, vo, 'verblijf_maximum', moeder)).toEqual([])
    op('2026-09-14')
    expect(await blok(k, vo, 'verblijf_maximum', moeder)).toMatchObject([
      { id: huisId, datum: '2026-10-12', stand: 'binnenkort' },
    ])
    for (const wie of [wijkteam, loket]) expect(await blok(k, wie, 'verblijf_maximum', moeder)).toEqual([])
  })

  it('met urgentie naar een eigen woning, met nazorg, en niemand blijft achter op de plek', async () => {
    await bereidVoor(k, vo, moeder)
    const urgentie = { soort: 'urgentie', grond: 'geweld', geldigTot: '2027-03-01' } as const
    const urgentieId = await vraagUrgentie(k, vo, { persoonId: moeder, ...urgentie })
    const woningaanbodId = await krijgWoning(k, vo, moeder)
    op('2026-10-05')
    await tekenContract(k, vo, { persoonId: moeder, urgentieId, woningaanbodId })
    await vertrek(k, vo, huisId)
    await rondUitstroomAf(k, vo, { persoonId: moeder, verblijfId: huisId, route: 'directe_bemiddeling' })
    await spreekNazorgAf(k, vo, { persoonId: moeder, verblijfId: huisId, tot: '2027-04-05' })
    op('2026-11-02')
    expect(await blok(k, vo, 'waakvlam', moeder)).toMatchObject([{ stand: 'vandaag' }])
    await checkRond(k, [moeder, ...kinderen])
    expect(await trajectVan(k, vo, moeder)).toMatchObject({ toestand: 'lopend', herinstromen: [] })
  })

  it('de tijdlijn leest op volgorde, en noemt nergens wat voor plek het was of waar', async () => {
    const zinnen = await tijdlijnVan(k, vo, moeder)
    expectVolgorde(zinnen, [
      '2026-01-05 Route gekozen: plek in de eigen gemeenten',
      '2026-01-12 Verblijf begonnen',
      '2026-01-12 Traject begonnen, in de fase verblijf',
      '2026-01-12 Er is een veilige plek',
      '2026-01-12 Veiligheidsplan gemaakt',
      '2026-09-14 Urgentieaanvraag toegekend',
      '2026-10-05 Contract van de woning vastgelegd',
      '2026-10-05 Vertrokken, naar: eigen woning',
      '2026-10-05 Nazorg begonnen, elke 4 weken contact',
    ])
    expect(zinnen.join('\n')).not.toMatch(/Kornoelje|huiselijk geweld/i)
    expect(zinnen.filter((een) => /[a-z]_[a-z]|geeindigd/.test(een))).toEqual([])
  })

  it('een partner blijft een eigen dossier houden: dat wordt niet geheim en gaat niet mee', async () => {
    op('2026-11-03')
    const partner = await givenPersoon(k.platform, wijkteam, { achternaam: 'Samen', roepnaam: 'Dirk' })
    const { id, persoonId } = await givenMelding(k.platform, wijkteam, {
      domein: 'VO',
      persoon: { ...eenPersoon, roepnaam: 'Els', achternaam: 'Samen' },
    })
    const kind = await givenPersoon(k.platform, wijkteam, {
      achternaam: 'Samen',
      roepnaam: 'Fem',
      geboortedatum: '2019-01-01',
    })
    await doe(k, wijkteam, async (work) => {
      const leden = [
        { persoonId: partner, rol: 'partner' as const },
        { persoonId: kind, rol: 'kind' as const },
      ]
      accepted(await createHuishouden(work, { persoonId: persoonId!, leden, op: work.today }))
      const oranje = { voCode: 'oranje', voGeweldAfhankelijk: true, voThuisOnveilig: true } as const
      const triage = { domein: 'VO', uitkomst: 'onderzoek', toelichting: 'Niet veilig' } as const
      accepted(await recordTriage(work, { meldingId: id, ...triage, ...oranje, rechtmatigVerblijf: 'ja' }))
      accepted(
        await startTraject(work, {
          persoonId: partner,
          op: work.today,
          stap: { volgendeStap: 'Praten', volgendeStapOp: work.today },
        }),
      )
    })
    const overdrachtId = await doe(k, wijkteam, async (work) => {
      const naar = { naarOrganisatieId: k.regio.organisaties.vrouwenopvang, reden: 'Code oranje' }
      return accepted(await offerOverdracht(work, { meldingId: id, ...naar })).id
    })
    await doe(k, vo, async (work) => accepted(await acceptOverdracht(work, { overdrachtId })))
    expect([await ziet(vo, persoonId!), await ziet(vo, kind), await ziet(vo, partner)]).toEqual([
      true,
      true,
      false,
    ])
    expect([
      await ziet(wijkteam, persoonId!),
      await ziet(wijkteam, kind),
      await ziet(wijkteam, partner),
    ]).toEqual([false, false, true])
  })
})
