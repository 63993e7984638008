import { inflateSync } from 'node:zlib'

/** The file with its compressed streams opened, enough to look for structure and metadata. */
export function unfold(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  let text = bytes.toString('latin1')
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      text += inflateSync(bytes.subarray(at + 7)).toString('latin1')
    } catch {
      // Fonts and metadata that are not deflated.
    }
  }
  return text
}
