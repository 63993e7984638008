import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { mergePersonen, splitPersonen } from '../../persoon/server/commands.ts'
import { listBemoeizorgRijen, readPersoonSignalen } from './bemoeizorg-queries.ts'
import {
  beginBemoeizorg,
  changeContact,
  changeFiguur,
  changePlan,
  endBemoeizorg,
  registerContact,
  registerFiguur,
  weighAgain,
} from './commands.ts'
import { listContactRijen, listFiguurRijen, readContact } from './outreach-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let begeleider: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const weging = {
  grond: 'WETTELIJKE_TAAK_COLLEGE',
  noodzaak: 'Hij eet niet en doet niet open',
  nietMetMinder: 'Brieven en bellen hielpen niet',
  informeren: 'Bij het eerste gesprek',
  heroverwegenVoor: '2026-05-01',
} as const
const plan = { zorgen: 'Vervuiling en schulden', plan: 'Elke week langsgaan', ...weging }
let achternamen = 0
const nieuw = (wie = loket) => givenPersoon(platform, wie, { achternaam: `Mijder${++achternamen}` })
const begin = (persoonId: Id, over: object = {}, wie = loket) =>
  as(wie, (work) => beginBemoeizorg(work, { ...plan, ...over, persoonId }))
const van = async (persoonId: Id, wie = loket) =>
  accepted(await as(wie, (work) => readPersoonSignalen(work, persoonId))).bemoeizorg
const lijst = async (wie: Vrager, stand?: 'te_laat' | 'gestopt') =>
  (
    await as(wie, (work) =>
      listBemoeizorgRijen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'naam', stand }),
    )
  ).results

