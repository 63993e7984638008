import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ageOn, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../../persoon/domain/persoon.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { changeHuishoudenLid, createHuishouden, registerPersoon } from '../../persoon/server/commands.ts'
import { findHuishoudenVan } from '../../persoon/server/lookup.ts'
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
  const leden: { persoonId: Id; rol: Gezinslid['rol'] }[] = []
  const defaults = await defaultsOf(work, input.persoonId)
  for (const [index, { rol, ...lid }] of input.leden.entries()) {
    const made = await registerPersoon(work, {
      ...defaults,
      ...lid,
      achternaam: lid.achternaam || defaults.achternaam,
      tussenvoegsel: lid.achternaam ? lid.tussenvoegsel : defaults.tussenvoegsel,
    })
    if (isRejection(made)) return atLid(made, index)
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
  const known = await findHuishoudenVan(work, input.persoonId, input.op)
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
