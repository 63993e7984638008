import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { criteria, gebruikerRol, keuze, mandaat, rolPermissie, termijn } from '../domain/soorten.ts'
import { keepBeheerder } from './beheerders.ts'
import { changeGedateerd, endGedateerd, withdrawGedateerd } from './dated-commands.ts'
import { loadRijen } from './dated-store.ts'
import { findMandaat, getTermijn, isKeuze } from './lookup.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beheerder: Vrager
let serial = 0

beforeAll(() => {
  platform = testPlatform(database)
})
// The clock stands still on 2 March 2026; each test gets a region of its own.
beforeEach(async () => {
  regio = await givenRegio(platform, `T${++serial}`)
  beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
})

const onderzoek = {
  naam: 'Onderzoek na een melding',
  eenheid: 'weken' as const,
  wettelijk: true,
  bron: 'Wmo 2015 art. 2.3.2 lid 1',
}
const changeOnderzoek = (
  input: { aantal: number; vanaf: string; versie: number; reden?: string },
  als = beheerder,
) =>
  workAs(platform, als, (work) =>
    changeGedateerd(work, termijn, {
      sleutel: { code: 'onderzoek' },
      waarde: { ...onderzoek, aantal: input.aantal },
      vanaf: input.vanaf,
      versie: input.versie,
      reden: input.reden,
    }),
  )

describe('een wijziging met een datum', () => {
  it('geldt vanaf die dag; ervoor geldt wat gold, en beide blijven te zien', async () => {
    expect(accepted(await changeOnderzoek({ aantal: 8, vanaf: '2026-04-01', versie: 1 }))).toEqual({
      versie: 2,
    })
    await workAs(platform, beheerder, async (work) => {
      expect((await getTermijn(work, 'onderzoek')).aantal).toBe(6)
      expect((await getTermijn(work, 'onderzoek', '2026-03-31')).aantal).toBe(6)
      expect((await getTermijn(work, 'onderzoek', '2026-04-01')).aantal).toBe(8)
      const rijen = await loadRijen(work, termijn, { code: 'onderzoek' })
      expect(rijen.map(({ van, tot }) => [van, tot])).toEqual([
        ['2020-01-01', '2026-04-01'],
        ['2026-04-01', null],
      ])
    })
  })

  it('wordt vastgelegd van wat naar wat', async () => {
    accepted(await changeOnderzoek({ aantal: 8, vanaf: '2026-04-01', versie: 1 }))
    const event = await workAs(platform, regio.systeem, (work) =>
      work.db
        .selectFrom('gebeurtenis')
        .selectAll()
        .where('soort', '=', 'TermijnGewijzigd')
        .where('regio_id', '=', work.regioId)
        .executeTakeFirstOrThrow(),
    )
    expect(event).toMatchObject({
      op: '2026-04-01',
      gebruiker_id: beheerder.gebruikerId,
      gegevens: { sleutel: { code: 'onderzoek' }, versie: 2, wijzigingen: { 'waarde.aantal': [6, 8] } },
    })
  })

  it('is in te trekken zolang zij niet geldt, en daarna niet meer', async () => {
    accepted(await changeOnderzoek({ aantal: 8, vanaf: '2026-04-01', versie: 1 }))
    const withdraw = (versie: number) =>
      workAs(platform, beheerder, (work) =>
        withdrawGedateerd(work, termijn, { sleutel: { code: 'onderzoek' }, van: '2026-04-01', versie }),
      )
    accepted(await withdraw(2))
    await workAs(platform, beheerder, async (work) => {
      expect((await getTermijn(work, 'onderzoek', '2026-05-01')).aantal).toBe(6)
    })
    expect(await withdraw(3)).toMatchObject({ code: 'niet_gepland' })
  })

  it('mag niet in het verleden, behalve met het recht en een reden; de reden wordt vastgelegd', async () => {
    expect(await changeOnderzoek({ aantal: 8, vanaf: '2026-03-01', versie: 1 })).toMatchObject({
      code: 'in_het_verleden',
      field: 'vanaf',
    })
    const senior = {
      ...beheerder,
      permissies: new Set([...beheerder.permissies, 'beheer.terugwerkend' as const]),
    }
    expect(await changeOnderzoek({ aantal: 8, vanaf: '2026-03-01', versie: 1 }, senior)).toMatchObject({
      code: 'reden_ontbreekt',
    })
    accepted(
      await changeOnderzoek(
        { aantal: 8, vanaf: '2026-03-01', versie: 1, reden: 'Besluit kwam te laat' },
        senior,
      ),
    )
    const { gegevens } = await workAs(platform, regio.systeem, (work) =>
      work.db
        .selectFrom('gebeurtenis')
        .select('gegevens')
        .where('soort', '=', 'TermijnGewijzigd')
        .where('regio_id', '=', work.regioId)
        .executeTakeFirstOrThrow(),
    )
    expect(gegevens).toMatchObject({ reden: 'Besluit kwam te laat' })
  })

  it('van twee mensen tegelijk lukt er één; de ander ziet wie wat wijzigde', async () => {
    const results = await Promise.all([
      changeOnderzoek({ aantal: 7, vanaf: '2026-04-01', versie: 1 }),
      changeOnderzoek({ aantal: 8, vanaf: '2026-04-01', versie: 1 }),
      changeOnderzoek({ aantal: 9, vanaf: '2026-05-01', versie: 1 }),
    ])
    const refused = results.filter(isRejection)
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'waarde.aantal', oud: '6', door: 'Proef functioneel_beheerder centrumgemeente' }],
    })
  })

  it('raakt een andere regio niet', async () => {
    const other = await givenRegio(platform, `T${++serial}`)
    accepted(await changeOnderzoek({ aantal: 8, vanaf: '2026-03-02', versie: 1 }))
    await workAs(platform, other.systeem, async (work) => {
      expect((await getTermijn(work, 'onderzoek')).aantal).toBe(6)
    })
  })

  it('een nieuwe keuze begint, en eindigt zonder uit de geschiedenis te verdwijnen', async () => {
    const sleutel = { lijst: 'kanaal', code: 'huisarts' }
    const waarde = { naam: 'Huisarts', volgorde: 20, uitleg: '', bron: null }
    await workAs(platform, beheerder, async (work) => {
      accepted(await changeGedateerd(work, keuze, { sleutel, waarde, vanaf: '2026-03-02', versie: 0 }))
      accepted(await endGedateerd(work, keuze, { sleutel, vanaf: '2026-03-09', versie: 1 }))
      expect(await isKeuze(work, 'kanaal', 'huisarts')).toBe(true)
      expect(await isKeuze(work, 'kanaal', 'huisarts', '2026-03-09')).toBe(false)
    })
  })
})

