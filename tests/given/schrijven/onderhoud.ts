import type { Schrijfproeven } from './wereld.ts'

export const onderhoudProeven: Schrijfproeven = {
  'POST /indicatoreigenaren': async (w) => {
    // Each time a later day: an owner is followed by another, never overlapped.
    const maand = w.volgnummer()
    const vanaf = (n: number) => `${2040 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`
    const body = {
      indicator: 'wachtenden',
      functie: 'Beleidsadviseur',
      gebruikerId: null,
      vanaf: vanaf(maand),
    }
    return {
      als: await w.regio.als('centrumgemeente', 'programmamanager'),
      body,
      anders: { ...body, vanaf: vanaf(w.volgnummer()) },
    }
  },
  'POST /indicatoronderhoud': async (w) => ({
    als: await w.regio.als('centrumgemeente', 'programmamanager'),
    body: { indicator: 'wachtenden', jaar: 2026, uitkomst: 'gewijzigd', notitie: 'Telt nu ook gezinsleden.' },
    anders: { indicator: 'wachtenden', jaar: 2026, uitkomst: 'bevestigd', notitie: null },
  }),
}
