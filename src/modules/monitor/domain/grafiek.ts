/** A line over months, for a report. */
export interface Grafiek {
  readonly titel: string
  readonly punten: readonly string[]
  /** Null: hidden, or nothing to count. */
  readonly waarden: readonly (number | null)[]
  readonly eenheid: string
}

const LIJN = '#1f4e79'
const AS = '#8a94a0'

const getal = (waarde: number) => waarde.toLocaleString('nl-NL', { maximumFractionDigits: 1 })

/** What the picture tells, in words: for who does not see it. */
export function grafiekTekst({ titel, punten, waarden, eenheid }: Grafiek): string {
  const bekend = waarden.flatMap((waarde, i) => (waarde === null ? [] : [{ waarde, punt: punten[i]! }]))
  if (bekend.length === 0) return `${titel}: geen getallen om te tonen.`
  const [eerste, laatste] = [bekend[0]!, bekend.at(-1)!]
  const weg = waarden.length - bekend.length
  const gat = weg > 0 ? ` Van ${weg} ${weg === 1 ? 'maand' : 'maanden'} is geen getal te tonen.` : ''
  if (bekend.length === 1) return `${titel}, ${eenheid}: ${eerste.punt} ${getal(eerste.waarde)}.${gat}`
  const laagste = bekend.reduce((a, b) => (b.waarde < a.waarde ? b : a))
  const hoogste = bekend.reduce((a, b) => (b.waarde > a.waarde ? b : a))
  return `${titel}, ${eenheid}: ${eerste.punt} ${getal(eerste.waarde)}, ${laatste.punt} ${getal(laatste.waarde)}. Laagste ${getal(laagste.waarde)} in ${laagste.punt}, hoogste ${getal(hoogste.waarde)} in ${hoogste.punt}.${gat}`
}

/** The drawing itself, without words: a gap where a value is missing. */
function lijnen({ waarden }: Grafiek, x: (i: number) => number, y: (waarde: number) => number): string {
  const pad = waarden
    .map((waarde, i) => {
      if (waarde === null) return ''
      const eerder = i > 0 ? waarden[i - 1] : null
      return `${eerder === null || eerder === undefined ? 'M' : 'L'}${x(i).toFixed(1)} ${y(waarde).toFixed(1)}`
    })
    .filter(Boolean)
    .join(' ')
  const stippen = waarden
    .map((waarde, i) =>
      waarde === null
        ? ''
        : `<circle cx="${x(i).toFixed(1)}" cy="${y(waarde).toFixed(1)}" r="3.5" fill="${LIJN}"/>`,
    )
    .join('')
  return `<path d="${pad}" fill="none" stroke="${LIJN}" stroke-width="2.5"/>${stippen}`
}

/** Without any words, for a document that has its own letters and says the rest in text. */
export function grafiekKaal(grafiek: Grafiek): string {
  const [breed, hoog] = [600, 120]
  const most = Math.max(1, ...grafiek.waarden.map((waarde) => waarde ?? 0))
  const x = (i: number) => 6 + ((breed - 12) * i) / Math.max(1, grafiek.punten.length - 1)
  const y = (waarde: number) => hoog - 6 - ((hoog - 16) * waarde) / most
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${breed} ${hoog}" width="${breed}" height="${hoog}"><path d="M0 ${hoog - 6} H${breed}" stroke="${AS}" stroke-width="1"/>${lijnen(grafiek, x, y)}</svg>`
}
