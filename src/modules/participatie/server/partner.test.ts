import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenActiviteit } from '../../../../tests/given/participatie.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { keuze } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { ContactInvoer, listPartners, PartnerInvoer } from '../domain/partner-contract.ts'
import { wipeParticipatie } from './bewaren.ts'
import {
  addContact,
  changePartner,
  findGelijkende,
  registerPartner,
  wipeContact,
} from './partner-commands.ts'
import { listPartnerrijen, readContacten, readPartner } from './partner-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const invoer = (naam: string, meer: object = {}) =>
  PartnerInvoer.parse({ naam, andereNamen: [], soort: 'welzijn', bron: 'Proef', ...meer })
const voegToe = (naam: string, meer: object = {}) =>
  as(manager, (work) => registerPartner(work, invoer(naam, meer)))
const rijen = async (query: object = {}) =>
  (await as(manager, (work) => listPartnerrijen(work, listPartners.query.parse(query)))).results
const lees = async (id: Id) => accepted(await as(manager, (work) => readPartner(work, id)))

describe('een partner', () => {
  it('heeft een naam en andere namen, en is onder elk daarvan te vinden', async () => {
    accepted(
      await voegToe('Adviesraad Sociaal Domein Schiedam', {
        andereNamen: ['Participatieraad Schiedam', 'adviesraad sociaal domein schiedam'],
        soort: 'adviesraad',
      }),
    )
    expect(await rijen({ zoek: 'participatie' })).toEqual([
      expect.objectContaining({
        naam: 'Adviesraad Sociaal Domein Schiedam',
        andereNamen: ['Participatieraad Schiedam'],
        soort: 'adviesraad',
        trekt: 0,
        nodig: 0,
      }),
    ])
  })

  it('is er één keer: een naam die van een ander is, ook als andere naam, wordt geweigerd', async () => {
    const geweigerd = { code: 'partner_bestaat', field: 'naam', message: expect.stringContaining('Schiedam') }
    expect(await voegToe('participatieraad schiedam')).toMatchObject(geweigerd)
    expect(await voegToe('Nieuwe raad', { andereNamen: ['Participatieraad  Schiedam'] })).toMatchObject(
      geweigerd,
    )
  })

  it('waarvan de naam lijkt op een ander, vraagt of het een andere is', async () => {
    expect(await voegToe('Schiedam')).toMatchObject({
      code: 'partner_lijkt_op',
      field: 'isEenAndere',
      message: expect.stringContaining('“Adviesraad Sociaal Domein Schiedam”'),
    })
    accepted(await voegToe('Schiedam', { isEenAndere: true, soort: 'gemeente' }))
    const gevonden = await as(manager, (work) =>
      findGelijkende(work, { naam: 'participatieraad schiedam', andereNamen: [] }),
    )
    expect(gevonden.map(({ naam, isDezelfde }) => [naam, isDezelfde])).toEqual([
      ['Adviesraad Sociaal Domein Schiedam', true],
      ['Schiedam', false],
    ])
  })

  it('wijzigt met de versie die iemand zag; stopt op een dag en staat dan niet meer bij die van nu', async () => {
    const { id } = accepted(await voegToe('Wijkhuis Oost'))
    const wijzig = (versie: number, meer: object) =>
      as(manager, (work) =>
        changePartner(work, { ...invoer('Wijkhuis Oost', meer), isEenAndere: false, id, versie }),
      )
    accepted(await wijzig(1, { totEnMet: '2026-03-01', toelichting: 'Gaat op in een ander huis' }))
    expect(await wijzig(1, {})).toMatchObject({ code: 'versie_verouderd' })
    expect(await lees(id)).toMatchObject({ totEnMet: '2026-03-01', versie: 2 })
    expect((await rijen()).map(({ naam }) => naam)).not.toContain('Wijkhuis Oost')
    expect((await rijen({ stand: 'gestopt' })).map(({ naam }) => naam)).toEqual(['Wijkhuis Oost'])
  })

  it('hoort bij een organisatie in Onderdak die in deze regio is', async () => {
    const { id } = accepted(await voegToe('Noord', { organisatieId: regio.organisaties.aanbieder }))
    expect(await lees(id)).toMatchObject({ organisatie: 'Aanbieder Noord' })
    expect(await voegToe('Elders', { organisatieId: '0190a5f0-0000-7000-8000-000000000009' })).toMatchObject({
      field: 'organisatieId',
      status: 422,
    })
  })

  it('toont welke activiteiten hij trekt en bij welke hij nodig is', async () => {
    const { id } = accepted(await voegToe('Buurtkamer West'))
    const { activiteitId } = await givenActiviteit(database, regio.regioId)
    await database.login.query(
      `insert into onderdak.activiteit_partij (id, regio_id, activiteit_id, rol, naam, partner_id, volgorde)
       select gen_random_uuid(), $1, $2, rol, 'Buurtkamer', $3, volgorde from (values ('kartrekker', 1), ('nodig', 2), ('nodig', 3)) x (rol, volgorde)`,
      [regio.regioId, activiteitId, id],
    )
    expect(await lees(id)).toMatchObject({
      trekt: 1,
      nodig: 1,
      activiteiten: [
        { code: 'A1', activiteit: 'Huiskamer in de buurt', rol: 'kartrekker', resultaatNummer: null },
        { rol: 'nodig' },
      ],
    })
  })

  it('is bij een activiteit ook te vinden onder een andere naam, als niemand hem daar koos', async () => {
    const { id } = accepted(await voegToe('Ontmoetingshuis Haven', { andereNamen: ['OHN'] }))
    const { activiteitId } = await givenActiviteit(database, regio.regioId, { code: 'SV' })
    await database.login.query(
      `insert into onderdak.activiteit_partij (id, regio_id, activiteit_id, rol, naam, volgorde) values (gen_random_uuid(), $1, $2, 'nodig', 'O.H.N.', 1)`,
      [regio.regioId, activiteitId],
    )
    expect(await lees(id)).toMatchObject({
      trekt: 0,
      nodig: 1,
      activiteiten: [{ activiteitId, rol: 'nodig' }],
    })
  })

  it('toont wat de regio van zijn soort mag verwachten, en dat is met een datum te wijzigen', async () => {
    const { id } = accepted(await voegToe('Welzijn Zuid'))
    expect((await lees(id)).verwachtingen.map(({ code }) => code)).toEqual([
      'welzijn_a',
      'welzijn_b',
      'welzijn_c',
    ])
    const { rows } = await database.login.query(
      "select versie from onderdak.keuze where lijst = 'partnerrol' and code = 'welzijn_c'",
    )
    accepted(
      await as(regio.systeem, (work) =>
        changeGedateerd(work, keuze, {
          sleutel: { lijst: 'partnerrol', code: 'welzijn_c' },
          versie: rows[0].versie,
          vanaf: work.today,
          waarde: { naam: 'Werft vrijwilligers', uitleg: '', volgorde: 22, bron: 'Besluit' },
        }),
      ),
    )
    expect((await lees(id)).verwachtingen.at(-1)).toMatchObject({
      tekst: 'Werft vrijwilligers',
      bron: 'Besluit',
    })
  })

  it('ziet alleen wat bij zijn soort hoort: wat van een ontwikkelaar wordt verwacht, geldt niet voor elke andere partner', async () => {
    const ander = accepted(await voegToe('Energiebank Oost', { soort: 'overig' }))
    expect((await lees(ander.id)).verwachtingen).toEqual([])
    const bouwer = accepted(await voegToe('Bouwfonds West', { soort: 'ontwikkelaar' }))
    expect((await lees(bouwer.id)).verwachtingen.map(({ tekst }) => tekst)).toEqual([
      'Maakt passende en betaalbare woningen voor de aandachtsgroepen',
      'Voegt woningen en woonvormen toe die lokaal nodig zijn',
    ])
  })

  it('wordt ook in de database op naam bewaakt, zonder te kijken naar hoe hij geschreven is', async () => {
    const zet = (naam: string, andere: string) =>
      database.login.query(
        `insert into onderdak.partner (id, regio_id, naam, andere_namen, soort, bron, aangemaakt_op, gewijzigd_op)
         values (gen_random_uuid(), $1, $2, array[$3], 'overig', 'Proef', now(), now())`,
        [regio.regioId, naam, andere],
      )
    await expect(zet('Een raad', 'PARTICIPATIERAAD-SCHIEDAM')).rejects.toThrow('is er al')
    await expect(zet('BUURTKAMER WEST', 'Bkw')).rejects.toMatchObject({ constraint: 'partner_naam_is_vrij' })
  })
})

