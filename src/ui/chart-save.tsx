import { useState } from 'react'
import { dutchDateOf, formatLong } from '../shared/plain-date.ts'
import { type ChartFile, chartFileName, chartSvg } from './chart-file.ts'
import { saveSvgAsPng, saveText } from './save-file.ts'
import { useSessieOrNone } from './session.tsx'

/** What a chart needs beside what it shows, so that its file stands by itself. */
export interface ChartSource {
  /** Title in the file, when that on the screen leans on what stands around it. */
  titel?: string
  /** Which day or period it is of, what was chosen, and where it comes from. */
  regels: readonly string[]
}

interface ChartSaveProps {
  /** Title on the screen: names the buttons apart for who cannot see which chart they stand in. */
  titel: string
  bestand: ChartSource
  /** Made when asked: what is drawn then is what is saved. */
  chart: () => Pick<ChartFile, 'tekst' | 'regels' | 'tekening'>
}

/** The way to take a chart along. Closed at first: whoever reads the figure has nothing to do here. */
export function ChartSave({ titel, bestand, chart }: ChartSaveProps) {
  const sessie = useSessieOrNone()
  const [failed, setFailed] = useState(false)
  const naam = bestand.titel ?? titel
  const svg = () => {
    const { tekst, regels, tekening } = chart()
    const gemaakt = `Gemaakt met Onderdak op ${formatLong(dutchDateOf(new Date()))}.`
    return chartSvg({
      titel: naam,
      tekst,
      tekening,
      regels: [
        ...regels,
        ...bestand.regels,
        ...(sessie ? [`Regio ${sessie.regio.naam}. ${gemaakt}`] : [gemaakt]),
        ...(sessie?.demo ? ['Voorbeeld met verzonnen gegevens.'] : []),
      ],
    })
  }
  return (
    <details className="od-meer od-grafiekbestand">
      {/* A label and no hidden text: text would be a second title for who searches the page. */}
      <summary aria-label={`Grafiek bewaren: ${naam}`}>Grafiek bewaren</summary>
      <div className="od-knoppen">
        <button
          type="button"
          className="od-tekstknop"
          aria-label={`Als SVG, voor in een rapport: ${naam}`}
          onClick={() => saveText(svg(), chartFileName(naam, 'svg'), 'image/svg+xml')}
        >
          Als SVG, voor in een rapport
        </button>
        <button
          type="button"
          className="od-tekstknop"
          aria-label={`Als PNG, voor in een mail of presentatie: ${naam}`}
          onClick={() => {
            setFailed(false)
            saveSvgAsPng(svg(), chartFileName(naam, 'png')).catch(() => setFailed(true))
          }}
        >
          Als PNG, voor in een mail of presentatie
        </button>
      </div>
      {failed && <p role="alert">Deze browser kan geen PNG maken. Bewaar de grafiek als SVG.</p>}
    </details>
  )
}

/** The drawing as it stands in the page, by itself. */
export function drawingOf(svg: SVGSVGElement): { svg: string; breed: number; hoog: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.removeAttribute('aria-hidden')
  const { width, height } = svg.viewBox.baseVal
  return { svg: new XMLSerializer().serializeToString(copy), breed: width, hoog: height }
}
