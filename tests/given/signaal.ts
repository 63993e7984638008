import { beginBemoeizorg, giveSignaal, registerContact } from '../../src/modules/signaal/server/commands.ts'
import { givenPersoon } from './persoon.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

interface Teksten {
  readonly signaalVanPartner: string
  readonly signaalToelichting: string
  readonly bemoeizorg: string
  readonly straat: string
}

/**
 * A signaal that an aanbieder gave to the regional loket about somebody unknown, a contact on the street of the loket, and
 * bemoeizorg for somebody whom only the loket knows.
 */
export async function givenSignalen(
  platform: TestPlatform,
  regio: TestRegio,
  teksten: Teksten,
): Promise<void> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const partner = await regio.als('andereAanbieder', 'corporatie_medewerker')
  await workAs(platform, partner, async (work) =>
    accepted(
      await giveSignaal(work, {
        categorie: 'huisuitzetting',
        gemeenteCode: 'GM0606',
        wijk: null,
        waar: teksten.signaalVanPartner,
        toelichting: teksten.signaalToelichting,
        ontruimingOp: null,
        volwassenen: 1,
        kinderen: null,
      }),
    ),
  )
  const persoonId = await givenPersoon(platform, loket, { achternaam: 'Mijder' })
  await workAs(platform, loket, async (work) => {
    accepted(
      await registerContact(work, {
        dag: '2026-03-01',
        tijd: '22:10',
        gemeenteCode: 'GM0622',
        wijk: null,
        plek: teksten.straat,
        aantal: 1,
        uitkomst: 'gesproken',
        herkenning: null,
        notitie: null,
        vervolgOp: null,
        persoonId: null,
        vorigContactId: null,
      }),
    )
    accepted(
      await beginBemoeizorg(work, {
        persoonId,
        zorgen: teksten.bemoeizorg,
        plan: 'Langsgaan',
        grond: 'WETTELIJKE_TAAK_COLLEGE',
        noodzaak: 'Hij doet niet open',
        nietMetMinder: 'Bellen hielp niet',
        informeren: 'Bij het eerste gesprek',
        heroverwegenVoor: '2026-05-01',
      }),
    )
  })
}
