/** A line over months as a picture that stands by itself: for a file to take along and for a report. */
export interface Grafiek {
  readonly titel: string
  /** What the figure is of and from where; one line below the picture. Absent in a report, which says it in text. */
  readonly onderschrift?: readonly string[]
  readonly punten: readonly string[]
  /** Null: hidden, or nothing to count. */
  readonly waarden: readonly (number | null)[]
  readonly eenheid: string
}

const BREED = 640
const KOP = 44
const HOOG = 200
const LINKS = 56
const RAND = 14
const INKT = '#1b2733'
const LIJN = '#1f4e79'
const AS = '#8a94a0'

const getal = (waarde: number) => waarde.toLocaleString('nl-NL', { maximumFractionDigits: 1 })

const veilig = (tekst: string) =>
  tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ')

const tekst = (x: number, y: number, inhoud: string, meer = '') =>
  `<text x="${x}" y="${y}" fill="${INKT}" font-size="13"${meer}>${veilig(inhoud)}</text>`

/** What the picture tells, in words: for who does not see it. */
export function grafiekTekst({ titel, punten, waarden, eenheid }: Grafiek): string {
  const bekend = waarden.flatMap((waarde, i) => (waarde === null ? [] : [{ waarde, punt: punten[i]! }]))
  if (bekend.length === 0) return `${titel}: geen getallen om te tonen.`
  const [eerste, laatste] = [bekend[0]!, bekend.at(-1)!]
  const laagste = bekend.reduce((a, b) => (b.waarde < a.waarde ? b : a))
  const hoogste = bekend.reduce((a, b) => (b.waarde > a.waarde ? b : a))
  const weg = waarden.length - bekend.length
  return `${titel}, ${eenheid}: ${eerste.punt} ${getal(eerste.waarde)}, ${laatste.punt} ${getal(laatste.waarde)}. Laagste ${getal(laagste.waarde)} in ${laagste.punt}, hoogste ${getal(hoogste.waarde)} in ${hoogste.punt}.${weg > 0 ? ` Van ${weg} ${weg === 1 ? 'maand' : 'maanden'} is geen getal te tonen.` : ''}`
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

/** SVG with its title and description inside, readable by itself. */
export function grafiekSvg(grafiek: Grafiek): string {
  const { titel, onderschrift = [], punten, waarden } = grafiek
  const most = Math.max(1, ...waarden.map((waarde) => waarde ?? 0))
  const onder = KOP + HOOG
  const hoogte = onder + 34 + onderschrift.length * 18
  const x = (i: number) => LINKS + ((BREED - LINKS - RAND) * i) / Math.max(1, punten.length - 1)
  const y = (waarde: number) => onder - ((HOOG - RAND) * waarde) / most
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BREED} ${hoogte}" width="${BREED}" height="${hoogte}" role="img" font-family="Arial, Helvetica, sans-serif" lang="nl">`,
    `<title>${veilig(titel)}</title><desc>${veilig(grafiekTekst(grafiek))}</desc><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${RAND}" y="26" fill="${INKT}" font-size="17" font-weight="bold">${veilig(titel)}</text>`,
    `<path d="M${LINKS} ${onder} H${BREED - RAND} M${LINKS} ${y(most).toFixed(1)} H${BREED - RAND}" stroke="${AS}" stroke-width="1"/>`,
    tekst(LINKS - 8, onder + 4, '0', ' text-anchor="end"'),
    tekst(LINKS - 8, y(most) + 4, getal(most), ' text-anchor="end"'),
    lijnen(grafiek, x, y),
    tekst(LINKS, onder + 20, punten[0] ?? ''),
    tekst(BREED - RAND, onder + 20, punten.at(-1) ?? '', ' text-anchor="end"'),
    ...onderschrift.map((regel, i) => tekst(RAND, onder + 42 + i * 18, regel, ' fill-opacity="0.85"')),
    '</svg>',
  ].join('')
}

/** Without any words, for a document that has its own letters and says the rest in text. */
export function grafiekKaal(grafiek: Grafiek): string {
  const [breed, hoog] = [600, 120]
  const most = Math.max(1, ...grafiek.waarden.map((waarde) => waarde ?? 0))
  const x = (i: number) => 6 + ((breed - 12) * i) / Math.max(1, grafiek.punten.length - 1)
  const y = (waarde: number) => hoog - 6 - ((hoog - 16) * waarde) / most
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${breed} ${hoog}" width="${breed}" height="${hoog}"><path d="M0 ${hoog - 6} H${breed}" stroke="${AS}" stroke-width="1"/>${lijnen(grafiek, x, y)}</svg>`
}
