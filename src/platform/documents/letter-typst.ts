/**
 * Typst template of the letter. It is one constant: all data comes in through `sys.inputs.data` as JSON and is placed as
 * strings, which Typst shows as text. Libertinus Serif is part of the compiler, so no font file is shipped.
 */
export const LETTER_TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#let accent = rgb("#1f4e79")
#let muted = rgb("#454f5b")
#set document(
  title: d.onderwerp,
  author: d.afzender.naam,
  date: datetime(year: d.jaar, month: d.maand, day: d.dag),
)
#set text(font: "Libertinus Serif", size: 11.5pt, lang: "nl", region: "NL", hyphenate: false)
#set par(leading: 0.68em, spacing: 1.15em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 26mm, left: 25mm, right: 25mm),
  background: if d.voorbeeld {
    place(center + horizon, rotate(-35deg, text(size: 88pt, weight: "bold", fill: rgb("#f0f2f5"))[VOORBEELD]))
  },
  header: context if counter(page).get().first() > 1 {
    set text(size: 9.5pt, fill: muted)
    grid(columns: (1fr, auto), d.afzender.naam, d.vervolg)
  },
  footer: context {
    set text(size: 9.5pt, fill: muted)
    grid(columns: (1fr, auto),
      if d.voorbeeld [Voorbeeld met verzonnen gegevens],
      [Pagina #counter(page).display() van #counter(page).final().first()])
  },
)
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 12.5pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 1): it => block(above: 0pt, below: 1.4em, sticky: true, text(size: 15pt, weight: "bold", fill: accent, it.body))
#set list(marker: [•], indent: 0.4em, body-indent: 0.7em, spacing: 0.75em)
#set enum(indent: 0.4em, body-indent: 0.7em, spacing: 0.75em)

#let lines(list) = list.join(linebreak())
#let multiline(s) = lines(s.split("\\n"))
// A list of terms, not a table: it has no header row, and a list keeps label and value together in the reading order.
#let facts(rows) = {
  set strong(delta: 0)
  set par(leading: 0.55em)
  let width = 38mm
  block(above: 0.9em, below: 1.3em, terms(
    indent: 0pt, hanging-indent: width, separator: none, spacing: 0.6em,
    ..rows.map(r => terms.item(box(width: width, inset: (right: 4mm), text(fill: muted, multiline(r.label))), multiline(r.waarde))),
  ))
}
#let render(blocks) = for b in blocks {
  if b.soort == "kop" { heading(level: 2, b.tekst) }
  else if b.soort == "lijst" and b.genummerd { enum(..b.items.map(multiline)) }
  else if b.soort == "lijst" { list(..b.items.map(multiline)) }
  else if b.soort == "gegevens" { facts(b.rijen) }
  else { par(multiline(b.tekst)) }
}

#block(width: 100%, height: 26mm, below: 0pt)[
  #grid(columns: (1fr, auto), column-gutter: 10mm,
    text(size: 14pt, weight: "bold", fill: accent, d.afzender.naam),
    text(size: 9.5pt, fill: muted, par(leading: 0.55em, lines(d.afzender.regels))))
]
#block(height: 32mm, width: 85mm, below: 0pt, par(lines(d.geadresseerde)))
#if d.voorbeeld {
  block(width: 100%, stroke: 0.8pt + accent, inset: 7pt, below: 1.2em, text(size: 10.5pt, d.voorbeeldtekst))
}
#facts(d.referentie)
#v(0.6em)
#heading(level: 1, d.onderwerp)
#if d.aanhef != none { par(d.aanhef) }
#render(d.inhoud)
#if d.ondertekening.len() > 0 {
  block(breakable: false, above: 1.8em)[
    #par(d.slotgroet)
    #v(14mm)
    #par(lines(d.ondertekening))
  ]
}
#if d.rechtsmiddel != none {
  block(breakable: false, width: 100%, above: 2em, inset: (left: 10pt, y: 2pt), stroke: (left: 2pt + accent), {
    heading(level: 2, d.rechtsmiddel.titel)
    render(d.rechtsmiddel.inhoud)
  })
}
#if d.bijlagen.len() > 0 {
  heading(level: 2, if d.bijlagen.len() == 1 { "Bijlage" } else { "Bijlagen" })
  enum(..d.bijlagen.map(multiline))
}
`
