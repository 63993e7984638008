import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { MeldingFilter } from '../domain/contract.ts'
import { closeMelding, pickUpMelding, recordTriage } from './commands.ts'
import { listBetrokkenen, listNotities, listOverdrachten, listVerwijzingen } from './detail-queries.ts'
import { registerAdrestoestemming, registerKlantcontact } from './klantcontact-commands.ts'
import { getMelding, listMeldingen } from './queries.ts'
import {
  acceptOverdracht,
  inviteOrganisatie,
  offerOverdracht,
  refuseOverdracht,
  writeBericht,
  writeNotitie,
} from './samenwerking-commands.ts'
import { countAdrestoestemmingen, countKlantcontacten, listAdrestoestemmingen } from './tellingen-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let wijkteam: Vrager
let loket: Vrager
let vo: Vrager
let aanbieder: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  loket = await regio.als('loket', 'toegangsmedewerker')
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
})

const ziet = async (vrager: Vrager, id: Id) =>
  !('rejected' in (await workAs(platform, vrager, (work) => getMelding(work, id))))
const biedAan = (meldingId: Id, naar: keyof TestRegio['organisaties'], vrager = wijkteam) =>
  workAs(platform, vrager, (work) =>
    offerOverdracht(work, {
      meldingId,
      naarOrganisatieId: regio.organisaties[naar],
      reden: 'Regionale plek nodig',
    }),
  )

describe.each([
  ['met een persoon', {}],
  ['anoniem', { persoonId: null }],
])('overdracht van een melding %s', (_, input) => {
  it('blijft bij de gever tot de ander aanneemt; daarna leest de gever mee en behandelt de ander', async () => {
    const { id } = await givenMelding(platform, wijkteam, input)
    expect(await ziet(loket, id)).toBe(false)
    const { id: overdrachtId } = accepted(await biedAan(id, 'loket'))
    expect(await ziet(loket, id)).toBe(true)
    expect(await workAs(platform, loket, (work) => pickUpMelding(work, { meldingId: id }))).toMatchObject({
      code: 'ander_loket',
    })
    accepted(await workAs(platform, loket, (work) => acceptOverdracht(work, { overdrachtId })))
    const melding = accepted(await workAs(platform, wijkteam, (work) => getMelding(work, id)))
    expect(melding).toMatchObject({
      loket: 'Regionaal loket',
      verantwoordelijke: 'Regionaal loket',
      behandelaarId: loket.gebruikerId,
      volgendeStap: 'Triage doen',
    })
    expect(await workAs(platform, wijkteam, (work) => pickUpMelding(work, { meldingId: id }))).toMatchObject({
      code: 'ander_loket',
    })
    expect(await ziet(aanbieder, id)).toBe(false)
  })

  it('na een weigering ziet de ander de melding niet meer en krijgt de gever vandaag een stap', async () => {
    const { id } = await givenMelding(platform, wijkteam, input)
    const { id: overdrachtId } = accepted(await biedAan(id, 'loket'))
    accepted(
      await workAs(platform, loket, (work) =>
        refuseOverdracht(work, { overdrachtId, toelichting: 'Past lokaal' }),
      ),
    )
    expect(await ziet(loket, id)).toBe(false)
    expect(accepted(await workAs(platform, wijkteam, (work) => getMelding(work, id)))).toMatchObject({
      loket: 'Wijkteam Oost',
      volgendeStapOp: '2026-03-02',
      volgendeStap: expect.stringContaining('geweigerd'),
    })
    expect(await workAs(platform, loket, (work) => acceptOverdracht(work, { overdrachtId }))).toMatchObject({
      rejected: true,
    })
  })
})

