import { describe, expect, it } from 'vitest'
import { SpoedInvoer } from './contract.ts'

describe('een lege spoedplaatsing', () => {
  it('noemt alles wat ontbreekt in één keer, in gewone woorden', () => {
    const leeg = {
      meldingId: null,
      persoonId: null,
      achternaam: null,
      hulpvraag: '',
      plekId: '',
      op: '2026-03-02',
    }
    const fouten = SpoedInvoer.safeParse(leeg).error?.issues.map(({ path, message }) => [path[0], message])
    expect(Object.fromEntries(fouten ?? [])).toEqual({
      hulpvraag: 'Vul de hulpvraag in eigen woorden in.',
      plekId: 'Maak een keuze.',
      achternaam: 'Vul een achternaam in, of kies dat de naam onbekend is.',
    })
  })

  it('zonder inhoud is een fout in de invoer', () => {
    for (const niets of [null, undefined, 'tekst', 7])
      expect(SpoedInvoer.safeParse(niets).success).toBe(false)
  })

  it('vraagt geen achternaam als de naam onbekend is of de persoon al bekend is', () => {
    const fouten = (meer: object) =>
      SpoedInvoer.safeParse({ isNn: false, ...meer }).error?.issues.map(({ path }) => path[0])
    expect(fouten({ isNn: true, persoonId: null })).not.toContain('achternaam')
    expect(fouten({ persoonId: '01a1ba62-ce80-700a-99ec-7876987c68ec' })).not.toContain('achternaam')
  })
})
