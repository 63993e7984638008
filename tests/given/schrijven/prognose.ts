import type { Schrijfproeven, Schrijfwereld } from './wereld.ts'
import { versieVan } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')

/** The next own value of one estimate: each has the version after the last. */
async function waarde(w: Schrijfwereld, anders = {}) {
  const { rows } = await w.database.login.query<{ versie: number }>(
    "select coalesce(max(versie), 0) as versie from onderdak.prognose_eigen_waarde where parameter = 'woningen'",
  )
  const body = { parameter: 'woningen', waarde: 12.5, reden: 'Afspraak met de corporaties', ...anders }
  return { ...body, versie: rows[0]!.versie }
}

export const prognoseProeven: Schrijfproeven = {
  'POST /prognose/terugblikken': async (w) => {
    // One at a time: the one before is done.
    await w.database.login.query(
      "update onderdak.prognose_terugblik set klaar_op = now(), fout = 'Proef' where klaar_op is null",
    )
    return { als: await manager(w), body: { begin: '2025-01-31' }, anders: { begin: '2024-12-31' } }
  },
  'POST /prognose/eigen-waarden': async (w) => {
    const als = await manager(w)
    const body = await waarde(w)
    return {
      als,
      body,
      anders: { ...body, waarde: 13 },
      eerder: {
        als: await w.regio.als('loket', 'beleidsmedewerker'),
        route: 'POST /prognose/eigen-waarden',
        body: { ...body, waarde: 3 },
      },
    }
  },
  'POST /prognose/eigen-waarden/:id/intrekking': async (w) => {
    const als = await manager(w)
    const { id } = await w.doe(als, 'POST /prognose/eigen-waarden', await waarde(w))
    const versie = await versieVan(w, 'prognose_eigen_waarde', id)
    return {
      als,
      id,
      body: { versie },
      eerder: {
        als: await w.regio.als('loket', 'beleidsmedewerker'),
        route: 'POST /prognose/eigen-waarden',
        body: { ...(await waarde(w)), waarde: 4 },
      },
    }
  },
}
