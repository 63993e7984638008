import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenNazorgketen, type Nazorgketen } from '../../../../tests/given/nazorg.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { vertrek } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { createHuishouden } from '../../persoon/server/huishouden-commands.ts'
import { endVerblijf } from '../../verblijf/server/commands.ts'
import { changeFrequentie, recordContact } from './contact-commands.ts'

const database = useDatabase()
let keten: Nazorgketen
let loket: Vrager
let anderePlanner: Vrager

// It is Monday 2 March 2026.
beforeAll(async () => {
  keten = await givenNazorgketen(database)
  ;({ loket } = keten)
  anderePlanner = await keten.regio.als('andereAanbieder', 'aanbieder_planner')
})

describe('hoe vaak er contact is (invariant 2)', () => {
  it('vaker of minder vaak kan terwijl zij loopt, met reden en vanaf een dag; wat gold blijft te lezen', async () => {
    const { persoonId, verblijfId } = await keten.vertrokken()
    const { id, versie } = accepted(await keten.regel(loket, verblijfId))
    const wijzig = (vrager: Vrager, invoer: { versie: number; van: string; elkeWeken: number }) =>
      keten.doe(vrager, (work) =>
        changeFrequentie(work, { afspraakId: id, reden: 'Er zijn zorgen over geld', ...invoer }),
      )
    const nu = async () => (await keten.van(loket, persoonId)).uitstromen[0]!.afspraken[0]!
    const volgensDatabase = async () =>
      (
        await keten.query(
          'select onderdak.waakvlam_op(n)::text as op from onderdak.nazorgafspraak n where id = $1',
          [id],
        )
      )[0]
    const eerst = accepted(await wijzig(loket, { versie, van: '2026-03-09', elkeWeken: 2 }))
    expect(await nu()).toMatchObject({
      elkeWeken: 4,
      contactOp: '2026-03-16',
      frequenties: [
        { van: '2026-03-09', elkeWeken: 2, reden: 'Er zijn zorgen over geld' },
        { van: '2026-03-02', elkeWeken: 4 },
      ],
    })
    expect(await volgensDatabase()).toEqual({ op: '2026-03-16' })
    expect(await keten.opvolging(persoonId)).toMatchObject({ volgende_stap_op: '2026-03-16' })
    expect(await wijzig(loket, { versie, van: '2026-04-01', elkeWeken: 8 })).toMatchObject({
      code: 'versie_verouderd',
    })
    expect(await wijzig(loket, { ...eerst, van: '2026-03-09', elkeWeken: 8 })).toMatchObject({ field: 'van' })
    expect(await wijzig(anderePlanner, { ...eerst, van: '2026-04-01', elkeWeken: 8 })).toMatchObject({
      status: 404,
    })
    keten.platform.clock.set('2026-03-16')
    accepted(
      await keten.doe(loket, (work) =>
        recordContact(work, {
          afspraakId: id,
          op: '2026-03-16',
          wijze: 'telefoon',
          uitkomst: 'goed',
          toelichting: null,
        }),
      ),
    )
    accepted(await wijzig(loket, { ...eerst, van: '2026-03-23', elkeWeken: 8 }))
    expect(await nu()).toMatchObject({ elkeWeken: 2, contactOp: '2026-05-11' })
    expect(await volgensDatabase()).toEqual({ op: '2026-05-11' })
    expect((await nu()).frequenties.map((een) => een.elkeWeken)).toEqual([8, 2, 4])
    keten.platform.clock.set('2026-03-02')
  })
})

describe('een lid van een huishouden (invariant 1)', () => {
  it('wie alleen uit een huishouden vertrekt is ook uitstroom, met een eigen besluit', async () => {
    const ouder = await givenPersoon(keten.platform, loket)
    const zoon = await givenPersoon(keten.platform, loket)
    accepted(
      await keten.doe(loket, (work) =>
        createHuishouden(work, {
          persoonId: ouder,
          leden: [{ persoonId: zoon, rol: 'kind' }],
          op: '2026-01-01',
        }),
      ),
    )
    const { id: verblijfId } = accepted(await keten.start(loket, ouder, keten.nacht))
    const weg = (meer: object) =>
      keten.doe(loket, (work) =>
        endVerblijf(work, vertrek(verblijfId, { bestemming: 'eigen_woning', ...meer })),
      )
    expect(await keten.regel(loket, verblijfId, { persoonId: zoon })).toMatchObject({ status: 404 })
    accepted(await weg({ persoonId: zoon, nieuwAanspreekpuntId: null }))
    const opLijst = async (wie: Id) =>
      (await keten.lijst(loket, 'zonder')).results.find((row) => row.persoonId === wie)
    expect(await opLijst(zoon)).toMatchObject({ verblijfId, isAlleen: true })
    expect(await opLijst(ouder)).toBeUndefined()
    expect((await keten.van(loket, zoon)).uitstromen).toMatchObject([{ alleenId: zoon, isZonder: true }])
    accepted(await keten.regel(loket, verblijfId, { persoonId: zoon }))
    expect(await keten.regel(loket, verblijfId, { persoonId: zoon })).toMatchObject({
      code: 'nazorg_bestaat',
    })
    expect(await opLijst(zoon)).toBeUndefined()
    const [{ versie }] = (await keten.query('select versie from onderdak.verblijf where id = $1', [
      verblijfId,
    ])) as [{ versie: number }]
    accepted(await weg({ versie }))
    expect(await opLijst(ouder)).toMatchObject({ isAlleen: false })
    accepted(await keten.regel(loket, verblijfId))
    expect((await keten.van(loket, ouder)).uitstromen).toMatchObject([{ alleenId: null, isZonder: false }])
  })
})
