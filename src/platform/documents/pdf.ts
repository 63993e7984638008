import { createRequire } from 'node:module'

/** The part of the native Typst compiler (0.7.0, without type files) that is used here. */
export interface TypstCompiler {
  pdf(
    source: { mainFileContent: string; inputs: Record<string, string> },
    options: { pdfStandard: 'ua-1' },
  ): Uint8Array
  evictCache(maxAge: number): void
}

/** The package names per C library; other platforms have none (stack.md §2.7). */
const PACKAGES = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
] as const

let compiler: TypstCompiler | null | undefined

/**
 * A document as PDF/UA-1 from a template and its data; the compiler refuses a document that breaks the standard. `reden` says why
 * there is none: no compiler here, or a text has a character that its font cannot show. Costs 0.2 s the first time, on the calling
 * thread.
 */
export function compilePdf(
  template: string,
  data: unknown,
  findCompiler: () => TypstCompiler | null = loadCompiler,
): { readonly bytes: Uint8Array } | { readonly reden: string } {
  const typst = findCompiler()
  if (!typst) return { reden: 'Op dit systeem is geen PDF-programma beschikbaar.' }
  try {
    const inputs = { data: JSON.stringify(data) }
    return { bytes: typst.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    const diagnosis = diagnosisOf(error)
    if (!/could not be displayed|glyph|codepoint/i.test(diagnosis))
      throw new Error(`Typst: ${diagnosis}`, { cause: error })
    return { reden: 'In de tekst staat een teken dat het lettertype van de PDF niet heeft.' }
  } finally {
    typst.evictCache(10)
  }
}

/** @NOTE The native module puts its diagnosis in `code` and leaves `message` empty for errors in the template. */
function diagnosisOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || 'unknown error'
}

function loadCompiler(): TypstCompiler | null {
  if (compiler !== undefined) return compiler
  compiler = null
  const load = createRequire(import.meta.url)
  for (const name of PACKAGES) {
    try {
      const native = load(name) as { NodeCompiler: { create(): TypstCompiler } }
      compiler = native.NodeCompiler.create()
      break
    } catch {
      // Not installed, or built for another C library: try the next one.
    }
  }
  return compiler
}
