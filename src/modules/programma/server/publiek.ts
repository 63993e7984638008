import { sql } from 'kysely'
import { CSV_MIME, writeCsv } from '../../../platform/documents/csv-write.ts'
import type { Column } from '../../../platform/documents/table.ts'
import { type PublicRoute, publicRoute } from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readPublished } from '../../../platform/published.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import type { Openbestand } from '../../openbaar/domain/catalogus.ts'
import { koersen, standen } from '../domain/keuzes.ts'
import {
  haalOpenProgramma,
  listOpenProgrammas,
  type OpenActiviteit,
  type OpenProgramma,
  openBestandVan,
} from '../domain/open-contract.ts'
import { planningTekst } from '../domain/planning.ts'

// Read in the role of the public: row-level security leaves out what is not openbaar, and the rights leave out why, money and names.

/** A text is seen within ten minutes, and taken back as soon. */
const open = { perMinute: 60, maxAge: 600 } as const

type Kop = Pick<OpenProgramma, 'regio' | 'code' | 'naam' | 'soort' | 'van' | 'tot'>

export function listKoppen(platform: Platform): Promise<Kop[]> {
  return readPublished(platform, async (db) => {
    const { rows } = await sql<Kop>`
      select jsonb_build_object('code', r.code, 'naam', r.naam) as regio, p.code, p.naam, p.soort, p.van, p.tot
      from onderdak.programma p cross join lateral onderdak.regio_van_openbaar_programma(p.regio_id) r order by r.naam, p.van desc, p.naam`.execute(
      db,
    )
    return rows
  })
}

/** The open data of each programma, for the catalogue. */
export function listProgrammabestanden(platform: Platform): Promise<Openbestand[]> {
  return readPublished(platform, async (db) => {
    const { rows } = await sql<
      Kop & { contact: string | null; toelichting: string | null; gewijzigdOp: Date }
    >`
      select jsonb_build_object('code', r.code, 'naam', r.naam) as regio, p.code, p.naam, p.soort, p.van, p.tot, p.toelichting,
        onderdak.open_data_contact(p.regio_id) as contact, onderdak.openbaar_programma_gewijzigd_op(p.id) as "gewijzigdOp"
      from onderdak.programma p cross join lateral onderdak.regio_van_openbaar_programma(p.regio_id) r order by r.naam, p.van desc, p.naam`.execute(
      db,
    )
    return rows.map(({ regio, code, naam, van, tot, toelichting, contact, gewijzigdOp }) => ({
      regio: { ...regio, contact },
      naam,
      titel: `Voortgang van ${naam}, regio ${regio.naam}`,
      beschrijving:
        toelichting ?? `De activiteiten van ${naam}: planning, hoe het ermee staat en wat het opleverde.`,
      gewijzigdOp: gewijzigdOp.toISOString(),
      van,
      totEnMet: tot === null ? null : addDays(tot, -1),
      overzicht: '/voortgang',
      pagina: `/voortgang/${regio.code}/${code}`,
      csv: openBestandVan(regio.code, code),
      json: `/api/v1/open/programmas/${regio.code}/${code}`,
    }))
  })
}

export function readOpenProgramma(
  platform: Platform,
  van: { regio: string; code: string },
): Promise<OpenProgramma | Rejection> {
  return readPublished(platform, async (db) => {
    const { rows } = await sql<Omit<OpenProgramma, 'activiteiten'> & { id: string }>`
      select p.id, jsonb_build_object('code', r.code, 'naam', r.naam) as regio, p.code, p.naam, p.soort, p.van, p.tot, p.vastgesteld_op as "vastgesteldOp", p.vastgesteld_door as "vastgesteldDoor", p.gemeenten, p.toelichting
      from onderdak.programma p cross join lateral onderdak.regio_van_openbaar_programma(p.regio_id) r where r.code = ${van.regio} and p.code = ${van.code}`.execute(
      db,
    )
    const [programma] = rows
    if (!programma) return notFound('Dit programma')
    const { id, ...kop } = programma
    const activiteiten = await sql<OpenActiviteit>`
      select a.code, a.naam, a.soort, a.toelichting, a.doel, a.planning, a.van_kwartaal as "vanKwartaal", a.tot_kwartaal as "totKwartaal", s.stand, s.koers, s.op as "standOp",
        array(select o.code || ' ' || o.naam from onderdak.activiteit_dient d join onderdak.programmaonderdeel o on o.id = d.onderdeel_id where d.activiteit_id = a.id and o.programma_id = a.programma_id and o.soort in ('thema', 'ambitie') order by o.volgorde) as themas,
        (select coalesce(jsonb_agg(jsonb_build_object('naam', r.naam, 'soort', r.soort, 'eenheid', r.eenheid, 'streefwaarde', r.streefwaarde, 'streefOp', r.streef_op,
          'waarden', (select coalesce(jsonb_agg(jsonb_build_object('op', w.op, 'waarde', w.waarde) order by w.op), '[]') from onderdak.resultaat_waarde w where w.resultaat_id = r.id)) order by r.nummer), '[]')
          from onderdak.activiteit_resultaat r where r.activiteit_id = a.id) as resultaten,
        (select jsonb_build_object('op', v.op, 'standVanZaken', v.stand_van_zaken, 'inzichten', v.inzichten, 'vervolg', v.vervolg) from onderdak.activiteit_voortgang v where v.activiteit_id = a.id order by v.op desc, v.vastgelegd_op desc, v.id desc limit 1) as voortgang
      from onderdak.activiteit a left join lateral (select s.stand, s.koers, s.op from onderdak.activiteit_stand s where s.activiteit_id = a.id order by s.op desc, s.vastgelegd_op desc, s.id desc limit 1) s on true
      where a.programma_id = ${id} order by a.volgorde`.execute(db)
    return { ...kop, activiteiten: activiteiten.rows }
  })
}

