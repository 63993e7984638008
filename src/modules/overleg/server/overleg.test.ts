import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import { ActieInvoer, listOverlegacties } from '../domain/actie-contract.ts'
import { BesluitInvoer, PadWijziging } from '../domain/besluit-contract.ts'
import { OverlegInvoer, OverlegWijziging } from '../domain/overleg-contract.ts'
import { AgendaWijziging, listVergaderingen, VergaderingInvoer } from '../domain/vergadering-contract.ts'
import { concludeActie, registerActie } from './actie-commands.ts'
import { changePad, registerBesluit } from './besluit-commands.ts'
import { listActierijen, readBesluit } from './besluit-queries.ts'
import { changeOverleg, registerOverleg } from './overleg-commands.ts'
import { readKeuzes, readOverleg } from './overleg-queries.ts'
import {
  cancelVergadering,
  changeAgenda,
  concludeVergadering,
  planVergadering,
} from './vergadering-commands.ts'
import { listRijen, readVergadering } from './vergadering-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-01')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
}, 60_000)

beforeEach(() => platform.clock.set('2026-04-01'))

const as = <T>(run: (work: Work) => Promise<T>) => workAs(platform, manager, run)
let nummer = 0
const overleg = (meer: object = {}) =>
  OverlegInvoer.parse({
    naam: `Overleg ${++nummer}`,
    afkorting: null,
    soort: 'rbo',
    niveau: 'bestuurlijk',
    perJaar: 4,
    leden: [{ functie: 'Wethouder zorg', organisatie: 'Gemeente Schiedam' }],
    vastePunten: [{ titel: 'Cijfers', soort: 'overig', herhaling: 'elk_kwartaal' }],
    stukkenDagen: 7,
    plaats: null,
    van: '2026-01-01',
    tot: null,
    toelichting: null,
    bron: 'Regiovisie MVS 2024 §7.4',
    ...meer,
  })
const maakOverleg = async (meer: object = {}) =>
  accepted(await as((work) => registerOverleg(work, overleg(meer)))).id
const plan = (overlegId: Id, meer: object = {}) =>
  as((work) =>
    planVergadering(
      work,
      VergaderingInvoer.parse({
        overlegId,
        datum: '2026-05-11',
        beginOm: '09:00',
        eindOm: '10:30',
        plaats: 'Stadhuis',
        werkbezoek: null,
        ...meer,
      }),
    ),
  )
const lees = async (id: Id) => {
  const found = accepted(await as((work) => readVergadering(work, id)))
  return found as Exclude<typeof found, { rejected: true }>
}
const punt = (titel: string, meer: object = {}) => ({
  titel,
  soort: 'overig',
  isVast: false,
  toelichting: null,
  stuk: null,
  activiteitId: null,
  programmaId: null,
  rapportId: null,
  ...meer,
})
const agenda = (id: Id, versie: number, ...punten: object[]) =>
  as((work) => changeAgenda(work, { ...AgendaWijziging.parse({ versie, punten }), id }))

describe('een overleg', () => {
  it('heeft leden met een functie, vaste punten en het uitvoeringsprogramma als het een RBO is', async () => {
    const id = await maakOverleg()
    expect(accepted(await as((work) => readOverleg(work, id)))).toMatchObject({
      leden: [{ functie: 'Wethouder zorg', organisatie: 'Gemeente Schiedam' }],
      vastePunten: [{ soort: 'uitvoeringsprogramma', herhaling: 'elke_vergadering' }, { titel: 'Cijfers' }],
      volgendeOp: null,
    })
  })

  it('krijgt het uitvoeringsprogramma terug als iemand het bij wijzigen weghaalt', async () => {
    const id = await maakOverleg()
    accepted(
      await as((work) => changeOverleg(work, { ...OverlegWijziging.parse({ ...overleg(), versie: 1 }), id })),
    )
    expect(accepted(await as((work) => readOverleg(work, id)))).toMatchObject({
      vastePunten: [{ soort: 'uitvoeringsprogramma' }, { titel: 'Cijfers' }],
    })
  })

  it('heeft een naam die nog niet bestaat', async () => {
    await maakOverleg({ naam: 'Projectgroep' })
    expect(await as((work) => registerOverleg(work, overleg({ naam: 'projectgroep' })))).toMatchObject({
      code: 'bestaat_al',
      field: 'naam',
    })
  })
})

