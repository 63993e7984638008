import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { OpenRegio } from './open-contract.ts'
import { periodeVan } from './rules.ts'

const lijst = (naam: string) => ({ '@id': `http://publications.europa.eu/resource/authority/${naam}` })
const CC0 = lijst('licence/CC0')
const uri = (id: string) => ({ '@id': id })
const nl = (text: string) => ({ '@value': text, '@language': 'nl' })

/** Name of the file with one figure of a region. */
export const bestandVan = (regio: string, indicator: string) => `${regio.toLowerCase()}-${indicator}.csv`

/** One set of open data, as CSV and as JSON. Other modules bring theirs to stand beside the figures. */
export interface Openbestand {
  readonly regio: Pick<OpenRegio, 'code' | 'naam' | 'contact'>
  readonly naam: string
  readonly titel: string
  readonly beschrijving: string
  /** Instant since when it is as it is. */
  readonly gewijzigdOp: string
  readonly van: PlainDate
  /** Null: it goes on. */
  readonly totEnMet: PlainDate | null
  /** Addresses within the installation: all of this kind, the page about this one, and the data. */
  readonly overzicht: string
  readonly pagina: string
  readonly csv: string
  readonly json: string
}

const bestandenVan = (regio: OpenRegio): Openbestand[] =>
  regio.indicatoren.map(({ indicator, naam, definitie, vanaf, tot, gewijzigdOp }) => ({
    regio,
    naam,
    titel: `${naam}, regio ${regio.naam}`,
    beschrijving: definitie,
    gewijzigdOp,
    van: periodeVan(vanaf).van,
    totEnMet: addDays(periodeVan(tot).tot, -1),
    overzicht: '/open',
    pagina: `/open/${indicator}?regio=${regio.code}`,
    csv: `/api/v1/open/bestanden/${bestandVan(regio.code, indicator)}`,
    json: `/api/v1/open/cijfers/${indicator}?regio=${regio.code}`,
  }))

/** The catalogue as linked data by DCAT-AP-NL 3.0: a data set per region and figure, and what other modules bring. */
export function catalogusVan(
  regios: readonly OpenRegio[],
  publicUrl: string,
  meer: readonly Openbestand[] = [],
) {
  const open = `${publicUrl}/open`
  const allen = new Map([...regios, ...meer.map(({ regio }) => regio)].map((regio) => [regio.code, regio]))
  const [eerste, ...andere] = allen.values()
  const naam =
    allen.size === 0 ? 'Onderdak' : [...allen.values()].map((regio) => `Regio ${regio.naam}`).join(', ')
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${open}/catalogus.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': nl('Open data van beschermd wonen en opvang'),
    'dct:description': nl(
      'Afgeronde aantallen per kwartaal of jaar, zonder personen. Kleine aantallen zijn geheim. Ook de voortgang van programma’s.',
    ),
    'dct:language': lijst('language/NLD'),
    'dct:license': CC0,
    // A catalogue has one publisher, also when several regions share the installation.
    'dct:publisher': { '@id': `${open}#uitgever`, '@type': 'foaf:Organization', 'foaf:name': nl(naam) },
    'dcat:contactPoint': contactOf(naam, andere.length === 0 ? eerste?.contact : null, open),
    'foaf:homepage': uri(open),
    'dcat:dataset': [...regios.flatMap(bestandenVan), ...meer].map((een) => datasetOf(een, publicUrl)),
  }
}

/** Where to turn to with questions: the address that the region gave, or else the page of what it is about. */
const contactOf = (naam: string, adres: string | null | undefined, pagina: string) => ({
  '@type': 'vcard:Organization',
  'vcard:fn': nl(naam),
  ...(adres?.includes('@') && !adres.startsWith('https://')
    ? { 'vcard:hasEmail': uri(`mailto:${adres}`) }
    : { 'vcard:hasURL': uri(adres ?? pagina) }),
})

function datasetOf(een: Openbestand, publicUrl: string) {
  const { regio } = een
  const pagina = publicUrl + een.pagina
  const uitgever = {
    '@id': `${publicUrl}/open#regio-${regio.code}`,
    '@type': 'foaf:Organization',
    'foaf:name': nl(`Regio ${regio.naam}`),
  }
  const distribution = (soort: string, media: string, pad: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': nl(`${een.naam} als ${soort}`),
    'dcat:accessURL': uri(publicUrl + pad),
    'dcat:downloadURL': uri(publicUrl + pad),
    'dct:license': CC0,
    'dct:format': lijst(`file-type/${soort}`),
    'dcat:mediaType': uri(`https://www.iana.org/assignments/media-types/${media}`),
  })
  // The data set is not the page about it: each has an address of its own.
  const id = `${pagina}#dataset`
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': nl(een.titel),
    'dct:description': nl(een.beschrijving),
    'dct:creator': uitgever,
    'dct:publisher': uitgever,
    'dcat:contactPoint': contactOf(`Regio ${regio.naam}`, regio.contact, publicUrl + een.overzicht),
    'dct:language': lijst('language/NLD'),
    'dct:accessRights': lijst('access-right/PUBLIC'),
    'dcat:theme': lijst('data-theme/SOCI'),
    'dct:modified': { '@value': een.gewijzigdOp, '@type': 'xsd:dateTime' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': dag(een.van),
      ...(een.totEnMet !== null && { 'dcat:endDate': dag(een.totEnMet) }),
    },
    'dcat:landingPage': uri(pagina),
    'dcat:distribution': [
      distribution('CSV', 'text/csv', een.csv),
      distribution('JSON', 'application/json', een.json),
    ],
  }
}

const dag = (day: PlainDate) => ({ '@value': day, '@type': 'xsd:date' })

/** Addresses of the public pages, for search engines. */
export function sitemapVan(
  regios: readonly OpenRegio[],
  publicUrl: string,
  meer: readonly Openbestand[] = [],
): string {
  const bestanden = [...regios.flatMap(bestandenVan), ...meer]
  const paden = new Set(['/open', ...bestanden.flatMap(({ overzicht, pagina }) => [overzicht, pagina])])
  const regels = [...paden].map((pad) => `  <url><loc>${publicUrl}${pad}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...regels,
    '</urlset>',
    '',
  ].join('\n')
}
