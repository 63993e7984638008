import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../../src/app/modules.ts'
import { isQuestion } from '../../src/platform/http/execute.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { useDatabase } from '../given/database.ts'
import { schrijfproeven } from '../given/schrijven/proeven.ts'
import { givenSchrijfwereld, nameOf, type Schrijfwereld } from '../given/schrijven/wereld.ts'

const database = useDatabase()
let w: Schrijfwereld

beforeAll(async () => {
  w = await givenSchrijfwereld(database)
}, 120_000)

/** Routes on an existing record that need no version, because a second one is refused by what the first one did. */
const kanMaarEenKeer = [
  'POST /account/sessies/:id/intrekking',
  'POST /noodprocedures/:id/beoordeling',
  'POST /adressen/:id/einde',
  'POST /samenvoegingen/:id/terugdraaiing',
  'POST /delingen/:id/beeindiging',
  'POST /toestemmingen/:id/intrekking',
  'POST /vervolgen/:id/_rond-af',
  'POST /meldingoverdrachten/:id/_neem-aan',
  'POST /meldingoverdrachten/:id/_weiger',
  'POST /plekken/:id/buiten-gebruik',
  'POST /buiten-gebruik/:id/einde',
  'POST /personen/:id/trajecten',
  'POST /personen/:id/urgentieaanvragen',
  'POST /personen/:id/woonvragen',
  'POST /woonvragen/:id/antwoord',
  'POST /woningaanbiedingen/:id/gevolg',
  'POST /personen/:id/huurcontracten',
  'POST /personen/:id/ondersteuningsplannen',
  'POST /plaatsingsvoorstellen/:id/bezwaar',
  'POST /plaatsingsvoorstellen/:id/bezwaarbesluit',
  'POST /voorstellen/:id/aankomst',
  'POST /voorstellen/:id/niet-verschenen',
  'POST /inleesbestanden/:id/inlezen',
  'POST /programmabestanden/:id/inlezen',
  'POST /winterkosten/:id/intrekking',
  'POST /huishoudens/:id/leden',
  'POST /signalen/:id/_koppel-terug',
  'POST /personen/:id/bemoeizorg',
  'POST /personen/:id/casussen',
  'POST /casusoverleggen/:id/afronding',
  'POST /casusoverleggen/:id/annulering',
  'POST /casusdeelnemers/:id/intrekking',
  'POST /casuslessen/:id/intrekking',
  'POST /duidingen/:id/intrekking',
  'POST /verhalen/:id/intrekking',
  'POST /bronwaarden/:id/intrekking',
  'POST /verblijven/:id/nazorg',
  'POST /risicodagen/:id/einde',
  'POST /trajecten/:id/time-outboekingen',
  'POST /netwerksignalen/:id/afhandeling',
  'POST /personen/:id/overdrachten',
  'POST /personen/:id/binnenkomsten',
  'POST /overdrachten/:id/aanname',
  'POST /overdrachten/:id/weigering',
  'POST /overdrachten/:id/intrekking',
  'POST /overdrachten/:id/afronding',
  'POST /overdrachten/:id/eerste-contact',
  'POST /personen/:id/vo-routes',
  'POST /personen/:id/veiligheidsplannen',
  'POST /personen/:id/huisverboden',
  'POST /personen/:id/veilig-thuis',
  'POST /personen/:id/vo-systeemkoppelingen',
  'POST /personen/:id/plegerhulp',
  'POST /personen/:id/vo-rood-afwijkingen',
  'POST /personen/:id/belangenconflicten',
  'POST /belangenconflicten/:id/einde',
  'POST /meldcode-doorlopen/:id/stappen',
  'POST /meldcode-doorlopen/:id/wissing',
  'POST /bevindingakkoorden/:id/intrekking',
  'POST /publicaties/:id/intrekking',
  'POST /leveringen/:id/vrijgave',
  'POST /leveringen/:id/verzending',
  'POST /leveringen/:id/intrekking',
  'POST /kalenderadressen/:id/intrekking',
  'POST /prognose/berekeningen/:id/stop',
  'POST /prognose/maatregelen/:id/verwijdering',
  'POST /activiteitvoortgang/:id/intrekking',
  'POST /partnercontacten/:id/intrekking',
  'POST /partnerbestanden/:id/inlezen',
  'POST /groepsleden/:id/intrekking',
  'POST /activiteitverhalen/:id/verbreking',
]

