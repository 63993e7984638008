import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenDossier } from '../../../../tests/given/dossier.ts'
import { eenMelding, eenPersoon, givenMelding } from '../../../../tests/given/melding.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { findHuishoudenVan, listHuishoudenLeden } from '../../persoon/server/lookup.ts'
import { registerMelding } from './commands.ts'
import { findMelding } from './lookup.ts'

const database = useDatabase()
let platform: TestPlatform
let loket: Vrager
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  const regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

const gezin = [
  { rol: 'partner' as const, roepnaam: 'Sam', geboortedatum: '1988-03-03', achternaam: 'Anders' },
  { rol: 'kind' as const, roepnaam: 'Lin', geboortedatum: '2018-04-01' },
]
const leden = (vrager: Vrager, persoonId: string) =>
  workAs(platform, vrager, async (work) => {
    const id = await findHuishoudenVan(work, persoonId)
    return id ? listHuishoudenLeden(work, id) : []
  })
const count = async (table: string) =>
  (await database.login.query(`select count(*)::int as n from onderdak.${table}`)).rows[0]

describe('een gezin bij de melding', () => {
  it('wordt één huishouden, met eigen dossiers, en telt mee in de aantallen', async () => {
    const melding = await givenMelding(platform, loket, { huishouden: gezin })
    expect((await leden(loket, melding.persoonId!)).map((lid) => lid.rol)).toEqual([
      'aanspreekpunt',
      'partner',
      'kind',
    ])
    const kern = await workAs(platform, loket, (work) => findMelding(work, melding.id))
    expect(kern).toMatchObject({ volwassenen: 2, kinderen: 1, huishoudenId: expect.any(String) })
    const namen = await database.login.query(
      "select achternaam from onderdak.persoon where roepnaam in ('Lin', 'Sam') order by roepnaam",
    )
    expect(namen.rows).toEqual([{ achternaam: 'Voorbeeld' }, { achternaam: 'Anders' }])
    expect(await leden(planner, melding.persoonId!)).toEqual([])
  })

  it('een volgende melding van dezelfde persoon breidt het huishouden uit', async () => {
    const eerst = await givenMelding(platform, loket, { huishouden: gezin })
    const baby = { rol: 'kind' as const, roepnaam: 'Bo', geboortedatum: '2026-02-01' }
    await givenMelding(platform, loket, { persoonId: eerst.persoonId!, huishouden: [baby] })
    expect(await leden(loket, eerst.persoonId!)).toHaveLength(4)
  })

  it('een fout bij een gezinslid staat bij dat gezinslid, en dan is er niets vastgelegd', async () => {
    const before = [await count('persoon'), await count('melding')]
    const refused = await workAs(platform, loket, (work) =>
      registerMelding(work, {
        ...eenMelding,
        persoon: eenPersoon,
        huishouden: [gezin[0]!, { rol: 'kind', roepnaam: 'Lin' }],
      }),
    )
    expect(refused).toMatchObject({ faults: [{ field: 'huishouden.1.geboortedatum' }] })
    expect([await count('persoon'), await count('melding')]).toEqual(before)
  })

  it('wie al een dossier heeft, komt met dat dossier mee en krijgt geen tweede', async () => {
    const kind = await givenDossier(platform, loket, { achternaam: 'Eerder' })
    const before = (await count('persoon')).n
    const melding = await givenMelding(platform, loket, { huishouden: [{ rol: 'kind', persoonId: kind }] })
    expect((await count('persoon')).n).toBe(before + 1)
    expect((await leden(loket, melding.persoonId!)).map((lid) => lid.persoonId)).toContain(kind)
    const kern = await workAs(platform, loket, (work) => findMelding(work, melding.id))
    // Born in 1990, whatever the place in the household is called.
    expect(kern).toMatchObject({ volwassenen: 2, kinderen: 0 })
  })

  it('niemand hoort twee keer bij het gezin, of bij twee huishoudens, of wordt er ongezien bij gezet', async () => {
    const eerst = await givenMelding(platform, loket, { huishouden: gezin })
    const [, partner] = await leden(loket, eerst.persoonId!)
    const record = (persoonId: string, ander: string) =>
      workAs(platform, loket, (work) =>
        registerMelding(work, {
          ...eenMelding,
          persoonId,
          huishouden: [{ rol: 'overig', persoonId: ander }],
        }),
      )
    expect(await record(eerst.persoonId!, partner!.persoonId)).toMatchObject({
      code: 'al_erbij',
      field: 'huishouden.0.persoonId',
    })
    const nieuw = await givenDossier(platform, loket, { achternaam: 'Nieuw' })
    expect(await record(nieuw, partner!.persoonId)).toMatchObject({ code: 'al_in_huishouden' })
    const elders = await givenDossier(platform, planner, { achternaam: 'Elders' })
    expect(await record(nieuw, elders)).toMatchObject({ status: 404, field: 'huishouden.0.persoonId' })
  })

  it('kan niet bij een anonieme melding', async () => {
    const refused = await workAs(platform, loket, (work) =>
      registerMelding(work, { ...eenMelding, huishouden: gezin }),
    )
    expect(refused).toMatchObject({ code: 'persoon_nodig', field: 'wie' })
  })
})
