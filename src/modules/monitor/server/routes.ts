import type { Column } from '../../../platform/documents/table.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/contract.ts'
import { readBezettingsverloop } from './bezetting-queries.ts'
import { dashboardRoutes } from './dashboard-routes.ts'
import { indicatorRoutes } from './indicator-routes.ts'
import { ketenbalansRoutes } from './ketenbalans-routes.ts'
import { readMeldingen, readStromen, readWeigeringen } from './maand-queries.ts'
import { readPlekken } from './plek-queries.ts'
import { readBeschikkingen, readVerblijven, readWachtlijst } from './queries.ts'
import { rapportRoutes } from './rapport-routes.ts'
import { readClientreis } from './reis-queries.ts'
import { readEuRoute, readTerugkeer } from './toegang-queries.ts'
import { readRichtingcijfers, readVerloop, readVerwachting, readVoorrangcijfers } from './wacht-queries.ts'

const lezen = { permission: 'cijfers.lezen', audit: { geen: 'Cijfers zonder personen' } } as const

const getal = (key: string, label: string): Column => ({ key, label, type: 'number' })
const naam: Column = { key: 'naam', label: 'Product of gemeente', type: 'text' }
const maand: Column = { key: 'maand', label: 'Maand vanaf', type: 'date' }
/** An empty cell can be nothing or hidden: this tells which. */
const afgeschermd: Column = { key: 'afgeschermd', label: 'Kleine aantallen niet getoond', type: 'boolean' }
const lijst = (titel: string, ...kolommen: Column[]) => ({ titel, kolommen: [...kolommen, afgeschermd] })

