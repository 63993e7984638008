import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findProduct, listFasen } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type {
  AanspreekpuntInvoer,
  FaseInvoer,
  HervatInvoer,
  OnderbrekingInvoer,
  ProductInvoer,
} from '../domain/contract.ts'
import { checkFasestap, checkStapdag, eindeVanFase } from '../domain/rules.ts'
import { recordStap } from './boek.ts'
import { checkKeten } from './ensure.ts'
import { gedaan, lockVoor } from './lock.ts'
import { isBetrokken } from './medewerkers.ts'
import { closeTijdvak, insertTijdvak, updateTraject } from './store.ts'

type Gedaan = { id: Id; versie: number }
type Op<T> = T & { readonly trajectId: Id }

/** To another phase of the region; back or sideways with a reason. */
export async function changeFase(work: Work, input: Op<FaseInvoer>): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, 'fase')
  if (isRejection(locked)) return locked
  const { row } = locked
  const fasen = await listFasen(work, input.op)
  const naar = fasen.find((fase) => fase.domein === input.domein && fase.code === input.code)
  if (!naar) return reject('fase_onbekend', 'Kies een fase uit de lijst.', { field: 'code', status: 422 })
  const nu = await work.db
    .selectFrom('traject_fase')
    .select(['domein', 'code', 'van'])
    .where('traject_id', '=', row.id)
    .where('tot', 'is', null)
    .executeTakeFirst()
  const huidig = fasen.find((fase) => fase.domein === nu?.domein && fase.code === nu?.code) ?? null
  const refused =
    checkStapdag(input.op, work.today, {
      voor: nu?.van ?? row.begonnen_op,
      wat: nu ? 'De fase van nu begon op' : 'Het traject begon op',
    }) ?? checkFasestap(huidig, naar, input.reden || null)
  if (refused) return refused
  await closeTijdvak(work, 'traject_fase', { trajectIds: [row.id], op: input.op })
  const failed = await insertTijdvak(work, 'traject_fase', [
    {
      traject_id: row.id,
      persoon_id: row.persoon_id,
      domein: naar.domein,
      code: naar.code,
      van: input.op,
      uiterlijk_op: eindeVanFase(naar, input.op),
      reden: input.reden || null,
    },
  ])
  if (failed) return failed
  const versie = await updateTraject(work, row)
  if (isRejection(versie)) return versie
  await recordStap(work, 'FaseGewijzigd', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      fase: naar.naam,
      reden: input.reden,
      wijzigingen: { fase: [huidig?.naam ?? null, naar.naam] },
    },
  })
  return { id: row.id, versie }
}

/** Days that the organisation of the last aanspreekpunt still sees the dossier, to hand over. */
const OVERDRACHT_DAGEN = 14

/** Another vast aanspreekpunt, from a day, with the reason. There is never a day without one, and never two. */
export async function changeAanspreekpunt(
  work: Work,
  input: Op<AanspreekpuntInvoer>,
): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, 'aanspreekpunt')
  if (isRejection(locked)) return locked
  const { row } = locked
  const nu = await work.db
    .selectFrom('aanspreekpunt as a')
    .leftJoin('gebruiker as g', 'g.id', 'a.gebruiker_id')
    .select(['a.gebruiker_id', 'a.organisatie_id', 'a.van', 'g.naam'])
    .where('a.traject_id', '=', row.id)
    .where('a.tot', 'is', null)
    .executeTakeFirstOrThrow()
  const wie = await isBetrokken(work, { persoonId: row.persoon_id, gebruikerId: input.gebruikerId })
  const refused =
    (wie
      ? undefined
      : reject('medewerker_niet_betrokken', 'Kies een medewerker van een organisatie die betrokken is.', {
          field: 'gebruikerId',
          status: 422,
        })) ??
    (nu.gebruiker_id === input.gebruikerId
      ? reject('al_aanspreekpunt', 'Deze medewerker is al het aanspreekpunt.', { field: 'gebruikerId' })
      : undefined) ??
    checkStapdag(input.op, work.today, { voor: nu.van, wat: 'Het aanspreekpunt van nu begon op' })
  if (refused) return refused
  await closeTijdvak(work, 'aanspreekpunt', { trajectIds: [row.id], op: input.op })
  const failed = await insertTijdvak(work, 'aanspreekpunt', [
    {
      traject_id: row.id,
      persoon_id: row.persoon_id,
      organisatie_id: wie!.organisatieId,
      gebruiker_id: input.gebruikerId,
      van: input.op,
      reden: input.reden,
    },
  ])
  if (failed) return failed
  const versie = await updateTraject(work, row)
  if (isRejection(versie)) return versie
  await giveBetrokkenheid(work, {
    persoonId: row.persoon_id,
    organisatieId: wie!.organisatieId,
    doel: 'aanspreekpunt',
    grond: wie!.soort === 'aanbieder' ? 'UITVOERING_AANBIEDER' : 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'traject',
    bronId: row.id,
  })
  await recordStap(work, 'AanspreekpuntGewijzigd', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      aanspreekpuntId: input.gebruikerId,
      organisatieId: wie!.organisatieId,
      naam: wie!.naam,
      reden: input.reden,
      wijzigingen: { aanspreekpunt: [nu.naam, wie!.naam] },
    },
  })
  if (nu.organisatie_id !== wie!.organisatieId)
    await endBetrokkenheid(work, {
      bronSoort: 'traject',
      bronId: row.id,
      organisatieId: nu.organisatie_id,
      tot: addDays(work.today, OVERDRACHT_DAGEN),
    })
  return { id: row.id, versie }
}

