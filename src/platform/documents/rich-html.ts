import sanitizeHtml from 'sanitize-html'
import { escapeXml } from './odf.ts'
import type { RichPart, Run } from './rich-text.ts'

// HTML for an e-mail. What goes out is made of our own tags only; the sanitiser at the end holds whatever the rest may miss.

const lines = (text: string) => text.split('\n').map(escapeXml).join('<br>')

function runHtml({ tekst, vet, cursief, link }: Run): string {
  let html = lines(tekst)
  if (cursief) html = `<em>${html}</em>`
  if (vet) html = `<strong>${html}</strong>`
  return link ? `<a href="${escapeXml(link)}">${html}</a>` : html
}

export const runsHtml = (runs: readonly Run[]) => runs.map(runHtml).join('')

export function richHtml(parts: readonly RichPart[]): string {
  return parts
    .map((part) => {
      if (part.soort === 'alinea') return `<p>${runsHtml(part.runs)}</p>`
      const tag = part.genummerd ? 'ol' : 'ul'
      return `<${tag}>${part.punten.map((punt) => `<li>${runsHtml(punt)}</li>`).join('')}</${tag}>`
    })
    .join('')
}

/** Only what a letter needs: no script, no style of others, no pictures that tell who opened it. */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      'h1',
      'h2',
      'h3',
      'p',
      'br',
      'strong',
      'em',
      'ul',
      'ol',
      'li',
      'a',
      'table',
      'caption',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'hr',
    ],
    allowedAttributes: { a: ['href'], th: ['scope'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    disallowedTagsMode: 'discard',
  })
}
