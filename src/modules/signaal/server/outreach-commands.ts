import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { dutchInstant } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import type {
  ContactInvoer,
  ContactWijziging,
  FiguurInvoer,
  FiguurWijziging,
} from '../domain/outreach-contract.ts'
import { checkKeuze, checkPlaats } from './keuzes.ts'
import { insertRow, lockRow, updateRow } from './store.ts'

type Gedaan = { id: Id; versie: number }
type Contact = Omit<ContactInvoer, 'vorigContactId'>

/** The columns of a contact, or what is wrong with it. */
async function decideContact(work: Work, input: Contact) {
  const refused =
    (await checkPlaats(work, input)) ??
    (await checkKeuze(work, 'outreach_uitkomst', input.uitkomst, 'uitkomst'))
  if (refused) return refused
  const contact_op = dutchInstant(input.dag, input.tijd)
  if (contact_op > work.now)
    return reject('datum_past_niet', 'Dit contact ligt in de toekomst. Controleer dag en tijd.', {
      status: 422,
      field: 'dag',
    })
  if (input.vervolgOp !== null && input.vervolgOp < input.dag)
    return reject('datum_past_niet', 'Teruggaan kan niet voor de dag van dit contact.', {
      status: 422,
      field: 'vervolgOp',
    })
  const persoon = input.persoonId === null ? undefined : await getPersoonKern(work, input.persoonId)
  if (input.persoonId !== null && !persoon)
    return reject('client_onbekend', 'Kies een cliënt van uw organisatie.', {
      status: 422,
      field: 'persoonId',
    })
  return {
    contact_op,
    gemeente_code: input.gemeenteCode,
    wijk: input.wijk,
    plek: input.plek,
    aantal: input.aantal,
    uitkomst: input.uitkomst,
    vervolg_op: input.vervolgOp,
    persoon_id: persoon?.id ?? null,
    herkenning_versleuteld: input.herkenning && work.cipher.encrypt(input.herkenning),
    notitie_versleuteld: input.notitie && work.cipher.encrypt(input.notitie),
  }
}

/** Records a contact on the street or at a door; a name is not needed. A later contact may be the going back to an earlier one. */
export async function registerContact(work: Work, input: ContactInvoer): Promise<Gedaan | Rejection> {
  const columns = await decideContact(work, input)
  if (isRejection(columns)) return columns
  if (input.vorigContactId !== null) {
    const vorig = await lockRow(work, 'outreachcontact', input.vorigContactId, 'Het vorige contact')
    if (isRejection(vorig)) return vorig
  }
  const id = await insertRow(work, 'outreachcontact', {
    ...columns,
    organisatie_id: work.vrager.organisatieId!,
    gebruiker_id: work.vrager.gebruikerId,
    vorig_contact_id: input.vorigContactId,
  })
  if (isRejection(id)) return id
  await recordContact(work, 'ContactOpStraat', { id, persoonId: columns.persoon_id }, { versie: 1 })
  return { id, versie: 1 }
}

export async function changeContact(
  work: Work,
  input: ContactWijziging & { id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'outreachcontact', input.id, 'Dit contact')
  if (isRejection(row)) return row
  if (row.organisatie_id !== work.vrager.organisatieId)
    return reject('andere_organisatie', 'Alleen de organisatie van dit contact kan het verbeteren.', {
      status: 403,
    })
  const columns = await decideContact(work, input)
  if (isRejection(columns)) return columns
  const versie = await updateRow(work, 'outreachcontact', input, columns)
  if (isRejection(versie)) return versie
  const { herkenning_versleuteld: _, notitie_versleuteld: __, contact_op, ...open } = columns
  const nieuw = { ...open, ...(contact_op.getTime() !== row.contact_op.getTime() && { contact_op }) }
  await recordContact(
    work,
    'ContactGewijzigd',
    { id: row.id, persoonId: columns.persoon_id },
    { versie, wijzigingen: openChanges(row, nieuw, ['plek', 'persoon_id']) },
  )
  return { id: row.id, versie }
}

function recordContact(
  work: Work,
  soort: string,
  contact: { id: Id; persoonId: Id | null },
  gegevens: Record<string, unknown>,
) {
  return work.record({
    soort,
    onderwerpSoort: 'outreachcontact',
    onderwerpId: contact.id,
    persoonId: contact.persoonId,
    op: work.today,
    gegevens,
  })
}

// ── Whom to know in a wijk ──────────────────────────────────────────────────────────────────────────────────────────

async function decideFiguur(work: Work, input: FiguurInvoer) {
  if (input.wijk !== null && input.gemeenteCode === null)
    return reject('gemeente_nodig', 'Kies eerst de gemeente van deze wijk.', {
      status: 422,
      field: 'gemeenteCode',
    })
  const refused =
    input.gemeenteCode === null
      ? undefined
      : await checkPlaats(work, { gemeenteCode: input.gemeenteCode, wijk: input.wijk })
  if (refused) return refused
  if (input.akkoordOp > work.today)
    return reject('datum_past_niet', 'De dag van akkoord ligt in de toekomst.', {
      status: 422,
      field: 'akkoordOp',
    })
  if (input.gestoptOp !== null && input.gestoptOp < input.akkoordOp)
    return reject('datum_past_niet', 'Stoppen kan niet voor de dag van akkoord.', {
      status: 422,
      field: 'gestoptOp',
    })
  return {
    soort: input.soort,
    naam: input.naam,
    rol: input.rol,
    organisatie: input.organisatie,
    gemeente_code: input.gemeenteCode,
    wijk: input.wijk,
    telefoon: input.telefoon,
    email: input.email,
    bereikbaar: input.bereikbaar,
    akkoord_op: input.akkoordOp,
    gestopt_op: input.gestoptOp,
  }
}

export async function registerFiguur(work: Work, input: FiguurInvoer): Promise<Gedaan | Rejection> {
  const columns = await decideFiguur(work, input)
  if (isRejection(columns)) return columns
  const id = await insertRow(work, 'sleutelfiguur', columns)
  if (isRejection(id)) return id
  await recordFiguur(work, 'SleutelfiguurToegevoegd', id, { versie: 1 })
  return { id, versie: 1 }
}

export async function changeFiguur(
  work: Work,
  input: FiguurWijziging & { id: Id },
): Promise<Gedaan | Rejection> {
  const columns = await decideFiguur(work, input)
  if (isRejection(columns)) return columns
  const before = await work.db
    .selectFrom('sleutelfiguur')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('Deze sleutelfiguur')
  const versie = await updateRow(work, 'sleutelfiguur', input, columns)
  if (isRejection(versie)) return versie
  const wijzigingen = openChanges(before, columns, ['naam', 'telefoon', 'email', 'bereikbaar'])
  await recordFiguur(work, 'SleutelfiguurGewijzigd', input.id, { versie, wijzigingen })
  return { id: input.id, versie }
}

/** About no client: these are contacts of the region. Their own data stays in the list itself. */
function recordFiguur(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({
    soort,
    onderwerpSoort: 'sleutelfiguur',
    onderwerpId: id,
    op: work.today,
    gegevens,
  })
}
