import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type { Beschikking } from '../domain/contract.ts'
import type { Intrekgrond, Soort, Status, Verzendwijze } from '../domain/keuzes.ts'
import {
  type Can,
  canBeslissen,
  canHerzien,
  canVerzenden,
  decideUiterlijk,
  explainTermijn,
  isOpgeschort,
  type Opschorting,
  termijnstandOf,
} from '../domain/rules.ts'
import { listBeslissers, pickBeslisser } from './beslisser.ts'
import { readOpschortingen, standOf, termijnFeiten } from './dossier.ts'
import { persoonNaamSql } from './lookup.ts'

/** One application or decision, with what the viewer may do now. */
export async function readBeschikking(work: Work, id: Id): Promise<Beschikking | Rejection> {
  const row = await findRow(work, id)
  if (!row) return notFound('Deze beschikking')
  const opschortingen = await readOpschortingen(work, id)
  const links = await readLinks(work, row)
  const status = row.status as Status
  return {
    id,
    versie: row.versie,
    nummer: row.nummer,
    persoon: { id: row.persoon_id, naam: row.persoonNaam, isGeheim: row.is_geheim },
    melding: row.meldingNummer ? { id: row.melding_id!, nummer: row.meldingNummer } : null,
    product: row.product_id ? { id: row.product_id, naam: row.productNaam!, domein: row.domein! } : null,
    soort: row.soort as Soort | null,
    status,
    aangevraagdOp: row.aangevraagd_op,
    termijn: await termijnOf(work, row, opschortingen),
    beschiktOp: row.beschikt_op,
    beslisser: row.beslisser,
    organisatie: { id: row.organisatie_id, naam: row.organisatieNaam },
    gemeente: { code: row.namens_gemeente, naam: row.gemeenteNaam },
    mandaat: row.grondslag ? { grondslag: row.grondslag } : null,
    geldigVan: row.geldig_van,
    geldigTot: row.geldig_tot,
    heronderzoekOp: row.heronderzoek_op,
    motivering: row.motivering,
    intrekgrond: row.intrekgrond as Intrekgrond | null,
    verzondenOp: row.verzonden_op,
    verzondenVia: row.verzonden_via as Verzendwijze | null,
    bezwaarTot: row.bezwaar_tot,
    vorige: row.vorigNummer ? { id: row.vorige_id!, nummer: row.vorigNummer } : null,
    opschortingen,
    ...links,
    mag: await mogelijkheden(work, row, opschortingen),
  }
}

async function findRow(work: Work, id: Id) {
  return work.db
    .selectFrom('beschikking as b')
    .innerJoin('persoon as p', 'p.id', 'b.persoon_id')
    .innerJoin('organisatie as o', 'o.id', 'b.organisatie_id')
    .innerJoin('gemeente as g', 'g.code', 'b.namens_gemeente')
    .leftJoin('product as pr', 'pr.id', 'b.product_id')
    .leftJoin('melding as m', 'm.id', 'b.melding_id')
    .leftJoin('mandaat as ma', 'ma.id', 'b.mandaat_id')
    .leftJoin('gebruiker as u', 'u.id', 'b.beslisser_id')
    .leftJoin('beschikking as v', 'v.id', 'b.vorige_id')
    .selectAll('b')
    .select([
      persoonNaamSql('p').as('persoonNaam'),
      'p.is_geheim',
      'o.naam as organisatieNaam',
      'g.naam as gemeenteNaam',
      'pr.naam as productNaam',
      'pr.domein',
      'm.nummer as meldingNummer',
      'ma.grondslag',
      'u.naam as beslisser',
      'v.nummer as vorigNummer',
    ])
    .where('b.id', '=', id)
    .executeTakeFirst()
}
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

