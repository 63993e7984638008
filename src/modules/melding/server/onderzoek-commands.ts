import { type Selectable, sql, type Updateable } from 'kysely'
import { changesOf, conflict } from '../../../platform/conflict.ts'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import type { EditOnderzoek } from '../domain/onderzoek-contract.ts'
import { decideAfronden } from '../domain/onderzoek-rules.ts'
import { decideStatus, faultOfLoket } from '../domain/rules.ts'
import { lockMelding, onderwerpVan, updateMelding } from './store.ts'
import { volgendeWerkdag } from './termijnen.ts'

type Rij = Selectable<DB['onderzoek']>

/** Field of the contract → column. */
const kolommen = {
  planUitgelegdOp: 'plan_uitgelegd_op',
  planOntvangenOp: 'plan_ontvangen_op',
  planSamenvatting: 'plan_samenvatting',
  ondersteuningAangebodenOp: 'ondersteuning_aangeboden_op',
  ondersteuningUitkomst: 'ondersteuning_uitkomst',
  identiteitGezienOp: 'identiteit_gezien_op',
  identiteitDocument: 'identiteit_document',
  behoeften: 'behoeften',
  eigenKracht: 'eigen_kracht',
  mantelzorgNetwerk: 'mantelzorg_netwerk',
  ondersteuningMantelzorger: 'ondersteuning_mantelzorger',
  algemeneVoorzieningen: 'algemene_voorzieningen',
  samenwerking: 'samenwerking',
  bijdragen: 'bijdragen',
  pgbUitgelegdOp: 'pgb_uitgelegd_op',
  clientprofiel: 'clientprofiel',
  verslagVerzondenOp: 'verslag_verzonden_op',
  reactieClient: 'reactie_client',
} as const satisfies Partial<Record<keyof EditOnderzoek, keyof Rij>>

type Veld = keyof typeof kolommen
const velden = Object.keys(kolommen) as Veld[]

