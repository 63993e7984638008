import { formatNumber } from '../../../ui/format.ts'

/** A share in words: what is too small says so, and what has no answers as well. */
export const aandeelTekst = (aandeel: number | null, afgeschermd: boolean) =>
  aandeel === null
    ? afgeschermd
      ? 'Te klein om te tonen'
      : 'Geen antwoorden'
    : formatNumber(aandeel, { unit: 'procent', decimals: 0 })
