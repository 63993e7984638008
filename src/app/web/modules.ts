import { voorstelWeb } from '../../modules/voorstel/web/module.ts'
import { wachtlijstWeb } from '../../modules/wachtlijst/web/module.ts'
import type { WebModule } from '../../ui/web-module.ts'

/** Every module with screens, in the order of the chain; the navigation follows it. */
export const webModules: readonly WebModule[] = [wachtlijstWeb, voorstelWeb]
