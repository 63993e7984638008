import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Gedaan } from '../domain/delen.ts'
import { type Genoemd, isDezelfde, kieskeurig, lijktOp } from '../domain/naam.ts'
import {
  type ContactInvoer,
  heeftGegevens,
  type PartnerInvoer,
  type PartnerWijziging,
} from '../domain/partner-contract.ts'
import { boek, checkBestaat } from './kiezen.ts'
import { insertRow, lockRow, partnerBestaat, updateRow } from './store.ts'

const kolommen = (input: PartnerInvoer | PartnerWijziging) => ({
  naam: input.naam,
  andere_namen: kieskeurig(input.naam, input.andereNamen),
  soort: input.soort,
  organisatie_id: input.organisatieId,
  toelichting: input.toelichting,
  tot: input.totEnMet && addDays(input.totEnMet, 1),
  bron: input.bron,
})

/** Partners that have, or may have, a name of this one. The same one first, then by name. */
export async function findGelijkende(
  work: Work,
  gezocht: Genoemd,
  behalve?: Id,
): Promise<{ id: Id; naam: string; andereNamen: string[]; isDezelfde: boolean }[]> {
  const rows = await work.db
    .selectFrom('partner')
    .select(['id', 'naam', 'andere_namen as andereNamen'])
    .where('regio_id', '=', work.regioId)
    .orderBy('naam')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => row.id !== behalve && (isDezelfde(gezocht, row) || lijktOp(gezocht, row)))
    .map((row) => ({ ...row, isDezelfde: isDezelfde(gezocht, row) }))
    .sort((a, b) => Number(b.isDezelfde) - Number(a.isDezelfde))
}

/** A name that is taken is refused; one that resembles another asks whether it is somebody else. */
async function checkDubbel(
  work: Work,
  input: PartnerInvoer | PartnerWijziging,
  eigenId?: Id,
): Promise<Rejection | undefined> {
  const [eerste, ...meer] = await findGelijkende(work, input, eigenId)
  if (!eerste) return undefined
  if (eerste.isDezelfde) return partnerBestaat(eerste.naam)
  if (input.isEenAndere) return undefined
  const namen = [eerste, ...meer].slice(0, 3).map(({ naam }) => `“${naam}”`)
  return reject(
    'partner_lijkt_op',
    `Deze naam lijkt op ${namen.join(' en ')}. Is het dezelfde? Zet deze naam dan daar bij de andere namen. Is het een andere? Vink dat hieronder aan.`,
    { field: 'isEenAndere' },
  )
}

const checkOrganisatie = (work: Work, id: Id | null) =>
  checkBestaat(work, 'organisatie', id, { wat: 'Deze organisatie', field: 'organisatieId' })

export async function registerPartner(work: Work, input: PartnerInvoer): Promise<Gedaan | Rejection> {
  const refused = (await checkDubbel(work, input)) ?? (await checkOrganisatie(work, input.organisatieId))
  if (refused) return refused
  const id = await insertRow(work, 'partner', kolommen(input))
  if (isRejection(id)) return id
  await boek(
    work,
    'PartnerToegevoegd',
    { tabel: 'partner', id },
    {
      versie: 1,
      naam: input.naam,
      soort: input.soort,
    },
  )
  return { id, versie: 1 }
}

export async function changePartner(
  work: Work,
  input: PartnerWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'partner', input.id)
  if (isRejection(row)) return row
  const set = kolommen(input)
  const hernoemd = [set.naam, ...set.andere_namen].some(
    (naam) => ![row.naam, ...row.andere_namen].includes(naam),
  )
  const refused =
    (hernoemd ? await checkDubbel(work, input, row.id) : undefined) ??
    (await checkOrganisatie(work, input.organisatieId))
  if (refused) return refused
  const versie = await updateRow(work, 'partner', input, set)
  if (isRejection(versie)) return versie
  await boek(
    work,
    'PartnerGewijzigd',
    { tabel: 'partner', id: row.id },
    {
      versie,
      wijzigingen: openChanges(row, set, []),
    },
  )
  return { id: row.id, versie }
}

// ── Whom to reach there ─────────────────────────────────────────────────────────────────────────────────────────────

/** Name and how to reach somebody are kept encrypted, with what for and until when. */
export async function addContact(
  work: Work,
  input: ContactInvoer & { readonly partnerId: Id },
): Promise<Gedaan | Rejection> {
  const partner = await lockRow(work, 'partner', input.partnerId)
  if (isRejection(partner)) return partner
  const { functie, doel, totEnMet, naam, email, telefoon } = input
  const bewaart = heeftGegevens(input)
  if (bewaart && totEnMet !== null && totEnMet < work.today)
    return reject('datum_past_niet', 'Kies een dag vanaf vandaag.', { status: 422, field: 'totEnMet' })
  const id = await insertRow(work, 'partnercontact', {
    partner_id: partner.id,
    functie,
    gegevens_versleuteld: bewaart ? work.cipher.encrypt(JSON.stringify({ naam, email, telefoon })) : null,
    doel: bewaart ? doel : null,
    tot: bewaart && totEnMet !== null ? addDays(totEnMet, 1) : null,
  })
  if (isRejection(id)) return id
  await boek(work, 'PartnercontactToegevoegd', { tabel: 'partnercontact', id }, { versie: 1, functie })
  return { id, versie: 1 }
}

/** What was kept is gone at once; that there was somebody in this function stays. */
export async function wipeContact(
  work: Work,
  input: { readonly id: Id; readonly reden: 'ingetrokken' | 'verlopen' },
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'partnercontact', input.id)
  if (isRejection(row)) return row
  if (row.gewist_op !== null) return reject('kan_nu_niet', 'Deze contactpersoon is al ingetrokken en gewist.')
  const versie = await updateRow(work, 'partnercontact', row, {
    gegevens_versleuteld: null,
    gewist_op: work.today,
    gewist_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await boek(
    work,
    'PartnercontactGewist',
    { tabel: 'partnercontact', id: row.id },
    {
      versie,
      reden: input.reden,
    },
  )
  return { id: row.id, versie }
}
