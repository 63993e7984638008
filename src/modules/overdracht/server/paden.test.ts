import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { aanbod, afronding, naarBuiten } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, workAs } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import { kantVan, type Richting } from '../domain/rules.ts'
import { type Actie, acties } from '../domain/toestanden.ts'
import {
  acceptOverdracht,
  finishOverdracht,
  offerOverdracht,
  refuseOverdracht,
  withdrawOverdracht,
} from './commands.ts'
import { endOverdracht, lockToDo, signAcceptance } from './stap-commands.ts'

const database = useDatabase()
let keten: Trajectketen
let mensen: Record<'loket' | 'noord' | 'zuid', Vrager>

beforeAll(async () => {
  keten = await givenTrajectketen(database)
  mensen = {
    loket: keten.loket,
    noord: keten.planner,
    zuid: await keten.regio.als('andereAanbieder', 'aanbieder_planner'),
  }
})

/** Mostly the side whose turn it is, so that the walk gets somewhere; and often somebody who may not. */
const wie = fc.constantFrom('beurt', 'beurt', 'beurt', 'loket', 'noord', 'zuid')
const stap = fc.oneof(
  fc.record({
    doe: fc.constant('aanbieden'),
    wie,
    naar: fc.constantFrom('noord', 'zuid', 'loket', 'buiten'),
  }),
  fc.record({
    doe: fc.constantFrom('accepteren', 'link', 'weigeren', 'intrekken', 'afronden', 'verlopen'),
    wie,
  }),
)
/** A handover as it should go, with anything in between. */
const rondje = fc
  .tuple(fc.constantFrom('noord', 'zuid', 'loket', 'buiten'), fc.option(stap))
  .map(([naar, tussendoor]) => [
    { doe: 'aanbieden', wie: 'beurt', naar },
    { doe: naar === 'buiten' ? 'link' : 'accepteren', wie: 'beurt' },
    ...(tussendoor ? [tussendoor] : []),
    { doe: 'afronden', wie: 'beurt' },
  ])
