import { ActionGroup, Button } from '@amsterdam/design-system-react'
import { useEffect, useRef } from 'react'
import { ApiProblem } from '../../../ui/api.ts'
import { ConflictAlert } from '../../../ui/conflict-alert.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import type { Voorbeeld } from '../domain/gedateerd.ts'
import { veldnaam } from './dated-screen.tsx'

export interface PreviewPanelProps {
  voorbeeld: Voorbeeld
  vanaf: string
  /** Field in words, what it was, what it becomes. */
  wijzigingen: readonly (readonly [veld: string, oud: string, nieuw: string])[]
  busy: boolean
  problem?: ApiProblem | Error
  saveLabel?: string
  onSave: () => void
  /** After someone else saved first: fetches the newest version and goes back to the form. */
  onReload?: () => Promise<void>
  onBack: () => void
}

/** What a change does, before it is saved. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { voorbeeld } = props
  const heading = useRef<HTMLHeadingElement>(null)
  // The form made place for this panel, so the focus follows.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="od-kaart">
      <h2 className="ams-heading ams-heading--3" ref={heading} tabIndex={-1}>
        Klopt dit? Vanaf <DateText date={props.vanaf} long />
      </h2>
      {props.wijzigingen.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
        <section className="ams-table od-tabelvak" aria-label="Wat u wijzigt" tabIndex={0}>
          <table className="ams-table__table od-tabel">
            <caption className="ams-visually-hidden">Wat u wijzigt</caption>
            <thead>
              <tr>
                {['Gegeven', 'Was', 'Wordt'].map((label) => (
                  <th key={label} scope="col" className="ams-table__header-cell">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.wijzigingen.map(([veld, oud, nieuw]) => (
                <tr key={veld}>
                  <th scope="row" className="ams-table__cell">
                    {veld}
                  </th>
                  <td className="ams-table__cell">{oud}</td>
                  <td className="ams-table__cell">{nieuw}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <h3 className="ams-heading ams-heading--4">Wat dit raakt</h3>
      <ul className="ams-unordered-list">
        {voorbeeld.zinnen.map((zin) => (
          <li key={zin} className="ams-unordered-list__item">
            {zin}
          </li>
        ))}
      </ul>
      {voorbeeld.tabel && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
        <section className="ams-table od-tabelvak" aria-label={voorbeeld.tabel.titel} tabIndex={0}>
          <table className="ams-table__table od-tabel">
            <caption className="ams-table__caption">{voorbeeld.tabel.titel}</caption>
            <thead>
              <tr>
                {voorbeeld.tabel.kolommen.map((label, i) => (
                  <th
                    key={label}
                    scope="col"
                    className={`ams-table__header-cell ${i > 0 ? 'ams-table__header-cell--align-end' : ''}`}
                  >
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {voorbeeld.tabel.rijen.map(([first, ...rest]) => (
                <tr key={String(first)}>
                  <th scope="row" className="ams-table__cell">
                    {first}
                  </th>
                  {rest.map((cell, i) => (
                    <td
                      key={voorbeeld.tabel?.kolommen[i + 1]}
                      className="ams-table__cell ams-table__cell--align-end"
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {props.problem instanceof ApiProblem && props.problem.code === 'versie_verouderd' ? (
        <ConflictAlert
          problem={props.problem}
          labelOf={(veld) => veldnaam(veld.replace(/^waarde\./, ''))}
          wordOf={(_, waarde) => waarde ?? 'leeg'}
          onReload={props.onReload}
        />
      ) : (
        props.problem && <ProblemAlert problem={props.problem} focus />
      )}
      <ActionGroup>
        <Button type="button" disabled={props.busy} onClick={props.onSave}>
          {props.busy ? 'Bezig met opslaan…' : (props.saveLabel ?? 'Opslaan')}
        </Button>
        <Button type="button" variant="secondary" onClick={props.onBack}>
          Terug naar invullen
        </Button>
      </ActionGroup>
    </section>
  )
}
