import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/** Everything that a person could read in an answer: its text, the files in a spreadsheet, the letters in a PDF. */
export function leesbaar(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return unzipped(bytes)
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return pdfText(bytes)
  return [text, ...embedded(text).map(leesbaar)].join('\n')
}

function unzipped(bytes: Buffer): string {
  return Object.values(unzipSync(bytes))
    .map((file) => Buffer.from(file).toString('utf8'))
    .join('\n')
}

/** Files that travel as base64 in a JSON answer: the letters. */
function embedded(text: string): Buffer[] {
  return [...text.matchAll(/"inhoud":"([A-Za-z0-9+/=]{200,})"/g)].map((match) =>
    Buffer.from(match[1]!, 'base64'),
  )
}

function streamsOf(bytes: Buffer): string[] {
  const found = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'))
    } catch {
      // A font or a picture that is not deflated: no text.
    }
  }
  return found
}

/** The text of a PDF, read with every font's own table from glyph to letter. */
function pdfText(bytes: Buffer): string {
  const streams = streamsOf(bytes)
  const fonts = streams
    .filter((stream) => stream.includes('beginbfchar') || stream.includes('beginbfrange'))
    .map(glyphsOf)
  const shown = streams.filter((stream) => /\bT[Jj]\b/.test(stream)).map(glyphsShown)
  return [
    ...streams,
    ...shown.flatMap((lines) => fonts.map((font) => lines.map((line) => lettersOf(line, font)).join('\n'))),
  ].join('\n')
}

const hex = (text: string) => Number.parseInt(text, 16)
const utf16 = (text: string) => String.fromCharCode(...(text.match(/.{4}/g) ?? []).map(hex))

function glyphsOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from, to] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set(hex(from!), utf16(to!))
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, last, to] of block!.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    ))
      for (let glyph = hex(first!); glyph <= hex(last!); glyph++)
        map.set(glyph, String.fromCharCode(hex(to!) + glyph - hex(first!)))
  return map
}

/** The glyphs of each line that is drawn: `[<0001> 5 <0002>] TJ`, `<0001> Tj` or the same as `(text)`. */
function glyphsShown(stream: string): number[][] {
  return [...stream.matchAll(/(\[[\s\S]*?\]|<[^>]*>|\((?:\\[\s\S]|[^\\)])*\))\s*T[Jj]/g)].map(([, shown]) =>
    [...shown!.matchAll(/<([0-9A-Fa-f\s]*)>|\(((?:\\[\s\S]|[^\\)])*)\)/g)].flatMap(([, digits, raw]) =>
      digits === undefined
        ? pairs(openEscapes(raw!))
        : (digits.replace(/\s/g, '').match(/.{4}/g) ?? []).map(hex),
    ),
  )
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function openEscapes(raw: string): string {
  return raw.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, what: string) =>
    /^[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (named[what] ?? what),
  )
}

function pairs(text: string): number[] {
  return Array.from(
    { length: text.length >> 1 },
    (_, i) => (text.charCodeAt(2 * i) << 8) | text.charCodeAt(2 * i + 1),
  )
}

const lettersOf = (glyphs: readonly number[], font: Map<number, string>) =>
  glyphs.map((glyph) => font.get(glyph) ?? '').join('')
