import type { Work } from '../../../platform/work.ts'
import { normaliseBsn } from '../../../shared/bsn.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Aansluiting } from '../domain/contract.ts'
import { grondOf, organisatieSoortOf } from './asker.ts'
import { endBetrokkenheid, findMeelezenTot, giveBetrokkenheid } from './betrokkenheid.ts'
import { findTreffers, type Treffer } from './zoeken.ts'

/** How alike a name must be, beside the birth date, to be sure enough to open a file. */
const zekereGelijkenis = 0.6

/** An emergency lasts today and tomorrow, so that a night shift can finish. */
const nooddagen = 2

/**
 * The own organisation becomes involved with a person whom another has a file of, because the person comes to it, also with one
 * whom it handed over and only reads along with. Only on one strong match that is not secret; recorded and audited with the reason.
 */
export async function joinBySearch(work: Work, input: Aansluiting): Promise<{ persoonId: Id } | Rejection> {
  const found = await findOneUnseen(work, input)
  if (isRejection(found)) return found
  if (found.zichtbaar && (await findMeelezenTot(work, found.persoonId)) === undefined)
    return { persoonId: found.persoonId }
  const organisatieId = work.vrager.organisatieId
  if (organisatieId === null) throw new Error('joinBySearch: the system is involved with everyone')
  await giveBetrokkenheid(work, {
    persoonId: found.persoonId,
    organisatieId,
    doel: 'intake',
    grond: grondOf(await organisatieSoortOf(work)),
    bronSoort: 'persoon',
    bronId: found.persoonId,
  })
  await work.record({
    soort: 'OrganisatieAangesloten',
    onderwerpSoort: 'persoon',
    onderwerpId: found.persoonId,
    persoonId: found.persoonId,
    op: work.today,
    gegevens: { reden: input.reden },
  })
  return { persoonId: found.persoonId }
}

/** Breaks the glass: sight of a file of others for today and tomorrow, never of a secret one; a colleague reviews it. */
export async function openInNood(
  work: Work,
  input: Aansluiting,
): Promise<{ persoonId: Id; tot: PlainDate } | Rejection> {
  const found = await findOneUnseen(work, input)
  if (isRejection(found)) return found
  if (found.zichtbaar)
    return reject(
      'al_betrokken',
      'Uw organisatie is al betrokken bij deze cliënt. Zoek de cliënt en open het dossier.',
    )
  const { organisatieId, gebruikerId } = work.vrager
  if (organisatieId === null || gebruikerId === null)
    throw new Error('openInNood: only a person breaks the glass')
  const id = work.newId()
  const tot = addDays(work.today, nooddagen)
  const bron = { bronSoort: 'noodprocedure', bronId: id } as const
  await giveBetrokkenheid(work, {
    persoonId: found.persoonId,
    organisatieId,
    doel: 'nood',
    grond: 'VITAAL_BELANG',
    ...bron,
  })
  await endBetrokkenheid(work, { ...bron, tot })
  await work.db
    .insertInto('noodprocedure')
    .values({
      id,
      regio_id: work.regioId,
      persoon_id: found.persoonId,
      organisatie_id: organisatieId,
      gebruiker_id: gebruikerId,
      reden: input.reden,
      geopend_op: work.now,
      tot,
    })
    .execute()
  await work.record({
    soort: 'NoodprocedureGebruikt',
    onderwerpSoort: 'noodprocedure',
    onderwerpId: id,
    persoonId: found.persoonId,
    op: work.today,
    gegevens: { reden: input.reden },
  })
  return { persoonId: found.persoonId, tot }
}

/** The one file that these data surely mean; told apart no further than "not found", so that nothing leaks. */
async function findOneUnseen(work: Work, input: Aansluiting): Promise<Treffer | Rejection> {
  const bsn = input.bsn ? normaliseBsn(input.bsn) : undefined
  if (input.bsn && bsn === undefined)
    return reject('bsn_ongeldig', 'Dit is geen geldig burgerservicenummer. Controleer de negen cijfers.', {
      field: 'bsn',
      status: 422,
    })
  const treffers = await findTreffers(work, {
    naam: [input.voornamen, input.tussenvoegsel, input.achternaam].filter(Boolean).join(' '),
    geboortedatum: input.geboortedatum,
    bsnIndex: bsn ? work.cipher.blindIndex(bsn) : null,
  })
  const sure = treffers.filter(
    (treffer) => treffer.zelfdeGeboortedatum && (treffer.zelfdeBsn || treffer.gelijkenis >= zekereGelijkenis),
  )
  const byBsn = sure.filter((treffer) => treffer.zelfdeBsn)
  const [one, another] = byBsn.length > 0 ? byBsn : sure
  if (one === undefined)
    return reject(
      'geen_dossier',
      'Er is geen dossier gevonden dat zeker van deze cliënt is. Controleer de naam en de geboortedatum.',
      {
        status: 404,
        possible: ['Vul ook het burgerservicenummer in.', 'Leg een nieuw dossier aan.'],
      },
    )
  if (another !== undefined)
    return reject(
      'meer_dossiers',
      'Er zijn meer dossiers met deze gegevens. Vul ook de voornamen of het burgerservicenummer in.',
      {
        field: 'voornamen',
      },
    )
  return one
}
