import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenNazorgketen, type Nazorgketen } from '../../../../tests/given/nazorg.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { giveToestemming } from '../../delen/server/commands.ts'
import { closeOpvolging } from '../../opvolging/server/commands.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { endTraject } from '../../traject/server/commands.ts'
import { isUitstroom } from '../domain/rules.ts'
import { stepNazorg } from './afspraak-commands.ts'
import { recordContact, scaleUp, signalTeLaat } from './contact-commands.ts'
import { readDekking } from './dekking-query.ts'
import { listWaakvlamRijen } from './lijst-queries.ts'

const database = useDatabase()
let keten: Nazorgketen
let loket: Vrager
let planner: Vrager
let anderePlanner: Vrager

// It is Monday 2 March 2026.
beforeAll(async () => {
  keten = await givenNazorgketen(database)
  ;({ loket, planner } = keten)
  anderePlanner = await keten.regio.als('andereAanbieder', 'aanbieder_planner')
})

const vervolg = { soort: 'stap' as const, volgendeStap: 'Bellen', volgendeStapOp: '2026-03-20' }

describe('elke uitstroom heeft een besluit over nazorg (invariant 1)', () => {
  it('wie de keten verliet staat op de lijst tot er iets is afgesproken', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const staat = async (stand: 'zonder' | 'lopend') =>
      (await keten.lijst(loket, stand)).results.some((row) => row.persoonId === persoonId)
    expect(await staat('zonder')).toBe(true)
    accepted(await keten.regel(loket, verblijfId))
    expect([await staat('zonder'), await staat('lopend')]).toEqual([false, true])
  })

  it('wie doorstroomde of overleed is geen uitstroom', async () => {
    const persoonId = await givenPersoon(keten.platform, loket)
    const { id } = accepted(await keten.start(loket, persoonId, keten.nacht))
    accepted(await keten.start(loket, persoonId, keten.bw, { op: '2026-03-01', eindigVorigVerblijf: true }))
    expect(await keten.regel(loket, id)).toMatchObject({ code: 'geen_uitstroom' })
    expect((await keten.van(loket, persoonId)).uitstromen).toEqual([])
  })

  it('geen nazorg vraagt om een reden uit de lijst, en kan worden ingetrokken om het alsnog te regelen', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const geen = { besluit: 'geen', op: '2026-03-02', redenGeen: 'zomaar', toelichting: null }
    expect(await keten.regel(loket, verblijfId, geen)).toMatchObject({ code: 'reden_onbekend' })
    const { id, versie } = accepted(await keten.regel(loket, verblijfId, { ...geen, redenGeen: 'wil_niet' }))
    expect((await keten.lijst(loket, 'geen')).results.some((row) => row.persoonId === persoonId)).toBe(true)
    expect(await keten.regel(loket, verblijfId)).toMatchObject({ code: 'nazorg_bestaat' })
    accepted(
      await keten.doe(loket, (work) =>
        stepNazorg(work, { actie: 'intrekken', afspraakId: id, versie, op: '2026-03-02', toelichting: null }),
      ),
    )
    accepted(await keten.regel(loket, verblijfId))
    const [uitstroom] = (await keten.van(loket, persoonId)).uitstromen
    expect(uitstroom!.afspraken.map((one) => one.status)).toEqual(['lopend', 'ingetrokken'])
  })

  it('twintig tegelijk: precies één afspraak per uitstroom', async () => {
    const { verblijfId } = await keten.vertrokken()
    const answers = await Promise.all(Array.from({ length: 20 }, () => keten.regel(loket, verblijfId)))
    const refused = answers.filter(isRejection)
    expect([refused.length, new Set(refused.map((one) => one.code))]).toEqual([
      19,
      new Set(['nazorg_bestaat']),
    ])
  })

  it('de regel voor uitstroom is in de database dezelfde', async () => {
    const bestemmingen = [
      'eigen_woning',
      'opvang',
      'beschermd_thuis',
      'straat',
      'overleden',
      'tijdelijke_woning',
      'onbekend',
    ]
    for (const soort of ['regulier', 'spoed', 'time_out'])
      for (const eindreden of ['doorstroom', 'verhuisd', 'uitval'])
        for (const bestemming of bestemmingen) {
          const [row] = await keten.query('select onderdak.is_uitstroom($1, $2, $3) as is', [
            soort,
            eindreden,
            bestemming,
          ])
          expect([soort, eindreden, bestemming, row.is]).toEqual([
            soort,
            eindreden,
            bestemming,
            isUitstroom({ soort, eindreden, bestemming }),
          ])
        }
  })
})

