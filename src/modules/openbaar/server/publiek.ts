import { CSV_MIME, writeCsv } from '../../../platform/documents/csv-write.ts'
import type { Column } from '../../../platform/documents/table.ts'
import { type PublicRoute, publicRoute } from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isRejection, notFound } from '../../../shared/rejection.ts'
import { catalogusVan, type Openbestand, sitemapVan } from '../domain/catalogus.ts'
import { haalOpenCijfers, listOpenRegios } from '../domain/open-contract.ts'
import { populaties } from '../domain/openbare-indicatoren.ts'
import { redenen } from '../domain/woorden.ts'
import { listRegios, readReeks } from './open-queries.ts'

/** Figures change a few times a year; a withdrawal is seen within the hour. */
const open = { perMinute: 60, maxAge: 3600 } as const

const kolommen: readonly Column[] = [
  { key: 'regio', label: 'regio', type: 'text' },
  { key: 'indicator', label: 'indicator', type: 'text' },
  { key: 'periode', label: 'periode', type: 'text' },
  { key: 'van', label: 'van', type: 'date' },
  { key: 'totEnMet', label: 'tot_en_met', type: 'date' },
  { key: 'populatie', label: 'populatie', type: 'text' },
  { key: 'gebied', label: 'gebied_code', type: 'text' },
  { key: 'gebiedNaam', label: 'gebied', type: 'text' },
  { key: 'waarde', label: 'waarde', type: 'number' },
  { key: 'status', label: 'status', type: 'text' },
]

async function csvOf(reeks: Exclude<Awaited<ReturnType<typeof readReeks>>, { rejected: true }>) {
  const rows = reeks.cijfers.map((cijfer) => ({
    ...cijfer,
    regio: reeks.regio.naam,
    indicator: reeks.naam,
    populatie: populaties[cijfer.populatie],
    status: cijfer.verborgen === null ? 'afgerond' : `geheim: ${redenen[cijfer.verborgen]}`,
  }))
  return Buffer.from(await writeCsv({ title: reeks.naam, columns: kolommen, rows }))
}

/** What other modules have of open data, for the catalogue and the sitemap. */
type Openbestanden = (platform: Platform) => Promise<readonly Openbestand[]>

export const openbaarPubliek = (bronnen: readonly Openbestanden[] = []): readonly PublicRoute[] => [
  publicRoute(listOpenRegios, {
    ...open,
    anySite: true,
    handle: async (platform) => ({ regios: await listRegios(platform) }),
  }),
  publicRoute(haalOpenCijfers, {
    ...open,
    anySite: true,
    handle: (platform, { params, query }) => readReeks(platform, params.indicator, query.regio),
  }),
  {
    path: '/api/v1/open/bestanden/:bestand',
    ...open,
    give: async (platform, { params }) => {
      const found = /^([a-z][a-z0-9_]{1,11})-([a-z0-9_]{1,60})\.csv$/.exec(params.bestand ?? '')
      if (!found) return notFound('Dit bestand')
      const reeks = await readReeks(platform, found[2]!, found[1]!.toUpperCase())
      return isRejection(reeks) ? reeks : { type: CSV_MIME, body: await csvOf(reeks) }
    },
  },
  {
    path: '/open/catalogus.jsonld',
    ...open,
    give: async (platform, { publicUrl }) => ({
      type: 'application/ld+json; charset=utf-8',
      body: JSON.stringify(
        catalogusVan(await listRegios(platform), publicUrl, await listBestanden(bronnen, platform)),
        null,
        2,
      ),
    }),
  },
  {
    path: '/sitemap.xml',
    ...open,
    give: async (platform, { publicUrl }) => ({
      type: 'application/xml; charset=utf-8',
      body: sitemapVan(await listRegios(platform), publicUrl, await listBestanden(bronnen, platform)),
    }),
  },
]

const listBestanden = async (bronnen: readonly Openbestanden[], platform: Platform) =>
  (await Promise.all(bronnen.map((bron) => bron(platform)))).flat()
