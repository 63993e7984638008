import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RegisterMelding } from './contract.ts'
import { faultsOfAfronden } from './onderzoek-rules.ts'
import {
  adviseRoute,
  adviseToelating,
  canGoTo,
  dagenOver,
  decideBevestiging,
  decideNoodvervolg,
  faultsOfCriteria,
  faultsOfTriage,
  leeftijdsklasseOf,
  stapNaTriage,
} from './rules.ts'
import { isOpen, overgangen, type Status, statussen } from './status.ts'
import { type Telregel, tabelKlantcontacten, tabelToestemmingen } from './tellingen.ts'

const namen = Object.keys(statussen) as Status[]

describe('de stand van een melding', () => {
  it('gaat nooit terug van besloten of gesloten naar iets dat nog open is', () => {
    for (const van of ['besloten', 'gesloten'] as const)
      for (const naar of namen.filter(isOpen)) expect(canGoTo(van, naar).ok).toBe(false)
  })

  it('kan vanuit elke open stand worden besloten en gesloten', () => {
    for (const van of namen.filter(isOpen)) {
      expect(canGoTo(van, 'besloten')).toEqual({ ok: true })
      expect(canGoTo(van, 'gesloten')).toEqual({ ok: true })
    }
  })

  it('noemt bij een geweigerde stap de stand waarin de melding staat', () => {
    expect(canGoTo('gesloten', 'onderzoek')).toMatchObject({
      ok: false,
      reden: expect.stringContaining('gesloten'),
    })
    expect(overgangen.gesloten).toEqual([])
  })

  it('telt de laatste dag van de termijn als nul dagen over', () => {
    expect(dagenOver('2026-04-13', '2026-04-13')).toBe(0)
    expect(dagenOver('2026-04-13', '2026-04-14')).toBe(-1)
  })
})

describe('triage', () => {
  const context = { heeftPersoon: true, magVoCode: true }

  it('geen code zonder geweld in een afhankelijkheidsrelatie', () => {
    expect(
      faultsOfTriage(
        { uitkomst: 'onderzoek', domein: 'VO', voCode: 'rood', voGeweldAfhankelijk: false },
        context,
      ),
    ).toMatchObject({ code: 'code_zonder_criterium', field: 'voGeweldAfhankelijk' })
  })

  it('geen code buiten de vrouwenopvang en niet zonder het recht daarop', () => {
    const input = { uitkomst: 'onderzoek', domein: 'MO', voCode: 'groen', voGeweldAfhankelijk: true } as const
    expect(faultsOfTriage(input, context)).toMatchObject({ field: 'domein' })
    expect(faultsOfTriage({ ...input, domein: 'VO' }, { ...context, magVoCode: false })).toMatchObject({
      status: 403,
    })
    expect(faultsOfTriage({ ...input, domein: 'VO' }, context)).toBeUndefined()
  })

  it('geen onderzoek zonder persoon', () => {
    expect(faultsOfTriage({ uitkomst: 'onderzoek' }, { ...context, heeftPersoon: false })).toMatchObject({
      code: 'persoon_nodig',
    })
    expect(faultsOfTriage({ uitkomst: 'advies' }, { ...context, heeftPersoon: false })).toBeUndefined()
  })

  it('code rood: vandaag een noodbed elders in het land, oranje en groen: in de eigen gemeenten', () => {
    const slaap = { slaapplekVannacht: 'ja' }
    expect(stapNaTriage({ uitkomst: 'onderzoek', voCode: 'rood' }, slaap)).toEqual({
      stap: 'Noodbed elders in het land regelen',
      wanneer: 'vandaag',
    })
    for (const voCode of ['oranje', 'groen'] as const)
      expect(stapNaTriage({ uitkomst: 'onderzoek', voCode }, slaap).stap).toContain('eigen gemeenten')
  })

  it('wie vannacht geen slaapplek heeft, krijgt altijd een stap voor vandaag', () => {
    for (const uitkomst of ['onderzoek', 'advies', 'doorverwezen', 'eu_terugkeer', 'spoedplaatsing'] as const)
      expect(stapNaTriage({ uitkomst }, { slaapplekVannacht: 'nee' }).wanneer).toBe('vandaag')
  })

  it('dakloos slachtoffer van huiselijk geweld zonder gevaar gaat naar passende opvang binnen de MO', () => {
    expect(adviseRoute({ geweldAfhankelijk: true, thuisOnveilig: true }).domein).toBe('VO')
    expect(adviseRoute({ geweldAfhankelijk: true, thuisOnveilig: false }).domein).toBe('MO')
    expect(adviseRoute({ geweldAfhankelijk: false, thuisOnveilig: true }).domein).toBeNull()
  })
})

