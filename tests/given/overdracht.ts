import type { Aanbod, Afronding, EersteContact } from '../../src/modules/overdracht/domain/contract.ts'
import { offerOverdracht } from '../../src/modules/overdracht/server/commands.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, type TestPlatform, workAs } from './platform.ts'

/** An offer inside the region by a loket, complete but for the receiver. */
export const aanbod: Omit<Aanbod, 'naarOrganisatieId'> = {
  wetsovergang: 'geen',
  reden: 'De cliënt gaat wonen bij de aanbieder',
  samenvatting: 'Houdt van rust. Afspraak: elke maandag bellen.',
  grond: 'WETTELIJKE_TAAK_COLLEGE',
}

export const naarBuiten: Aanbod = {
  ...aanbod,
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
