import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ActiviteitInvoer, ActiviteitWijziging, putActiviteitplanning } from './activiteit-contract.ts'
import { MetingInvoer } from './meting-contract.ts'
import {
  OnderdeelInvoer,
  ProgrammaInvoer,
  ProgrammaWijziging,
  postProgrammaversie,
} from './programma-contract.ts'
import { Getal } from './velden.ts'
import {
  BesluitInvoer,
  BesluitmomentInvoer,
  GeldInvoer,
  KnelpuntInvoer,
  StandInvoer,
  VoortgangInvoer,
  WaardeInvoer,
} from './voortgang-contract.ts'

const ergens = '01890000-0000-7000-8000-000000000001'

/** Every fault by the path of its field. */
function fouten(schema: z.ZodType, invoer: object): Record<string, string> {
  const { error } = schema.safeParse(invoer)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}
const met =
  (schema: z.ZodType, goed: object) =>
  (meer: object = {}) =>
    fouten(schema, { ...goed, ...meer })

describe('een programma', () => {
  const van = met(ProgrammaInvoer, {
    code: 'UP',
    naam: 'Programma',
    soort: 'actieplan',
    van: '2025-01-01',
    bron: 'Nota',
  })

  it('heeft een korte code, die in hoofdletters komt te staan', () => {
    expect(van()).toEqual({})
    expect(
      ProgrammaInvoer.parse({ code: ' up-27 ', naam: 'P', soort: 'visie', van: '2025-01-01', bron: 'N' })
        .code,
    ).toBe('UP-27')
    expect(van({ code: 'UP 2027' })).toEqual({
      code: 'Gebruik voor de code hooguit 20 letters, cijfers en streepjes, zonder spaties.',
    })
  })

  it('eindigt na zijn eerste dag', () => {
    const fout = { tot: 'Kies een einde na de eerste dag.' }
    expect(van({ tot: '2025-01-02' })).toEqual({})
    expect(van({ tot: '2025-01-01' })).toEqual(fout)
    expect(
      fouten(postProgrammaversie.body, {
        versie: 1,
        code: 'UP2',
        naam: 'Nieuw',
        van: '2027-01-01',
        tot: '2026-01-01',
      }),
    ).toEqual(fout)
  })

  it('noemt elke fout bij haar eigen veld', () => {
    expect(van({ naam: ' ', soort: 'plan', van: '2025-02-30', gemeenten: ['GM622'], bron: '' })).toEqual({
      naam: 'Vul de naam in.',
      soort: 'Kies wat voor programma het is.',
      van: 'Vul een bestaande datum in, bijvoorbeeld 1-4-2026.',
      'gemeenten.0': 'Kies een gemeente uit de lijst.',
      bron: 'Vul de bron in.',
    })
    expect(
      fouten(ProgrammaWijziging, { code: 'UP', naam: 'P', soort: 'visie', van: '2025-01-01', bron: 'N' }),
    ).toHaveProperty('versie')
  })

  it('maakt van een leeg gelaten toelichting niets', () => {
    const { toelichting } = ProgrammaInvoer.parse({
      code: 'UP',
      naam: 'P',
      soort: 'visie',
      van: '2025-01-01',
      bron: 'N',
      toelichting: '  ',
    })
    expect(toelichting).toBeNull()
    expect(van({ toelichting: 'x'.repeat(4001) })).toEqual({
      toelichting: 'Gebruik voor de toelichting niet meer dan 4.000 tekens.',
    })
  })
})

describe('een onderdeel', () => {
  const van = met(OnderdeelInvoer, {
    programmaId: ergens,
    soort: 'thema',
    code: '1.2-a',
    naam: 'Wonen',
    bron: 'Nota',
  })
  it('heeft een soort, een code en een naam', () => {
    expect(van()).toEqual({})
    expect(van({ soort: 'kop', code: '.1', naam: '' })).toEqual({
      soort: 'Kies wat voor onderdeel het is.',
      code: 'Gebruik voor de code hooguit 20 letters, cijfers, punten en streepjes, zonder spaties.',
      naam: 'Vul de naam in.',
    })
  })
})

const activiteit = {
  programmaId: ergens,
  soort: 'activiteit',
  code: '1.3',
  naam: 'Voorzieningenkaart',
  planning: 'open',
  participatie: 'nog_niet_bepaald',
  bron: 'Programma §3',
}