const kolommen: readonly Column[] = [
  { key: 'regio', label: 'regio', type: 'text' },
  { key: 'programma', label: 'programma', type: 'text' },
  { key: 'code', label: 'code', type: 'text' },
  { key: 'activiteit', label: 'activiteit', type: 'text' },
  { key: 'soort', label: 'soort', type: 'text' },
  { key: 'themas', label: 'thema', type: 'text' },
  { key: 'planning', label: 'planning', type: 'text' },
  { key: 'stand', label: 'stand', type: 'text' },
  { key: 'koers', label: 'koers', type: 'text' },
  { key: 'standOp', label: 'stand_op', type: 'date' },
  { key: 'resultaat', label: 'resultaat', type: 'text' },
  { key: 'eenheid', label: 'eenheid', type: 'text' },
  { key: 'streefwaarde', label: 'streefwaarde', type: 'number' },
  { key: 'streefOp', label: 'streef_op', type: 'date' },
  { key: 'waarde', label: 'behaald', type: 'number' },
  { key: 'waardeOp', label: 'behaald_op', type: 'date' },
]

/** A row per result with its newest number; an activiteit without results has one row. */
function rijenVan({ regio, naam, activiteiten }: OpenProgramma) {
  return activiteiten.flatMap((een) => {
    const rij = {
      regio: regio.naam,
      programma: naam,
      code: een.code,
      activiteit: een.naam,
      soort: een.soort,
      themas: een.themas.join('; '),
      planning: planningTekst(een),
      stand: een.stand === null ? null : standen[een.stand],
      koers: een.koers === null ? null : koersen[een.koers],
      standOp: een.standOp,
    }
    if (een.resultaten.length === 0) return [rij]
    return een.resultaten.map(({ naam: resultaat, eenheid, streefwaarde, streefOp, waarden }) => ({
      ...rij,
      resultaat,
      eenheid,
      streefwaarde,
      streefOp,
      waarde: waarden.at(-1)?.waarde ?? null,
      waardeOp: waarden.at(-1)?.op ?? null,
    }))
  })
}

export const programmaPubliek: readonly PublicRoute[] = [
  publicRoute(listOpenProgrammas, {
    ...open,
    anySite: true,
    handle: async (platform) => ({ programmas: await listKoppen(platform) }),
  }),
  publicRoute(haalOpenProgramma, {
    ...open,
    anySite: true,
    handle: (platform, { params }) => readOpenProgramma(platform, params),
  }),
  {
    path: '/api/v1/open/programmabestanden/:bestand',
    ...open,
    give: async (platform, { params }) => {
      const found = /^([A-Z][A-Z0-9]{1,11})_([A-Z0-9][A-Z0-9-]{0,19})\.csv$/.exec(params.bestand ?? '')
      if (!found) return notFound('Dit bestand')
      const programma = await readOpenProgramma(platform, { regio: found[1]!, code: found[2]! })
      if (isRejection(programma)) return programma
      const body = await writeCsv({ title: programma.naam, columns: kolommen, rows: rijenVan(programma) })
      return { type: CSV_MIME, body: Buffer.from(body) }
    },
  },
]
