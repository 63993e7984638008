import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { eenOnderzoek, givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { MeldingFilter } from '../domain/contract.ts'
import { closeMelding, completeOnderzoek, confirmOntvangst, editOnderzoek, recordTriage } from './commands.ts'
import { getOnderzoek } from './detail-queries.ts'
import { getMelding, listMeldingen } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
})

const filter = (input: Record<string, unknown> = {}) => MeldingFilter.parse(input)
const lijst = (vrager: Vrager, input: Record<string, unknown> = {}) =>
  workAs(platform, vrager, (work) => listMeldingen(work, filter(input)))
const detail = async (vrager: Vrager, id: string) =>
  accepted(await workAs(platform, vrager, (work) => getMelding(work, id)))

describe('ontvangst bevestigen en triage', () => {
  it('legt dag en wijze vast en weigert een datum voor de melding', async () => {
    const { id } = await givenMelding(platform, loket)
    const bevestig = (op: string) =>
      workAs(platform, loket, (work) => confirmOntvangst(work, { meldingId: id, op, via: 'brief' }))
    expect(await bevestig('2026-03-01')).toMatchObject({ field: 'op' })
    accepted(await bevestig('2026-03-02'))
    expect(await detail(loket, id)).toMatchObject({ bevestigdOp: '2026-03-02', bevestigdVia: 'brief' })
  })

  it('onderzoek begint met de termijn van de melding en een stap voor de volgende werkdag', async () => {
    const { id, versie } = await givenMelding(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        recordTriage(work, {
          meldingId: id,
          versie,
          uitkomst: 'onderzoek',
          toelichting: 'In gesprek',
          domein: 'MO',
        }),
      ),
    )
    const { onderzoek } = accepted(await workAs(platform, loket, (work) => getOnderzoek(work, id)))
    expect(onderzoek).toMatchObject({ gestartOp: '2026-03-02', uiterlijkOp: '2026-04-13' })
    expect(onderzoek!.ontbreekt).toHaveLength(11)
    expect(await detail(loket, id)).toMatchObject({ status: 'onderzoek', volgendeStapOp: '2026-03-03' })
  })

  it('vraagt waar iemand slaapt, uit de lijst van de regio; opnieuw triage zonder antwoord laat het staan', async () => {
    const { id } = await givenMelding(platform, loket)
    const triage = (woonsituatie?: string) =>
      workAs(platform, loket, (work) =>
        recordTriage(work, {
          meldingId: id,
          uitkomst: 'onderzoek',
          toelichting: 'In gesprek',
          domein: 'MO',
          ...(woonsituatie && { woonsituatie }),
        }),
      )
    expect(await triage('kasteel')).toMatchObject({ rejected: true, field: 'woonsituatie' })
    accepted(await triage('bij_anderen'))
    accepted(await triage())
    expect(await detail(loket, id)).toMatchObject({
      woonsituatie: 'bij_anderen',
      woonsituatieNaam: 'Tijdelijk bij familie, vrienden of kennissen',
    })
  })

  it('code rood: noodbed vandaag; wie de code geeft zonder recht op VO-dossiers houdt zicht tot de overdracht', async () => {
    const { id, persoonId } = await givenMelding(platform, loket, { kanaal: 'veilig_thuis' })
    accepted(
      await workAs(platform, loket, (work) =>
        recordTriage(work, {
          meldingId: id,
          uitkomst: 'onderzoek',
          toelichting: 'Acuut',
          domein: 'VO',
          voGeweldAfhankelijk: true,
          voThuisOnveilig: true,
          voCode: 'rood',
        }),
      ),
    )
    expect(await detail(loket, id)).toMatchObject({
      volgendeStap: 'Noodbed elders in het land regelen',
      volgendeStapOp: '2026-03-02',
      isSpoed: true,
      isGeheim: false,
    })
    expect(persoonId).not.toBeNull()
  })

  it('met recht op VO-dossiers maakt een code het dossier meteen geheim, ook voor collega’s zonder dat recht', async () => {
    const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
    const zonder = await regio.als('vrouwenopvang', 'aanbieder_planner')
    const { id } = await givenMelding(platform, vo)
    expect((await lijst(zonder)).count).toBe(1)
    accepted(
      await workAs(platform, vo, (work) =>
        recordTriage(work, {
          meldingId: id,
          uitkomst: 'onderzoek',
          toelichting: 'Onveilig',
          domein: 'VO',
          voGeweldAfhankelijk: true,
          voThuisOnveilig: true,
          voCode: 'oranje',
        }),
      ),
    )
    expect(await detail(vo, id)).toMatchObject({ isGeheim: true, voCode: 'oranje' })
    expect(await lijst(zonder)).toEqual({ count: 0, results: [] })
  })
})

