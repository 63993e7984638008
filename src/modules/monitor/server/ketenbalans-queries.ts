import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import {
  type Boek,
  type Boekstand,
  boeken,
  celdelen,
  type Eenheid,
  gatenVan,
  maakBoeken,
  type Splitsing,
  soortenVan,
  verschilVan,
} from '../domain/ketenbalans.ts'
import { hideInBoeken, type Optelling } from '../domain/ketenbalans-afscherming.ts'
import type { Balansrij, Soortkolom, Stroom } from '../domain/ketenbalans-contract.ts'
import { groepNamen } from './groepnamen.ts'
import { type Boekvraag, type Getelderegel, telBoeken } from './ketenbalans.ts'
import { listTeOpenen, type Maandstand, readMaandstand, verschuif } from './telling.ts'

export interface BalansVraag {
  readonly eenheid: Eenheid
  readonly maand?: string | undefined
  readonly bekendOp?: PlainDate | undefined
}
interface Lijst {
  readonly pagina: number
  readonly aantalPerPagina: number
  readonly sorteer?: string | undefined
}

const MAANDEN = 13

export const antwoordVan = (boek: Boek, eenheid: Eenheid, stand: Maandstand) => ({
  boek: boeken[boek].naam,
  definitie: boeken[boek].definitie[eenheid],
  maand: stand.maand,
  van: stand.van,
  peildatum: stand.peildatum,
  bekendOp: stand.bekendOp,
  kleinsteGetal: stand.kleinsteGetal,
})

/** A month as it was known when it closed; null when that was not kept, or when an earlier day is asked for. */
async function toenVan(work: Work, stand: Maandstand): Promise<Maandstand | null> {
  if (stand.bekendOp !== null && stand.bekendOp <= stand.peildatum) return null
  const toen = await readMaandstand(work, { maand: stand.maand, bekendOp: stand.peildatum })
  return isRejection(toen) ? null : toen
}

interface Boekenrij extends Boekstand {
  /** How it was split; null: the total. */
  readonly per: Splitsing | null
  readonly open: boolean
}

/** Every split of a book and its total, with the end as it was known when the month closed. */
async function telRijen(
  work: Work,
  vraag: Pick<Boekvraag, 'boek' | 'eenheid'>,
  stand: Maandstand,
  toen: Maandstand | null,
): Promise<Boekenrij[]> {
  const { boek } = vraag
  const alle: (Splitsing | null)[] = [...boeken[boek].per, null]
  const regels = await telBoeken(
    work,
    alle.flatMap((per) => [
      { ...vraag, per, id: `${per} nu`, stand },
      ...(toen ? [{ ...vraag, per, id: `${per} toen`, stand: toen }] : []),
    ]),
  )
  const open = await openZaken(work, boek, regels)
  const rijen = alle.flatMap((per) => {
    const delen = (welke: string) => regels.filter((regel) => regel.id === `${per} ${welke}`)
    return rijenVan(boek, delen('nu'), delen('toen'), open).map((rij) => ({ ...rij, per }))
  })
  return rijen.some(({ per }) => per === null) ? rijen : [...rijen, leeg]
}

/** Books of one split: what is known now beside the end as it was known then. */
function rijenVan(
  boek: Boek,
  nu: readonly Getelderegel[],
  toen: readonly Getelderegel[],
  open: ReadonlySet<Id>,
): Omit<Boekenrij, 'per'>[] {
  const eindToen = new Map(maakBoeken(boek, toen).map((een) => [een.groep, een.aantallen.eind ?? 0]))
  const stand = new Map(maakBoeken(boek, nu).map((een) => [een.groep, een.aantallen]))
  const dicht = new Set(
    [...nu, ...toen].filter(({ zaken }) => !zaken?.every((zaak) => open.has(zaak))).map(({ groep }) => groep),
  )
  return [...new Set([...stand.keys(), ...eindToen.keys()])].map((groep) => ({
    groep,
    aantallen: { ...leeg.aantallen, ...stand.get(groep), eindToen: eindToen.get(groep) ?? 0 },
    open: !dicht.has(groep),
  }))
}

