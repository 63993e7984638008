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
import { notFound, reject } from '../../../shared/rejection.ts'
import { readCode } from '../../signaal/domain/rules.ts'
import * as contract from '../domain/idee-contract.ts'
import { indexOfIdeecode, takeOpenbaarIdee } from './idee-commands.ts'
import { findOpenbaar } from './idee-queries.ts'

// What an inwoner can do without an account (PAR-06).

async function findRegio(platform: Platform, gemeenteCode: string) {
  const today = todayOf(platform.clock)
  return platform.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .innerJoin('regio as n', 'n.id', 'r.regio_id')
    .select(['r.regio_id as regioId', 'g.naam as gemeente', 'n.naam as regio'])
    .where('r.gemeente_code', '=', gemeenteCode)
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy('r.regio_id')
    .executeTakeFirst()
}

/** One transaction with the idea, its gebeurtenis and its row in the audit book, which does not say from where it was sent. */
async function takeIdee(
  platform: Platform,
  { body, sleutel, verzoekId }: PublicInput<contract.OpenbaarIdeeInvoer>,
) {
  const regio = await findRegio(platform, body.gemeenteCode)
  if (!regio) return notFound('Deze gemeente')
  const vrager = bezoeker(regio.regioId)
  const { result } = await transact(
    platform,
    vrager,
    {
      doel: 'openbaar',
      // The key of the browser is the sender's own: the book keeps what cannot be turned back into it.
      sleutel: `openbaar-${platform.cipher.sign('openbaar idee', sleutel)}`,
      finish: (db) =>
        appendAudit(db, {
          vrager,
          tijd: platform.clock.now(),
          gebeurtenis: 'idee.openbaar_ontvangen',
          actie: 'C',
          uitkomst: 0,
          doel: 'openbaar',
          route: `POST ${contract.stuurIdee.path}`,
          personen: [],
          verzoekId,
          netwerkadres: 'niet bewaard',
        }),
    },
    (work) => takeOpenbaarIdee(work, { ...body, sleutel }),
  )
  return result
}

const onbekendeCode = reject(
  'code_onbekend',
  'Deze code kennen wij niet in deze gemeente. Kijk de code na: drie groepen van vier letters en cijfers.',
  { status: 404, field: 'code' },
)

export const participatiePubliek: readonly PublicRoute[] = [
  publicRoute(contract.listOpenbareIdeeen, {
    perMinute: 120,
    // What is taken away because it names somebody must be gone at once.
    maxAge: 0,
    handle: async (platform, { params, query }) => {
      const regio = await findRegio(platform, params.code)
      if (!regio) return notFound('Deze gemeente')
      const ideeen = await readAsPublic(platform, regio.regioId, (work) =>
        findOpenbaar(work, params.code, query),
      )
      return { ...ideeen, gemeente: regio.gemeente, regio: regio.regio }
    },
  }),
  publicPost(contract.stuurIdee, {
    perTenMinutes: 10,
    bodyLimit: 16 * 1024,
    isWrite: true,
    send: takeIdee,
  }),
  publicPost(contract.zoekIdee, {
    perTenMinutes: 30,
    bodyLimit: 1024,
    isWrite: false,
    send: async (platform, { body }) => {
      const regio = await findRegio(platform, body.gemeenteCode)
      const code = readCode(body.code)
      if (!regio || !code) return onbekendeCode
      return readAsPublic(platform, regio.regioId, async (work) => {
        const row = await work.db
          .selectFrom('idee')
          .select(['status', 'ontvangen_op as ontvangenOp', 'reactie', 'reactie_op as reactieOp'])
          .where('regio_id', '=', work.regioId)
          .where('code_index', '=', indexOfIdeecode(work, code))
          .executeTakeFirst()
        return row ? { ...row, status: row.status as 'ontvangen' } : onbekendeCode
      })
    },
  }),
]
