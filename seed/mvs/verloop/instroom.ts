import { criteria } from '../../../src/modules/beheer/domain/standaard.ts'
import { sendBeschikking } from '../../../src/modules/beschikking/server/brief-commands.ts'
import { decideAanvraag, registerAanvraag } from '../../../src/modules/beschikking/server/commands.ts'
import {
  completeOnderzoek,
  confirmOntvangst,
  decideMelding,
  editOnderzoek,
  recordTriage,
  recordVervolg,
  registerMelding,
} from '../../../src/modules/melding/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, daysBetween, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { Random } from '../../random.ts'
import { accepted } from '../../world.ts'
import { type Verloop, werkdag, type Zaak } from './agenda.ts'
import type { Product, Soort } from './keten.ts'
import { hulpvragen, motivering, onderzoek } from './teksten.ts'

/** From report to decision. */
export interface Instroom {
  /** A report that is refused or sent on. */
  meld(work: Work, zaak: Zaak): Promise<void>
  /** A report that the core admits on `op`: everything until the decision. */
  meldVoor(work: Work, zaak: Zaak, op: PlainDate): Promise<void>
  /** The decision that lets somebody onto the list of a product, as the desk or, for beschermd wonen, as Rogplus. */
  laatToe(work: Work, zaak: Zaak, product: Product): Promise<void>
}

/** Days before the decision on which somebody reported, as the core wants it: some take much longer. */
export function aanlooptijd(soort: Soort, random: Random): number {
  const onderzoek = random.chance(0.08) ? random.between(43, 70) : random.between(soort === 'vo' ? 1 : 5, 38)
  return random.between(1, 4) + onderzoek + (soort === 'bw' ? random.between(5, 18) : 0)
}
/** The longest of them. */
export const LANGSTE_AANLOOP = 92

const domeinen = { mo: 'MO', gezin: 'MO', vo: 'VO', bw: 'BW' } as const
const profielen = {
  mo: 'economisch_dakloos',
  gezin: 'gezin_dakloos',
  vo: 'slachtoffer_geweld',
  bw: 'ggz_verslaving',
} as const

/** Where somebody says to sleep, in shares; what is not asked stays unknown. */
const slaapplekken: Readonly<Record<keyof typeof domeinen, Readonly<Record<string, number>>>> = {
  mo: {
    straat: 14,
    noodopvang: 10,
    geen_echte_woning: 16,
    bij_anderen: 42,
    moet_huis_uit: 8,
    instelling_moet_weg: 4,
    onbekend: 6,
  },
  gezin: { bij_anderen: 55, moet_huis_uit: 25, hotel_opvang: 12, geen_echte_woning: 8 },
  vo: { eigen_woning: 45, bij_anderen: 45, hotel_opvang: 10 },
  bw: { eigen_woning: 45, instelling: 20, instelling_moet_weg: 10, bij_anderen: 25 },
}

