import type { Work } from '../../../platform/work.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { getTermijn, type Termijn } from '../../beheer/server/lookup.ts'
import type { BordFilters, BordRij } from '../domain/bord-api.ts'
import { countExtra, type Vraag } from '../domain/capaciteit.ts'
import { canConfirm } from '../domain/rules.ts'
import { listBeperkingen, listExtraBedden } from './bijzonder.ts'
import { listPlekstand, type Plekstand } from './lookup.ts'
import { byPlace, groupKey, isShown, loadPlaatsen, type Plaatsen, place, sumOf, vraagOf } from './stand.ts'

export interface BordQuery extends BordFilters {
  op?: PlainDate | undefined
  alleenVrij?: 'ja' | undefined
  pagina: number
  aantalPerPagina: number
}

export async function listBord(work: Work, query: BordQuery) {
  const op = query.op ?? nachtOp(work.now)
  const stand = await listPlekstand(work, op)
  const plaatsen = await loadPlaatsen(work, op)
  const term = await getTermijn(work, 'locatie_verouderd')
  const vraag = vraagOf(query)
  const beperkingen = await listBeperkingen(work, op)
  const rows = stand
    .filter((groep) => isShown(plaatsen, groep, query))
    .map((groep) => toRij(work, plaatsen, groep, { term, vraag, beperkingen }))
    .filter((row) => (query.alleenVrij ? row.passend > 0 : true))
    .filter((row) => !query.kenmerk || row.kenmerken.includes(query.kenmerk))
    .sort(byPlace)
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    count: rows.length,
    results: rows.slice(start, start + query.aantalPerPagina),
    op,
    geteldOp: work.now.toISOString(),
    totalen: sumOf(rows),
    extra: await listExtraBedden(work, op),
  }
}

function toRij(
  work: Work,
  plaatsen: Plaatsen,
  groep: Plekstand,
  how: { term: Termijn; vraag: Vraag; beperkingen: Awaited<ReturnType<typeof listBeperkingen>> },
): BordRij {
  const { organisatieId, bevestigdOp, ...shown } = plaatsen.locaties.get(groep.locatieId)!
  return {
    ...shown,
    ...place(plaatsen, groep),
    kenmerken: [...new Set([...shown.kenmerken, ...groep.kenmerken])].sort(),
    tijdelijk: groep.tijdelijk,
    ...groep.telling,
    passend: countExtra(groep.vrijePlekken, groep.holds, how.vraag),
    beperking: how.beperkingen.get(groupKey(groep)) ?? null,
    bevestigdOp: bevestigdOp?.toISOString() ?? null,
    verouderd: isStale(bevestigdOp, work.now, how.term),
    magBevestigen: work.vrager.permissies.has('plek.bevestigen') && canConfirm(work.vrager, organisatieId).ok,
  }
}

/** Older than the term; a term in days or longer counts days of 24 hours. */
export function isStale(
  bevestigdOp: Date | null,
  now: Date,
  term: Pick<Termijn, 'aantal' | 'eenheid'>,
): boolean {
  if (bevestigdOp === null) return true
  const hours = { uren: 1, dagen: 24, werkdagen: 24, weken: 168, maanden: 720 }[term.eenheid]
  return now.getTime() - bevestigdOp.getTime() > term.aantal * hours * 3_600_000
}