/** Terugval or time-out: the traject stays open (TRJ-13). A time-out during terugval takes its place. */
export async function startOnderbreking(
  work: Work,
  input: Op<OnderbrekingInvoer>,
): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, input.soort)
  if (isRejection(locked)) return locked
  const { row, onderbreking } = locked
  const refused =
    checkStapdag(input.op, work.today, {
      voor: onderbreking?.van ?? row.begonnen_op,
      wat: onderbreking ? 'De terugval begon op' : 'Het traject begon op',
    }) ??
    (input.verwachtTot !== null && input.verwachtTot < input.op
      ? reject('verwacht_te_vroeg', 'Kies een dag na het begin.', { field: 'verwachtTot', status: 422 })
      : undefined)
  if (refused) return refused
  await closeTijdvak(work, 'traject_onderbreking', {
    trajectIds: [row.id],
    op: input.op,
    values: { uitkomst: 'Gevolgd door een time-out' },
  })
  const failed = await insertTijdvak(work, 'traject_onderbreking', [
    {
      traject_id: row.id,
      persoon_id: row.persoon_id,
      soort: input.soort,
      van: input.op,
      verwacht_tot: input.verwachtTot,
      reden: input.reden,
    },
  ])
  if (failed) return failed
  if (input.stap) await setOpvolging(work, { persoonId: row.persoon_id }, input.stap)
  const versie = await updateTraject(work, row)
  if (isRejection(versie)) return versie
  await recordStap(work, input.soort === 'terugval' ? 'TerugvalVastgelegd' : 'TimeOutBegonnen', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      verwachtTot: input.verwachtTot,
      wijzigingen: { onderbreking: [onderbreking?.soort ?? null, input.soort] },
    },
  })
  return { id: row.id, versie }
}

/** Somebody still sleeps at a time-out place: the departure from there ends the time-out, and frees the plek. */
async function checkTimeOutplek(work: Work, verblijfId: Id | null): Promise<undefined | Rejection> {
  if (verblijfId === null) return undefined
  const stay = await work.db
    .selectFrom('verblijf')
    .select('id')
    .where('id', '=', verblijfId)
    .where('geeindigd_op', 'is', null)
    .executeTakeFirst()
  return (
    stay &&
    reject(
      'time_outplek_bezet',
      'De cliënt verblijft nog op een time-outplek. Leg het vertrek daar vast; daarmee eindigt de time-out.',
      { possible: ['Open het verblijf in het dossier en leg het vertrek vast.'] },
    )
  )
}

export async function resumeTraject(work: Work, input: Op<HervatInvoer>): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, 'hervatten')
  if (isRejection(locked)) return locked
  const { row, onderbreking } = locked
  const refused =
    (await checkTimeOutplek(work, onderbreking!.verblijfId)) ??
    checkStapdag(input.op, work.today, { voor: onderbreking!.van, wat: 'Dit begon op' })
  if (refused) return refused
  await closeTijdvak(work, 'traject_onderbreking', {
    trajectIds: [row.id],
    op: input.op,
    values: { uitkomst: input.uitkomst },
  })
  const versie = await updateTraject(work, row)
  if (isRejection(versie)) return versie
  await recordStap(work, 'TrajectHervat', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, wijzigingen: { onderbreking: [onderbreking!.soort, null] } },
  })
  return { id: row.id, versie }
}

/** Op- or afschalen within the traject: no new melding, no new intake (TRJ-10). */
export async function changeProduct(work: Work, input: Op<ProductInvoer>): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, 'product')
  if (isRejection(locked)) return locked
  const { row } = locked
  const product = await findProduct(work, input.productId, input.op)
  if (!product) return notFound('Dit product')
  const nu = await work.db
    .selectFrom('traject_product as p')
    .innerJoin('product as d', 'd.id', 'p.product_id')
    .select(['p.product_id as productId', 'd.naam as product', 'p.van', 'p.bouwsteen'])
    .where('p.traject_id', '=', row.id)
    .where('p.tot', 'is', null)
    .executeTakeFirst()
  const refused =
    (nu?.productId === product.id && (nu.bouwsteen ?? null) === (input.bouwsteen || null)
      ? reject(
          'product_zelfde',
          `Het traject heeft al ${product.naam}. Kies een ander product of een bouwsteen.`,
          {
            field: 'productId',
            status: 422,
          },
        )
      : undefined) ??
    checkStapdag(input.op, work.today, {
      voor: nu?.van ?? row.begonnen_op,
      wat: nu ? 'Het product van nu begon op' : 'Het traject begon op',
    }) ??
    (await checkKeten(work, { productId: nu?.productId ?? null, product: nu?.product ?? null }, product, {
      op: input.op,
      afwijkingReden: input.afwijkingReden || null,
    }))
  if (refused) return refused
  await closeTijdvak(work, 'traject_product', { trajectIds: [row.id], op: input.op })
  const failed = await insertTijdvak(work, 'traject_product', [
    {
      traject_id: row.id,
      persoon_id: row.persoon_id,
      product_id: product.id,
      bouwsteen: input.bouwsteen || null,
      richting: input.richting,
      van: input.op,
      reden: input.reden,
      afwijking_reden: input.afwijkingReden || null,
    },
  ])
  if (failed) return failed
  const versie = await updateTraject(work, row)
  if (isRejection(versie)) return versie
  await recordStap(work, 'ProductGewijzigd', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      richting: input.richting,
      product: product.naam,
      reden: input.reden,
      afwijkingReden: input.afwijkingReden,
      wijzigingen: { product: [nu?.product ?? null, product.naam] },
    },
  })
  return gedaan(row.id, versie)
}
