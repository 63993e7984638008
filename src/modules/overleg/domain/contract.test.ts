import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { AanspreekpuntWijziging } from './aanspreekpunt-contract.ts'
import { ActieAfloop } from './actie-contract.ts'
import { BesluitInvoer, PadWijziging } from './besluit-contract.ts'
import { JaarplichtInvoer } from './jaarplicht-contract.ts'
import { NvoInvoer } from './nvo-contract.ts'
import { OvereenkomstInvoer } from './overeenkomst-contract.ts'
import { OverlegInvoer } from './overleg-contract.ts'
import { VergaderingInvoer } from './vergadering-contract.ts'

const fouten = (schema: z.ZodType, invoer: object) =>
  schema.safeParse(invoer).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

const id = '01890000-0000-7000-8000-000000000001'
const overleg = {
  naam: 'RBO',
  afkorting: null,
  soort: 'rbo',
  niveau: 'bestuurlijk',
  perJaar: null,
  leden: [],
  vastePunten: [],
  stukkenDagen: null,
  plaats: '',
  van: '2026-01-01',
  tot: null,
  toelichting: null,
  bron: 'Regiovisie',
}
const vergadering = {
  overlegId: id,
  datum: '2026-03-02',
  beginOm: '09:30',
  eindOm: '11:00',
  plaats: 'x',
  werkbezoek: null,
}
const besluit = {
  orgaan: 'rbo',
  gemeenteCode: null,
  nummer: '1',
  titel: 'x',
  tekst: 'y',
  beslotenOp: null,
  vergaderingId: null,
  activiteitIds: [],
  programmaId: null,
  besluitmomentId: null,
}

describe('wat niet kan staat bij het veld', () => {
  it('een overleg houdt niet op voor het begint, en noemt elk vast punt één keer', () => {
    expect(fouten(OverlegInvoer, overleg)).toEqual([])
    expect(fouten(OverlegInvoer, { ...overleg, tot: '2026-01-01' })).toEqual([
      'tot: Kies een dag na de eerste dag.',
    ])
    const punt = { titel: 'A', soort: 'overig', herhaling: 'elk_jaar' }
    expect(fouten(OverlegInvoer, { ...overleg, vastePunten: [punt, { ...punt, titel: 'a' }] })).toEqual([
      'vastePunten.1.titel: Dit punt staat er al.',
    ])
  })

  it('een vergadering eindigt na het begin', () => {
    expect(fouten(VergaderingInvoer, vergadering)).toEqual([])
    expect(fouten(VergaderingInvoer, { ...vergadering, eindOm: '09:30' })).toEqual([
      'eindOm: Kies een tijd na het begin.',
    ])
  })

  it('een raad heeft een gemeente, het RBO niet', () => {
    expect(fouten(BesluitInvoer, besluit)).toEqual([])
    expect(fouten(BesluitInvoer, { ...besluit, orgaan: 'raad' })).toEqual(['gemeenteCode: Kies de gemeente.'])
    expect(fouten(BesluitInvoer, { ...besluit, gemeenteCode: 'GM0622' })).toEqual([
      'gemeenteCode: Kies hier geen gemeente: dit is van de hele regio.',
    ])
  })

  it('een stap die klaar is heeft een uitkomst, en een uitkomst een dag', () => {
    const stap = { beurt: 1, orgaan: 'rbo', gemeenteCode: null, omschrijving: null, geplandOp: null }
    const pad = (meer: object) => ({
      versie: 1,
      stappen: [{ ...stap, gedaanOp: null, uitkomst: null, ...meer }],
    })
    expect(fouten(PadWijziging, pad({}))).toEqual([])
    expect(fouten(PadWijziging, pad({ gedaanOp: '2026-01-01' }))).toEqual([
      'stappen.0.uitkomst: Kies wat de uitkomst was.',
    ])
    expect(fouten(PadWijziging, pad({ uitkomst: 'akkoord' }))).toEqual([
      'stappen.0.gedaanOp: Vul de dag in waarop dit de uitkomst was.',
    ])
  })

  it('een actie die niet meer hoeft heeft een reden', () => {
    const afloop = { versie: 1, hoe: 'vervallen', op: '2026-01-01', afloop: ' ' }
    expect(fouten(ActieAfloop, afloop)).toEqual(['afloop: Leg uit waarom de actie niet meer hoeft.'])
    expect(fouten(ActieAfloop, { ...afloop, hoe: 'gedaan' })).toEqual([])
  })

  it('een overeenkomst eindigt niet voor zij begint, en heeft een partij', () => {
    const invoer = {
      soort: 'dvo',
      naam: 'DVO',
      partijen: [{ naam: 'Delft' }],
      begintOp: '2022-01-01',
      eindigtOp: '2021-12-31',
      opzegtermijnMaanden: null,
      herzienOp: '2021-01-01',
      vindplaats: null,
      toelichting: null,
      bron: 'x',
      onderwerpen: [],
    }
    expect(fouten(OvereenkomstInvoer, invoer)).toEqual([
      'eindigtOp: Kies een dag op of na de eerste dag.',
      'herzienOp: Kies een dag op of na de eerste dag.',
    ])
    expect(fouten(OvereenkomstInvoer, { ...invoer, eindigtOp: null, herzienOp: null, partijen: [] })).toEqual(
      ['partijen: Noem minstens één partij.'],
    )
  })

  it('wat elk jaar moet, heeft een dag die elk jaar bestaat', () => {
    const plicht = { naam: 'x', maand: 2, dagnummer: 29, vanafJaar: 2026, totEnMetJaar: 2025, bron: 'x' }
    expect(fouten(JaarplichtInvoer, plicht)).toEqual([
      'dagnummer: Deze dag is er niet in elk jaar. Kies een andere dag.',
      'totEnMetJaar: Kies het eerste jaar of een later jaar.',
    ])
    expect(fouten(JaarplichtInvoer, { ...plicht, dagnummer: 28, totEnMetJaar: null })).toEqual([])
  })

  it('wie voldoet noemt het bewijs en waar het staat', () => {
    const antwoord = {
      jaar: 2026,
      afspraak: 1,
      status: 'voldoet',
      toelichting: 'x',
      bewijs: null,
      vindplaats: null,
      beoordeeldDoor: 'Programmamanager',
      beoordeeldOp: '2026-01-01',
    }
    expect(fouten(NvoInvoer, antwoord)).toEqual([
      'bewijs: Vul in waaruit blijkt dat de regio voldoet.',
      'vindplaats: Vul in waar dat bewijs staat.',
    ])
    expect(fouten(NvoInvoer, { ...antwoord, status: 'deels' })).toEqual([])
  })

  it('het aanspreekpunt is te bellen of te mailen', () => {
    const punt = {
      versie: 0,
      functie: 'x',
      organisatie: 'y',
      telefoon: null,
      email: null,
      bereikbaar: null,
      waarvoor: 'z',
    }
    expect(fouten(AanspreekpuntWijziging, punt)).toEqual([
      'telefoon: Vul een telefoonnummer of een e-mailadres in.',
    ])
    expect(fouten(AanspreekpuntWijziging, { ...punt, email: 'geen adres' })).toEqual([
      'email: Vul een e-mailadres in, bijvoorbeeld regio@gemeente.nl.',
    ])
    expect(fouten(AanspreekpuntWijziging, { ...punt, telefoon: '010 123 45 67' })).toEqual([])
  })
})
