import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen, vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { giveToestemming, withdrawToestemming } from '../../delen/server/commands.ts'
import { closeOpvolging } from '../../opvolging/server/commands.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { endTraject, startOnderbreking } from '../../traject/server/commands.ts'
import { endVerblijf } from '../../verblijf/server/commands.ts'
import { isUitstroom, volgendeRisicodag } from '../domain/rules.ts'
import { arrangeNazorg, stepNazorg } from './afspraak-commands.ts'
import { recordContact, scaleUp, signalTeLaat } from './contact-commands.ts'
import { readDekking } from './dekking-query.ts'
import { findNazorgVan } from './dossier-queries.ts'
import { listUitstroomRijen, listWaakvlamRijen } from './lijst-queries.ts'
import {
  addRisicodag,
  endRisicodag,
  recordSignaal,
  saveTerugvalplan,
  settleSignaal,
} from './plan-commands.ts'
import { bookTimeOut, findTimeOut } from './time-out.ts'

const database = useDatabase()
let keten: Trajectketen
let loket: Vrager
let planner: Vrager
let anderePlanner: Vrager

// It is Monday 2 March 2026.
beforeAll(async () => {
  keten = await givenTrajectketen(database)
  ;({ loket, planner } = keten)
  anderePlanner = await keten.regio.als('andereAanbieder', 'aanbieder_planner')
})

const wel = (meer: Record<string, unknown> = {}) => ({
  besluit: 'wel' as const,
  op: '2026-03-02',
  aanbieder: 'eigen' as const,
  organisatieId: null,
  toestemmingId: null,
  contactNaam: null,
  elkeWeken: 4,
  begintOp: '2026-03-02',
  tot: '2026-09-01',
  afspraken: null,
  ...meer,
})

/** Someone who left for a home of their own yesterday. */
async function vertrokken(meer: Record<string, unknown> = {}): Promise<{ persoonId: Id; verblijfId: Id }> {
  const persoonId = await givenPersoon(keten.platform, loket)
  const { id } = accepted(await keten.start(loket, persoonId, keten.nacht))
  accepted(
    await keten.doe(loket, (work) => endVerblijf(work, vertrek(id, { bestemming: 'eigen_woning', ...meer }))),
  )
  return { persoonId, verblijfId: id }
}

const regel = (vrager: Vrager, verblijfId: Id, input: Parameters<typeof arrangeNazorg>[1] | object = wel()) =>
  keten.doe(vrager, (work) => arrangeNazorg(work, { ...wel(), ...input, verblijfId }))
const van = async (vrager: Vrager, persoonId: Id) =>
  accepted(await keten.doe(vrager, (work) => findNazorgVan(work, persoonId)))
const ziet = (vrager: Vrager, persoonId: Id) =>
  keten.doe(vrager, async (work) => !isRejection(await findNazorgVan(work, persoonId)))
const opvolging = async (persoonId: Id) =>
  (
    await keten.query(
      'select status, organisatie_id, volgende_stap, volgende_stap_op::text from onderdak.opvolging where persoon_id = $1',
      [persoonId],
    )
  )[0]
const lijst = (vrager: Vrager, stand: 'zonder' | 'lopend' | 'geen') =>
  keten.doe(vrager, (work) =>
    listUitstroomRijen(work, { stand, sorteer: '-vertrokkenOp', pagina: 1, aantalPerPagina: 200 }),
  )
const vervolg = { soort: 'stap' as const, volgendeStap: 'Bellen', volgendeStapOp: '2026-03-20' }

