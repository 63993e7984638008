import { plekWeb } from '../../modules/plek/web/module.ts'
import { verblijfWeb } from '../../modules/verblijf/web/module.ts'
import type { WebModule } from '../../ui/web-module.ts'

/** Every module with screens, in the order of the chain; the navigation follows it. */
export const webModules: readonly WebModule[] = [plekWeb, verblijfWeb]
