import type { PlainDate } from '../../../shared/plain-date.ts'
import { een, heel, maandNaam, type Vergelijking } from './antwoord.ts'

type Reeks = Vergelijking['reeksen'][number]
type Punt = Reeks['basis'][number]

const MET = '#1f4e79'
const ZONDER = '#815000'
const AS = '#8a94a0'
const [BREED, HOOG] = [600, 120]

/** The top of the scale: the highest edge of the bands. */
const hoogste = ({ basis, met }: Reeks) => Math.max(1, ...[...basis, ...met].map(({ hoog }) => hoog))

/** Without any words, for a document that has its own letters: two lines with their bands; the one without measures is broken. */
export function bandgrafiekKaal(reeks: Reeks): string {
  const most = hoogste(reeks)
  const x = (i: number) => 6 + ((BREED - 12) * i) / Math.max(1, reeks.met.length - 1)
  const y = (waarde: number) => HOOG - 6 - ((HOOG - 12) * waarde) / most
  const at = (i: number, waarde: number) => `${x(i).toFixed(1)} ${y(waarde).toFixed(1)}`
  const band = (punten: readonly Punt[], kleur: string) => {
    const boven = punten.map(({ hoog }, i) => at(i, hoog))
    const onder = punten.map(({ laag }, i) => at(i, laag)).toReversed()
    return `<path d="M${[...boven, ...onder].join(' L')} Z" fill="${kleur}" fill-opacity="0.15" stroke="none"/>`
  }
  const lijn = (punten: readonly Punt[]) =>
    `M${punten.map(({ gemiddeld }, i) => at(i, gemiddeld)).join(' L')}`
  // Half of every month is drawn: a broken line that every reader of drawings shows the same.
  const streepjes = (punten: readonly Punt[]) =>
    punten
      .slice(0, -1)
      .map(({ gemiddeld }, i) => {
        const half = (gemiddeld + punten[i + 1]!.gemiddeld) / 2
        return `M${at(i, gemiddeld)} L${at(i + 0.5, half)}`
      })
      .join(' ')
  const pad = (d: string, kleur: string, dikte: number) =>
    `<path d="${d}" fill="none" stroke="${kleur}" stroke-width="${dikte}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BREED} ${HOOG}" width="${BREED}" height="${HOOG}">${pad(`M0 ${HOOG - 6} H${BREED}`, AS, 1)}${band(reeks.basis, ZONDER)}${band(reeks.met, MET)}${pad(streepjes(reeks.basis), ZONDER, 2.5)}${pad(lijn(reeks.met), MET, 2.5)}</svg>`
}

/** What the picture tells, in words: for who does not see it. */
export function bandgrafiekTekst(titel: string, reeks: Reeks, maanden: readonly PlainDate[]): string {
  const einde = (punten: readonly Punt[]) => {
    const { gemiddeld, laag, hoog } = punten.at(-1)!
    return `van ${een(punten[0]!.gemiddeld)} in ${maandNaam(maanden[0]!)} naar ${een(gemiddeld)} in ${maandNaam(maanden[punten.length - 1]!)} (tussen ${een(laag)} en ${een(hoog)})`
  }
  return `${titel}. Met de maatregelen (doorgetrokken lijn, blauw): ${einde(reeks.met)}. Zonder (streepjes, bruin): ${einde(reeks.basis)}. De onderkant is 0, de bovenkant ${heel(hoogste(reeks))}.`
}