describe('ontvangst bevestigen', () => {
  it('gaat bij een geheim dossier, een code, de vrouwenopvang of afgesproken veilig contact alleen via een veilige weg', () => {
    const gewoon = { isGeheim: false, domein: 'MO', voCode: null, veiligContact: null }
    expect(decideBevestiging({ ...gewoon, via: 'brief' })).toBeUndefined()
    for (const gevoelig of [
      { ...gewoon, isGeheim: true },
      { ...gewoon, domein: 'VO' },
      { ...gewoon, voCode: 'groen' },
      { ...gewoon, veiligContact: 'Niet bellen, partner leest mee' },
    ]) {
      for (const via of ['brief', 'email', 'sms', 'telefoon'] as const)
        expect(decideBevestiging({ ...gevoelig, via })).toMatchObject({ code: 'onveilig_contact' })
      expect(decideBevestiging({ ...gevoelig, via: 'veilig_contact' })).toBeUndefined()
    }
  })
})

describe('weigeren', () => {
  const nood = { uitkomst: 'geweigerd', slaapplekVannacht: 'nee', today: '2026-03-02' }

  it('kan zonder slaapplek alleen met een antwoord voor vandaag of morgen', () => {
    expect(decideNoodvervolg(nood)).toMatchObject({ code: 'slaapplek_onbeantwoord', field: 'vannacht' })
    expect(
      decideNoodvervolg({ ...nood, vannacht: { wat: 'Bij een vriend', op: '2026-03-04' } }),
    ).toBeDefined()
    expect(
      decideNoodvervolg({ ...nood, vannacht: { wat: 'Bij een vriend', op: '2026-03-01' } }),
    ).toBeDefined()
    expect(
      decideNoodvervolg({ ...nood, vannacht: { wat: 'Bij een vriend', op: '2026-03-03' } }),
    ).toBeUndefined()
  })

  it('vraagt dat niet van wie een slaapplek heeft of wordt toegelaten', () => {
    expect(decideNoodvervolg({ ...nood, slaapplekVannacht: 'ja' })).toBeUndefined()
    expect(decideNoodvervolg({ ...nood, uitkomst: 'toegelaten' })).toBeUndefined()
  })
})

describe('criteria', () => {
  const vragen = [
    { code: 'a', tekst: 'Vraag a?' },
    { code: 'b', tekst: 'Vraag b?' },
  ]
  const antwoord = fc.record({
    code: fc.constantFrom('a', 'b'),
    antwoord: fc.constantFrom('ja' as const, 'nee' as const, 'onbekend' as const),
  })

  it('dezelfde antwoorden geven overal hetzelfde advies, in welke volgorde ook', () => {
    fc.assert(
      fc.property(fc.uniqueArray(antwoord, { selector: (a) => a.code }), (antwoorden) => {
        expect(adviseToelating(vragen, [...antwoorden].reverse())).toBe(adviseToelating(vragen, antwoorden))
      }),
    )
  })

  it('alleen ja op alles voldoet', () => {
    expect(adviseToelating(vragen, [{ code: 'a', antwoord: 'ja' }])).toBe('onvolledig')
    expect(
      adviseToelating(vragen, [
        { code: 'a', antwoord: 'ja' },
        { code: 'b', antwoord: 'nee' },
      ]),
    ).toBe('voldoet_niet')
  })

  it('toelaten tegen een criterium in vraagt uitleg bij dat criterium', () => {
    const antwoorden = [
      { code: 'a', antwoord: 'ja' },
      { code: 'b', antwoord: 'nee' },
    ] as const
    expect(faultsOfCriteria(vragen, antwoorden)?.faults).toEqual([
      expect.objectContaining({ field: 'antwoorden.1.toelichting' }),
    ])
    expect(
      faultsOfCriteria(vragen, [antwoorden[0], { ...antwoorden[1], toelichting: 'Bijzondere situatie' }]),
    ).toBeUndefined()
    expect(faultsOfCriteria(vragen, [antwoorden[0]])?.faults).toHaveLength(1)
  })
})

describe('onderzoek afronden', () => {
  const af = {
    planUitgelegdOp: '2026-03-02',
    ondersteuningAangebodenOp: '2026-03-02',
    ondersteuningUitkomst: 'later',
    clientprofiel: 'lvb',
    behoeften: 'x',
    eigenKracht: 'x',
    mantelzorgNetwerk: 'x',
    ondersteuningMantelzorger: 'x',
    algemeneVoorzieningen: 'x',
    samenwerking: 'x',
    bijdragen: 'x',
  }

  it('kan als alles er is, en noemt anders elk onderdeel dat ontbreekt', () => {
    expect(faultsOfAfronden(af)).toEqual([])
    for (const veld of Object.keys(af))
      expect(faultsOfAfronden({ ...af, [veld]: null })).toEqual([expect.objectContaining({ field: veld })])
  })
})

