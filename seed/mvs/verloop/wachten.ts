import {
  acceptVoorstel,
  proposeVoorstel,
  refuseVoorstel,
} from '../../../src/modules/voorstel/server/commands.ts'
import { endWachtlijstplaatsing, placeOnWachtlijst } from '../../../src/modules/wachtlijst/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays } from '../../../src/shared/plain-date.ts'
import { reject } from '../../../src/shared/rejection.ts'
import { accepted, DemoGeweigerd } from '../../world.ts'
import type { Gedaan, Verloop, Zaak } from './agenda.ts'
import type { Product } from './keten.ts'
import { huisVan, plekOp, type Stap } from './spoor.ts'
import { createWachtcontact } from './wachtcontact.ts'

export interface Wachten {
  zetOpLijst(work: Work, zaak: Zaak, product: Product): Promise<void>
  /** Ready in a place, and waits there for another product. */
  zetOpDoorstroom(work: Work, zaak: Zaak, product: Product): Promise<void>
  /** From a voorstel to the stay that begins today. */
  plaats(zaak: Zaak, stap: Stap): Gedaan[]
  haalEraf(work: Work, zaak: Zaak): Promise<void>
  /** Who gets a place in the days after the history has a voorstel for it now. */
  stelAlvastVoor(zaak: Zaak, stap: Stap, aanvaard: boolean): Gedaan[]
}

/** Proposed so many days before the place comes free, when the first one is refused. */
const VOORUIT = 3
const komtVrij = 'De plek komt vrij voor de eerste nacht (verzonnen).'
/** Kept only when somebody stands above who would fit as well. */
const afwijkingReden = 'Kan hier op deze dag terecht (verzonnen).'