describe('een vergadering', () => {
  it('krijgt de vaste punten die aan de beurt zijn, en een dag voor de stukken', async () => {
    const overlegId = await maakOverleg()
    const { id } = accepted(await plan(overlegId))
    expect(await lees(id)).toMatchObject({
      status: 'gepland',
      stukkenOp: '2026-05-04',
      punten: [{ soort: 'uitvoeringsprogramma', isVast: true }, { titel: 'Cijfers' }],
    })
    const tweede = accepted(await plan(overlegId, { datum: '2026-06-08' }))
    expect((await lees(tweede.id)).punten.map(({ titel }) => titel)).not.toContain('Cijfers')
    const derde = accepted(await plan(overlegId, { datum: '2026-07-06' }))
    expect((await lees(derde.id)).punten.map(({ titel }) => titel)).toContain('Cijfers')
    const { results } = await as((work) =>
      listRijen(work, listVergaderingen.query.parse({ overlegId, wanneer: 'komt' })),
    )
    expect(results).toHaveLength(3)
  })

  it('is er één keer op een moment, en niet buiten de dagen van het overleg', async () => {
    const overlegId = await maakOverleg({ tot: '2026-06-01' })
    accepted(await plan(overlegId))
    expect(await plan(overlegId)).toMatchObject({ field: 'datum', code: 'bestaat_al' })
    expect(await plan(overlegId, { datum: '2026-06-01' })).toMatchObject({ field: 'datum' })
    expect(await plan(regio.regioId)).toMatchObject({ field: 'datum' })
  })

  it('van een RBO houdt het uitvoeringsprogramma op de agenda', async () => {
    const { id } = accepted(await plan(await maakOverleg()))
    expect(await agenda(id, 1, punt('Anders'))).toMatchObject({
      code: 'uitvoeringsprogramma_ontbreekt',
      field: 'punten',
    })
    accepted(await agenda(id, 1, punt('Anders'), punt('UP', { soort: 'uitvoeringsprogramma', isVast: true })))
    expect((await lees(id)).punten.map(({ titel }) => titel)).toEqual(['Anders', 'UP'])
    expect(await agenda(id, 1, punt('UP', { soort: 'uitvoeringsprogramma' }))).toMatchObject({
      code: 'versie_verouderd',
    })
  })

  it('zegt waar het stuk bij een punt staat, en vanaf de afgesproken dag dat de stukken er moeten zijn', async () => {
    const { id } = accepted(await plan(await maakOverleg({ soort: 'asg', stukkenDagen: 7 })))
    accepted(await agenda(id, 1, punt('Begroting', { stuk: ' https://archief.example/12 ' }), punt('Nazorg')))
    expect(await lees(id)).toMatchObject({
      vraagtStukken: false,
      punten: [{ stuk: 'https://archief.example/12' }, { stuk: null }],
    })
    platform.clock.set('2026-05-04')
    expect(await lees(id)).toMatchObject({ stukkenOp: '2026-05-04', vraagtStukken: true })
    const fout = AgendaWijziging.safeParse({ versie: 2, punten: [punt('x', { stuk: 'x'.repeat(501) })] })
    expect(fout.error?.issues).toMatchObject([{ path: ['punten', 0, 'stuk'] }])
  })

  it('weigert een verwijzing naar wat er niet is', async () => {
    const { id } = accepted(await plan(await maakOverleg({ soort: 'asg' })))
    for (const veld of ['activiteitId', 'programmaId', 'rapportId'])
      expect(await agenda(id, 1, punt('x', { [veld]: regio.regioId }))).toMatchObject({
        code: 'keuze_bestaat_niet',
        field: 'punten',
      })
  })

  it('die is afgelast verandert niet meer, en haar moment is weer vrij', async () => {
    const overlegId = await maakOverleg()
    const { id } = accepted(await plan(overlegId))
    accepted(await as((work) => cancelVergadering(work, { id, versie: 1, reden: 'Griep' })))
    expect(await agenda(id, 2, punt('x'))).toMatchObject({ code: 'vergadering_afgelast', field: 'punten' })
    expect(await as((work) => concludeVergadering(work, { id, versie: 2, verslag: null }))).toMatchObject({
      code: 'kan_nu_niet',
    })
    accepted(await plan(overlegId))
  })

  it('is pas gehouden als zij is geweest', async () => {
    const { id } = accepted(await plan(await maakOverleg()))
    const gehouden = () => as((work) => concludeVergadering(work, { id, versie: 1, verslag: 'Archief 12' }))
    expect(await gehouden()).toMatchObject({ field: 'verslag' })
    platform.clock.set('2026-05-11')
    accepted(await gehouden())
    expect(await lees(id)).toMatchObject({ status: 'gehouden', verslag: 'Archief 12' })
  })
})

