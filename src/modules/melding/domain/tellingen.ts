import type { Leeftijdsklasse } from './status.ts'

/** One line of a count as the database gives it. */
export interface Telregel {
  readonly gemeente: string | null
  readonly vanElders: boolean
  readonly leeftijdsklasse: Leeftijdsklasse
  readonly aantal: number
}

export interface TelRij {
  readonly naam: string
  readonly klasse: Leeftijdsklasse | 'totaal'
  /** By gemeente code; only contacts whose age is known, as in the table of the daklozenloket. */
  readonly perGemeente: Readonly<Record<string, number>>
  readonly vanElders: number
  readonly gemeenteOnbekend: number
  readonly leeftijdOnbekend: number
  readonly totaal: number
}

const rijen = [
  ['onder_23', '< 23 jaar'],
  ['vanaf_23', '23 jaar en ouder'],
  ['totaal', 'Totaal'],
] as const

/**
 * The klantcontacten table of the daklozenloket (seed-facts §5): age class × gemeente, those from elsewhere in their own
 * column, and unknown age as one number in the total row. Every contact counts exactly once in the total.
 */
export function tabelKlantcontacten(regels: readonly Telregel[], gemeenten: readonly string[]): TelRij[] {
  return rijen.map(([klasse, naam]) => {
    const mee = regels.filter(
      (regel) =>
        regel.leeftijdsklasse !== 'onbekend' && (klasse === 'totaal' || regel.leeftijdsklasse === klasse),
    )
    const som = (test: (regel: Telregel) => boolean) =>
      mee.filter(test).reduce((sum, regel) => sum + regel.aantal, 0)
    const perGemeente = Object.fromEntries(
      gemeenten.map((code) => [code, som((regel) => !regel.vanElders && regel.gemeente === code)]),
    )
    const vanElders = som((regel) => isVanElders(regel, gemeenten))
    const gemeenteOnbekend = som((regel) => !regel.vanElders && regel.gemeente === null)
    const leeftijdOnbekend =
      klasse === 'totaal'
        ? regels
            .filter((regel) => regel.leeftijdsklasse === 'onbekend')
            .reduce((sum, regel) => sum + regel.aantal, 0)
        : 0
    const totaal = som(() => true) + leeftijdOnbekend
    return { naam, klasse, perGemeente, vanElders, gemeenteOnbekend, leeftijdOnbekend, totaal }
  })
}

function isVanElders(regel: Telregel, gemeenten: readonly string[]): boolean {
  return regel.vanElders || (regel.gemeente !== null && !gemeenten.includes(regel.gemeente))
}

export interface ToestemmingRij {
  readonly naam: string
  readonly toestemming: boolean
  readonly perGemeente: Readonly<Record<string, { onder_23: number; vanaf_23: number }>>
  /** Decisions whose gemeente or age is not known; the source of 2020 has 24 of them with permission. */
  readonly nietToegedeeld: number
  readonly totaal: number
}

/** The table "toestemming postadres en opvang" of the daklozenloket: gemeente × age class per answer. */
export function tabelToestemmingen(
  regels: readonly (Omit<Telregel, 'vanElders'> & { toestemming: boolean })[],
  gemeenten: readonly string[],
): ToestemmingRij[] {
  return [false, true].map((toestemming) => {
    const mee = regels.filter((regel) => regel.toestemming === toestemming)
    const tel = (gemeente: string, klasse: Leeftijdsklasse) =>
      mee
        .filter((regel) => regel.gemeente === gemeente && regel.leeftijdsklasse === klasse)
        .reduce((sum, regel) => sum + regel.aantal, 0)
    const perGemeente = Object.fromEntries(
      gemeenten.map((code) => [code, { onder_23: tel(code, 'onder_23'), vanaf_23: tel(code, 'vanaf_23') }]),
    )
    const toegedeeld = Object.values(perGemeente).reduce((sum, cel) => sum + cel.onder_23 + cel.vanaf_23, 0)
    const totaal = mee.reduce((sum, regel) => sum + regel.aantal, 0)
    return {
      naam: toestemming ? 'Wel toestemming' : 'Geen toestemming',
      toestemming,
      perGemeente,
      nietToegedeeld: totaal - toegedeeld,
      totaal,
    }
  })
}
