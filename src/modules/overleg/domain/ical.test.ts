import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Kalenderitem, writeKalender } from './ical.ts'

// A strict reader of RFC 5545, written from the text of the standard and not from the writer.

interface Regel {
  readonly naam: string
  readonly parameters: Readonly<Record<string, string>>
  readonly waarde: string
}

function readRegels(text: string): Regel[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no CRLF (§3.1)')
  const octets = new TextEncoder()
  const fysiek = text.slice(0, -2).split('\r\n')
  for (const regel of fysiek) {
    if (octets.encode(regel).length > 75) throw new Error(`Longer than 75 octets: ${regel}`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for exactly these
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(regel)) throw new Error('A control character (§3.1)')
    if (regel === '') throw new Error('An empty line')
  }
  const logisch: string[] = []
  for (const regel of fysiek) {
    if (/^[ \t]/.test(regel)) logisch[logisch.length - 1] += regel.slice(1)
    else logisch.push(regel)
  }
  return logisch.map((regel) => {
    const found = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/s.exec(regel)
    if (!found) throw new Error(`No content line: ${regel}`)
    const parameters = found[2]!
      .split(';')
      .slice(1)
      .map((deel) => deel.split('=') as [string, string])
    return { naam: found[1]!, parameters: Object.fromEntries(parameters), waarde: found[3]! }
  })
}

/** §3.3.11: every backslash, comma and semicolon in text has a backslash before it. */
function readText(waarde: string): string {
  let text = ''
  for (let i = 0; i < waarde.length; i++) {
    const teken = waarde[i]!
    if (teken === ';' || teken === ',') throw new Error(`Not escaped: ${waarde}`)
    if (teken !== '\\') text += teken
    else {
      const volgende = waarde[++i]
      if (volgende === 'n' || volgende === 'N') text += '\n'
      else if (volgende === '\\' || volgende === ';' || volgende === ',') text += volgende
      else throw new Error(`A backslash before ${volgende}`)
    }
  }
  return text
}

const utc = /^\d{8}T\d{6}Z$/

function readKalender(text: string) {
  const regels = readRegels(text)
  const [eerste, ...rest] = regels
  if (`${eerste?.naam}:${eerste?.waarde}` !== 'BEGIN:VCALENDAR') throw new Error('Begins with something else')
  const laatste = rest.pop()
  if (`${laatste?.naam}:${laatste?.waarde}` !== 'END:VCALENDAR') throw new Error('Ends with something else')
  const kop: Regel[] = []
  const items: Regel[][] = []
  let item: Regel[] | undefined
  for (const regel of rest) {
    if (regel.naam === 'BEGIN') {
      if (item || regel.waarde !== 'VEVENT') throw new Error('A part in a part')
      item = []
    } else if (regel.naam === 'END') {
      if (!item || regel.waarde !== 'VEVENT') throw new Error('Ends what did not begin')
      items.push(item)
      item = undefined
    } else (item ?? kop).push(regel)
  }
  if (item) throw new Error('A part without an end')
  for (const naam of ['VERSION', 'PRODID'])
    if (kop.filter((regel) => regel.naam === naam).length !== 1) throw new Error(`Needs one ${naam} (§3.6)`)
  return { kop, items: items.map(readItem) }
}

