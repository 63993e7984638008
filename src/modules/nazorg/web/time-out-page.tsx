import { useNavigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { formatShort } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getTimeOut, postBoeking, postTimeOut } from '../domain/api.ts'
import { Boekingen } from './time-out-boekingen.tsx'

type TimeOut = z.output<(typeof getTimeOut)['response']>

/** `/trajecten/$id/time-out`: the free time-out places, booking one for tonight or ahead, and what is held (OVD-07). */
export function TimeOutPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getTimeOut, { params: { id } })
  const breadcrumbs = [
    { label: 'Trajecten', to: '/trajecten' },
    { label: data ? `Traject van ${data.naam}` : 'Traject', to: `/trajecten/${id}` },
  ]
  return (
    <Page
      title="Time-outplek boeken"
      lead={data && `Voor ${data.naam}. De eigen plek of woning blijft.`}
      breadcrumbs={breadcrumbs}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && (
        <>
          {data.boekingen.length > 0 && <Boekingen boekingen={data.boekingen} trajectId={id} />}
          <Vannacht trajectId={id} data={data} />
          <Vooruit trajectId={id} data={data} />
          <BijAnderen data={data} />
        </>
      )}
    </Page>
  )
}

function Vannacht({ trajectId, data }: { trajectId: string; data: TimeOut }) {
  const toast = useToast()
  const navigate = useNavigate()
  const save = useCommand(postTimeOut, {
    onDone: () => {
      toast.show('De time-outplek is geboekt. Het traject loopt door.')
      void navigate({ to: `/trajecten/${trajectId}` as never })
    },
  })
  const teBoeken = data.plekken.filter((plek) => plek.nietOmdat === null)
  return (
    <Section title="Vanaf vannacht">
      {teBoeken.length === 0 && (
        <EmptyState
          title="Geen vrije time-outplek"
          text="Er is nu geen time-outplek die u zelf kunt boeken."
          action={<ButtonLink to={`/trajecten/${trajectId}`}>Terug naar het traject</ButtonLink>}
        />
      )}
      {teBoeken.length > 0 && (
        <Form
          draftKey={`traject-${trajectId}-time-outplek`}
          schema={postTimeOut.body}
          defaultValues={{ versie: data.versie } as never}
          onSubmit={(body) => save.run({ params: { id: trajectId }, body })}
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
    </Section>
  )
}

/** When a plek is taken, in words for the choice of days. */
function bezetTekst({ bezet }: TimeOut['vooruit'][number]): string {
  if (bezet.length === 0) return 'Niets geboekt'
  return `Niet vrij: ${bezet
    .map(({ van, tot }) =>
      tot === null ? `vanaf ${formatShort(van)}` : `${formatShort(van)} tot ${formatShort(tot)}`,
    )
    .join(', ')}`
}

function Vooruit({ trajectId, data }: { trajectId: string; data: TimeOut }) {
  const toast = useToast()
  const save = useCommand(postBoeking, {
    onDone: () => toast.show('De plek is geboekt en wordt vastgehouden.'),
  })
  const teBoeken = data.vooruit.filter((plek) => plek.nietOmdat === null)
  if (teBoeken.length === 0) return null
  return (
    <Section title="Voor later">
      <p>
        De plek wordt vastgehouden van de eerste nacht tot de dag van vertrek. Op de dag zelf zegt u dat de
        cliënt er is.
      </p>
      <FormDisclosure label="Vooruit boeken">
        {(close) => (
          <Form
            draftKey={`traject-${trajectId}-time-outboeking`}
            schema={postBoeking.body}
            defaultValues={{}}
            onSubmit={async (body) => {
              await save.run({ params: { id: trajectId }, body })
              close()
            }}
            submitLabel="Plek vasthouden"
          >
            <RadioField
              name="plekId"
              label="Welke plek wilt u vasthouden?"
              options={teBoeken.map((plek) => ({
                value: plek.plekId,
                label: `${plek.locatie}, ${plek.plek}`,
                hint: bezetTekst(plek),
              }))}
            />
            <DateField name="van" label="Eerste nacht van de time-out" hint="Een dag na vandaag" />
            <DateField name="tot" label="Dag van vertrek" hint="Die dag is de plek weer vrij" />
            <TextField name="reden" label="Waarom een time-out?" />
          </Form>
        )}
      </FormDisclosure>
    </Section>
  )
}

function BijAnderen({ data }: { data: TimeOut }) {
  const anders = data.plekken.filter((plek) => plek.nietOmdat !== null)
  if (anders.length === 0) return null
  return (
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
  )
}
