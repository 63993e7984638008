import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { recordDeling } from '../../delen/server/commands.ts'
import { isJeugdwetNodig } from '../../delen/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { getPersoonKern, type PersoonKern } from '../../persoon/server/lookup.ts'
import type { Aanbod, Binnenkomst } from '../domain/contract.ts'
import { kanOntvangen, vervalVan } from '../domain/rules.ts'
import { insertOverdracht, listNietMee, lockVerantwoordelijke } from './store.ts'

export interface Gedaan {
  readonly id: Id
  readonly persoonId: Id
}

/**
 * Offers a person to another. The giver signs by offering and stays responsible. The other sees only the gegevensset, as it
 * was when offered; that is a sharing, with its own ground and end.
 */
export async function offerOverdracht(
  work: Work,
  input: Aanbod & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const binnen = input.waarheen === 'binnen'
  const refused =
    (await checkGever(work, persoon.id)) ??
    (binnen ? await checkOntvanger(work, persoon.id, input.naarOrganisatieId) : undefined)
  if (refused) return refused
  const id = work.newId()
  // Of a household together it counts for who it is about.
  const zonderJeugdgegevens = Boolean(input.zonderJeugdgegevens) && (await isJeugdwetNodig(work, persoon.id))
  const antwoordUiterlijk = await answerDay(work)
  const vervaltOp = vervalVan(antwoordUiterlijk, input.grond, work.today)
  const deling = await recordDeling(work, {
    persoonId: persoon.id,
    ontvanger: binnen
      ? { organisatieId: input.naarOrganisatieId }
      : { soort: input.naarSoort, naam: input.naarNaam },
    gegevensset: 'overdracht',
    doel: 'Warme overdracht',
    grond: input.grond,
    toestemmingId: input.toestemmingId,
    weging: input.weging,
    wetsartikel: input.wetsartikel,
    vervaltOp,
    zonderJeugdgegevens,
    bron: { soort: 'overdracht', id },
  })
  if (isRejection(deling)) return deling
  const failed = await insertOverdracht(work, {
    ...gedeeld(persoon),
    id,
    richting: input.waarheen,
    van_organisatie_id: work.vrager.organisatieId,
    naar_organisatie_id: binnen ? input.naarOrganisatieId! : null,
    naar_soort: binnen ? null : input.naarSoort!,
    naar_naam: binnen ? null : input.naarNaam!,
    wetsovergang: input.wetsovergang,
    reden: input.reden,
    samenvatting: input.samenvatting,
    deling_id: deling.id,
    zonder_jeugdgegevens: zonderJeugdgegevens,
    vervalt_op: vervaltOp,
    gever_naam: await ownName(work),
    gever_gebruiker_id: work.vrager.gebruikerId,
    gever_ondertekend_op: work.today,
    antwoord_uiterlijk: antwoordUiterlijk,
  })
  if (failed) return failed
  await recordAanbod(work, {
    id,
    persoonId: persoon.id,
    wetsovergang: input.wetsovergang,
    buiten: !binnen,
  })
  return { id, persoonId: persoon.id }
}

/** OVD-11: a person whom another region hands over to us. Whoever records it becomes responsible, from now. */
export async function registerBinnenkomst(
  work: Work,
  input: Binnenkomst & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  if (input.geverOndertekendOp > work.today)
    return reject('dag_in_toekomst', 'De ander kan niet in de toekomst hebben getekend.', {
      field: 'geverOndertekendOp',
      status: 422,
    })
  const nu = await lockVerantwoordelijke(work, persoon.id)
  if (nu && nu.organisatieId !== work.vrager.organisatieId)
    return reject(
      'ander_verantwoordelijk',
      `${nu.organisatie} is al verantwoordelijk voor deze cliënt. Laat die organisatie de overdracht van buiten vastleggen.`,
      { status: 403 },
    )
  const id = work.newId()
  const antwoordUiterlijk = await answerDay(work)
  const failed = await insertOverdracht(work, {
    ...gedeeld(persoon),
    id,
    richting: 'van_buiten',
    van_naam: input.vanNaam,
    van_contact: input.vanContact,
    naar_organisatie_id: work.vrager.organisatieId,
    wetsovergang: input.wetsovergang,
    reden: input.reden,
    samenvatting: input.samenvatting,
    gever_naam: input.geverNaam,
    gever_ondertekend_op: input.geverOndertekendOp,
    antwoord_uiterlijk: antwoordUiterlijk,
  })
  if (failed) return failed
  if (!nu)
    await setOpvolging(
      work,
      { persoonId: persoon.id },
      {
        volgendeStap: 'Antwoord geven op de overdracht van buiten de regio',
        volgendeStapOp: antwoordUiterlijk,
      },
    )
  await recordAanbod(work, { id, persoonId: persoon.id, wetsovergang: input.wetsovergang, buiten: true })
  return { id, persoonId: persoon.id }
}

const gedeeld = (persoon: PersoonKern) => ({
  persoon_id: persoon.id,
  gedeelde_naam: persoon.naam,
  gedeelde_geboortedatum: persoon.geboortedatum,
  is_geheim: persoon.isGeheim,
})

export async function answerDay(work: Work): Promise<PlainDate> {
  return addTermijn(work.today, (await getTermijn(work, 'overdracht_antwoord')) as Termijn)
}

/** The name with which the asker signs. */
export async function ownName(work: Work): Promise<string> {
  const { naam } = await work.db
    .selectFrom('gebruiker')
    .select('naam')
    .where('id', '=', work.vrager.gebruikerId)
    .executeTakeFirstOrThrow()
  return naam
}

async function recordAanbod(
  work: Work,
  input: { id: Id; persoonId: Id; wetsovergang: string; buiten: boolean },
): Promise<void> {
  await work.record({
    soort: 'WarmeOverdrachtAangeboden',
    onderwerpSoort: 'overdracht',
    onderwerpId: input.id,
    persoonId: input.persoonId,
    op: work.today,
    gegevens: { wetsovergang: input.wetsovergang, buiten: input.buiten },
  })
}

async function checkGever(work: Work, persoonId: Id): Promise<undefined | Rejection> {
  const nu = await lockVerantwoordelijke(work, persoonId)
  if (nu && nu.organisatieId === work.vrager.organisatieId) return undefined
  return reject(
    'niet_verantwoordelijk',
    nu
      ? `${nu.organisatie} is verantwoordelijk voor deze cliënt. Alleen die organisatie kan overdragen.`
      : 'Niemand is verantwoordelijk voor deze cliënt. Plan eerst een volgende stap.',
    { status: nu ? 403 : 409 },
  )
}

async function checkOntvanger(
  work: Work,
  persoonId: Id,
  organisatieId: Id | null | undefined,
): Promise<undefined | Rejection> {
  const row = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', organisatieId ?? null)
    .executeTakeFirst()
  const afgeschermd = row && (await listNietMee(work, { persoonId, leden: [persoonId], organisatieId }))
  if (afgeschermd && afgeschermd.length > 0)
    return reject(
      'ontvanger_kan_niet',
      'Deze cliënt kan niet naar deze organisatie. Kies een andere ontvanger.',
      {
        field: 'naarOrganisatieId',
        status: 422,
      },
    )
  if (row && kanOntvangen(row.soort)) return undefined
  return reject('geen_ontvanger', 'Kies een loket, gemeente of aanbieder die de cliënt kan overnemen.', {
    field: 'naarOrganisatieId',
    status: 422,
  })
}
