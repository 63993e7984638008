import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { createHuishouden } from '../../persoon/server/commands.ts'
import { closeOpvolging, setOpvolging } from './commands.ts'
import { listUitBeeld } from './lookup.ts'
import { getOpvolgingVan, listOpvolgingenPage, listTeLaat } from './queries.ts'
import { changeStap, closeStap, escalateOverdue, startOpvolgingVan } from './stap-commands.ts'

const database = useDatabase()
const blad = { pagina: 1, aantalPerPagina: 50 }
const alles = { ...blad, status: 'open', alleen: 'alle' } as const
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
})

async function stapVan(vrager: Vrager, persoonId: Id) {
  return accepted(await workAs(platform, vrager, (work) => getOpvolgingVan(work, persoonId))).opvolging!
}

async function metStap(vrager: Vrager, op = '2026-03-05'): Promise<Id> {
  const persoonId = await givenPersoon(platform, vrager)
  accepted(
    await workAs(platform, vrager, (work) =>
      startOpvolgingVan(work, { persoonId, volgendeStap: 'Bellen', volgendeStapOp: op }),
    ),
  )
  return persoonId
}

/** A melding as the step after this one makes it, reduced to what the promise needs. */
async function openMelding(work: Work, persoonId: Id | null): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('melding')
    .values({
      id,
      regio_id: work.regioId,
      nummer: `T-${id.slice(-8)}`,
      persoon_id: persoonId,
      ontvangen_op: work.now,
      meldingsdatum: work.today,
      uiterlijk_op: work.today,
      kanaal: 'balie',
      melder_soort: 'zelf',
      hulpvraag: 'Slaapt buiten',
      organisatie_id: work.vrager.organisatieId!,
      status: 'nieuw',
      gemeente_code: 'GM0622',
      aangemaakt_op: work.now,
      gewijzigd_op: work.now,
    })
    .execute()
  return id
}

describe('niemand uit beeld', () => {
  it('weigert de database een melding vast te leggen zonder verantwoordelijke en volgende stap', async () => {
    const persoonId = await givenPersoon(platform, loket)
    await expect(workAs(platform, loket, (work) => openMelding(work, persoonId))).rejects.toMatchObject({
      constraint: 'niemand_uit_beeld',
    })
    await expect(workAs(platform, loket, (work) => openMelding(work, null))).rejects.toMatchObject({
      constraint: 'niemand_uit_beeld',
    })
    expect(await workAs(platform, regio.systeem, listUitBeeld)).toEqual([])
  })

  it('weigert afsluiten zolang er nog een melding open is, en zegt wat er moet gebeuren', async () => {
    const persoonId = await metStap(loket)
    await workAs(platform, loket, (work) => openMelding(work, persoonId))
    const { id, versie } = await stapVan(loket, persoonId)
    expect(
      await workAs(platform, loket, (work) =>
        closeStap(work, {
          id,
          versie,
          reden: 'geen_hulp_nodig',
          toelichting: 'Wil niet meer',
          op: '2026-03-02',
        }),
      ),
    ).toMatchObject({ code: 'nog_iets_open' })
    expect((await stapVan(loket, persoonId)).status).toBe('open')
  })

  it('weigert ook dat de stap van een open melding verdwijnt of van een anonieme melding sluit', async () => {
    const persoonId = await metStap(loket)
    await workAs(platform, loket, (work) => openMelding(work, persoonId))
    await expect(
      workAs(platform, loket, (work) =>
        work.db.deleteFrom('opvolging').where('persoon_id', '=', persoonId).execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'opvolging_nog_iets_open' })
    const meldingId = await workAs(platform, loket, async (work) => {
      const id = await openMelding(work, null)
      await setOpvolging(
        work,
        { meldingId: id },
        { volgendeStap: 'Zoeken op straat', volgendeStapOp: work.today },
      )
      return id
    })
    expect(
      await workAs(platform, loket, (work) =>
        closeOpvolging(
          work,
          { meldingId },
          { reden: 'onvindbaar', toelichting: 'Niet gezien', op: work.today },
        ),
      ),
    ).toMatchObject({ code: 'nog_iets_open' })
    expect(await workAs(platform, regio.systeem, listUitBeeld)).toEqual([])
  })

  it('sluit met een reden, en een overledene wordt zo vastgelegd', async () => {
    const persoonId = await metStap(loket)
    const { id, versie } = await stapVan(loket, persoonId)
    accepted(
      await workAs(platform, loket, (work) =>
        closeStap(work, {
          id,
          versie,
          reden: 'overleden',
          toelichting: 'Bericht van de familie',
          op: '2026-03-01',
        }),
      ),
    )
    expect(await stapVan(loket, persoonId)).toMatchObject({ status: 'afgesloten', afsluitreden: 'overleden' })
    const { rows } = await database.login.query('select overleden_op from onderdak.persoon where id = $1', [
      persoonId,
    ])
    expect(rows[0]).toBeDefined()
    expect(rows[0].overleden_op).not.toBeNull()
  })
})

