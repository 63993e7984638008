import type { z } from 'zod'
import { changesOf, conflict } from '../../../platform/conflict.ts'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { changeOrganisatieEndpoint, changeProductEndpoint } from '../domain/contract.ts'

// Organisations and products: things with a name that live from a day to a day. Their rules are dated tables of their own.

export async function changeOrganisatie(
  work: Work,
  id: Id,
  input: z.output<typeof changeOrganisatieEndpoint.body>,
): Promise<{ versie: number } | Rejection> {
  const { versie, ...fields } = input
  const before = await work.db
    .selectFrom('organisatie')
    .select(['naam', 'soort', 'taken', 'gemeente_code as gemeenteCode', 'telefoon', 'openingstijden'])
    .select(['agb_code as agbCode', 'kvk_nummer as kvkNummer', 'bron', 'versie'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('Deze organisatie')
  if (before.versie !== versie) return conflict(work, 'organisatie', id, versie)
  const saved = await catchConstraint(
    work.db
      .updateTable('organisatie')
      .set({
        naam: fields.naam,
        soort: fields.soort,
        taken: fields.taken,
        gemeente_code: fields.gemeenteCode,
        telefoon: fields.telefoon,
        openingstijden: fields.openingstijden,
        agb_code: fields.agbCode,
        kvk_nummer: fields.kvkNummer,
        bron: fields.bron,
        versie: versie + 1,
      })
      .where('id', '=', id)
      .execute(),
    {
      organisatie_naam_uniek: reject(
        'organisatie_bestaat',
        `Er is al een organisatie met de naam ${fields.naam}. Kies een andere naam.`,
        { field: 'naam' },
      ),
      organisatie_gemeente_code_fkey: reject('gemeente_onbekend', 'Kies een gemeente uit de lijst.', {
        field: 'gemeenteCode',
        status: 422,
      }),
    },
  )
  if (isRejection(saved)) return saved
  await work.record({
    soort: 'OrganisatieGewijzigd',
    onderwerpSoort: 'organisatie',
    onderwerpId: id,
    op: work.today,
    gegevens: { versie: versie + 1, wijzigingen: changesOf(before, fields) },
  })
  return { versie: versie + 1 }
}

/** Nobody can be left working for an organisation that takes no part any more: its users end first. */
export async function endOrganisatie(
  work: Work,
  id: Id,
  input: { tot: PlainDate; versie: number },
): Promise<{ versie: number } | Rejection> {
  const before = await work.db
    .selectFrom('organisatie')
    .select(['van', 'tot', 'versie'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('Deze organisatie')
  if (before.versie !== input.versie) return conflict(work, 'organisatie', id, input.versie)
  const refused = endFault(work, before, input.tot)
  if (refused) return refused
  const users = await work.db
    .selectFrom('gebruiker')
    .select((e) => e.fn.countAll<string>().as('aantal'))
    .where('organisatie_id', '=', id)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', input.tot)]))
    .executeTakeFirstOrThrow()
  if (Number(users.aantal) > 0)
    return reject(
      'organisatie_heeft_gebruikers',
      `Deze organisatie heeft op die dag nog ${users.aantal} medewerkers met toegang. Beëindig eerst hun toegang.`,
      { field: 'tot', possible: ['Beëindig de toegang van de medewerkers per dezelfde dag.'] },
    )
  await work.db
    .updateTable('organisatie')
    .set({ tot: input.tot, versie: input.versie + 1 })
    .where('id', '=', id)
    .execute()
  await work.record({
    soort: 'OrganisatieBeeindigd',
    onderwerpSoort: 'organisatie',
    onderwerpId: id,
    op: input.tot,
    gegevens: { versie: input.versie + 1, wijzigingen: { tot: [before.tot, input.tot] } },
  })
  return { versie: input.versie + 1 }
}

export async function changeProduct(
  work: Work,
  id: Id,
  input: z.output<typeof changeProductEndpoint.body>,
): Promise<{ versie: number } | Rejection> {
  const { versie, ...fields } = input
  const before = await work.db
    .selectFrom('product')
    .select(['naam', 'omschrijving', 'nachtregistratie', 'gezinnen', 'toegang', 'bron', 'versie'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('Dit product')
  if (before.versie !== versie) return conflict(work, 'product', id, versie)
  await work.db
    .updateTable('product')
    .set({ ...fields, versie: versie + 1 })
    .where('id', '=', id)
    .execute()
  await work.record({
    soort: 'ProductGewijzigd',
    onderwerpSoort: 'product',
    onderwerpId: id,
    op: work.today,
    gegevens: { versie: versie + 1, wijzigingen: changesOf(before, fields) },
  })
  return { versie: versie + 1 }
}

/** No new stays from that day; who stays there stays. */
export async function endProduct(
  work: Work,
  id: Id,
  input: { tot: PlainDate; versie: number },
): Promise<{ versie: number } | Rejection> {
  const before = await work.db
    .selectFrom('product')
    .select(['van', 'tot', 'versie'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('Dit product')
  if (before.versie !== input.versie) return conflict(work, 'product', id, input.versie)
  const refused = endFault(work, before, input.tot)
  if (refused) return refused
  await work.db
    .updateTable('product')
    .set({ tot: input.tot, versie: input.versie + 1 })
    .where('id', '=', id)
    .execute()
  await work.record({
    soort: 'ProductBeeindigd',
    onderwerpSoort: 'product',
    onderwerpId: id,
    op: input.tot,
    gegevens: { versie: input.versie + 1, wijzigingen: { tot: [before.tot, input.tot] } },
  })
  return { versie: input.versie + 1 }
}

/** An end lies today or later, and after the begin. */
export function endFault(work: Work, row: { van: PlainDate }, tot: PlainDate): Rejection | undefined {
  if (tot < work.today)
    return reject('in_het_verleden', 'Kies vandaag of een latere dag.', { field: 'tot', status: 422 })
  if (tot <= row.van)
    return reject('einde_voor_begin', 'Kies een dag na de eerste dag.', { field: 'tot', status: 422 })
  return undefined
}
