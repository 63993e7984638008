import {
  acceptVoorstel,
  proposeVoorstel,
  refuseVoorstel,
} from '../../../src/modules/voorstel/server/commands.ts'
import { endWachtlijstplaatsing, placeOnWachtlijst } from '../../../src/modules/wachtlijst/server/commands.ts'
import { listRangorde } from '../../../src/modules/wachtlijst/server/lookup.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { isRejection } from '../../../src/shared/rejection.ts'
import { accepted } from '../../world.ts'
import { isMaandag, type Verloop, type Zaak } from './agenda.ts'
import type { Capaciteit, Huis } from './capaciteit.ts'
import { createWachtcontact } from './wachtcontact.ts'

export interface Wachten {
  zetOpLijst(work: Work, zaak: Zaak, input: { meldingId: Id; product: string }): Promise<void>
  /** Proposes the free places of today to who stands first. */
  stelVoor(op: PlainDate): void
}

interface Wachtend {
  readonly zaak: Zaak
  readonly product: string
}

/** From admission to an accepted voorstel: queues arise when the places are full. */
export function createWachten(
  verloop: Verloop,
  capaciteit: Capaciteit,
  naAfloop: (zaak: Zaak, op: PlainDate) => void,
  start: (work: Work, zaak: Zaak, input: { voorstelId: Id; huis: Huis; product: string }) => Promise<void>,
): Wachten {
  const { agenda, random, regio } = verloop
  const wachtend = new Map<Id, Wachtend>()
  const planContact = createWachtcontact(verloop, (id) => wachtend.has(id))

  async function zetOpLijst(
    work: Work,
    zaak: Zaak,
    input: { meldingId: Id; product: string },
  ): Promise<void> {
    const { id } = accepted(
      await placeOnWachtlijst(work, {
        persoonId: zaak.persoonId,
        productId: regio.producten[input.product]!,
        richting: 'instroom',
        gemeenteCode: zaak.gemeente,
        meldingId: input.meldingId,
        overbrugging: random.weighted({
          eigen_netwerk: 45,
          ambulante_hulp: 30,
          opvang: 15,
          dagbesteding: 10,
        }),
      }),
    )
    wachtend.set(id, { zaak, product: input.product })
    planContact(work, zaak, id)
    if (random.chance(0.1))
      agenda.plan(addDays(work.today, random.between(30, 160)), zaak.loket, (w) => haalEraf(w, id))
  }

  async function haalEraf(work: Work, id: Id): Promise<void> {
    if (!wachtend.has(id)) return
    const ended = await work.attempt(() =>
      endWachtlijstplaatsing(work, {
        wachtlijstplaatsingId: id,
        reden: random.weighted({ eigen_oplossing: 60, trekt_zich_terug: 30, hulp_niet_meer_nodig: 10 }),
      }),
    )
    if (isRejection(ended)) return
    const { zaak } = wachtend.get(id)!
    wachtend.delete(id)
    naAfloop(zaak, work.today)
  }

  /** Room and people waiting when a product was last looked at: nobody could be placed, or this changed. */
  const gezien = new Map<string, string>()

  function stelVoor(op: PlainDate): void {
    const wachtenden = [...wachtend.values()]
    for (const product of new Set(wachtenden.map((one) => one.product))) {
      const ruimte = capaciteit
        .metRuimte(product, op)
        .reduce((n, huis) => n + huis.vrij.size - huis.toegezegd, 0)
      if (ruimte === 0) continue
      const stand = `${ruimte} ${wachtenden.filter((one) => one.product === product).length}`
      if (gezien.get(product) === stand && !isMaandag(op)) continue
      gezien.set(product, stand)
      const loket = product.endsWith('_vo') || product === 'opvang_hg' ? 'vrouwenopvang' : 'centraal_onthaal'
      agenda.plan(op, loket, (work) => verdeel(work, product))
    }
  }

  async function verdeel(work: Work, product: string): Promise<void> {
    const lijst = await listRangorde(work, regio.producten[product]!, 'instroom')
    const aanDeBeurt = lijst.filter(
      (regel) => regel.poortOpen && regel.status === 'wachtend' && wachtend.has(regel.id),
    )
    for (const regel of aanDeBeurt) {
      const huis = capaciteit.metRuimte(product, work.today)[0]
      if (!huis) return
      const voorstel = await work.attempt(() =>
        proposeVoorstel(work, {
          wachtlijstplaatsingId: regel.id,
          locatieId: huis.locatieId,
          vanaf: addDays(work.today, random.between(1, 3)),
        }),
      )
      if (isRejection(voorstel)) continue
      huis.toegezegd++
      const op = addDays(work.today, 1)
      agenda.plan(op, huis.wie, (w) =>
        antwoord(w, { id: regel.id, voorstelId: voorstel.id, versie: voorstel.versie, huis }),
      )
    }
  }

  async function antwoord(
    work: Work,
    input: { id: Id; voorstelId: Id; versie: number; huis: Huis },
  ): Promise<void> {
    const { voorstelId, versie, huis } = input
    const wie = wachtend.get(input.id)!
    const lot = random.weighted({ ja: 88, aanbieder: 5, persoon: 7 })
    if (lot !== 'ja') {
      huis.toegezegd--
      accepted(
        await refuseVoorstel(work, {
          voorstelId,
          versie,
          zijde: lot,
          reden:
            lot === 'aanbieder'
              ? random.weighted({ doelgroep_past_niet: 50, zorg_te_zwaar: 30, veiligheid: 20 })
              : random.weighted({ te_ver: 40, plek_past_niet: 40, medebewoners: 20 }),
          volgendeStap: 'Bespreken welke andere plek past',
        }),
      )
      return
    }
    accepted(await acceptVoorstel(work, { voorstelId, versie }))
    agenda.plan(addDays(work.today, 2), huis.wie, async (w) => {
      wachtend.delete(input.id)
      await start(w, wie.zaak, { voorstelId, huis, product: wie.product })
    })
  }

  return { zetOpLijst, stelVoor }
}