const besluit = (meer: object = {}) =>
  BesluitInvoer.parse({
    orgaan: 'rbo',
    gemeenteCode: null,
    nummer: `B${++nummer}`,
    titel: 'Begroting',
    tekst: 'Vaststellen',
    beslotenOp: null,
    vergaderingId: null,
    activiteitIds: [],
    programmaId: null,
    besluitmomentId: null,
    ...meer,
  })
const stap = (
  beurt: number,
  orgaan: string,
  gemeenteCode: string | null,
  gedaanOp: string | null = null,
) => ({
  beurt,
  orgaan,
  gemeenteCode,
  omschrijving: null,
  geplandOp: null,
  gedaanOp,
  uitkomst: gedaanOp && 'akkoord',
})

describe('een besluit', () => {
  const leg = (meer: object = {}) => as((work) => registerBesluit(work, besluit(meer)))
  const pad = (id: Id, versie: number, ...stappen: object[]) =>
    as((work) => changePad(work, { ...PadWijziging.parse({ versie, stappen }), id }))

  it('ligt niet in de toekomst, is niet van een vreemde gemeente en heeft een eigen nummer', async () => {
    expect(await leg({ beslotenOp: '2026-04-02' })).toMatchObject({ field: 'beslotenOp' })
    expect(await leg({ orgaan: 'raad', gemeenteCode: 'GM0363' })).toMatchObject({ field: 'gemeenteCode' })
    expect(await leg({ vergaderingId: regio.regioId })).toMatchObject({ field: 'vergaderingId' })
    expect(await leg({ activiteitIds: [regio.regioId] })).toMatchObject({ field: 'activiteitIds' })
    accepted(await leg({ nummer: 'Z-1' }))
    expect(await leg({ nummer: 'Z-1' })).toMatchObject({ field: 'nummer' })
    accepted(await leg({ nummer: 'Z-1', orgaan: 'raad', gemeenteCode: 'GM0622' }))
  })

  it('laat zien wat er nog nodig is, en wie nu aan zet is', async () => {
    const { id } = accepted(await leg())
    accepted(
      await pad(
        id,
        1,
        stap(1, 'college', 'GM0622', '2026-03-01'),
        stap(1, 'college', 'GM0606'),
        stap(2, 'raad', 'GM0622'),
        stap(2, 'raad', 'GM0606'),
      ),
    )
    expect(await as((work) => readBesluit(work, id))).toMatchObject({
      stand: 'voorgenomen',
      nogNodig: 'college van Schiedam, raad van Vlaardingen, raad van Schiedam, het besluit zelf (RBO)',
      aanZet: ['college van Schiedam', 'raad van Vlaardingen'],
    })
  })

  it('zegt bij de stap zelf wat er niet klopt', async () => {
    const { id } = accepted(await leg())
    expect(
      await pad(
        id,
        1,
        stap(1, 'college', 'GM0622'),
        stap(2, 'raad', 'GM0622', '2026-03-01'),
        stap(1, 'college', 'GM0363'),
        stap(3, 'rbo', null, '2026-04-02'),
      ),
    ).toMatchObject({
      status: 422,
      faults: [
        { field: 'stappen.2.gemeenteCode' },
        { field: 'stappen.3.gedaanOp' },
        {
          field: 'stappen.1.gedaanOp',
          message: 'Deze stap kan nog niet: eerst moet college van Vlaardingen klaar zijn.',
        },
      ],
    })
  })
})

