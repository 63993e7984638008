import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { recordTriage } from './commands.ts'
import { acceptOverdracht, offerOverdracht, refuseOverdracht } from './samenwerking-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let wijkteam: Vrager
let loket: Vrager
let vo: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  loket = await regio.als('loket', 'toegangsmedewerker')
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
})

const biedAan = (meldingId: Id, naar: keyof TestRegio['organisaties']) =>
  workAs(platform, wijkteam, (work) =>
    offerOverdracht(work, {
      meldingId,
      naarOrganisatieId: regio.organisaties[naar],
      reden: 'Regionale plek nodig',
    }),
  )

describe('een gezin bij de overdracht', () => {
  const kinderenVan = (wie: Vrager) =>
    workAs(platform, wie, (work) =>
      work.db.selectFrom('persoon').select('id').where('roepnaam', 'in', ['Lin', 'Lou']).execute(),
    )

  it('gaat als geheel mee, zodat wie aanneemt de kinderen ziet; bij weigeren ziet hij niemand meer', async () => {
    const { id } = await givenMelding(platform, wijkteam, {
      huishouden: [{ rol: 'kind', roepnaam: 'Lin', geboortedatum: '2018-04-01' }],
    })
    const { id: eerst } = accepted(await biedAan(id, 'loket'))
    expect(await kinderenVan(loket)).toHaveLength(1)
    accepted(
      await workAs(platform, loket, (work) =>
        refuseOverdracht(work, { overdrachtId: eerst, toelichting: 'Hoort bij het wijkteam' }),
      ),
    )
    expect(await kinderenVan(loket)).toEqual([])
    const { id: overdrachtId } = accepted(await biedAan(id, 'loket'))
    accepted(await workAs(platform, loket, (work) => acceptOverdracht(work, { overdrachtId })))
    expect(await kinderenVan(loket)).toHaveLength(1)
  })

  it('wordt met een code van Veilig Thuis als geheel geheim, en de partner niet', async () => {
    const { id, persoonId } = await givenMelding(platform, vo, {
      domein: 'VO',
      huishouden: [
        { rol: 'kind', roepnaam: 'Lou', geboortedatum: '2020-02-01' },
        { rol: 'partner', roepnaam: 'Pim', geboortedatum: '1988-02-01' },
      ],
    })
    accepted(
      await workAs(platform, vo, (work) =>
        recordTriage(work, {
          meldingId: id,
          uitkomst: 'onderzoek',
          toelichting: 'Niet veilig',
          domein: 'VO',
          voCode: 'oranje',
          voGeweldAfhankelijk: true,
          voThuisOnveilig: true,
          rechtmatigVerblijf: 'ja',
        }),
      ),
    )
    const { rows } = await database.login.query(
      `select l.rol, p.is_geheim as geheim from onderdak.huishouden h join onderdak.huishouden_lid l on l.huishouden_id = h.id
       join onderdak.persoon p on p.id = l.persoon_id where h.persoon_id = $1 order by l.rol`,
      [persoonId],
    )
    expect(rows).toEqual([
      { rol: 'aanspreekpunt', geheim: true },
      { rol: 'kind', geheim: true },
      { rol: 'partner', geheim: false },
    ])
  })
})
