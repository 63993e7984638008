import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon, givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { WachtlijstQuery } from '../domain/contract.ts'
import { sleutelOf, sortByRang } from '../domain/rangorde.ts'
import { placeOnWachtlijst } from './commands.ts'
import { compareWachtlijstplaatsing, getWachtlijstplaatsing } from './detail-queries.ts'
import { recordWachtcontact } from './edit-commands.ts'
import { listPrioriteitsregels, listRangorde } from './lookup.ts'
import { listWachtlijst } from './queries.ts'
import { setVoorrang } from './voorrang-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let wijkteam: Vrager
let aanbieder: Vrager
let vo: Vrager
let serial = 0

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
})

const product = (more: Partial<Parameters<typeof givenProduct>[1]> = {}) =>
  givenProduct({ platform, regio }, { code: `W${++serial}`, ...more })
const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const list = (wie: Vrager, query: Record<string, unknown>) =>
  as(wie, (work) => listWachtlijst(work, WachtlijstQuery.parse(query)))
const basis = { richting: 'instroom', gemeenteCode: 'GM0622', overbrugging: 'eigen_netwerk' } as const

async function givenBesluit(persoonId: Id, productId: Id, op = '2026-02-10') {
  const meldingId = platform.newId()
  await as(regio.systeem, async (work) => {
    const vast = {
      regio_id: regio.regioId,
      persoon_id: persoonId,
      organisatie_id: regio.organisaties.wijkteam,
    }
    await work.db
      .insertInto('melding')
      .values({
        ...vast,
        id: meldingId,
        nummer: `M${++serial}`,
        ontvangen_op: work.now,
        meldingsdatum: '2026-01-20',
        uiterlijk_op: '2026-03-03',
        kanaal: 'balie',
        melder_soort: 'zelf',
        hulpvraag: 'Geen huis',
        slaapplek_vannacht: 'nee',
        kinderen: 1,
        status: 'besloten',
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
      })
      .execute()
    const { id: criteriaId } = await work.db
      .selectFrom('criteria')
      .select('id')
      .where('regio_id', '=', regio.regioId)
      .where('domein', '=', 'MO')
      .executeTakeFirstOrThrow()
    await work.db
      .insertInto('besluit')
      .values({
        ...vast,
        id: platform.newId(),
        melding_id: meldingId,
        uitkomst: 'toegelaten',
        product_id: productId,
        criteria_id: criteriaId,
        motivering: 'Nodig',
        besloten_op: op,
        aangemaakt_op: work.now,
      })
      .execute()
  })
  return meldingId
}

/** What the onderzoek said about who this is. */
const givenProfiel = (persoonId: Id, meldingId: Id) =>
  as(regio.systeem, (work) =>
    work.db
      .insertInto('onderzoek')
      .values({
        id: platform.newId(),
        regio_id: regio.regioId,
        persoon_id: persoonId,
        melding_id: meldingId,
        gestart_op: '2026-01-20',
        uiterlijk_op: '2026-03-03',
        clientprofiel: 'gezin_dakloos',
        gewijzigd_op: work.now,
      })
      .execute(),
  )

