import { createHash } from 'node:crypto'
import { parseDutchDate, readSpreadsheet } from '../../../platform/documents/spreadsheet-read.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Telwijze } from '../../wachtlijst/domain/rules.ts'
import { checkBlad, type Rij } from '../domain/controle.ts'
import { type Fout, sortFouten } from '../domain/fout.ts'
import { kolommen, type Soort } from '../domain/kolommen.ts'
import { groepen, vatSamen } from '../domain/rules.ts'
import type { Inlezing, Telling, Verwerk } from './rijen.ts'
import { findIngelezen, insertInleesbestand, lockInleesbestand, markIngelezen } from './store.ts'
import { verwerkPlek, verwerkVerblijf, verwerkWachtende } from './verwerk.ts'
import { verwerkPartner } from './verwerk-partners.ts'
import { verwerkActiviteit, verwerkOnderdeel, verwerkProgramma } from './verwerk-programma.ts'
import {
  verwerkBesluitmoment,
  verwerkKnelpunt,
  verwerkMeting,
  verwerkResultaat,
} from './verwerk-voortgang.ts'

export interface NieuwBestand {
  readonly soort: Soort
  readonly bestandsnaam: string
  readonly bron: string
  readonly peildatum: PlainDate
  /** How a waiting list counts; null when the source does not say. */
  readonly telwijze?: Telwijze | null | undefined
  /** Base64 of the file. */
  readonly inhoud: string
  /** Who becomes responsible for the persons; the asker when left out. */
  readonly opvolging?: { readonly organisatieId: Id; readonly contactpersoonId: Id }
}

const verwerkers: Readonly<Record<Soort, Verwerk>> = {
  plekken: verwerkPlek,
  verblijven: verwerkVerblijf,
  wachtlijst: verwerkWachtende,
  programmas: verwerkProgramma,
  onderdelen: verwerkOnderdeel,
  activiteiten: verwerkActiviteit,
  resultaten: verwerkResultaat,
  besluitmomenten: verwerkBesluitmoment,
  knelpunten: verwerkKnelpunt,
  metingen: verwerkMeting,
  partners: verwerkPartner,
}

interface Uitkomst {
  readonly fouten: readonly Fout[]
  readonly rijen: number
  readonly overgeslagen: readonly string[]
  readonly telling: Telling
}

/**
 * Dry run: reads the file, and plays it through the real commands in a part of the transaction that is then rolled back.
 * So every fault shows that loading would meet. The checked file is kept, encrypted, to load it later.
 */
export async function checkBestand(
  work: Work,
  input: NieuwBestand,
): Promise<{ id: Id; fouten: readonly Fout[] } | Rejection> {
  if (input.peildatum > work.today)
    return reject('peildatum_in_toekomst', 'De peildatum ligt in de toekomst. Kies vandaag of eerder.', {
      field: 'peildatum',
      status: 422,
    })
  const bytes = Buffer.from(input.inhoud, 'base64')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const eerder = await findIngelezen(work, { soort: input.soort, sha256 })
  if (eerder) return eerder
  const inlezing = inlezingVan(work, input)
  const uitkomst = await work.attempt(
    () => play(work, input.soort, { bytes, naam: input.bestandsnaam }, inlezing),
    () => true,
  )
  const id = work.newId()
  const goed = uitkomst.fouten.length === 0
  await insertInleesbestand(work, {
    id,
    regio_id: work.regioId,
    organisatie_id: inlezing.opvolging.organisatieId,
    gebruiker_id: work.vrager.gebruikerId,
    soort: input.soort,
    bestandsnaam: input.bestandsnaam,
    sha256,
    bron: input.bron,
    peildatum: input.peildatum,
    telwijze: input.soort === 'wachtlijst' ? (input.telwijze ?? null) : null,
    status: goed ? 'gecontroleerd' : 'afgekeurd',
    rijen: uitkomst.rijen,
    fouten: JSON.stringify(uitkomst.fouten.map(({ rij, kolom, melding }) => ({ rij, kolom, melding }))),
    overgeslagen: [...uitkomst.overgeslagen],
    samenvatting: goed ? vatSamen(uitkomst.telling) : '',
    inhoud_versleuteld: goed ? work.cipher.encrypt(input.inhoud) : null,
    gemaakt_op: work.now,
  })
  await work.record({
    soort: 'BestandGecontroleerd',
    onderwerpSoort: 'inleesbestand',
    onderwerpId: id,
    op: work.today,
    gegevens: { soort: input.soort, rijen: uitkomst.rijen, fouten: uitkomst.fouten.length },
  })
  return { id, fouten: uitkomst.fouten }
}

