import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenActiviteit, givenVerhaal } from '../../../../tests/given/participatie.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { withdrawVerhaal } from '../../duiding/server/commands.ts'
import {
  BijeenkomstInvoer,
  GroepInvoer,
  InzetInvoer,
  LidInvoer,
  listParticipatiegroepen,
} from '../domain/groep-contract.ts'
import { PartnerInvoer } from '../domain/partner-contract.ts'
import { listParticipatieverhalen } from '../domain/verband-contract.ts'
import { wipeParticipatie } from './bewaren.ts'
import {
  addBijeenkomst,
  addInzet,
  addLid,
  changeBijeenkomst,
  changeGroep,
  changeInzet,
  registerGroep,
  wipeLid,
} from './groep-commands.ts'
import { listGroeprijen, readGroep, readLeden } from './groep-queries.ts'
import { registerPartner } from './partner-commands.ts'
import { listVerhaalrijen, readActiviteitparticipatie, readKeuzes } from './verband-queries.ts'
import { linkVerhaal, unlinkVerhaal } from './verhaal-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let adviseur: Vrager
let activiteitId: Id
let groepId: Id

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const groep = {
  naam: 'Ambassadeurs Samen veranderen',
  soort: 'ambassadeurs',
  aantal: 8,
  ervaring: 'Bewoners die meedenken over zorg en welzijn',
  via: 'Gemeente Vlaardingen',
  gemeenteCode: 'GM0622',
  van: '2025-01-01',
  bron: 'Voortgangsrapportage',
}
const leg = (meer: object = {}) =>
  as(manager, (work) => registerGroep(work, GroepInvoer.parse({ ...groep, ...meer })))
const lees = async (id = groepId) => accepted(await as(manager, (work) => readGroep(work, id)))

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  activiteitId = (await givenActiviteit(database, regio.regioId)).activiteitId
  groepId = accepted(await leg()).id
})

describe('een groep die meedoet', () => {
  it('is te noemen zonder namen: hoeveel mensen, welke ervaring en via wie', async () => {
    const { results } = await as(adviseur, (work) =>
      listGroeprijen(work, listParticipatiegroepen.query.parse({})),
    )
    expect(results).toEqual([
      expect.objectContaining({
        naam: groep.naam,
        aantal: 8,
        via: 'Gemeente Vlaardingen',
        gebied: 'Vlaardingen',
        bijeenkomstenDitJaar: 0,
      }),
    ])
    expect(await leg()).toMatchObject({ code: 'groep_bestaat', field: 'naam' })
  })

  it('kan te bereiken zijn via een partner van de regio', async () => {
    const partner = accepted(
      await as(manager, (work) =>
        registerPartner(
          work,
          PartnerInvoer.parse({ naam: 'Steunpunt', andereNamen: [], soort: 'ervaring', bron: 'Proef' }),
        ),
      ),
    )
    const { id } = accepted(
      await leg({ naam: 'Ervaringsdeskundigen', via: null, viaPartnerId: partner.id, gemeenteCode: null }),
    )
    expect(await lees(id)).toMatchObject({ via: 'Steunpunt', gebied: 'Hele regio' })
    expect(
      await leg({ naam: 'Anderen', via: null, viaPartnerId: '0190a5f0-0000-7000-8000-000000000009' }),
    ).toMatchObject({ field: 'viaPartnerId' })
    expect(await leg({ naam: 'Van elders', gemeenteCode: 'GM0363' })).toMatchObject({ field: 'gemeenteCode' })
  })

  it('kwam in 2025 vier keer bij elkaar', async () => {
    const komBijeen = (op: string, meer: object = {}) =>
      as(manager, (work) =>
        addBijeenkomst(work, {
          ...BijeenkomstInvoer.parse({ op, onderwerp: 'Voortgang', ...meer }),
          groepId,
        }),
      )
    for (const op of ['2025-02-10', '2025-05-12', '2025-09-22']) accepted(await komBijeen(op))
    const { id } = accepted(await komBijeen('2025-11-17'))
    accepted(await komBijeen('2026-02-09', { aanwezig: 7 }))
    expect(await lees()).toMatchObject({
      bijeenkomstenDitJaar: 1,
      perJaar: [
        { jaar: 2026, aantal: 1 },
        { jaar: 2025, aantal: 4 },
      ],
    })
    expect(await komBijeen('2025-11-17')).toMatchObject({ code: 'bijeenkomst_bestaat', field: 'op' })
    expect(await komBijeen('2026-03-03')).toMatchObject({ field: 'op' })
    expect(await komBijeen('2024-12-31')).toMatchObject({
      message: expect.stringContaining('begint op 1 januari 2025'),
    })
    const opbrengst = { op: '2025-11-17', onderwerp: 'Talenten', aanwezig: 8, opbrengst: 'Drie ideeën' }
    accepted(await as(manager, (work) => changeBijeenkomst(work, { ...opbrengst, id, versie: 1 })))
    expect((await lees()).bijeenkomsten[1]).toMatchObject(opbrengst)
  })

  it('doet mee bij een activiteit, in een rol, en later staat erbij wat ermee is gedaan', async () => {
    const { id } = accepted(
      await as(manager, (work) =>
        addInzet(work, {
          ...InzetInvoer.parse({ activiteitId, rol: 'meedenken', van: '2026-01-10' }),
          groepId,
        }),
      ),
    )
    accepted(
      await as(manager, (work) =>
        changeInzet(work, {
          id,
          versie: 1,
          rol: 'meedenken',
          van: '2026-01-10',
          totEnMet: '2026-02-10',
          opbrengst: 'De openingstijden zijn ruimer',
        }),
      ),
    )
    const bij = accepted(await as(adviseur, (work) => readActiviteitparticipatie(work, activiteitId)))
    expect(bij).toMatchObject({
      activiteit: 'A1 Huiskamer in de buurt',
      inzet: [
        {
          groep: groep.naam,
          rol: 'meedenken',
          totEnMet: '2026-02-10',
          opbrengst: 'De openingstijden zijn ruimer',
        },
      ],
    })
    expect(await lees()).toMatchObject({ activiteiten: 1 })
  })

  it('stopt op een dag; daarna mag een nieuwe groep zo heten', async () => {
    accepted(
      await as(manager, (work) =>
        changeGroep(work, {
          ...GroepInvoer.parse({ ...groep, totEnMet: '2026-03-01' }),
          id: groepId,
          versie: 1,
        }),
      ),
    )
    const { id } = accepted(await leg({ van: '2026-03-02' }))
    expect(await lees(id)).toMatchObject({ totEnMet: null })
    expect((await as(manager, readKeuzes)).activiteiten).toEqual([
      { id: activiteitId, naam: 'UP A1 Huiskamer in de buurt' },
    ])
  })
})

