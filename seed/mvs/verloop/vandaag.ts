import type { NotNull } from 'kysely'
import { confirmStand } from '../../../src/modules/plek/server/locatie-commands.ts'
import { recordNacht } from '../../../src/modules/verblijf/server/commands.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import type { Work } from '../../../src/platform/work.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { accepted, load, type SeedClock } from '../../world.ts'
import type { Verloop } from './agenda.ts'

const nachten = 14

/** The last two weeks in detail: who slept where, and which houses confirmed their stand. Some did not, as in real life. */
export async function sluitAf(platform: Platform, clock: SeedClock, verloop: Verloop): Promise<void> {
  const { regio, laatste } = verloop
  clock.moveTo(laatste, 22)
  await load(platform, regio.als('elementen'), async (work) => {
    for (let i = nachten; i > 0; i--) await registreerNacht(work, verloop, addDays(laatste, 1 - i))
  })
  const namen = new Map(Object.entries(regio.organisaties).map(([naam, id]) => [id, naam]))
  const locaties = await load(platform, regio.als('elementen'), (work) => listLocaties(work))
  for (const [i, { id, organisatieId }] of locaties.entries())
    if (i % 5 !== 0)
      await load(platform, regio.als(namen.get(organisatieId)!), async (work) =>
        accepted(await confirmStand(work, id)),
      )
}

async function registreerNacht(work: Work, verloop: Verloop, nacht: PlainDate): Promise<void> {
  const rows = await work.db
    .selectFrom('verblijf_persoon as p')
    .innerJoin('verblijf as v', 'v.id', 'p.verblijf_id')
    .innerJoin('product as r', 'r.id', 'v.product_id')
    .select(['p.verblijf_id as verblijfId', 'p.persoon_id as persoonId'])
    .where('p.regio_id', '=', work.regioId)
    .where('r.nachtregistratie', '=', true)
    .where('p.van', '<=', nacht)
    .where((e) => e.or([e('p.tot', 'is', null), e('p.tot', '>', nacht)]))
    .orderBy('p.verblijf_id')
    .orderBy('p.persoon_id')
    .execute()
  if (rows.length === 0) return
  const rijen = rows.map((row) => {
    const aanwezig = verloop.random.chance(0.92)
    return {
      ...row,
      aanwezig,
      afwezigReden: aanwezig ? null : verloop.random.pick(['met_bericht', 'zonder_bericht']),
    }
  })
  accepted(await recordNacht(work, { nacht, rijen }))
}

/** Locaties with plekken, and whose people confirm them; a locatie of nobody stays unconfirmed. */
async function listLocaties(work: Work) {
  return work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select(['l.id', 'v.organisatie_id as organisatieId'])
    .where('l.regio_id', '=', work.regioId)
    .where('v.organisatie_id', 'is not', null)
    .$narrowType<{ organisatieId: NotNull }>()
    .where((e) => e.exists(e.selectFrom('plek as p').select('p.id').whereRef('p.locatie_id', '=', 'l.id')))
    .orderBy('l.id')
    .execute()
}
