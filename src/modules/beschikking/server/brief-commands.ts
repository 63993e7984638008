import type { z } from 'zod'
import { type Letter, type LetterDocument, letter } from '../../../platform/documents/letter.ts'
import { letterOdt } from '../../../platform/documents/letter-odt.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { deadline, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { aanschrijvingOf } from '../domain/aanschrijving.ts'
import type * as contract from '../domain/contract.ts'
import type { Intrekgrond, Verzendwijze } from '../domain/keuzes.ts'
import { canVerzenden, checkBeschiktOp, titleOf } from '../domain/rules.ts'
import { type BeschikkingFeiten, type BriefFeiten, beschikkingBrief } from './brieftekst.ts'
import { allow, followUpDay, lockVersie, recordChange, standOf } from './dossier.ts'
import { type BeschikkingRow, insertBrief, updateBeschikking } from './store.ts'

/** Makes the letter, keeps it as it was sent, and starts the six weeks for bezwaar (Awb art. 6:7, 6:8). */
export async function sendBeschikking(
  work: Work,
  id: Id,
  input: z.output<(typeof contract.verzend)['body']>,
): Promise<{ briefId: Id; bezwaarTot: PlainDate } | Rejection> {
  const before = await lockVersie(work, id, input.versie)
  if (isRejection(before)) return before
  const wrong = allow(canVerzenden(standOf(before))) ?? checkVerzender(work, before)
  if (wrong) return wrong
  const dateWrong = checkBeschiktOp(
    { beschiktOp: input.verzondenOp, nietVoor: before.beschikt_op! },
    work.today,
  )
  if (dateWrong) return { ...dateWrong, field: 'verzondenOp' }
  const feiten = await readBeschikkingFeiten(work, before, { via: input.via, datum: input.verzondenOp })
  if (isRejection(feiten)) return feiten
  const changes = {
    verzonden_op: input.verzondenOp,
    verzonden_via: input.via,
    bezwaar_tot: feiten.bezwaarTot,
  }
  const refused = await updateBeschikking(work, before, changes)
  if (refused) return refused
  const briefId = await keepBrief(work, {
    persoonId: before.persoon_id,
    soort: 'beschikking',
    onderwerpId: id,
    titel: `${titleOf(standOf(before))} ${before.nummer}`,
    brief: beschikkingBrief(feiten),
  })
  await recordChange(work, 'BeschikkingVerzonden', before, changes, input.verzondenOp)
  await setOpvolging(
    work,
    { persoonId: before.persoon_id },
    {
      volgendeStap: `Bespreken wat beschikking ${before.nummer} betekent`,
      volgendeStapOp: await followUpDay(work, input.verzondenOp),
    },
  )
  return { briefId, bezwaarTot: feiten.bezwaarTot }
}

/** The letter as it would be today; nothing is kept. */
export async function makeConceptbrief(
  work: Work,
  id: Id,
  via: Verzendwijze,
): Promise<(LetterDocument & { persoonId: Id; titel: string; bestandsnaam: string }) | Rejection> {
  const row = await work.db.selectFrom('beschikking').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return notFound('Deze beschikking')
  const wrong = allow(canVerzenden(standOf(row)))
  if (wrong) return wrong
  const feiten = await readBeschikkingFeiten(work, row, { via, datum: work.today })
  if (isRejection(feiten)) return feiten
  const brief = beschikkingBrief(feiten)
  const document = letter({ ...brief, onderwerp: `CONCEPT: ${brief.onderwerp}` })
  return {
    ...document,
    persoonId: row.persoon_id,
    titel: `Concept ${row.nummer}`,
    bestandsnaam: `concept-${row.nummer}.${document.extension}`.toLowerCase(),
  }
}

function checkVerzender(work: Work, row: BeschikkingRow): Rejection | undefined {
  if (work.vrager.isSysteem || work.vrager.organisatieId === row.organisatie_id) return undefined
  return reject('andere_organisatie_besliste', 'Alleen de organisatie die besliste, verstuurt de brief.', {
    status: 403,
  })
}

async function readBeschikkingFeiten(
  work: Work,
  row: BeschikkingRow,
  input: { via: Verzendwijze; datum: PlainDate },
): Promise<BeschikkingFeiten | Rejection> {
  const basis = await readBriefFeiten(work, {
    persoonId: row.persoon_id,
    organisatieId: row.organisatie_id,
    nummer: row.nummer,
    ...input,
  })
  if (isRejection(basis)) return basis
  const more = await work.db
    .selectFrom('beschikking as b')
    .innerJoin('gemeente as g', 'g.code', 'b.namens_gemeente')
    .innerJoin('product as p', 'p.id', 'b.product_id')
    .leftJoin('mandaat as m', 'm.id', 'b.mandaat_id')
    .leftJoin('gebruiker as u', 'u.id', 'b.beslisser_id')
    .leftJoin('beschikking as v', 'v.id', 'b.vorige_id')
    .select([
      'g.naam as gemeente',
      'p.naam as product',
      'p.domein',
      'm.grondslag as mandaat',
      'u.naam as beslisser',
    ])
    .select('v.nummer as vorigNummer')
    .where('b.id', '=', row.id)
    .executeTakeFirstOrThrow()
  const bezwaar = await getTermijn(work, 'bezwaar', input.datum)
  return {
    ...basis,
    ...standOf(row),
    product: { naam: more.product, domein: more.domein },
    gemeente: more.gemeente,
    mandaat: more.mandaat,
    beslisser: more.beslisser,
    vorigNummer: more.vorigNummer,
    aangevraagdOp: row.aangevraagd_op,
    beschiktOp: row.beschikt_op!,
    heronderzoekOp: row.heronderzoek_op,
    motivering: row.motivering!,
    intrekgrond: row.intrekgrond as Intrekgrond | null,
    bezwaarTot: deadline(input.datum, bezwaar as Termijn, { algemeneTermijnenwet: bezwaar.wettelijk })
      .uiterlijk,
  }
}

