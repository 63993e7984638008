import { closeOpvolging } from '../../../src/modules/opvolging/server/commands.ts'
import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import { GastenInvoer } from '../../../src/modules/winterkou/domain/gast-api.ts'
import { registerGasten } from '../../../src/modules/winterkou/server/gast-commands.ts'
import { finishIntake } from '../../../src/modules/winterkou/server/intake-commands.ts'
import {
  eindigPeriode,
  planCapaciteit,
  registerKosten,
  startPeriode,
} from '../../../src/modules/winterkou/server/periode-commands.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { Wens } from '../../personen.ts'
import { accepted } from '../../world.ts'
import type { Verloop } from './agenda.ts'
import { trekGemeente } from './mensen.ts'

const bedden = 8
const bron = 'Verzonnen voor de demo: de bron noemt geen aantal'
const besluit = 'Coördinator opvang, gemeente Vlaardingen'
/** Two spells per winter: together the budget of a year (regiovisie MVS §5.4: € 168.000). */
const kosten = 84_000
const stilte = ['wil_niet', 'gesproken', 'niet_gevonden']

interface Vorst {
  readonly begin: PlainDate
  readonly einde: PlainDate
}

/** Every winter two spells of frost: free extra beds for whoever sleeps nowhere else (regiovisie MVS §5.4). */
export function planWinters(verloop: Verloop, maak: (wens: Wens) => RegisterPersoon): void {
  const { agenda, laatste } = verloop
  const random = verloop.random.fork('winter')
  const locatieId = verloop.regio.locaties['F-MVS-18']![0]!
  let isGepland = false
  for (let jaar = 2021; jaar <= Number(laatste.slice(0, 4)); jaar++)
    for (const maand of ['12', '02']) {
      const begin: PlainDate = `${maand === '12' ? jaar : jaar + 1}-${maand}-${String(random.between(3, 18)).padStart(2, '0')}`
      const einde = addDays(begin, random.between(5, 10))
      planPeriode({ begin, einde })
      for (let nacht = begin; nacht < einde; nacht = addDays(nacht, 1)) planNacht(nacht, random.between(1, 6))
      for (let n = random.between(1, 2); n > 0; n--) planBekende({ begin, einde })
    }

  // A calamiteit in the last autumn before the end, outside the frost: half of the beds of the uitwijklocatie (WIN-06).
  const calamiteit = `${Number(laatste.slice(0, 4)) - 1}-11-21`
  agenda.plan(calamiteit, 'gemeente_vlaardingen', async (work) => {
    if (!isGepland) accepted(await planCapaciteit(work, { locatieId, bedden, van: calamiteit, bron }))
    isGepland = true
    const { id, versie } = accepted(
      await startPeriode(work, {
        soort: 'calamiteit',
        van: calamiteit,
        reden: 'Wateroverlast in het gebouw: een deel van de zaal kan niet gebruikt worden',
        temperatuur: null,
        afwijkingReden: null,
        beslotenDoor: besluit,
        beslotenOp: calamiteit,
        locaties: [{ locatieId, percentage: 50 }],
        bron,
      }),
    )
    const einde = addDays(calamiteit, 6)
    agenda.plan(einde, 'gemeente_vlaardingen', async (later) => {
      const slot = { tot: einde, reden: 'De zaal is weer droog', beslotenDoor: besluit, beslotenOp: einde }
      accepted(await eindigPeriode(later, { id, versie, ...slot }))
    })
  })

  function planPeriode({ begin, einde }: Vorst): void {
    agenda.plan(begin, 'gemeente_vlaardingen', async (work) => {
      if (!isGepland) accepted(await planCapaciteit(work, { locatieId, bedden, van: begin, bron }))
      isGepland = true
      const { id, versie } = accepted(
        await startPeriode(work, {
          soort: 'winterkou',
          van: begin,
          reden: 'Er komt vorst',
          temperatuur: -random.between(1, 9),
          afwijkingReden: null,
          beslotenDoor: besluit,
          beslotenOp: begin,
          locaties: [],
          bron,
        }),
      )
      agenda.plan(einde, 'gemeente_vlaardingen', async (later) => {
        const slot = { tot: einde, reden: 'Het dooit', beslotenDoor: besluit, beslotenOp: einde }
        accepted(await eindigPeriode(later, { id, versie, ...slot }))
        const regel = {
          op: einde,
          bedrag: kosten,
          omschrijving: 'Winteropvang bij vorst, helft van het jaar',
        }
        accepted(await registerKosten(later, { ...regel, bron: 'Regiovisie MVS §5.4: € 168.000 per jaar' }))
      })
    })
  }

  /** One of the guests without a name is offered an intake the next day, and that is that. */
  function planNacht(nacht: PlainDate, aantal: number): void {
    const gast = (meer: object) => GastenInvoer.parse({ locatieId, kanNergensAnders: true, ...meer })
    agenda.plan(nacht, 'elementen', async (work) => {
      if (aantal > 1) accepted(await registerGasten(work, gast({ aantal: aantal - 1 })))
      const intake = {
        intakeOp: addDays(nacht, 1),
        intakeOrganisatieId: verloop.regio.organisaties.centraal_onthaal,
      }
      const { ids } = accepted(await registerGasten(work, gast(intake)))
      const uitkomst = random.pick(stilte)
      agenda.plan(addDays(nacht, 1), 'centraal_onthaal', async (later) => {
        accepted(await finishIntake(later, { id: ids[0]!, versie: 1, uitkomst }))
      })
    })
  }

  /** Somebody who says who they are: a file, and a talk that ends with a place in their own network. */
  function planBekende({ begin, einde }: Vorst): void {
    agenda.plan(begin, 'elementen', async (work) => {
      const persoon = maak({
        op: work.today,
        leeftijd: [20, 68],
        herkomst: trekGemeente(verloop),
        woonplaats: null,
      })
      const persoonId: Id = accepted(await registerPersoon(work, persoon)).id
      const wie = { locatieId, kanNergensAnders: true, soort: 'bekend', persoonId, intakeOp: einde }
      accepted(await registerGasten(work, GastenInvoer.parse(wie)))
      agenda.plan(einde, 'elementen', async (later) => {
        const toelichting = 'Heeft een plek bij het netwerk gevonden.'
        accepted(
          await closeOpvolging(later, { persoonId }, { reden: 'geen_hulp_nodig', toelichting, op: einde }),
        )
      })
    })
  }
}
