import { setOpvolging } from '../../src/modules/opvolging/server/commands.ts'
import type { Aanbod, Afronding, EersteContact } from '../../src/modules/overdracht/domain/contract.ts'
import { offerOverdracht } from '../../src/modules/overdracht/server/commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { givenPersoon } from './persoon.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'
import type { TestRegio } from './regio.ts'

/** An offer inside the region by a loket, complete but for the receiver. */
export const aanbod: Omit<Aanbod, 'naarOrganisatieId'> = {
  waarheen: 'binnen',
  wetsovergang: 'geen',
  reden: 'De cliënt gaat wonen bij de aanbieder',
  samenvatting: 'Houdt van rust. Afspraak: elke maandag bellen.',
  grond: 'WETTELIJKE_TAAK_COLLEGE',
}

export const naarBuiten: Aanbod = {
  ...aanbod,
  waarheen: 'naar_buiten',
  naarSoort: 'andere_gemeente',
  naarNaam: 'Loket Buurregio',
  grond: 'BEROEPSHALVE_MEDEWERKING',
  weging: 'Zonder deze gegevens kan de buurregio de cliënt niet opvangen.',
}

export const afronding: Afronding = {
  gesprekOp: '2026-03-02',
  clientAanwezig: true,
  eersteContactUiterlijk: '2026-03-09',
}

export const contact: EersteContact = {
  op: '2026-03-02',
  uitkomst: 'gesproken',
  volgendeStap: 'Kennismaken met de buren',
  volgendeStapOp: '2026-03-16',
}

export async function givenAanbod(
  platform: TestPlatform,
  gever: Vrager,
  persoonId: Id,
  over: Partial<Aanbod>,
): Promise<Id> {
  return accepted(
    await workAs(platform, gever, (work) => offerOverdracht(work, { ...aanbod, ...over, persoonId })),
  ).id
}

/**
 * For who sees what: a person offered to an organisation that is not involved, which sees the offer and no more, and a secret
 * one offered to an organisation without the right to secret files, which sees nothing.
 */
export async function givenOverdrachtwereld(
  platform: TestPlatform,
  regio: TestRegio,
  { achternaam, geheimeId }: { achternaam: string; geheimeId: Id },
): Promise<void> {
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  const persoonId = await givenPersoon(platform, loket, { achternaam })
  const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }
  await workAs(platform, loket, (work) => setOpvolging(work, { persoonId }, stap))
  await givenAanbod(platform, loket, persoonId, { naarOrganisatieId: regio.organisaties.andereAanbieder })
  await givenAanbod(platform, vo, geheimeId, {
    naarOrganisatieId: regio.organisaties.aanbieder,
    grond: 'BEROEPSHALVE_MEDEWERKING',
    weging: 'Zonder deze gegevens kan de ander niet beoordelen.',
  })
}

/** Pages of a handover that no list leads to on every day, for somebody of the organisation that gave one. */
export function listOverdrachtStarts(platform: TestPlatform, gever: Vrager): Promise<string[]> {
  return workAs(platform, gever, async (work) => {
    const { id, persoon_id } = await work.db
      .selectFrom('overdracht')
      .select(['id', 'persoon_id'])
      .where('van_organisatie_id', '=', gever.organisatieId)
      .orderBy((e) => e('status', '=', 'aangeboden'), 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const dossier = `/clienten/${persoon_id}`
    return [`/overdrachten/${id}`, `${dossier}/overdragen`, `${dossier}/van-buiten`, '/overdracht-openen']
  })
}
