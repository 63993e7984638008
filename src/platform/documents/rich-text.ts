import MarkdownIt from 'markdown-it'
import { dropControls } from './table.ts'

// Text with a small markup, as people know it from e-mail: an empty line between paragraphs, **bold**, *italic*, lists with - or 1.
// and [words](https://address). Nothing else is read as markup; HTML stays text.

/** Words with one look. */
export interface Run {
  readonly tekst: string
  readonly vet?: boolean
  readonly cursief?: boolean
  /** `https:`, `http:` or `mailto:`; anything else is no link. */
  readonly link?: string
}

export type RichPart =
  | { readonly soort: 'alinea'; readonly runs: readonly Run[] }
  | { readonly soort: 'lijst'; readonly genummerd: boolean; readonly punten: readonly (readonly Run[])[] }

const reader = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'list',
  'emphasis',
  'link',
  'newline',
  'escape',
])
const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i
reader.validateLink = (url) => SAFE_LINK.test(url)

type Token = ReturnType<typeof reader.parse>[number]

/** Paragraphs and lists in reading order; a list in a list becomes part of the outer one. */
export function parseRich(text: string): RichPart[] {
  const parts: RichPart[] = []
  let list: { genummerd: boolean; punten: Run[][] } | undefined
  let depth = 0
  for (const token of reader.parse(dropControls(text).replaceAll('\r\n', '\n'), {})) {
    if (/^(bullet|ordered)_list_open$/.test(token.type)) {
      depth++
      list ??= { genummerd: token.type === 'ordered_list_open', punten: [] }
    } else if (/_list_close$/.test(token.type)) {
      depth--
      if (depth > 0 || !list) continue
      parts.push({ soort: 'lijst', ...list, punten: list.punten.filter((punt) => punt.length > 0) })
      list = undefined
    } else if (token.type === 'list_item_open') list?.punten.push([])
    else if (token.type === 'inline') addInline(token, parts, list?.punten)
  }
  return parts
}

function addInline(token: Token, parts: RichPart[], punten: Run[][] | undefined): void {
  const runs = runsOf(token.children ?? [])
  if (!punten) {
    parts.push({ soort: 'alinea', runs })
    return
  }
  const last = punten.at(-1)!
  last.push(...(last.length > 0 ? [{ tekst: '\n' }] : []), ...runs)
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  let [vet, cursief] = [0, 0]
  let link: string | undefined
  const add = (tekst: string) => {
    if (tekst === '') return
    const run: Run = {
      tekst,
      ...(vet > 0 && { vet: true }),
      ...(cursief > 0 && { cursief: true }),
      ...(link && { link }),
    }
    const last = runs.at(-1)
    if (last && last.vet === run.vet && last.cursief === run.cursief && last.link === run.link)
      runs[runs.length - 1] = { ...last, tekst: last.tekst + tekst }
    else runs.push(run)
  }
  for (const { type, content, attrs } of tokens) {
    if (type === 'strong_open') vet++
    else if (type === 'strong_close') vet--
    else if (type === 'em_open') cursief++
    else if (type === 'em_close') cursief--
    else if (type === 'link_open') link = attrs?.find(([name]) => name === 'href')?.[1]
    else if (type === 'link_close') link = undefined
    else if (type === 'softbreak' || type === 'hardbreak') add('\n')
    else add(content)
  }
  return runs
}

/** Text of others inside markup: every sign in it stands for itself. */
export function escapeRich(text: string): string {
  return text
    .replace(/[\\*_[\]]/g, '\\$&')
    .replace(/^(\s*)(\d+)([.)])(?=\s)/gm, '$1$2\\$3')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
}

const plain = (runs: readonly Run[]) =>
  runs
    .map(({ tekst, link }) => (link && link !== tekst ? `${tekst} (${link.replace(/^mailto:/, '')})` : tekst))
    .join('')

/** For an e-mail without markup: links written out, lists with a dash or their number. */
export function plainRich(parts: readonly RichPart[]): string {
  return parts
    .map((part) =>
      part.soort === 'alinea'
        ? plain(part.runs)
        : part.punten.map((punt, i) => `${part.genummerd ? `${i + 1}.` : '-'} ${plain(punt)}`).join('\n'),
    )
    .join('\n\n')
}
