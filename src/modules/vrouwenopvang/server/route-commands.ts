import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type { PlaatsingInvoer } from '../domain/contract.ts'
import type { VoRoute } from '../domain/keuzes.ts'
import { checkRoute, lijktAdres } from '../domain/rules.ts'
import { naRouteActie, type RouteActie, type RouteToestand, routeToestanden } from '../domain/toestanden.ts'
import { insertRij, lockRij, type Rij, updateRij } from './store.ts'
import { findVoCode, listVoVerblijven } from './vo-feiten.ts'

type Gedaan = { id: Id; versie: number }

/** Chooses the way that the code of Veilig Thuis decides; another way is refused, with what to do (VO-02). */
export async function chooseRoute(
  work: Work,
  input: { readonly persoonId: Id; readonly route: VoRoute },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const code = await findVoCode(work, dossiers)
  if (!code)
    return reject(
      'geen_code',
      'Er is nog geen code rood, oranje of groen. Leg de code van Veilig Thuis eerst vast in de triage van de melding.',
      { field: 'route', status: 422 },
    )
  const refused = checkRoute(code.code, input.route)
  if (refused) return refused
  const open = await work.db
    .selectFrom('vo_route')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where('status', 'in', ['te_regelen', 'geplaatst'])
    .executeTakeFirst()
  if (open) return reject('route_loopt_al', 'Er loopt al een route voor deze cliënt. Beëindig die eerst.')
  const id = work.newId()
  const failed = await insertRij(work, 'vo_route', {
    id,
    persoon_id: persoon.id,
    melding_id: code.meldingId,
    code: code.code,
    route: input.route,
    status: 'te_regelen',
    gekozen_op: work.today,
  })
  if (failed) return failed
  await work.record({
    soort: 'VoRouteGekozen',
    onderwerpSoort: 'vo_route',
    onderwerpId: id,
    persoonId: persoon.id,
    op: work.today,
    gegevens: { versie: 1, route: input.route },
  })
  return { id, versie: 1 }
}

function checkActie(row: Rij<'vo_route'>, actie: RouteActie): RouteToestand | Rejection {
  const van = row.status as RouteToestand
  return (
    naRouteActie(van, actie) ??
    reject('kan_nu_niet', `Dit kan nu niet. De stand van de route is: ${routeToestanden[van].toLowerCase()}.`)
  )
}

function checkOp(row: Rij<'vo_route'>, op: PlainDate, today: PlainDate): undefined | Rejection {
  if (op >= row.gekozen_op && op <= today) return undefined
  return reject('dag_onjuist', 'Kies een dag vanaf het kiezen van de route en niet in de toekomst.', {
    field: 'op',
    status: 422,
  })
}

/** Where somebody can go: a stay in the own gemeenten, or a bed elsewhere of which no address is kept. */
export async function placeRoute(
  work: Work,
  input: PlaatsingInvoer & { readonly routeId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'vo_route', { id: input.routeId, versie: input.versie })
  if (isRejection(row)) return row
  const status = checkActie(row, 'plaatsen')
  if (isRejection(status)) return status
  const ingehaald = await checkCodeNu(work, row)
  if (ingehaald) return ingehaald
  const plek = row.route === 'noodbed_elders' ? checkElders(input) : await checkVerblijf(work, row, input)
  const refused = isRejection(plek) ? plek : checkOp(row, input.op, work.today)
  if (isRejection(plek) || refused) return refused as Rejection
  const values = { status, geplaatst_op: input.op, ...plek }
  const versie = await updateRij(work, 'vo_route', row, values)
  if (isRejection(versie)) return versie
  await record(work, row, { soort: 'VoRouteGeplaatst', op: input.op, versie, status })
  return { id: row.id, versie }
}

/** Danger can change while a place is looked for: no place on the way of a code that no longer holds. */
async function checkCodeNu(work: Work, row: Rij<'vo_route'>): Promise<undefined | Rejection> {
  const nu = await findVoCode(work, await listDossierIds(work, row.persoon_id))
  if (!nu || !checkRoute(nu.code, row.route as VoRoute)) return undefined
  return reject(
    'code_veranderd',
    `De code is nu ${nu.code}, en deze route hoort bij code ${row.code}. Beëindig deze route en kies opnieuw.`,
    { possible: ['Beëindig deze route met de reden, en kies de route die bij de nieuwe code hoort.'] },
  )
}

function checkElders(input: PlaatsingInvoer) {
  const delen = {
    eldersRegio: 'de regio',
    eldersOrganisatie: 'de organisatie',
    eldersContact: 'wie daar te bereiken is',
  }
  const faults = (Object.keys(delen) as (keyof typeof delen)[]).flatMap((field) => {
    if (!input[field]) return [{ field, message: `Vul ${delen[field]} in.` }]
    if (!lijktAdres(input[field])) return []
    return [{ field, message: 'Dit lijkt een adres. Leg van een plek elders geen adres vast.' }]
  })
  if (input.verblijfId)
    faults.push({
      field: 'eldersRegio',
      message: 'Bij code rood gaat de cliënt naar een noodbed elders, niet naar een plek in de regio.',
    } as never)
  if (faults.length > 0)
    return reject('noodbed_onvolledig', faults.map((fault) => fault.message).join(' '), {
      faults,
      status: 422,
    })
  return {
    elders_regio: input.eldersRegio!,
    elders_organisatie: input.eldersOrganisatie!,
    elders_contact: input.eldersContact!,
  }
}

async function checkVerblijf(work: Work, row: Rij<'vo_route'>, input: PlaatsingInvoer) {
  const veld = { field: 'verblijfId', status: 422 } as const
  if (input.eldersRegio || input.eldersOrganisatie || input.eldersContact)
    return reject(
      'plek_in_regio_nodig',
      `Bij code ${row.code} krijgt de cliënt een plek in de eigen gemeenten, geen noodbed elders.`,
      veld,
    )
  const dossiers = await listDossierIds(work, row.persoon_id)
  const verblijven = await listVoVerblijven(work, dossiers)
  if (verblijven.some((one) => one.id === input.verblijfId)) return { verblijf_id: input.verblijfId! }
  return reject(
    'verblijf_onbekend',
    'Kies een lopend verblijf van deze cliënt in de vrouwenopvang. Leg eerst de aankomst vast als die er nog niet is.',
    veld,
  )
}

/** Ends a route that has a place; one without a place lapses. */
export async function endRoute(
  work: Work,
  input: { readonly routeId: Id; readonly versie: number; readonly op: PlainDate; readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockRij(work, 'vo_route', { id: input.routeId, versie: input.versie })
  if (isRejection(row)) return row
  const status = checkActie(row, 'eindigen')
  if (isRejection(status)) return status
  const refused = checkOp(row, input.op, work.today)
  if (refused) return refused
  const values = { status, afgerond_op: input.op, einde_reden: input.reden }
  const versie = await updateRij(work, 'vo_route', row, values)
  if (isRejection(versie)) return versie
  await record(work, row, { soort: 'VoRouteGeeindigd', op: input.op, versie, status })
  return { id: row.id, versie }
}

async function record(
  work: Work,
  row: Rij<'vo_route'>,
  what: { soort: string; op: PlainDate; versie: number; status: RouteToestand },
): Promise<void> {
  await work.record({
    soort: what.soort,
    onderwerpSoort: 'vo_route',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: what.op,
    gegevens: { versie: what.versie, wijzigingen: { status: [row.status, what.status] } },
  })
}
