import jsonld, { type Term } from 'jsonld'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPublicatie, givenVerblijvenden, setInstelling } from '../../../../tests/given/openbaar.ts'
import { testPlatform } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import { listProgrammabestanden, programmaPubliek } from '../../programma/server/publiek.ts'
import { openbaarPubliek } from './publiek.ts'

// The catalogue read as linked data, held against what DCAT-AP-NL 3.0 asks of a catalogue, a data set, a distribution and an agent.

const ruimten = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
const iri = (kort: string) => kort.replace(/^(\w+):/, (_, naam: keyof typeof ruimten) => ruimten[naam])
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const LIJST = 'http://publications.europa.eu/resource/authority/'

const database = useDatabase()
let server: Server
let quads: Awaited<ReturnType<typeof jsonld.toRDF>>

const ask = (url: string) => server.app.inject({ method: 'GET', url, remoteAddress: '192.0.2.7' })

beforeAll(async () => {
  const platform = testPlatform(database)
  for (const code of ['TST', 'ELD']) {
    const regio = await givenRegio(platform, code)
    const productId = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
    await givenVerblijvenden(database, regio.regioId, { aantal: 60, gemeente: 'GM0622', productId })
    const manager = await regio.als('centrumgemeente', 'programmamanager')
    for (const periode of ['2025-3', '2025-4'])
      await givenPublicatie(platform, manager, periode, ['verblijvenden'])
    await setInstelling(database, regio.regioId, 'open_data', 'ja')
    if (code === 'TST') await setInstelling(database, regio.regioId, 'open_contact', 'cijfers@regio.example')
    else
      await database.login.query(
        `insert into onderdak.programma (id, regio_id, code, naam, soort, van, tot, openbaar_sinds, bron, aangemaakt_op, gewijzigd_op)
          values (gen_random_uuid(), $1, 'UP', 'Samen wonen', 'actieplan', '2025-07-01', '2026-01-01', '2025-08-01', 'Nota', now(), now())`,
        [regio.regioId],
      )
  }
  server = await createServer({
    platform,
    routes: [],
    publicRoutes: [...openbaarPubliek([listProgrammabestanden]), ...programmaPubliek],
    isDemo: false,
    publicUrl: 'https://onderdak.example',
  })
  const antwoord = await ask('/open/catalogus.jsonld')
  expect(antwoord.headers['content-type']).toBe('application/ld+json; charset=utf-8')
  // The context stands in the file: who reads it needs nothing from elsewhere, and no term is left out.
  quads = await jsonld.toRDF(antwoord.json(), {
    safe: true,
    documentLoader: (url) => {
      throw new Error(`The catalogue asks for ${url}`)
    },
  })
}, 120_000)

const van = (wie: string, wat: string): Term[] =>
  quads
    .filter(({ subject, predicate }) => subject.value === wie && predicate.value === iri(wat))
    .map(({ object }) => object)
const alle = (soort: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value === TYPE && object.value === iri(soort))
    .map(({ subject }) => subject.value)
const een = (wie: string, wat: string): Term => {
  const gevonden = van(wie, wat)
  expect(gevonden, `${wie} ${wat}`).toHaveLength(1)
  return gevonden[0]!
}
const verwijst = (wie: string, wat: string, begin: string) => {
  const term = een(wie, wat)
  expect([wat, term.termType]).toEqual([wat, 'NamedNode'])
  expect(term.value.startsWith(begin), `${wat} ${term.value}`).toBe(true)
  return term.value
}
const tekst = (wie: string, wat: string) => {
  const term = een(wie, wat)
  expect([wat, term.termType, term.language]).toEqual([wat, 'Literal', 'nl'])
  expect(term.value).not.toBe('')
}
const getypeerd = (wie: string, wat: string, soort: string, vorm: RegExp) => {
  const term = een(wie, wat)
  expect([wat, term.datatype?.value]).toEqual([wat, iri(soort)])
  expect(term.value).toMatch(vorm)
  return term.value
}
/** A contact with a name and one address: mail or web. */
const contact = (wie: string) => {
  const kaart = een(wie, 'dcat:contactPoint').value
  expect(alle('vcard:Organization')).toContain(kaart)
  tekst(kaart, 'vcard:fn')
  if (van(kaart, 'vcard:hasEmail').length === 0) return verwijst(kaart, 'vcard:hasURL', 'https://')
  expect(van(kaart, 'vcard:hasURL')).toEqual([])
  return verwijst(kaart, 'vcard:hasEmail', 'mailto:')
}
const organisatie = (wie: string, wat: string) => {
  const agent = een(wie, wat)
  expect([wat, agent.termType]).toEqual([wat, 'NamedNode'])
  expect(alle('foaf:Organization')).toContain(agent.value)
  tekst(agent.value, 'foaf:name')
}