describe('een activiteit', () => {
  const van = met(ActiviteitInvoer, activiteit)
  const resultaat = { nummer: 1, naam: 'Woningen' }

  it('mag klein beginnen: wat niemand weet blijft leeg, en de vaste groepen horen erbij', () => {
    expect(ActiviteitInvoer.parse(activiteit)).toMatchObject({
      paragraaf: null,
      toelichting: null,
      heeftVasteGroepen: true,
      vanKwartaal: null,
      dient: [],
      resultaten: [],
    })
    expect(ActiviteitInvoer.parse({ ...activiteit, paragraaf: ' ' }).paragraaf).toBeNull()
  })

  it('in kwartalen heeft een eerste en een laatste, in die volgorde', () => {
    expect(van({ planning: 'kwartalen' })).toEqual({
      vanKwartaal: 'Kies het eerste kwartaal.',
      totKwartaal: 'Kies het laatste kwartaal. Is er geen einde? Kies dan “doorlopend”.',
    })
    expect(van({ planning: 'kwartalen', vanKwartaal: '2026-2', totKwartaal: '2026-1' })).toEqual({
      totKwartaal: 'Het laatste kwartaal ligt voor het eerste.',
    })
    expect(van({ planning: 'kwartalen', vanKwartaal: '2026-2', totKwartaal: '2026-2' })).toEqual({})
    expect(van({ planning: 'kwartalen', vanKwartaal: '2026-5', totKwartaal: '2026-Q1' })).toMatchObject({
      vanKwartaal: 'Kies een kwartaal, bijvoorbeeld 2026-1 voor januari tot en met maart 2026.',
      totKwartaal: 'Kies een kwartaal, bijvoorbeeld 2026-1 voor januari tot en met maart 2026.',
    })
  })

  it('doorlopend heeft geen laatste kwartaal, en open ook geen eerste', () => {
    const geenLaatste = 'Een laatste kwartaal hoort alleen bij een planning in kwartalen.'
    expect(van({ planning: 'doorlopend', vanKwartaal: '2026-1' })).toEqual({})
    expect(van({ planning: 'doorlopend', totKwartaal: '2026-1' })).toEqual({ totKwartaal: geenLaatste })
    expect(van({ vanKwartaal: '2026-1', totKwartaal: '2026-2' })).toEqual({
      vanKwartaal: 'Kies “in kwartalen” of “doorlopend” als er een begin is.',
      totKwartaal: geenLaatste,
    })
  })

  it('verschuiven op de tijdlijn houdt zich aan dezelfde regels', () => {
    const plan = met(putActiviteitplanning.body, {
      versie: 1,
      planning: 'kwartalen',
      vanKwartaal: '2026-1',
      totKwartaal: '2026-2',
    })
    expect(plan()).toEqual({})
    expect(plan({ totKwartaal: '2025-4' })).toEqual({
      totKwartaal: 'Het laatste kwartaal ligt voor het eerste.',
    })
    expect(plan({ planning: 'open' })).toHaveProperty('vanKwartaal')
  })

  it('kiest altijd of mensen meedoen, en zegt bij ja hoe', () => {
    expect(van({ participatie: undefined })).toEqual({
      participatie: 'Kies of inwoners of ervaringsdeskundigen meedoen. “Nog niet bepaald” mag ook.',
    })
    expect(van({ participatie: 'ja', participatieHoe: ' ' })).toEqual({
      participatieHoe: 'Vul in hoe inwoners of ervaringsdeskundigen meedoen.',
    })
    expect(van({ participatie: 'ja', participatieHoe: 'In de werkgroep' })).toEqual({})
    expect(van({ participatie: 'nee', participatieHoe: 'Het gaat om een rekenblad' })).toEqual({})
  })

  it('heeft een streefwaarde alleen met waarin geteld wordt en wat beter is', () => {
    expect(van({ resultaten: [resultaat] })).toEqual({})
    expect(van({ resultaten: [{ ...resultaat, streefwaarde: 10 }] })).toEqual({
      'resultaten.0.eenheid': 'Vul in waarin u telt, bijvoorbeeld woningen.',
      'resultaten.0.richting': 'Kies of meer of minder beter is.',
    })
    expect(van({ resultaten: [{ ...resultaat, eenheid: 'woningen', richting: 'hoger' }] })).toEqual({
      'resultaten.0.richting': 'Vul eerst een streefwaarde in.',
    })
    expect(
      van({ resultaten: [{ ...resultaat, eenheid: 'woningen', streefwaarde: 0, richting: 'lager' }] }),
    ).toEqual({})
  })

  it('gebruikt een nummer van een resultaat één keer', () => {
    expect(van({ resultaten: [resultaat, { ...resultaat, naam: 'Kaart' }] })).toEqual({
      'resultaten.1.nummer': 'Nummer 1 staat er al.',
    })
  })

  it('noemt ook in de lijsten elke fout bij haar eigen veld', () => {
    expect(
      van({
        code: 'te lange code',
        paragraaf: 'vier',
        groepen: ['Ag 1'],
        stappen: [{ omschrijving: '' }, { omschrijving: 'Bellen', gereedOp: 'ooit' }],
        kartrekkers: [{ naam: ' ' }],
      }),
    ).toEqual({
      code: 'Gebruik voor het nummer hooguit 10 letters, cijfers, punten en streepjes, bijvoorbeeld 1.3 of 2A.',
      paragraaf: 'Vul een paragraaf in als 4.6, of laat dit leeg.',
      'groepen.0': 'Kies uit de lijst.',
      'stappen.0.omschrijving': 'Vul de stap in.',
      'stappen.1.gereedOp': 'Vul een bestaande datum in, bijvoorbeeld 1-4-2026.',
      'kartrekkers.0.naam': 'Vul de naam in.',
    })
    const { programmaId: _, ...zonder } = activiteit
    expect(fouten(ActiviteitWijziging, zonder)).toHaveProperty('versie')
  })
})

