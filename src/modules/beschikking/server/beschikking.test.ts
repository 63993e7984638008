import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenDossier, givenMandaat, givenProduct } from '../../../../tests/given/dossier.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import type { Beschikking } from '../domain/contract.ts'
import { makeConceptbrief, sendBeschikking } from './brief-commands.ts'
import { closeAanvraag, decideAanvraag, makeOntvangstbevestiging, registerAanvraag } from './commands.ts'
import { findGeldigeBeschikking } from './lookup.ts'
import { beginOpschorting, endOpschorting } from './opschorting-commands.ts'
import { listBeschikkingen, listHeronderzoeken, readBrief } from './queries.ts'
import { readBeschikking } from './read-beschikking.ts'
import { recordHeronderzoek, reviewBeschikking, withdrawBeschikking } from './wijziging-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let rogplus: Vrager
let gemeente: Vrager
let bw: Id
let mo: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  rogplus = await regio.als('rogplus', 'centrumgemeente_beslisser')
  gemeente = await regio.als('centrumgemeente', 'centrumgemeente_beslisser')
  bw = await givenProduct(platform, regio.systeem, { code: 'BW', naam: 'Beschermd wonen', domein: 'BW' })
  mo = await givenProduct(platform, regio.systeem, {
    code: 'MO',
    naam: 'Maatschappelijke opvang',
    domein: 'MO',
  })
  for (const gemeenteCode of ['GM0622', 'GM0606'])
    await givenMandaat(platform, regio.systeem, {
      gemeenteCode,
      organisatieId: regio.organisaties.rogplus,
      domein: 'BW',
    })
})

/** Everyone looks back at the same day; tests that need another day set it and come back. */
async function op<T>(day: string, run: () => Promise<T>): Promise<T> {
  platform.clock.set(day)
  try {
    return await run()
  } finally {
    platform.clock.set('2026-03-02')
  }
}

async function aanvraag(
  input: { persoonId?: Id; productId?: Id; aangevraagdOp?: string; namensGemeente?: string } = {},
) {
  const persoonId =
    input.persoonId ?? (await givenDossier(platform, loket, { adres: 'Kade 1\n3131 AB Vlaardingen' }))
  const made = accepted(
    await workAs(platform, loket, (work) =>
      registerAanvraag(work, {
        persoonId,
        productId: input.productId ?? bw,
        aangevraagdOp: input.aangevraagdOp ?? '2026-03-02',
        namensGemeente: input.namensGemeente ?? 'GM0622',
      }),
    ),
  )
  return { ...made, persoonId }
}

const lees = async (id: Id, wie = rogplus): Promise<Beschikking> =>
  accepted(await workAs(platform, wie, (work) => readBeschikking(work, id)))

async function toegekend(input: { geldigVan?: string; geldigTotEnMet?: string } = {}) {
  const made = await aanvraag()
  accepted(
    await workAs(platform, rogplus, (work) =>
      decideAanvraag(work, made.id, {
        soort: 'toekenning',
        versie: 1,
        beschiktOp: '2026-03-02',
        geldigVan: input.geldigVan ?? '2026-03-09',
        geldigTotEnMet: input.geldigTotEnMet ?? null,
        motivering: 'Toezicht dichtbij is nodig.',
      }),
    ),
  )
  return made
}

