import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenCells, totalIsSafe } from './cellen.ts'
import { explainNietPlaatsbaar } from './niet-plaatsbaar.ts'
import { canMove, decideKlokken, type Status, statussen, type Toegangsfeiten } from './rules.ts'

const feiten: Toegangsfeiten = {
  toegang: 'besluit',
  richting: 'instroom',
  vandaag: '2026-03-02',
  gemeldOp: '2026-01-10',
  toegelatenOp: '2026-02-20',
  beschikking: null,
  verblijftAl: false,
  ingelezen: null,
}

describe('wie mag wachten, en sinds wanneer', () => {
  it('met een besluit: gemeld, besloten en plaatsbaar zijn aparte dagen', () => {
    expect(decideKlokken(feiten)).toEqual({
      gemeldOp: '2026-01-10',
      beslotenOp: '2026-02-20',
      plaatsbaarOp: '2026-02-20',
      wachtreden: null,
    })
  })
  it('zonder besluit staat niemand op de lijst van een product waarvoor dat nodig is', () => {
    expect(decideKlokken({ ...feiten, toegelatenOp: null })).toMatchObject({
      code: 'geen_toelating',
      field: 'productId',
    })
  })
  it('zonder beschikking wacht iemand wel, maar plaatsing kan nog niet', () => {
    expect(decideKlokken({ ...feiten, toegang: 'beschikking' })).toEqual({
      gemeldOp: '2026-01-10',
      beslotenOp: '2026-02-20',
      plaatsbaarOp: null,
      wachtreden: 'wacht_op_besluit',
    })
  })
  it('plaatsing kan vanaf de eerste dag van de beschikking', () => {
    const beschikking = { beschiktOp: '2026-02-25', geldigVan: '2026-04-01' }
    expect(decideKlokken({ ...feiten, toegang: 'beschikking', beschikking })).toMatchObject({
      beslotenOp: '2026-02-25',
      plaatsbaarOp: '2026-04-01',
    })
  })
  it('wie al in de keten verblijft is eerder toegelaten en kan doorstromen', () => {
    const doorstroom = { ...feiten, richting: 'doorstroom', toegelatenOp: null } as const
    expect(decideKlokken({ ...doorstroom, verblijftAl: true })).toMatchObject({ beslotenOp: '2026-03-02' })
    expect(decideKlokken(doorstroom)).toMatchObject({ code: 'geen_toelating' })
  })
  it('ingelezen regels houden hun eigen dagen', () => {
    const ingelezen = { gemeldOp: '2024-05-01', beslotenOp: '2024-06-01' }
    expect(decideKlokken({ ...feiten, gemeldOp: null, toegelatenOp: null, ingelezen })).toMatchObject({
      gemeldOp: '2024-05-01',
      beslotenOp: '2024-06-01',
    })
  })
  it('de melding ligt nooit na het besluit', () => {
    expect(decideKlokken({ ...feiten, gemeldOp: '2026-02-28' })).toMatchObject({ gemeldOp: '2026-02-20' })
  })
})

describe('standen', () => {
  it('zolang een voorstel loopt eindigt het wachten alleen door dat voorstel', () => {
    expect(canMove('voorgesteld', 'beeindigd').ok).toBe(false)
    expect(canMove('voorgesteld', 'wachtend').ok).toBe(true)
    expect(canMove('opgeschort', 'voorgesteld')).toMatchObject({
      reden: expect.stringMatching(/niet beschikbaar/),
    })
  })
  it('wat klaar is blijft klaar, en zegt waarom', () => {
    for (const naar of Object.keys(statussen) as Status[]) {
      expect(canMove('geplaatst', naar)).toMatchObject({
        ok: false,
        reden: expect.stringMatching(/verblijf/),
      })
      expect(canMove('beeindigd', naar)).toMatchObject({ ok: false, reden: expect.stringMatching(/opnieuw/) })
    }
  })
})

describe('cijfers voor buiten', () => {
  const cel = (registraties: number) => ({ dossiers: registraties, personen: registraties, registraties })
  it('verbergt kleine aantallen, en een tweede zodat het eerste niet uit te rekenen is', () => {
    expect(hiddenCells([cel(20), cel(3), cel(12)], 8)).toEqual(new Set([1, 2]))
    expect(hiddenCells([cel(20), cel(12)], 8).size).toBe(0)
  })
  it('wat met het totaal uit te rekenen is, is altijd minstens het kleinste getal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }),
        fc.integer({ min: 2, max: 15 }),
        (aantallen, min) => {
          const cellen = aantallen.map(cel)
          const hidden = hiddenCells(cellen, min)
          for (const [i, { registraties }] of cellen.entries())
            if (registraties < min) expect(hidden.has(i)).toBe(true)
          if (hidden.size === 0 || !totalIsSafe(cellen, hidden, min)) return
          const rest = [...hidden].reduce((sum, i) => sum + cellen[i]!.registraties, 0)
          expect(rest).toBeGreaterThanOrEqual(min)
          expect(hidden.size).toBeGreaterThan(1)
        },
      ),
    )
  })
})

describe('waarom nergens een plek past', () => {
  const vraag = (personen: number, ...vereisteKenmerken: string[]) => ({ personen, vereisteKenmerken })
  const explain = (
    ruimten: { personenMaximum: number; kenmerken: string[] }[],
    wie: ReturnType<typeof vraag>,
  ) =>
    explainNietPlaatsbaar({
      ruimten,
      vraag: wie,
      eenLocatie: false,
      mismatches: (ruimte, { personen, vereisteKenmerken }) => [
        ...(personen > ruimte.personenMaximum ? ['te klein'] : []),
        ...vereisteKenmerken.filter((code) => !ruimte.kenmerken.includes(code)),
      ],
      kenmerkNaam: (code) => code,
    })
  const ruimten = [
    { personenMaximum: 4, kenmerken: [] },
    { personenMaximum: 1, kenmerken: ['rolstoel'] },
  ]
  it('noemt wat overal ontbreekt', () => {
    expect(explain(ruimten, vraag(1, 'huisdier'))).toEqual(['Geen enkele plek in de regio heeft: huisdier.'])
    expect(explain(ruimten, vraag(6))).toEqual([
      'Er is in de regio geen plek voor 6 personen; de grootste is voor 4.',
    ])
    expect(explain([], vraag(1))).toEqual(['Er zijn in de regio geen plekken voor dit product.'])
  })
  it('zegt het als alleen de combinatie ontbreekt, en niets als er iets past', () => {
    expect(explain(ruimten, vraag(3, 'rolstoel'))[0]).toMatch(/niet samen op één plek/)
    expect(explain(ruimten, vraag(1, 'rolstoel'))).toEqual([])
  })
})
