import type { PlainDate } from '../../../shared/plain-date.ts'
import { fold, type ReadDatum, readCel, type Waarde } from './cel.ts'
import { type Fout, sortFouten } from './fout.ts'
import { type Kolom, kolommen, type Soort } from './kolommen.ts'
import { programmakenmerken } from './kolommen-programma.ts'

/** A sheet as text, whatever the kind of file. */
export interface Blad {
  readonly header: readonly string[]
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[]
}

export interface Rij {
  readonly nummer: number
  readonly cellen: Readonly<Record<string, Waarde>>
}

export interface Controle {
  /** Rows without a fault of their own; only complete when there are no faults. */
  readonly rijen: readonly Rij[]
  readonly fouten: readonly Fout[]
  /** Headings that are not read, so that nobody thinks they were. */
  readonly overgeslagen: readonly string[]
  /** Heading in this file per column, to point at it in later faults. */
  readonly koppen: Readonly<Record<string, string>>
}

export const maximumRijen = 5000

/** Everything that can be said of a file without looking anything up. Reports all faults, not only the first. */
export function checkBlad(
  soort: Soort,
  blad: Blad,
  context: { readDatum: ReadDatum; today: PlainDate },
): Controle {
  const { gevonden, overgeslagen, fouten } = matchKoppen(soort, blad.header)
  const koppen = Object.fromEntries([...gevonden].map(([sleutel, index]) => [sleutel, blad.header[index]!]))
  if (fouten.length > 0) return { rijen: [], fouten, overgeslagen, koppen }
  if (blad.rows.length === 0)
    return { rijen: [], fouten: [file('Onder de kopregel staan geen rijen.')], overgeslagen, koppen }
  if (blad.rows.length > maximumRijen)
    return {
      rijen: [],
      fouten: [
        file(
          `Dit bestand heeft meer dan ${maximumRijen.toLocaleString('nl-NL')} rijen. Verdeel de gegevens over meer bestanden.`,
        ),
      ],
      overgeslagen,
      koppen,
    }
  const rijen: Rij[] = []
  const found: Fout[] = []
  for (const row of blad.rows) {
    const result = checkRij(soort, row, { gevonden, koppen, ...context })
    found.push(...result.fouten)
    if (result.fouten.length === 0) rijen.push({ nummer: row.rowNumber, cellen: result.cellen })
  }
  const dubbel = dubbeleRijen(soort, rijen, koppen)
  found.push(...dubbel)
  const eenmaal = rijen.filter((rij) => !dubbel.some((fout) => fout.rij === rij.nummer))
  return { rijen: eenmaal, fouten: sortFouten(found, blad.header), overgeslagen, koppen }
}

const file = (melding: string): Fout => ({ rij: 0, kolom: '', melding })

function matchKoppen(soort: Soort, header: readonly string[]) {
  const gevonden = new Map<string, number>()
  const overgeslagen: string[] = []
  const fouten: Fout[] = []
  for (const [index, kop] of header.entries()) {
    if (kop === '') continue
    const kolom = kolommen[soort].find((one) =>
      [one.naam, one.sleutel, ...(one.ookWel ?? [])].some((name) => fold(name) === fold(kop)),
    )
    if (!kolom) overgeslagen.push(kop)
    else if (gevonden.has(kolom.sleutel))
      fouten.push({
        rij: 0,
        kolom: kop,
        melding: `De kolommen “${header[gevonden.get(kolom.sleutel)!]}” en “${kop}” betekenen hetzelfde. Haal er één weg.`,
      })
    else gevonden.set(kolom.sleutel, index)
  }
  const missing = kolommen[soort].filter((kolom) => kolom.verplicht && !gevonden.has(kolom.sleutel))
  if (gevonden.size <= 1 && header.filter(Boolean).length <= 1)
    fouten.push(
      file(
        'Het bestand lijkt uit één kolom te bestaan. Sla het op met een puntkomma (;) tussen de kolommen, of als .xlsx.',
      ),
    )
  else
    for (const kolom of missing)
      fouten.push({
        rij: 0,
        kolom: kolom.naam,
        melding: `De kolom “${kolom.naam}” ontbreekt. Voeg haar toe aan de kopregel. ${kolom.uitleg}`,
      })
  return { gevonden, overgeslagen, fouten }
}