export const monitorRoutes: readonly Route[] = [
  ...indicatorRoutes,
  ...dashboardRoutes,
  ...rapportRoutes,
  ...ketenbalansRoutes,
  route(api.listBezettingcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers bezetting door de jaren',
      maand,
      getal('gemiddeld', 'Gemiddeld'),
      getal('hoogste', 'Hoogste dag'),
      getal('laagste', 'Laagste dag'),
      getal('eind', 'Laatste dag'),
    ),
    handle: (work, { query }) => readBezettingsverloop(work, query),
  }),
  route(api.listVerblijfcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers verblijf',
      naam,
      getal('verblijven', 'Verblijven'),
      getal('personen', 'Mensen'),
      getal('teLang', 'Langer dan het maximum'),
      getal('teLangZonderReden', 'Langer dan het maximum, zonder reden'),
      getal('uitstroomgereed', 'Klaar om te vertrekken'),
    ),
    handle: (work, { query }) => readVerblijven(work, query),
  }),
  route(api.listPlekcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers plekken',
      naam,
      getal('totaal', 'Alle plekken'),
      getal('vrij', 'Vrij'),
      getal('vastgehouden', 'Vastgehouden'),
      getal('bezet', 'Bezet'),
      getal('geblokkeerd', 'Geblokkeerd'),
      getal('buitenGebruik', 'Buiten gebruik'),
      getal('overboekt', 'Overboekt'),
      getal('bruto', 'Bezetting van alle plekken (%)'),
      getal('netto', 'Bezetting van bruikbare plekken (%)'),
      getal('zonderGeblokkeerd', 'Bezetting zonder geblokkeerd (%)'),
    ),
    handle: (work, { query }) => readPlekken(work, query),
  }),
  route(api.listWachtcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers wachtlijst',
      naam,
      getal('dossiers', 'Cliënten'),
      getal('registraties', 'Registraties'),
      getal('personen', 'Mensen met hun gezin'),
      getal('plaatsbaar', 'Plaatsbaar'),
      getal('voorgesteld', 'Met voorstel'),
      getal('sindsMelding', 'Mediaan dagen sinds melding'),
      getal('sindsBesluit', 'Mediaan dagen sinds besluit'),
      getal('sindsPlaatsbaar', 'Mediaan dagen sinds plaatsbaar'),
      getal('sindsVoorstel', 'Mediaan dagen sinds voorstel'),
      getal('gestart', 'Plek gekregen in 12 maanden'),
      getal('besluitTotStart', 'Mediaan dagen van besluit tot plek'),
    ),
    handle: (work, { query }) => readWachtlijst(work, query),
  }),
  route(api.listRichtingcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers wachtlijst per richting',
      { key: 'naam', label: 'Product of gewenste locatie', type: 'text' },
      getal('instroom', 'Instroom'),
      getal('doorstroom', 'Doorstroom'),
      getal('uitstroom', 'Uitstroom'),
      getal('samen', 'Samen'),
    ),
    handle: (work, { query }) => readRichtingcijfers(work, query),
  }),
  route(api.listVerloopcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers wachtlijst per maand',
      maand,
      getal('begin', 'Wacht aan het begin'),
      getal('erbij', 'Erbij'),
      getal('geplaatst', 'Plek gekregen'),
      getal('anders', 'Anders van de lijst'),
      getal('eind', 'Wacht aan het eind'),
      getal('startMediaan', 'Plek gekregen: mediaan dagen gewacht'),
      getal('startP90', 'Plek gekregen: 90 procent wachtte hooguit'),
      getal('wachtMediaan', 'Wacht nog: mediaan dagen'),
      getal('wachtP90', 'Wacht nog: 90 procent wacht hooguit'),
      { key: 'sluit', label: 'Sluit', type: 'boolean' },
    ),
    handle: (work, { query }) => readVerloop(work, query),
  }),
  route(api.listVerwachtcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers verwachte wachttijd',
      { key: 'naam', label: 'Product', type: 'text' },
      getal('wachtend', 'Wacht nu'),
      getal('vertrokken', 'Van de lijst gegaan'),
      getal('maanden', 'In hele maanden'),
      { key: 'stand', label: 'Stand', type: 'text' },
      getal('midden', 'Verwachte wachttijd in maanden'),
      getal('van', 'Marge van, maanden'),
      getal('tot', 'Marge tot, maanden'),
    ),
    handle: (work, { query }) => readVerwachting(work, query),
  }),
  route(api.listVoorrangcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers voorrang',
      { key: 'naam', label: 'Maand, product of medewerker', type: 'text' },
      getal('gegeven', 'Voorrang gegeven'),
      getal('ingetrokken', 'Daarvan ingetrokken'),
      getal('gepasseerd', 'Anderen gepasseerd'),
      getal('zonderTelling', 'Gegeven voor deze telling'),
    ),
    handle: (work, { query }) => readVoorrangcijfers(work, query),
  }),
  route(api.listBeschikkingcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers beschikkingen',
      naam,
      getal('beschikkingen', 'Beschikkingen'),
      getal('clienten', 'Cliënten'),
    ),
    handle: (work, { query }) => readBeschikkingen(work, query),
  }),
  route(api.listMeldingcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers meldingen',
      maand,
      getal('meldingen', 'Meldingen'),
      getal('toegelaten', 'Toegelaten'),
      getal('geweigerd', 'Geweigerd'),
      getal('doorverwezen', 'Doorverwezen'),
      getal('alleenHuisvestingsvraag', 'Alleen een woonvraag'),
      getal('ingetrokken', 'Ingetrokken'),
    ),
    handle: (work, { query }) => readMeldingen(work, query),
  }),
  route(api.listWeigercijfers, {
    ...lezen,
    export: lijst(
      'Cijfers weigeringen',
      maand,
      { key: 'gemeente', label: 'Gemeente', type: 'text' },
      { key: 'zijde', label: 'Wie weigerde', type: 'text' },
      { key: 'reden', label: 'Reden', type: 'text' },
      getal('aantal', 'Aantal'),
    ),
    handle: (work, { query }) => readWeigeringen(work, query),
  }),
  route(api.listEuRoutecijfers, {
    ...lezen,
    export: lijst(
      'Cijfers route EU-burgers',
      maand,
      { key: 'stand', label: 'Stand', type: 'text' },
      { key: 'uitkomst', label: 'Uitkomst', type: 'text' },
      getal('aantal', 'Aantal'),
    ),
    handle: (work, { query }) => readEuRoute(work, query),
  }),
  route(api.listTerugkeercijfers, {
    ...lezen,
    export: lijst(
      'Cijfers wie terugkwam',
      { key: 'soort', label: 'Wat', type: 'text' },
      getal('keren', 'Hoe vaak (3 is 3 of meer)'),
      getal('aantal', 'Mensen'),
    ),
    handle: (work, { query }) => readTerugkeer(work, query),
  }),
  route(api.listStroomcijfers, {
    ...lezen,
    export: lijst(
      'Cijfers in en uit',
      maand,
      getal('begin', 'Begin van de maand'),
      getal('erbij', 'Erbij'),
      getal('vanAnderePlek', 'Erbij, van een andere plek'),
      getal('eraf', 'Eraf'),
      getal('naarAnderePlek', 'Eraf, naar een andere plek'),
      getal('eind', 'Eind van de maand'),
      { key: 'sluit', label: 'Sluit', type: 'boolean' },
    ),
    handle: (work, { query }) => readStromen(work, query),
  }),
  route(api.listReiscijfers, {
    ...lezen,
    export: lijst(
      'Cijfers cliëntreis',
      { key: 'naam', label: 'Stap', type: 'text' },
      getal('afgerond', 'Klaar in het kwartaal'),
      getal('afgerondMediaan', 'Klaar: mediaan dagen'),
      getal('nogIn', 'Nog bezig aan het eind'),
      getal('nogInMediaan', 'Nog bezig: mediaan dagen'),
      { key: 'knelpunt', label: 'Hier staan mensen het langst', type: 'boolean' },
    ),
    handle: (work, { query }) => readClientreis(work, query),
  }),
]
