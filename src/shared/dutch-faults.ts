import type { z } from 'zod'

/**
 * Dutch B1 messages for faults whose contract gives no text of its own; server and browser give the same. The contract's
 * own message always wins.
 */
export const dutchFaults: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'array') return 'Kies er minstens één.'
      if (issue.input === undefined || issue.input === null || issue.input === '') return 'Vul dit veld in.'
      if (issue.expected === 'number' || issue.expected === 'int')
        return 'Vul een getal in, bijvoorbeeld 12 of 12,5.'
      return 'Dit past hier niet. Vul iets anders in.'
    case 'invalid_value':
      return issue.input ? 'Kies een van de mogelijkheden.' : 'Maak een keuze.'
    case 'invalid_union':
      return 'Maak een keuze.'
    case 'too_small':
      if (issue.origin === 'string')
        return issue.input ? `Gebruik minstens ${issue.minimum} tekens.` : 'Vul dit veld in.'
      if (issue.origin === 'array')
        return issue.minimum === 1 ? 'Kies er minstens één.' : `Kies er minstens ${issue.minimum}.`
      return `Vul een getal van ${issue.minimum} of hoger in.`
    case 'too_big':
      if (issue.origin === 'string') return `Gebruik niet meer dan ${issue.maximum} tekens.`
      if (issue.origin === 'array') return `Kies er niet meer dan ${issue.maximum}.`
      return `Vul een getal van ${issue.maximum} of lager in.`
    case 'invalid_format':
      if (issue.format === 'uuid') return 'Maak een keuze uit de lijst.'
      if (issue.format === 'email') return 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.'
      return 'Dit heeft niet de juiste vorm.'
    case 'not_multiple_of':
      return 'Vul een heel getal in.'
    case 'unrecognized_keys':
      return `Onbekend veld: ${issue.keys.join(', ')}.`
    default:
      return undefined
  }
}
