import type { Verborgen } from './bescherming.ts'

/** Why there is no number, as everyone reads it. */
export const redenen: Readonly<Record<Verborgen, string>> = {
  klein: 'te weinig mensen',
  samen: 'alleen voor de hele regio',
  eerder: 'met een ander openbaar cijfer zou een klein aantal uit te rekenen zijn',
}
