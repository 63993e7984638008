export { addResultaat, registerActiviteit } from './activiteit-commands.ts'
export { registerMeting } from './meting-commands.ts'
export { registerOnderdeel, registerProgramma } from './programma-commands.ts'
export {
  decideBesluitmoment,
  planBesluitmoment,
  reportKnelpunt,
  reportStand,
  reportVoortgang,
  reportWaarde,
  solveKnelpunt,
} from './voortgang-commands.ts'
