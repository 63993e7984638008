import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { type Balansoorzaak, type Boek, balansoorzaken, soortVan } from '../domain/ketenbalans.ts'
import type { Balansgat } from '../domain/ketenbalans-contract.ts'
import { groepNamen } from './groepnamen.ts'
import { type Boekvraag, listZonderBegin, organisatiesVan, telBoeken } from './ketenbalans.ts'
import { antwoordVan, type BalansVraag } from './ketenbalans-queries.ts'
import { listTeOpenen, readMaandstand } from './telling.ts'

const oorzaakBij: Readonly<Record<string, Balansoorzaak>> = {
  uit_verder_zonder_plek: 'verder_zonder_plek',
  uit_onbekend: 'reden_onbekend',
}
const zaaksoort = { verblijf: 'verblijf', wachtlijst: 'wacht', in_beeld: 'in_beeld' } as const

interface Zaak {
  readonly zaak: Id
  readonly oorzaak: Balansoorzaak
}

/** Cases that keep the book of the whole chain from closing, or leave a hole in it. */
async function listZaken(work: Work, vraag: Boekvraag): Promise<Zaak[]> {
  const regels = await telBoeken(work, [vraag], 100_000)
  const uit = regels.filter(({ wat }) => wat === 'uit')
  const gaten = uit.flatMap((regel) => {
    const oorzaak = oorzaakBij[soortVan(vraag.boek, regel)]
    return oorzaak ? (regel.zaken ?? []).map((zaak) => ({ zaak, oorzaak })) : []
  })
  const zonderBegin = await listZonderBegin(work, vraag)
  return [...zonderBegin.map((zaak) => ({ zaak, oorzaak: 'begin_ontbreekt' as const })), ...gaten]
}

/** Every hole with who can fix it: the case itself for who may open it, and else only the organisation. */
export async function readBalansgaten(
  work: Work,
  query: BalansVraag & { readonly boek: Boek; readonly pagina: number; readonly aantalPerPagina: number },
) {
  const stand = await readMaandstand(work, query)
  if (isRejection(stand)) return stand
  const { boek, eenheid } = query
  const vraag = { id: 'gaten', boek, eenheid, per: null, stand }
  const zaken = await listZaken(work, vraag)
  const ids = zaken.map(({ zaak }) => zaak)
  const organisaties = await organisatiesVan(work, vraag, ids)
  const organisatie = await groepNamen(work, 'aanbieder')
  const open = new Map(
    (await listTeOpenen(work, zaaksoort[boek], ids)).map((rij) => [rij.zaak, rij.persoonId]),
  )
  const personen = [...open.values()].filter((id): id is Id => id !== null)
  const mensen = await mensenVan(work, personen)
  const rijen = new Map<string, Balansgat>()
  for (const { zaak, oorzaak } of zaken) {
    const persoonId = open.get(zaak) ?? null
    const mens = mensen.get(persoonId ?? '')
    const wie = organisatie(organisaties.get(zaak) ?? null)
    const id = open.has(zaak) ? `${oorzaak} ${zaak}` : `${oorzaak} ${wie}`
    rijen.set(id, {
      id,
      oorzaak,
      wat: balansoorzaken[oorzaak].naam,
      herstel: balansoorzaken[oorzaak].herstel,
      organisatie: wie,
      contactpersoon: mens?.contactpersoon ?? null,
      persoonId,
      naam: open.has(zaak) ? (mens?.naam ?? 'Zonder naam') : null,
    })
  }
  const start = (query.pagina - 1) * query.aantalPerPagina
  const results = [...rijen.values()].slice(start, start + query.aantalPerPagina)
  work.saw(...results.map(({ persoonId }) => persoonId))
  return { count: rijen.size, results, ...antwoordVan(boek, eenheid, stand) }
}

/** Names, and who does the next step, under row-level security. */
async function mensenVan(
  work: Work,
  personen: readonly Id[],
): Promise<Map<string, { naam: string; contactpersoon: string | null }>> {
  if (personen.length === 0) return new Map()
  const rows = await work.db.selectFrom('persoon').selectAll().where('id', 'in', personen).execute()
  const contacten = await work.db
    .selectFrom('opvolging as o')
    .innerJoin('gebruiker as g', 'g.id', 'o.contactpersoon_id')
    .select(['o.persoon_id', 'g.naam'])
    .where('o.persoon_id', 'in', personen)
    .execute()
  const contact = new Map(contacten.map((rij) => [rij.persoon_id, rij.naam]))
  return new Map(
    rows.map((rij) => [
      rij.id,
      { naam: weergavenaam({ ...rij, isNn: rij.is_nn }), contactpersoon: contact.get(rij.id) ?? null },
    ]),
  )
}
