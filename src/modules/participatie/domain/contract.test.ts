import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { AdviesAntwoord, AdviesInvoer, adviesstandVan } from './advies-contract.ts'
import { GroepInvoer, LidInvoer } from './groep-contract.ts'
import { IdeeReactie } from './idee-contract.ts'
import { ContactInvoer } from './partner-contract.ts'

const fouten = (schema: z.ZodType, waarde: object) =>
  schema.safeParse(waarde).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
const id = '0190a5f0-0000-7000-8000-000000000001'

describe('een contactpersoon', () => {
  const contact = { functie: 'Beleidsadviseur' }
  it('is te noemen naar functie alleen', () => {
    expect(fouten(ContactInvoer, contact)).toEqual([])
  })
  it('heeft met een naam, mail of telefoon ook een doel en een einde', () => {
    const zonder = [
      'doel: Vul in waarvoor u deze gegevens bewaart.',
      'totEnMet: Kies tot en met welke dag u deze gegevens bewaart.',
    ]
    expect(fouten(ContactInvoer, { ...contact, naam: 'Voorbeeld' })).toEqual(zonder)
    expect(fouten(ContactInvoer, { ...contact, telefoon: '010 000 00 00' })).toEqual(zonder)
    expect(
      fouten(ContactInvoer, { ...contact, naam: 'Voorbeeld', doel: 'Uitnodigen', totEnMet: '2027-01-01' }),
    ).toEqual([])
  })
})

describe('een groep', () => {
  const groep = {
    naam: 'Ambassadeurs',
    soort: 'ambassadeurs',
    aantal: 8,
    ervaring: 'Bewoner',
    van: '2025-01-01',
    bron: 'Voortgangsrapportage',
  }
  it('is te bereiken via een partner of een andere organisatie, en niet via allebei', () => {
    const eenWeg = ['via: Kies een partner, of vul een andere organisatie in. Eén van beide.']
    expect(fouten(GroepInvoer, { ...groep, via: 'Gemeente' })).toEqual([])
    expect(fouten(GroepInvoer, { ...groep, viaPartnerId: id })).toEqual([])
    expect(fouten(GroepInvoer, groep)).toEqual(eenWeg)
    expect(fouten(GroepInvoer, { ...groep, via: 'Gemeente', viaPartnerId: id })).toEqual(eenWeg)
  })
  it('eindigt niet voor zij begint, en heeft ten minste één mens', () => {
    expect(fouten(GroepInvoer, { ...groep, via: 'Gemeente', totEnMet: '2024-12-31' })).toEqual([
      'totEnMet: Kies een dag op of na de eerste dag.',
    ])
    expect(fouten(GroepInvoer, { ...groep, via: 'Gemeente', aantal: 0 })).toEqual([
      'aantal: Vul voor het aantal mensen 1 of meer in.',
    ])
  })
  it('kent een naam alleen met een toestemming die eindigt', () => {
    const lid = { naam: 'Voorbeeld', toestemmingOp: '2026-01-01', toestemmingWaar: 'Map 3' }
    expect(fouten(LidInvoer, lid)).toEqual(['toestemmingTotEnMet: Vul een datum in.'])
    expect(fouten(LidInvoer, { ...lid, toestemmingTotEnMet: '2025-12-31' })).toEqual([
      'toestemmingTotEnMet: Kies een dag op of na de dag van de toestemming.',
    ])
  })
})

describe('een advies', () => {
  const gevraagd = {
    raadId: id,
    isGevraagd: true,
    onderwerp: 'De visie',
    gevraagdOp: '2026-01-10',
    verwachtOp: '2026-02-10',
  }
  it('is gevraagd op een dag en verwacht op of na die dag', () => {
    expect(fouten(AdviesInvoer, gevraagd)).toEqual([])
    expect(fouten(AdviesInvoer, { ...gevraagd, gevraagdOp: null, verwachtOp: null })).toEqual([
      'gevraagdOp: Vul in wanneer om het advies is gevraagd.',
      'verwachtOp: Vul in wanneer het advies er uiterlijk is.',
    ])
    expect(fouten(AdviesInvoer, { ...gevraagd, verwachtOp: '2026-01-09' })).toEqual([
      'verwachtOp: Kies een dag op of na de dag van vragen.',
    ])
  })
  it('uit eigen beweging is er al', () => {
    const eigen = { raadId: id, isGevraagd: false, onderwerp: 'Toegang' }
    expect(fouten(AdviesInvoer, eigen)).toEqual([
      'ontvangenOp: Vul in wanneer het advies kwam, of kies dat erom is gevraagd.',
    ])
    expect(fouten(AdviesInvoer, { ...eigen, ontvangenOp: '2026-01-02' })).toEqual([
      'tekst: Vul in wat de raad adviseert.',
    ])
  })
  it('gaat over één ding', () => {
    expect(fouten(AdviesInvoer, { ...gevraagd, activiteitId: id, programmaId: id })).toEqual([
      'programmaId: Kies een activiteit of een programma, niet allebei.',
    ])
  })
  it('dat niet of deels is overgenomen zegt waarom', () => {
    const antwoord = { versie: 1, antwoordOp: '2026-03-01', antwoord: 'Dank.', overgenomen: 'deels' }
    expect(fouten(AdviesAntwoord, antwoord)).toEqual([
      'motivering: Vul in waarom het advies niet of niet helemaal is overgenomen.',
    ])
    expect(fouten(AdviesAntwoord, { ...antwoord, overgenomen: 'ja' })).toEqual([])
  })
  it('wacht op antwoord vanaf de ontvangst tot het antwoord of het verval', () => {
    const leeg = { ontvangenOp: null, antwoordOp: null, vervallenOp: null }
    expect(adviesstandVan(leeg)).toBe('gevraagd')
    expect(adviesstandVan({ ...leeg, ontvangenOp: '2026-02-01' })).toBe('ontvangen')
    expect(adviesstandVan({ ...leeg, ontvangenOp: '2026-02-01', antwoordOp: '2026-03-01' })).toBe(
      'beantwoord',
    )
    expect(adviesstandVan({ ...leeg, vervallenOp: '2026-03-01' })).toBe('vervallen')
  })
})

describe('een reactie op een idee', () => {
  it('zegt bij overnemen in welke activiteit', () => {
    const reactie = { versie: 1, uitkomst: 'overgenomen', reactie: 'Goed idee.' }
    expect(fouten(IdeeReactie, reactie)).toEqual([
      'activiteitId: Kies in welke activiteit het idee is overgenomen.',
    ])
    expect(fouten(IdeeReactie, { ...reactie, activiteitId: id })).toEqual([])
    expect(fouten(IdeeReactie, { ...reactie, uitkomst: 'niet_overgenomen' })).toEqual([])
  })
})
