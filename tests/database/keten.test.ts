import { beforeAll, describe, expect, it } from 'vitest'
import { recordTriage } from '../../src/modules/melding/server/commands.ts'
import { readStromen } from '../../src/modules/monitor/server/maand-queries.ts'
import { recordContact, scaleUp } from '../../src/modules/nazorg/server/contact-commands.ts'
import { bookTimeOut } from '../../src/modules/nazorg/server/time-out.ts'
import { resumeTraject } from '../../src/modules/traject/server/commands.ts'
import { findReisVan } from '../../src/modules/traject/server/reis-query.ts'
import {
  extendVerblijf,
  setUitstroomgereed,
  startSpoedverblijf,
} from '../../src/modules/verblijf/server/commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { useDatabase } from '../given/database.ts'
import { givenLangeKeten } from '../given/keten.ts'
import {
  blok,
  checkRond,
  doe,
  expectVolgorde,
  type Ketenwereld,
  query,
  staatOp,
  tijdlijnVan,
  trajectVan,
  uitstroomVan,
  versieVan,
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
import { accepted, testPlatform } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

// From crisisopvang to a home and back after a terugval: one traject, each step on its own day, by who takes it.

const database = useDatabase()
let k: Ketenwereld
let keten: Awaited<ReturnType<typeof givenLangeKeten>>
let loket: Vrager
let kade: Vrager
let singel: Vrager

let persoonId: Id
let trajectId: Id
let crisisId: Id
let tussenId: Id
let afspraakId: Id

const op = (dag: string) => k.platform.clock.set(dag)
const traject = (als = loket) => trajectVan(k, als, persoonId)

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-01-05')
  const regio = await givenRegio(platform)
  k = { database, platform, regio }
  keten = await givenLangeKeten(platform, regio)
  loket = await regio.als('loket', 'toegangsmedewerker')
  kade = await regio.als('aanbieder', 'aanbieder_planner')
  singel = await regio.als('andereAanbieder', 'aanbieder_planner')
}, 120_000)

/** Someone without a place tonight, whom the loket brings to the crisisopvang. */
async function plaatsMetSpoed() {
  return doe(k, loket, async (work) =>
    accepted(
      await startSpoedverblijf(work, {
        meldingId: null,
        persoonId: null,
        isNn: false,
        roepnaam: 'Mo',
        achternaam: 'Haven',
        geslacht: 'man',
        geboortejaar: 1990,
        volwassenen: 1,
        kinderen: 0,
        gemeenteCode: 'GM0622',
        hulpvraag: 'Kan nergens slapen',
        kanaal: 'balie',
        melderSoort: 'zelf',
        plekId: keten.locaties.crisis.plekIds[0]!,
        op: work.today,
        eindigVorigVerblijf: false,
        afwijkingReden: null,
        gezinReden: null,
      }),
    ),
  )
}

function boekTimeOut(plek: number, versie: number, tot: string) {
  return doe(k, loket, async (work) =>
    accepted(
      await bookTimeOut(work, {
        trajectId,
        versie,
        plekId: keten.locaties.timeOut.plekIds[plek]!,
        op: work.today,
        verwachtTot: tot,
        reden: 'Even rust',
        volgendeStap: 'Elke dag bellen',
        volgendeStapOp: work.today,
      }),
    ),
  )
}

