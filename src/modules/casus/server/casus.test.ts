import { beforeAll, describe, expect, it } from 'vitest'
import { givenCasus, givenOverleg } from '../../../../tests/given/casus.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenClient } from '../../../../tests/given/ondersteuningsplan.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { closeOpvolging, setOpvolging } from '../../opvolging/server/commands.ts'
import { listCasussen, SluitInvoer } from '../domain/contract.ts'
import {
  agreeActie,
  changeActie,
  changeCasus,
  changeNiveau,
  changeRegievoerder,
  closeCasus,
  endOverleg,
  finishActie,
  openCasus,
} from './commands.ts'
import { readCasus } from './detail-queries.ts'
import { listCasusRijen } from './lijst-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let begeleider: Vrager
let ander: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
  ander = await regio.als('andereAanbieder', 'aanbieder_begeleider')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
let achternamen = 0
const nieuw = () => givenClient(platform, regio, { achternaam: `Casusmens${++achternamen}` })
const detail = async (id: Id, wie = loket) => accepted(await as(wie, (work) => readCasus(work, id)))
const lijst = async (wie: Vrager, vraag: object = {}) =>
  (
    await as(wie, (work) =>
      listCasusRijen(work, listCasussen.query.parse({ aantalPerPagina: 200, ...vraag })),
    )
  ).results
const actie = (over: object = {}) => ({
  soort: 'actie' as const,
  tekst: 'Een plek met nachtzorg zoeken',
  organisatieId: regio.organisaties.andereAanbieder,
  gebruikerId: null,
  uiterlijkOp: '2026-03-20',
  ...over,
})

describe('een casus (CAS-01)', () => {
  it('opent met een reden op het laagste niveau, en staat op de lijst van wie betrokken is', async () => {
    const persoonId = await nieuw()
    const { id } = await givenCasus(platform, loket, persoonId)
    const rij = { id, reden: 'geen_passende_plek', niveau: 1, dagenOpen: 0, isTeLaat: false }
    expect((await lijst(loket)).find((one) => one.id === id)).toMatchObject({
      ...rij,
      uiterlijkOp: '2026-03-16',
      volgendOverleg: null,
    })
    expect((await lijst(begeleider)).some((one) => one.id === id)).toBe(true)
    expect((await lijst(ander)).some((one) => one.id === id)).toBe(false)
    expect(await as(ander, (work) => readCasus(work, id))).toMatchObject({ code: 'niet_gevonden' })
  })

  it('is er hooguit één per cliënt, ook als twee medewerkers tegelijk openen', async () => {
    const persoonId = await nieuw()
    const open = (wie: Vrager) =>
      as(wie, (work) =>
        openCasus(work, {
          persoonId,
          reden: 'geen_hulp',
          redenToelichting: null,
          vraag: 'Wie helpt?',
          veiligheid: null,
          regievoerderId: wie.gebruikerId!,
        }),
      )
    const codes = (await Promise.all([open(loket), open(begeleider)])).map((one) =>
      'code' in one ? one.code : 'geopend',
    )
    expect(codes.sort()).toEqual(['casus_loopt_al', 'geopend'])
  })

  it('houdt de opvolging open: die kan pas dicht als de casus gesloten is', async () => {
    const persoonId = await givenPersoon(platform, loket)
    await as(loket, (work) =>
      setOpvolging(work, { persoonId }, { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }),
    )
    const sluit = () =>
      as(loket, (work) =>
        closeOpvolging(
          work,
          { persoonId },
          { reden: 'duurzaam_gehuisvest', toelichting: 'Woont bij familie', op: '2026-03-02' },
        ),
      )
    const casus = await givenCasus(platform, loket, persoonId)
    expect(await sluit()).toMatchObject({
      code: 'casus_loopt_nog',
      possible: expect.arrayContaining(['Sluit eerst de casus, met de uitkomst.']),
    })
    accepted(
      await as(loket, (work) =>
        closeCasus(work, {
          ...casus,
          ...SluitInvoer.parse({ versie: casus.versie, uitkomst: 'gestopt', toelichting: 'Niet meer nodig' }),
        }),
      ),
    )
    expect(await sluit()).toBeUndefined()
  })

  it('opent niet voor wie niet betrokken is, en niet met een regievoerder die dat niet is', async () => {
    const persoonId = await nieuw()
    const invoer = {
      persoonId,
      reden: 'geen_hulp' as const,
      redenToelichting: null,
      vraag: 'Wie helpt?',
      veiligheid: null,
    }
    const open = (wie: Vrager, regievoerderId: Id) =>
      as(wie, (work) => openCasus(work, { ...invoer, regievoerderId }))
    expect(await open(ander, ander.gebruikerId!)).toMatchObject({ code: 'niet_gevonden' })
    expect(await open(loket, ander.gebruikerId!)).toMatchObject({ code: 'medewerker_niet_betrokken' })
  })

  it('zegt wie een ander was als twee mensen tegelijk bijwerken', async () => {
    const { id, versie } = await givenCasus(platform, loket, await nieuw())
    const inhoud = { reden: 'geen_hulp' as const, redenToelichting: null, veiligheid: null }
    accepted(
      await as(begeleider, (work) => changeCasus(work, { ...inhoud, id, versie, vraag: 'Wie betaalt?' })),
    )
    expect(
      await as(loket, (work) => changeCasus(work, { ...inhoud, id, versie, vraag: 'Wie komt?' })),
    ).toMatchObject({ code: 'versie_verouderd' })
  })
})

