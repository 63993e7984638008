import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { findLocatie } from '../../plek/server/lookup.ts'
import type { GastenInvoer } from '../domain/gast-api.ts'
import { checkNacht, isAan, nextNummers, splitBijnamen, vrijVan, wisVoor } from '../domain/rules.ts'
import { findBedden } from './bedden.ts'
import { checkIntake, planBijBekende } from './intake-commands.ts'
import { lockGezien } from './lock.ts'
import { readRegel } from './periode-commands.ts'
import {
  findGastPersoon,
  holdPeriode,
  insertGasten,
  insertGastPersoon,
  listBezetteNummers,
  lockNacht,
  type NieuweGast,
  undoGast,
  wipeBijnamen,
} from './store.ts'

export interface Genoteerd {
  readonly ids: Id[]
  readonly nummers: number[]
  readonly vrij: number
}

interface Plaats {
  readonly nacht: PlainDate
  readonly locatieId: Id
  readonly aanbiederId: Id | null
  readonly periodeId: Id
  readonly bedden: number
}

/** Notes guests of a night (WIN-02, WIN-04): nobody is asked for a name, origin or entitlement. */
export async function registerGasten(work: Work, input: GastenInvoer): Promise<Genoteerd | Rejection> {
  if (!work.vrager.organisatieId) throw new Error('registerGasten: somebody of an organisation notes guests')
  const plaats = await findPlaats(work, input)
  if (isRejection(plaats)) return plaats
  const persoonId = await findBekende(work, input)
  if (isRejection(persoonId)) return persoonId
  const bijnamen = persoonId ? [] : splitBijnamen(input.bijnamen)
  const aantal = persoonId ? 1 : input.aantal
  if (bijnamen.length > aantal)
    return reject(
      'te_veel_bijnamen',
      'Er staan meer bijnamen dan gasten. Verhoog het aantal of haal namen weg.',
      {
        field: 'bijnamen',
        status: 422,
      },
    )
  const intake = await checkIntake(work, input)
  if (isRejection(intake)) return intake
  const winternacht = await lockNacht(work, plaats)
  const bezet = await listBezetteNummers(work, winternacht)
  const nummers = nextNummers(bezet, aantal)
  if (nummers.some((nummer) => nummer > plaats.bedden) && !input.bijgezetReden)
    return refuseVol(work, plaats, { bezet: bezet.length, aantal })
  const gasten = nummers.map(
    (nummer, i): NieuweGast => ({
      id: work.newId(),
      winternacht_id: winternacht,
      organisatie_id: work.vrager.organisatieId!,
      aanbieder_id: plaats.aanbiederId,
      soort: persoonId ? 'bekend' : 'anoniem',
      nummer,
      bijnaam: bijnamen[i] ?? null,
      bijgezet_reden: nummer > plaats.bedden ? input.bijgezetReden : null,
      intake: persoonId ? null : intake,
    }),
  )
  const refused =
    (await insertGasten(work, gasten)) ?? (await linkBekende(work, gasten[0]!, persoonId, plaats.nacht))
  if (refused) return refused
  if (persoonId && intake) {
    const elders = await planBijBekende(work, persoonId, intake)
    if (elders) return elders
  }
  await recordGasten(work, gasten, persoonId, plaats)
  return {
    ids: gasten.map((gast) => gast.id),
    nummers,
    vrij: vrijVan({ bedden: plaats.bedden, gasten: bezet.length + aantal }),
  }
}

async function findPlaats(work: Work, input: GastenInvoer): Promise<Plaats | Rejection> {
  const nacht = input.nacht ?? nachtOp(work.now)
  const refused = checkNacht(nacht, work.now)
  if (refused) return refused
  const locatie = await findLocatie(work, input.locatieId)
  if (!locatie) return notFound('Deze locatie')
  const bedden = (await findBedden(work, nacht)).find((one) => one.locatieId === input.locatieId)
  const periode = bedden && (await holdPeriode(work, bedden.periodeId))
  if (!periode || !isAan(periode, nacht))
    return reject(
      'regeling_staat_uit',
      'Op deze locatie zijn er die nacht geen extra bedden. De regeling staat uit, of de locatie doet niet mee.',
      { field: 'locatieId', possible: ['Bel wie over de regeling beslist, of kies een andere locatie.'] },
    )
  return { nacht, aanbiederId: locatie.organisatieId, ...bedden }
}

