import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/plain-date.ts'
import { deadline } from '../../../shared/termijn.ts'
import { rollen } from '../../beheer/domain/rollen.ts'
import type { Groep, Groepcode, Stand } from './contract.ts'
import { groepenVoor, latestDueStart, sortGroepen, standOp } from './rules.ts'

const blokkenVan = (rol: string) => groepenVoor(new Set(rollen.find((one) => one.code === rol)!.permissies))

describe('welke blokken een rol ziet (invariant 1)', () => {
  it('een planner bij een aanbieder ziet voorstellen, aankomst en zijn locaties, maar geen meldingen', () => {
    const blokken = blokkenVan('aanbieder_planner')
    expect(blokken).toEqual(
      expect.arrayContaining(['voorstel_beantwoorden', 'aankomst', 'locatie_bevestigen']),
    )
    expect(blokken).not.toContain('meldingen_zonder_behandelaar')
    expect(blokken).not.toContain('te_late_stappen')
  })
  it('de toegang ziet meldingen en de wachtlijst, maar beslist geen beschikkingen', () => {
    const blokken = blokkenVan('toegangsmedewerker')
    expect(blokken).toEqual(expect.arrayContaining(['meldingen_zonder_behandelaar', 'wachtlijst_bevestigen']))
    expect(blokken).not.toContain('beschikking_beslissen')
  })
  it('de regiocoördinator ziet aantallen, en waarvoor die zelf in een casus is gevraagd', () => {
    expect(blokkenVan('regiocoordinator')).toEqual([
      'casus_uitnodiging',
      'casus_actie',
      'te_late_stappen',
      'nazorg_regio',
    ])
  })
  it('de privacy officer ziet noodprocedures die nog te beoordelen zijn', () => {
    expect(blokkenVan('privacy_officer')).toEqual(['noodprocedure_beoordelen'])
  })
  it('een begeleider ziet wie er vannacht nog vast te leggen is', () => {
    expect(blokkenVan('aanbieder_begeleider')).toContain('nacht_vastleggen')
  })
  it('wie geen dossiers opent, ziet de cliëntervaring die vóór 1 juli geleverd moet zijn, wie op antwoord wacht, en wat in overleg is afgesproken', () => {
    for (const rol of ['beleidsmedewerker', 'programmamanager'])
      expect([rol, blokkenVan(rol)]).toEqual([
        rol,
        [
          'clientervaring_leveren',
          'overlegactie_open',
          'overeenkomst_nabij',
          'jaarplicht_open',
          'besluitmoment_nabij',
          'advies_beantwoorden',
          'idee_beantwoorden',
          'klacht_beantwoorden',
        ],
      ])
  })
})

describe('vandaag, te laat of binnenkort (invariant 2)', () => {
  it('op de laatste dag staat er vandaag', () => {
    expect(standOp('2026-03-02', '2026-03-02')).toBe('vandaag')
    expect(standOp('2026-03-01', '2026-03-02')).toBe('te_laat')
    expect(standOp('2026-03-03', '2026-03-02')).toBe('binnenkort')
  })
})

describe('ontvangst bevestigen binnen twee werkdagen', () => {
  const termijn = { aantal: 2, eenheid: 'werkdagen' } as const
  it('een melding van vrijdag is op dinsdag aan de laatste dag toe', () => {
    expect(latestDueStart(termijn, false, '2026-03-03')).toBe('2026-03-01')
    expect(latestDueStart(termijn, false, '2026-03-02')).toBe('2026-02-26')
  })
  it('vindt precies de meldingen waarvan de termijn vandaag of eerder afloopt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 30 }), (n, back) => {
        const today = addDays('2023-06-01', n)
        const start = addDays(today, -back)
        const due = deadline(start, termijn, { algemeneTermijnenwet: false }).uiterlijk <= today
        return due === start <= latestDueStart(termijn, false, today)!
      }),
    )
  })
})

describe('volgorde van de blokken (invariant 3)', () => {
  const groep = (code: Groepcode, stand: Stand | null, teLaat = 0): Groep => ({
    code,
    aantal: 1,
    teLaat,
    items: [
      {
        soort: 'melding',
        id: '019d0000-0000-7000-8000-000000000000',
        persoonId: null,
        naam: 'x',
        wat: 'y',
        datum: null,
        moment: null,
        stand,
      },
    ],
  })
  it('wat te laat is gaat voor wat vandaag moet, en dat voor wat binnenkort moet', () => {
    const sorted = sortGroepen([
      groep('verwacht_vertrek', 'binnenkort'),
      groep('aankomst', 'vandaag'),
      groep('heronderzoek', 'te_laat', 1),
      groep('meldingen_zonder_behandelaar', null),
    ])
    expect(sorted.map((one) => one.code)).toEqual([
      'heronderzoek',
      'aankomst',
      'meldingen_zonder_behandelaar',
      'verwacht_vertrek',
    ])
  })
})
