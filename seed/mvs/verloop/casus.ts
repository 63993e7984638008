import {
  agreeActie,
  changeNiveau,
  closeCasus,
  endOverleg,
  finishActie,
  inviteDeelnemer,
  openCasus,
  planOverleg,
  publishLes,
  writeLes,
} from '../../../src/modules/casus/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { accepted } from '../../world.ts'
import type { Verloop } from './agenda.ts'

const loket = 'centraal_onthaal'
const corporatie = 'waterweg_wonen'

interface Lopend {
  id?: Id
  overlegId?: Id
  actieId?: Id
  lesId?: Id
}

/**
 * Four casussen at the end of the history: one that ended in a breakthrough with a lesson, one that is too late, one on a higher
 * level, and one that is discussed the day after tomorrow. All invented.
 */
export function planCasussen(verloop: Verloop): void {
  planDoorbraak(verloop, {})
  const op = (dagen: number, stap: (work: Work) => Promise<void>) =>
    verloop.agenda.plan(addDays(verloop.laatste, -dagen), loket, stap)
  const laat: Lopend = {}
  op(22, (work) => open(work, laat, 'geen_hulp', 'Niemand neemt de begeleiding op zich (verzonnen).'))
  op(4, async (work) => {
    if (laat.id)
      accepted(
        await writeLes(work, {
          casusId: laat.id,
          titel: 'Begeleiding zonder vast adres',
          tekst:
            'Wie geen vast adres heeft, valt tussen de wijkteams. Eén team zou het eerst moeten oppakken.',
        }),
      )
  })
  const hoger: Lopend = {}
  op(30, (work) => open(work, hoger, 'partijen_oneens', 'Twee organisaties wijzen naar elkaar (verzonnen).'))
  op(16, async (work) => {
    const reden = 'De organisaties komen er samen niet uit'
    if (hoger.id) accepted(await changeNiveau(work, { id: hoger.id, versie: 1, nummer: 2, reden }))
  })
  op(9, async (work) => {
    const tekst = 'De gemeente wijst één organisatie aan die begint'
    if (hoger.id) accepted(await agreeActie(work, afspraak(work, verloop, hoger.id, { tekst, wie: loket })))
  })
  const nieuw: Lopend = {}
  op(5, (work) =>
    open(work, nieuw, 'geen_passende_plek', 'Er is een woning nodig met zorg in de nacht (verzonnen).'),
  )
  op(2, async (work) => {
    await nodigUit(work, verloop, nieuw, addDays(verloop.laatste, 3))
    const tekst = 'Nagaan welke woning gelijkvloers is'
    if (nieuw.id)
      accepted(
        await agreeActie(work, {
          ...afspraak(work, verloop, nieuw.id, { tekst, wie: corporatie }),
          soort: 'actie',
          uiterlijkOp: verloop.laatste,
        }),
      )
  })
}

