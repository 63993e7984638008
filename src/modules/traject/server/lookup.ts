// What other modules may ask about trajecten.

export { listProducten, listTimeOutplekken } from './keuzes-query.ts'
export { listMedewerkers } from './medewerkers.ts'
