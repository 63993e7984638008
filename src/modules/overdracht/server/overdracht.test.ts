import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { aanbod, afronding, contact, givenAanbod } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, workAs } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { giveToestemming, withdrawToestemming } from '../../delen/server/commands.ts'
import { readDelen } from '../../delen/server/queries.ts'
import { closeOpvolging, setOpvolging } from '../../opvolging/server/commands.ts'
import { mergeDossiers, splitDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { startTraject } from '../../traject/server/start-commands.ts'
import {
  acceptOverdracht,
  expireOverdrachten,
  finishOverdracht,
  offerOverdracht,
  recordEersteContact,
  refuseOverdracht,
  withdrawOverdracht,
} from './commands.ts'
import { listOverdrachtRijen, readOverdracht } from './queries.ts'

const database = useDatabase()
let keten: Trajectketen
let loket: Vrager
let planner: Vrager
let begeleider: Vrager
let zuid: Vrager
let aanbieder: Id

beforeAll(async () => {
  keten = await givenTrajectketen(database)
  loket = keten.loket
  planner = keten.planner
  begeleider = await keten.regio.als('aanbieder', 'aanbieder_begeleider')
  zuid = await keten.regio.als('andereAanbieder', 'aanbieder_planner')
  aanbieder = keten.regio.organisaties.aanbieder
})

const doe = <T>(wie: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(keten.platform, wie, run)
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }

/** A person for whom the loket is responsible, with an open traject. */
async function client(achternaam = 'Vries'): Promise<Id> {
  const persoonId = await givenPersoon(keten.platform, loket, { achternaam })
  accepted(await doe(loket, (work) => startTraject(work, { persoonId, op: work.today, stap })))
  return persoonId
}

const bied = (persoonId: Id, over = {}) =>
  givenAanbod(keten.platform, loket, persoonId, { naarOrganisatieId: aanbieder, ...over })
const neemAan = (id: Id, wie = planner) => doe(wie, (work) => acceptOverdracht(work, { id }))
const rondAf = (id: Id, over = {}, wie = planner) =>
  doe(wie, (work) => finishOverdracht(work, { ...afronding, ...over, id }))
const lees = (wie: Vrager, id: Id) => doe(wie, (work) => readOverdracht(work, id))
const ziet = async (wie: Vrager, persoonId: Id) =>
  (await doe(wie, (work) => getPersoonKern(work, persoonId))) !== undefined
async function verantwoordelijk(persoonId: Id) {
  const [row] = await keten.query(
    `select v.organisatie_id as opvolging, v.volgende_stap as stap, a.organisatie_id as aanspreekpunt, a.gebruiker_id as wie
     from onderdak.opvolging v left join onderdak.traject t on t.persoon_id = v.persoon_id and t.geeindigd_op is null
       left join onderdak.aanspreekpunt a on a.traject_id = t.id and a.tot is null
     where v.persoon_id = $1 and v.status = 'open'`,
    [persoonId],
  )
  return row
}

describe('een overdracht binnen de regio', () => {
  it('gaat van aanbod via aanname naar afronden: opvolging, aanspreekpunt en dossier gaan samen over', async () => {
    const persoonId = await client()
    const id = await bied(persoonId, { wetsovergang: 'jeugdwet_wmo' })
    const van = keten.regio.organisaties.loket
    expect(await verantwoordelijk(persoonId)).toMatchObject({ opvolging: van, aanspreekpunt: van })
    expect(await ziet(planner, persoonId)).toBe(false)

    accepted(await neemAan(id))
    expect(await ziet(planner, persoonId)).toBe(true)
    expect(await verantwoordelijk(persoonId)).toMatchObject({ opvolging: van, aanspreekpunt: van })

    accepted(await rondAf(id, { contactpersoonId: begeleider.gebruikerId }))
    expect(await verantwoordelijk(persoonId)).toEqual({
      opvolging: aanbieder,
      aanspreekpunt: aanbieder,
      wie: begeleider.gebruikerId,
      stap: 'Eerste contact na de overdracht',
    })
    expect(accepted(await lees(planner, id))).toMatchObject({
      toestand: 'afgerond',
      geverNaam: 'Proef toegangsmedewerker loket',
      geverOndertekendOp: '2026-03-02',
      ontvangerNaam: 'Proef aanbieder_planner aanbieder',
      ontvangerOndertekendOp: '2026-03-02',
      clientAanwezig: true,
      eersteContactUiterlijk: '2026-03-09',
      kan: ['eerste_contact'],
    })

    accepted(await doe(planner, (work) => recordEersteContact(work, { ...contact, id })))
    expect((await verantwoordelijk(persoonId)).stap).toBe('Kennismaken met de buren')
    expect(await doe(planner, (work) => recordEersteContact(work, { ...contact, id }))).toMatchObject({
      code: 'overdracht_kan_niet',
    })
    await keten.checkBoeken()
  })

  it('is niet af te ronden voor de aanname, ook niet buiten de schermen om', async () => {
    const persoonId = await client()
    const id = await bied(persoonId)
    // The receiver does not see the person, and the giver is not the one who finishes.
    expect(await rondAf(id)).toMatchObject({ code: 'overdracht_kan_niet' })
    expect(await rondAf(id, {}, loket)).toMatchObject({ code: 'overdracht_kan_niet' })
    const direct = (zet: string) => keten.query(`update onderdak.overdracht set ${zet} where id = $1`, [id])
    const klaar = `afgerond_op = date '2026-03-02', afgerond_vastgelegd_op = now(), gesprek_op = date '2026-03-02', client_aanwezig = true, eerste_contact_uiterlijk = date '2026-03-09'`
    await expect(direct(`status = 'afgerond', ${klaar}`)).rejects.toMatchObject({
      constraint: 'overdracht_overgang',
    })
    accepted(await neemAan(id))
    await expect(
      direct(`status = 'afgerond', ${klaar}, geaccepteerd_op = null, ontvanger_ondertekend_op = null`),
    ).rejects.toMatchObject({
      constraint: expect.stringMatching(/overdracht_(afgerond_na_acceptatie|ontvanger_tekent)/),
    })
    await expect(direct(`client_aanwezig = false`)).rejects.toMatchObject({
      constraint: 'overdracht_client_aanwezig_of_reden',
    })
  })

  it('toont wie nog niet aannam alleen wat is gedeeld, en een ander niets', async () => {
    const persoonId = await client('Gedeeld')
    const id = await bied(persoonId)
    expect(accepted(await lees(planner, id))).toMatchObject({
      naam: 'Sanne de Gedeeld',
      geboortedatum: '1985-05-17',
      zietDossier: false,
      samenvatting: aanbod.samenvatting,
      kan: ['accepteren', 'weigeren'],
    })
    expect(await lees(zuid, id)).toMatchObject({ code: 'niet_gevonden' })
    expect(accepted(await lees(loket, id))).toMatchObject({
      kan: ['intrekken'],
      grond: 'WETTELIJKE_TAAK_COLLEGE',
      artikel: 'Wmo 2015 art. 5.2.1 lid 2',
    })
  })

  it('van wie geweigerd wordt blijft bij de gever, die het vandaag terugziet', async () => {
    const persoonId = await client()
    const id = await bied(persoonId)
    accepted(await doe(planner, (work) => refuseOverdracht(work, { id, reden: 'Geen plek' })))
    expect(await ziet(planner, persoonId)).toBe(false)
    expect(await lees(planner, id)).toMatchObject({ code: 'niet_gevonden' })
    expect(await verantwoordelijk(persoonId)).toMatchObject({
      opvolging: loket.organisatieId,
      stap: 'Overdracht ging niet door: zelf verder of een ander vragen',
    })
    expect(accepted(await lees(loket, id))).toMatchObject({ toestand: 'geweigerd', eindreden: 'Geen plek' })
    const { delingen } = accepted(await doe(loket, (work) => readDelen(work, persoonId)))
    expect(delingen[0]).toMatchObject({
      gegevensset: 'overdracht',
      stand: 'beeindigd',
      eindreden: 'stap_voorbij',
    })
    // A new offer may follow.
    await bied(persoonId)
  })

  it('kan na de aanname nog terug; de ontvanger ziet het dossier dan niet meer', async () => {
    const persoonId = await client()
    const terug = await bied(persoonId)
    accepted(await neemAan(terug))
    accepted(await doe(planner, (work) => refuseOverdracht(work, { id: terug, reden: 'Toch geen plek' })))
    expect(await ziet(planner, persoonId)).toBe(false)
    const in2 = await bied(persoonId)
    accepted(await neemAan(in2))
    accepted(await doe(loket, (work) => withdrawOverdracht(work, { id: in2, reden: 'Wil toch blijven' })))
    expect(await ziet(planner, persoonId)).toBe(false)
    expect(await verantwoordelijk(persoonId)).toMatchObject({ opvolging: loket.organisatieId })
  })

  it('biedt alleen aan wie verantwoordelijk is, één tegelijk', async () => {
    const persoonId = await client()
    await bied(persoonId)
    const input = { ...aanbod, naarOrganisatieId: keten.regio.organisaties.andereAanbieder, persoonId }
    expect(await doe(loket, (work) => offerOverdracht(work, input))).toMatchObject({
      code: 'overdracht_loopt_al',
    })
    const vrij = await client()
    await doe(loket, (work) =>
      setOpvolging(
        work,
        { persoonId: vrij },
        {
          ...stap,
          organisatieId: aanbieder,
          contactpersoonId: planner.gebruikerId!,
        },
      ),
    )
    expect(await doe(loket, (work) => offerOverdracht(work, { ...input, persoonId: vrij }))).toMatchObject({
      code: 'niet_verantwoordelijk',
    })
  })

  it('gaat maar één kant op als aannemen en intrekken tegelijk komen', async () => {
    const id = await bied(await client())
    const uitkomsten = await Promise.all([
      neemAan(id, planner),
      neemAan(id, begeleider),
      doe(planner, (work) => refuseOverdracht(work, { id, reden: 'Geen plek' })),
    ])
    const aangenomen = uitkomsten.slice(0, 2).filter((een) => !('rejected' in een))
    expect(aangenomen.length).toBeLessThanOrEqual(1)
    const [row] = await keten.query('select status from onderdak.overdracht where id = $1', [id])
    expect(['geaccepteerd', 'geweigerd']).toContain(row!.status)
  })

  it('rondt niet af als de gever intussen niet meer verantwoordelijk is', async () => {
    const persoonId = await client()
    const id = await bied(persoonId)
    accepted(await neemAan(id))
    await doe(loket, (work) =>
      setOpvolging(
        work,
        { persoonId },
        {
          ...stap,
          organisatieId: keten.regio.organisaties.wijkteam,
          contactpersoonId: loket.gebruikerId!,
        },
      ),
    )
    expect(await rondAf(id)).toMatchObject({ code: 'gever_niet_meer_verantwoordelijk' })
  })

  it('weigert dagen die niet kunnen en een medewerker van een ander', async () => {
    const id = await bied(await client())
    accepted(await neemAan(id))
    for (const [fout, field] of [
      [{ gesprekOp: '2026-03-03' }, 'gesprekOp'],
      [{ gesprekOp: '2026-03-01' }, 'gesprekOp'],
      [{ eersteContactUiterlijk: '2026-03-01' }, 'eersteContactUiterlijk'],
      [{ eersteContactUiterlijk: '2026-07-01' }, 'eersteContactUiterlijk'],
      [{ contactpersoonId: zuid.gebruikerId }, 'contactpersoonId'],
    ] as const)
      expect(await rondAf(id, fout)).toMatchObject({ field, status: 422 })
  })
})

describe('niemand uit beeld', () => {
  it('de opvolging sluit niet zolang een overdracht loopt', async () => {
    const persoonId = await givenPersoon(keten.platform, loket, {})
    await doe(loket, (work) => setOpvolging(work, { persoonId }, stap))
    const id = await bied(persoonId)
    const sluit = () =>
      doe(loket, (work) =>
        closeOpvolging(
          work,
          { persoonId },
          { reden: 'geen_hulp_nodig', toelichting: 'Klaar', op: work.today },
        ),
      )
    expect(await sluit()).toMatchObject({ code: 'nog_iets_open' })
    accepted(await doe(loket, (work) => withdrawOverdracht(work, { id, reden: 'Niet nodig' })))
    expect(await sluit()).toBeUndefined()
  })

  it('wat niemand op tijd beantwoordt gaat terug naar de gever', async () => {
    const persoonId = await client()
    const id = await bied(persoonId)
    keten.platform.clock.set('2026-03-17')
    try {
      await doe(keten.regio.systeem, (work) => expireOverdrachten(work))
      expect(accepted(await lees(loket, id))).toMatchObject({
        toestand: 'ingetrokken',
        eindreden: 'Niet op tijd beantwoord',
      })
      expect((await verantwoordelijk(persoonId)).stap).toContain('ging niet door')
    } finally {
      keten.platform.clock.set('2026-03-02')
    }
  })
})

describe('het dossier gaat mee', () => {
  it('de gever ziet het nog drie maanden, en daarna niet meer', async () => {
    const persoonId = await client()
    const id = await bied(persoonId)
    accepted(await neemAan(id))
    accepted(await rondAf(id))
    try {
      for (const [dag, verwacht] of [
        ['2026-03-02', true],
        ['2026-06-01', true],
        ['2026-06-02', false],
      ] as const) {
        keten.platform.clock.set(dag)
        expect([dag, await ziet(loket, persoonId)]).toEqual([dag, verwacht])
        expect(await ziet(planner, persoonId)).toBe(true)
      }
    } finally {
      keten.platform.clock.set('2026-03-02')
    }
  })

  it('een ingetrokken toestemming haalt het aanbod weg bij de ontvanger', async () => {
    const persoonId = await client()
    const id1 = await bied(persoonId)
    accepted(await neemAan(id1))
    accepted(await rondAf(id1))
    const wens = {
      persoonId,
      ontvanger: { organisatieId: keten.regio.organisaties.andereAanbieder },
      gegevensset: 'overdracht',
      doel: 'Overdracht',
      vorm: 'mondeling',
      gegevenDoor: 'client',
      gegevenOp: '2026-03-02',
    } as const
    const toestemmingId = accepted(await doe(planner, (work) => giveToestemming(work, wens))).id
    const id = await givenAanbod(keten.platform, planner, persoonId, {
      naarOrganisatieId: keten.regio.organisaties.andereAanbieder,
      grond: 'UITDRUKKELIJKE_TOESTEMMING',
      toestemmingId,
    })
    expect(accepted(await lees(zuid, id)).kan).toContain('accepteren')
    accepted(await doe(planner, (work) => withdrawToestemming(work, { id: toestemmingId })))
    expect(await neemAan(id, zuid)).toMatchObject({ code: 'niet_gevonden' })
    expect(await lees(zuid, id)).toMatchObject({ code: 'niet_gevonden' })
  })

  it('samengevoegde dossiers: de lopende overdracht gaat mee en komt terug bij splitsen', async () => {
    const van = await client('Dubbel')
    const naar = await client('Dubbel')
    const id = await bied(van)
    const samen = accepted(
      await doe(loket, (work) =>
        mergeDossiers(work, { persoonId: van, opgegaanIn: naar, reden: 'Zelfde mens' }),
      ),
    )
    expect(accepted(await lees(loket, id)).persoonId).toBe(naar)
    const rijen = accepted(
      await doe(loket, (work) =>
        listOverdrachtRijen(work, { stand: 'alle', persoonId: naar, pagina: 1, aantalPerPagina: 25 }),
      ),
    )
    expect(rijen.results.map((row) => row.id)).toEqual([id])
    accepted(
      await doe(loket, (work) => splitDossiers(work, { samenvoegingId: samen.id, reden: 'Toch twee' })),
    )
    expect(accepted(await lees(loket, id)).persoonId).toBe(van)
  })

  it('hebben beide dossiers een overdracht, dan eindigt die van het andere dossier', async () => {
    const van = await client('Tweemaal')
    const naar = await client('Tweemaal')
    const weg = await bied(van)
    const blijft = await bied(naar)
    accepted(await neemAan(weg))
    accepted(
      await doe(loket, (work) =>
        mergeDossiers(work, { persoonId: van, opgegaanIn: naar, reden: 'Zelfde mens' }),
      ),
    )
    expect(accepted(await lees(loket, weg))).toMatchObject({
      toestand: 'ingetrokken',
      eindreden: 'Dossiers samengevoegd',
    })
    expect(accepted(await lees(loket, blijft)).toestand).toBe('aangeboden')
    expect(await ziet(planner, van)).toBe(false)
  })
})
