import { isBsn } from '../../../shared/bsn.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { Periode } from './rules.ts'
import { type Controle, type Reden, soorten, type Verdeling } from './soorten.ts'

/** Days of one person that may go into a delivery, with why not (`weg`) when they do not. */
export interface Kandidaat {
  /** The person under a pseudonym; a guest whom nobody knows is somebody by the night. */
  readonly wie: Id
  readonly persoonId: Id | null
  readonly situatie: 'verblijf' | 'winterkou' | 'toekenning'
  readonly klasse: string | null
  readonly productCode: string | null
  readonly gemeenteCode: string | null
  readonly van: PlainDate
  readonly tot: PlainDate
  readonly beginOp: PlainDate | null
  readonly eindOp: PlainDate | null
  readonly bsn: string | null
  readonly geenBsnReden: string | null
  readonly weg: Reden | null
}

export type Regel = Omit<Kandidaat, 'wie' | 'persoonId' | 'bsn' | 'geenBsnReden' | 'weg'> & {
  readonly persoonId: Id
}

export interface Weggelaten {
  readonly reden: Reden
  /** Why there is no BSN; empty for the other reasons. */
  readonly detail: string
  readonly aantal: number
}

export interface Leveringcijfer {
  readonly verdeling: Verdeling
  readonly waarde: string
  readonly regels: number
  readonly personen: number
}

export interface Uitkomst {
  readonly code: Controle
  readonly aantal: number
  /** Null in a delivery of before an indicator counted the same. */
  readonly verwacht: number | null
}

export interface Leveringinhoud {
  readonly regels: readonly Regel[]
  readonly weggelaten: readonly Weggelaten[]
  readonly cijfers: readonly Leveringcijfer[]
  readonly controles: readonly Uitkomst[]
}

/** Who is in, who is not and why, and what that adds up to. `indicator`: what the indicator counts on the last day. */
export function decideInhoud(
  alle: readonly Kandidaat[],
  periode: Periode,
  indicator: number,
): Leveringinhoud {
  const beoordeeld = alle.map((kandidaat) => ({ kandidaat, weg: wegVan(kandidaat) }))
  const erin = beoordeeld.filter(({ weg }) => weg === null).map(({ kandidaat }) => kandidaat)
  const regels = erin.map(regelVan).sort(inVolgorde)
  return {
    regels,
    weggelaten: countWeggelaten(beoordeeld),
    cijfers: [
      cijferVan('totaal', 'alles', regels),
      ...soorten[periode.soort].verdelingen.flatMap((verdeling) => verdeel(verdeling, regels)),
    ],
    controles: [
      { code: 'bsn', aantal: erin.filter(({ bsn }) => !isBsn(bsn ?? '')).length, verwacht: 0 },
      {
        code: 'dagen',
        aantal: regels.filter(({ van, tot }) => van < periode.van || tot > periode.tot || van >= tot).length,
        verwacht: 0,
      },
      { code: 'overlap', aantal: countOverlap(regels), verwacht: 0 },
      { code: 'indicator', aantal: countLaatsteDag(beoordeeld, periode), verwacht: indicator },
    ],
  }
}

interface Beoordeeld {
  readonly kandidaat: Kandidaat
  readonly weg: Reden | null
}

function wegVan({ weg, bsn }: Kandidaat): Reden | null {
  if (weg !== null) return weg
  return isBsn(bsn ?? '') ? null : 'bsn_onjuist'
}

function regelVan(kandidaat: Kandidaat): Regel {
  const { wie: _wie, bsn: _bsn, geenBsnReden: _reden, weg: _weg, persoonId, ...rest } = kandidaat
  return { ...rest, persoonId: persoonId! }
}

const sleutel = (regel: Regel) =>
  [regel.persoonId, regel.van, regel.tot, regel.situatie, regel.klasse, regel.productCode].join(' ')
const inVolgorde = (a: Regel, b: Regel) => (sleutel(a) < sleutel(b) ? -1 : 1)

/** People once per reason; somebody may be left out with one stay and stand in the file with another. */
function countWeggelaten(alle: readonly Beoordeeld[]): Weggelaten[] {
  const groepen = new Map<string, Set<Id>>()
  for (const { kandidaat, weg } of alle) {
    if (weg === null) continue
    const groep = `${weg}|${weg === 'geen_bsn' ? (kandidaat.geenBsnReden ?? '') : ''}`
    groepen.set(groep, (groepen.get(groep) ?? new Set()).add(kandidaat.wie))
  }
  return [...groepen].map(([groep, wie]) => {
    const [reden, detail] = groep.split('|') as [Reden, string]
    return { reden, detail, aantal: wie.size }
  })
}

function verdeel(verdeling: Exclude<Verdeling, 'totaal'>, regels: readonly Regel[]): Leveringcijfer[] {
  const delen = new Map<string, Regel[]>()
  for (const regel of regels) {
    const waarde = deelVan(verdeling, regel)
    const deel = delen.get(waarde)
    if (deel) deel.push(regel)
    else delen.set(waarde, [regel])
  }
  return [...delen].map(([waarde, deel]) => cijferVan(verdeling, waarde, deel))
}

function deelVan(verdeling: Exclude<Verdeling, 'totaal'>, regel: Regel): string {
  if (verdeling === 'klasse') return regel.klasse ?? 'onbekend'
  if (verdeling === 'gemeente') return regel.gemeenteCode ?? 'onbekend'
  return regel.productCode ?? regel.situatie
}

const cijferVan = (verdeling: Verdeling, waarde: string, regels: readonly Regel[]): Leveringcijfer => ({
  verdeling,
  waarde,
  regels: regels.length,
  personen: new Set(regels.map(({ persoonId }) => persoonId)).size,
})

/** Lines that begin before an earlier one of the same person in the same group, or of the same product, is over. */
function countOverlap(regels: readonly Regel[]): number {
  const einde = new Map<string, PlainDate>()
  let aantal = 0
  for (const regel of regels) {
    const groep = `${regel.persoonId} ${regel.klasse ?? regel.productCode}`
    const vorige = einde.get(groep)
    if (vorige !== undefined && regel.van < vorige) aantal++
    if (vorige === undefined || regel.tot > vorige) einde.set(groep, regel.tot)
  }
  return aantal
}

/** Left out for who they are, not for where they slept: the indicator counts them. */
const teltWel: readonly (Reden | null)[] = [null, 'geheim', 'geen_bsn', 'bsn_onjuist', 'onbekende_gast']

function countLaatsteDag(alle: readonly Beoordeeld[], { tot }: Periode): number {
  const dag = addDays(tot, -1)
  const erbij = alle.filter(
    ({ kandidaat, weg }) =>
      teltWel.includes(weg) &&
      (kandidaat.situatie === 'toekenning' || ['E2', 'E3'].includes(kandidaat.klasse ?? '')) &&
      kandidaat.van <= dag &&
      kandidaat.tot > dag,
  )
  return new Set(erbij.map(({ kandidaat }) => kandidaat.wie)).size
}