describe('overdracht', () => {
  it('één aanbod tegelijk, alleen aan een loket, alleen door wie behandelt', async () => {
    const { id } = await givenMelding(platform, wijkteam)
    expect(await biedAan(id, 'aanbieder')).toMatchObject({ field: 'naarOrganisatieId' })
    expect(await biedAan(id, 'wijkteam')).toMatchObject({ field: 'naarOrganisatieId' })
    const uitkomsten = await Promise.all([biedAan(id, 'loket'), biedAan(id, 'vrouwenopvang')])
    expect(uitkomsten.filter((one) => 'rejected' in one)).toEqual([
      expect.objectContaining({ code: 'al_aangeboden' }),
    ])
  })

  it('twee mensen die tegelijk antwoorden: één antwoord telt', async () => {
    const { id } = await givenMelding(platform, wijkteam)
    const { id: overdrachtId } = accepted(await biedAan(id, 'loket'))
    const collega = await regio.als('loket', 'consulent_daklozenloket')
    const uitkomsten = await Promise.all([
      workAs(platform, loket, (work) => acceptOverdracht(work, { overdrachtId })),
      workAs(platform, collega, (work) => acceptOverdracht(work, { overdrachtId })),
    ])
    expect(uitkomsten.filter((one) => 'rejected' in one)).toEqual([
      expect.objectContaining({
        code: 'al_beantwoord',
        message: expect.stringMatching(/^Deze overdracht is al aangenomen door Proef \w+ loket op/),
      }),
    ])
    const { results } = await workAs(platform, wijkteam, (work) => listOverdrachten(work, { meldingId: id }))
    expect(results).toMatchObject([{ status: 'geaccepteerd', magAntwoorden: false }])
  })

  it('neemt de vrouwenopvang een melding met code aan, dan wordt het dossier geheim en ziet de gever niets meer', async () => {
    const { id } = await givenMelding(platform, wijkteam)
    accepted(
      await workAs(platform, wijkteam, (work) =>
        recordTriage(work, {
          meldingId: id,
          uitkomst: 'onderzoek',
          toelichting: 'Acuut',
          domein: 'VO',
          voGeweldAfhankelijk: true,
          voCode: 'rood',
        }),
      ),
    )
    const { id: overdrachtId } = accepted(await biedAan(id, 'vrouwenopvang'))
    accepted(await workAs(platform, vo, (work) => acceptOverdracht(work, { overdrachtId })))
    expect(await ziet(vo, id)).toBe(true)
    expect(await ziet(wijkteam, id)).toBe(false)
    const { count } = await workAs(platform, wijkteam, (work) =>
      listMeldingen(work, MeldingFilter.parse({ domein: 'VO' })),
    )
    expect(count).toBe(0)
  })
})

describe('de verwijzer', () => {
  it('ziet stand en berichten voor hem, maar geen dossier en geen interne notities', async () => {
    const { id, nummer } = await givenMelding(platform, loket, {
      kanaal: 'verwijzing',
      melderSoort: 'aanbieder',
      melderOrganisatieId: regio.organisaties.aanbieder,
    })
    const schrijf = (tekst: string, voorVerwijzer: boolean) =>
      workAs(platform, loket, (work) => writeNotitie(work, { meldingId: id, tekst, voorVerwijzer }))
    accepted(await schrijf('Intern: eerst bellen', false))
    accepted(await schrijf('We plannen een gesprek.', true))
    accepted(
      await workAs(platform, aanbieder, (work) =>
        writeBericht(work, { meldingId: id, tekst: 'Hij belt terug.' }),
      ),
    )
    const { results } = await workAs(platform, aanbieder, (work) => listVerwijzingen(work))
    expect(results).toMatchObject([
      {
        nummer,
        stand: 'Ontvangen',
        berichten: [{ tekst: 'We plannen een gesprek.' }, { tekst: 'Hij belt terug.' }],
      },
    ])
    expect(JSON.stringify(results)).not.toContain('Voorbeeld')
    expect(await ziet(aanbieder, id)).toBe(false)
    const { results: notities } = accepted(await workAs(platform, loket, (work) => listNotities(work, id)))
    expect(notities.map((notitie) => notitie.organisatie)).toContain('Aanbieder Noord')
  })

  it('kan niets schrijven bij een melding van een ander', async () => {
    const { id } = await givenMelding(platform, loket)
    expect(
      await workAs(platform, aanbieder, (work) => writeBericht(work, { meldingId: id, tekst: 'Hallo' })),
    ).toMatchObject({ status: 404 })
    expect(
      await workAs(platform, loket, (work) =>
        writeNotitie(work, { meldingId: id, tekst: 'x', voorVerwijzer: true }),
      ),
    ).toMatchObject({ field: 'voorVerwijzer' })
  })
})

