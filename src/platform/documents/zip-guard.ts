import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { type Zippable, zipSync } from 'fflate'
import { type Rejection, reject } from '../../shared/rejection.ts'

const inflate = promisify(inflateRaw)

/** A workbook of 100,000 rows by 20 columns stays below this. */
const MAX_UNPACKED_BYTES = 150 * 1024 * 1024
const MAX_ENTRIES = 2000

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

const DAMAGED = reject(
  'bestand_beschadigd',
  'Dit bestand is beschadigd en kan niet worden gelezen. Sla het opnieuw op en probeer het nog eens.',
  { status: 422 },
)
const TOO_LARGE = reject(
  'bestand_te_groot',
  'Dit bestand wordt na het uitpakken te groot (meer dan 150 MB). Verdeel de gegevens over meer bestanden.',
  { status: 422 },
)
const PROTECTED = reject(
  'bestand_beveiligd',
  'Dit bestand is met een wachtwoord beveiligd. Sla het op zonder wachtwoord en probeer het nog eens.',
  { status: 422 },
)

/**
 * Unpacks a zip within a budget of bytes that were really produced; the sizes that the file claims are not trusted.
 * Returns the entries by name, or a rejection (damaged, too large, protected). Never throws on file content.
 */
export async function unzipWithin(
  bytes: Uint8Array,
  maxBytes = MAX_UNPACKED_BYTES,
): Promise<Map<string, Uint8Array> | Rejection> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (!directory || directory.count > MAX_ENTRIES) return DAMAGED
  const files = new Map<string, Uint8Array>()
  let left = maxBytes
  let at = directory.offset
  try {
    for (let i = 0; i < directory.count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return DAMAGED
      const entry = at
      const flags = view.getUint16(at + 8, true)
      const method = view.getUint16(at + 10, true)
      const packedSize = view.getUint32(at + 20, true)
      const nameLength = view.getUint16(at + 28, true)
      const local = view.getUint32(at + 42, true)
      const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8')
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      if (flags & 1) return PROTECTED
      if (name.endsWith('/')) continue
      if (files.has(name) || view.getUint32(local, true) !== LOCAL_ENTRY) return DAMAGED
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const packed = bytes.subarray(start, start + packedSize)
      if (packed.length !== packedSize || (method !== 0 && method !== 8)) return DAMAGED
      const content = method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, left) })
      left -= content.length
      if (left < 0) return TOO_LARGE
      if (crc32(content) !== view.getUint32(entry + 16, true)) return DAMAGED
      files.set(name, content)
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : DAMAGED
  }
  const manifest = files.get('META-INF/manifest.xml')
  if (manifest && Buffer.from(manifest).includes('encryption-data')) return PROTECTED
  return files
}

/** The checked entries as a zip without compression: what the spreadsheet reader sees is exactly what was measured. */
export function zipStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = Object.create(null)
  for (const [name, content] of files) if (name !== '__proto__') zippable[name] = [content, { level: 0 }]
  return zipSync(zippable)
}

function findDirectory(view: DataView): { offset: number; count: number } | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) {
      return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) }
    }
  }
  return undefined
}