describe('de volgende stap', () => {
  it('wijzigt alleen de verantwoordelijke organisatie, met de versie die zij zag', async () => {
    const persoonId = await metStap(loket)
    await workAs(platform, loket, (work) =>
      giveBetrokkenheid(work, {
        persoonId,
        organisatieId: regio.organisaties.aanbieder,
        doel: 'verblijf',
        grond: 'UITVOERING_AANBIEDER',
        bronSoort: 'verblijf',
        bronId: persoonId,
      }),
    )
    const stap = await stapVan(loket, persoonId)
    const change = (vrager: Vrager, more: object = {}) =>
      workAs(platform, vrager, (work) =>
        changeStap(work, {
          id: stap.id,
          versie: stap.versie,
          volgendeStap: 'Huisbezoek',
          volgendeStapOp: '2026-03-09',
          ...more,
        }),
      )
    expect(await change(aanbieder)).toMatchObject({ code: 'niet_verantwoordelijk' })
    expect(await change(loket, { volgendeStapOp: '2026-03-01' })).toMatchObject({ field: 'volgendeStapOp' })
    expect(await change(loket, { contactpersoonId: aanbieder.gebruikerId })).toMatchObject({
      field: 'contactpersoonId',
    })
    expect(
      await change(loket, {
        organisatieId: regio.organisaties.andereAanbieder,
        contactpersoonId: (await regio.als('andereAanbieder', 'aanbieder_planner')).gebruikerId,
      }),
    ).toMatchObject({ code: 'niet_betrokken' })
    expect(
      await change(loket, {
        organisatieId: regio.organisaties.aanbieder,
        contactpersoonId: aanbieder.gebruikerId,
      }),
    ).toEqual({ versie: 2 })
    expect(await change(loket)).toMatchObject({ code: 'versie_verouderd' })
    expect(await stapVan(aanbieder, persoonId)).toMatchObject({
      organisatie: 'Aanbieder Noord',
      volgendeStap: 'Huisbezoek',
    })
  })

  it('laat van twee wijzigingen op hetzelfde moment er één winnen', async () => {
    const persoonId = await metStap(loket)
    const { id, versie } = await stapVan(loket, persoonId)
    const done = await Promise.all(
      ['Bellen', 'Brief sturen'].map((volgendeStap) =>
        workAs(platform, loket, (work) =>
          changeStap(work, { id, versie, volgendeStap, volgendeStapOp: '2026-03-10' }),
        ),
      ),
    )
    expect(done.map((een) => ('versie' in een ? 'gelukt' : een.code)).sort()).toEqual([
      'gelukt',
      'versie_verouderd',
    ])
  })

  it('kan niet worden overgenomen zolang een ander verantwoordelijk is', async () => {
    const persoonId = await metStap(loket)
    expect(
      await workAs(platform, loket, (work) =>
        startOpvolgingVan(work, { persoonId, volgendeStap: 'Ook bellen', volgendeStapOp: '2026-03-05' }),
      ),
    ).toMatchObject({ code: 'al_in_beeld' })
  })

  it('staat alleen in de lijst van de eigen organisatie', async () => {
    const before = (await workAs(platform, loket, (work) => listOpvolgingenPage(work, alles))).count
    const persoonId = await metStap(loket)
    const list = await workAs(platform, loket, (work) => listOpvolgingenPage(work, alles))
    expect(list.count).toBe(before + 1)
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect((await workAs(platform, ander, (work) => listOpvolgingenPage(work, alles))).count).toBe(0)
    const { kenmerk } = await stapVan(loket, persoonId)
    expect(
      (await workAs(platform, loket, (work) => listOpvolgingenPage(work, { ...alles, kenmerk }))).results,
    ).toMatchObject([{ persoonId }])
  })
})

