import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { aanbod, afronding } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { acceptOverdracht, finishOverdracht, offerSamen } from './commands.ts'
import { readMeegaanden } from './samen-commands.ts'

const database = useDatabase()
let keten: Trajectketen
let loket: Vrager
let planner: Vrager
let zuid: Vrager

beforeAll(async () => {
  keten = await givenTrajectketen(database)
  loket = keten.loket
  planner = keten.planner
  zuid = await keten.regio.als('andereAanbieder', 'aanbieder_planner')
})

const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }
const query = (text: string, values: unknown[]) => keten.query(text, values)

/** A mother, a grown-up son and a young child who sleep in one place; the loket is responsible for the mother and the son. */
async function gezin() {
  const [moeder, zoon, kind] = await Promise.all([
    givenPersoon(keten.platform, loket, { voornamen: 'Moeder', achternaam: 'Samen' }),
    givenPersoon(keten.platform, loket, {
      voornamen: 'Zoon',
      achternaam: 'Samen',
      geboortedatum: '2004-05-05',
    }),
    givenPersoon(keten.platform, loket, {
      voornamen: 'Kind',
      achternaam: 'Samen',
      geboortedatum: '2019-05-05',
    }),
  ])
  accepted(
    await keten.doe(loket, (work) =>
      createHuishouden(work, {
        persoonId: moeder,
        leden: [
          { persoonId: zoon, rol: 'kind' },
          { persoonId: kind, rol: 'kind' },
        ],
        op: '2026-02-01',
      }),
    ),
  )
  accepted(await keten.start(loket, moeder, keten.nacht))
  return { moeder, zoon, kind }
}
const bied = (persoonId: Id, ookVoor: Id[], over: object = {}) =>
  keten.doe(loket, (work) =>
    offerSamen(work, {
      ...aanbod,
      naarOrganisatieId: keten.regio.organisaties.andereAanbieder,
      ...over,
      persoonId,
      ookVoor,
    }),
  )
const openVan = async (...ids: Id[]) =>
  (
    await query(
      `select persoon_id from onderdak.overdracht where persoon_id = any ($1) and status in ('aangeboden', 'geaccepteerd')`,
      [ids],
    )
  ).map((row) => row.persoon_id)
async function koppel(leden: readonly (readonly [Id, string])[]) {
  const systeemId = keten.platform.newId()
  await query(
    'insert into onderdak.vo_systeem (id, regio_id, koppelcode, aangemaakt_op) values ($1, $2, $3, now())',
    [systeemId, keten.regio.regioId, systeemId.slice(-8)],
  )
  for (const [persoonId, rol] of leden)
    await query(
      `insert into onderdak.vo_systeem_lid (id, regio_id, systeem_id, persoon_id, rol, van, gewijzigd_op) values (gen_random_uuid(), $1, $2, $3, $4, '2026-02-01', now())`,
      [keten.regio.regioId, systeemId, persoonId, rol],
    )
}

