import { beforeAll, describe, expect, it } from 'vitest'
import { loadLoket } from '../../seed/dwo/loket.ts'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadStand } from '../../seed/dwo/stand.ts'
import { type LoadedRegio, loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { loadVerloop } from '../../seed/mvs/verloop/verloop.ts'
import { type Per, type Telling, waardeVan } from '../../src/modules/monitor/domain/indicator.ts'
import { indicatoren } from '../../src/modules/monitor/server/indicatoren.ts'
import { telAlle } from '../../src/modules/monitor/server/telling.ts'
import { addDays, type PlainDate } from '../../src/shared/plain-date.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../given/platform.ts'

// The reference totals of the policy documents, asked from the registry by the id of the indicator on the day of the source. Every
// number here is copied from the document that is named, never computed from the data of the demo.

const database = useDatabase()
let platform: TestPlatform
let delft: LoadedRegio
let waterweg: LoadedRegio

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-11-22')
  delft = await loadRegio(platform, dwo)
  await loadStand(platform, delft)
  await loadLoket(platform, delft)
  waterweg = await loadRegio(platform, mvs)
  // The day on which Rogplus took over and the stock came in.
  await loadVerloop(platform, waterweg, { van: '2022-01-03', totEnMet: '2022-01-20' })
}, 900_000)

const vandaag = '2026-11-22'

type Dagen = PlainDate | { readonly van: PlainDate; readonly totEnMet: PlainDate }

/** What the registry counts on a day or over some days, as known now: in total, or per group. */
async function tel(regio: LoadedRegio, id: string, dagen: Dagen, per?: Per) {
  const indicator = indicatoren.find((one) => one.id === id)!
  const { van, totEnMet } = typeof dagen === 'string' ? { van: dagen, totEnMet: dagen } : dagen
  const stand = {
    maand: van.slice(0, 7),
    van,
    tot: addDays(totEnMet, 1),
    peildatum: totEnMet,
    bekendOp: null,
    kleinsteGetal: null,
  }
  const vrager = { ...regio.als(regio === delft ? 'delft_support' : 'rogplus'), isSysteem: true }
  const rijen = await workAs(platform, vrager, (work) =>
    telAlle(work, [{ id, indicator, stand, ...(per && { per }) }]),
  )
  const waarde = (telling: Telling) => waardeVan(indicator.maat, telling)
  return {
    totaal: rijen[0] ? waarde(rijen[0]) : 0,
    per: Object.fromEntries(rijen.map((rij) => [String(rij.groep), waarde(rij)])),
  }
}
const totaal = async (...vraag: Parameters<typeof tel>) => (await tel(...vraag)).totaal
/** The same with the codes of the products in place of their keys; those with nothing are left out. */
async function perProduct(regio: LoadedRegio, id: string, op: PlainDate) {
  const codes = new Map(Object.entries(regio.producten).map(([code, product]) => [product as string, code]))
  const { per } = await tel(regio, id, op, 'product')
  return Object.fromEntries(Object.entries(per).map(([product, aantal]) => [codes.get(product), aantal]))
}

