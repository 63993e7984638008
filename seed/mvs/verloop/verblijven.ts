import { sendBeschikking } from '../../../src/modules/beschikking/server/brief-commands.ts'
import { withdrawBeschikking } from '../../../src/modules/beschikking/server/wijziging-commands.ts'
import { closeOpvolging, setOpvolging } from '../../../src/modules/opvolging/server/commands.ts'
import type { VertrekInvoer } from '../../../src/modules/verblijf/domain/contract.ts'
import {
  endVerblijf,
  extendVerblijf,
  setUitstroomgereed,
  startVerblijf,
} from '../../../src/modules/verblijf/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, addMonths, addWeeks, type PlainDate } from '../../../src/shared/plain-date.ts'
import { isRejection } from '../../../src/shared/rejection.ts'
import { accepted } from '../../world.ts'
import type { Verloop, Zaak } from './agenda.ts'
import { LANGSTE_AANLOOP } from './instroom.ts'
import type { Huis, Product } from './keten.ts'
import { createNazorg } from './nazorg.ts'
import { createPlannen } from './ondersteuningsplan.ts'
import { eindeVan, huisVan, type Stap, terugOp } from './spoor.ts'
import { createTrajecten, endTrajecten } from './trajecten.ts'
import { createVertrekroute } from './vertrekroute.ts'
import { nodig } from './wachten.ts'

export interface Verblijf {
  readonly id: Id
  versie: number
  readonly begonnen: PlainDate
  /** From when the history follows it: the start, or the day on which the stock came in. */
  readonly gezien: PlainDate
  readonly huis: Huis
  weg?: boolean
}

export interface Verblijven {
  start(work: Work, zaak: Zaak, input: { voorstelId: Id; stap: Stap }): Promise<void>
  /** Plans what happens during a stay that begins with this step. */
  volg(zaak: Zaak, verblijf: Verblijf, stap: Stap): void
  gereed(work: Work, zaak: Zaak, stap: Stap): Promise<void>
  vertrek(work: Work, zaak: Zaak, naarWoning: boolean): Promise<void>
  /** Nothing is left to do: close the promise after a while, unless the person comes back. */
  naAfloop(zaak: Zaak, op: PlainDate): void
}

/** Days between two talks about the plan; six weeks unless said otherwise. */
const gesprek: Readonly<Partial<Record<Product, number>>> = { bw: 120, gezinsopvang: 90, opvang_hg: 60 }

function langste(product: Product, begin: PlainDate): PlainDate | undefined {
  if (product === 'crisisopvang_mo') return addWeeks(begin, begin < '2024-01-01' ? 17 : 12)
  if (product === 'crisisopvang_vo') return addWeeks(begin, 12)
  if (product === 'opvang_hg') return addMonths(begin, 9)
  return undefined
}

/** Where somebody goes who leaves the chain without a dwelling of his own: of this the core knows nothing. */
const bestemmingen: Readonly<Record<Product, Readonly<Record<string, number>>>> = {
  crisisopvang_mo: {
    eigen_netwerk: 18,
    tijdelijke_woning: 12,
    beschermd_wonen: 8,
    straat: 9,
    onbekend: 8,
    andere_regio: 5,
    instelling: 3,
    detentie: 3,
  },
  gezinsopvang: { tijdelijke_woning: 12, eigen_netwerk: 10, andere_regio: 6 },
  crisisopvang_vo: { eigen_netwerk: 20, andere_regio: 15 },
  opvang_hg: { eigen_netwerk: 20, andere_regio: 15 },
  bw: { beschermd_thuis: 35, wlz_instelling: 18, instelling: 8, eigen_netwerk: 5, overleden: 2 },
}
/** Of the dead nobody comes back. */
const overleden = { overleden: 0 } as const

const redenen: Readonly<Record<string, string>> = {
  straat: 'uitval',
  onbekend: 'niet_teruggekeerd',
  detentie: 'detentie',
  instelling: 'opname',
  wlz_instelling: 'wlz',
  overleden: 'overleden',
  beschermd_wonen: 'doorstroom',
  beschermd_thuis: 'doorstroom',
  opvang: 'doorstroom',
  tijdelijke_woning: 'doorstroom',
}

