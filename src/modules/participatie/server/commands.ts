// What other modules and the loaders of the demo may do here.
export { answerAdvies, registerAdvies } from './advies-commands.ts'
export { addBijeenkomst, addInzet, registerGroep } from './groep-commands.ts'
export { answerIdee, checkIdee, takeIdee } from './idee-commands.ts'
export { registerKlacht } from './klacht-commands.ts'
export { registerPartner } from './partner-commands.ts'
export { addPunt, registerRaadpleging } from './raadpleging-commands.ts'
