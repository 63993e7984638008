import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { findToestemmingVoor } from '../../delen/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { getPersoonKern, survivorOf } from '../../persoon/server/lookup.ts'
import type { Aanbod, haalMeegaanden } from '../domain/contract.ts'
import { answerDay, type Gedaan, offerOverdracht } from './aanbod-commands.ts'
import { listNietMee, lockVerantwoordelijke } from './store.ts'

type Meegaande = z.output<(typeof haalMeegaanden)['response']>['leden'][number]

/**
 * Members of the household who sleep at the same locatie or have a traject with an aanspreekpunt of the own organisation, for whom
 * nobody else is responsible and no handover runs. As far as the asker sees them.
 */
async function listMeegaanden(work: Work, persoonId: Id): Promise<Meegaande[]> {
  const { rows } = await sql<Meegaande>`
    select p.id as "persoonId", ${persoonNaamSql('p')} as naam, p.geboortedatum, onderdak.jeugdwet_toestemming_nodig(p.id) as "jeugdwetToestemmingNodig"
    from onderdak.huishouden_lid ik join onderdak.huishouden_lid l on l.huishouden_id = ik.huishouden_id and l.persoon_id <> ik.persoon_id
      join onderdak.persoon p on p.id = l.persoon_id and p.samengevoegd_in is null and p.overleden_op is null
    where ik.persoon_id = ${persoonId}::uuid and (ik.tot is null or ik.tot > ${work.today}::date) and (l.tot is null or l.tot > ${work.today}::date)
      and (exists (select 1 from onderdak.verblijf_persoon a join onderdak.verblijf x on x.id = a.verblijf_id
          join onderdak.verblijf y on y.locatie_id = x.locatie_id join onderdak.verblijf_persoon b on b.verblijf_id = y.id
          where a.persoon_id = ik.persoon_id and a.tot is null and b.persoon_id = p.id and b.tot is null)
        or exists (select 1 from onderdak.traject t join onderdak.aanspreekpunt s on s.traject_id = t.id and s.tot is null
          where t.persoon_id = p.id and t.geeindigd_op is null and s.organisatie_id = ${work.vrager.organisatieId}::uuid))
      and not exists (select 1 from onderdak.opvolging o where o.persoon_id = p.id and o.status = 'open' and o.organisatie_id <> ${work.vrager.organisatieId}::uuid)
      and not exists (select 1 from onderdak.overdracht d where d.persoon_id = p.id and d.status in ('aangeboden', 'geaccepteerd'))
    order by p.geboortedatum nulls last, p.id`.execute(work.db)
  return rows
}

export async function readMeegaanden(
  work: Work,
  id: Id,
): Promise<z.output<(typeof haalMeegaanden)['response']> | Rejection> {
  const persoon = await getPersoonKern(work, id)
  return persoon ? { leden: await listMeegaanden(work, persoon.id) } : notFound('Deze cliënt')
}

/**
 * Offers a person with the members of the household who go along: each a handover of the own with the same parties, all of them or
 * none. Whoever may not go there, or is on the other side of a barrier, stays behind without a word about why.
 */
export async function offerSamen(
  work: Work,
  input: Aanbod & { readonly persoonId: Id },
): Promise<{ id: Id; persoonId: Id; ookGemaakt: Id[]; nietMee: number } | Rejection> {
  const eerste = await offerOverdracht(work, input)
  if (isRejection(eerste)) return eerste
  const gekozen = [...new Set(input.ookVoor ?? [])].filter((id) => id !== eerste.persoonId)
  const mogelijk = await listMeegaanden(work, eerste.persoonId)
  const onbekend = gekozen.some((id) => !mogelijk.some((lid) => lid.persoonId === id))
  if (onbekend)
    return reject(
      'lid_gaat_niet_mee',
      'Iemand die u koos, kan niet mee in deze overdracht. Laad de pagina opnieuw en kies uit de lijst.',
      { field: 'ookVoor', status: 422 },
    )
  const nietMee = await listNietMee(work, {
    persoonId: eerste.persoonId,
    leden: gekozen,
    organisatieId: input.waarheen === 'binnen' ? input.naarOrganisatieId : null,
  })
  const ookGemaakt: Id[] = []
  for (const lid of mogelijk.filter(({ persoonId }) => gekozen.includes(persoonId))) {
    if (nietMee.includes(lid.persoonId)) continue
    const made = await offerLid(work, input, lid)
    if (isRejection(made)) return made
    ookGemaakt.push(made.id)
  }
  return { ...eerste, ookGemaakt, nietMee: nietMee.length }
}

/** The same offer for one member. A child has no next step of its own yet: from here the giver is responsible for it by name. */
async function offerLid(work: Work, input: Aanbod, lid: Meegaande): Promise<Gedaan | Rejection> {
  const persoonId = await survivorOf(work, lid.persoonId)
  if (!(await lockVerantwoordelijke(work, persoonId)))
    await setOpvolging(
      work,
      { persoonId },
      { volgendeStap: 'Antwoord op de overdracht afwachten', volgendeStapOp: await answerDay(work) },
    )
  const opToestemming = input.grond === 'UITDRUKKELIJKE_TOESTEMMING'
  const toestemmingId = opToestemming
    ? await findToestemmingVoor(work, {
        persoonId,
        gegevensset: 'overdracht',
        organisatieId: input.waarheen === 'binnen' ? (input.naarOrganisatieId ?? null) : null,
        naam: input.waarheen === 'binnen' ? null : (input.naarNaam ?? null),
      })
    : null
  const made = await offerOverdracht(work, { ...input, persoonId, toestemmingId })
  return isRejection(made) ? { ...made, field: 'ookVoor', message: `${lid.naam}: ${made.message}` } : made
}
