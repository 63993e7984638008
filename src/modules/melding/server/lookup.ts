import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

// What later steps of the chain may ask about meldingen. Row-level security decides what the asker sees.

export interface MeldingKern {
  readonly id: Id
  readonly nummer: string
  readonly persoonId: Id | null
  readonly huishoudenId: Id | null
  readonly meldingsdatum: PlainDate
  readonly gemeenteCode: string | null
  readonly domein: string | null
  readonly status: string
  readonly slaapplekVannacht: string
  readonly veiligheid: string
  readonly kinderen: number
  readonly volwassenen: number
  readonly isHerinstroom: boolean
  readonly voCode: string | null
  readonly organisatieId: Id
  /** From the onderzoek; null when there is none or it is not chosen yet. */
  readonly clientprofiel: string | null
  /** The decision on it; null while undecided. */
  readonly besluit: {
    readonly id: Id
    readonly uitkomst: string
    readonly productId: Id | null
    readonly beslotenOp: PlainDate
    readonly organisatieId: Id
    readonly mandaatId: Id | null
    readonly namensGemeente: string | null
  } | null
}

/** One melding with its decision; undefined when it does not exist or is out of sight. */
export async function findMelding(work: Work, meldingId: Id): Promise<MeldingKern | undefined> {
  const row = await work.db
    .selectFrom('melding as m')
    .leftJoin('besluit as b', 'b.melding_id', 'm.id')
    .leftJoin('onderzoek as z', 'z.melding_id', 'm.id')
    .select([
      'm.id',
      'm.nummer',
      'm.persoon_id as persoonId',
      'm.huishouden_id as huishoudenId',
      'm.meldingsdatum',
      'm.gemeente_code as gemeenteCode',
      'm.domein',
      'm.status',
      'm.slaapplek_vannacht as slaapplekVannacht',
      'm.veiligheid',
      'm.kinderen',
      'm.volwassenen',
      'm.is_herinstroom as isHerinstroom',
      'm.vo_code as voCode',
      'm.organisatie_id as organisatieId',
      'z.clientprofiel',
      'b.id as besluitId',
      'b.uitkomst',
      'b.product_id as productId',
      'b.besloten_op as beslotenOp',
      'b.organisatie_id as besluitOrganisatieId',
      'b.mandaat_id as mandaatId',
      'b.namens_gemeente as namensGemeente',
    ])
    .where('m.regio_id', '=', work.regioId)
    .where('m.id', '=', meldingId)
    .executeTakeFirst()
  if (!row) return undefined
  work.saw(row.persoonId)
  const {
    besluitId,
    uitkomst,
    productId,
    beslotenOp,
    besluitOrganisatieId,
    mandaatId,
    namensGemeente,
    ...kern
  } = row
  return {
    ...kern,
    besluit: besluitId
      ? {
          id: besluitId,
          uitkomst: uitkomst!,
          productId,
          beslotenOp: beslotenOp!,
          organisatieId: besluitOrganisatieId!,
          mandaatId,
          namensGemeente,
        }
      : null,
  }
}
