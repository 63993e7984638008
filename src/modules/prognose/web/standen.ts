import type { StatusTone } from '../../../ui/status-badge.tsx'
import type { Scenariorij } from '../domain/scenario-contract.ts'

/** How far a run is, in words. */
export const standen: Readonly<Record<Scenariorij['stand'], { label: string; tone: StatusTone }>> = {
  nieuw: { label: 'Nog niet', tone: 'neutraal' },
  bezig: { label: 'Wordt doorgerekend', tone: 'wacht' },
  klaar: { label: 'Klaar', tone: 'goed' },
  gestopt: { label: 'Gestopt', tone: 'neutraal' },
  mislukt: { label: 'Niet gelukt', tone: 'fout' },
}
