// What other modules may do with stays.

export { recordNacht } from './nacht-commands.ts'
export { startSpoedverblijf } from './spoed-commands.ts'
export {
  type Aankomst,
  type DirecteStart,
  startDirectVerblijf,
  startVerblijf,
} from './start-commands.ts'
export { extendVerblijf, moveVerblijf, setUitstroomgereed, setVerwachtEinde } from './verloop-commands.ts'
export { correctVertrek, endVerblijf } from './vertrek-commands.ts'
