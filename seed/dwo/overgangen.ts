import type { RegioData } from '../regio-data.ts'

const opvang = 'Regiovisie DWO §4.2'
const bw = 'Regiovisie DWO §4.1'

/**
 * The chains of the regiovisie: nachtopvang, then Sociaal Pension, Short Stay or beschermd wonen; beschermd wonen, then
 * beschermd thuis, then begeleid zelfstandig wonen.
 */
export const overgangen: RegioData['overgangen'] = [
  { van: 'nachtopvang', naar: 'sociaal_pension', voorwaarde: 'Bij meer problemen tegelijk', bron: opvang },
  {
    van: 'nachtopvang',
    naar: 'short_stay',
    voorwaarde: 'Bij één probleem, zoals geld of wonen',
    bron: opvang,
  },
  { van: 'nachtopvang', naar: 'bw_basis', voorwaarde: 'Als beschermd wonen nodig is', bron: opvang },
  { van: 'nachtopvang', naar: 'bw_plus', voorwaarde: 'Als beschermd wonen nodig is', bron: opvang },
  { van: 'bw_plus', naar: 'bw_basis', bron: bw },
  { van: 'bw_plus', naar: 'bt_plus', bron: bw },
  { van: 'bw_plus', naar: 'bt_basis', bron: bw },
  { van: 'bw_basis', naar: 'bw_plus', voorwaarde: 'Als er meer nodig is', bron: bw },
  { van: 'bw_basis', naar: 'bt_plus', bron: bw },
  { van: 'bw_basis', naar: 'bt_basis', bron: bw },
  { van: 'bt_plus', naar: 'bt_basis', bron: bw },
  { van: 'bt_plus', naar: 'bgi', bron: bw },
  { van: 'bt_basis', naar: 'bt_plus', voorwaarde: 'Als er meer nodig is', bron: bw },
  { van: 'bt_basis', naar: 'bgi', bron: bw },
]
