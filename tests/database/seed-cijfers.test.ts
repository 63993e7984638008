import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  contacten,
  gezinnen,
  leeftijdOnbekend,
  loadLoket,
  loketjaar,
  toestemming,
} from '../../seed/dwo/loket.ts'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadStand, productStand, woonplaatsStand } from '../../seed/dwo/stand.ts'
import { type LoadedRegio, loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { bwPeildatum, bwStand } from '../../seed/mvs/verloop/beschermd-wonen.ts'
import { loadVerloop } from '../../seed/mvs/verloop/verloop.ts'
import { listBeschikkingen } from '../../src/modules/beschikking/server/queries.ts'
import {
  countAdrestoestemmingen,
  countKlantcontacten,
} from '../../src/modules/melding/server/tellingen-queries.ts'
import { getTellingen } from '../../src/modules/wachtlijst/server/tellingen.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../given/platform.ts'

// Every figure of the sources that the demo regions claim to reproduce, asked from the running system as someone of the
// desk, with row-level security. A cell that differs shows in the table that is compared.

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
  // The day on which Rogplus took over and the stock came in, and half a year of reports after it.
  await loadVerloop(platform, waterweg, { van: '2022-01-03', totEnMet: '2022-01-20' })
}, 900_000)

/** A user of an organisation: sees what betrokkenheid lets through. */
const als = (regio: LoadedRegio, organisatie: string): Vrager => ({
  ...regio.als(organisatie),
  isSysteem: false,
})
const ask = <T>(vrager: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, vrager, run)

const naamVan = (code: keyof typeof productStand) => dwo.producten[code]!.naam

describe('DWO per 1-4-2021, regiovisie §4.1', () => {
  it('telt 229 geldige beschikkingen, per product als in de bron', async () => {
    const perProduct: Record<string, number> = {}
    let count = 0
    for (let pagina = 1; pagina <= 2; pagina++) {
      const list = await ask(als(delft, 'delft_support'), (work) =>
        listBeschikkingen(work, { pagina, aantalPerPagina: 200, status: 'beschikt', sorteer: 'nummer' }),
      )
      count = list.count
      for (const row of list.results)
        perProduct[String(row.productNaam)] = (perProduct[String(row.productNaam)] ?? 0) + 1
    }
    expect(perProduct).toEqual({
      [naamVan('bt_basis')]: 72,
      [naamVan('bt_plus')]: 31,
      [naamVan('bw_basis')]: 86,
      [naamVan('bw_plus')]: 31,
      [naamVan('oude_indicatie')]: 9,
    })
    expect(count).toBe(229)
  })

  it('heeft per product 2, 4, 13 en 8 mensen op de wachtlijst, samen 27', async () => {
    const { regels, totaal } = await ask(als(delft, 'delft_support'), (work) =>
      getTellingen(work, { extern: false }),
    )
    const perProduct: Record<string, number> = {}
    for (const regel of regels)
      perProduct[String(regel.product)] = (perProduct[String(regel.product)] ?? 0) + regel.dossiers!
    expect(perProduct).toEqual({
      [naamVan('bt_basis')]: 2,
      [naamVan('bt_plus')]: 4,
      [naamVan('bw_basis')]: 13,
      [naamVan('bw_plus')]: 8,
    })
    expect(totaal.dossiers).toBe(27)
  })

  it('kent 52 en 4 cliënten die van beschermd wonen naar beschermd thuis kunnen; de anderen verblijven', async () => {
    const { rows } = await ask(als(delft, 'delft_support'), (work) =>
      sql`select p.code, count(*)::int as verblijft, (count(*) filter (where v.uitstroom_wacht_op = 'wacht_op_bt'))::int as "naarBt"
        from verblijf v join product p on p.id = v.product_id where v.geeindigd_op is null group by 1 order by 1`.execute(
        work.db,
      ),
    )
    expect(rows).toEqual(
      (Object.keys(productStand) as (keyof typeof productStand)[]).sort().map((code) => ({
        code,
        verblijft: productStand[code].totaal - productStand[code].wachtlijst,
        naarBt: productStand[code].naarBt,
      })),
    )
  })

  it('verdeelt de cliënten over woonplaats en soort als in de bron', async () => {
    const { rows } = await ask(als(delft, 'delft_support'), (work) =>
      sql`select case when s.woonplaats_buiten_regio then null else s.woonplaats_gemeente end as gemeente,
          (count(*) filter (where p.domein = 'BW' and p.code <> 'oude_indicatie'))::int as bw, (count(*) filter (where p.domein = 'BT'))::int as bt,
          (count(*) filter (where p.code = 'oude_indicatie'))::int as wlz
        from beschikking b join persoon s on s.id = b.persoon_id join product p on p.id = b.product_id
        where b.status = 'beschikt' group by 1 order by 1 nulls last`.execute(work.db),
    )
    const bron = [...woonplaatsStand].sort((a, b) => ((a.gemeente ?? 'Z') < (b.gemeente ?? 'Z') ? -1 : 1))
    expect(rows).toEqual(bron)
  })
})

