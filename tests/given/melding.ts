import type { RegisterMelding } from '../../src/modules/melding/domain/contract.ts'
import {
  completeOnderzoek,
  editOnderzoek,
  recordTriage,
  registerMelding,
} from '../../src/modules/melding/server/commands.ts'
import type { RegisterPersoon } from '../../src/modules/persoon/domain/persoon.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { accepted, workAs } from './platform.ts'

export const eenPersoon: RegisterPersoon = {
  achternaam: 'Voorbeeld',
  roepnaam: 'Noor',
  geboortedatum: '1990-05-12',
  geslacht: 'vrouw',
  geenBsnReden: 'nog_niet_gevraagd',
  herkomstGemeente: 'GM0622',
  herkomstBewijs: 'verklaring_persoon',
  woonplaatsGemeente: 'GM0622',
}

export const eenMelding: RegisterMelding = {
  kanaal: 'balie',
  melderSoort: 'zelf',
  gemeenteCode: 'GM0622',
  hulpvraag: 'Ik kan nergens meer slapen vanaf vrijdag.',
  slaapplekVannacht: 'ja',
}

/** A melding of a new person, or with `persoonId: null` an anonymous one. */
export async function givenMelding(
  platform: Platform,
  vrager: Vrager,
  input: Partial<RegisterMelding> = {},
): Promise<{ id: Id; nummer: string; versie: number; persoonId: Id | null }> {
  const persoon = input.persoonId === undefined ? (input.persoon ?? eenPersoon) : undefined
  return accepted(
    await workAs(platform, vrager, (work) => registerMelding(work, { ...eenMelding, ...input, persoon })),
  )
}

/** The same with triage done and the onderzoek completed. */
export async function givenOnderzochteMelding(
  platform: Platform,
  vrager: Vrager,
  input: Partial<RegisterMelding> = {},
): Promise<{ id: Id; nummer: string; persoonId: Id }> {
  const melding = await givenMelding(platform, vrager, input)
  await workAs(platform, vrager, async (work) => {
    accepted(
      await recordTriage(work, {
        meldingId: melding.id,
        uitkomst: 'onderzoek',
        toelichting: 'Ga in gesprek.',
        domein: 'MO',
      }),
    )
    accepted(await editOnderzoek(work, { meldingId: melding.id, ...eenOnderzoek(work.today) }))
    accepted(await completeOnderzoek(work, { meldingId: melding.id }))
  })
  return { id: melding.id, nummer: melding.nummer, persoonId: melding.persoonId! }
}

export function eenOnderzoek(today: string) {
  return {
    planUitgelegdOp: today,
    ondersteuningAangebodenOp: today,
    ondersteuningUitkomst: 'niet_gewenst',
    behoeften: 'Rust en een eigen kamer.',
    eigenKracht: 'Kookt en regelt zelf de post.',
    mantelzorgNetwerk: 'Een zus in Schiedam.',
    ondersteuningMantelzorger: 'Geen.',
    algemeneVoorzieningen: 'Inloop overdag.',
    samenwerking: 'Huisarts en schuldhulp.',
    bijdragen: 'Uitgelegd.',
    clientprofiel: 'economisch_dakloos',
  } as const
}
