import type { z } from 'zod'
import { readAsPublic } from '../../../platform/http/public-route.ts'
import { listPage } from '../../../platform/list-page.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import { nvoAfspraken } from '../domain/keuzes.ts'
import type { listNvoAntwoorden, Nvorij } from '../domain/nvo-contract.ts'

type Query = z.output<typeof listNvoAntwoorden.query>

const readAntwoorden = (work: Work) =>
  work.db
    .selectFrom('nvo_antwoord')
    .select([
      'id',
      'jaar',
      'afspraak',
      'status',
      'toelichting',
      'bewijs',
      'vindplaats',
      'beoordeeld_door as beoordeeldDoor',
      'beoordeeld_op as beoordeeldOp',
      'versie',
    ])
    .where('regio_id', '=', work.regioId)
    .execute()

const leeg = {
  id: null,
  status: null,
  toelichting: null,
  bewijs: null,
  vindplaats: null,
  beoordeeldDoor: null,
  beoordeeldOp: null,
  versie: null,
}

/** Eight rows a year, answered or not; of every year with an answer unless one is asked for. */
export async function listNvorijen(work: Work, query: Query) {
  const antwoorden = await readAntwoorden(work)
  const jaren =
    query.jaar === undefined ? [...new Set(antwoorden.map(({ jaar }) => jaar))].sort() : [query.jaar]
  const vind = (jaar: number, afspraak: number) =>
    antwoorden.find((een) => een.jaar === jaar && een.afspraak === afspraak)
  const rijen = jaren.flatMap((jaar) =>
    Object.entries(nvoAfspraken).map(([nummer, naam]): Nvorij => {
      const afspraak = Number(nummer)
      return {
        ...leeg,
        ...(vind(jaar, afspraak) as Partial<Nvorij> | undefined),
        sleutel: `${jaar}-${afspraak}`,
        jaar,
        afspraak,
        naam,
        vorigeStatus: (vind(jaar - 1, afspraak)?.status as Nvorij['vorigeStatus']) ?? null,
      }
    }),
  )
  return listPage(
    rijen.filter(({ afspraak }) => query.afspraak === undefined || afspraak === query.afspraak),
    query,
    'afspraak',
  )
}

export async function readNvoJaren(work: Work) {
  const ditJaar = Number(work.today.slice(0, 4))
  const rows = await work.db
    .selectFrom('nvo_antwoord')
    .select('jaar')
    .distinct()
    .where('regio_id', '=', work.regioId)
    .execute()
  const jaren = [...new Set([ditJaar, ...rows.map(({ jaar }) => jaar)])].sort((a, b) => b - a)
  return { jaren, ditJaar }
}

export async function readAanspreekpunt(work: Work) {
  const row = await work.db
    .selectFrom('regio_aanspreekpunt')
    .select(['functie', 'organisatie', 'telefoon', 'email', 'bereikbaar', 'waarvoor', 'versie'])
    .where('regio_id', '=', work.regioId)
    .executeTakeFirst()
  return { aanspreekpunt: row ?? null }
}

/** Of every region, for everybody: read as someone without rights (GOV-09). */
export async function listAanspreekpunten(platform: Platform) {
  const regios = await platform.db
    .selectFrom('regio')
    .select(['id', 'naam'])
    .orderBy('naam')
    .orderBy('id')
    .execute()
  const gevonden = []
  for (const { id, naam } of regios) {
    const { aanspreekpunt } = await readAsPublic(platform, id, readAanspreekpunt)
    const { versie: _, ...zichtbaar } = aanspreekpunt ?? { versie: 0 }
    gevonden.push({
      naam,
      aanspreekpunt: aanspreekpunt && (zichtbaar as Omit<typeof aanspreekpunt, 'versie'>),
    })
  }
  return { regios: gevonden }
}
