import { type AsyncZippable, zip } from 'fflate'
import { dropControls } from './table.ts'

// What every OpenDocument file shares (OASIS ODF 1.3): its parts, its manifest and its text.

const NAMESPACES = [
  ['office', 'office:1.0'],
  ['table', 'table:1.0'],
  ['text', 'text:1.0'],
  ['style', 'style:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
  ['number', 'datastyle:1.0'],
  ['meta', 'meta:1.0'],
  ['config', 'config:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ')

/** One part of an ODF file, version 1.3 (OASIS ODF 1.3 part 3). */
export function part(name: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">${body}</office:${name}>`
}

export function manifest(mime: string, parts: readonly string[]): string {
  const entries = [['/', mime], ...parts.map((path) => [path, 'text/xml'])]
    .map(([path, type]) => {
      const version = path === '/' ? ' manifest:version="1.3"' : ''
      return `<manifest:file-entry manifest:full-path="${path}"${version} manifest:media-type="${type}"/>`
    })
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries}</manifest:manifest>`
}

/** Packing runs in a worker thread. */
export function pack(files: AsyncZippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

/** Lines become paragraphs; tabs and runs of spaces need their own elements or XML readers collapse them. */
export function paragraphs(text: string): string {
  return linesOf(text)
    .map((line) => `<text:p>${inline(line)}</text:p>`)
    .join('')
}

export function linesOf(text: string): string[] {
  return dropControls(text).split(/\r\n|\r|\n/)
}

export function inline(line: string): string {
  if (!/\t| {2}|^ | $/.test(line)) return escapeXml(line)
  return escapeXml(line)
    .replaceAll('\t', '<text:tab/>')
    .replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
}

export function escapeXml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text
}