describe('een huishouden', () => {
  it('houdt een kind in beeld via de ouder die de volgende stap draagt', async () => {
    const ouderId = await metStap(loket)
    const kindId = await givenPersoon(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        createHuishouden(work, {
          persoonId: ouderId,
          leden: [{ persoonId: kindId, rol: 'kind' }],
          op: work.today,
        }),
      ),
    )
    const van = (id: Id) => workAs(platform, loket, (work) => getOpvolgingVan(work, id))
    const kind = accepted(await van(kindId))
    expect(kind.opvolging).toMatchObject({ persoonId: ouderId, volgendeStap: 'Bellen' })
    expect(kind.via).toMatchObject({ persoonId: ouderId })
    expect(accepted(await van(ouderId)).via).toBeNull()
  })
})

describe('te late stappen', () => {
  it('gaan na drie werkdagen naar de coördinator, die wel de organisatie ziet maar niet de cliënt', async () => {
    const wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
    const persoonId = await givenPersoon(platform, wijkteam, { achternaam: 'Nietnoemen' })
    await workAs(platform, wijkteam, (work) =>
      startOpvolgingVan(work, { persoonId, volgendeStap: 'Bellen', volgendeStapOp: '2026-03-06' }),
    )
    // Friday 6 March; Wednesday 11 March is the third working day, so it is over on the 12th.
    platform.clock.set('2026-03-11')
    const marked = await workAs(platform, regio.systeem, escalateOverdue)
    expect((await stapVan(wijkteam, persoonId)).geescaleerdOp).toBeNull()
    platform.clock.set('2026-03-12')
    expect(await workAs(platform, regio.systeem, escalateOverdue)).toBeGreaterThanOrEqual(1)
    expect(await workAs(platform, regio.systeem, escalateOverdue)).toBe(0)
    expect(marked).toBeGreaterThanOrEqual(0)
    expect((await stapVan(wijkteam, persoonId)).geescaleerdOp).toBe('2026-03-12')

    const coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
    const late = await workAs(platform, coordinator, (work) => listTeLaat(work, blad))
    const { kenmerk } = await stapVan(wijkteam, persoonId)
    expect(late.results.find((een) => een.kenmerk === kenmerk)).toEqual({
      kenmerk,
      organisatie: 'Wijkteam Oost',
      contactpersoon: 'Proef toegangsmedewerker wijkteam',
      volgendeStapOp: '2026-03-06',
      dagenTeLaat: 6,
      geescaleerdOp: '2026-03-12',
    })
    expect(JSON.stringify(late)).not.toContain('Nietnoemen')
    expect(JSON.stringify(late)).not.toContain(persoonId)
    expect(late.perOrganisatie.find((een) => een.organisatie === 'Wijkteam Oost')).toMatchObject({
      aantal: 1,
    })
    expect((await workAs(platform, coordinator, (work) => listOpvolgingenPage(work, alles))).count).toBe(0)

    const { id, versie } = await stapVan(wijkteam, persoonId)
    accepted(
      await workAs(platform, wijkteam, (work) =>
        changeStap(work, { id, versie, volgendeStap: 'Opnieuw bellen', volgendeStapOp: '2026-03-13' }),
      ),
    )
    expect((await stapVan(wijkteam, persoonId)).geescaleerdOp).toBeNull()
    platform.clock.set('2026-03-02')
  })
})