describe('een gezin overdragen (OVD-01)', () => {
  it('wie u aankruist krijgt een eigen overdracht met dezelfde partijen, in één handeling', async () => {
    const { moeder, zoon, kind } = await gezin()
    const { leden } = accepted(await keten.doe(loket, (work) => readMeegaanden(work, moeder)))
    expect(leden.map((lid) => lid.persoonId).sort()).toEqual([zoon, kind].sort())
    const made = accepted(await bied(moeder, [zoon, kind]))
    expect(made.ookGemaakt).toHaveLength(2)
    expect(made.nietMee).toBe(0)
    // Each goes its own way from here: accepted and finished apart.
    for (const id of [made.id, ...made.ookGemaakt]) {
      accepted(await keten.doe(zuid, (work) => acceptOverdracht(work, { id })))
      accepted(await keten.doe(zuid, (work) => finishOverdracht(work, { ...afronding, id })))
    }
    const verantwoordelijk = await query(
      `select distinct organisatie_id from onderdak.opvolging where persoon_id = any ($1) and status = 'open'`,
      [[moeder, zoon, kind]],
    )
    expect(verantwoordelijk).toEqual([{ organisatie_id: keten.regio.organisaties.andereAanbieder }])
    expect(await keten.doe(zuid, (work) => getPersoonKern(work, kind))).toBeDefined()
    await keten.checkBoeken()
  })

  it('lukt er één niet, dan wordt er geen aangeboden', async () => {
    const { moeder, zoon } = await gezin()
    const vreemd = await givenPersoon(keten.platform, loket, { achternaam: 'Niet-huisgenoot' })
    expect(await bied(moeder, [zoon, vreemd])).toMatchObject({ code: 'lid_gaat_niet_mee', field: 'ookVoor' })
    expect(await openVan(moeder, zoon)).toEqual([])
    // A ground that the son did not agree to: nobody goes.
    await keten.doe(planner, (work) => setOpvolging(work, { persoonId: moeder }, stap))
    expect(await bied(moeder, [zoon], { grond: 'UITDRUKKELIJKE_TOESTEMMING' })).toMatchObject({
      field: expect.any(String),
    })
    expect(await openVan(moeder, zoon)).toEqual([])
  })

  it('zonder aankruisen gaat alleen de cliënt zelf', async () => {
    const { moeder, zoon, kind } = await gezin()
    expect(accepted(await bied(moeder, [])).ookGemaakt).toEqual([])
    expect(await openVan(moeder, zoon, kind)).toEqual([moeder])
  })

  it('wie de ontvanger niet mag zien blijft achter, zonder dat er staat waarom', async () => {
    const { moeder, zoon, kind } = await gezin()
    await query(
      `insert into onderdak.belangenconflict (id, regio_id, persoon_id, organisatie_id, reden, van, vastgelegd_op) values (gen_random_uuid(), $1, $2, $3, 'familie', '2026-02-01', now())`,
      [keten.regio.regioId, zoon, keten.regio.organisaties.andereAanbieder],
    )
    const made = accepted(await bied(moeder, [zoon, kind]))
    expect(made).toMatchObject({ nietMee: 1 })
    expect((await openVan(moeder, zoon, kind)).sort()).toEqual([moeder, kind].sort())
    expect(JSON.stringify(made)).not.toMatch(/conflict|familie|pleger/)
    await keten.doe(loket, (work) => setOpvolging(work, { persoonId: zoon }, stap))
    expect(await bied(zoon, [])).toMatchObject({ code: 'ontvanger_kan_niet', field: 'naarOrganisatieId' })
  })

  it('wie aan de andere kant van een afscherming staat gaat niet samen mee', async () => {
    const { moeder, zoon, kind } = await gezin()
    // A pleger never sleeps where a child of the same system does: he left, and has a traject of his own at the loket.
    await query(
      `update onderdak.verblijf_persoon set tot = '2026-02-20', eindreden = 'eigen_keuze', bestemming = 'onbekend' where persoon_id = $1`,
      [zoon],
    )
    const { leden } = accepted(await keten.doe(loket, (work) => readMeegaanden(work, moeder)))
    expect(leden.map((lid) => lid.persoonId)).toContain(zoon)
    await koppel([
      [kind, 'kind'],
      [zoon, 'pleger'],
    ])
    const made = accepted(await bied(moeder, [zoon, kind]))
    expect(made).toMatchObject({ nietMee: 1 })
    expect((await openVan(moeder, zoon, kind)).sort()).toEqual([moeder, kind].sort())
  })

  it('“niets van vóór 18 jaar” geldt alleen voor wie 18 werd, niet voor de moeder of een jonger kind', async () => {
    const { moeder, zoon, kind } = await gezin()
    const [traject] = await query('select id from onderdak.traject where persoon_id = $1', [zoon])
    await query(
      `insert into onderdak.achttien_route (id, regio_id, traject_id, persoon_id, status, achttien_op, plan_voor, gewijzigd_op) values (gen_random_uuid(), $1, $2, $3, 'te_plannen', '2026-03-01', '2026-01-01', now())`,
      [keten.regio.regioId, traject.id, zoon],
    )
    expect(await bied(moeder, [zoon, kind])).toMatchObject({
      code: 'jeugdwet_toestemming_nodig',
      field: 'ookVoor',
    })
    accepted(await bied(moeder, [zoon, kind], { zonderJeugdgegevens: true }))
    const rijen = await query(
      'select persoon_id from onderdak.overdracht where persoon_id = any ($1) and zonder_jeugdgegevens',
      [[moeder, zoon, kind]],
    )
    expect(rijen).toEqual([{ persoon_id: zoon }])
  })
})
