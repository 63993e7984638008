/** Which counts of a table of books stay hidden. */

export interface Balansrij {
  readonly aantallen: Readonly<Record<string, number>>
  /** Who asks may open every case in it. */
  readonly open: boolean
}

/** Rows that add up to another row, by their place. */
export interface Optelling {
  readonly som: number
  readonly delen: readonly number[]
}

interface Tabel {
  readonly rijen: readonly Balansrij[]
  readonly hidden: readonly Set<string>[]
  /** Which columns add up to which. */
  readonly kolommen: Readonly<Record<string, readonly string[]>>
  readonly min: number
}

/**
 * Hides what is small, and as many others as the sums ask for. The stands at begin and end also stand in the month before and
 * after, so in − out is always known: of a row in and out show together or not at all, and neither when a stand is hidden. What is
 * hidden of a shown sum is more than one and at least `min` together. `min` null hides nothing.
 */
export function hideInBoeken(
  rijen: readonly Balansrij[],
  optellingen: { readonly rijen: readonly Optelling[]; readonly kolommen: Tabel['kolommen'] },
  min: number | null,
): readonly ReadonlySet<string>[] {
  const hidden = rijen.map(() => new Set<string>())
  if (min === null) return hidden
  const tabel: Tabel = { rijen, hidden, kolommen: optellingen.kolommen, min }
  const kolommen = [...new Set(rijen.flatMap(({ aantallen }) => Object.keys(aantallen)))]
  rijen.forEach(({ aantallen, open }, r) => {
    for (const kolom of kolommen)
      if (!open && (aantallen[kolom] ?? 0) > 0 && aantallen[kolom]! < min) hidden[r]!.add(kolom)
  })
  for (let before = -1; before !== size(hidden); ) {
    before = size(hidden)
    rijen.forEach((rij, r) => {
      if (!rij.open) closeRow(tabel, r)
    })
    for (const optelling of optellingen.rijen)
      for (const kolom of kolommen) closeColumn(tabel, optelling, kolom)
  }
  return hidden
}

const size = (hidden: readonly Set<string>[]) => hidden.reduce((sum, set) => sum + set.size, 0)

function closeRow({ rijen, hidden, kolommen, min }: Tabel, r: number): void {
  const dicht = hidden[r]!
  if (['begin', 'eind', 'erin', 'eruit'].some((kolom) => dicht.has(kolom))) dicht.add('erin').add('eruit')
  if (dicht.has('eind')) dicht.add('eindToen')
  for (const [som, onderdelen] of Object.entries(kolommen)) {
    if (dicht.has(som)) for (const deel of onderdelen) dicht.add(deel)
    else
      hideMore(
        onderdelen.map((deel) => ({ aantal: rijen[r]!.aantallen[deel] ?? 0, in: dicht, kolom: deel })),
        min,
      )
  }
}

function closeColumn({ rijen, hidden, min }: Tabel, { som, delen }: Optelling, kolom: string): void {
  const cellen = delen.flatMap((r) =>
    rijen[r]!.open ? [] : [{ aantal: rijen[r]!.aantallen[kolom] ?? 0, in: hidden[r]!, kolom }],
  )
  const isStroom = kolom === 'erin' || kolom === 'eruit'
  if (!hidden[som]!.has(kolom)) {
    // A kind that nobody has is nought everywhere, whatever hides.
    if (!isStroom && (rijen[som]!.aantallen[kolom] ?? 0) === 0) return
    hideMore(cellen, min)
    const dicht = cellen.filter((cel) => cel.in.has(kolom))
    const samen = dicht.reduce((sum, { aantal }) => sum + aantal, 0)
    // Nought out gives away what came in: then the sum hides as well.
    if (isStroom && dicht.length > 0 && samen < min && !rijen[som]!.open)
      hidden[som]!.add('erin').add('eruit')
  }
  // A hidden sum would follow from its parts when they all show.
  else if (!cellen.some((cel) => cel.in.has(kolom))) {
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
