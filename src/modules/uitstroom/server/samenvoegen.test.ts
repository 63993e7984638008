import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen, vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Id } from '../../../shared/id.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { endVerblijf } from '../../verblijf/server/commands.ts'
import type { UitstroomDetail } from '../domain/api.ts'
import { completeUitstroom, prepareUrgentie, recordWens, stepUrgentie } from './commands.ts'
import { findUitstroom } from './detail-queries.ts'
import { readDirecteBemiddelingen } from './overzicht-queries.ts'
import { listUitstroomRijen } from './queries.ts'

const database = useDatabase()
let k: Trajectketen

beforeAll(async () => {
  k = await givenTrajectketen(database)
}, 120_000)

const vandaag = '2026-03-02'
const wens = { gemeenteCode: null, woningtype: 'huurwoning', wens: null }
const aanvraag = {
  soort: 'een_route' as const,
  grond: 'uitstroom_opvang',
  op: '2026-02-10',
  ontvangendePartij: null,
  afspraken: null,
}

const detail = async (persoonId: Id): Promise<UitstroomDetail> =>
  accepted(await k.doe(k.loket, (work) => findUitstroom(work, persoonId)))

/** Someone who stays in beschermd wonen since 2 February. */
async function givenVerblijver(): Promise<{ persoonId: Id; verblijfId: Id }> {
  const persoonId = await givenPersoon(k.platform, k.loket, { achternaam: 'de Wit', roepnaam: 'Noor' })
  const { id } = accepted(await k.start(k.loket, persoonId, k.nacht))
  return { persoonId, verblijfId: id }
}

describe('twee dossiers van één mens die allebei een open uitstroom hebben', () => {
  /** Two open dossiers, each with a woonwens, an urgentie and conditions. */
  async function givenTwee(): Promise<{ oud: Id; nieuw: Id }> {
    const [oud, nieuw] = [(await givenVerblijver()).persoonId, await givenPersoon(k.platform, k.loket)]
    for (const [persoonId, woningtype] of [
      [oud, 'kamer'],
      [nieuw, 'huurwoning'],
    ] as const) {
      accepted(
        await k.doe(k.loket, (work) => recordWens(work, { persoonId, versie: 0, ...wens, woningtype })),
      )
      const urgentie = { persoonId, ...aanvraag, soort: 'urgentie' as const }
      accepted(await k.doe(k.loket, (work) => prepareUrgentie(work, urgentie)))
    }
    return { oud, nieuw }
  }
  const dossiers = (ids: readonly Id[]) =>
    k.query(
      `select d.persoon_id as wie, d.woningtype, d.afgerond_op is null as open, d.route, u.persoon_id as urgentie
       from onderdak.uitstroomdossier d join onderdak.urgentieaanvraag u on u.dossier_id = d.id
       where d.persoon_id = any ($1) order by d.woningtype`,
      [ids],
    )

  it('er telt er één: dat van het dossier dat blijft; de aanvraag van het andere blijft te zien en gaat door', async () => {
    const { oud, nieuw } = await givenTwee()
    const samen = { persoonId: oud, opgegaanIn: nieuw, reden: 'Zelfde mens' }
    const { id: samenvoegingId } = accepted(await k.doe(k.loket, (work) => mergeDossiers(work, samen)))
    expect(await dossiers([oud, nieuw])).toEqual([
      { wie: nieuw, woningtype: 'huurwoning', open: true, route: null, urgentie: nieuw },
      { wie: oud, woningtype: 'kamer', open: false, route: 'samengevoegd', urgentie: oud },
    ])
    const een = await detail(nieuw)
    expect(een.dossier).toMatchObject({ woningtype: 'huurwoning', begonnenOp: vandaag })
    expect(een.verblijftNu).toBe(true)
    expect(een.urgenties).toHaveLength(2)
    expect(een.afgerond).toMatchObject([{ route: 'Samengevoegd met een ander dossier', bestemming: null }])
    const [vanOud] = await k.query('select id, versie from onderdak.urgentieaanvraag where persoon_id = $1', [
      oud,
    ])
    accepted(
      await k.doe(k.loket, (work) =>
        stepUrgentie(work, {
          ...{ id: vanOud.id, versie: vanOud.versie, naar: 'ingediend', op: vandaag },
          ...{ kenmerk: null, geldigTot: null, toelichting: null },
        }),
      ),
    )
    const lijst = await k.doe(k.loket, (work) =>
      listUitstroomRijen(work, { stand: 'open', sorteer: 'naam', pagina: 1, aantalPerPagina: 200 }),
    )
    expect(lijst.results.filter((rij) => [oud, nieuw].includes(rij.persoonId))).toHaveLength(1)
    expect(
      (
        accepted(
          await k.doe(k.regio.systeem, (work) =>
            readDirecteBemiddelingen(work, { pagina: 1, aantalPerPagina: 50, sorteer: '-jaar' }),
          ),
        ).results as { route: string }[]
      ).filter((rij) => rij.route.startsWith('Samen')),
    ).toEqual([])

    const terug = { samenvoegingId, reden: 'Toch twee mensen' }
    await k.doe(k.loket, (work) => splitDossiers(work, terug))
    expect(await dossiers([oud, nieuw])).toEqual([
      { wie: nieuw, woningtype: 'huurwoning', open: true, route: null, urgentie: nieuw },
      { wie: oud, woningtype: 'kamer', open: true, route: null, urgentie: oud },
    ])
    expect((await detail(oud)).urgenties).toMatchObject([{ toestand: 'ingediend' }])
    expect((await detail(nieuw)).urgenties).toMatchObject([{ toestand: 'voorbereid' }])
  })

  it('wat na het samenvoegen is afgerond, blijft bij het dossier dat bleef; het andere gaat bij terugdraaien weer open', async () => {
    const { oud, nieuw } = await givenTwee()
    const samen = { persoonId: oud, opgegaanIn: nieuw, reden: 'Zelfde mens' }
    const { id: samenvoegingId } = accepted(await k.doe(k.loket, (work) => mergeDossiers(work, samen)))
    const [verblijf] = await k.query('select id from onderdak.verblijf where persoon_id = $1', [oud])
    accepted(
      await k.doe(k.planner, (work) =>
        endVerblijf(work, vertrek(verblijf.id, { bestemming: 'eigen_woning', reden: 'doelen_behaald' })),
      ),
    )
    const een = await detail(nieuw)
    const uit = { bestemming: 'eigen_woning', verblijfId: null, afwijkingReden: 'Kan snel weg' }
    const rond = { persoonId: nieuw, versie: een.dossier!.versie, op: vandaag, route: 'urgentie', ...uit }
    accepted(
      await k.doe(k.loket, (work) => completeUitstroom(work, { ...rond, route: 'directe_bemiddeling' })),
    )
    await k.doe(k.loket, (work) => splitDossiers(work, { samenvoegingId, reden: 'Toch twee mensen' }))
    expect(await dossiers([oud, nieuw])).toMatchObject([
      { wie: nieuw, open: false, route: 'directe_bemiddeling' },
      { wie: oud, open: true, route: null },
    ])
  })
})