describe('leeftijd in de tellingen', () => {
  it('wie op de dag zelf 23 wordt, telt als 23 en ouder', () => {
    const persoon = { geboortedatum: '2003-03-02', geboortejaar: null }
    expect(leeftijdsklasseOf(persoon, '2026-03-01')).toBe('onder_23')
    expect(leeftijdsklasseOf(persoon, '2026-03-02')).toBe('vanaf_23')
  })

  it('een geschat jaar telt alleen als elke verjaardag hetzelfde geeft', () => {
    expect(leeftijdsklasseOf({ geboortedatum: null, geboortejaar: 2003 }, '2026-03-02')).toBe('onbekend')
    expect(leeftijdsklasseOf({ geboortedatum: null, geboortejaar: 2004 }, '2026-03-02')).toBe('onder_23')
    expect(leeftijdsklasseOf({ geboortedatum: null, geboortejaar: 2002 }, '2026-03-02')).toBe('vanaf_23')
    expect(leeftijdsklasseOf(undefined, '2026-03-02')).toBe('onbekend')
  })
})

describe('tabellen van het daklozenloket', () => {
  const regel = fc.record({
    gemeente: fc.constantFrom(null, 'GM0503', 'GM1783', 'GM0599'),
    vanElders: fc.boolean(),
    leeftijdsklasse: fc.constantFrom('onder_23' as const, 'vanaf_23' as const, 'onbekend' as const),
    aantal: fc.integer({ min: 0, max: 500 }),
  })

  it('elk contact telt precies één keer in het totaal, in elke rij en kolom', () => {
    fc.assert(
      fc.property(fc.array(regel), (regels: Telregel[]) => {
        const rijen = tabelKlantcontacten(regels, ['GM0503', 'GM1783'])
        const totaal = rijen.at(-1)!
        expect(totaal.totaal).toBe(regels.reduce((sum, one) => sum + one.aantal, 0))
        expect(rijen[0]!.totaal + rijen[1]!.totaal + totaal.leeftijdOnbekend).toBe(totaal.totaal)
        for (const rij of rijen)
          expect(
            Object.values(rij.perGemeente).reduce((a, b) => a + b, 0) +
              rij.vanElders +
              rij.gemeenteOnbekend +
              rij.leeftijdOnbekend,
          ).toBe(rij.totaal)
      }),
    )
  })

  it('toestemmingen zonder gemeente of leeftijd blijven zichtbaar als niet toegedeeld', () => {
    const [geen, wel] = tabelToestemmingen(
      [
        { toestemming: false, gemeente: null, leeftijdsklasse: 'onbekend', aantal: 245 },
        { toestemming: true, gemeente: 'GM0503', leeftijdsklasse: 'onder_23', aantal: 17 },
        { toestemming: true, gemeente: null, leeftijdsklasse: 'onbekend', aantal: 24 },
      ],
      ['GM0503'],
    )
    expect(geen).toMatchObject({ nietToegedeeld: 245, totaal: 245 })
    expect(wel).toMatchObject({
      perGemeente: { GM0503: { onder_23: 17, vanaf_23: 0 } },
      nietToegedeeld: 24,
      totaal: 41,
    })
  })
})

describe('het formulier van een nieuwe melding', () => {
  it('noemt wat er van een nieuwe cliënt ontbreekt samen met de andere fouten', () => {
    const { error } = RegisterMelding.safeParse({ kanaal: '', persoon: {} })
    const velden = error!.issues.map((issue) => issue.path.join('.'))
    expect(velden).toEqual(
      expect.arrayContaining([
        'kanaal',
        'persoon.achternaam',
        'persoon.geboortedatum',
        'persoon.geenBsnReden',
        'persoon.herkomstGemeente',
        'persoon.woonplaatsGemeente',
      ]),
    )
  })

  it('vraagt van iemand zonder naam geen achternaam en geen geboortedatum', () => {
    const { error } = RegisterMelding.safeParse({ kanaal: 'balie', persoon: { isNn: true } })
    const velden = error!.issues.map((issue) => issue.path.join('.'))
    expect(velden).not.toContain('persoon.achternaam')
    expect(velden).not.toContain('persoon.geboortedatum')
  })
})
