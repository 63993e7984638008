/** Colours of a chart: those of the theme, written out because a file has no style sheet. */
export const chartColours = {
  ink: '#1b2632',
  muted: '#4d5b69',
  line: '#d3dae0',
  accent: '#17605d',
  letop: '#815000',
} as const

/** What a drawing needs to look the same without the style sheet of the page. */
export const chartStrokes = {
  axis: { fill: 'none', stroke: chartColours.line, strokeWidth: 2 },
  first: { fill: 'none', stroke: chartColours.accent, strokeWidth: 2 },
  second: { fill: 'none', stroke: chartColours.letop, strokeWidth: 2 },
  dashes: { strokeDasharray: '8 5' },
} as const

/** A chart as a picture that stands by itself in a report. */
export interface ChartFile {
  titel: string
  /** What the picture shows, in words: for who does not see it. */
  tekst: string
  /** Below the picture: what its lines are, which day it is of and where it comes from. */
  regels: readonly string[]
  tekening: Drawing
}

/** A drawing that is in the page already, with what its scale says; or bars, which are lists on the screen. */
export type Drawing =
  | { soort: 'beeld'; svg: string; breed: number; hoog: number; schaal?: Scale }
  | { soort: 'staven'; rijen: readonly FileRow[] }

export interface Scale {
  boven: string
  onder: string
  links: string
  rechts: string
}

export interface FileRow {
  label: string
  staven: readonly { waarde: number | null; tekst: string }[]
}

const MARGIN = 16
const NARROW = 640
const WIDE = 960
const LINE = 18
const END = 'font-size="13" text-anchor="end"'
/** Widths of a letter on the safe side: a file cannot measure its text, and a word cut off is worse than an early new line. */
const LETTER = { small: 7.3, title: 10.4 }

/** SVG on a white ground, with its title, its scale and where it comes from. */
export function chartSvg(chart: ChartFile): string {
  const { tekening } = chart
  const width = tekening.soort === 'beeld' && tekening.breed > NARROW ? WIDE : NARROW
  const title = wrap(chart.titel, (width - 2 * MARGIN) / LETTER.title)
  const top = MARGIN + title.length * 24 + 8
  const drawn = tekening.soort === 'beeld' ? image(tekening, top, width) : bars(tekening.rijen, top, width)
  const notes = chart.regels.flatMap((regel) => wrap(regel, (width - 2 * MARGIN) / LETTER.small))
  const below = top + drawn.height + 26
  const height = below + notes.length * LINE + MARGIN - 8
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Arial, Helvetica, sans-serif" lang="nl">`,
    `<title>${safe(chart.titel)}</title><desc>${safe(chart.tekst)}</desc><rect width="100%" height="100%" fill="#fff"/>`,
    ...title.map((line, i) => text(MARGIN, MARGIN + 16 + i * 24, line, 'font-size="17" font-weight="bold"')),
    drawn.svg,
    ...notes.map((line, i) => text(MARGIN, below + i * LINE, line)),
    '</svg>',
  ].join('')
}

/** `wachten-op-een-plek.svg`: letters that every disk can keep. */
export function chartFileName(titel: string, extension: 'svg' | 'png'): string {
  const name = titel
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '')
  return `${name || 'grafiek'}.${extension}`
}

function image(tekening: Extract<Drawing, { soort: 'beeld' }>, top: number, width: number) {
  const { schaal } = tekening
  const left = schaal
    ? MARGIN + 8 + Math.max(schaal.boven.length, schaal.onder.length) * LETTER.small
    : MARGIN
  const breed = width - left - MARGIN
  const hoog = Math.round((breed * tekening.hoog) / tekening.breed)
  const scale = schaal
    ? [
        text(left - 8, top + 12, schaal.boven, END),
        text(left - 8, top + hoog, schaal.onder, END),
        text(left, top + hoog + 20, schaal.links),
        text(width - MARGIN, top + hoog + 20, schaal.rechts, END),
      ].join('')
    : ''
  const svg = tekening.svg.replace('<svg', `<svg x="${left}" y="${top}" width="${breed}" height="${hoog}"`)
  return { svg: svg + scale, height: hoog + (schaal ? LINE + 8 : 0) }
}

const LABEL = 210

/** Names left, numbers right, and a bar as long as its number between them. */
function bars(rijen: readonly FileRow[], top: number, width: number) {
  const most = Math.max(0, ...rijen.flatMap(({ staven }) => staven.map(({ waarde }) => waarde ?? 0))) || 1
  const longest = Math.max(...rijen.flatMap(({ staven }) => staven.map(({ tekst }) => tekst.length)), 0)
  const numbers = Math.min(240, longest * LETTER.small)
  const room = width - 2 * MARGIN - LABEL - numbers - 16
  let y = top
  const parts = rijen.map(({ label, staven }) => {
    const lines = wrap(label, LABEL / LETTER.small)
    const drawn = [
      ...lines.map((line, i) => text(MARGIN, y + 13 + i * 16, line)),
      ...staven.map(({ waarde, tekst }, i) => {
        const at = y + i * 20
        const colour = i === 0 ? chartColours.accent : chartColours.letop
        return `<rect x="${MARGIN + LABEL + 8}" y="${at + 2}" width="${((room * (waarde ?? 0)) / most).toFixed(1)}" height="13" fill="${colour}"/>${text(width - MARGIN - numbers, at + 13, tekst)}`
      }),
    ].join('')
    y += Math.max(lines.length * 16, staven.length * 20) + 8
    return drawn
  })
  return { svg: parts.join(''), height: y - top }
}

const text = (x: number, y: number, content: string, more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${chartColours.ink}" ${more || 'font-size="13"'}>${safe(content)}</text>`

const safe = (content: string) =>
  content.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ')

/** Lines of at most so many letters; a single word that is longer stays whole. */
function wrap(content: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of content.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
