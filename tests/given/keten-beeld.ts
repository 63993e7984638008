import { expect } from 'vitest'
import { listTijdlijnPage } from '../../src/modules/persoon/server/queries.ts'
import type { TrajectDetail } from '../../src/modules/traject/domain/api.ts'
import { findTrajectenVan } from '../../src/modules/traject/server/detail-queries.ts'
import { listTrajectRijen } from '../../src/modules/traject/server/queries.ts'
import type { UitstroomDetail } from '../../src/modules/uitstroom/domain/api.ts'
import { findUitstroom } from '../../src/modules/uitstroom/server/detail-queries.ts'
import type { Groepcode, Item } from '../../src/modules/vandaag/domain/contract.ts'
import { readVandaag } from '../../src/modules/vandaag/server/queries.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import type { TestDatabase } from './database.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

// How somebody stands on a day, as the people of the chain see it.

export interface Ketenwereld {
  readonly database: TestDatabase
  readonly platform: TestPlatform
  readonly regio: TestRegio
}

export const doe = <T>(k: Ketenwereld, vrager: Vrager, run: (work: Work) => Promise<T>): Promise<T> =>
  workAs(k.platform, vrager, run)

export async function query(k: Ketenwereld, text: string, values: unknown[] = []) {
  return (await k.database.login.query(text, values)).rows
}

export async function versieVan(k: Ketenwereld, tabel: string, id: Id): Promise<number> {
  const [row] = await query(k, `select versie from onderdak.${tabel} where id = $1`, [id])
  return row.versie
}

/** A block of Vandaag as this person reads it now, only what is about one client. */
export async function blok(
  k: Ketenwereld,
  vrager: Vrager,
  code: Groepcode,
  persoonId: Id,
): Promise<readonly Item[]> {
  const { groepen } = await doe(k, vrager, readVandaag)
  return groepen.find((one) => one.code === code)?.items.filter((one) => one.persoonId === persoonId) ?? []
}

/** The one traject that somebody has. */
export async function trajectVan(k: Ketenwereld, als: Vrager, persoonId: Id): Promise<TrajectDetail> {
  const { trajecten } = accepted(await doe(k, als, (work) => findTrajectenVan(work, persoonId)))
  expect(trajecten).toHaveLength(1)
  return trajecten[0]!
}

export async function uitstroomVan(k: Ketenwereld, als: Vrager, persoonId: Id): Promise<UitstroomDetail> {
  return accepted(await doe(k, als, (work) => findUitstroom(work, persoonId)))
}

/** Is this client on that work list of trajecten? */
export async function staatOp(
  k: Ketenwereld,
  als: Vrager,
  persoonId: Id,
  stand: Parameters<typeof listTrajectRijen>[1]['stand'],
): Promise<boolean> {
  const { results } = await doe(k, als, (work) =>
    listTrajectRijen(work, { stand, van: 'allen', sorteer: 'naam', pagina: 1, aantalPerPagina: 100 }),
  )
  return results.some((one) => one.persoonId === persoonId)
}

/** The sentences of the timeline, oldest first, without the steps that only say who does what next. */
export async function tijdlijnVan(k: Ketenwereld, als: Vrager, persoonId: Id): Promise<string[]> {
  const { results } = accepted(
    await doe(k, als, (work) => listTijdlijnPage(work, persoonId, { pagina: 1, aantalPerPagina: 200 })),
  )
  return results
    .filter((one) => one.soort !== 'VolgendeStapGezet')
    .map((one) => `${one.op} ${one.zin}`)
    .reverse()
}

/** All of these sentences stand in the timeline, in this order. */
export function expectVolgorde(zinnen: readonly string[], stappen: readonly string[]): void {
  const verloop = zinnen.join('\n')
  let vanaf = 0
  for (const een of stappen) {
    const plaats = zinnen.indexOf(een, vanaf)
    expect(plaats, `${een} — na ${vanaf} in:\n${verloop}`).toBeGreaterThanOrEqual(0)
    vanaf = plaats + 1
  }
}

const open = {
  verblijf: 'verblijf where geeindigd_op is null and persoon_id',
  bewoner: 'verblijf_persoon where tot is null and persoon_id',
  wacht: "wachtlijstplaatsing where status in ('wachtend', 'opgeschort', 'voorgesteld') and persoon_id",
  voorstel: "plaatsingsvoorstel where status in ('voorgesteld', 'aanvaard') and persoon_id",
  melding: "melding where status not in ('besloten', 'gesloten') and persoon_id",
  uitstroom: 'uitstroomdossier where afgerond_op is null and persoon_id',
  onderbreking: 'traject_onderbreking where tot is null and persoon_id',
} as const

/** Exactly one aanspreekpunt on every day of every traject, and nothing open of these people that nobody looks at. */
export async function checkRond(k: Ketenwereld, personen: readonly Id[]): Promise<void> {
  const tellingen = Object.entries(open).map(
    ([naam, van]) => `(select count(*)::int from onderdak.${van} = any ($1)) as ${naam}`,
  )
  const [fout] = await query(
    k,
    `select (select count(*)::int from onderdak.traject t where datemultirange(daterange(t.begonnen_op, t.geeindigd_op)) <>
        coalesce((select range_agg(daterange(a.van, a.tot)) from onderdak.aanspreekpunt a where a.traject_id = t.id), '{}')) as zonder_aanspreekpunt,
      (select count(*)::int from onderdak.aanspreekpunt a join onderdak.aanspreekpunt b on b.traject_id = a.traject_id and b.id > a.id
        and daterange(a.van, a.tot) && daterange(b.van, b.tot)) as twee_aanspreekpunten, ${tellingen.join(', ')}`,
    [personen],
  )
  const niets = Object.fromEntries(Object.keys(open).map((naam) => [naam, 0]))
  expect(fout).toEqual({ zonder_aanspreekpunt: 0, twee_aanspreekpunten: 0, ...niets })
}
