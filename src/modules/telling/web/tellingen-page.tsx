import { Link, useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listTellingen, planTelling } from '../domain/contract.ts'
import { toestanden } from '../domain/keuzes.ts'

/** `/tellingen`: the ETHOS counts of the region. */
export function TellingenPage() {
  const mag = useMag()
  return (
    <Page
      title="Tellingen"
      lead="Op één dag tellen organisaties samen hoeveel mensen dak- of thuisloos zijn, ook wie de keten niet kent. Niemand noemt een naam."
      actions={mag('telling.beheren') && <ButtonLink to="/tellingen/plannen">Telling plannen</ButtonLink>}
    >
      <DataTable
        id="tellingen"
        caption="Tellingen"
        captionHidden
        endpoint={listTellingen}
        rowKey={(row) => row.id}
        defaultSort="-teldag"
        columns={[
          {
            key: 'naam',
            label: 'Telling',
            sortable: true,
            render: (row) => (
              <Link to={'/tellingen/$id' as never} params={{ id: row.id } as never}>
                {row.naam}
              </Link>
            ),
          },
          { key: 'teldag', label: 'Teldag', sortable: true, render: (row) => <DateText date={row.teldag} /> },
          { key: 'sluitOp', label: 'Laatste dag', render: (row) => <DateText date={row.sluitOp} /> },
          { key: 'organisaties', label: 'Organisaties', align: 'end' },
          { key: 'status', label: 'Stand', render: (row) => toestanden[row.status] },
        ]}
        empty={{ title: 'Nog geen telling', text: 'Plan een telling, en nodig organisaties uit.' }}
      />
    </Page>
  )
}

/** `/tellingen/plannen` */
export function PlanTellingPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(planTelling, {
    onDone: ({ id }) => {
      toast.show('De telling is gepland. Nodig nu organisaties uit.')
      void navigate({ to: `/tellingen/${id}` as never })
    },
  })
  return (
    <Page
      title="Telling plannen"
      lead="Kies een dag waarop alle organisaties tellen. Nodig ze twee tot drie maanden ervoor uit."
      breadcrumbs={[{ label: 'Tellingen', to: '/tellingen' }]}
      narrow
    >
      <Form
        schema={planTelling.body}
        defaultValues={{ naam: '' }}
        submitLabel="Telling plannen"
        draftKey="telling-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/tellingen" variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <TextField name="naam" label="Naam" hint="Bijvoorbeeld: ETHOS-telling voorjaar 2026" />
        <DateField
          name="teldag"
          label="Teldag"
          hint="Organisaties zeggen waar iemand in de nacht voor deze dag sliep."
        />
        <DateField name="sluitOp" label="Laatste dag om te antwoorden" hint="Bijvoorbeeld een week later" />
      </Form>
    </Page>
  )
}
