import { useWatch } from 'react-hook-form'
import { langeZin, meetLeesbaarheid } from '../shared/leesbaarheid.ts'

const woorden = {
  te_kort: 'Te kort om iets te zeggen over hoe makkelijk de tekst leest.',
  normaal_of_makkelijk: 'De zinnen en woorden zijn kort genoeg om makkelijk te lezen.',
  vrij_moeilijk: 'Deze tekst kan moeilijk zijn voor een deel van de lezers.',
  moeilijk: 'Deze tekst is voor veel lezers moeilijk.',
} as const

/**
 * Under a text that everybody may read: how easy it is by the length of its words and sentences. Only a hint; it stops nothing.
 * Inside a Form.
 */
export function ReadabilityHint({ name }: { name: string }) {
  const value: unknown = useWatch({ name })
  if (typeof value !== 'string' || value.trim() === '') return null
  const { oordeel, langeZinnen, langeWoorden } = meetLeesbaarheid(value)
  return (
    <div className="od-hint">
      <p>{woorden[oordeel]}</p>
      {oordeel !== 'te_kort' && (langeZinnen > 0 || langeWoorden.length > 0) && (
        <ul>
          {langeZinnen > 0 && (
            <li>
              {langeZinnen === 1 ? 'Eén zin heeft' : `${langeZinnen} zinnen hebben`} meer dan {langeZin}{' '}
              woorden. Knip {langeZinnen === 1 ? 'die' : 'ze'} in tweeën.
            </li>
          )}
          {langeWoorden.length > 0 && (
            <li>Kent iedereen deze woorden: {langeWoorden.join(', ')}? Kies anders een korter woord.</li>
          )}
        </ul>
      )}
      <p>
        Dit is een hulpmiddel. Het telt alleen hoe lang woorden en zinnen zijn, en bewijst geen taalniveau B1.
      </p>
    </div>
  )
}
