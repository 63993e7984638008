import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { haalConceptbrief } from '../domain/brief-contract.ts'
import { verzend } from '../domain/contract.ts'
import { verzendwijzen } from '../domain/keuzes.ts'
import { type ActieProps, Terug, useActie } from './actie-page.tsx'
import { BriefKnop } from './brief-knop.tsx'
import { optionsOf } from './labels.tsx'

export function VerzendForm({ data }: ActieProps) {
  const send = useActie(verzend, data, 'De brief is gemaakt en bewaard. De bezwaartermijn loopt.')
  const { isGeheim } = data.persoon
  const wijzen = optionsOf(verzendwijzen).filter((one) => !isGeheim || one.value === 'veilig_kanaal')
  return (
    <>
      {isGeheim && (
        <Alert tone="let_op" heading="Geheim dossier">
          <p>De brief bevat geen adres. Geef hem alleen via het afgesproken veilige kanaal.</p>
        </Alert>
      )}
      <p>
        <BriefKnop
          label="Concept van de brief downloaden"
          load={() =>
            call(haalConceptbrief, {
              params: { id: data.id },
              query: { via: isGeheim ? 'veilig_kanaal' : 'uitgereikt' },
            })
          }
        />
      </p>
      <Form
        schema={verzend.body}
        defaultValues={{ versie: data.versie, ...(isGeheim && { via: 'veilig_kanaal' }) } as never}
        onSubmit={send}
        submitLabel="Brief maken en verzending vastleggen"
        actions={<Terug data={data} />}
      >
        <RadioField name="via" label="Hoe gaat de brief naar de cliënt?" options={wijzen} />
        <DateField
          name="verzondenOp"
          label="Op welke dag verstuurt u de brief?"
          hint="De zes weken voor bezwaar beginnen de dag erna. Bijvoorbeeld 1-4-2026"
        />
      </Form>
    </>
  )
}
