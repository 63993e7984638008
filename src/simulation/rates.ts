/** A number that comes at random, with a 95% interval. */
export interface Rate {
  /** What was counted, over how many days. */
  count: number
  days: number
  rate: number
  low: number
  high: number
}

/**
 * Quantile of a gamma distribution by Wilson and Hilferty (1931): within 1% from shape 1 on, a few per cent below. `z` is
 * the quantile of the normal distribution.
 */
function gammaQuantile(shape: number, scale: number, z: number): number {
  if (shape <= 0) return 0
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  return Math.max(0, shape * cube ** 3) * scale
}

const Z95 = 1.959963984540054

/** A Poisson rate with the interval of Garwood (1936). */
export function poissonRate(count: number, days: number): Rate {
  return {
    count,
    days,
    rate: count / days,
    low: count === 0 ? 0 : gammaQuantile(count, 1 / days, -Z95),
    high: gammaQuantile(count + 1, 1 / days, Z95),
  }
}

/** A cell of a table of counts, drawn to what its row and column lead one to expect. */
export interface ShrunkRate extends Rate {
  /** What row and column alone would give. */
  expected: number
  /** Weight of the own count, 0 to 1: small counts lean on the rest. */
  own: number
}

/**
 * Rates of a table of counts (profile × gemeente) over the same days. Each cell is gamma with as mean the product of its
 * margins, and as spread what the table itself shows beyond chance (empirical Bayes, method of moments): when rows and
 * columns explain everything, every cell leans on them; when they do not, every cell keeps its own count.
 */
export function shrinkRates(counts: readonly (readonly number[])[], days: number): ShrunkRate[][] {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const total = rows.reduce((sum, count) => sum + count, 0)
  const columns = (counts[0] ?? []).map((_, c) => counts.reduce((sum, row) => sum + row[c]!, 0))
  const expectedOf = (r: number, c: number) => (total > 0 ? (rows[r]! * columns[c]!) / total : 0)
  // Extra spread: mean over cells of ((n - e)² - e) / e², weighted by e.
  let above = 0
  let below = 0
  counts.forEach((row, r) => {
    row.forEach((count, c) => {
      const e = expectedOf(r, c)
      if (e <= 0) return
      above += (count - e) ** 2 - e
      below += e * e
    })
  })
  // Degrees of freedom spent on the margins make the raw figure too small.
  const free = Math.max(1, (rows.length - 1) * (columns.length - 1))
  const cells = rows.length * columns.length
  const spread = below > 0 ? Math.max(0, (above * cells) / free / below) : 0
  return counts.map((row, r) =>
    row.map((count, c) => {
      const e = expectedOf(r, c)
      const own = e > 0 ? (spread * e) / (1 + spread * e) : count > 0 ? 1 : 0
      const mean = own * count + (1 - own) * e
      // What the own count leaves uncertain, and what the margins do: they are counts as well.
      const margins = e > 0 ? e * e * (1 / rows[r]! + 1 / columns[c]! - 1 / total) : 0
      const variance = own * mean + (1 - own) ** 2 * margins
      const shape = variance > 0 ? (mean * mean) / variance : 0
      const scale = shape > 0 ? mean / shape / days : 0
      return {
        count,
        days,
        rate: mean / days,
        expected: e / days,
        own,
        low: gammaQuantile(shape, scale, -Z95),
        high: mean > 0 ? gammaQuantile(shape, scale, Z95) : 3 / days,
      }
    }),
  )
}

/** A yearly wave and a trend in counts by month. */
export interface Wave {
  /** 0 when it does not stand out from chance. */
  amplitude: number
  /** Day of the year of the top. */
  peak: number
  /** Growth a year; 0 when it does not stand out. */
  trend: number
  /** Chance that so much wave comes by chance alone (Rayleigh), and how many standard errors the trend is. */
  waveByChance: number
  trendErrors: number
}

/** Months as day of the year of their middle, with the days they have. */
export function fitWave(months: readonly { day: number; days: number; count: number }[]): Wave {
  const total = months.reduce((sum, month) => sum + month.count, 0)
  const flat: Wave = { amplitude: 0, peak: 0, trend: 0, waveByChance: 1, trendErrors: 0 }
  if (months.length < 24 || total < 60) return flat
  const days = months.reduce((sum, month) => sum + month.days, 0)
  const perDay = total / days
  // Trend first: a wave over whole years and a line are nearly independent.
  const middle = months.map((_, i) => (i - (months.length - 1) / 2) / 12)
  const spread = months.reduce((sum, month, i) => sum + perDay * month.days * middle[i]! ** 2, 0)
  const slope =
    months.reduce((sum, month, i) => sum + (month.count - perDay * month.days) * middle[i]!, 0) / spread
  const trendErrors = slope * Math.sqrt(spread)
  const trend = Math.abs(trendErrors) >= 2 ? slope : 0
  let cosine = 0
  let sine = 0
  months.forEach((month, i) => {
    const angle = (2 * Math.PI * month.day) / 365.25
    const residual = month.count - perDay * month.days * (1 + trend * middle[i]!)
    cosine += residual * Math.cos(angle)
    sine += residual * Math.sin(angle)
  })
  const amplitude = (2 * Math.hypot(cosine, sine)) / total
  const waveByChance = Math.exp((-total * amplitude ** 2) / 4)
  if (waveByChance > 0.05) return { ...flat, trend, trendErrors, waveByChance }
  const peak = ((Math.atan2(sine, cosine) / (2 * Math.PI)) * 365.25 + 365.25) % 365.25
  return { amplitude: Math.min(amplitude, 1), peak, trend, waveByChance, trendErrors }
}

/** A share with the interval of Wilson (1927). */
export function shareOf(count: number, n: number): { share: number; low: number; high: number } {
  if (n === 0) return { share: 0, low: 0, high: 1 }
  const share = count / n
  const z2 = Z95 ** 2
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
