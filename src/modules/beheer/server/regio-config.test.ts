import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import {
  accepted,
  systemVrager,
  type TestPlatform,
  testPlatform,
  workAs,
} from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { RegioConfigFile } from '../domain/regio-config.ts'
import { fase, mandaat, termijn } from '../domain/soorten.ts'
import { createRegio } from './create-regio.ts'
import { changeGedateerd } from './dated-commands.ts'
import { loadRijen } from './dated-store.ts'
import { findInstelling, findMandaat, findProduct, getTermijn, latestEndOf } from './lookup.ts'
import { exportRegioConfig, importRegioConfig } from './regio-config.ts'

const database = useDatabase()
let platform: TestPlatform
beforeAll(() => {
  platform = testPlatform(database)
})

async function givenLegeRegio(code: string): Promise<Vrager> {
  const vrager = systemVrager(platform.newId())
  accepted(
    await workAs(platform, vrager, (work) =>
      createRegio(work, {
        code,
        naam: `Regio ${code}`,
        isDemo: true,
        gemeenten: [{ code: 'GM0222', naam: 'Doetinchem', isCentrumgemeente: true }],
        van: '2024-01-01',
      }),
    ),
  )
  return vrager
}

const van = '2024-01-01'
/** A made-up region that differs from MVS and DWO in every respect that a region may choose. */
const derdeRegio: RegioConfigFile = {
  versie: 1,
  regio: { code: 'DRD', naam: 'Derde regio' },
  gemeenten: [
    { sleutel: { gemeenteCode: 'GM0222' }, waarde: { isCentrumgemeente: true, inwoners: 59_000 }, van },
    { sleutel: { gemeenteCode: 'GM1509' }, waarde: { isCentrumgemeente: false }, van },
  ],
  organisaties: [
    {
      naam: 'Loket Derde regio',
      soort: 'toegang',
      taken: ['regionale_toegang', 'wachtlijst', 'beschikken'],
      van,
    },
    { naam: 'Opvang De Linde', soort: 'aanbieder', taken: ['aanbieden'], van },
  ],
  mandaten: [
    {
      sleutel: { gemeenteCode: 'GM1509', domein: 'BW' },
      waarde: { organisatie: 'Loket Derde regio', grondslag: 'Mandaatregeling Derde regio' },
      van,
    },
  ],
  producten: [
    {
      code: 'LOG',
      naam: 'Logeerplek',
      domein: 'MO',
      nachtregistratie: true,
      gezinnen: 'nee',
      toegang: 'direct',
      van,
      regels: [
        { waarde: { maximumAantal: 10, maximumEenheid: 'dagen', waarschuwDagen: 3 }, van, tot: '2026-07-01' },
        { waarde: { maximumAantal: 3, maximumEenheid: 'weken', waarschuwDagen: 5 }, van: '2026-07-01' },
      ],
    },
  ],
  fasen: ['Aankomen', 'Herstellen', 'Oefenen', 'Vertrekken'].map((naam, i) => ({
    sleutel: { domein: 'BW' as const, code: naam.toLowerCase() },
    waarde: { volgorde: i + 1, naam },
    van,
  })),
  termijnen: [
    ['onderzoek', 5, 'weken'],
    ['triage', 2, 'werkdagen'],
    ['voorstel_antwoord', 4, 'uren'],
  ].map(([code, aantal, eenheid]) => ({
    sleutel: { code: code as string },
    waarde: {
      naam: `Termijn ${code}`,
      aantal: aantal as number,
      eenheid: eenheid as 'uren',
      wettelijk: code === 'onderzoek',
    },
    van,
  })),
  instellingen: [
    {
      sleutel: { code: 'tweede_weigering' },
      waarde: { naam: 'Tweede weigering', waarde: 'van_de_lijst', soort: 'tekst' },
      van,
    },
  ],
  prioriteitsregels: [
    {
      sleutel: { domein: 'MO', soort: 'trede', volgorde: 1 },
      waarde: {
        voorwaarde: 'jonger_dan_23',
        naam: 'Jongeren eerst',
        uitleg: 'de persoon is jonger dan 23 jaar',
      },
      van,
    },
  ],
}

