import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import {
  givenProgrammawereld,
  metingInvoer,
  type Programmawereld,
} from '../../../../tests/given/programma.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { MetingWijziging } from '../domain/meting-contract.ts'
import {
  BesluitInvoer,
  BesluitmomentInvoer,
  GeldInvoer,
  KnelpuntInvoer,
  listBesluitmomenten,
  StandInvoer,
  VoortgangInvoer,
} from '../domain/voortgang-contract.ts'
import { readActiviteitverslag, readVerslagbegin } from './lookup.ts'
import { changeMeting } from './meting-commands.ts'
import * as doe from './voortgang-commands.ts'
import { listBesluitPagina, readDraad, readMetingen } from './voortgang-queries.ts'

const database = useDatabase()
let w: Programmawereld
let programma: Id

beforeAll(async () => {
  w = await givenProgrammawereld(database)
  programma = await w.programma()
}, 120_000)

const draad = async (id: Id) => accepted(await w.as(w.coordinator, (work) => readDraad(work, id)))
const staat = (id: Id, op: string, stand: string, meer: object = {}) =>
  w.as(w.manager, (work) => doe.reportStand(work, { ...StandInvoer.parse({ op, stand, ...meer }), id }))
const schrijf = (id: Id, op: string, standVanZaken: string) =>
  w.as(w.manager, (work) =>
    doe.reportVoortgang(work, { ...VoortgangInvoer.parse({ op, standVanZaken, bron: 'Rapportage' }), id }),
  )
const meld = (id: Id, gemeldOp = '2026-02-01') =>
  w.as(w.manager, (work) =>
    doe.reportKnelpunt(work, {
      ...KnelpuntInvoer.parse({ soort: 'geld', omschrijving: 'Geen budget', gemeldOp, bron: 'Overleg' }),
      id,
    }),
  )
const losOp = (id: Id, versie: number, opgelostOp: string, wie: Vrager = w.manager) =>
  w.as(wie, (work) => doe.solveKnelpunt(work, { id, versie, opgelostOp, oplossing: 'Subsidie' }))
const plan = async (id: Id, geplandOp = '2026-04-15') =>
  accepted(
    await w.as(w.manager, (work) =>
      doe.planBesluitmoment(work, {
        ...BesluitmomentInvoer.parse({ waarover: 'Hoe verder', orgaan: 'asg', geplandOp, bron: 'Jaarplan' }),
        id,
      }),
    ),
  ).id
const besluit = (id: Id, uitkomst: string, besloten = '2026-03-20', versie = 1, wie: Vrager = w.manager) =>
  w.as(wie, (work) =>
    doe.decideBesluitmoment(work, {
      ...BesluitInvoer.parse({ uitkomst, besloten, motivering: 'Daarom', versie }),
      id,
    }),
  )
const metingenVan = async (id: Id) => accepted(await w.as(w.coordinator, (work) => readMetingen(work, id)))

describe('hoe het staat', () => {
  it('is wat van de nieuwste dag het laatst is gezegd; van eerder mag het ook later', async () => {
    const id = await w.activiteit(programma)
    accepted(await staat(id, '2026-02-01', 'voorbereiding', { koers: 'op_schema' }))
    accepted(await staat(id, '2026-01-01', 'verkenning'))
    expect(await w.lees(id)).toMatchObject({
      stand: 'voorbereiding',
      koers: 'op_schema',
      standOp: '2026-02-01',
    })
    accepted(await staat(id, '2026-02-01', 'in_uitvoering', { koers: 'vertraagd', reden: 'Ziekte' }))
    expect(await w.lees(id)).toMatchObject({ stand: 'in_uitvoering', koers: 'vertraagd', reden: 'Ziekte' })
    expect((await draad(id)).punten).toHaveLength(3)
    expect(await staat(id, '2026-04-02', 'afgerond')).toMatchObject({
      code: 'datum_in_toekomst',
      field: 'op',
    })
    expect(await staat(w.platform.newId(), '2026-03-01', 'afgerond')).toMatchObject({ code: 'niet_gevonden' })
  })
})

