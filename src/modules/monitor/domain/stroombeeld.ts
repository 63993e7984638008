/** Where the ribbons of a flow diagram run: from where people came, through the products, to where they went. */

export interface Stroomregel {
  readonly kant: 'in' | 'uit'
  readonly product: string
  readonly anders: string
  /** Null: hidden, and not drawn. */
  readonly aantal: number | null
}

export interface Knoop {
  readonly kolom: 0 | 1 | 2
  readonly naam: string
  readonly aantal: number
  readonly y: number
  readonly hoogte: number
}

export interface Lint {
  readonly key: string
  readonly van: { readonly kolom: 0 | 1; readonly y: number }
  readonly naar: { readonly kolom: 1 | 2; readonly y: number }
  readonly dikte: number
}

export interface Stroombeeld {
  readonly knopen: readonly Knoop[]
  readonly linten: readonly Lint[]
  readonly hoogte: number
}

/** Room between two nodes: enough for a line of text. */
const TUSSEN = 28
const HOOGSTE_KOLOM = 320

/** A node is as high as what goes through it: a product as the larger of in and out. Heights are in units of the drawing. */
export function tekenStroombeeld(regels: readonly Stroomregel[]): Stroombeeld {
  const getoond = regels.filter((regel): regel is Stroomregel & { aantal: number } => (regel.aantal ?? 0) > 0)
  const som = (kant: 'in' | 'uit', veld: 'product' | 'anders') => {
    const sommen = new Map<string, number>()
    for (const regel of getoond)
      if (regel.kant === kant) sommen.set(regel[veld], (sommen.get(regel[veld]) ?? 0) + regel.aantal)
    return sommen
  }
  const [erin, eruit] = [som('in', 'product'), som('uit', 'product')]
  const producten = new Map(
    [...new Set([...erin.keys(), ...eruit.keys()])].map((naam) => [
      naam,
      Math.max(erin.get(naam) ?? 0, eruit.get(naam) ?? 0),
    ]),
  )
  const kolommen = [som('in', 'anders'), producten, som('uit', 'anders')]
  const meest = Math.max(1, ...kolommen.map((kolom) => [...kolom.values()].reduce((a, b) => a + b, 0)))
  const schaal = HOOGSTE_KOLOM / meest
  const knopen = kolommen.flatMap((kolom, i) => stapel(kolom, i as 0 | 1 | 2, schaal))
  const onder = knopen.map((knoop) => knoop.y + knoop.hoogte)
  return { knopen, linten: trekLinten(getoond, knopen, schaal), hoogte: Math.max(0, ...onder) + TUSSEN / 2 }
}

function stapel(kolom: ReadonlyMap<string, number>, nummer: 0 | 1 | 2, schaal: number): Knoop[] {
  let y = TUSSEN
  return [...kolom]
    .sort(([, a], [, b]) => b - a)
    .map(([naam, aantal]) => {
      const knoop = { kolom: nummer, naam, aantal, y, hoogte: aantal * schaal }
      y += knoop.hoogte + TUSSEN
      return knoop
    })
}

function trekLinten(
  regels: readonly (Stroomregel & { aantal: number })[],
  knopen: readonly Knoop[],
  schaal: number,
): Lint[] {
  const plaats = new Map(knopen.map((knoop, i) => [`${knoop.kolom} ${knoop.naam}`, i]))
  const volgorde = (regel: Stroomregel) =>
    (plaats.get(`1 ${regel.product}`) ?? 0) * 1000 +
    (plaats.get(`${regel.kant === 'in' ? 0 : 2} ${regel.anders}`) ?? 0)
  const gebruikt = new Map<string, number>()
  const neem = (kolom: 0 | 1 | 2, naam: string, zijde: 'links' | 'rechts', dikte: number) => {
    const key = `${kolom} ${naam} ${zijde}`
    const al = gebruikt.get(key) ?? 0
    gebruikt.set(key, al + dikte)
    return knopen[plaats.get(`${kolom} ${naam}`)!]!.y + al
  }
  return [...regels]
    .sort((a, b) => volgorde(a) - volgorde(b))
    .map(({ kant, product, anders, aantal }) => {
      const dikte = aantal * schaal
      const key = `${kant} ${product} ${anders}`
      return kant === 'in'
        ? {
            key,
            dikte,
            van: { kolom: 0, y: neem(0, anders, 'rechts', dikte) },
            naar: { kolom: 1, y: neem(1, product, 'links', dikte) },
          }
        : {
            key,
            dikte,
            van: { kolom: 1, y: neem(1, product, 'rechts', dikte) },
            naar: { kolom: 2, y: neem(2, anders, 'links', dikte) },
          }
    })
}

/** The same in words: the largest flows in and out, and how many stay hidden. */
export function stroomInWoorden(regels: readonly Stroomregel[]): string {
  const grootste = (kant: 'in' | 'uit') =>
    regels
      .filter((regel) => regel.kant === kant && (regel.aantal ?? 0) > 0)
      .sort((a, b) => b.aantal! - a.aantal!)
      .slice(0, 3)
      .map(({ product, anders, aantal }) =>
        kant === 'in' ? `${anders} naar ${product}: ${aantal}` : `${product} naar ${anders}: ${aantal}`,
      )
      .join('; ')
  const verborgen = regels.filter(({ aantal }) => aantal === null).length
  const [erin, uit] = [grootste('in'), grootste('uit')]
  return [
    erin ? `Meest erin: ${erin}.` : 'Er is niets erin te tonen.',
    uit ? `Meest eruit: ${uit}.` : 'Er is niets eruit te tonen.',
    ...(verborgen > 0
      ? [`Te klein om te tonen: ${verborgen} ${verborgen === 1 ? 'stroom' : 'stromen'}.`]
      : []),
  ].join(' ')
}
