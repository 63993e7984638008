import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenActiviteit } from '../../../../tests/given/participatie.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import { AdviesAntwoord, AdviesInvoer, AdviesWijziging, listAdviezen } from '../domain/advies-contract.ts'
import { KlachtAntwoord, KlachtInvoer, listKlachten } from '../domain/klacht-contract.ts'
import { PartnerInvoer } from '../domain/partner-contract.ts'
import { answerAdvies, changeAdvies, dropAdvies, receiveAdvies, registerAdvies } from './advies-commands.ts'
import { listAdviesrijen, readAdvies } from './advies-queries.ts'
import { wipeParticipatie } from './bewaren.ts'
import { answerKlacht, registerKlacht } from './klacht-commands.ts'
import { listKlachtrijen, readKlacht } from './klacht-queries.ts'
import { registerPartner } from './partner-commands.ts'
import { readActiviteitparticipatie, readKeuzes } from './verband-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let coordinator: Vrager
let raadId: Id
let activiteitId: Id

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const partner = async (naam: string, soort: string) =>
  accepted(
    await as(manager, (work) =>
      registerPartner(work, PartnerInvoer.parse({ naam, soort, andereNamen: [], bron: 'Proef' })),
    ),
  ).id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
  raadId = await partner('Adviesraad Vlaardingen', 'adviesraad')
  activiteitId = (await givenActiviteit(database, regio.regioId)).activiteitId
})

const taak = async (code: string, op: string, wie = manager) => {
  platform.clock.set(op)
  const { groepen } = await as(wie, readVandaag)
  platform.clock.set('2026-03-02')
  return groepen.find((groep) => groep.code === code)
}