describe('een tekst over de voortgang', () => {
  it('blijft staan tot zij wordt ingetrokken, één keer', async () => {
    const id = await w.activiteit(programma)
    accepted(await schrijf(id, '2026-02-01', 'Begonnen'))
    const { id: tekst } = accepted(await schrijf(id, '2026-03-01', 'Verkeerd'))
    expect(await w.lees(id)).toMatchObject({ bijgewerktOp: '2026-03-01' })
    const trek = () => w.as(w.adviseur, (work) => doe.withdrawVoortgang(work, tekst))
    accepted(await trek())
    expect(await w.lees(id)).toMatchObject({ bijgewerktOp: '2026-02-01' })
    expect((await draad(id)).punten).toMatchObject([{ standVanZaken: 'Begonnen', isOpenbaar: false }])
    expect(await trek()).toMatchObject({ code: 'niet_gevonden' })
    expect(await schrijf(id, '2026-04-02', 'Morgen')).toMatchObject({ field: 'op' })
  })
})

describe('een knelpunt', () => {
  it('staat open tot het is opgelost, niet voor het melden; een te late oplossing hoort wie wat schreef', async () => {
    const id = await w.activiteit(programma)
    const { id: knelpunt } = accepted(await meld(id))
    expect(await w.lees(id)).toMatchObject({ openKnelpunten: 1 })
    expect(await losOp(knelpunt, 1, '2026-01-31')).toMatchObject({
      code: 'datum_past_niet',
      field: 'opgelostOp',
      message: 'De dag van oplossen ligt voor de dag van melden.',
    })
    expect(await losOp(knelpunt, 1, '2026-04-02')).toMatchObject({ field: 'opgelostOp' })
    accepted(await losOp(knelpunt, 1, '2026-03-01', w.adviseur))
    expect(await w.lees(id)).toMatchObject({ openKnelpunten: 0 })
    expect(await losOp(knelpunt, 1, '2026-03-02')).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: expect.arrayContaining([
        expect.objectContaining({ veld: 'oplossing', oud: 'leeg', nieuw: 'Subsidie' }),
      ]),
    })
    expect(await meld(id, '2026-04-02')).toMatchObject({ field: 'gemeldOp' })
  })
})

describe('een besluit (UP-07)', () => {
  it('wordt één keer genomen; wie te laat is hoort door wie', async () => {
    const id = await w.activiteit(programma)
    const moment = await plan(id)
    expect(await w.lees(id)).toMatchObject({ volgendBesluitOp: '2026-04-15' })
    expect(await besluit(moment, 'doorgaan', '2026-04-02')).toMatchObject({ field: 'besloten' })
    accepted(await besluit(moment, 'aanpassen', '2026-03-20', 1, w.adviseur))
    for (const versie of [1, 2])
      expect(await besluit(moment, 'stoppen', '2026-03-21', versie)).toMatchObject({
        code: 'al_besloten',
        message: expect.stringMatching(
          /^Hierover is al besloten\. .* Proef beleidsmedewerker centrumgemeente wijzigde dit/,
        ),
      })
    expect((await draad(id)).besluitmomenten).toMatchObject([
      { uitkomst: 'aanpassen', beslotenOp: '2026-03-20' },
    ])
    expect(await w.lees(id)).toMatchObject({ volgendBesluitOp: null, stand: null })
  })

  it('stoppen zet de stand, met de reden en zonder koers; opschalen en doorgaan houden de koers', async () => {
    const id = await w.activiteit(programma)
    accepted(await staat(id, '2026-02-01', 'in_uitvoering', { koers: 'op_schema' }))
    accepted(await besluit(await plan(id), 'opschalen', '2026-03-01'))
    expect(await w.lees(id)).toMatchObject({ stand: 'uitgebreid', koers: 'op_schema', standOp: '2026-03-01' })
    accepted(await besluit(await plan(id), 'doorgaan', '2026-03-10'))
    expect(await w.lees(id)).toMatchObject({ stand: 'voortgezet', koers: 'op_schema' })
    accepted(await besluit(await plan(id), 'stoppen', '2026-03-20'))
    expect(await w.lees(id)).toMatchObject({ stand: 'voortijdig_beeindigd', koers: null, reden: 'Daarom' })
  })

  it('van voor de laatste stand verandert die niet, en wat klaar is stopt niet nog eens', async () => {
    const id = await w.activiteit(programma)
    accepted(await staat(id, '2026-03-25', 'in_uitvoering'))
    accepted(await besluit(await plan(id), 'stoppen', '2026-03-20'))
    expect(await w.lees(id)).toMatchObject({ stand: 'in_uitvoering' })
    accepted(await staat(id, '2026-03-26', 'afgerond'))
    accepted(await besluit(await plan(id), 'stoppen', '2026-03-27'))
    expect(await w.lees(id)).toMatchObject({ stand: 'afgerond' })
  })

  it('dat nog komt en te laat is, staat in de lijst', async () => {
    const programmaId = await w.programma()
    const id = await w.activiteit(programmaId, { code: '1', naam: 'Kaart' })
    await plan(id, '2026-03-31')
    accepted(await besluit(await plan(id, '2026-04-01'), 'doorgaan'))
    const rijen = async (query: object) =>
      (
        await w.as(w.coordinator, (work) =>
          listBesluitPagina(work, listBesluitmomenten.query.parse({ programmaId, ...query })),
        )
      ).results
    expect(await rijen({})).toHaveLength(2)
    expect(await rijen({ open: 'ja' })).toMatchObject([
      { activiteit: '1 Kaart', isTeLaat: true, uitkomst: null },
    ])
    expect(await rijen({ open: 'nee' })).toMatchObject([{ isTeLaat: false, uitkomst: 'doorgaan' }])
  })
})

