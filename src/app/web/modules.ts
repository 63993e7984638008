import { beschikkingWeb } from '../../modules/beschikking/web/module.tsx'
import { vandaagWeb } from '../../modules/vandaag/web/module.ts'
import type { WebModule } from '../../ui/web-module.ts'

/** Every module with screens, in the order of the chain; the navigation follows it. */
export const webModules: readonly WebModule[] = [beschikkingWeb, vandaagWeb]
