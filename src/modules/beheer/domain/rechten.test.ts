import { describe, expect, it } from 'vitest'
import { permissies } from '../../../shared/permissies.ts'
import { zinOf } from './logboek.ts'
import { canGrant } from './rechten.ts'
import { faultsOfConfig, RegioConfig } from './regio-config.ts'
import { rollen } from './rollen.ts'

describe('rechten', () => {
  it('een rol zonder personen krijgt geen recht op personen zonder reden', () => {
    for (const rolCode of [
      'functioneel_beheerder',
      'beleidsmedewerker',
      'programmamanager',
      'privacy_officer',
    ]) {
      expect(canGrant({ rolCode, permissie: 'persoon.lezen' })).toMatchObject({ field: 'reden' })
      expect(
        canGrant({ rolCode, permissie: 'persoon.lezen', reden: 'Tijdelijk, besluit van 1 maart' }),
      ).toBeUndefined()
      expect(canGrant({ rolCode, permissie: 'cijfers.lezen' })).toBeUndefined()
    }
    expect(canGrant({ rolCode: 'toegangsmedewerker', permissie: 'persoon.lezen' })).toBeUndefined()
  })

  it('geen standaardrol breekt die regel of noemt een recht dat niet bestaat', () => {
    for (const rol of rollen)
      for (const permissie of rol.permissies) {
        expect(permissies).toHaveProperty([permissie])
        expect(canGrant({ rolCode: rol.code, permissie })).toBeUndefined()
      }
  })
})

describe('het logboek in zinnen', () => {
  const feit = { gebruiker: 'A. Jansen', geweigerd: false, aantalPersonen: 1, noodprocedure: false }
  it('zegt wie wat deed en over hoeveel personen', () => {
    expect(zinOf({ ...feit, gebeurtenis: 'dossier.ingezien' })).toBe(
      'A. Jansen heeft dossier ingezien, over 1 persoon.',
    )
    expect(zinOf({ ...feit, gebeurtenis: 'sessie.gestart', aantalPersonen: 0 })).toBe('A. Jansen logde in.')
    expect(zinOf({ ...feit, gebeurtenis: 'dossier.ingezien', noodprocedure: true })).toContain(
      'noodprocedure',
    )
    expect(zinOf({ ...feit, gebeurtenis: 'listPlekken', geweigerd: true })).toBe(
      'A. Jansen mocht dit niet: list plekken.',
    )
  })
})

describe('een bestand met de configuratie van een regio', () => {
  it('geeft alle fouten tegelijk, met hun plaats', () => {
    const parsed = RegioConfig.safeParse({
      versie: 1,
      regio: { code: 'drd', naam: '' },
      termijnen: [
        {
          sleutel: { code: 'onderzoek' },
          waarde: { naam: 'Onderzoek', aantal: 0, eenheid: 'weken', wettelijk: true },
          van: '2026-13-01',
        },
      ],
      onbekend: [],
    })
    const faults = faultsOfConfig(parsed.error!)
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining([
        'regio.code',
        'regio.naam',
        'termijnen.0.waarde.aantal',
        'termijnen.0.van',
        'bestand',
      ]),
    )
  })

  it('weigert regels van dezelfde sleutel die overlappen', () => {
    const rij = (van: string, tot: string | null) => ({
      sleutel: { lijst: 'kanaal', code: 'balie' },
      waarde: { naam: 'Balie', volgorde: 1 },
      van,
      tot,
    })
    const config = (keuzes: unknown[]) =>
      RegioConfig.safeParse({ versie: 1, regio: { code: 'DRD', naam: 'Derde' }, keuzes })
    expect(config([rij('2020-01-01', '2026-01-01'), rij('2026-01-01', null)]).success).toBe(true)
    expect(faultsOfConfig(config([rij('2020-01-01', null), rij('2026-01-01', null)]).error!)[0]).toContain(
      'overlapt',
    )
  })
})
