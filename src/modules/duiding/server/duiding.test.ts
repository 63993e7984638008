import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { VerhaalInvoer } from '../domain/verhaal-contract.ts'
import {
  addBronwaarde,
  changeDuiding,
  changeVerhaal,
  publishVerhaal,
  withdrawDuiding,
  withdrawVerhaal,
  writeDuiding,
  writeVerhaal,
} from './commands.ts'
import { findBronwaarden, findDuidingen, findVerteld } from './lookup.ts'
import { listVerhaalRijen, readDuidingversies } from './queries.ts'
import { duidingHerhaald } from './tasks.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let adviseur: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
}, 60_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)

const cijfer = { indicator: 'wachtenden', maand: '2026-02' } as const
const uitleg = { ...cijfer, niveau: 'strategisch', tekst: 'Een locatie ging open.' } as const
const verhaal = VerhaalInvoer.parse({
  ...cijfer,
  soort: 'citaat',
  titel: 'Wachten zonder te weten hoe lang',
  tekst: 'Niemand zei hoe lang het nog duurt.',
  teller: 'client',
  toestemmingVorm: 'schriftelijk',
  toestemmingOp: '2026-03-02',
  toestemmingTotEnMet: '2026-03-31',
  toestemmingWaar: 'Map 4, formulier 12',
})
const schrijf = (over: Partial<typeof verhaal> = {}) =>
  as(adviseur, (work) => writeVerhaal(work, { ...verhaal, ...over }))
const verteld = () => as(manager, (work) => findVerteld(work, cijfer))

describe('uitleg bij een cijfer (MON-08)', () => {
  it('heeft een auteur, één per niveau, houdt elke tekst, en niemand anders wijzigt haar', async () => {
    const { id } = accepted(await as(manager, (work) => writeDuiding(work, uitleg)))
    expect(await as(manager, (work) => writeDuiding(work, uitleg))).toMatchObject({
      code: 'duiding_bestaat_al',
    })
    accepted(await as(manager, (work) => writeDuiding(work, { ...uitleg, niveau: 'tactisch' })))
    accepted(await as(adviseur, (work) => writeDuiding(work, uitleg)))
    const anders = { id, versie: 1, tekst: 'Een locatie ging dicht.' }
    expect(await as(adviseur, (work) => changeDuiding(work, anders))).toMatchObject({ code: 'van_een_ander' })
    accepted(await as(manager, (work) => changeDuiding(work, anders)))

    const rijen = await as(adviseur, (work) => findDuidingen(work, cijfer))
    expect(rijen.map(({ niveau, auteur, tekst, versie }) => [niveau, auteur, tekst, versie])).toEqual([
      ['strategisch', 'Proef programmamanager centrumgemeente', 'Een locatie ging dicht.', 2],
      ['strategisch', 'Proef beleidsmedewerker centrumgemeente', 'Een locatie ging open.', 1],
      ['tactisch', 'Proef programmamanager centrumgemeente', 'Een locatie ging open.', 1],
    ])
    expect(await as(adviseur, (work) => readDuidingversies(work, id))).toEqual({
      versies: [
        { versie: 2, tekst: 'Een locatie ging dicht.', op: '2026-03-02' },
        { versie: 1, tekst: 'Een locatie ging open.', op: '2026-03-02' },
      ],
    })

    accepted(await as(manager, (work) => withdrawDuiding(work, id)))
    expect(await as(manager, (work) => readDuidingversies(work, id))).toMatchObject({ code: 'niet_gevonden' })
    expect(await as(manager, (work) => changeDuiding(work, { ...anders, versie: 3 }))).toMatchObject({
      code: 'kan_nu_niet',
    })
    const { rows } = await database.login.query(
      "select count(*)::int as n from onderdak.gebeurtenis where gegevens::text ~ 'locatie ging'",
    )
    expect(rows[0].n).toBe(0)
  })
})