async function termijnOf(
  work: Work,
  row: Row,
  opschortingen: readonly Opschorting[],
): Promise<Beschikking['termijn']> {
  const status = row.status as Status
  const open = status === 'aangevraagd'
  const feiten = await termijnFeiten(work, row.aangevraagd_op, opschortingen)
  const now = decideUiterlijk(feiten, work.today)
  const uiterlijkOp = open ? now.uiterlijk : row.uiterlijk_op
  const opgeschort = isOpgeschort(opschortingen, work.today)
  return {
    uiterlijkOp,
    dagenOver: daysBetween(work.today, uiterlijkOp),
    stand: termijnstandOf({ status, uiterlijkOp, opgeschort }, work.today),
    voorlopig: open && now.voorlopig,
    uitleg: open ? explainTermijn(feiten, work.today) : (row.termijn_toelichting?.split('\n') ?? []),
  }
}

async function readLinks(
  work: Work,
  row: Row,
): Promise<Pick<Beschikking, 'volgende' | 'heronderzoeken' | 'brieven' | 'geschiedenis'>> {
  const volgende = await work.db
    .selectFrom('beschikking')
    .select(['id', 'nummer', 'soort'])
    .where('vorige_id', '=', row.id)
    .orderBy('aangemaakt_op')
    .execute()
  const heronderzoeken = await work.db
    .selectFrom('heronderzoek')
    .select(['id', 'gedaan_op as gedaanOp', 'uitkomst', 'toelichting'])
    .where('beschikking_id', '=', row.id)
    .orderBy('gedaan_op', 'desc')
    .execute()
  const brieven = await work.db
    .selectFrom('brief')
    .select(['id', 'titel', 'gemaakt_op'])
    .select((e) => e('inhoud_odt', 'is not', null).$castTo<boolean>().as('heeftOdt'))
    .where('onderwerp_id', '=', row.id)
    .orderBy('gemaakt_op', 'desc')
    .execute()
  const geschiedenis = await work.db
    .selectFrom('gebeurtenis as e')
    .leftJoin('gebruiker as u', 'u.id', 'e.gebruiker_id')
    .select(['e.id', 'e.soort', 'e.vastgelegd_op', 'u.naam as door'])
    .where('e.onderwerp_soort', '=', 'beschikking')
    .where('e.onderwerp_id', '=', row.id)
    .orderBy('e.vastgelegd_op', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  return {
    volgende: volgende.map((one) => ({ ...one, soort: one.soort as Soort | null })),
    heronderzoeken,
    brieven: brieven.map(({ gemaakt_op, ...one }) => ({ ...one, gemaaktOp: gemaakt_op.toISOString() })),
    geschiedenis: geschiedenis.map(({ vastgelegd_op, ...one }) => ({
      ...one,
      op: vastgelegd_op.toISOString(),
    })),
  }
}

/** The same pure rules as the commands, plus who may: so a button that shows is a button that works. */
async function mogelijkheden(
  work: Work,
  row: Row,
  opschortingen: readonly Opschorting[],
): Promise<Beschikking['mag']> {
  const stand = standOf(row)
  const beslisser = row.domein
    ? pickBeslisser(await listBeslissers(work, work.today), row.namens_gemeente, row.domein)
    : undefined
  const mine = (can: Can): Can => {
    if (!work.vrager.permissies.has('beschikking.beslissen'))
      return { ok: false, reden: 'Uw rol mag geen beschikkingen nemen.' }
    if (beslisser?.organisatieId !== work.vrager.organisatieId)
      return { ok: false, reden: `Alleen ${beslisser?.naam ?? 'een organisatie met mandaat'} mag dit.` }
    return can
  }
  const open = mine(canBeslissen(stand))
  const running = opschortingen.some((one) => one.tot === null)
  const still: Can = isOpgeschort(opschortingen, work.today)
    ? { ok: false, reden: 'De termijn staat al stil.' }
    : { ok: true }
  const toEnd: Can = running ? { ok: true } : { ok: false, reden: 'De termijn loopt al.' }
  const sender = row.organisatie_id === work.vrager.organisatieId
  const herzien = mine(canHerzien(stand, work.today))
  return {
    beslissen: open,
    opschorten: open.ok ? still : open,
    opschortingBeeindigen: open.ok ? toEnd : open,
    verzenden:
      sender && work.vrager.permissies.has('beschikking.beslissen')
        ? canVerzenden(stand)
        : { ok: false, reden: `Alleen ${row.organisatieNaam} verstuurt deze brief.` },
    herzien,
    heronderzoeken: herzien,
    sluiten: open,
  }
}
