import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { maten, versieOp, type Zaaksoort } from '../domain/indicator.ts'
import { type Beschermd, type Gegroepeerd, protectCijfers } from '../domain/indicator-afscherming.ts'
import type { Indicator } from './indicator.ts'
import { type Getelde, listTeOpenen, type Maandstand } from './telling.ts'

/** What is told of an indicator beside its number: the version is the one that held in that month. */
export const kaartVan = (indicator: Indicator, maand: PlainDate) => {
  const { gevallen: _, kleineCel: __, maat, zaak: ___, ...kaart } = indicator
  return {
    ...kaart,
    niveaus: [...kaart.niveaus],
    per: [...kaart.per],
    bronnen: [...kaart.bronnen],
    eenheid: maten[maat],
    versie: versieOp(indicator, maand).versie,
    versies: indicator.versies.map((versie) => ({ ...versie })),
  }
}

export const standVan = ({ maand, van, peildatum, bekendOp, kleinsteGetal }: Maandstand) => ({
  maand,
  van,
  peildatum,
  bekendOp,
  kleinsteGetal,
})

/** Where every figure of a month comes from, for a row that travels by itself. */
export const herkomstVan = (indicator: Indicator, { peildatum, bekendOp }: Maandstand) => ({
  bron: `Onderdak: ${indicator.bronnen.join(', ')}`,
  peildatum,
  bekendOp,
})

/** Of how many of these cases the asker may not open the file; null when that is all of them, or when they are too many to look up. */
export type Dicht = (indicator: Indicator, zaken: readonly Id[] | null) => number | null

/** Looks up once for each kind of case which of all these cases the asker may open. */
export async function findDicht(
  work: Work,
  vragen: readonly { readonly indicator: Indicator; readonly rijen: readonly Getelde[] }[],
): Promise<Dicht> {
  const zaken = new Map<Zaaksoort, Set<Id>>()
  for (const { indicator, rijen } of vragen) {
    if (indicator.kleineCel === 'geen') continue
    const bekend = zaken.get(indicator.zaak) ?? new Set()
    for (const rij of rijen) for (const zaak of rij.zaken ?? []) bekend.add(zaak)
    zaken.set(indicator.zaak, bekend)
  }
  const open = new Map<Zaaksoort, Set<Id>>()
  for (const [soort, ids] of zaken)
    open.set(soort, new Set((await listTeOpenen(work, soort, [...ids])).map(({ zaak }) => zaak)))
  return (indicator, van) => {
    if (van === null || indicator.kleineCel === 'geen') return null
    const uniek = [...new Set(van)]
    const mag = uniek.filter((zaak) => open.get(indicator.zaak)?.has(zaak)).length
    return mag === 0 ? null : uniek.length - mag
  }
}

/** Hides what is too small for who asks, the groups with their total in mind. */
export function beschermMet(
  dicht: Dicht,
  indicator: Indicator,
  stand: Maandstand,
  rijen: readonly Getelde[],
  totaal: Getelde | null,
): Beschermd[] {
  const met = (rij: Getelde): Gegroepeerd => ({
    ...rij,
    metGemeente: indicator.per.includes('gemeente') ? rij.metGemeente : null,
    dicht: dicht(indicator, rij.zaken),
  })
  return protectCijfers(
    indicator.maat,
    rijen.map(met),
    totaal && met(totaal),
    indicator.kleineCel === 'geen' ? null : stand.kleinsteGetal,
  )
}
