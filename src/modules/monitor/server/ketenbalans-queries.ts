import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
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
import { hideInBoeken } from '../domain/ketenbalans-afscherming.ts'
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
  readonly open: boolean
}

/** Books of one question, with the end as it was known when the month closed. */
async function rijenVan(
  work: Work,
  boek: Boek,
  regels: readonly Getelderegel[],
  id: string,
): Promise<Boekenrij[]> {
  const van = (welke: string) => regels.filter((regel) => regel.id === welke)
  const toen = new Map(maakBoeken(boek, van(`${id} toen`)).map((een) => [een.groep, een.aantallen.eind ?? 0]))
  const nu = new Map(maakBoeken(boek, van(id)).map((een) => [een.groep, een.aantallen]))
  const rijen: Boekenrij[] = []
  for (const groep of new Set([...nu.keys(), ...toen.keys()])) {
    const { begin = 0, erin = 0, eruit = 0, eind = 0, ...soorten } = nu.get(groep) ?? {}
    const eindToen = toen.get(groep) ?? 0
    rijen.push({
      groep,
      aantallen: { begin, erin, eruit, eind, ...soorten, eindToen },
      open: await allesOpen(
        work,
        boek,
        [...van(id), ...van(`${id} toen`)].filter((regel) => regel.groep === groep),
      ),
    })
  }
  return rijen
}

const zaakVan = { verblijf: 'verblijf', wachtlijst: 'wacht', in_beeld: 'in_beeld' } as const

async function allesOpen(work: Work, boek: Boek, regels: readonly Getelderegel[]): Promise<boolean> {
  if (regels.some(({ zaken }) => zaken === null)) return false
  const uniek = [...new Set(regels.flatMap(({ zaken }) => zaken ?? []))]
  return (await listTeOpenen(work, zaakVan[boek], uniek)).length === uniek.length
}

/** Which columns of a book add up to which, for what stays hidden; destinations are part of what flows out. */
function delenVan(boek: Boek, rijen: readonly Boekstand[]): Record<string, readonly string[]> {
  const { in: erin, uit } = soortenVan(boek)
  const naar = new Set(
    rijen.flatMap(({ aantallen }) => Object.keys(aantallen).filter((key) => key.startsWith('naar_'))),
  )
  return { erin, eruit: uit, uit_uitstroom: [...naar] }
}

interface Beschermd {
  readonly groep: string
  readonly waarde: (kolom: string) => number | null
  readonly sluit: boolean
  readonly gaten: Balansrij['gaten']
  readonly afgeschermd: boolean
}

function bescherm(
  boek: Boek,
  stand: Maandstand,
  rijen: readonly Boekenrij[],
  totaal: Boekenrij | null,
): { rijen: Beschermd[]; totaal: Beschermd | null } {
  const alle = totaal ? [...rijen, totaal] : rijen
  const hidden = hideInBoeken(rijen, totaal, delenVan(boek, alle), stand.kleinsteGetal)
  const beschermd = alle.map(({ groep, aantallen }, i) => ({
    groep,
    waarde: (kolom: string) => (hidden[i]!.has(kolom) ? null : (aantallen[kolom] ?? 0)),
    sluit: verschilVan(aantallen) === 0,
    gaten: gatenVan(aantallen),
    afgeschermd: hidden[i]!.size > 0,
  }))
  return totaal
    ? { rijen: beschermd.slice(0, -1), totaal: beschermd.at(-1)! }
    : { rijen: beschermd, totaal: null }
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

const leeg = { groep: '', aantallen: { begin: 0, erin: 0, eruit: 0, eind: 0, eindToen: 0 }, open: true }

async function tel(work: Work, vraag: Omit<Boekvraag, 'id'>, toen: Maandstand | null) {
  const { stand } = vraag
  const vragen: Boekvraag[] = [
    { ...vraag, id: 'groep' },
    { ...vraag, id: 'totaal', per: null },
    ...(toen
      ? [
          { ...vraag, id: 'groep toen', stand: toen },
          { ...vraag, id: 'totaal toen', per: null, stand: toen },
        ]
      : []),
  ]
  const regels = await telBoeken(work, vragen)
  const rijen = await rijenVan(work, vraag.boek, regels, 'groep')
  const totaal = (await rijenVan(work, vraag.boek, regels, 'totaal'))[0] ?? leeg
  const { rijen: beschermd, totaal: som } = bescherm(vraag.boek, stand, rijen, totaal)
  return { rijen: beschermd, totaal: som! }
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
  const { rijen, totaal } = await tel(work, { boek, eenheid, per, stand }, toen)
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
  const rijen = []
  for (const [i, { maand }] of maanden.entries()) {
    const rij = (await rijenVan(work, boek, regels, maand))[0] ?? leeg
    const een = bescherm(boek, stand, [rij], null).rijen[0]!
    rijen.push({ ...getoond(boek, een, maand, toen[i] !== null), maand })
  }
  return { ...listPage(rijen, query, '-maand'), ...antwoordVan(boek, eenheid, stand) }
}

/** Into each product and out of it, hidden together with the book per product. */
export async function readKetenstromen(work: Work, query: BalansVraag & Lijst) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const { eenheid } = query
  const vraag = { boek: 'verblijf', eenheid, per: 'product', stand } as const
  const regels = await telBoeken(work, [
    { ...vraag, id: 'groep' },
    { ...vraag, id: 'totaal', per: null },
  ])
  const stromen = await stromenVan(work, stand, regels)
  return { ...listPage(stromen, query, 'product'), ...antwoordVan('verblijf', eenheid, stand) }
}

async function stromenVan(work: Work, stand: Maandstand, regels: readonly Getelderegel[]): Promise<Stroom[]> {
  const rijen = await rijenVan(work, 'verblijf', regels, 'groep')
  const totaal = (await rijenVan(work, 'verblijf', regels, 'totaal'))[0] ?? leeg
  const product = await groepNamen(work, 'product')
  const bestemming = await groepNamen(work, 'reden')
  const { in: erin, uit } = boeken.verblijf
  const naar = delenVan('verblijf', rijen).uit_uitstroom!
  const zijden = [
    ...Object.entries(erin).map(([key, naam]) => ({ kant: 'in' as const, kolom: `in_${key}`, naam })),
    ...naar.map((kolom) => ({ kant: 'uit' as const, kolom, naam: bestemming(kolom.slice('naar_'.length)) })),
    ...Object.entries(uit)
      .filter(([key]) => key !== 'uitstroom')
      .map(([key, naam]) => ({ kant: 'uit' as const, kolom: `uit_${key}`, naam })),
  ]
  return bescherm('verblijf', stand, rijen, totaal).rijen.flatMap((rij) =>
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
