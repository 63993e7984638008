import { describe, expect, it } from 'vitest'
import { protectVerdeling } from './overzicht.ts'
import {
  checkRoute,
  checkVoorwaarden,
  gewensteGemeente,
  huurinformatie,
  initialenOf,
  moetBesluiten,
  takenOf,
  voorbereidenVoor,
} from './rules.ts'
import {
  aanbodOvergangen,
  canAanbod,
  canContract,
  canUrgentie,
  contractOvergangen,
  type UrgentieToestand,
  urgentieOvergangen,
  urgentieToestanden,
  urgentieToestandOp,
} from './toestanden.ts'

const voorwaarden = [
  { code: 'inkomen', naam: 'Inkomen', stand: 'ja' },
  { code: 'netwerk', naam: 'Netwerk', stand: 'nvt' },
  { code: 'begeleiding', naam: 'Begeleiding', stand: null },
] as const

describe('voorwaarden voor uitstroom (OVD-10)', () => {
  it('wie uitstroomt terwijl iets niet in orde is, heeft een reden nodig', () => {
    expect(checkVoorwaarden(voorwaarden, null)).toMatchObject({
      code: 'voorwaarden_open',
      message: 'Nog niet in orde: begeleiding. Regel dit eerst, of schrijf op waarom het toch kan.',
    })
    expect(checkVoorwaarden(voorwaarden, 'Gaat naar familie')).toBeUndefined()
  })
  it('wat niet van toepassing is, houdt niemand tegen', () => {
    expect(checkVoorwaarden(voorwaarden.slice(0, 2), null)).toBeUndefined()
  })
  it('de takenlijst is er vanaf de eerste dag, met elke voorwaarde van de regio (UIT-12)', () => {
    const taken = takenOf({ woningtype: null, gemeente: 'Vlaardingen', voorwaarden, heeftAanvraag: false })
    expect(taken.map(({ code, klaar }) => [code, klaar])).toEqual([
      ['gemeente', true],
      ['woningtype', false],
      ['voorwaarde_inkomen', true],
      ['voorwaarde_netwerk', true],
      ['voorwaarde_begeleiding', false],
      ['aanvraag', false],
    ])
  })
  it('vier weken na de aankomst moeten de voorwaarden bekeken zijn', () => {
    expect(voorbereidenVoor('2026-02-02', { aantal: 4, eenheid: 'weken' })).toBe('2026-03-02')
  })
  it('wie niets kiest, gaat terug naar de gemeente van herkomst (UIT-03)', () => {
    expect(gewensteGemeente(null, 'GM0622')).toBe('GM0622')
    expect(gewensteGemeente('GM0606', 'GM0622')).toBe('GM0606')
    expect(gewensteGemeente(null, null)).toBeNull()
  })
})

describe('urgentie (UIT-02)', () => {
  it('gaat van voorbereiding via indienen naar een besluit', () => {
    expect(canUrgentie('voorbereid', 'ingediend')).toEqual({ ok: true })
    expect(canUrgentie('ingediend', 'toegekend')).toEqual({ ok: true })
    expect(canUrgentie('voorbereid', 'toegekend')).toEqual({
      ok: false,
      reden: 'De volgende stap is: ingediend of ingetrokken.',
    })
  })
  it('verloopt vanzelf op de dag tot wanneer zij geldt', () => {
    const row = { status: 'toegekend', geldigTot: '2026-06-01' }
    expect(urgentieToestandOp(row, '2026-05-31')).toBe('toegekend')
    expect(urgentieToestandOp(row, '2026-06-01')).toBe('verlopen')
  })
  it('kan na verlopen niet meer worden gebruikt of verlengd', () => {
    expect(canUrgentie('verlopen', 'gebruikt')).toMatchObject({ ok: false })
    expect(canUrgentie('verlopen', 'toegekend')).toMatchObject({ ok: false })
  })
  it('waar urgentie altijd directe bemiddeling is, gaat niemand met urgentie zelf zoeken', () => {
    expect(checkRoute('urgentie', true)).toMatchObject({ code: 'urgentie_is_bemiddeling' })
    expect(checkRoute('urgentie', false)).toBeUndefined()
    expect(checkRoute('directe_bemiddeling', true)).toBeUndefined()
  })
  it('elke stand die te bereiken is, komt uit bij een einde', () => {
    const eind = (van: UrgentieToestand, gezien: readonly UrgentieToestand[] = []): boolean => {
      const verder = urgentieOvergangen[van].filter((one) => one !== van && !gezien.includes(one))
      return urgentieOvergangen[van].length === 0 || verder.some((one) => eind(one, [...gezien, van]))
    }
    for (const toestand of Object.keys(urgentieToestanden) as UrgentieToestand[])
      expect([toestand, eind(toestand)]).toEqual([toestand, true])
  })
})

