import { RadioField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { listWoonvragen, type WoonvraagRij } from '../domain/api.ts'
import { postAntwoord } from '../domain/schrijf-api.ts'
import { aanbodToestanden } from '../domain/toestanden.ts'
import { useZend } from './delen.tsx'
import { AanbodVelden, aanbodTonen } from './woning.tsx'

/** `/woonvragen`: what a corporatie is asked, without a name and without a dossier. */
export function WoonvragenPage() {
  return (
    <Page
      title="Woonvragen"
      lead="Voor wie een woning nodig is. U ziet initialen, geen namen en geen zorggegevens. Overleg met wie de vraag stelde."
    >
      <DataTable
        id="woonvragen"
        caption="Vragen aan uw corporatie"
        captionHidden
        endpoint={listWoonvragen}
        rowKey={(row) => row.id}
        defaultSort="gevraagdOp"
        columns={[
          { key: 'initialen', label: 'Wie' },
          { key: 'huishoudenGrootte', label: 'Personen', align: 'end' },
          { key: 'woningtype', label: 'Soort woning', sortable: true },
          { key: 'gemeente', label: 'Gemeente', sortable: true },
          {
            key: 'gevraagdOp',
            label: 'Gevraagd',
            sortable: true,
            render: (row) => (
              <>
                <DateText date={row.gevraagdOp} /> door {row.contact ? `${row.contact}, ` : ''}
                {row.organisatie}
              </>
            ),
          },
          { key: 'toestand', label: 'Stand', render: (row) => <Stand rij={row} /> },
        ]}
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel="Open vragen"
            options={[{ value: 'alle', label: 'Ook beantwoorde vragen' }]}
          />
        }
        empty={{
          title: 'Geen open woonvragen',
          text: 'Er is nu geen vraag om een woning aan uw corporatie. Nieuwe vragen staan ook op Vandaag.',
        }}
      />
    </Page>
  )
}

function Stand({ rij }: { readonly rij: WoonvraagRij }) {
  if (rij.toestand === 'gevraagd')
    return (
      <FormDisclosure label={`Antwoord geven op ${rij.initialen}`}>
        {(sluit) => <AntwoordForm id={rij.id} sluit={sluit} />}
      </FormDisclosure>
    )
  return (
    <>
      <StatusBadge label={aanbodToestanden[rij.toestand]} tone={aanbodTonen[rij.toestand]} />
      {rij.toestand === 'aangeboden' && (
        <>
          {' '}
          antwoord voor <DateText date={rij.reageerVoor} />
        </>
      )}
    </>
  )
}

function AntwoordForm({ id, sluit }: { readonly id: string; readonly sluit: () => void }) {
  const send = useZend(postAntwoord, id, 'Uw antwoord is verstuurd.', sluit)
  return (
    <Form
      draftKey={`woonvraag-${id}-antwoord`}
      schema={postAntwoord.body}
      defaultValues={{} as never}
      onSubmit={send}
      submitLabel="Antwoord versturen"
    >
      {(form) => {
        const uitkomst = form.watch('uitkomst')
        return (
          <>
            <RadioField
              name="uitkomst"
              label="Heeft u een woning?"
              options={[
                { value: 'aangeboden', label: 'Ja, ik bied een woning aan' },
                { value: 'geen_woning', label: 'Nee, nu niet' },
              ]}
            />
            {uitkomst === 'aangeboden' && <AanbodVelden />}
            {uitkomst === 'geen_woning' && (
              <TextField name="omschrijving" label="Toelichting" optional empty={null} />
            )}
          </>
        )
      }}
    </Form>
  )
}