describe('een naam in een groep', () => {
  const zet = async (meer: object = {}) =>
    accepted(
      await as(manager, (work) =>
        addLid(work, {
          ...LidInvoer.parse({
            naam: 'Voorbeeld Persoon',
            toestemmingOp: '2026-03-01',
            toestemmingTotEnMet: '2026-12-31',
            toestemmingWaar: 'formulier 3',
            ...meer,
          }),
          groepId,
        }),
      ),
    )
  const leden = async () => accepted(await as(manager, (work) => readLeden(work, groepId))).leden

  it('staat er met toestemming, versleuteld, en is na intrekken meteen weg', async () => {
    const { id } = await zet()
    expect(await leden()).toEqual([
      expect.objectContaining({ naam: 'Voorbeeld Persoon', toestemmingTotEnMet: '2026-12-31' }),
    ])
    accepted(await as(manager, (work) => wipeLid(work, { id, reden: 'ingetrokken' })))
    expect(await leden()).toEqual([expect.objectContaining({ naam: null, gewistReden: 'ingetrokken' })])
    const { rows } = await database.login.query('select naam_versleuteld from onderdak.groepslid')
    expect(rows).toEqual([{ naam_versleuteld: null }])
  })

  it('is na het einde van de toestemming niet meer te zien, en wordt in de nacht gewist', async () => {
    await zet({ toestemmingTotEnMet: '2026-03-10' })
    platform.clock.set('2026-03-11')
    expect((await leden())[0]).toMatchObject({ naam: null, gewistOp: null })
    expect(await as(regio.systeem, wipeParticipatie)).toBe(1)
    expect((await leden()).map(({ gewistReden }) => gewistReden).sort()).toEqual(['ingetrokken', 'verlopen'])
    platform.clock.set('2026-03-02')
  })

  it('zonder toestemming die eindigt weigert ook de database', async () => {
    await expect(
      database.login.query(
        `insert into onderdak.groepslid (id, regio_id, groep_id, naam_versleuteld, toestemming_op, toestemming_tot, toestemming_waar, aangemaakt_op, gewijzigd_op)
         values (gen_random_uuid(), $1, $2, 'v1.x', '2026-03-01', '2026-03-01', 'map', now(), now())`,
        [regio.regioId, groepId],
      ),
    ).rejects.toThrow('groepslid_toestemming_heeft_einde')
  })
})

describe('een verhaal bij een activiteit', () => {
  const verhalen = async () =>
    (await as(adviseur, (work) => listVerhaalrijen(work, listParticipatieverhalen.query.parse({})))).results

  it('is er een waarvoor toestemming geldt; het hoort er één keer bij en kan weer weg', async () => {
    const verhaalId = await givenVerhaal(platform, [adviseur, manager])
    const koppel = () => as(manager, (work) => linkVerhaal(work, { activiteitId, verhaalId }))
    const { id } = accepted(await koppel())
    expect(await koppel()).toMatchObject({ code: 'hoort_er_al_bij', field: 'activiteitId' })
    expect(await verhalen()).toEqual([
      expect.objectContaining({ titel: 'Een kop koffie', activiteitnamen: 'UP A1 Huiskamer in de buurt' }),
    ])
    const bij = async () =>
      accepted(await as(manager, (work) => readActiviteitparticipatie(work, activiteitId))).verhalen
    expect(await bij()).toEqual([expect.objectContaining({ titel: 'Een kop koffie', koppelingId: id })])
    accepted(await as(manager, (work) => withdrawVerhaal(work, { id: verhaalId, reden: 'teller' })))
    expect(await bij()).toEqual([])
    expect(await verhalen()).toEqual([])
    expect(await koppel()).toMatchObject({ field: 'verhaalId' })
    accepted(await as(manager, (work) => unlinkVerhaal(work, id)))
    expect(await as(manager, (work) => unlinkVerhaal(work, id))).toMatchObject({ status: 404 })
  })
})
