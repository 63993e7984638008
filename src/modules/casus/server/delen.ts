import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, dutchDateOf, formatShort } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { Grond } from '../../delen/domain/keuzes.ts'
import { endDelingVanStap, recordDeling } from '../../delen/server/commands.ts'
import { findToestemmingVoor } from '../../delen/server/lookup.ts'
import type { DeelgegevenCode } from '../domain/keuzes.ts'
import { delensetsVan } from '../domain/rules.ts'

export interface Uitgenodigde {
  readonly id: Id
  readonly persoon_id: Id
  readonly organisatie_id: Id
  readonly gegevens: readonly string[]
  readonly grond: string
  readonly weging: string | null
  readonly wetsartikel: string | null
  readonly zonder_jeugdgegevens: boolean
}

/**
 * Puts an invitation in the register of sharing, a row per set, until the day of the meeting is over; the meeting itself ends
 * it sooner. What the law does not allow is refused with the article. Returns the articles.
 */
export async function shareWith(
  work: Work,
  deelnemer: Uitgenodigde,
  overleg: { readonly doel: string; readonly eindOp: Date },
): Promise<string[] | Rejection> {
  const dag = dutchDateOf(overleg.eindOp)
  const artikelen: string[] = []
  for (const gegevensset of delensetsVan(deelnemer.gegevens as DeelgegevenCode[])) {
    const shared = await recordDeling(work, {
      persoonId: deelnemer.persoon_id,
      ontvanger: { organisatieId: deelnemer.organisatie_id },
      gegevensset,
      doel: `Overleg op ${formatShort(dag)}: ${overleg.doel}`,
      grond: deelnemer.grond as Grond,
      toestemmingId:
        deelnemer.grond === 'UITDRUKKELIJKE_TOESTEMMING'
          ? await findToestemmingVoor(work, {
              persoonId: deelnemer.persoon_id,
              organisatieId: deelnemer.organisatie_id,
              naam: null,
              gegevensset,
            })
          : null,
      weging: deelnemer.weging,
      wetsartikel: deelnemer.wetsartikel,
      vervaltOp: addDays(dag, 1),
      zonderJeugdgegevens: deelnemer.zonder_jeugdgegevens,
      bron: { soort: 'casus_deelnemer', id: deelnemer.id },
    })
    if (isRejection(shared)) return onForm(shared)
    artikelen.push(shared.artikel)
  }
  return [...new Set(artikelen)]
}

/** The refusal of the register with the field that this form has for it. */
function onForm(refused: Rejection): Rejection {
  const velden: Readonly<Record<string, string>> = {
    'ontvanger.organisatieId': 'gebruikerId',
    toestemmingId: 'grond',
    vervaltOp: 'grond',
  }
  const field = refused.field && (velden[refused.field] ?? refused.field)
  return { ...refused, ...(field && { field }) }
}

/** Ends what this invitation shared, as far as it still ran. */
export async function endDelingen(work: Work, deelnemerId: Id): Promise<void> {
  const rows = await work.db
    .selectFrom('deling')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('bron_soort', '=', 'casus_deelnemer')
    .where('bron_id', '=', deelnemerId)
    .where('beeindigd_op', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id } of rows) await endDelingVanStap(work, id)
}