describe('een contactpersoon', () => {
  const contact = {
    functie: 'Beleidsadviseur',
    naam: 'Voorbeeld Persoon',
    email: 'voorbeeld@example.nl',
    telefoon: '010 000 00 00',
    doel: 'Uitnodigen voor overleg',
    totEnMet: '2026-06-30',
  }
  let partnerId: Id
  beforeAll(async () => {
    partnerId = accepted(await voegToe('Organisatie met contact')).id
  })
  const zet = async (meer: object = {}) =>
    accepted(
      await as(manager, (work) =>
        addContact(work, { ...ContactInvoer.parse({ ...contact, ...meer }), partnerId }),
      ),
    )
  const contacten = async () =>
    accepted(await as(manager, (work) => readContacten(work, partnerId))).contacten
  const bewaard = async (id: Id) =>
    (
      await database.login.query(
        'select gegevens_versleuteld, gewist_op::text, gewist_reden from onderdak.partnercontact where id = $1',
        [id],
      )
    ).rows[0]

  it('staat met naam en bereikbaarheid versleuteld in de database, en nergens in het boek', async () => {
    const { id } = await zet()
    expect(await contacten()).toEqual([expect.objectContaining(contact)])
    expect((await bewaard(id)).gegevens_versleuteld).toMatch(/^v1\./)
    const { rows } = await database.login.query('select gegevens::text as tekst from onderdak.gebeurtenis')
    for (const { tekst } of rows) expect(tekst).not.toMatch(/Voorbeeld Persoon|example|010 000/)
    expect(await lees(partnerId)).toMatchObject({ contacten: 1 })
  })

  it('kan zonder naam: alleen een functie wordt niet gewist', async () => {
    await zet({ functie: 'Bestuurder', naam: null, email: null, telefoon: null, doel: null, totEnMet: null })
    expect((await contacten()).find(({ functie }) => functie === 'Bestuurder')).toMatchObject({
      naam: null,
      totEnMet: null,
      gewistOp: null,
    })
  })

  it('is weg zodra iemand hem intrekt', async () => {
    const { id } = await zet({ functie: 'Projectleider' })
    accepted(await as(manager, (work) => wipeContact(work, { id, reden: 'ingetrokken' })))
    expect(await bewaard(id)).toEqual({
      gegevens_versleuteld: null,
      gewist_op: '2026-03-02',
      gewist_reden: 'ingetrokken',
    })
    expect(await as(manager, (work) => wipeContact(work, { id, reden: 'ingetrokken' }))).toMatchObject({
      code: 'kan_nu_niet',
    })
  })

  it('toont na zijn laatste dag niets meer, en wordt in de nacht daarna gewist', async () => {
    const { id } = await zet({ functie: 'Secretaris', totEnMet: '2026-04-01' })
    const op = async (dag: string) => {
      platform.clock.set(dag)
      return (await contacten()).find(({ functie }) => functie === 'Secretaris')
    }
    expect(await op('2026-04-01')).toMatchObject({ naam: 'Voorbeeld Persoon' })
    expect(await op('2026-04-02')).toMatchObject({ naam: null, email: null, telefoon: null, gewistOp: null })
    expect(await as(regio.systeem, wipeParticipatie)).toBe(1)
    expect(await as(regio.systeem, wipeParticipatie)).toBe(0)
    expect(await bewaard(id)).toMatchObject({ gegevens_versleuteld: null, gewist_reden: 'verlopen' })
    platform.clock.set('2026-03-02')
  })

  it('zonder doel of einde weigert ook de database zijn gegevens', async () => {
    await expect(
      database.login.query(
        `insert into onderdak.partnercontact (id, regio_id, partner_id, functie, gegevens_versleuteld, aangemaakt_op, gewijzigd_op)
         values (gen_random_uuid(), $1, $2, 'Adviseur', 'v1.x', now(), now())`,
        [regio.regioId, partnerId],
      ),
    ).rejects.toThrow('partnercontact_met_doel_en_einde')
  })

  it('wil geen dag die al voorbij is', async () => {
    expect(
      await as(manager, (work) =>
        addContact(work, { ...ContactInvoer.parse({ ...contact, totEnMet: '2026-03-01' }), partnerId }),
      ),
    ).toMatchObject({ field: 'totEnMet' })
  })
})
