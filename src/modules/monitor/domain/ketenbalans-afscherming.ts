/** Which counts of a table of books stay hidden. */

export interface Balansrij {
  readonly aantallen: Readonly<Record<string, number>>
  /** Who asks may open every case in it. */
  readonly open: boolean
}

interface Tabel {
  /** The total last, when there is one. */
  readonly rijen: readonly Balansrij[]
  readonly hidden: readonly Set<string>[]
  readonly kolommen: readonly string[]
  /** Which columns add up to which. */
  readonly delen: Readonly<Record<string, readonly string[]>>
  readonly heeftTotaal: boolean
  readonly min: number
}

/**
 * Hides what is small, and as many others as the sums ask for. The stands at begin and end also stand in the month before and
 * after, so in − out is always known: of a row in and out show together or not at all, and neither when a stand is hidden. What is
 * hidden of a shown sum is more than one and at least `min` together. `min` null hides nothing.
 */
export function hideInBoeken(
  rijen: readonly Balansrij[],
  totaal: Balansrij | null,
  delen: Readonly<Record<string, readonly string[]>>,
  min: number | null,
): readonly ReadonlySet<string>[] {
  const alle = totaal ? [...rijen, totaal] : rijen
  const hidden = alle.map(() => new Set<string>())
  if (min === null) return hidden
  const kolommen = [...new Set(alle.flatMap(({ aantallen }) => Object.keys(aantallen)))]
  const tabel: Tabel = { rijen: alle, hidden, kolommen, delen, heeftTotaal: totaal !== null, min }
  alle.forEach(({ aantallen, open }, r) => {
    for (const kolom of kolommen)
      if (!open && (aantallen[kolom] ?? 0) > 0 && aantallen[kolom]! < min) hidden[r]!.add(kolom)
  })
  for (let before = -1; before !== size(hidden); ) {
    before = size(hidden)
    alle.forEach((rij, r) => {
      if (!rij.open) closeRow(tabel, r)
    })
    for (const kolom of kolommen) closeColumn(tabel, kolom)
  }
  return hidden
}

const size = (hidden: readonly Set<string>[]) => hidden.reduce((sum, set) => sum + set.size, 0)

function closeRow({ rijen, hidden, delen, min }: Tabel, r: number): void {
  const dicht = hidden[r]!
  if (['begin', 'eind', 'erin', 'eruit'].some((kolom) => dicht.has(kolom))) dicht.add('erin').add('eruit')
  if (dicht.has('eind')) dicht.add('eindToen')
  for (const [som, onderdelen] of Object.entries(delen)) {
    if (dicht.has(som)) for (const deel of onderdelen) dicht.add(deel)
    else
      hideMore(
        onderdelen.map((deel) => ({ aantal: rijen[r]!.aantallen[deel] ?? 0, in: dicht, kolom: deel })),
        min,
      )
  }
}

function closeColumn({ rijen, hidden, heeftTotaal, min }: Tabel, kolom: string): void {
  if (!heeftTotaal) return
  const last = rijen.length - 1
  const cellen = rijen.flatMap(({ aantallen, open }, r) =>
    open || r === last ? [] : [{ aantal: aantallen[kolom] ?? 0, in: hidden[r]!, kolom }],
  )
  if (!hidden[last]!.has(kolom)) hideMore(cellen, min)
  // A hidden total would follow from its parts when they all show.
  else if (rijen.length > 1 && !cellen.some((cel) => cel.in.has(kolom))) {
    const next = smallestShown(cellen)
    if (next) next.in.add(kolom)
  }
}

interface Cel {
  readonly aantal: number
  readonly in: Set<string>
  readonly kolom: string
}

/** Hides the smallest others until what is hidden cannot be computed from the sum that shows. */
function hideMore(cellen: readonly Cel[], min: number): void {
  for (;;) {
    const dicht = cellen.filter((cel) => cel.in.has(cel.kolom))
    if (dicht.length === 0) return
    if (dicht.length > 1 && dicht.reduce((sum, { aantal }) => sum + aantal, 0) >= min) return
    const next = smallestShown(cellen)
    if (!next) return
    next.in.add(next.kolom)
  }
}

/** The smallest that counts somebody goes first; nought only when there is nothing else. */
function smallestShown(cellen: readonly Cel[]): Cel | undefined {
  const rank = ({ aantal }: Cel) => (aantal === 0 ? Number.POSITIVE_INFINITY : aantal)
  return cellen.filter((cel) => !cel.in.has(cel.kolom)).sort((a, b) => rank(a) - rank(b))[0]
}