describe('zicht komt alleen uit de afspraak en eindigt ermee (invariant 3)', () => {
  const vraag = { aanbieder: 'organisatie' as const }
  it('een gevraagde aanbieder ziet de cliënt, neemt aan en wordt verantwoordelijk; na afronden niet meer', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const { organisaties } = keten.regio
    expect(await keten.ziet(anderePlanner, persoonId)).toBe(false)
    const made = accepted(
      await keten.regel(loket, verblijfId, { ...vraag, organisatieId: organisaties.andereAanbieder }),
    )
    expect((await keten.van(anderePlanner, persoonId)).uitstromen[0]!.afspraken[0]).toMatchObject({
      status: 'voorgesteld',
      acties: ['aannemen', 'weigeren'],
    })
    const stap = { afspraakId: made.id, op: '2026-03-02' }
    expect(
      await keten.doe(loket, (work) => stepNazorg(work, { ...stap, actie: 'aannemen', versie: 1 })),
    ).toMatchObject({ code: 'andere_organisatie' })
    accepted(
      await keten.doe(anderePlanner, (work) => stepNazorg(work, { ...stap, actie: 'aannemen', versie: 1 })),
    )
    expect(await keten.opvolging(persoonId)).toMatchObject({
      status: 'open',
      organisatie_id: organisaties.andereAanbieder,
      volgende_stap_op: '2026-03-30',
    })
    const einde = { ...stap, actie: 'afronden' as const, versie: 2, toelichting: null }
    accepted(
      await keten.doe(anderePlanner, (work) =>
        stepNazorg(work, {
          ...einde,
          vervolg: { soort: 'afsluiten', reden: 'duurzaam_gehuisvest', toelichting: 'Het gaat goed' },
        }),
      ),
    )
    const rows = await keten.query(
      "select tot::text from onderdak.betrokkenheid where persoon_id = $1 and organisatie_id = $2 and (tot is null or tot > '2026-03-03')",
      [persoonId, organisaties.andereAanbieder],
    )
    expect(rows).toEqual([])
  })

  it('een weigering vraagt om uitleg, en de uitstroom staat weer zonder afspraak', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const made = accepted(
      await keten.regel(loket, verblijfId, {
        ...vraag,
        organisatieId: keten.regio.organisaties.andereAanbieder,
      }),
    )
    accepted(
      await keten.doe(anderePlanner, (work) =>
        stepNazorg(work, {
          actie: 'weigeren',
          afspraakId: made.id,
          versie: 1,
          op: '2026-03-02',
          toelichting: 'Vol',
        }),
      ),
    )
    expect((await keten.lijst(loket, 'zonder')).results.some((row) => row.persoonId === persoonId)).toBe(true)
  })

  it('een aanbieder deelt met een andere aanbieder alleen met toestemming; buiten de regio altijd', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const naar = { ...vraag, organisatieId: keten.regio.organisaties.andereAanbieder }
    expect(await keten.regel(planner, verblijfId, naar)).toMatchObject({ code: 'toestemming_ontbreekt' })
    const { id: toestemmingId } = accepted(
      await keten.doe(loket, (work) =>
        giveToestemming(work, {
          persoonId,
          ontvanger: { soort: 'zorg', naam: 'Herstelhuis de Dijk' },
          gegevensset: 'contact',
          doel: 'Nazorg',
          vorm: 'mondeling',
          gegevenDoor: 'client',
          gegevenOp: '2026-03-02',
        }),
      ),
    )
    accepted(
      await keten.regel(loket, verblijfId, {
        aanbieder: 'buiten',
        toestemmingId,
        contactNaam: 'Dijk, balie',
      }),
    )
    expect((await keten.van(loket, persoonId)).uitstromen[0]!.afspraken[0]).toMatchObject({
      status: 'lopend',
      aanbieder: 'Herstelhuis de Dijk',
      isBuiten: true,
      magContact: true,
    })
    const delingen = await keten.query(
      'select toestemming_id, bron_soort from onderdak.deling where persoon_id = $1',
      [persoonId],
    )
    expect(delingen).toEqual([{ toestemming_id: toestemmingId, bron_soort: 'nazorgafspraak' }])
  })
})

