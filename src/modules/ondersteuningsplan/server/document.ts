import { letter } from '../../../platform/documents/letter.ts'
import { letterOdt, ODT_MIME } from '../../../platform/documents/letter-odt.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { aanschrijvingOf } from '../../beschikking/domain/aanschrijving.ts'
import type { PlanVersie } from '../domain/api.ts'
import { peildagVan, zoalsOp } from '../domain/rules.ts'
import { evaluatieVan } from './akkoord-commands.ts'
import { findPlan } from './detail-queries.ts'
import { type PlanFeiten, planTekst } from './plantekst.ts'

interface Plandocument {
  readonly persoonId: Id
  readonly titel: string
  readonly mime: string
  readonly bestandsnaam: string
  readonly inhoud: string
}

/**
 * The plan to print and hand over. A version that was replaced shows what was true on the day it began to hold, so that it is
 * the paper that both agreed to; the one that holds shows how it goes now.
 */
export async function makePlandocument(
  work: Work,
  input: { readonly id: Id; readonly soort: 'pdf' | 'odt'; readonly nummer?: number | undefined },
): Promise<Plandocument | Rejection> {
  const plan = await findPlan(work, input.id)
  if (isRejection(plan)) return plan
  const versie = kies(plan.versies, input.nummer)
  if (!versie) return notFound('Deze versie van het plan')
  const peildag = peildagVan(versie)
  const { scores, ...inhoud } =
    peildag === null
      ? { scores: plan.scores, doelen: versie.doelen, reacties: versie.reacties }
      : zoalsOp({ ...versie, scores: plan.scores }, peildag)
  const tekst = planTekst({
    ...(await readFeiten(work, plan.persoonId, versie)),
    peildag,
    evaluatieOp: await readEvaluatieOp(work, plan.evaluatieOp, versie),
    schaal: (await findInstelling(work, 'zelfredzaamheid_schaal', peildag ?? work.today)) ?? plan.schaal,
    scores,
    versie: { ...versie, ...inhoud },
  })
  const document =
    input.soort === 'pdf'
      ? letter(tekst)
      : { mime: ODT_MIME, extension: 'odt', bytes: await letterOdt(tekst) }
  return {
    persoonId: plan.persoonId,
    titel: `Plan, versie ${versie.nummer}`,
    mime: document.mime,
    bestandsnaam: `mijn-plan-versie-${versie.nummer}.${document.extension}`,
    inhoud: Buffer.from(document.bytes).toString('base64'),
  }
}

/** The version that was asked for; else the one that holds, else the newest. */
function kies(versies: readonly PlanVersie[], nummer: number | undefined): PlanVersie | undefined {
  if (nummer !== undefined) return versies.find((one) => one.nummer === nummer)
  return versies.find((one) => one.status === 'vastgesteld') ?? versies[0]
}

/** Until when the plan is talked about: what holds now, or for a version of before what was planned when it began to hold. */
function readEvaluatieOp(work: Work, nu: PlainDate | null, versie: PlanVersie): Promise<PlainDate | null> {
  const begon = peildagVan(versie)
  if (begon !== null) return evaluatieVan(work, versie.evaluatieOp, begon)
  return Promise.resolve(versie.status === 'vastgesteld' ? nu : versie.evaluatieOp)
}

async function readFeiten(
  work: Work,
  persoonId: Id,
  versie: PlanVersie,
): Promise<Pick<PlanFeiten, 'afzender' | 'client' | 'aanspreekpunt' | 'datum' | 'isDemo'>> {
  const dag = peildagVan(versie) ?? work.today
  const persoon = await work.db
    .selectFrom('persoon')
    .select(['achternaam', 'tussenvoegsel', 'voornamen', 'roepnaam', 'geslacht'])
    .where('id', '=', persoonId)
    .executeTakeFirstOrThrow()
  const organisatie =
    work.vrager.organisatieId === null
      ? undefined
      : await work.db
          .selectFrom('organisatie')
          .select(['naam', 'telefoon'])
          .where('id', '=', work.vrager.organisatieId)
          .executeTakeFirst()
  const regio = await work.db
    .selectFrom('regio')
    .select('is_demo')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const aanspreekpunt = await work.db
    .selectFrom('aanspreekpunt as a')
    .innerJoin('gebruiker as g', 'g.id', 'a.gebruiker_id')
    .innerJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .select(['g.naam', 'o.naam as organisatie'])
    .where('a.persoon_id', '=', persoonId)
    .where('a.van', '<=', dag)
    .where((e) => e.or([e('a.tot', 'is', null), e('a.tot', '>', dag)]))
    .executeTakeFirst()
  return {
    afzender: {
      naam: organisatie?.naam ?? 'Onderdak',
      regels: organisatie?.telefoon ? [`Telefoon ${organisatie.telefoon}`] : [],
    },
    client: aanschrijvingOf(persoon).venster,
    aanspreekpunt: aanspreekpunt ? `${aanspreekpunt.naam}, ${aanspreekpunt.organisatie}` : null,
    datum: versie.vastgesteldOp ?? work.today,
    isDemo: regio.is_demo,
  }
}
