import { escapeXml } from '../../../platform/documents/odf.ts'
import { cleanHtml, richHtml } from '../../../platform/documents/rich-html.ts'
import { parseRich, plainRich } from '../../../platform/documents/rich-text.ts'
import type { Mail } from '../../../platform/mail/mailer.ts'
import type { Blokinhoud } from '../domain/blok.ts'
import { EEN_KLIK } from '../domain/nieuwsbrief-contract.ts'

/** What everyone gets the same; only the way out differs per person. */
export interface Brief {
  readonly titel: string
  readonly regio: string
  readonly regioCode: string
  readonly nieuwsbriefId: string
  readonly inhouden: readonly Blokinhoud[]
  /** From the demo: nothing in it is real. */
  readonly isVoorbeeld: boolean
}

const VOORBEELD = 'Voorbeeld met verzonnen gegevens.'

const rows = (inhoud: Extract<Blokinhoud, { soort: 'tabel' }>) =>
  `<table><caption>${escapeXml(inhoud.titel)}</caption><thead><tr>${inhoud.kop.map((cel) => `<th scope="col">${escapeXml(cel)}</th>`).join('')}</tr></thead><tbody>${inhoud.rijen
    .map((rij) => `<tr>${rij.map((cel) => `<td>${escapeXml(cel)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

function blokHtml(inhoud: Blokinhoud): string {
  switch (inhoud.soort) {
    case 'kop':
      return `<h${inhoud.niveau}>${escapeXml(inhoud.tekst)}</h${inhoud.niveau}>`
    case 'alinea':
      return richHtml(parseRich(inhoud.tekst))
    case 'gegevens':
      return inhoud.rijen
        .map(({ label, waarde }) => `<p>${escapeXml(label)}: ${escapeXml(waarde)}</p>`)
        .join('')
    case 'tabel':
      return rows(inhoud)
    // A picture and a story stay on the page: a mail can't take back a story that was withdrawn.
    case 'grafiek':
    case 'citaat':
    case 'uitleg':
      return ''
  }
}

function blokTekst(inhoud: Blokinhoud): string {
  switch (inhoud.soort) {
    case 'kop':
      return inhoud.niveau === 2 ? inhoud.tekst.toUpperCase() : `== ${inhoud.tekst}`
    case 'alinea':
      return plainRich(parseRich(inhoud.tekst))
    case 'gegevens':
      return inhoud.rijen.map(({ label, waarde }) => `${label}: ${waarde}`).join('\n')
    case 'tabel':
      return [inhoud.titel, ...inhoud.rijen.map((rij) => rij.join(' | '))].join('\n')
    case 'grafiek':
    case 'citaat':
    case 'uitleg':
      return ''
  }
}

const page = (titel: string, body: string) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(titel)}</title></head><body style="font-family: Arial, sans-serif; line-height: 1.5; max-width: 38rem; margin: 0 auto; padding: 1rem">${cleanHtml(body)}</body></html>`

/** One nieuwsbrief for one person, with the link and the header to stop (RFC 8058). */
export function briefMail(
  brief: Brief,
  { aan, url, afmeldcode }: { readonly aan: string; readonly url: string; readonly afmeldcode: string },
): Mail {
  const online = `${url}/nieuwsbrief/${brief.regioCode}/${brief.nieuwsbriefId}`
  const stop = `${url}/nieuwsbrief/afmelden#${afmeldcode}`
  const inhoud = brief.inhouden.map(blokHtml).join('')
  return {
    aan,
    onderwerp: brief.titel,
    tekst: `${[brief.titel, brief.isVoorbeeld && VOORBEELD, ...brief.inhouden.map(blokTekst)].filter(Boolean).join('\n\n')}\n\n-- \nLees deze nieuwsbrief op het web: ${online}\nU krijgt haar omdat u zich bij ${brief.regio} aanmeldde. Afmelden: ${stop}\n`,
    html: page(
      brief.titel,
      `<h1>${escapeXml(brief.titel)}</h1>${brief.isVoorbeeld ? `<p>${VOORBEELD}</p>` : ''}${inhoud}<hr><p><a href="${escapeXml(online)}">Lees deze nieuwsbrief op het web</a></p><p>U krijgt deze nieuwsbrief omdat u zich bij ${escapeXml(brief.regio)} aanmeldde. <a href="${escapeXml(stop)}">Afmelden</a></p>`,
    ),
    headers: {
      'List-Unsubscribe': `<${url}${EEN_KLIK}?code=${afmeldcode}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'bulk',
    },
  }
}

export function bevestigMail(input: {
  readonly aan: string
  readonly regio: string
  readonly url: string
  readonly code: string
}): Mail {
  const link = `${input.url}/nieuwsbrief/bevestigen#${input.code}`
  const uitleg = `Iemand vroeg met dit adres de nieuwsbrief van ${input.regio} aan.`
  const niets = 'Was u dat niet? Dan hoeft u niets te doen. Uw adres wordt na een week gewist.'
  return {
    aan: input.aan,
    onderwerp: `Bevestig uw aanmelding voor de nieuwsbrief van ${input.regio}`,
    tekst: `${uitleg}\n\nWilt u de nieuwsbrief? Open dan binnen een week deze link:\n${link}\n\n${niets}\n`,
    html: page(
      'Bevestig uw aanmelding',
      `<p>${escapeXml(uitleg)}</p><p><a href="${escapeXml(link)}">Ja, ik wil de nieuwsbrief</a></p><p>${niets}</p>`,
    ),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
