import { giveToestemming } from '../../../src/modules/delen/server/commands.ts'
import {
  answerWoonvraag,
  askWoning,
  prepareUrgentie,
  recordVoorwaarden,
  recordWens,
  registerContract,
  stepAanbod,
  stepUrgentie,
} from '../../../src/modules/uitstroom/server/commands.ts'
import { findUitstroom } from '../../../src/modules/uitstroom/server/detail-queries.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, addMonths } from '../../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../../load-regio.ts'
import type { Random } from '../../random.ts'
import { accepted, load } from '../../world.ts'

const woningtypen = { huurwoning: 60, flexwoning: 20, kamer_met_aandacht: 12, housing_first: 8 } as const
/** Whoever stays this long has been talked with about leaving. */
const NA_DAGEN = 60
const corporatie = 'waterweg_wonen'

/** What is arranged by the end of the history for who stays in the opvang: conditions, urgentie and questions to a corporatie. */
export async function planUitstroom(platform: Platform, regio: LoadedRegio, random: Random): Promise<void> {
  const vragen: Id[] = []
  await load(platform, regio.als('centraal_onthaal'), async (work) => {
    for (const [i, persoonId] of (await listBewoners(work)).entries()) {
      if (!random.chance(0.7)) continue
      await bereidVoor(work, persoonId, random)
      if (random.chance(0.5)) await vraagUrgentie(work, persoonId, random)
      if (i % 6 === 0) vragen.push(await vraagWoning(work, persoonId, regio.organisaties[corporatie]!))
    }
  })
  await load(platform, regio.als(corporatie), async (work) => {
    for (const id of vragen.filter((_, i) => i % 3 !== 1))
      accepted(
        await answerWoonvraag(work, {
          id,
          uitkomst: 'aangeboden',
          omschrijving: 'Tweekamerwoning, derde verdieping, met lift (verzonnen)',
          huur: 612.5,
          reageerVoor: addDays(work.today, 14),
        }),
      )
  })
  await load(platform, regio.als('centraal_onthaal'), async (work) => {
    for (const [i, id] of vragen.filter((_, n) => n % 3 === 2).entries()) await tekenContract(work, id, i)
  })
}

/** A home was accepted: a woonzorgcontract with its day of looking back, some of them soon, and the day on which it becomes a regular one. */
async function tekenContract(work: Work, aanbodId: Id, nummer: number): Promise<void> {
  const leeg = { omschrijving: null, huur: null, reageerVoor: null, weigerreden: null, toelichting: null }
  const aanbod = await work.db
    .selectFrom('woningaanbod as w')
    .innerJoin('organisatie as c', 'c.id', 'w.corporatie_id')
    .select(['w.persoon_id', 'w.versie', 'w.woningtype', 'w.gemeente_code', 'c.naam as corporatie'])
    .where('w.id', '=', aanbodId)
    .executeTakeFirstOrThrow()
  accepted(
    await stepAanbod(work, {
      id: aanbodId,
      versie: aanbod.versie,
      naar: 'aanvaard',
      op: work.today,
      ...leeg,
    }),
  )
  accepted(
    await registerContract(work, {
      persoonId: aanbod.persoon_id,
      soort: 'woonzorgcontract',
      woningaanbodId: aanbodId,
      woningtype: aanbod.woningtype,
      gemeenteCode: aanbod.gemeente_code,
      begonnenOp: work.today,
      verhuurder: aanbod.corporatie,
      hoofdhuurder: null,
      begeleider: 'Elementen',
      afspraken: 'Goede buur en goede huurder: rust na tien uur, elke week een gesprek (verzonnen)',
      evaluatieOp: addDays(work.today, nummer % 2 === 0 ? 42 : 182),
      omklapOp: addMonths(work.today, 12),
    }),
  )
}

async function listBewoners(work: Work): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('verblijf as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select('v.persoon_id')
    .where('v.regio_id', '=', work.regioId)
    .where('p.domein', '=', 'MO')
    .where('v.geeindigd_op', 'is', null)
    .where('v.soort', '=', 'regulier')
    .where('v.begonnen_op', '<', addDays(work.today, -NA_DAGEN))
    .orderBy('v.id')
    .execute()
  return rows.map((row) => row.persoon_id as Id)
}

async function versieOf(work: Work, persoonId: Id): Promise<number> {
  return accepted(await findUitstroom(work, persoonId)).dossier?.versie ?? 0
}

async function bereidVoor(work: Work, persoonId: Id, random: Random): Promise<void> {
  const woningtype = random.weighted(woningtypen)
  accepted(
    await recordWens(work, {
      persoonId,
      versie: await versieOf(work, persoonId),
      gemeenteCode: null,
      woningtype,
      wens: null,
    }),
  )
  const { voorwaarden, dossier } = accepted(await findUitstroom(work, persoonId))
  accepted(
    await recordVoorwaarden(work, {
      persoonId,
      versie: dossier!.versie,
      voorwaarden: voorwaarden.map(({ code }) => ({
        code,
        stand: random.weighted({ ja: 55, nee: 38, nvt: 7 }),
        notitie: null,
      })),
    }),
  )
}

async function vraagUrgentie(work: Work, persoonId: Id, random: Random): Promise<void> {
  const op = addDays(work.today, -random.between(20, 55))
  const { id, versie } = accepted(
    await prepareUrgentie(work, {
      persoonId,
      soort: 'urgentie',
      grond: 'uitstroom_opvang',
      op,
      ontvangendePartij: null,
      afspraken: null,
    }),
  )
  const leeg = { kenmerk: null, geldigTot: null, toelichting: null }
  const ingediend = accepted(
    await stepUrgentie(work, { id, versie, ...leeg, naar: 'ingediend', op: addDays(op, 4) }),
  )
  if (!random.chance(0.6)) return
  const besloten = addDays(op, 16)
  // Some of them expire soon, so that Vandaag has something to warn of.
  const geldigTot = random.chance(0.3) ? addDays(work.today, random.between(5, 20)) : addMonths(besloten, 6)
  accepted(
    await stepUrgentie(work, {
      id,
      versie: ingediend.versie,
      ...leeg,
      naar: 'toegekend',
      op: besloten,
      geldigTot,
    }),
  )
}

async function vraagWoning(work: Work, persoonId: Id, corporatieId: Id): Promise<Id> {
  const toestemmingId = accepted(
    await giveToestemming(work, {
      persoonId,
      ontvanger: { organisatieId: corporatieId },
      gegevensset: 'woonvraag',
      doel: 'Een woning vinden (verzonnen)',
      vorm: 'schriftelijk',
      gegevenDoor: 'client',
      gegevenOp: work.today,
    }),
  ).id
  return accepted(
    await askWoning(work, { persoonId, toestemmingId, woningtype: 'huurwoning', gemeenteCode: 'GM0622' }),
  ).id
}
