import { type Rejection, reject } from '../../../shared/rejection.ts'

/** Roles that work without persons (privacy-security.md §5): aggregates, settings or logs, no files. */
const rollenZonderPersonen = [
  'functioneel_beheerder',
  'beleidsmedewerker',
  'programmamanager',
  'privacy_officer',
]

/** Rights that show who it is about. */
const persoonsrechten = [
  'persoon.lezen',
  'bsn.lezen',
  'geheim_adres.lezen',
  'vrouwenopvang.lezen',
  'veiligheid.lezen',
  'noodprocedure.gebruiken',
]

/** A right on persons for a role that works without them needs an explicit reason, which is recorded. */
export function needsReason(rolCode: string, permissie: string): boolean {
  return rollenZonderPersonen.includes(rolCode) && persoonsrechten.includes(permissie)
}

export function canGrant(input: {
  rolCode: string
  permissie: string
  reden?: string | undefined
}): Rejection | undefined {
  if (!needsReason(input.rolCode, input.permissie) || input.reden) return undefined
  return reject(
    'reden_ontbreekt',
    'Deze rol werkt zonder gegevens van personen. Vul een reden in als dat toch nodig is; de reden wordt vastgelegd.',
    { field: 'reden', possible: ['Geef de medewerker een rol die met personen werkt.'] },
  )
}
