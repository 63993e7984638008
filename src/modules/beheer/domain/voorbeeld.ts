import { addDays, addMonths, dutchDateOf, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { deadline } from '../../../shared/termijn.ts'
import type { Voorbeeld } from './gedateerd.ts'
import type { Eenheid, TermijnCode } from './standaard.ts'

// What a change of configuration hits, computed from counts. No persons go in, so none can come out.

export interface TermijnInhoud {
  readonly aantal: number
  readonly eenheid: Eenheid
  readonly wettelijk: boolean
}

/** Last moment of a term that starts at an instant, in the rules of the term itself. */
export function endOfTermijn(beginOp: Date, termijn: TermijnInhoud): { dag: PlainDate; moment: number } {
  if (termijn.eenheid === 'uren') {
    const moment = beginOp.getTime() + termijn.aantal * 3_600_000
    return { dag: dutchDateOf(new Date(moment)), moment }
  }
  const { uiterlijk } = deadline(
    dutchDateOf(beginOp),
    { aantal: termijn.aantal, eenheid: termijn.eenheid },
    { algemeneTermijnenwet: termijn.wettelijk },
  )
  return { dag: uiterlijk, moment: Date.parse(`${uiterlijk}T00:00:00Z`) }
}

/**
 * What a new term does to what runs already. `geteld`: every case keeps its own last day, and the preview counts them.
 * `bij_begin`: the same, without a count. `meteen`: the term is read anew each time, so it holds for what runs as well.
 */
export const termijnwerking: Readonly<Record<TermijnCode, 'geteld' | 'bij_begin' | 'meteen'>> = {
  onderzoek: 'geteld',
  persoonlijk_plan: 'meteen',
  beschikking: 'geteld',
  bezwaar: 'bij_begin',
  heronderzoek: 'geteld',
  ontvangstbevestiging: 'meteen',
  triage: 'bij_begin',
  vervolg_1: 'bij_begin',
  vervolg_2: 'bij_begin',
  vervolg_3: 'bij_begin',
  wachtlijst_bevestigen: 'geteld',
  voorstel_antwoord: 'geteld',
  niet_plaatsbaar_herzien: 'bij_begin',
  niet_plaatsbaar_escaleren: 'meteen',
  locatie_verouderd: 'meteen',
  opvolging_escaleren: 'meteen',
  herinstroom: 'meteen',
  draaideur_periode: 'meteen',
  veiligheidsplan: 'meteen',
  plan_evaluatie: 'bij_begin',
  overdracht_antwoord: 'bij_begin',
  overdracht_eerste_contact: 'bij_begin',
  overdracht_inzage_gever: 'bij_begin',
  signaal_oppakken: 'bij_begin',
  signaal_afronden: 'bij_begin',
  signaal_bewaren: 'meteen',
  bemoeizorg_heroverwegen: 'bij_begin',
  uitstroom_voorbereiden: 'meteen',
  urgentie_waarschuwing: 'meteen',
  omklap_waarschuwing: 'meteen',
  woningaanbod_reageren: 'bij_begin',
  bevinding_nn: 'meteen',
  bevinding_buiten_gebruik: 'meteen',
  bevinding_akkoord: 'bij_begin',
  clientervaring_klaarzetten: 'meteen',
  overeenkomst_herinneren: 'meteen',
  jaarplicht_herinneren: 'meteen',
  besluitmoment_herinneren: 'meteen',
  advies_beantwoorden: 'meteen',
  idee_beantwoorden: 'meteen',
  idee_afzender_bewaren: 'meteen',
  klacht_beantwoorden: 'meteen',
  klacht_bewaren: 'meteen',
}

/** For a term whose running cases are not counted; it says so, and never that there are none. */
export function previewOngeteld(werking: 'bij_begin' | 'meteen', vanaf: PlainDate): Voorbeeld {
  return previewCount(
    0,
    werking === 'meteen'
      ? [`Deze termijn werkt meteen: vanaf ${day(vanaf)} geldt zij ook voor wat dan al loopt.`]
      : [
          newCasesOnly(vanaf),
          'Wat al een uiterste dag heeft, houdt die dag. Hoeveel dat er zijn, wordt hier niet geteld.',
        ],
  )
}

export interface LopendeTermijn {
  readonly beginOp: Date
  readonly uiterlijkOp: Date
  readonly aantal: number
}

/** Running terms keep their date. The table shows per month what was promised and what the new rule would have given. */
export function previewTermijn(
  lopend: readonly LopendeTermijn[],
  nieuw: TermijnInhoud,
  vanaf: PlainDate,
): Voorbeeld {
  const total = sum(lopend.map((one) => one.aantal))
  const moved = lopend.filter((one) => {
    const end = endOfTermijn(one.beginOp, nieuw)
    return nieuw.eenheid === 'uren'
      ? end.moment !== one.uiterlijkOp.getTime()
      : end.dag !== dutchDateOf(one.uiterlijkOp)
  })
  const months = new Map<string, { nu: number; straks: number }>()
  const at = (day: PlainDate) => {
    const month = day.slice(0, 7)
    const found = months.get(month) ?? { nu: 0, straks: 0 }
    months.set(month, found)
    return found
  }
  for (const one of lopend) {
    at(dutchDateOf(one.uiterlijkOp)).nu += one.aantal
    at(endOfTermijn(one.beginOp, nieuw).dag).straks += one.aantal
  }
  return {
    lopend: total,
    anders: sum(moved.map((one) => one.aantal)),
    zinnen: [
      newCasesOnly(vanaf),
      total === 0
        ? 'Er lopen nu geen zaken onder deze termijn.'
        : `${cases(total)} onder de oude termijn en ${total === 1 ? 'houdt' : 'houden'} de afgesproken datum.`,
    ],
    tabel:
      total === 0
        ? null
        : {
            titel: 'Lopende zaken per maand waarin de termijn afloopt',
            kolommen: ['Maand', 'Zoals afgesproken', 'Als de nieuwe termijn ook voor hen gold'],
            rijen: [...months].sort().map(([month, one]) => [monthName(month), one.nu, one.straks]),
          },
  }
}

export interface LopendVerblijf {
  readonly begonnenOp: PlainDate
  readonly uiterlijkOp: PlainDate | null
  readonly aantal: number
}

export interface Maximum {
  readonly maximumAantal: number | null
  readonly maximumEenheid: 'dagen' | 'weken' | 'maanden' | null
}

/** Day on which the longest stay that starts on `begin` is over; null without a limit. */
export function latestEndOf(regel: Maximum, begin: PlainDate): PlainDate | null {
  if (regel.maximumAantal === null || regel.maximumEenheid === null) return null
  if (regel.maximumEenheid === 'maanden') return addMonths(begin, regel.maximumAantal)
  return addDays(begin, regel.maximumEenheid === 'weken' ? regel.maximumAantal * 7 : regel.maximumAantal)
}

/** Running stays keep their last day; how many would be over the new maximum at once is the warning that matters. */
export function previewVerblijf(
  lopend: readonly LopendVerblijf[],
  nieuw: Maximum,
  dagen: { readonly vanaf: PlainDate; readonly vandaag: PlainDate },
): Voorbeeld {
  const total = sum(lopend.map((one) => one.aantal))
  const changed = lopend.filter((one) => latestEndOf(nieuw, one.begonnenOp) !== one.uiterlijkOp)
  const over = sum(
    lopend
      .filter((one) => {
        const end = latestEndOf(nieuw, one.begonnenOp)
        return end !== null && end <= dagen.vanaf
      })
      .map((one) => one.aantal),
  )
  const months = new Map<string, [number, number]>()
  const count = (day: PlainDate | null, place: 0 | 1, aantal: number) => {
    const month = day?.slice(0, 7) ?? '9999'
    const row = months.get(month) ?? [0, 0]
    row[place] += aantal
    months.set(month, row)
  }
  for (const one of lopend) {
    count(one.uiterlijkOp, 0, one.aantal)
    count(latestEndOf(nieuw, one.begonnenOp), 1, one.aantal)
  }
  return {
    lopend: total,
    anders: sum(changed.map((one) => one.aantal)),
    zinnen: [
      newCasesOnly(dagen.vanaf, 'verblijven'),
      total === 0
        ? 'Er zijn nu geen lopende verblijven met dit product.'
        : `${total === 1 ? '1 lopend verblijf houdt' : `${total} lopende verblijven houden`} de uiterste dag die is afgesproken.`,
      ...(over > 0
        ? [
            `Gold de nieuwe regel ook voor hen, dan ${over === 1 ? 'was 1 verblijf' : `waren ${over} verblijven`} meteen over het maximum.`,
          ]
        : []),
    ],
    tabel:
      total === 0
        ? null
        : {
            titel: 'Lopende verblijven per maand van de uiterste dag',
            kolommen: ['Maand', 'Zoals afgesproken', 'Als de nieuwe regel ook voor hen gold'],
            rijen: [...months]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([month, [nu, straks]]) => [monthName(month), nu, straks]),
          },
  }
}