describe('daklozenloket DWO 2020, regiovisie §4.2', () => {
  it('telt 2294 klantcontacten per gemeente en leeftijd, 214 gesprekken en 76 gezinnen', async () => {
    const tabel = await ask(als(delft, 'daklozenloket'), (work) => countKlantcontacten(work, loketjaar))
    const rij = (klasse: 'onder_23' | 'vanaf_23') => {
      const { elders, ...perGemeente } = contacten[klasse]
      return { klasse, perGemeente, vanElders: elders, leeftijdOnbekend: 0 }
    }
    expect(tabel.rijen).toMatchObject([
      { ...rij('onder_23'), totaal: 274 },
      { ...rij('vanaf_23'), totaal: 2011 },
      {
        klasse: 'totaal',
        perGemeente: { GM0503: 1379, GM1842: 7, GM1926: 72, GM1783: 232 },
        vanElders: 595,
        leeftijdOnbekend,
        totaal: 2294,
      },
    ])
    expect([tabel.gezinsgesprekken, tabel.uniekeGezinnen]).toEqual([gezinnen.gesprekken, gezinnen.uniek])
  })

  it('telt 245 keer geen en 179 keer wel toestemming, waarvan 24 niet toegedeeld', async () => {
    const tabel = await ask(als(delft, 'daklozenloket'), (work) => countAdrestoestemmingen(work, loketjaar))
    expect(tabel.rijen).toMatchObject([
      { toestemming: false, totaal: 245 },
      { toestemming: true, totaal: 179, nietToegedeeld: 24, perGemeente: toestemming.cellen },
    ])
  })
})

describe('MVS beschermd wonen, regiovisie §4', () => {
  it('telt in juli 2023 per gemeente 13, 33 en 67 geldige beschikkingen', async () => {
    const { rows } = await ask(als(waterweg, 'rogplus'), (work) =>
      sql<{ gemeente: string; aantal: number }>`select b.namens_gemeente as gemeente, count(*)::int as aantal
        from beschikking b where b.status = 'beschikt' and b.geldig_van <= ${bwPeildatum} and (b.geldig_tot is null or b.geldig_tot > ${bwPeildatum})
        group by 1`.execute(work.db),
    )
    expect(Object.fromEntries(rows.map((row) => [row.gemeente, row.aantal]))).toEqual(bwStand)
  })
})

