import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { createHuishouden, registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import type { Wens } from '../../personen.ts'
import { accepted } from '../../world.ts'
import type { Verloop, Zaak } from './agenda.ts'
import { aandeel, type Gemeente, type Soort, seizoen } from './keten.ts'
import type { Mens } from './spoor.ts'

type Maak = (wens: Wens) => RegisterPersoon

/** How many a year report for the first time and are not admitted to a place: they are sent on, or refused. The core knows nothing of them. */
export const afgewezenPerJaar: Readonly<Record<Soort, number>> = { mo: 46, gezin: 3, vo: 1, bw: 3 }

/** How many more report on a day than on average. */
export function drukte(dagVanHetJaar: number): number {
  return 1 + seizoen.amplitude * Math.cos((2 * Math.PI * (dagVanHetJaar - seizoen.peak)) / 365.25)
}

export function loketVan(verloop: Verloop, soort: Soort, gemeente: Gemeente): string {
  if (soort === 'vo') return 'vrouwenopvang'
  const wijkteam = {
    GM0622: 'wijkteam_vlaardingen',
    GM0606: 'wijkteam_schiedam',
    GM0556: 'wijkteam_maassluis',
  }[gemeente]
  if (soort === 'gezin' || soort === 'bw') return wijkteam
  return verloop.random.chance(0.75) ? 'centraal_onthaal' : wijkteam
}

/** Registers who comes: one person, or a household with children. Run as the desk. */
export async function registerMensen(
  work: Work,
  verloop: Verloop,
  maak: Maak,
  nieuw: { soort: Soort; gemeente: Gemeente; loket: string; mens?: Mens },
): Promise<Zaak> {
  const { random } = verloop
  const { soort, gemeente, mens } = nieuw
  const voorrang = mens?.voorrang ?? random.chance(soort === 'vo' ? 0.55 : soort === 'mo' ? 0.35 : 0)
  const basis = { op: work.today, herkomst: gemeente }
  const kinderen =
    soort === 'gezin' ? random.between(1, 3) : soort === 'vo' && voorrang ? random.between(1, 2) : 0
  const partner = soort === 'gezin' && random.chance(0.45)
  const isGeheim = soort === 'vo'
  const hoofd = maak({
    ...basis,
    isGeheim,
    leeftijd: soort === 'mo' ? [18, 66] : [20, 52],
    ...(soort === 'vo' && { geslacht: random.chance(0.94) ? ('vrouw' as const) : ('man' as const) }),
    ...(soort === 'mo' &&
      random.chance(0.1) && { herkomst: random.pick(['GM0599', 'GM0503', 'GM0518', 'GM0502']) }),
    ...(soort !== 'bw' && random.chance(0.5) && { woonplaats: null }),
  })
  const persoonId = accepted(await registerPersoon(work, hoofd)).id
  const leden: { persoonId: Id; rol: 'partner' | 'kind' }[] = []
  for (let i = 0; i < (partner ? 1 : 0) + kinderen; i++) {
    const isPartner = partner && i === 0
    const lid = maak({
      ...basis,
      isGeheim,
      leeftijd: isPartner ? [20, 52] : [0, 16],
      achternaam: hoofd.achternaam!,
    })
    leden.push({
      persoonId: accepted(await registerPersoon(work, lid)).id,
      rol: isPartner ? 'partner' : 'kind',
    })
  }
  if (leden.length > 0) accepted(await createHuishouden(work, { persoonId, leden, op: work.today }))
  return {
    soort,
    persoonId,
    gemeente,
    personen: 1 + leden.length,
    kinderen,
    loket: nieuw.loket,
    mens,
    voorrang,
  }
}

export function trekGemeente(verloop: Verloop): Gemeente {
  return verloop.random.weighted(aandeel)
}