describe('verhalen bij een cijfer (MON-07, PAR-01)', () => {
  it('verschijnen als een ander ze controleerde, tot en met de laatste dag van de toestemming', async () => {
    const { id } = accepted(await schrijf())
    expect(await verteld()).toEqual([])
    expect(await as(adviseur, (work) => publishVerhaal(work, { id, versie: 1 }))).toMatchObject({
      code: 'kan_nu_niet',
    })
    accepted(await as(manager, (work) => publishVerhaal(work, { id, versie: 1 })))
    expect(await verteld()).toMatchObject([{ id, tekst: verhaal.tekst, teller: 'client' }])
    platform.clock.set('2026-03-31')
    expect(await verteld()).toHaveLength(1)
    platform.clock.set('2026-04-01')
    expect(await verteld()).toEqual([])
    await as(regio.systeem, (work) => duidingHerhaald[0]!.handle(work))
    platform.clock.set('2026-03-02')
    const beheer = await as(adviseur, (work) =>
      listVerhaalRijen(work, { pagina: 1, aantalPerPagina: 50, sorteer: '-maand' }),
    )
    expect(beheer.results.find((row) => row.id === id)).toMatchObject({
      tekst: null,
      titel: null,
      ingetrokkenReden: 'verlopen',
    })
  })

  it('zijn na intrekken meteen en voor altijd weg, ook uit het boek en de database', async () => {
    const tekst = 'Ik sliep weken in mijn auto met de kinderen.'
    const { id } = accepted(await schrijf({ tekst }))
    accepted(await as(manager, (work) => publishVerhaal(work, { id, versie: 1 })))
    accepted(await as(adviseur, (work) => withdrawVerhaal(work, { id, reden: 'teller' })))
    expect(await verteld()).toEqual([])
    const { rows } = await database.login.query(
      `select (select count(*) from onderdak.verhaal where tekst ~ 'mijn auto') + (select count(*) from onderdak.gebeurtenis where gegevens::text ~ 'mijn auto') as n`,
    )
    expect(Number(rows[0].n)).toBe(0)
    await expect(
      database.login.query(
        "update onderdak.verhaal set status = 'concept', titel = 'x', tekst = 'x', ingetrokken_op = null, ingetrokken_reden = null where id = $1",
        [id],
      ),
    ).rejects.toThrow('is ingetrokken')
  })

  it('publiceren kan de schrijver ook niet buiten de knoppen om', async () => {
    const { id } = accepted(await schrijf())
    await expect(
      database.login.query(
        "update onderdak.verhaal set status = 'gepubliceerd', gepubliceerd_op = '2026-03-02', gecontroleerd_door = geschreven_door where id = $1",
        [id],
      ),
    ).rejects.toThrow('verhaal_ander_controleert')
  })

  it('wie een verhaal wijzigt is de schrijver, en controleert het dus niet', async () => {
    const { id } = accepted(await schrijf())
    const { indicator: _, maand: __, ...rest } = verhaal
    accepted(await as(manager, (work) => changeVerhaal(work, { ...rest, id, versie: 1, tekst: 'Korter.' })))
    expect(await as(manager, (work) => publishVerhaal(work, { id, versie: 2 }))).toMatchObject({
      code: 'kan_nu_niet',
    })
    accepted(await as(adviseur, (work) => publishVerhaal(work, { id, versie: 2 })))
    accepted(await as(adviseur, (work) => withdrawVerhaal(work, { id, reden: 'fout' })))
  })

  it('de dag van de toestemming ligt niet in de toekomst', async () => {
    expect(await schrijf({ toestemmingOp: '2026-03-03' })).toMatchObject({ field: 'toestemmingOp' })
  })
})

const nummer = ['Mijn nummer is 123 456 782.', 'Het was 123456782 toch.']
const adres = ['Ik woonde op 3131 AB toen.']
const datum = ['Geboren op 3-4-1988 in de stad.', 'Sinds 12 mei 2003 alleen.', 'Op 1988-04-03 begon het.']
const naam = [
  'Fatima vertelde hoe het ging.',
  'Toen kwam Zwarthoed langs.',
  'Het hielp (Achmedova deed veel).',
  'Eerst niets.\nHenk zei ja.',
]

describe('in geen tekst staat wie het is', () => {
  it.each([...nummer, ...adres, ...datum, ...naam])('geweigerd: %s', async (tekst) => {
    expect(await schrijf({ tekst })).toMatchObject({ code: 'tekst_noemt_iemand', status: 422 })
    expect(
      await as(manager, (work) => writeDuiding(work, { ...uitleg, indicator: 'meldingen', tekst })),
    ).toMatchObject({ code: 'tekst_noemt_iemand' })
  })

  it('ook niet in de titel, en niet in waar de toestemming ligt', async () => {
    expect(await schrijf({ titel: 'Het verhaal van Willemijn' })).toMatchObject({
      code: 'tekst_noemt_iemand',
    })
    expect(await schrijf({ toestemmingWaar: 'Formulier van Petra' })).toMatchObject({
      code: 'tekst_noemt_iemand',
    })
  })

  it.each([
    'In Vlaardingen en Schiedam wachten meer mensen. Regionaal loket zegt: sinds maart 2026 gaat het beter.',
    'Van 113 naar 118 in een jaar, volgens het CBS en de GGZ.',
    'Ik was 23.\nToen kreeg ik via Wijkteam Oost een plek.',
  ])('mag wel: %s', async (tekst) => {
    const { id } = accepted(await schrijf({ tekst }))
    accepted(await as(adviseur, (work) => withdrawVerhaal(work, { id, reden: 'fout' })))
  })
})

describe('bronnen die elkaar tegenspreken (MON-13)', () => {
  it('118 en 113 staan naast elkaar, met bron en dag; geen van beide verdwijnt', async () => {
    const bron = {
      indicator: 'verblijvenden',
      onderwerp: 'Beschermd wonen: indicaties',
      eenheid: 'cliënten',
      peildatum: '2023-07-01',
      toelichting: null,
    }
    for (const [waarde, naam] of [
      [118, 'Regiovisie, totaal in de tekst'],
      [113, 'Regiovisie, som van de gemeenten'],
    ] as const)
      accepted(await as(manager, (work) => addBronwaarde(work, { ...bron, waarde, bron: naam })))
    accepted(
      await as(manager, (work) =>
        addBronwaarde(work, { ...bron, waarde: 120, bron: 'Later', peildatum: '2024-07-01' }),
      ),
    )
    expect(
      await as(manager, (work) =>
        addBronwaarde(work, { ...bron, waarde: 117, bron: 'Regiovisie, totaal in de tekst' }),
      ),
    ).toMatchObject({ code: 'bron_staat_er_al' })
    const rijen = await as(adviseur, (work) => findBronwaarden(work, { indicator: 'verblijvenden' }))
    expect(rijen.map((rij) => [rij.waarde, rij.peildatum, rij.isTegengesproken])).toEqual([
      [120, '2024-07-01', false],
      [113, '2023-07-01', true],
      [118, '2023-07-01', true],
    ])
  })
})
