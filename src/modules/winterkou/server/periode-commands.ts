import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { findLocatie } from '../../plek/server/lookup.ts'
import type { CapaciteitInvoer, EindeInvoer, KostenInvoer, WinterperiodeInvoer } from '../domain/contract.ts'
import { checkEinde, checkStart } from '../domain/rules.ts'
import { canEindigen, toestandVan } from '../domain/toestanden.ts'
import { insertKosten, withdrawKosten } from './kosten-store.ts'
import { endPeriode, insertPeriode, lockPeriode, setCapaciteit } from './store.ts'

type Bron = { readonly bron?: string | null }
type Gedaan = { id: Id; versie: number } | Rejection

/** The rule of the region as it holds today. */
export async function readRegel(work: Work) {
  const [drempel, tekst, percentage, bewaardagen] = await Promise.all([
    findInstelling(work, 'winterkou_drempel'),
    findInstelling(work, 'winterkou_regel'),
    findInstelling(work, 'calamiteit_percentage'),
    findInstelling(work, 'winterkou_bewaardagen'),
  ])
  const getal = (waarde: string | undefined, anders: number) =>
    Number((waarde ?? String(anders)).replace(',', '.'))
  return {
    drempel: getal(drempel, 0),
    tekst: tekst ?? 'De regeling gaat aan zodra de temperatuur onder het vriespunt komt.',
    percentage: getal(percentage, 50),
    bewaardagen: getal(bewaardagen, 30),
  }
}

/** Switches winterkou or a calamiteit on (WIN-01, WIN-06). */
export async function startPeriode(work: Work, input: WinterperiodeInvoer & Bron): Promise<Gedaan> {
  const refused = checkStart(input, await readRegel(work), work.now) ?? (await checkLocaties(work, input))
  if (refused) return refused
  const id = work.newId()
  const isKou = input.soort === 'winterkou'
  const taken = await insertPeriode(
    work,
    {
      id,
      soort: input.soort,
      van: input.van,
      reden: input.reden,
      temperatuur: isKou ? input.temperatuur : null,
      afwijking_reden: isKou ? input.afwijkingReden : null,
      besloten_door: input.beslotenDoor,
      besloten_op: input.beslotenOp,
      bron: input.bron ?? null,
    },
    isKou ? [] : input.locaties,
  )
  if (taken) return taken
  await work.record({
    soort: isKou ? 'WinterkouAangezet' : 'CalamiteitAangezet',
    onderwerpSoort: 'winterperiode',
    onderwerpId: id,
    op: input.van,
    gegevens: { versie: 1, temperatuur: input.temperatuur, locaties: input.locaties.length },
  })
  return { id, versie: 1 }
}

async function checkLocaties(work: Work, input: WinterperiodeInvoer): Promise<undefined | Rejection> {
  if (input.soort === 'winterkou') return undefined
  const ids = input.locaties.map((one) => one.locatieId)
  if (new Set(ids).size < ids.length)
    return reject('locatie_dubbel', 'Een locatie staat er twee keer in. Haal er een weg.', {
      field: 'locaties',
      status: 422,
    })
  for (const [i, id] of ids.entries())
    if (!(await findLocatie(work, id)))
      return reject('locatie_onbekend', 'Kies een locatie uit de lijst.', {
        field: `locaties.${i}.locatieId`,
        status: 422,
      })
  return undefined
}

/** Ends it from a night, or takes it back when that is its first night. Nights with guests stay inside. */
export async function eindigPeriode(work: Work, input: EindeInvoer & { id: Id }): Promise<Gedaan> {
  const periode = await lockPeriode(work, input.id)
  if (!periode) return notFound('Deze periode')
  if (periode.versie !== input.versie) return conflict(work, 'winterperiode', input.id, input.versie)
  const may = canEindigen(periode, nachtOp(work.now))
  if (!may.ok) return reject('einde_staat_vast', may.reden)
  const refused =
    checkEinde(periode, input.tot, input.beslotenOp, work.now) ?? (await endPeriode(work, periode, input))
  if (refused) return refused
  const versie = periode.versie + 1
  await work.record({
    soort:
      toestandVan({ ...periode, tot: input.tot }, periode.van) === 'ingetrokken'
        ? 'WinterperiodeIngetrokken'
        : 'WinterperiodeBeeindigd',
    onderwerpSoort: 'winterperiode',
    onderwerpId: input.id,
    op: input.tot,
    gegevens: { versie, wijzigingen: { tot: [null, input.tot] } },
  })
  return { id: input.id, versie }
}

/** WIN-03: how many extra beds a locatie has from a day on; the past stays as it was. */
export async function planCapaciteit(
  work: Work,
  input: CapaciteitInvoer & Bron,
): Promise<{ id: Id | null } | Rejection> {
  if (input.van < nachtOp(work.now))
    return reject('dag_voorbij', 'Kies vandaag of een latere dag.', { field: 'van', status: 422 })
  const locatie = await findLocatie(work, input.locatieId)
  if (!locatie) return notFound('Deze locatie')
  if (locatie.isGeheim)
    return reject('geheime_locatie', 'Een geheime locatie kan geen winteropvang zijn.', {
      field: 'locatieId',
      status: 422,
    })
  const id = work.newId()
  const refused = await setCapaciteit(work, { id, ...input, bron: input.bron ?? null })
  if (refused) return refused
  await work.record({
    soort: 'WintercapaciteitVastgelegd',
    onderwerpSoort: 'locatie',
    onderwerpId: input.locatieId,
    op: input.van,
    gegevens: { bedden: input.bedden },
  })
  return { id: input.bedden === 0 ? null : id }
}

export async function registerKosten(
  work: Work,
  input: KostenInvoer & Bron,
): Promise<{ id: Id } | Rejection> {
  if (input.op > work.today)
    return reject('dag_in_toekomst', 'Kies vandaag of een eerdere dag.', { field: 'op', status: 422 })
  const id = work.newId()
  await insertKosten(work, { id, ...input, bron: input.bron ?? null })
  await work.record({
    soort: 'WinterkostenVastgelegd',
    onderwerpSoort: 'winterkosten',
    onderwerpId: id,
    op: input.op,
    gegevens: { bedrag: input.bedrag },
  })
  return { id }
}

export async function stopKosten(
  work: Work,
  input: { id: Id; reden: string },
): Promise<{ id: Id } | Rejection> {
  const done = await withdrawKosten(work, input.id, input.reden)
  if (done === 'onbekend') return notFound('Deze regel')
  if (done === 'al_ingetrokken') return reject('al_ingetrokken', 'Deze regel is al ingetrokken.')
  await work.record({
    soort: 'WinterkostenIngetrokken',
    onderwerpSoort: 'winterkosten',
    onderwerpId: input.id,
    op: work.today,
    gegevens: {},
  })
  return { id: input.id }
}