export function createInstroom(verloop: Verloop, naAfloop: (zaak: Zaak, op: PlainDate) => void): Instroom {
  const { agenda, random, regio } = verloop
  const ontvangst = random.fork('ontvangst')
  const slaapplek = random.fork('slaapplek')
  const geweigerd = new Map<Id, number>()

  async function registreer(work: Work, zaak: Zaak): Promise<Id> {
    const { id } = accepted(
      await registerMelding(work, {
        persoonId: zaak.persoonId,
        kanaal: zaak.soort === 'vo' ? 'veilig_thuis' : random.weighted(kanalen),
        melderSoort: zaak.soort === 'vo' ? 'veilig_thuis' : random.weighted(melders),
        gemeenteCode: zaak.gemeente,
        domein: domeinen[zaak.soort],
        hulpvraag: random.pick(hulpvragen[zaak.soort]),
        slaapplekVannacht:
          zaak.soort !== 'mo' ? 'ja' : zaak.voorrang ? 'nee' : random.weighted({ ja: 85, onbekend: 15 }),
        kinderen: zaak.kinderen,
        volwassenen: zaak.personen - zaak.kinderen,
        veiligheid:
          zaak.soort === 'vo' ? 'onveilig' : random.weighted({ veilig: 70, onbekend: 25, onveilig: 5 }),
        rechtmatigVerblijf: 'ja',
      }),
    )
    return id
  }

  async function meld(work: Work, zaak: Zaak): Promise<void> {
    const meldingId = await registreer(work, zaak)
    const late = random.chance(0.04) ? random.between(4, 12) : random.between(1, 4)
    agenda.plan(werkdag(addDays(work.today, late)), zaak.loket, async (w) => {
      // Of who is not admitted two in three need something else; the others are refused after an onderzoek.
      const uitkomst =
        zaak.soort === 'mo' && random.chance(0.64) ? random.weighted(doorgestuurd) : 'onderzoek'
      await triage(w, zaak, { meldingId, uitkomst })
      const dagen =
        uitkomst === 'onderzoek' ? random.between(zaak.soort === 'vo' ? 1 : 5, 38) : random.between(1, 6)
      agenda.plan(werkdag(addDays(w.today, dagen)), zaak.loket, async (v) => {
        if (uitkomst !== 'onderzoek') return wijsAf(v, zaak, { meldingId, uitkomst })
        await onderzoekAf(v, zaak, meldingId)
        await weiger(v, zaak, meldingId)
      })
    })
  }

  async function meldVoor(work: Work, zaak: Zaak, op: PlainDate): Promise<void> {
    const meldingId = await registreer(work, zaak)
    zaak.meldingId = meldingId
    const late = random.chance(0.04) ? random.between(4, 12) : random.between(1, 4)
    const triageOp = eerste(werkdag(addDays(work.today, late)), op)
    agenda.plan(triageOp, zaak.loket, (w) => triage(w, zaak, { meldingId, uitkomst: 'onderzoek' }))
    if (zaak.soort !== 'bw') return
    // Beschermd wonen needs a beschikking, which Rogplus decides on some days after the melding.
    const ruimte = Math.max(0, daysBetween(triageOp, op) - random.between(5, 18))
    agenda.plan(eerste(werkdag(addDays(triageOp, ruimte)), op), zaak.loket, (w) =>
      vraagAan(w, zaak, meldingId),
    )
  }

  async function triage(
    work: Work,
    zaak: Zaak,
    { meldingId, uitkomst }: { meldingId: Id; uitkomst: 'onderzoek' | keyof typeof doorgestuurd },
  ): Promise<void> {
    if (ontvangst.chance(0.95)) {
      const via = zaak.soort === 'vo' ? 'mondeling' : ontvangst.weighted({ brief: 60, mondeling: 40 })
      accepted(await confirmOntvangst(work, { meldingId, op: work.today, via }))
    }
    accepted(
      await recordTriage(work, {
        meldingId,
        uitkomst,
        toelichting: 'Kort gesprek gehad; situatie is duidelijk.',
        domein: domeinen[zaak.soort],
        ...(slaapplek.chance(0.92) && { woonsituatie: slaapplek.weighted(slaapplekken[zaak.soort]) }),
        ...(zaak.soort === 'vo' && {
          voGeweldAfhankelijk: true,
          voThuisOnveilig: true,
          voCode: random.weighted({ oranje: 60, groen: 40 }),
        }),
      }),
    )
  }

  /** Not admitted to anything, but with a follow-up: housing question, advice or another desk. */
  async function wijsAf(work: Work, zaak: Zaak, input: { meldingId: Id; uitkomst: string }): Promise<void> {
    const { meldingId } = input
    const besluit =
      input.uitkomst === 'doorverwezen' || input.uitkomst === 'eu_terugkeer'
        ? ({
            uitkomst: 'doorverwezen',
            naar: input.uitkomst === 'eu_terugkeer' ? 'Hulp bij terugkeer' : 'Maatschappelijk werk',
            motivering,
          } as const)
        : ({
            uitkomst: 'alleen_huisvestingsvraag',
            advies: 'Zoeken in het eigen netwerk en inschrijven voor een woning.',
            naarMaatwerkoverleg: zaak.gemeente === 'GM0556',
          } as const)
    const { vervolgIds } = accepted(await decideMelding(work, { meldingId, ...besluit }))
    planVervolg(work, zaak, vervolgIds, vervolgIds.length === 2 ? [1, 7] : [7])
  }

  async function onderzoekAf(work: Work, zaak: Zaak, meldingId: Id): Promise<void> {
    accepted(
      await editOnderzoek(work, {
        meldingId,
        ...onderzoek,
        planUitgelegdOp: work.today,
        ondersteuningAangebodenOp: work.today,
        ondersteuningUitkomst: random.weighted({ niet_gewenst: 60, gebruikt: 30, later: 10 }),
        identiteitGezienOp: work.today,
        identiteitDocument: 'identiteitskaart',
        clientprofiel:
          zaak.soort === 'mo'
            ? random.weighted({ economisch_dakloos: 45, meervoudig: 35, ggz_verslaving: 20 })
            : profielen[zaak.soort],
        verslagVerzondenOp: work.today,
      }),
    )
    accepted(await completeOnderzoek(work, { meldingId }))
  }

  async function besluit(work: Work, zaak: Zaak, product: Product): Promise<void> {
    const meldingId = zaak.meldingId!
    await onderzoekAf(work, zaak, meldingId)
    const vragen = criteria.find((one) => one.domein === domeinen[zaak.soort])!.vragen
    accepted(
      await decideMelding(work, {
        meldingId,
        uitkomst: 'toegelaten',
        productId: regio.producten[product]!,
        antwoorden: vragen.map(({ code }) => ({ code, antwoord: 'ja' as const })),
        motivering,
      }),
    )
  }

  /** Admitted by the desk; the aanvraag goes to Rogplus, which decides for the gemeente. */
  async function vraagAan(work: Work, zaak: Zaak, meldingId: Id): Promise<void> {
    await besluit(work, zaak, 'bw')
    const { id } = accepted(
      await registerAanvraag(work, {
        persoonId: zaak.persoonId,
        meldingId,
        productId: regio.producten.bw!,
        aangevraagdOp: work.today,
        namensGemeente: zaak.gemeente,
      }),
    )
    zaak.aanvraagId = id
  }

  async function laatToe(work: Work, zaak: Zaak, product: Product): Promise<void> {
    if (product !== 'bw') return besluit(work, zaak, product)
    const aanvraagId = zaak.aanvraagId!
    accepted(
      await decideAanvraag(work, aanvraagId, {
        soort: 'toekenning',
        versie: 1,
        beschiktOp: work.today,
        geldigVan: work.today,
        motivering,
      }),
    )
    accepted(
      await sendBeschikking(work, aanvraagId, { versie: 2, verzondenOp: work.today, via: 'uitgereikt' }),
    )
    zaak.beschikking = { id: aanvraagId, versie: 3 }
  }

  async function weiger(work: Work, zaak: Zaak, meldingId: Id): Promise<void> {
    const persoon = random.chance(0.3)
    const { vervolgIds } = accepted(
      await decideMelding(work, {
        meldingId,
        uitkomst: 'geweigerd',
        zijde: persoon ? 'persoon' : 'toegang',
        reden: persoon
          ? random.weighted({ eigen_oplossing: 60, wil_niet: 40 })
          : random.weighted({
              zelfredzaam: 45,
              ander_loket: 25,
              geen_regiobinding: 20,
              zorgvraag_te_zwaar: 10,
            }),
        aangebodenAlternatief: 'Hulp van het wijkteam en de inloop.',
        motivering,
        vannacht: {
          wat: 'Slaapplek bij het netwerk of in de nachtopvang nakijken',
          op: addDays(work.today, 1),
        },
      }),
    )
    planVervolg(work, zaak, vervolgIds, [1, 7, 30, 90])
  }

  /** Looks how it goes on the agreed days; sometimes late, and after the last one the promise ends or goes on. */
  function planVervolg(work: Work, zaak: Zaak, ids: readonly Id[], dagen: readonly number[]): void {
    const late = random.chance(0.1) ? random.between(3, 20) : 0
    for (const [i, vervolgId] of ids.entries()) {
      const op = werkdag(addDays(work.today, dagen[i]! + (i > 0 ? late : 0)))
      const laatste = i === ids.length - 1
      agenda.plan(op, zaak.loket, async (w) => {
        accepted(
          await recordVervolg(w, {
            vervolgId,
            op: w.today,
            uitkomst: random.weighted({
              ongewijzigd: 45,
              gaat_goed: 25,
              niet_bereikt: 20,
              gaat_slechter: 10,
            }),
            ...(laatste && {
              volgendeStap: 'Nagaan of het dossier dicht kan',
              volgendeStapOp: addDays(w.today, 30),
            }),
          }),
        )
        if (laatste) meldOpnieuw(zaak, w.today)
      })
    }
  }

  /** One in four of whom was sent on or refused reports again some time later, a few times at most. */
  function meldOpnieuw(zaak: Zaak, op: PlainDate): void {
    const keren = (geweigerd.get(zaak.persoonId) ?? 0) + 1
    geweigerd.set(zaak.persoonId, keren)
    if (keren < 4 && random.chance(0.25))
      agenda.plan(addDays(op, random.between(10, 120)), zaak.loket, (work) => meld(work, zaak))
    else naAfloop(zaak, op)
  }

  return { meld, meldVoor, laatToe }
}

const eerste = (a: PlainDate, b: PlainDate) => (a < b ? a : b)

/** What becomes of who needs no onderzoek. */
const doorgestuurd = { alleen_huisvestingsvraag: 12, doorverwezen: 8, advies: 4, eu_terugkeer: 3 } as const

const kanalen = { balie: 40, telefoon: 30, verwijzing: 15, email: 8, straat: 4, detentie: 3 }
const melders = { zelf: 60, wijkteam: 15, naaste: 10, aanbieder: 6, politie: 4, ziekenhuis: 3, detentie: 2 }
