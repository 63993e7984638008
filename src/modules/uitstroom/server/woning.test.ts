import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { giveToestemming, withdrawToestemming } from '../../delen/server/commands.ts'
import { closeOpvolging, setOpvolging } from '../../opvolging/server/commands.ts'
import type { UitstroomDetail } from '../domain/api.ts'
import {
  answerWoonvraag,
  askWoning,
  completeUitstroom,
  decideGevolg,
  endDelingen,
  recordWens,
  registerContract,
  stepAanbod,
  stepContract,
} from './commands.ts'
import { findUitstroom } from './detail-queries.ts'
import { listUitstroomRijen, listWoonvraagRijen } from './queries.ts'

const database = useDatabase()
let k: Trajectketen
let corporatie: Vrager

beforeAll(async () => {
  k = await givenTrajectketen(database)
  corporatie = await k.regio.als('corporatie', 'corporatie_medewerker')
}, 120_000)

const vandaag = '2026-03-02'
const detail = async (persoonId: Id, als: Vrager = k.loket): Promise<UitstroomDetail> =>
  accepted(await k.doe(als, (work) => findUitstroom(work, persoonId)))

/** Someone who stays in beschermd wonen since 2 February. */
async function givenVerblijver(): Promise<{ persoonId: Id; verblijfId: Id }> {
  const persoonId = await givenPersoon(k.platform, k.loket, { achternaam: 'de Wit', roepnaam: 'Noor' })
  const { id } = accepted(await k.start(k.loket, persoonId, k.nacht))
  return { persoonId, verblijfId: id }
}

const wens = { gemeenteCode: null, woningtype: 'huurwoning', wens: null }

async function givenWoonvraag(persoonId: Id): Promise<{ id: Id; toestemmingId: Id }> {
  const toestemmingId = accepted(
    await k.doe(k.loket, (work) =>
      giveToestemming(work, {
        persoonId,
        ontvanger: { organisatieId: k.regio.organisaties.corporatie },
        gegevensset: 'woonvraag',
        doel: 'Een woning vinden',
        vorm: 'schriftelijk',
        gegevenDoor: 'client',
        gegevenOp: vandaag,
      }),
    ),
  ).id
  const { id } = accepted(
    await k.doe(k.loket, (work) =>
      askWoning(work, { persoonId, toestemmingId, woningtype: 'huurwoning', gemeenteCode: 'GM0622' }),
    ),
  )
  return { id, toestemmingId }
}

const woonvragen = async (als: Vrager = corporatie) =>
  (
    await k.doe(als, (work) =>
      listWoonvraagRijen(work, { stand: 'alle', sorteer: 'gevraagdOp', pagina: 1, aantalPerPagina: 50 }),
    )
  ).results
const geenInvoer = { huur: null, reageerVoor: null, omschrijving: null, weigerreden: null, toelichting: null }

async function step(id: Id, meer: Record<string, unknown>) {
  const [row] = await k.query('select versie from onderdak.woningaanbod where id = $1', [id])
  return k.doe(k.loket, (work) =>
    stepAanbod(work, { id, versie: row.versie, op: vandaag, ...geenInvoer, ...meer } as never),
  )
}

