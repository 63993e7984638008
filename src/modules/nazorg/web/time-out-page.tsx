import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getTimeOut, postTimeOut } from '../domain/api.ts'

/** `/trajecten/$id/time-out`: the free time-out places, and booking one (OVD-07). */
export function TimeOutPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const toast = useToast()
  const navigate = useNavigate()
  const { data, error } = useEndpoint(getTimeOut, { params: { id } })
  const save = useCommand(postTimeOut, {
    onDone: () => {
      toast.show('De time-outplek is geboekt. Het traject loopt door.')
      void navigate({ to: `/trajecten/${id}` as never })
    },
  })
  const breadcrumbs = [
    { label: 'Trajecten', to: '/trajecten' },
    { label: data ? `Traject van ${data.naam}` : 'Traject', to: `/trajecten/${id}` },
  ]
  const teBoeken = data?.plekken.filter((plek) => plek.nietOmdat === null) ?? []
  const anders = data?.plekken.filter((plek) => plek.nietOmdat !== null) ?? []
  return (
    <Page
      title="Time-outplek boeken"
      lead={data && `Voor ${data.naam}. De eigen plek of woning blijft.`}
      breadcrumbs={breadcrumbs}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && teBoeken.length === 0 && (
        <EmptyState
          title="Geen vrije time-outplek"
          text="Er is nu geen time-outplek die u zelf kunt boeken."
          action={<ButtonLink to={`/trajecten/${id}`}>Terug naar het traject</ButtonLink>}
        />
      )}
      {data && teBoeken.length > 0 && (
        <Form
          draftKey={`traject-${id}-time-outplek`}
          schema={postTimeOut.body}
          defaultValues={{ versie: data.versie } as never}
          onSubmit={(body) => save.run({ params: { id }, body })}
          submitLabel="Plek boeken"
        >
          <RadioField
            name="plekId"
            label="Welke plek?"
            options={teBoeken.map((plek) => ({
              value: plek.plekId,
              label: `${plek.locatie}, ${plek.plek}`,
              hint: plek.product,
            }))}
          />
          <DateField name="op" label="Eerste nacht" hint="Vandaag of eerder, bijvoorbeeld 1-4-2026" today />
          <DateField name="verwachtTot" label="Tot wanneer, naar verwachting?" />
          <TextField name="reden" label="Wat is er aan de hand?" />
          <TextField name="volgendeStap" label="Volgende stap" />
          <DateField name="volgendeStapOp" label="Uiterlijk op" />
        </Form>
      )}
      {anders.length > 0 && (
        <Section title="Vrij bij een andere organisatie">
          <p>Deze plekken zijn vrij. Vraag die organisatie of het loket om te boeken.</p>
          <ul>
            {anders.map((plek) => (
              <li key={plek.plekId}>
                {plek.locatie}, {plek.plek} ({plek.product})
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
