import { formatLong } from '../../shared/plain-date.ts'
import { type Letter, type LetterBlock, SLOTGROET, VOORBEELD_TEKST } from './letter-model.ts'

const STYLE = `
  :root { color-scheme: light }
  body { font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; color: #1b1f24; max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem }
  header, .geadresseerde { margin-bottom: 2rem }
  address { font-style: normal }
  .afzender { font-size: 1.25rem; font-weight: bold; color: #1f4e79 }
  h1 { font-size: 1.375rem; color: #1f4e79 } h2 { font-size: 1.125rem; color: #1f4e79 }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 2rem } dt { color: #454f5b } dd { margin: 0 }
  .voorbeeld { border: 2px solid #1f4e79; padding: .5rem .75rem }
  .ondertekening { margin-top: 2rem; break-inside: avoid }
  .rechtsmiddel { border-left: 3px solid #1f4e79; padding-left: 1rem; margin-top: 2rem; break-inside: avoid }
  @page { size: A4; margin: 25mm } @media print { body { margin: 0; padding: 0; max-width: none; font-size: 11.5pt } }
`

/**
 * The letter as one accessible HTML document (lang nl, headings, lists, no scripts or outside files), for platforms without
 * the PDF compiler. Print gives A4. All texts are escaped.
 */
export function letterHtml(letter: Letter): string {
  const referentie = [
    { label: 'Datum', waarde: formatLong(letter.datum) },
    ...(letter.kenmerk ? [{ label: 'Ons kenmerk', waarde: letter.kenmerk }] : []),
    ...(letter.behandeldDoor ? [{ label: 'Behandeld door', waarde: letter.behandeldDoor }] : []),
  ]
  const bijlagen = letter.bijlagen ?? []
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(letter.onderwerp)}</title><style>${STYLE}</style></head>
<body>
<header><p class="afzender">${escapeHtml(letter.afzender.naam)}</p><address>${lines(letter.afzender.regels)}</address></header>
<main>
<p class="geadresseerde">${lines(letter.geadresseerde)}</p>
${letter.voorbeeld ? `<p class="voorbeeld"><strong>${VOORBEELD_TEKST}</strong></p>` : ''}
${facts(referentie)}
<h1>${escapeHtml(letter.onderwerp)}</h1>
${letter.aanhef ? `<p>${escapeHtml(letter.aanhef)}</p>` : ''}
${blocks(letter.inhoud)}
${letter.ondertekening.length > 0 ? `<div class="ondertekening"><p>${SLOTGROET}</p><p>${lines(letter.ondertekening)}</p></div>` : ''}
${letter.rechtsmiddel ? `<section class="rechtsmiddel"><h2>${escapeHtml(letter.rechtsmiddel.titel)}</h2>${blocks(letter.rechtsmiddel.inhoud)}</section>` : ''}
${bijlagen.length > 0 ? `<h2>${bijlagen.length === 1 ? 'Bijlage' : 'Bijlagen'}</h2><ol>${items(bijlagen)}</ol>` : ''}
</main>
</body>
</html>
`
}

function blocks(list: readonly LetterBlock[]): string {
  return list.map(block).join('\n')
}

function block(item: LetterBlock): string {
  switch (item.soort) {
    case 'kop':
      return `<h2>${escapeHtml(item.tekst)}</h2>`
    case 'alinea':
      return `<p>${multiline(item.tekst)}</p>`
    case 'lijst':
      return item.genummerd ? `<ol>${items(item.items)}</ol>` : `<ul>${items(item.items)}</ul>`
    case 'gegevens':
      return facts(item.rijen)
  }
}

function facts(rows: readonly { readonly label: string; readonly waarde: string }[]): string {
  return `<dl>${rows.map((row) => `<dt>${multiline(row.label)}</dt><dd>${multiline(row.waarde)}</dd>`).join('')}</dl>`
}

function items(list: readonly string[]): string {
  return list.map((item) => `<li>${multiline(item)}</li>`).join('')
}

function lines(list: readonly string[]): string {
  return list.map(escapeHtml).join('<br>')
}

function multiline(text: string): string {
  return lines(text.split(/\r?\n/))
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
