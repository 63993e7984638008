import type { OpenRegio } from './open-contract.ts'
import { periodeVan } from './rules.ts'

const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl'
const uri = (id: string) => ({ '@id': id })
const nl = (text: string) => ({ '@value': text, '@language': 'nl' })

/** Name of the file with one figure of a region. */
export const bestandVan = (regio: string, indicator: string) => `${regio.toLowerCase()}-${indicator}.csv`

/**
 * The catalogue as linked data in the shape of DCAT-AP-NL: a data set per region and figure, each as CSV and as JSON. Whom to
 * ask about it is not in it: no region gave an address for that.
 */
export function catalogusVan(regios: readonly OpenRegio[], publicUrl: string) {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${publicUrl}/open/catalogus.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': nl('Openbare cijfers van beschermd wonen en opvang'),
    'dct:description': nl(
      'Afgeronde aantallen per kwartaal of jaar, zonder personen. Kleine aantallen zijn geheim.',
    ),
    'dct:language': uri('http://publications.europa.eu/resource/authority/language/NLD'),
    'dct:publisher': regios.map(publisherOf),
    'foaf:homepage': uri(`${publicUrl}/open`),
    'dcat:dataset': regios.flatMap((regio) =>
      regio.indicatoren.map((one) => datasetOf(regio, one, publicUrl)),
    ),
  }
}

const publisherOf = ({ naam }: OpenRegio) => ({
  '@type': 'foaf:Organization',
  'foaf:name': nl(`Regio ${naam}`),
})

function datasetOf(regio: OpenRegio, one: OpenRegio['indicatoren'][number], publicUrl: string) {
  const pagina = `${publicUrl}/open/${one.indicator}?regio=${regio.code}`
  const distribution = (soort: string, media: string, adres: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': nl(`${one.naam} als ${soort}`),
    'dcat:accessURL': uri(pagina),
    'dcat:downloadURL': uri(adres),
    'dct:license': uri(CC0),
    'dcat:mediaType': uri(`https://www.iana.org/assignments/media-types/${media}`),
  })
  return {
    '@id': pagina,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${regio.code}-${one.indicator}`,
    'dct:title': nl(`${one.naam}, regio ${regio.naam}`),
    'dct:description': nl(one.definitie),
    'dct:publisher': publisherOf(regio),
    'dct:language': uri('http://publications.europa.eu/resource/authority/language/NLD'),
    'dct:license': uri(CC0),
    'dct:accessRights': uri('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
    'dcat:theme': uri('http://publications.europa.eu/resource/authority/data-theme/SOCI'),
    'dct:modified': { '@value': one.gewijzigdOp, '@type': 'xsd:dateTime' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': periodeVan(one.vanaf).van, '@type': 'xsd:date' },
      'dcat:endDate': { '@value': periodeVan(one.tot).tot, '@type': 'xsd:date' },
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