describe('geld', () => {
  const geld = (meer: object = {}) =>
    GeldInvoer.parse({
      soort: 'kosten',
      jaar: 2026,
      omschrijving: 'Leider',
      bedrag: 100.1,
      bron: 'Begroting',
      ...meer,
    })

  it('verbeteren en weghalen gaan met de versie die men zag; wat weg is staat nog in het boek', async () => {
    const id = await w.activiteit(programma)
    const { id: rij } = accepted(await w.as(w.manager, (work) => doe.registerGeld(work, { ...geld(), id })))
    accepted(
      await w.as(w.adviseur, (work) =>
        doe.changeGeld(work, { ...geld({ bedrag: 250 }), id: rij, versie: 1 }),
      ),
    )
    const oud = {
      code: 'versie_verouderd',
      wijzigingen: [expect.objectContaining({ veld: 'bedrag', oud: '100.10', nieuw: '250.00' })],
    }
    expect(
      await w.as(w.manager, (work) => doe.changeGeld(work, { ...geld(), id: rij, versie: 1 })),
    ).toMatchObject(oud)
    expect(await w.as(w.manager, (work) => doe.removeGeld(work, { id: rij, versie: 1 }))).toMatchObject(oud)
    expect((await draad(id)).geld).toMatchObject([{ bedrag: 250, isStructureel: false, versie: 2 }])
    accepted(await w.as(w.manager, (work) => doe.removeGeld(work, { id: rij, versie: 2 })))
    expect((await draad(id)).geld).toEqual([])
    const { rows } = await database.login.query(
      "select gegevens from onderdak.gebeurtenis where soort = 'ActiviteitgeldVerwijderd' and onderwerp_id = $1",
      [rij],
    )
    expect(rows[0].gegevens).toMatchObject({
      soort: 'kosten',
      jaar: 2026,
      omschrijving: 'Leider',
      bedrag: '250.00',
    })
  })
})

