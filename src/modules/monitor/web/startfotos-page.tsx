import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { fotodomeinen, listStartfotos, postStartfoto } from '../domain/startfoto-contract.ts'
import { maandkeuzes } from './indicator-tekst.tsx'

/** `/startfotos`: how a part of the chain stood on the last day of a month, frozen. */
export function StartfotosPage() {
  const mag = useMag()
  return (
    <Page
      title="Startfoto’s"
      lead="Een startfoto zegt hoe een deel van de keten erbij stond op de laatste dag van een maand. Zij verandert niet meer. Later zet u haar naast een andere foto of naast nu."
    >
      {mag('startfoto.maken') && (
        <FormDisclosure label="Startfoto maken">{(sluit) => <MaakForm sluit={sluit} />}</FormDisclosure>
      )}
      <DataTable
        id="startfotos"
        caption="Startfoto’s"
        captionHidden
        endpoint={listStartfotos}
        rowKey={(row) => row.id}
        defaultSort="-peildatum"
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (row) => <Link to={`/startfotos/${row.id}` as never}>{row.naam}</Link>,
          },
          {
            key: 'domein',
            label: 'Deel van de keten',
            sortable: true,
            render: (row) => fotodomeinen[row.domein],
          },
          {
            key: 'peildatum',
            label: 'Peildatum',
            sortable: true,
            render: (row) => <DateText date={row.peildatum} />,
          },
          {
            key: 'bekendOp',
            label: 'Zoals bekend op',
            sortable: true,
            render: (row) => formatLong(row.bekendOp),
          },
          { key: 'gemaaktDoor', label: 'Gemaakt door' },
        ]}
        empty={{
          title: 'Nog geen startfoto',
          text: 'Een programmamanager of beleidsmedewerker maakt een startfoto van een maand die voorbij is.',
        }}
      />
    </Page>
  )
}

function MaakForm({ sluit }: { sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postStartfoto, {
    onDone: () => {
      toast.show('De startfoto is gemaakt.')
      sluit()
    },
  })
  return (
    <Form
      schema={postStartfoto.body}
      draftKey="startfoto-nieuw"
      defaultValues={{ domein: 'BW' } as never}
      submitLabel="Startfoto maken"
      onSubmit={(body) => save.run({ body } as never)}
    >
      <TextField name="naam" label="Naam" hint="Bijvoorbeeld: Startfoto beschermd wonen 2026" />
      <SelectField
        name="domein"
        label="Deel van de keten"
        options={Object.entries(fotodomeinen).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="maand"
        label="Maand"
        hint="De foto is van de laatste dag van deze maand."
        options={maandkeuzes()}
      />
    </Form>
  )
}
