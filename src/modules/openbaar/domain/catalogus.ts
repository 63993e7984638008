import { addDays } from '../../../shared/plain-date.ts'
import type { OpenRegio } from './open-contract.ts'
import { periodeVan } from './rules.ts'

const lijst = (naam: string) => ({ '@id': `http://publications.europa.eu/resource/authority/${naam}` })
const CC0 = lijst('licence/CC0')
const uri = (id: string) => ({ '@id': id })
const nl = (text: string) => ({ '@value': text, '@language': 'nl' })

/** Name of the file with one figure of a region. */
export const bestandVan = (regio: string, indicator: string) => `${regio.toLowerCase()}-${indicator}.csv`

/** The catalogue as linked data by DCAT-AP-NL 3.0: a data set per region and figure, each as CSV and as JSON. */
export function catalogusVan(regios: readonly OpenRegio[], publicUrl: string) {
  const open = `${publicUrl}/open`
  const [eerste, ...andere] = regios
  const naam = regios.length === 0 ? 'Onderdak' : regios.map((regio) => `Regio ${regio.naam}`).join(', ')
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
    'dct:title': nl('Openbare cijfers van beschermd wonen en opvang'),
    'dct:description': nl(
      'Afgeronde aantallen per kwartaal of jaar, zonder personen. Kleine aantallen zijn geheim.',
    ),
    'dct:language': lijst('language/NLD'),
    'dct:license': CC0,
    // A catalogue has one publisher, also when several regions share the installation.
    'dct:publisher': { '@id': `${open}#uitgever`, '@type': 'foaf:Organization', 'foaf:name': nl(naam) },
    'dcat:contactPoint': contactOf(naam, andere.length === 0 ? eerste?.contact : null, open),
    'foaf:homepage': uri(open),
    'dcat:dataset': regios.flatMap((regio) =>
      regio.indicatoren.map((one) => datasetOf(regio, one, publicUrl)),
    ),
  }
}

/** Where to turn to with questions: the address that the region gave, or else the page of the figures. */
const contactOf = (naam: string, adres: string | null | undefined, pagina: string) => ({
  '@type': 'vcard:Organization',
  'vcard:fn': nl(naam),
  ...(adres?.includes('@') && !adres.startsWith('https://')
    ? { 'vcard:hasEmail': uri(`mailto:${adres}`) }
    : { 'vcard:hasURL': uri(adres ?? pagina) }),
})

function datasetOf(regio: OpenRegio, one: OpenRegio['indicatoren'][number], publicUrl: string) {
  const pagina = `${publicUrl}/open/${one.indicator}?regio=${regio.code}`
  const uitgever = {
    '@id': `${publicUrl}/open#regio-${regio.code}`,
    '@type': 'foaf:Organization',
    'foaf:name': nl(`Regio ${regio.naam}`),
  }
  const distribution = (soort: string, media: string, adres: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': nl(`${one.naam} als ${soort}`),
    'dcat:accessURL': uri(adres),
    'dcat:downloadURL': uri(adres),
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
    'dct:title': nl(`${one.naam}, regio ${regio.naam}`),
    'dct:description': nl(one.definitie),
    'dct:creator': uitgever,
    'dct:publisher': uitgever,
    'dcat:contactPoint': contactOf(`Regio ${regio.naam}`, regio.contact, `${publicUrl}/open`),
    'dct:language': lijst('language/NLD'),
    'dct:accessRights': lijst('access-right/PUBLIC'),
    'dcat:theme': lijst('data-theme/SOCI'),
    'dct:modified': { '@value': one.gewijzigdOp, '@type': 'xsd:dateTime' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': periodeVan(one.vanaf).van, '@type': 'xsd:date' },
      'dcat:endDate': { '@value': addDays(periodeVan(one.tot).tot, -1), '@type': 'xsd:date' },
    },
    'dcat:landingPage': uri(pagina),
    'dcat:distribution': [
      distribution(
        'CSV',
        'text/csv',
        `${publicUrl}/api/v1/open/bestanden/${bestandVan(regio.code, one.indicator)}`,
      ),
      distribution(
        'JSON',
        'application/json',
        `${publicUrl}/api/v1/open/cijfers/${one.indicator}?regio=${regio.code}`,
      ),
    ],
  }
}

/** Addresses of the public pages, for search engines. */
export function sitemapVan(regios: readonly OpenRegio[], publicUrl: string): string {
  const paden = [
    '/open',
    ...regios.flatMap(({ code, indicatoren }) =>
      indicatoren.map(({ indicator }) => `/open/${indicator}?regio=${code}`),
    ),
  ]
  const regels = paden.map((pad) => `  <url><loc>${publicUrl}${pad}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...regels,
    '</urlset>',
    '',
  ].join('\n')
}
