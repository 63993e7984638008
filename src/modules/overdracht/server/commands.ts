// Every write of a handover, for the routes and for the demo history.

export { offerOverdracht, registerBinnenkomst } from './aanbod-commands.ts'
export { finishOverdracht, recordEersteContact } from './afrond-commands.ts'
export { createLink } from './link-commands.ts'
export { offerSamen } from './samen-commands.ts'
export {
  acceptOverdracht,
  expireOverdrachten,
  refuseOverdracht,
  withdrawOverdracht,
} from './stap-commands.ts'
