import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { findMeelezenTot } from '../../persoon/server/betrokkenheid.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import type { listOverdrachten, OverdrachtDetail, OverdrachtItem } from '../domain/contract.ts'
import { canDoen, canNagaan } from '../domain/rules.ts'
import { type Actie, acties } from '../domain/toestanden.ts'
import { canLinken } from './link-commands.ts'
import { standSql } from './lookup.ts'
import { listMedewerkersVan } from './organisatie.ts'
import { mij } from './stap-commands.ts'
import { type OverdrachtRij, standVan } from './store.ts'

/** Who was only asked does not see the person: then the name is the one that was shared. */
function select(work: Work) {
  return work.db
    .selectFrom('overdracht as o')
    .leftJoin('persoon as p', 'p.id', 'o.persoon_id')
    .leftJoin('organisatie as v', 'v.id', 'o.van_organisatie_id')
    .leftJoin('organisatie as n', 'n.id', 'o.naar_organisatie_id')
    .selectAll('o')
    .select([
      'p.id as gezienId',
      sql<string>`case when p.id is null then o.gedeelde_naam else ${persoonNaamSql('p')} end`.as(
        'persoonNaam',
      ),
      sql<string>`coalesce(v.naam, o.van_naam)`.as('van'),
      sql<string>`coalesce(n.naam, o.naar_naam)`.as('naar'),
    ])
}

type Row = OverdrachtRij & { persoonNaam: string; van: string; naar: string }

function toItem(row: Row): OverdrachtItem {
  return {
    id: row.id,
    persoonId: row.persoon_id,
    naam: row.persoonNaam,
    richting: row.richting as OverdrachtItem['richting'],
    van: row.van,
    naar: row.naar,
    wetsovergang: row.wetsovergang as OverdrachtItem['wetsovergang'],
    toestand: row.status as OverdrachtItem['toestand'],
    aangebodenOp: row.aangeboden_op.toISOString(),
    antwoordUiterlijk: row.antwoord_uiterlijk,
    afgerondOp: row.afgerond_op,
    eersteContactUiterlijk: row.eerste_contact_uiterlijk,
    eersteContactOp: row.eerste_contact_op,
  }
}

/** Handovers of the asker's organisation, or all of one person; what must be done first on top. */
export async function listOverdrachtRijen(
  work: Work,
  query: z.output<typeof listOverdrachten.query>,
): Promise<{ count: number; results: OverdrachtItem[] }> {
  const mijnId = work.vrager.organisatieId
  let filtered = select(work).where('o.regio_id', '=', work.regioId)
  if (query.persoonId)
    filtered = filtered.where('o.persoon_id', 'in', [
      query.persoonId,
      ...(await listDossierIds(work, query.persoonId)),
    ])
  else if (query.stand === 'alle')
    filtered = filtered.where((e) =>
      e.or([e('o.van_organisatie_id', '=', mijnId), e('o.naar_organisatie_id', '=', mijnId)]),
    )
  if (query.stand !== 'alle') filtered = filtered.where(standSql(query.stand, mijnId))
  const { count } = await filtered
    .clearSelect()
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  const ordered =
    query.stand === 'alle'
      ? filtered.orderBy('o.aangeboden_op', 'desc')
      : filtered.orderBy(sql`coalesce(o.eerste_contact_uiterlijk, o.antwoord_uiterlijk)`)
  const rows = await ordered
    .orderBy('o.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count: Number(count), results: rows.map(toItem) }
}

export async function readOverdracht(work: Work, id: Id): Promise<OverdrachtDetail | Rejection> {
  const row = await select(work)
    .leftJoin('deling as d', 'd.id', 'o.deling_id')
    .select(['d.artikel', 'd.grond', 'p.geboortedatum as gezienGeboren'])
    .where('o.id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Deze overdracht')
  work.saw(row.persoon_id)
  const kan = kanNu(work, row)
  const termijn = (await getTermijn(work, 'overdracht_eerste_contact')) as Termijn
  return {
    ...toItem(row),
    zietDossier: row.gezienId !== null,
    geboortedatum: row.gezienId === null ? row.gedeelde_geboortedatum : row.gezienGeboren,
    reden: row.reden,
    samenvatting: row.samenvatting,
    zonderJeugdgegevens: row.zonder_jeugdgegevens,
    vanContact: row.van_contact,
    grond: row.grond as OverdrachtDetail['grond'],
    artikel: row.artikel,
    vervaltOp: row.vervalt_op,
    naarSoort: row.naar_soort as OverdrachtDetail['naarSoort'],
    geverNaam: row.gever_naam,
    geverOndertekendOp: row.gever_ondertekend_op,
    ontvangerNaam: row.ontvanger_naam,
    ontvangerFunctie: row.ontvanger_functie,
    ontvangerTelefoon: row.ontvanger_telefoon,
    ontvangerOndertekendOp: row.ontvanger_ondertekend_op,
    ontvangerToelichting: row.ontvanger_toelichting,
    eindreden: row.eindreden,
    gesprekOp: row.gesprek_op,
    clientAanwezig: row.client_aanwezig,
    clientAfwezigReden: row.client_afwezig_reden,
    eersteContactUitkomst: row.eerste_contact_uitkomst as OverdrachtDetail['eersteContactUitkomst'],
    eersteContactToelichting: row.eerste_contact_toelichting,
    meelezenTot: (await findMeelezenTot(work, row.persoon_id)) ?? null,
    link: await findHuidigeLink(work, row),
    kan,
    voorstelEersteContact: addTermijn(work.today, termijn),
    medewerkers:
      kan.includes('afronden') && row.richting !== 'naar_buiten'
        ? await listMedewerkersVan(work, work.vrager.organisatieId!)
        : [],
  }
}

function kanNu(work: Work, row: OverdrachtRij): OverdrachtDetail['kan'] {
  if (!work.vrager.permissies.has('overdracht.doen')) return []
  const stand = standVan(row)
  const doen = (Object.keys(acties) as Actie[]).filter(
    (actie) => canDoen(actie, stand, mij(work), work.today).ok,
  )
  return [
    ...doen,
    ...(canNagaan(stand, mij(work)).ok ? (['eerste_contact'] as const) : []),
    ...(canLinken(row, work).ok ? (['link'] as const) : []),
  ]
}

async function findHuidigeLink(work: Work, row: OverdrachtRij): Promise<OverdrachtDetail['link']> {
  const link = await work.db
    .selectFrom('overdracht_link')
    .select(['gemaakt_op', 'verloopt_op', 'geopend_op'])
    .where('overdracht_id', '=', row.id)
    .where('ingetrokken_op', 'is', null)
    .executeTakeFirst()
  if (!link) return null
  return {
    gemaaktOp: link.gemaakt_op.toISOString(),
    verlooptOp: link.verloopt_op,
    geopendOp: link.geopend_op?.toISOString() ?? null,
  }
}
