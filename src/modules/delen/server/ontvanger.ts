import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Ontvanger } from '../domain/contract.ts'
import { type Ontvangersoort, ontvangersoortOf } from '../domain/keuzes.ts'
import type { Deler } from '../domain/regels.ts'
import { delerOf } from '../domain/rules.ts'

export interface BekendeOntvanger {
  readonly soort: Ontvangersoort
  /** In the region; null for a party outside. */
  readonly organisatieId: Id | null
  /** Outside the region; null for an organisation inside. */
  readonly naam: string | null
}

/** Who receives: of an organisation in the region the kind follows from what it is, an external party is named with its kind. */
export async function resolveOntvanger(
  work: Work,
  ontvanger: Ontvanger,
): Promise<BekendeOntvanger | Rejection> {
  if (ontvanger.organisatieId) {
    const row = await work.db
      .selectFrom('organisatie')
      .select(['id', 'soort'])
      .where('regio_id', '=', work.regioId)
      .where('id', '=', ontvanger.organisatieId)
      .where('van', '<=', work.today)
      .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
      .executeTakeFirst()
    if (!row || row.id === work.vrager.organisatieId)
      return reject('ontvanger_onbekend', 'Kies een andere organisatie van deze regio.', {
        field: 'ontvanger.organisatieId',
        status: 422,
      })
    return { soort: ontvangersoortOf(row.soort), organisatieId: row.id, naam: null }
  }
  if (!ontvanger.soort)
    return reject('ontvanger_soort_ontbreekt', 'Kies wat voor partij de gegevens krijgt.', {
      field: 'ontvanger.soort',
      status: 422,
    })
  if (ontvanger.soort === 'college' || ontvanger.soort === 'aanbieder')
    return reject('ontvanger_in_regio', 'Kies de organisatie van deze regio uit de lijst.', {
      field: 'ontvanger.organisatieId',
      status: 422,
    })
  if (!ontvanger.naam)
    return reject('ontvanger_naam_ontbreekt', 'Vul de naam in van wie de gegevens krijgt.', {
      field: 'ontvanger.naam',
      status: 422,
    })
  return { soort: ontvanger.soort, organisatieId: null, naam: ontvanger.naam }
}

/** In which capacity the asker gives. */
export async function readDeler(work: Work): Promise<Deler> {
  const row = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('id', '=', work.vrager.organisatieId)
    .executeTakeFirst()
  return row ? delerOf(row.soort) : 'ander'
}
