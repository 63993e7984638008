import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { rollen } from '../../beheer/domain/rollen.ts'
import { registerProduct } from '../../beheer/server/commands.ts'
import type { Soort } from '../domain/kolommen.ts'
import { checkBestand, loadBestand } from './commands.ts'
import { findInleesbestanden, getInleesbestandById } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let planner: Vrager
let beheerder: Vrager

const bestand = (soort: Soort, csv: string | Buffer, naam = 'proef.csv') => ({
  soort,
  bestandsnaam: naam,
  bron: 'Eigen administratie',
  peildatum: '2026-03-01',
  inhoud: Buffer.from(csv).toString('base64'),
})

const check = (vrager: Vrager, soort: Soort, csv: string | Buffer) =>
  workAs(platform, vrager, (work) => checkBestand(work, bestand(soort, csv)))
const load = (vrager: Vrager, id: string) => workAs(platform, vrager, (work) => loadBestand(work, { id }))
const telling = async (tabel: string) =>
  (await database.login.query(`select count(*)::int as n from onderdak.${tabel}`)).rows[0].n as number

const plekken = `Voorziening;Locatie;Plek;Product;Vanaf;Gemeente
Beschermd wonen Noord;Huis Noord;Kamer 1;bw;1-1-2025;Vlaardingen
Beschermd wonen Noord;Huis Noord;Kamer 2;bw;1-1-2025;Vlaardingen
Beschermd wonen Noord;Huis Noord;Kamer 3;bw;1-1-2025;Vlaardingen
Beschermd wonen Noord;Huis Noord;Woning 4;bw;1-1-2025;Vlaardingen`

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  planner = await regio.als('aanbieder', 'aanbieder_planner')
  beheerder = await regio.als('loket', 'wachtlijstbeheerder')
  accepted(
    await workAs(platform, regio.systeem, (work) =>
      registerProduct(work, {
        code: 'bw',
        naam: 'Beschermd wonen',
        domein: 'BW',
        toegang: 'direct',
        van: '2020-01-01',
      }),
    ),
  )
  const { id, fouten } = accepted(await check(planner, 'plekken', plekken))
  expect(fouten).toEqual([])
  accepted(await load(planner, id))
})

describe('een bestand met plekken', () => {
  it('maakt voorziening, locatie en plekken, met bron en peildatum', async () => {
    const { rows } = await database.login.query(
      `select p.naam, p.bron, v.naam as voorziening, v.organisatie_id from onderdak.plek p join onderdak.locatie l on l.id = p.locatie_id join onderdak.voorziening v on v.id = l.voorziening_id order by p.naam`,
    )
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatchObject({
      naam: 'Kamer 1',
      voorziening: 'Beschermd wonen Noord',
      organisatie_id: regio.organisaties.aanbieder,
      bron: 'Eigen administratie, stand 2026-03-01',
    })
  })

  it('kan maar één keer worden ingelezen, en zegt wanneer dat was', async () => {
    expect(await check(planner, 'plekken', plekken)).toMatchObject({
      code: 'al_ingelezen',
      message: expect.stringContaining('2 maart 2026'),
    })
  })
})

