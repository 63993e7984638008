// What other modules may do with trajecten.

export { planAchttienRoutes } from './achttien-commands.ts'
export { endTraject } from './einde.ts'
export { ensureTrajecten, noteUitstroomgereed, noteVertrek } from './ensure.ts'
export { lockVoor } from './lock.ts'
export { signalWlz, stepWlz } from './route-commands.ts'
export { startTraject } from './start-commands.ts'
export {
  changeAanspreekpunt,
  changeFase,
  changeProduct,
  resumeTraject,
  startOnderbreking,
} from './verloop-commands.ts'
