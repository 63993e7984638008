import { describe, expect, it } from 'vitest'
import { findKnelpunt } from '../../traject/domain/reis.ts'
import { protectReis, type Reisrij } from './clientreis.ts'

const rij = (meer: Partial<Reisrij>): Reisrij => ({
  stap: 'voorstel',
  productId: null,
  totaal: false,
  afgerond: 0,
  afgerondMediaan: null,
  nogIn: 0,
  nogInMediaan: null,
  zichtbaar: false,
  ...meer,
})

describe('de cliëntreis (TRJ-16)', () => {
  it('een klein aantal staat er niet, en zijn dagen ook niet', () => {
    const [een] = protectReis(
      [rij({ productId: 'a', afgerond: 12, afgerondMediaan: 40, nogIn: 3, nogInMediaan: 90 })],
      'a',
      8,
    )
    expect(een).toMatchObject({ afgerond: 12, afgerondMediaan: 40, nogIn: null, nogInMediaan: null })
    expect(een!.afgeschermd).toBe(true)
  })

  it('wie alle producten samen ziet, kan een verborgen product niet terugrekenen', () => {
    const rijen = [
      rij({ productId: 'a', afgerond: 20, afgerondMediaan: 10 }),
      rij({ productId: 'b', afgerond: 9, afgerondMediaan: 10 }),
      rij({ productId: 'c', afgerond: 2, afgerondMediaan: 10 }),
      rij({ totaal: true, afgerond: 31, afgerondMediaan: 10 }),
    ]
    const van = (productId: string | null) => protectReis(rijen, productId, 8)[0]!.afgerond
    expect([van('a'), van('b'), van('c'), van(null)]).toEqual([20, null, null, 31])
  })

  it('zonder minimum, of wie alle dossiers mag openen, ziet alles', () => {
    const rijen = [rij({ productId: 'a', afgerond: 2, afgerondMediaan: 5, zichtbaar: true })]
    expect(protectReis(rijen, 'a', 8)[0]).toMatchObject({ afgerond: 2, afgerondMediaan: 5 })
    expect(protectReis(rijen, 'a', null)[0]).toMatchObject({ afgerond: 2 })
  })

  it('het knelpunt is de wachtstap waar mensen nu het langst in staan; verblijven is geen wachten', () => {
    expect(
      findKnelpunt([
        { stap: 'besluit', nogInMediaan: 20 },
        { stap: 'voorstel', nogInMediaan: 60 },
        { stap: 'verblijf', nogInMediaan: 200 },
        { stap: 'nazorg', nogInMediaan: null },
      ]),
    ).toBe('voorstel')
    expect(findKnelpunt([{ stap: 'besluit', nogInMediaan: null }])).toBeNull()
  })
})
