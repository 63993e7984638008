import { ethosKlassen } from '../../../shared/ethos.ts'

/** Facts from which the class of ETHOS Light is derived (`ethos_op` in the database). */
export const ethosBronnen = [
  'feit_verblijf',
  'feit_product',
  'feit_winternacht',
  'feit_in_beeld',
  'feit_melding',
  'feit_wacht',
  'feit_huurcontract',
  'feit_signaal',
] as const

/** Names of the groups as a reason in a split. */
export const ethosGroepen = Object.entries(ethosKlassen).map(([code, naam]) => ({
  code,
  naam: `${code} ${naam}`,
}))
