import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { OpenbaarSignaal, PartnerSignaal, TelefonischSignaal } from '../domain/contract.ts'
import { codeOf, oppakkenVoor, readCode } from '../domain/rules.ts'
import { checkKeuze, checkPlaats } from './keuzes.ts'
import { insertSignaal, takeKenmerk } from './store.ts'

// How a signaal comes in: without an account, or from a partner.

/**
 * Who answers signals of a gemeente: its own access, else the regional one. By name when there are more, so that two
 * questions give the same.
 */
async function findBehandelaar(work: Work, gemeenteCode: string): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`
    select o.id from onderdak.organisatie o
    where o.regio_id = ${work.regioId} and o.van <= ${work.today}::date and (o.tot is null or o.tot > ${work.today}::date)
      and (('lokale_toegang' = any(o.taken) and o.gemeente_code = ${gemeenteCode}) or ('regionale_toegang' = any(o.taken) and coalesce(o.gemeente_code, ${gemeenteCode}) = ${gemeenteCode}))
    order by 'lokale_toegang' = any(o.taken) and o.gemeente_code is not distinct from ${gemeenteCode} desc, o.naam collate "und-x-icu", o.id limit 1`.execute(
    work.db,
  )
  return rows[0]?.id
}

interface Inhoud {
  readonly categorie: string
  readonly gemeenteCode: string
  readonly wijk: string | null
  readonly waar: string | null
  readonly toelichting: string
}

interface Afzender {
  readonly bron: 'inwoner' | 'partner'
  readonly codeIndex: Buffer
  readonly inhoudHash: Buffer
  readonly melder: { naam: string | null; contact: string | null } | null
  readonly wilTerugkoppeling: boolean
  readonly isTelefonisch?: boolean
  readonly huishouden?: Pick<PartnerSignaal, 'ontruimingOp' | 'volwassenen' | 'kinderen'>
}

/** Undefined when the same code was there first. */
async function receive(
  work: Work,
  inhoud: Inhoud,
  van: Afzender,
): Promise<{ id: Id; kenmerk: string; oppakkenVoor: PlainDate } | undefined | Rejection> {
  const refused =
    (await checkPlaats(work, inhoud)) ??
    (await checkKeuze(work, 'signaal_categorie', inhoud.categorie, 'categorie'))
  if (refused) return refused
  const organisatieId = await findBehandelaar(work, inhoud.gemeenteCode)
  if (!organisatieId)
    return reject(
      'geen_signaalpunt',
      'In deze gemeente is nog niemand die signalen behandelt. Bel de gemeente.',
      { status: 422, field: 'gemeenteCode' },
    )
  const { ontruimingOp = null, volwassenen = null, kinderen = null } = van.huishouden ?? {}
  const termijn = (await getTermijn(work, 'signaal_oppakken')) as Termijn
  const uiterlijk = oppakkenVoor(work.today, termijn, ontruimingOp)
  const id = work.newId()
  const kenmerk = await takeKenmerk(work)
  const melder = van.melder && (van.melder.naam || van.melder.contact) ? van.melder : null
  const isPartner = van.bron === 'partner'
  const isNew = await insertSignaal(work, {
    id,
    kenmerk,
    code_index: van.codeIndex,
    inhoud_hash: van.inhoudHash,
    bron: van.bron,
    organisatie_id: organisatieId,
    melder_organisatie_id: isPartner ? work.vrager.organisatieId : null,
    melder_gebruiker_id: isPartner ? work.vrager.gebruikerId : null,
    melder_versleuteld: melder && work.cipher.encrypt(JSON.stringify(melder)),
    wil_terugkoppeling: van.wilTerugkoppeling,
    is_telefonisch: van.isTelefonisch ?? false,
    categorie: inhoud.categorie,
    gemeente_code: inhoud.gemeenteCode,
    wijk: inhoud.wijk,
    waar_versleuteld: inhoud.waar && work.cipher.encrypt(inhoud.waar),
    toelichting_versleuteld: work.cipher.encrypt(inhoud.toelichting),
    ontruiming_op: ontruimingOp,
    volwassenen,
    kinderen,
    gemeld_op: work.today,
    ontvangen_op: work.now,
    oppakken_voor: uiterlijk,
  })
  if (!isNew) return undefined
  await work.record({
    soort: 'SignaalOntvangen',
    onderwerpSoort: 'signaal',
    onderwerpId: id,
    op: work.today,
    gegevens: { bron: van.bron, categorie: inhoud.categorie, gemeenteCode: inhoud.gemeenteCode, versie: 1 },
  })
  return { id, kenmerk, oppakkenVoor: uiterlijk }
}