function checkRij(
  soort: Soort,
  row: { rowNumber: number; cells: readonly string[] },
  context: {
    gevonden: ReadonlyMap<string, number>
    koppen: Readonly<Record<string, string>>
    readDatum: ReadDatum
    today: PlainDate
  },
): { cellen: Record<string, Waarde>; fouten: Fout[] } {
  const rij = row.rowNumber
  const glued = gluedRow(row.cells, context.gevonden.size)
  if (glued) return { cellen: {}, fouten: [{ rij, kolom: '', melding: glued }] }
  const cellen: Record<string, Waarde> = {}
  const fouten: Fout[] = []
  const wrong = (kolom: Kolom, melding: string, waarde?: string) =>
    fouten.push({
      rij,
      kolom: context.koppen[kolom.sleutel] ?? kolom.naam,
      melding,
      ...(waarde !== undefined && !kolom.persoonlijk && { waarde: waarde.slice(0, 60) }),
    })
  for (const kolom of kolommen[soort]) {
    const index = context.gevonden.get(kolom.sleutel)
    const text = index === undefined ? '' : (row.cells[index] ?? '')
    if (text === '') {
      cellen[kolom.sleutel] = null
      if (kolom.verplicht) wrong(kolom, `Deze cel is leeg. ${kolom.uitleg}`)
      continue
    }
    const read = readCel(kolom.cel, text, context.readDatum)
    if ('melding' in read) wrong(kolom, read.melding, text)
    else {
      cellen[kolom.sleutel] = read.waarde
      const late = tooLate(kolom, read.waarde, context.today)
      if (late) wrong(kolom, late, text)
    }
  }
  for (const { sleutel, melding } of dagFouten(cellen))
    wrong(kolommen[soort].find((kolom) => kolom.sleutel === sleutel)!, melding)
  return { cellen, fouten }
}

/** A whole row in one cell: this row has another separator than the header. */
function gluedRow(cells: readonly string[], columns: number): string | undefined {
  if (columns < 3 || cells.slice(1).some((cell) => cell !== '')) return undefined
  const most = Math.max(...[',', ';', '\t', '|'].map((mark) => (cells[0] ?? '').split(mark).length))
  return most >= Math.min(3, columns)
    ? 'Deze rij heeft een ander scheidingsteken dan de kopregel. Zet tussen alle cellen hetzelfde teken, bij voorkeur een puntkomma (;).'
    : undefined
}

/** Days that can only lie in the past. */
const geweest: ReadonlySet<string> = new Set(['geboortedatum', 'begonnen', 'gemeld', 'besloten', 'bevestigd'])

function tooLate(kolom: Kolom, waarde: Waarde, today: PlainDate): string | undefined {
  return geweest.has(kolom.sleutel) && typeof waarde === 'string' && waarde > today
    ? 'Deze dag ligt in de toekomst. Controleer de datum.'
    : undefined
}

/** Days that must follow each other. */
function dagFouten(cellen: Readonly<Record<string, Waarde>>): { sleutel: string; melding: string }[] {
  const order: [string, string, string][] = [
    ['vanaf', 'tot', 'De einddatum ligt niet na “Vanaf”. Controleer beide dagen.'],
    ['gemeld', 'besloten', 'Het besluit ligt voor de melding. Controleer beide dagen.'],
    ['begonnen', 'verwachtEinde', 'Het verwachte einde ligt voor het begin. Controleer beide dagen.'],
  ]
  return order.flatMap(([first, second, melding]) => {
    const [van, tot] = [cellen[first], cellen[second]]
    if (typeof van !== 'string' || typeof tot !== 'string') return []
    return second === 'tot'
      ? tot <= van
        ? [{ sleutel: second, melding }]
        : []
      : tot < van
        ? [{ sleutel: second, melding }]
        : []
  })
}

/** What makes two rows the same thing, per kind. */
const kenmerken: Readonly<Record<Soort, { readonly delen: readonly string[]; readonly kolom: string }>> = {
  plekken: { delen: ['voorziening', 'locatie', 'plek'], kolom: 'plek' },
  verblijven: { delen: ['achternaam', 'tussenvoegsel', 'roepnaam', 'geboortedatum'], kolom: 'achternaam' },
  wachtlijst: {
    delen: ['achternaam', 'tussenvoegsel', 'roepnaam', 'geboortedatum', 'product', 'richting'],
    kolom: 'achternaam',
  },
  ...programmakenmerken,
  partners: { delen: ['naam'], kolom: 'naam' },
}

function dubbeleRijen(soort: Soort, rijen: readonly Rij[], koppen: Readonly<Record<string, string>>): Fout[] {
  const seen = new Map<string, number>()
  const fouten: Fout[] = []
  const { delen, kolom } = kenmerken[soort]
  for (const rij of rijen) {
    const key = delen.map((deel) => fold(String(rij.cellen[deel] ?? ''))).join('|')
    const first = seen.get(key)
    if (first === undefined) seen.set(key, rij.nummer)
    else
      fouten.push({
        rij: rij.nummer,
        kolom: koppen[kolom] ?? kolom,
        melding: `Deze rij staat al in het bestand, op rij ${first}. Haal een van beide weg.`,
      })
  }
  return fouten
}
