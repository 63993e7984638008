export { agreeActie, changeActie, finishActie } from './actie-commands.ts'
export {
  changeCasus,
  changeNiveau,
  changeRegievoerder,
  closeCasus,
  openCasus,
} from './casus-commands.ts'
export { inviteDeelnemer, withdrawDeelnemer } from './deelnemer-commands.ts'
export { changeLes, publishLes, withdrawLes, writeLes } from './les-commands.ts'
export { endOverleg, moveOverleg, planOverleg } from './overleg-commands.ts'