describe('een bestand met fouten', () => {
  const goed = 'Demo-Linde;Sam;3-5-1990;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026'
  const kop = 'Achternaam;Roepnaam;Geboortedatum;Geslacht;BSN;Gemeente;Locatie;Plek;Begonnen op'
  const fout = [
    kop,
    goed, // 2
    'Demo-JosÃ©;Alex;3-5-1991;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026', // 3 encoding
    'Demo-Beuk,Robin,4-5-1991,man,,Schiedam,Huis Noord,Kamer 2,1-2-2026', // 4 separator
    'Demo-Eik;Jip;31-2-1985;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026', // 5 day does not exist
    'Demo-Wilg;Noa;4-5-1985;man;;Schiedam;Huis Noord;Kamer 2;1-2-26', // 6 two-digit year
    'Demo-Iep;Kim;4-5-1986;vrouw;123456789;Schiedam;Huis Noord;Kamer 2;1-2-2026', // 7 BSN
    'Demo-Spar;Tim;4-5-1987;man;;Vlaardinge;Huis Noord;Kamer 2;1-2-2026', // 8 gemeente
    'Demo-Den;Ivo;4-5-1988;man;;Schiedam;Huis Zuid;Kamer 2;1-2-2026', // 9 unknown locatie
    'Demo-Es;Ilse;4-5-1989;vrouw;;Schiedam;Huis Noord;Kamer 1;1-2-2026', // 10 overlaps with row 2
    goed, // 11 the same row again
    ';Tess;4-5-1983;vrouw;;Schiedam;Huis Noord;Kamer 2;1-2-2026', // 12 required cell is empty
  ].join('\n')

  it('geeft voor elke fout één regel, met rij, kolom en wat te doen', async () => {
    const { fouten } = accepted(await check(planner, 'verblijven', Buffer.from(fout)))
    expect(fouten.map(({ rij, kolom, melding }) => [rij, kolom, melding.split(/[.:]/)[0]])).toEqual([
      [3, 'Achternaam', 'Hier staan vreemde tekens'],
      [4, '', 'Deze rij heeft een ander scheidingsteken dan de kopregel'],
      [5, 'Geboortedatum', 'Deze dag bestaat niet'],
      [6, 'Begonnen op', 'Het jaar heeft twee cijfers'],
      [7, 'BSN', 'Dit is geen geldig burgerservicenummer'],
      [8, 'Gemeente', 'Deze gemeente kennen wij niet'],
      [9, 'Locatie', 'Deze locatie kennen wij niet bij uw organisatie'],
      [10, 'Plek', 'Kamer 1 is op 1 februari 2026 bezet'],
      [11, 'Achternaam', 'Deze rij staat al in het bestand, op rij 2'],
      [12, 'Achternaam', 'Deze cel is leeg'],
    ])
  })

  it('schrijft niets en herhaalt geen waarde van een persoon, ook niet in de database', async () => {
    const voor = await telling('persoon')
    const { id, fouten } = accepted(await check(planner, 'verblijven', Buffer.from(`${fout}\n`)))
    expect(await telling('persoon')).toBe(voor)
    expect(await telling('verblijf')).toBe(0)
    expect(JSON.stringify(fouten)).not.toMatch(/123456789|Demo-Iep/)
    const { rows } = await database.login.query('select * from onderdak.inleesbestand where id = $1', [id])
    expect(rows[0]).toMatchObject({ status: 'afgekeurd', inhoud_versleuteld: null })
    expect(JSON.stringify(rows[0].fouten)).not.toMatch(/123456789|Demo-|Vlaardinge/)
    expect(await load(planner, id)).toMatchObject({ code: 'bestand_afgekeurd' })
  })

  it('wordt na verbetering helemaal ingelezen, en daarna niet nog eens', async () => {
    const goedBestand = [
      kop,
      goed,
      'Demo-José;Alex;3-5-1991;man;;Schiedam;Huis Noord;Kamer 2;1-2-2026',
      'Demo-Eik;Jip;28-2-1985;man;999900018;onbekend;Huis Noord;Kamer 3;01-02-2026',
    ].join('\n')
    const { id, fouten } = accepted(await check(planner, 'verblijven', goedBestand))
    expect(fouten).toEqual([])
    expect(await telling('verblijf')).toBe(0)
    accepted(await load(planner, id))
    expect(await telling('verblijf')).toBe(3)
    const file = accepted(
      await workAs(platform, planner, (work) => getInleesbestandById(work, { reeks: 'keten', id: id })),
    )
    expect(file).toMatchObject({
      status: 'ingelezen',
      kanInlezen: false,
      bron: 'Eigen administratie',
      peildatum: '2026-03-01',
      samenvatting: '3 verblijven en 3 nieuwe dossiers',
    })
    expect(await load(planner, id)).toMatchObject({ code: 'al_ingelezen' })
    expect(await check(planner, 'verblijven', goedBestand)).toMatchObject({ code: 'al_ingelezen' })
  })

  it('ziet iemand die er al is, en vraagt bij twijfel wat u bedoelt', async () => {
    const rij = (achternaam: string, dossier: string) =>
      `Achternaam;Roepnaam;Geboortedatum;Gemeente;Locatie;Plek;Begonnen op;Dossier\n${achternaam};Sam;3-5-1990;Schiedam;Huis Noord;Woning 4;1-2-2026;${dossier}`
    const zelfde = accepted(await check(planner, 'verblijven', rij('Demo-Linde', '')))
    expect(zelfde.fouten[0]).toMatchObject({
      kolom: 'Begonnen op',
      melding: expect.stringContaining('verblijft'),
    })
    const twijfel = accepted(await check(planner, 'verblijven', rij('Demo-Linden', '')))
    expect(twijfel.fouten[0]).toMatchObject({ kolom: 'Dossier' })
    expect(accepted(await check(planner, 'verblijven', rij('Demo-Linden', 'nieuw'))).fouten).toEqual([])
  })
})