describe('hoe het staat', () => {
  const van = met(StandInvoer, { op: '2026-03-01', stand: 'in_uitvoering' })
  it('heeft bij vertraging en bij stoppen voor het einde een reden', () => {
    expect(van()).toEqual({})
    expect(van({ koers: 'vertraagd' })).toEqual({ reden: 'Vul in waarom het vertraagd is.' })
    expect(van({ stand: 'voortijdig_beeindigd' })).toEqual({
      reden: 'Vul in waarom het voor het einde stopt.',
    })
    expect(van({ koers: 'vertraagd', reden: 'Te weinig mensen' })).toEqual({})
  })
  it('heeft geen koers meer als het klaar is', () => {
    const koers = 'Wat klaar is, is niet meer op schema of vertraagd. Laat dit leeg.'
    expect(van({ stand: 'afgerond', koers: 'op_schema' })).toEqual({ koers })
    expect(van({ stand: 'voortijdig_beeindigd', koers: 'op_schema', reden: 'Geen animo' })).toEqual({ koers })
  })
})

describe('voortgang, knelpunten en besluiten', () => {
  it('noemen wat er ontbreekt bij het veld zelf', () => {
    expect(fouten(VoortgangInvoer, { op: '2026-13-01', standVanZaken: ' ', bron: '' })).toEqual({
      op: 'Vul een bestaande datum in, bijvoorbeeld 1-4-2026.',
      standVanZaken: 'Vul de stand van zaken in.',
      bron: 'Vul de bron in.',
    })
    expect(fouten(KnelpuntInvoer, { soort: 'pech', omschrijving: '', gemeldOp: '', bron: 'x' })).toEqual({
      soort: 'Kies waar het aan ligt.',
      omschrijving: 'Vul wat er aan de hand is in.',
      gemeldOp: 'Vul een bestaande datum in, bijvoorbeeld 1-4-2026.',
    })
    expect(
      fouten(BesluitmomentInvoer, { waarover: '', orgaan: 'ik', geplandOp: '2026-04-01', bron: 'x' }),
    ).toEqual({
      waarover: 'Vul waarover wordt besloten in.',
      orgaan: 'Kies wie besluit.',
    })
    expect(
      fouten(BesluitInvoer, { versie: 1, uitkomst: 'misschien', besloten: '2026-04-01', motivering: ' ' }),
    ).toEqual({
      uitkomst: 'Kies wat het werd.',
      motivering: 'Vul waarom zo is besloten in.',
    })
    expect(VoortgangInvoer.parse({ op: '2026-01-01', standVanZaken: 'x', bron: 'y' }).isOpenbaar).toBe(false)
  })
})

