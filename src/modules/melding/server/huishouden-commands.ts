import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ageOn, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../../persoon/domain/persoon.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { changeHuishoudenLid, createHuishouden, registerPersoon } from '../../persoon/server/commands.ts'
import { findHuishoudenVan, getPersoonKern, listHuishoudenLeden } from '../../persoon/server/lookup.ts'
import type { Gezinslid } from '../domain/contract.ts'

export interface Meekomend {
  readonly persoonId: Id
  readonly meldingId: Id
  readonly op: PlainDate
  readonly leden: readonly Gezinslid[]
}

/** Those who come along get a file of their own and one household with the person of the melding, so that they wait and stay together. */
export async function registerGezin(work: Work, input: Meekomend): Promise<undefined | Rejection> {
  if (input.leden.length === 0) return undefined
  const known = await findHuishoudenVan(work, input.persoonId, input.op)
  const present = known ? await listHuishoudenLeden(work, known, input.op) : []
  const there = new Set([input.persoonId, ...present.map((lid) => lid.persoonId)])
  const leden: { persoonId: Id; rol: Gezinslid['rol'] }[] = []
  const defaults = await defaultsOf(work, input.persoonId)
  for (const [index, { rol, persoonId, ...lid }] of input.leden.entries()) {
    const made = persoonId
      ? await takeKnown(work, { persoonId, there, op: input.op })
      : await registerPersoon(work, {
          ...defaults,
          ...lid,
          achternaam: lid.achternaam || defaults.achternaam,
          tussenvoegsel: lid.achternaam ? lid.tussenvoegsel : defaults.tussenvoegsel,
        })
    if (isRejection(made)) return atLid(made, index)
    there.add(made.id)
    await giveBetrokkenheid(work, {
      persoonId: made.id,
      organisatieId: work.vrager.organisatieId!,
      doel: 'intake',
      grond: 'WETTELIJKE_TAAK_COLLEGE',
      bronSoort: 'melding',
      bronId: input.meldingId,
    })
    leden.push({ persoonId: made.id, rol })
  }
  if (!known) {
    const made = await createHuishouden(work, { persoonId: input.persoonId, leden, op: input.op })
    return isRejection(made) ? made : undefined
  }
  for (const lid of leden) {
    const refused = await changeHuishoudenLid(work, {
      ...lid,
      actie: 'toevoegen',
      huishoudenId: known,
      op: input.op,
    })
    if (refused) return refused
  }
  return undefined
}

/** Somebody with a file, in sight, who belongs to no household yet; one member is one person. */
async function takeKnown(
  work: Work,
  input: { persoonId: Id; there: ReadonlySet<Id>; op: PlainDate },
): Promise<{ id: Id } | Rejection> {
  const kern = await getPersoonKern(work, input.persoonId)
  if (!kern) return { ...notFound('Deze cliënt'), field: 'persoonId' }
  if (input.there.has(kern.id))
    return reject('al_erbij', `${kern.naam} hoort al bij dit huishouden. Haal dit gezinslid weg.`, {
      field: 'persoonId',
    })
  if (await findHuishoudenVan(work, kern.id, input.op))
    return reject(
      'al_in_huishouden',
      `${kern.naam} hoort al bij een ander huishouden. Haal diegene daar eerst weg.`,
      { field: 'persoonId' },
    )
  return { id: kern.id }
}

/** Those who have a file already with their birth date from there, so that adults and children are counted right. */
export async function fillKnown(work: Work, leden: readonly Gezinslid[]): Promise<Gezinslid[]> {
  return Promise.all(
    leden.map(async (lid) => {
      const kern = lid.persoonId ? await getPersoonKern(work, lid.persoonId) : undefined
      return kern ? { ...lid, geboortedatum: kern.geboortedatum } : lid
    }),
  )
}

/** Numbers of the melding: what was told, and never fewer than the people whose names are known. */
export function countMensen(
  input: { volwassenen?: number; kinderen?: number; huishouden?: readonly Gezinslid[] },
  op: PlainDate,
): { volwassenen: number; kinderen: number } {
  const leden = input.huishouden ?? []
  const kinderen = leden.filter((lid) => isMinderjarig(lid, op)).length
  return {
    volwassenen: Math.max(input.volwassenen ?? 1, leden.length > 0 ? 1 + leden.length - kinderen : 0),
    kinderen: Math.max(input.kinderen ?? 0, kinderen),
  }
}

function isMinderjarig(lid: Gezinslid, op: PlainDate): boolean {
  if (lid.geboortedatum) return ageOn(lid.geboortedatum, op) < 18
  if (lid.geboortejaar) return Number(op.slice(0, 4)) - lid.geboortejaar < 18
  return lid.rol === 'kind'
}

/** A family usually shares name and origin; what differs is changed in the file. */
async function defaultsOf(work: Work, persoonId: Id) {
  const row = await work.db
    .selectFrom('persoon')
    .select([
      'achternaam',
      'tussenvoegsel',
      'is_nn as isNn',
      'is_geheim as isGeheim',
      'herkomst_gemeente as herkomstGemeente',
      'herkomst_bewijs as herkomstBewijs',
      'herkomst_onbekend_reden as herkomstOnbekendReden',
      'woonplaats_gemeente as woonplaatsGemeente',
      'woonplaats_onbekend_reden as woonplaatsOnbekendReden',
    ])
    .where('id', '=', persoonId)
    .executeTakeFirstOrThrow()
  return { ...row, geenBsnReden: 'nog_niet_gevraagd' } as RegisterPersoon
}

function atLid(rejection: Rejection, index: number): Rejection {
  const at = (field: string) => `huishouden.${index}.${field}`
  return {
    ...rejection,
    ...(rejection.field && { field: at(rejection.field) }),
    ...(rejection.faults && {
      faults: rejection.faults.map((fault) => ({ ...fault, field: at(fault.field) })),
    }),
  }
}
