/**
 * Typst template of a report, tagged for PDF/UA-1. It is one constant: all data comes in through `sys.inputs.data` as JSON and is
 * placed as strings, which Typst shows as text.
 */
export const REPORT_TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#let accent = rgb("#1f4e79")
#let muted = rgb("#454f5b")
#set document(title: d.titel, author: d.afzender, date: datetime(year: d.jaar, month: d.maand, day: d.dag))
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "nl", region: "NL", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 24mm, left: 22mm, right: 22mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 9pt, fill: muted)
    grid(columns: (1fr, auto), d.titel, d.afzender)
  },
  footer: context {
    set text(size: 9pt, fill: muted)
    grid(columns: (1fr, auto),
      if d.voorbeeld [Voorbeeld met verzonnen gegevens],
      [Pagina #counter(page).display() van #counter(page).final().first()])
  },
)
#show heading.where(level: 1): it => block(above: 1.6em, below: 0.8em, sticky: true, text(size: 16pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.6em, sticky: true, text(size: 13pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 3): it => block(above: 1.1em, below: 0.5em, sticky: true, text(size: 11pt, weight: "bold", it.body))
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#c5ccd3")), inset: (x: 4pt, y: 3.5pt))
#show table.cell.where(y: 0): set text(weight: "bold")
#let lines(s) = s.split("\\n").join(linebreak())
#let facts(rows) = {
  set strong(delta: 0)
  set par(leading: 0.5em)
  let width = 38mm
  block(above: 0.7em, below: 0.9em, breakable: false, sticky: true, text(size: 9.5pt, terms(indent: 0pt, hanging-indent: width, separator: none, spacing: 0.45em,
    ..rows.map(r => terms.item(box(width: width, inset: (right: 4mm), text(fill: muted, lines(r.label))), lines(r.waarde))))))
}
#let run(r) = {
  let it = lines(r.tekst)
  if r.at("cursief", default: false) { it = emph(it) }
  if r.at("vet", default: false) { it = strong(it) }
  let to = r.at("link", default: none)
  if to != none { link(to, underline(text(fill: accent, it))) } else { it }
}
#let runs(all) = all.map(run).join()
#let render(b) = {
  if b.soort == "kop" { heading(level: b.niveau, b.tekst) }
  else if b.soort == "citaat" {
    block(above: 0.9em, below: 0.9em, inset: (left: 10pt, y: 2pt), stroke: (left: 2pt + accent), breakable: true, {
      quote(block: false, quotes: false, emph(lines(b.tekst)))
      linebreak()
      text(size: 9.5pt, fill: muted, b.wie)
    })
  }
  else if b.soort == "tekst" {
    for d in b.delen {
      if d.soort == "alinea" { par(runs(d.runs)) }
      else if d.genummerd { enum(..d.punten.map(p => enum.item(runs(p)))) }
      else { list(..d.punten.map(p => list.item(runs(p)))) }
    }
  }
  else if b.soort == "gegevens" { facts(b.rijen) }
  else if b.soort == "tabel" {
    figure(kind: table, supplement: none, numbering: none, caption: figure.caption(position: top, text(size: 9.5pt, fill: muted, b.titel)),
      text(size: 9pt, hyphenate: true, table(
        columns: b.kolommen.map(k => k.share * 1fr),
        align: (x, y) => if b.kolommen.at(x).isNumber { right } else { left },
        table.header(..b.kop.map(k => [#k])),
        ..b.rijen.flatten().map(c => [#c]))))
  }
  else if b.soort == "grafiek" { image(bytes(b.svg), format: "svg", alt: b.tekst, width: 100%) }
  else { par(lines(b.tekst)) }
}
// A title never parts from its table; a long table goes on over pages, and repeats its header.
#show figure: set block(breakable: true)
#show figure.where(kind: table): it => block(above: 1.1em, below: 1.1em, breakable: true, align(left, {
  block(sticky: true, above: 0pt, below: 0.65em, it.caption)
  it.body
}))
#text(size: 10pt, fill: muted, d.afzender)
#v(2mm)
#heading(level: 1, d.titel)
#text(size: 12pt, fill: muted, d.ondertitel)
#v(3mm)
#if d.voorbeeld { block(width: 100%, stroke: 0.8pt + accent, inset: 7pt, below: 1em, [Voorbeeld met verzonnen gegevens.]) }
#if d.inhoudsopgave != none {
  show outline.entry.where(level: 2): set text(weight: "bold")
  block(above: 1em, below: 2em, {
    heading(level: 2, outlined: false, d.inhoudsopgave)
    outline(title: none, indent: n => calc.max(0, n - 1) * 4mm, target: heading.where(outlined: true, level: 2).or(heading.where(outlined: true, level: 3)))
  })
  pagebreak()
}
// A heading, its facts and its picture stay on one page; what follows may go on.
#let i = 0
#let all = d.inhoud
#while i < all.len() {
  let b = all.at(i)
  let next(n) = if i + n < all.len() { all.at(i + n).soort } else { none }
  if b.soort == "kop" and b.niveau == 2 and next(1) == "gegevens" and next(2) == "grafiek" {
    block(breakable: false, width: 100%, above: 1.8em, { render(b); render(all.at(i + 1)); render(all.at(i + 2)) })
    i = i + 3
  } else {
    render(b)
    i = i + 1
  }
}
`
