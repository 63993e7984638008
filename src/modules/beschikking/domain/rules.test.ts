import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWerkdag } from '../../../shared/feestdagen.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { aanschrijvingOf } from './aanschrijving.ts'
import {
  canBeslissen,
  canHerzien,
  canVerzenden,
  checkOnderzoekGedaan,
  decideUiterlijk,
  decideVervanging,
  explainTermijn,
  isOpgeschort,
  type Opschorting,
  type TermijnFeiten,
  termijnstandOf,
} from './rules.ts'

const tweeWeken = { aantal: 2, eenheid: 'weken' } as const
const aanvraag = (aangevraagdOp: string, ...opschortingen: Opschorting[]): TermijnFeiten => ({
  aangevraagdOp,
  termijn: tweeWeken,
  wettelijk: true,
  opschortingen,
})
const uiterlijk = (feiten: TermijnFeiten, op = '2026-03-02') => decideUiterlijk(feiten, op).uiterlijk
const aanvulling = (van: string, verwachtTot: string, tot: string | null = null): Opschorting => ({
  van,
  tot,
  verwachtTot,
  grond: 'aanvulling',
})

describe('beslistermijn (invariant 1)', () => {
  it('twee weken na een aanvraag op maandag is maandag', () => {
    expect(uiterlijk(aanvraag('2026-03-02'))).toBe('2026-03-16')
  })
  it('een aanvraag op zaterdag: de laatste dag schuift naar maandag', () => {
    expect(uiterlijk(aanvraag('2026-03-07'))).toBe('2026-03-23')
  })
  it('valt de laatste dag op Tweede Paasdag, dan telt de dinsdag', () => {
    expect(uiterlijk(aanvraag('2026-03-23'))).toBe('2026-04-07')
  })
  it('valt de laatste dag op Goede Vrijdag, dan telt de dinsdag na Pasen', () => {
    expect(uiterlijk(aanvraag('2026-03-20'))).toBe('2026-04-07')
  })
  it('valt de laatste dag op Koningsdag, dan telt de volgende werkdag', () => {
    expect(uiterlijk(aanvraag('2026-04-13'))).toBe('2026-04-28')
  })
  it('valt de laatste dag op de vrijdag na Hemelvaart, die gelijkgesteld is, dan telt de maandag', () => {
    expect(uiterlijk(aanvraag('2026-05-01'))).toBe('2026-05-18')
  })
  it('een termijn die de regio zelf koos, schuift niet', () => {
    expect(uiterlijk({ ...aanvraag('2026-03-07'), wettelijk: false })).toBe('2026-03-21')
  })
  it('de laatste dag is altijd een werkdag en ligt nooit voor twee weken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (n) => {
        const op = addDays('2023-01-01', n % 2000)
        const laatste = uiterlijk(aanvraag(op))
        return isWerkdag(laatste) && laatste >= addDays(op, 14)
      }),
    )
  })
})

describe('opschorting (invariant 2)', () => {
  it('de dagen waarin wij op gegevens wachten, komen erbij', () => {
    expect(uiterlijk(aanvraag('2026-03-02', aanvulling('2026-03-06', '2026-03-20', '2026-03-13')))).toBe(
      '2026-03-23',
    )
  })
  it('komt er niets binnen, dan loopt de termijn na de gegeven tijd vanzelf weer', () => {
    const feiten = aanvraag('2026-03-02', aanvulling('2026-03-06', '2026-03-20'))
    expect(uiterlijk(feiten)).toBe('2026-03-30')
    expect(decideUiterlijk(feiten, '2026-05-01')).toMatchObject({ uiterlijk: '2026-03-30', voorlopig: false })
    expect(isOpgeschort(feiten.opschortingen, '2026-03-19')).toBe(true)
    expect(isOpgeschort(feiten.opschortingen, '2026-03-20')).toBe(false)
  })
  it('zonder bekend einde schuift de laatste dag elke dag op', () => {
    const open: Opschorting = { van: '2026-03-06', tot: null, verwachtTot: null, grond: 'overmacht' }
    const feiten = aanvraag('2026-03-02', open)
    expect(decideUiterlijk(feiten, '2026-03-09')).toMatchObject({ uiterlijk: '2026-03-20', voorlopig: true })
    expect(decideUiterlijk(feiten, '2026-03-10')).toMatchObject({ uiterlijk: '2026-03-23', voorlopig: true })
  })
  it('een opschorting maakt de termijn nooit korter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 60 }), (na, dagen) => {
        const van = addDays('2026-03-02', na)
        const feiten = aanvraag('2026-03-02', aanvulling(van, addDays(van, dagen)))
        return uiterlijk(feiten) >= uiterlijk(aanvraag('2026-03-02'))
      }),
    )
  })
  it('legt in woorden uit waarom het deze dag is', () => {
    const uitleg = explainTermijn(
      aanvraag('2026-03-07', aanvulling('2026-03-10', '2026-03-17')),
      '2026-03-11',
    )
    expect(uitleg[0]).toBe(
      'De aanvraag is van 7 maart 2026. 2 weken later is 21 maart 2026 (Wmo 2015, artikel 2.3.5).',
    )
    expect(uitleg[1]).toContain('Van 10 maart 2026 tot en met 16 maart 2026')
    expect(uitleg[1]).toContain('Awb art. 4:15 lid 1 onder a')
    expect(uitleg[2]).toBe('Daardoor komen er 7 dagen bij.')
    expect(uitleg[3]).toContain('zaterdag')
  })
})

