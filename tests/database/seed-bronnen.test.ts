import { beforeAll, describe, expect, it } from 'vitest'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'

// What the policy documents name that is not a count of people: organisations, places, limits, phases, ways in.

const database = useDatabase()

beforeAll(async () => {
  const platform = testPlatform(database)
  await loadRegio(platform, dwo)
  await loadRegio(platform, mvs)
})

describe('de regio’s volgens hun bronnen', () => {
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

  it('zet 118 en 113 indicaties voor beschermd wonen naast elkaar bij de indicator (MON-13)', async () => {
    const { rows } = await database.login.query(
      `select waarde::int, peildatum::text from onderdak.bronwaarde where onderwerp = 'Beschermd wonen: indicaties' order by waarde`,
    )
    expect(rows).toEqual([
      { waarde: 113, peildatum: '2023-07-01' },
      { waarde: 118, peildatum: '2023-07-01' },
    ])
  })

  it('kent de doelen voor plekken die de bronnen noemen (CAP-17)', async () => {
    const { rows } = await database.login.query(
      `select r.code as regio, p.code, s.aantal, s.uitgangspunt from onderdak.streefaantal s
       join onderdak.product p on p.id = s.product_id join onderdak.regio r on r.id = s.regio_id order by 1, 2`,
    )
    expect(
      rows.map((row) => `${row.regio} ${row.code} ${row.aantal} op ${row.uitgangspunt ?? 'niets'}`),
    ).toEqual([
      'DWO flexwoning 10 op niets',
      'DWO housing_first 15 op niets',
      'DWO short_stay 15 op 34',
      'MVS housing_first 10 op niets',
    ])
  })

  it('geeft een contact alleen een rol die bij zijn organisatie past', async () => {
    const { rows } = await database.login.query<{ soort: string; rol: string | null }>(
      `select distinct o.soort, r.rol_code as rol from onderdak.gebruiker g join onderdak.organisatie o on o.id = g.organisatie_id
       left join onderdak.gebruiker_rol r on r.gebruiker_id = g.id where g.gebruikersnaam like 'contact.%'`,
    )
    const rollen = new Map(rows.map(({ soort, rol }) => [soort, rol]))
    expect(rows).toHaveLength(rollen.size)
    expect(rollen.has('zorgkantoor'), 'wie niet meedoet heeft geen contact').toBe(false)
    expect(rollen.get('gemeente')).toBe('beleidsmedewerker')
    expect(
      rows.filter(({ soort, rol }) => rol === 'corporatie_medewerker' && soort !== 'corporatie'),
    ).toEqual([])
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
      'DWO vo_code: groen oranje rood',
      'MVS toegangsroute: alleenstaanden beschermd_wonen gezinnen huisvestingsvraag vrouwenopvang',
      'MVS vo_code: groen oranje rood',
    ])
    const { rows: woningtypen } = await database.login.query<{ code: string }>(
      `select k.code from onderdak.keuze k join onderdak.regio r on r.id = k.regio_id
       where k.lijst = 'woningtype' and r.code = 'MVS' and k.bron like '%Woonzorgvisie%' order by 1`,
    )
    expect(woningtypen.map((row) => row.code).join(' ')).toBe(
      'friends_woning hospita_verhuur logeerhuis moeder_kindhuis pauzewoning pre_mantelzorgwoning trainingshuis',
    )
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

  it('geeft alleen iemand van een woningcorporatie de rol van woningcorporatie', async () => {
    const { rows } = await database.login.query<{ soort: string; rol_code: string }>(
      `select distinct o.soort, gr.rol_code from onderdak.gebruiker_rol gr join onderdak.gebruiker g on g.id = gr.gebruiker_id
       join onderdak.organisatie o on o.id = g.organisatie_id where gr.rol_code = 'corporatie_medewerker' or o.soort in ('corporatie', 'zorgkantoor', 'overig')`,
    )
    expect(rows).toEqual([{ soort: 'corporatie', rol_code: 'corporatie_medewerker' }])
  })

  it('geeft elke aanbieder met plekken een account om mee in te loggen, dat een voorstel kan beantwoorden', async () => {
    const { rows } = await database.login.query<{ naam: string; accounts: string[] }>(
      `select o.naam, coalesce(array_agg(distinct g.gebruikersnaam) filter (where g.totp_geheim is not null), '{}') as accounts
       from onderdak.organisatie o
       left join (onderdak.gebruiker g join onderdak.gebruiker_rol gr on gr.gebruiker_id = g.id
         join onderdak.rol_permissie rp on rp.rol_code = gr.rol_code and rp.permissie = 'voorstel.beantwoorden') on g.organisatie_id = o.id
       where exists (select 1 from onderdak.voorziening v join onderdak.locatie l on l.voorziening_id = v.id
         join onderdak.plek p on p.locatie_id = l.id where v.organisatie_id = o.id) group by o.id, o.naam`,
    )
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => row.accounts.length === 0)).toEqual([])
    expect(rows.find((row) => row.naam.startsWith('Gezinsopvang'))?.accounts).toEqual([
      'planner.gezinsopvang',
    ])
  })

  it('laat beide cijfers zien waar een bron zichzelf tegenspreekt over geld, jaren en namen', async () => {
    const { rows } = await database.login.query<{ tekst: string }>(
      `select onderwerp || ': ' || waarde_a || ' / ' || waarde_b as tekst from onderdak.bronconflict`,
    )
    expect(rows.map((row) => row.tekst)).toEqual(
      expect.arrayContaining([
        'BW-middelen 2024: projecten regiovisie: 5.300.000 euro / 5,8 miljoen euro',
        'Opbouw van het lokale budget: In 8 jaar; 2023–2030 / 2023 tot en met 2032',
        'Afspraken in de Norm van Opdrachtgeverschap: Zeven punten / Acht afspraken',
      ]),
    )
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
