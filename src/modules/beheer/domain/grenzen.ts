import { type Rejection, reject } from '../../../shared/rejection.ts'
import { type Eenheid, type InstellingCode, instellingen, type TermijnCode, termijnen } from './standaard.ts'

// What Onderdak can count with, per term and setting. Outside it a job of the night would stop, or a small count would show.

/** Onderdak itself asks for these; without a row under them it cannot go on. */
const onmisbaar: Readonly<Record<string, ReadonlySet<string>>> = {
  termijn: new Set(termijnen.map((one) => one.code)),
  instelling: new Set(instellingen.map((one) => one.code)),
}

export function isOnmisbaar(tabel: string, code: unknown): boolean {
  return onmisbaar[tabel]?.has(String(code)) ?? false
}

/** Terms that run from an instant; all others run from a day, so that hours cannot be counted. */
const inUren: readonly string[] = [
  'voorstel_antwoord',
  'locatie_verouderd',
  'wachtlijst_bevestigen',
  'niet_plaatsbaar_herzien',
  'niet_plaatsbaar_escaleren',
] satisfies readonly TermijnCode[]

const alleEenheden: readonly Eenheid[] = ['uren', 'werkdagen', 'dagen', 'weken', 'maanden']

/** The units that this term can have. */
export function eenhedenVoor(code: string): readonly Eenheid[] {
  return inUren.includes(code) ? alleEenheden : alleEenheden.filter((one) => one !== 'uren')
}

interface Grens {
  readonly van: number
  readonly totEnMet: number
  /** Only whole numbers. */
  readonly heel: boolean
}

const heel = (van: number, totEnMet: number): Grens => ({ van, totEnMet, heel: true })
const deel = (van: number, totEnMet: number): Grens => ({ van, totEnMet, heel: false })

const grenzen: Readonly<Partial<Record<string, Grens>>> = {
  // From 2 on something is hidden; 1 or less shows who is alone in a cell.
  kleine_cel: heel(2, 100),
  // Stricter than the convention, never weaker.
  open_geheim_tot: heel(7, 100),
  open_afronding: heel(5, 50),
  draaideur_aantal: heel(1, 100),
  achttien_leeftijd: deel(14, 18),
  plan_jong_van: heel(0, 120),
  plan_jong_tot_en_met: heel(0, 120),
  winterkou_drempel: deel(-30, 15),
  winterkou_bewaardagen: heel(1, 365),
  winterkou_seizoen_maand: heel(1, 12),
  calamiteit_percentage: heel(0, 100),
  woning_weigeringen: heel(1, 100),
  huurtoeslag_leeftijd: heel(0, 120),
  huurtoeslag_huurgrens: deel(0, 10_000),
  huurtoeslag_huurgrens_jong: deel(0, 10_000),
  woningen_per_jaar: heel(0, 100_000),
} satisfies Partial<Record<InstellingCode, Grens>>

const woorden: Readonly<Partial<Record<string, readonly string[]>>> = {
  tweede_weigering: ['overleg', 'achteraan', 'van_de_lijst'],
} satisfies Partial<Record<InstellingCode, readonly string[]>>

interface Vorm {
  readonly past: RegExp
  readonly uitleg: string
}

/** Texts that go out as an address: one that cannot be one would stand in public. */
const vormen: Readonly<Partial<Record<string, Vorm>>> = {
  open_contact: {
    past: /^(geen|[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+|https:\/\/[^\s<>"]+)$/,
    uitleg: 'Vul een e-mailadres in, een webadres dat begint met https://, of het woord geen.',
  },
} satisfies Partial<Record<InstellingCode, Vorm>>

export function checkEenheid(code: string, eenheid: Eenheid): undefined | Rejection {
  if (eenhedenVoor(code).includes(eenheid)) return undefined
  return reject('eenheid_past_niet', 'Deze termijn telt in dagen. Kies werkdagen, dagen, weken of maanden.', {
    field: 'waarde.eenheid',
    status: 422,
  })
}

export function checkWaarde(
  code: string,
  { soort, waarde }: { readonly soort: string; readonly waarde: string },
): undefined | Rejection {
  const keuzes = woorden[code]
  if (keuzes && !keuzes.includes(waarde)) return fout(`Kies een van deze: ${keuzes.join(', ')}.`)
  const vorm = vormen[code]
  if (vorm && !vorm.past.test(waarde)) return fout(vorm.uitleg)
  const grens = grenzen[code]
  if (!grens) return soort === 'getal' && waarde.startsWith('-') ? fout('Vul 0 of meer in.') : undefined
  if (soort !== 'getal') return fout('Deze instelling is een getal.')
  const getal = Number(waarde.replace(',', '.'))
  if (getal >= grens.van && getal <= grens.totEnMet && (!grens.heel || /^-?\d+$/.test(waarde)))
    return undefined
  return fout(
    `Vul een ${grens.heel ? 'heel ' : ''}getal in van ${grens.van} tot en met ${grens.totEnMet.toLocaleString('nl-NL')}.`,
  )
}

const fout = (message: string) => reject('waarde_past_niet', message, { field: 'waarde.waarde', status: 422 })
