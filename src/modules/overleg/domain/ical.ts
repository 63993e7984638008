// iCalendar as RFC 5545 has it: a calendar that others subscribe to. Pure text, no clock.

import { addDays, type PlainDate } from '../../../shared/plain-date.ts'

interface Gemeen {
  /** Stays the same for ever, so that a calendar knows the item again. */
  readonly uid: string
  readonly titel: string
  readonly omschrijving?: string
  readonly plaats?: string
  readonly url?: string
  /** Last change of what it is about; also DTSTAMP, as RFC 5545 §3.8.7.2 wants without a METHOD. */
  readonly gewijzigdOp: Date
  /** Grows with each change. */
  readonly volgnummer: number
  readonly isAfgelast?: boolean
}

export type Kalenderitem =
  | (Gemeen & { readonly begin: Date; readonly einde: Date })
  /** All day; takes no time of who sees it. */
  | (Gemeen & { readonly dag: PlainDate })

/** RFC 5545 §3.3.11: what has a meaning is escaped; other control characters have no place in text. */
const escapeText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 §3.1 forbids exactly these
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')

const moment = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const dag = (date: PlainDate) => date.replace(/-/g, '')

const OCTETS = 75
const encoder = new TextEncoder()

/** RFC 5545 §3.1: no line longer than 75 octets; a letter of more octets stays whole. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    // What goes on begins with a space, which counts.
    if (octets + size > OCTETS) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

function itemLines(item: Kalenderitem): string[] {
  const text = (naam: string, waarde: string | undefined) =>
    waarde === undefined || waarde === '' ? [] : [`${naam}:${escapeText(waarde)}`]
  const wanneer =
    'dag' in item
      ? [
          `DTSTART;VALUE=DATE:${dag(item.dag)}`,
          `DTEND;VALUE=DATE:${dag(addDays(item.dag, 1))}`,
          'TRANSP:TRANSPARENT',
        ]
      : [`DTSTART:${moment(item.begin)}`, `DTEND:${moment(item.einde)}`]
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(item.uid)}`,
    `DTSTAMP:${moment(item.gewijzigdOp)}`,
    `LAST-MODIFIED:${moment(item.gewijzigdOp)}`,
    `SEQUENCE:${item.volgnummer}`,
    ...wanneer,
    ...text('SUMMARY', item.titel),
    ...text('DESCRIPTION', item.omschrijving),
    ...text('LOCATION', item.plaats),
    ...(item.url ? [`URL:${item.url}`] : []),
    `STATUS:${item.isAfgelast ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

export const KALENDER_MIME = 'text/calendar; charset=utf-8'

/** The whole calendar. RFC 7986 §5 gives NAME and REFRESH-INTERVAL; X-WR-CALNAME is what most programs read. */
export function writeKalender(naam: string, items: readonly Kalenderitem[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Onderdak//Overleg//NL',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(naam)}`,
    `X-WR-CALNAME:${escapeText(naam)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...items.flatMap(itemLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