describe('onderzoek', () => {
  async function metOnderzoek() {
    const { id } = await givenMelding(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        recordTriage(work, { meldingId: id, uitkomst: 'onderzoek', toelichting: 'x', domein: 'MO' }),
      ),
    )
    return id
  }

  it('kan niet worden afgerond zonder persoonlijk plan en cliëntondersteuning, ook niet buiten de regels om', async () => {
    const meldingId = await metOnderzoek()
    const { ondersteuningUitkomst: _, planUitgelegdOp: __, ...rest } = eenOnderzoek('2026-03-02')
    accepted(await workAs(platform, loket, (work) => editOnderzoek(work, { meldingId, versie: 1, ...rest })))
    const refused = await workAs(platform, loket, (work) => completeOnderzoek(work, { meldingId }))
    expect(refused).toMatchObject({
      code: 'onderzoek_onvolledig',
      faults: [
        expect.objectContaining({ field: 'planUitgelegdOp' }),
        expect.objectContaining({ field: 'ondersteuningUitkomst' }),
      ],
    })
    await expect(
      database.login.query(`update onderdak.onderzoek set afgerond_op = '2026-03-02' where melding_id = $1`, [
        meldingId,
      ]),
    ).rejects.toMatchObject({ constraint: 'onderzoek_volledig' })
    accepted(
      await workAs(platform, loket, (work) =>
        editOnderzoek(work, { meldingId, planUitgelegdOp: '2026-03-02', ondersteuningUitkomst: 'gebruikt' }),
      ),
    )
    accepted(await workAs(platform, loket, (work) => completeOnderzoek(work, { meldingId })))
    expect((await detail(loket, meldingId)).status).toBe('wacht_op_besluit')
    expect(
      await workAs(platform, loket, (work) => editOnderzoek(work, { meldingId, behoeften: null })),
    ).toMatchObject({ code: 'onderzoek_afgerond' })
  })

  it('bewaart leefgebieden in eigen woorden en overschrijft alleen wat is meegegeven', async () => {
    const meldingId = await metOnderzoek()
    const wijzig = (input: object) =>
      workAs(platform, loket, (work) => editOnderzoek(work, { meldingId, ...input }))
    accepted(
      await wijzig({
        behoeften: 'Rust',
        leefgebieden: [{ leefgebied: 'wonen', eigenWoorden: 'Ik slaap slecht', zelfredzaamheid: 2 }],
      }),
    )
    accepted(await wijzig({ eigenKracht: 'Kan koken' }))
    const { onderzoek } = accepted(await workAs(platform, loket, (work) => getOnderzoek(work, meldingId)))
    expect(onderzoek).toMatchObject({
      behoeften: 'Rust',
      eigenKracht: 'Kan koken',
      versie: 3,
      leefgebieden: [{ leefgebied: 'wonen', eigenWoorden: 'Ik slaap slecht', zelfredzaamheid: 2 }],
    })
    expect(await wijzig({ leefgebieden: [{ leefgebied: 'tuin' }] })).toMatchObject({
      field: 'leefgebieden.0.leefgebied',
    })
    expect(await wijzig({ clientprofiel: 'bestaat_niet' })).toMatchObject({ field: 'clientprofiel' })
    expect(await wijzig({ identiteitGezienOp: '2026-03-02' })).toMatchObject({ field: 'identiteitDocument' })
  })
})

describe('sluiten', () => {
  it('laat de persoon in beeld met een volgende stap', async () => {
    const { id, persoonId } = await givenMelding(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        closeMelding(work, {
          meldingId: id,
          reden: 'advies_gegeven',
          volgendeStap: 'Bellen of het advies hielp',
          volgendeStapOp: '2026-03-09',
        }),
      ),
    )
    const { rows } = await database.login.query(
      'select status, volgende_stap from onderdak.opvolging where persoon_id = $1',
      [persoonId],
    )
    expect(rows).toEqual([{ status: 'open', volgende_stap: 'Bellen of het advies hielp' }])
    expect(
      await workAs(platform, loket, (work) => closeMelding(work, { meldingId: id, reden: 'anders' })),
    ).toMatchObject({ code: 'status_past_niet' })
  })
})
