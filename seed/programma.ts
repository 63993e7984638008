import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Programmabestand,
  programmabestanden,
} from '../src/modules/inlezen/domain/kolommen-programma.ts'
import { checkBestand, loadBestand } from '../src/modules/inlezen/server/commands.ts'
import { publishProgramma } from '../src/modules/programma/server/programma-commands.ts'
import type { Platform } from '../src/platform/platform.ts'
import { projectRoot } from '../src/platform/root.ts'
import type { PlainDate } from '../src/shared/plain-date.ts'
import type { LoadedRegio } from './load-regio.ts'
import { accepted, load } from './world.ts'

interface Bestanden {
  readonly map: 'mvs' | 'dwo'
  /** Who reads them in. */
  readonly organisatie: string
  readonly bron: string
  readonly peildatum: PlainDate
  /** Codes of programmes whose progress everyone may see; their progress report is a public document. */
  readonly openbaar?: readonly string[]
}

/** The visions and programmes of the policy documents, read in from the files that a region can make itself. */
export async function loadProgramma(platform: Platform, regio: LoadedRegio, van: Bestanden): Promise<void> {
  for (const soort of Object.keys(programmabestanden) as Programmabestand[]) {
    const inhoud = findBestand(van.map, soort)
    if (inhoud === undefined) continue
    await load(platform, regio.als(van.organisatie), async (work) => {
      const { id, fouten } = accepted(
        await checkBestand(work, {
          soort,
          bestandsnaam: `${van.map}-${soort}.csv`,
          bron: van.bron,
          peildatum: van.peildatum,
          inhoud,
        }),
      )
      const [fout] = fouten
      if (fout) throw new Error(`${van.map}/${soort}, rij ${fout.rij}, ${fout.kolom}: ${fout.melding}`)
      accepted(await loadBestand(work, { id }))
    })
  }
  for (const code of van.openbaar ?? [])
    await load(platform, regio.als(van.organisatie), async (work) => {
      const { id, versie } = await work.db
        .selectFrom('programma')
        .select(['id', 'versie'])
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
      accepted(await publishProgramma(work, { id, versie, isOpenbaar: true }))
    })
}

/** Base64; undefined when the region has no such file. */
function findBestand(map: string, soort: Programmabestand): string | undefined {
  try {
    return readFileSync(join(projectRoot, 'seed', 'programma', map, `${soort}.csv`)).toString('base64')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
