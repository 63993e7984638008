import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import { makePlan } from '../../../src/modules/vrouwenopvang/server/plan-commands.ts'
import {
  answerPlegerhulp,
  offerPlegerhulp,
} from '../../../src/modules/vrouwenopvang/server/plegerhulp-commands.ts'
import { chooseRoute, placeRoute } from '../../../src/modules/vrouwenopvang/server/route-commands.ts'
import { joinSysteem, startSysteem } from '../../../src/modules/vrouwenopvang/server/systeem-commands.ts'
import {
  registerHuisverbod,
  registerVeiligThuis,
} from '../../../src/modules/vrouwenopvang/server/verbod-commands.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays } from '../../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../../load-regio.ts'
import type { Wens } from '../../personen.ts'
import { accepted, load } from '../../world.ts'

/** Of every so many somebody has no plan yet, so that Vandaag has something to do. */
const zonderPlan = 4

interface Bewoner {
  readonly verblijfId: Id
  readonly persoonId: Id
  readonly heeftCode: boolean
}

/** Whoever stays in the vrouwenopvang at the end of the history has a route, and nearly all a safety plan. All invented. */
export async function planVeiligheid(
  platform: Platform,
  regio: LoadedRegio,
  maak: (wens: Wens) => RegisterPersoon,
): Promise<void> {
  await load(platform, regio.als('vrouwenopvang'), async (work) => {
    const bewoners = await listBewoners(work)
    for (const [i, bewoner] of bewoners.entries()) {
      if (bewoner.heeftCode) await legRouteVast(work, bewoner)
      if (i % zonderPlan !== zonderPlan - 1) await maakPlan(work, bewoner.persoonId, i)
    }
    const [eerste] = bewoners
    if (!eerste) return
    const { persoonId } = eerste
    const { koppelcode } = accepted(await startSysteem(work, { persoonId, rol: 'slachtoffer' }))
    await meldPleger(work, maak, koppelcode)
    accepted(
      await registerVeiligThuis(work, { persoonId, soort: 'onderzoek', van: addDays(work.today, -10) }),
    )
  })
}

/** Who must leave the house: a file of its own, a huisverbod that runs, and help that was offered. */
async function meldPleger(
  work: Work,
  maak: (wens: Wens) => RegisterPersoon,
  koppelcode: string,
): Promise<void> {
  const op = addDays(work.today, -4)
  const { id: persoonId } = accepted(
    await registerPersoon(work, maak({ op: work.today, leeftijd: [25, 55], herkomst: 'GM0622' })),
  )
  accepted(await joinSysteem(work, { persoonId, koppelcode, rol: 'pleger' }))
  accepted(
    await registerHuisverbod(work, {
      persoonId,
      besluitnummer: 'HV-DEMO-1',
      gemeenteCode: 'GM0622',
      opgelegdOp: op,
      veiligThuisOp: op,
      procesregisseur: 'Wijkteam (verzonnen)',
    }),
  )
  const { id, versie } = accepted(
    await offerPlegerhulp(work, {
      persoonId,
      aanbod: 'Gesprekken over omgaan met spanning en ruzie. Verzonnen.',
      aangebodenDoor: 'Wijkteam (verzonnen)',
      aangebodenOp: op,
      besprekenOp: addDays(work.today, 14),
    }),
  )
  accepted(await answerPlegerhulp(work, { id, versie, antwoord: 'aangenomen', op: work.today }))
}

async function listBewoners(work: Work): Promise<Bewoner[]> {
  return work.db
    .selectFrom('verblijf as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .innerJoin('traject as t', (join) =>
      join.onRef('t.persoon_id', '=', 'v.persoon_id').on('t.geeindigd_op', 'is', null),
    )
    .select(['v.id as verblijfId', 'v.persoon_id as persoonId'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('melding as m')
            .select('m.id')
            .whereRef('m.persoon_id', '=', 'v.persoon_id')
            .where('m.vo_code', 'is not', null),
        )
        .$castTo<boolean>()
        .as('heeftCode'),
    )
    .where('p.domein', '=', 'VO')
    .where('v.geeindigd_op', 'is', null)
    .orderBy('v.id')
    .execute()
}

async function legRouteVast(work: Work, { persoonId, verblijfId }: Bewoner): Promise<void> {
  const { id, versie } = accepted(await chooseRoute(work, { persoonId, route: 'plek_in_regio' }))
  accepted(await placeRoute(work, { routeId: id, versie, op: work.today, verblijfId }))
}

async function maakPlan(work: Work, persoonId: Id, i: number): Promise<void> {
  accepted(
    await makePlan(work, {
      persoonId,
      dreiging: 'Van een ex-partner. De persoon is verzonnen.',
      signalen: 'Onbekende nummers bellen; iemand wacht bij de school.',
      afspraken: 'Niet alleen naar buiten. Bij onrust eerst de wacht bellen.',
      kinderen: null,
      bellen: 'De wacht van het huis, dag en nacht',
      opgesteldOp: work.today,
      besprekenOp: addDays(work.today, 5 + ((i * 9) % 40)),
      metClient: true,
    }),
  )
}
