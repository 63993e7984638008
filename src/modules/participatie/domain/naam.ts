// Two ways to write the name of one organisation. Pure; used when somebody adds a partner and when a file is read in.

/** The name without capitals, accents, spaces and signs; the same as `partnersleutel` in the database. */
export function partnersleutel(naam: string): string {
  return woorden(naam).join('')
}

/** Small letters without accents, to look for a part of a name. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

const woorden = (naam: string) =>
  fold(naam)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Words that say what kind of organisation it is, and not which one. */
const algemeen: ReadonlySet<string> = new Set([
  'stichting',
  'vereniging',
  'cooperatie',
  'woningstichting',
  'wooncorporatie',
  'zorgorganisatie',
  'gemeente',
  'groep',
  'bv',
  'de',
  'het',
  'en',
  'van',
  'voor',
])

const eigen = (naam: string) => woorden(naam).filter((woord) => !algemeen.has(woord))

export interface Genoemd {
  readonly naam: string
  readonly andereNamen: readonly string[]
}

const namenVan = ({ naam, andereNamen }: Genoemd) => [naam, ...andereNamen]

/** The same organisation, because they share a name. */
export function isDezelfde(een: Genoemd, ander: Genoemd): boolean {
  const sleutels = new Set(namenVan(een).map(partnersleutel))
  return namenVan(ander).some((naam) => sleutels.has(partnersleutel(naam)))
}

/**
 * Perhaps the same: without the words that any organisation can have, one name holds every word of the other ("Participatieraad
 * Schiedam" and "Adviesraad Sociaal Domein Schiedam (Participatieraad)"). A person decides.
 */
export function lijktOp(een: Genoemd, ander: Genoemd): boolean {
  return namenVan(een).some((a) =>
    namenVan(ander).some((b) => {
      const [kort, lang] = [eigen(a), eigen(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
      return kort.length > 0 && kort.join('').length > 2 && kort.every((woord) => lang.includes(woord))
    }),
  )
}

/** The other names once each, without those that are the first name written otherwise. */
export function kieskeurig(naam: string, andereNamen: readonly string[]): string[] {
  const gezien = new Set([partnersleutel(naam)])
  return andereNamen.filter((een) => {
    const sleutel = partnersleutel(een)
    if (sleutel === '' || gezien.has(sleutel)) return false
    gezien.add(sleutel)
    return true
  })
}
