import { formatLong } from '../../../shared/plain-date.ts'
import { euro } from './antwoord.ts'
import type { Maatregel } from './maatregel.ts'

interface Namen {
  readonly producten: readonly { readonly id: string; readonly naam: string }[]
  readonly gemeenten: readonly { readonly code: string; readonly naam: string }[]
}

const getal = (waarde: number) => waarde.toLocaleString('nl-NL', { maximumFractionDigits: 1 })
const procentTekst = (procent: number, meer: string, minder: string) =>
  `${getal(Math.abs(procent))}% ${procent > 0 ? meer : minder}`

/** What the measure does, in one sentence. */
function watGebeurt({ producten }: Namen, maatregel: Maatregel): string {
  const naam = (id: string | null) => producten.find((one) => one.id === id)?.naam ?? 'alle producten'
  const aantal = maatregel.aantal ?? 0
  const hoeveel = getal(Math.abs(aantal))
  const procent = maatregel.procent ?? 0
  switch (maatregel.soort) {
    case 'plekken':
      return `${hoeveel} plekken ${aantal > 0 ? 'erbij' : 'eraf'} op de lijst van ${naam(maatregel.product)}${
        maatregel.dagen ? `, waar iemand gemiddeld ${getal(maatregel.dagen)} dagen blijft` : ''
      }`
    case 'winterplekken':
      return `${hoeveel} plekken erbij op de lijst van ${naam(maatregel.product)}, elk jaar in dezelfde maanden`
    case 'overstap':
      return `${hoeveel} bewoners gaan van ${naam(maatregel.product)} naar ${naam(maatregel.naar)}${
        maatregel.vervalt ? ', en hun oude plek sluit' : ', en hun oude plek komt vrij'
      }`
    case 'doorstroom':
      return `Na ${getal(maatregel.dagen ?? 0)} dagen in ${naam(maatregel.product)} gaat ${getal(procent)}% door naar ${naam(maatregel.naar)}${
        aantal > 0 ? `, waar ${hoeveel} plekken bij komen` : ''
      }`
    case 'instroom':
      return `${procentTekst(procent, 'meer', 'minder')} mensen melden zich voor ${naam(maatregel.product)}`
    case 'verblijf':
      return `Verblijven in ${naam(maatregel.product)} duren ${procentTekst(procent, 'langer', 'korter')}`
    case 'terugkeer':
      return `Na vertrek uit ${naam(maatregel.product)} komen ${procentTekst(procent, 'meer', 'minder')} mensen terug`
    case 'woningen':
      return `${hoeveel} woningen per jaar erbij`
    case 'woningen_ineens':
      return `${hoeveel} woningen erbij, in drie maanden`
  }
}

/** One sentence that says what the measure does, for whom, when and what it costs. */
export function maatregelInWoorden(namen: Namen, maatregel: Maatregel): string {
  const { vanaf, tot, kostenPerJaar, kostenEenmalig, gemeente } = maatregel
  const delen = [
    watGebeurt(namen, maatregel),
    gemeente && `voor mensen uit ${namen.gemeenten.find(({ code }) => code === gemeente)?.naam}`,
    `vanaf ${formatLong(vanaf)}${tot ? ` tot ${formatLong(tot)}` : ''}`,
    kostenPerJaar !== null && `${euro(kostenPerJaar)} per jaar`,
    kostenEenmalig !== null && `${euro(kostenEenmalig)} eenmalig`,
  ]
  return `${delen.filter(Boolean).join(', ')}.`
}
