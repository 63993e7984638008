import { nieuwePersoon } from './persoon.ts'
import type { Schrijfproeven, Schrijfwereld } from './wereld.ts'

/** Somebody who waits, and of whom the woonplaats still has to be asked. */
async function bevinding(w: Schrijfwereld) {
  const sleutel = await nieuwePersoon(w)
  await w.database.login.query(
    "update onderdak.persoon set woonplaats_gemeente = null, woonplaats_onbekend_reden = 'nog_navragen' where id = $1",
    [sleutel],
  )
  await w.database.login.query(
    `insert into onderdak.opvolging (id, regio_id, persoon_id, status, organisatie_id, contactpersoon_id, volgende_stap, volgende_stap_op, gewijzigd_op)
     values ($1, $2, $3, 'open', $4, $5, 'Bellen', '2026-03-09', now()) on conflict do nothing`,
    [w.platform.newId(), w.regio.regioId, sleutel, w.regio.organisaties.loket, w.loket.gebruikerId],
  )
  return {
    bevinding: 'woonplaats_navragen',
    sleutel,
    reden: 'Slaapt bij vrienden in twee gemeenten',
    tot: '2026-06-01',
  }
}

export const kwaliteitProeven: Schrijfproeven = {
  'POST /bevindingakkoorden': async (w) => ({ als: w.loket, body: await bevinding(w) }),
  'POST /bevindingakkoorden/:id/intrekking': async (w) => ({
    als: w.loket,
    id: (await w.doe(w.loket, 'POST /bevindingakkoorden', await bevinding(w))).id,
    body: {},
  }),
}
