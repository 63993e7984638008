import { expect } from 'vitest'
import { giveToestemming } from '../../src/modules/delen/server/commands.ts'
import { completeOnderzoek, decideMelding, editOnderzoek } from '../../src/modules/melding/server/commands.ts'
import { arrangeNazorg } from '../../src/modules/nazorg/server/afspraak-commands.ts'
import { findHuishoudenVan } from '../../src/modules/persoon/server/lookup.ts'
import {
  answerWoonvraag,
  askWoning,
  completeUitstroom,
  prepareUrgentie,
  recordVoorwaarden,
  recordWens,
  registerContract,
  stepAanbod,
  stepUrgentie,
} from '../../src/modules/uitstroom/server/commands.ts'
import { endVerblijf, startVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { acceptVoorstel, proposeVoorstel } from '../../src/modules/voorstel/server/commands.ts'
import { placeOnWachtlijst } from '../../src/modules/wachtlijst/server/commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { blok, doe, type Ketenwereld, uitstroomVan, versieVan } from './keten-beeld.ts'
import { eenOnderzoek } from './melding.ts'
import { accepted } from './platform.ts'

// Steps of the chain through its commands, each by who takes it and on the day of the clock.

/** The onderzoek of a melding and the besluit that admits to a product. */
export async function laatToe(
  k: Ketenwereld,
  als: Vrager,
  input: { meldingId: Id; productId: Id; criteria: readonly string[] },
): Promise<void> {
  const { meldingId, productId } = input
  await doe(k, als, async (work) => {
    accepted(await editOnderzoek(work, { meldingId, ...eenOnderzoek(work.today) }))
    accepted(await completeOnderzoek(work, { meldingId }))
    accepted(
      await decideMelding(work, {
        meldingId,
        uitkomst: 'toegelaten',
        productId,
        antwoorden: input.criteria.map((code) => ({ code, antwoord: 'ja' as const })),
        motivering: 'Past bij de criteria.',
      }),
    )
  })
}

/** By the list to a place: wait, a voorstel, its acceptance, and the arrival on `op`. */
export async function naarPlek(
  k: Ketenwereld,
  input: {
    persoonId: Id
    productId: Id
    locatieId: Id
    richting: 'instroom' | 'doorstroom'
    loket: Vrager
    planner: Vrager
    op: string
  },
): Promise<Id> {
  const { persoonId, productId, richting } = input
  const voorstelId = await doe(k, input.loket, async (work) => {
    const huishoudenId = (await findHuishoudenVan(work, persoonId)) ?? null
    const wacht = accepted(
      await placeOnWachtlijst(work, {
        persoonId,
        huishoudenId,
        productId,
        richting,
        gemeenteCode: 'GM0622',
        overbrugging: 'opvang',
      }),
    )
    return accepted(
      await proposeVoorstel(work, {
        wachtlijstplaatsingId: wacht.id,
        locatieId: input.locatieId,
        vanaf: input.op,
      }),
    ).id
  })
  await doe(k, input.planner, async (work) => accepted(await acceptVoorstel(work, { voorstelId, versie: 1 })))
  k.platform.clock.set(input.op)
  return doe(
    k,
    input.planner,
    async (work) =>
      accepted(await startVerblijf(work, { voorstelId, op: work.today, eindigVorigVerblijf: true })).id,
  )
}

/** What is in order before somebody leaves, and where to. */
export async function bereidVoor(k: Ketenwereld, als: Vrager, persoonId: Id): Promise<void> {
  const { voorwaarden } = await uitstroomVan(k, als, persoonId)
  const alles = voorwaarden.map(({ code }) => ({ code, stand: 'ja' as const, notitie: null }))
  await doe(k, als, async (work) => {
    const { versie } = accepted(await recordVoorwaarden(work, { persoonId, versie: 0, voorwaarden: alles }))
    accepted(
      await recordWens(work, {
        persoonId,
        versie,
        gemeenteCode: 'GM0622',
        woningtype: 'huurwoning',
        wens: null,
      }),
    )
  })
}

/** An aanvraag prepared, handed in and granted on the day of the clock; answers its id. */
export async function vraagUrgentie(
  k: Ketenwereld,
  als: Vrager,
  input: { persoonId: Id; soort: 'een_route' | 'urgentie'; grond: string; geldigTot: string },
): Promise<Id> {
  const { persoonId, soort, grond, geldigTot } = input
  return doe(k, als, async (work) => {
    const leeg = { op: work.today, kenmerk: null, geldigTot: null, toelichting: null }
    const { id } = accepted(
      await prepareUrgentie(work, {
        persoonId,
        soort,
        grond,
        op: work.today,
        ontvangendePartij: null,
        afspraken: null,
      }),
    )
    accepted(await stepUrgentie(work, { ...leeg, id, versie: 1, naar: 'ingediend' }))
    accepted(await stepUrgentie(work, { ...leeg, id, versie: 2, naar: 'toegekend', geldigTot }))
    return id
  })
}

/** A corporatie is asked on consent and offers a home, which is accepted; answers the aanbod. */
export async function krijgWoning(k: Ketenwereld, als: Vrager, persoonId: Id): Promise<Id> {
  const corporatie = await k.regio.als('corporatie', 'corporatie_medewerker')
  const id = await doe(k, als, async (work) => {
    const toestemming = accepted(
      await giveToestemming(work, {
        persoonId,
        ontvanger: { organisatieId: k.regio.organisaties.corporatie },
        gegevensset: 'woonvraag',
        doel: 'Een woning vinden',
        vorm: 'schriftelijk',
        gegevenDoor: 'client',
        gegevenOp: work.today,
      }),
    )
    const vraag = { toestemmingId: toestemming.id, woningtype: 'huurwoning', gemeenteCode: 'GM0622' }
    return accepted(await askWoning(work, { persoonId, ...vraag })).id
  })
  const aanbod = { omschrijving: 'Drie kamers in Holy', huur: 620, reageerVoor: null }
  await doe(k, corporatie, async (work) =>
    accepted(await answerWoonvraag(work, { id, uitkomst: 'aangeboden', ...aanbod })),
  )
  expect(await blok(k, als, 'woningaanbod_beantwoorden', persoonId)).toHaveLength(1)
  const versie = await versieVan(k, 'woningaanbod', id)
  const leeg = { omschrijving: null, huur: null, reageerVoor: null, weigerreden: null, toelichting: null }
  await doe(k, als, async (work) =>
    accepted(await stepAanbod(work, { id, versie, naar: 'aanvaard', op: work.today, ...leeg })),
  )
  return id
}

/** The first day in the home: the urgentie is used, and the contract runs. */
export async function tekenContract(
  k: Ketenwereld,
  als: Vrager,
  input: { persoonId: Id; urgentieId: Id; woningaanbodId: Id },
): Promise<void> {
  const { persoonId, urgentieId, woningaanbodId } = input
  const versie = await versieVan(k, 'urgentieaanvraag', urgentieId)
  await doe(k, als, async (work) => {
    const leeg = { kenmerk: null, geldigTot: null, toelichting: null }
    accepted(await stepUrgentie(work, { id: urgentieId, versie, naar: 'gebruikt', op: work.today, ...leeg }))
    accepted(
      await registerContract(work, {
        persoonId,
        soort: 'huurovereenkomst',
        woningaanbodId,
        woningtype: 'huurwoning',
        gemeenteCode: 'GM0622',
        begonnenOp: work.today,
        verhuurder: 'Corporatie West',
        hoofdhuurder: null,
        begeleider: null,
        afspraken: 'Goede buur en goede huurder',
        evaluatieOp: null,
        omklapOp: null,
      }),
    )
  })
}

/** Everyone leaves a place for a home of their own, with a next step. */
export async function vertrek(k: Ketenwereld, als: Vrager, verblijfId: Id): Promise<void> {
  const versie = await versieVan(k, 'verblijf', verblijfId)
  await doe(k, als, async (work) =>
    accepted(
      await endVerblijf(work, {
        verblijfId,
        versie,
        op: work.today,
        reden: 'doelen_behaald',
        bestemming: 'eigen_woning',
        persoonId: null,
        nieuwAanspreekpuntId: null,
        vervolg: { soort: 'stap', volgendeStap: 'Bellen hoe het gaat', volgendeStapOp: work.today },
      }),
    ),
  )
}

/** After the departure: along which way. Only that departure can be chosen. */
export async function rondUitstroomAf(
  k: Ketenwereld,
  als: Vrager,
  input: { persoonId: Id; verblijfId: Id; route: string },
): Promise<void> {
  const { persoonId, verblijfId, route } = input
  const { dossier, keuzes } = await uitstroomVan(k, als, persoonId)
  expect(keuzes.verblijven.map((one) => one.id)).toEqual([verblijfId])
  const versie = dossier!.versie
  await doe(k, als, async (work) => {
    const uit = { verblijfId, bestemming: null, afwijkingReden: null }
    accepted(await completeUitstroom(work, { persoonId, versie, op: work.today, route, ...uit }))
  })
}

/** Nazorg by the own organisation, every four weeks; answers the agreement. */
export async function spreekNazorgAf(
  k: Ketenwereld,
  als: Vrager,
  input: { persoonId: Id; verblijfId: Id; tot: string },
): Promise<Id> {
  const { id } = await doe(k, als, async (work) =>
    accepted(
      await arrangeNazorg(work, {
        verblijfId: input.verblijfId,
        besluit: 'wel',
        persoonId: null,
        op: work.today,
        aanbieder: 'eigen',
        organisatieId: null,
        toestemmingId: null,
        contactNaam: null,
        elkeWeken: 4,
        begintOp: work.today,
        tot: input.tot,
        afspraken: null,
      }),
    ),
  )
  expect(await blok(k, als, 'uitstroom_zonder_nazorg', input.persoonId)).toEqual([])
  return id
}
