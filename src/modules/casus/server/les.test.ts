import { beforeAll, describe, expect, it } from 'vitest'
import {
  givenCasus,
  givenDeelnemer,
  givenOverleg,
  overleg,
  uitnodiging,
} from '../../../../tests/given/casus.ts'
import { vraagOveral } from '../../../../tests/given/casus-blik.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { routes } from '../../../app/modules.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { addAdres } from '../../persoon/server/adres-commands.ts'
import { createHuishouden } from '../../persoon/server/huishouden-commands.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import {
  agreeActie,
  changeLes,
  finishActie,
  planOverleg,
  publishLes,
  withdrawLes,
  writeLes,
} from './commands.ts'
import { giveAdresdelen } from './identiteit.ts'
import { listEigen, listGepubliceerd } from './uitnodiging-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let loket: Vrager
let collega: Vrager
let gast: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  collega = await regio.als('loket', 'casusregisseur')
  gast = await regio.als('andereAanbieder', 'aanbieder_begeleider')
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
}, 60_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)

async function metOverleg(persoon: { achternaam?: string; voornamen?: string } = {}) {
  const { achternaam = 'Overlegmens' } = persoon
  const persoonId = await givenPersoon(platform, loket, { voornamen: 'Proef', ...persoon, achternaam })
  const { id: casusId } = await givenCasus(platform, loket, persoonId)
  return { persoonId, casusId, achternaam, overlegId: await givenOverleg(platform, loket, casusId) }
}

describe('acties na het overleg (CAS-04)', () => {
  it('de eigenaar houdt de tekst en kan haar afronden, maar ziet nooit de casus', async () => {
    const { overlegId, casusId, persoonId, achternaam } = await metOverleg()
    const id = await givenDeelnemer(
      platform,
      loket,
      overlegId,
      uitnodiging(gast.gebruikerId!, { gegevens: ['wie'] }),
    )
    const actie = accepted(
      await as(loket, (work) =>
        agreeActie(work, {
          casusId,
          soort: 'besluit',
          tekst: 'Een proefweek aanbieden in het huis',
          organisatieId: gast.organisatieId!,
          gebruikerId: null,
          uiterlijkOp: '2026-03-10',
        }),
      ),
    )
    platform.clock.set('2026-03-12')
    const eigen = await as(gast, (work) =>
      listEigen(work, { pagina: 1, aantalPerPagina: 25, stand: 'te_laat', sorteer: 'uiterlijkOp' }),
    )
    const mijn = eigen.results.find((one) => one.id === actie.id)
    expect(mijn).toMatchObject({
      tekst: 'Een proefweek aanbieden in het huis',
      isTeLaat: true,
      namens: 'Regionaal loket',
    })
    expect(JSON.stringify(eigen)).not.toMatch(new RegExp(`${achternaam}|${persoonId}|${casusId}`))
    const anders = await vraagOveral({ server, platform }, gast, { persoonId, casusId, id, achternaam })
    expect([anders.lijst, anders.elders]).toEqual([[], []])
    const klaar = { id: actie.id, versie: 1, status: 'gedaan' as const, uitkomst: 'Aangeboden' }
    const vreemd = await regio.als('corporatie', 'corporatie_medewerker')
    expect(await as(vreemd, (work) => finishActie(work, klaar))).toMatchObject({ code: 'niet_gevonden' })
    expect(accepted(await as(gast, (work) => finishActie(work, klaar)))).toEqual({ id: actie.id, versie: 2 })
    expect(await as(gast, (work) => finishActie(work, klaar))).toMatchObject({ code: 'kan_nu_niet' })
    platform.clock.set('2026-03-02')
  })
})

