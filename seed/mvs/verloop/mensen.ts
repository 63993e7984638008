import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { createHuishouden, registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import type { Wens } from '../../personen.ts'
import { accepted } from '../../world.ts'
import type { Verloop, Zaak } from './agenda.ts'

type Maak = (wens: Wens) => RegisterPersoon

/** How many report per year. Together with 113 clients of beschermd wonen about 1,500 persons in five years. */
export const perJaar = { mo: 142, gezin: 25, vo: 23, bw: 22 } as const

const gemeenten = { GM0622: 44, GM0606: 40, GM0556: 16 }

/** More people report when it is cold. */
export function seizoen(maand: number): number {
  return [1.35, 1.3, 1.1, 0.95, 0.85, 0.8, 0.8, 0.85, 0.95, 1.05, 1.25, 1.35][maand - 1]!
}

export function loketVan(verloop: Verloop, soort: Zaak['soort'], gemeente: string): string {
  if (soort === 'vo') return 'vrouwenopvang'
  const wijkteam = {
    GM0622: 'wijkteam_vlaardingen',
    GM0606: 'wijkteam_schiedam',
    GM0556: 'wijkteam_maassluis',
  }[gemeente]!
  if (soort === 'gezin' || soort === 'bw') return wijkteam
  return verloop.random.chance(0.75) ? 'centraal_onthaal' : wijkteam
}

/** Registers who comes: one person, or a household with children. Run as the desk. */
export async function registerMensen(
  work: Work,
  verloop: Verloop,
  maak: Maak,
  nieuw: { soort: Zaak['soort']; gemeente: string; loket: string },
): Promise<Zaak> {
  const { random } = verloop
  const { soort, gemeente } = nieuw
  const basis = { op: work.today, herkomst: gemeente }
  const kinderen =
    soort === 'gezin'
      ? random.between(1, 3)
      : soort === 'vo' && random.chance(0.55)
        ? random.between(1, 2)
        : 0
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
  return { soort, persoonId, gemeente, personen: 1 + leden.length, kinderen, loket: nieuw.loket, keren: 0 }
}

export function trekGemeente(verloop: Verloop): string {
  return verloop.random.weighted(gemeenten)
}