const leeg: Boekenrij = {
  groep: '',
  per: null,
  aantallen: { begin: 0, erin: 0, eruit: 0, eind: 0, eindToen: 0 },
  open: true,
}
const zaakVan = { verblijf: 'verblijf', wachtlijst: 'wacht', in_beeld: 'in_beeld' } as const

/** Of the cases behind small counts those that the asker may open. */
async function openZaken(work: Work, boek: Boek, regels: readonly Getelderegel[]): Promise<Set<Id>> {
  const uniek = [...new Set(regels.flatMap(({ zaken }) => zaken ?? []))]
  return new Set((await listTeOpenen(work, zaakVan[boek], uniek)).map(({ zaak }) => zaak))
}

/** Which columns of a book add up to which; destinations are part of what flows out. */
function kolommenVan(boek: Boek, rijen: readonly Boekstand[]): Record<string, readonly string[]> {
  const { in: erin, uit } = soortenVan(boek)
  const naar = rijen.flatMap(({ aantallen }) =>
    Object.keys(aantallen).filter((key) => key.startsWith('naar_')),
  )
  return { erin, eruit: uit, uit_uitstroom: [...new Set(naar)] }
}

/** Which rows add up to which: every split to the total, and the finest split to each of the others. */
function optellingenVan(boek: Boek, rijen: readonly Boekenrij[]): Optelling[] {
  const met = (test: (rij: Boekenrij) => boolean) => rijen.flatMap((rij, r) => (test(rij) ? [r] : []))
  const totaal = met(({ per }) => per === null)[0]
  return [
    ...(totaal === undefined
      ? []
      : boeken[boek].per.map((per) => ({ som: totaal, delen: met((rij) => rij.per === per) }))),
    ...rijen.flatMap(({ per, groep }, som) => {
      const deel = per === null || per === 'cel' ? -1 : celdelen[boek].indexOf(per)
      return deel < 0
        ? []
        : [{ som, delen: met((rij) => rij.per === 'cel' && rij.groep.split('|')[deel] === groep) }]
    }),
  ]
}

interface Beschermd {
  readonly groep: string
  readonly per: Splitsing | null
  readonly waarde: (kolom: string) => number | null
  readonly sluit: boolean
  readonly gaten: Balansrij['gaten']
  readonly afgeschermd: boolean
}

/** All splits are hidden together, so that one does not give away what another hides. */
function bescherm(boek: Boek, stand: Maandstand, rijen: readonly Boekenrij[]): Beschermd[] {
  const optellingen = { rijen: optellingenVan(boek, rijen), kolommen: kolommenVan(boek, rijen) }
  const hidden = hideInBoeken(rijen, optellingen, stand.kleinsteGetal)
  return rijen.map(({ groep, per, aantallen }, i) => ({
    groep,
    per,
    waarde: (kolom: string) => (hidden[i]!.has(kolom) ? null : (aantallen[kolom] ?? 0)),
    sluit: verschilVan(aantallen) === 0,
    gaten: gatenVan(aantallen),
    afgeschermd: hidden[i]!.size > 0,
  }))
}

/** A row as it is shown; `toen` tells whether it was kept what was known when the month closed. */
function getoond(boek: Boek, rij: Beschermd, naam: string, toen: boolean): Balansrij {
  const { in: erin, uit } = soortenVan(boek)
  const [eind, eindToen] = [rij.waarde('eind'), toen ? rij.waarde('eindToen') : null]
  const soorten: Partial<Record<Soortkolom, number | null>> = Object.fromEntries(
    [...erin, ...uit].map((kolom) => [kolom, rij.waarde(kolom)]),
  )
  return {
    ...soorten,
    groep: rij.groep,
    naam,
    begin: rij.waarde('begin'),
    erin: rij.waarde('erin'),
    eruit: rij.waarde('eruit'),
    eind,
    sluit: rij.sluit,
    eindToen,
    correctie: eind === null || eindToen === null ? null : eind - eindToen,
    afgeschermd: rij.afgeschermd,
    gaten: rij.gaten,
  }
}

