import { tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { PublicatieInvoer } from '../domain/contract.ts'
import { familieVan, openbareIds } from '../domain/openbare-indicatoren.ts'
import { checkKeuze, checkPeriode } from '../domain/rules.ts'
import { insertPublicatie, lockPublicatie, lockPublicaties, markIngetrokken } from './store.ts'
import { countOpenbaar, findRegel, type Geteld } from './tellen.ts'

/** Freezes the chosen figures, as they were looked at. */
export async function publish(work: Work, input: PublicatieInvoer): Promise<{ id: Id } | Rejection> {
  const periode = checkPeriode(input.periode, work.today)
  if (isRejection(periode)) return periode
  const keuze = checkKeuze(input.indicatoren.map(({ indicator }) => indicator))
  if (keuze) return keuze
  await lockPublicaties(work)
  const geteld = await countOpenbaar(work, periode)
  const gekozen: Geteld[] = []
  for (const { indicator, controle } of input.indicatoren) {
    const cijfer = geteld.find((one) => one.indicator === indicator)
    if (!cijfer)
      return reject('cijfer_niet_over_periode', 'Een van deze cijfers is er niet over deze periode.', {
        field: 'indicatoren',
        status: 422,
      })
    if (cijfer.controle !== controle)
      return reject(
        'voorbeeld_verouderd',
        'De cijfers zijn veranderd sinds u het voorbeeld bekeek. Bekijk het voorbeeld opnieuw.',
        { field: 'indicatoren' },
      )
    gekozen.push(cijfer)
  }
  const regio = await work.db
    .selectFrom('regio')
    .select(['code', 'naam'])
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const { geheimTot, afronding } = await findRegel(work)
  const id = work.newId()
  const vast = { publicatie_id: id, regio_id: work.regioId }
  const done = await insertPublicatie(work, {
    publicatie: {
      ...periode,
      id,
      regio_id: work.regioId,
      regio_code: regio.code,
      regio_naam: regio.naam,
      geheim_tot: geheimTot,
      afronding,
      gepubliceerd_op: work.now,
      gepubliceerd_door: work.vrager.gebruikerId!,
    },
    indicatoren: gekozen.map(({ indicator, kaart }) => ({
      ...vast,
      indicator,
      volgorde: openbareIds.indexOf(indicator),
      naam: kaart.naam,
      definitie: kaart.definitie,
      eenheid: kaart.eenheid,
      tijd: kaart.tijd,
      teller: kaart.teller,
      eigenaar: kaart.eigenaar,
      definitie_versie: kaart.versie,
    })),
    cijfers: gekozen.flatMap(({ indicator, kaart, dagen, cijfers }) =>
      cijfers.map((cijfer) => ({
        ...vast,
        ...dagen,
        soort: periode.soort,
        geheim_tot: geheimTot,
        afronding,
        indicator,
        familie: familieVan(indicator),
        is_mensen: kaart.isMensen,
        populatie: cijfer.populatie,
        gebied: cijfer.gebied,
        gebied_naam: cijfer.gebiedNaam,
        waarde: cijfer.waarde,
        grondslag: cijfer.grondslag,
        verborgen: cijfer.verborgen,
      })),
    ),
  })
  if (isRejection(done)) return done
  await work.record({
    soort: 'CijfersGepubliceerd',
    onderwerpSoort: 'publicatie',
    onderwerpId: id,
    persoonId: null,
    op: work.today,
    gegevens: { periode: periode.periode, indicatoren: gekozen.map(({ indicator }) => indicator) },
  })
  return { id }
}

/** What was public stays known: a next publication of this period never shows more than this one did. */
export async function withdraw(
  work: Work,
  input: { readonly id: Id; readonly reden: string },
): Promise<{ id: Id } | Rejection> {
  const row = await lockPublicatie(work, input.id)
  if (!row) return notFound('Deze publicatie')
  if (row.status === 'ingetrokken')
    return tooLate(work, 'publicatie', input.id, {
      code: 'al_ingetrokken',
      reden: 'Deze publicatie is al ingetrokken.',
    })
  await markIngetrokken(work, input.id, input.reden)
  await work.record({
    soort: 'PublicatieIngetrokken',
    onderwerpSoort: 'publicatie',
    onderwerpId: input.id,
    persoonId: null,
    op: work.today,
    gegevens: { periode: row.periode },
  })
  return { id: input.id }
}