/** Loads a checked file in this one transaction: everything or nothing. Checked again, because the world went on. */
export async function loadBestand(
  work: Work,
  input: { id: Id; opvolging?: NieuwBestand['opvolging'] },
): Promise<{ id: Id } | Rejection> {
  const row = await lockInleesbestand(work, input.id)
  if (!row) return notFound('Dit bestand')
  const soort = row.soort as Soort
  const eerder = await findIngelezen(work, { soort, sha256: row.sha256 })
  if (eerder) return eerder
  if (row.status !== 'gecontroleerd')
    return reject('bestand_afgekeurd', 'In dit bestand zitten fouten. Verbeter het en bied het opnieuw aan.')
  if (row.inhoud_versleuteld === null)
    return reject(
      'bestand_niet_bewaard',
      'De inhoud van dit bestand wordt niet langer bewaard. Bied het opnieuw aan.',
    )
  const bytes = Buffer.from(work.cipher.decrypt(row.inhoud_versleuteld), 'base64')
  const telwijze = row.telwijze as Telwijze | null
  const inlezing = inlezingVan(work, { ...input, bron: row.bron, peildatum: row.peildatum, telwijze })
  const uitkomst = await play(work, soort, { bytes, naam: row.bestandsnaam }, inlezing)
  if (uitkomst.fouten.length > 0)
    return reject(
      'stand_veranderd',
      'Sinds de controle is er iets veranderd waardoor dit bestand niet meer past. Er is niets ingelezen. Bied het bestand opnieuw aan voor een nieuw verslag.',
      {
        faults: uitkomst.fouten.slice(0, 50).map((fout) => ({
          field: `rij ${fout.rij}, ${fout.kolom}`,
          message: `Rij ${fout.rij}, ${fout.kolom}: ${fout.melding}`,
        })),
      },
    )
  const refused = await markIngelezen(work, row.id, vatSamen(inlezing.telling))
  if (refused) return refused
  await work.record({
    soort: 'BestandIngelezen',
    onderwerpSoort: 'inleesbestand',
    onderwerpId: row.id,
    op: work.today,
    gegevens: { soort, rijen: uitkomst.rijen, bron: row.bron, peildatum: row.peildatum },
  })
  return { id: row.id }
}

function inlezingVan(
  work: Work,
  input: Pick<NieuwBestand, 'bron' | 'peildatum' | 'telwijze'> & { opvolging?: NieuwBestand['opvolging'] },
): Inlezing {
  const { organisatieId, gebruikerId } = work.vrager
  const opvolging =
    input.opvolging ??
    (organisatieId && gebruikerId ? { organisatieId, contactpersoonId: gebruikerId } : undefined)
  if (!opvolging) throw new Error('reading in: the system must name organisation and contact')
  const telling = {
    plekken: 0,
    voorzieningen: 0,
    nieuwePersonen: 0,
    bestaandePersonen: 0,
    verblijven: 0,
    wachtenden: 0,
    programmas: 0,
    onderdelen: 0,
    activiteiten: 0,
    resultaten: 0,
    waarden: 0,
    besluitmomenten: 0,
    knelpunten: 0,
    metingen: 0,
    partners: 0,
  }
  return {
    bron: input.bron,
    peildatum: input.peildatum,
    telwijze: input.telwijze ?? null,
    opvolging,
    telling,
  }
}

/** Reads and plays a file; every row on its own savepoint, so that one fault does not hide the others. */
async function play(
  work: Work,
  soort: Soort,
  file: { bytes: Uint8Array; naam: string },
  inlezing: Inlezing,
): Promise<Uitkomst> {
  const blad = await readSpreadsheet(file.bytes, file.naam)
  if (isRejection(blad))
    return {
      fouten: [{ rij: 0, kolom: '', melding: blad.message }],
      rijen: 0,
      overgeslagen: [],
      telling: inlezing.telling,
    }
  const controle = checkBlad(soort, blad, { readDatum: parseDutchDate, today: work.today })
  const fouten: Fout[] = [...controle.fouten]
  for (const groep of groepen(soort, controle.rijen)) {
    const celfouten = await tryGroep(work, soort, groep, inlezing)
    for (const fout of celfouten)
      fouten.push({
        rij: groep[0]!.nummer,
        kolom: controle.koppen[fout.sleutel] ?? naamVanKolom(soort, fout.sleutel),
        melding: fout.melding,
      })
  }
  return {
    fouten: sortFouten(fouten, blad.header),
    rijen: blad.rows.length,
    overgeslagen: controle.overgeslagen,
    telling: inlezing.telling,
  }
}

/** For a column that this file does not have: its name in the template. */
function naamVanKolom(soort: Soort, sleutel: string): string {
  return kolommen[soort].find((kolom) => kolom.sleutel === sleutel)?.naam ?? ''
}

async function tryGroep(work: Work, soort: Soort, groep: readonly Rij[], inlezing: Inlezing) {
  const before = { ...inlezing.telling }
  const fouten = await work.attempt(
    () => verwerkers[soort](work, groep, inlezing),
    (found) => found.length > 0,
  )
  if (fouten.length > 0) Object.assign(inlezing.telling, before)
  return fouten
}
