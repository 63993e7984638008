import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { blok, type Ketenwereld, query, versieVan } from '../../../../tests/given/keten-beeld.ts'
import { vraagUrgentie } from '../../../../tests/given/keten-stappen.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { giveToestemming } from '../../delen/server/commands.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { mergeDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import {
  answerWoonvraag,
  askWoning,
  completeUitstroom,
  decideGevolg,
  recordVoorwaarden,
  registerContract,
  stepAanbod,
} from '../../uitstroom/server/commands.ts'
import { recordOverleg } from '../../uitstroom/server/dossier-commands.ts'
import { listUitstroomRijen } from '../../uitstroom/server/queries.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let k: Trajectketen
let w: Ketenwereld
let corporatie: Vrager

// It is Monday 2 March 2026.
beforeAll(async () => {
  k = await givenTrajectketen(database)
  w = { database, platform: k.platform, regio: k.regio }
  corporatie = await k.regio.als('corporatie', 'corporatie_medewerker')
}, 120_000)

const vandaag = '2026-03-02'

/** Someone who stays in the opvang since 2 February, for whom the loket is responsible. */
async function givenVerblijver(): Promise<Id> {
  const persoonId = await givenPersoon(k.platform, k.loket, { achternaam: 'de Wit', roepnaam: 'Noor' })
  accepted(await k.start(k.loket, persoonId, k.nacht))
  return persoonId
}

async function vraagWoning(persoonId: Id): Promise<Id> {
  return k.doe(k.loket, async (work) => {
    const toestemming = accepted(
      await giveToestemming(work, {
        persoonId,
        ontvanger: { organisatieId: k.regio.organisaties.corporatie },
        gegevensset: 'woonvraag',
        doel: 'Een woning vinden',
        vorm: 'mondeling',
        gegevenDoor: 'client',
        gegevenOp: vandaag,
      }),
    )
    const vraag = { toestemmingId: toestemming.id, woningtype: 'huurwoning', gemeenteCode: 'GM0622' }
    return accepted(await askWoning(work, { persoonId, ...vraag })).id
  })
}

async function weiger(id: Id): Promise<void> {
  const aanbod = { omschrijving: 'Twee kamers', huur: null, reageerVoor: null }
  await k.doe(corporatie, async (work) =>
    accepted(await answerWoonvraag(work, { id, uitkomst: 'aangeboden', ...aanbod })),
  )
  const versie = await versieVan(w, 'woningaanbod', id)
  const stap = {
    omschrijving: null,
    huur: null,
    reageerVoor: null,
    weigerreden: 'te_duur',
    toelichting: null,
  }
  await k.doe(k.loket, async (work) =>
    accepted(await stepAanbod(work, { id, versie, naar: 'geweigerd', op: vandaag, ...stap })),
  )
}

describe('uitstroom op Vandaag', () => {
  it('een woonvraag staat bij de corporatie met initialen, en een aanbod met zijn laatste dag bij wie vroeg', async () => {
    const persoonId = await givenVerblijver()
    const id = await vraagWoning(persoonId)
    const { groepen } = await k.doe(corporatie, readVandaag)
    expect(groepen.map((one) => one.code)).toEqual(['woonvraag_beantwoorden'])
    expect(groepen[0]!.items).toMatchObject([
      {
        soort: 'woonvraag',
        persoonId: null,
        naam: 'N.d.W.',
        wat: 'Zoekt een woning in Vlaardingen, 1 persoon',
        datum: vandaag,
        stand: null,
      },
    ])
    const aanbod = { omschrijving: 'Twee kamers', huur: 600, reageerVoor: '2026-03-05' }
    await k.doe(corporatie, async (work) =>
      accepted(await answerWoonvraag(work, { id, uitkomst: 'aangeboden', ...aanbod })),
    )
    expect((await k.doe(corporatie, readVandaag)).groepen).toEqual([])
    expect(await blok(w, k.loket, 'woningaanbod_beantwoorden', persoonId)).toMatchObject([
      { wat: 'Woning aangeboden door Corporatie West', datum: '2026-03-05', stand: 'binnenkort' },
    ])
    expect(await blok(w, k.planner, 'woningaanbod_beantwoorden', persoonId)).toEqual([])
  })

  it('na het aantal weigeringen van de regio vraagt het om een besluit van een mens, en na het besluit niet meer', async () => {
    const persoonId = await givenVerblijver()
    await weiger(await vraagWoning(persoonId))
    expect(await blok(w, k.loket, 'weigering_besluiten', persoonId)).toEqual([])
    const tweede = await vraagWoning(persoonId)
    await weiger(tweede)
    expect(await blok(w, k.loket, 'weigering_besluiten', persoonId)).toMatchObject([
      { soort: 'uitstroom', wat: 'Weigerde 2 woningen: beslis wat er volgt', datum: vandaag },
    ])
    await k.doe(k.loket, async (work) =>
      accepted(await decideGevolg(work, { id: tweede, gevolg: 'overleg', toelichting: 'Eerst praten' })),
    )
    expect(await blok(w, k.loket, 'weigering_besluiten', persoonId)).toEqual([])
  })

  it('een urgentie die binnen zes weken verloopt staat er tot de uitstroom is afgerond, ook na samenvoegen', async () => {
    const persoonId = await givenPersoon(k.platform, k.loket, { achternaam: 'Spoed' })
    const ander = await givenPersoon(k.platform, k.loket, { achternaam: 'Spoed' })
    const ruim = await givenVerblijver()
    const urgentie = { soort: 'urgentie', grond: 'uitstroom_opvang' } as const
    for (const [wie, geldigTot] of [
      [persoonId, '2026-04-13'],
      [ander, '2027-01-01'],
      [ruim, '2026-04-14'],
    ] as const)
      await vraagUrgentie(w, k.loket, { persoonId: wie, ...urgentie, geldigTot })
    for (const wie of [persoonId, ander]) await stap(wie)
    const regel = { soort: 'uitstroom', datum: '2026-04-13', stand: 'binnenkort' }
    expect(await blok(w, k.loket, 'urgentie_loopt_af', persoonId)).toMatchObject([regel])
    expect(await blok(w, k.loket, 'urgentie_loopt_af', ruim)).toEqual([])
    expect(await blok(w, k.planner, 'urgentie_loopt_af', persoonId)).toEqual([])
    const samen = { persoonId, opgegaanIn: ander, reden: 'Zelfde mens' }
    await k.doe(k.loket, async (work) => accepted(await mergeDossiers(work, samen)))
    expect(await blok(w, k.loket, 'urgentie_loopt_af', persoonId)).toMatchObject([regel])
    await rondAf(ander)
    await query(w, 'update onderdak.urgentieaanvraag set geldig_tot = $1 where persoon_id = $2', [
      '2026-04-13',
      ander,
    ])
    expect(await blok(w, k.loket, 'urgentie_loopt_af', ander)).toEqual([])
  })

  it('een contract meldt zich acht weken voor het omzetten of terugkijken, het eerste van de twee', async () => {
    const persoonId = await givenVerblijver()
    await k.doe(k.loket, async (work) =>
      accepted(
        await registerContract(work, {
          persoonId,
          soort: 'woonzorgcontract',
          woningaanbodId: null,
          woningtype: 'huurwoning',
          gemeenteCode: 'GM0622',
          begonnenOp: '2026-02-16',
          verhuurder: 'Corporatie West',
          hoofdhuurder: null,
          begeleider: 'Aanbieder Noord',
          afspraken: 'Goede buur en goede huurder',
          evaluatieOp: '2026-04-28',
          omklapOp: '2027-02-16',
        }),
      ),
    )
    expect(await blok(w, k.loket, 'contract_nabij', persoonId)).toEqual([])
    await query(w, "update onderdak.huurcontract set evaluatie_op = '2026-04-27' where persoon_id = $1", [
      persoonId,
    ])
    expect(await blok(w, k.loket, 'contract_nabij', persoonId)).toMatchObject([
      { wat: 'Samen terugkijken op het contract', datum: '2026-04-27', stand: 'binnenkort' },
    ])
    await query(w, "update onderdak.huurcontract set omklap_op = '2026-03-30' where persoon_id = $1", [
      persoonId,
    ])
    expect(await blok(w, k.loket, 'contract_nabij', persoonId)).toMatchObject([
      { wat: 'Wordt een gewoon huurcontract', datum: '2026-03-30' },
    ])
    expect(await blok(w, k.planner, 'contract_nabij', persoonId)).toEqual([])
  })

  it('vier weken na de eerste dag vraagt een verblijf om de voorwaarden, tot iemand ze bekeek', async () => {
    const persoonId = await givenVerblijver()
    expect(await blok(w, k.loket, 'uitstroom_voorbereiden', persoonId)).toMatchObject([
      {
        soort: 'uitstroom',
        wat: 'Verblijft sinds 02-02-2026; voorwaarden nog niet bekeken',
        datum: '2026-02-02',
        stand: null,
      },
    ])
    const pas = await givenPersoon(k.platform, k.loket)
    accepted(await k.start(k.loket, pas, k.nacht, { op: '2026-02-03' }))
    expect(await blok(w, k.loket, 'uitstroom_voorbereiden', pas)).toEqual([])
    await k.doe(k.loket, async (work) => {
      const voorwaarden = [{ code: 'inkomen', stand: 'ja' as const, notitie: null }]
      accepted(await recordVoorwaarden(work, { persoonId, versie: 0, voorwaarden }))
    })
    expect(await blok(w, k.loket, 'uitstroom_voorbereiden', persoonId)).toEqual([])
  })

  it('wie een woning weigerde of geen woning kreeg staat er, tot er een volgende stap is', async () => {
    const persoonId = await givenVerblijver()
    const vervolg = () => blok(w, k.loket, 'geen_woning_vervolg', persoonId)
    const eerste = await vraagWoning(persoonId)
    expect(await vervolg()).toEqual([])
    await weiger(eerste)
    expect(await vervolg()).toMatchObject([
      { soort: 'uitstroom', wat: 'Weigerde de woning van Corporatie West', datum: vandaag, stand: null },
    ])
    expect(await blok(w, k.planner, 'geen_woning_vervolg', persoonId)).toEqual([])
    const tweede = await vraagWoning(persoonId)
    expect(await vervolg()).toEqual([])
    const geen = { omschrijving: null, huur: null, reageerVoor: null }
    await k.doe(corporatie, async (work) =>
      accepted(await answerWoonvraag(work, { id: tweede, uitkomst: 'geen_woning', ...geen })),
    )
    expect(await vervolg()).toMatchObject([{ wat: 'Nu geen woning bij Corporatie West' }])
    const lijst = await k.doe(k.loket, (work) =>
      listUitstroomRijen(work, {
        stand: 'zonder_vervolg',
        sorteer: 'naam',
        pagina: 1,
        aantalPerPagina: 50,
      }),
    )
    expect(lijst.results.map((rij) => rij.persoonId)).toContain(persoonId)
    await k.doe(k.loket, async (work) =>
      accepted(
        await recordOverleg(work, {
          persoonId,
          op: vandaag,
          uitkomst: 'verwezen',
          pauzewoningTot: null,
          toelichting: 'Naar kamers met aandacht',
        }),
      ),
    )
    expect(await vervolg()).toEqual([])
  })

  it('na het aantal weigeringen vraagt eerst het besluit, daarna de volgende stap', async () => {
    const persoonId = await givenVerblijver()
    await weiger(await vraagWoning(persoonId))
    const tweede = await vraagWoning(persoonId)
    await weiger(tweede)
    expect(await blok(w, k.loket, 'weigering_besluiten', persoonId)).toHaveLength(1)
    expect(await blok(w, k.loket, 'geen_woning_vervolg', persoonId)).toEqual([])
    await k.doe(k.loket, async (work) =>
      accepted(
        await decideGevolg(work, { id: tweede, gevolg: 'geen_gevolg', toelichting: 'Te ver van school' }),
      ),
    )
    expect(await blok(w, k.loket, 'geen_woning_vervolg', persoonId)).toHaveLength(1)
  })

  it('een urgentie die verliep blijft staan als verlopen, tot er een nieuwe aanvraag is', async () => {
    const persoonId = await givenVerblijver()
    const urgentie = { persoonId, soort: 'urgentie', grond: 'uitstroom_opvang' } as const
    const id = await vraagUrgentie(w, k.loket, { ...urgentie, geldigTot: '2026-04-01' })
    await query(
      w,
      "update onderdak.urgentieaanvraag set voorbereid_op = '2026-01-05', ingediend_op = '2026-01-05', besloten_op = '2026-01-12', geldig_tot = $2 where id = $1",
      [id, vandaag],
    )
    const rij = () => blok(w, k.loket, 'urgentie_loopt_af', persoonId)
    expect(await rij()).toMatchObject([{ wat: expect.stringContaining(' is verlopen'), datum: vandaag }])
    await vraagUrgentie(w, k.loket, { ...urgentie, geldigTot: '2027-01-01' })
    expect(await rij()).toEqual([])
  })
})

/** Somebody of the loket is responsible, with a next step. */
async function stap(persoonId: Id): Promise<void> {
  await k.doe(k.loket, (work) =>
    setOpvolging(work, { persoonId }, { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }),
  )
}

async function rondAf(persoonId: Id): Promise<void> {
  const [{ versie }] = await query(
    w,
    'select versie from onderdak.uitstroomdossier where persoon_id = $1 and afgerond_op is null',
    [persoonId],
  )
  await k.doe(k.loket, async (work) => {
    const uit = { verblijfId: null, bestemming: 'eigen_woning', afwijkingReden: 'Kan snel weg' }
    accepted(
      await completeUitstroom(work, { persoonId, versie, op: vandaag, route: 'directe_bemiddeling', ...uit }),
    )
  })
}
