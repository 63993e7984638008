import type { z } from 'zod'
import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Fault, isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { type Gedateerd, isSame, perSleutel, type Rij } from '../domain/gedateerd.ts'
import { checkEenheid, checkWaarde, isOnmisbaar } from '../domain/grenzen.ts'
import { faultsOfConfig, RegioConfig } from '../domain/regio-config.ts'
import {
  criteria,
  escalatieniveau,
  ethosRegel,
  fase,
  instelling,
  keuze,
  mandaat,
  prioriteitsregel,
  productOvergang,
  productRegel,
  regioGemeente,
  rolPermissie,
  streefaantal,
  termijn,
  woningafspraak,
} from '../domain/soorten.ts'
import { registerOrganisatie, registerProduct } from './commands.ts'
import { changesOn } from './dated-commands.ts'
import { keyId, loadRijen, lockConfiguratie, saveRijen } from './dated-store.ts'
import { findBronconflicten } from './queries.ts'
import {
  type FileRij,
  mandatenOf,
  overgangenOf,
  productRegelsOf,
  streefaantallenOf,
  woningafsprakenOf,
} from './regio-config-rijen.ts'

/** Sections of the file that hold rows of a dated table as they are. */
const secties = [
  ['gemeenten', regioGemeente],
  ['fasen', fase],
  ['escalatieniveaus', escalatieniveau],
  ['ethosregels', ethosRegel],
  ['termijnen', termijn],
  ['instellingen', instelling],
  ['keuzes', keuze],
  ['criteria', criteria],
  ['prioriteitsregels', prioriteitsregel],
  ['rolPermissies', rolPermissie],
] as const

/**
 * Makes the configuration of the region equal to the file. A section that is absent stays as it is; a section that is
 * there replaces the whole table, history included; terms and settings that Onderdak asks for stay when it does not name them. Organisations and products are added or updated, never removed: cases
 * refer to them. All faults come at once. Reading the same file again changes nothing.
 */
export async function importRegioConfig(
  work: Work,
  input: unknown,
): Promise<{ gewijzigd: number } | Rejection> {
  const parsed = RegioConfig.safeParse(input)
  if (!parsed.success) {
    const faults = faultsOfConfig(parsed.error)
    return reject('config_onjuist', `Het bestand heeft ${faults.length} fouten:\n${faults.join('\n')}`, {
      status: 422,
      faults: faults.map((message): Fault => ({ field: message.split(':')[0]!, message })),
    })
  }
  const config = parsed.data
  await lockConfiguratie(work)
  const regio = await work.db
    .selectFrom('regio')
    .select('code')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  if (regio.code !== config.regio.code)
    return reject(
      'andere_regio',
      `Dit bestand is voor regio ${config.regio.code}, niet voor ${regio.code}.`,
      {
        field: 'regio.code',
      },
    )
  await work.db.updateTable('regio').set({ naam: config.regio.naam }).where('id', '=', work.regioId).execute()

  let gewijzigd = 0
  const organisaties = await importOrganisaties(work, config)
  if (isRejection(organisaties)) return organisaties
  const producten = await importProducten(work, config)
  if (isRejection(producten)) return producten
  const overgangen = overgangenOf(config, producten)
  if (isRejection(overgangen)) return overgangen
  const streefaantallen = streefaantallenOf(config, producten)
  if (isRejection(streefaantallen)) return streefaantallen
  const woningafspraken = woningafsprakenOf(config, organisaties)
  if (isRejection(woningafspraken)) return woningafspraken
  const steps: [Gedateerd, readonly FileRij[] | undefined][] = [
    ...secties.map(([name, soort]): [Gedateerd, readonly FileRij[] | undefined] => [
      soort as never,
      config[name],
    ]),
    [mandaat as never, mandatenOf(config, organisaties)],
    [productRegel as never, productRegelsOf(config, producten)],
    [productOvergang as never, overgangen],
    [streefaantal as never, streefaantallen],
    [woningafspraak as never, woningafspraken],
  ]
  for (const [soort, rows] of steps) {
    if (!rows) continue
    const changed = await importTabel(work, soort, rows)
    if (isRejection(changed)) return changed
    gewijzigd += changed
  }
  await importBronconflicten(work, config)
  await work.record({
    soort: 'RegioConfigIngelezen',
    onderwerpSoort: 'regio',
    onderwerpId: work.regioId,
    op: work.today,
    gegevens: {
      gewijzigd,
      secties: Object.keys(config).filter((name) => !['versie', 'regio'].includes(name)),
    },
  })
  return { gewijzigd }
}

