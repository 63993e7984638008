import { letter } from '../../../platform/documents/letter.ts'
import { letterOdt, ODT_MIME } from '../../../platform/documents/letter-odt.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { aanschrijvingOf } from '../../beschikking/domain/aanschrijving.ts'
import type { PlanVersie } from '../domain/api.ts'
import { findPlan } from './detail-queries.ts'
import { type PlanFeiten, planTekst } from './plantekst.ts'

interface Plandocument {
  readonly persoonId: Id
  readonly titel: string
  readonly mime: string
  readonly bestandsnaam: string
  readonly inhoud: string
}

/** The plan to print and hand over; made from what stands in it, so the same version gives the same text. */
export async function makePlandocument(
  work: Work,
  input: { readonly id: Id; readonly soort: 'pdf' | 'odt'; readonly nummer?: number | undefined },
): Promise<Plandocument | Rejection> {
  const plan = await findPlan(work, input.id)
  if (isRejection(plan)) return plan
  const versie = kies(plan.versies, input.nummer)
  if (!versie) return notFound('Deze versie van het plan')
  const tekst = planTekst({ ...(await readFeiten(work, plan.persoonId, versie)), plan, versie })
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

async function readFeiten(
  work: Work,
  persoonId: Id,
  versie: PlanVersie,
): Promise<Omit<PlanFeiten, 'plan' | 'versie'>> {
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
    .where('a.tot', 'is', null)
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
