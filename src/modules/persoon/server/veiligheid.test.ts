import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { eenPersoon } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { createHuishouden, registerPersoon } from './commands.ts'
import { recordVeiligheid } from './veiligheid-commands.ts'
import { getVeiligheid } from './veiligheid-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
})

async function gezin(): Promise<{ moeder: Id; vader: Id; kind: Id }> {
  return workAs(platform, loket, async (work) => {
    const maak = async (roepnaam: string) =>
      accepted(await registerPersoon(work, { ...eenPersoon, roepnaam, achternaam: `Gezin${work.newId()}` }))
        .id
    const [moeder, vader, kind] = [await maak('Moeder'), await maak('Vader'), await maak('Kind')]
    const leden = [
      { persoonId: vader, rol: 'partner' as const },
      { persoonId: kind, rol: 'kind' as const },
    ]
    accepted(await createHuishouden(work, { persoonId: moeder, leden, op: work.today }))
    return { moeder, vader, kind }
  })
}

const zet = (persoonId: Id, status: string, versie: number, more: object = {}, wie = loket) =>
  workAs(platform, wie, (work) =>
    recordVeiligheid(work, {
      persoonId,
      status,
      versie,
      van: work.today,
      toelichting: 'Volgens de politie.',
      ...more,
    }),
  )

async function leden(persoonId: Id, wie = loket) {
  const found = await workAs(platform, wie, (work) => getVeiligheid(work, persoonId))
  if (isRejection(found)) return found.code
  return found.leden.map((lid) => `${lid.naam.split(' ')[0]}: ${lid.nu?.naam ?? '-'}`)
}

describe('de veiligheid van ieder lid van een huishouden (TRJ-14)', () => {
  it('is van ieder lid apart, met een dag en wie het vastlegde', async () => {
    const { moeder, kind } = await gezin()
    accepted(await zet(moeder, 'onveilig', 0))
    accepted(await zet(moeder, 'veilig', 1))
    accepted(await zet(kind, 'onzeker', 0))
    expect(await leden(kind)).toEqual(['Kind: Niet zeker of het veilig is', 'Moeder: Veilig', 'Vader: -'])
    const found = accepted(await workAs(platform, loket, (work) => getVeiligheid(work, moeder)))
    expect(found.leden[0]).toMatchObject({
      versie: 2,
      nu: { status: 'veilig', toelichting: 'Volgens de politie.', tot: null, organisatie: 'Regionaal loket' },
      eerder: [{ status: 'onveilig' }],
    })
    const { rows } = await database.login.query(
      'select toelichting_versleuteld as t from onderdak.veiligheidsstatus where persoon_id = $1',
      [moeder],
    )
    expect(JSON.stringify(rows)).not.toContain('politie')
  })

  it('kan alleen met een status van de regio, niet in de toekomst, en niet over wat een collega net schreef', async () => {
    const { moeder } = await gezin()
    expect(await zet(moeder, 'paars', 0)).toMatchObject({ code: 'status_onbekend' })
    expect(await zet(moeder, 'veilig', 0, { van: '2026-03-03' })).toMatchObject({ code: 'nog_niet_zo_ver' })
    accepted(await zet(moeder, 'onveilig', 0))
    expect(await zet(moeder, 'veilig', 0)).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'status', oud: 'leeg' }],
    })
    expect(await zet(moeder, 'veilig', 1, { van: '2026-01-01' })).toMatchObject({ code: 'voor_vorige' })
  })

  it('ziet in de database alleen wie het recht heeft, ook wat ervan in het boek staat', async () => {
    const { moeder } = await gezin()
    accepted(await zet(moeder, 'onveilig', 0))
    const zonder = {
      ...loket,
      permissies: new Set([...loket.permissies].filter((p) => !p.startsWith('veiligheid'))),
    }
    const tel = (wie: Vrager) =>
      workAs(platform, wie, async ({ db }) => ({
        statussen: (
          await db.selectFrom('veiligheidsstatus').select('id').where('persoon_id', '=', moeder).execute()
        ).length,
        boek: (
          await db
            .selectFrom('gebeurtenis')
            .select('id')
            .where('persoon_id', '=', moeder)
            .where('soort', '=', 'VeiligheidVastgelegd')
            .execute()
        ).length,
      }))
    expect(await tel(loket)).toEqual({ statussen: 1, boek: 1 })
    expect(await tel(zonder)).toEqual({ statussen: 0, boek: 0 })
    // Another organisation sees nobody of this household at all.
    expect(await leden(moeder, await regio.als('wijkteam', 'toegangsmedewerker'))).toBe('niet_gevonden')
  })

  it('van een slachtoffer staat niet bij de pleger en andersom, ook niet voor wie beide dossiers mag openen', async () => {
    const { moeder, vader, kind } = await gezin()
    for (const lid of [moeder, vader, kind]) accepted(await zet(lid, 'onveilig', 0))
    await workAs(platform, regio.systeem, async (work) => {
      const systeemId = work.newId()
      await work.db
        .insertInto('vo_systeem')
        .values({ id: systeemId, regio_id: work.regioId, koppelcode: 'ABCD2345', aangemaakt_op: work.now })
        .execute()
      for (const [persoon_id, rol] of [
        [moeder, 'slachtoffer'],
        [kind, 'kind'],
        [vader, 'pleger'],
      ] as const)
        await work.db
          .insertInto('vo_systeem_lid')
          .values({
            id: work.newId(),
            regio_id: work.regioId,
            systeem_id: systeemId,
            persoon_id,
            rol,
            van: work.today,
            gewijzigd_op: work.now,
          })
          .execute()
    })
    expect(await leden(vader)).toEqual(['Vader: Onveilig'])
    expect(await leden(moeder)).toEqual(['Moeder: Onveilig', 'Kind: Onveilig'])
    expect(await leden(kind)).toEqual(['Kind: Onveilig', 'Moeder: Onveilig'])
  })
})
