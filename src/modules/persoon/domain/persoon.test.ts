import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDossiers, pickMogelijkDubbel, soundOf, type Vergelijking } from './dubbel.ts'
import type { RegisterPersoon } from './persoon.ts'
import {
  faultsOfPersoon,
  mayUseBsn,
  normaliseNaam,
  type Registratie,
  weergavenaam,
  zoeknaamOf,
} from './rules.ts'
import { zinVan } from './tijdlijn.ts'

const context: Registratie = {
  today: '2026-03-02',
  organisatieSoort: 'toegang',
  isDemo: true,
  magGeheim: false,
}
const volledig: RegisterPersoon = {
  achternaam: 'Vries',
  geboortedatum: '1985-05-17',
  geenBsnReden: 'niet_in_brp',
  herkomstGemeente: 'GM0622',
  herkomstBewijs: 'brp',
  woonplaatsOnbekendReden: 'nog_navragen',
}
const velden = (more: Partial<RegisterPersoon>, op: Partial<Registratie> = {}) =>
  faultsOfPersoon({ ...volledig, ...more }, { ...context, ...op })?.faults?.map((fault) => fault.field) ?? []

describe('wat er van een cliënt bekend moet zijn', () => {
  it('herkomst en woonplaats zijn twee feiten, elk met een gemeente of een reden', () => {
    expect(velden({})).toEqual([])
    expect(velden({ herkomstGemeente: null, woonplaatsOnbekendReden: null })).toEqual([
      'herkomstGemeente',
      'woonplaatsGemeente',
    ])
    expect(velden({ herkomstBewijs: null })).toEqual(['herkomstBewijs'])
    expect(velden({ herkomstGemeente: null, herkomstOnbekendReden: 'buitenland' })).toEqual([])
  })

  it('een naam mag ontbreken zolang iemand NN is; alle fouten staan er tegelijk', () => {
    expect(velden({ achternaam: ' ', geboortedatum: null, geenBsnReden: null })).toEqual([
      'achternaam',
      'geboortedatum',
      'geenBsnReden',
    ])
    expect(velden({ achternaam: null, geboortedatum: null, isNn: true })).toEqual([])
  })

  it('een geboortedatum ligt niet in de toekomst', () => {
    expect(velden({ geboortedatum: '2026-03-03' })).toEqual(['geboortedatum'])
    expect(velden({ geboortedatum: '2026-03-02' })).toEqual([])
  })

  it('een burgerservicenummer klopt, is in een demo verzonnen, en mag alleen bij wie de wet dat toestaat', () => {
    expect(velden({ bsn: '123456789' })).toEqual(['bsn'])
    expect(velden({ bsn: '111222333' })).toEqual(['bsn'])
    expect(velden({ bsn: '111222333' }, { isDemo: false })).toEqual([])
    expect(velden({ bsn: '999990019' }, { organisatieSoort: 'corporatie' })).toEqual(['bsn'])
    expect(['gemeente', 'aanbieder', 'veilig_thuis'].every(mayUseBsn)).toBe(true)
    expect(['corporatie', 'welzijn', 'zorgkantoor', 'overig'].some(mayUseBsn)).toBe(false)
  })
})

describe('de naam op het scherm', () => {
  const naam = {
    achternaam: 'Vries',
    tussenvoegsel: 'de',
    voornamen: 'Sanne Maria',
    roepnaam: 'Sanne',
    isNn: false,
    geslacht: 'vrouw',
    geboortedatum: null,
    geboortejaar: 1985,
  }
  const leeg = { ...naam, achternaam: null, tussenvoegsel: null, voornamen: null, roepnaam: null, isNn: true }

  it('is roepnaam, tussenvoegsel en achternaam, of NN met wat er bekend is', () => {
    expect(weergavenaam(naam)).toBe('Sanne de Vries')
    expect(weergavenaam(leeg)).toBe('NN (vrouw, ca. 1985)')
    expect(weergavenaam({ ...leeg, geslacht: 'onbekend', geboortejaar: null })).toBe('NN')
    expect(weergavenaam({ ...leeg, roepnaam: 'Rooie' })).toBe('NN ‘Rooie’ (vrouw, ca. 1985)')
  })

  it('wordt gezocht zonder accenten en hoofdletters, met tussenvoegsel', () => {
    expect(zoeknaamOf({ ...naam, achternaam: 'Çelik-Ünal', roepnaam: null })).toBe('sanne de celik unal')
    expect(normaliseNaam(' Ÿsbrand  d’Hondt ')).toBe('ysbrand d hondt')
  })
})

const dossier = (more: Partial<Vergelijking> = {}): Vergelijking => ({
  zoeknaam: 'sanne de vries',
  achternaam: 'Vries',
  geboortedatum: '1985-05-17',
  geboortejaar: null,
  bsn: null,
  ...more,
})