describe('teksten zonder wie het is (CAS-06)', () => {
  it('de database weigert naam, geboortedatum, nummer en adres van de cliënt en het huishouden', async () => {
    const { casusId, persoonId } = await metOverleg({ achternaam: 'Boomkruiper', voornamen: 'Zoë Anna' })
    const broer = await givenPersoon(platform, loket, {
      achternaam: 'Winterkoning',
      voornamen: 'Ids',
      geboortedatum: '2010-12-01',
    })
    await as(loket, async (work) => {
      accepted(
        await createHuishouden(work, {
          persoonId,
          leden: [{ persoonId: broer, rol: 'kind' }],
          op: work.today,
        }),
      )
      accepted(
        await addAdres(work, {
          persoonId: broer,
          soort: 'woonadres',
          isGeheim: false,
          adres: 'Lange Kruisweg 12, 3131 AB Vlaardingen',
          gemeenteCode: 'GM0622',
          van: '2020-01-01',
          tot: null,
        }),
      )
    })
    const schrijf = (tekst: string) =>
      as(loket, (work) => writeLes(work, { casusId, titel: 'Zorg in de nacht', tekst }))
    const geweigerd: Record<string, string> = {
      'Mevrouw Boomkruiper kreeg geen hulp': 'naam',
      'ZOE wachtte te lang': 'naam',
      'Zoës vraag paste nergens': 'naam',
      'Haar broer Winterkoning hielp': 'naam',
      'Geboren op 17-5-1985 en nooit geholpen': 'geboortedatum',
      'Op 17 mei 1985 geboren': 'geboortedatum',
      'Het kind van 1 dec 2010 ging mee': 'geboortedatum',
      'Nummer 123 456 782 stond er dubbel': 'nummer',
      'Er was geen plek in 3131 AB': 'adres',
      'De buren van de lange kruisweg klaagden': 'adres',
    }
    for (const [tekst, wat] of Object.entries(geweigerd))
      expect(await schrijf(tekst), tekst).toMatchObject({
        code: 'tekst_noemt_iemand',
        message: expect.stringContaining(wat),
      })
    for (const tekst of [
      'In 2026 waren er 12 plekken te weinig met zorg in de nacht',
      'Overleg op 3-3-2026 hielp: Wmo en Zvw betalen samen',
    ])
      accepted(await schrijf(tekst))
    await expect(
      as(regio.systeem, async (work) => {
        await giveAdresdelen(work, persoonId)
        await work.db
          .updateTable('casus_les')
          .set({ tekst: 'Boomkruiper' })
          .where('casus_id', '=', casusId)
          .execute()
      }),
    ).rejects.toMatchObject({ constraint: 'casus_tekst_noemt_naam' })
    await expect(
      as(regio.systeem, (work) =>
        work.db.updateTable('casus_les').set({ tekst: 'Rustig' }).where('casus_id', '=', casusId).execute(),
      ),
    ).rejects.toThrow('app.adresdelen is niet gezet')
    expect(
      await as(loket, (work) => planOverleg(work, { ...overleg, doel: 'Plek voor Zoë', casusId })),
    ).toMatchObject({ code: 'tekst_noemt_iemand', field: 'doel' })
  })

  it('ook het adres van een geheime locatie waar iemand verblijft komt in geen tekst', async () => {
    const { casusId, persoonId } = await metOverleg({ achternaam: 'Tapuit' })
    const productId = await givenProduct(platform, regio, { naam: 'Crisisopvang VO', domein: 'VO' })
    const { plekIds } = await givenLocatie(platform, regio, {
      organisatie: 'vrouwenopvang',
      productId,
      voorziening: { domein: 'VO' },
      locatie: { isGeheim: true, naam: 'Schuilnaam', adres: 'Verborgen Laan 7, Nergens' },
      plekken: [{}],
    })
    const { organisatieId, gebruikerId } = loket
    await as({ ...regio.systeem, organisatieId, gebruikerId }, async (work) => {
      await work.db.updateTable('product').set({ toegang: 'direct' }).where('id', '=', productId).execute()
      const verblijf = { persoonId, plekId: plekIds[0]!, op: work.today, soort: 'regulier' as const }
      accepted(await startDirectVerblijf(work, verblijf))
    })
    expect(
      await as(loket, (work) =>
        writeLes(work, { casusId, titel: 'Nachtzorg', tekst: 'Aan de verborgen laan is geen nachtzorg' }),
      ),
    ).toMatchObject({ code: 'tekst_noemt_iemand', message: expect.stringContaining('adres') })
  })

  it('een les verschijnt pas als een ander dan de schrijver keek, met alleen het kwartaal', async () => {
    const { casusId } = await metOverleg()
    const les = accepted(
      await as(loket, (work) =>
        writeLes(work, { casusId, titel: 'Nachtzorg', tekst: 'Er is te weinig zorg in de nacht' }),
      ),
    )
    const beleid = await regio.als('centrumgemeente', 'beleidsmedewerker')
    const gelezen = async () =>
      (
        await as(beleid, (work) =>
          listGepubliceerd(work, { pagina: 1, aantalPerPagina: 200, sorteer: '-kwartaal' }),
        )
      ).results
    expect(await as(loket, (work) => publishLes(work, les))).toMatchObject({ code: 'kan_nu_niet' })
    const anders = accepted(
      await as(collega, (work) =>
        changeLes(work, { ...les, titel: 'Nachtzorg', tekst: 'Er is te weinig nachtzorg' }),
      ),
    )
    expect(await as(collega, (work) => publishLes(work, anders))).toMatchObject({ code: 'kan_nu_niet' })
    expect(await gelezen()).toEqual([])
    accepted(await as(loket, (work) => publishLes(work, anders)))
    expect(await gelezen()).toEqual([
      { titel: 'Nachtzorg', tekst: 'Er is te weinig nachtzorg', kwartaal: '2026-1' },
    ])
    await expect(
      as(regio.systeem, (work) =>
        work.db
          .updateTable('casus_les')
          .set((e) => ({ gecontroleerd_door: e.ref('geschreven_door') }))
          .where('id', '=', les.id)
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'casus_les_ander_controleert' })
    accepted(await as(loket, (work) => withdrawLes(work, les.id)))
    expect(await gelezen()).toEqual([])
  })
})
