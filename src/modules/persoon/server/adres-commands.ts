import type { z } from 'zod'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { voegAdresToe } from '../domain/contract.ts'
import { lockPersoon } from './read-persoon.ts'

type NieuwAdres = z.output<typeof voegAdresToe.body> & { readonly persoonId: Id }

const overlap = () =>
  reject('adres_overlapt', 'Er is in die tijd al een adres van deze soort. Laat dat eerst eindigen.', {
    field: 'van',
  })

/** Stores an address encrypted; an open one of the same kind ends on its first day. A secret one needs the right to see it. */
export async function addAdres(work: Work, input: NieuwAdres): Promise<{ id: Id } | Rejection> {
  const persoon = await lockPersoon(work, input.persoonId)
  if (!persoon) return notFound('De cliënt')
  const magGeheim = work.vrager.isSysteem || work.vrager.permissies.has('geheim_adres.lezen')
  if (input.isGeheim && !magGeheim)
    return reject(
      'geen_recht_geheim',
      'U mag geen geheim adres vastleggen. Vraag een medewerker van de vrouwenopvang om dit te doen.',
      { field: 'isGeheim', status: 403 },
    )
  if (persoon.is_geheim && !input.isGeheim && input.soort !== 'briefadres')
    return reject('adres_moet_geheim', 'Dit dossier is geheim. Leg het adres vast als geheim adres.', {
      field: 'isGeheim',
      status: 422,
    })
  if (input.tot && input.tot <= input.van)
    return reject('periode_onjuist', 'De einddatum ligt niet na de eerste dag. Controleer de datums.', {
      field: 'tot',
      status: 422,
    })
  const id = work.newId()
  const written = await catchConstraint(insertAdres(work, id, input), {
    persoon_adres_overlapt_niet: overlap,
  })
  if (isRejection(written)) return written
  await work.record({
    soort: 'AdresVastgelegd',
    onderwerpSoort: 'persoon_adres',
    onderwerpId: id,
    persoonId: input.persoonId,
    op: input.van,
    gegevens: { adresSoort: input.soort, isGeheim: input.isGeheim },
  })
  return { id }
}

async function insertAdres(work: Work, id: Id, input: NieuwAdres): Promise<undefined> {
  await work.db
    .updateTable('persoon_adres')
    .set((e) => ({ tot: input.van, versie: e('versie', '+', 1) }))
    .where('persoon_id', '=', input.persoonId)
    .where('soort', '=', input.soort)
    .where('tot', 'is', null)
    .where('van', '<', input.van)
    .execute()
  await work.db
    .insertInto('persoon_adres')
    .values({
      id,
      regio_id: work.regioId,
      persoon_id: input.persoonId,
      soort: input.soort,
      is_geheim: input.isGeheim,
      adres_versleuteld: work.cipher.encrypt(input.adres),
      // The gemeente of a secret address would help to find it.
      gemeente_code: input.isGeheim ? null : (input.gemeenteCode ?? null),
      van: input.van,
      tot: input.tot ?? null,
      bron: 'invoer',
    })
    .execute()
  return undefined
}

export async function endAdres(
  work: Work,
  input: { readonly id: Id; readonly tot: PlainDate },
): Promise<{ persoonId: Id } | Rejection> {
  const adres = await work.db
    .selectFrom('persoon_adres')
    .select(['persoon_id', 'soort', 'van', 'tot', 'versie'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!adres) return notFound('Het adres')
  if (adres.tot !== null) return reject('al_geeindigd', 'Dit adres is al geëindigd.')
  if (input.tot <= adres.van)
    return reject('periode_onjuist', 'De einddatum ligt niet na de eerste dag. Controleer de datum.', {
      field: 'tot',
      status: 422,
    })
  await work.db
    .updateTable('persoon_adres')
    .set({ tot: input.tot, versie: adres.versie + 1 })
    .where('id', '=', input.id)
    .execute()
  await work.record({
    soort: 'AdresBeeindigd',
    onderwerpSoort: 'persoon_adres',
    onderwerpId: input.id,
    persoonId: adres.persoon_id,
    op: input.tot,
    gegevens: { adresSoort: adres.soort },
  })
  return { persoonId: adres.persoon_id }
}
