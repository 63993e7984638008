import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findProduct, type ProductOpDatum } from '../../beheer/server/lookup.ts'
import { checkOnderzoekGedaan } from '../domain/rules.ts'

interface AanvraagInput {
  readonly persoonId: Id
  readonly meldingId?: Id | null | undefined
  readonly besluitId?: Id | null | undefined
  readonly productId: Id
  readonly aangevraagdOp: PlainDate
  readonly namensGemeente: string
}

/** Everything that must hold before an application is registered; the facts that the command needs. */
export async function checkAanvraag(
  work: Work,
  input: AanvraagInput,
): Promise<{ product: ProductOpDatum; besluitId: Id | null } | Rejection> {
  // Locked, so that a merge of two files waits until the application hangs on the right one.
  const persoon = await work.db
    .selectFrom('persoon')
    .select(['id', 'samengevoegd_in'])
    .where('id', '=', input.persoonId)
    .forShare()
    .executeTakeFirst()
  if (!persoon) return notFound('Deze cliënt')
  if (persoon.samengevoegd_in)
    return reject('dossier_samengevoegd', 'Dit dossier is opgegaan in een ander dossier. Open dat dossier.', {
      field: 'persoonId',
    })
  if (input.aangevraagdOp > work.today)
    return reject(
      'datum_in_toekomst',
      'De dag van de aanvraag ligt in de toekomst. Kies vandaag of eerder.',
      {
        field: 'aangevraagdOp',
        status: 422,
      },
    )
  const product = await findProduct(work, input.productId, input.aangevraagdOp)
  if (!product)
    return reject('product_onbekend', 'Dit product bestaat niet in uw regio. Kies een ander.', {
      field: 'productId',
      status: 422,
    })
  const gemeente = await work.db
    .selectFrom('regio_gemeente')
    .select('gemeente_code')
    .where('regio_id', '=', work.regioId)
    .where('gemeente_code', '=', input.namensGemeente)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
  if (!gemeente)
    return reject('gemeente_niet_in_regio', 'Deze gemeente hoort niet bij uw regio. Kies een andere.', {
      field: 'namensGemeente',
      status: 422,
    })
  const besluitId = await checkMelding(work, input)
  return isRejection(besluitId) ? besluitId : { product, besluitId }
}

/** The melding is of the same person and its onderzoek is done; gives its besluit, if there is one. */
async function checkMelding(work: Work, input: AanvraagInput): Promise<Id | null | Rejection> {
  if (!input.meldingId) {
    return input.besluitId
      ? reject('melding_ontbreekt', 'Noem bij een besluit ook de melding.', {
          field: 'meldingId',
          status: 422,
        })
      : null
  }
  const melding = await work.db
    .selectFrom('melding as m')
    .leftJoin('onderzoek as o', 'o.melding_id', 'm.id')
    .leftJoin('besluit as b', 'b.melding_id', 'm.id')
    .select(['m.persoon_id', 'm.uiterlijk_op', 'o.afgerond_op', 'b.id as besluit_id', 'b.uitkomst'])
    .where('m.id', '=', input.meldingId)
    .executeTakeFirst()
  if (!melding) return notFound('Deze melding')
  if (melding.persoon_id !== input.persoonId)
    return reject('melding_van_ander', 'Deze melding hoort bij een andere cliënt.', {
      field: 'meldingId',
      status: 422,
    })
  if (input.besluitId && input.besluitId !== melding.besluit_id)
    return reject('besluit_van_andere_melding', 'Dit besluit hoort bij een andere melding.', {
      field: 'besluitId',
      status: 422,
    })
  return (
    checkOnderzoekGedaan(
      {
        onderzoekAfgerondOp: melding.afgerond_op,
        onderzoekUiterlijkOp: melding.uiterlijk_op,
        besloten: melding.besluit_id !== null,
      },
      input.aangevraagdOp,
    ) ?? melding.besluit_id
  )
}
