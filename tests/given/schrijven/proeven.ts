import { beheerProeven, gedateerdeProeven } from './beheer.ts'
import { casusProeven } from './casus.ts'
import { clientervaringProeven } from './clientervaring.ts'
import { duidingProeven } from './duiding.ts'
import { beschikkingProeven, plekProeven } from './keten.ts'
import { kwaliteitProeven } from './kwaliteit.ts'
import { leveringProeven } from './levering.ts'
import { meldingProeven } from './melding.ts'
import { nazorgProeven } from './nazorg.ts'
import { onderhoudProeven } from './onderhoud.ts'
import { ondersteuningsplanProeven } from './ondersteuningsplan.ts'
import { openbaarProeven } from './openbaar.ts'
import { overdrachtProeven } from './overdracht.ts'
import { overlegProeven } from './overleg.ts'
import { participatieProeven } from './participatie.ts'
import { delenProeven, persoonProeven } from './persoon.ts'
import { prognoseProeven } from './prognose.ts'
import { programmaProeven } from './programma.ts'
import { rapportProeven } from './rapport.ts'
import { rapportageProeven } from './rapportage.ts'
import { scenarioProeven } from './scenario.ts'
import { signaalProeven } from './signaal.ts'
import { tellingProeven } from './telling.ts'
import { uitstroomProeven } from './uitstroom.ts'
import { trajectProeven, verblijfProeven } from './verloop.ts'
import { vrouwenopvangProeven } from './vrouwenopvang.ts'
import { inlezenProeven, voorstelProeven, wachtlijstProeven } from './wachten.ts'
import type { Schrijfproeven } from './wereld.ts'
import { winterkouProeven } from './winterkou.ts'

/** One accepted change for every route that writes. */
export const schrijfproeven: Schrijfproeven = {
  ...beheerProeven,
  ...gedateerdeProeven,
  ...persoonProeven,
  ...delenProeven,
  ...meldingProeven,
  ...beschikkingProeven,
  ...plekProeven,
  ...trajectProeven,
  ...wachtlijstProeven,
  ...voorstelProeven,
  ...verblijfProeven,
  ...uitstroomProeven,
  ...nazorgProeven,
  ...overdrachtProeven,
  ...ondersteuningsplanProeven,
  ...vrouwenopvangProeven,
  ...winterkouProeven,
  ...signaalProeven,
  ...tellingProeven,
  ...openbaarProeven,
  ...leveringProeven,
  ...casusProeven,
  ...kwaliteitProeven,
  ...inlezenProeven,
  ...duidingProeven,
  ...clientervaringProeven,
  ...overlegProeven,
  ...participatieProeven,
  ...rapportProeven,
  ...rapportageProeven,
  ...onderhoudProeven,
  ...prognoseProeven,
  ...scenarioProeven,
  ...programmaProeven,
}