describe('alles of niets', () => {
  const wachtlijst = (n: number) =>
    ['Achternaam;Roepnaam;Geboortedatum;Gemeente;Product;Gemeld op;Besloten op']
      .concat(
        Array.from(
          { length: n },
          (_, i) =>
            `Demo-Varen${i};Kim;${(i % 27) + 1}-6-19${70 + (i % 20)};Vlaardingen;bw;1-1-2026;1-2-2026`,
        ),
      )
      .join('\n')

  it('laat na een fout halverwege niets achter', async () => {
    const { id, fouten } = accepted(await check(beheerder, 'wachtlijst', wachtlijst(8)))
    expect(fouten).toEqual([])
    const voor = [
      await telling('persoon'),
      await telling('wachtlijstplaatsing'),
      await telling('gebeurtenis'),
    ]
    await expect(
      workAs(platform, beheerder, async (work) => {
        accepted(await loadBestand(work, { id }))
        throw new Error('the process dies')
      }),
    ).rejects.toThrow('the process dies')
    expect([
      await telling('persoon'),
      await telling('wachtlijstplaatsing'),
      await telling('gebeurtenis'),
    ]).toEqual(voor)
    accepted(await load(beheerder, id))
    expect(await telling('wachtlijstplaatsing')).toBe(8)
  })

  it('leest hetzelfde bestand nooit twee keer in, ook niet door twee mensen tegelijk', async () => {
    const csv = wachtlijst(3).replaceAll('Varen', 'Distel').replaceAll('-6-19', '-7-19')
    const one = accepted(await check(beheerder, 'wachtlijst', csv))
    expect(one.fouten).toEqual([])
    const two = accepted(await check(beheerder, 'wachtlijst', csv))
    const results = await Promise.all([load(beheerder, one.id), load(beheerder, two.id)])
    expect(results.filter((result) => !isRejection(result))).toHaveLength(1)
    expect(results.find(isRejection)).toMatchObject({ rejected: true })
    expect(
      await telling(
        "wachtlijstplaatsing w join onderdak.persoon p on p.id = w.persoon_id where p.achternaam like 'Demo-Distel%'",
      ),
    ).toBe(3)
  })

  it('bewaart bij wie wacht de bron, de peildatum en hoe de bron telt (WL-09)', async () => {
    const csv = wachtlijst(1).replaceAll('Varen', 'Mos').replaceAll('-6-19', '-8-19')
    const nieuw = { ...bestand('wachtlijst', csv), telwijze: 'registraties' as const }
    const { id, fouten } = accepted(await workAs(platform, beheerder, (work) => checkBestand(work, nieuw)))
    expect(fouten).toEqual([])
    accepted(await load(beheerder, id))
    expect(
      accepted(
        await workAs(platform, beheerder, (work) => getInleesbestandById(work, { reeks: 'keten', id: id })),
      ),
    ).toMatchObject({
      telwijze: 'registraties',
    })
    const { rows } = await database.login.query(
      `select w.inleesbron, w.inleesdatum, w.inleestelwijze from onderdak.wachtlijstplaatsing w
       join onderdak.persoon p on p.id = w.persoon_id where p.achternaam like 'Demo-Mos%'`,
    )
    expect(rows).toEqual([
      { inleesbron: 'Eigen administratie', inleesdatum: '2026-03-01', inleestelwijze: 'registraties' },
    ])
  })

  it('laat een andere organisatie het bestand niet zien', async () => {
    const ander = await regio.als('andereAanbieder', 'aanbieder_planner')
    expect(
      await workAs(platform, ander, (work) =>
        findInleesbestanden(work, 'keten', { pagina: 1, aantalPerPagina: 25 }),
      ),
    ).toEqual({ count: 0, results: [] })
  })
})

describe('wie welke soort mag inlezen', () => {
  const partners =
    'Naam;Ook bekend als;Soort;Bron\n"Zorggroep Oost";"Oost Zorg\nZGO";Aanbieder;"Programma §1\nVisie §2"'

  it('een programmamanager leest partners in, met meer namen en bronnen in één cel', async () => {
    const manager = await regio.als('centrumgemeente', 'programmamanager')
    const { id, fouten } = accepted(await check(manager, 'partners', partners))
    expect(fouten).toEqual([])
    accepted(await load(manager, id))
    const { rows } = await database.login.query(
      'select naam, andere_namen, soort, bron from onderdak.partner',
    )
    expect(rows).toEqual([
      {
        naam: 'Zorggroep Oost',
        andere_namen: ['Oost Zorg', 'ZGO'],
        soort: 'aanbieder',
        bron: 'Programma §1; Visie §2',
      },
    ])
    const opnieuw = accepted(await check(manager, 'partners', 'Naam;Soort\nzgo;aanbieder'))
    expect(opnieuw.fouten).toEqual([
      expect.objectContaining({
        rij: 2,
        kolom: 'Naam',
        melding: expect.stringMatching(/^Deze partner is er al/),
      }),
    ])
  })

  it('een bestand met personen van de eigen organisatie is bij de partners niet te vinden', async () => {
    const manager = await regio.als('loket', 'programmamanager')
    const { id } = accepted(await check(beheerder, 'wachtlijst', 'Achternaam;Product\nx;bw'))
    const lijst = (reeks: 'keten' | 'partners') =>
      workAs(platform, manager, (work) =>
        findInleesbestanden(work, reeks, { pagina: 1, aantalPerPagina: 25 }),
      )
    expect((await lijst('keten')).results.map((een) => een.id)).toContain(id)
    expect(await lijst('partners')).toEqual({ count: 0, results: [] })
    expect(
      await workAs(platform, manager, (work) => getInleesbestandById(work, { reeks: 'partners', id })),
    ).toMatchObject({ status: 404 })
    // Which series someone reaches follows from the right on the route.
    const rechten = (rol: string) => rollen.find(({ code }) => code === rol)!.permissies
    expect(rechten('programmamanager')).not.toContain('inlezen.uitvoeren')
    expect(rechten('aanbieder_planner')).not.toContain('participatie.schrijven')
  })
})
