import type { Maatregel, MaatregelInvoer } from '../../src/modules/prognose/domain/maatregel.ts'
import { Maatregel as Vorm } from '../../src/modules/prognose/domain/maatregel.ts'
import type { Uitgangspunt } from '../../src/modules/prognose/domain/uitgangspunt.ts'
import { addDays, addMonths } from '../../src/shared/plain-date.ts'
import type { ModelFile } from '../../src/simulation/model.ts'

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const OPVANG = id(1)
export const BEGELEID = id(2)
export const NIEUW = id(3)
export const PEILDATUM = '2026-01-01'

/** Two products: an opvang that is too full, and begeleid wonen that some go on to; two gemeenten; a few dwellings. */
export function givenUitgangspunt(model: Partial<ModelFile> = {}, jaren = 2): Uitgangspunt {
  const maanden = Array.from({ length: 12 * jaren + 1 }, (_, m) => addMonths('2026-02-01', m))
  const bewoner = (elapsed: number) => ({
    count: 1,
    profiles: [{ profile: OPVANG, weight: 1 }],
    left: { elapsed },
  })
  return {
    vorm: 1,
    peildatum: PEILDATUM,
    begin: '2024-01-01',
    maanden,
    weggelaten: [],
    producten: [
      { id: OPVANG, naam: 'Opvang', domein: 'MO', termijn: null },
      { id: BEGELEID, naam: 'Begeleid wonen', domein: 'BW', termijn: null },
      { id: NIEUW, naam: 'Tussenvoorziening', domein: 'MO', termijn: 180 },
    ],
    gemeenten: [
      { code: 'GM0606', naam: 'Schiedam' },
      { code: 'GM0622', naam: 'Vlaardingen' },
    ],
    parameters: [
      parameter(`instroom ${OPVANG} GM0606`, 'instroom', 60, 45, 75),
      parameter(`instroom ${OPVANG} GM0622`, 'instroom', 60, 45, 75),
      parameter(`verblijfsduur ${OPVANG}`, 'verblijfsduur', 120, 90, 150),
      parameter(`vervolg ${OPVANG} woning`, 'vervolg', 40, 30, 50),
      parameter('woningen', 'woningen', 30, 20, 40),
    ],
    model: {
      version: 1,
      name: 'proef',
      bins: { edges: maanden.map((dag) => daysFrom(dag)) },
      areas: ['GM0606', 'GM0622'],
      classes: ['gewoon'],
      profiles: [
        { id: OPVANG, entry: OPVANG },
        { id: BEGELEID, entry: BEGELEID },
      ],
      services: [
        {
          id: OPVANG,
          order: [{ from: 'any' }],
          stay: { type: 'exponential', scale: 120 },
          patience: { type: 'exponential', scale: 200 },
          next: [
            { to: BEGELEID, chance: 0.2 },
            { to: 'woning', chance: 0.4 },
          ],
          afterLeaving: { chance: 0.3, after: { type: 'exponential', scale: 100 }, to: { service: OPVANG } },
        },
        { id: BEGELEID, order: [{ from: 'any' }], stay: { type: 'exponential', scale: 300 } },
        { id: 'woning', kind: 'supply', order: [{ from: 'any' }] },
      ],
      facilities: [
        { id: 'opvang', service: OPVANG, places: 30, start: [10, 50, 100, 150, 200].map(bewoner) },
        { id: 'begeleid', service: BEGELEID, places: 15 },
      ],
      arrivals: ['GM0606', 'GM0622'].map((code) => ({
        id: `instroom ${OPVANG} ${code}`,
        profile: OPVANG,
        areas: { [code]: 1 },
        rate: 60 / 365.25,
        ceiling: 1,
      })),
      supplies: ['GM0606', 'GM0622'].map((area) => ({
        id: `woningen ${area}`,
        service: 'woning',
        area,
        rate: 15 / 365.25,
        ceiling: 1,
      })),
      ...model,
    },
  }
}

const daysFrom = (dag: string) => (Date.parse(dag) - Date.parse(PEILDATUM)) / 86_400_000

function parameter(
  key: string,
  soort: Uitgangspunt['parameters'][number]['soort'],
  waarde: number,
  laag: number,
  hoog: number,
): Uitgangspunt['parameters'][number] {
  return {
    id: key,
    volgorde: 0,
    soort,
    soortNaam: soort,
    product: 'Opvang',
    waarvan: '',
    eenheid: 'per_jaar',
    waarde,
    schatting: waarde,
    laag,
    hoog,
    gevallen: 40,
    bron: 'Register',
    schattingBron: 'Register',
    aanname: null,
    isEigen: false,
    eigenId: null,
    reden: null,
    door: null,
    sinds: null,
    versie: 0,
  }
}

/** A measure with what it needs; it begins half a year after the peildatum. */
export function givenMaatregel(
  values: Partial<MaatregelInvoer> & Pick<Maatregel, 'soort'>,
  n = 900,
): Maatregel {
  return Vorm.parse({ id: id(n), naam: 'Maatregel', vanaf: addDays(PEILDATUM, 181), ...values })
}