describe('mogelijk dezelfde persoon', () => {
  it('zelfde burgerservicenummer is zeker; twee verschillende nummers zijn twee mensen', () => {
    expect(compareDossiers(dossier({ bsn: 'a' }), dossier({ bsn: 'a', zoeknaam: 'x' })).zeker).toBe(true)
    expect(compareDossiers(dossier({ bsn: 'a' }), dossier({ bsn: 'b' })).redenen).toEqual([])
  })

  it('zelfde naam en geboortedatum is zeker; alleen dezelfde geboortedatum is niets', () => {
    expect(compareDossiers(dossier(), dossier())).toEqual({
      redenen: ['Dezelfde naam', 'Dezelfde geboortedatum'],
      zeker: true,
    })
    expect(
      compareDossiers(dossier(), dossier({ zoeknaam: 'piet bakker', achternaam: 'Bakker' })).redenen,
    ).toEqual([])
  })

  it('verwisselde dag en maand, omgedraaide namen en klank tellen mee als twijfel', () => {
    expect(
      compareDossiers(dossier({ geboortedatum: '1985-05-07' }), dossier({ geboortedatum: '1985-07-05' })),
    ).toEqual({ redenen: ['Dezelfde naam', 'De dag en de maand van geboorte zijn verwisseld'], zeker: false })
    expect(compareDossiers(dossier(), dossier({ zoeknaam: 'vries de sanne' })).redenen[0]).toBe(
      'Dezelfde namen in een andere volgorde',
    )
    for (const [a, b] of [
      ['Meijer', 'Meyer'],
      ['Meier', 'Meijer'],
      ['Schmidt', 'Smit'],
      ['de Groodt', 'de Groot'],
      ['Wouters', 'Wauters'],
    ])
      expect(soundOf(a!), `${a} ${b}`).toBe(soundOf(b!))
    expect(soundOf('Bakker')).not.toBe(soundOf('Visser'))
  })

  it('geldt van beide kanten gelijk', () => {
    const one = fc.record({
      zoeknaam: fc.constantFrom('sanne de vries', 'vries sanne de', 'sanne vries', 'jan bos', ''),
      achternaam: fc.constantFrom('Vries', 'Fries', 'Bos', null),
      geboortedatum: fc.constantFrom('1985-05-07', '1985-07-05', '1985-05-17', null),
      geboortejaar: fc.constantFrom(1985, 1986, null),
      bsn: fc.constantFrom('a', 'b', null),
    })
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(compareDossiers(a, b)).toEqual(compareDossiers(b, a))
      }),
    )
  })
})

describe('zoeken voor een nieuw dossier, ook van een gezinslid', () => {
  const lin = {
    voornaam: 'Lin',
    tussenvoegsel: 'de',
    achternaam: 'Vries',
    geboortedatum: '2018-04-01',
    geboortejaar: null,
  }
  const dossier = (naam: string, geboortedatum: string | null) => ({
    persoon: { id: naam, naam, geboortedatum, woonplaats: null, isGeheim: false },
    bekendElders: false,
    reden: '',
  })

  it('toont wie dezelfde kan zijn met waarom, en niet de moeder met dezelfde achternaam', () => {
    const gevonden = pickMogelijkDubbel(lin, [
      dossier('Sanne de Vries', '1988-01-02'),
      dossier('Lin Vries', '2018-01-04'),
      dossier('Lin de Vries', '2018-04-01'),
    ])
    expect(gevonden.map(({ persoon, redenen, zeker }) => [persoon!.naam, redenen, zeker])).toEqual([
      ['Lin de Vries', ['Dezelfde naam', 'Dezelfde geboortedatum'], true],
      [
        'Lin Vries',
        ['De achternaam klinkt hetzelfde', 'De dag en de maand van geboorte zijn verwisseld'],
        false,
      ],
    ])
  })

  it('zegt van een dossier bij een ander alleen dat het er is', () => {
    const elders = { persoon: null, bekendElders: true, reden: 'Er is al een dossier.' }
    expect(pickMogelijkDubbel(lin, [elders])).toEqual([
      { persoon: null, redenen: ['Er is al een dossier.'], zeker: true },
    ])
  })
})

describe('de tijdlijn', () => {
  it('zegt in een zin wat er gebeurde, ook bij een gebeurtenis zonder eigen zin', () => {
    expect(zinVan('VolgendeStapGezet', { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-05' })).toBe(
      'Volgende stap: Bellen, uiterlijk 5 maart 2026',
    )
    expect(
      zinVan('PersoonGewijzigd', { wijzigingen: { telefoon: ['1', '2'], bsn: [null, 'ingevuld'] } }),
    ).toBe('Gegevens gewijzigd: telefoonnummer, burgerservicenummer')
    expect(zinVan('VoorstelGedaan', {})).toBe('Voorstel gedaan')
  })

  it('zegt bij een verblijf wat voor plek het was en waarheen iemand ging, en niets van een geheime plek', () => {
    const begin = (soort: string, product: string | null) => zinVan('VerblijfGestart', { soort, product })
    expect(begin('regulier', 'Tussenvoorziening')).toBe('Verblijf begonnen: tussenvoorziening')
    expect(begin('spoed', 'Crisisopvang')).toBe('Spoedplaatsing: crisisopvang')
    expect(begin('time_out', 'Logeerplek')).toBe('Time-outplek: logeerplek')
    expect(begin('regulier', null)).toBe('Verblijf begonnen')
    const einde = (soort: string, reden: string) =>
      zinVan('VerblijfGeeindigd', { soort, reden, bestemming: 'eigen_woning' })
    expect(einde('regulier', 'doelen_behaald')).toBe('Vertrokken, naar: eigen woning')
    expect(einde('regulier', 'doorstroom')).toBe('Vertrokken naar een andere plek')
    expect(einde('time_out', 'doelen_behaald')).toBe('Vertrokken van de time-outplek')
  })
})
