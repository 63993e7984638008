import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen, vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { instelling } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { endVerblijf } from '../../verblijf/server/commands.ts'
import type { UitstroomDetail } from '../domain/api.ts'
import {
  completeUitstroom,
  prepareUrgentie,
  recordVoorwaarden,
  recordWens,
  reopenUitstroom,
  stepUrgentie,
} from './commands.ts'
import { findUitstroom } from './detail-queries.ts'
import { readDirecteBemiddelingen } from './overzicht-queries.ts'
import { listUitstroomRijen } from './queries.ts'

const database = useDatabase()
let k: Trajectketen

beforeAll(async () => {
  k = await givenTrajectketen(database)
}, 120_000)

const vandaag = '2026-03-02'
const detail = async (persoonId: Id, als: Vrager = k.loket): Promise<UitstroomDetail> =>
  accepted(await k.doe(als, (work) => findUitstroom(work, persoonId)))

/** Someone who stays in beschermd wonen since 2 February. */
async function givenVerblijver(): Promise<{ persoonId: Id; verblijfId: Id }> {
  const persoonId = await givenPersoon(k.platform, k.loket, { achternaam: 'de Wit', roepnaam: 'Noor' })
  const { id } = accepted(await k.start(k.loket, persoonId, k.nacht))
  return { persoonId, verblijfId: id }
}

const verlaat = async (verblijfId: Id) =>
  accepted(
    await k.doe(k.planner, (work) =>
      endVerblijf(work, {
        ...vertrek(verblijfId, { bestemming: 'eigen_woning', reden: 'doelen_behaald' }),
        overschrijdingReden: null,
      }),
    ),
  )

const rondAf = async (persoonId: Id, verblijfId: Id, route = 'een_route') => {
  const versie = (await detail(persoonId)).dossier!.versie
  const invoer = {
    op: vandaag,
    route,
    verblijfId,
    bestemming: null,
    afwijkingReden: 'Kan bij familie terecht',
  }
  return k.doe(k.loket, (work) => completeUitstroom(work, { ...invoer, persoonId, versie }))
}

const wens = { gemeenteCode: null, woningtype: 'huurwoning', wens: null }
const alles = (persoon: UitstroomDetail, stand: 'ja' | 'nee' = 'ja') =>
  persoon.voorwaarden.map(({ code }) => ({ code, stand, notitie: null }))

