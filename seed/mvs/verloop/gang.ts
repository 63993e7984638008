import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { Wens } from '../../personen.ts'
import type { Gedaan, Verloop, Zaak } from './agenda.ts'
import { aanlooptijd, type Instroom } from './instroom.ts'
import { ketendelen, type Product } from './keten.ts'
import { loketVan as meldloketVan, registerMensen } from './mensen.ts'
import { huisVan, type Mens, type Stap } from './spoor.ts'
import type { Verblijven } from './verblijven.ts'
import { loketVan, nodig, type Wachten } from './wachten.ts'

/** What the core drew, as the register sees it. */
export interface Gang {
  /** What happens on this day, in order. */
  opDag(dag: PlainDate): Gedaan[]
  /** What is known on the last day of the days after it: who gets a place has a voorstel. */
  straks(dagen: number): Gedaan[]
}

interface Delen {
  readonly spoor: readonly Stap[]
  /** Those of the stock, once they are loaded. */
  readonly bewoners: ReadonlyMap<Mens, Zaak>
  readonly maak: (wens: Wens) => RegisterPersoon
  readonly instroom: Instroom
  readonly wachten: Wachten
  readonly verblijven: Verblijven
}

export function createGang(verloop: Verloop, delen: Delen): Gang {
  const { agenda, laatste } = verloop
  const { spoor, bewoners, maak, instroom, wachten, verblijven } = delen
  const random = verloop.random.fork('aanloop')
  const zaken = new Map<Mens, Zaak>()
  const perDag = new Map<PlainDate, Stap[]>()
  const eerste = spoor[0]?.dag ?? laatste
  for (const stap of spoor) {
    const dag = perDag.get(stap.dag)
    if (dag) dag.push(stap)
    else perDag.set(stap.dag, [stap])
    if (stap.soort === 'komst' || stap.soort === 'terug') planMelding(stap)
  }

  const zaakVan = (mens: Mens): Zaak => nodig(zaken.get(mens) ?? bewoners.get(mens))

  /** Who is admitted has reported some weeks before, and after he left. */
  function planMelding({ mens, dag, soort: stapsoort }: Stap): void {
    const { soort } = ketendelen[mens.product]
    const vorige = mens.stappen.findLast((stap) => stap.dag < dag)
    const nietVoor = vorige ? addDays(vorige.dag, 1) : eerste
    const op = later(addDays(dag, -aanlooptijd(soort, random)), nietVoor)
    const { gemeente } = mens
    const loket = meldloketVan(verloop, soort, gemeente)
    if (stapsoort === 'terug') {
      agenda.plan(op, loket, (work) => instroom.meldVoor(work, zaakVan(mens), dag))
      return
    }
    agenda.plan(op, loket, async (work) => {
      const zaak = await registerMensen(work, verloop, maak, { soort, gemeente, loket, mens })
      zaken.set(mens, zaak)
      await instroom.meldVoor(work, zaak, dag)
    })
  }

  /** A step is looked up when it runs: who it is about may come into being on the same day. */
  function gedaan(stap: Stap): Gedaan[] {
    const { mens } = stap
    const bij = (zaak: Zaak | undefined) => zaak?.loket ?? 'centraal_onthaal'
    switch (stap.soort) {
      case 'komst':
      case 'terug': {
        const product = stap.product as Product
        const loket = bij(zaken.get(mens) ?? bewoners.get(mens))
        return [
          {
            wie: product === 'bw' ? 'rogplus' : loket,
            stap: (work) => instroom.laatToe(work, zaakVan(mens), product),
          },
          { wie: loket, stap: (work) => wachten.zetOpLijst(work, zaakVan(mens), product) },
        ]
      }
      case 'plek': {
        const zaak = zaken.get(mens) ?? bewoners.get(mens)
        return zaak
          ? wachten.plaats(zaak, stap)
          : [{ wie: 'centraal_onthaal', stap: async () => void zaakVan(mens) }]
      }
      case 'klaar': {
        const product = stap.product!
        const { organisatie } = huisVan(stap.huis!)
        const gereed = (work: Parameters<Gedaan['stap']>[0]) => verblijven.gereed(work, zaakVan(mens), stap)
        if (product === 'woning') return [{ wie: organisatie, stap: gereed }]
        return [
          { wie: organisatie, stap: gereed },
          {
            wie: loketVan(product),
            stap: (work) => wachten.zetOpDoorstroom(work, zaakVan(mens), product),
          },
        ]
      }
      case 'woning':
      case 'vertrek':
        return [
          {
            wie: huisVan(stap.huis!).organisatie,
            stap: (work) => verblijven.vertrek(work, zaakVan(mens), stap.soort === 'woning'),
          },
        ]
      case 'afhaken':
        return [
          {
            wie: bij(zaken.get(mens) ?? bewoners.get(mens)),
            stap: async (work) => {
              const zaak = zaakVan(mens)
              await wachten.haalEraf(work, zaak)
              verblijven.naAfloop(zaak, work.today)
            },
          },
        ]
      case 'bewoner':
        return []
    }
  }

  return {
    opDag: (dag) => (perDag.get(dag) ?? []).flatMap(gedaan),
    straks: (dagen) =>
      spoor
        .filter(({ soort, dag }) => soort === 'plek' && dag > laatste && dag <= addDays(laatste, dagen))
        .flatMap((stap, i) => {
          const zaak = zaken.get(stap.mens) ?? bewoners.get(stap.mens)
          return zaak?.wacht ? wachten.stelAlvastVoor(zaak, stap, i % 2 === 1) : []
        }),
  }
}

const later = (a: PlainDate, b: PlainDate) => (a > b ? a : b)
