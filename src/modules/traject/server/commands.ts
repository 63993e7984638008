// What other modules may do with trajecten.

export { endTraject } from './einde.ts'
export { ensureTrajecten, noteUitstroomgereed, noteVertrek } from './ensure.ts'
export { planAchttienRoutes, signalWlz, stepWlz } from './route-commands.ts'
export { changeAanspreekpunt, changeFase, resumeTraject, startOnderbreking } from './verloop-commands.ts'