/** Ways in which a letter cannot fall into other hands. */
const zonderRisico: readonly Verzendwijze[] = ['uitgereikt', 'veilig_kanaal']

export interface BriefInput {
  readonly persoonId: Id
  readonly organisatieId: Id
  readonly nummer: string
  readonly datum: PlainDate
  readonly via: Verzendwijze
}

/** Sender, addressee and salutation. A secret person gets no address on paper, and only a safe channel. */
export async function readBriefFeiten(work: Work, input: BriefInput): Promise<BriefFeiten | Rejection> {
  const persoon = await work.db
    .selectFrom('persoon')
    .select([
      'achternaam',
      'tussenvoegsel',
      'voornamen',
      'roepnaam',
      'geslacht',
      'is_geheim',
      'veilig_contact',
    ])
    .where('id', '=', input.persoonId)
    .executeTakeFirst()
  if (!persoon) return notFound('Deze cliënt')
  work.saw(input.persoonId)
  const isGeheim = persoon.is_geheim
  if (isGeheim && input.via !== 'veilig_kanaal')
    return reject(
      'alleen_veilig_kanaal',
      'Dit dossier is geheim. Verstuur de brief alleen via het afgesproken veilige kanaal.',
      { field: 'via', status: 422 },
    )
  if (persoon.veilig_contact?.trim() && !zonderRisico.includes(input.via))
    return reject(
      'veilig_contact_afgesproken',
      `Met deze cliënt is veilig contact afgesproken: ${persoon.veilig_contact.trim()}. Overhandig de brief zelf of gebruik het veilige kanaal.`,
      { field: 'via', status: 422 },
    )
  const adres = input.via === 'post' ? await findPostadres(work, input.persoonId, input.datum) : []
  if (adres === undefined)
    return reject(
      'geen_postadres',
      'Er is geen postadres bekend. Kies een andere manier, of vul eerst een adres in.',
      {
        field: 'via',
        status: 422,
        possible: ['Overhandig de brief zelf.', 'Leg bij de cliënt een woonadres of briefadres vast.'],
      },
    )
  const organisatie = await work.db
    .selectFrom('organisatie')
    .select(['naam', 'telefoon'])
    .where('id', '=', input.organisatieId)
    .executeTakeFirstOrThrow()
  const regio = await work.db
    .selectFrom('regio')
    .select('is_demo')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const { venster, aanhef } = aanschrijvingOf(persoon)
  return {
    afzender: {
      naam: organisatie.naam,
      regels: organisatie.telefoon ? [`Telefoon ${organisatie.telefoon}`] : [],
    },
    venster: input.via === 'post' ? [venster, ...adres] : [venster, wijzeregels[input.via]],
    aanhef,
    nummer: input.nummer,
    isGeheim,
    isDemo: regio.is_demo,
    datum: input.datum,
  }
}

const wijzeregels: Readonly<Record<Exclude<Verzendwijze, 'post'>, string>> = {
  beveiligde_mail: 'Met beveiligde e-mail',
  uitgereikt: 'Persoonlijk overhandigd',
  veilig_kanaal: 'Via het afgesproken veilige kanaal',
}

/** Address lines for the window: briefadres before woonadres before verblijfadres; never a secret one. */
async function findPostadres(work: Work, persoonId: Id, op: PlainDate): Promise<string[] | undefined> {
  const row = await work.db
    .selectFrom('persoon_adres')
    .select('adres_versleuteld')
    .where('persoon_id', '=', persoonId)
    .where('is_geheim', '=', false)
    .where('soort', 'in', ['briefadres', 'woonadres', 'verblijfadres'])
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .orderBy((e) =>
      e.case().when('soort', '=', 'briefadres').then(0).when('soort', '=', 'woonadres').then(1).else(2).end(),
    )
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  return work.cipher
    .decrypt(row.adres_versleuteld)
    .split(/\r?\n|,\s*/)
    .filter((line) => line.trim() !== '')
}

/** Keeps the letter as it is sent, twice: as PDF to read and send, and as ODT to open in another program. */
export async function keepBrief(
  work: Work,
  input: { persoonId: Id; soort: string; onderwerpId: Id; titel: string; brief: Letter },
): Promise<Id> {
  const document = letter(input.brief)
  const odt = await letterOdt(input.brief)
  return insertBrief(work, {
    persoon_id: input.persoonId,
    soort: input.soort,
    onderwerp_id: input.onderwerpId,
    titel: input.titel,
    mime: document.mime,
    inhoud: Buffer.from(document.bytes),
    inhoud_odt: Buffer.from(odt),
  })
}