describe('van crisisopvang naar huis, met een terugval, als één traject', () => {
  it('een spoedplaatsing begint het traject, en vier weken voor de twaalf weken om zijn staat het op Vandaag', async () => {
    const spoed = await plaatsMetSpoed()
    persoonId = spoed.persoonId
    crisisId = spoed.id
    trajectId = (await traject()).id
    const { meldingId } = spoed
    const triage = { domein: 'MO', uitkomst: 'onderzoek', toelichting: 'Slaapt in de crisisopvang' } as const
    await doe(k, loket, async (work) => accepted(await recordTriage(work, { meldingId, ...triage })))
    // What the onderzoek found out.
    await query(
      k,
      "update onderdak.persoon set herkomst_gemeente = 'GM0622', herkomst_bewijs = 'verklaring_persoon', herkomst_onbekend_reden = null where id = $1",
      [persoonId],
    )
    op('2026-01-12')
    const criteria = ['thuis_verlaten', 'niet_zelf', 'verblijf']
    await laatToe(k, loket, { meldingId, productId: keten.producten.crisis, criteria })
    op('2026-03-01')
    for (const wie of [loket, kade]) expect(await blok(k, wie, 'verblijf_maximum', persoonId)).toEqual([])
    op('2026-03-02')
    for (const wie of [loket, kade])
      expect(await blok(k, wie, 'verblijf_maximum', persoonId)).toMatchObject([
        { id: crisisId, wat: 'Kadehuis: het maximum komt eraan', datum: '2026-03-30', stand: 'binnenkort' },
      ])
    expect(await blok(k, singel, 'verblijf_maximum', persoonId)).toEqual([])
  })

  it('een verlenging met reden geeft een nieuw sein voor de nieuwe uiterste dag', async () => {
    const versie = await versieVan(k, 'verblijf', crisisId)
    const langer = { nieuwUiterlijkOp: '2026-05-11', reden: 'wacht_op_andere_plek', toelichting: null }
    await doe(k, kade, async (work) =>
      accepted(await extendVerblijf(work, { verblijfId: crisisId, versie, ...langer })),
    )
    op('2026-04-12')
    expect(await blok(k, kade, 'verblijf_maximum', persoonId)).toEqual([])
    op('2026-04-13')
    expect(await blok(k, kade, 'verblijf_maximum', persoonId)).toMatchObject([
      { wat: 'Kadehuis: het maximum komt eraan, al verlengd', datum: '2026-05-11' },
    ])
    expect(await staatOp(k, loket, persoonId, 'te_lang')).toBe(true)
  })

  it('de tussenvoorziening van een andere aanbieder gaat door in hetzelfde traject', async () => {
    tussenId = await naarPlek(k, {
      persoonId,
      productId: keten.producten.tussen,
      locatieId: keten.locaties.tussen.locatieId,
      richting: 'doorstroom',
      loket,
      planner: singel,
      op: '2026-04-20',
    })
    const nu = await traject()
    expect(nu).toMatchObject({ id: trajectId, herinstromen: [] })
    expect(nu.aanspreekpunten).toMatchObject([{ organisatie: 'Regionaal loket', tot: null }])
    expect(nu.producten.map((one) => [one.product, one.van, one.tot])).toEqual([
      ['Tussenvoorziening', '2026-04-20', null],
      ['Crisisopvang', '2026-01-05', '2026-04-20'],
    ])
    expect(await blok(k, kade, 'verblijf_maximum', persoonId)).toEqual([])
  })

  it('wie klaar is om te gaan ziet waarop het wacht, en komt via één-route in een woning', async () => {
    op('2026-06-01')
    const versie = await versieVan(k, 'verblijf', tussenId)
    await doe(k, singel, async (work) => {
      const gereed = { versie, op: work.today, wachtOp: 'herstel_niet_af' }
      accepted(await setUitstroomgereed(work, { verblijfId: tussenId, ...gereed }))
    })
    expect((await traject()).fasen.at(-1)).toMatchObject({ code: 'uitstroom', tot: null })
    expect((await uitstroomVan(k, singel, persoonId)).blokkade).toEqual({
      sinds: '2026-06-01',
      wachtOp: 'Herstel heeft meer tijd nodig',
    })
    await bereidVoor(k, singel, persoonId)
    const urgentie = { soort: 'een_route', grond: 'uitstroom_opvang', geldigTot: '2026-12-01' } as const
    const urgentieId = await vraagUrgentie(k, singel, { persoonId, ...urgentie })
    const woningaanbodId = await krijgWoning(k, singel, persoonId)
    op('2026-06-15')
    await tekenContract(k, singel, { persoonId, urgentieId, woningaanbodId })
    await vertrek(k, singel, tussenId)
    await rondUitstroomAf(k, singel, { persoonId, verblijfId: tussenId, route: 'een_route' })
    expect((await uitstroomVan(k, singel, persoonId)).afgerond).toMatchObject([
      { route: 'Eén-route-regeling', bestemming: 'Eigen huurwoning' },
    ])
    expect((await traject()).fasen.at(-1)).toMatchObject({ code: 'uitstroom', tot: null })
  })

  it('na het vertrek staat de waakvlam op de dag van het contact op Vandaag', async () => {
    expect(await blok(k, singel, 'uitstroom_zonder_nazorg', persoonId)).toHaveLength(1)
    afspraakId = await spreekNazorgAf(k, singel, { persoonId, verblijfId: tussenId, tot: '2027-06-01' })
    op('2026-07-13')
    expect(await blok(k, singel, 'waakvlam', persoonId)).toMatchObject([
      { datum: '2026-07-13', stand: 'vandaag' },
    ])
    const contact = { wijze: 'telefoon', uitkomst: 'goed', toelichting: null } as const
    await doe(k, singel, async (work) =>
      accepted(await recordContact(work, { afspraakId, op: work.today, ...contact })),
    )
    expect(await blok(k, singel, 'waakvlam', persoonId)).toEqual([])
  })

  it('een terugval heropent hetzelfde traject, zonder nieuwe melding; wie opschaalt blijft de cliënt zien', async () => {
    op('2026-08-10')
    const versie = await versieVan(k, 'nazorgafspraak', afspraakId)
    await doe(k, singel, async (work) => {
      const hulp = { reden: 'Komt niet meer buiten', volgendeStap: 'Langsgaan', volgendeStapOp: work.today }
      const zelfde = { aanspreekpuntId: null, productId: null }
      accepted(await scaleUp(work, { afspraakId, versie, op: work.today, ...hulp, ...zelfde }))
    })
    op('2026-08-12')
    expect(await traject(singel)).toMatchObject({ id: trajectId, toestand: 'terugval' })
    expect((await traject()).aanspreekpunten).toHaveLength(1)
  })

  it('een time-outplek telt als time-out: geen herinstroom en geen uitval, en de plek komt weer vrij', async () => {
    const plek = await boekTimeOut(0, (await traject()).versie, '2026-08-24')
    const nu = await traject()
    expect(nu).toMatchObject({ id: trajectId, toestand: 'time_out', herinstromen: [], isDraaideur: false })
    expect(nu.onderbrekingen.map((one) => [one.soort, one.van, one.tot])).toEqual([
      ['time_out', '2026-08-12', null],
      ['terugval', '2026-08-10', '2026-08-12'],
    ])
    expect(await staatOp(k, loket, persoonId, 'onderbroken')).toBe(true)
    op('2026-08-24')
    await vertrek(k, kade, plek.id)
    for (const stand of ['uitval', 'draaideur', 'onderbroken'] as const)
      expect([stand, await staatOp(k, loket, persoonId, stand)]).toEqual([stand, false])
    await spreekNazorgAf(k, singel, { persoonId, verblijfId: tussenId, tot: '2027-06-01' })
  })

  it('is weer thuis: één traject, één tijdlijn op volgorde, één aanspreekpunt, niets open', async () => {
    op('2026-09-01')
    const nu = await traject()
    expect(nu).toMatchObject({ id: trajectId, toestand: 'lopend', herinstromen: [], isDraaideur: false })
    expect(nu.verblijven.map((one) => one.product)).toEqual(['Crisisopvang', 'Tussenvoorziening', 'Time-out'])
    await checkRond(k, [persoonId])
    // Who got a bed at once did not wait for the list; being listed for the next place later is no step of that melding.
    const { stappen } = accepted(await doe(k, loket, (work) => findReisVan(work, persoonId)))
    expect(stappen.filter((one) => one.stap === 'wachtlijst')).toMatchObject([{ dagen: 0, stand: 'anders' }])
    // In and out of the chain, without stays that followed on another: one person came in, and left once.
    const { results } = accepted(
      await doe(k, k.regio.systeem, (work) =>
        readStromen(work, { pagina: 1, aantalPerPagina: 50, sorteer: 'maand', op: work.today }),
      ),
    )
    const som = (veld: 'erbij' | 'vanAnderePlek' | 'eraf' | 'naarAnderePlek') =>
      results.reduce((totaal, rij) => totaal + rij[veld]!, 0)
    expect([som('erbij'), som('vanAnderePlek'), som('eraf'), som('naarAnderePlek')]).toEqual([3, 2, 3, 2])
    expect(results.every((rij) => rij.sluit)).toBe(true)
    const zinnen = await tijdlijnVan(k, loket, persoonId)
    expectVolgorde(zinnen, [
      '2026-01-05 Spoedplaatsing: crisisopvang',
      '2026-01-05 Traject begonnen, in de fase verblijf',
      '2026-01-12 Melding besloten',
      '2026-03-02 Verblijf verlengd',
      '2026-04-20 Vertrokken naar een andere plek',
      '2026-04-20 Verblijf begonnen: tussenvoorziening',
      '2026-06-01 Traject in de fase uitstroom',
      '2026-06-01 Aanvraag één-route toegekend',
      '2026-06-01 Corporatie biedt een woning aan',
      '2026-06-01 Woningaanbod aanvaard',
      '2026-06-15 Contract van de woning vastgelegd',
      '2026-06-15 Vertrokken, naar: eigen woning',
      '2026-06-15 Uitstroom afgerond',
      '2026-06-15 Nazorg begonnen, elke 4 weken contact',
      '2026-07-13 Contact voor nazorg: goed',
      '2026-08-10 Van nazorg naar actieve hulp',
      '2026-08-10 Terugval; het traject loopt door',
      '2026-08-12 Time-outplek: time-out',
      '2026-08-12 Time-out; het traject loopt door',
      '2026-08-24 Vertrokken van de time-outplek',
      '2026-08-24 Terugval of time-out voorbij; het traject gaat verder',
      '2026-08-24 Nazorg begonnen, elke 4 weken contact',
    ])
    expect(zinnen.filter((een) => /[a-z]_[a-z]|geeindigd/.test(een))).toEqual([])
    for (const wie of [loket, kade, singel])
      for (const code of ['verblijf_maximum', 'urgentie_loopt_af', 'uitstroom_voorbereiden'] as const)
        expect([code, await blok(k, wie, code, persoonId)]).toEqual([code, []])
  })

  it('wie nog op een time-outplek slaapt, wordt niet hervat voordat die plek vrij is', async () => {
    const plek = await boekTimeOut(1, (await traject()).versie, '2026-09-08')
    const { versie } = await traject()
    const hervat = { trajectId, versie, op: '2026-09-01', uitkomst: 'Gaat weer' }
    expect(await doe(k, loket, (work) => resumeTraject(work, hervat))).toMatchObject({
      code: 'time_outplek_bezet',
    })
    await vertrek(k, kade, plek.id)
    expect((await traject()).toestand).toBe('lopend')
    await checkRond(k, [persoonId])
  })
})
