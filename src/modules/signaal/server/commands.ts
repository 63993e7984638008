export { beginBemoeizorg, changePlan, endBemoeizorg, weighAgain } from './bemoeizorg-commands.ts'
export { changeContact, changeFiguur, registerContact, registerFiguur } from './outreach-commands.ts'
export { giveSignaal, takeOpenbaarSignaal } from './receive.ts'
export { answerMelder, finishSignaal, linkSignaal, makeMelding, pickUpSignaal } from './signaal-commands.ts'
