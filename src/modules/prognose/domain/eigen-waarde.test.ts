import { describe, expect, it } from 'vitest'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { meanOf } from '../../../simulation/durations.ts'
import { EigenwaardeInvoer } from './contract.ts'
import { faultOfVervolg, kostenPerPlek, overruled } from './eigen-waarde.ts'
import { verstoorbaar } from './gevoeligheid.ts'
import { calibrate } from './ijking.ts'
import { buildKeten } from './keten.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'
import { parametersOf } from './parameters.ts'
import { rekensomOf } from './rekensom.ts'

const opvang = 'opvang' as Id
const wonen = 'wonen' as Id

/** Sixty people came twelve days apart and stayed a hundred days; a third went on to the second product, a third to a dwelling. */
const feiten: Ketenfeiten = {
  peildatum: '2026-01-01',
  producten: [
    { id: opvang, naam: 'Opvang', domein: 'MO', termijn: null },
    { id: wonen, naam: 'Beschermd wonen', domein: 'BW', termijn: null },
  ],
  gemeenten: [{ code: 'GM1', naam: 'Eerste gemeente' }],
  wachtenden: Array.from({ length: 60 }, (_, i) => ({
    wie: `p${i}`,
    productId: opvang,
    gemeente: 'GM1',
    op: addDays('2024-01-01', 12 * i),
    gestartOp: addDays('2024-01-01', 12 * i),
    wegOp: null,
  })),
  verblijven: Array.from({ length: 60 }, (_, i) => {
    const van = addDays('2024-01-01', 12 * i)
    const tot = addDays(van, 100)
    const stay = { wie: `p${i}`, productId: opvang, locatieId: null, van, gereedOp: null }
    if (tot > '2026-01-01') return [{ ...stay, tot: null, bestemming: null }]
    const first = { ...stay, tot, bestemming: i % 3 === 1 ? 'eigen_woning' : 'andere_regio' }
    return i % 3 === 0
      ? [first, { ...stay, productId: wonen, van: tot, tot: null, bestemming: null }]
      : [first]
  }).flat(),
  plekken: [
    ...Array.from({ length: 10 }, () => ({
      productId: opvang,
      locatieId: null,
      van: '2020-01-01',
      tot: null,
    })),
    ...Array.from({ length: 30 }, () => ({
      productId: wonen,
      locatieId: null,
      van: '2020-01-01',
      tot: null,
    })),
  ],
}
const ijking = calibrate(feiten, 8)
const met = (...eigen: [string, number][]) =>
  overruled(
    ijking,
    eigen.map(([parameter, waarde]) => ({ parameter, waarde })),
  )
const rij = (van: ReturnType<typeof met>, id: string) =>
  parametersOf(van, feiten).find((een) => een.id === id)!

describe('een eigen waarde van de regio', () => {
  it('staat in de tabel naast de schatting, en de prognose rekent ermee', () => {
    const eigen = met(['verblijfsduur opvang', 150], ['instroom opvang GM1', 60])
    const geschat = rij(ijking, 'verblijfsduur opvang')
    expect(rij(eigen, 'verblijfsduur opvang')).toMatchObject({
      waarde: 150,
      bron: 'Eigen waarde van de regio',
      schattingBron: 'Register',
      schatting: geschat.waarde,
      laag: geschat.laag,
      hoog: geschat.hoog,
      gevallen: geschat.gevallen,
    })
    expect(meanOf(eigen.producten[0]!.verblijf) / meanOf(ijking.producten[0]!.verblijf)).toBeCloseTo(
      150 / ijking.producten[0]!.verblijfsduur.waarde,
    )
    const som = rekensomOf(eigen, feiten)[0]!
    expect(som.instroomPerJaar).toBe(60)
    // The model draws from a table of quantiles, whose mean differs a little from that of the curve.
    expect(Math.abs(som.verblijfsdagen - 150)).toBeLessThan(2)
  })

  it('laat alles staan zoals het was als er geen eigen waarde is, ook na intrekken', () => {
    expect(met()).toBe(ijking)
    expect(overruled(met(['verblijfsduur opvang', 150]), [])).toBe(ijking)
  })

  it('verandert een schatting maar één keer, hoe vaak zij ook wordt toegepast', () => {
    const eens = met(['verblijfsduur opvang', 150])
    const weer = overruled(eens, [{ parameter: 'verblijfsduur opvang', waarde: 150 }])
    expect(weer.producten[0]!.verblijf).toEqual(eens.producten[0]!.verblijf)
  })

  it('vult in waar het register te weinig gevallen heeft: afhaken, terugkeer en een eigen woning', () => {
    expect(rij(ijking, 'afhaken wonen')).toMatchObject({ waarde: null, gevallen: null })
    expect(rij(ijking, 'terugkeer wonen')).toMatchObject({ waarde: 0, gevallen: null })
    const eigen = met(['afhaken wonen', 90], ['terugkeer wonen', 12.5], ['vervolg wonen woning', 40])
    const { model } = buildKeten(eigen, feiten, 12).model
    const service = model!.services.find(({ id }) => id === wonen)!
    expect(meanOf(service.patience!)).toBe(90)
    expect(service.afterLeaving!.chance).toBe(0.125)
    expect(service.next).toEqual([{ to: WONING, chance: 0.4 }])
  })

  it('gaat uit van groei vanaf nu: wat iemand nu invult groeit niet nog een keer', () => {
    const eigen = met(['instroom opvang GM1', 50], ['groei opvang', 4])
    const arrival = buildKeten(eigen, feiten, 12).model.model!.arrivals.find(
      ({ profile }) => profile === opvang,
    )!
    expect(arrival.rate * 365.25).toBeCloseTo(50)
    expect(arrival.trend).toBeCloseTo(0.04)
  })

  it('laat van wie vertrekt nooit meer dan iedereen doorgaan: de schattingen krijgen wat overblijft', () => {
    const voor = ijking.producten[0]!.vervolg
    const eigen = met(['vervolg opvang wonen', 90])
    const na = eigen.producten[0]!.vervolg
    expect(voor.get(wonen)!.waarde + voor.get(WONING)!.waarde).toBeGreaterThan(0.5)
    expect(na.get(wonen)!.waarde).toBe(0.9)
    expect(na.get(WONING)!.waarde).toBeCloseTo(0.1)
    expect(rij(eigen, 'vervolg opvang woning').aanname).toContain('Verkleind')
    expect(buildKeten(eigen, feiten, 12).model.faults).toEqual([])
    expect(
      faultOfVervolg([{ parameter: 'vervolg opvang wonen', waarde: 90 }], {
        parameter: 'vervolg opvang woning',
        waarde: 10.1,
      }),
    ).toContain('Vul hooguit 10% in')
    expect(
      faultOfVervolg([{ parameter: 'vervolg wonen woning', waarde: 90 }], {
        parameter: 'vervolg opvang woning',
        waarde: 100,
      }),
    ).toBeUndefined()
  })

  it('nul is een waarde: wie niemand laat doorgaan, ziet nul en de schatting ernaast', () => {
    const eigen = met(['vervolg opvang wonen', 0])
    expect(eigen.producten[0]!.vervolg.has(wonen)).toBe(false)
    expect(rij(eigen, 'vervolg opvang wonen')).toMatchObject({
      waarde: 0,
      schatting: rij(ijking, 'vervolg opvang wonen').waarde,
    })
  })

  it('van iets dat het register niet (meer) laat zien, verandert niets; dat staat er wel', () => {
    const eigen = met(['vervolg opvang weg-product', 20], ['golf opvang', 30])
    expect(eigen.producten[0]!.vervolg).toEqual(ijking.producten[0]!.vervolg)
    expect(eigen.producten[0]!.golf.amplitude).toBe(0)
    for (const id of ['vervolg opvang weg-product', 'golf opvang'])
      expect(rij(eigen, id)).toMatchObject({
        waarde: null,
        aanname: expect.stringContaining('niet gebruikt'),
      })
  })
})

