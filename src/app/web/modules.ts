import { MeldingenSectie } from '../../modules/melding/web/dossier-meldingen.tsx'
import { meldingWeb } from '../../modules/melding/web/module.ts'
import { opvolgingWeb } from '../../modules/opvolging/web/module.ts'
import { OpvolgingSectie } from '../../modules/opvolging/web/opvolging-sectie.tsx'
import { setDossierSecties } from '../../modules/persoon/web/dossier-secties.ts'
import { persoonWeb } from '../../modules/persoon/web/module.ts'
import type { WebModule } from '../../ui/web-module.ts'

/** Every module with screens, in the order of the chain; the navigation follows it. */
export const webModules: readonly WebModule[] = [persoonWeb, opvolgingWeb, meldingWeb]

/** Parts of the dossier page that come from the modules after persoon. */
setDossierSecties([
  { titel: 'Opvolging', volgorde: 10, Component: OpvolgingSectie },
  { titel: 'Meldingen', volgorde: 20, permission: 'melding.lezen', Component: MeldingenSectie },
])
