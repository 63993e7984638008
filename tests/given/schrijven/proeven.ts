import { beheerProeven, gedateerdeProeven } from './beheer.ts'
import { beschikkingProeven, plekProeven } from './keten.ts'
import { delenProeven, meldingProeven, persoonProeven } from './toegang.ts'
import {
  inlezenProeven,
  trajectProeven,
  verblijfProeven,
  voorstelProeven,
  wachtlijstProeven,
} from './verloop.ts'
import type { Schrijfproeven } from './wereld.ts'

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
  ...inlezenProeven,
}