describe('DWO per 1-4-2021 uit het register van indicatoren (regiovisie DWO §4.1)', () => {
  const op = '2021-04-01'

  it('mensen met een toekenning: 229, per product 72, 31, 86, 31 en 9', async () => {
    expect(await totaal(delft, 'mensen_met_toekenning', op)).toBe(229)
    expect(await totaal(delft, 'lopende_toekenningen', op)).toBe(229)
    expect(await perProduct(delft, 'mensen_met_toekenning', op)).toEqual({
      bt_basis: 72,
      bt_plus: 31,
      bw_basis: 86,
      bw_plus: 31,
      oude_indicatie: 9,
    })
  })

  it('naar woonplaats: Delft 164, Westland 38, Midden-Delfland 7, Pijnacker-Nootdorp 13 en 7 buiten de regio', async () => {
    const { per } = await tel(delft, 'toekenning_naar_woonplaats', op, 'gemeente')
    const { GM0503, GM1783, GM1842, GM1926, ...buiten } = per
    expect({ GM0503, GM1783, GM1842, GM1926 }).toEqual({ GM0503: 164, GM1783: 38, GM1842: 7, GM1926: 13 })
    expect(Object.values(buiten).reduce((som: number, aantal) => som + aantal!, 0)).toBe(7)
    expect(await totaal(delft, 'toekenning_naar_woonplaats', op)).toBe(229)
  })

  it.each([op, vandaag])('op %s wachten er 2, 4, 13 en 8, samen 27', async (dag) => {
    expect(await totaal(delft, 'wachtenden', dag)).toBe(27)
    expect(await totaal(delft, 'wachtregistraties', dag)).toBe(27)
    expect(await perProduct(delft, 'wachtenden', dag)).toEqual({
      bt_basis: 2,
      bt_plus: 4,
      bw_basis: 13,
      bw_plus: 8,
    })
  })

  it('de anderen verblijven: 70, 27, 73, 23 en 9, samen 202', async () => {
    expect(await totaal(delft, 'verblijvenden', op)).toBe(202)
    expect(await perProduct(delft, 'verblijvenden', op)).toEqual({
      bt_basis: 70,
      bt_plus: 27,
      bw_basis: 73,
      bw_plus: 23,
      oude_indicatie: 9,
    })
  })

  it('klaar om te vertrekken: 52 en 4 kunnen naar beschermd thuis, samen 56', async () => {
    expect(await perProduct(delft, 'klaar_om_te_vertrekken', op)).toEqual({ bw_basis: 52, bw_plus: 4 })
    expect((await tel(delft, 'klaar_om_te_vertrekken', op, 'reden')).per).toEqual({ wacht_op_bt: 56 })
  })

  it('plekken: 17 gezinnen, 34 short stay, 12 en 12 sociaal pension, 15 housing first en 10 flexwoningen', async () => {
    expect(await perProduct(delft, 'plekken', vandaag)).toMatchObject({
      gezinsopvang: 17,
      short_stay: 34,
      sociaal_pension: 12 + 12,
      housing_first: 15,
      flexwoning: 10,
    })
  })
})

describe('daklozenloket DWO 2020 uit het register van indicatoren (regiovisie DWO §4.2)', () => {
  const jaar = { van: '2020-01-01', totEnMet: '2020-12-31' }

  it('klantcontacten: 2.294, naar gemeente 1.379, 7, 72 en 232, van elders 595', async () => {
    expect(await tel(delft, 'klantcontacten', jaar, 'gemeente')).toMatchObject({
      per: { GM0503: 173 + 1206, GM1842: 7, GM1926: 11 + 61, GM1783: 20 + 212, elders: 70 + 525, null: 9 },
    })
    expect(await totaal(delft, 'klantcontacten', jaar)).toBe(2294)
  })

  it('klantcontacten naar leeftijd: 274, 2.011 en 9 onbekend', async () => {
    const { per } = await tel(delft, 'klantcontacten', jaar, 'leeftijdsklasse')
    expect(per).toEqual({ onder_23: 274, vanaf_23: 2011, onbekend: 9 })
  })

  it('214 gesprekken met 76 gezinnen', async () => {
    expect(await totaal(delft, 'gezinsgesprekken', jaar)).toBe(214)
    expect(await totaal(delft, 'gezinnen_in_gesprek', jaar)).toBe(76)
  })

  it('postadres en opvang: 245 keer geen toestemming, 179 keer wel, waarvan 24 niet toegedeeld', async () => {
    expect(await totaal(delft, 'adrestoestemming_niet_gegeven', jaar)).toBe(245)
    expect(await totaal(delft, 'adrestoestemming_gegeven', jaar)).toBe(179)
    expect(await totaal(delft, 'adrestoestemming_niet_toegedeeld', jaar)).toBe(24)
    const { per } = await tel(delft, 'adrestoestemming_gegeven', jaar, 'gemeente')
    expect(per).toEqual({ GM0503: 17 + 103, GM1842: 1, GM1926: 4 + 10, GM1783: 20, null: 24 })
    const naarLeeftijd = await tel(delft, 'adrestoestemming_gegeven', jaar, 'leeftijdsklasse')
    expect(naarLeeftijd.per).toEqual({ onder_23: 17 + 4, vanaf_23: 103 + 1 + 10 + 20, onbekend: 24 })
  })

  it.each([
    ['klantcontacten', 2294],
    ['gezinsgesprekken', 214],
    ['gezinnen_in_gesprek', 76],
    ['adrestoestemming_gegeven', 179],
    ['adrestoestemming_niet_gegeven', 245],
    ['adrestoestemming_niet_toegedeeld', 24],
  ])('%s: alles staat op 31 december, en de dagen ernaast zijn leeg', async (id, aantal) => {
    expect(await totaal(delft, id, '2020-12-30')).toBe(0)
    expect(await totaal(delft, id, '2020-12-31')).toBe(aantal)
    expect(await totaal(delft, id, '2021-01-01')).toBe(0)
  })
})

