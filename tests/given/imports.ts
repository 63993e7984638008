import { posix } from 'node:path'

export interface SourceFile {
  /** Path from the project folder with slashes, e.g. `src/modules/plek/domain/rules.ts`. */
  readonly path: string
  readonly text: string
}

export interface Import {
  readonly from: string
  /** Path inside the project, or the bare name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

/** Anything between quotes after from/import/require, with comments already taken out. */
const statement =
  /(?:^|[\n;}])\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s*)?["']([^"'\n]+)["']|\b(?:import|require)\s*\(\s*["']([^"'\n]+)["']/g

/** The imports and re-exports of one file, dynamic ones and those of types included. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  for (const match of withoutComments(file.text).matchAll(statement)) {
    const target = match[3] ?? match[4]!
    const to = target.startsWith('.') ? posix.join(posix.dirname(file.path), target) : target
    found.push({ from: file.path, to, typeOnly: match[2] !== undefined })
  }
  return found
}

export function hasExportAll(file: SourceFile): boolean {
  return /(?:^|[\n;])\s*export\s*\*/.test(withoutComments(file.text))
}

/** Keeps strings (a URL holds `//`) and drops comments. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string: string | undefined) => string ?? ' ',
  )
}
