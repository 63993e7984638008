import { sql, type Transaction } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readPublished } from '../../../platform/published.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import type { OpenCijfer, OpenRegio } from '../domain/open-contract.ts'
import { periodeNaam } from '../domain/rules.ts'

// Read in the role of the public: row-level security leaves regions out that have open data off, and figures that were withdrawn.

/** Regions with the figures they publish, by name. */
export function listRegios(platform: Platform): Promise<OpenRegio[]> {
  return readPublished(platform, async (db) => {
    const rows = await db
      .selectFrom('publicatie_indicator as i')
      .innerJoin('publicatie as p', 'p.id', 'i.publicatie_id')
      .select(['p.regio_code', 'p.regio_naam', 'p.periode', 'p.gepubliceerd_op', 'i.indicator', 'i.naam'])
      .select(['i.definitie', 'i.eenheid'])
      .select(sql<string | null>`onderdak.open_data_contact(p.regio_id)`.as('contact'))
      .orderBy(sql`p.regio_naam collate "und-x-icu"`)
      .orderBy('p.regio_code')
      .orderBy('i.volgorde')
      .orderBy('p.gepubliceerd_op')
      .orderBy('p.id')
      .execute()
    const regios = new Map<string, OpenRegio>()
    for (const row of rows) {
      const regio = regios.get(row.regio_code) ?? {
        code: row.regio_code,
        naam: row.regio_naam,
        contact: row.contact,
        indicatoren: [],
      }
      regios.set(row.regio_code, regio)
      const { indicator, naam, definitie, eenheid, periode } = row
      const known = regio.indicatoren.find((one) => one.indicator === indicator)
      const gewijzigdOp = row.gepubliceerd_op.toISOString()
      // The words of the newest publication hold.
      const nieuw = { indicator, naam, definitie, eenheid, gewijzigdOp }
      if (known)
        Object.assign(known, nieuw, {
          vanaf: known.vanaf < periode ? known.vanaf : periode,
          tot: known.tot > periode ? known.tot : periode,
        })
      else regio.indicatoren.push({ ...nieuw, vanaf: periode, tot: periode })
    }
    return [...regios.values()]
  })
}

/** One figure of a region over all periods that are public. */
export function readReeks(platform: Platform, indicator: string, regioCode: string | undefined) {
  return readPublished(platform, async (db) => {
    const kaart = await findKaart(db, indicator, regioCode)
    if (!kaart) return notFound('Dit cijfer')
    const { regio_id, regio_code, regio_naam, geheim_tot, ...definitie } = kaart
    return {
      ...definitie,
      indicator,
      tijd: definitie.tijd as 'stand' | 'periode',
      regio: { code: regio_code, naam: regio_naam },
      geheimTot: geheim_tot,
      cijfers: await listCijfers(db, regio_id, indicator),
      ingetrokken: await listIngetrokken(db, regio_id),
    }
  })
}

function findKaart(db: Transaction<DB>, indicator: string, regioCode: string | undefined) {
  let query = db
    .selectFrom('publicatie_indicator as i')
    .innerJoin('publicatie as p', 'p.id', 'i.publicatie_id')
    .select([
      'p.regio_id',
      'p.regio_code',
      'p.regio_naam',
      'p.geheim_tot',
      'p.afronding',
      'i.naam',
      'i.definitie',
    ])
    .select(['i.eenheid', 'i.tijd', 'i.teller', 'i.eigenaar', 'i.definitie_versie as versie'])
    .where('i.indicator', '=', indicator)
    .orderBy(sql`p.regio_naam collate "und-x-icu"`)
    .orderBy('p.gepubliceerd_op', 'desc')
  if (regioCode !== undefined) query = query.where('p.regio_code', '=', regioCode)
  return query.executeTakeFirst()
}

async function listCijfers(db: Transaction<DB>, regioId: string, indicator: string): Promise<OpenCijfer[]> {
  const rows = await db
    .selectFrom('publicatie_cijfer as c')
    .innerJoin('publicatie as p', 'p.id', 'c.publicatie_id')
    .select([
      'p.periode',
      'p.soort',
      'p.gepubliceerd_op',
      'c.populatie',
      'c.gebied',
      'c.gebied_naam',
      'c.van',
      'c.tot',
    ])
    .select(['c.waarde', 'c.grondslag', 'c.verborgen'])
    .where('c.regio_id', '=', regioId)
    .where('c.indicator', '=', indicator)
    .orderBy('c.populatie', 'desc')
    .orderBy('p.soort', 'desc')
    .orderBy('p.van')
    .orderBy(sql`c.gebied = 'regio'`, 'desc')
    .orderBy(sql`c.gebied = 'overig'`)
    .orderBy(sql`c.gebied_naam collate "und-x-icu"`)
    .execute()
  return rows.map((row) => ({
    periode: row.periode,
    periodeNaam: periodeNaam(row.periode),
    soort: row.soort as OpenCijfer['soort'],
    van: row.van,
    totEnMet: addDays(row.tot, -1),
    populatie: row.populatie as OpenCijfer['populatie'],
    gebied: row.gebied,
    gebiedNaam: row.gebied_naam,
    waarde: row.waarde,
    grondslag: row.grondslag as OpenCijfer['grondslag'],
    verborgen: row.verborgen as OpenCijfer['verborgen'],
    gepubliceerdOp: row.gepubliceerd_op.toISOString(),
  }))
}

async function listIngetrokken(db: Transaction<DB>, regioId: string) {
  const rows = await db
    .selectFrom('publicatie')
    .select(['periode', 'ingetrokken_op', 'intrekreden'])
    .where('regio_id', '=', regioId)
    .where('status', '=', 'ingetrokken')
    .orderBy('ingetrokken_op', 'desc')
    .execute()
  return rows.map(({ periode, ingetrokken_op, intrekreden }) => ({
    periode,
    periodeNaam: periodeNaam(periode),
    ingetrokkenOp: ingetrokken_op!.toISOString(),
    reden: intrekreden!,
  }))
}