describe('een advies', () => {
  const gevraagd = () => ({
    raadId,
    isGevraagd: true,
    onderwerp: 'De huiskamer in de buurt',
    activiteitId,
    gevraagdOp: '2026-01-10',
    verwachtOp: '2026-02-20',
  })
  const leg = (meer: object = {}) =>
    as(manager, (work) => registerAdvies(work, AdviesInvoer.parse({ ...gevraagd(), ...meer })))
  const lees = async (id: Id) => accepted(await as(coordinator, (work) => readAdvies(work, id)))
  const ontvang = (id: Id, versie: number, ontvangenOp = '2026-02-18') =>
    as(manager, (work) => receiveAdvies(work, { id, versie, ontvangenOp, tekst: 'Open ook in het weekend.' }))
  const antwoord = (id: Id, versie: number, meer: object = {}) =>
    as(manager, (work) =>
      answerAdvies(work, {
        ...AdviesAntwoord.parse({
          versie,
          antwoordOp: '2026-03-01',
          antwoord: 'Dat doen wij.',
          overgenomen: 'ja',
          ...meer,
        }),
        id,
      }),
    )

  it('is gevraagd, ontvangen en beantwoord, elk met een dag', async () => {
    const { id } = accepted(await leg())
    expect(await lees(id)).toMatchObject({
      stand: 'gevraagd',
      waarover: 'UP A1 Huiskamer in de buurt',
      isTeLaat: true,
      antwoordVoor: null,
    })
    expect(await antwoord(id, 1)).toMatchObject({ code: 'kan_nu_niet' })
    accepted(await ontvang(id, 1))
    // Six weeks after it came.
    expect(await lees(id)).toMatchObject({ stand: 'ontvangen', antwoordVoor: '2026-04-01', isTeLaat: false })
    expect(await ontvang(id, 2)).toMatchObject({ code: 'kan_nu_niet' })
    accepted(await antwoord(id, 2))
    expect(await lees(id)).toMatchObject({ stand: 'beantwoord', overgenomen: 'ja', antwoordVoor: null })
    expect(
      (await as(manager, (work) => readActiviteitparticipatie(work, activiteitId))) as object,
    ).toMatchObject({ adviezen: [{ raad: 'Adviesraad Vlaardingen', stand: 'beantwoord' }] })
    expect(
      await as(manager, (work) =>
        changeAdvies(work, { ...AdviesWijziging.parse({ ...gevraagd(), versie: 3 }), id }),
      ),
    ).toMatchObject({ code: 'kan_nu_niet' })
  })

  it('kan ook uit eigen beweging komen', async () => {
    const { id } = accepted(
      await leg({
        isGevraagd: false,
        ontvangenOp: '2026-02-01',
        tekst: 'Kijk naar de toegang.',
        activiteitId: null,
      }),
    )
    expect(await lees(id)).toMatchObject({ stand: 'ontvangen', gevraagdOp: null, waarover: null })
  })

  it('weigert een dag in de toekomst, een andere partner dan een raad, en een antwoord vóór het advies', async () => {
    expect(await leg({ gevraagdOp: '2026-03-03', verwachtOp: '2026-04-01' })).toMatchObject({
      field: 'gevraagdOp',
    })
    const corporatie = await partner('Corporatie', 'corporatie')
    expect(await leg({ raadId: corporatie })).toMatchObject({ field: 'raadId', code: 'raad_past_niet' })
    expect((await as(manager, readKeuzes)).raden.map(({ naam }) => naam)).toEqual(['Adviesraad Vlaardingen'])
    const { id } = accepted(await leg())
    expect(await ontvang(id, 1, '2026-01-09')).toMatchObject({ field: 'ontvangenOp' })
    accepted(await ontvang(id, 1))
    expect(await antwoord(id, 2, { antwoordOp: '2026-02-17' })).toMatchObject({ field: 'antwoordOp' })
    expect(await antwoord(id, 2, { antwoordOp: '2026-03-03' })).toMatchObject({ field: 'antwoordOp' })
    accepted(await antwoord(id, 2, { overgenomen: 'nee', motivering: 'Er is geen geld.' }))
    expect(await antwoord(id, 2)).toMatchObject({ code: 'versie_verouderd' })
  })

  it('zonder antwoord na de termijn staat als te laat op Vandaag, tot het antwoord er is', async () => {
    await database.login.query('delete from onderdak.advies')
    const { id } = accepted(await leg())
    expect(await taak('advies_beantwoorden', '2026-05-01')).toBeUndefined()
    accepted(await ontvang(id, 1))
    expect(await taak('advies_beantwoorden', '2026-04-01')).toMatchObject({
      teLaat: 0,
      items: [{ naam: 'Adviesraad Vlaardingen', wat: 'De huiskamer in de buurt', datum: '2026-04-01' }],
    })
    expect(await taak('advies_beantwoorden', '2026-04-02')).toMatchObject({ teLaat: 1 })
    expect(await taak('advies_beantwoorden', '2026-04-02', coordinator)).toBeUndefined()
    await database.login.query("update onderdak.termijn set aantal = 8 where code = 'advies_beantwoorden'")
    expect(await taak('advies_beantwoorden', '2026-04-02')).toMatchObject({ teLaat: 0 })
    await database.login.query("update onderdak.termijn set aantal = 6 where code = 'advies_beantwoorden'")
    accepted(await antwoord(id, 2))
    expect(await taak('advies_beantwoorden', '2026-04-02')).toBeUndefined()
  })

  it('dat er niet meer komt vervalt met een reden', async () => {
    const { id } = accepted(await leg())
    accepted(await as(manager, (work) => dropAdvies(work, { id, versie: 1, reden: 'Dubbel gevraagd' })))
    expect(await lees(id)).toMatchObject({
      stand: 'vervallen',
      vervallenReden: 'Dubbel gevraagd',
      isTeLaat: false,
    })
    const { results } = await as(coordinator, (work) =>
      listAdviesrijen(work, listAdviezen.query.parse({ stand: 'vervallen' })),
    )
    expect(results).toHaveLength(1)
    expect(Object.keys(results[0]!)).not.toContain('tekst')
  })

  it('dat niet klopt weigert de database', async () => {
    const { id } = accepted(await leg())
    const zet = (wat: string) => database.login.query(`update onderdak.advies set ${wat} where id = $1`, [id])
    await expect(zet("ontvangen_op = '2026-02-01'")).rejects.toThrow('advies_ontvangst_volledig')
    await expect(zet("verwacht_op = '2026-01-01'")).rejects.toThrow('advies_verwacht_na_vraag')
    await expect(zet("antwoord_op = '2026-02-01', antwoord = 'x', overgenomen = 'ja'")).rejects.toThrow(
      'advies_antwoord_volledig',
    )
    await expect(
      zet(
        "ontvangen_op = '2026-02-01', tekst = 'x', antwoord_op = '2026-02-02', antwoord = 'x', overgenomen = 'nee'",
      ),
    ).rejects.toThrow('advies_motivering_gegeven')
  })
})