/** The books of one month, per group and in total. */
export async function readBalans(
  work: Work,
  boek: Boek,
  query: BalansVraag & Lijst & { readonly per: Splitsing },
) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const toen = await toenVan(work, stand)
  const { per, eenheid } = query
  const alle = bescherm(boek, stand, await telRijen(work, { boek, eenheid }, stand, toen))
  const rijen = alle.filter((rij) => rij.per === per)
  const totaal = alle.find((rij) => rij.per === null)!
  const naam = await namenVan(work, boek, per)
  return {
    ...listPage(
      rijen.map((rij) => getoond(boek, rij, naam(rij.groep), toen !== null)),
      query,
      'naam',
    ),
    ...antwoordVan(boek, eenheid, stand),
    per,
    totaal: getoond(boek, totaal, 'Hele keten', toen !== null),
  }
}

/** What a group is called; of a cell all its parts. */
async function namenVan(work: Work, boek: Boek, per: Splitsing): Promise<(groep: string) => string> {
  const delen = per === 'cel' ? celdelen[boek] : [per]
  const namen = await Promise.all(
    delen.map((deel) => groepNamen(work, deel === 'organisatie' ? 'aanbieder' : deel)),
  )
  return (groep) =>
    groep
      .split('|')
      .map((code, i) => namen[i]!(code === '' ? null : code))
      .join(', ')
}

/** Thirteen months of the whole chain, each with what was corrected after it closed. */
export async function readBalansmaanden(work: Work, query: BalansVraag & Lijst & { readonly boek: Boek }) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const { boek, eenheid } = query
  const maanden = Array.from({ length: MAANDEN }, (_, i) => verschuif(stand, i))
  const toen = await Promise.all(maanden.map((maand) => toenVan(work, maand)))
  const vraag = { boek, eenheid, per: null }
  const regels = await telBoeken(work, [
    ...maanden.map((op) => ({ ...vraag, id: op.maand, stand: op })),
    ...toen.flatMap((op) => (op ? [{ ...vraag, id: `${op.maand} toen`, stand: op }] : [])),
  ])
  const open = await openZaken(work, boek, regels)
  const van = (id: string) => regels.filter((regel) => regel.id === id)
  const rijen = maanden.map(({ maand }, i) => {
    const rij = rijenVan(boek, van(maand), van(`${maand} toen`), open)[0]
    const een = bescherm(boek, stand, [rij ? { ...rij, per: null } : leeg])[0]!
    return { ...getoond(boek, een, maand, toen[i] !== null), maand }
  })
  return { ...listPage(rijen, query, '-maand'), ...antwoordVan(boek, eenheid, stand) }
}

/** Into each product and out of it, hidden together with the book per product. */
export async function readKetenstromen(work: Work, query: BalansVraag & Lijst) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const { eenheid } = query
  const rijen = await telRijen(work, { boek: 'verblijf', eenheid }, stand, null)
  const stromen = await stromenVan(work, stand, rijen)
  return { ...listPage(stromen, query, 'product'), ...antwoordVan('verblijf', eenheid, stand) }
}

async function stromenVan(work: Work, stand: Maandstand, rijen: readonly Boekenrij[]): Promise<Stroom[]> {
  const product = await groepNamen(work, 'product')
  const bestemming = await groepNamen(work, 'reden')
  const { in: erin, uit } = boeken.verblijf
  const naar = kolommenVan('verblijf', rijen).uit_uitstroom!
  const zijden = [
    ...Object.entries(erin).map(([key, naam]) => ({ kant: 'in' as const, kolom: `in_${key}`, naam })),
    ...naar.map((kolom) => ({ kant: 'uit' as const, kolom, naam: bestemming(kolom.slice('naar_'.length)) })),
    ...Object.entries(uit)
      .filter(([key]) => key !== 'uitstroom')
      .map(([key, naam]) => ({ kant: 'uit' as const, kolom: `uit_${key}`, naam })),
  ]
  const producten = bescherm('verblijf', stand, rijen).filter(({ per }) => per === 'product')
  return producten.flatMap((rij) =>
    zijden
      .map(({ kant, kolom, naam }) => ({
        id: `${rij.groep} ${kolom}`,
        kant,
        product: product(rij.groep === '' ? null : rij.groep),
        anders: naam,
        aantal: rij.waarde(kolom),
      }))
      .filter(({ aantal }) => aantal !== 0),
  )
}
