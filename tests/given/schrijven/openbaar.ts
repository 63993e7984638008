import { readVoorbeeld } from '../../../src/modules/openbaar/server/queries.ts'
import { accepted, workAs } from '../platform.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld } from './wereld.ts'

const periode = '2025-4'

async function keuze(w: Schrijfwereld, indicator: string) {
  const manager = await w.regio.als('centrumgemeente', 'programmamanager')
  const voorbeeld = accepted(await workAs(w.platform, manager, (work) => readVoorbeeld(work, periode)))
  const { controle } = voorbeeld.indicatoren.find((one) => one.indicator === indicator)!
  return { periode, indicatoren: [{ indicator, controle }] }
}

/** A period that has no figures yet, and a choice of them. */
async function vrij(w: Schrijfwereld): Promise<Schrijfproef> {
  const als = await w.regio.als('centrumgemeente', 'programmamanager')
  await w.database.login.query(
    "update onderdak.publicatie set status = 'ingetrokken', ingetrokken_op = now(), ingetrokken_door = $1, intrekreden = 'Proef' where status = 'gepubliceerd'",
    [als.gebruikerId],
  )
  return { als, body: await keuze(w, 'instroom'), anders: await keuze(w, 'uitstroom') }
}

export const openbaarProeven: Schrijfproeven = {
  'POST /publicaties': vrij,
  'POST /publicaties/:id/intrekking': async (w) => {
    const { als, body } = await vrij(w)
    const { id } = await w.doe(als, 'POST /publicaties', body!)
    return { als, id: id as string, body: { reden: 'Er was te laat vastgelegd' } }
  },
}
