import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nachtOp } from '../../src/shared/nacht.ts'
import { addDays, dutchDateOf, dutchInstant, dutchTimeOf } from '../../src/shared/plain-date.ts'

const om = (dag: string, tijd: string) => nachtOp(dutchInstant(dag, tijd))

describe('de nacht van een dag', () => {
  it('wie om half een, om vijf uur of om kwart voor acht werkt, bedoelt de nacht die gisteravond begon', () => {
    expect(om('2026-03-02', '23:30')).toBe('2026-03-02')
    expect(om('2026-03-03', '00:30')).toBe('2026-03-02')
    expect(om('2026-03-03', '05:00')).toBe('2026-03-02')
    expect(om('2026-03-03', '07:45')).toBe('2026-03-02')
    expect(om('2026-03-03', '08:00')).toBe('2026-03-03')
  })

  it('de nacht waarin de klok vooruit gaat eindigt ook om acht uur op de klok, een uur eerder dan anders', () => {
    expect(om('2026-03-29', '00:30')).toBe('2026-03-28')
    expect(om('2026-03-29', '05:00')).toBe('2026-03-28')
    expect(om('2026-03-29', '07:59')).toBe('2026-03-28')
    expect(om('2026-03-29', '08:00')).toBe('2026-03-29')
  })

  it('de nacht waarin de klok terug gaat duurt een uur langer; het uur dat twee keer komt hoort er twee keer bij', () => {
    expect(nachtOp(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-24')
    expect(nachtOp(new Date('2026-10-25T01:30:00Z'))).toBe('2026-10-24')
    expect(om('2026-10-25', '07:59')).toBe('2026-10-24')
    expect(om('2026-10-25', '08:00')).toBe('2026-10-25')
  })

  it('op elk moment: voor acht uur de dag ervoor, anders de dag zelf, en een later moment is nooit een eerdere nacht', () => {
    const moment = fc.date({
      min: new Date('2019-12-31T00:00:00Z'),
      max: new Date('2035-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 26 * 60 }), (now, minuten) => {
        const dag = dutchDateOf(now)
        expect(nachtOp(now)).toBe(dutchTimeOf(now) < '08:00' ? addDays(dag, -1) : dag)
        expect(nachtOp(new Date(now.getTime() + minuten * 60_000)) >= nachtOp(now)).toBe(true)
      }),
    )
  })
})
