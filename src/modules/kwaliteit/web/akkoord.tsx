import { Button } from '@amsterdam/design-system-react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Bevindingrij, postAkkoord, trekAkkoordIn } from '../domain/contract.ts'

export function AkkoordForm({ row, sluit }: { readonly row: Bevindingrij; readonly sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postAkkoord, {
    onDone: () => {
      toast.show('Akkoord vastgelegd. De regel staat nu bij Akkoord zoals het is.')
      sluit()
    },
  })
  return (
    <Form
      schema={postAkkoord.body}
      draftKey={`akkoord-${row.bevinding}-${row.sleutel}`}
      defaultValues={{ bevinding: row.bevinding, sleutel: row.sleutel } as never}
      submitLabel="Akkoord geven"
      onSubmit={(body) => save.run({ body } as never)}
    >
      <TextAreaField name="reden" label="Waarom klopt dit zo?" rows={3} max={500} />
      <DateField name="tot" label="Tot wanneer?" hint="Vanaf deze dag kijkt iemand opnieuw." />
    </Form>
  )
}

export function TrekIn({ id }: { readonly id: string }) {
  const toast = useToast()
  const save = useCommand(trekAkkoordIn, { onDone: () => toast.show('Ingetrokken. De regel telt weer mee.') })
  return (
    <>
      {save.problem && <ProblemAlert problem={save.problem} />}
      <Button
        type="button"
        variant="tertiary"
        disabled={save.busy}
        onClick={() => void save.run({ params: { id }, body: {} } as never)}
      >
        Akkoord intrekken
      </Button>
    </>
  )
}
