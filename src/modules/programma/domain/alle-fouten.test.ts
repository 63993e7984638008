import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ActiviteitInvoer, ActiviteitWijziging, putActiviteitplanning } from './activiteit-contract.ts'
import { MetingInvoer } from './meting-contract.ts'
import { ProgrammaInvoer, postProgrammaversie } from './programma-contract.ts'
import { StandInvoer } from './voortgang-contract.ts'

const ergens = '01890000-0000-7000-8000-000000000001'
const kort = 'Vul de naam in.'

function fouten(schema: z.ZodType, invoer: unknown): [string, string][] {
  return (schema.safeParse(invoer).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])
}

describe('een formulier noemt in één keer wat ontbreekt en wat niet bij elkaar past', () => {
  const activiteit = {
    programmaId: ergens,
    soort: 'activiteit',
    code: '1.3',
    naam: ' ',
    planning: 'kwartalen',
    participatie: 'ja',
    resultaten: [{ nummer: 1, naam: '', streefwaarde: 10 }],
    bron: 'Programma §3',
  }

  it('van een activiteit', () => {
    const alles = [
      ['naam', kort],
      ['resultaten.0.naam', 'Vul het resultaat in.'],
      ['vanKwartaal', 'Kies het eerste kwartaal.'],
      ['totKwartaal', 'Kies het laatste kwartaal. Is er geen einde? Kies dan “doorlopend”.'],
      ['participatieHoe', 'Vul in hoe inwoners of ervaringsdeskundigen meedoen.'],
      ['resultaten.0.eenheid', 'Vul in waarin u telt, bijvoorbeeld woningen.'],
      ['resultaten.0.richting', 'Kies of meer of minder beter is.'],
    ]
    expect(fouten(ActiviteitInvoer, activiteit)).toEqual(alles)
    expect(fouten(ActiviteitWijziging, { ...activiteit, versie: 1 })).toEqual(alles)
  })

  it('van een activiteit zonder keuze voor meedoen', () => {
    expect(
      fouten(ActiviteitInvoer, { ...activiteit, naam: 'Kaart', participatie: undefined, resultaten: [] }),
    ).toEqual([
      ['participatie', 'Kies of inwoners of ervaringsdeskundigen meedoen. “Nog niet bepaald” mag ook.'],
      ['vanKwartaal', 'Kies het eerste kwartaal.'],
      ['totKwartaal', 'Kies het laatste kwartaal. Is er geen einde? Kies dan “doorlopend”.'],
    ])
  })

  it('van een planning die verschuift', () => {
    expect(
      fouten(putActiviteitplanning.body, {
        planning: 'doorlopend',
        vanKwartaal: 'ooit',
        totKwartaal: '2026-1',
      }).map(([veld]) => veld),
    ).toEqual(['versie', 'vanKwartaal', 'totKwartaal'])
  })

  it('van een programma en van een nieuwe versie ervan', () => {
    const termijn = { van: '2027-01-01', tot: '2026-01-01' }
    const fout = ['tot', 'Kies een einde na de eerste dag.']
    expect(
      fouten(ProgrammaInvoer, { code: 'UP', naam: '', soort: 'visie', bron: 'Nota', ...termijn }),
    ).toEqual([['naam', kort], fout])
    expect(fouten(postProgrammaversie.body, { versie: 1, code: 'UP2', naam: '', ...termijn })).toEqual([
      ['naam', kort],
      fout,
    ])
  })

  it('van hoe het staat', () => {
    expect(fouten(StandInvoer, { op: '', stand: 'voortijdig_beeindigd', koers: 'op_schema' })).toEqual([
      ['op', 'Vul een bestaande datum in, bijvoorbeeld 1-4-2026.'],
      ['koers', 'Wat klaar is, is niet meer op schema of vertraagd. Laat dit leeg.'],
      ['reden', 'Vul in waarom het voor het einde stopt.'],
    ])
    expect(fouten(StandInvoer, { op: '2026-03-01', koers: 'vertraagd' })).toEqual([
      ['stand', 'Kies een stand.'],
      ['reden', 'Vul in waarom het vertraagd is.'],
    ])
  })

  it('van een meting', () => {
    const stelling = { nummer: 1, stelling: '', richting: 'hoger', nul: 11 }
    expect(
      fouten(MetingInvoer, {
        naam: '',
        schaalVan: 1,
        schaalTot: 10,
        gepaard: 'nee',
        nulOp: '2025-02-01',
        naOp: '2025-01-01',
        stellingen: [stelling, { ...stelling, stelling: 'Ik lees', nul: 2, spreidingVerschil: 1 }],
        bron: 'S3',
      }),
    ).toEqual([
      ['naam', kort],
      ['stellingen.0.stelling', 'Vul de stelling in.'],
      ['naOp', 'De nameting is na de nulmeting.'],
      ['stellingen.0.nul', 'Vul een gemiddelde in van 1 tot en met 10.'],
      ['stellingen.1.nummer', 'Nummer 1 staat er al.'],
      ['stellingen.1.spreidingVerschil', 'Dit kan alleen als dezelfde mensen twee keer antwoordden.'],
    ])
  })
})

describe('over een veld dat zelf fout is', () => {
  it('zegt een formulier niets meer dan dat het fout is', () => {
    expect(
      fouten(MetingInvoer, {
        naam: 'Holy',
        schaalVan: 'een',
        schaalTot: 10,
        nulOp: '2025-02-31',
        naOp: '2025-01-01',
        stellingen: [{ nummer: 'x', stelling: 'Ik lees', richting: 'hoger', nul: 11, spreidingVerschil: 1 }],
        bron: 'S3',
      }).map(([veld]) => veld),
    ).toEqual(['schaalVan', 'gepaard', 'nulOp', 'stellingen.0.nummer'])
    expect(
      fouten(ActiviteitInvoer, {
        programmaId: ergens,
        soort: 'activiteit',
        code: '1.3',
        naam: 'Kaart',
        planning: 'straks',
        totKwartaal: '2026-1',
        participatie: 'ja',
        participatieHoe: 3,
        resultaten: [{ nummer: 1, naam: 'Kaart', streefwaarde: 'tien', richting: 'hoger' }, 'kaart'],
        bron: 'Programma §3',
      }).map(([veld]) => veld),
    ).toEqual(['planning', 'participatieHoe', 'resultaten.0.streefwaarde', 'resultaten.1'])
  })

  it('en wie iets anders stuurt dan een formulier krijgt één antwoord', () => {
    for (const iets of [null, undefined, 'tekst', 3]) expect(fouten(MetingInvoer, iets)).toHaveLength(1)
    expect(fouten(MetingInvoer, []).length).toBeGreaterThan(0)
  })
})