describe('op de wachtlijst zetten', () => {
  it('vraagt een besluit als het product dat nodig heeft, en neemt dan klokken, gezin en situatie over van de melding', async () => {
    const productId = await product({ toegang: 'besluit' })
    const persoonId = await givenPersoon(platform, wijkteam)
    const place = () => as(wijkteam, (work) => placeOnWachtlijst(work, { ...basis, persoonId, productId }))
    expect(await place()).toMatchObject({ code: 'geen_toelating', field: 'productId' })
    const meldingId = await givenBesluit(persoonId, productId)
    await givenProfiel(persoonId, meldingId)
    const { id } = accepted(
      await as(wijkteam, (work) => placeOnWachtlijst(work, { ...basis, persoonId, productId, meldingId })),
    )
    const detail = accepted(await as(wijkteam, (work) => getWachtlijstplaatsing(work, id)))
    expect(detail).toMatchObject({
      meldingId,
      klokken: { gemeldOp: '2026-01-20', beslotenOp: '2026-02-10', plaatsbaarOp: '2026-02-10' },
      personen: 2,
      kinderen: 1,
      eigenschappen: ['buiten_slapen'],
      clientprofiel: { code: 'gezin_dakloos' },
      dagenBesloten: 20,
      dagenGemeld: 41,
      bevestigenVoor: '2026-04-13',
    })
  })

  it('weigert dezelfde persoon twee keer voor hetzelfde, ook bij twee verzoeken tegelijk', async () => {
    const productId = await product()
    const persoonId = await givenPersoon(platform, loket)
    const place = () => as(loket, (work) => placeOnWachtlijst(work, { ...basis, persoonId, productId }))
    const answers = await Promise.all([place(), place(), place()])
    expect(answers.filter((answer) => !isRejection(answer))).toHaveLength(1)
    expect(answers.filter(isRejection).map((rejection) => rejection.code)).toEqual([
      'staat_al_op_de_wachtlijst',
      'staat_al_op_de_wachtlijst',
    ])
    accepted(
      await as(loket, (work) =>
        placeOnWachtlijst(work, { ...basis, richting: 'doorstroom', persoonId, productId }),
      ),
    )
  })

  it('noemt alle fouten tegelijk, bij het veld', async () => {
    const productId = await product()
    const persoonId = await givenPersoon(platform, loket)
    expect(
      await as(loket, (work) =>
        placeOnWachtlijst(work, {
          persoonId,
          productId,
          richting: 'instroom',
          overbrugging: 'geen',
          clientprofiel: 'bestaat_niet',
          vereisteKenmerken: ['bestaat_niet'],
        }),
      ),
    ).toMatchObject({
      status: 422,
      faults: [
        { field: 'gemeenteCode' },
        { field: 'overbruggingToelichting' },
        { field: 'clientprofiel' },
        { field: 'vereisteKenmerken' },
      ],
    })
  })

  it('laat wie de lijst bijhoudt meekijken, en anderen niets zien: lijst, telling, regel', async () => {
    const productId = await product()
    const { id } = await givenWachtende(platform, wijkteam, { productId })
    expect((await list(loket, { productId })).count).toBe(1)
    expect((await list(wijkteam, { productId })).count).toBe(1)
    expect(await list(aanbieder, { productId })).toEqual({ count: 0, results: [] })
    expect(await as(aanbieder, (work) => getWachtlijstplaatsing(work, id))).toMatchObject({ status: 404 })
    expect(
      await as(aanbieder, (work) =>
        recordWachtcontact(work, {
          id,
          versie: 1,
          op: '2026-03-02',
          wachtNog: true,
          risico: 'geen',
          uitkomst: 'x',
        }),
      ),
    ).toMatchObject({ status: 404 })
  })

  it('een geheime persoon ziet alleen de vrouwenopvang; voor anderen telt die wel mee in de volgorde', async () => {
    const productId = await product({ domein: 'VO' })
    await givenWachtende(platform, vo, { productId, isGeheim: true, eigenschappen: ['acuut_onveilig'] })
    const gewoon = await givenWachtende(platform, loket, { productId, achternaam: 'Bos', voornamen: 'Bo' })
    expect((await list(vo, { productId })).results).toHaveLength(2)
    const seen = (await list(loket, { productId })).results
    expect(seen).toMatchObject([{ id: gewoon.id, rang: 2, aantalOpLijst: 2 }])
    const detail = accepted(await as(loket, (work) => getWachtlijstplaatsing(work, gewoon.id)))
    expect(detail.buren).toEqual([
      {
        id: null,
        naam: null,
        rang: 1,
        zin: 'Iemand anders staat boven Bo Bos, omdat voor die persoon de regel "Acuut onveilig" geldt: de situatie is acuut onveilig.',
      },
    ])
  })
})

