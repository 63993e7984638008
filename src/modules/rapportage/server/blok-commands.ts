import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { Blokinhoud, geldendVan, kanBewerken, metTekst, WEG } from '../domain/blok.ts'
import type { BlokInvoer } from '../domain/blok-contract.ts'
import { alVastgesteld } from './commands.ts'
import {
  type BlokRij,
  deleteBlok,
  findBuur,
  insertEigenBlok,
  lockBlok,
  movePlace,
  type RapportageRij,
  updateBlok,
} from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gezien = { readonly id: Id; readonly versie: number }
type Gelockt = { readonly blok: BlokRij; readonly rapportage: RapportageRij }

/** Longest heading; it stands in the table of contents. */
const MAX_KOP = 200

function record(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({ soort, onderwerpSoort: 'rapportage_blok', onderwerpId: id, op: work.today, gegevens })
}

async function lockBewerkbaar(work: Work, id: Id): Promise<Gelockt | Rejection> {
  const found = await lockBlok(work, id)
  if (isRejection(found) || found.rapportage.vastgesteld_op === null) return found
  return alVastgesteld(work, found.rapportage.id)
}

const inhoudVan = (blok: BlokRij) => Blokinhoud.parse(JSON.parse(geldendVan(blok)))
const tekstVan = (inhoud: Blokinhoud) => ('tekst' in inhoud ? inhoud.tekst : null)

function checkKop(soort: string, tekst: string): Rejection | undefined {
  if (soort !== 'kop') return undefined
  if (tekst.length <= MAX_KOP && !tekst.includes('\n')) return undefined
  return reject('kop_te_lang', `Gebruik voor een kop één regel van hooguit ${MAX_KOP} tekens.`, {
    status: 422,
    field: 'tekst',
  })
}

export async function addBlok(work: Work, input: BlokInvoer): Promise<Gedaan | Rejection> {
  const found = await lockBewerkbaar(work, input.naId)
  if (isRejection(found)) return found
  const refused = checkKop(input.soort, input.tekst)
  if (refused) return refused
  const inhoud: Blokinhoud =
    input.soort === 'kop'
      ? { soort: 'kop', niveau: 3, tekst: input.tekst }
      : { soort: 'alinea', tekst: input.tekst }
  const id = await insertEigenBlok(work, found, JSON.stringify(inhoud))
  if (isRejection(id)) return id
  await record(work, 'RapportageblokToegevoegd', id, { versie: 1, rapportageId: found.rapportage.id })
  return { id, versie: 1 }
}

/** Other words; typed back to what was drafted, it is no edit any more. */
export async function editBlok(
  work: Work,
  input: Gezien & { readonly tekst: string },
): Promise<Gedaan | Rejection> {
  const found = await lockBewerkbaar(work, input.id)
  if (isRejection(found)) return found
  const { blok, rapportage } = found
  const inhoud = inhoudVan(blok)
  if (!kanBewerken(inhoud))
    return reject(
      'blok_niet_te_bewerken',
      'Cijfers en verhalen kunt u hier niet wijzigen. Verbeter ze waar ze vandaan komen, of laat dit stuk weg.',
    )
  const refused = checkKop(inhoud.soort, input.tekst)
  if (refused) return refused
  const nieuw = JSON.stringify(metTekst(inhoud, input.tekst))
  const versie = await updateBlok(work, rapportage, input, { eigen: nieuw === blok.gemaakt ? null : nieuw })
  if (isRejection(versie)) return versie
  await record(work, 'RapportageblokBewerkt', blok.id, {
    versie,
    wijzigingen: changesOf({ tekst: tekstVan(inhoud) }, { tekst: input.tekst }),
  })
  return { id: blok.id, versie }
}

/** The newer text instead of what stands here, or what stands here instead of the newer one. */
export async function chooseTekst(
  work: Work,
  input: Gezien & { readonly keuze: 'nieuw' | 'houden' },
): Promise<Gedaan | Rejection> {
  const found = await lockBewerkbaar(work, input.id)
  if (isRejection(found)) return found
  const { blok, rapportage } = found
  if (blok.sleutel === null)
    return reject('blok_is_eigen', 'Dit stuk is zelf geschreven. Er is geen andere tekst om te kiezen.')
  const isWeg = blok.levend === null
  const values =
    input.keuze === 'houden'
      ? { gezien: blok.levend ?? WEG, is_nieuw: false }
      : isWeg
        ? { is_weggelaten: true, gezien: WEG, is_nieuw: false }
        : { gemaakt: blok.levend, eigen: null, gezien: null, is_nieuw: false }
  const versie = await updateBlok(work, rapportage, input, values)
  if (isRejection(versie)) return versie
  await record(work, 'RapportageblokGekozen', blok.id, { versie, keuze: input.keuze })
  return { id: blok.id, versie }
}

export async function leaveOutBlok(
  work: Work,
  input: Gezien & { readonly isWeggelaten: boolean },
): Promise<Gedaan | Rejection> {
  const found = await lockBewerkbaar(work, input.id)
  if (isRejection(found)) return found
  const { blok, rapportage } = found
  const versie = await updateBlok(work, rapportage, input, { is_weggelaten: input.isWeggelaten })
  if (isRejection(versie)) return versie
  await record(work, 'RapportageblokWeggelaten', blok.id, {
    versie,
    wijzigingen: changesOf({ weggelaten: blok.is_weggelaten }, { weggelaten: input.isWeggelaten }),
  })
  return { id: blok.id, versie }
}

export async function moveBlok(
  work: Work,
  input: Gezien & { readonly richting: 'omhoog' | 'omlaag' },
): Promise<Gedaan | Rejection> {
  const found = await lockBewerkbaar(work, input.id)
  if (isRejection(found)) return found
  const { blok, rapportage } = found
  const buur = await findBuur(work, blok, input.richting)
  if (!buur)
    return reject(
      'blok_staat_aan_de_rand',
      `Dit stuk staat al ${input.richting === 'omhoog' ? 'bovenaan' : 'onderaan'} in dit hoofdstuk.`,
    )
  const versie = await updateBlok(work, rapportage, input, { volgorde: buur.volgorde })
  if (isRejection(versie)) return versie
  await movePlace(work, buur.id, blok.volgorde)
  await record(work, 'RapportageblokVerplaatst', blok.id, { versie, richting: input.richting })
  return { id: blok.id, versie }
}

export async function removeBlok(work: Work, input: Gezien): Promise<Gedaan | Rejection> {
  const found = await lockBewerkbaar(work, input.id)
  if (isRejection(found)) return found
  const { blok, rapportage } = found
  if (blok.sleutel !== null)
    return reject(
      'blok_uit_gegevens',
      'Dit stuk komt uit de gegevens. Laat het weg in plaats van het te verwijderen.',
    )
  const versie = await updateBlok(work, rapportage, input, {})
  if (isRejection(versie)) return versie
  await record(work, 'RapportageblokVerwijderd', blok.id, { versie })
  await deleteBlok(work, { ...rapportage, versie: rapportage.versie + 1 }, blok.id)
  return { id: blok.id, versie }
}