describe('een derde regio zonder code', () => {
  it('houdt de termijnen en instellingen die het bestand niet noemt: Onderdak kan niet zonder', async () => {
    const drd = await givenLegeRegio('DRH')
    const file = { ...derdeRegio, regio: { code: 'DRH', naam: 'Derde regio' } }
    accepted(await workAs(platform, drd, (work) => importRegioConfig(work, file)))
    await workAs(platform, drd, async (work) => {
      expect((await getTermijn(work, 'onderzoek')).aantal).toBe(5)
      expect((await getTermijn(work, 'overdracht_antwoord')).aantal).toBe(10)
      expect(await findInstelling(work, 'kleine_cel')).toBe('8')
    })
  })

  it('weigert een termijn in uren die in dagen telt, en een waarde waarmee niet is te rekenen', async () => {
    const drd = await givenLegeRegio('DRU')
    const regio = { code: 'DRU', naam: 'Derde regio' }
    const read = (file: object) =>
      workAs(platform, drd, (work) => importRegioConfig(work, { versie: 1, regio, ...file }))
    const triage = { naam: 'Triage', aantal: 4, eenheid: 'uren', wettelijk: false, bron: null }
    expect(await read({ termijnen: [{ sleutel: { code: 'triage' }, waarde: triage, van }] })).toMatchObject({
      code: 'eenheid_past_niet',
      message: 'termijn triage: Deze termijn telt in dagen. Kies werkdagen, dagen, weken of maanden.',
    })
    const cel = { naam: 'Kleinste aantal', waarde: '0', soort: 'getal', bron: null }
    expect(
      await read({ instellingen: [{ sleutel: { code: 'kleine_cel' }, waarde: cel, van }] }),
    ).toMatchObject({
      code: 'waarde_past_niet',
    })
  })

  it('heeft eigen producten, fasen, termijnen en een eigen regel voor de tweede weigering', async () => {
    const drd = await givenLegeRegio('DRD')
    accepted(await workAs(platform, drd, (work) => importRegioConfig(work, derdeRegio)))
    await workAs(platform, drd, async (work) => {
      expect(await getTermijn(work, 'onderzoek')).toMatchObject({
        aantal: 5,
        eenheid: 'weken',
        wettelijk: true,
      })
      expect(await getTermijn(work, 'voorstel_antwoord')).toMatchObject({ aantal: 4, eenheid: 'uren' })
      expect(await findInstelling(work, 'tweede_weigering')).toBe('van_de_lijst')
      const { id } = await work.db
        .selectFrom('product')
        .select('id')
        .where('regio_id', '=', drd.regioId)
        .executeTakeFirstOrThrow()
      const product = (await findProduct(work, id))!
      expect(latestEndOf(product, '2026-03-02')).toBe('2026-03-12')
      expect(latestEndOf((await findProduct(work, id, '2026-07-01'))!, '2026-07-01')).toBe('2026-07-22')
      const fasen = await loadRijen(work, fase)
      expect(
        fasen.sort((a, b) => a.waarde.volgorde - b.waarde.volgorde).map((rij) => rij.waarde.naam),
      ).toEqual(['Aankomen', 'Herstellen', 'Oefenen', 'Vertrekken'])
      const [regel] = await loadRijen(work, mandaat)
      const asked = { organisatieId: regel!.waarde.organisatieId, gemeenteCode: 'GM1509', domein: 'BT' }
      expect(await findMandaat(work, asked)).toMatchObject({ grondslag: 'Mandaatregeling Derde regio' })
    })
    const { rows } = await database.login.query('select count(*)::int as n from onderdak.gemeente')
    expect(rows).toEqual([{ n: 342 }])
  })

  it('nog een keer inlezen wijzigt niets, en wat eruit komt kan er weer in', async () => {
    const vrager = await givenLegeRegio('DR2')
    const file = { ...derdeRegio, regio: { code: 'DR2', naam: 'Nog een regio' } }
    const read = (input: unknown) => workAs(platform, vrager, (work) => importRegioConfig(work, input))
    expect(accepted(await read(file)).gewijzigd).toBeGreaterThan(5)
    expect(accepted(await read(file))).toEqual({ gewijzigd: 0 })
    const exported = await workAs(platform, vrager, exportRegioConfig)
    const text = JSON.stringify(exported)
    expect(accepted(await read(JSON.parse(text)))).toEqual({ gewijzigd: 0 })
    expect(JSON.stringify(await workAs(platform, vrager, exportRegioConfig))).toBe(text)
    // Ids stay inside: the file fits in any region.
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('houdt wat op het scherm is gewijzigd in het uitgelezen bestand, met geschiedenis', async () => {
    const regio = await givenRegio(platform, 'SCH')
    const beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
    accepted(
      await workAs(platform, beheerder, (work) =>
        changeGedateerd(work, termijn, {
          sleutel: { code: 'triage' },
          waarde: { naam: 'Triage', aantal: 2, eenheid: 'werkdagen', wettelijk: false, bron: null },
          vanaf: '2026-05-01',
          versie: 1,
        }),
      ),
    )
    const { termijnen } = await workAs(platform, regio.systeem, exportRegioConfig)
    expect(
      termijnen!
        .filter((rij) => rij.sleutel.code === 'triage')
        .map((rij) => [rij.van, rij.tot, rij.waarde.aantal]),
    ).toEqual([
      ['2020-01-01', '2026-05-01', 1],
      ['2026-05-01', null, 2],
    ])
  })

  it('een fout in het bestand verandert niets en elke fout wordt genoemd', async () => {
    const vrager = await givenLegeRegio('DR3')
    const file = {
      ...derdeRegio,
      regio: { code: 'DR3', naam: 'Fout' },
      mandaten: [{ ...derdeRegio.mandaten![0]!, waarde: { organisatie: 'Bestaat niet', grondslag: 'x' } }],
    }
    expect(await workAs(platform, vrager, (work) => importRegioConfig(work, file))).toMatchObject({
      code: 'organisatie_onbekend',
      faults: [{ field: 'mandaten.0.waarde.organisatie' }],
    })
    expect(
      await workAs(platform, vrager, (work) => importRegioConfig(work, { ...file, versie: 2, fasen: 'x' })),
    ).toMatchObject({
      code: 'config_onjuist',
      faults: [{ field: 'versie' }, { field: 'fasen' }],
    })
    expect(await workAs(platform, vrager, (work) => importRegioConfig(work, derdeRegio))).toMatchObject({
      code: 'andere_regio',
    })
    await workAs(platform, vrager, async (work) => {
      expect((await getTermijn(work, 'onderzoek')).aantal).toBe(6)
    })
  })
})
