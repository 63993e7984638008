import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { Gedateerd } from '../domain/gedateerd.ts'

interface EndFormProps {
  soort: Gedateerd
  sleutel: Record<string, unknown>
  versie: number
  /** Where to go afterwards. */
  pad: string
  /** What the end does to what runs already. */
  uitleg: string
}

/** Nothing holds any more from a day; the history stays and a planned end can be withdrawn. */
export function EndForm({ soort, sleutel, versie, pad, uitleg }: EndFormProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const end = useCommand(soort.end, {
    onDone: async () => {
      toast.show('Het einde is vastgelegd.')
      await navigate({ to: pad as never })
    },
  })
  return (
    <Section title="Laten eindigen">
      <p>{uitleg}</p>
      <Form
        schema={z.object({ vanaf: Datum })}
        defaultValues={{}}
        warnOnLeave={false}
        submitLabel="Einde vastleggen"
        onSubmit={({ vanaf }) => end.run({ body: { sleutel, vanaf, versie } as never })}
      >
        <DateField
          name="vanaf"
          label="Geldt niet meer vanaf"
          hint="Vandaag of later, bijvoorbeeld 1-4-2026"
        />
      </Form>
    </Section>
  )
}
