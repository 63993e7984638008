import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import {
  beginBemoeizorg,
  finishSignaal,
  giveSignaal,
  pickUpSignaal,
  registerContact,
} from '../../signaal/server/commands.ts'
import type { Groepcode } from '../domain/contract.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let corporatie: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  corporatie = await regio.als('andereAanbieder', 'corporatie_medewerker')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const blok = async (wie: Vrager, code: Groepcode) =>
  (await as(wie, (work) => readVandaag(work))).groepen.find((one) => one.code === code)

describe('signalen op Vandaag', () => {
  let id: Id
  it('een signaal dat niemand oppakt staat bij de toegang, en na de termijn als te laat', async () => {
    const gegeven = {
      categorie: 'huisuitzetting',
      gemeenteCode: 'GM0606',
      wijk: null,
      waar: 'Kerkweg 3',
      toelichting: 'Huurachterstand',
      ontruimingOp: '2026-03-30',
      volwassenen: 1,
      kinderen: 0,
    }
    id = accepted(await as(corporatie, (work) => giveSignaal(work, gegeven))).id
    expect(await blok(loket, 'signaal_oppakken')).toMatchObject({
      aantal: 1,
      teLaat: 0,
      items: [{ soort: 'signaal', id, naam: 'Dreigende huisuitzetting', datum: '2026-03-05' }],
    })
    expect(JSON.stringify(await blok(loket, 'signaal_oppakken'))).not.toContain('Kerkweg')
    platform.clock.set('2026-03-06')
    expect(await blok(loket, 'signaal_oppakken')).toMatchObject({ teLaat: 1 })
    expect(await blok(await regio.als('wijkteam', 'toegangsmedewerker'), 'signaal_oppakken')).toBeUndefined()
  })

  it('de corporatie ziet op Vandaag alleen hoe het met haar eigen signalen staat', async () => {
    expect(await blok(corporatie, 'eigen_signalen')).toMatchObject({
      aantal: 1,
      items: [{ soort: 'eigen_signaal', id, wat: 'Ontvangen door Regionaal loket' }],
    })
    expect(await blok(await regio.als('aanbieder', 'convenantpartner'), 'eigen_signalen')).toBeUndefined()
    accepted(await as(loket, (work) => pickUpSignaal(work, { id, versie: 1 })))
    expect(await blok(corporatie, 'eigen_signalen')).toMatchObject({
      items: [{ wat: 'Opgepakt door Regionaal loket' }],
    })
  })

  it('een opgepakt signaal komt terug voor het te laat is; na afronden leest de corporatie de vaste zin', async () => {
    expect(await blok(loket, 'signaal_oppakken')).toBeUndefined()
    expect(await blok(loket, 'signaal_afronden')).toBeUndefined()
    platform.clock.set('2026-04-01')
    expect(await blok(loket, 'signaal_afronden')).toMatchObject({
      aantal: 1,
      items: [{ id, stand: 'binnenkort' }],
    })
    const afronden = {
      id,
      versie: 2,
      uitkomst: 'contact_gezocht',
      reden: null,
      toelichting: null,
      terugkoppeling: 'contact_gezocht',
    } as const
    accepted(await as(loket, (work) => finishSignaal(work, afronden)))
    expect(await blok(loket, 'signaal_afronden')).toBeUndefined()
    expect(await blok(corporatie, 'eigen_signalen')).toMatchObject({
      items: [{ wat: 'Wij hebben contact gezocht.' }],
    })
    platform.clock.set('2026-04-20')
    expect(await blok(corporatie, 'eigen_signalen')).toBeUndefined()
  })

  it('wie antwoord wilde en nog wacht, staat er tot het is vastgelegd', async () => {
    await database.login.query('update onderdak.signaal set wil_terugkoppeling = true where id = $1', [id])
    expect(await blok(loket, 'melder_beantwoorden')).toMatchObject({
      aantal: 1,
      items: [{ id, stand: null }],
    })
  })

  it('bemoeizorg zonder toestemming komt op tijd terug om opnieuw te wegen', async () => {
    const persoonId = await givenPersoon(platform, loket, { achternaam: 'Mijder' })
    accepted(
      await as(loket, (work) =>
        beginBemoeizorg(work, {
          persoonId,
          zorgen: 'Vervuiling',
          plan: 'Langsgaan',
          grond: 'BEROEPSHALVE_MEDEWERKING',
          noodzaak: 'Hij doet niet open',
          nietMetMinder: 'Bellen hielp niet',
          informeren: 'Bij het eerste gesprek',
          heroverwegenVoor: '2026-05-20',
        }),
      ),
    )
    expect(await blok(loket, 'bemoeizorg_wegen')).toBeUndefined()
    platform.clock.set('2026-05-21')
    expect(await blok(loket, 'bemoeizorg_wegen')).toMatchObject({
      teLaat: 1,
      items: [{ persoonId, wat: 'Mag zonder toestemming: Wmo 2015 art. 5.3.3 lid 3' }],
    })
  })

  it('teruggaan naar iemand op straat staat er tot iemand terugging', async () => {
    const contact = {
      dag: '2026-05-20',
      tijd: '22:10',
      gemeenteCode: 'GM0622',
      wijk: null,
      plek: 'Station Oost',
      aantal: 1,
      uitkomst: 'gesproken',
      herkenning: null,
      notitie: null,
      vervolgOp: '2026-05-21',
      persoonId: null,
      vorigContactId: null,
    }
    const eerste = accepted(await as(loket, (work) => registerContact(work, contact)))
    expect(await blok(loket, 'outreach_terug')).toMatchObject({
      items: [{ id: eerste.id, naam: 'Station Oost' }],
    })
    const terug = { ...contact, dag: '2026-05-21', tijd: '08:00', vervolgOp: null, vorigContactId: eerste.id }
    accepted(await as(loket, (work) => registerContact(work, terug)))
    expect(await blok(loket, 'outreach_terug')).toBeUndefined()
  })
})
