import { writeDuiding } from '../../src/modules/duiding/server/duiding-commands.ts'
import { publishVerhaal, writeVerhaal } from '../../src/modules/duiding/server/verhaal-commands.ts'
import { makeStartfoto } from '../../src/modules/monitor/server/startfoto-commands.ts'
import type { AntwoordInvoer } from '../../src/modules/telling/domain/openbaar.ts'
import {
  closeTelling,
  inviteOrganisatie,
  judgePaar,
  planTelling,
  publishTelling,
} from '../../src/modules/telling/server/commands.ts'
import { markKlaar, saveAntwoord } from '../../src/modules/telling/server/link-commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, addMonths, type PlainDate } from '../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { createRandom, type Random } from '../random.ts'
import { accepted, load, SeedClock, seedPlatform } from '../world.ts'

/** What a steering group made in the months before: a published count, a startfoto, and words at a figure. All of it invented. */
export async function loadSturing(platform: Platform, regio: LoadedRegio): Promise<void> {
  const vandaag = todayOf(platform.clock)
  const maand = addMonths(vandaag, -1).slice(0, 7)
  await loadTelling(platform, regio, addMonths(vandaag, -3))
  const manager = regio.als('gemeente_vlaardingen')
  await load(platform, manager, async (work) => {
    accepted(await makeStartfoto(work, { naam: 'Beschermd wonen bij de start', domein: 'BW', maand }))
    accepted(
      await writeDuiding(work, {
        indicator: 'wachtenden',
        maand,
        niveau: 'strategisch',
        tekst:
          'Wie wacht, wacht vooral op een plek die nog bezet is: daar woont iemand die klaar is om te vertrekken en geen woning vindt. (verzonnen)',
      }),
    )
  })
  const verhaal = await load(platform, regio.als('gemeente_maassluis'), async (work) =>
    accepted(
      await writeVerhaal(work, {
        indicator: 'wachtenden',
        maand,
        soort: 'citaat',
        titel: 'Wachten zonder te weten hoe lang',
        tekst:
          'Het wachten is niet het ergste. Dat niemand kan zeggen hoe lang het nog duurt, dat is het. (verzonnen)',
        teller: 'client',
        toestemmingVorm: 'mondeling',
        toestemmingOp: vandaag,
        toestemmingTotEnMet: addMonths(vandaag, 12),
        toestemmingWaar: 'Map duiding van het programma (verzonnen)',
      }),
    ),
  )
  await load(platform, manager, async (work) => accepted(await publishVerhaal(work, verhaal)))
}

const tellers = ['Inloophuis (verzonnen)', 'Kerk (verzonnen)', 'Straathulp (verzonnen)'] as const

async function loadTelling(platform: Platform, regio: LoadedRegio, teldag: PlainDate): Promise<void> {
  const random = createRandom('MVS telling')
  const clock = new SeedClock(platform.clock.now())
  const past = seedPlatform(platform, clock, random.fork('ids'))
  const doe = async <T>(op: PlainDate, run: (work: Work) => Promise<T>) => {
    clock.moveTo(op)
    return load(past, regio.als('gemeente_vlaardingen'), run)
  }
  const sluitOp = addDays(teldag, 7)
  const { telling, organisaties } = await doe(addDays(teldag, -14), async (work) => {
    const { id } = accepted(await planTelling(work, { naam: 'ETHOS-telling (verzonnen)', teldag, sluitOp }))
    const made: Id[] = []
    for (const naam of tellers) made.push(accepted(await inviteOrganisatie(work, { tellingId: id, naam })).id)
    return { telling: id, organisaties: made }
  })
  await doe(teldag, async (work) => {
    for (const [nummer, organisatieId] of organisaties.entries()) {
      for (let i = 0; i < 30; i++)
        accepted(await saveAntwoord(work, organisatieId, mens(random), `demo-${nummer}-${i}`))
      accepted(await markKlaar(work, organisatieId))
    }
  })
  await doe(addDays(sluitOp, 1), async (work) => {
    const { versie } = accepted(await closeTelling(work, { id: telling, versie: 1 }))
    const paren = await work.db
      .selectFrom('telling_paar')
      .select(['id', 'versie'])
      .where('telling_id', '=', telling)
      .orderBy('id')
      .execute()
    // One doubtful pair in three stays open: the band of the result shows that.
    for (const paar of paren.filter((_, i) => i % 3 > 0))
      accepted(await judgePaar(work, { ...paar, oordeel: random.chance(0.5) ? 'zelfde' : 'verschillend' }))
    accepted(await publishTelling(work, { id: telling, versie }))
  })
}

/** Somebody who slept somewhere that night; of half of them a code can be made. */
function mens(random: Random): Omit<AntwoordInvoer, 'token'> {
  const leeftijd = random.weighted({ '18_22': 15, '23_26': 15, '27_49': 45, '50_64': 20, '65_plus': 5 })
  const geboren = { '18_22': 2006, '23_26': 2001, '27_49': 1990, '50_64': 1970, '65_plus': 1958 }[leeftijd]
  const metKinderen = random.chance(0.15)
  return {
    klasse: random.weighted({ E1: 20, E2: 15, E5: 10, E6: 45, E7: 10 }),
    leeftijd,
    geslacht: random.weighted({ man: 70, vrouw: 28, onbekend: 2 }),
    gezin: metKinderen ? 'met_kinderen' : random.weighted({ alleen: 75, paar: 15, onbekend: 10 }),
    kinderen: metKinderen ? random.between(1, 3) : 0,
    herkomst: random.weighted({ nederland: 65, eu: 15, buiten_eu: 15, onbekend: 5 }),
    duur: random.weighted({
      tot_1_maand: 15,
      '1_6_maanden': 30,
      '6_12_maanden': 25,
      '1_3_jaar': 20,
      onbekend: 10,
    }),
    oorzaken: [
      random.weighted({
        relatiebreuk: 30,
        huisuitzetting_schulden: 25,
        einde_jeugdhulp: 10,
        anders: 15,
        onbekend: 20,
      }),
    ],
    ...(random.chance(0.5) && {
      voorletter: random.pick(['A', 'B', 'D', 'J', 'M']),
      achternaam: random.pick(['Dem', 'Pro', 'Ver']),
      geboortejaar: geboren,
      geboortemaand: random.between(1, 12),
    }),
  }
}
