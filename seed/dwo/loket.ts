import {
  registerAdrestoestemming,
  registerKlantcontact,
} from '../../src/modules/melding/server/klantcontact-commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { PlainDate } from '../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { createRandom } from '../random.ts'
import { accepted, load, SeedClock, seedPlatform } from '../world.ts'

/**
 * What the daklozenloket counted in 2020 (regiovisie DWO §4.2). The source gives no days: everything stands on the last
 * day of the year. Nobody can be told from it, because it never was about named persons.
 */
export const loketjaar = { van: '2020-01-01', tot: '2021-01-01' } as const
const op: PlainDate = '2020-12-31'

const D = 'GM0503'
const MD = 'GM1842'
const PN = 'GM1926'
const WL = 'GM1783'

export const contacten = {
  onder_23: { [D]: 173, [MD]: 0, [PN]: 11, [WL]: 20, elders: 70 },
  vanaf_23: { [D]: 1206, [MD]: 7, [PN]: 61, [WL]: 212, elders: 525 },
} as const
export const leeftijdOnbekend = 9
export const gezinnen = { gesprekken: 214, uniek: 76 } as const
export const toestemming = {
  geen: 245,
  wel: 179,
  cellen: {
    [D]: { onder_23: 17, vanaf_23: 103 },
    [MD]: { onder_23: 0, vanaf_23: 1 },
    [PN]: { onder_23: 4, vanaf_23: 10 },
    [WL]: { onder_23: 0, vanaf_23: 20 },
  },
} as const

type Klasse = 'onder_23' | 'vanaf_23'

export async function loadLoket(platform: Platform, regio: LoadedRegio): Promise<void> {
  const clock = new SeedClock(platform.clock.now())
  clock.moveTo(op)
  const past = seedPlatform(platform, clock, createRandom('DWO loket'))
  await load(past, regio.als('daklozenloket'), async (work) => {
    for (const leeftijdsklasse of Object.keys(contacten) as Klasse[])
      for (const [gemeente, aantal] of Object.entries(contacten[leeftijdsklasse])) {
        if (aantal === 0) continue
        const waar = gemeente === 'elders' ? { vanElders: true } : { gemeenteCode: gemeente }
        accepted(await registerKlantcontact(work, { op, soort: 'contact', leeftijdsklasse, aantal, ...waar }))
      }
    accepted(
      await registerKlantcontact(work, {
        op,
        soort: 'contact',
        leeftijdsklasse: 'onbekend',
        aantal: leeftijdOnbekend,
      }),
    )
    for (let gezin = 0; gezin < gezinnen.uniek; gezin++) {
      const rest = gezinnen.gesprekken % gezinnen.uniek
      accepted(
        await registerKlantcontact(work, {
          op,
          soort: 'gezinsgesprek',
          leeftijdsklasse: 'onbekend',
          gezinKenmerk: `2020-${String(gezin + 1).padStart(3, '0')}`,
          aantal: Math.floor(gezinnen.gesprekken / gezinnen.uniek) + (gezin < rest ? 1 : 0),
        }),
      )
    }
    await loadToestemmingen((input) => registerAdrestoestemming(work, { op, ...input }).then(accepted))
  })
}

type Toestemming = Omit<Parameters<typeof registerAdrestoestemming>[1], 'op'>

async function loadToestemmingen(register: (input: Toestemming) => Promise<unknown>): Promise<void> {
  const times = async (aantal: number, input: Toestemming) => {
    for (let i = 0; i < aantal; i++) await register(input)
  }
  await times(toestemming.geen, {
    toestemming: false,
    leeftijdsklasse: 'onbekend',
    reden: 'De bron noemt geen reden.',
  })
  let toegedeeld = 0
  for (const [gemeenteCode, cel] of Object.entries(toestemming.cellen))
    for (const leeftijdsklasse of ['onder_23', 'vanaf_23'] as const) {
      await times(cel[leeftijdsklasse], { toestemming: true, gemeenteCode, leeftijdsklasse })
      toegedeeld += cel[leeftijdsklasse]
    }
  await times(toestemming.wel - toegedeeld, { toestemming: true, leeftijdsklasse: 'onbekend' })
}
