import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { z } from 'zod'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import type { haalVannacht } from '../domain/contract.ts'

type Vrij = z.output<(typeof haalVannacht)['response']>

/** Most people ask one thing: where is a place tonight. Full locations are in the sum, not in the list. */
export function VannachtVrij({ vrij }: { vrij: Vrij }) {
  const id = useId()
  const withSpace = vrij.locaties.filter((one) => one.vrij > 0)
  return (
    <section className="od-kaart od-werkblok" aria-labelledby={id}>
      <div className="od-werkblok__kop">
        <h2 className="ams-heading ams-heading--3" id={id}>
          Vannacht vrij <span className="od-werkblok__aantal">({formatNumber(vrij.vrij)})</span>
        </h2>
      </div>
      {withSpace.length === 0 ? (
        <p>Vannacht is er geen plek vrij.</p>
      ) : (
        <ul className="od-werklijst">
          {withSpace.slice(0, 8).map((one) => (
            <li key={`${one.locatieId} ${one.product}`}>
              <span className="od-werklijst__wie">
                {one.locatie}
                <span className="od-hint">{one.product}</span>
              </span>
              <span className="od-werklijst__wanneer">
                {formatCount(one.vrij, 'plek', 'plekken')} van {formatNumber(one.totaal)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="od-werkblok__voet">
        <Link to={'/plekken' as never}>Naar de plekken</Link>
      </p>
    </section>
  )
}