describe('woningaanbod van een corporatie', () => {
  it('de corporatie ziet initialen, huishouden en soort woning; geen naam en geen dossier', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = await givenWoonvraag(persoonId)
    const rij = (await woonvragen()).find((one) => one.id === id)!
    expect(rij).toMatchObject({
      initialen: 'N.d.W.',
      huishoudenGrootte: 1,
      woningtype: 'Zelfstandige huurwoning',
      gemeente: 'Vlaardingen',
      toestand: 'gevraagd',
    })
    expect(JSON.stringify(rij)).not.toContain('de Wit')
    expect(JSON.stringify(rij)).not.toContain(persoonId)
    expect(await k.doe(corporatie, (work) => findUitstroom(work, persoonId))).toMatchObject({
      code: 'niet_gevonden',
    })
    for (const tabel of [
      'persoon',
      'uitstroomdossier',
      'urgentieaanvraag',
      'huurcontract',
      'deling',
      'verblijf',
    ] as const)
      expect([
        tabel,
        await k.doe(corporatie, (work) => work.db.selectFrom(tabel).select('id').execute()),
      ]).toEqual([tabel, []])
    const loket = await k.regio.als('loket', 'corporatie_medewerker')
    expect(await woonvragen(loket)).toEqual([])
  })

  it('de corporatie antwoordt één keer, en alleen op de eigen open vraag', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = await givenWoonvraag(persoonId)
    const antwoord = {
      id,
      uitkomst: 'aangeboden' as const,
      omschrijving: 'Tweekamerwoning',
      huur: 610,
      reageerVoor: null,
    }
    const elders = await k.regio.als('andereAanbieder', 'corporatie_medewerker')
    expect(await k.doe(elders, (work) => answerWoonvraag(work, antwoord))).toMatchObject({
      code: 'niet_gevonden',
    })
    accepted(await k.doe(corporatie, (work) => answerWoonvraag(work, antwoord)))
    expect(await k.doe(corporatie, (work) => answerWoonvraag(work, antwoord))).toMatchObject({
      code: 'woonvraag_niet_open',
    })
    expect((await detail(persoonId)).aanbod[0]).toMatchObject({
      toestand: 'aangeboden',
      huur: 610,
      reageerVoor: '2026-03-09',
    })
  })

  it('zonder toestemming voor deze corporatie gaat er niets heen; na intrekken is de vraag weg', async () => {
    const { persoonId } = await givenVerblijver()
    const ander = await givenVerblijver()
    const { id, toestemmingId } = await givenWoonvraag(persoonId)
    const vraag = { woningtype: 'huurwoning', gemeenteCode: 'GM0622', toestemmingId }
    expect(
      await k.doe(k.loket, (work) => askWoning(work, { ...vraag, persoonId: ander.persoonId })),
    ).toMatchObject({ code: 'toestemming_onbekend' })
    expect(await k.doe(k.loket, (work) => askWoning(work, { ...vraag, persoonId }))).toMatchObject({
      code: 'woonvraag_loopt_al',
    })
    accepted(await k.doe(k.loket, (work) => withdrawToestemming(work, { id: toestemmingId })))
    expect((await woonvragen()).map((one) => one.id)).not.toContain(id)
  })

  it('geen woning: de nachtelijke taak beëindigt het delen', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = await givenWoonvraag(persoonId)
    const nee = { id, uitkomst: 'geen_woning' as const, omschrijving: null, huur: null, reageerVoor: null }
    accepted(await k.doe(corporatie, (work) => answerWoonvraag(work, nee)))
    expect(await k.doe(k.regio.systeem, (work) => endDelingen(work))).toBe(1)
    expect((await woonvragen()).map((one) => one.id)).not.toContain(id)
    expect(await k.doe(k.regio.systeem, (work) => endDelingen(work))).toBe(0)
  })

  it('na de tweede weigering beslist een mens; de urgentie blijft tot dan zoals zij was', async () => {
    const { persoonId } = await givenVerblijver()
    const weiger = async () => {
      const { id } = await givenWoonvraag(persoonId)
      accepted(await step(id, { naar: 'aangeboden', omschrijving: 'Flat, 3 hoog' }))
      accepted(await step(id, { naar: 'geweigerd', weigerreden: 'te_ver', toelichting: 'Ver van werk' }))
      return id
    }
    const besluit = { gevolg: 'geen_gevolg' as const, toelichting: 'Goede redenen' }
    const eerste = await weiger()
    expect((await detail(persoonId)).weigeringen).toMatchObject({ aantal: 1, besluitNodigOver: null })
    expect(await k.doe(k.loket, (work) => decideGevolg(work, { id: eerste, ...besluit }))).toMatchObject({
      code: 'geen_besluit_nodig',
    })
    const tweede = await weiger()
    expect((await detail(persoonId)).weigeringen).toMatchObject({ aantal: 2, besluitNodigOver: tweede })
    accepted(await k.doe(k.loket, (work) => decideGevolg(work, { id: tweede, ...besluit })))
    expect(await k.doe(k.loket, (work) => decideGevolg(work, { id: tweede, ...besluit }))).toMatchObject({
      code: 'geen_besluit_nodig',
    })
    expect((await detail(persoonId)).weigeringen.besluitNodigOver).toBeNull()
  })
})