const pad = fc
  .array(
    fc.oneof(
      stap.map((een) => [een]),
      rondje,
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((delen) => delen.flat())
type Stap = { doe: string; wie: string; naar?: string }

const van = (organisatieId: Id) => Object.values(mensen).find((een) => een.organisatieId === organisatieId)!

async function vragerVan(
  persoonId: Id,
  zet: Stap,
  open: Record<string, unknown> | undefined,
): Promise<Vrager> {
  if (zet.wie !== 'beurt') return mensen[zet.wie as 'loket']
  if (zet.doe === 'aanbieden' || !open || !(zet.doe in acties))
    return van((await stand(persoonId)).verantwoordelijk[0])
  const kant = kantVan(zet.doe as Actie, open.richting as Richting)
  return open[kant] === null ? mensen.loket : van(open[kant] as Id)
}

/** Takes one step, allowed or not: a refusal changes nothing. */
async function loop(persoonId: Id, zet: Stap): Promise<void> {
  const [open] = await keten.query(
    `select id, richting, van_organisatie_id as gever, naar_organisatie_id as ontvanger from onderdak.overdracht where persoon_id = $1 order by aangeboden_op desc, id desc limit 1`,
    [persoonId],
  )
  const id = open?.id as Id
  const vrager = await vragerVan(persoonId, zet, open)
  await workAs(
    keten.platform,
    zet.doe === 'verlopen' || zet.doe === 'link' ? keten.regio.systeem : vrager,
    async (work) => {
      if (zet.doe === 'aanbieden') {
        const binnen = { ...aanbod, naarOrganisatieId: mensen[zet.naar as 'loket']?.organisatieId }
        const grond =
          vrager === mensen.loket
            ? aanbod.grond
            : zet.naar === 'loket'
              ? 'UITVOERING_AANBIEDER'
              : 'BEROEPSHALVE_MEDEWERKING'
        const input =
          zet.naar === 'buiten' ? naarBuiten : { ...binnen, grond, weging: 'Nodig voor de opvang' }
        return offerOverdracht(work, { ...input, persoonId } as never)
      }
      if (!id) return undefined
      if (zet.doe === 'accepteren') return acceptOverdracht(work, { id })
      if (zet.doe === 'weigeren') return refuseOverdracht(work, { id, reden: 'Kan niet' })
      if (zet.doe === 'intrekken') return withdrawOverdracht(work, { id, reden: 'Toch niet' })
      if (zet.doe === 'afronden') return finishOverdracht(work, { ...afronding, id })
      const row = await lockToDo(
        work,
        id,
        zet.doe === 'link' ? 'accepteren' : 'intrekken',
        zet.doe === 'link' ? 'link' : 'systeem',
      )
      if ('rejected' in row) return row
      return zet.doe === 'link'
        ? signAcceptance(work, row, { ontvanger_naam: 'B. Buren' })
        : endOverdracht(work, row, 'intrekken', 'Niet op tijd')
    },
  )
}

/** Who is responsible, and what the handovers say. */
async function stand(persoonId: Id) {
  const [row] = await keten.query(
    `select (select array_agg(organisatie_id) from onderdak.opvolging where persoon_id = $1 and status = 'open') as verantwoordelijk,
       (select array_agg(a.organisatie_id) from onderdak.traject t join onderdak.aanspreekpunt a on a.traject_id = t.id and a.tot is null
         where t.persoon_id = $1 and t.geeindigd_op is null) as aanspreekpunt,
       (select count(*)::int from onderdak.overdracht where persoon_id = $1 and status in ('aangeboden', 'geaccepteerd')) as open,
       (select coalesce(array_agg(naar_organisatie_id order by afgerond_vastgelegd_op, id), '{}') from onderdak.overdracht
         where persoon_id = $1 and status = 'afgerond' and richting = 'binnen') as afgerond,
       (select count(*)::int from onderdak.overdracht where persoon_id = $1 and status = 'afgerond' and geaccepteerd_op is null) as overgeslagen,
       (select bool_and(exists (select 1 from onderdak.betrokkenheid b where b.persoon_id = $1 and b.organisatie_id = v.organisatie_id and (b.tot is null or b.tot > date '2026-03-02')))
         from onderdak.opvolging v where v.persoon_id = $1 and v.status = 'open') as ziet`,
    [persoonId],
  )
  return row!
}

describe('welke stappen ook worden gezet, in welke volgorde ook', () => {
  it('is er altijd precies één verantwoordelijke: de gever tot het afronden, daarna de ontvanger', async () => {
    await fc.assert(
      fc.asyncProperty(pad, async (stappen) => {
        const persoonId = await givenPersoon(keten.platform, mensen.loket)
        const begin = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }
        accepted(
          await workAs(keten.platform, mensen.loket, (work) =>
            startTraject(work, { persoonId, op: work.today, stap: begin }),
          ),
        )
        let bij = mensen.loket.organisatieId
        let gedaan = 0
        for (const zet of stappen) {
          await loop(persoonId, zet)
          const na = await stand(persoonId)
          if (na.afgerond.length > gedaan) {
            gedaan = na.afgerond.length
            expect(zet.doe).toBe('afronden')
            bij = na.afgerond.at(-1)
          }
          expect(na).toMatchObject({
            verantwoordelijk: [bij],
            aanspreekpunt: [bij],
            overgeslagen: 0,
            ziet: true,
          })
          expect(na.open).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40, seed: 20260302 },
    )
    const [telling] = await keten.query(
      `select count(*) filter (where status = 'afgerond' and richting = 'binnen')::int as binnen, count(*) filter (where status = 'afgerond' and richting = 'naar_buiten')::int as buiten,
         count(*) filter (where status = 'geweigerd')::int as geweigerd, count(*) filter (where status = 'ingetrokken')::int as ingetrokken from onderdak.overdracht`,
    )
    // The walk came everywhere, or it would prove little.
    for (const [waar, aantal] of Object.entries(telling as Record<string, number>))
      expect([waar, aantal > 0]).toEqual([waar, true])
    await keten.checkBoeken()
  }, 240_000)
})