describe('uitnodigen om mee te kijken', () => {
  it('geeft zicht voor één doel en eindigt als de melding sluit', async () => {
    const { id } = await givenMelding(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        inviteOrganisatie(work, {
          meldingId: id,
          organisatieId: regio.organisaties.aanbieder,
          doel: 'Advies ggz',
        }),
      ),
    )
    expect(await ziet(aanbieder, id)).toBe(true)
    const { results } = accepted(await workAs(platform, loket, (work) => listBetrokkenen(work, id)))
    expect(results).toContainEqual(
      expect.objectContaining({ organisatie: 'Aanbieder Noord', doel: 'Advies ggz' }),
    )
    accepted(
      await workAs(platform, loket, (work) =>
        closeMelding(work, {
          meldingId: id,
          reden: 'advies_gegeven',
          volgendeStap: 'Bellen',
          volgendeStapOp: '2026-03-09',
        }),
      ),
    )
    expect(await ziet(aanbieder, id)).toBe(false)
  })
})

/** Daklozenloket DWO 2020 (S4 §4.2): Vlaardingen stands for Delft, Schiedam for the other three together. */
const loket2020 = [
  ['GM0622', false, 'onder_23', 173],
  ['GM0622', false, 'vanaf_23', 1206],
  ['GM0606', false, 'onder_23', 31],
  ['GM0606', false, 'vanaf_23', 280],
  [null, true, 'onder_23', 70],
  [null, true, 'vanaf_23', 525],
  [null, false, 'onbekend', 9],
] as const

