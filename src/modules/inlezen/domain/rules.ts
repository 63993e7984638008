import { fold } from './cel.ts'
import type { Rij } from './controle.ts'
import type { Soort } from './kolommen.ts'

/** Rows that are handled together: people of one household, questions of one measurement; otherwise each row alone. */
export function groepen(soort: Soort, rijen: readonly Rij[]): Rij[][] {
  if (soort === 'metingen') return samenOp(rijen, ['programma', 'activiteit', 'paragraaf', 'meting'])
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

function samenOp(rijen: readonly Rij[], delen: readonly string[]): Rij[][] {
  const samen = new Map<string, Rij[]>()
  for (const rij of rijen) {
    const key = delen.map((deel) => fold(String(rij.cellen[deel] ?? ''))).join('|')
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
  ['programmas', 'programma', 'programma’s'],
  ['onderdelen', 'onderdeel', 'onderdelen'],
  ['activiteiten', 'activiteit of pilot', 'activiteiten en pilots'],
  ['resultaten', 'resultaat', 'resultaten'],
  ['waarden', 'behaald getal', 'behaalde getallen'],
  ['besluitmomenten', 'besluitmoment', 'besluitmomenten'],
  ['knelpunten', 'knelpunt', 'knelpunten'],
  ['metingen', 'meting', 'metingen'],
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