describe('criteria en mandaten', () => {
  it('een besluit houdt de versie van de criteria waarop het rust', async () => {
    const vragen = [{ code: 'nieuw', tekst: 'Nieuwe vraag?', toelichting: '' }]
    const change = (vanaf: string) =>
      workAs(platform, beheerder, (work) =>
        changeGedateerd(work, criteria, {
          sleutel: { domein: 'MO' },
          waarde: { naam: 'Toets opvang', vragen, bron: 'Raadsbesluit' },
          vanaf,
          versie: 1,
        }),
      )
    // A decision of today on the version that began long ago; the foreign keys of the chain are not what is tested.
    await database.login.query(`begin; set local session_replication_role = replica;
      insert into onderdak.besluit (id, regio_id, melding_id, uitkomst, criteria_id, motivering, besloten_op, organisatie_id, aangemaakt_op)
      select gen_random_uuid(), regio_id, gen_random_uuid(), 'ingetrokken', id, 'test', '2026-03-02', '${regio.organisaties.loket}', now()
      from onderdak.criteria where regio_id = '${regio.regioId}' and domein = 'MO'; commit`)
    accepted(await change('2026-03-02'))
    const rows = await workAs(platform, beheerder, (work) => loadRijen(work, criteria, { domein: 'MO' }))
    expect(rows.map((row) => [row.van, row.waarde.vragen.length])).toEqual([
      ['2020-01-01', 3],
      ['2026-03-02', 1],
    ])
    const rewrite = workAs(platform, regio.systeem, (work) =>
      changeGedateerd(work, criteria, {
        sleutel: { domein: 'MO' },
        waarde: { naam: 'Anders', vragen, bron: null },
        vanaf: '2020-01-01',
        versie: 2,
      }),
    )
    expect(await rewrite).toMatchObject({ code: 'regel_al_gebruikt', field: 'vanaf' })
  })

  it('Rogplus beslist namens de gemeente vanaf de dag van het mandaat (TOE-22)', async () => {
    await workAs(platform, beheerder, async (work) => {
      accepted(
        await changeGedateerd(work, mandaat, {
          sleutel: { gemeenteCode: 'GM0622', domein: 'BW' },
          waarde: { organisatieId: regio.organisaties.rogplus, grondslag: 'Mandaatbesluit 2026', bron: null },
          vanaf: '2026-04-01',
          versie: 0,
        }),
      )
      const asked = { organisatieId: regio.organisaties.rogplus, gemeenteCode: 'GM0622', domein: 'BW' }
      expect(await findMandaat(work, asked)).toBeUndefined()
      expect(await findMandaat(work, { ...asked, op: '2026-04-01' })).toMatchObject({
        grondslag: 'Mandaatbesluit 2026',
      })
    })
  })
})

describe('iemand houdt het recht om gebruikers te beheren', () => {
  const withdrawRight = () =>
    workAs(platform, beheerder, (work) =>
      keepBeheerder(work, () =>
        endGedateerd(work, rolPermissie, {
          sleutel: { rolCode: 'functioneel_beheerder', permissie: 'gebruiker.beheren' },
          vanaf: '2026-06-01',
          versie: 1,
        }),
      ),
    )

  it('het laatste recht is niet in te trekken, ook niet voor later', async () => {
    expect(await withdrawRight()).toMatchObject({
      code: 'laatste_beheerder',
      message: expect.stringContaining('1 juni 2026'),
    })
  })

  it('twee beheerders die elkaar tegelijk de rol afnemen, lukken niet allebei', async () => {
    const tweede = await regio.als('loket', 'functioneel_beheerder')
    const take = (van: Vrager) =>
      workAs(platform, beheerder, (work) =>
        keepBeheerder(work, () =>
          endGedateerd(work, gebruikerRol, {
            sleutel: { gebruikerId: van.gebruikerId!, rolCode: 'functioneel_beheerder' },
            vanaf: '2026-03-02',
            versie: 1,
          }),
        ),
      )
    const results = await Promise.all([take(beheerder), take(tweede)])
    expect(results.filter(isRejection)).toMatchObject([{ code: 'laatste_beheerder' }])
  })
})