describe('getallen en geld', () => {
  const geld = met(GeldInvoer, {
    soort: 'kosten',
    jaar: 2026,
    omschrijving: 'Projectleider',
    bedrag: 1,
    bron: 'Begroting',
  })
  const heelCent = 'Vul een bedrag in hele centen in.'

  it('een getal heeft hooguit vier cijfers achter de komma, hoe groot het ook is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), (tienduizendsten) => {
        expect(Getal.safeParse(tienduizendsten / 10_000).success).toBe(true)
      }),
    )
    for (const waarde of [0.00001, 1.23456, 600_000.12345, 123_456_789.12345, -600_000.12345])
      expect(fouten(WaardeInvoer, { op: '2026-01-01', waarde, bron: 'x' })).toEqual({
        waarde: 'Gebruik hooguit vier cijfers achter de komma.',
      })
    expect(fouten(WaardeInvoer, { op: '2026-01-01', waarde: 2e9, bron: 'x' })).toEqual({
      waarde: 'Dit getal is te groot.',
    })
    expect(fouten(WaardeInvoer, { op: '2026-01-01', waarde: '3', bron: 'x' })).toEqual({
      waarde: 'Vul een getal in.',
    })
  })

  it('een bedrag is in hele centen en meer dan nul, hoe groot het ook is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000_000 }), (centen) => {
        expect(geld({ bedrag: centen / 100 })).toEqual({})
      }),
    )
    for (const bedrag of [1.005, 600_000.125, 2_500_000.001])
      expect(geld({ bedrag })).toEqual({ bedrag: heelCent })
    expect(geld({ bedrag: 0 })).toEqual({ bedrag: 'Vul een bedrag in dat hoger is dan 0.' })
  })

  it('hoort bij een jaar', () => {
    expect(geld({ jaar: 2014 })).toEqual({ jaar: 'Vul een jaar in vanaf 2015.' })
    expect(geld({ jaar: 2026.5 })).toEqual({ jaar: 'Vul een heel jaar in.' })
    expect(geld({ jaar: 2100, soort: 'subsidie' })).toEqual({
      jaar: 'Vul een jaar in tot en met 2099.',
      soort: 'Kies kosten of dekking.',
    })
  })
})

describe('een meting', () => {
  const stelling = { nummer: 1, stelling: 'Ik lees veel', richting: 'hoger' }
  const van = met(MetingInvoer, {
    naam: 'Holy',
    schaalVan: 1,
    schaalTot: 10,
    gepaard: 'onbekend',
    stellingen: [stelling],
    bron: 'S3',
  })
  const metStelling = (meer: object) => van({ stellingen: [{ ...stelling, ...meer }] })

  it('heeft een schaal die oploopt, een nameting na de nulmeting en minstens één stelling', () => {
    expect(van()).toEqual({})
    expect(van({ schaalTot: 1, nulOp: '2025-02-01', naOp: '2025-02-01' })).toEqual({
      schaalTot: 'Het hoogste antwoord is hoger dan het laagste.',
      naOp: 'De nameting is na de nulmeting.',
    })
    expect(van({ stellingen: [] })).toEqual({ stellingen: 'Vul minstens één stelling in.' })
    expect(van({ aantalNul: 0, aantalNa: 1.5 })).toEqual({
      aantalNul: 'Vul 1 of meer in, of laat dit leeg.',
      aantalNa: 'Vul een heel getal in.',
    })
  })

  it('heeft gemiddelden op de schaal; de grenzen mogen', () => {
    expect(metStelling({ nul: 1, na: 10 })).toEqual({})
    expect(metStelling({ nul: 0.9, na: 10.1 })).toEqual({
      'stellingen.0.nul': 'Vul een gemiddelde in van 1 tot en met 10.',
      'stellingen.0.na': 'Vul een gemiddelde in van 1 tot en met 10.',
    })
  })

  it('heeft een verschil dat op de schaal past', () => {
    expect(metStelling({ verschil: 9 })).toEqual({})
    expect(metStelling({ verschil: -9 })).toEqual({})
    const fout = { 'stellingen.0.verschil': 'Vul een verschil in van -9 tot en met 9.' }
    expect(metStelling({ verschil: 9.1 })).toEqual(fout)
    expect(metStelling({ verschil: -9.1 })).toEqual(fout)
  })

  it('heeft een spreiding van nul of meer; die van het verschil alleen van dezelfde mensen', () => {
    expect(metStelling({ spreidingNul: -0.1 })).toEqual({
      'stellingen.0.spreidingNul': 'Een spreiding is nooit minder dan 0.',
    })
    const dezelfde = 'Dit kan alleen als dezelfde mensen twee keer antwoordden.'
    expect(metStelling({ spreidingVerschil: 1 })).toEqual({ 'stellingen.0.spreidingVerschil': dezelfde })
    expect(van({ gepaard: 'ja', stellingen: [{ ...stelling, spreidingVerschil: 1 }] })).toEqual({})
  })

  it('noemt een nummer dat er al staat', () => {
    expect(van({ stellingen: [stelling, { ...stelling, stelling: 'Anders' }] })).toEqual({
      'stellingen.1.nummer': 'Nummer 1 staat er al.',
    })
  })
})