describe('waakvlam (invariant 2)', () => {
  const contact = (
    vrager: Vrager,
    afspraakId: Id,
    op: string,
    uitkomst: 'goed' | 'niet_bereikt' | 'terugval',
  ) =>
    keten.doe(vrager, (work) =>
      recordContact(work, { afspraakId, op, wijze: 'telefoon', uitkomst, toelichting: null }),
    )
  it('de volgende contactdag volgt uit het laatste contact; niet bereikt telt niet', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const { id } = accepted(await keten.regel(loket, verblijfId))
    const contactOp = async () => (await keten.van(loket, persoonId)).uitstromen[0]!.afspraken[0]!.contactOp
    expect(await contactOp()).toBe('2026-03-30')
    keten.platform.clock.set('2026-04-10')
    const teLaat = await keten.doe(loket, (work) =>
      listWaakvlamRijen(work, {
        stand: 'te_laat',
        van: 'mij',
        sorteer: 'contactOp',
        pagina: 1,
        aantalPerPagina: 200,
      }),
    )
    expect(teLaat.results.find((row) => row.persoonId === persoonId)).toMatchObject({ dagenTeLaat: 11 })
    expect(await keten.doe(keten.regio.systeem, (work) => signalTeLaat(work))).toBeGreaterThan(0)
    expect(await keten.doe(keten.regio.systeem, (work) => signalTeLaat(work))).toBe(0)
    accepted(await contact(loket, id, '2026-04-10', 'niet_bereikt'))
    expect(await contactOp()).toBe('2026-03-30')
    expect(await keten.opvolging(persoonId)).toMatchObject({ volgende_stap_op: '2026-04-17' })
    accepted(await contact(loket, id, '2026-04-10', 'goed'))
    expect(await contactOp()).toBe('2026-05-08')
    expect(await keten.opvolging(persoonId)).toMatchObject({ volgende_stap_op: '2026-05-08' })
    expect(await contact(anderePlanner, id, '2026-04-10', 'goed')).toMatchObject({ status: 404 })
    keten.platform.clock.set('2026-03-02')
  })

  it('wie nazorg heeft kan niet uit beeld raken', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    accepted(await keten.regel(loket, verblijfId))
    const dicht = { reden: 'geen_hulp_nodig' as const, toelichting: 'Klaar', op: '2026-03-02' }
    expect(await keten.doe(loket, (work) => closeOpvolging(work, { persoonId }, dicht))).toMatchObject({
      code: 'nazorg_loopt_nog',
    })
  })

  it('van waakvlam naar actieve hulp in één stap: hetzelfde traject, met terugval, stap en aanspreekpunt', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const { id, versie } = accepted(await keten.regel(loket, verblijfId))
    const traject = await keten.one(loket, persoonId)
    const begeleider = await keten.regio.als('loket', 'casusregisseur')
    const opschaling = {
      afspraakId: id,
      versie,
      op: '2026-03-02',
      reden: 'Drinkt weer',
      volgendeStap: 'Vandaag langsgaan',
      volgendeStapOp: '2026-03-02',
      aanspreekpuntId: begeleider.gebruikerId,
      productId: keten.bw,
    }
    accepted(await keten.doe(loket, (work) => scaleUp(work, opschaling)))
    expect(await keten.one(loket, persoonId)).toMatchObject({
      id: traject.id,
      toestand: 'terugval',
      producten: [{ product: 'Beschermd wonen', richting: 'opschalen', tot: null }, {}],
      aanspreekpunten: [{ naam: 'Proef casusregisseur loket', tot: null }, {}],
    })
    expect(await keten.opvolging(persoonId)).toMatchObject({ volgende_stap: 'Vandaag langsgaan' })
    expect(
      (
        await keten.query('select count(*)::int as n from onderdak.melding where persoon_id = $1', [
          persoonId,
        ])
      )[0].n,
    ).toBe(0)
    await keten.checkBoeken()
  })

  it('zonder lopend traject begint er een, zonder melding', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const { id, versie } = accepted(await keten.regel(loket, verblijfId))
    const traject = await keten.one(loket, persoonId)
    accepted(
      await keten.doe(loket, (work) =>
        endTraject(work, {
          trajectId: traject.id,
          versie: traject.versie,
          op: '2026-03-02',
          reden: 'duurzaam_gehuisvest',
          toelichting: null,
          vervolg,
        }),
      ),
    )
    accepted(
      await keten.doe(loket, (work) =>
        scaleUp(work, {
          afspraakId: id,
          versie,
          op: '2026-03-02',
          reden: 'Terugval',
          volgendeStap: 'Langsgaan',
          volgendeStapOp: '2026-03-03',
          aanspreekpuntId: null,
          productId: null,
        }),
      ),
    )
    expect((await keten.trajecten(loket, persoonId)).map((one) => one.geeindigdOp)).toEqual([
      null,
      '2026-03-02',
    ])
  })
})

