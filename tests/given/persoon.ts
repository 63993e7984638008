import type { RegisterPersoon } from '../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../src/modules/persoon/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, workAs } from './platform.ts'

/** A person who can be recorded as is; every value is made up. */
export const sanne: RegisterPersoon = {
  voornamen: 'Sanne',
  tussenvoegsel: 'de',
  achternaam: 'Vries',
  geboortedatum: '1985-05-17',
  geslacht: 'vrouw',
  geenBsnReden: 'nog_niet_gevraagd',
  herkomstGemeente: 'GM0622',
  herkomstBewijs: 'verklaring_persoon',
  woonplaatsOnbekendReden: 'niet_vast_te_stellen',
}

/** Records a person at the intake of `vrager` and returns the id. */
export async function givenPersoon(
  platform: Platform,
  vrager: Vrager,
  input: Partial<RegisterPersoon> = {},
): Promise<Id> {
  return accepted(
    await workAs(platform, vrager, (work) =>
      registerPersoon(work, { ...sanne, ...input } as RegisterPersoon),
    ),
  ).id
}
