import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { normaliseNaam } from '../../persoon/domain/rules.ts'
import { joinBySearch, registerPersoon } from '../../persoon/server/commands.ts'
import { ONBEKEND } from '../domain/cel.ts'
import type { Rij } from '../domain/controle.ts'
import { type Celfout, type Inlezing, text, toCelfouten } from './rijen.ts'

interface Treffer {
  readonly persoonId: Id
  readonly gelijkenis: number
  readonly zelfdeBsn: boolean
  readonly zelfdeGeboortedatum: boolean
  readonly zichtbaar: boolean
}

/** From here names are the same apart from spelling; below `lijkt` it is somebody else. */
const zelfde = 0.99
const lijkt = 0.45

const kolomVan: Readonly<Record<string, string>> = {
  achternaam: 'achternaam',
  roepnaam: 'roepnaam',
  geboortedatum: 'geboortedatum',
  bsn: 'bsn',
  geenBsnReden: 'bsn',
  herkomstGemeente: 'gemeente',
  woonplaatsGemeente: 'gemeente',
}

/**
 * The person of a row: searched first, so that reading in makes no doubles. Sure → the file that is there; doubt → a fault
 * that asks to decide in the column Dossier; nobody → a new file.
 */
export async function resolvePersoon(
  work: Work,
  rij: Rij,
  inlezing: Inlezing,
): Promise<Id | readonly Celfout[]> {
  const treffers = await search(work, rij)
  const keuze = text(rij, 'dossier')
  const oordeel = judge(treffers, keuze)
  if ('fout' in oordeel) return [oordeel.fout]
  if ('nieuw' in oordeel) return register(work, rij, inlezing)
  const { treffer } = oordeel
  inlezing.telling.bestaandePersonen++
  work.saw(treffer.persoonId)
  if (treffer.zichtbaar) return treffer.persoonId
  const joined = await joinBySearch(work, {
    achternaam: text(rij, 'achternaam')!,
    tussenvoegsel: text(rij, 'tussenvoegsel'),
    voornamen: text(rij, 'roepnaam'),
    geboortedatum: text(rij, 'geboortedatum')!,
    bsn: text(rij, 'bsn'),
    reden: `Ingelezen uit een bestand van ${inlezing.bron}`,
  })
  return isRejection(joined) ? toCelfouten(joined, kolomVan, 'achternaam') : joined.persoonId
}

async function search(work: Work, rij: Rij): Promise<Treffer[]> {
  const naam = normaliseNaam(
    [text(rij, 'roepnaam'), text(rij, 'tussenvoegsel'), text(rij, 'achternaam')].filter(Boolean).join(' '),
  )
  const bsn = text(rij, 'bsn')
  const { rows } = await sql<Treffer>`select persoon_id as "persoonId", gelijkenis, zelfde_bsn as "zelfdeBsn",
    zelfde_geboortedatum as "zelfdeGeboortedatum", zichtbaar
    from onderdak.zoek_personen(${naam}, ${text(rij, 'geboortedatum')}::date, ${bsn ? work.cipher.blindIndex(bsn) : null}::bytea, 10)`.execute(
    work.db,
  )
  return rows
}

type Oordeel = { readonly treffer: Treffer } | { readonly nieuw: true } | { readonly fout: Celfout }

/** Is it somebody we know? Doubt is never settled by the computer. */
export function judge(treffers: readonly Treffer[], keuze: string | null): Oordeel {
  const fout = (sleutel: string, melding: string): Oordeel => ({ fout: { sleutel, melding } })
  const opBsn = treffers.find((treffer) => treffer.zelfdeBsn)
  if (opBsn) {
    if (!opBsn.zelfdeGeboortedatum)
      return fout(
        'bsn',
        'Dit burgerservicenummer hoort bij iemand met een andere geboortedatum. Controleer het nummer en de datum.',
      )
    return { treffer: opBsn }
  }
  const sterk = treffers.filter((treffer) => treffer.zelfdeGeboortedatum && treffer.gelijkenis >= lijkt)
  const zeker = sterk.filter((treffer) => treffer.gelijkenis >= zelfde)
  if (keuze === 'nieuw') return { nieuw: true }
  if (keuze === 'bestaand') {
    const [one, another] = zeker.length > 0 ? zeker : sterk
    if (!one)
      return fout(
        'dossier',
        'Wij vinden geen dossier met deze naam en geboortedatum. Schrijf “nieuw” of controleer de gegevens.',
      )
    return another
      ? fout(
          'dossier',
          'Er zijn meer dossiers met deze naam en geboortedatum. Vul het burgerservicenummer in.',
        )
      : { treffer: one }
  }
  const [one, another] = zeker
  if (one && !another && one.zichtbaar && sterk.length === 1) return { treffer: one }
  if (sterk.length > 0)
    return fout(
      'dossier',
      sterk.some((treffer) => treffer.zichtbaar)
        ? 'Er is een dossier met een naam die hierop lijkt en dezelfde geboortedatum. Schrijf in de kolom Dossier “bestaand” als het dezelfde persoon is, en anders “nieuw”.'
        : 'Een andere organisatie heeft een dossier van iemand met deze naam en geboortedatum. Schrijf in de kolom Dossier “bestaand” als het dezelfde persoon is, en anders “nieuw”.',
    )
  return { nieuw: true }
}

async function register(work: Work, rij: Rij, inlezing: Inlezing): Promise<Id | readonly Celfout[]> {
  const gemeente = text(rij, 'gemeente')
  const bsn = text(rij, 'bsn')
  const made = await registerPersoon(work, {
    achternaam: text(rij, 'achternaam'),
    tussenvoegsel: text(rij, 'tussenvoegsel'),
    roepnaam: text(rij, 'roepnaam'),
    geboortedatum: text(rij, 'geboortedatum'),
    geslacht: (text(rij, 'geslacht') ?? 'onbekend') as 'onbekend',
    ...(bsn ? { bsn } : { geenBsnReden: 'nog_niet_gevraagd' as const }),
    ...(gemeente === null || gemeente === ONBEKEND
      ? { herkomstOnbekendReden: 'nog_navragen' as const, woonplaatsOnbekendReden: 'nog_navragen' as const }
      : {
          herkomstGemeente: gemeente,
          herkomstBewijs: 'verklaring_organisatie' as const,
          woonplaatsGemeente: gemeente,
        }),
  })
  if (isRejection(made)) return toCelfouten(made, kolomVan, 'achternaam')
  inlezing.telling.nieuwePersonen++
  return made.id
}