/** Where the state always says first what happened, and how: nothing but the answer itself gives it another version. */
const standGaatVoor: Readonly<Record<string, string>> = {
  'POST /plaatsingsvoorstellen/:id/aanvaarding': 'stand_laat_dit_niet_toe',
  'POST /besluitmomenten/:id/besluit': 'al_besloten',
}

/** Routes on an existing record that overwrite nothing of anybody else, with the reason. */
const overschrijftNiets: Record<string, string> = {
  'PUT /concepten/:sleutel': 'Het concept is van de gebruiker zelf; het laatste geldt.',
  'POST /gebruikers/:id/inlog': 'Maakt een nieuw geheim; er is niets ingevuld dat verloren gaat.',
  'POST /gebruikers/:id/sessie-intrekkingen': 'Beëindigt wat open staat; nog eens doet niets.',
  'POST /personen/:id/adressen': 'Voegt een adres toe; het vorige houdt zijn periode.',
  'POST /personen/:id/delingen': 'Voegt een deling toe.',
  'POST /personen/:id/maatwerkoverleggen': 'Voegt een overleg toe.',
  'POST /personen/:id/toestemmingen': 'Voegt een toestemming toe.',
  'POST /ondersteuningsplannen/:id/metingen': 'Voegt scores van een dag toe.',
  'POST /ondersteuningsplannen/:id/reacties': 'Voegt een reactie toe.',
  'POST /meldingen/:id/notities': 'Voegt een notitie toe.',
  'POST /verwijzingen/:id/berichten': 'Voegt een bericht toe.',
  'POST /meldingen/:id/uitnodigingen': 'Voegt een organisatie toe.',
  'POST /locaties/:id/bevestigingen': 'Zegt dat de stand klopt; er is niets ingevuld.',
  'POST /locaties/:id/openingen': 'Voegt een dag toe vanaf wanneer een regime geldt.',
  'POST /nazorgafspraken/:id/contacten': 'Voegt een contact toe.',
  'POST /personen/:id/risicodagen': 'Voegt een dag toe.',
  'POST /personen/:id/netwerksignalen': 'Voegt een signaal toe.',
  'POST /casussen/:id/overleggen': 'Voegt een overleg toe.',
  'POST /casusoverleggen/:id/deelnemers': 'Voegt een deelnemer toe.',
  'POST /casussen/:id/acties': 'Voegt een besluit of actie toe.',
  'POST /casussen/:id/lessen': 'Voegt een les toe.',
  'POST /partners/:id/contacten': 'Voegt een contactpersoon toe.',
  'POST /participatiegroepen/:id/bijeenkomsten': 'Voegt een bijeenkomst toe.',
  'POST /participatiegroepen/:id/inzet': 'Voegt inzet bij een activiteit toe.',
  'POST /participatiegroepen/:id/leden': 'Voegt een naam toe.',
  'POST /raadplegingen/:id/punten': 'Voegt een stelling of wens toe.',
  'POST /tellingen/:id/organisaties': 'Voegt een organisatie toe.',
  'POST /overdrachten/:id/links': 'Maakt een nieuw geheim; er is niets ingevuld dat verloren gaat.',
  'POST /personen/:id/vo-systemen': 'Begint een nieuw systeem.',
  'POST /prognose/scenarios/:id/kopie': 'Maakt een nieuw scenario.',
  'POST /prognose/scenarios/:id/maatregelen': 'Voegt een maatregel toe.',
  'POST /prognose/scenarios/:id/berekeningen': 'Stelt een vraag; er wordt niets overschreven.',
  'POST /activiteiten/:id/metingen': 'Voegt een meting toe.',
  'POST /activiteiten/:id/standen': 'Voegt een stand toe; de eerdere blijven staan.',
  'POST /activiteiten/:id/voortgang': 'Voegt een tekst toe.',
  'POST /activiteitresultaten/:id/waarden':
    'Voegt een getal toe; een ander van dezelfde dag vervalt, maar blijft staan.',
  'POST /activiteiten/:id/knelpunten': 'Voegt een knelpunt toe.',
  'POST /activiteiten/:id/besluitmomenten': 'Voegt een besluitmoment toe.',
  'POST /activiteiten/:id/geld': 'Voegt een bedrag toe.',
  'POST /rapportages/:id/verversing': 'Kijkt opnieuw in de gegevens; wat iemand schreef blijft staan.',
  'POST /personen/:id/opvolging': 'Begint de opvolging van iemand die er geen had.',
}

