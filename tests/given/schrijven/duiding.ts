import type { Schrijfproef, Schrijfproeven, Schrijfwereld, Wijziging } from './wereld.ts'

const manager = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'programmamanager')
const adviseur = (w: Schrijfwereld) => w.regio.als('centrumgemeente', 'beleidsmedewerker')

/** Each interpretation its own month: an author writes one for each. */
const uitleg = (w: Schrijfwereld) => {
  const nummer = w.volgnummer()
  const maand = `${2000 + (Math.floor(nummer / 12) % 100)}-${String((nummer % 12) + 1).padStart(2, '0')}`
  return { indicator: 'wachtenden', maand, niveau: 'strategisch', tekst: 'Een locatie ging open.' }
}
const verhaal = {
  soort: 'verhaal',
  titel: 'Wachten',
  tekst: 'Niemand zei hoe lang het duurt.',
  teller: 'client',
  toestemmingVorm: 'schriftelijk',
  toestemmingOp: '2026-03-01',
  toestemmingTotEnMet: '2026-12-31',
  toestemmingWaar: 'Map 4',
}
const bij = { indicator: 'wachtenden', maand: '2026-02' }
const bron = (w: Schrijfwereld) => ({
  onderwerp: 'Indicaties',
  waarde: 118,
  eenheid: 'cliënten',
  bron: `Regiovisie ${w.volgnummer()}`,
  peildatum: '2023-07-01',
  toelichting: null,
})

async function opVerhaal(w: Schrijfwereld, body: object): Promise<Schrijfproef> {
  const { id } = await w.doe(await manager(w), 'POST /verhalen', { ...bij, ...verhaal })
  const eerder: Wijziging = {
    als: await manager(w),
    route: 'PUT /verhalen/:id',
    id,
    body: { ...verhaal, teller: 'naaste', versie: 1 },
  }
  return { als: await adviseur(w), id, body: { ...body, versie: 1 }, eerder }
}

export const duidingProeven: Schrijfproeven = {
  'POST /duidingen': async (w) => ({ als: await manager(w), body: uitleg(w), anders: uitleg(w) }),
  'PUT /duidingen/:id': async (w) => {
    const als = await manager(w)
    const { id } = await w.doe(als, 'POST /duidingen', uitleg(w))
    const eerder: Wijziging = {
      als,
      route: 'PUT /duidingen/:id',
      id,
      body: { tekst: 'Een locatie ging dicht.', versie: 1 },
    }
    return { als, id, body: { tekst: 'Er gingen twee locaties open.', versie: 1 }, eerder }
  },
  'POST /duidingen/:id/intrekking': async (w) => {
    const als = await manager(w)
    const { id } = await w.doe(als, 'POST /duidingen', uitleg(w))
    return { als, id, body: {} }
  },
  'POST /verhalen': async (w) => ({
    als: await manager(w),
    body: { ...bij, ...verhaal },
    anders: { ...bij, ...verhaal, titel: 'Nog steeds wachten' },
  }),
  'PUT /verhalen/:id': async (w) => {
    const proef = await opVerhaal(w, { ...verhaal, tekst: 'Niemand belde.' })
    return { ...proef, anders: { ...proef.body, tekst: 'Niemand schreef.' } }
  },
  'POST /verhalen/:id/publicatie': (w) => opVerhaal(w, {}),
  'POST /verhalen/:id/intrekking': async (w) => {
    const { id } = await w.doe(await manager(w), 'POST /verhalen', { ...bij, ...verhaal })
    return { als: await manager(w), id, body: { reden: 'teller' }, anders: { reden: 'fout' } }
  },
  'POST /bronwaarden': async (w) => {
    const body = { indicator: 'verblijvenden', ...bron(w) }
    return { als: await manager(w), body, anders: { ...body, ...bron(w) } }
  },
  'PUT /bronwaarden/:id': async (w) => {
    const body = bron(w)
    const { id } = await w.doe(await manager(w), 'POST /bronwaarden', { indicator: 'verblijvenden', ...body })
    const eerder: Wijziging = {
      als: await manager(w),
      route: 'PUT /bronwaarden/:id',
      id,
      body: { ...body, waarde: 117, versie: 1 },
    }
    return {
      als: await adviseur(w),
      id,
      body: { ...body, waarde: 113, versie: 1 },
      anders: { ...body, waarde: 114, versie: 1 },
      eerder,
    }
  },
  'POST /bronwaarden/:id/intrekking': async (w) => {
    const { id } = await w.doe(await manager(w), 'POST /bronwaarden', {
      indicator: 'verblijvenden',
      ...bron(w),
    })
    return { als: await manager(w), id, body: {} }
  },
}