describe('hoe zeker een eigen waarde is', () => {
  it('zo zeker als de regio zegt: wat het meest telt, wordt niet met de marge van de schatting gezocht', () => {
    const ids = (van: ReturnType<typeof met>) =>
      verstoorbaar({ parameters: parametersOf(van, feiten) }).map(({ id }) => id)
    expect(ids(ijking)).toContain('verblijfsduur opvang')
    expect(ids(met(['verblijfsduur opvang', 150]))).not.toContain('verblijfsduur opvang')
  })
})

describe('kosten van een plek', () => {
  it('heeft niemand gemeten: nog niet ingevuld, en na invullen bekend zonder in het model te komen', () => {
    expect(rij(ijking, 'kosten opvang')).toMatchObject({ waarde: null, bron: 'Nog niet ingevuld' })
    expect([...kostenPerPlek(ijking)]).toEqual([])
    const eigen = met(['kosten opvang', 42_500])
    expect([...kostenPerPlek(eigen)]).toEqual([[opvang, 42_500]])
    expect(rij(eigen, 'kosten opvang')).toMatchObject({ waarde: 42_500, schatting: null })
    expect(buildKeten(eigen, feiten, 12).model.model).toEqual(buildKeten(ijking, feiten, 12).model.model)
  })
})

describe('wat niet kan, wordt geweigerd bij het veld', () => {
  const fouten = (parameter: string, waarde: unknown, reden = 'Eigen onderzoek') => {
    const { error } = EigenwaardeInvoer.safeParse({ parameter, waarde, reden, versie: 0 })
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  }
  it.each([
    ['terugkeer opvang', 101, 'waarde: Vul een getal in van 0 tot en met 100%.'],
    ['terugkeer opvang', -1, 'waarde: Vul een getal in van 0 tot en met 100%.'],
    ['groei opvang', 11, 'waarde: Vul een getal in van -10 tot en met 10%.'],
    ['verblijfsduur opvang', 100_001, 'waarde: Vul een getal in van 1 tot en met 36.500 dagen.'],
    ['verblijfsduur opvang', 0, 'waarde: Vul een getal in van 1 tot en met 36.500 dagen.'],
    ['instroom opvang GM1', -3, 'waarde: Vul een getal in van 0 tot en met 10.000 per jaar.'],
    ['kosten opvang', -1, 'waarde: Vul een getal in van 0 tot en met 1.000.000 euro.'],
    ['instroom opvang GM1', Number.NaN, 'waarde: Vul een getal in.'],
    ['instroom opvang GM1', Number.POSITIVE_INFINITY, 'waarde: Vul een getal in.'],
    ['instroom opvang GM1', 'veel', 'waarde: Vul een getal in.'],
    ['instroom opvang GM1', 1.25, 'waarde: Gebruik hooguit één cijfer achter de komma.'],
    ['onzin opvang', 5, 'parameter: Deze schatting bestaat niet.'],
    ["instroom '; drop", 5, 'parameter: Deze schatting bestaat niet.'],
  ])('%s: %s', (parameter, waarde, fout) => {
    expect(fouten(parameter, waarde)).toEqual([fout])
  })

  it('zonder reden geen eigen waarde', () => {
    expect(fouten('groei opvang', -2.5, '  ')).toEqual(['reden: Vul de reden in.'])
    expect(fouten('groei opvang', -2.5)).toEqual([])
  })
})
