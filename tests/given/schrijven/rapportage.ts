import type { Vrager } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { givenProgramma, givenRapportage } from '../rapportage.ts'
import {
  type Schrijfproef,
  type Schrijfproeven,
  type Schrijfwereld,
  versieVan,
  type Wijziging,
} from './wereld.ts'

const manager = (w: Schrijfwereld): Promise<Vrager> => w.regio.als('centrumgemeente', 'programmamanager')
const adviseur = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'beleidsmedewerker')

const programmas = new WeakMap<Schrijfwereld, Promise<Id>>()

/** One programma for all of them. */
function programma(w: Schrijfwereld): Promise<Id> {
  const bekend =
    programmas.get(w) ??
    manager(w).then(async (wie) => (await givenProgramma(w.platform, wie, { code: 'RAPP' })).programmaId)
  programmas.set(w, bekend)
  return bekend
}

const rapportage = async (w: Schrijfwereld, soort = 'voortgang') =>
  givenRapportage(w.platform, await manager(w), {
    programmaId: await programma(w),
    soort,
    titel: `Proef ${w.volgnummer()}`,
  })

/** A change of a rapportage that somebody else renamed meanwhile. */
async function opRapportage(w: Schrijfwereld, body: object, als = manager): Promise<Schrijfproef> {
  const id = await rapportage(w)
  const versie = await versieVan(w, 'rapportage', id)
  const eerder: Wijziging = {
    als: await manager(w),
    route: 'PUT /rapportages/:id',
    id,
    body: { versie, titel: 'Andere titel' },
  }
  return { als: await als(w), id, body: { ...body, versie }, eerder }
}

async function blok(w: Schrijfwereld, welk: 'alinea' | 'eigen') {
  const rapportageId = await rapportage(w)
  const { rows } = await w.database.login.query<{ id: Id }>(
    "select id from onderdak.rapportage_blok where rapportage_id = $1 and sleutel = 'inleiding/tekst'",
    [rapportageId],
  )
  const { id } = rows[0]!
  if (welk === 'alinea') return id
  const eigen = { naId: id, soort: 'alinea', tekst: 'Eigen woorden.' }
  return (await w.doe(await manager(w), 'POST /rapportageblokken', eigen)).id
}

/** A change of a block that somebody else edited meanwhile. */
async function opBlok(
  w: Schrijfwereld,
  body: object,
  welk: 'alinea' | 'eigen' = 'alinea',
): Promise<Schrijfproef> {
  const id = await blok(w, welk)
  const eerder: Wijziging = {
    als: await manager(w),
    route: 'PUT /rapportageblokken/:id',
    id,
    body: { versie: 1, tekst: 'Iemand anders was eerder.' },
  }
  return { als: await adviseur(w), id, body: { ...body, versie: 1 }, eerder }
}

/** A nieuwsbrief that lies ready, with a mail server that nobody calls. */
async function klareNieuwsbrief(w: Schrijfwereld): Promise<Id> {
  Object.assign(w.platform, { mail: { url: 'http://127.0.0.1:1', open: () => ({}) } })
  const id = await rapportage(w, 'nieuwsbrief')
  const versie = await versieVan(w, 'rapportage', id)
  await w.doe(await manager(w), 'POST /rapportages/:id/vaststelling', { versie }, id)
  return id
}

export const rapportageProeven: Schrijfproeven = {
  'POST /nieuwsbrieven': async (w) => ({
    als: await manager(w),
    body: { rapportageId: await klareNieuwsbrief(w) },
    anders: { rapportageId: await klareNieuwsbrief(w) },
  }),
  'POST /rapportages': async (w) => ({
    als: await adviseur(w),
    body: {
      programmaId: await programma(w),
      soort: 'voortgang',
      van: '2026-01-01',
      tot: '2026-10-01',
      titel: 'Voortgang',
    },
  }),
  'PUT /rapportages/:id': (w) => opRapportage(w, { titel: 'Nieuwe titel' }, adviseur),
  'POST /rapportages/:id/verversing': async (w) => ({
    als: await adviseur(w),
    id: await rapportage(w),
    body: {},
  }),
  'POST /rapportages/:id/overname': (w) => opRapportage(w, {}, adviseur),
  'POST /rapportages/:id/vaststelling': (w) => opRapportage(w, {}),
  'POST /rapportageblokken': async (w) => ({
    als: await adviseur(w),
    body: { naId: await blok(w, 'alinea'), soort: 'alinea', tekst: 'Een eigen stuk.' },
  }),
  'PUT /rapportageblokken/:id': (w) => opBlok(w, { tekst: 'Eigen tekst.' }),
  'POST /rapportageblokken/:id/keuze': (w) => opBlok(w, { keuze: 'houden' }),
  'POST /rapportageblokken/:id/weglating': (w) => opBlok(w, { isWeggelaten: true }),
  'POST /rapportageblokken/:id/verplaatsing': (w) => opBlok(w, { richting: 'omlaag' }),
  'POST /rapportageblokken/:id/verwijdering': (w) => opBlok(w, {}, 'eigen'),
}