describe('aanvraag (invariant 1, 4)', () => {
  it('krijgt een nummer, twee weken en de organisatie met mandaat als beslisser', async () => {
    const made = await aanvraag()
    expect(made).toMatchObject({ uiterlijkOp: '2026-03-16', beslisser: 'Indiceerder' })
    expect(made.nummer).toMatch(/^B-2026-\d{6}$/)
    const read = await lees(made.id)
    expect(read).toMatchObject({
      status: 'aangevraagd',
      soort: null,
      mandaat: { grondslag: 'Mandaatbesluit beschermd wonen 2025' },
      gemeente: { code: 'GM0622' },
      termijn: { stand: 'op_tijd', dagenOver: 14 },
    })
    expect(read.mag.beslissen).toEqual({ ok: true })
  })

  it('zonder mandaat beslist de gemeente zelf; bestaat die niet als organisatie, dan wordt de aanvraag geweigerd', async () => {
    expect(await aanvraag({ productId: mo })).toMatchObject({ beslisser: 'Centrumgemeente' })
    const persoonId = await givenDossier(platform, loket)
    const refused = await workAs(platform, loket, (work) =>
      registerAanvraag(work, {
        persoonId,
        productId: mo,
        aangevraagdOp: '2026-03-02',
        namensGemeente: 'GM0606',
      }),
    )
    expect(refused).toMatchObject({ code: 'geen_beslisser', field: 'namensGemeente' })
  })

  it('weigert een dag in de toekomst, een vreemde gemeente, een onbekend product en een onzichtbare cliënt', async () => {
    const persoonId = await givenDossier(platform, loket)
    const probeer = (change: object, wie = loket) =>
      workAs(platform, wie, (work) =>
        registerAanvraag(work, {
          persoonId,
          productId: bw,
          aangevraagdOp: '2026-03-02',
          namensGemeente: 'GM0622',
          ...change,
        }),
      )
    expect(await probeer({ aangevraagdOp: '2026-03-03' })).toMatchObject({ code: 'datum_in_toekomst' })
    expect(await probeer({ namensGemeente: 'GM0344' })).toMatchObject({ code: 'gemeente_niet_in_regio' })
    expect(await probeer({ productId: persoonId })).toMatchObject({ code: 'product_onbekend' })
    expect(await probeer({}, await regio.als('wijkteam', 'toegangsmedewerker'))).toMatchObject({
      status: 404,
    })
  })

  it('loopt voor een product maar één keer tegelijk, ook als twee mensen tegelijk op de knop drukken', async () => {
    const persoonId = await givenDossier(platform, loket)
    const both = await Promise.all(
      [1, 2].map(() =>
        workAs(platform, loket, (work) =>
          registerAanvraag(work, {
            persoonId,
            productId: bw,
            aangevraagdOp: '2026-03-02',
            namensGemeente: 'GM0622',
          }),
        ),
      ),
    )
    expect(both.filter(isRejection)).toMatchObject([{ code: 'aanvraag_loopt_al' }])
  })

  it('geeft elk nummer één keer uit', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => aanvraag()))
    expect(new Set(made.map((one) => one.nummer)).size).toBe(6)
  })

  it('kan niet bij een melding waarvan het onderzoek nog loopt of die van een ander is', async () => {
    const persoonId = await givenDossier(platform, loket)
    const meldingId = await givenMelding(persoonId, '2026-02-20')
    const probeer = (wie: Id) =>
      workAs(platform, loket, (work) =>
        registerAanvraag(work, {
          persoonId: wie,
          meldingId,
          productId: bw,
          aangevraagdOp: '2026-03-02',
          namensGemeente: 'GM0622',
        }),
      )
    expect(await probeer(persoonId)).toMatchObject({ code: 'onderzoek_niet_klaar' })
    expect(await probeer(await givenDossier(platform, loket))).toMatchObject({ code: 'melding_van_ander' })
  })
})

async function givenMelding(persoonId: Id, meldingsdatum: string): Promise<Id> {
  return workAs(platform, loket, async (work) => {
    const id = work.newId()
    await work.db
      .insertInto('melding')
      .values({
        id,
        regio_id: work.regioId,
        nummer: `M-${id.slice(-8)}`,
        persoon_id: persoonId,
        ontvangen_op: work.now,
        meldingsdatum,
        uiterlijk_op: meldingsdatum,
        kanaal: 'balie',
        melder_soort: 'zelf',
        hulpvraag: 'Een plek om te wonen',
        status: 'onderzoek',
        organisatie_id: regio.organisaties.loket,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
      })
      .execute()
    return id
  })
}