describe('wat niet tot personen te herleiden is', () => {
  it('staat ernaast, met bron: ook het totaal van 118 dat niet optelt', async () => {
    const { rows } = await ask(als(waterweg, 'centraal_onthaal'), (work) =>
      sql`select rij, waarde::int from broncijfer where onderwerp = 'Beschermd wonen: indicaties' and regio_id = ${work.regioId} order by waarde`.execute(
        work.db,
      ),
    )
    expect(rows).toEqual([
      { rij: 'Maassluis', waarde: 13 },
      { rij: 'Vlaardingen', waarde: 33 },
      { rij: 'Schiedam', waarde: 67 },
      { rij: 'Totaal in de tekst', waarde: 118 },
    ])
  })

  it('laat tegenspraak tussen bronnen zien, met beide waarden', async () => {
    const { rows } = await database.login.query(
      'select onderwerp from onderdak.bronconflict where waarde_a <> waarde_b',
    )
    expect(rows.length).toBe(mvs.bronconflicten.length + dwo.bronconflicten.length)
  })

  it('kent alle voorzieningen van de bronnen', async () => {
    const { rows } = await database.login.query<{ code: string }>(
      "select code from onderdak.voorziening where code like 'F-%' order by code",
    )
    const codes = (regio: string, aantal: number) =>
      Array.from({ length: aantal }, (_, i) => `F-${regio}-${String(i + 1).padStart(2, '0')}`)
    expect(rows.map((row) => row.code)).toEqual([...codes('DWO', 10), ...codes('MVS', 25)])
  })

  it('kent elke organisatie van de bronnen, en de langste verblijven die zij noemen', async () => {
    const { rows } = await database.login.query<{ naam: string }>('select naam from onderdak.organisatie')
    const namen = rows.map((row) => row.naam).join('\n')
    for (const naam of bronorganisaties) expect(namen).toContain(naam)
    const { rows: regels } = await database.login.query(
      `select r.code as regio, p.code, g.maximum_aantal as aantal, g.maximum_eenheid as eenheid from onderdak.product_regel g
       join onderdak.product p on p.id = g.product_id join onderdak.regio r on r.id = p.regio_id order by 1, 2, g.van`,
    )
    expect(regels.map(({ regio, code, aantal, eenheid }) => `${regio} ${code} ${aantal} ${eenheid}`)).toEqual(
      [
        'DWO flexwoning 18 maanden',
        'DWO gezinsopvang 12 maanden',
        'DWO short_stay 18 maanden',
        'DWO sociaal_pension 24 maanden',
        'MVS crisisopvang_mo 17 weken',
        'MVS crisisopvang_mo 12 weken',
        'MVS crisisopvang_vo 12 weken',
        'MVS opvang_hg 9 maanden',
      ],
    )
  })

  it('kent de plekken per voorziening die de bronnen tellen', async () => {
    const { rows } = await database.login.query<{ code: string; plekken: number }>(
      `select v.code, count(p.id)::int as plekken from onderdak.voorziening v join onderdak.locatie l on l.voorziening_id = v.id
       join onderdak.plek p on p.locatie_id = l.id where v.code like 'F-%' and p.tijdelijk_reden is null group by 1 order by 1`,
    )
    expect(Object.fromEntries(rows.map((row) => [row.code, row.plekken]))).toEqual({
      'F-DWO-02': 17,
      'F-DWO-04': 34,
      'F-DWO-05': 24,
      'F-DWO-06': 15,
      'F-DWO-07': 10,
      'F-DWO-10': 202,
      'F-MVS-01': 30,
      'F-MVS-02': 10,
      'F-MVS-03': 3,
      'F-MVS-04': 10,
      'F-MVS-05': 10,
      'F-MVS-06': 5,
      'F-MVS-07': 8,
      'F-MVS-12': 2,
      'F-MVS-13': 10,
      'F-MVS-14': 10,
      'F-MVS-17': 10,
    })
  })

  it('kent de fasen, codes en toegangsroutes, met hun bron', async () => {
    const { rows } = await database.login.query<{ lijst: string; regio: string; codes: string }>(
      `select r.code as regio, k.lijst, string_agg(k.code, ' ' order by k.code) as codes from onderdak.keuze k join onderdak.regio r on r.id = k.regio_id
       where k.lijst in ('vo_code', 'toegangsroute') and k.bron like 'Regiovisie%' group by 1, 2 order by 1, 2`,
    )
    expect(rows.map((row) => `${row.regio} ${row.lijst}: ${row.codes}`)).toEqual([
      'DWO toegangsroute: daklozenloket gezinnen lokaal regionaal',
      'MVS toegangsroute: alleenstaanden beschermd_wonen een_toegang gezinnen huisvestingsvraag vrouwenopvang',
      'MVS vo_code: groen oranje rood',
    ])
    const { rows: fasen } = await database.login.query<{ domein: string; codes: string }>(
      `select f.domein, string_agg(f.code, ' ' order by f.volgorde) as codes from onderdak.fase f join onderdak.regio r on r.id = f.regio_id
       where r.code = 'MVS' and f.bron like 'Regiovisie%' group by 1 order by 1`,
    )
    expect(fasen.map((row) => `${row.domein}: ${row.codes}`)).toEqual([
      'BW: instroom doorstroom uitstroom',
      'MO: instroom verblijf uitstroom',
      'VO: aanmelding verblijf uitstroom',
    ])
  })
})

/** Executing organisations and providers that the policy documents name (seed of both regions). */
const bronorganisaties = [
  ...['Rogplus', 'Delft Support', 'Centraal Onthaal', 'Wijkteam Vlaardingen', 'Veilig Thuis'],
  ...['Daklozenloket', 'SUWR', 'ZorgSamen MVS', 'Mevis', 'Stroomopwaarts', 'Perspektief', 'DSW'],
  ...['Leger des Heils', 'CIZ', 'Kenniscentrum MVS', 'Jados', 'Pameijer', 'Timon', 'Stoed', 'Elckerlyc'],
  ...['Pret in Herstel', 'Zero & Sano', 'New Life Living', 'GGZ Delfland', 'ASVZ', 'Fokuswonen'],
  ...['Ipse de Bruggen', 'Middin', 'Philadelphia', 'Stichting Herman Frantsenhuizen', 'Maasdelta'],
  ...['Waterweg Wonen', 'Woonplus', 'Samenwerking', 'Hef Wonen', 'De Groene Luiken', 'De Hoofdzaak'],
]
