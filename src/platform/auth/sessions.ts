import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { Permissie } from '../../shared/permissies.ts'
import { dutchDateOf } from '../../shared/plain-date.ts'
import type { Platform } from '../platform.ts'
import type { Vrager } from '../work.ts'

/** A valid session with its asker; the cookie holds only the token. */
export interface Sessie {
  readonly token: string
  readonly vrager: Vrager
  readonly csrf: string
  readonly gegevens: {
    readonly gebruiker: { id: Id; naam: string }
    readonly organisatie: { id: Id; naam: string }
    readonly rol: string
    readonly rolNaam: string
    readonly rollen: { rol: string; rolNaam: string }[]
    readonly regio: { id: Id; code: string; naam: string; isDemo: boolean }
  }
}

export interface SessionLimits {
  /** Without a request for this long the session ends (privacy-security.md §8: 15–30 minutes). */
  readonly idleMs: number
  /** The session ends at the latest after this long: one night shift. */
  readonly absoluteMs: number
}

export const sessionLimits: SessionLimits = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 }

/** How long a session is trusted without asking the database; the longest time a revocation elsewhere takes to be felt. */
const cacheMs = 5_000

export interface SessionStore {
  start(gebruikerId: Id, rolCode: string, netwerkadres: string, apparaat: string): Promise<string>
  find(token: string): Promise<Sessie | undefined>
  /** Ends one session. */
  revoke(token: string): Promise<void>
  /** Ends every session of a user, e.g. when the account is closed or the password changes. */
  revokeAll(gebruikerId: Id): Promise<void>
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

export function createSessionStore(platform: Platform, limits: SessionLimits = sessionLimits): SessionStore {
  const cache = new Map<string, { sessie: Sessie; until: number; touchedAt: number; endsAt: number }>()

  async function load(token: string): Promise<Sessie | undefined> {
    const now = platform.clock.now()
    const { rows } = await sql<SessionRow>`
      select s.regio_id, s.gebruiker_id, s.rol_code, s.laatst_gebruikt_op, s.verloopt_op, g.naam, g.organisatie_id, o.naam as organisatie,
        r.naam as rol_naam, x.code as regio_code, x.naam as regio_naam, x.is_demo,
        array(select p.permissie from onderdak.rol_permissie p where p.regio_id = s.regio_id and p.rol_code = s.rol_code
          and p.van <= ${dutchDateOf(now)} and (p.tot is null or p.tot > ${dutchDateOf(now)})) as permissies,
        (select coalesce(json_agg(json_build_object('rol', rr.code, 'rolNaam', rr.naam) order by rr.volgorde), '[]') from onderdak.gebruiker_rol gr join onderdak.rol rr on rr.code = gr.rol_code
          where gr.gebruiker_id = g.id and gr.van <= ${dutchDateOf(now)} and (gr.tot is null or gr.tot > ${dutchDateOf(now)})) as rollen
      from onderdak.sessie s join onderdak.gebruiker g on g.id = s.gebruiker_id join onderdak.organisatie o on o.id = g.organisatie_id
      join onderdak.rol r on r.code = s.rol_code join onderdak.regio x on x.id = s.regio_id
      where s.token_hash = ${hashOf(token)} and s.ingetrokken_op is null and s.verloopt_op > ${now}
        and s.laatst_gebruikt_op > ${new Date(now.getTime() - limits.idleMs)}
        and g.van <= ${dutchDateOf(now)} and (g.tot is null or g.tot > ${dutchDateOf(now)})
        and exists (select 1 from onderdak.gebruiker_rol gr where gr.gebruiker_id = g.id and gr.rol_code = s.rol_code
          and gr.van <= ${dutchDateOf(now)} and (gr.tot is null or gr.tot > ${dutchDateOf(now)}))`.execute(
      platform.db,
    )
    const row = rows[0]
    if (!row) return undefined
    if (now.getTime() - row.laatst_gebruikt_op.getTime() > 60_000) {
      await platform.db
        .updateTable('sessie')
        .set({ laatst_gebruikt_op: now })
        .where('token_hash', '=', hashOf(token))
        .execute()
    }
    const sessie = toSessie(row, token, platform.cipher.sign('csrf', token))
    cache.set(token, {
      sessie,
      until: now.getTime() + cacheMs,
      touchedAt: now.getTime(),
      endsAt: row.verloopt_op.getTime(),
    })
    if (cache.size > 10_000) cache.delete(cache.keys().next().value!)
    return sessie
  }

  return {
    async start(gebruikerId, rolCode, netwerkadres, apparaat) {
      const token = randomBytes(32).toString('base64url')
      const now = platform.clock.now()
      const { regio_id } = await platform.db
        .selectFrom('gebruiker')
        .select('regio_id')
        .where('id', '=', gebruikerId)
        .executeTakeFirstOrThrow()
      await platform.db
        .insertInto('sessie')
        .values({
          token_hash: hashOf(token),
          regio_id,
          gebruiker_id: gebruikerId,
          rol_code: rolCode,
          aangemaakt_op: now,
          laatst_gebruikt_op: now,
          verloopt_op: new Date(now.getTime() + limits.absoluteMs),
          netwerkadres,
          apparaat: apparaat.slice(0, 200),
        })
        .execute()
      return token
    },
    async find(token) {
      const now = platform.clock.now().getTime()
      const hit = cache.get(token)
      if (hit && hit.until > now && hit.touchedAt <= now && hit.endsAt > now) return hit.sessie
      cache.delete(token)
      return load(token)
    },
    async revoke(token) {
      cache.delete(token)
      await platform.db
        .updateTable('sessie')
        .set({ ingetrokken_op: platform.clock.now() })
        .where('token_hash', '=', hashOf(token))
        .where('ingetrokken_op', 'is', null)
        .execute()
    },
    async revokeAll(gebruikerId) {
      for (const [token, { sessie }] of cache)
        if (sessie.vrager.gebruikerId === gebruikerId) cache.delete(token)
      await platform.db
        .updateTable('sessie')
        .set({ ingetrokken_op: platform.clock.now() })
        .where('gebruiker_id', '=', gebruikerId)
        .where('ingetrokken_op', 'is', null)
        .execute()
    },
  }
}

interface SessionRow {
  regio_id: Id
  gebruiker_id: Id
  rol_code: string
  laatst_gebruikt_op: Date
  verloopt_op: Date
  naam: string
  organisatie_id: Id
  organisatie: string
  rol_naam: string
  regio_code: string
  regio_naam: string
  is_demo: boolean
  permissies: Permissie[]
  rollen: { rol: string; rolNaam: string }[]
}

function toSessie(row: SessionRow, token: string, csrf: string): Sessie {
  return {
    token,
    csrf,
    vrager: {
      regioId: row.regio_id,
      organisatieId: row.organisatie_id,
      gebruikerId: row.gebruiker_id,
      naam: row.naam,
      rol: row.rol_code,
      permissies: new Set(row.permissies),
      isSysteem: false,
      sessieHash: hashOf(token),
    },
    gegevens: {
      gebruiker: { id: row.gebruiker_id, naam: row.naam },
      organisatie: { id: row.organisatie_id, naam: row.organisatie },
      rol: row.rol_code,
      rolNaam: row.rol_naam,
      rollen: row.rollen,
      regio: { id: row.regio_id, code: row.regio_code, naam: row.regio_naam, isDemo: row.is_demo },
    },
  }
}
