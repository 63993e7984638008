import {
  giveToestemming,
  recordDeling,
  withdrawToestemming,
} from '../../../src/modules/delen/server/commands.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays } from '../../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../../load-regio.ts'
import { accepted, load } from '../../world.ts'

/** So many clients gave a consent; of every third it was withdrawn, and of every fourth nothing was shared on it yet. */
const AANTAL = 12

const wensen = [
  {
    ontvanger: { soort: 'welzijn', naam: 'Vrijwilligersmaatje (verzonnen)' },
    set: 'contact',
    doel: 'Een maatje',
  },
  { ontvanger: { soort: 'naaste', naam: 'Zus (verzonnen)' }, set: 'ondersteuning', doel: 'Meedenken thuis' },
  {
    ontvanger: { soort: 'zorg', naam: 'Huisarts (verzonnen)' },
    set: 'gezondheid',
    doel: 'Afstemmen met de huisarts',
  },
] as const

/** Consents of clients and what was shared on them, besides what the steps of the chain share themselves. All invented. */
export async function planDelen(platform: Platform, regio: LoadedRegio): Promise<void> {
  await load(platform, regio.als('elementen'), async (work) => {
    for (const [i, persoonId] of (await listClienten(work)).entries()) await deel(work, persoonId, i)
  })
}

async function listClienten(work: Work): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('traject as t')
    .innerJoin('persoon as p', 'p.id', 't.persoon_id')
    .innerJoin('aanspreekpunt as a', (join) =>
      join.onRef('a.traject_id', '=', 't.id').on('a.tot', 'is', null),
    )
    .select('t.persoon_id as id')
    .where('t.geeindigd_op', 'is', null)
    .where('a.organisatie_id', '=', work.vrager.organisatieId)
    .where('p.geboortedatum', '<', addDays(work.today, -18 * 366))
    .orderBy('t.id')
    .limit(AANTAL)
    .execute()
  return rows.map(({ id }) => id)
}

async function deel(work: Work, persoonId: Id, i: number): Promise<void> {
  const { ontvanger, set, doel } = wensen[i % wensen.length]!
  const { id } = accepted(
    await giveToestemming(work, {
      persoonId,
      ontvanger,
      gegevensset: set,
      doel,
      vorm: i % 2 === 0 ? 'schriftelijk' : 'mondeling',
      gegevenDoor: 'client',
      gegevenOp: addDays(work.today, -(i % 20)),
    }),
  )
  if (i % 4 !== 3)
    accepted(
      await recordDeling(work, {
        persoonId,
        ontvanger,
        gegevensset: set,
        doel,
        grond: 'UITDRUKKELIJKE_TOESTEMMING',
        toestemmingId: id,
        vervaltOp: addDays(work.today, 90 + i),
      }),
    )
  if (i % 3 === 2) accepted(await withdrawToestemming(work, { id }))
}
