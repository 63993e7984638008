/** A row of the audit book in words. Event names are `onderwerp.voltooid_deelwoord`, e.g. `dossier.ingezien`. */
export interface LogboekFeit {
  readonly gebruiker: string
  readonly gebeurtenis: string
  readonly geweigerd: boolean
  readonly aantalPersonen: number
  readonly noodprocedure: boolean
}

const vast: Readonly<Record<string, string>> = {
  'sessie.gestart': 'logde in',
  'sessie.beeindigd': 'logde uit',
  'sessie.rol_gewisseld': 'wisselde van rol',
  'logboek.ingezien': 'bekeek dit logboek',
  'gebruikers.ingezien': 'bekeek de lijst van medewerkers',
}

/** One Dutch sentence for the log page. */
export function zinOf(feit: LogboekFeit): string {
  const about =
    feit.aantalPersonen === 0
      ? ''
      : feit.aantalPersonen === 1
        ? ', over 1 persoon'
        : `, over ${feit.aantalPersonen} personen`
  const emergency = feit.noodprocedure ? ' Dit ging met de noodprocedure.' : ''
  if (feit.geweigerd) return `${feit.gebruiker} mocht dit niet: ${words(feit.gebeurtenis)}.${emergency}`
  const known = vast[feit.gebeurtenis]
  if (known) return `${feit.gebruiker} ${known}.`
  const [what, done] = feit.gebeurtenis.split('.')
  if (!what || !done) return `${feit.gebruiker}: ${words(feit.gebeurtenis)}${about}.${emergency}`
  return `${feit.gebruiker} heeft ${words(what)} ${words(done)}${about}.${emergency}`
}

/** `sessie.rol_gewisseld` → `sessie rol gewisseld`; `listPlekken` → `list plekken`. */
function words(code: string): string {
  return code
    .replace(/[._]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
