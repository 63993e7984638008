import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { canVerhaal, type VerhaalActie, type VerhaalToestand } from '../domain/toestanden.ts'
import type { VerhaalInvoer, VerhaalWijziging } from '../domain/verhaal-contract.ts'
import type { Gedaan } from './duiding-commands.ts'
import { insertRow, lockRow, updateRow, type VerhaalRow } from './store.ts'

const dicht = ['titel', 'tekst', 'toestemming_waar']

function recordVerhaal(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({ soort, onderwerpSoort: 'verhaal', onderwerpId: id, op: work.today, gegevens })
}

const kolommen = (input: VerhaalInvoer | VerhaalWijziging) => ({
  soort: input.soort,
  titel: input.titel,
  tekst: input.tekst,
  teller: input.teller,
  toestemming_vorm: input.toestemmingVorm,
  toestemming_op: input.toestemmingOp,
  toestemming_tot: addDays(input.toestemmingTotEnMet, 1),
  toestemming_waar: input.toestemmingWaar,
})

const inToekomst = (work: Work, input: { readonly toestemmingOp: string }) =>
  input.toestemmingOp > work.today
    ? reject('datum_past_niet', 'De dag van de toestemming ligt in de toekomst.', {
        status: 422,
        field: 'toestemmingOp',
      })
    : undefined

/** A story or quote at a figure, with the consent of who told it; the database refuses a text that tells who (PAR-01). */
export async function writeVerhaal(work: Work, input: VerhaalInvoer): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input)
  if (refused) return refused
  const id = await insertRow(work, 'verhaal', {
    id: work.newId(),
    indicator: input.indicator,
    maand: `${input.maand}-01`,
    ...kolommen(input),
    geschreven_door: work.vrager.gebruikerId!,
  })
  if (isRejection(id)) return id
  const { indicator, maand, soort, teller } = input
  await recordVerhaal(work, 'VerhaalGeschreven', id, { versie: 1, indicator, maand, soort, teller })
  return { id, versie: 1 }
}

async function lockVerhaal(work: Work, id: Id, actie: VerhaalActie): Promise<VerhaalRow | Rejection> {
  const row = await lockRow(work, 'verhaal', id)
  if (isRejection(row)) return row
  const mag = canVerhaal(
    {
      status: row.status as VerhaalToestand,
      geschrevenDoor: row.geschreven_door,
      toestemmingOp: row.toestemming_op,
      toestemmingTot: row.toestemming_tot,
    },
    actie,
    { gebruikerId: work.vrager.gebruikerId, vandaag: work.today },
  )
  return mag.ok ? row : tooLate(work, 'verhaal', id, { code: 'kan_nu_niet', reden: mag.reden })
}

async function save(
  work: Work,
  row: VerhaalRow,
  versieGezien: number,
  step: { readonly soort: string; readonly set: Partial<VerhaalRow> },
): Promise<Gedaan | Rejection> {
  const versie = await updateRow(work, 'verhaal', { id: row.id, versie: versieGezien }, step.set)
  if (isRejection(versie)) return versie
  await recordVerhaal(work, step.soort, row.id, {
    versie,
    wijzigingen: openChanges(row, step.set, dicht),
  })
  return { id: row.id, versie }
}

/** Whoever changes the text is its writer, so that the check is always by somebody else. */
export async function changeVerhaal(
  work: Work,
  input: VerhaalWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input)
  if (refused) return refused
  const row = await lockVerhaal(work, input.id, 'wijzigen')
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'VerhaalGewijzigd',
    set: { ...kolommen(input), geschreven_door: work.vrager.gebruikerId! },
  })
}

export async function publishVerhaal(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const row = await lockVerhaal(work, input.id, 'publiceren')
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'VerhaalGepubliceerd',
    set: {
      status: 'gepubliceerd',
      gecontroleerd_door: work.vrager.gebruikerId,
      gepubliceerd_op: work.today,
    },
  })
}

/** Gone at once: the text is wiped, and what refers to it finds nothing. Whoever reads it is told no more than that. */
export async function withdrawVerhaal(
  work: Work,
  input: { readonly id: Id; readonly reden: 'teller' | 'herkenbaar' | 'fout' | 'verlopen' },
): Promise<Gedaan | Rejection> {
  const row = await lockVerhaal(work, input.id, 'intrekken')
  if (isRejection(row)) return row
  return save(work, row, row.versie, {
    soort: 'VerhaalIngetrokken',
    set: {
      status: 'ingetrokken',
      titel: null,
      tekst: null,
      ingetrokken_op: work.today,
      ingetrokken_reden: input.reden,
    },
  })
}
