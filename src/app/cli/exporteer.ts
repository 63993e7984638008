import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { appendAudit } from '../../platform/audit/audit.ts'
import type { DB } from '../../platform/db/tables.ts'
import { writeCsv } from '../../platform/documents/csv-write.ts'
import type { CellValue, TableRow } from '../../platform/documents/table.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { type Command, UsageError } from './command.ts'
import { textOf } from './regio.ts'
import { asSysteem, findRegio, withPlatform } from './with-platform.ts'

/** Everything that says what happened with places and people; not accounts, sessions and the log of who looked. */
const tabellen = [
  'regio_gemeente',
  'organisatie',
  'mandaat',
  'product',
  'product_regel',
  'termijn',
  'fase',
  'escalatieniveau',
  'ethos_regel',
  'product_overgang',
  'streefaantal',
  'woningafspraak',
  'keuze',
  'voorziening',
  'locatie',
  'opening',
  'plek',
  'buiten_gebruik',
  'oproep',
  'oproep_persoon',
  'persoon',
  'huishouden',
  'huishouden_lid',
  'betrokkenheid',
  'opvolging',
  'melding',
  'onderzoek',
  'leefgebied_analyse',
  'besluit',
  'vervolg',
  'beschikking',
  'opschorting',
  'wachtlijstplaatsing',
  'wachtcontact',
  'plaatsingsvoorstel',
  'verblijf',
  'verblijf_persoon',
  'verlenging',
  'nachtregistratie',
  'traject',
  'aanspreekpunt',
  'traject_fase',
  'traject_onderbreking',
  'traject_product',
  'wlz_route',
  'achttien_route',
  'uitstroomdossier',
  'uitstroom_voorwaarde',
  'urgentieaanvraag',
  'woningaanbod',
  'huurcontract',
  'huurcontract_partij',
  'maatwerkoverleg',
  'overdracht',
  'plan',
  'plan_versie',
  'doel',
  'score',
  'evaluatie',
  'evaluatie_deelnemer',
  'plan_reactie',
  'casus',
  'casus_niveau',
  'casus_regievoerder',
  'casus_overleg',
  'casus_deelnemer',
  'casus_actie',
  'casus_financiering',
  'casus_les',
  'klantcontact',
  'adrestoestemming',
  'bronconflict',
  'broncijfer',
  'gebeurtenis',
] as const satisfies readonly (keyof DB)[]

export const exporteer: Command = {
  name: 'exporteer',
  positionals: '<map>',
  summary: 'Schrijf alle gegevens van een regio als CSV, één bestand per tabel',
  help: [
    'onderdak exporteer --regio MVS uitvoer',
    'De bestanden bevatten persoonsgegevens: bewaar ze versleuteld en beperkt.',
    '--met-bsn  zet het burgerservicenummer erbij; doe dat alleen als het nodig is',
    'Wat de kolommen betekenen staat in docs/gegevensmodel.md.',
  ],
  options: { regio: { type: 'string' }, 'met-bsn': { type: 'boolean' } },
  run(input) {
    const map = input.positionals[0]!
    const code = textOf(input, 'regio')
    mkdirSync(map, { recursive: true })
    if (readdirSync(map).length > 0)
      throw new UsageError(`De map ${map} is niet leeg. Kies een nieuwe map, zodat niets wordt overschreven.`)
    return withPlatform(input.config(), async (platform) => {
      const { id } = await findRegio(platform, code)
      const counts = await asSysteem(platform, id, async (work) => {
        const written: [string, number][] = []
        for (const tabel of tabellen) {
          const rows = await readTabel(work, tabel, input.values['met-bsn'] === true)
          writeFileSync(join(map, `${tabel}.csv`), await toCsv(tabel, rows), { mode: 0o600 })
          written.push([tabel, rows.length])
        }
        await recordExport(platform, work)
        return written
      })
      for (const [tabel, aantal] of counts) input.print(`${tabel.padEnd(22)} ${aantal}`)
      input.print(`Geschreven in ${map}: ${counts.length} bestanden.`)
      return 0
    })
  },
}

/** Who read what must be known (NEN 7513): one line in the log, naming everyone in the files. */
async function recordExport(platform: Platform, work: Work): Promise<void> {
  const personen = await work.db
    .selectFrom('persoon')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .orderBy('id')
    .execute()
  await appendAudit(work.db, {
    vrager: work.vrager,
    tijd: work.now,
    gebeurtenis: 'GegevensUitgevoerd',
    actie: 'R',
    uitkomst: 0,
    doel: 'beheer',
    route: 'onderdak exporteer',
    personen: personen.map((row) => row.id),
    verzoekId: platform.newId(),
    netwerkadres: 'intern',
  })
}

/** Rows of one table in the order of its key; what is encrypted and the keyed index stay out. */
async function readTabel(work: Work, tabel: string, metBsn: boolean): Promise<TableRow[]> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(tabel)}
    where regio_id = ${work.regioId} order by 1, 2, 3`.execute(work.db)
  return rows.map((row) => {
    const bsn = tabel === 'persoon' && metBsn && typeof row.bsn_versleuteld === 'string'
    return Object.fromEntries([
      ...Object.entries(row)
        .filter(([name]) => !name.endsWith('_versleuteld') && !name.endsWith('_index') && name !== 'regio_id')
        .map(([name, value]): [string, CellValue] => [name, toText(value)]),
      ...(tabel === 'persoon' && metBsn
        ? [['bsn', bsn ? work.cipher.decrypt(row.bsn_versleuteld as string) : null] as [string, CellValue]]
        : []),
    ])
  })
}

function toText(value: unknown): CellValue {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function toCsv(title: string, rows: readonly TableRow[]): Promise<Uint8Array> {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return writeCsv({ title, columns: keys.map((key) => ({ key, label: key, type: 'text' })), rows })
}
