import { hideSmall } from '../../../shared/kleine-cel.ts'
import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'

export interface Uitgestroomd {
  readonly jaar: number
  readonly route: string
  readonly bestemming: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

export interface Overzicht {
  readonly rijen: { jaar: number; route: string; bestemming: string; aantal: number | null }[]
  readonly perRoute: { jaar: number; route: string; aantal: number | null }[]
}

/**
 * UIT-04: route × bestemming per year. What is small stays hidden, with as much beside it as needed that no total of the
 * table gives it away. Each year is a table of its own; no total goes over years.
 */
export function protectOverzicht(tellingen: readonly Uitgestroomd[], min: number | null): Overzicht {
  const jaren = [...new Set(tellingen.map((one) => one.jaar))].sort((a, b) => b - a)
  const delen = jaren.map((jaar) =>
    protectJaar(
      tellingen.filter((one) => one.jaar === jaar),
      jaar,
      min,
    ),
  )
  return { rijen: delen.flatMap((one) => one.rijen), perRoute: delen.flatMap((one) => one.perRoute) }
}

function protectJaar(tellingen: readonly Uitgestroomd[], jaar: number, min: number | null): Overzicht {
  const tabel = protectTabel(
    tellingen.map((one) => ({ ...one, rij: one.route, kolom: one.bestemming })),
    min,
  )
  return {
    rijen: tabel.rijen.flatMap((route) =>
      tabel.kolommen.flatMap((bestemming) =>
        tellingen.some((one) => one.route === route && one.bestemming === bestemming)
          ? [{ jaar, route, bestemming, aantal: tabel.cel(route, bestemming) }]
          : [],
      ),
    ),
    perRoute: tabel.rijen.map((route) => ({ jaar, route, aantal: tabel.totaal(route) })),
  }
}

interface Cel {
  readonly rij: string
  readonly kolom: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

/** Counts as rows × columns, with what may be shown of each; null is hidden. */
function protectTabel(tellingen: readonly Cel[], min: number | null) {
  const rijen = [...new Set(tellingen.map((one) => one.rij))].sort()
  const kolommen = [...new Set(tellingen.map((one) => one.kolom))].sort()
  const van = (rij: string, kolom: string) =>
    tellingen.find((one) => one.rij === rij && one.kolom === kolom)?.aantal ?? 0
  const tabel = hideInTable(
    rijen.map((rij) => ({
      aantallen: kolommen.map((kolom) => van(rij, kolom)),
      open: tellingen.filter((one) => one.rij === rij).every((one) => one.zichtbaar),
    })),
    min,
  )
  const shown = (r: number, c: number) => (tabel.verborgen(r, c) ? null : tabel.aantallen[r]![c]!)
  return {
    rijen,
    kolommen,
    cel: (rij: string, kolom: string) => shown(rijen.indexOf(rij), kolommen.indexOf(kolom)),
    totaal: (rij: string) => shown(rijen.indexOf(rij), kolommen.length),
  }
}

export interface Gerealiseerd {
  readonly jaar: number
  readonly gemeenteCode: string
  /** Null: a home that no corporatie offered through Onderdak. */
  readonly corporatieId: string | null
  readonly aantal: number
  readonly zichtbaar: boolean
}

/** UIT-08: homes of one year per gemeente and corporatie beside what was agreed; the year total stands in the table above it. */
export function protectVerdeling<K extends Pick<Gerealiseerd, 'gemeenteCode' | 'corporatieId'>>(
  tellingen: readonly Gerealiseerd[],
  afspraken: readonly K[],
  min: number | null,
): { gemeenteCode: string; corporatieId: string | null; aantal: number | null; afspraak: K | undefined }[] {
  const leeg = afspraken.map((one) => ({ ...one, aantal: 0, zichtbaar: true }))
  const alle = [...tellingen, ...leeg]
  const kolom = (id: string | null) => id ?? ''
  const tabel = protectTabel(
    alle.map((one) => ({ ...one, rij: one.gemeenteCode, kolom: kolom(one.corporatieId) })),
    min,
  )
  const sleutels = new Map(alle.map((one) => [`${one.gemeenteCode} ${kolom(one.corporatieId)}`, one]))
  return [...sleutels.values()].map(({ gemeenteCode, corporatieId }) => ({
    gemeenteCode,
    corporatieId,
    aantal: tabel.cel(gemeenteCode, kolom(corporatieId)),
    afspraak: afspraken.find((one) => one.gemeenteCode === gemeenteCode && one.corporatieId === corporatieId),
  }))
}

/** UIT-08: homes of a year beside what was agreed. A year total stands alone, so only its own size counts. */
export function protectJaren<T extends { readonly aantal: number; readonly zichtbaar: boolean }>(
  jaren: readonly T[],
  min: number | null,
): (number | null)[] {
  if (min === null) return jaren.map((one) => one.aantal)
  const hidden = hideSmall(
    jaren.map(({ aantal, zichtbaar }) => ({ aantal, open: zichtbaar })),
    [],
    min,
  )
  return jaren.map((one, i) => (hidden.has(i) ? null : one.aantal))
}
