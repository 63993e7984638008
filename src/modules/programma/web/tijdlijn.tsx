import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { kwartaalOf } from '../../../shared/kwartaal.ts'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Activiteitrij, listActiviteiten, putActiviteitplanning } from '../domain/activiteit-contract.ts'
import {
  type Gepland,
  isVoorbij,
  planningTekst,
  tijdlijnVan,
  verleng,
  verschuif,
} from '../domain/planning.ts'
import type { ProgrammaDetail } from '../domain/programma-contract.ts'

/** The activities on a line of quarters. A bar is dragged, or moved with the arrow keys; each move can be undone. */
export function Tijdlijn({ programma }: { programma: ProgrammaDetail }) {
  const uitleg = useId()
  const magSchrijven = useMag()('programma.schrijven') && !programma.isVervangen
  const { data, error } = useEndpoint(listActiviteiten, {
    query: { programmaId: programma.id, aantalPerPagina: 200 },
  })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return null
  const gepland = data.results.filter(({ planning }) => planning !== 'open')
  const open = data.results.filter(({ planning }) => planning === 'open')
  if (data.results.length === 0)
    return <EmptyState title="Geen activiteiten" text="Voeg een activiteit toe, dan staat zij hier." />
  const kwartalen = tijdlijnVan(programma, gepland)
  const nu = kwartalen.indexOf(kwartaalOf(dutchDateOf(new Date())))
  return (
    <div className="od-stapel">
      {magSchrijven && (
        <p className="od-hint" id={uitleg}>
          Sleep een balk, of ga erheen met Tab en gebruik de pijltjes links en rechts. Met Shift erbij maakt u
          hem langer of korter. Het kan altijd ongedaan.
        </p>
      )}
      <section
        className="od-tabelvak"
        aria-label={`Planning van ${programma.naam}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <table className="od-planning" style={{ minInlineSize: `${14 + kwartalen.length * 3.5}rem` }}>
          <caption className="ams-visually-hidden">Planning per kwartaal</caption>
          <thead>
            <tr>
              <th scope="col">Activiteit</th>
              <th scope="col">
                <span className="ams-visually-hidden">Kwartalen</span>
                <span className="od-planning__kop" aria-hidden="true">
                  {kwartalen.map((kwartaal, i) => (
                    <span key={kwartaal} className={i === nu ? 'od-planning__nu' : undefined}>
                      {kwartaal.endsWith('-1') || i === 0 ? <strong>{kwartaal.slice(0, 4)}</strong> : null} Q
                      {kwartaal.slice(5)}
                    </span>
                  ))}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {gepland.map((rij) => (
              <Regel key={rij.id} rij={rij} kwartalen={kwartalen} nu={nu} {...(magSchrijven && { uitleg })} />
            ))}
          </tbody>
        </table>
      </section>
      {open.length > 0 && (
        <p>
          Nog niet gepland:{' '}
          {open.map((rij, i) => (
            <span key={rij.id}>
              {i > 0 && ', '}
              <Link to={'/activiteiten/$id' as never} params={{ id: rij.id } as never}>
                {rij.code} {rij.naam}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
    </div>
  )
}

interface RegelProps {
  rij: Activiteitrij
  kwartalen: readonly string[]
  /** Index of the quarter of today; -1 when it is not on the line. */
  nu: number
  /** Id of the explanation; left out for who may only read. */
  uitleg?: string
}

function Regel({ rij, kwartalen, nu, uitleg }: RegelProps) {
  const spoor = useRef<HTMLDivElement>(null)
  const [voorstel, setVoorstel] = useState<Gepland | undefined>()
  const sleep = useRef<{ x: number; eind: boolean } | undefined>(undefined)
  const bewaar = useBewaar(rij)
  const getoond = voorstel ?? rij
  const { links, breedte } = plaatsVan(getoond, kwartalen)
  const isTeLaat =
    isVoorbij(getoond, dutchDateOf(new Date())) &&
    rij.stand !== 'afgerond' &&
    rij.stand !== 'voortijdig_beeindigd'

  async function zet(gepland: Gepland) {
    setVoorstel(gepland)
    await bewaar(gepland)
    setVoorstel(undefined)
  }

  function onKeyDown(event: KeyboardEvent) {
    const stap = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (stap === 0) return
    event.preventDefault()
    const nieuw = event.shiftKey ? verleng(rij, stap) : verschuif(rij, stap)
    if (planningTekst(nieuw) !== planningTekst(rij)) void zet(nieuw)
  }

  function onPointerDown(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return
    const vak = event.currentTarget.getBoundingClientRect()
    sleep.current = { x: event.clientX, eind: vak.right - event.clientX < 12 }
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  function gesleept(event: PointerEvent): Gepland | undefined {
    if (!sleep.current || !spoor.current) return undefined
    const perKwartaal = spoor.current.getBoundingClientRect().width / kwartalen.length
    const aantal = Math.round((event.clientX - sleep.current.x) / perKwartaal)
    return sleep.current.eind ? verleng(rij, aantal) : verschuif(rij, aantal)
  }

  function onPointerUp(event: PointerEvent) {
    const nieuw = gesleept(event)
    sleep.current = undefined
    if (!nieuw || planningTekst(nieuw) === planningTekst(rij)) return setVoorstel(undefined)
    void zet(nieuw)
  }

  const tekst = `${planningTekst(getoond)}${isTeLaat ? ', voorbij en nog niet klaar' : ''}`
  const balk = {
    className: `od-planning__balk${rij.koers === 'vertraagd' || isTeLaat ? ' od-planning__balk--let-op' : ''}${rij.planning === 'doorlopend' ? ' od-planning__balk--open' : ''}`,
    style: { insetInlineStart: `${links}%`, inlineSize: `${breedte}%` },
  }
  return (
    <tr>
      <th scope="row">
        {rij.code}{' '}
        <Link to={'/activiteiten/$id' as never} params={{ id: rij.id } as never}>
          {rij.naam}
        </Link>
      </th>
      <td>
        <div
          className="od-planning__spoor"
          ref={spoor}
          style={{ backgroundSize: `${100 / kwartalen.length}% 100%` }}
        >
          {nu >= 0 && (
            <span
              className="od-planning__vandaag"
              aria-hidden="true"
              style={{ insetInlineStart: `${((nu + 0.5) / kwartalen.length) * 100}%` }}
            />
          )}
          {uitleg && rij.planning === 'kwartalen' ? (
            <button
              type="button"
              {...balk}
              aria-label={`${rij.code} ${rij.naam}: ${tekst}`}
              aria-describedby={uitleg}
              onKeyDown={onKeyDown}
              onPointerDown={onPointerDown}
              onPointerMove={(event) => sleep.current && setVoorstel(gesleept(event))}
              onPointerUp={onPointerUp}
              onPointerCancel={() => {
                sleep.current = undefined
                setVoorstel(undefined)
              }}
            >
              {tekst}
            </button>
          ) : (
            <span {...balk}>{tekst}</span>
          )}
        </div>
      </td>
    </tr>
  )
}

/** Where a bar stands on the line, in percent; without a begin or end it runs to the edge. */
function plaatsVan({ vanKwartaal, totKwartaal }: Gepland, kwartalen: readonly string[]) {
  const begin = vanKwartaal === null ? 0 : Math.max(0, kwartalen.indexOf(vanKwartaal))
  const gevonden = totKwartaal === null ? kwartalen.length - 1 : kwartalen.indexOf(totKwartaal)
  const eind = gevonden < 0 ? kwartalen.length - 1 : gevonden
  return { links: (begin / kwartalen.length) * 100, breedte: ((eind - begin + 1) / kwartalen.length) * 100 }
}

/** Saves a new planning and offers the way back; the way back needs the newest version. */
function useBewaar(rij: Activiteitrij) {
  const toast = useToast()
  const save = useCommand(putActiviteitplanning)
  const stuur = ({ planning, vanKwartaal, totKwartaal }: Gepland, versie: number) =>
    save.run({ params: { id: rij.id }, body: { planning, vanKwartaal, totKwartaal, versie } })
  return async (gepland: Gepland) => {
    try {
      const { versie } = await stuur(gepland, rij.versie)
      toast.show(`${rij.code} ${rij.naam}: ${planningTekst(gepland)}.`, async () => {
        await stuur(rij, versie)
      })
    } catch (problem) {
      toast.show(problem instanceof Error ? problem.message : 'De planning is niet opgeslagen.')
    }
  }
}
