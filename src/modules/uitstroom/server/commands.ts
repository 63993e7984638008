export { answerWoonvraag, askWoning, decideGevolg, endDelingen, stepAanbod } from './aanbod-commands.ts'
export { registerContract, stepContract } from './contract-commands.ts'
export { completeUitstroom, recordVoorwaarden, recordWens, reopenUitstroom } from './dossier-commands.ts'
export { prepareUrgentie, stepUrgentie } from './urgentie-commands.ts'
