import { Button, UnorderedList } from '@amsterdam/design-system-react'
import { useParams } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { urlOf } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { ExportMenu } from '../../../ui/table-tools.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { haalLevering, type Levering, listVerslagregels } from '../domain/contract.ts'
import { Stand } from './stand.tsx'
import { Stappen } from './stappen.tsx'
import { Aantallen, Controles, Weggelaten } from './verslag-tabellen.tsx'

/** `/leveringen/$id`: the check report, and the next step for who may take it. */
export function LeveringPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(haalLevering, { params: { id } })
  const kruimels = [{ label: 'Leveringen', to: '/leveringen' }]
  if (!data)
    return (
      <Page title="Levering" breadcrumbs={kruimels}>
        {error ? <ProblemAlert problem={error} focus /> : <p role="status">Bezig met laden…</p>}
      </Page>
    )
  return (
    <Page
      title={`${data.soortNaam}, ${data.periodeNaam}`}
      breadcrumbs={kruimels}
      status={<Stand levering={data} />}
      lead={`Van ${formatLong(data.van)} tot en met ${formatLong(data.totEnMet)}, zoals bekend toen de levering werd gemaakt.`}
      actions={
        <>
          <ExportMenu
            label="Verslag meenemen"
            urlFor={(formaat) =>
              urlOf(listVerslagregels, { params: { id }, query: { formaat } as never } as never)
            }
          />
          <Button type="button" variant="secondary" onClick={() => window.print()}>
            Verslag afdrukken
          </Button>
        </>
      }
    >
      <Verloop levering={data} />
      <Stappen levering={data} />
      {data.kleinsteGetal !== null && (
        <p className="od-hint">
          Aantallen van 1 tot en met {data.kleinsteGetal - 1} staan er niet, en soms een groter getal erbij:
          anders is iemand te herkennen.
        </p>
      )}
      <Controles levering={data} />
      <Aantallen levering={data} />
      <Weggelaten levering={data} />
      <Indeling levering={data} />
    </Page>
  )
}

function Verloop({ levering }: { levering: Levering }) {
  return (
    <TermList>
      <Term label="Gemaakt">
        <DateText date={levering.gemaaktOp.slice(0, 10)} long />, {levering.gemaaktDoor}
      </Term>
      <Term label="Vrijgegeven" empty="Nog niet">
        {levering.vrijgegevenOp && (
          <>
            <DateText date={levering.vrijgegevenOp.slice(0, 10)} long />, {levering.vrijgegevenDoor}
          </>
        )}
      </Term>
      <Term label="Verstuurd" empty="Nog niet">
        {levering.verstuurdOp && (
          <>
            <DateText date={levering.verstuurdOp} long />, aan {levering.verstuurdAan}, via{' '}
            {levering.verstuurdVia}
          </>
        )}
      </Term>
      {levering.ingetrokkenOp && (
        <Term label="Ingetrokken">
          <DateText date={levering.ingetrokkenOp.slice(0, 10)} long />: {levering.intrekreden}
        </Term>
      )}
    </TermList>
  )
}

function Indeling({ levering }: { levering: Levering }) {
  return (
    <Section title="Wat is dit voor bestand?">
      <TermList>
        <Term label="Ontvanger">{levering.ontvanger}</Term>
        <Term label="Wie erin zit">{levering.definitie}</Term>
        <Term label="Indeling">
          Versie {levering.indelingVersie}. {levering.indeling}
        </Term>
        <Term label="Niet bekend">
          <UnorderedList>
            {levering.onbekend.map((wat) => (
              <UnorderedList.Item key={wat}>{wat}</UnorderedList.Item>
            ))}
          </UnorderedList>
        </Term>
      </TermList>
      <p className="od-hint">Vraag de ontvanger vóór het versturen naar de indeling die zij verwacht.</p>
    </Section>
  )
}
