import { fold } from './cel.ts'
import type { Rij } from './controle.ts'
import type { Soort } from './kolommen.ts'

/** Rows that are handled together: people of one household in a file of stays; otherwise each row alone. */
export function groepen(soort: Soort, rijen: readonly Rij[]): Rij[][] {
  if (soort !== 'verblijven') return rijen.map((rij) => [rij])
  const samen = new Map<string, Rij[]>()
  for (const rij of rijen) {
    const huishouden = rij.cellen.huishouden
    const key =
      typeof huishouden === 'string'
        ? ['h', huishouden, rij.cellen.locatie, rij.cellen.plek].map((one) => fold(String(one))).join('|')
        : `rij ${rij.nummer}`
    samen.set(key, [...(samen.get(key) ?? []), rij])
  }
  return [...samen.values()]
}

const woorden: readonly (readonly [key: string, een: string, meer: string])[] = [
  ['voorzieningen', 'nieuwe voorziening', 'nieuwe voorzieningen'],
  ['plekken', 'plek', 'plekken'],
  ['verblijven', 'verblijf', 'verblijven'],
  ['wachtenden', 'wachtende', 'wachtenden'],
  ['nieuwePersonen', 'nieuw dossier', 'nieuwe dossiers'],
  ['bestaandePersonen', 'bestaand dossier', 'bestaande dossiers'],
  ['partners', 'partner', 'partners'],
]

/** One Dutch line: `12 verblijven, 10 nieuwe dossiers en 2 bestaande dossiers`. */
export function vatSamen(telling: Readonly<Record<string, number>> | object): string {
  const counts = telling as Readonly<Record<string, number>>
  const parts = woorden.flatMap(([key, een, meer]) => {
    const aantal = counts[key] ?? 0
    return aantal === 0 ? [] : [`${aantal.toLocaleString('nl-NL')} ${aantal === 1 ? een : meer}`]
  })
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}` : (parts[0] ?? 'Niets')
}