describe('stand van de termijn', () => {
  const stand = (uiterlijkOp: string, opgeschort = false) =>
    termijnstandOf({ status: 'aangevraagd', uiterlijkOp, opgeschort }, '2026-03-16')
  it('op de laatste dag is de aanvraag nog op tijd: vandaag', () => {
    expect(stand('2026-03-16')).toBe('vandaag')
    expect(stand('2026-03-15')).toBe('te_laat')
    expect(stand('2026-03-17')).toBe('binnenkort')
    expect(stand('2026-03-21')).toBe('binnenkort')
    expect(stand('2026-03-22')).toBe('op_tijd')
  })
  it('wie stilstaat, is niet te laat', () => {
    expect(stand('2026-03-01', true)).toBe('staat_stil')
  })
})

describe('wat mag wanneer', () => {
  const stand = {
    status: 'beschikt',
    soort: 'toekenning',
    geldigVan: '2026-03-01',
    geldigTot: null,
    verzondenOp: null,
  } as const
  it('op een aanvraag wordt één keer beslist (invariant 3)', () => {
    expect(canBeslissen({ ...stand, status: 'aangevraagd', soort: null })).toEqual({ ok: true })
    expect(canBeslissen(stand)).toMatchObject({ ok: false })
  })
  it('een brief gaat één keer de deur uit, en niet zonder besluit', () => {
    expect(canVerzenden(stand)).toEqual({ ok: true })
    expect(canVerzenden({ ...stand, verzondenOp: '2026-03-05' })).toMatchObject({
      reden: 'De brief is al verstuurd op 5 maart 2026.',
    })
    expect(canVerzenden({ ...stand, status: 'aangevraagd', soort: null })).toMatchObject({ ok: false })
    expect(canVerzenden({ ...stand, status: 'ingetrokken', soort: null })).toMatchObject({ ok: false })
  })
  it('alleen wat is toegekend en nog geldt, kan worden herzien of ingetrokken (invariant 5)', () => {
    expect(canHerzien(stand, '2026-04-01')).toEqual({ ok: true })
    expect(canHerzien({ ...stand, geldigTot: '2026-04-01' }, '2026-04-01')).toMatchObject({ ok: false })
    expect(canHerzien({ ...stand, geldigTot: '2026-04-02' }, '2026-04-01')).toEqual({ ok: true })
    expect(canHerzien({ ...stand, soort: 'afwijzing' }, '2026-04-01')).toMatchObject({ ok: false })
    expect(canHerzien({ ...stand, status: 'ingetrokken' }, '2026-04-01')).toMatchObject({ ok: false })
  })
})

describe('een nieuw besluit in plaats van het oude (invariant 5)', () => {
  const oud = { geldigVan: '2026-01-01', geldigTot: null }
  it('kort het oude in tot de dag waarop het nieuwe ingaat', () => {
    expect(decideVervanging(oud, '2026-06-01')).toEqual({ status: 'beschikt', geldigTot: '2026-06-01' })
  })
  it('trekt het oude helemaal in als het nieuwe op de eerste dag of eerder ingaat', () => {
    expect(decideVervanging(oud, '2026-01-01')).toEqual({ status: 'ingetrokken', geldigTot: null })
  })
  it('maakt het oude nooit langer', () => {
    expect(decideVervanging({ ...oud, geldigTot: '2026-03-01' }, '2026-06-01').geldigTot).toBe('2026-03-01')
  })
})

describe('aanvraag na onderzoek (Wmo 2015 art. 2.3.2 lid 9)', () => {
  const melding = { onderzoekAfgerondOp: null, onderzoekUiterlijkOp: '2026-03-16', besloten: false }
  it('kan niet zolang het onderzoek loopt', () => {
    expect(checkOnderzoekGedaan(melding, '2026-03-16')).toMatchObject({ code: 'onderzoek_niet_klaar' })
  })
  it('kan als het onderzoek klaar is', () => {
    expect(
      checkOnderzoekGedaan({ ...melding, onderzoekAfgerondOp: '2026-03-10' }, '2026-03-10'),
    ).toBeUndefined()
    expect(
      checkOnderzoekGedaan({ ...melding, onderzoekAfgerondOp: '2026-03-10' }, '2026-03-09'),
    ).toBeDefined()
  })
  it('kan als de zes weken voorbij zijn, ook zonder onderzoek', () => {
    expect(checkOnderzoekGedaan(melding, '2026-03-17')).toBeUndefined()
  })
})

describe('aanschrijving op de brief', () => {
  const naam = {
    achternaam: 'Vries',
    tussenvoegsel: 'de',
    voornamen: 'Sanne Maria',
    roepnaam: 'Sanne',
    geslacht: 'vrouw',
  }
  it('noemt iemand bij het geslacht dat vastligt en anders bij de naam', () => {
    expect(aanschrijvingOf(naam)).toEqual({
      venster: 'Mevrouw S.M. de Vries',
      aanhef: 'Geachte mevrouw De Vries,',
    })
    expect(aanschrijvingOf({ ...naam, geslacht: 'man' }).aanhef).toBe('Geachte heer De Vries,')
    expect(aanschrijvingOf({ ...naam, geslacht: 'onbekend' })).toEqual({
      venster: 'S.M. de Vries',
      aanhef: 'Geachte Sanne de Vries,',
    })
    expect(aanschrijvingOf({ ...naam, achternaam: null, tussenvoegsel: null }).aanhef).toBe('Beste lezer,')
  })
})
