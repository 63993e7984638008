import { countBevindingen } from '../src/modules/kwaliteit/server/commands.ts'
import { todayOf } from '../src/platform/clock.ts'
import type { Platform } from '../src/platform/platform.ts'
import type { Id } from '../src/shared/id.ts'
import { addDays, type PlainDate } from '../src/shared/plain-date.ts'
import { loadClientervaring } from './clientervaring.ts'
import { loadLoket } from './dwo/loket.ts'
import { loadOproepen } from './dwo/oproepen.ts'
import { loadOverleg as loadOverlegDwo } from './dwo/overleg.ts'
import { dwo } from './dwo/regio.ts'
import { loadStand } from './dwo/stand.ts'
import { loadRegio } from './load-regio.ts'
import { loadLevering } from './mvs/levering.ts'
import { loadOpenbaar } from './mvs/openbaar.ts'
import { loadOverleg as loadOverlegMvs } from './mvs/overleg.ts'
import { loadParticipatie, loadPartners } from './mvs/participatie.ts'
import { mvs } from './mvs/regio.ts'
import { loadSturing } from './mvs/sturing.ts'
import { loadVerloop } from './mvs/verloop/verloop.ts'
import { loadProgramma } from './programma.ts'
import { load, loaderOf } from './world.ts'

/** First day of the history of MVS. */
const begin: PlainDate = '2021-11-22'

/** Told which step runs, and which part of all of it (0 to 1) is done. */
export type Progress = (stap: string, deel: number) => void

/** Builds the demo regions MVS and DWO from the policy documents, through the commands of the modules. */
export async function seedDemo(platform: Platform, progress: Progress): Promise<{ regioId: Id }> {
  progress('MVS: regio, voorzieningen en accounts', 0)
  const waterweg = await loadRegio(platform, mvs, addDays(begin, -1))
  progress('DWO: regio, voorzieningen en accounts', 0.01)
  const delft = await loadRegio(platform, dwo)
  progress('DWO: stand van 1 april 2021, 229 verzonnen cliënten', 0.02)
  await loadStand(platform, delft)
  progress('DWO: tellingen van het daklozenloket in 2020', 0.07)
  await loadLoket(platform, delft)
  await loadOproepen(platform, delft)
  await loadVerloop(platform, waterweg, {
    van: begin,
    totEnMet: addDays(todayOf(platform.clock), -1),
    progress: (jaar, deel) =>
      progress(`MVS: vijf jaar verzonnen geschiedenis, nu ${jaar}`, 0.08 + 0.92 * deel),
  })
  await loadLevering(platform, waterweg)
  // Otherwise the first night of the demo passes before anybody sees what is not in order.
  for (const { regioId } of [waterweg, delft])
    await load(platform, loaderOf(regioId), (work) => countBevindingen(work))
  await loadSturing(platform, waterweg)
  await loadOpenbaar(platform, waterweg)
  await loadClientervaring(platform, waterweg, 'gemeente_vlaardingen', [
    { domein: 'BW', uitgenodigd: 190, beantwoord: 71, contact: 58, kwaliteit: 55, effect: 49 },
    { domein: 'MO', uitgenodigd: 120, beantwoord: 44, contact: 33, kwaliteit: 31, effect: 26 },
  ])
  await loadClientervaring(platform, delft, 'delft_support', [
    { domein: 'BW', uitgenodigd: 220, beantwoord: 96, contact: 82, kwaliteit: 78, effect: 70 },
  ])
  await loadProgramma(platform, waterweg, {
    map: 'mvs',
    organisatie: 'gemeente_vlaardingen',
    bron: 'Uitvoeringsprogramma WZV MVS en Samen veranderen',
    peildatum: '2025-11-30',
    openbaar: ['SV'],
  })
  await loadProgramma(platform, delft, {
    map: 'dwo',
    organisatie: 'gemeente_delft',
    bron: 'Regiovisie DWO',
    peildatum: '2021-04-01',
  })
  await loadOverlegMvs(platform, waterweg)
  await loadOverlegDwo(platform, delft)
  await loadParticipatie(platform, waterweg)
  await loadPartners(platform, delft.als('gemeente_delft'), 'dwo')
  return { regioId: waterweg.regioId }
}
