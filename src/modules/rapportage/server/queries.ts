import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { findDuidingteksten, findVerteld } from '../../duiding/server/lookup.ts'
import { Blokinhoud, geldendVan, kanBewerken, veranderingVan } from '../domain/blok.ts'
import type { Blokbeeld, listRapportages, RapportageDetail, Rapportagerij } from '../domain/contract.ts'
import { Vastgesteld } from '../domain/vastgesteld.ts'
import { type BlokRij, bewaardVan, listBlokken } from './store.ts'
import { toonInhoud, uitlegVersies, verhaalIds, type Woorden, woordenVan } from './tonen.ts'

interface Meer {
  readonly inhoud: string | null
  readonly levendOp: Date | null
  readonly controlegetal: string | null
  readonly vastgesteldDoor: string | null
  readonly vorigeId: Id | null
  readonly voortgang: RapportageDetail['voortgang']
}

async function findRapportages(work: Work, id: Id | null): Promise<(Rapportagerij & Meer)[]> {
  const { rows } = await sql<Rapportagerij & Meer>`
    select r.id, r.soort, r.titel, r.programma_id as "programmaId", p.naam as programma, r.van, r.tot, r.bezig_sinds is not null as "isBezig", r.vastgesteld_op is not null as "isVastgesteld",
      (r.vastgesteld_op at time zone 'Europe/Amsterdam')::date as "vastgesteldOp", (r.aangemaakt_op at time zone 'Europe/Amsterdam')::date as "gemaaktOp", g.naam as "gemaaktDoor", r.versie,
      case when r.id = ${id}::uuid then r.inhoud end as inhoud, r.levend_op as "levendOp", r.controlegetal, v.naam as "vastgesteldDoor", r.vorige_id as "vorigeId",
      case when r.bezig_totaal is not null then json_build_object('gedaan', r.bezig_gedaan, 'totaal', r.bezig_totaal) end as voortgang
    from onderdak.rapportage r join onderdak.programma p on p.id = r.programma_id join onderdak.gebruiker g on g.id = r.gemaakt_door left join onderdak.gebruiker v on v.id = r.vastgesteld_door
    where r.regio_id = ${work.regioId} and (${id}::uuid is null or r.id = ${id}::uuid) order by r.aangemaakt_op desc, r.id desc`.execute(
    work.db,
  )
  return rows
}

export async function listRapportagerijen(work: Work, query: z.output<(typeof listRapportages)['query']>) {
  const rows = await findRapportages(work, null)
  return listPage(
    rows.filter(
      (rij) =>
        (query.soort === undefined || rij.soort === query.soort) &&
        (query.programmaId === undefined || rij.programmaId === query.programmaId),
    ),
    query,
    '-gemaaktOp',
  )
}

export async function findRapportage(work: Work, id: Id): Promise<(Rapportagerij & Meer) | undefined> {
  return (await findRapportages(work, id))[0]
}

/** The words of the stories and the uitleg that these blocks point to, as far as they may be shown today. */
export async function findWoorden(work: Work, inhouden: readonly Blokinhoud[]): Promise<Woorden> {
  const ids = verhaalIds(inhouden)
  const verteld = ids.length === 0 ? [] : await findVerteld(work, { ids })
  return woordenVan(verteld, await findDuidingteksten(work, uitlegVersies(inhouden)))
}

const inhoudVan = (tekst: string) => Blokinhoud.parse(JSON.parse(tekst))

/** What is in it: frozen, or of a draft what is not left out. */
export async function readInhouden(
  work: Work,
  rij: Pick<Rapportagerij, 'id'> & Pick<Meer, 'inhoud'>,
): Promise<{ hoofdstuk: string; inhoud: Blokinhoud }[]> {
  if (rij.inhoud !== null) return Vastgesteld.parse(JSON.parse(rij.inhoud)).blokken
  return (await listBlokken(work, rij.id))
    .filter(({ is_weggelaten }) => !is_weggelaten)
    .map((blok) => ({ hoofdstuk: blok.hoofdstuk, inhoud: inhoudVan(geldendVan(blok)) }))
}

