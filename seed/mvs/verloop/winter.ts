import type { RegisterPersoon } from '../../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../../src/modules/persoon/server/commands.ts'
import { registerPlekken } from '../../../src/modules/plek/server/commands.ts'
import { endVerblijf, startDirectVerblijf } from '../../../src/modules/verblijf/server/commands.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import type { Wens } from '../../personen.ts'
import { accepted } from '../../world.ts'
import type { Verloop } from './agenda.ts'
import { trekGemeente } from './mensen.ts'
import { endTrajecten } from './trajecten.ts'

const bedden = 8

/** Every winter two spells of frost: free extra beds for whoever sleeps nowhere else (regiovisie MVS §5.4). */
export function planWinters(verloop: Verloop, maak: (wens: Wens) => RegisterPersoon): void {
  const { agenda, laatste } = verloop
  const random = verloop.random.fork('winter')
  const locatieId = verloop.regio.locaties['F-MVS-18']![0]!
  for (let jaar = 2021; jaar <= Number(laatste.slice(0, 4)); jaar++)
    for (const maand of ['12', '02']) {
      const begin: PlainDate = `${maand === '12' ? jaar : jaar + 1}-${maand}-${String(random.between(3, 18)).padStart(2, '0')}`
      const einde = addDays(begin, random.between(5, 10))
      agenda.plan(begin, 'elementen', async (work) => {
        const { ids } = accepted(
          await registerPlekken(work, {
            plekken: Array.from({ length: bedden }, (_, i) => ({
              locatieId,
              productId: verloop.regio.producten.winteropvang!,
              naam: `Winterbed ${i + 1} (${begin})`,
              soort: 'nood' as const,
              tijdelijkReden: 'winterkou' as const,
              van: begin,
              tot: einde,
              bron: 'Verzonnen voor de demo: de bron noemt geen aantal',
            })),
          }),
        )
        for (const plekId of ids.slice(0, random.between(3, bedden))) await neemOp(work, plekId, einde)
      })
    }

  async function neemOp(work: Work, plekId: Id, einde: PlainDate): Promise<void> {
    const persoon = maak({
      op: work.today,
      leeftijd: [20, 68],
      herkomst: trekGemeente(verloop),
      woonplaats: null,
    })
    const persoonId = accepted(await registerPersoon(work, persoon)).id
    const made = accepted(
      await startDirectVerblijf(work, {
        persoonId,
        huishoudenId: null,
        plekId,
        op: work.today,
        soort: 'spoed',
        verwachtEindeOp: einde,
      }),
    )
    agenda.plan(einde, 'elementen', async (w) => {
      const bestemming = random.weighted({ straat: 50, eigen_netwerk: 30, onbekend: 20 })
      const klaar = random.chance(0.6)
      accepted(
        await endVerblijf(w, {
          verblijfId: made.id,
          versie: made.versie,
          op: w.today,
          reden: 'einde_termijn',
          bestemming,
          persoonId: null,
          nieuwAanspreekpuntId: null,
          overschrijdingReden: 'wacht_op_andere_plek',
          vervolg: klaar
            ? {
                soort: 'afsluiten',
                reden: 'geen_hulp_nodig',
                toelichting: 'Heeft een plek bij het netwerk gevonden.',
              }
            : {
                soort: 'stap',
                volgendeStap: 'Contact houden via de inloop',
                volgendeStapOp: addDays(w.today, 14),
              },
        }),
      )
      if (klaar) await endTrajecten(w, persoonId, 'eigen_keuze')
    })
  }
}
