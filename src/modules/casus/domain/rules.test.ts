import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRejection } from '../../../shared/rejection.ts'
import {
  adresdelen,
  decideNiveau,
  decideOverlegtijd,
  delensetsVan,
  eersteNiveau,
  kwartaalNaam,
  maskeer,
  type Niveau,
  uiterlijkVan,
} from './rules.ts'
import { canActie, canCasus, canLes, canOverleg, overgangsregels } from './toestanden.ts'

const niveaus: readonly Niveau[] = [
  { nummer: 2, naam: 'Leidinggevenden', wie: 'Leidinggevenden', dagen: 14 },
  { nummer: 1, naam: 'Casuïstiekoverleg', wie: 'Regievoerder', dagen: 14 },
]
const nu = new Date('2026-03-02T09:00:00Z')
const om = (tijd: string, dag = '2026-03-03') => new Date(`${dag}T${tijd}:00Z`)
const codeOf = (value: unknown) => (isRejection(value) ? value.code : undefined)

describe('niveaus van een casus (CAS-02)', () => {
  it('een casus begint op het laagste niveau van de regio', () => {
    expect(eersteNiveau(niveaus)).toMatchObject({ nummer: 1 })
  })

  it('zonder niveaus in de regio kan er geen casus zijn', () => {
    expect(codeOf(eersteNiveau([]))).toBe('geen_escalatieniveau')
  })

  it('binnen de dagen van het niveau is er een overleg of besluit', () => {
    expect(uiterlijkVan('2026-03-02', { dagen: 14 })).toBe('2026-03-16')
  })

  it('omhoog en omlaag kan naar elk niveau dat de regio kent, niet naar hetzelfde', () => {
    expect(decideNiveau(niveaus, 1, 2)).toMatchObject({ richting: 'omhoog' })
    expect(decideNiveau(niveaus, 2, 1)).toMatchObject({ richting: 'omlaag' })
    expect(codeOf(decideNiveau(niveaus, 1, 1))).toBe('niveau_is_al')
    expect(codeOf(decideNiveau(niveaus, 1, 3))).toBe('niveau_onbekend')
  })
})

describe('overleg (CAS-03)', () => {
  it.each([
    [om('10:00'), om('09:00'), 'einde_voor_begin'],
    [om('06:00'), om('19:00'), 'overleg_te_lang'],
    [om('07:00', '2026-03-02'), om('08:00', '2026-03-02'), 'overleg_voorbij'],
    [om('10:00', '2026-06-02'), om('11:00', '2026-06-02'), 'overleg_te_ver'],
    [om('10:00'), om('11:00'), undefined],
    [om('08:00', '2026-03-02'), om('11:00', '2026-03-02'), undefined],
  ])('van %s tot %s: %s', (beginOp, eindOp, code) => {
    expect(codeOf(decideOverlegtijd({ beginOp, eindOp }, nu))).toBe(code)
  })

  it('wat wordt gedeeld staat onder de vaste sets van het register, elk één keer', () => {
    expect(delensetsVan(['wie', 'verblijf', 'traject', 'plan'])).toEqual(['contact', 'ondersteuning'])
    expect(delensetsVan(['hulpvraag', 'veiligheid'])).toEqual(['casus', 'veiligheid'])
  })

  it('een overleg dat nog niet begon is niet gehouden, en wat voorbij is blijft voorbij', () => {
    expect(canOverleg({ status: 'gepland', beginOp: om('10:00') }, 'afronden', nu).ok).toBe(false)
    expect(canOverleg({ status: 'gepland', beginOp: nu }, 'afronden', nu).ok).toBe(true)
    for (const status of ['gehouden', 'geannuleerd'] as const)
      for (const actie of ['uitnodigen', 'verzetten', 'afronden', 'annuleren'] as const)
        expect(canOverleg({ status, beginOp: nu }, actie, nu).ok).toBe(false)
  })
})

describe('wat een deelnemer niet mag lezen', () => {
  it('straat en postcode zijn delen van een adres, de plaats en het nummer niet', () => {
    expect(adresdelen('Schuilstraat 13, 3131 AB Vlaardingen')).toEqual(['Schuilstraat', '3131 AB'])
    expect(adresdelen('Dr. Wiardi Beckmansingel 4')).toEqual(['Dr. Wiardi Beckmansingel'])
  })

  it.each([
    ['Woont op de Schuilstraat 13 b.', 'Woont op de [adres].'],
    ['Post naar 3131ab graag', 'Post naar [adres] graag'],
    ['SCHUILSTRAAT is bekend', '[adres] is bekend'],
    ['Zoë wil werk, zegt ZOE', '[naam] wil werk, zegt [naam]'],
    ['Zoës broer woont in Zoetermeer', '[naam] broer woont in Zoetermeer'],
    ['Niets bijzonders', 'Niets bijzonders'],
  ])('%s → %s', (text, expected) => {
    expect(maskeer(text, { namen: ['zoe'], adresdelen: ['Schuilstraat', '3131 AB'] })).toBe(expected)
  })
})

describe('acties en lessen', () => {
  it('wat klaar is verandert niet meer', () => {
    expect(canActie('open', 'gedaan').ok).toBe(true)
    expect(canActie('gedaan', 'wijzigen').ok).toBe(false)
    expect(canActie('vervallen', 'gedaan').ok).toBe(false)
  })

  it('wie de les schreef publiceert haar niet (CAS-06)', () => {
    const les = { status: 'concept', geschrevenDoor: 'a' } as const
    expect(canLes(les, 'publiceren', 'a').ok).toBe(false)
    expect(canLes(les, 'publiceren', 'b').ok).toBe(true)
    expect(canLes({ ...les, status: 'gepubliceerd' }, 'wijzigen', 'a').ok).toBe(false)
  })

  it('na het sluiten kan er nog een les komen, en verder niets', () => {
    expect(canCasus('gesloten', 'les').ok).toBe(true)
    for (const actie of ['niveau', 'overleg', 'actie', 'sluiten', 'regievoerder', 'bijwerken'] as const)
      expect(canCasus('gesloten', actie).ok).toBe(false)
  })

  it('een lezer ziet alleen het kwartaal', () => {
    expect(kwartaalNaam('2026-1')).toBe('1e kwartaal 2026')
  })

  it('de README noemt precies deze overgangen', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const rows = readme.split('\n').filter((line) => /^\| (Casus|Overleg|Actie|Les) \|/.test(line))
    expect(rows).toEqual(overgangsregels())
  })
})
