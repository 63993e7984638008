import { formatLong } from '../../../shared/plain-date.ts'
import { euro } from './antwoord.ts'
import { type Maatregel, soortenMaatregel } from './maatregel.ts'

interface Namen {
  readonly producten: readonly { readonly id: string; readonly naam: string }[]
  readonly gemeenten: readonly { readonly code: string; readonly naam: string }[]
}

const getal = (waarde: number) => waarde.toLocaleString('nl-NL', { maximumFractionDigits: 1 })
const metTeken = (waarde: number) => `${waarde > 0 ? '+' : ''}${getal(waarde)}`

/** One sentence that says what the measure does. */
export function maatregelInWoorden({ producten, gemeenten }: Namen, maatregel: Maatregel): string {
  const { soort, aantal, procent, dagen, vanaf, tot, kostenPerJaar, kostenEenmalig } = maatregel
  const product = (id: string | null) => producten.find((one) => one.id === id)?.naam
  const delen = [
    soortenMaatregel[soort],
    product(maatregel.product),
    maatregel.naar && `naar ${product(maatregel.naar)}`,
    aantal !== null && metTeken(aantal),
    procent !== null && `${metTeken(procent)}%`,
    dagen !== null && `${getal(dagen)} dagen`,
    maatregel.gemeente && `voor ${gemeenten.find(({ code }) => code === maatregel.gemeente)?.naam}`,
    `vanaf ${formatLong(vanaf)}`,
    tot && `tot ${formatLong(tot)}`,
    maatregel.vervalt && 'de oude plek sluit',
    kostenPerJaar !== null && `${euro(kostenPerJaar)} per jaar`,
    kostenEenmalig !== null && `${euro(kostenEenmalig)} eenmalig`,
  ]
  return `${delen.filter(Boolean).join(', ')}.`
}
