import type { Productijking } from './ijking.ts'
import { TERUG_BINNEN } from './ketenloop.ts'

/**
 * What is assumed where the register has too few cases. None of these is a measurement: the page shows each as an
 * assumption, with its source, so that somebody of the region can put their own number in its place.
 */

/** Days of an average stay by domein, for a product without a longest stay in the rules of the region. */
export const verblijfsduurPerDomein: Readonly<Record<string, number>> = {
  BW: 1095,
  BT: 730,
  MO: 180,
  VO: 180,
  WONEN: 730,
}

/** A stay with a longest term lasts, without cases, this share of it on average. */
export const DEEL_VAN_TERMIJN = 0.75

export const BRON = 'Register'
export const bronAanname = 'Aanname van Onderdak: te weinig gevallen in het register'
export const bronRegel = 'Langste verblijf volgens de regels van de regio'
export const bronEigen = 'Eigen waarde van de regio'

/** Nobody comes back; who puts his own share here has them come evenly over the two years. */
export const TERUG_ONBEKEND: Productijking['terugkeer'] = {
  schatting: {
    waarde: 0,
    laag: 0,
    hoog: 0,
    n: null,
    bron: bronAanname,
    aanname: 'Te weinig mensen kwamen terug. Aangenomen: niemand komt terug.',
  },
  duur: { type: 'table', scale: 1, quantiles: [0, TERUG_BINNEN] },
}
