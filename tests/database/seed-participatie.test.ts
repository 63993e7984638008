import { beforeAll, describe, expect, it } from 'vitest'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadRegio } from '../../seed/load-regio.ts'
import { loadParticipatie, loadPartners } from '../../seed/mvs/participatie.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'

const database = useDatabase()
beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-11-26')
  await loadParticipatie(platform, await loadRegio(platform, mvs))
  await loadPartners(platform, (await loadRegio(platform, dwo)).als('gemeente_delft'), 'dwo')
}, 120_000)

const vraag = async <T>(tekst: string) => (await database.login.query(tekst)).rows as T[]

describe('participatie in de demo', () => {
  it('heeft partners in beide regio’s', async () => {
    expect(
      await vraag(
        'select r.code, count(*) > 5 as veel from onderdak.partner p join onderdak.regio r on r.id = p.regio_id group by 1 order by 1',
      ),
    ).toEqual([
      { code: 'DWO', veel: true },
      { code: 'MVS', veel: true },
    ])
  })

  it('heeft de partners van het uitvoeringsprogramma, elk één keer', async () => {
    const namen = await vraag<{ naam: string; andere_namen: string[] }>(
      "select naam, andere_namen from onderdak.partner where bron like '%§8.1%' order by naam",
    )
    expect(namen).toHaveLength(60)
    expect(namen.find(({ naam }) => naam === 'Adviesraad Sociaal Domein Schiedam')!.andere_namen).toContain(
      'Participatieraad Schiedam',
    )
  })

  it('kent acht ambassadeurs in Vlaardingen, die in 2025 vier keer bij elkaar kwamen', async () => {
    expect(
      await vraag(
        'select g.aantal, count(*)::int as keer from onderdak.participatiegroep g join onderdak.groepsbijeenkomst b on b.groep_id = g.id group by g.id',
      ),
    ).toEqual([{ aantal: 8, keer: 4 }])
  })

  it('heeft wat partners in 2023 vonden en wensten: zes stellingen en dertien wensen, waarop de regio nog moet antwoorden', async () => {
    expect(
      await vraag(
        "select soort, count(*)::int as aantal, count(reactie)::int as reacties, array_agg(eens::int order by nummer) filter (where soort = 'stelling') as eens from onderdak.raadpleging_punt group by soort order by soort",
      ),
    ).toEqual([
      { soort: 'stelling', aantal: 6, reacties: 0, eens: [10, 49, 61, 5, 84, 53] },
      { soort: 'wens', aantal: 13, reacties: 0, eens: null },
    ])
  })

  it('noemt elk bedacht advies en idee een voorbeeld', async () => {
    const teksten = await vraag<{ tekst: string }>(
      'select onderwerp as tekst from onderdak.advies union all select tekst from onderdak.idee where tekst is not null',
    )
    expect(teksten).toHaveLength(5)
    for (const { tekst } of teksten) expect(tekst).toMatch(/^Voorbeeld:/)
  })
})
