import type { Schrijfproeven } from './wereld.ts'

export const rapportProeven: Schrijfproeven = {
  'POST /rapporten': async (w) => ({
    als: await w.regio.als('centrumgemeente', 'programmamanager'),
    body: { soort: 'maand', periode: '2026-01', niveau: 'strategisch' },
    anders: { soort: 'kwartaal', periode: '2025-4', niveau: 'strategisch' },
  }),
}