/** Replaces one table, key by key; only keys that differ are written and recorded. Returns how many did. */
async function importTabel(
  work: Work,
  soort: Gedateerd,
  rows: readonly FileRij[],
): Promise<number | Rejection> {
  const stored = perSleutel(await loadRijen(work, soort))
  const wanted = perSleutel(rows)
  let changed = 0
  for (const key of new Set([...stored.keys(), ...wanted.keys()])) {
    const old = stored.get(key) ?? []
    const before = old.map(({ van, tot, waarde }) => ({ van, tot, waarde }))
    const after: Rij<Record<string, unknown>>[] = [...(wanted.get(key) ?? [])]
      .map(({ van, tot, waarde }) => ({ van, tot, waarde }))
      .sort((a, b) => (a.van < b.van ? -1 : 1))
    const sleutel = JSON.parse(key) as Record<string, unknown>
    if (isSame(before, after) || (after.length === 0 && isOnmisbaar(soort.tabel, sleutel.code))) continue
    const versie = Math.max(0, ...old.map((rij) => rij.versie)) + 1
    const refused =
      checkRekenbaar(soort, sleutel, after) ??
      (await saveRijen(work, soort, { sleutel, before, after, versie }))
    if (refused)
      return { ...refused, message: `${soort.enkel} ${Object.values(sleutel).join(' ')}: ${refused.message}` }
    changed++
    await work.record({
      soort: `${soort.naam}Ingelezen`,
      onderwerpSoort: soort.tabel,
      onderwerpId: keyId(work, soort.tabel, sleutel),
      op: work.today,
      gegevens: { sleutel, versie, wijzigingen: changesOn(before, after, work.today) },
    })
  }
  return changed
}

/** Onderdak cannot count with every value. */
function checkRekenbaar(
  soort: Gedateerd,
  sleutel: Record<string, unknown>,
  rijen: readonly Rij<Record<string, unknown>>[],
): undefined | Rejection {
  if (soort.tabel !== 'termijn' && soort.tabel !== 'instelling') return undefined
  const code = String(sleutel.code)
  for (const { waarde } of rijen) {
    const fout =
      soort.tabel === 'termijn'
        ? checkEenheid(code, termijn.waarde.parse(waarde).eenheid)
        : checkWaarde(code, instelling.waarde.parse(waarde))
    if (fout) return fout
  }
  return undefined
}

async function importOrganisaties(work: Work, config: RegioConfig): Promise<Map<string, Id> | Rejection> {
  for (const { tot, kvkNummer, agbCode, gemeenteCode, ...fields } of config.organisaties ?? []) {
    const row = { ...fields, kvk_nummer: kvkNummer, agb_code: agbCode, gemeente_code: gemeenteCode, tot }
    const before = await work.db
      .selectFrom('organisatie')
      .selectAll()
      .where('regio_id', '=', work.regioId)
      .where('naam', '=', fields.naam)
      .executeTakeFirst()
    if (before) {
      await updateExisting(work, 'organisatie', before, row)
      continue
    }
    const made = await registerOrganisatie(work, { ...fields, kvkNummer, agbCode, gemeenteCode })
    if (isRejection(made)) return made
    if (tot) await work.db.updateTable('organisatie').set({ tot }).where('id', '=', made.id).execute()
  }
  const rows = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .execute()
  const byName = new Map(rows.map((row) => [row.naam, row.id]))
  const unknown = (config.mandaten ?? []).flatMap((rij, i) =>
    byName.has(rij.waarde.organisatie)
      ? []
      : [
          {
            field: `mandaten.${i}.waarde.organisatie`,
            message: `${rij.waarde.organisatie} is geen organisatie van deze regio.`,
          },
        ],
  )
  return unknown.length > 0
    ? reject('organisatie_onbekend', unknown.map((fault) => `${fault.field}: ${fault.message}`).join('\n'), {
        faults: unknown,
      })
    : byName
}

/** Writes and records what differs; nothing when the file says what already holds. */
async function updateExisting(
  work: Work,
  tabel: 'organisatie' | 'product',
  before: { readonly id: Id; readonly versie: number },
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const wijzigingen = changesOf(before as never, row)
  if (Object.keys(wijzigingen).length === 0) return
  const versie = before.versie + 1
  await work.db
    .updateTable(tabel)
    .set({ ...row, versie })
    .where('id', '=', before.id)
    .execute()
  await work.record({
    soort: tabel === 'product' ? 'ProductIngelezen' : 'OrganisatieIngelezen',
    onderwerpSoort: tabel,
    onderwerpId: before.id,
    op: work.today,
    gegevens: { versie, wijzigingen },
  })
}

