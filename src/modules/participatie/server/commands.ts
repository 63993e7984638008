// What other modules and the loaders of the demo may do here.
export { registerPartner } from './partner-commands.ts'