describe('elke uitstroom heeft een besluit over nazorg (invariant 1)', () => {
  it('wie de keten verliet staat op de lijst tot er iets is afgesproken', async () => {
    const { persoonId, verblijfId } = await vertrokken()
    const staat = async (stand: 'zonder' | 'lopend') =>
      (await lijst(loket, stand)).results.some((row) => row.persoonId === persoonId)
    expect(await staat('zonder')).toBe(true)
    accepted(await regel(loket, verblijfId))
    expect([await staat('zonder'), await staat('lopend')]).toEqual([false, true])
  })

  it('wie doorstroomde of overleed is geen uitstroom', async () => {
    const persoonId = await givenPersoon(keten.platform, loket)
    const { id } = accepted(await keten.start(loket, persoonId, keten.nacht))
    accepted(await keten.start(loket, persoonId, keten.bw, { op: '2026-03-01', eindigVorigVerblijf: true }))
    expect(await regel(loket, id)).toMatchObject({ code: 'geen_uitstroom' })
    expect((await van(loket, persoonId)).uitstromen).toEqual([])
  })

  it('geen nazorg vraagt om een reden uit de lijst, en kan worden ingetrokken om het alsnog te regelen', async () => {
    const { persoonId, verblijfId } = await vertrokken()
    const geen = { besluit: 'geen', op: '2026-03-02', redenGeen: 'zomaar', toelichting: null }
    expect(await regel(loket, verblijfId, geen)).toMatchObject({ code: 'reden_onbekend' })
    const { id, versie } = accepted(await regel(loket, verblijfId, { ...geen, redenGeen: 'wil_niet' }))
    expect((await lijst(loket, 'geen')).results.some((row) => row.persoonId === persoonId)).toBe(true)
    expect(await regel(loket, verblijfId)).toMatchObject({ code: 'nazorg_bestaat' })
    accepted(
      await keten.doe(loket, (work) =>
        stepNazorg(work, { actie: 'intrekken', afspraakId: id, versie, op: '2026-03-02', toelichting: null }),
      ),
    )
    accepted(await regel(loket, verblijfId))
    const [uitstroom] = (await van(loket, persoonId)).uitstromen
    expect(uitstroom!.afspraken.map((one) => one.status)).toEqual(['lopend', 'ingetrokken'])
  })

  it('twintig tegelijk: precies één afspraak per uitstroom', async () => {
    const { verblijfId } = await vertrokken()
    const answers = await Promise.all(Array.from({ length: 20 }, () => regel(loket, verblijfId)))
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
    const { persoonId, verblijfId } = await vertrokken()
    const { organisaties } = keten.regio
    expect(await ziet(anderePlanner, persoonId)).toBe(false)
    const made = accepted(
      await regel(loket, verblijfId, { ...vraag, organisatieId: organisaties.andereAanbieder }),
    )
    expect((await van(anderePlanner, persoonId)).uitstromen[0]!.afspraken[0]).toMatchObject({
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
    expect(await opvolging(persoonId)).toMatchObject({
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
    const { persoonId, verblijfId } = await vertrokken()
    const made = accepted(
      await regel(loket, verblijfId, { ...vraag, organisatieId: keten.regio.organisaties.andereAanbieder }),
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
    expect((await lijst(loket, 'zonder')).results.some((row) => row.persoonId === persoonId)).toBe(true)
  })

  it('een aanbieder deelt met een andere aanbieder alleen met toestemming; buiten de regio altijd', async () => {
    const { persoonId, verblijfId } = await vertrokken()
    const naar = { ...vraag, organisatieId: keten.regio.organisaties.andereAanbieder }
    expect(await regel(planner, verblijfId, naar)).toMatchObject({ code: 'toestemming_ontbreekt' })
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
      await regel(loket, verblijfId, { aanbieder: 'buiten', toestemmingId, contactNaam: 'Dijk, balie' }),
    )
    expect((await van(loket, persoonId)).uitstromen[0]!.afspraken[0]).toMatchObject({
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
    const { persoonId, verblijfId } = await vertrokken()
    const { id } = accepted(await regel(loket, verblijfId))
    const contactOp = async () => (await van(loket, persoonId)).uitstromen[0]!.afspraken[0]!.contactOp
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
    expect(await opvolging(persoonId)).toMatchObject({ volgende_stap_op: '2026-04-17' })
    accepted(await contact(loket, id, '2026-04-10', 'goed'))
    expect(await contactOp()).toBe('2026-05-08')
    expect(await opvolging(persoonId)).toMatchObject({ volgende_stap_op: '2026-05-08' })
    expect(await contact(anderePlanner, id, '2026-04-10', 'goed')).toMatchObject({ status: 404 })
    keten.platform.clock.set('2026-03-02')
  })

  it('wie nazorg heeft kan niet uit beeld raken', async () => {
    const { persoonId, verblijfId } = await vertrokken()
    accepted(await regel(loket, verblijfId))
    const dicht = { reden: 'geen_hulp_nodig' as const, toelichting: 'Klaar', op: '2026-03-02' }
    expect(await keten.doe(loket, (work) => closeOpvolging(work, { persoonId }, dicht))).toMatchObject({
      code: 'nazorg_loopt_nog',
    })
  })

  it('van waakvlam naar actieve hulp in één stap: hetzelfde traject, met terugval, stap en aanspreekpunt', async () => {
    const { persoonId, verblijfId } = await vertrokken()
    const { id, versie } = accepted(await regel(loket, verblijfId))
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
    expect(await opvolging(persoonId)).toMatchObject({ volgende_stap: 'Vandaag langsgaan' })
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
    const { persoonId, verblijfId } = await vertrokken()
    const { id, versie } = accepted(await regel(loket, verblijfId))
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

describe('terugvalplan, risicodagen en signalen uit het netwerk', () => {
  const plan = {
    signalen: 'Ik doe de gordijnen dicht',
    watHelpt: 'Bel me',
    wieBellen: 'Mijn zus',
    besprokenOp: '2026-03-02',
  }
  it('één plan per persoon, met wie wat wijzigde als twee het tegelijk doen', async () => {
    const { persoonId } = await vertrokken()
    const bewaar = (versie: number | null) =>
      keten.doe(loket, (work) => saveTerugvalplan(work, { ...plan, persoonId, versie }))
    expect(accepted(await bewaar(null)).versie).toBe(1)
    expect(await bewaar(null)).toMatchObject({ code: 'versie_verouderd' })
    expect(accepted(await bewaar(1)).versie).toBe(2)
  })

  it('een risicodag geeft vooraf een sein, elk jaar opnieuw, tot hij vervalt', async () => {
    const { persoonId } = await vertrokken()
    const dag = {
      persoonId,
      naam: 'Sterfdag van mijn broer',
      soort: 'jaarlijks' as const,
      datum: '2019-03-10',
      dagenVooraf: 10,
    }
    const { id } = accepted(await keten.doe(loket, (work) => addRisicodag(work, dag)))
    expect((await van(loket, persoonId)).risicodagen).toMatchObject([
      { volgendeOp: '2026-03-10', isNabij: true, isJaarlijks: true },
    ])
    accepted(await keten.doe(loket, (work) => endRisicodag(work, id)))
    expect((await van(loket, persoonId)).risicodagen).toEqual([])
  })

  it('de database rekent dezelfde volgende risicodag uit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom([2, 29], [12, 31], [1, 1], [6, 15], [2, 28]),
        async (n, [maand, dag]) => {
          const op = addDays('2020-01-01', n)
          const [row] = await keten.query(
            'select onderdak.volgende_risicodag(null, $1, $2, $3)::text as op',
            [maand, dag, op],
          )
          expect(row.op).toBe(volgendeRisicodag({ datum: null, maand: maand!, dag: dag! }, op))
        },
      ),
      { numRuns: 60, seed: 3 },
    )
  })

  it('een naaste wordt gehoord als de cliënt dat goedvindt, en na intrekken niet meer', async () => {
    const { persoonId } = await vertrokken()
    const { id: toestemmingId } = accepted(
      await keten.doe(loket, (work) =>
        giveToestemming(work, {
          persoonId,
          ontvanger: { soort: 'naaste', naam: 'Zus Els' },
          gegevensset: 'contact',
          doel: 'Laten weten hoe het gaat',
          vorm: 'mondeling',
          gegevenDoor: 'client',
          gegevenOp: '2026-03-02',
        }),
      ),
    )
    const meld = () =>
      keten.doe(loket, (work) =>
        recordSignaal(work, { persoonId, toestemmingId, op: '2026-03-02', signaal: 'Hij neemt niet op' }),
      )
    const { id } = accepted(await meld())
    accepted(
      await keten.doe(loket, (work) =>
        settleSignaal(work, { signaalId: id, op: '2026-03-02', uitkomst: 'Langs geweest' }),
      ),
    )
    accepted(await keten.doe(loket, (work) => withdrawToestemming(work, { id: toestemmingId })))
    expect(await meld()).toMatchObject({ code: 'toestemming_ingetrokken' })
    expect((await van(loket, persoonId)).signalen).toMatchObject([
      { van: 'Zus Els', uitkomst: 'Langs geweest' },
    ])
  })
})

describe('samengevoegde dossiers', () => {
  it('het dossier dat geldt toont de nazorg van beide; na terugdraaien is alles weer als ervoor', async () => {
    const [een, twee] = [await vertrokken(), await vertrokken()]
    accepted(await regel(loket, een.verblijfId))
    const { id } = accepted(
      await keten.doe(loket, (work) =>
        mergeDossiers(work, { persoonId: een.persoonId, opgegaanIn: twee.persoonId, reden: 'Dezelfde' }),
      ),
    )
    const samen = await van(loket, twee.persoonId)
    expect(samen.uitstromen.map((one) => one.isZonder).sort()).toEqual([false, true])
    accepted(
      await keten.doe(loket, (work) =>
        splitDossiers(work, { samenvoegingId: id, reden: 'Toch twee mensen' }),
      ),
    )
    expect((await van(loket, een.persoonId)).uitstromen.map((one) => one.isZonder)).toEqual([false])
    expect((await van(loket, twee.persoonId)).uitstromen.map((one) => one.isZonder)).toEqual([true])
  })
})

describe('een time-outplek boeken (OVD-07)', () => {
  async function metPlekken(aantal: number) {
    await keten.query("update onderdak.product set code = 'oud' || code where code = 'time_out'")
    await keten.query("update onderdak.product set code = 'time_out' where id = $1", [keten.woning])
    return keten.place(keten.woning, aantal)
  }
  const boek = async (persoonId: Id, plekId: Id, vrager = loket) => {
    const { id: trajectId, versie } = await keten.one(loket, persoonId)
    return keten.doe(vrager, (work) =>
      bookTimeOut(work, {
        trajectId,
        versie,
        plekId,
        op: '2026-03-02',
        verwachtTot: '2026-03-09',
        reden: 'Rust nodig',
        volgendeStap: 'Elke dag bellen',
        volgendeStapOp: '2026-03-03',
      }),
    )
  }
  const bewoner = async () => {
    const persoonId = await givenPersoon(keten.platform, loket)
    accepted(await keten.start(loket, persoonId, keten.nacht))
    return persoonId
  }

  it('de plek is meteen bezet, de eigen plek blijft, en het traject loopt door', async () => {
    const [plekId] = await metPlekken(1)
    const persoonId = await bewoner()
    const { id: trajectId, versie } = await keten.one(loket, persoonId)
    accepted(
      await keten.doe(loket, (work) =>
        startOnderbreking(work, {
          trajectId,
          versie,
          soort: 'terugval',
          op: '2026-03-01',
          verwachtTot: null,
          reden: 'Gaat slecht',
          stap: null,
        }),
      ),
    )
    const vrij = accepted(await keten.doe(loket, (work) => findTimeOut(work, trajectId)))
    expect(vrij.plekken).toMatchObject([{ plekId, nietOmdat: null }])
    const { id } = accepted(await boek(persoonId, plekId!))
    expect(await keten.one(loket, persoonId)).toMatchObject({
      toestand: 'time_out',
      onderbrekingen: [
        { soort: 'time_out', reden: 'Rust nodig', verwachtTot: '2026-03-09', tot: null },
        { soort: 'terugval', tot: '2026-03-02' },
      ],
    })
    const stays = await keten.query(
      'select soort from onderdak.verblijf where persoon_id = $1 and geeindigd_op is null order by soort',
      [persoonId],
    )
    expect(stays.map((row) => row.soort)).toEqual(['regulier', 'time_out'])
    expect(accepted(await keten.doe(loket, (work) => findTimeOut(work, trajectId))).plekken).toEqual([])
    accepted(
      await keten.doe(loket, (work) =>
        endVerblijf(work, vertrek(id, { op: '2026-03-02', bestemming: 'eigen_woning' })),
      ),
    )
    expect((await keten.one(loket, persoonId)).toestand).toBe('lopend')
    expect((await van(loket, persoonId)).uitstromen).toEqual([])
    await keten.checkBoeken()
  })

  it('tien mensen tegelijk op één plek: precies één boeking, en de anderen hebben geen time-out', async () => {
    const [plekId] = await metPlekken(1)
    const mensen: Id[] = []
    for (let i = 0; i < 10; i++) mensen.push(await bewoner())
    const answers = await Promise.all(mensen.map((persoonId) => boek(persoonId, plekId!)))
    expect(answers.filter((one) => !isRejection(one))).toHaveLength(1)
    const codes = new Set(answers.filter(isRejection).map((one) => one.code))
    expect([...codes].every((code) => ['plek_niet_vrij', 'plek_bezet_in_periode'].includes(code))).toBe(true)
    const standen = await Promise.all(
      mensen.map(async (persoonId) => (await keten.one(loket, persoonId)).toestand),
    )
    expect(standen.filter((stand) => stand === 'time_out')).toHaveLength(1)
  })

  it('één cliënt tegelijk op vijf plekken: precies één boeking', async () => {
    const plekken = await metPlekken(5)
    const persoonId = await bewoner()
    const answers = await Promise.all(plekken.map((plekId) => boek(persoonId, plekId)))
    expect(answers.filter((one) => !isRejection(one))).toHaveLength(1)
  })

  it('een andere aanbieder ziet de plek, maar boekt via het loket', async () => {
    const [plekId] = await metPlekken(1)
    const persoonId = await bewoner()
    await keten.query(
      'update onderdak.voorziening set organisatie_id = $1 where id in (select l.voorziening_id from onderdak.plek p join onderdak.locatie l on l.id = p.locatie_id where p.id = $2)',
      [keten.regio.organisaties.andereAanbieder, plekId],
    )
    const { id: trajectId } = await keten.one(planner, persoonId)
    const vrij = accepted(await keten.doe(planner, (work) => findTimeOut(work, trajectId)))
    expect(vrij.plekken.find((plek) => plek.plekId === plekId)!.nietOmdat).toContain('andere organisatie')
    expect(await boek(persoonId, plekId!, planner)).toMatchObject({ code: 'geen_recht' })
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