describe('de catalogus volgens DCAT-AP-NL 3.0', () => {
  it('heeft als catalogus titel, beschrijving, één uitgever, een contactpunt en de datasets', () => {
    const [catalogus, ...meer] = alle('dcat:Catalog')
    expect(meer).toEqual([])
    tekst(catalogus!, 'dct:title')
    tekst(catalogus!, 'dct:description')
    organisatie(catalogus!, 'dct:publisher')
    // Of two regions neither answers for the whole.
    expect(contact(catalogus!)).toBe('https://onderdak.example/open')
    verwijst(catalogus!, 'dct:language', `${LIJST}language/`)
    verwijst(catalogus!, 'foaf:homepage', 'https://onderdak.example/open')
    expect(
      van(catalogus!, 'dcat:dataset')
        .map(({ value }) => value)
        .sort(),
    ).toEqual(alle('dcat:Dataset').sort())
  })

  it('heeft van elke dataset alles wat verplicht is, met de goede lijsten en soorten waarden', () => {
    const datasets = alle('dcat:Dataset')
    expect(datasets.toSorted()).toEqual([
      'https://onderdak.example/open/verblijvenden?regio=ELD#dataset',
      'https://onderdak.example/open/verblijvenden?regio=TST#dataset',
      'https://onderdak.example/voortgang/ELD/UP#dataset',
    ])
    expect(datasets.map(contact).sort()).toEqual([
      'https://onderdak.example/open',
      'https://onderdak.example/voortgang',
      'mailto:cijfers@regio.example',
    ])
    for (const dataset of datasets) {
      for (const wat of ['dct:title', 'dct:description']) tekst(dataset, wat)
      for (const wat of ['dct:publisher', 'dct:creator']) organisatie(dataset, wat)
      expect(een(dataset, 'dct:identifier')).toMatchObject({ termType: 'Literal', value: dataset })
      verwijst(dataset, 'dcat:theme', `${LIJST}data-theme/`)
      verwijst(dataset, 'dct:accessRights', `${LIJST}access-right/PUBLIC`)
      verwijst(dataset, 'dct:language', `${LIJST}language/`)
      // A page about the data is not the data.
      expect(verwijst(dataset, 'dcat:landingPage', 'https://onderdak.example/')).not.toBe(dataset)
      getypeerd(dataset, 'dct:modified', 'xsd:dateTime', /^\d{4}-\d\d-\d\dT/)
      const periode = een(dataset, 'dct:temporal').value
      expect(alle('dct:PeriodOfTime')).toContain(periode)
      expect(getypeerd(periode, 'dcat:startDate', 'xsd:date', /^\d{4}-\d\d-\d\d$/)).toBe('2025-07-01')
      expect(getypeerd(periode, 'dcat:endDate', 'xsd:date', /^\d{4}-\d\d-\d\d$/)).toBe('2025-12-31')
      expect(van(dataset, 'dcat:distribution')).toHaveLength(2)
    }
  })

  it('heeft van elke distributie licentie, formaat en een adres dat het genoemde mediatype geeft', async () => {
    const distributies = alle('dcat:Distribution')
    expect(distributies).toHaveLength(6)
    for (const distributie of distributies) {
      tekst(distributie, 'dct:title')
      verwijst(distributie, 'dct:license', `${LIJST}licence/`)
      const formaat = verwijst(distributie, 'dct:format', `${LIJST}file-type/`).split('/').at(-1)
      const media = verwijst(distributie, 'dcat:mediaType', 'https://www.iana.org/assignments/media-types/')
      const soort = media.split('/').slice(-2).join('/')
      expect([formaat, soort]).toEqual(soort === 'text/csv' ? ['CSV', soort] : ['JSON', 'application/json'])
      for (const wat of ['dcat:accessURL', 'dcat:downloadURL']) {
        const adres = new URL(verwijst(distributie, wat, 'https://onderdak.example/'))
        const { statusCode, headers } = await ask(adres.pathname + adres.search)
        expect([adres.href, statusCode]).toEqual([adres.href, 200])
        expect(String(headers['content-type']).split(';')[0]).toBe(soort)
      }
    }
  })

  it('blijft zonder cijfers en programma’s een catalogus met een uitgever, en noemt geen dataset', async () => {
    for (const { rows } of [await database.login.query('select id from onderdak.regio')])
      for (const { id } of rows) await setInstelling(database, id, 'open_data', 'nee')
    await database.login.query('update onderdak.programma set openbaar_sinds = null')
    const leeg = await jsonld.toRDF((await ask('/open/catalogus.jsonld')).json(), {
      safe: true,
      documentLoader: () => {
        throw new Error('The catalogue asks for something')
      },
    })
    expect(leeg.some(({ predicate }) => predicate.value === iri('dct:publisher'))).toBe(true)
    expect(leeg.some(({ predicate }) => predicate.value === iri('dcat:dataset'))).toBe(false)
  })
})