describe('het contract', () => {
  const contract = {
    soort: 'woonzorgcontract' as const,
    woningaanbodId: null,
    woningtype: 'huurwoning',
    gemeenteCode: 'GM0622',
    begonnenOp: '2026-02-16',
    verhuurder: 'Corporatie West',
    hoofdhuurder: null,
    begeleider: 'Aanbieder Noord',
    afspraken: 'Goede buur en goede huurder: rust na tien uur, begeleiding aan de deur binnenlaten.',
    evaluatieOp: '2026-08-16',
    omklapOp: '2027-02-16',
  }

  it('kent partijen, afspraken, terugkijken en omzetten; eerst evalueren mag', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = accepted(
      await k.doe(k.planner, (work) => registerContract(work, { persoonId, ...contract })),
    )
    expect(
      await k.doe(k.planner, (work) => registerContract(work, { persoonId, ...contract })),
    ).toMatchObject({
      code: 'contract_loopt_al',
    })
    const leeg = { evaluatieOp: null, omklapOp: null, toelichting: null }
    accepted(
      await k.doe(k.planner, (work) =>
        stepContract(work, {
          id,
          versie: 1,
          actie: 'evalueren',
          op: vandaag,
          ...leeg,
          evaluatieOp: '2026-06-01',
          omklapOp: '2026-04-01',
        }),
      ),
    )
    expect((await detail(persoonId)).contracten[0]).toMatchObject({
      toestand: 'lopend',
      evaluatieOp: '2026-06-01',
      omklapNabij: true,
      partijen: [
        { rol: 'verhuurder', naam: 'Corporatie West' },
        { rol: 'begeleider', naam: 'Aanbieder Noord' },
      ],
    })
    accepted(
      await k.doe(k.planner, (work) =>
        stepContract(work, { id, versie: 2, actie: 'omzetten', op: vandaag, ...leeg }),
      ),
    )
    expect(
      await k.doe(k.planner, (work) =>
        stepContract(work, { id, versie: 3, actie: 'omzetten', op: vandaag, ...leeg }),
      ),
    ).toMatchObject({ code: 'kan_nu_niet' })
  })

  const leeg = { evaluatieOp: null, omklapOp: null, toelichting: null }
  const step = (id: Id, versie: number, meer: Record<string, unknown>) =>
    k.doe(k.planner, (work) => stepContract(work, { id, versie, op: vandaag, ...leeg, ...meer } as never))

  it('wie terugkeek zonder nieuwe dag, kijkt weer terug op de dag van omzetten; na omzetten niet meer', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = accepted(
      await k.doe(k.planner, (work) => registerContract(work, { persoonId, ...contract })),
    )
    accepted(await step(id, 1, { actie: 'evalueren', toelichting: 'Gaat goed, de buren zijn tevreden' }))
    expect((await detail(persoonId)).contracten[0]).toMatchObject({
      evaluatieOp: contract.omklapOp,
      terugblikken: [{ op: vandaag, tekst: 'Gaat goed, de buren zijn tevreden' }],
    })
    accepted(await step(id, 2, { actie: 'omzetten' }))
    expect((await detail(persoonId)).contracten[0]).toMatchObject({ toestand: 'omgezet', evaluatieOp: null })
  })

  it('de opvolging blijft open zolang het contract nog omgezet moet worden; na omzetten kan zij dicht', async () => {
    const persoonId = await givenPersoon(k.platform, k.loket)
    await k.doe(k.loket, (work) =>
      setOpvolging(work, { persoonId }, { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }),
    )
    const { id } = accepted(
      await k.doe(k.loket, (work) => registerContract(work, { persoonId, ...contract })),
    )
    const sluit = () =>
      k.doe(k.loket, (work) =>
        closeOpvolging(
          work,
          { persoonId },
          { reden: 'duurzaam_gehuisvest', toelichting: 'Woont zelfstandig', op: vandaag },
        ),
      )
    expect(await sluit()).toMatchObject({ code: 'contract_loopt_nog' })
    accepted(
      await k.doe(k.loket, (work) =>
        stepContract(work, { id, versie: 1, op: vandaag, ...leeg, actie: 'omzetten' } as never),
      ),
    )
    expect(await sluit()).toBeUndefined()
  })

  it('wie een contract krijgt dat nog omgezet moet worden heeft een verantwoordelijke; zonder weigert de database het', async () => {
    const persoonId = await givenPersoon(k.platform, k.loket)
    const { id } = accepted(
      await k.doe(k.loket, (work) => registerContract(work, { persoonId, ...contract })),
    )
    expect(
      await k.query(
        'select status, organisatie_id, contactpersoon_id from onderdak.opvolging where persoon_id = $1',
        [persoonId],
      ),
    ).toEqual([
      {
        status: 'open',
        organisatie_id: k.loket.organisatieId,
        contactpersoon_id: k.loket.gebruikerId,
      },
    ])
    const zonder = await givenPersoon(k.platform, k.loket)
    await expect(
      k.query('update onderdak.huurcontract set persoon_id = $2, status = status where id = $1', [
        id,
        zonder,
      ]),
    ).rejects.toMatchObject({ constraint: 'contract_heeft_opvolging' })
  })

  it('een contract bijna op zijn dag staat in de lijst, ook als de uitstroom al is afgerond', async () => {
    const persoonId = await givenPersoon(k.platform, k.loket)
    await k.doe(k.loket, async (work) => {
      accepted(await registerContract(work, { persoonId, ...contract, evaluatieOp: '2026-03-30' }))
      const uit = { verblijfId: null, bestemming: 'eigen_woning', afwijkingReden: 'Kan snel weg' }
      const { versie } = ((await findUitstroom(work, persoonId)) as UitstroomDetail).dossier!
      accepted(
        await completeUitstroom(work, {
          persoonId,
          versie,
          op: vandaag,
          route: 'directe_bemiddeling',
          ...uit,
        }),
      )
    })
    const lijst = async (stand: 'open' | 'contract_nabij') =>
      (
        await k.doe(k.loket, (work) =>
          listUitstroomRijen(work, { stand, sorteer: 'begonnenOp', pagina: 1, aantalPerPagina: 100 }),
        )
      ).results.map((rij) => rij.persoonId)
    expect(await lijst('contract_nabij')).toContain(persoonId)
    expect(await lijst('open')).not.toContain(persoonId)
  })

  it('zonder verhuurder weigert de database het contract', async () => {
    const { persoonId } = await givenVerblijver()
    const { id } = accepted(
      await k.doe(k.loket, (work) => recordWens(work, { persoonId, versie: 0, ...wens })),
    )
    await expect(
      k.query(
        `insert into onderdak.huurcontract (id, regio_id, dossier_id, persoon_id, soort, status, woningtype, gemeente_code, begonnen_op, afspraken, gewijzigd_op)
         values (gen_random_uuid(), $1, $2, $3, 'huurovereenkomst', 'lopend', 'huurwoning', 'GM0622', '2026-02-16', 'Goede buur', now())`,
        [k.regio.regioId, id, persoonId],
      ),
    ).rejects.toMatchObject({ constraint: 'huurcontract_heeft_partijen' })
  })
})