describe('opschorting (invariant 2)', () => {
  const vraag = {
    grond: 'aanvulling',
    gevraagdOp: '2026-03-05',
    antwoordUiterlijk: '2026-03-19',
    reden: 'Verklaring huisarts',
  } as const

  it('zet de termijn stil vanaf de dag na de brief en laat hem weer lopen als de gegevens er zijn', async () => {
    const { id } = await aanvraag()
    await op('2026-03-05', async () => {
      expect(
        await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 1, ...vraag })),
      ).toEqual({
        uiterlijkOp: '2026-03-30',
      })
    })
    await op('2026-03-12', async () => {
      expect((await lees(id)).termijn).toMatchObject({ stand: 'staat_stil' })
      expect(
        await workAs(platform, rogplus, (work) => endOpschorting(work, id, { versie: 2, op: '2026-03-12' })),
      ).toEqual({
        uiterlijkOp: '2026-03-23',
      })
    })
    expect((await lees(id)).opschortingen).toMatchObject([{ van: '2026-03-06', tot: '2026-03-12' }])
  })

  it('overlapt niet, en kan niet meer als de termijn voorbij is', async () => {
    const { id } = await aanvraag()
    await op('2026-03-05', async () => {
      accepted(await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 1, ...vraag })))
      expect(
        await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 2, ...vraag })),
      ).toMatchObject({ code: 'al_opgeschort', field: 'gevraagdOp' })
    })
    const laat = await aanvraag()
    await op('2026-03-20', async () => {
      expect(
        await workAs(platform, rogplus, (work) =>
          beginOpschorting(work, laat.id, {
            ...vraag,
            versie: 1,
            gevraagdOp: '2026-03-17',
            antwoordUiterlijk: '2026-03-24',
          }),
        ),
      ).toMatchObject({ code: 'termijn_voorbij' })
    })
  })

  it('na de gegeven tijd kan er opnieuw om gegevens worden gevraagd', async () => {
    const { id } = await aanvraag()
    await op('2026-03-05', async () => {
      accepted(await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 1, ...vraag })))
    })
    await op('2026-03-24', async () => {
      expect(
        accepted(
          await workAs(platform, rogplus, (work) =>
            beginOpschorting(work, id, {
              ...vraag,
              versie: 2,
              gevraagdOp: '2026-03-23',
              antwoordUiterlijk: '2026-03-30',
            }),
          ),
        ),
      ).toEqual({ uiterlijkOp: '2026-04-07' })
    })
  })
})

