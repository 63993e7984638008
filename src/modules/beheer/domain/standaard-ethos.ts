import type { EthosKlasse } from '../../../shared/ethos.ts'

const bron = 'Voorbeeld van Onderdak naar ETHOS Light (FEANTSA); nog niet door de regio vastgesteld'

const regels: Readonly<Record<string, Readonly<Record<string, EthosKlasse | 'niet'>>>> = {
  domein: { MO: 'E3', VO: 'E3', BW: 'niet', BT: 'niet', WONEN: 'niet' },
  product: { nachtopvang: 'E2', winteropvang: 'E2' },
  verblijfsoort: { time_out: 'niet' },
  winterkou: { nacht: 'E2' },
  uitstroom: { geen_woning: 'E4' },
  woonsituatie: {
    straat: 'E1',
    noodopvang: 'E2',
    tijdelijke_opvang: 'E3',
    hotel_opvang: 'E3',
    instelling_moet_weg: 'E4',
    geen_echte_woning: 'E5',
    bij_anderen: 'E6',
    moet_huis_uit: 'E7',
    eigen_woning: 'niet',
    instelling: 'niet',
  },
  overbrugging: { eigen_netwerk: 'E6', opvang: 'E3' },
  bestemming: {
    straat: 'E1',
    opvang: 'E3',
    eigen_netwerk: 'E6',
    eigen_woning: 'niet',
    beschermd_wonen: 'niet',
    beschermd_thuis: 'niet',
    tijdelijke_woning: 'niet',
    housing_first: 'niet',
    wlz_instelling: 'niet',
    andere_regio: 'niet',
    instelling: 'niet',
    detentie: 'niet',
    overleden: 'niet',
  },
  woning: { huurcontract: 'niet' },
  ontruiming: { binnen_een_maand: 'E7' },
}

/** The mapping that a region starts with: one row for each ground and code. */
export const ethosregels = Object.entries(regels).flatMap(([grond, codes]) =>
  Object.entries(codes).map(([code, klasse]) => ({ grond, code, klasse, bron })),
)