describe('de draad en het verslag', () => {
  it('de draad heeft het nieuwste eerst; het verslag van een periode het oudste, met hoe het aan het einde stond', async () => {
    const programmaId = await w.programma()
    const id = await w.activiteit(programmaId, {
      resultaten: [{ nummer: 1, naam: 'Woningen', eenheid: 'woningen' }],
    })
    const [een] = (await w.lees(id)).resultaten
    accepted(await staat(id, '2025-11-01', 'verkenning'))
    accepted(await schrijf(id, '2025-12-01', 'Vorig jaar'))
    const { id: knelpunt } = accepted(await meld(id, '2026-01-10'))
    accepted(
      await w.as(w.manager, (work) =>
        doe.reportWaarde(work, {
          id: een!.id,
          op: '2026-01-20',
          waarde: 4,
          toelichting: null,
          bron: 'Telling',
        }),
      ),
    )
    accepted(await losOp(knelpunt, 1, '2026-02-10'))
    accepted(await besluit(await plan(id), 'opschalen', '2026-03-01'))
    accepted(await schrijf(id, '2026-03-30', 'Nieuw'))
    accepted(await w.meet(id))

    const { punten } = await draad(id)
    expect(punten.map(({ op, soort }) => `${op} ${soort}`)).toEqual([
      '2026-03-30 voortgang',
      '2026-03-01 stand',
      '2026-03-01 besluit',
      '2026-02-10 knelpunt',
      '2026-01-20 getal',
      '2026-01-10 knelpunt',
      '2025-12-01 voortgang',
      '2025-11-01 stand',
    ])
    expect(punten[3]).toMatchObject({ isOplossing: true, oplossing: 'Subsidie' })
    expect(punten[4]).toMatchObject({
      waarde: 4,
      eenheid: 'woningen',
      wie: 'Proef programmamanager centrumgemeente',
    })

    const begin = await w.as(w.coordinator, (work) => readVerslagbegin(work, programmaId))
    const activiteit = await w.as(w.coordinator, (work) =>
      readActiviteitverslag(work, begin!.activiteiten[0]!, { van: '2026-01-01', tot: '2026-03-01' }),
    )
    expect(activiteit!.punten.map(({ op }) => op)).toEqual(['2026-01-10', '2026-01-20', '2026-02-10'])
    expect(activiteit!.voortgang).toMatchObject({ standVanZaken: 'Vorig jaar' })
    expect(activiteit!.stand).toMatchObject({ stand: 'verkenning', op: '2025-11-01' })
    expect(activiteit!.metingen).toHaveLength(1)
    expect(await w.as(w.coordinator, (work) => readVerslagbegin(work, w.platform.newId()))).toBeUndefined()
    expect(await w.as(w.coordinator, (work) => readDraad(work, w.platform.newId()))).toMatchObject({
      code: 'niet_gevonden',
    })
  })
})

describe('een meting (MON-09)', () => {
  it('toont wat de bron geeft met wat ervan te zeggen is; wie te laat verbetert hoort welk gemiddelde anders werd', async () => {
    const id = await w.activiteit(programma)
    const [stelling] = metingInvoer.stellingen
    const ander = { ...stelling, nummer: 2, stelling: 'Ik speel veel' }
    const { id: meting } = accepted(await w.meet(id, { stellingen: [{ ...stelling, verschil: 4.1 }, ander] }))
    const { metingen } = await metingenVan(id)
    expect(metingen).toMatchObject([
      {
        naam: 'Groep Oost',
        stellingen: [
          { nul: 3, na: 7, verschil: 4.1, wijktAf: true, interval: null, oordeel: 'beter' },
          { verschil: 4, wijktAf: false },
        ],
        conclusie: [
          expect.stringMatching(/^Van 2 stellingen/),
          ...Array(4 - 1).fill(expect.any(String)),
          expect.any(String),
        ],
      },
    ])
    expect(await w.meet(id)).toMatchObject({ code: 'meting_bestaat', field: 'naam' })
    expect(await w.meet(id, { naam: 'Later', naOp: '2026-04-02' })).toMatchObject({ field: 'naOp' })
    const wijzig = (stellingen: object[], wie: Vrager) =>
      w.as(wie, (work) =>
        changeMeting(work, {
          ...MetingWijziging.parse({ ...metingInvoer, stellingen, versie: 1 }),
          id: meting,
        }),
      )
    accepted(
      await wijzig(
        [
          { ...stelling, verschil: 4.1 },
          { ...ander, na: 8.5, verschil: null },
        ],
        w.adviseur,
      ),
    )
    expect(await wijzig([ander], w.manager)).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [
        expect.objectContaining({
          veld: 'stellingen',
          oud: '2. Ik speel veel; hoger is beter; voor 3; na 7; verschil 4',
          nieuw: '2. Ik speel veel; hoger is beter; voor 3; na 8,5',
        }),
      ],
    })
    expect((await metingenVan(id)).metingen[0]).toMatchObject({
      versie: 2,
      stellingen: [{}, { na: 8.5, verschil: 5.5 }],
    })
  })
})
