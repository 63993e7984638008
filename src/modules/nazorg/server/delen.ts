import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { type GegevenssetCode, type gegevenssets, ontvangersoortOf } from '../../delen/domain/keuzes.ts'
import { delerOf, latestVervalOf, possibleGronden } from '../../delen/domain/rules.ts'
import { lockGeldigeToestemming, recordDeling } from '../../delen/server/commands.ts'
import type { WelNazorg } from '../domain/contract.ts'

/** What an aanbieder gets that is asked for nazorg, when no consent says otherwise. */
const set = 'overdracht' satisfies GegevenssetCode

export interface Aanbieder {
  /** In the region; null for one outside. */
  readonly id: Id | null
  readonly naam: string | null
  readonly delingId: Id | null
}

/** Whether the law asks for consent before `van` shares with `aan` (kinds of organisation). */
export function vraagtToestemming(van: string, aan: string): boolean {
  return grondVoor(van, aan) === 'UITDRUKKELIJKE_TOESTEMMING'
}

const grondVoor = (van: string, aan: string) =>
  possibleGronden({ van: delerOf(van), aan: ontvangersoortOf(aan), set })[0]

/** Who gives nazorg, and the sharing on which that rests: none for the own organisation. */
export async function resolveAanbieder(
  work: Work,
  input: WelNazorg & { readonly persoonId: Id; readonly afspraakId: Id },
): Promise<Aanbieder | Rejection> {
  const eigen = work.vrager.organisatieId
  if (input.aanbieder === 'eigen') {
    if (eigen === null) throw new Error('nazorg: the system must name who gives it')
    return { id: eigen, naam: null, delingId: null }
  }
  return input.aanbieder === 'buiten' ? askOutside(work, input) : askInRegio(work, input)
}

type Vraag = WelNazorg & { readonly persoonId: Id; readonly afspraakId: Id }

const deelbasis = (work: Work, input: Vraag, grond: 'UITDRUKKELIJKE_TOESTEMMING' | string) => ({
  persoonId: input.persoonId,
  doel: 'Nazorg na vertrek uit de keten',
  zonderJeugdgegevens: input.zonderJeugdgegevens,
  bron: { soort: 'nazorgafspraak', id: input.afspraakId },
  vervaltOp: earliest(input.tot, latestVervalOf(grond as 'UITDRUKKELIJKE_TOESTEMMING', work.today)),
})

const earliest = (a: PlainDate, b: PlainDate) => (a < b ? a : b)

/** The consent names the aanbieder: nobody outside gets anything without it. */
async function askOutside(work: Work, input: Vraag): Promise<Aanbieder | Rejection> {
  const row = await lockGeldigeToestemming(work, {
    toestemmingId: input.toestemmingId!,
    persoonId: input.persoonId,
  })
  if (isRejection(row)) return row
  if (row.ontvanger_naam === null || row.ontvanger_soort === 'naaste')
    return reject('toestemming_past_niet', 'Kies een toestemming voor een aanbieder buiten de regio.', {
      field: 'toestemmingId',
      status: 422,
    })
  const grond = 'UITDRUKKELIJKE_TOESTEMMING'
  const deling = await recordDeling(work, {
    ...deelbasis(work, input, grond),
    ontvanger: { soort: row.ontvanger_soort as 'zorg', naam: row.ontvanger_naam },
    gegevensset: row.gegevensset as keyof typeof gegevenssets,
    grond,
    toestemmingId: row.id,
  })
  return isRejection(deling) ? deling : { id: null, naam: row.ontvanger_naam, delingId: deling.id }
}

async function askInRegio(work: Work, input: Vraag): Promise<Aanbieder | Rejection> {
  const naar = await findOrganisatie(work, input.organisatieId!)
  const van =
    work.vrager.organisatieId === null ? undefined : await findOrganisatie(work, work.vrager.organisatieId)
  const refused = (code: string, tekst: string) =>
    reject(code, tekst, { field: 'organisatieId', status: 422 })
  if (!naar || naar.id === van?.id)
    return refused('organisatie_onbekend', 'Kies een andere organisatie van deze regio.')
  const grond = grondVoor(van?.soort ?? 'overig', naar.soort)
  if (grond === undefined)
    return refused('delen_mag_niet', `Met ${naar.naam} mag u deze gegevens niet delen.`)
  const deling = await recordDeling(work, {
    ...deelbasis(work, input, grond),
    ontvanger: { organisatieId: naar.id },
    gegevensset: set,
    grond,
    toestemmingId: grond === 'UITDRUKKELIJKE_TOESTEMMING' ? input.toestemmingId : null,
  })
  return isRejection(deling) ? deling : { id: naar.id, naam: null, delingId: deling.id }
}

function findOrganisatie(work: Work, id: Id) {
  return work.db
    .selectFrom('organisatie')
    .select(['id', 'naam', 'soort'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
}
