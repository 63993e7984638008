import { sql } from 'kysely'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { AntwoordInvoer, Telling } from '../domain/openbaar.ts'
import { hashOf, sleutelVan } from './commands.ts'
import {
  deleteAntwoord,
  insertAntwoord,
  lockRij,
  type OrganisatieRij,
  type TellingRij,
  updateAntwoord,
  updateRij,
} from './store.ts'

export const unknownLink = reject(
  'link_werkt_niet',
  'Deze link werkt niet of niet meer. Vraag de regio om een nieuwe link.',
  { status: 404 },
)

/** Which region and row a link is about; undefined for a guess. */
export async function findLink(
  platform: Platform,
  token: string,
): Promise<{ id: Id; regioId: Id } | undefined> {
  const { rows } = await sql<{ id: Id; regioId: Id }>`
    select id, regio_id as "regioId" from onderdak.zoek_tellinglink(${hashOf(token)})`.execute(platform.db)
  return rows[0]
}

interface Geldig {
  readonly rij: OrganisatieRij
  readonly telling: TellingRij
}

async function lockGeldig(work: Work, id: Id): Promise<Geldig | Rejection> {
  const rij = await lockRij(work, 'telling_organisatie', id)
  if (isRejection(rij) || rij.verloopt_op === null || rij.verloopt_op <= work.today) return unknownLink
  const telling = await lockRij(work, 'telling', rij.telling_id)
  return isRejection(telling) || telling.status !== 'open' ? unknownLink : { rij, telling }
}

/** The count of a link with what the organisation answered; a code is only there or not. */
export async function readStand(work: Work, id: Id): Promise<Telling | Rejection> {
  const geldig = await lockGeldig(work, id)
  if (isRejection(geldig)) return geldig
  const { rij, telling } = geldig
  const regio = await work.db
    .selectFrom('regio')
    .select('naam')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const rows = await work.db
    .selectFrom('telling_antwoord')
    .selectAll()
    .where('telling_organisatie_id', '=', rij.id)
    .orderBy('aangemaakt_op')
    .orderBy('id')
    .execute()
  return {
    telling: telling.naam,
    regio: regio.naam,
    organisatie: rij.naam,
    teldag: telling.teldag,
    sluitOp: telling.sluit_op,
    isOpen: work.today >= telling.teldag,
    isKlaar: rij.klaar_op !== null,
    antwoorden: rows.map(
      ({
        id: antwoordId,
        versie,
        klasse,
        leeftijd,
        geslacht,
        gezin,
        kinderen,
        herkomst,
        duur,
        oorzaken,
        code_kort,
      }) =>
        ({
          id: antwoordId,
          versie,
          klasse,
          leeftijd,
          geslacht,
          gezin,
          kinderen,
          herkomst,
          duur,
          oorzaken,
          heeftCode: code_kort !== null,
        }) as Telling['antwoorden'][number],
    ),
  }
}

async function codesVan(work: Work, telling: TellingRij, invoer: Omit<AntwoordInvoer, 'token'>) {
  const { rows } = await sql<{ code: Buffer | null; code_kort: Buffer | null }>`
    select code, code_kort from onderdak.telling_codes(${sleutelVan(work, telling)}::bytea, ${invoer.voorletter ?? null}::text, ${invoer.achternaam ?? null}::text,
      ${invoer.geboortejaar ?? null}::int, ${invoer.geboortemaand ?? null}::int, ${invoer.geslacht}::text)`.execute(
    work.db,
  )
  return rows[0]!
}

/** One person, new or changed. What is typed of a name becomes a code here and is kept nowhere. */
export async function saveAntwoord(
  work: Work,
  organisatieId: Id,
  invoer: Omit<AntwoordInvoer, 'token'>,
  verzoek: string,
): Promise<{ id: Id; versie: number } | Rejection> {
  const geldig = await lockGeldig(work, organisatieId)
  if (isRejection(geldig)) return geldig
  const { klasse, leeftijd, geslacht, gezin, kinderen, herkomst, duur, oorzaken } = invoer
  const inhoud = { klasse, leeftijd, geslacht, gezin, kinderen, herkomst, duur, oorzaken }
  const codes = await codesVan(work, geldig.telling, invoer)
  if (invoer.id) {
    const { id, versie = 0 } = invoer
    // Without letters or a year the code stays as it was: the form never shows what made it.
    const herkend = invoer.voorletter || invoer.achternaam || invoer.geboortejaar ? codes : {}
    const nieuw = await updateAntwoord(
      work,
      { id, versie: versie ?? 0, organisatieId },
      { ...inhoud, ...herkend },
    )
    return isRejection(nieuw) ? nieuw : { id, versie: nieuw }
  }
  // The same request again is the same answer.
  const eerder = await work.db
    .selectFrom('telling_antwoord')
    .select(['id', 'versie'])
    .where('telling_organisatie_id', '=', organisatieId)
    .where('verzoek', '=', verzoek)
    .executeTakeFirst()
  if (eerder) return eerder
  const id = await insertAntwoord(work, {
    telling_id: geldig.telling.id,
    telling_organisatie_id: organisatieId,
    ...inhoud,
    ...codes,
    verzoek,
  })
  return isRejection(id) ? id : { id, versie: 1 }
}

export async function removeAntwoord(work: Work, organisatieId: Id, id: Id): Promise<{ id: Id } | Rejection> {
  const geldig = await lockGeldig(work, organisatieId)
  if (isRejection(geldig)) return geldig
  return (await deleteAntwoord(work, organisatieId, id)) ? { id } : notFound('Dit antwoord')
}

export async function markKlaar(work: Work, organisatieId: Id): Promise<{ klaarOp: PlainDate } | Rejection> {
  const geldig = await lockGeldig(work, organisatieId)
  if (isRejection(geldig)) return geldig
  if (work.today < geldig.telling.teldag)
    return reject('telling_begint_nog', 'De teldag moet nog komen. Kom dan terug met deze link.')
  const versie = await updateRij(work, 'telling_organisatie', geldig.rij, { klaar_op: work.today })
  return isRejection(versie) ? versie : { klaarOp: work.today }
}