describe('wat de database weigert', () => {
  const zet = (vraag: string) => database.login.query(vraag)
  it('een agenda zonder uitvoeringsprogramma, een RBO zonder dat vaste punt', async () => {
    const { id } = accepted(await plan(await maakOverleg()))
    await expect(
      zet(`delete from onderdak.vergadering_agendapunt where vergadering_id = '${id}'`),
    ).rejects.toThrow('mist het uitvoeringsprogramma')
    await expect(
      zet(
        "update onderdak.overleg set soort = 'asg'; delete from onderdak.overleg_agendapunt; update onderdak.overleg set soort = 'rbo'",
      ),
    ).rejects.toThrow('mist het uitvoeringsprogramma')
  })

  it('een stap voor wat eerst moet, en een besluit in de toekomst', async () => {
    const { id } = accepted(await as((work) => registerBesluit(work, besluit())))
    const erin = (beurt: number, dag: string | null) =>
      `insert into onderdak.bestuursbesluit_stap (bestuursbesluit_id, regio_id, nummer, beurt, orgaan, gedaan_op, uitkomst) values ('${id}', '${regio.regioId}', ${beurt}, ${beurt}, 'rbo', ${dag ? `'${dag}', 'akkoord'` : 'null, null'})`
    await expect(zet(`${erin(1, null)}; ${erin(2, '2020-01-01')}`)).rejects.toThrow(
      'gaat voor op wat eerst moet',
    )
    await expect(
      zet(`update onderdak.bestuursbesluit set besloten_op = '2150-01-01' where id = '${id}'`),
    ).rejects.toThrow('ligt in de toekomst')
    await expect(
      zet("update onderdak.bestuursbesluit set orgaan = 'raad' where gemeente_code is null"),
    ).rejects.toThrow('bestuursbesluit_gemeente_past')
  })
})

describe('acties', () => {
  const leg = async (meer: object = {}) =>
    accepted(
      await as((work) =>
        registerActie(
          work,
          ActieInvoer.parse({
            tekst: 'Notitie schrijven',
            functie: 'Beleidsadviseur',
            organisatie: 'Gemeente Schiedam',
            uiterlijkOp: '2026-04-10',
            vergaderingId: null,
            besluitId: null,
            ...meer,
          }),
        ),
      ),
    )
  const open = async () =>
    (await as((work) => listActierijen(work, listOverlegacties.query.parse({ open: 'ja' })))).results
  const taken = async () => {
    const { groepen } = await as(readVandaag)
    return groepen.find(({ code }) => code === 'overlegactie_open')
  }

  it('staan open tot zij gedaan zijn of niet meer hoeven; wat te laat is staat op Vandaag', async () => {
    const { id } = await leg()
    expect(await open()).toMatchObject([{ id, stand: 'open', waaruit: null }])
    expect((await taken())?.items).toMatchObject([{ naam: 'Notitie schrijven', stand: 'binnenkort' }])
    platform.clock.set('2026-04-11')
    expect(await open()).toMatchObject([{ stand: 'te_laat' }])
    expect(await taken()).toMatchObject({ teLaat: 1 })
    const rond = (op: string) =>
      as((work) => concludeActie(work, { id, versie: 1, hoe: 'gedaan', op, afloop: null }))
    expect(await rond(addDays('2026-04-11', 1))).toMatchObject({ field: 'op' })
    accepted(await rond('2026-04-11'))
    expect(await open()).toEqual([])
    expect(await taken()).toBeUndefined()
    expect(await rond('2026-04-11')).toMatchObject({ code: 'kan_nu_niet' })
  })

  it('zeggen uit welke vergadering en welk besluit zij komen', async () => {
    const overlegId = await maakOverleg({ naam: 'RBO van de acties' })
    const vergadering = accepted(await plan(overlegId))
    const { id: besluitId } = accepted(await as((work) => registerBesluit(work, besluit({ nummer: 'A-9' }))))
    await leg({ vergaderingId: vergadering.id, besluitId })
    expect(await open()).toMatchObject([{ waaruit: 'RBO van de acties, 11-5-2026; besluit A-9 Begroting' }])
    const keuzes = await as(readKeuzes)
    expect(keuzes.gemeenten.map(({ naam }) => naam)).toEqual(['Schiedam', 'Vlaardingen'])
    expect(keuzes.vergaderingen.map(({ naam }) => naam)).toContain('RBO van de acties, 11-5-2026')
  })
})