describe('bemoeizorg zonder toestemming (OUT-02)', () => {
  it('begint met een plan en een weging die het artikel noemt, en staat op de lijst van wie betrokken is', async () => {
    const persoonId = await nieuw()
    const { id } = accepted(await begin(persoonId))
    expect((await lijst(loket)).find((row) => row.id === id)).toMatchObject({
      persoonId,
      artikel: 'Wmo 2015 art. 5.1.1 lid 1',
      heroverwegenVoor: '2026-05-01',
      isTeLaat: false,
    })
    expect((await lijst(begeleider)).some((row) => row.id === id)).toBe(false)
    expect(await begin(persoonId)).toMatchObject({ code: 'bemoeizorg_loopt_al' })
  })

  it('kan niet zonder weging, ook niet rechtstreeks in de database', async () => {
    const persoonId = await nieuw()
    const { id } = accepted(await begin(persoonId))
    await expect(
      as(regio.systeem, (work) =>
        work.db.updateTable('bemoeizorg').set({ weging_id: work.newId() }).where('id', '=', id).execute(),
      ),
    ).rejects.toMatchObject({ constraint: 'bemoeizorg_heeft_weging' })
    await expect(
      as(regio.systeem, (work) =>
        work.db
          .updateTable('bemoeizorg_weging')
          .set({ artikel: ' ' })
          .where('bemoeizorg_id', '=', id)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23514' })
  })

  it('twee die tegelijk beginnen geven één bemoeizorg', async () => {
    const persoonId = await nieuw()
    const beide = await Promise.all([begin(persoonId), begin(persoonId)])
    expect(beide.filter((one) => 'id' in one)).toHaveLength(1)
    expect(await van(persoonId)).toHaveLength(1)
  })

  it('wordt opnieuw gewogen; de eerdere weging blijft te lezen', async () => {
    const persoonId = await nieuw()
    const { id } = accepted(await begin(persoonId))
    const opnieuw = {
      ...weging,
      grond: 'VITAAL_BELANG',
      heroverwegenVoor: '2026-03-20',
      id,
      versie: 1,
    } as const
    expect(
      await as(loket, (work) => weighAgain(work, { ...opnieuw, heroverwegenVoor: '2026-05-01' })),
    ).toMatchObject({
      code: 'heroverwegen_te_laat',
    })
    accepted(await as(loket, (work) => weighAgain(work, opnieuw)))
    const [een] = await van(persoonId)
    expect(een).toMatchObject({ versie: 2, heroverwegenVoor: '2026-03-20' })
    expect(een!.wegingen.map(({ grond }) => grond)).toEqual(['VITAAL_BELANG', 'WETTELIJKE_TAAK_COLLEGE'])
    platform.clock.set('2026-03-21')
    expect((await lijst(loket, 'te_laat')).map((row) => row.id)).toContain(id)
    platform.clock.set('2026-03-02')
  })

  it('een aanbieder weegt op zijn eigen grond', async () => {
    const persoonId = await nieuw(begeleider)
    expect(await begin(persoonId, {}, begeleider)).toMatchObject({ code: 'grond_past_niet' })
    accepted(await begin(persoonId, { grond: 'UITVOERING_AANBIEDER' }, begeleider))
  })

  it('wordt bijgewerkt en stopt met een reden; daarna kan er opnieuw begonnen worden', async () => {
    const persoonId = await nieuw()
    const { id } = accepted(await begin(persoonId))
    accepted(await as(loket, (work) => changePlan(work, { id, versie: 1, zorgen: 'Minder', plan: 'Bellen' })))
    expect(
      await as(loket, (work) => changePlan(work, { id, versie: 1, zorgen: 'x', plan: 'y' })),
    ).toMatchObject({
      code: 'versie_verouderd',
    })
    accepted(
      await as(loket, (work) => endBemoeizorg(work, { id, versie: 2, reden: 'wil_hulp', toelichting: null })),
    )
    expect((await lijst(loket, 'gestopt')).map((row) => row.id)).toContain(id)
    expect(
      await as(loket, (work) => changePlan(work, { id, versie: 3, zorgen: 'x', plan: 'y' })),
    ).toMatchObject({
      code: 'kan_nu_niet',
    })
    accepted(await begin(persoonId))
  })

  it('gaat mee als twee dossiers één persoon blijken, en terug als dat een vergissing was', async () => {
    const [blijft, gaatOp] = [await nieuw(), await nieuw()]
    const { id } = accepted(await begin(gaatOp))
    const merge = accepted(
      await as(loket, (work) =>
        mergePersonen(work, { persoonId: gaatOp, opgegaanIn: blijft, reden: 'Zelfde mens' }),
      ),
    )
    expect((await van(blijft)).map((one) => one.id)).toEqual([id])
    expect(await begin(blijft)).toMatchObject({ code: 'bemoeizorg_loopt_al' })
    accepted(await as(loket, (work) => splitPersonen(work, { samenvoegingId: merge.id, reden: 'Toch niet' })))
    expect(await van(blijft)).toEqual([])
    expect((await van(gaatOp)).map((one) => one.id)).toEqual([id])
  })

  it('loopt er bij beide dossiers een, dan gaat die van het dossier dat geldt door', async () => {
    const [blijft, gaatOp] = [await nieuw(), await nieuw()]
    const eerste = accepted(await begin(blijft))
    accepted(await begin(gaatOp))
    accepted(
      await as(loket, (work) =>
        mergePersonen(work, { persoonId: gaatOp, opgegaanIn: blijft, reden: 'Zelfde mens' }),
      ),
    )
    const beide = await van(blijft)
    expect(beide.filter((one) => one.geeindigdOp === null).map((one) => one.id)).toEqual([eerste.id])
    expect(beide.map((one) => one.eindreden)).toEqual([null, 'samengevoegd'])
  })
})

describe('contact op straat (OUT-01)', () => {
  const contact = {
    dag: '2026-03-01',
    tijd: '22:10',
    gemeenteCode: 'GM0622',
    wijk: null,
    plek: 'Station Oost',
    aantal: 1,
    uitkomst: 'gesproken',
    herkenning: 'Man met rode muts',
    notitie: null,
    vervolgOp: '2026-03-02',
    persoonId: null,
    vorigContactId: null,
  } as const
  const leg = (over: object = {}, wie = begeleider) =>
    as(wie, (work) => registerContact(work, { ...contact, ...over }))
  const toon = async (wie: Vrager) =>
    (
      await as(wie, (work) =>
        listContactRijen(work, { pagina: 1, aantalPerPagina: 50, sorteer: '-contactOp' }),
      )
    ).results

  it('kan zonder naam, en is alleen bij de eigen organisatie te zien', async () => {
    const { id } = accepted(await leg())
    expect((await toon(begeleider)).find((row) => row.id === id)).toMatchObject({
      plek: 'Station Oost',
      herkenning: 'Man met rode muts',
      persoonId: null,
      isVervolgd: false,
    })
    expect((await toon(loket)).some((row) => row.id === id)).toBe(false)
    expect(await as(loket, (work) => readContact(work, id))).toMatchObject({ code: 'niet_gevonden' })
  })

  it('teruggaan gebeurt één keer', async () => {
    const { id } = accepted(await leg())
    const terug = { vorigContactId: id, dag: '2026-03-02', tijd: '09:00', vervolgOp: null }
    accepted(await leg(terug))
    expect((await toon(begeleider)).find((row) => row.id === id)).toMatchObject({ isVervolgd: true })
    expect(await leg(terug)).toMatchObject({ code: 'al_teruggegaan' })
  })

  it('ligt niet in de toekomst, en is te verbeteren door de eigen organisatie', async () => {
    expect(await leg({ dag: '2026-03-03' })).toMatchObject({ code: 'datum_past_niet', field: 'dag' })
    expect(await leg({ vervolgOp: '2026-02-01' })).toMatchObject({ field: 'vervolgOp' })
    const { id } = accepted(await leg())
    const { vorigContactId: _, ...beter } = contact
    accepted(await as(begeleider, (work) => changeContact(work, { ...beter, id, versie: 1, plek: 'Park' })))
    expect(await as(begeleider, (work) => changeContact(work, { ...beter, id, versie: 1 }))).toMatchObject({
      code: 'versie_verouderd',
    })
  })

  it('met een cliënt hoort het bij het dossier', async () => {
    const persoonId = await nieuw(begeleider)
    const { id } = accepted(await leg({ persoonId }))
    const { contacten } = accepted(await as(begeleider, (work) => readPersoonSignalen(work, persoonId)))
    expect(contacten.map((one) => one.id)).toEqual([id])
    expect(await leg({ persoonId: await nieuw(loket) })).toMatchObject({ code: 'client_onbekend' })
  })
})

describe('sleutelfiguren (OUT-07)', () => {
  it('staan met hun akkoord op de lijst van de hele regio, tot zij stoppen', async () => {
    const figuur = {
      soort: 'sleutelfiguur',
      naam: 'Imam Yusuf',
      rol: 'Kent de buurt',
      organisatie: null,
      gemeenteCode: 'GM0622',
      wijk: null,
      telefoon: '010 123 45 67',
      email: null,
      bereikbaar: null,
      akkoordOp: '2026-03-01',
      gestoptOp: null,
    } as const
    const { id } = accepted(await as(loket, (work) => registerFiguur(work, figuur)))
    const toon = async () =>
      (
        await as(begeleider, (work) =>
          listFiguurRijen(work, { pagina: 1, aantalPerPagina: 50, sorteer: 'naam' }),
        )
      ).results
    expect(await toon()).toMatchObject([{ id, naam: 'Imam Yusuf', gemeente: 'Vlaardingen' }])
    expect(
      await as(loket, (work) => registerFiguur(work, { ...figuur, akkoordOp: '2026-04-01' })),
    ).toMatchObject({
      field: 'akkoordOp',
    })
    accepted(
      await as(loket, (work) => changeFiguur(work, { ...figuur, id, versie: 1, gestoptOp: '2026-03-02' })),
    )
    expect(await toon()).toEqual([])
    const boek = await database.login.query(
      "select string_agg(gegevens::text, '') as alles from onderdak.gebeurtenis where onderwerp_id = $1",
      [id],
    )
    expect(boek.rows[0].alles).not.toContain('Yusuf')
  })
})
