import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, workAs } from '../../../../tests/given/platform.ts'
import { givenProgrammawereld, type Programmawereld } from '../../../../tests/given/programma.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { planBesluitmoment } from '../../programma/server/commands.ts'
import { readDraad } from '../../programma/server/voortgang-queries.ts'
import {
  BesluitInvoer,
  BesluitWijziging,
  listBestuursbesluiten,
  PadWijziging,
} from '../domain/besluit-contract.ts'
import { changeBesluit, changePad, registerBesluit } from './besluit-commands.ts'
import { listBesluitrijen, readBesluit } from './besluit-queries.ts'
import { readKeuzes } from './overleg-queries.ts'

const database = useDatabase()
let w: Programmawereld
let programma: Id
let activiteit: Id
let moment: Id

const as = <T>(run: (work: Work) => Promise<T>) => w.as(w.manager, run)
let nummer = 0
const invoer = (meer: object = {}) => ({
  orgaan: 'rbo',
  gemeenteCode: null,
  nummer: `P${++nummer}`,
  titel: 'Housing First na de pilot',
  tekst: 'De pilot gaat door.',
  beslotenOp: null,
  vergaderingId: null,
  activiteitIds: [],
  programmaId: null,
  besluitmomentId: null,
  ...meer,
})
const leg = (meer: object = {}) => as((work) => registerBesluit(work, BesluitInvoer.parse(invoer(meer))))
const plan = async (id: Id, orgaan: string, waarover = 'Hoe verder na de pilot') =>
  accepted(
    await as((work) =>
      planBesluitmoment(work, {
        id,
        waarover,
        criteria: null,
        orgaan: orgaan as 'rbo',
        geplandOp: '2026-06-01',
        bron: 'Programma',
      }),
    ),
  ).id
const lijst = async (over: object) =>
  (await as((work) => listBesluitrijen(work, listBestuursbesluiten.query.parse(over)))).results

beforeAll(async () => {
  w = await givenProgrammawereld(database)
  programma = await w.programma({ code: 'UP', naam: 'Uitvoeringsprogramma 2025' })
  activiteit = await w.activiteit(programma, { code: 'A1', naam: 'Housing First' })
  moment = await plan(activiteit, 'rbo')
}, 60_000)

describe('waar een besluit over gaat', () => {
  it('kan een programma zijn: het staat bij het programma en niet bij een activiteit', async () => {
    const { id } = accepted(await leg({ programmaId: programma }))
    expect(await as((work) => readBesluit(work, id))).toMatchObject({
      over: 'Uitvoeringsprogramma 2025',
      programma: { id: programma, naam: 'Uitvoeringsprogramma 2025' },
      besluitmoment: null,
    })
    expect((await lijst({ programmaId: programma })).map((een) => een.id)).toContain(id)
    expect((await lijst({ activiteitId: activiteit })).map((een) => een.id)).not.toContain(id)
  })

  it('kan een besluitmoment zijn: het staat bij de activiteit en haar programma, met wat er nog nodig is', async () => {
    const { id } = accepted(await leg({ besluitmomentId: moment, activiteitIds: [activiteit] }))
    const stap = { beurt: 1, orgaan: 'college', gemeenteCode: 'GM0622', omschrijving: null }
    accepted(
      await as((work) =>
        changePad(work, {
          ...PadWijziging.parse({
            versie: 1,
            stappen: [{ ...stap, geplandOp: '2026-05-01', gedaanOp: null, uitkomst: null }],
          }),
          id,
        }),
      ),
    )
    const rij = {
      id,
      besluitmomentId: moment,
      over: 'A1 Housing First: Hoe verder na de pilot',
      nogNodig: 'college van Vlaardingen, het besluit zelf (RBO)',
      volgendeOp: '2026-05-01',
    }
    expect(await lijst({ activiteitId: activiteit })).toMatchObject([rij])
    expect(await lijst({ programmaId: programma })).toContainEqual(expect.objectContaining(rij))
    expect(await lijst({ programmaId: await w.programma() })).toEqual([])
    expect(await as((work) => readBesluit(work, id))).toMatchObject({
      besluitmoment: {
        id: moment,
        activiteitId: activiteit,
        activiteit: 'A1 Housing First',
        beslotenOp: null,
      },
    })
  })

  it('zijn ook activiteiten alleen, of niets', async () => {
    const andere = await w.activiteit(programma, { code: 'A2', naam: 'Nazorg' })
    const { id } = accepted(await leg({ activiteitIds: [andere, activiteit] }))
    expect(await lijst({ activiteitId: andere })).toMatchObject([{ id, over: 'A1 Housing First; A2 Nazorg' }])
    const los = accepted(await leg())
    expect(await as((work) => readBesluit(work, los.id))).toMatchObject({ over: null })
  })

  it('is niet een programma en een besluitmoment tegelijk', () => {
    const { error } = BesluitInvoer.safeParse(invoer({ programmaId: programma, besluitmomentId: moment }))
    expect(error?.issues).toMatchObject([
      {
        path: ['besluitmomentId'],
        message: 'Kies een programma of een besluitmoment, niet allebei.',
      },
    ])
  })

  it('bestaat, en is van dezelfde regio', async () => {
    for (const veld of ['programmaId', 'besluitmomentId'])
      expect(await leg({ [veld]: w.regio.regioId })).toMatchObject({
        code: 'keuze_bestaat_niet',
        field: veld,
      })
    const elders = await givenRegio(w.platform, 'AND')
    const vreemd = await elders.als('centrumgemeente', 'programmamanager')
    expect(
      await workAs(w.platform, vreemd, (work) =>
        registerBesluit(work, BesluitInvoer.parse(invoer({ programmaId: programma }))),
      ),
    ).toMatchObject({ code: 'keuze_bestaat_niet', field: 'programmaId' })
    expect(
      await workAs(w.platform, vreemd, (work) =>
        listBesluitrijen(work, listBestuursbesluiten.query.parse({ programmaId: programma })),
      ),
    ).toMatchObject({ count: 0 })
  })
})

