import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { LocatieInvoer, PlekInvoer } from './contract.ts'

export interface Asker {
  readonly organisatieId: Id | null
  readonly isSysteem: boolean
  readonly permissies: ReadonlySet<string>
}

/** Whose voorziening? Its own organisation, or functioneel beheer for everyone's; the rest may only look. */
export function canManage(
  asker: Asker,
  organisatieId: Id | null,
): { ok: true } | { ok: false; reden: string } {
  if (asker.isSysteem || asker.permissies.has('beheer.wijzigen')) return { ok: true }
  return organisatieId !== null && organisatieId === asker.organisatieId
    ? { ok: true }
    : { ok: false, reden: 'Alleen de eigen organisatie of functioneel beheer kan dit wijzigen.' }
}

/** Confirming says "I see it here with my own eyes", so nobody does it for another organisation. */
export function canConfirm(
  asker: Asker,
  organisatieId: Id | null,
): { ok: true } | { ok: false; reden: string } {
  return asker.isSysteem || (organisatieId !== null && organisatieId === asker.organisatieId)
    ? { ok: true }
    : { ok: false, reden: 'Alleen de aanbieder van deze locatie kan de stand bevestigen.' }
}

/** Faults in a plek on its own: temporary capacity ends (CAP-08), and no period ends before it begins. */
export function checkPlek(plek: Pick<PlekInvoer, 'van' | 'tot' | 'tijdelijkReden'>): undefined | Rejection {
  if (plek.tot !== null && plek.tot <= plek.van)
    return reject('einde_voor_begin', 'De einddatum ligt niet na de begindatum. Kies een latere einddatum.', {
      field: 'tot',
      status: 422,
    })
  if (plek.tijdelijkReden !== null && plek.tot === null)
    return reject('tijdelijk_zonder_einde', 'Een tijdelijke plek heeft een einddatum nodig. Vul die in.', {
      field: 'tot',
      status: 422,
    })
  return undefined
}

/** What a secret or external locatie may not have (VO-03, CAP-11). */
export function checkLocatie(
  locatie: Pick<LocatieInvoer, 'isGeheim' | 'isExtern' | 'adres' | 'gemeenteCode'>,
  asker: Asker,
): undefined | Rejection {
  if (locatie.isGeheim && !asker.isSysteem && !asker.permissies.has('vrouwenopvang.lezen'))
    return reject('geen_recht_geheim', 'Een geheime locatie kan alleen de vrouwenopvang vastleggen.', {
      field: 'isGeheim',
      status: 403,
    })
  if (locatie.isGeheim && locatie.gemeenteCode !== null)
    return reject(
      'geheim_zonder_gemeente',
      'Een geheime locatie heeft geen gemeente. Laat de gemeente leeg.',
      {
        field: 'gemeenteCode',
        status: 422,
      },
    )
  if (locatie.isExtern && locatie.adres)
    return reject(
      'extern_zonder_adres',
      'Van een locatie buiten de regio leggen we geen adres vast. Laat het adres leeg.',
      { field: 'adres', status: 422 },
    )
  return undefined
}

/** May this end on `tot`, when what is inside still runs until `bezetTot` (null: without end)? */
export function checkEnd(
  tot: PlainDate,
  van: PlainDate,
  blocking: { wat: string; tot: PlainDate | null } | undefined,
): undefined | Rejection {
  if (tot <= van)
    return reject('einde_voor_begin', `De einddatum ligt niet na het begin op ${formatLong(van)}.`, {
      field: 'tot',
      status: 422,
    })
  if (blocking)
    return reject('nog_in_gebruik', `Dit kan nog niet eindigen op ${formatLong(tot)}: ${blocking.wat}.`, {
      field: 'tot',
      possible: [
        blocking.tot ? `Kies ${formatLong(blocking.tot)} of later.` : 'Beëindig eerst wat er nog loopt.',
      ],
    })
  return undefined
}

/** CAP-17: the target in all, what there is, and the difference; negative when plekken are missing. */
export function compareDoel(
  streef: { readonly aantal: number; readonly uitgangspunt: number | null },
  gerealiseerd: number,
): { doel: number; gerealiseerd: number; verschil: number } {
  const doel = streef.aantal + (streef.uitgangspunt ?? 0)
  return { doel, gerealiseerd, verschil: gerealiseerd - doel }
}
