import {
  acceptOverdracht,
  createLink,
  finishOverdracht,
  offerOverdracht,
  recordEersteContact,
  refuseOverdracht,
} from '../../../src/modules/overdracht/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { accepted } from '../../world.ts'
import type { Verloop } from './agenda.ts'

const gever = 'elementen'
/** One every so many days of the last weeks, so that some are finished, some run and some wait. */
const eersteVoorEinde = 42
const omDeDagen = 3

const reden = 'De begeleiding gaat verder bij een ander. De persoon is verzonnen.'
const samenvatting = 'Er is wekelijks contact. De afspraken staan in het plan. Alles hier is verzonnen.'

const ontvangers = [
  { naar: 'centraal_onthaal', grond: 'UITVOERING_AANBIEDER', weging: null },
  {
    naar: 'leger_des_heils',
    grond: 'BEROEPSHALVE_MEDEWERKING',
    weging: 'Zonder deze gegevens kan de ander de begeleiding niet overnemen.',
  },
] as const

/** Warm handovers of the last weeks: to another organisation of the region, and now and then to the region next to it. */
export function planOverdrachten(verloop: Verloop): void {
  const { agenda, regio, laatste } = verloop
  for (let i = 0; i * omDeDagen < eersteVoorEinde; i++) {
    const op = addDays(laatste, i * omDeDagen - eersteVoorEinde)
    agenda.plan(op, gever, async (work) => {
      const persoonId = await findClient(work)
      if (persoonId === undefined) return
      if (i % 5 === 4) return naarBuiten(work, persoonId)
      const { naar, ...waarom } = ontvangers[i % 2]!
      const { id } = accepted(
        await offerOverdracht(work, {
          persoonId,
          waarheen: 'binnen',
          wetsovergang: i % 4 === 1 ? 'wmo_zvw' : 'geen',
          reden,
          samenvatting,
          naarOrganisatieId: regio.organisaties[naar]!,
          ...waarom,
        }),
      )
      verder(verloop, { id, naar, op, weigert: i % 5 === 3 })
    })
  }
}

interface Aangeboden {
  readonly id: Id
  readonly naar: string
  readonly op: PlainDate
  readonly weigert: boolean
}

/** What the receiver does; what falls after the last day is the open work of today. */
function verder({ agenda }: Verloop, { id, naar, op, weigert }: Aangeboden): void {
  if (weigert) {
    agenda.plan(addDays(op, 5), naar, async (work) => {
      accepted(await refuseOverdracht(work, { id, reden: 'Er is nu geen ruimte in het team' }))
    })
    return
  }
  agenda.plan(addDays(op, 4), naar, async (work) => {
    accepted(await acceptOverdracht(work, { id }))
  })
  agenda.plan(addDays(op, 10), naar, async (work) => {
    const eersteContactUiterlijk = addDays(work.today, 7)
    accepted(
      await finishOverdracht(work, {
        id,
        gesprekOp: work.today,
        clientAanwezig: true,
        eersteContactUiterlijk,
      }),
    )
  })
  agenda.plan(addDays(op, 15), naar, async (work) => {
    accepted(
      await recordEersteContact(work, {
        id,
        op: work.today,
        uitkomst: 'gesproken',
        volgendeStap: 'Plan bespreken',
        volgendeStapOp: addDays(work.today, 21),
      }),
    )
  })
}

async function naarBuiten(work: Work, persoonId: Id): Promise<void> {
  const { id } = accepted(
    await offerOverdracht(work, {
      persoonId,
      waarheen: 'naar_buiten',
      naarSoort: 'andere_gemeente',
      naarNaam: 'Loket van een verzonnen buurregio',
      wetsovergang: 'geen',
      reden: 'Verhuist naar familie. De persoon is verzonnen.',
      samenvatting,
      grond: 'BEROEPSHALVE_MEDEWERKING',
      weging: 'Zonder deze gegevens kan de buurregio niet beoordelen welke hulp nodig is.',
    }),
  )
  accepted(await createLink(work, id))
}

/** An adult with a traject for whom the giver is responsible, not handed over before; the oldest traject first. */
async function findClient(work: Work): Promise<Id | undefined> {
  const row = await work.db
    .selectFrom('opvolging as v')
    .innerJoin('traject as t', 't.persoon_id', 'v.persoon_id')
    .innerJoin('persoon as p', 'p.id', 'v.persoon_id')
    .select('p.id')
    .where('v.regio_id', '=', work.regioId)
    .where('v.status', '=', 'open')
    .where('v.organisatie_id', '=', work.vrager.organisatieId)
    .where('t.geeindigd_op', 'is', null)
    .where('p.is_geheim', '=', false)
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('overdracht as o').select('o.id').whereRef('o.persoon_id', '=', 'v.persoon_id'),
        ),
      ),
    )
    .orderBy('t.begonnen_op')
    .orderBy('p.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