describe('bij een besluitmoment besluit wie daar staat', () => {
  it('een college besluit niet waar het RBO besluit, ook niet na een wijziging', async () => {
    const college = { orgaan: 'college', gemeenteCode: 'GM0622' }
    expect(await leg({ ...college, besluitmomentId: moment })).toMatchObject({
      code: 'orgaan_past_niet',
      field: 'besluitmomentId',
    })
    const eerst = invoer({ besluitmomentId: moment })
    const { id } = accepted(await as((work) => registerBesluit(work, BesluitInvoer.parse(eerst))))
    const wijzig = (versie: number, meer: object) =>
      as((work) => changeBesluit(work, { ...BesluitWijziging.parse({ ...eerst, ...meer, versie }), id }))
    expect(await wijzig(1, college)).toMatchObject({ field: 'besluitmomentId' })
    accepted(await wijzig(1, { ...college, besluitmomentId: null, activiteitIds: [activiteit] }))
  })

  it('elke raad besluit zelf bij hetzelfde besluitmoment; een stuurgroep is hier een ander', async () => {
    const pilot = await w.activiteit(programma, { code: 'A3', naam: 'Pilot' })
    const raad = await plan(pilot, 'raad')
    for (const gemeenteCode of ['GM0622', 'GM0606'])
      accepted(await leg({ orgaan: 'raad', gemeenteCode, besluitmomentId: raad }))
    expect(await lijst({ activiteitId: pilot })).toHaveLength(2)
    const stuurgroep = await plan(pilot, 'stuurgroep')
    expect(await leg({ orgaan: 'asg', besluitmomentId: stuurgroep })).toMatchObject({
      code: 'orgaan_past_niet',
    })
    accepted(await leg({ orgaan: 'overig', besluitmomentId: stuurgroep }))
  })

  it('staat in de keuzelijst vooraan wie besluit', async () => {
    const { besluitmomenten } = await as(readKeuzes)
    expect(besluitmomenten).toContainEqual({
      id: moment,
      naam: 'Regionaal bestuurlijk overleg: UP A1 Housing First: Hoe verder na de pilot',
    })
  })

  it('de uitkomst bij de activiteit verandert niet vanzelf als het besluit is genomen', async () => {
    const { id } = accepted(await leg({ besluitmomentId: moment, beslotenOp: '2026-03-20' }))
    expect(await as((work) => readBesluit(work, id))).toMatchObject({
      stand: 'rond',
      besluitmoment: { beslotenOp: null },
    })
    const draad = await as((work) => readDraad(work, activiteit))
    expect(draad).toMatchObject({ besluitmomenten: [{ id: moment, uitkomst: null }] })
  })
})

describe('wat de database weigert', () => {
  const zet = (vraag: string) => database.login.query(vraag)
  it('twee verwijzingen, en een ander orgaan dan bij het besluitmoment', async () => {
    const { id } = accepted(await leg({ besluitmomentId: moment }))
    await expect(
      zet(`update onderdak.bestuursbesluit set programma_id = '${programma}' where id = '${id}'`),
    ).rejects.toThrow('bestuursbesluit_een_verwijzing')
    await expect(
      zet(`update onderdak.bestuursbesluit set orgaan = 'asg' where id = '${id}'`),
    ).rejects.toThrow('besluit een ander')
  })
})