describe('tellingen van het daklozenloket', () => {
  const jaar = { van: '2020-01-01', tot: '2021-01-01' }

  it('geven de tabel van 2020 terug, met totaal 2294 en 214 gesprekken over 76 gezinnen', async () => {
    for (const [gemeenteCode, vanElders, leeftijdsklasse, aantal] of loket2020)
      accepted(
        await workAs(platform, loket, (work) =>
          registerKlantcontact(work, {
            op: '2020-06-01',
            soort: 'contact',
            gemeenteCode,
            vanElders,
            leeftijdsklasse,
            aantal,
          }),
        ),
      )
    for (let gezin = 1; gezin <= 76; gezin++)
      accepted(
        await workAs(platform, loket, (work) =>
          registerKlantcontact(work, {
            op: '2020-06-01',
            soort: 'gezinsgesprek',
            leeftijdsklasse: 'onbekend',
            gezinKenmerk: `G${gezin}`,
            aantal: gezin <= 62 ? 3 : 2,
          }),
        ),
      )
    const telling = await workAs(platform, loket, (work) => countKlantcontacten(work, jaar))
    expect(telling).toMatchObject({ gezinsgesprekken: 214, uniekeGezinnen: 76 })
    expect(telling.rijen).toEqual([
      expect.objectContaining({ perGemeente: { GM0606: 31, GM0622: 173 }, vanElders: 70, totaal: 274 }),
      expect.objectContaining({ perGemeente: { GM0606: 280, GM0622: 1206 }, vanElders: 525, totaal: 2011 }),
      expect.objectContaining({ vanElders: 595, leeftijdOnbekend: 9, totaal: 2294 }),
    ])
  })

  it('toestemmingen: 245 zonder en 179 met, waarvan 24 niet toegedeeld; een ander loket telt hetzelfde', async () => {
    await workAs(platform, loket, async (work) => {
      const leg = async (aantal: number, input: object) => {
        for (let i = 0; i < aantal; i++)
          accepted(
            await registerAdrestoestemming(work, {
              op: '2020-06-01',
              toestemming: true,
              reden: 'Niet genoemd',
              ...input,
            }),
          )
      }
      await leg(245, { toestemming: false })
      await leg(17, { gemeenteCode: 'GM0622', leeftijdsklasse: 'onder_23' })
      await leg(103, { gemeenteCode: 'GM0622', leeftijdsklasse: 'vanaf_23' })
      await leg(4, { gemeenteCode: 'GM0606', leeftijdsklasse: 'onder_23' })
      await leg(31, { gemeenteCode: 'GM0606', leeftijdsklasse: 'vanaf_23' })
      await leg(24, {})
    })
    for (const vrager of [loket, wijkteam]) {
      const { rijen } = await workAs(platform, vrager, (work) => countAdrestoestemmingen(work, jaar))
      expect(rijen).toMatchObject([
        { toestemming: false, totaal: 245 },
        {
          toestemming: true,
          perGemeente: { GM0622: { onder_23: 17, vanaf_23: 103 }, GM0606: { onder_23: 4, vanaf_23: 31 } },
          nietToegedeeld: 24,
          totaal: 179,
        },
      ])
    }
  })

  it('een toestemming geldt ergens voor, en zonder toestemming staat erbij waarom niet', async () => {
    const leg = (input: object) =>
      workAs(platform, loket, (work) =>
        registerAdrestoestemming(work, { op: '2026-03-02', toestemming: false, ...input }),
      )
    expect(await leg({})).toMatchObject({ code: 'reden_ontbreekt', field: 'reden' })
    expect(await leg({ reden: 'Uit eigen regio', voorPostadres: false, voorOpvang: false })).toMatchObject({
      code: 'waarvoor_ontbreekt',
      field: 'voorPostadres',
    })
  })

  it('het dossier toont elk besluit over postadres en opvang, en een ander ziet het niet', async () => {
    const { persoonId } = await givenMelding(platform, loket)
    const leg = (input: object) =>
      workAs(platform, loket, (work) =>
        registerAdrestoestemming(work, { persoonId, op: '2026-03-01', toestemming: true, ...input }),
      )
    accepted(await leg({ toestemming: false, reden: 'Heeft een woning', voorOpvang: false }))
    accepted(await leg({ op: '2026-03-02', gemeenteCode: 'GM0606' }))
    const lijst = (wie: Vrager) => workAs(platform, wie, (work) => listAdrestoestemmingen(work, persoonId!))
    expect(accepted(await lijst(loket)).results).toMatchObject([
      { op: '2026-03-02', toestemming: true, gemeente: 'Schiedam', reden: null },
      { op: '2026-03-01', toestemming: false, voorOpvang: false, reden: 'Heeft een woning' },
    ])
    expect(await lijst(aanbieder)).toMatchObject({ status: 404 })
  })

  it('een toestemming van een persoon telt voor iedereen, maar is alleen te zien voor wie betrokken is', async () => {
    const { persoonId } = await givenMelding(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        registerAdrestoestemming(work, {
          persoonId,
          op: '2026-03-02',
          toestemming: true,
          gemeenteCode: 'GM0622',
        }),
      ),
    )
    const nu = { van: '2026-03-01', tot: '2026-04-01' }
    const { rijen } = await workAs(platform, aanbieder, (work) => countAdrestoestemmingen(work, nu))
    expect(rijen[1]).toMatchObject({ perGemeente: { GM0622: { vanaf_23: 1 } } })
    const zichtbaar = await workAs(platform, aanbieder, (work) =>
      work.db.selectFrom('adrestoestemming').select('id').where('persoon_id', '=', persoonId).execute(),
    )
    expect(zichtbaar).toEqual([])
    expect(
      await workAs(platform, aanbieder, (work) =>
        registerAdrestoestemming(work, { persoonId, op: '2026-03-02', toestemming: true }),
      ),
    ).toMatchObject({ status: 404 })
  })
})
