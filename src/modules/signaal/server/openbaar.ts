import { appendAudit } from '../../../platform/audit/audit.ts'
import { todayOf } from '../../../platform/clock.ts'
import {
  bezoeker,
  type PublicInput,
  type PublicRoute,
  publicPost,
  publicRoute,
  readAsPublic,
} from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { transact } from '../../../platform/transaction.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type * as contract from '../domain/contract.ts'
import * as openbaar from '../domain/openbaar-contract.ts'
import { isWijkVan, readCode } from '../domain/rules.ts'
import { standVoorMelder } from '../domain/toestanden.ts'
import { readLijsten } from './keuzes.ts'
import { findByCode, indexOfCode, takeOpenbaarSignaal } from './receive.ts'

// What an inwoner can do without an account (OUT-03).

async function findRegio(platform: Platform, gemeenteCode: string) {
  const today = todayOf(platform.clock)
  return platform.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['r.regio_id as regioId', 'g.naam as gemeente'])
    .where('r.gemeente_code', '=', gemeenteCode)
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy('r.regio_id')
    .executeTakeFirst()
}

/**
 * One transaction with the signaal, its gebeurtenis and its row in the audit book. The network address is not in it: anonymous
 * is anonymous.
 */
async function takeSignaal(
  platform: Platform,
  { body, sleutel, verzoekId }: PublicInput<contract.OpenbaarSignaal>,
) {
  const regio = await findRegio(platform, body.gemeenteCode)
  if (!regio) return notFound('Deze gemeente')
  const vrager = bezoeker(regio.regioId)
  const { result } = await transact(
    platform,
    vrager,
    {
      doel: 'openbaar',
      // The key of the browser is the reporter's own: the book keeps what cannot be turned back into it.
      sleutel: `openbaar-${platform.cipher.sign('openbaar signaal', sleutel)}`,
      finish: (db) =>
        appendAudit(db, {
          vrager,
          tijd: platform.clock.now(),
          gebeurtenis: 'signaal.openbaar_ontvangen',
          actie: 'C',
          uitkomst: 0,
          doel: 'openbaar',
          route: `POST ${openbaar.stuurSignaal.path}`,
          personen: [],
          verzoekId,
          netwerkadres: 'niet bewaard',
        }),
    },
    (work) => takeOpenbaarSignaal(work, { ...body, sleutel }),
  )
  return result
}

async function findStand(platform: Platform, text: string) {
  const code = readCode(text)
  const row = code && (await findByCode(platform.db as never, indexOfCode(platform.cipher, code)))
  if (!row) return onbekendeCode
  return {
    stand: standVoorMelder[row.status],
    gemeldOp: row.gemeld_op,
    oppakkenVoor: row.oppakken_voor,
    opgepaktOp: row.opgepakt_op,
    afgerondOp: row.afgerond_op,
    terugkoppeling: row.terugkoppeling,
  }
}

const onbekendeCode: Rejection = reject(
  'code_onbekend',
  'Deze code kennen wij niet. Kijk de code na: drie groepen van vier letters en cijfers.',
  { status: 404, field: 'code' },
)

const telefoonOf = (waarde: string | undefined) => (!waarde || waarde === 'geen' ? null : waarde)

async function readSignaalpunt(platform: Platform, regio: { regioId: Id; gemeente: string }, code: string) {
  return readAsPublic(platform, regio.regioId, async (work) => {
    const van = await readLijsten(work)
    return {
      gemeente: regio.gemeente,
      telefoon: telefoonOf(await findInstelling(work, 'signaal_telefoon')),
      categorieen: van('signaal_categorie'),
      wijken: van('wijk').filter((wijk) => isWijkVan(wijk.waarde, code)),
    }
  })
}

export const openbareSignaalRoutes: readonly PublicRoute[] = [
  publicRoute(openbaar.getSignaalpunt, {
    perMinute: 120,
    maxAge: 300,
    handle: async (platform, { params }) => {
      const regio = await findRegio(platform, params.code)
      return regio ? readSignaalpunt(platform, regio, params.code) : notFound('Deze gemeente')
    },
  }),
  publicPost(openbaar.stuurSignaal, {
    perTenMinutes: 10,
    bodyLimit: 16 * 1024,
    isWrite: true,
    send: takeSignaal,
  }),
  publicPost(openbaar.zoekSignaalstand, {
    perTenMinutes: 30,
    bodyLimit: 1024,
    isWrite: false,
    send: (platform, { body }) => findStand(platform, body.code),
  }),
]
