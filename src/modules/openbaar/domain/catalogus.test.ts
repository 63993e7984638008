import { describe, expect, it } from 'vitest'
import { catalogusVan, type Openbestand, sitemapVan } from './catalogus.ts'
import type { OpenRegio } from './open-contract.ts'

const url = 'https://onderdak.example'
const regio: OpenRegio = {
  code: 'NRD',
  naam: 'Noord',
  contact: null,
  indicatoren: [
    {
      indicator: 'verblijvenden',
      naam: 'Verblijvenden',
      definitie: 'Wie er op de laatste dag verblijft.',
      eenheid: 'personen',
      vanaf: '2025-3',
      tot: '2025-4',
      gewijzigdOp: '2026-01-20T10:00:00.000Z',
    },
  ],
}
const programma = (meer: Partial<Openbestand> = {}): Openbestand => ({
  regio: { code: 'NRD', naam: 'Noord', contact: 'wonen@noord.example' },
  naam: 'Samen wonen',
  titel: 'Voortgang van Samen wonen, regio Noord',
  beschrijving: 'Wat wij samen doen',
  gewijzigdOp: '2026-02-01T09:30:00.000Z',
  van: '2025-01-01',
  totEnMet: '2026-12-31',
  overzicht: '/voortgang',
  pagina: '/voortgang/NRD/SW',
  csv: '/api/v1/open/programmabestanden/NRD_SW.csv',
  json: '/api/v1/open/programmas/NRD/SW',
  ...meer,
})

describe('de catalogus', () => {
  it('noemt naast de cijfers ook de open data van een programma, als CSV en als JSON', () => {
    const { 'dcat:dataset': datasets } = catalogusVan([regio], url, [programma()])
    expect(datasets.map((een) => een['@id'])).toEqual([
      `${url}/open/verblijvenden?regio=NRD#dataset`,
      `${url}/voortgang/NRD/SW#dataset`,
    ])
    expect(datasets[1]).toMatchObject({
      'dct:title': { '@value': 'Voortgang van Samen wonen, regio Noord' },
      'dct:publisher': { '@id': `${url}/open#regio-NRD` },
      'dcat:contactPoint': { 'vcard:hasEmail': { '@id': 'mailto:wonen@noord.example' } },
      'dct:modified': { '@value': '2026-02-01T09:30:00.000Z' },
      'dct:temporal': {
        'dcat:startDate': { '@value': '2025-01-01' },
        'dcat:endDate': { '@value': '2026-12-31' },
      },
      'dcat:landingPage': { '@id': `${url}/voortgang/NRD/SW` },
    })
    expect(datasets[1]!['dcat:distribution'].map((een) => een['dcat:downloadURL']['@id'])).toEqual([
      `${url}/api/v1/open/programmabestanden/NRD_SW.csv`,
      `${url}/api/v1/open/programmas/NRD/SW`,
    ])
  })

  it('noemt geen laatste dag van wat doorloopt, en zonder adres de pagina van de programma’s', () => {
    const open = programma({ totEnMet: null, regio: { code: 'NRD', naam: 'Noord', contact: null } })
    const [dataset] = catalogusVan([], url, [open])['dcat:dataset']
    expect(dataset!['dct:temporal']).not.toHaveProperty('dcat:endDate')
    expect(dataset!['dcat:contactPoint']).toMatchObject({ 'vcard:hasURL': { '@id': `${url}/voortgang` } })
  })

  it('heeft als uitgever elke regio die iets openbaar maakt, één keer', () => {
    const elders = programma({ regio: { code: 'ZUD', naam: 'Zuid', contact: null } })
    const uitgever = (...invoer: Parameters<typeof catalogusVan>) =>
      catalogusVan(...invoer)['dct:publisher']['foaf:name']['@value']
    expect(uitgever([regio], url, [programma(), elders])).toBe('Regio Noord, Regio Zuid')
    expect(uitgever([], url, [programma()])).toBe('Regio Noord')
    expect(uitgever([], url)).toBe('Onderdak')
  })
})

describe('de sitemap', () => {
  it('noemt elke openbare pagina één keer', () => {
    const paden = (xml: string) =>
      [...xml.matchAll(/<loc>https:\/\/onderdak\.example(.*)<\/loc>/g)].map(([, pad]) => pad)
    expect(
      paden(sitemapVan([regio], url, [programma(), programma({ pagina: '/voortgang/NRD/OUD' })])),
    ).toEqual([
      '/open',
      '/open/verblijvenden?regio=NRD',
      '/voortgang',
      '/voortgang/NRD/SW',
      '/voortgang/NRD/OUD',
    ])
    expect(paden(sitemapVan([], url))).toEqual(['/open'])
  })
})
