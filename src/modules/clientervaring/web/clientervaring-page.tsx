import { useParams } from '@tanstack/react-router'
import { useId } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type ClientervaringDetail,
  getClientervaring,
  postClientervaringintrekking,
  postClientervaringlevering,
} from '../domain/contract.ts'
import { domeinen, uiterlijkVan } from '../domain/keuzes.ts'
import { VerbeterForm } from './invoer-form.tsx'
import { aandeelTekst } from './waarden.tsx'

/** `/clientervaring/$id`: one result, and what can still be done with it. */
export function ClientervaringPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getClientervaring, { params: { id } })
  return (
    <Page
      title={data ? `${data.gebied}, ${domeinen[data.domein].toLowerCase()}, ${data.jaar}` : 'Cliëntervaring'}
      breadcrumbs={[{ label: 'Cliëntervaring', to: '/clientervaring' }]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.ingetrokkenOp && (
        <Alert heading="Deze uitkomst is ingetrokken" tone="let_op">
          <p>
            Op <DateText date={data.ingetrokkenOp} long />. {data.ingetrokkenReden}
          </p>
        </Alert>
      )}
      {data && <Feiten uitkomst={data} />}
      {data && !data.ingetrokkenOp && <Antwoorden uitkomst={data} />}
      {data?.invoer && <Wijzigen uitkomst={data} invoer={data.invoer} />}
    </Page>
  )
}

function Feiten({ uitkomst }: { uitkomst: ClientervaringDetail }) {
  const geldt = !uitkomst.ingetrokkenOp
  return (
    <TermList>
      {geldt && (
        <>
          <Term label="Uitgenodigd">
            {uitkomst.uitgenodigd !== null && formatNumber(uitkomst.uitgenodigd)}
          </Term>
          <Term label="Geantwoord">
            {uitkomst.beantwoord === null ? 'Te klein om te tonen' : formatNumber(uitkomst.beantwoord)}
          </Term>
          <Term label="Respons">{aandeelTekst(uitkomst.respons, uitkomst.afgeschermd)}</Term>
        </>
      )}
      <Term label="Dag van het onderzoek">
        <DateText date={uitkomst.onderzoekOp} long />
      </Term>
      <Term label="Bron">{uitkomst.bron}</Term>
      <Term label="Ingevoerd door">{uitkomst.ingevoerdDoor}</Term>
      {geldt && (
        <Term label="Geleverd">
          {uitkomst.geleverdOp ? (
            <>
              Op <DateText date={uitkomst.geleverdOp} long /> aan {uitkomst.geleverdAan}
            </>
          ) : (
            <>
              Nog niet. Uiterlijk <DateText date={uiterlijkVan(uitkomst.jaar)} long />
            </>
          )}
        </Term>
      )}
    </TermList>
  )
}

function Antwoorden({ uitkomst }: { uitkomst: ClientervaringDetail }) {
  const id = useId()
  return (
    <Section title="Hoeveel cliënten waren positief?">
      {uitkomst.antwoorden.length === 0 ? (
        <p>Er is bij geen vraag iets ingevuld.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
        <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
          <table className="ams-table__table od-tabel">
            <caption className="ams-visually-hidden" id={id}>
              Positieve antwoorden per vraag
            </caption>
            <thead>
              <tr>
                <th scope="col" className="ams-table__header-cell">
                  Vraag
                </th>
                <th scope="col" className="ams-table__header-cell ams-table__header-cell--align-end">
                  Positief
                </th>
              </tr>
            </thead>
            <tbody>
              {uitkomst.antwoorden.map((een) => (
                <tr key={een.vraag}>
                  <th scope="row" className="ams-table__cell">
                    {een.naam}
                  </th>
                  <td className="ams-table__cell ams-table__cell--align-end">
                    {aandeelTekst(een.positief, een.afgeschermd)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="od-hint">
        Aantallen onder {uitkomst.kleinsteGetal} staan er niet, en wat daaruit te berekenen is ook niet.
      </p>
    </Section>
  )
}

function Wijzigen(props: {
  uitkomst: ClientervaringDetail
  invoer: NonNullable<ClientervaringDetail['invoer']>
}) {
  const { uitkomst, invoer } = props
  return (
    <Section title="Bijwerken">
      <FormDisclosure label={uitkomst.geleverdOp ? 'Levering verbeteren' : 'Levering vastleggen'}>
        {(sluit) => <LeveringForm uitkomst={uitkomst} sluit={sluit} />}
      </FormDisclosure>
      <FormDisclosure label="Uitkomst verbeteren">
        {(sluit) => <VerbeterForm uitkomst={uitkomst} invoer={invoer} sluit={sluit} />}
      </FormDisclosure>
      <FormDisclosure label="Uitkomst intrekken">{() => <IntrekForm uitkomst={uitkomst} />}</FormDisclosure>
    </Section>
  )
}

function LeveringForm({ uitkomst, sluit }: { uitkomst: ClientervaringDetail; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postClientervaringlevering, {
    onDone: () => {
      toast.show('De levering is vastgelegd.')
      sluit()
    },
  })
  const { geleverdOp, geleverdAan, versie } = uitkomst
  return (
    <Form
      schema={postClientervaringlevering.body}
      defaultValues={{ versie, ...(geleverdOp && { geleverdOp }), ...(geleverdAan && { geleverdAan }) }}
      submitLabel="Levering vastleggen"
      draftKey={`clientervaring-${uitkomst.id}-levering`}
      onSubmit={(body) => save.run({ params: { id: uitkomst.id }, body })}
    >
      <DateField name="geleverdOp" label="Geleverd op" today />
      <TextField
        name="geleverdAan"
        label="Geleverd aan"
        hint="Bijvoorbeeld: het ministerie van VWS en de gemeenteraad"
      />
    </Form>
  )
}

function IntrekForm({ uitkomst }: { uitkomst: ClientervaringDetail }) {
  const toast = useToast()
  const save = useCommand(postClientervaringintrekking, {
    onDone: () => toast.show('De uitkomst is ingetrokken.'),
  })
  return (
    <Form
      schema={postClientervaringintrekking.body}
      defaultValues={{ versie: uitkomst.versie, reden: '' }}
      submitLabel="Uitkomst intrekken"
      draftKey={`clientervaring-${uitkomst.id}-intrekking`}
      onSubmit={(body) => save.run({ params: { id: uitkomst.id }, body })}
    >
      <TextAreaField
        name="reden"
        label="Waarom trekt u deze uitkomst in?"
        hint="De getallen zijn daarna niet meer te zien. De reden blijft staan."
        max={500}
      />
    </Form>
  )
}