/** A partner follows its signals in its own list; the code of such a signaal is known to nobody. */
export async function giveSignaal(
  work: Work,
  input: PartnerSignaal,
): Promise<{ id: Id; kenmerk: string } | Rejection> {
  const isOntruiming = input.categorie === 'huisuitzetting'
  if (input.ontruimingOp !== null && !isOntruiming)
    return reject('ontruiming_past_niet', 'Een dag van ontruiming hoort bij een dreigende huisuitzetting.', {
      status: 422,
      field: 'ontruimingOp',
    })
  if (input.ontruimingOp !== null && input.ontruimingOp < work.today)
    return reject('datum_past_niet', 'De ontruiming ligt in het verleden. Controleer de datum.', {
      status: 422,
      field: 'ontruimingOp',
    })
  const eenmalig = work.cipher.blindIndex(`signaal van partner ${work.newId()}`)
  const made = await receive(work, input, {
    bron: 'partner',
    codeIndex: eenmalig,
    inhoudHash: eenmalig,
    melder: null,
    wilTerugkoppeling: false,
    huishouden: input,
  })
  if (!made) throw new Error('giveSignaal: the code of a new signaal is taken')
  return isRejection(made) ? made : { id: made.id, kenmerk: made.kenmerk }
}

/**
 * A signaal without an account. The code follows from the key of the request and a secret of the server: the same request
 * twice gives the same code and one signaal, and nobody can work out the code of another.
 */
export async function takeOpenbaarSignaal(
  work: Work,
  input: OpenbaarSignaal & { readonly sleutel: string },
): Promise<{ code: string; oppakkenVoor: PlainDate } | Rejection> {
  const { sleutel, website, naam, contact, wilTerugkoppeling, ...inhoud } = input
  if (website !== '')
    return reject('veld_moet_leeg', 'Laat het veld “Website” leeg en stuur het formulier opnieuw.', {
      status: 422,
      field: 'website',
    })
  const code = codeOf(work.cipher.blindIndex(`code van openbaar signaal ${sleutel}`))
  const codeIndex = indexOfCode(work.cipher, readCode(code)!)
  const inhoudHash = work.cipher.blindIndex(JSON.stringify({ ...inhoud, naam, contact, wilTerugkoppeling }))
  const replay = async (): Promise<{ code: string; oppakkenVoor: PlainDate } | undefined | Rejection> => {
    const earlier = await findByCode(work.db, codeIndex)
    if (!earlier) return undefined
    return inhoudHash.equals(earlier.inhoud_hash)
      ? { code, oppakkenVoor: earlier.oppakken_voor }
      : reject('sleutel_hergebruikt', 'Deze Idempotency-Key is al gebruikt voor een ander signaal.', {
          status: 422,
        })
  }
  const earlier = await replay()
  if (earlier) return earlier
  const made = await receive(work, inhoud, {
    bron: 'inwoner',
    codeIndex,
    inhoudHash,
    melder: { naam, contact },
    wilTerugkoppeling,
  })
  if (isRejection(made)) return made
  return made ? { code, oppakkenVoor: made.oppakkenVoor } : (await replay())!
}

/** A resident who calls gets the same code as one who writes; who answers reads it out, and nobody keeps it (OUT-03). */
export async function takeTelefoon(
  work: Work,
  input: TelefonischSignaal,
): Promise<{ id: Id; kenmerk: string; code: string; oppakkenVoor: PlainDate } | Rejection> {
  const { naam, contact, wilTerugkoppeling, ...inhoud } = input
  const eenmalig = work.cipher.blindIndex(`telefonisch signaal ${work.newId()}`)
  const code = codeOf(eenmalig)
  const made = await receive(work, inhoud, {
    bron: 'inwoner',
    codeIndex: indexOfCode(work.cipher, readCode(code)!),
    inhoudHash: eenmalig,
    melder: { naam, contact },
    wilTerugkoppeling,
    isTelefonisch: true,
  })
  if (!made) throw new Error('takeTelefoon: the code of a new signaal is taken')
  return isRejection(made) ? made : { ...made, code }
}

export function indexOfCode(cipher: Work['cipher'], code: string): Buffer {
  return cipher.blindIndex(`signaal ${code}`)
}

export interface StandBijCode {
  readonly inhoud_hash: Buffer
  readonly status: 'binnen' | 'opgepakt' | 'afgerond'
  readonly gemeld_op: PlainDate
  readonly oppakken_voor: PlainDate
  readonly opgepakt_op: PlainDate | null
  readonly afgerond_op: PlainDate | null
  readonly terugkoppeling: string | null
}

export async function findByCode(db: Work['db'], codeIndex: Buffer): Promise<StandBijCode | undefined> {
  const { rows } = await sql<StandBijCode>`select * from onderdak.signaal_bij_code(${codeIndex})`.execute(db)
  return rows[0]
}