export interface Trede {
  readonly volgorde: number
  readonly voorwaarde: string
  readonly naam: string
}

/** The first trede whose condition someone meets; undefined for the group that only waits by date. */
export function tredeVan(treden: readonly Trede[], eigenschappen: readonly string[]): Trede | undefined {
  return [...treden]
    .sort((a, b) => a.volgorde - b.volgorde)
    .find((trede) => trede.voorwaarde === 'altijd' || eigenschappen.includes(trede.voorwaarde))
}

/** How many who wait now would stand in another trede. The order itself is computed anew every day, so this does change. */
export function previewTreden(
  wachtenden: readonly { eigenschappen: readonly string[]; aantal: number }[],
  treden: { readonly oud: readonly Trede[]; readonly nieuw: readonly Trede[] },
  vanaf: PlainDate,
): Voorbeeld {
  const total = sum(wachtenden.map((one) => one.aantal))
  const nameOf = (trede: Trede | undefined) => trede?.naam ?? 'Overig (op wachttijd)'
  const rows = new Map<string, [number, number]>()
  let anders = 0
  for (const one of wachtenden) {
    const oud = nameOf(tredeVan(treden.oud, one.eigenschappen))
    const nieuw = nameOf(tredeVan(treden.nieuw, one.eigenschappen))
    if (oud !== nieuw) anders += one.aantal
    for (const [name, place] of [
      [oud, 0],
      [nieuw, 1],
    ] as const) {
      const row = rows.get(name) ?? [0, 0]
      row[place] += one.aantal
      rows.set(name, row)
    }
  }
  return {
    lopend: total,
    anders,
    zinnen: [
      `De volgorde op de wachtlijst wordt vanaf ${day(vanaf)} met de nieuwe regels bepaald, ook voor wie al wacht.`,
      total === 0
        ? 'Er wacht nu niemand in dit deel van de keten.'
        : `${anders} van de ${total} wachtenden ${anders === 1 ? 'krijgt' : 'krijgen'} een andere trede. De wachttijd blijft gelijk.`,
    ],
    tabel:
      total === 0
        ? null
        : {
            titel: 'Wachtenden per trede',
            kolommen: ['Trede', 'Nu', `Vanaf ${day(vanaf)}`],
            rijen: [...rows].map(([name, [nu, straks]]) => [name, nu, straks]),
          },
  }
}

/** For rules that no running case depends on by date. */
export function previewCount(lopend: number, zinnen: readonly string[]): Voorbeeld {
  return { lopend, anders: 0, zinnen: [...zinnen], tabel: null }
}

export function newCasesOnly(vanaf: PlainDate, what = 'zaken'): string {
  return `De wijziging geldt voor nieuwe ${what} vanaf ${day(vanaf)}.`
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const cases = (count: number) => (count === 1 ? '1 zaak loopt' : `${count} zaken lopen`)

const day = formatLong
const monthFormat = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = (month: string) =>
  month === '9999' ? 'Geen grens' : monthFormat.format(new Date(`${month}-01T00:00:00Z`))
