import { Heading, OrderedList, UnorderedList } from '@amsterdam/design-system-react'
import { Fragment } from 'react'
import { LineChart } from '../../../ui/line-chart.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import type { Getoond, Run } from '../domain/contract.ts'

/** Words with their look, as elements: a text never becomes HTML by itself. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, i) => {
    const lines = run.tekst.split('\n').map((line, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name, and never move
      <Fragment key={n}>
        {n > 0 && <br />}
        {line}
      </Fragment>
    ))
    const schuin = run.cursief ? <em>{lines}</em> : lines
    const vet = run.vet ? <strong>{schuin}</strong> : schuin
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name, and never move
    return <Fragment key={i}>{run.link ? <a href={run.link}>{vet}</a> : vet}</Fragment>
  })
}

type Delen = Extract<Getoond, { soort: 'tekst' }>['delen']

function Tekst({ delen }: { delen: Delen }) {
  return delen.map((deel, i) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one text have no other name, and never move
    if (deel.soort === 'alinea')
      return (
        <p key={i}>
          <Runs runs={deel.runs} />
        </p>
      )
    const Lijst = deel.genummerd ? OrderedList : UnorderedList
    return (
      <Lijst key={i}>
        {deel.punten.map((punt, n) => (
          <Lijst.Item key={n}>
            <Runs runs={punt} />
          </Lijst.Item>
        ))}
      </Lijst>
    )
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts of one text have no other name, and never move
  })
}

/** One block of a rapportage. Headings of a chapter stand one level below that of the page. */
export function Inhoud({ inhoud }: { inhoud: Getoond }) {
  switch (inhoud.soort) {
    case 'kop':
      return (
        <Heading level={inhoud.niveau} size={inhoud.niveau === 2 ? 'level-3' : 'level-4'}>
          {inhoud.tekst}
        </Heading>
      )
    case 'tekst':
      return <Tekst delen={inhoud.delen} />
    case 'gegevens':
      return (
        <TermList>
          {inhoud.rijen.map(({ label, waarde }) => (
            <Term key={label} label={label}>
              {waarde}
            </Term>
          ))}
        </TermList>
      )
    case 'tabel':
      return <SmallTable titel={inhoud.titel} kop={inhoud.kop} rijen={inhoud.rijen} isTekst />
    case 'grafiek':
      return (
        <LineChart
          titel={inhoud.titel}
          punten={inhoud.punten}
          reeksen={[{ naam: inhoud.eenheid || inhoud.titel, waarden: inhoud.waarden }]}
          bestand={{ regels: [inhoud.titel] }}
          tabel="Dag"
        />
      )
    case 'citaat':
      return inhoud.tekst === null ? (
        <p className="od-hint">
          Hier stond een verhaal. Het is weg, omdat de toestemming is ingetrokken of voorbij is.
        </p>
      ) : (
        <>
          <blockquote className="od-tekst od-citaat">{inhoud.tekst}</blockquote>
          <p className="od-hint">{inhoud.wie}</p>
        </>
      )
  }
}