describe('het uitstroomdossier', () => {
  it('bestaat vanaf de eerste dag van het verblijf, zonder dat iemand iets invulde (UIT-12)', async () => {
    const { persoonId } = await givenVerblijver()
    const one = await detail(persoonId)
    expect(one.dossier).toMatchObject({
      versie: 0,
      begonnenOp: '2026-02-02',
      gemeente: 'Vlaardingen',
      isHerkomst: true,
      bekijkenVoor: '2026-03-02',
    })
    expect(one.taken.filter((taak) => !taak.klaar).map((taak) => taak.code)).toEqual([
      'woningtype',
      'voorwaarde_dagbesteding',
      'voorwaarde_herstelacademie',
      'voorwaarde_netwerk',
      'voorwaarde_inkomen',
      'voorwaarde_begeleiding',
      'aanvraag',
    ])
    expect(
      await k.query('select 1 from onderdak.uitstroomdossier where persoon_id = $1', [persoonId]),
    ).toEqual([])
    const lijst = await k.doe(k.loket, (work) =>
      listUitstroomRijen(work, {
        stand: 'niet_bekeken',
        sorteer: 'begonnenOp',
        pagina: 1,
        aantalPerPagina: 50,
      }),
    )
    expect(lijst.results.find((rij) => rij.persoonId === persoonId)).toMatchObject({
      inOrde: 0,
      voorwaarden: 5,
    })
  })

  it('krijgt bij twee eerste invoeren tegelijk één rij; de ander hoort wie eerst was', async () => {
    const { persoonId } = await givenVerblijver()
    const invoer = { persoonId, versie: 0, ...wens }
    const uitkomsten = await Promise.all([
      k.doe(k.loket, (work) => recordWens(work, invoer)),
      k.doe(k.planner, (work) => recordWens(work, { ...invoer, woningtype: 'flexwoning' })),
      k.doe(k.loket, (work) => recordWens(work, { ...invoer, woningtype: 'kamer' })),
    ])
    expect(uitkomsten.filter((one) => !isRejection(one))).toHaveLength(1)
    for (const one of uitkomsten.filter(isRejection)) expect(one.code).toBe('versie_verouderd')
    expect(
      await k.query('select count(*)::int as n from onderdak.uitstroomdossier where persoon_id = $1', [
        persoonId,
      ]),
    ).toEqual([{ n: 1 }])
  })

  it('wordt niet afgerond zolang iemand er nog verblijft of iets niet in orde is zonder reden', async () => {
    const { persoonId, verblijfId } = await givenVerblijver()
    const voor = await detail(persoonId)
    accepted(
      await k.doe(k.planner, (work) =>
        recordVoorwaarden(work, { persoonId, versie: 0, voorwaarden: alles(voor, 'nee') }),
      ),
    )
    const invoer = {
      persoonId,
      versie: (await detail(persoonId)).dossier!.versie,
      op: vandaag,
      route: 'directe_bemiddeling',
      verblijfId: null,
      bestemming: 'eigen_woning',
      afwijkingReden: null,
    }
    const rond = (meer: object) => k.doe(k.loket, (work) => completeUitstroom(work, { ...invoer, ...meer }))
    expect(await rond({})).toMatchObject({ code: 'voorwaarden_open' })
    expect(await rond({ afwijkingReden: 'Kan bij familie terecht' })).toMatchObject({ code: 'verblijft_nog' })
    expect(await rond({ route: 'bestaat_niet' })).toMatchObject({ field: 'route' })
    accepted(
      await k.doe(k.planner, (work) =>
        endVerblijf(work, {
          ...vertrek(verblijfId, { bestemming: 'eigen_woning', reden: 'doelen_behaald' }),
          overschrijdingReden: null,
        }),
      ),
    )
    const { id } = accepted(
      await rond({ afwijkingReden: 'Kan snel verhuizen', verblijfId, bestemming: null }),
    )
    expect((await detail(persoonId)).afgerond).toMatchObject([
      {
        id,
        op: vandaag,
        route: 'Directe bemiddeling',
        bestemming: 'Eigen huurwoning',
        afwijkingReden: 'Kan snel verhuizen',
      },
    ])
    const cijfers = accepted(
      await k.doe(k.regio.systeem, (work) =>
        readDirecteBemiddelingen(work, { pagina: 1, aantalPerPagina: 50, sorteer: '-jaar' }),
      ),
    )
    expect(cijfers.results).toEqual([
      { jaar: 2026, route: 'Directe bemiddeling', bestemming: 'Eigen huurwoning', aantal: 1 },
    ])
    const beleid = await k.regio.als('centrumgemeente', 'programmamanager')
    const afgeschermd = accepted(
      await k.doe(beleid, (work) =>
        readDirecteBemiddelingen(work, { pagina: 1, aantalPerPagina: 50, sorteer: '-jaar' }),
      ),
    )
    expect(afgeschermd.results.map((rij) => rij.aantal)).toEqual([null])
    expect(afgeschermd.perRoute.map((rij) => rij.aantal)).toEqual([null])
  })

  it('blijft na het vertrek open tot het is afgerond, ook als nog niemand iets invulde', async () => {
    const { persoonId, verblijfId } = await givenVerblijver()
    await verlaat(verblijfId)
    const { dossier, keuzes } = await detail(persoonId)
    expect(dossier).toMatchObject({ versie: 0, begonnenOp: '2026-02-02' })
    expect(keuzes.verblijven.map((een) => een.id)).toEqual([verblijfId])
    accepted(await rondAf(persoonId, verblijfId))
    expect((await detail(persoonId)).dossier).toBeNull()
  })

  it('gaat met een reden weer open als de uitstroom niet doorging, en is dan opnieuw af te ronden', async () => {
    const { persoonId, verblijfId } = await givenVerblijver()
    await verlaat(verblijfId)
    const { id, versie } = accepted(await rondAf(persoonId, verblijfId))
    const heropen = () =>
      k.doe(k.loket, (work) => reopenUitstroom(work, { id, versie, reden: 'De woning ging niet door' }))
    accepted(await heropen())
    expect(await heropen()).toMatchObject({ code: 'versie_verouderd' })
    const open = await detail(persoonId)
    expect(open.dossier?.heropend).toEqual({ op: vandaag, reden: 'De woning ging niet door' })
    expect(open.afgerond).toEqual([])
    expect(accepted(await rondAf(persoonId, verblijfId, 'regulier')).id).toBe(id)
    expect((await detail(persoonId)).afgerond).toMatchObject([{ route: 'Gewone woningmarkt' }])
  })

  it('wie opnieuw verblijft krijgt een nieuw dossier; het oude gaat dan niet meer open', async () => {
    const { persoonId, verblijfId } = await givenVerblijver()
    await verlaat(verblijfId)
    const oud = accepted(await rondAf(persoonId, verblijfId))
    accepted(await k.start(k.loket, persoonId, k.nacht, { op: vandaag }))
    const nieuw = await detail(persoonId)
    expect(nieuw.dossier).toMatchObject({ versie: 0, begonnenOp: vandaag })
    expect(nieuw.voorwaarden.every((een) => een.stand === null)).toBe(true)
    expect(nieuw.afgerond).toMatchObject([{ id: oud.id, kanHeropenen: false }])
    expect(
      await k.doe(k.loket, (work) => reopenUitstroom(work, { ...oud, reden: 'Vergissing' })),
    ).toMatchObject({ code: 'kan_niet_heropenen' })
    const rij = accepted(await k.doe(k.loket, (work) => recordWens(work, { persoonId, versie: 0, ...wens })))
    expect(rij.id).not.toBe(oud.id)
  })

  it('gaat met samenvoegen mee naar het dossier dat telt, en bij terugdraaien weer terug', async () => {
    const { persoonId } = await givenVerblijver()
    accepted(await k.doe(k.loket, (work) => recordWens(work, { persoonId, versie: 0, ...wens })))
    accepted(
      await k.doe(k.loket, (work) => prepareUrgentie(work, { persoonId, ...aanvraag, soort: 'urgentie' })),
    )
    const ander = await givenPersoon(k.platform, k.loket, { achternaam: 'de Wit', roepnaam: 'Noortje' })
    const samen = accepted(
      await k.doe(k.loket, (work) =>
        mergeDossiers(work, { persoonId, opgegaanIn: ander, reden: 'Zelfde mens' } as never),
      ),
    ) as { id: Id }
    const eigenaar = () =>
      k.query(
        'select d.persoon_id as d, u.persoon_id as u from onderdak.uitstroomdossier d join onderdak.urgentieaanvraag u on u.dossier_id = d.id where d.persoon_id in ($1, $2)',
        [persoonId, ander],
      )
    expect(await eigenaar()).toEqual([{ d: ander, u: ander }])
    expect((await detail(ander)).urgenties).toHaveLength(1)
    accepted(
      await k.doe(k.loket, (work) =>
        splitDossiers(work, { samenvoegingId: samen.id, reden: 'Toch twee mensen' }),
      ),
    )
    expect(await eigenaar()).toEqual([{ d: persoonId, u: persoonId }])
  })
})