export function createVerblijven(verloop: Verloop): Verblijven {
  const { agenda, random } = verloop
  const trajecten = createTrajecten(verloop)
  const nazorg = createNazorg(verloop)
  const plannen = createPlannen(verloop)
  const vertrekroute = createVertrekroute(verloop)

  async function start(
    work: Work,
    zaak: Zaak,
    { voorstelId, stap }: { voorstelId: Id; stap: Stap },
  ): Promise<void> {
    const made = accepted(
      await startVerblijf(work, {
        voorstelId,
        op: work.today,
        eindigVorigVerblijf: true,
        overschrijdingReden: 'wacht_op_andere_plek',
      }),
    )
    if (zaak.verblijf) zaak.verblijf.weg = true
    volg(
      zaak,
      {
        id: made.id,
        versie: made.versie,
        begonnen: work.today,
        gezien: work.today,
        huis: huisVan(stap.huis!),
      },
      stap,
    )
  }

  function volg(zaak: Zaak, verblijf: Verblijf, stap: Stap): void {
    zaak.verblijf = verblijf
    const { organisatie: wie, product } = verblijf.huis
    // Who stays on beyond what was drawn stays beyond the last day.
    const einde = eindeVan(stap)?.dag ?? addDays(agenda.laatste, 400)
    const grens = langste(product, verblijf.begonnen)
    if (grens !== undefined && einde > grens)
      agenda.plan(addDays(grens, -random.between(0, 6)), wie, (w) => verleng(w, verblijf, addDays(einde, 14)))
    const { beschikking } = zaak
    if (beschikking) {
      delete zaak.beschikking
      agenda.plan(addDays(einde, -1), 'rogplus', (w) => trekIn(w, beschikking, einde))
    }
    planGesprek(zaak, verblijf, addDays(verblijf.gezien, 7))
    const begeleiding = { product, wie, van: verblijf.gezien, einde }
    trajecten.begeleid(zaak, begeleiding)
    plannen.schrijf(zaak, begeleiding)
  }

  /** Who leaves no longer needs it (Wmo 2015 art. 2.3.10 lid 1 onder b); decided and handed over on one day. */
  async function trekIn(work: Work, oud: { id: Id; versie: number }, ingangOp: PlainDate): Promise<void> {
    const intrekking = accepted(
      await withdrawBeschikking(work, oud.id, {
        versie: oud.versie,
        grond: 'b',
        beschiktOp: work.today,
        ingangOp,
        motivering: 'Vertrekt uit beschermd wonen. De persoon is verzonnen.',
      }),
    )
    accepted(
      await sendBeschikking(work, intrekking.id, { versie: 1, verzondenOp: work.today, via: 'uitgereikt' }),
    )
  }

  /** Regular talks during the stay, each with the next one; now and then one is late. */
  function planGesprek(zaak: Zaak, verblijf: Verblijf, op: PlainDate): void {
    const late = random.chance(0.07) ? random.between(3, 12) : 0
    agenda.plan(addDays(op, late), verblijf.huis.organisatie, async (w) => {
      if (verblijf.weg) return
      const volgendeStapOp = addDays(w.today, gesprek[verblijf.huis.product] ?? 42)
      await setOpvolging(
        w,
        { persoonId: zaak.persoonId },
        { volgendeStap: 'Voortgang bespreken aan de hand van het plan', volgendeStapOp },
      )
      planGesprek(zaak, verblijf, volgendeStapOp)
    })
  }

  async function verleng(work: Work, verblijf: Verblijf, tot: PlainDate): Promise<void> {
    if (verblijf.weg) return
    const result = await work.attempt(() =>
      extendVerblijf(work, {
        verblijfId: verblijf.id,
        versie: verblijf.versie,
        nieuwUiterlijkOp: later(tot, addDays(work.today, 28)),
        reden: random.weighted({ wacht_op_woning: 65, wacht_op_bw: 20, herstel_niet_af: 15 }),
        toelichting: null,
      }),
    )
    if (!isRejection(result)) verblijf.versie = result.versie
  }

  async function gereed(work: Work, zaak: Zaak, stap: Stap): Promise<void> {
    const verblijf = nodig(zaak.verblijf)
    const result = accepted(
      await setUitstroomgereed(work, {
        verblijfId: verblijf.id,
        versie: verblijf.versie,
        op: work.today,
        wachtOp: stap.product === 'woning' ? 'wacht_op_woning' : 'wacht_op_andere_plek',
      }),
    )
    verblijf.versie = result.versie
  }

  async function vertrek(work: Work, zaak: Zaak, naarWoning: boolean): Promise<void> {
    const verblijf = nodig(zaak.verblijf)
    const terug = zaak.mens && terugOp(zaak.mens, work.today)
    const kansen: Readonly<Record<string, number>> = {
      ...bestemmingen[verblijf.huis.product],
      ...(terug && overleden),
    }
    const bestemming = naarWoning ? 'eigen_woning' : random.weighted(kansen)
    const eindig = (vervolg: VertrekInvoer['vervolg']) =>
      endVerblijf(work, {
        verblijfId: verblijf.id,
        versie: verblijf.versie,
        op: work.today,
        reden: redenen[bestemming] ?? 'doelen_behaald',
        bestemming,
        persoonId: null,
        nieuwAanspreekpuntId: null,
        overschrijdingReden: 'wacht_op_woning',
        vervolg,
      })
    // As long as a casus or an overdracht runs, somebody goes on looking: the promise cannot end yet.
    const klaar = naarWoning && random.chance(0.6) && !isRejection(await work.attempt(() => eindig(duurzaam)))
    if (!klaar)
      accepted(
        await eindig({
          soort: 'stap',
          volgendeStap:
            bestemming === 'straat' || bestemming === 'onbekend'
              ? 'Contact zoeken'
              : 'Nazorg: vragen hoe het gaat',
          volgendeStapOp: addDays(work.today, 14),
        }),
      )
    verblijf.weg = true
    delete zaak.verblijf
    const wie = verblijf.huis.organisatie
    const nazorgTot = await nazorg.regel(work, {
      verblijfId: verblijf.id,
      persoonId: zaak.persoonId,
      wie,
      bestemming,
    })
    await vertrekroute.rondAf(work, { verblijfId: verblijf.id, persoonId: zaak.persoonId, bestemming })
    // The traject goes on for a while after the departure to a home of one's own; where nazorg is agreed, it ends with that.
    if (klaar && nazorgTot === undefined && !isSpoedigTerug(zaak, work.today))
      agenda.plan(addDays(work.today, 42), wie, (w) => endTrajecten(w, zaak.persoonId, 'duurzaam_gehuisvest'))
    if (!klaar) naAfloop(zaak, work.today, bestemming)
  }

  function naAfloop(zaak: Zaak, op: PlainDate, bestemming = 'onbekend'): void {
    if (isSpoedigTerug(zaak, op)) return
    agenda.plan(addDays(op, random.between(25, 80)), zaak.loket, async (w) => {
      const open = await w.db
        .selectFrom('opvolging')
        .select('status')
        .where('persoon_id', '=', zaak.persoonId)
        .executeTakeFirst()
      if (open?.status !== 'open') return
      const closed = await w.attempt(() =>
        closeOpvolging(w, { persoonId: zaak.persoonId }, afsluiting(bestemming, w.today)),
      )
      if (!isRejection(closed)) await endTrajecten(w, zaak.persoonId, eindes[bestemming] ?? 'eigen_keuze')
    })
  }

  return { start, volg, gereed, vertrek, naAfloop }
}