describe('beslissen (invariant 3, 4)', () => {
  const ja = {
    soort: 'toekenning',
    versie: 1,
    beschiktOp: '2026-03-02',
    geldigVan: '2026-03-09',
    motivering: 'Toezicht dichtbij is nodig.',
  } as const

  it('kan alleen de organisatie met mandaat; de weigering noemt haar', async () => {
    const { id } = await aanvraag()
    expect(await workAs(platform, loket, (work) => decideAanvraag(work, id, ja))).toMatchObject({
      code: 'geen_mandaat',
      message: expect.stringContaining('Indiceerder'),
    })
    expect((await lees(id, loket)).mag.beslissen).toMatchObject({ ok: false })
  })

  it('legt vast wie besloot, namens wie, en wanneer opnieuw wordt gekeken', async () => {
    const { id } = await toegekend()
    expect(await lees(id)).toMatchObject({
      soort: 'toekenning',
      status: 'beschikt',
      beslisser: 'Proef centrumgemeente_beslisser rogplus',
      heronderzoekOp: '2027-03-09',
      geldigTot: null,
    })
  })

  it('van twee die tegelijk beslissen wint er één; de ander hoort wie er wijzigde', async () => {
    const { id } = await aanvraag()
    const both = await Promise.all(
      [1, 2].map(() => workAs(platform, rogplus, (work) => decideAanvraag(work, id, ja))),
    )
    expect(both.filter(isRejection)).toMatchObject([
      {
        code: 'versie_verouderd',
        wijzigingen: expect.arrayContaining([expect.objectContaining({ veld: 'status' })]),
      },
    ])
  })

  it('weigert een dag in de toekomst of voor de aanvraag, en een laatste dag voor de eerste', async () => {
    const { id } = await aanvraag()
    const probeer = (change: object) =>
      workAs(platform, rogplus, (work) => decideAanvraag(work, id, { ...ja, ...change }))
    expect(await probeer({ beschiktOp: '2026-03-03' })).toMatchObject({ field: 'beschiktOp' })
    expect(await probeer({ beschiktOp: '2026-03-01' })).toMatchObject({ field: 'beschiktOp' })
    expect(await probeer({ geldigTotEnMet: '2026-03-01' })).toMatchObject({ field: 'geldigTotEnMet' })
    expect(await probeer({ heronderzoekOp: '2026-03-09' })).toMatchObject({ field: 'heronderzoekOp' })
  })

  it('geeft voor dezelfde dagen en hetzelfde product geen tweede toekenning', async () => {
    const { persoonId } = await toegekend({ geldigTotEnMet: '2026-12-31' })
    const { id } = await aanvraag({ persoonId })
    const probeer = (geldigVan: string) =>
      workAs(platform, rogplus, (work) => decideAanvraag(work, id, { ...ja, geldigVan }))
    expect(await probeer('2026-12-31')).toMatchObject({ code: 'beschikking_geldt_al' })
    expect(await probeer('2027-01-01')).toEqual({ id })
  })

  it('buiten behandeling kan pas na een verzoek om gegevens; intrekken door de aanvrager altijd', async () => {
    const { id } = await aanvraag()
    const sluit = (sluiting: 'buiten_behandeling' | 'ingetrokken', versie: number) =>
      workAs(platform, rogplus, (work) =>
        closeAanvraag(work, id, { versie, sluiting, op: work.today, motivering: 'Zie brief.' }),
      )
    expect(await sluit('buiten_behandeling', 1)).toMatchObject({ code: 'aanvulling_niet_gevraagd' })
    accepted(await sluit('ingetrokken', 1))
    await op('2026-03-03', async () => {
      expect(await workAs(platform, rogplus, (work) => readBeschikking(work, id))).toMatchObject({
        status: 404,
      })
      expect((await lees(id, loket)).status).toBe('ingetrokken')
    })
  })
})

describe('herziening en intrekking (invariant 5)', () => {
  it('herzien kort het oude besluit in en wijst ernaar terug', async () => {
    const { id, persoonId } = await toegekend()
    const nieuw = accepted(
      await workAs(platform, rogplus, (work) =>
        reviewBeschikking(work, id, {
          versie: 2,
          grond: 'c',
          beschiktOp: '2026-03-02',
          geldigVan: '2026-06-01',
          motivering: 'Er is meer nodig.',
        }),
      ),
    )
    expect(await lees(id)).toMatchObject({
      geldigTot: '2026-06-01',
      status: 'beschikt',
      volgende: [{ id: nieuw.id }],
    })
    expect(await lees(nieuw.id)).toMatchObject({ soort: 'herziening', intrekgrond: 'c', vorige: { id } })
    const geldig = (dag: string) =>
      workAs(platform, rogplus, (work) => findGeldigeBeschikking(work, { persoonId, productId: bw, op: dag }))
    expect(await geldig('2026-05-31')).toMatchObject({ id })
    expect(await geldig('2026-06-01')).toMatchObject({ id: nieuw.id })
  })

  it('na intrekken vanaf de eerste dag is er geen geldige beschikking meer', async () => {
    const { id, persoonId } = await toegekend()
    accepted(
      await workAs(platform, rogplus, (work) =>
        withdrawBeschikking(work, id, {
          versie: 2,
          grond: 'a',
          beschiktOp: '2026-03-02',
          ingangOp: '2026-03-09',
          motivering: 'De gegevens klopten niet.',
        }),
      ),
    )
    expect((await lees(id)).status).toBe('ingetrokken')
    expect(
      await workAs(platform, rogplus, (work) =>
        findGeldigeBeschikking(work, { persoonId, productId: bw, op: '2026-04-01' }),
      ),
    ).toBeUndefined()
    expect(
      await workAs(platform, rogplus, (work) =>
        withdrawBeschikking(work, id, {
          versie: 3,
          grond: 'a',
          beschiktOp: '2026-03-02',
          ingangOp: '2026-03-09',
          motivering: 'Nog eens.',
        }),
      ),
    ).toMatchObject({ code: 'kan_niet_in_deze_stand' })
  })

  it('een heronderzoek zonder verandering zet de volgende dag', async () => {
    const { id } = await toegekend()
    await op('2027-03-01', async () => {
      const due = await workAs(platform, rogplus, (work) =>
        listHeronderzoeken(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'heronderzoekOp' }),
      )
      expect(due.results.map((row) => row.id)).toContain(id)
      accepted(
        await workAs(platform, rogplus, (work) =>
          recordHeronderzoek(work, id, {
            versie: 2,
            gedaanOp: '2027-03-01',
            volgendeOp: '2028-03-01',
            toelichting: 'Gesprek gehad, niets veranderd.',
          }),
        ),
      )
      const after = await workAs(platform, rogplus, (work) =>
        listHeronderzoeken(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'heronderzoekOp' }),
      )
      expect(after.results.map((row) => row.id)).not.toContain(id)
    })
  })
})

