import { bewaarConcept, haalConcept, verwijderConcept } from '../../shared/concept.ts'
import { type Route, route } from '../http/route.ts'
import type { Work } from '../work.ts'

const geen = { geen: 'Een concept is alleen van en voor de gebruiker zelf.' } as const

/** What was typed may hold a secret address or a burgerservicenummer, so it is stored encrypted, as those are. */
function openInhoud(work: Work, inhoud: unknown): Record<string, unknown> {
  const { versleuteld } = inhoud as { versleuteld?: unknown }
  return typeof versleuteld === 'string' ? JSON.parse(work.cipher.decrypt(versleuteld)) : (inhoud as never)
}

/** Half-filled forms of the user; the policy on `concept` shows each user only the own ones. */
export const draftRoutes: readonly Route[] = [
  route(haalConcept, {
    permission: 'aangemeld',
    audit: geen,
    handle: async (work, { params }) => {
      const row = await work.db
        .selectFrom('concept')
        .select(['inhoud', 'bewaard_op'])
        .where('gebruiker_id', '=', work.vrager.gebruikerId)
        .where('sleutel', '=', params.sleutel)
        .executeTakeFirst()
      return {
        concept: row
          ? { inhoud: openInhoud(work, row.inhoud), bewaardOp: row.bewaard_op.toISOString() }
          : null,
      }
    },
  }),
  route(bewaarConcept, {
    permission: 'aangemeld',
    audit: geen,
    handle: async (work, { params, body }) => {
      const inhoud = JSON.stringify({ versleuteld: work.cipher.encrypt(JSON.stringify(body.inhoud)) })
      await work.db
        .insertInto('concept')
        .values({
          regio_id: work.regioId,
          gebruiker_id: work.vrager.gebruikerId!,
          sleutel: params.sleutel,
          inhoud,
          bewaard_op: work.now,
        })
        .onConflict((c) =>
          c.columns(['regio_id', 'gebruiker_id', 'sleutel']).doUpdateSet({ inhoud, bewaard_op: work.now }),
        )
        .execute()
      return { bewaardOp: work.now.toISOString() }
    },
  }),
  route(verwijderConcept, {
    permission: 'aangemeld',
    audit: geen,
    handle: async (work, { params }) => {
      await work.db
        .deleteFrom('concept')
        .where('gebruiker_id', '=', work.vrager.gebruikerId)
        .where('sleutel', '=', params.sleutel)
        .execute()
      return {}
    },
  }),
]
