import type { z } from 'zod'
import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { registerOverlijden } from '../../persoon/server/commands.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import type { sluitOpvolging, startOpvolging, wijzigOpvolging } from '../domain/contract.ts'
import { canChange, isEscalatieNodig, refusalOfStap } from '../domain/rules.ts'
import { closeOpvolging, setOpvolging } from './commands.ts'
import { listBetrokkenOrganisaties } from './queries.ts'

/** Keeps a person in sight who has no open step: the asker's organisation becomes responsible. */
export async function startOpvolgingVan(
  work: Work,
  input: z.output<typeof startOpvolging.body> & { readonly persoonId: Id },
): Promise<undefined | Rejection> {
  const persoonId = await survivorOf(work, input.persoonId)
  const persoon = await work.db
    .selectFrom('persoon')
    .select('id')
    .where('id', '=', persoonId)
    .forUpdate()
    .executeTakeFirst()
  if (!persoon) return notFound('De cliënt')
  const open = await work.db
    .selectFrom('opvolging as v')
    .innerJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .select('o.naam')
    .where('v.persoon_id', '=', persoonId)
    .where('v.status', '=', 'open')
    .executeTakeFirst()
  if (open)
    return reject(
      'al_in_beeld',
      `${open.naam} is al verantwoordelijk voor deze cliënt. Wijzig daar de volgende stap.`,
    )
  const refused = refusalOfStap(input.volgendeStapOp, work.today)
  if (refused) return refused
  await setOpvolging(
    work,
    { persoonId },
    {
      organisatieId: work.vrager.organisatieId ?? undefined,
      contactpersoonId: work.vrager.gebruikerId ?? undefined,
      volgendeStap: input.volgendeStap,
      volgendeStapOp: input.volgendeStapOp,
    },
  )
  return undefined
}

