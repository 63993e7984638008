import { changesOf, conflict, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { ActieAfronding, ActieInvoer, ActieWijziging } from '../domain/overleg-contract.ts'
import { type ActieActie, type ActieToestand, canActie } from '../domain/toestanden.ts'
import { recordCasus } from './boek.ts'
import { lockCasus } from './lock.ts'
import { type ActieRow, finishEigenActie, insertRow, lockRow, updateRow } from './store.ts'
import { findEigenActie } from './uitnodiging-queries.ts'

type Gedaan = { readonly id: Id; readonly versie: number }

/** A besluit or actie with an owner and a last day. Its text names nobody: the owner keeps reading it (CAS-04). */
export async function agreeActie(
  work: Work,
  input: ActieInvoer & { readonly casusId: Id },
): Promise<Gedaan | Rejection> {
  const casus = await lockCasus(work, input.casusId, 'actie')
  if (isRejection(casus)) return casus
  const refused = (await checkEigenaar(work, input)) ?? checkDag(input.uiterlijkOp, work.today)
  if (refused) return refused
  const id = await insertRow(work, 'casus_actie', {
    id: work.newId(),
    casus_id: casus.id,
    persoon_id: casus.persoon_id,
    ...columnsOf(input),
    op: work.today,
  })
  if (isRejection(id)) return id
  await recordCasus(work, 'CasusActieAfgesproken', {
    tabel: 'casus_actie',
    id,
    persoonId: casus.persoon_id,
    gegevens: { versie: 1, actiesoort: input.soort, uiterlijkOp: input.uiterlijkOp },
  })
  return { id, versie: 1 }
}

const columnsOf = (input: ActieInvoer) => ({
  soort: input.soort,
  tekst: input.tekst,
  organisatie_id: input.organisatieId,
  gebruiker_id: input.gebruikerId,
  uiterlijk_op: input.uiterlijkOp,
})

function checkDag(uiterlijkOp: string, op: string): undefined | Rejection {
  return uiterlijkOp < op
    ? reject('dag_te_vroeg', 'Kies een dag op of na de dag van de afspraak.', {
        field: 'uiterlijkOp',
        status: 422,
      })
    : undefined
}

/** The owner is an organisation of the region, or somebody who works there. */
async function checkEigenaar(work: Work, input: ActieInvoer): Promise<undefined | Rejection> {
  const organisatie = await work.db
    .selectFrom('organisatie')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', input.organisatieId)
    .executeTakeFirst()
  if (!organisatie)
    return reject('organisatie_onbekend', 'Kies een organisatie uit de lijst.', {
      field: 'organisatieId',
      status: 422,
    })
  if (input.gebruikerId === null) return undefined
  const gebruiker = await work.db
    .selectFrom('gebruiker')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('organisatie_id', '=', input.organisatieId)
    .where('id', '=', input.gebruikerId)
    .executeTakeFirst()
  return gebruiker
    ? undefined
    : reject('medewerker_onbekend', 'Kies een medewerker van deze organisatie, of niemand.', {
        field: 'gebruikerId',
        status: 422,
      })
}

async function lockActie(work: Work, id: Id, actie: ActieActie): Promise<ActieRow | Rejection> {
  const row = await lockRow(work, 'casus_actie', id)
  if (isRejection(row)) return row
  const mag = canActie(row.status as ActieToestand, actie)
  return mag.ok ? row : tooLate(work, 'casus_actie', id, { code: 'kan_nu_niet', reden: mag.reden })
}

async function save(
  work: Work,
  row: ActieRow,
  versieGezien: number,
  step: { soort: string; set: Partial<ActieRow> },
): Promise<Gedaan | Rejection> {
  const seen = { id: row.id, versie: versieGezien, persoonId: row.persoon_id }
  const versie = await updateRow(work, 'casus_actie', seen, step.set)
  if (isRejection(versie)) return versie
  await recordCasus(work, step.soort, {
    tabel: 'casus_actie',
    id: row.id,
    persoonId: row.persoon_id,
    gegevens: {
      versie,
      actiesoort: row.soort,
      wijzigingen: changesOf(row as unknown as Record<string, unknown>, step.set),
    },
  })
  return { id: row.id, versie }
}

export async function changeActie(
  work: Work,
  input: ActieWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockActie(work, input.id, 'wijzigen')
  if (isRejection(row)) return row
  const refused = (await checkEigenaar(work, input)) ?? checkDag(input.uiterlijkOp, row.op)
  if (refused) return refused
  return save(work, row, input.versie, { soort: 'CasusActieGewijzigd', set: columnsOf(input) })
}

/** Done or dropped, by who sees the casus or by the owner who does not. */
export async function finishActie(
  work: Work,
  input: ActieAfronding & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const { status, uitkomst } = input
  const magCasus = work.vrager.permissies.has('casus.wijzigen')
  const row = magCasus ? await lockActie(work, input.id, status) : notFound('Deze actie')
  if (!isRejection(row))
    return save(work, row, input.versie, {
      soort: 'CasusActieKlaar',
      set: { status, uitkomst, klaar_op: work.today },
    })
  if (row.code !== 'niet_gevonden') return row
  const eigen = await findEigenActie(work, input.id)
  if (!eigen) return notFound('Deze actie')
  const mag = canActie(eigen.status, status)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden)
  const done = await finishEigenActie(work, input, { status, uitkomst })
  if (!done) return conflict(work, 'casus_actie', input.id, input.versie)
  await recordCasus(work, 'CasusActieKlaar', {
    tabel: 'casus_actie',
    id: input.id,
    persoonId: done.persoonId,
    gegevens: { versie: done.versie, actiesoort: eigen.soort, wijzigingen: { status: ['open', status] } },
  })
  return { id: input.id, versie: done.versie }
}
