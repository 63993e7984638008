import { describe, expect, it } from 'vitest'
import { doelZinnen, standZinnen } from './zinnen.ts'

describe('aantallen als zinnen', () => {
  const geen = { totaal: 3, klaar: 0, opSchema: 0, vertraagd: 0, gestopt: 0, onbekend: 0 }
  it.each([
    [{ ...geen, totaal: 0 }, 'Het programma had geen activiteiten.'],
    [
      geen,
      'Het programma had 3 activiteiten. Aan het eind van de periode was er nog geen afgerond. Geen enkele was vertraagd. Geen enkele stopte voor het einde.',
    ],
    [
      { totaal: 4, klaar: 1, opSchema: 1, vertraagd: 1, gestopt: 1, onbekend: 1 },
      'Het programma had 4 activiteiten. Aan het eind van de periode was er één afgerond. Eén liep op schema. Eén was vertraagd. Eén stopte voor het einde. Van één is niet vastgelegd hoe het ermee staat.',
    ],
    [
      { totaal: 37, klaar: 9, opSchema: 12, vertraagd: 6, gestopt: 2, onbekend: 8 },
      'Het programma had 37 activiteiten. Aan het eind van de periode waren er 9 afgerond. 12 liepen op schema. 6 waren vertraagd. 2 stopten voor het einde. Van 8 is niet vastgelegd hoe het ermee staat.',
    ],
    [
      { ...geen, totaal: 5, onbekend: 5 },
      'Het programma had 5 activiteiten. Van geen enkele is vastgelegd hoe het ermee staat.',
    ],
    [
      { ...geen, totaal: 1, onbekend: 1 },
      'Het programma had één activiteit. Daarvan is niet vastgelegd hoe het ermee staat.',
    ],
  ])('hoe de activiteiten ervoor stonden: %o', (telling, zin) => {
    expect(standZinnen(telling)).toBe(zin)
  })

  const niets = { gehaald: 0, opWeg: 0, nietGehaald: 0, zonderGetal: 0 }
  it.each([
    [
      niets,
      'Bij geen resultaat is een streefwaarde afgesproken. Of doelen zijn gehaald, is daarom niet te zeggen.',
    ],
    [{ ...niets, gehaald: 1 }, 'Bij één resultaat is een streefwaarde afgesproken. Eén is gehaald.'],
    [
      { ...niets, zonderGetal: 2 },
      'Bij 2 resultaten is een streefwaarde afgesproken. Van 2 is er nog geen getal.',
    ],
    [
      { gehaald: 0, opWeg: 1, nietGehaald: 2, zonderGetal: 1 },
      'Bij 4 resultaten is een streefwaarde afgesproken. Geen enkele is gehaald. Eén is nog niet gehaald. 2 zijn niet gehaald. Van één is er nog geen getal.',
    ],
    [
      { gehaald: 3, opWeg: 2, nietGehaald: 1, zonderGetal: 0 },
      'Bij 6 resultaten is een streefwaarde afgesproken. 3 zijn gehaald. 2 zijn nog niet gehaald. Eén is niet gehaald.',
    ],
  ])('of de doelen zijn gehaald: %o', (telling, zin) => {
    expect(doelZinnen(telling)).toBe(zin)
  })
})