describe('een klacht of feedback', () => {
  const klacht = {
    aard: 'klacht',
    onderwerp: 'samenwerking',
    afzender: 'partner',
    ontvangenOp: '2026-02-01',
    omschrijving: 'Mevrouw Voorbeeld belt nooit terug',
    contact: 'voorbeeld@example.nl',
  }
  const leg = (meer: object = {}) =>
    as(manager, (work) => registerKlacht(work, KlachtInvoer.parse({ ...klacht, ...meer })))
  const antwoord = (id: Id, versie: number, meer: object = {}) =>
    as(manager, (work) =>
      answerKlacht(work, {
        ...KlachtAntwoord.parse({ versie, antwoordOp: '2026-03-01', uitkomst: 'gegrond', ...meer }),
        id,
      }),
    )
  const lees = async (id: Id) => accepted(await as(manager, (work) => readKlacht(work, id)))
  const rijen = async (query: object = {}) =>
    (await as(coordinator, (work) => listKlachtrijen(work, listKlachten.query.parse(query)))).results

  it('staat in de lijst zonder wat er is gezegd en door wie, en ook niet in het boek', async () => {
    const { id } = accepted(await leg())
    const [rij] = await rijen()
    expect(rij).toMatchObject({ aard: 'klacht', onderwerp: 'samenwerking', antwoordVoor: '2026-03-15' })
    expect(JSON.stringify(rij)).not.toMatch(/Voorbeeld|example/)
    expect(await lees(id)).toMatchObject({ omschrijving: klacht.omschrijving, contact: klacht.contact })
    const { rows } = await database.login.query(
      `select concat((select string_agg(gegevens::text, '') from onderdak.gebeurtenis), (select string_agg(k::text, '') from onderdak.klacht k)) as tekst`,
    )
    expect(rows[0].tekst).not.toMatch(/Voorbeeld|example/)
  })

  it('staat op Vandaag tot het antwoord', async () => {
    await database.login.query('delete from onderdak.klacht')
    const { id } = accepted(await leg())
    expect(await taak('klacht_beantwoorden', '2026-03-16')).toMatchObject({
      teLaat: 1,
      items: [{ naam: 'Klacht', wat: 'Over de samenwerking' }],
    })
    accepted(await antwoord(id, 1, { geleerd: 'Wij bellen binnen twee dagen terug.' }))
    expect(await taak('klacht_beantwoorden', '2026-03-16')).toBeUndefined()
    expect(await lees(id)).toMatchObject({ contact: null, omschrijving: klacht.omschrijving })
    expect((await rijen({ stand: 'beantwoord' }))[0]).toMatchObject({
      uitkomst: 'gegrond',
      geleerd: 'Wij bellen binnen twee dagen terug.',
    })
  })

  it('leert iets zonder te noemen over wie het ging', async () => {
    const { id } = accepted(await leg({ aard: 'feedback' }))
    expect(await antwoord(id, 1, { geleerd: 'Wij bellen mevrouw Voorbeeld terug.' })).toMatchObject({
      code: 'tekst_noemt_iemand',
      field: 'geleerd',
    })
    expect(await antwoord(id, 1, { antwoordOp: '2026-01-31' })).toMatchObject({ field: 'antwoordOp' })
  })

  it('is een jaar na het antwoord gewist; wat is geleerd blijft', async () => {
    await database.login.query('delete from onderdak.klacht')
    const { id } = accepted(await leg())
    accepted(await antwoord(id, 1, { geleerd: 'Wij bellen terug.' }))
    platform.clock.set('2027-02-28')
    expect(await as(regio.systeem, wipeParticipatie)).toBe(0)
    platform.clock.set('2027-03-01')
    expect(await as(regio.systeem, wipeParticipatie)).toBe(1)
    expect(await lees(id)).toMatchObject({
      omschrijving: null,
      gewistOp: '2027-03-01',
      geleerd: 'Wij bellen terug.',
    })
    expect(await antwoord(id, 3, { antwoordOp: '2027-02-01' })).toMatchObject({ code: 'kan_nu_niet' })
    platform.clock.set('2026-03-02')
  })

  it('die is beantwoord houdt ook in de database geen adres', async () => {
    const { id } = accepted(await leg())
    await expect(
      database.login.query(
        "update onderdak.klacht set antwoord_op = '2026-03-01', uitkomst = 'gegrond' where id = $1",
        [id],
      ),
    ).rejects.toThrow('klacht_contact_weg_na_antwoord')
  })
})
