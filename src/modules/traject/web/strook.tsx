import { formatShort } from '../../../shared/plain-date.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { domeinen } from '../../beheer/domain/soorten.ts'
import type { TrajectDetail } from '../domain/api.ts'

type Fase = TrajectDetail['fasen'][number]

const naamVanDomein = (domein: string) => domeinen[domein as keyof typeof domeinen] ?? domein

export function FaseBadge({ stand, dagen }: { stand: Fase['stand']; dagen: number | null }) {
  if (stand === 'te_lang') return <StatusBadge label={`${-(dagen ?? 0)} dagen te lang`} tone="fout" />
  if (stand === 'bijna') return <StatusBadge label={`Nog ${dagen} dagen`} tone="let_op" />
  return null
}

/** The phases as a strip, in the order in which they were, with the places under them. */
export function Fasenstrook({ traject }: { traject: TrajectDetail }) {
  if (traject.fasen.length === 0)
    return <p className="od-hint">Er is nog geen fase vastgelegd voor dit traject.</p>
  return (
    <ol className="od-strook" aria-label="Fasen van dit traject">
      {traject.fasen.map((fase) => (
        <li
          key={`${fase.domein}-${fase.code}-${fase.van}`}
          className={fase.tot === null ? 'od-strook__nu' : undefined}
          aria-current={fase.tot === null ? 'step' : undefined}
        >
          <span className="od-hint">{naamVanDomein(fase.domein)}</span>
          <strong>{fase.naam}</strong>
          <span>
            {formatShort(fase.van)} – {fase.tot ? formatShort(fase.tot) : 'nu'}
          </span>
          {fase.tot === null && <FaseBadge stand={fase.stand} dagen={fase.dagen} />}
          {fase.reden && <span className="od-hint">{fase.reden}</span>}
          <Plekken traject={traject} fase={fase} />
        </li>
      ))}
    </ol>
  )
}

/** Where someone stayed in this phase. */
function Plekken({ traject, fase }: { traject: TrajectDetail; fase: Fase }) {
  const plekken = traject.verblijven.filter(
    (one) => (fase.tot === null || one.van < fase.tot) && (one.tot === null || one.tot > fase.van),
  )
  const namen = [...new Set(plekken.map((one) => one.plaats))]
  return namen.length === 0 ? null : <span className="od-hint">{namen.join(', ')}</span>
}
