import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import type { beantwoordOverdrachtlink, GedeeldeOverdracht, Linkstand } from '../domain/openbaar.ts'
import { canDoen } from '../domain/rules.ts'
import type { Toestand } from '../domain/toestanden.ts'
import { endOverdracht, lockToDo, recordStap, signAcceptance } from './stap-commands.ts'
import {
  insertLink,
  type LinkRij,
  lockLink,
  lockOverdracht,
  lockVerantwoordelijke,
  markGeopend,
  type OverdrachtRij,
  standVan,
} from './store.ts'

/** Half of a link that anybody could guess would be no secret: 256 random bits. Only the fingerprint is kept. */
const newToken = () => randomBytes(32).toString('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** A one-time link for a receiver outside the region. The answer holds the only copy of the secret. */
export async function createLink(
  work: Work,
  id: Id,
): Promise<{ id: Id; persoonId: Id; token: string; verlooptOp: PlainDate } | Rejection> {
  const row = await lockOverdracht(work, id)
  if (!row) return notFound('Deze overdracht')
  const mag = canLinken(row, work)
  if (!mag.ok) return reject('link_kan_niet', mag.reden)
  const token = newToken()
  const verlooptOp = addDays(row.antwoord_uiterlijk, 1)
  await insertLink(work, {
    overdrachtId: row.id,
    persoonId: row.persoon_id,
    tokenHash: hashOf(token),
    verlooptOp,
  })
  await recordStap(work, row, 'OverdrachtlinkGemaakt', {})
  return { id: row.id, persoonId: row.persoon_id, token, verlooptOp }
}

export function canLinken(
  row: OverdrachtRij,
  work: Work,
): { readonly ok: true } | { readonly ok: false; readonly reden: string } {
  if (row.richting !== 'naar_buiten')
    return { ok: false, reden: 'Een link is alleen voor een ontvanger buiten de regio.' }
  if (row.van_organisatie_id !== work.vrager.organisatieId)
    return { ok: false, reden: 'Alleen de gever kan een link maken.' }
  if (row.status !== 'aangeboden') return { ok: false, reden: 'Op deze overdracht is al geantwoord.' }
  if (row.antwoord_uiterlijk < work.today)
    return { ok: false, reden: 'De laatste dag om te antwoorden is voorbij. Bied opnieuw aan.' }
  return { ok: true }
}

export const unknownLink = reject(
  'link_werkt_niet',
  'Deze link werkt niet of niet meer. Vraag de afzender om een nieuwe link.',
  { status: 404 },
)

/** Which region and row a link is about; undefined for a guess. */
export async function findLink(
  platform: Platform,
  token: string,
): Promise<{ id: Id; regioId: Id } | undefined> {
  const { rows } = await sql<{ id: Id; regioId: Id }>`
    select id, regio_id as "regioId" from onderdak.zoek_overdrachtlink(${hashOf(token)})`.execute(platform.db)
  return rows[0]
}

/**
 * The link and its handover, locked, while the link holds and the sharing behind it runs. Of a link that no longer works the
 * person is named for the audit book only: somebody tried it.
 */
async function lockGeldig(
  work: Work,
  linkId: Id,
): Promise<{ link: LinkRij; row: OverdrachtRij } | Rejection> {
  const link = await lockLink(work, linkId)
  if (!link) return unknownLink
  const row = await lockOverdracht(work, link.overdracht_id)
  if (row && (await isGeldig(work, link, row))) return { link, row }
  work.saw(link.persoon_id)
  return unknownLink
}

async function isGeldig(work: Work, link: LinkRij, row: OverdrachtRij): Promise<boolean> {
  if (link.ingetrokken_op !== null || link.verloopt_op <= work.today || row.deling_id === null) return false
  const { rows } = await sql<{
    loopt: boolean
  }>`select onderdak.deling_loopt(${row.deling_id}::uuid) as loopt`.execute(work.db)
  return rows[0]!.loopt
}

async function toStand(work: Work, link: LinkRij, row: OverdrachtRij): Promise<Linkstand> {
  const { naam } = await gever(work, row)
  return {
    van: naam,
    naar: row.naar_naam!,
    toestand: row.status as Toestand,
    antwoordUiterlijk: row.antwoord_uiterlijk,
    isGeopend: link.geopend_op !== null,
    kanAntwoorden: link.geopend_op !== null && canDoen('accepteren', standVan(row), 'link', work.today).ok,
  }
}

function gever(work: Work, row: OverdrachtRij) {
  return work.db
    .selectFrom('organisatie')
    .select(['naam', 'telefoon'])
    .where('id', '=', row.van_organisatie_id)
    .executeTakeFirstOrThrow()
}

/** Whether the link works, without anything of the person. */
export async function readLinkstand(work: Work, linkId: Id): Promise<Linkstand | Rejection> {
  const geldig = await lockGeldig(work, linkId)
  return isRejection(geldig) ? geldig : toStand(work, geldig.link, geldig.row)
}

/** Shows what was shared, once: the second time somebody else may be looking. */
export async function openLink(work: Work, linkId: Id): Promise<GedeeldeOverdracht | Rejection> {
  const geldig = await lockGeldig(work, linkId)
  if (isRejection(geldig)) return geldig
  const { link, row } = geldig
  work.saw(row.persoon_id)
  if (link.geopend_op !== null)
    return reject(
      'link_al_geopend',
      'Deze link is al geopend. De gegevens zijn maar één keer te zien. Vraag de afzender om een nieuwe link als u dit niet zelf deed.',
    )
  await markGeopend(work, link.id)
  await recordStap(work, row, 'OverdrachtlinkGeopend', {})
  const { naam, telefoon } = await gever(work, row)
  const { artikel } = await work.db
    .selectFrom('deling')
    .select('artikel')
    .where('id', '=', row.deling_id)
    .executeTakeFirstOrThrow()
  return {
    naam: row.gedeelde_naam,
    geboortedatum: row.gedeelde_geboortedatum,
    reden: row.reden,
    samenvatting: row.samenvatting,
    zonderJeugdgegevens: row.zonder_jeugdgegevens,
    wetsovergang: row.wetsovergang as GedeeldeOverdracht['wetsovergang'],
    contactpersoon: row.gever_naam,
    organisatie: naam,
    telefoon,
    artikel,
    vervaltOp: row.vervalt_op!,
  }
}

type Antwoord = Omit<z.output<typeof beantwoordOverdrachtlink.body>, 'token'>

/** The receiver outside the region answers, and signs with name and function. Only after having seen what it is about. */
export async function answerLink(work: Work, linkId: Id, input: Antwoord): Promise<Linkstand | Rejection> {
  const geldig = await lockGeldig(work, linkId)
  if (isRejection(geldig)) return geldig
  work.saw(geldig.row.persoon_id)
  if (geldig.link.geopend_op === null)
    return reject('link_niet_geopend', 'Open eerst de link en lees wat er is gedeeld.')
  const row = await lockToDo(work, geldig.row.id, input.antwoord, 'link')
  if (isRejection(row)) return row
  const stand = await toStand(work, geldig.link, row)
  const wie = `${input.naam}, ${input.functie}, ${input.telefoon}`
  if (input.antwoord === 'weigeren') {
    await endOverdracht(work, row, 'weigeren', `${input.toelichting} (${wie})`)
    return { ...stand, toestand: 'geweigerd', kanAntwoorden: false }
  }
  await signAcceptance(work, row, {
    ontvanger_naam: input.naam,
    ontvanger_functie: input.functie,
    ontvanger_telefoon: input.telefoon,
    ontvanger_toelichting: input.toelichting || null,
  })
  await planGesprek(work, row)
  return { ...stand, toestand: 'geaccepteerd', kanAntwoorden: false }
}

/** Who has no account cannot plan here: the giver does, by telephone, and so hears that it really is the receiver. */
async function planGesprek(work: Work, row: OverdrachtRij): Promise<void> {
  const persoonId = await survivorOf(work, row.persoon_id)
  const nu = await lockVerantwoordelijke(work, persoonId)
  if (nu?.organisatieId === row.van_organisatie_id)
    await setOpvolging(
      work,
      { persoonId },
      {
        volgendeStap: 'Overdracht is aangenomen: bel de ontvanger en plan het gesprek',
        volgendeStapOp: work.today,
      },
    )
}
