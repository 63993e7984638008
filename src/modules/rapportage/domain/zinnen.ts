// How numbers become sentences: none and one are words, and what is none is only said where somebody would ask.

const Een = 'Eén'

/** "was er nog geen", "was er één" or "waren er 6". */
const erWaren = (aantal: number, geen: string) =>
  aantal === 0 ? `was er ${geen}` : aantal === 1 ? 'was er één' : `waren er ${aantal}`

export interface Standtelling {
  readonly totaal: number
  readonly klaar: number
  readonly opSchema: number
  readonly vertraagd: number
  readonly gestopt: number
  /** Of how many nobody said how it stands. */
  readonly onbekend: number
}

/** How the activities stood on the last day, as sentences. */
export function standZinnen({ totaal, klaar, opSchema, vertraagd, gestopt, onbekend }: Standtelling): string {
  if (totaal === 0) return 'Het programma had geen activiteiten.'
  if (totaal === onbekend)
    return `Het programma had ${totaal === 1 ? 'één activiteit. Daarvan' : `${totaal} activiteiten. Van geen enkele`} is ${totaal === 1 ? 'niet ' : ''}vastgelegd hoe het ermee staat.`
  return [
    `Het programma had ${totaal === 1 ? 'één activiteit' : `${totaal} activiteiten`}.`,
    `Aan het eind van de periode ${erWaren(klaar, 'nog geen')} afgerond.`,
    ...(opSchema > 0 ? [opSchema === 1 ? `${Een} liep op schema.` : `${opSchema} liepen op schema.`] : []),
    vertraagd === 0
      ? 'Geen enkele was vertraagd.'
      : vertraagd === 1
        ? `${Een} was vertraagd.`
        : `${vertraagd} waren vertraagd.`,
    gestopt === 0
      ? 'Geen enkele stopte voor het einde.'
      : gestopt === 1
        ? `${Een} stopte voor het einde.`
        : `${gestopt} stopten voor het einde.`,
    ...(onbekend > 0
      ? [`Van ${onbekend === 1 ? 'één' : onbekend} is niet vastgelegd hoe het ermee staat.`]
      : []),
  ].join(' ')
}

export interface Doeltelling {
  readonly gehaald: number
  readonly opWeg: number
  readonly nietGehaald: number
  readonly zonderGetal: number
}

/** How many results with a target reached it. */
export function doelZinnen({ gehaald, opWeg, nietGehaald, zonderGetal }: Doeltelling): string {
  const doelen = gehaald + opWeg + nietGehaald + zonderGetal
  if (doelen === 0)
    return 'Bij geen resultaat is een streefwaarde afgesproken. Of doelen zijn gehaald, is daarom niet te zeggen.'
  const zijn = (aantal: number, wat: string) =>
    aantal === 0 ? [] : [aantal === 1 ? `${Een} is ${wat}.` : `${aantal} zijn ${wat}.`]
  return [
    `Bij ${doelen === 1 ? 'één resultaat' : `${doelen} resultaten`} is een streefwaarde afgesproken.`,
    ...(gehaald === 0 && zonderGetal < doelen ? ['Geen enkele is gehaald.'] : zijn(gehaald, 'gehaald')),
    ...zijn(opWeg, 'nog niet gehaald'),
    ...zijn(nietGehaald, 'niet gehaald'),
    ...(zonderGetal === 0 ? [] : [`Van ${zonderGetal === 1 ? 'één' : zonderGetal} is er nog geen getal.`]),
  ].join(' ')
}