describe('niveaus (CAS-02)', () => {
  it('gaan omhoog en omlaag met een reden; de geschiedenis heeft geen gaten en geen overlap', async () => {
    const { id, versie } = await givenCasus(platform, loket, await nieuw())
    platform.clock.set('2026-03-10')
    const omhoog = accepted(
      await as(loket, (work) =>
        changeNiveau(work, { id, versie, nummer: 2, reden: 'Partijen komen er niet uit' }),
      ),
    )
    accepted(
      await as(loket, (work) =>
        changeNiveau(work, { id, versie: omhoog.versie, nummer: 1, reden: 'Er is weer beweging' }),
      ),
    )
    platform.clock.set('2026-03-02')
    const { niveaus } = await detail(id)
    expect(niveaus.map(({ nummer, van, tot, uiterlijkOp }) => [nummer, van, tot, uiterlijkOp])).toEqual([
      [1, '2026-03-10', null, '2026-03-24'],
      [2, '2026-03-10', '2026-03-10', '2026-03-24'],
      [1, '2026-03-02', '2026-03-10', '2026-03-16'],
    ])
  })

  it('de database weigert een gat, een overlap en een open casus zonder niveau', async () => {
    const { id } = await givenCasus(platform, loket, await nieuw())
    const zet = (set: object) =>
      as(regio.systeem, (work) =>
        work.db.updateTable('casus_niveau').set(set).where('casus_id', '=', id).execute(),
      )
    await expect(zet({ tot: '2026-03-05' })).rejects.toMatchObject({ constraint: 'casus_niveau_precies_een' })
    await expect(zet({ van: '2026-03-01' })).rejects.toMatchObject({ constraint: 'casus_niveau_precies_een' })
  })

  it('een casus is te laat als de termijn voorbij is zonder overleg of besluit, en dan niet meer', async () => {
    const gehouden = await givenCasus(platform, loket, await nieuw())
    const besloten = await givenCasus(platform, loket, await nieuw())
    const overlegId = await givenOverleg(platform, loket, gehouden.id, { dag: '2026-03-20' })
    platform.clock.set('2026-03-17')
    const laat = async () => (await lijst(loket, { stand: 'te_laat' })).map((one) => one.id)
    expect(await laat()).toEqual(expect.arrayContaining([gehouden.id, besloten.id]))
    accepted(
      await as(loket, (work) =>
        agreeActie(work, {
          ...actie({ soort: 'besluit', uiterlijkOp: '2026-03-20' }),
          casusId: besloten.id,
        }),
      ),
    )
    expect(await laat()).not.toContain(besloten.id)
    platform.clock.set('2026-03-20T09:30:00Z')
    accepted(await as(loket, (work) => endOverleg(work, { id: overlegId, naar: 'gehouden' })))
    expect(await laat()).not.toContain(gehouden.id)
    // An action is no decision: a level is not done by agreeing to do something.
    const alleenActie = await givenCasus(platform, loket, await nieuw())
    accepted(
      await as(loket, (work) =>
        agreeActie(work, { ...actie({ uiterlijkOp: '2026-04-20' }), casusId: alleenActie.id }),
      ),
    )
    platform.clock.set('2026-04-05')
    expect(await laat()).toContain(alleenActie.id)
    platform.clock.set('2026-03-02')
  })
})

