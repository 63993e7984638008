import { type Rejection, reject } from '../../../shared/rejection.ts'

const herkenbaar = {
  naam: 'een naam, of een woord met een hoofdletter dat op een naam lijkt. Schrijf het zonder namen, of zonder hoofdletter',
  geboortedatum: 'een hele datum. Noem alleen de maand en het jaar, of een leeftijd',
  bsn: 'een nummer dat een burgerservicenummer kan zijn',
  adres: 'een adres of postcode',
} as const

/** What the database says of a text that names somebody (`eis_onherkenbaar`), by the name of its constraint, at a field of the form. */
export const tekstNoemt = (field: string): Readonly<Record<string, Rejection>> =>
  Object.fromEntries(
    Object.entries(herkenbaar).map(([soort, wat]) => [
      `tekst_noemt_${soort}`,
      reject('tekst_noemt_iemand', `In deze tekst staat ${wat}. Niemand mag te herkennen zijn.`, {
        status: 422,
        field,
      }),
    ]),
  )
