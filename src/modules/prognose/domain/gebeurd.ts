import { hideSmall, isSafe } from '../../../shared/kleine-cel.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { heel, maandNaam, type Vergelijking } from './antwoord.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import type { Gebeurdreeks } from './scenario-contract.ts'
import { countGebeurd, isBinnen, type Reeks } from './terugblik.ts'

/** What is held against a scenario: in words for a title. */
export const gebeurdematen = {
  wachtend: 'Mensen op de wachtlijst',
  bezet: 'Mensen op een plek',
  instroom: 'Mensen die zich melden',
  uitstroom: 'Mensen die weggaan uit de keten',
} as const
type Gebeurdemaat = keyof typeof gebeurdematen

const isGebeurdemaat = (maat: string): maat is Gebeurdemaat => maat in gebeurdematen

/** First days of the months that are over. */
export const voorbij = ({ maanden }: Pick<Vergelijking, 'maanden'>, vandaag: PlainDate): PlainDate[] =>
  maanden.slice(0, -1).filter((_, m) => maanden[m + 1]! <= vandaag)

/**
 * What happened beside both bands. The chain is the sum of its products, as in the model, so each month of a measure hides as one
 * group with a known total, whoever asks.
 */
export function layGebeurd(
  uitkomst: Vergelijking,
  nu: Ketenfeiten,
  maanden: readonly PlainDate[],
  { kleinsteGetal, metWoning }: { readonly kleinsteGetal: number; readonly metWoning: boolean },
): Gebeurdreeks[] {
  const vergeleken = uitkomst.reeksen.filter(
    ({ maat, gemeente }) => isGebeurdemaat(maat) && gemeente === null,
  )
  const reeks = ({ maat, product }: { maat: string; product: string | null }): Reeks => ({
    maat: maat as Gebeurdemaat,
    product,
  })
  const delen = vergeleken.filter(({ product }) => product !== null)
  const geteld = countGebeurd(
    nu,
    [...delen.map(reeks), ...(metWoning ? [{ maat: 'gehuisvest', product: null } as const] : [])],
    maanden,
  )
  return vergeleken.map(({ basis, met, ...over }) => {
    const groep = delen.filter(({ maat }) => maat === over.maat)
    const gebeurd = maanden.map((_, m) => {
      const cellen = groep.map((deel) => ({ aantal: geteld(reeks(deel))[m]!, open: false }))
      const alle = cellen.map((_cel, i) => i)
      const hidden = hideSmall(cellen, [alle], kleinsteGetal)
      if (over.product !== null) {
        const i = groep.findIndex(({ product }) => product === over.product)
        return hidden.has(i) ? null : Math.round(cellen[i]!.aantal)
      }
      const totaal = cellen.reduce((sum, { aantal }) => sum + aantal, 0)
      return isSafe(cellen, hidden, alle, kleinsteGetal) ? Math.round(totaal) : null
    })
    const tot = maanden.length
    return { ...over, basis: basis.slice(0, tot), met: met.slice(0, tot), gebeurd }
  })
}

/** In how many months it went as was foreseen, without and with the measures. */
export function gebeurdInZinnen(
  uitkomst: Pick<Vergelijking, 'maanden'>,
  maanden: readonly PlainDate[],
  reeksen: readonly Gebeurdreeks[],
): string[] {
  const [eerste, daarna] = uitkomst.maanden
  if (maanden.length === 0)
    return [
      `Er is nog geen maand voorbij. Op ${formatLong(daarna!)} staat hier wat er in ${maandNaam(eerste!)} gebeurde.`,
    ]
  const wachtend = reeksen.find(({ maat, product }) => maat === 'wachtend' && product === null)
  const slot =
    'Of de maatregelen ook echt zijn genomen, weet deze berekening niet: vergelijk dus met de band die past bij wat is gedaan.'
  const bekend = wachtend?.gebeurd.flatMap((waarde, m) => (waarde === null ? [] : [{ waarde, m }])) ?? []
  if (!wachtend || bekend.length === 0) return ['Er wachtten te weinig mensen om iets te tonen.', slot]
  const binnen = (band: Gebeurdreeks['basis']) =>
    heel(bekend.filter(({ waarde, m }) => isBinnen(waarde, band[m]!.laag, band[m]!.hoog)).length)
  const vanDe =
    bekend.length === 1
      ? 'de ene maand die te tonen is'
      : `de ${heel(bekend.length)} maanden die te tonen zijn`
  return [
    `De wachtlijst van de hele keten lag in ${binnen(wachtend.basis)} van ${vanDe} binnen de band zonder de maatregelen, en in ${binnen(wachtend.met)} binnen de band met de maatregelen.`,
    slot,
  ]
}