describe('brief (invariant 6)', () => {
  it('wordt bewaard zoals hij is verstuurd; bezwaar kan tot en met zes weken later', async () => {
    const { id } = await toegekend()
    const sent = accepted(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via: 'post' }),
      ),
    )
    expect(sent.bezwaarTot).toBe('2026-04-13')
    const brief = accepted(await workAs(platform, loket, (work) => readBrief(work, sent.briefId)))
    expect(brief.mime).toMatch(/pdf|html/)
    expect(Buffer.from(brief.inhoud, 'base64').length).toBeGreaterThan(1000)
    expect(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 3, verzondenOp: '2026-03-02', via: 'post' }),
      ),
    ).toMatchObject({ code: 'kan_niet_in_deze_stand' })
    await expect(database.app.query('update onderdak.brief set titel = $1', ['x'])).rejects.toThrow(
      /permission denied/,
    )
  })

  it('valt de laatste dag voor bezwaar op een feestdag, dan is het de volgende werkdag', async () => {
    const { id } = await toegekend()
    const sent = await op('2026-03-16', () =>
      workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-16', via: 'post' }),
      ),
    )
    // Six weeks later is Koningsdag.
    expect(accepted(sent).bezwaarTot).toBe('2026-04-28')
  })

  it('gaat zonder bekend adres niet per post', async () => {
    const persoonId = await givenDossier(platform, loket)
    const { id } = await aanvraag({ persoonId })
    accepted(
      await workAs(platform, rogplus, (work) =>
        decideAanvraag(work, id, {
          soort: 'afwijzing',
          versie: 1,
          beschiktOp: '2026-03-02',
          motivering: 'Eigen kracht is genoeg.',
        }),
      ),
    )
    const stuur = (via: 'post' | 'uitgereikt') =>
      workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via }),
      )
    expect(await stuur('post')).toMatchObject({ code: 'geen_postadres', field: 'via' })
    expect(await stuur('uitgereikt')).toMatchObject({ bezwaarTot: '2026-04-13' })
  })

  it('van een geheim dossier gaat alleen via het veilige kanaal, zonder adres', async () => {
    const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
    const persoonId = await givenDossier(platform, vo, {
      isGeheim: true,
      adres: 'Schuilstraat 9\n3111 AA Schiedam',
    })
    const meldingId = await workAs(platform, vo, async (work) => {
      const id = work.newId()
      await work.db
        .insertInto('melding')
        .values({
          id,
          regio_id: work.regioId,
          nummer: 'M-geheim',
          persoon_id: persoonId,
          ontvangen_op: work.now,
          meldingsdatum: '2026-03-02',
          uiterlijk_op: '2026-04-13',
          kanaal: 'veilig_thuis',
          melder_soort: 'veilig_thuis',
          hulpvraag: 'Veilige plek',
          status: 'nieuw',
          organisatie_id: regio.organisaties.vrouwenopvang,
          aangemaakt_op: work.now,
          gewijzigd_op: work.now,
        })
        .execute()
      return id
    })
    const maak = (via: 'post' | 'veilig_kanaal') =>
      workAs(platform, vo, (work) => makeOntvangstbevestiging(work, { meldingId, via }))
    expect(await maak('post')).toMatchObject({ code: 'alleen_veilig_kanaal', field: 'via' })
    const made = accepted(await maak('veilig_kanaal'))
    expect(await workAs(platform, loket, (work) => readBrief(work, made.briefId))).toMatchObject({
      status: 404,
    })
    expect(accepted(await workAs(platform, vo, (work) => readBrief(work, made.briefId))).persoonId).toBe(
      persoonId,
    )
  })

  it('is te lezen voor het verzenden, maar niet voor er is besloten', async () => {
    const { id } = await aanvraag()
    expect(await workAs(platform, rogplus, (work) => makeConceptbrief(work, id, 'post'))).toMatchObject({
      code: 'kan_niet_in_deze_stand',
    })
    const klaar = await toegekend()
    expect(
      accepted(await workAs(platform, rogplus, (work) => makeConceptbrief(work, klaar.id, 'post'))).titel,
    ).toContain('Concept')
  })
})

