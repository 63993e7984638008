import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { bezoeker } from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { transact } from '../../../platform/transaction.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Permissie } from '../../../shared/permissies.ts'
import { addMonths, dutchDateOf, dutchInstant } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { type Kalenderitem, writeKalender } from '../domain/ical.ts'
import { readActies } from './besluit-queries.ts'
import { readOvereenkomsten } from './overeenkomst-queries.ts'
import { endKalenderadres, insertKalenderadres } from './store.ts'
import { readVergaderingen } from './vergadering-queries.ts'

/** 256 random bits, of which only the fingerprint is kept: who reads the database cannot read a calendar with it. */
const newToken = () => randomBytes(32).toString('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest()

export const KALENDERPAD = '/api/v1/kalenders/:bestand'
/** How long what is past stays in the calendar. */
const TERUG_MAANDEN = 3

const veranderd = reject(
  'kalenderadres_veranderd',
  'Uw adres is intussen gemaakt of ingetrokken, bijvoorbeeld in een ander venster. Laad de pagina opnieuw.',
)

const record = (work: Work, soort: string, id: Id) =>
  work.record({ soort, onderwerpSoort: 'kalenderadres', onderwerpId: id, op: work.today })

/** A new secret address; the one before stops. The answer holds the only copy. */
export async function makeKalenderadres(
  work: Work,
  vervangt: Id | null,
): Promise<{ id: Id; pad: string } | Rejection> {
  const { adres } = await readKalenderadres(work)
  const oud = vervangt === null ? undefined : await endKalenderadres(work, vervangt)
  // In another window it was made or withdrawn: an address that is in use does not stop unseen.
  if ((adres?.id ?? null) !== vervangt || (vervangt !== null && !oud)) return veranderd
  if (oud) await record(work, 'KalenderadresIngetrokken', oud)
  const token = newToken()
  const id = await insertKalenderadres(work, hashOf(token))
  if (isRejection(id)) return id
  await record(work, 'KalenderadresGemaakt', id)
  return { id, pad: KALENDERPAD.replace(':bestand', `${token}.ics`) }
}

export async function withdrawKalenderadres(work: Work, id: Id): Promise<{ id: Id } | Rejection> {
  const ended = await endKalenderadres(work, id)
  if (!ended) return notFound('Dit kalenderadres')
  await record(work, 'KalenderadresIngetrokken', ended)
  return { id: ended }
}

export async function readKalenderadres(work: Work) {
  const row = await work.db
    .selectFrom('kalenderadres')
    .select(['id', 'aangemaakt_op'])
    .where('regio_id', '=', work.regioId)
    .where('gebruiker_id', '=', work.vrager.gebruikerId)
    .where('ingetrokken_op', 'is', null)
    .executeTakeFirst()
  return { adres: row ? { id: row.id, gemaaktOp: row.aangemaakt_op.toISOString() } : null }
}

const onbekend = notFound('Deze kalender')

/** Who an address belongs to, with the rights of today: who left, or lost the right, gets nothing. */
async function findVrager(platform: Platform, token: string): Promise<Vrager | undefined> {
  const { rows } = await sql<{ regioId: Id; gebruikerId: Id }>`
    select regio_id as "regioId", gebruiker_id as "gebruikerId" from onderdak.zoek_kalenderadres(${hashOf(token)})`.execute(
    platform.db,
  )
  const [found] = rows
  if (!found) return undefined
  const today = dutchDateOf(platform.clock.now())
  const { rows: gevonden } = await sql<{ naam: string; organisatieId: Id; permissies: Permissie[] }>`
    select g.naam, g.organisatie_id as "organisatieId", array(select distinct p.permissie from onderdak.gebruiker_rol r join onderdak.rol_permissie p on p.regio_id = r.regio_id and p.rol_code = r.rol_code
      where r.gebruiker_id = g.id and r.van <= ${today}::date and (r.tot is null or r.tot > ${today}::date) and p.van <= ${today}::date and (p.tot is null or p.tot > ${today}::date)) as permissies
    from onderdak.gebruiker g where g.id = ${found.gebruikerId} and g.regio_id = ${found.regioId} and g.van <= ${today}::date and (g.tot is null or g.tot > ${today}::date)`.execute(
    platform.db,
  )
  const [gebruiker] = gevonden
  if (!gebruiker?.permissies.includes('overleg.lezen')) return undefined
  return {
    ...bezoeker(found.regioId),
    gebruikerId: found.gebruikerId,
    organisatieId: gebruiker.organisatieId,
    naam: gebruiker.naam,
    rol: 'kalender',
    // Nothing else than this calendar can be asked with an address.
    permissies: new Set<Permissie>(['overleg.lezen']),
  }
}

/** The calendar behind an address as text; an address that does not work is never told apart from one that never was. */
export async function giveKalender(
  platform: Platform,
  bestand: string,
  publicUrl: string,
): Promise<string | Rejection> {
  const [, token] = /^([\w-]{43})\.ics$/.exec(bestand) ?? []
  const vrager = token ? await findVrager(platform, token) : undefined
  if (!vrager) return onbekend
  const { result } = await transact(
    platform,
    vrager,
    { doel: 'kalender', sleutel: 'kalender', readOnly: true },
    async (work) => {
      const { naam } = await work.db
        .selectFrom('regio')
        .select('naam')
        .where('id', '=', work.regioId)
        .executeTakeFirstOrThrow()
      return writeKalender(`Overleg ${naam}`, await readItems(work, publicUrl))
    },
  )
  return result
}

async function readItems(work: Work, publicUrl: string): Promise<Kalenderitem[]> {
  const vanaf = addMonths(work.today, -TERUG_MAANDEN)
  const item = (soort: string, een: { id: string; versie: number; gewijzigdOp: Date }, pad: string) => ({
    uid: `${soort}-${een.id}@onderdak`,
    gewijzigdOp: een.gewijzigdOp,
    volgnummer: een.versie,
    url: `${publicUrl}${pad}`,
  })
  const vergaderingen = (await readVergaderingen(work, vanaf)).flatMap((een): Kalenderitem[] => {
    const isAfgelast = een.status === 'afgelast'
    const pad = `/vergaderingen/${een.id}`
    const stukken: Kalenderitem[] =
      een.stukkenOp === null
        ? []
        : [
            {
              ...item('stukken', een, pad),
              titel: `Stukken klaar: ${een.overleg}`,
              dag: een.stukkenOp,
              isAfgelast,
            },
          ]
    return [
      {
        ...item('vergadering', een, pad),
        titel: isAfgelast ? `Afgelast: ${een.overleg}` : een.overleg,
        omschrijving: [een.werkbezoek && `Werkbezoek: ${een.werkbezoek}`, een.afgelastReden]
          .filter(Boolean)
          .join('\n'),
        plaats: een.plaats,
        begin: dutchInstant(een.datum, een.beginOm),
        einde: dutchInstant(een.datum, een.eindOm),
        isAfgelast,
      },
      ...stukken,
    ]
  })
  const acties = (await readActies(work))
    .filter(({ stand }) => stand === 'open' || stand === 'te_laat')
    .map(
      (een): Kalenderitem => ({
        ...item('actie', een, `/overlegacties/${een.id}`),
        titel: `Actie: ${een.tekst}`,
        omschrijving: `${een.functie}, ${een.organisatie}`,
        dag: een.uiterlijkOp,
      }),
    )
  const overeenkomsten = (await readOvereenkomsten(work))
    .filter(({ afgeslotenOp }) => afgeslotenOp === null)
    .flatMap((een) =>
      (
        [
          ['einde', 'Laatste dag', een.eindigtOp],
          ['opzeggen', 'Uiterlijk opzeggen', een.opzeggenVoor],
          ['herzien', 'Herzien', een.herzienOp],
        ] as const
      ).flatMap(([soort, woord, dag]): Kalenderitem[] =>
        dag === null || dag < vanaf
          ? []
          : [
              {
                ...item(`overeenkomst-${soort}`, een, `/overeenkomsten/${een.id}`),
                titel: `${woord}: ${een.naam}`,
                dag,
              },
            ],
      ),
    )
  return [...vergaderingen, ...acties, ...overeenkomsten]
}