function planDoorbraak(verloop: Verloop, een: Lopend): void {
  const op = (dagen: number, wie: string, stap: (work: Work) => Promise<void>) =>
    verloop.agenda.plan(addDays(verloop.laatste, -dagen), wie, stap)
  op(50, loket, (work) =>
    open(work, een, 'geld_over_domeinen', 'Wmo en zorgverzekeraar wachten op elkaar (verzonnen).'),
  )
  op(46, loket, (work) => nodigUit(work, verloop, een, addDays(verloop.laatste, -44)))
  op(44, loket, async (work) => {
    if (!een.id || !een.overlegId) return
    accepted(await endOverleg(work, { id: een.overlegId, naar: 'gehouden' }))
    const tekst = 'Drie maanden samen betalen en dan terugkijken'
    accepted(await agreeActie(work, afspraak(work, verloop, een.id, { tekst, wie: loket })))
    const actie = { tekst: 'Een proefplaatsing aanbieden', wie: 'elementen' }
    const invoer = { ...afspraak(work, verloop, een.id, actie), soort: 'actie' as const }
    een.actieId = accepted(await agreeActie(work, invoer)).id
  })
  op(30, 'elementen', async (work) => {
    const klaar = { versie: 1, status: 'gedaan' as const, uitkomst: 'De proef is begonnen' }
    if (een.actieId) accepted(await finishActie(work, { ...klaar, id: een.actieId }))
  })
  op(12, loket, async (work) => {
    if (!een.id) return
    accepted(
      await closeCasus(work, {
        id: een.id,
        versie: 1,
        uitkomst: 'doorbraak',
        toelichting: 'Beide betalen een deel; de regio evalueert (verzonnen)',
        financiering: [
          { domein: 'wmo', betaalt: 'deels', bedrag: 4200, wieBeslist: 'Centrumgemeente' },
          { domein: 'zvw', betaalt: 'deels', bedrag: null, wieBeslist: 'Zorgverzekeraar' },
        ],
      }),
    )
    const tekst =
      'Als Wmo en zorgverzekeraar vooraf afspreken wie het eerste kwartaal betaalt, hoeft niemand op een besluit te wachten.'
    const les = { casusId: een.id, titel: 'Eerst samen betalen, dan uitzoeken', tekst }
    een.lesId = accepted(await writeLes(work, les)).id
  })
  op(10, 'rogplus', async (work) => {
    if (een.lesId) accepted(await publishLes(work, { id: een.lesId, versie: 1 }))
  })
}

/** For somebody whom the loket follows and who has no casus yet. */
async function open(
  work: Work,
  een: Lopend,
  reden: 'geen_hulp' | 'partijen_oneens' | 'geen_passende_plek' | 'geld_over_domeinen',
  vraag: string,
): Promise<void> {
  const persoon = await work.db
    .selectFrom('opvolging as o')
    .innerJoin('persoon as p', 'p.id', 'o.persoon_id')
    .select('p.id')
    .where('o.regio_id', '=', work.regioId)
    .where('o.organisatie_id', '=', work.vrager.organisatieId)
    .where('o.status', '=', 'open')
    .where('p.is_geheim', '=', false)
    .where('p.samengevoegd_in', 'is', null)
    .where((e) =>
      e.not(e.exists(e.selectFrom('casus as c').select('c.id').whereRef('c.persoon_id', '=', 'p.id'))),
    )
    .orderBy('p.id')
    .executeTakeFirst()
  if (!persoon) return
  const invoer = { reden, redenToelichting: null, vraag, veiligheid: null }
  const regie = { persoonId: persoon.id as Id, regievoerderId: work.vrager.gebruikerId! }
  een.id = accepted(await openCasus(work, { ...invoer, ...regie })).id
}

/** A meeting with somebody of the corporatie, who sees who it is and the question, on the need of a professional. */
async function nodigUit(work: Work, verloop: Verloop, een: Lopend, dag: PlainDate): Promise<void> {
  if (!een.id) return
  const overleg = { doel: 'Samen een oplossing vinden', plaats: 'Online', dag, van: '09:30', tot: '11:30' }
  const overlegId = accepted(await planOverleg(work, { ...overleg, casusId: een.id })).id
  accepted(
    await inviteDeelnemer(work, {
      overlegId,
      gebruikerId: verloop.regio.als(corporatie).gebruikerId!,
      gegevens: ['wie', 'hulpvraag'],
      waarom: 'Zonder de verhuurder is er geen woning',
      grond: 'BEROEPSHALVE_MEDEWERKING',
      weging: 'Alleen wie het is en wat er wordt gevraagd; met minder kan de verhuurder niet zoeken.',
      wetsartikel: null,
    }),
  )
  een.overlegId = overlegId
}

function afspraak(work: Work, verloop: Verloop, casusId: Id, { tekst, wie }: { tekst: string; wie: string }) {
  return {
    casusId,
    soort: 'besluit' as const,
    tekst,
    organisatieId: verloop.regio.organisaties[wie]!,
    gebruikerId: null,
    uiterlijkOp: addDays(work.today, 21),
  }
}