describe('MVS uit het register van indicatoren (regiovisie MVS §4 tot en met §6, woonzorgvisie §3.2.2)', () => {
  it('mensen met een toekenning voor beschermd wonen in juli 2023: 13, 33 en 67, samen 113', async () => {
    const { per } = await tel(waterweg, 'mensen_met_toekenning', '2023-07-01', 'gemeente')
    expect(per).toEqual({ GM0556: 13, GM0622: 33, GM0606: 67 })
    expect(await totaal(waterweg, 'mensen_met_toekenning', '2023-07-01')).toBe(113)
  })

  it('en 118 uit de tekst staat ernaast bij dezelfde indicator', async () => {
    const { rows } = await database.login.query(
      'select waarde::int from onderdak.bronwaarde where regio_id = $1 and indicator = $2 order by 1',
      [waterweg.regioId, 'mensen_met_toekenning'],
    )
    expect(rows.map(({ waarde }) => waarde)).toEqual([113, 118])
  })

  it('plekken: 28 en 2 in de opvang, 10, 3, 10, 10, 5 en 8 voor gezinnen, 2 nood, 10 en 10 voor vrouwenopvang', async () => {
    const per = await perProduct(waterweg, 'plekken', '2022-01-10')
    expect(per).toMatchObject({
      crisisopvang_mo: 28 + 2,
      gezinsopvang: 10 + 3 + 10 + 10 + 5 + 8,
      noodplek_vo: 2,
      opvang_hg: 10,
      crisisopvang_vo: 10,
    })
  })
})

// In the demo nobody begins or ends on the day of a source, so that a day too early or too late would not show above. Here
// everybody does: all begin on that day and have left the next. It changes the facts and stands last.
describe('wie precies op de dag van de bron begint en de dag erna weg is, telt alleen die dag', () => {
  const op = '2021-04-01'
  const zet = (feit: string, begin: string, einde: string) =>
    database.login.query(
      `update onderdak.feit_${feit} set ${begin} = $2, ${einde} = $3 where regio_id = $1 and bekend_tot = 'infinity' and ${begin} <= $2 and coalesce(${einde}, 'infinity') > $2`,
      [delft.regioId, op, addDays(op, 1)],
    )
  const rond = async (id: string) => [
    await totaal(delft, id, addDays(op, -1)),
    await totaal(delft, id, op),
    await totaal(delft, id, addDays(op, 1)),
  ]

  it.each([
    ['mensen_met_toekenning', 229, 'beschikking', 'geldig_van', 'geldig_tot'],
    ['lopende_toekenningen', 229, 'beschikking', 'geldig_van', 'geldig_tot'],
    ['toekenning_naar_woonplaats', 229, 'beschikking', 'geldig_van', 'geldig_tot'],
    ['wachtenden', 27, 'wacht', 'besloten_op', 'tot'],
    ['wachtregistraties', 27, 'wacht', 'besloten_op', 'tot'],
    ['verblijvenden', 202, 'verblijf', 'van', 'tot'],
    ['klaar_om_te_vertrekken', 56, 'verblijf', 'van', 'tot'],
  ])('%s: %i', async (id, aantal, feit, begin, einde) => {
    await zet(feit, begin, einde)
    expect(await rond(id)).toEqual([0, aantal, 0])
  })

  it('klaar om te vertrekken is wie het op de dag zelf werd', async () => {
    await database.login.query(
      'update onderdak.feit_verblijf set van = $2, tot = null, uitstroomgereed_op = $3 where regio_id = $1 and uitstroomgereed_op is not null',
      [delft.regioId, addDays(op, -1), op],
    )
    expect(await rond('klaar_om_te_vertrekken')).toEqual([0, 56, 56])
  })

  it('34 plekken short stay en 15 housing first', async () => {
    await zet('plek', 'van', 'tot')
    expect(await perProduct(delft, 'plekken', op)).toMatchObject({ short_stay: 34, housing_first: 15 })
    for (const dag of [addDays(op, -1), addDays(op, 1)]) {
      const per = await perProduct(delft, 'plekken', dag)
      expect([dag, per.short_stay, per.housing_first]).toEqual([dag, undefined, undefined])
    }
  })
})