/** Plans the next step, and hands it to a colleague or to another organisation that is involved. */
export async function changeStap(
  work: Work,
  input: z.output<typeof wijzigOpvolging.body> & { readonly id: Id },
): Promise<{ versie: number } | Rejection> {
  const before = await lock(work, input.id)
  if (!before) return notFound('De opvolging')
  if (before.versie !== input.versie) return conflict(work, 'opvolging', input.id, input.versie)
  const allowed = mayChange(work, before)
  if (allowed) return allowed
  const refused =
    refusalOfStap(input.volgendeStapOp, work.today) ?? (await refusalOfReceiver(work, before, input))
  if (refused) return refused
  const columns = {
    organisatie_id: input.organisatieId ?? before.organisatie_id,
    contactpersoon_id: input.contactpersoonId ?? before.contactpersoon_id,
    volgende_stap: input.volgendeStap,
    volgende_stap_op: input.volgendeStapOp,
  }
  await work.db
    .updateTable('opvolging')
    .set({
      ...columns,
      geescaleerd_op: null,
      versie: input.versie + 1,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .where('id', '=', input.id)
    .execute()
  await work.record({
    soort: 'VolgendeStapGezet',
    onderwerpSoort: 'opvolging',
    onderwerpId: input.id,
    persoonId: before.persoon_id,
    op: work.today,
    gegevens: {
      versie: input.versie + 1,
      organisatieId: columns.organisatie_id,
      contactpersoonId: columns.contactpersoon_id,
      volgendeStap: input.volgendeStap,
      volgendeStapOp: input.volgendeStapOp,
      wijzigingen: changesOf(
        { volgendeStap: before.volgende_stap, volgendeStapOp: before.volgende_stap_op },
        { volgendeStap: input.volgendeStap, volgendeStapOp: input.volgendeStapOp },
      ),
    },
  })
  return { versie: input.versie + 1 }
}

/** Closes with a reason; who died is recorded so as well. */
export async function closeStap(
  work: Work,
  input: z.output<typeof sluitOpvolging.body> & { readonly id: Id },
): Promise<undefined | Rejection> {
  const before = await lock(work, input.id)
  if (!before) return notFound('De opvolging')
  if (before.versie !== input.versie) return conflict(work, 'opvolging', input.id, input.versie)
  const refused = mayChange(work, before)
  if (refused) return refused
  if (input.reden === 'samengevoegd')
    return reject(
      'reden_onjuist',
      'Deze reden hoort bij samenvoegen. Kies een andere reden of voeg de dossiers samen.',
      {
        field: 'reden',
        status: 422,
      },
    )
  if (input.reden === 'overleden' && before.persoon_id !== null) {
    const recorded = await registerOverlijden(work, before.persoon_id, input.op)
    if (isRejection(recorded)) return recorded
  }
  return closeOpvolging(
    work,
    before.persoon_id === null ? { meldingId: before.melding_id! } : { persoonId: before.persoon_id },
    input,
  )
}

/**
 * Job: marks steps for the coordinator whose term after the planned day has run out (termijn opvolging_escaleren). Run as
 * the system. Returns how many were marked now.
 */
export async function escalateOverdue(work: Work): Promise<number> {
  const { aantal, eenheid } = await getTermijn(work, 'opvolging_escaleren')
  if (eenheid === 'uren') throw new Error('opvolging_escaleren counts days, not hours')
  const rows = await work.db
    .selectFrom('opvolging')
    .select(['id', 'persoon_id', 'volgende_stap_op'])
    .where('status', '=', 'open')
    .where('geescaleerd_op', 'is', null)
    .where('volgende_stap_op', '<', work.today)
    .orderBy('id')
    .forUpdate()
    .execute()
  const late = rows.filter((row) => isEscalatieNodig(row.volgende_stap_op!, { aantal, eenheid }, work.today))
  for (const row of late) {
    await work.db
      .updateTable('opvolging')
      .set({ geescaleerd_op: work.today })
      .where('id', '=', row.id)
      .execute()
    await work.record({
      soort: 'StapGeescaleerd',
      onderwerpSoort: 'opvolging',
      onderwerpId: row.id,
      persoonId: row.persoon_id,
      op: work.today,
      gegevens: { termijnVerstrekenOp: addTermijn(row.volgende_stap_op!, { aantal, eenheid }) },
    })
  }
  return late.length
}

type Row = NonNullable<Awaited<ReturnType<typeof lock>>>

async function lock(work: Work, id: Id) {
  const row = await work.db
    .selectFrom('opvolging')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { naam } = await work.db
    .selectFrom('organisatie')
    .select('naam')
    .where('id', '=', row.organisatie_id)
    .executeTakeFirstOrThrow()
  return { ...row, organisatie: naam }
}

function mayChange(work: Work, row: Row): Rejection | undefined {
  if (work.vrager.isSysteem) return undefined
  const answer = canChange(
    { status: row.status, organisatieId: row.organisatie_id, organisatie: row.organisatie },
    work.vrager.organisatieId,
  )
  return answer.ok ? undefined : reject('niet_verantwoordelijk', answer.reden)
}

/** The contact must work at the responsible organisation, and that organisation must see the person. */
async function refusalOfReceiver(
  work: Work,
  before: Row,
  input: { organisatieId?: Id; contactpersoonId?: Id },
): Promise<Rejection | undefined> {
  const organisatieId = input.organisatieId ?? before.organisatie_id
  const contactpersoonId = input.contactpersoonId ?? before.contactpersoon_id
  if (organisatieId !== before.organisatie_id) {
    if (before.persoon_id === null)
      return reject('melding_overdragen', 'Draag de melding zelf over aan de andere organisatie.', {
        field: 'organisatieId',
      })
    if (!(await listBetrokkenOrganisaties(work, before.persoon_id)).includes(organisatieId))
      return reject(
        'niet_betrokken',
        'Deze organisatie is niet betrokken bij de cliënt. Kies een betrokken organisatie.',
        {
          field: 'organisatieId',
          status: 422,
        },
      )
  }
  const contact = await work.db
    .selectFrom('gebruiker')
    .select('id')
    .where('id', '=', contactpersoonId)
    .where('organisatie_id', '=', organisatieId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
  return contact
    ? undefined
    : reject('contact_elders', 'Kies een contactpersoon die nu bij de verantwoordelijke organisatie werkt.', {
        field: 'contactpersoonId',
        status: 422,
      })
}