describe('wie ziet wat', () => {
  it('een organisatie zonder betrokkenheid ziet niets in lijst, telling, dossier en brief', async () => {
    const { id } = await toegekend()
    const { briefId } = accepted(
      await workAs(platform, rogplus, (work) =>
        sendBeschikking(work, id, { versie: 2, verzondenOp: '2026-03-02', via: 'post' }),
      ),
    )
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    const lijst = await workAs(platform, ander, (work) =>
      listBeschikkingen(work, { pagina: 1, aantalPerPagina: 50_000, sorteer: 'werk' }),
    )
    expect(lijst).toEqual({ count: 0, results: [] })
    expect(await workAs(platform, ander, (work) => readBeschikking(work, id))).toMatchObject({ status: 404 })
    expect(await workAs(platform, ander, (work) => readBrief(work, briefId))).toMatchObject({ status: 404 })
    // The gemeente that did not decide on this one does not see it either.
    const bijGemeente = await workAs(platform, gemeente, (work) =>
      listBeschikkingen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'werk' }),
    )
    expect(bijGemeente.results.map((row) => row.id)).not.toContain(id)
  })

  it('de werklijst zet wat te laat is bovenaan en telt wat het filter zegt', async () => {
    const laat = await aanvraag({ aangevraagdOp: '2026-02-02' })
    const lees = (filter: object) =>
      workAs(platform, rogplus, (work) =>
        listBeschikkingen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'werk', ...filter }),
      )
    const alles = await lees({})
    expect(alles.results[0]).toMatchObject({ id: laat.id, termijnstand: 'te_laat', dagenOver: -14 })
    expect(alles.count).toBe(alles.results.length)
    expect((await lees({ termijn: 'te_laat' })).results.map((row) => row.id)).toEqual([laat.id])
    const vandaag = await aanvraag({ aangevraagdOp: '2026-02-16' })
    expect((await lees({ termijn: 'te_laat' })).count).toBe(1)
    expect((await lees({ termijn: 'binnenkort' })).results).toMatchObject([
      { id: vandaag.id, termijnstand: 'vandaag', dagenOver: 0 },
    ])
    const een = await lees({ nummer: laat.nummer })
    expect(een.count).toBe(1)
    expect((await lees({ nummer: '%' })).count).toBe(0)
    const bladzijden = await Promise.all([1, 2].map((pagina) => lees({ pagina, aantalPerPagina: 3 })))
    const ids = bladzijden.flatMap((bladzijde) => bladzijde.results.map((row) => row.id))
    expect(new Set(ids).size).toBe(6)
  })
})