function readItem(regels: readonly Regel[]) {
  const een = (naam: string) => {
    const found = regels.filter((regel) => regel.naam === naam)
    if (found.length > 1) throw new Error(`${naam} more than once (§3.6.1)`)
    return found[0]
  }
  const nodig = (naam: string) => een(naam) ?? fail(`needs ${naam}`)
  const wanneer = (naam: string) => {
    const { parameters, waarde } = nodig(naam)
    const goed = parameters.VALUE === 'DATE' ? /^\d{8}$/.test(waarde) : utc.test(waarde)
    return goed ? waarde : fail(`${naam} is ${waarde}`)
  }
  if (!utc.test(nodig('DTSTAMP').waarde)) fail('DTSTAMP is no UTC moment')
  const [begin, einde] = [wanneer('DTSTART'), wanneer('DTEND')]
  if (begin >= einde) fail('ends before it begins')
  if (begin.length !== einde.length) fail('DTSTART and DTEND are of another kind (§3.6.1)')
  const text = (naam: string) => {
    const found = een(naam)
    return found && readText(found.waarde)
  }
  return {
    uid: text('UID') ?? fail('needs UID'),
    begin,
    einde,
    titel: text('SUMMARY'),
    omschrijving: text('DESCRIPTION'),
    plaats: text('LOCATION'),
    status: nodig('STATUS').waarde,
    volgnummer: Number(nodig('SEQUENCE').waarde),
    url: een('URL')?.waarde,
  }
}

function fail(why: string): never {
  throw new Error(why)
}

const item = (meer: object = {}): Kalenderitem => ({
  uid: 'vergadering-1@onderdak',
  titel: 'RBO',
  gewijzigdOp: new Date('2026-03-02T09:00:00.123Z'),
  volgnummer: 3,
  begin: new Date('2026-03-29T08:00:00Z'),
  einde: new Date('2026-03-29T09:30:00Z'),
  ...meer,
})

describe('de kalender', () => {
  it('geeft een vergadering in UTC, met haar kenmerk, versie en adres', () => {
    const { items } = readKalender(
      writeKalender('Overleg MVS', [
        item({
          plaats: 'Stadhuis, zaal 2; Vlaardingen',
          omschrijving: 'Werkbezoek: de opvang\nNeem mee',
          url: 'https://x.nl/v/1',
        }),
      ]),
    )
    expect(items).toEqual([
      {
        uid: 'vergadering-1@onderdak',
        begin: '20260329T080000Z',
        einde: '20260329T093000Z',
        titel: 'RBO',
        omschrijving: 'Werkbezoek: de opvang\nNeem mee',
        plaats: 'Stadhuis, zaal 2; Vlaardingen',
        status: 'CONFIRMED',
        volgnummer: 3,
        url: 'https://x.nl/v/1',
      },
    ])
  })

  it('geeft een hele dag als dag, ook op de laatste van een jaar, en een afgelaste als afgelast', () => {
    const { begin: _, einde: __, ...rest } = item() as Extract<Kalenderitem, { begin: Date }>
    const { items } = readKalender(writeKalender('x', [{ ...rest, dag: '2026-12-31', isAfgelast: true }]))
    expect(items[0]).toMatchObject({ begin: '20261231', einde: '20270101', status: 'CANCELLED' })
  })

  it('is ook zonder iets erin een hele kalender', () => {
    expect(readKalender(writeKalender('Overleg, MVS', [])).items).toEqual([])
  })

  it('vouwt lange regels zonder een letter te breken', () => {
    const titel = `${'é'.repeat(60)} ${'😀'.repeat(40)} ${'x'.repeat(200)}`
    expect(readKalender(writeKalender('x', [item({ titel })])).items[0]?.titel).toBe(titel)
  })

  it('geeft elke tekst terug zoals zij was, zonder tekens die niet mogen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (titel) => {
        const verwacht = titel
          .replace(/\r\n?/g, '\n')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what may not be there
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        const [gelezen] = readKalender(writeKalender('x', [item({ titel, omschrijving: titel })])).items
        expect(gelezen).toMatchObject(verwacht === '' ? {} : { titel: verwacht, omschrijving: verwacht })
      }),
    )
  })

  it('de lezer van deze test weigert wat niet mag', () => {
    expect(() => readKalender(`BEGIN:VCALENDAR\r\nX:${'x'.repeat(80)}\r\nEND:VCALENDAR\r\n`)).toThrow(
      '75 octets',
    )
    expect(() => readKalender('BEGIN:VCALENDAR\nEND:VCALENDAR\n')).toThrow()
    expect(() => readKalender('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n')).toThrow('PRODID')
    expect(() => readText('a,b')).toThrow('Not escaped')
  })
})
