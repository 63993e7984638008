export { addBronwaarde, changeBronwaarde, removeBronwaarde } from './bron-commands.ts'
export { changeDuiding, withdrawDuiding, writeDuiding } from './duiding-commands.ts'
export { changeVerhaal, publishVerhaal, withdrawVerhaal, writeVerhaal } from './verhaal-commands.ts'