const aanvraag = {
  soort: 'een_route' as const,
  grond: 'uitstroom_opvang',
  op: '2026-02-10',
  ontvangendePartij: null,
  afspraken: null,
}

describe('urgentie en één-route', () => {
  it('één-route gaat terug naar de gemeente van herkomst, met wie ontvangt uit de instelling (UIT-03)', async () => {
    const { persoonId } = await givenVerblijver()
    accepted(
      await k.doe(k.regio.systeem, (work) =>
        changeGedateerd(work, instelling, {
          sleutel: { code: 'urgentie_instantie' },
          versie: 1,
          vanaf: '2026-01-01',
          waarde: {
            naam: 'Wie beslist over urgentie',
            waarde: 'SUWR',
            soort: 'tekst',
            bron: 'Regiovisie MVS',
          },
        }),
      ),
    )
    accepted(await k.doe(k.loket, (work) => prepareUrgentie(work, { persoonId, ...aanvraag })))
    expect((await detail(persoonId)).urgenties).toMatchObject([
      { toestand: 'voorbereid', herkomst: 'Vlaardingen', ontvangendePartij: 'SUWR' },
    ])
    expect(await k.doe(k.loket, (work) => prepareUrgentie(work, { persoonId, ...aanvraag }))).toMatchObject({
      code: 'aanvraag_loopt_al',
    })
  })

  it('kent zonder herkomst geen één-route', async () => {
    const persoonId = await givenPersoon(k.platform, k.loket, {
      herkomstGemeente: undefined,
      herkomstBewijs: undefined,
      herkomstOnbekendReden: 'nog_navragen',
    } as never)
    expect(await k.doe(k.loket, (work) => prepareUrgentie(work, { persoonId, ...aanvraag }))).toMatchObject({
      code: 'herkomst_onbekend',
      field: 'soort',
    })
  })

  it('loopt van indienen tot besluit en verloopt vanzelf', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = accepted(
      await k.doe(k.loket, (work) => prepareUrgentie(work, { persoonId, ...aanvraag, soort: 'urgentie' })),
    )
    const stap = (naar: string, op: string, meer: object = {}) =>
      k.doe(k.loket, async (work) => {
        const [row] = await k.query('select versie from onderdak.urgentieaanvraag where id = $1', [id])
        return stepUrgentie(work, {
          id,
          versie: row.versie,
          naar: naar as 'ingediend',
          op,
          kenmerk: null,
          geldigTot: null,
          toelichting: null,
          ...meer,
        })
      })
    expect(await stap('toegekend', '2026-02-20', { geldigTot: '2026-08-01' })).toMatchObject({
      code: 'kan_nu_niet',
    })
    expect(await stap('ingediend', '2026-02-01')).toMatchObject({ code: 'dag_te_vroeg' })
    accepted(await stap('ingediend', '2026-02-12', { kenmerk: 'S-1' }))
    accepted(await stap('toegekend', '2026-02-20', { geldigTot: '2026-02-25' }))
    expect((await detail(persoonId)).urgenties[0]).toMatchObject({
      toestand: 'verlopen',
      verlooptBijna: false,
    })
    const rijen = async (stand: 'urgentie_verlopen' | 'urgentie_loopt_af' | 'open') =>
      (
        await k.doe(k.loket, (work) =>
          listUitstroomRijen(work, { stand, sorteer: 'geldigTot', pagina: 1, aantalPerPagina: 50 }),
        )
      ).results.filter((rij) => rij.persoonId === persoonId)
    const verlopen = { urgentie: 'Verlopen', urgentieVerlopen: true, geldigTot: '2026-02-25' }
    expect(await rijen('urgentie_verlopen')).toMatchObject([verlopen])
    expect(await rijen('open')).toMatchObject([verlopen])
    expect(await rijen('urgentie_loopt_af')).toEqual([])
    expect(await stap('gebruikt', vandaag)).toMatchObject({ code: 'kan_nu_niet' })
    accepted(await stap('toegekend', '2026-02-24', { geldigTot: '2026-03-20' }))
    expect((await detail(persoonId)).urgenties[0]).toMatchObject({
      toestand: 'toegekend',
      verlooptBijna: true,
      beslotenOp: '2026-02-20',
    })
    expect(await rijen('urgentie_verlopen')).toEqual([])
    const lijst = await k.doe(k.loket, (work) =>
      listUitstroomRijen(work, {
        stand: 'urgentie_loopt_af',
        sorteer: 'geldigTot',
        pagina: 1,
        aantalPerPagina: 50,
      }),
    )
    expect(lijst.results.map((rij) => rij.persoonId)).toEqual([persoonId])
  })
})
