import { beforeAll, describe, expect, it } from 'vitest'
import { useBeschikkingen } from '../../../../tests/given/beschikking.ts'
import { givenDossier } from '../../../../tests/given/dossier.ts'
import { accepted, type TestPlatform, workAs } from '../../../../tests/given/platform.ts'
import type { TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addWeeks } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { closeAanvraag, decideAanvraag, registerAanvraag } from './commands.ts'
import { beginOpschorting, endOpschorting } from './opschorting-commands.ts'
import { readBeschikking } from './read-beschikking.ts'

const given = useBeschikkingen()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let rogplus: Vrager
let bw: Id
let mo: Id

beforeAll(() => {
  ;({ platform, regio, loket, rogplus, bw, mo } = given.world)
})

describe('aanvraag (invariant 1, 4)', () => {
  it('krijgt een nummer, twee weken en de organisatie met mandaat als beslisser', async () => {
    const made = await given.aanvraag()
    expect(made).toMatchObject({ uiterlijkOp: '2026-03-16', beslisser: 'Indiceerder' })
    expect(made.nummer).toMatch(/^B-2026-\d{6}$/)
    const read = await given.lees(made.id)
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
    expect(await given.aanvraag({ productId: mo })).toMatchObject({ beslisser: 'Centrumgemeente' })
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
    const made = await Promise.all(Array.from({ length: 6 }, () => given.aanvraag()))
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
        uiterlijk_op: addWeeks(meldingsdatum, 6),
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
    const { id } = await given.aanvraag()
    await given.op('2026-03-05', async () => {
      expect(
        await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 1, ...vraag })),
      ).toEqual({
        uiterlijkOp: '2026-03-30',
      })
    })
    await given.op('2026-03-12', async () => {
      expect((await given.lees(id)).termijn).toMatchObject({ stand: 'staat_stil' })
      expect(
        await workAs(platform, rogplus, (work) => endOpschorting(work, id, { versie: 2, op: '2026-03-12' })),
      ).toEqual({
        uiterlijkOp: '2026-03-23',
      })
    })
    expect((await given.lees(id)).opschortingen).toMatchObject([{ van: '2026-03-06', tot: '2026-03-12' }])
  })

  it('overlapt niet, en kan niet meer als de termijn voorbij is', async () => {
    const { id } = await given.aanvraag()
    await given.op('2026-03-05', async () => {
      accepted(await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 1, ...vraag })))
      expect(
        await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 2, ...vraag })),
      ).toMatchObject({ code: 'al_opgeschort', field: 'gevraagdOp' })
    })
    const laat = await given.aanvraag()
    await given.op('2026-03-20', async () => {
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
    const { id } = await given.aanvraag()
    await given.op('2026-03-05', async () => {
      accepted(await workAs(platform, rogplus, (work) => beginOpschorting(work, id, { versie: 1, ...vraag })))
    })
    await given.op('2026-03-24', async () => {
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
    const { id } = await given.aanvraag()
    expect(await workAs(platform, loket, (work) => decideAanvraag(work, id, ja))).toMatchObject({
      code: 'geen_mandaat',
      message: expect.stringContaining('Indiceerder'),
    })
    expect((await given.lees(id, loket)).mag.beslissen).toMatchObject({ ok: false })
  })

  it('legt vast wie besloot, namens wie, en wanneer opnieuw wordt gekeken', async () => {
    const { id } = await given.toegekend()
    expect(await given.lees(id)).toMatchObject({
      soort: 'toekenning',
      status: 'beschikt',
      beslisser: 'Proef centrumgemeente_beslisser rogplus',
      heronderzoekOp: '2027-03-09',
      geldigTot: null,
    })
  })

  it('van twee die tegelijk beslissen wint er één; de ander hoort wie er wijzigde', async () => {
    const { id } = await given.aanvraag()
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
    const { id } = await given.aanvraag()
    const probeer = (change: object) =>
      workAs(platform, rogplus, (work) => decideAanvraag(work, id, { ...ja, ...change }))
    expect(await probeer({ beschiktOp: '2026-03-03' })).toMatchObject({ field: 'beschiktOp' })
    expect(await probeer({ beschiktOp: '2026-03-01' })).toMatchObject({ field: 'beschiktOp' })
    expect(await probeer({ geldigTotEnMet: '2026-03-01' })).toMatchObject({ field: 'geldigTotEnMet' })
    expect(await probeer({ heronderzoekOp: '2026-03-09' })).toMatchObject({ field: 'heronderzoekOp' })
  })

  it('geeft voor dezelfde dagen en hetzelfde product geen tweede toekenning', async () => {
    const { persoonId } = await given.toegekend({ geldigTotEnMet: '2026-12-31' })
    const { id } = await given.aanvraag({ persoonId })
    const probeer = (geldigVan: string) =>
      workAs(platform, rogplus, (work) => decideAanvraag(work, id, { ...ja, geldigVan }))
    expect(await probeer('2026-12-31')).toMatchObject({ code: 'beschikking_geldt_al' })
    expect(await probeer('2027-01-01')).toEqual({ id })
  })

  it('buiten behandeling kan pas na een verzoek om gegevens; intrekken door de aanvrager altijd', async () => {
    const { id } = await given.aanvraag()
    const sluit = (sluiting: 'buiten_behandeling' | 'ingetrokken', versie: number) =>
      workAs(platform, rogplus, (work) =>
        closeAanvraag(work, id, { versie, sluiting, op: work.today, motivering: 'Zie brief.' }),
      )
    expect(await sluit('buiten_behandeling', 1)).toMatchObject({ code: 'aanvulling_niet_gevraagd' })
    accepted(await sluit('ingetrokken', 1))
    await given.op('2026-03-03', async () => {
      expect(await workAs(platform, rogplus, (work) => readBeschikking(work, id))).toMatchObject({
        status: 404,
      })
      expect((await given.lees(id, loket)).status).toBe('ingetrokken')
    })
  })
})