function hoofdstukkenVan(blokken: readonly BlokRij[]) {
  const per = new Map<string, { titel: string | null; blokken: number; open: number }>()
  for (const blok of blokken) {
    const nu = per.get(blok.hoofdstuk) ?? { titel: null, blokken: 0, open: 0 }
    const inhoud = inhoudVan(geldendVan(blok))
    per.set(blok.hoofdstuk, {
      titel: nu.titel ?? (inhoud.soort === 'kop' ? inhoud.tekst : null),
      blokken: nu.blokken + 1,
      open: nu.open + (isOpen(blok) ? 1 : 0),
    })
  }
  return [...per].map(([sleutel, { titel, ...aantallen }]) => ({
    sleutel,
    titel: titel ?? 'Zonder titel',
    ...aantallen,
  }))
}

const isOpen = (blok: BlokRij) => !blok.is_weggelaten && veranderingVan(bewaardVan(blok)) !== 'geen'

export async function readRapportage(work: Work, id: Id) {
  const rij = await findRapportage(work, id)
  if (!rij) return notFound('Deze rapportage')
  const { inhoud: _, vorigeId, levendOp, ...rest } = rij
  const blokken = await listBlokken(work, id)
  const inhouden = (await readInhouden(work, rij)).map(({ inhoud }) => inhoud)
  const woorden = await findWoorden(work, inhouden)
  const volgende = await work.db
    .selectFrom('rapportage')
    .select(['id', 'titel'])
    .where('regio_id', '=', work.regioId)
    .where('vorige_id', '=', id)
    .executeTakeFirst()
  const vorige = vorigeId === null ? undefined : await findRapportage(work, vorigeId)
  const alle = hoofdstukkenVan(rij.isVastgesteld ? blokken.filter((blok) => !blok.is_weggelaten) : blokken)
  return {
    ...rest,
    levendOp: levendOp?.toISOString() ?? null,
    vorige: vorige ? { id: vorige.id, titel: vorige.titel } : null,
    volgende: volgende ?? null,
    hoofdstukken: rij.isVastgesteld ? alle.map((een) => ({ ...een, open: 0 })) : alle,
    verhalenWeg: verhaalIds(inhouden).length - woorden.verhalen.size,
    uitlegWeg: uitlegVersies(inhouden).length - woorden.uitleg.size,
    overTeNemen: rij.isVastgesteld ? 0 : blokken.filter((blok) => isOpen(blok) && blok.eigen === null).length,
  }
}

export async function readBlokken(work: Work, { id, hoofdstuk }: { id: Id; hoofdstuk: string }) {
  const rij = await findRapportage(work, id)
  if (!rij) return notFound('Deze rapportage')
  const rijen = (await listBlokken(work, id)).filter((blok) => blok.hoofdstuk === hoofdstuk)
  const getoond = rij.isVastgesteld ? rijen.filter((blok) => !blok.is_weggelaten) : rijen
  // Also what is newer: the editor chooses by what it says.
  const inhouden = getoond.flatMap((blok) => [
    geldendVan(blok),
    ...(blok.levend === null ? [] : [blok.levend]),
  ])
  const woorden = await findWoorden(work, inhouden.map(inhoudVan))
  return { blokken: getoond.map((blok) => toonBlok(blok, woorden, rij.isVastgesteld)) }
}

function toonBlok(blok: BlokRij, woorden: Woorden, isVast: boolean): Blokbeeld {
  const inhoud = inhoudVan(geldendVan(blok))
  const verandering = isVast ? 'geen' : veranderingVan(bewaardVan(blok))
  return {
    id: blok.id,
    isEigen: blok.sleutel === null,
    inhoud: toonInhoud(inhoud, woorden),
    tekst: !isVast && kanBewerken(inhoud) && 'tekst' in inhoud ? inhoud.tekst : null,
    isBewerkt: blok.sleutel !== null && blok.eigen !== null,
    isWeggelaten: blok.is_weggelaten,
    verandering,
    nieuwer: verandering === 'anders' ? toonInhoud(inhoudVan(blok.levend!), woorden) : null,
    versie: blok.versie,
  }
}