describe('de regievoerder (CAS-07)', () => {
  it('wisselt zonder dat er een moment geen is, en wie het wordt ziet de cliënt zolang de casus loopt', async () => {
    const { id, versie } = await givenCasus(platform, loket, await nieuw())
    const gewisseld = accepted(
      await as(loket, (work) =>
        changeRegievoerder(work, {
          id,
          versie,
          gebruikerId: begeleider.gebruikerId!,
          reden: 'Kent de cliënt',
        }),
      ),
    )
    const { regievoerders, regieOrganisatie } = await detail(id)
    expect(regieOrganisatie).toBe('Aanbieder Noord')
    expect(regievoerders.map(({ van, tot }) => [van, tot])).toEqual([
      ['2026-03-02', null],
      ['2026-03-02', '2026-03-02'],
    ])
    const { rows } = await database.login.query(
      "select organisatie_id, tot::text from onderdak.betrokkenheid where bron_soort = 'casus' and bron_id = $1 order by tot nulls last",
      [id],
    )
    expect(rows).toEqual([
      { organisatie_id: regio.organisaties.loket, tot: '2026-03-02' },
      { organisatie_id: regio.organisaties.aanbieder, tot: null },
    ])
    expect(
      await as(loket, (work) =>
        changeRegievoerder(work, {
          id,
          versie: gewisseld.versie,
          gebruikerId: ander.gebruikerId!,
          reden: 'Niet betrokken',
        }),
      ),
    ).toMatchObject({ code: 'medewerker_niet_betrokken' })
  })

  it('is er altijd precies één: de database weigert nul en twee', async () => {
    const { id } = await givenCasus(platform, loket, await nieuw())
    const systeem = <T>(run: (work: Work) => Promise<T>) => as(regio.systeem, run)
    await expect(
      systeem((work) =>
        work.db
          .updateTable('casus_regievoerder')
          .set({ tot: '2026-03-02' })
          .where('casus_id', '=', id)
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'casus_regievoerder_precies_een' })
    await expect(
      systeem(async (work) => {
        const row = await work.db
          .selectFrom('casus_regievoerder')
          .selectAll()
          .where('casus_id', '=', id)
          .executeTakeFirstOrThrow()
        await work.db
          .insertInto('casus_regievoerder')
          .values({ ...row, id: work.newId(), van: '2026-03-05' })
          .execute()
      }),
    ).rejects.toMatchObject({ constraint: expect.stringMatching(/^casus_regievoerder_/) })
  })
})

describe('besluiten, acties en de uitkomst (CAS-04, CAS-05)', () => {
  it('een actie is gedaan of vervalt met een reden, en noemt niemand', async () => {
    const persoonId = await givenClient(platform, regio, { achternaam: 'Kwikstaart', voornamen: 'Bea' })
    const { id: casusId } = await givenCasus(platform, loket, persoonId)
    const spreekAf = (tekst: string) =>
      as(loket, (work) => agreeActie(work, { ...actie({ tekst }), casusId }))
    expect(await spreekAf('Bel mevrouw Kwikstaart')).toMatchObject({
      code: 'tekst_noemt_iemand',
      field: 'tekst',
    })
    const gemaakt = accepted(await spreekAf('Bellen over nachtzorg'))
    const gewijzigd = accepted(
      await as(loket, (work) =>
        changeActie(work, { ...actie({ tekst: 'Bellen over zorg in de nacht' }), ...gemaakt }),
      ),
    )
    const klaar = { status: 'gedaan' as const, uitkomst: 'Gebeld' }
    accepted(await as(loket, (work) => finishActie(work, { ...gewijzigd, ...klaar })))
    expect((await detail(casusId)).acties).toMatchObject([{ status: 'gedaan', klaarOp: '2026-03-02' }])
    expect(await as(loket, (work) => finishActie(work, { ...gewijzigd, versie: 3, ...klaar }))).toMatchObject(
      { code: 'kan_nu_niet' },
    )
  })

  it('maatwerk en een doorbraak zeggen wie betaalt en wie beslist; stoppen zegt waarom', async () => {
    const fouten = (body: object) =>
      SluitInvoer.safeParse({ versie: 1, ...body }).error?.issues.map((issue) => issue.path.join('.'))
    expect(fouten({ uitkomst: 'doorbraak' })).toEqual(['financiering'])
    expect(fouten({ uitkomst: 'gestopt' })).toEqual(['toelichting'])
    const { id, versie } = await givenCasus(platform, loket, await nieuw())
    const overlegId = await givenOverleg(platform, loket, id)
    const sluit = SluitInvoer.parse({
      versie,
      uitkomst: 'doorbraak',
      financiering: [
        { domein: 'wmo', betaalt: 'deels', bedrag: 1250.5, wieBeslist: 'Centrumgemeente' },
        { domein: 'zvw', betaalt: 'onbeslist', wieBeslist: 'Zorgverzekeraar' },
      ],
    })
    accepted(await as(loket, (work) => closeCasus(work, { ...sluit, id })))
    const dicht = await detail(id)
    expect(dicht).toMatchObject({
      status: 'gesloten',
      uitkomst: 'doorbraak',
      financiering: [
        { domein: 'wmo', bedrag: 1250.5, betaalt: 'deels' },
        { domein: 'zvw', bedrag: null, betaalt: 'onbeslist' },
      ],
    })
    expect(dicht.overleggen.find((one) => one.id === overlegId)?.status).toBe('geannuleerd')
    await expect(
      as(regio.systeem, (work) =>
        work.db.updateTable('casus').set({ uitkomst: 'maatwerk' }).where('id', '=', id).execute(),
      ),
    ).resolves.toBeDefined()
    const leeg = await givenCasus(platform, loket, await nieuw())
    await expect(
      as(loket, (work) =>
        closeCasus(work, {
          id: leeg.id,
          versie: leeg.versie,
          uitkomst: 'maatwerk',
          toelichting: null,
          financiering: [],
        }),
      ),
    ).rejects.toMatchObject({ constraint: 'casus_uitkomst_heeft_financiering' })
  })
})