describe('woningaanbod (UIT-07)', () => {
  it('alleen wat is aangeboden kan worden aanvaard of geweigerd', () => {
    expect(canAanbod('gevraagd', 'aanvaard')).toMatchObject({ ok: false })
    expect(canAanbod('aangeboden', 'geweigerd')).toEqual({ ok: true })
    expect(aanbodOvergangen.geweigerd).toEqual([])
  })
  it('na de tweede weigering beslist een mens; vanzelf gebeurt er niets', () => {
    expect(moetBesluiten([{ gevolg: null }], 2)).toBe(false)
    expect(moetBesluiten([{ gevolg: null }, { gevolg: null }], 2)).toBe(true)
    expect(moetBesluiten([{ gevolg: null }, { gevolg: 'geen_gevolg' }], 2)).toBe(false)
  })
  it('de corporatie krijgt initialen, geen naam', () => {
    const naam = { voornamen: 'Jan Willem', roepnaam: 'Jan', tussenvoegsel: 'van der', achternaam: 'Berg' }
    expect(initialenOf(naam)).toBe('J.W.v.d.B.')
    expect(initialenOf({ voornamen: null, roepnaam: null, tussenvoegsel: null, achternaam: null })).toBe('NN')
  })
})

describe('contract (UIT-05)', () => {
  it('een woonzorgcontract wordt een gewoon huurcontract; een gewoon huurcontract is dat al', () => {
    expect(canContract('lopend', 'woonzorgcontract', 'omzetten')).toEqual({ ok: true })
    expect(canContract('lopend', 'huurovereenkomst', 'omzetten')).toMatchObject({ ok: false })
    expect(contractOvergangen.lopend.omzetten).toBe('omgezet')
  })
  it('een beëindigd contract staat vast', () => {
    expect(canContract('beeindigd', 'woonzorgcontract', 'evalueren')).toEqual({
      ok: false,
      reden: 'Dit contract is al beëindigd.',
    })
  })
})

describe('huurtoeslag als informatie (UIT-10)', () => {
  const regel = (waarde: number) => ({ naam: 'Regel', waarde, van: '2026-01-01', bron: 'Wet' })
  const regels = { leeftijd: regel(21), grens: regel(932.93), grensJong: regel(498.2) }
  it('wie jonger is dan 21 heeft een lagere grens', () => {
    expect(huurinformatie({ leeftijd: 19, huur: 600 }, regels)).toEqual([
      {
        tekst: 'De oudste is 19 jaar: huurtoeslag wordt berekend over een huur tot € 498,20.',
        letOp: true,
      },
      {
        tekst: 'De huur van € 600,00 ligt daarboven. Reken na of iemand dit kan betalen.',
        letOp: true,
      },
    ])
  })
  it('zonder regel voor die dag staat er geen bedrag', () => {
    expect(huurinformatie({ leeftijd: 30, huur: 600 }, {})).toEqual([
      { tekst: 'Voor deze dag staan er geen regels over huurtoeslag in Onderdak.', letOp: false },
    ])
  })
})

describe('woningen per gemeente en corporatie (UIT-08)', () => {
  const telling = (gemeenteCode: string, corporatieId: string | null, aantal: number) => ({
    jaar: 2026,
    gemeenteCode,
    corporatieId,
    aantal,
    zichtbaar: false,
  })
  const afspraak = { gemeenteCode: 'GM0622', corporatieId: 'west', aantal: 40 }

  it('een afspraak zonder woningen staat er met nul, en woningen zonder afspraak staan er ook', () => {
    const rijen = protectVerdeling([telling('GM0606', null, 12)], [afspraak], null)
    expect(rijen).toHaveLength(2)
    expect(rijen).toContainEqual({ gemeenteCode: 'GM0622', corporatieId: 'west', aantal: 0, afspraak })
    expect(rijen).toContainEqual({
      gemeenteCode: 'GM0606',
      corporatieId: null,
      aantal: 12,
      afspraak: undefined,
    })
  })

  it('een klein aantal staat er niet, en volgt ook niet uit de rest', () => {
    const rijen = protectVerdeling(
      [telling('GM0622', 'west', 3), telling('GM0622', 'oost', 20), telling('GM0606', 'west', 30)],
      [afspraak],
      8,
    )
    const getal = (gemeente: string, corporatie: string) =>
      rijen.find((een) => een.gemeenteCode === gemeente && een.corporatieId === corporatie)!.aantal
    expect(getal('GM0622', 'west')).toBeNull()
    expect([getal('GM0622', 'oost'), getal('GM0606', 'west')]).toContain(null)
  })
})
