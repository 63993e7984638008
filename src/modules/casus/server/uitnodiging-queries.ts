import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { listFasen } from '../../beheer/server/lookup.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import type { GepubliceerdeLes, listLessen } from '../domain/les-contract.ts'
import type {
  EigenActie,
  listEigenActies,
  Uitnodiging,
  UitnodigingDetail,
} from '../domain/overleg-contract.ts'
import { maskeer } from '../domain/rules.ts'
import { readAdresdelen } from './identiteit.ts'

// What somebody reads who sees no casus: through functions of the database that know the own invitations and actions only.

type Rij = Omit<Uitnodiging, 'beginOp' | 'eindOp'> & {
  readonly persoonId: Id
  readonly waarom: string
  readonly beginOp: Date
  readonly eindOp: Date
}

async function findUitnodigingen(work: Work, id?: Id): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select u.id, u.persoon_id as "persoonId", u.doel, u.plaats, u.begin_op as "beginOp", u.eind_op as "eindOp", u.gegevens, u.waarom, u.namens,
      coalesce(u.regievoerder || ', ' || u.regie_organisatie, '') as regievoerder
    from onderdak.casus_uitnodigingen() u where ${id ?? null}::uuid is null or u.id = ${id ?? null}::uuid order by u.begin_op, u.id`.execute(
    work.db,
  )
  work.saw(...rows.map((row) => row.persoonId))
  return rows
}

const toUitnodiging = ({ persoonId: _p, waarom: _w, ...row }: Rij): Uitnodiging => ({
  ...row,
  beginOp: row.beginOp.toISOString(),
  eindOp: row.eindOp.toISOString(),
})

export async function readUitnodigingen(work: Work): Promise<{ uitnodigingen: Uitnodiging[] }> {
  return { uitnodigingen: (await findUitnodigingen(work)).map(toUitnodiging) }
}

interface Gedeeld extends Pick<UitnodigingDetail, 'hulpvraag' | 'verblijf' | 'plan' | 'veiligheid'> {
  readonly wie:
    | (Parameters<typeof weergavenaam>[0] & { geboortedatum: PlainDate | null; geboortejaar: number | null })
    | null
  readonly traject: {
    readonly begonnenOp: PlainDate | null
    readonly faseDomein: string | null
    readonly faseCode: string | null
    readonly faseSinds: PlainDate | null
    readonly onderbreking: 'terugval' | 'time_out' | null
  } | null
}

/** One invitation with the chosen data. Addresses are taken out of every text, and names when who it is was not shared. */
export async function readUitnodiging(work: Work, id: Id): Promise<UitnodigingDetail | Rejection> {
  const [row] = await findUitnodigingen(work, id)
  if (!row) return notFound('Deze uitnodiging')
  const { rows } = await sql<{ gedeeld: Gedeeld; namen: string[] }>`
    select onderdak.casus_gedeeld(${id}::uuid) as gedeeld, onderdak.casus_namen_te_verbergen(${row.persoonId}::uuid) as namen`.execute(
    work.db,
  )
  const { gedeeld, namen } = rows[0]!
  const { wie, hulpvraag, plan, veiligheid } = gedeeld
  const verborgen = {
    namen: wie ? [] : namen,
    adresdelen: await readAdresdelen(work, row.persoonId),
  }
  const hide = (text: string) => maskeer(text, verborgen)
  return {
    ...toUitnodiging(row),
    waarom: row.waarom,
    wie: wie && {
      naam: weergavenaam(wie),
      geboren: wie.geboortedatum
        ? formatLong(wie.geboortedatum)
        : wie.geboortejaar
          ? `rond ${wie.geboortejaar}`
          : null,
    },
    hulpvraag: hulpvraag && { ...hulpvraag, vraag: hide(hulpvraag.vraag) },
    verblijf: gedeeld.verblijf,
    traject: row.gegevens.includes('traject') ? await toTraject(work, gedeeld.traject) : null,
    plan:
      plan?.map((doel) => ({ eigenWoorden: hide(doel.eigenWoorden), afspraken: hide(doel.afspraken) })) ??
      null,
    veiligheid: veiligheid && { tekst: veiligheid.tekst && hide(veiligheid.tekst) },
  }
}

async function toTraject(
  work: Work,
  traject: Gedeeld['traject'],
): Promise<NonNullable<UitnodigingDetail['traject']>> {
  if (!traject) return { begonnenOp: null, fase: null, faseSinds: null, onderbreking: null }
  const { faseDomein, faseCode, begonnenOp, faseSinds, onderbreking } = traject
  const fase = (await listFasen(work)).find((one) => one.domein === faseDomein && one.code === faseCode)
  return { begonnenOp, fase: fase?.naam ?? faseCode, faseSinds, onderbreking }
}

type EigenRij = EigenActie & { readonly persoonId: Id }

async function findEigenActies(work: Work): Promise<EigenRij[]> {
  const { rows } = await sql<EigenRij>`
    select a.id, a.persoon_id as "persoonId", a.soort, a.tekst, a.op, a.uiterlijk_op as "uiterlijkOp", a.status = 'open' and a.uiterlijk_op < ${work.today}::date as "isTeLaat", a.status,
      a.klaar_op as "klaarOp", a.uitkomst, a.van_mij as "vanMij", a.namens, a.regievoerder, a.versie
    from onderdak.eigen_casusacties() a order by a.uiterlijk_op, a.id`.execute(work.db)
  return rows
}

export async function findEigenActie(work: Work, id: Id): Promise<EigenActie | undefined> {
  return (await findEigenActies(work)).find((one) => one.id === id)
}

/** Own actions and those of the organisation, also when the meeting is long over; never the casus. */
export async function listEigen(work: Work, query: z.output<(typeof listEigenActies)['query']>) {
  const rows = (await findEigenActies(work)).filter(
    (row) =>
      (query.stand === 'klaar') === (row.status !== 'open') && (query.stand !== 'te_laat' || row.isTeLaat),
  )
  work.saw(...rows.map((row) => row.persoonId))
  return listPage(
    rows.map(({ persoonId: _, ...row }) => row),
    query,
    'uiterlijkOp',
  )
}

/** Published lessons of the region. There is no id in them and no day. */
export async function listGepubliceerd(work: Work, query: z.output<(typeof listLessen)['query']>) {
  const { rows } = await sql<GepubliceerdeLes>`
    select l.titel, l.tekst, l.kwartaal from onderdak.gepubliceerde_casuslessen() l order by l.titel collate "und-x-icu", l.tekst`.execute(
    work.db,
  )
  return listPage(rows, query, '-kwartaal')
}