const velden = (route: Route) =>
  JSON.stringify(z.toJSONSchema(route.endpoint.body, { unrepresentable: 'any' }))
const vraagtVersie = (route: Route) => velden(route).includes('"versie"')
const schrijfroutes = routes.filter((route) => !isQuestion(route))
const metVersie = schrijfroutes.filter(vraagtVersie)
const opBestaand = schrijfroutes.filter(
  ({ endpoint }) =>
    endpoint.method === 'PUT' ||
    endpoint.method === 'PATCH' ||
    (endpoint.method === 'POST' && /\/:\w+\//.test(endpoint.path)),
)

describe('wie iets wijzigt zegt welke versie hij zag', () => {
  it('of de route staat op de lijst met de reden waarom niet', () => {
    const uitgezonderd = [...kanMaarEenKeer, ...Object.keys(overschrijftNiets)]
    const zonder = opBestaand.filter((route) => !vraagtVersie(route)).map(nameOf)
    expect(uitgezonderd.sort()).toEqual(zonder.sort())
  })

  it.each(metVersie.map((route) => [nameOf(route), route] as const))(
    '%s weigert wat intussen door een ander is gewijzigd, en noemt wie en wat',
    async (naam) => {
      const { als, id, body, eerder } = await schrijfproeven[naam]!(w)
      if (!eerder) throw new Error(`${naam}: geef de wijziging door een ander`)
      await w.doeEerder(eerder)
      await w.stuur(als, naam, { sleutel: null }) // opens the session, so that nothing else is counted below
      const vooraf = await w.stand()
      const { versie: _, ...zonder } = body as { versie: number }
      const input = id === undefined ? {} : { id }

      const oud = await w.stuur(als, naam, { ...input, body: body! })
      const code = standGaatVoor[naam] ?? 'versie_verouderd'
      expect([oud.statusCode, oud.json().code], oud.body).toEqual([409, code])
      const { rows } = await database.login.query('select naam from onderdak.gebruiker where id = $1', [
        eerder.als.gebruikerId,
      ])
      const wijziging = {
        veld: expect.stringMatching(/./),
        oud: expect.any(String),
        nieuw: expect.any(String),
        door: rows[0].naam,
        op: expect.any(String),
      }
      if (standGaatVoor[naam])
        expect(oud.json().detail).toMatch(new RegExp(`${wijziging.door} wijzigde dit op|U wijzigde dit op`))
      else expect(oud.json().wijzigingen).toContainEqual(wijziging)

      const geen = await w.stuur(als, naam, { ...input, body: zonder })
      expect(geen.statusCode, geen.body).toBe(400)
      expect(geen.json().fouten).toContainEqual({ veld: 'versie', melding: expect.any(String) })
      expect(await w.stand()).toEqual(vooraf)
    },
  )
})

describe('wat maar één keer kan', () => {
  it.each(kanMaarEenKeer)('%s wordt een tweede keer geweigerd en wijzigt dan niets', async (naam) => {
    const { als, ...input } = await schrijfproeven[naam]!(w)
    expect((await w.stuur(als, naam, input)).statusCode).toBeLessThan(300)
    const inzage = ['audit', 'audit_kop']
    const stand = async () =>
      Object.fromEntries(Object.entries(await w.stand()).filter(([tabel]) => !inzage.includes(tabel)))
    const vooraf = await stand()
    const nogEens = await w.stuur(als, naam, input)
    expect([401, 404, 409, 422], nogEens.body).toContain(nogEens.statusCode)
    expect(await stand()).toEqual(vooraf)
  })
})