const duurzaam = {
  soort: 'afsluiten',
  reden: 'duurzaam_gehuisvest',
  toelichting: 'Woont weer zelfstandig; begeleiding loopt.',
} as const

/** Reports again before anybody would close the dossier. */
function isSpoedigTerug({ mens }: Zaak, op: PlainDate): boolean {
  const terug = mens && terugOp(mens, op)
  return terug !== undefined && terug <= addDays(op, 80 + LANGSTE_AANLOOP)
}

const eindes = {
  eigen_woning: 'duurzaam_gehuisvest',
  andere_regio: 'andere_regio',
  onbekend: 'onvindbaar',
  straat: 'onvindbaar',
  wlz_instelling: 'naar_wlz',
} as Readonly<Record<string, Parameters<typeof endTrajecten>[2]>>

function afsluiting(bestemming: string, op: PlainDate) {
  const reden =
    (
      {
        eigen_woning: 'duurzaam_gehuisvest',
        andere_regio: 'overgedragen_andere_regio',
        overleden: 'overleden',
        onbekend: 'geen_hulp_nodig',
        straat: 'onvindbaar',
      } as const
    )[bestemming] ?? ('geen_hulp_nodig' as const)
  return { reden, toelichting: 'Laatste contact gehad; afgesproken dat het dossier dicht kan.', op }
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}