describe('samengevoegde dossiers', () => {
  it('het dossier dat geldt toont de nazorg van beide; na terugdraaien is alles weer als ervoor', async () => {
    const [een, twee] = [await keten.vertrokken(), await keten.vertrokken()]
    accepted(await keten.regel(loket, een.verblijfId))
    const { id } = accepted(
      await keten.doe(loket, (work) =>
        mergeDossiers(work, { persoonId: een.persoonId, opgegaanIn: twee.persoonId, reden: 'Dezelfde' }),
      ),
    )
    const samen = await keten.van(loket, twee.persoonId)
    expect(samen.uitstromen.map((one) => one.isZonder).sort()).toEqual([false, true])
    accepted(
      await keten.doe(loket, (work) =>
        splitDossiers(work, { samenvoegingId: id, reden: 'Toch twee mensen' }),
      ),
    )
    expect((await keten.van(loket, een.persoonId)).uitstromen.map((one) => one.isZonder)).toEqual([false])
    expect((await keten.van(loket, twee.persoonId)).uitstromen.map((one) => one.isZonder)).toEqual([true])
  })
})

describe('dekking: tellingen zonder personen', () => {
  it('kleine aantallen zijn afgeschermd voor wie de mensen niet ziet, en aanbieders zonder nazorg staan op een lijst', async () => {
    const coordinator = await keten.regio.als('centrumgemeente', 'regiocoordinator')
    const zelf = await keten.doe(keten.regio.systeem, (work) => readDekking(work))
    const mo = zelf.rijen.find((row) => row.jaar === 2026 && row.domein === 'MO')!
    expect(mo.totaal).toBe(mo.met! + mo.voorgesteld! + mo.geen! + mo.zonder!)
    expect(mo.deel).toBeCloseTo(mo.met! / mo.totaal!)
    const anders = (await keten.doe(coordinator, (work) => readDekking(work))).rijen[0]!
    expect([
      anders.geen === null || anders.geen === 0 || anders.geen >= 8,
      anders.totaal === null || anders.totaal >= 8,
    ]).toEqual([true, true])
    expect(zelf.nietAangesloten.map((row) => row.organisatie)).toContain('Aanbieder Noord')
  })
})
