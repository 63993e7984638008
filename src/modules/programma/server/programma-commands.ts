import { openChanges } from '../../../platform/conflict.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type {
  OnderdeelInvoer,
  OnderdeelWijziging,
  ProgrammaInvoer,
  ProgrammaWijziging,
} from '../domain/programma-contract.ts'
import { copyActiviteiten, followOnderdelen } from './activiteit-commands.ts'
import {
  copyOnderdelen,
  insertOnderdeel,
  insertProgramma,
  listVerbanden,
  lockBijdragende,
  lockOnderdeel,
  lockProgramma,
  replaceOnderdeel,
  updateProgramma,
} from './programma-store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gezien = { readonly id: Id; readonly versie: number }

const recordAs =
  (onderwerpSoort: keyof DB) => (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
    work.record({ soort, onderwerpSoort, onderwerpId: id, op: work.today, gegevens })
const recordProgramma = recordAs('programma')
const recordOnderdeel = recordAs('programmaonderdeel')

const kolommen = (input: ProgrammaInvoer | ProgrammaWijziging) => ({
  code: input.code,
  naam: input.naam,
  soort: input.soort,
  van: input.van,
  tot: input.tot,
  vastgesteld_op: input.vastgesteldOp,
  vastgesteld_door: input.vastgesteldDoor,
  gemeenten: [...new Set(input.gemeenten)].sort(),
  toelichting: input.toelichting,
  bron: input.bron,
})

/**
 * The gemeenten must be of the region on some day of the programma, not on its first: a gemeente that joins, or comes from two
 * others, while a programma runs may take part in it. Who left before or joins after has no part in it.
 */
async function checkGemeenten(work: Work, { gemeenten, van, tot }: ProgrammaInvoer | ProgrammaWijziging) {
  if (gemeenten.length === 0) return undefined
  const rows = await work.db
    .selectFrom('regio_gemeente')
    .select('gemeente_code')
    .where('regio_id', '=', work.regioId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', van)]))
    .$if(tot !== null, (rest) => rest.where('van', '<', tot!))
    .execute()
  const bekend = new Set(rows.map(({ gemeente_code }) => gemeente_code))
  return gemeenten.every((code) => bekend.has(code))
    ? undefined
    : reject('gemeente_onbekend', 'Kies gemeenten die tijdens dit programma bij deze regio horen.', {
        status: 422,
        field: 'gemeenten',
      })
}

export async function registerProgramma(work: Work, input: ProgrammaInvoer): Promise<Gedaan | Rejection> {
  const refused = await checkGemeenten(work, input)
  if (refused) return refused
  const id = await insertProgramma(work, kolommen(input))
  if (isRejection(id)) return id
  await recordProgramma(work, 'ProgrammaVastgelegd', id, { versie: 1, code: input.code })
  return { id, versie: 1 }
}

export async function changeProgramma(
  work: Work,
  input: ProgrammaWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockProgramma(work, input.id)
  if (isRejection(row)) return row
  const refused = await checkGemeenten(work, input)
  if (refused) return refused
  const set = kolommen(input)
  const versie = await updateProgramma(work, input, set)
  if (isRejection(versie)) return versie
  await recordProgramma(work, 'ProgrammaGewijzigd', row.id, {
    versie,
    wijzigingen: openChanges({ ...row, gemeenten: [...row.gemeenten].sort() }, set, []),
  })
  return { id: row.id, versie }
}

/**
 * A new version every two or three years (UP-08): parts and what still runs go along, with where they come from; the old
 * version stays as it is, with its history. What still runs in other programmes serves the new parts from now on.
 */
export async function startProgrammaversie(
  work: Work,
  input: Gezien & {
    readonly code: string
    readonly naam: string
    readonly van: PlainDate
    readonly tot: PlainDate | null
  },
): Promise<Gedaan | Rejection> {
  const row = await lockProgramma(work, input.id)
  if (isRejection(row)) return row
  if (input.van <= row.van)
    return reject('datum_past_niet', 'Kies een eerste dag na die van de vorige versie.', {
      status: 422,
      field: 'van',
    })
  const set = { tot: row.tot === null || row.tot > input.van ? input.van : row.tot }
  const gezien = await updateProgramma(work, input, set)
  if (isRejection(gezien)) return gezien
  const id = await insertProgramma(work, {
    code: input.code,
    naam: input.naam,
    soort: row.soort,
    van: input.van,
    tot: input.tot,
    gemeenten: row.gemeenten,
    toelichting: row.toelichting,
    vervangt_id: row.id,
    bron: row.bron,
  })
  if (isRejection(id)) return id
  const onderdelen = await copyOnderdelen(work, row.id, id)
  const activiteiten = await copyActiviteiten(work, row.id, id, onderdelen)
  if (isRejection(activiteiten)) return activiteiten
  const verwezen =
    (await followElders(work, row.id, onderdelen)) ?? (await followOnderdelen(work, row.id, onderdelen))
  if (verwezen) return verwezen
  await recordProgramma(work, 'ProgrammaVernieuwd', id, { versie: 1, vervangt: row.id, activiteiten })
  await recordProgramma(work, 'ProgrammaGewijzigd', row.id, {
    versie: gezien,
    opvolger: id,
    wijzigingen: openChanges(row, set, []),
  })
  return { id, versie: 1 }
}

/** Parts of other programmes contribute to the copy from now on; in a programma that was itself replaced they stay as they were. */
async function followElders(
  work: Work,
  programmaId: Id,
  onderdelen: ReadonlyMap<Id, Id>,
): Promise<Rejection | undefined> {
  for (const row of await lockBijdragende(work, programmaId)) {
    const had = await listVerbanden(work, row.id)
    const naar = had.map((een) => onderdelen.get(een) ?? een)
    const versie = await replaceOnderdeel(work, row, {}, naar)
    if (isRejection(versie)) return versie
    await recordOnderdeel(work, 'OnderdeelGewijzigd', row.id, {
      versie,
      wijzigingen: openChanges({ naar: had }, { naar: naar.toSorted() }, []),
    })
  }
  return undefined
}

/** Whether everyone may read how far it is. */
export async function publishProgramma(
  work: Work,
  input: Gezien & { readonly isOpenbaar: boolean },
): Promise<Gedaan | Rejection> {
  const row = await lockProgramma(work, input.id)
  if (isRejection(row)) return row
  const set = { openbaar_sinds: input.isOpenbaar ? (row.openbaar_sinds ?? work.today) : null }
  const versie = await updateProgramma(work, input, set)
  if (isRejection(versie)) return versie
  await recordProgramma(work, input.isOpenbaar ? 'ProgrammaOpenbaar' : 'ProgrammaNietOpenbaar', row.id, {
    versie,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}

const onderdeelKolommen = (input: OnderdeelInvoer | OnderdeelWijziging) => ({
  soort: input.soort,
  code: input.code,
  naam: input.naam,
  toelichting: input.toelichting,
  onder_id: input.onderId,
  bron: input.bron,
})

export async function registerOnderdeel(work: Work, input: OnderdeelInvoer): Promise<Gedaan | Rejection> {
  const programma = await lockProgramma(work, input.programmaId)
  if (isRejection(programma)) return programma
  const id = await insertOnderdeel(
    work,
    { programma_id: programma.id, ...onderdeelKolommen(input) },
    input.naar,
  )
  if (isRejection(id)) return id
  await recordOnderdeel(work, 'OnderdeelVastgelegd', id, {
    versie: 1,
    programma: programma.id,
    code: input.code,
  })
  return { id, versie: 1 }
}

export async function changeOnderdeel(
  work: Work,
  input: OnderdeelWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockOnderdeel(work, input.id)
  if (isRejection(row)) return row
  const had = await listVerbanden(work, row.id)
  const set = onderdeelKolommen(input)
  const versie = await replaceOnderdeel(work, input, set, input.naar)
  if (isRejection(versie)) return versie
  await recordOnderdeel(work, 'OnderdeelGewijzigd', row.id, {
    versie,
    wijzigingen: openChanges({ ...row, naar: had }, { ...set, naar: [...new Set(input.naar)].sort() }, []),
  })
  return { id: row.id, versie }
}