/** The list, and what happens on it between the days that the core tells. */
export function createWachten(
  verloop: Verloop,
  spoor: readonly Stap[],
  start: (work: Work, zaak: Zaak, input: { voorstelId: Id; stap: Stap }) => Promise<void>,
): Wachten {
  const { agenda, random, regio } = verloop
  const planContact = createWachtcontact(verloop)
  /** House and day on which somebody begins to stay there. */
  const aankomsten = new Set(
    spoor.filter(({ soort }) => soort === 'plek').map((stap) => `${stap.huis} ${stap.dag}`),
  )

  async function zetOpLijst(work: Work, zaak: Zaak, product: Product): Promise<void> {
    const { id } = accepted(
      await placeOnWachtlijst(work, {
        persoonId: zaak.persoonId,
        productId: regio.producten[product]!,
        richting: 'instroom',
        gemeenteCode: zaak.gemeente,
        meldingId: zaak.meldingId!,
        overbrugging: random.weighted({
          eigen_netwerk: 45,
          ambulante_hulp: 30,
          opvang: 15,
          dagbesteding: 10,
        }),
      }),
    )
    zaak.wacht = { id, product }
    planContact(work, zaak, id)
    planWeigering(work, zaak, id)
  }

  /** Some get a first voorstel that they, or the aanbieder, refuse. */
  function planWeigering(work: Work, zaak: Zaak, id: Id): void {
    const stap = zaak.mens?.stappen.find((one) => one.soort === 'plek' && one.dag > work.today)
    if (!stap || plekOp(zaak.mens!, work.today) !== stap.dag || !random.chance(0.12)) return
    const op = addDays(stap.dag, -VOORUIT)
    // Held for one while another moves in, the house would be full for the other.
    if (op <= work.today || op >= agenda.laatste || aankomsten.has(`${stap.huis} ${op}`)) return
    agenda.plan(op, loketVan(zaak.wacht!.product), async (w) => {
      if (zaak.wacht?.id !== id) return
      const { voorstelId, versie } = await stelVoor(w, zaak, stap, komtVrij)
      agenda.plan(addDays(op, 1), huisVan(stap.huis!).organisatie, (v) => weiger(v, voorstelId, versie))
    })
  }

  async function weiger(work: Work, voorstelId: Id, versie: number): Promise<void> {
    const zijde = random.weighted({ aanbieder: 5, persoon: 7 })
    accepted(
      await refuseVoorstel(work, {
        voorstelId,
        versie,
        zijde,
        reden:
          zijde === 'aanbieder'
            ? random.weighted({ doelgroep_past_niet: 50, zorg_te_zwaar: 30, veiligheid: 20 })
            : random.weighted({ te_ver: 40, plek_past_niet: 40, medebewoners: 20 }),
        volgendeStap: 'Bespreken welke plek past',
      }),
    )
  }

  async function stelVoor(work: Work, zaak: Zaak, stap: Stap, overboekingReden?: string) {
    const { id, versie } = accepted(
      await proposeVoorstel(work, {
        wachtlijstplaatsingId: zaak.wacht!.id,
        locatieId: regio.locaties[stap.huis!]![0]!,
        vanaf: stap.dag,
        afwijkingReden,
        ...(overboekingReden && { overboekingReden }),
      }),
    )
    return { voorstelId: id, versie }
  }

  async function zetOpDoorstroom(work: Work, zaak: Zaak, product: Product): Promise<void> {
    const { id } = accepted(
      await placeOnWachtlijst(work, {
        persoonId: zaak.persoonId,
        productId: regio.producten[product]!,
        richting: 'doorstroom',
        gemeenteCode: zaak.gemeente,
        overbrugging: 'opvang',
      }),
    )
    zaak.wacht = { id, product }
  }

  function plaats(zaak: Zaak, stap: Stap): Gedaan[] {
    const { organisatie, product } = huisVan(stap.huis!)
    let voorstel: { voorstelId: Id; versie: number } | undefined
    return [
      {
        wie: loketVan(product),
        stap: async (work) => {
          // Somebody who finds the next place on the day he is ready never waited for it.
          if (zaak.verblijf && !zaak.wacht) await zetOpDoorstroom(work, zaak, product)
          voorstel = await stelVoor(work, zaak, stap)
        },
      },
      {
        wie: organisatie,
        stap: async (work) => {
          const { voorstelId, versie } = nodig(voorstel)
          accepted(await acceptVoorstel(work, { voorstelId, versie }))
          await start(work, zaak, { voorstelId, stap })
          delete zaak.wacht
        },
      },
    ]
  }

  async function haalEraf(work: Work, zaak: Zaak): Promise<void> {
    const { id } = nodig(zaak.wacht)
    accepted(
      await endWachtlijstplaatsing(work, {
        wachtlijstplaatsingId: id,
        reden: random.weighted({ eigen_oplossing: 60, trekt_zich_terug: 30, hulp_niet_meer_nodig: 10 }),
      }),
    )
    delete zaak.wacht
  }

  function stelAlvastVoor(zaak: Zaak, stap: Stap, aanvaard: boolean): Gedaan[] {
    const { organisatie, product } = huisVan(stap.huis!)
    let voorstel: { voorstelId: Id; versie: number } | undefined
    const doe = async (work: Work) => {
      voorstel = await stelVoor(work, zaak, stap, komtVrij)
    }
    const antwoord = async (work: Work) => {
      accepted(await acceptVoorstel(work, nodig(voorstel)))
    }
    return [
      { wie: loketVan(product), stap: doe },
      ...(aanvaard ? [{ wie: organisatie, stap: antwoord }] : []),
    ]
  }

  return { zetOpLijst, zetOpDoorstroom, plaats, haalEraf, stelAlvastVoor }
}

/** Who proposes places of a product. */
export function loketVan(product: Product): string {
  return product === 'crisisopvang_vo' || product === 'opvang_hg' ? 'vrouwenopvang' : 'centraal_onthaal'
}

/** What an earlier step of the same person left; a step that the rules refused is counted again with all that hang on it. */
export function nodig<T>(value: T | undefined): T {
  if (value === undefined)
    throw new DemoGeweigerd(reject('eerdere_stap_geweigerd', 'Een eerdere stap is geweigerd.'))
  return value
}
