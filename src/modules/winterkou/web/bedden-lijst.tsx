import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { WinterLocatie } from '../domain/contract.ts'

/** Per fallback locatie how many beds are left tonight, readable in the dark. */
export function BeddenLijst({ locaties }: { locaties: readonly WinterLocatie[] }) {
  return (
    <ul className="od-bord">
      {locaties.map((one) => (
        <li key={one.locatieId} className="od-kaart">
          <h3>{one.locatie}</h3>
          <p>
            <span className="od-bord__vrij">{one.vrij}</span> vrij van {one.bedden}{' '}
            {one.vrij > 0 ? (
              <StatusBadge label="Bed vrij" tone="goed" />
            ) : (
              <StatusBadge label="Vol" tone="fout" />
            )}
          </p>
          <p className="od-hint">
            {one.gasten} {one.gasten === 1 ? 'gast' : 'gasten'}
            {one.bijgezet > 0 && `, ${one.bijgezet} op een bijgezet bed`}
            {one.gemeente && ` · ${one.gemeente}`}
            {one.aanbieder && ` · ${one.aanbieder}`}
          </p>
          {one.percentage !== null && (
            <p>
              Door een calamiteit {one.bedden} van {one.gepland} bedden te gebruiken ({one.percentage} %).
            </p>
          )}
          {one.telefoon && (
            <p>
              <a href={`tel:${one.telefoon.replace(/[^+\d]/g, '')}`}>Bel {one.telefoon}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
