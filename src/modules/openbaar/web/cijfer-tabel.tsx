import { useId } from 'react'
import { formatNumber } from '../../../ui/format.ts'
import type { Cijfer } from '../domain/contract.ts'
import { redenen } from '../domain/woorden.ts'

export interface Rij {
  readonly sleutel: string
  readonly naam: string
  readonly cijfers: readonly Cijfer[]
}

/** One row a period or figure, one column an area. What is hidden says so in words; why stands below the table. */
export function CijferTabel({
  caption,
  eerste,
  rijen,
}: {
  caption: string
  eerste: string
  rijen: readonly Rij[]
}) {
  const id = useId()
  const gebieden = new Map(rijen.flatMap(({ cijfers }) => cijfers.map((one) => [one.gebied, one.gebiedNaam])))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
        <table className="ams-table__table od-tabel">
          <caption className="ams-table__caption" id={id}>
            {caption}
          </caption>
          <thead className="ams-table__header">
            <tr>
              <th scope="col" className="ams-table__header-cell">
                {eerste}
              </th>
              {[...gebieden].map(([gebied, naam]) => (
                <th
                  key={gebied}
                  scope="col"
                  className="ams-table__header-cell ams-table__header-cell--align-end"
                >
                  {naam}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rijen.map((rij) => (
              <tr key={rij.sleutel}>
                <th scope="row" className="ams-table__header-cell">
                  {rij.naam}
                </th>
                {[...gebieden.keys()].map((gebied) => (
                  <td key={gebied} className="ams-table__cell ams-table__cell--align-end">
                    {inWoorden(rij.cijfers.find((one) => one.gebied === gebied))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Uitleg cijfers={rijen.flatMap(({ cijfers }) => cijfers)} />
    </>
  )
}

const cijferLetters = { klein: '¹', samen: '²', eerder: '³' } as const

function inWoorden(cijfer: Cijfer | undefined): string {
  if (!cijfer) return ''
  if (cijfer.verborgen) return `geheim${cijferLetters[cijfer.verborgen]}`
  return formatNumber(cijfer.waarde!)
}

function Uitleg({ cijfers }: { cijfers: readonly Cijfer[] }) {
  const soorten = (['klein', 'samen', 'eerder'] as const).filter((soort) =>
    cijfers.some(({ verborgen }) => verborgen === soort),
  )
  if (soorten.length === 0) return null
  return (
    <p className="od-hint">
      {soorten.map((soort) => `${cijferLetters[soort]} Geheim: ${redenen[soort]}.`).join(' ')}
    </p>
  )
}