async function lockOnderzoek(work: Work, meldingId: Id, versie?: number): Promise<Rij | Rejection> {
  const row = await work.db
    .selectFrom('onderzoek')
    .selectAll()
    .where('melding_id', '=', meldingId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Dit onderzoek')
  if (versie !== undefined && row.versie !== versie) return conflict(work, 'onderzoek', row.id, versie)
  return row
}

/** Which loket handles the melding; who does not see it is told below that there is no onderzoek. */
async function findLoket(work: Work, meldingId: Id): Promise<Id | null> {
  const melding = await work.db
    .selectFrom('melding')
    .select('organisatie_id')
    .where('id', '=', meldingId)
    .executeTakeFirst()
  return melding ? melding.organisatie_id : work.vrager.organisatieId
}

/** Fills in or corrects the onderzoek. Fields that are left out stay as they were; null empties a field. */
export async function editOnderzoek(
  work: Work,
  input: Omit<EditOnderzoek, 'versie'> & { meldingId: Id; versie?: number },
): Promise<{ id: Id; versie: number } | Rejection> {
  const elders = faultOfLoket(work.vrager, await findLoket(work, input.meldingId))
  if (elders) return elders
  const row = await lockOnderzoek(work, input.meldingId, input.versie)
  if (isRejection(row)) return row
  work.saw(row.persoon_id)
  const refused = editFault(work, row, input) ?? (await keuzeFault(work, row, input))
  if (refused) return refused
  const given = velden.filter((veld) => input[veld] !== undefined)
  const before = Object.fromEntries(given.map((veld) => [veld, row[kolommen[veld]]]))
  const after = Object.fromEntries(given.map((veld) => [veld, input[veld] || null]))
  const values: Updateable<DB['onderzoek']> = Object.fromEntries(
    given.map((veld) => [kolommen[veld], after[veld]]),
  )
  const versie = row.versie + 1
  const result = await catchConstraint(
    work.db
      .updateTable('onderzoek')
      .set({ ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', row.id)
      .execute(),
    {
      onderzoek_volledig: reject(
        'onderzoek_afgerond',
        'Dit onderzoek is afgerond. Een verplicht onderdeel kan dan niet meer leeg worden gemaakt.',
      ),
    },
  )
  if ('rejected' in result) return result
  await saveLeefgebieden(work, row, input.leefgebieden ?? [])
  await work.record({
    soort: 'OnderzoekGewijzigd',
    onderwerpSoort: 'onderzoek',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      wijzigingen: shorten({
        ...changesOf(before, after),
        ...(input.leefgebieden?.length && {
          leefgebieden: [null, input.leefgebieden.map((analyse) => analyse.leefgebied).join(', ')],
        }),
      }),
    },
  })
  return { id: row.id, versie }
}

function editFault(work: Work, row: Rij, input: Partial<Record<Veld, string | null>>): Rejection | undefined {
  for (const veld of [
    'planUitgelegdOp',
    'planOntvangenOp',
    'ondersteuningAangebodenOp',
    'identiteitGezienOp',
    'pgbUitgelegdOp',
    'verslagVerzondenOp',
  ] as const) {
    const datum = input[veld]
    if (datum && datum > work.today)
      return reject('datum_in_toekomst', 'Deze dag ligt in de toekomst. Controleer de datum.', {
        status: 422,
        field: veld,
      })
  }
  const gezien = 'identiteitGezienOp' in input ? input.identiteitGezienOp : row.identiteit_gezien_op
  const soort = 'identiteitDocument' in input ? input.identiteitDocument : row.identiteit_document
  if (Boolean(gezien) !== Boolean(soort))
    return reject('identiteit_onvolledig', 'Vul bij de identiteit de dag én de soort van het document in.', {
      status: 422,
      field: gezien ? 'identiteitDocument' : 'identiteitGezienOp',
    })
  return undefined
}

async function keuzeFault(
  work: Work,
  row: Rij,
  input: { clientprofiel?: string | null; leefgebieden?: { leefgebied: string }[] },
): Promise<Rejection | undefined> {
  if (
    input.clientprofiel &&
    input.clientprofiel !== row.clientprofiel &&
    !(await isKeuze(work, 'clientprofiel', input.clientprofiel))
  )
    return reject('profiel_onbekend', 'Kies een cliëntprofiel uit de lijst.', {
      status: 422,
      field: 'clientprofiel',
    })
  if (!input.leefgebieden?.length) return undefined
  const bekend = await work.db
    .selectFrom('keuze')
    .select('code')
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'leefgebied')
    .execute()
  const codes = new Set(bekend.map((keuze) => keuze.code))
  const index = input.leefgebieden.findIndex((analyse) => !codes.has(analyse.leefgebied))
  if (index < 0) return undefined
  return reject('leefgebied_onbekend', 'Kies een leefgebied uit de lijst.', {
    status: 422,
    field: `leefgebieden.${index}.leefgebied`,
  })
}

async function saveLeefgebieden(
  work: Work,
  row: Rij,
  analyses: NonNullable<EditOnderzoek['leefgebieden']>,
): Promise<void> {
  if (analyses.length === 0) return
  await work.db
    .insertInto('leefgebied_analyse')
    .values(
      analyses.map((analyse) => ({
        regio_id: work.regioId,
        onderzoek_id: row.id,
        persoon_id: row.persoon_id,
        leefgebied: analyse.leefgebied,
        eigen_woorden: analyse.eigenWoorden || null,
        bevinding: analyse.bevinding || null,
        zelfredzaamheid: analyse.zelfredzaamheid ? Number(analyse.zelfredzaamheid) : null,
        herkomst_informatie: analyse.herkomstInformatie || null,
      })),
    )
    .onConflict((c) =>
      c.columns(['onderzoek_id', 'leefgebied']).doUpdateSet({
        eigen_woorden: sql<string | null>`excluded.eigen_woorden`,
        bevinding: sql<string | null>`excluded.bevinding`,
        zelfredzaamheid: sql<number | null>`excluded.zelfredzaamheid`,
        herkomst_informatie: sql<string | null>`excluded.herkomst_informatie`,
      }),
    )
    .execute()
}

/** Long texts are kept in the table itself; the book only has to tell a colleague what changed. */
function shorten(changes: Record<string, unknown>): Record<string, unknown> {
  const short = (value: unknown) =>
    typeof value === 'string' && value.length > 160 ? `${value.slice(0, 160)}…` : value
  return Object.fromEntries(
    Object.entries(changes).map(([veld, change]) => [veld, (change as unknown[]).map(short)]),
  )
}

/** Completes the onderzoek; everything that the law asks for must be there (Wmo 2015 art. 2.3.2). */
export async function completeOnderzoek(
  work: Work,
  input: { meldingId: Id; versie?: number },
): Promise<{ id: Id; versie: number } | Rejection> {
  const melding = await lockMelding(work, input.meldingId)
  if (isRejection(melding)) return melding
  const elders = faultOfLoket(work.vrager, melding.organisatie_id)
  if (elders) return elders
  const row = await lockOnderzoek(work, melding.id, input.versie)
  if (isRejection(row)) return row
  const refused =
    decideStatus(melding.status, 'wacht_op_besluit') ??
    decideAfronden({
      planUitgelegdOp: row.plan_uitgelegd_op,
      ondersteuningAangebodenOp: row.ondersteuning_aangeboden_op,
      ondersteuningUitkomst: row.ondersteuning_uitkomst,
      clientprofiel: row.clientprofiel,
      behoeften: row.behoeften,
      eigenKracht: row.eigen_kracht,
      mantelzorgNetwerk: row.mantelzorg_netwerk,
      ondersteuningMantelzorger: row.ondersteuning_mantelzorger,
      algemeneVoorzieningen: row.algemene_voorzieningen,
      samenwerking: row.samenwerking,
      bijdragen: row.bijdragen,
    })
  if (refused) return refused
  const versie = row.versie + 1
  await work.db
    .updateTable('onderzoek')
    .set({ afgerond_op: work.today, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
    .where('id', '=', row.id)
    .execute()
  const updated = await updateMelding(work, melding, { status: 'wacht_op_besluit' })
  if (isRejection(updated)) return updated
  await setOpvolging(work, onderwerpVan(melding), {
    volgendeStap: row.verslag_verzonden_op ? 'Besluit nemen' : 'Verslag versturen en besluit nemen',
    volgendeStapOp: melding.uiterlijk_op > work.today ? melding.uiterlijk_op : volgendeWerkdag(work.today),
  })
  await work.record({
    soort: 'OnderzoekAfgerond',
    onderwerpSoort: 'onderzoek',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: { afgerondOp: [null, work.today] } },
  })
  await work.record({
    soort: 'MeldingWachtOpBesluit',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: { versie: updated, wijzigingen: { status: [melding.status, 'wacht_op_besluit'] } },
  })
  return { id: row.id, versie }
}
