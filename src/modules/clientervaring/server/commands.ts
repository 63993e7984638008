import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { ClientervaringInvoer, ClientervaringWijziging } from '../domain/contract.ts'
import {
  type Antwoord,
  type ErvaringRij,
  insertErvaring,
  listAntwoorden,
  lockErvaring,
  replaceErvaring,
  updateErvaring,
} from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gezien = { readonly id: Id; readonly versie: number }

function record(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({ soort, onderwerpSoort: 'clientervaring', onderwerpId: id, op: work.today, gegevens })
}

const kolommen = (input: ClientervaringInvoer | ClientervaringWijziging) => ({
  jaar: input.jaar,
  gemeente_code: input.gemeenteCode,
  domein: input.domein,
  uitgenodigd: input.uitgenodigd,
  beantwoord: input.beantwoord,
  telwijze: input.telwijze,
  onderzoek_op: input.onderzoekOp,
  bron: input.bron,
})

const antwoordenVan = ({ vragen }: Pick<ClientervaringInvoer, 'vragen'>): Antwoord[] =>
  vragen.flatMap(({ vraag, positief }) => (positief === null ? [] : [{ vraag, positief }]))

/** Small numbers stay out of the book, which is read in the whole region. */
const dicht = ['beantwoord', 'antwoorden']
const inWoorden = (antwoorden: readonly Antwoord[]) =>
  [...antwoorden].map(({ vraag, positief }) => `${vraag} ${positief}`).sort()

const inToekomst = (work: Work, op: PlainDate, field: string) =>
  op > work.today
    ? reject('datum_past_niet', `Kies een dag tot en met ${formatLong(work.today)}.`, { status: 422, field })
    : undefined

/** Which gemeenten and questions the region has; what a result had already may stay. */
async function checkKeuzes(
  work: Work,
  input: ClientervaringInvoer | ClientervaringWijziging,
  had: { readonly gemeente: string | null; readonly vragen: readonly string[] } = {
    gemeente: null,
    vragen: [],
  },
): Promise<Rejection | undefined> {
  const { gemeenteCode } = input
  if (gemeenteCode !== null && gemeenteCode !== had.gemeente) {
    const gemeente = await work.db
      .selectFrom('regio_gemeente')
      .select('gemeente_code')
      .where('regio_id', '=', work.regioId)
      .where('gemeente_code', '=', gemeenteCode)
      .where('van', '<=', `${input.jaar}-12-31`)
      .where((e) => e.or([e('tot', 'is', null), e('tot', '>', `${input.jaar}-01-01`)]))
      .executeTakeFirst()
    if (!gemeente)
      return reject(
        'gemeente_hoort_er_niet_bij',
        `Deze gemeente hoorde in ${input.jaar} niet bij de regio.`,
        {
          status: 422,
          field: 'gemeenteCode',
        },
      )
  }
  const rows = await work.db
    .selectFrom('keuze')
    .select('code')
    .distinct()
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'clientervaring_vraag')
    .execute()
  const bekend = new Set([...rows.map(({ code }) => code), ...had.vragen])
  const vreemd = input.vragen.findIndex(({ vraag }) => !bekend.has(vraag))
  return vreemd < 0
    ? undefined
    : reject('vraag_bestaat_niet', 'Deze vraag staat niet in de keuzelijst van de regio.', {
        status: 422,
        field: `vragen.${vreemd}.positief`,
      })
}

export async function registerClientervaring(
  work: Work,
  input: ClientervaringInvoer,
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.onderzoekOp, 'onderzoekOp') ?? (await checkKeuzes(work, input))
  if (refused) return refused
  const id = await insertErvaring(work, kolommen(input), antwoordenVan(input))
  if (isRejection(id)) return id
  const { jaar, domein, gemeenteCode } = input
  await record(work, 'ClientervaringVastgelegd', id, { versie: 1, jaar, domein, gemeenteCode })
  return { id, versie: 1 }
}

async function lockGeldend(work: Work, id: Id): Promise<ErvaringRij | Rejection> {
  const row = await lockErvaring(work, id)
  if (isRejection(row) || row.ingetrokken_op === null) return row
  return tooLate(work, 'clientervaring', id, {
    code: 'kan_nu_niet',
    reden: 'Deze uitkomst is ingetrokken. Leg een nieuwe vast.',
  })
}

export async function changeClientervaring(
  work: Work,
  input: ClientervaringWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  const antwoorden = await listAntwoorden(work, row.id)
  const refused =
    inToekomst(work, input.onderzoekOp, 'onderzoekOp') ??
    (await checkKeuzes(work, input, {
      gemeente: row.gemeente_code,
      vragen: antwoorden.map(({ vraag }) => vraag),
    }))
  if (refused) return refused
  const set = kolommen(input)
  const versie = await replaceErvaring(work, input, set, antwoordenVan(input))
  if (isRejection(versie)) return versie
  const wijzigingen = openChanges(
    { ...row, antwoorden: inWoorden(antwoorden) },
    { ...set, antwoorden: inWoorden(antwoordenVan(input)) },
    dicht,
  )
  await record(work, 'ClientervaringGewijzigd', row.id, { versie, wijzigingen })
  return { id: row.id, versie }
}

/** Published and delivered: on which day, and to whom. */
export async function deliverClientervaring(
  work: Work,
  input: Gezien & { readonly geleverdOp: PlainDate; readonly geleverdAan: string },
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.geleverdOp, 'geleverdOp')
  if (refused) return refused
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  const set = { geleverd_op: input.geleverdOp, geleverd_aan: input.geleverdAan }
  const versie = await updateErvaring(work, input, set)
  if (isRejection(versie)) return versie
  await record(work, 'ClientervaringGeleverd', row.id, { versie, wijzigingen: openChanges(row, set, []) })
  return { id: row.id, versie }
}

export async function withdrawClientervaring(
  work: Work,
  input: Gezien & { readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockGeldend(work, input.id)
  if (isRejection(row)) return row
  const set = { ingetrokken_op: work.today, ingetrokken_reden: input.reden }
  const versie = await updateErvaring(work, input, set)
  if (isRejection(versie)) return versie
  await record(work, 'ClientervaringIngetrokken', row.id, {
    versie,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}
