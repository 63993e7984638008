import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { codeOf, readCode } from '../../signaal/domain/rules.ts'
import type { Gedaan } from '../domain/delen.ts'
import type { IdeeControle, IdeeInvoer, IdeeReactie, OpenbaarIdeeInvoer } from '../domain/idee-contract.ts'
import { boek, checkBestaat, checkGemeente, inToekomst } from './kiezen.ts'
import { insertIdee, lockRow, updateRow } from './store.ts'

export const indexOfIdeecode = (work: Work, code: string) => work.cipher.blindIndex(`idee ${code}`)

interface Binnen {
  readonly gemeenteCode: string
  readonly tekst: string
  readonly email: string | null
  readonly kanaal: 'website' | IdeeInvoer['kanaal']
  readonly ontvangenOp: PlainDate
  readonly codeIndex: Buffer
  readonly inhoudHash: Buffer
}

/** Undefined when the same code was there first. What is sent is encrypted until somebody looked at it. */
async function receive(work: Work, input: Binnen): Promise<Id | undefined | Rejection> {
  const refused = await checkGemeente(work, input.gemeenteCode)
  if (refused) return refused
  const id = work.newId()
  const isNew = await insertIdee(work, {
    id,
    gemeente_code: input.gemeenteCode,
    kanaal: input.kanaal,
    code_index: input.codeIndex,
    inhoud_hash: input.inhoudHash,
    ontvangen_op: input.ontvangenOp,
    tekst_versleuteld: work.cipher.encrypt(input.tekst),
    wil_antwoord: input.email !== null,
    email_versleuteld: input.email && work.cipher.encrypt(input.email),
  })
  if (!isNew) return undefined
  const { kanaal, gemeenteCode } = input
  await boek(work, 'IdeeOntvangen', { tabel: 'idee', id }, { versie: 1, kanaal, gemeenteCode })
  return id
}

/**
 * An idea without an account. The code follows from the key of the request and a secret of the server: the same request twice
 * gives the same code and one idea, and nobody can work out the code of another.
 */
export async function takeOpenbaarIdee(
  work: Work,
  { sleutel, website, ...inhoud }: OpenbaarIdeeInvoer & { readonly sleutel: string },
): Promise<{ code: string } | Rejection> {
  if (website !== '')
    return reject('veld_moet_leeg', 'Laat het veld “Website” leeg en stuur het formulier opnieuw.', {
      status: 422,
      field: 'website',
    })
  const code = codeOf(work.cipher.blindIndex(`code van openbaar idee ${sleutel}`))
  const codeIndex = indexOfIdeecode(work, readCode(code)!)
  const inhoudHash = work.cipher.blindIndex(JSON.stringify(inhoud))
  const made = await receive(work, {
    ...inhoud,
    kanaal: 'website',
    ontvangenOp: work.today,
    codeIndex,
    inhoudHash,
  })
  if (isRejection(made)) return made
  if (made) return { code }
  const earlier = await work.db
    .selectFrom('idee')
    .select('inhoud_hash')
    .where('regio_id', '=', work.regioId)
    .where('code_index', '=', codeIndex)
    .executeTakeFirstOrThrow()
  return inhoudHash.equals(earlier.inhoud_hash)
    ? { code }
    : reject('sleutel_hergebruikt', 'Deze Idempotency-Key is al gebruikt voor een ander idee.', {
        status: 422,
      })
}

/** Who calls or comes by gets the same code as who writes; whoever notes it reads it out, and nobody keeps it (PAR-06). */
export async function takeIdee(
  work: Work,
  input: IdeeInvoer,
): Promise<(Gedaan & { readonly code: string }) | Rejection> {
  const refused = inToekomst(work, input.ontvangenOp, 'ontvangenOp')
  if (refused) return refused
  const eenmalig = work.cipher.blindIndex(`idee aan de balie ${work.newId()}`)
  const code = codeOf(eenmalig)
  const made = await receive(work, {
    ...input,
    codeIndex: indexOfIdeecode(work, readCode(code)!),
    inhoudHash: eenmalig,
  })
  if (!made) throw new Error('takeIdee: the code of a new idea is taken')
  return isRejection(made) ? made : { id: made, versie: 1, code }
}

/** An idea that shows no more must not go on showing in the book. */
const dicht = ['titel', 'tekst', 'reactie']

/** Somebody read it: from here on only a text that names nobody stands, and what was sent is gone. May be done again. */
export async function checkIdee(
  work: Work,
  input: IdeeControle & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'idee', input.id)
  if (isRejection(row)) return row
  const set = {
    titel: input.titel,
    tekst: input.tekst,
    is_openbaar: input.isOpenbaar,
    nagekeken_op: work.today,
    nagekeken_door: work.vrager.gebruikerId,
    status: row.status === 'ontvangen' ? 'wordt_bekeken' : row.status,
  }
  const versie = await updateRow(work, 'idee', input, { ...set, tekst_versleuteld: null })
  if (isRejection(versie)) return versie
  await boek(
    work,
    'IdeeNagekeken',
    { tabel: 'idee', id: row.id },
    { versie, wijzigingen: openChanges(row, set, dicht) },
  )
  return { id: row.id, versie }
}

/** What is done with it and why; everybody may read that with the idea. May be done again. */
export async function answerIdee(
  work: Work,
  input: IdeeReactie & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'idee', input.id)
  if (isRejection(row)) return row
  if (row.status === 'ontvangen')
    return reject('kan_nu_niet', 'Kijk het idee eerst na. Daarna kunt u reageren.')
  const activiteitId = input.uitkomst === 'overgenomen' ? input.activiteitId : null
  const refused = await checkBestaat(work, 'activiteit', activiteitId, {
    wat: 'Deze activiteit',
    field: 'activiteitId',
  })
  if (refused) return refused
  const set = {
    status: input.uitkomst,
    activiteit_id: activiteitId,
    reactie: input.reactie,
    reactie_op: work.today,
  }
  const versie = await updateRow(work, 'idee', input, set, 'reactie')
  if (isRejection(versie)) return versie
  await boek(
    work,
    'IdeeBeantwoord',
    { tabel: 'idee', id: row.id },
    { versie, wijzigingen: openChanges(row, set, dicht) },
  )
  return { id: row.id, versie }
}

/** The reaction went to the inwoner by mail: the address is gone at once. */
export async function sendIdee(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'idee', input.id)
  if (isRejection(row)) return row
  if (row.reactie_op === null || row.email_versleuteld === null)
    return reject(
      'kan_nu_niet',
      row.reactie_op === null ? 'Er is nog geen reactie om te mailen.' : 'Er is geen e-mailadres meer.',
    )
  return wipeEmail(work, row, { verzondenOp: work.today, versie: input.versie })
}

/** `verzondenOp` null: it was never sent, and the time to do so is past. */
export async function wipeEmail(
  work: Work,
  row: { readonly id: Id; readonly versie: number },
  { verzondenOp, versie: gezien }: { readonly verzondenOp: PlainDate | null; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const versie = await updateRow(
    work,
    'idee',
    { id: row.id, versie: gezien },
    { email_versleuteld: null, verzonden_op: verzondenOp },
  )
  if (isRejection(versie)) return versie
  await boek(
    work,
    verzondenOp ? 'IdeeVerzonden' : 'IdeeAfzenderGewist',
    { tabel: 'idee', id: row.id },
    {
      versie,
    },
  )
  return { id: row.id, versie }
}
