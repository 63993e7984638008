import { setOpvolging } from '../../src/modules/opvolging/server/commands.ts'
import { giveBetrokkenheid } from '../../src/modules/persoon/server/betrokkenheid.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { workAs } from './platform.ts'

export interface DossierOptions {
  readonly achternaam?: string
  readonly isGeheim?: boolean
  /** Postal address as the screens store it: one text. */
  readonly adres?: string
}

/** A person with an open opvolging of `vrager`, seen only by the organisation of `vrager`. */
export async function givenDossier(
  platform: Platform,
  vrager: Vrager,
  options: DossierOptions = {},
): Promise<Id> {
  return workAs(platform, vrager, async (work) => {
    const persoonId = work.newId()
    await giveBetrokkenheid(work, {
      persoonId,
      organisatieId: vrager.organisatieId!,
      doel: 'intake',
      grond: 'WETTELIJKE_TAAK_COLLEGE',
      bronSoort: 'test',
      bronId: persoonId,
      vereist: options.isGeheim ? 'vo' : null,
    })
    await insertPersoon(work, persoonId, options)
    await setOpvolging(work, { persoonId }, { volgendeStap: 'Kennismaken', volgendeStapOp: '2026-03-20' })
    return persoonId
  })
}

async function insertPersoon(work: Work, id: Id, options: DossierOptions): Promise<void> {
  await work.db
    .insertInto('persoon')
    .values({
      id,
      regio_id: work.regioId,
      achternaam: options.achternaam ?? 'Proefpersoon',
      roepnaam: 'Sam',
      voornamen: 'Samira',
      geslacht: 'vrouw',
      geboortedatum: '1990-05-01',
      is_geheim: options.isGeheim ?? false,
      herkomst_gemeente: 'GM0622',
      woonplaats_gemeente: 'GM0622',
      aangemaakt_op: work.now,
      gewijzigd_op: work.now,
    })
    .execute()
  if (!options.adres) return
  await work.db
    .insertInto('persoon_adres')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      persoon_id: id,
      soort: 'woonadres',
      adres_versleuteld: work.cipher.encrypt(options.adres),
      van: '2020-01-01',
    })
    .execute()
}

/** A product of the region, e.g. beschermd wonen. */
export async function givenProduct(
  platform: Platform,
  systeem: Vrager,
  input: { code: string; naam: string; domein: string },
): Promise<Id> {
  return workAs(platform, systeem, async (work) => {
    const id = work.newId()
    await work.db
      .insertInto('product')
      .values({ id, regio_id: work.regioId, ...input, toegang: 'beschikking', van: '2020-01-01' })
      .execute()
    return id
  })
}

/** A mandate of a gemeente to an organisation (Wmo 2015 art. 2.6.3 lid 2). */
export async function givenMandaat(
  platform: Platform,
  systeem: Vrager,
  input: { gemeenteCode: string; organisatieId: Id; domein: string; tot?: string },
): Promise<Id> {
  return workAs(platform, systeem, async (work) => {
    const id = work.newId()
    await work.db
      .insertInto('mandaat')
      .values({
        id,
        regio_id: work.regioId,
        gemeente_code: input.gemeenteCode,
        organisatie_id: input.organisatieId,
        domein: input.domein,
        grondslag: 'Mandaatbesluit beschermd wonen 2025',
        van: '2025-01-01',
        tot: input.tot ?? null,
      })
      .execute()
    return id
  })
}