describe('de volgorde', () => {
  it('is in de database dezelfde als de regels zeggen, voor willekeurige lijsten', async () => {
    const eigenschap = fc.subarray(['acuut_onveilig', 'buiten_slapen'])
    const anyone = fc.record({
      eigenschappen: eigenschap,
      kinderen: fc.integer({ min: 0, max: 1 }),
      besloten: fc.integer({ min: 1, max: 4 }),
      plaatsbaar: fc.boolean(),
      voorrang: fc.boolean(),
    })
    const vrager = await regio.als('loket', 'wachtlijstbeheerder')
    const personen = await Promise.all(Array.from({ length: 12 }, () => givenPersoon(platform, loket)))
    await fc.assert(
      fc.asyncProperty(fc.array(anyone, { minLength: 2, maxLength: 12 }), async (people) => {
        const productId = await product()
        for (const [i, person] of people.entries()) {
          const dag = `2026-02-0${person.besloten}`
          const { id } = accepted(
            await as(loket, (work) =>
              placeOnWachtlijst(work, {
                ...basis,
                persoonId: personen[i]!,
                productId,
                personen: 2,
                kinderen: person.kinderen,
                eigenschappen: person.eigenschappen,
                ingelezen: {
                  bron: 'proef',
                  peildatum: '2026-03-01',
                  gemeldOp: '2026-01-01',
                  beslotenOp: dag,
                },
              }),
            ),
          )
          await database.login.query(
            `update onderdak.wachtlijstplaatsing set plaatsbaar_op = $2, voorrang_op = $3, voorrang_door = $4, voorrang_reden = $5 where id = $1`,
            [
              id,
              person.plaatsbaar ? dag : null,
              person.voorrang ? dag : null,
              person.voorrang ? vrager.gebruikerId : null,
              person.voorrang ? 'proef' : null,
            ],
          )
        }
        const { lijst, regels } = await as(loket, async (work) => ({
          lijst: await listRangorde(work, productId, 'instroom'),
          regels: await listPrioriteitsregels(work, 'MO'),
        }))
        expect(lijst.map((regel) => regel.rang)).toEqual(people.map((_, i) => i + 1))
        const byVolgnummer = [...lijst].sort((a, b) => a.volgnummer - b.volgnummer)
        const keys = byVolgnummer.map((regel, i) => {
          const person = people[i]!
          return sleutelOf(
            {
              eigenschappen: [
                ...person.eigenschappen,
                ...(person.kinderen > 0 ? ['gezin_met_kinderen'] : []),
                ...(person.plaatsbaar ? ['plaatsbaar'] : []),
              ],
              voorrang: person.voorrang,
              beslotenOp: `2026-02-0${person.besloten}`,
              volgnummer: regel.volgnummer,
            },
            regels,
          )
        })
        expect(lijst.map((regel) => regel.volgnummer)).toEqual(sortByRang(keys).map((key) => key.volgnummer))
      }),
      { numRuns: 12 },
    )
  })

  it('met de hand voorrang geven vraagt een naam en een reden, verandert de plaats en is te zien', async () => {
    const productId = await product()
    const een = await givenWachtende(platform, loket, { productId })
    const twee = await givenWachtende(platform, loket, { productId, achternaam: 'Twee', voornamen: 'Tim' })
    const give = (geven: boolean, versie: number) =>
      as(loket, (work) => setVoorrang(work, { id: twee.id, versie, geven, reden: 'medische noodzaak' }))
    accepted(await give(true, 1))
    expect((await list(loket, { productId })).results.map((item) => item.id)).toEqual([twee.id, een.id])
    const { zin } = accepted(
      await as(loket, (work) => compareWachtlijstplaatsing(work, { id: een.id, met: twee.id })),
    )
    expect(zin).toMatch(/Tim Twee staat boven .* voorrang is gegeven: medische noodzaak/)
    expect(await give(true, 2)).toMatchObject({ code: 'heeft_al_voorrang' })
    expect(await give(false, 1)).toMatchObject({ code: 'versie_verouderd' })
    accepted(await give(false, 2))
    expect((await list(loket, { productId })).results[0]).toMatchObject({ id: een.id, rang: 1 })
  })
})