async function findBekende(work: Work, input: GastenInvoer): Promise<Id | null | Rejection> {
  if (input.soort === 'anoniem') return null
  const persoon = input.persoonId && (await getPersoonKern(work, input.persoonId))
  return persoon
    ? persoon.id
    : reject('client_onbekend', 'Kies een cliënt die u kent, of noteer de gast zonder naam.', {
        field: 'persoonId',
        status: 422,
      })
}

/** Says how many beds are left, and where else there are. */
async function refuseVol(
  work: Work,
  plaats: Plaats,
  { bezet, aantal }: { bezet: number; aantal: number },
): Promise<Rejection> {
  const vrij = vrijVan({ bedden: plaats.bedden, gasten: bezet })
  const elders = (await findBedden(work, plaats.nacht)).filter(
    (one) => one.locatieId !== plaats.locatieId && vrijVan(one) > 0,
  )
  const namen = await Promise.all(elders.map(async (one) => (await findLocatie(work, one.locatieId))?.naam))
  return reject(
    'bedden_vol',
    vrij === 0
      ? 'Alle bedden zijn bezet.'
      : `Er ${vrij === 1 ? 'is nog 1 bed' : `zijn nog ${vrij} bedden`} vrij en u noteert ${aantal} gasten.`,
    {
      field: 'bijgezetReden',
      possible: [
        'Zet een bed bij en schrijf op waarom.',
        ...elders.map(
          (one, i) =>
            `Bij ${namen[i]} ${vrijVan(one) === 1 ? 'is nog 1 bed' : `zijn nog ${vrijVan(one)} bedden`} vrij.`,
        ),
      ],
    },
  )
}

async function linkBekende(
  work: Work,
  gast: NieuweGast,
  persoonId: Id | null,
  nacht: PlainDate,
): Promise<undefined | Rejection> {
  return persoonId ? insertGastPersoon(work, { gastId: gast.id, persoonId, nacht }) : undefined
}

/** Never what a guest calls himself: this book keeps everything. */
async function recordGasten(
  work: Work,
  gasten: readonly NieuweGast[],
  persoonId: Id | null,
  plaats: Plaats,
): Promise<void> {
  const bijgezet = gasten.filter((gast) => gast.bijgezet_reden !== null).length
  await work.record({
    soort: persoonId ? 'WintergastGenoteerd' : 'WintergastenGenoteerd',
    onderwerpSoort: 'wintergast',
    onderwerpId: gasten[0]!.id,
    persoonId,
    op: plaats.nacht,
    gegevens: { versie: 1, aantal: gasten.length, ...(bijgezet > 0 && { bijgezet }) },
  })
}

/** Takes a mistaken registration back: it no longer counts and the bed is free again. It stays to be seen in the book. */
export async function maakOngedaan(
  work: Work,
  input: { id: Id; versie: number; reden: string },
): Promise<{ id: Id } | Rejection> {
  const gast = await lockGezien(work, input)
  if (isRejection(gast)) return gast
  const eigen = [gast.organisatie_id, gast.aanbieder_id].includes(work.vrager.organisatieId!)
  if (!eigen)
    return reject(
      'andere_organisatie',
      'Alleen wie de gast noteerde en de aanbieder van de locatie kunnen dit.',
      {
        status: 403,
      },
    )
  if (gast.melding_id !== null)
    return reject('al_melding', 'Van deze gast is al een melding gemaakt. De registratie blijft staan.')
  const persoonId = await findGastPersoon(work, gast.id)
  if (gast.soort === 'bekend' && !persoonId)
    return reject('niet_betrokken', 'Alleen wie bij deze cliënt betrokken is, kan dit ongedaan maken.', {
      status: 403,
    })
  await undoGast(work, gast, input.reden)
  await work.record({
    soort: 'WintergastOngedaan',
    onderwerpSoort: 'wintergast',
    onderwerpId: gast.id,
    persoonId: persoonId ?? null,
    op: gast.nacht,
    gegevens: { versie: gast.versie + 1, wijzigingen: { ongedaan: [null, input.reden] } },
  })
  return { id: gast.id }
}

/** Nightly: what guests called themselves goes after the days that the region set. */
export async function wisBijnamen(work: Work): Promise<number> {
  const { bewaardagen } = await readRegel(work)
  return wipeBijnamen(work, wisVoor(work.today, bewaardagen))
}
