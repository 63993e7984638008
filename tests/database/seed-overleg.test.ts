import { beforeAll, describe, expect, it } from 'vitest'
import { loadOverleg as loadDwo } from '../../seed/dwo/overleg.ts'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadRegio } from '../../seed/load-regio.ts'
import { loadOverleg as loadMvs } from '../../seed/mvs/overleg.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'

const database = useDatabase()
const regios: Record<string, string> = {}

beforeAll(async () => {
  const platform = testPlatform(database)
  // On a Sunday: nothing of the demo may depend on the day that it is made.
  platform.clock.set('2026-11-29')
  const waterweg = await loadRegio(platform, mvs)
  const delft = await loadRegio(platform, dwo)
  await loadMvs(platform, waterweg)
  await loadDwo(platform, delft)
  regios.mvs = waterweg.regioId
  regios.dwo = delft.regioId
}, 300_000)

const rows = async (vraag: string, regio: 'mvs' | 'dwo') =>
  (await database.login.query(vraag, [regios[regio]])).rows

describe('overleg in de demo', () => {
  it('heeft de overleggen van de bronnen, met het uitvoeringsprogramma op elke agenda van het bestuur', async () => {
    const soorten = await rows(
      'select distinct soort from onderdak.overleg where regio_id = $1 order by 1',
      'mvs',
    )
    expect(soorten.map(({ soort }) => soort)).toEqual([
      'asg',
      'gemeenteraad',
      'netwerkbijeenkomst',
      'platform',
      'portefeuillehouders',
      'projectgroep',
      'rbo',
      'voortgangsoverleg',
      'werkgroep',
    ])
    const zonder = `select v.id from onderdak.vergadering v join onderdak.overleg o on o.id = v.overleg_id and o.soort = 'rbo' where v.regio_id = $1
      and not exists (select 1 from onderdak.vergadering_agendapunt p where p.vergadering_id = v.id and p.soort = 'uitvoeringsprogramma')`
    for (const regio of ['mvs', 'dwo'] as const) expect(await rows(zonder, regio)).toEqual([])
    const [{ weekend }] = await rows(
      'select count(*)::int as weekend from onderdak.vergadering where regio_id = $1 and extract(isodow from datum) > 5',
      'mvs',
    )
    expect(weekend).toBe(0)
  })

  it('zegt bij alles wat verzonnen is dat het een voorbeeld is', async () => {
    const namen = `select titel as tekst from onderdak.bestuursbesluit where regio_id = $1 union all select tekst from onderdak.bestuursbesluit where regio_id = $1
      union all select tekst from onderdak.overlegactie where regio_id = $1 union all select waar from onderdak.jaarplicht_jaar where regio_id = $1`
    const gevonden = await rows(namen, 'mvs')
    expect(gevonden.length).toBeGreaterThan(6)
    for (const { tekst } of gevonden) expect(tekst).toMatch(/^Voorbeeld: /)
  })

  it('geeft de acht antwoorden van de regiovisie zonder oordeel dat zij zelf niet geeft', async () => {
    expect(
      await rows(
        'select afspraak, status, vindplaats from onderdak.nvo_antwoord where regio_id = $1 and jaar = 2024 order by afspraak',
        'mvs',
      ),
    ).toEqual(
      Array.from({ length: 8 }, (_, i) => ({
        afspraak: i + 1,
        status: null,
        vindplaats: `Regiovisie MVS 2024 bijlage 3, 3.${i + 1}`,
      })),
    )
  })

  it('heeft van DWO de looptijd die de regiovisie noemt', async () => {
    const looptijden = await rows(
      'select soort, begint_op, eindigt_op, opzegtermijn_maanden from onderdak.overeenkomst where regio_id = $1 order by soort',
      'dwo',
    )
    expect(looptijden.map(({ soort }) => soort)).toEqual(['centrumregeling', 'dvo', 'mandaat'])
    for (const een of looptijden)
      expect(een).toMatchObject({
        begint_op: '2022-01-01',
        eindigt_op: '2026-12-31',
        opzegtermijn_maanden: null,
      })
  })
})