async function importProducten(work: Work, config: RegioConfig): Promise<Map<string, Id> | Rejection> {
  for (const { regels: _, tot, ...fields } of config.producten ?? []) {
    const before = await work.db
      .selectFrom('product')
      .selectAll()
      .where('regio_id', '=', work.regioId)
      .where('code', '=', fields.code)
      .executeTakeFirst()
    if (before) {
      await updateExisting(work, 'product', before, { ...fields, tot })
      continue
    }
    const made = await registerProduct(work, fields)
    if (isRejection(made)) return made
    if (tot) await work.db.updateTable('product').set({ tot }).where('id', '=', made.id).execute()
  }
  const rows = await work.db
    .selectFrom('product')
    .select(['id', 'code'])
    .where('regio_id', '=', work.regioId)
    .execute()
  return new Map(rows.map((row) => [row.code, row.id]))
}

async function importBronconflicten(work: Work, config: RegioConfig): Promise<void> {
  for (const one of config.bronconflicten ?? []) {
    const row = {
      waarde_a: one.waardeA,
      bron_a: one.bronA,
      waarde_b: one.waardeB,
      bron_b: one.bronB,
      gebruikt: one.gebruikt,
      toelichting: one.toelichting,
    }
    const found = await work.db
      .updateTable('bronconflict')
      .set(row)
      .where('regio_id', '=', work.regioId)
      .where('onderwerp', '=', one.onderwerp)
      .returning('id')
      .executeTakeFirst()
    if (!found)
      await work.db
        .insertInto('bronconflict')
        .values({ id: work.newId(), regio_id: work.regioId, onderwerp: one.onderwerp, ...row })
        .execute()
  }
}

/** The whole configuration as a file that `importRegioConfig` reads back without changing anything. */
export async function exportRegioConfig(work: Work): Promise<RegioConfig> {
  const regio = await work.db
    .selectFrom('regio')
    .select(['code', 'naam'])
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const organisaties = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam', 'soort', 'taken', 'gemeente_code as gemeenteCode', 'telefoon', 'openingstijden'])
    .select(['agb_code as agbCode', 'kvk_nummer as kvkNummer', 'bron', 'van', 'tot'])
    .where('regio_id', '=', work.regioId)
    .orderBy('naam')
    .execute()
  const producten = await work.db
    .selectFrom('product')
    .select(['id', 'code', 'naam', 'domein', 'omschrijving', 'nachtregistratie', 'gezinnen', 'toegang'])
    .select(['bron', 'van', 'tot'])
    .where('regio_id', '=', work.regioId)
    .orderBy('code')
    .execute()
  const sections: Record<string, FileRij[]> = {}
  for (const [name, soort] of secties) sections[name] = await fileRijen(work, soort as never)
  const regels = await fileRijen(work, productRegel as never)
  const codeOf = new Map(producten.map((one) => [one.id, one.code]))
  const nameOf = new Map(organisaties.map((one) => [one.id, one.naam]))
  const { conflicten } = await findBronconflicten(work)
  const file: z.input<typeof RegioConfig> = {
    versie: 1,
    regio,
    organisaties: organisaties.map(({ id: _, ...one }) => one) as never,
    producten: producten.map(({ id, ...one }) => ({
      ...one,
      regels: regels
        .filter((regel) => regel.sleutel.productId === id)
        .map(({ waarde, van, tot }) => ({ waarde, van, tot })),
    })) as never,
    mandaten: (await loadRijen(work, mandaat)).map(
      ({ sleutel, waarde: { organisatieId, ...waarde }, van, tot }) => ({
        sleutel,
        waarde: { organisatie: nameOf.get(organisatieId)!, ...waarde },
        van,
        tot,
      }),
    ),
    productOvergangen: (await loadRijen(work, productOvergang)).map(({ sleutel, waarde, van, tot }) => ({
      sleutel: { van: codeOf.get(sleutel.vanProductId)!, naar: codeOf.get(sleutel.naarProductId)! },
      waarde,
      van,
      tot,
    })),
    streefaantallen: (await loadRijen(work, streefaantal)).map(({ sleutel, waarde, van, tot }) => ({
      sleutel: { product: codeOf.get(sleutel.productId)! },
      waarde,
      van,
      tot,
    })),
    woningafspraken: (await loadRijen(work, woningafspraak)).map(
      ({ sleutel: { organisatieId, ...sleutel }, waarde, van, tot }) => ({
        sleutel: { ...sleutel, organisatie: nameOf.get(organisatieId)! },
        waarde,
        van,
        tot,
      }),
    ),
    bronconflicten: conflicten.map(({ id: _, ...one }) => one),
    ...(sections as Record<string, never>),
  }
  return RegioConfig.parse(file)
}

async function fileRijen(work: Work, soort: Gedateerd): Promise<FileRij[]> {
  const rows = await loadRijen(work, soort)
  return rows.map(({ sleutel, waarde, van, tot }) => ({ sleutel, waarde, van, tot }))
}
