import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRang, type Prioriteitsregel, sleutelOf, sortByRang, type Wachtende } from './rangorde.ts'
import { explainPlaats, explainVolgorde, type OpDeLijst } from './uitleg.ts'

const regel = (
  soort: 'poort' | 'trede',
  volgorde: number,
  voorwaarde: string,
  uitleg: string,
): Prioriteitsregel => ({
  soort,
  volgorde,
  voorwaarde,
  naam: voorwaarde.replaceAll('_', ' '),
  uitleg,
})
const regels = [
  regel('poort', 1, 'plaatsbaar', 'plaatsing kan nu'),
  regel('trede', 1, 'acuut_onveilig', 'de situatie is acuut onveilig'),
  regel('trede', 2, 'gezin_met_kinderen', 'er zijn minderjarige kinderen'),
]

const op = (
  naam: string | null,
  more: Partial<Wachtende> = {},
  voorrangReden: string | null = null,
): OpDeLijst => ({
  ...sleutelOf(
    { eigenschappen: ['plaatsbaar'], voorrang: false, beslotenOp: '2026-01-01', volgnummer: 1, ...more },
    regels,
  ),
  naam,
  voorrangReden,
})

describe('de volgorde op de wachtlijst', () => {
  it('wie niet geplaatst kan worden staat onder wie dat wel kan, ook met voorrang', () => {
    const explained = explainVolgorde(
      op('Anna Bos', { eigenschappen: ['acuut_onveilig'], voorrang: true }),
      op('Bram Smit'),
      regels,
    )
    expect(explained).toBe(
      'Bram Smit staat boven Anna Bos, omdat Anna Bos nu nog niet geplaatst kan worden. Aan deze voorwaarde is nog niet voldaan: "plaatsing kan nu".',
    )
  })
  it('voorrang met de hand gaat voor een hogere trede, met de reden erbij', () => {
    expect(
      explainVolgorde(
        op('Anna Bos', { voorrang: true }, 'medische noodzaak'),
        op('Bram Smit', { eigenschappen: ['plaatsbaar', 'acuut_onveilig'] }),
        regels,
      ),
    ).toBe('Anna Bos staat boven Bram Smit, omdat er met de hand voorrang is gegeven: medische noodzaak.')
  })
  it('een hogere trede gaat voor wachttijd', () => {
    expect(
      explainVolgorde(
        op('Anna Bos', { eigenschappen: ['plaatsbaar', 'gezin_met_kinderen'], beslotenOp: '2026-02-01' }),
        op('Bram Smit', { beslotenOp: '2024-01-01' }),
        regels,
      ),
    ).toBe(
      'Anna Bos staat boven Bram Smit, omdat voor Anna Bos de regel "gezin met kinderen" geldt: er zijn minderjarige kinderen.',
    )
  })
  it('noemt de lagere regel van de ander', () => {
    expect(
      explainVolgorde(
        op('Anna Bos', { eigenschappen: ['plaatsbaar', 'acuut_onveilig'] }),
        op('Bram Smit', { eigenschappen: ['plaatsbaar', 'gezin_met_kinderen'] }),
        regels,
      ),
    ).toMatch(/acuut onveilig\. Dat gaat voor "gezin met kinderen"\.$/)
  })
  it('bij dezelfde trede telt wie langer wacht, met de dagen', () => {
    expect(explainVolgorde(op('Anna Bos', { beslotenOp: '2026-01-02' }), op('Bram Smit'), regels)).toBe(
      'Bram Smit staat boven Anna Bos, omdat Bram Smit langer wacht: vanaf 1 januari 2026. Anna Bos wacht vanaf 2 januari 2026.',
    )
  })
  it('bij gelijke wachttijd telt wie eerder op de lijst is gezet', () => {
    expect(explainVolgorde(op('Anna Bos', { volgnummer: 9 }), op('Bram Smit'), regels)).toBe(
      'Bram Smit staat boven Anna Bos, omdat allebei even lang wachten en Bram Smit eerder op de lijst is gezet.',
    )
  })
  it('wie de ander niet mag zien leest geen naam, dag of reden', () => {
    const zinnen = [
      explainVolgorde(op(null, { voorrang: true }, 'geheime reden'), op('Bram Smit'), regels),
      explainVolgorde(op(null, { beslotenOp: '2025-07-07' }), op('Bram Smit'), regels),
      explainVolgorde(op(null, { volgnummer: 0 }), op('Bram Smit'), regels),
      explainVolgorde(op(null, { eigenschappen: [] }), op('Bram Smit'), regels),
    ]
    expect(zinnen[0]).toBe('Iemand anders staat boven Bram Smit, omdat er met de hand voorrang is gegeven.')
    expect(zinnen[1]).toBe('Iemand anders staat boven Bram Smit, omdat die persoon langer wacht.')
    for (const zin of zinnen) {
      expect(zin).toMatch(/iemand anders/i)
      expect(zin).not.toMatch(/geheim|2025/)
    }
  })
  it('zegt bij één persoon wat er telt', () => {
    expect(
      explainPlaats(op('Anna Bos', { eigenschappen: ['plaatsbaar', 'acuut_onveilig'] }), regels),
    ).toEqual([
      'Regel van de regio: "acuut onveilig", want de situatie is acuut onveilig.',
      'De wachttijd telt vanaf 1 januari 2026.',
    ])
  })
})

const anyone = fc.record({
  eigenschappen: fc.subarray(['plaatsbaar', 'acuut_onveilig', 'gezin_met_kinderen']),
  voorrang: fc.boolean(),
  beslotenOp: fc.integer({ min: 1, max: 5 }).map((day) => `2026-01-0${day}`),
})

describe('voor elke lijst', () => {
  it('is de volgorde vast en hangt die niet af van hoe de lijst binnenkomt', () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 25 }), fc.integer(), (people, seed) => {
        const keys = people.map((person, i) => sleutelOf({ ...person, volgnummer: i }, regels))
        const shuffled = [...keys].sort(
          (a, b) => ((a.volgnummer * 7919 + seed) % 31) - ((b.volgnummer * 7919 + seed) % 31),
        )
        expect(sortByRang(shuffled)).toEqual(sortByRang(keys))
      }),
    )
  })
  it('gaat van twee mensen er precies één voor, en is "gaat voor" overdraagbaar', () => {
    fc.assert(
      fc.property(anyone, anyone, anyone, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((person, i) => sleutelOf({ ...person, volgnummer: i }, regels)) as [
          ReturnType<typeof sleutelOf>,
          ReturnType<typeof sleutelOf>,
          ReturnType<typeof sleutelOf>,
        ]
        expect(Math.sign(compareRang(x, y).eerst)).toBe(-Math.sign(compareRang(y, x).eerst))
        expect(compareRang(x, y).eerst).not.toBe(0)
        if (compareRang(x, y).eerst < 0 && compareRang(y, z).eerst < 0)
          expect(compareRang(x, z).eerst).toBeLessThan(0)
      }),
    )
  })
  it('langer wachten maakt de plaats nooit slechter', () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        const key = (person: typeof a, volgnummer: number) => sleutelOf({ ...person, volgnummer }, regels)
        const ander = key(b, 2)
        if (compareRang(key(a, 1), ander).eerst < 0)
          expect(compareRang(key({ ...a, beslotenOp: '2025-12-31' }, 1), ander).eerst).toBeLessThan(0)
      }),
    )
  })
})
