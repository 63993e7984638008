import { Button } from '@amsterdam/design-system-react'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { postBerekening, type Scenario } from '../domain/scenario-contract.ts'

const Doel = z.object({
  product: z.string({ error: 'Kies een product.' }).min(1, { error: 'Kies een product.' }),
  dagen: z
    .number({ error: 'Vul een getal in.' })
    .int({ error: 'Vul een heel aantal dagen in.' })
    .min(0, { error: 'Vul 0 dagen of meer in.' })
    .max(700, { error: 'Vul hooguit 700 dagen in: langer wordt niet apart geteld.' }),
})

/** What can be asked of a scenario. */
export function Vragen({ scenario }: { scenario: Scenario }) {
  const navigate = useNavigate()
  const start = useCommand(postBerekening, {
    leaves: true,
    onDone: async ({ id }) => {
      await navigate({ to: '/prognose/berekeningen/$id' as never, params: { id } as never })
    },
  })
  const ask = (soort: 'vergelijking' | 'gevoeligheid') =>
    void start.run({ params: { id: scenario.id }, body: { soort } }).catch(() => undefined)
  const leeg = scenario.maatregelen.length === 0
  return (
    <Section title="Wat wilt u weten?">
      {start.problem && <ProblemAlert problem={start.problem} focus />}
      {leeg && <p>Voeg eerst een maatregel toe. Of vraag hoeveel plekken er nodig zijn.</p>}
      <div className="od-knoppen">
        <Button type="button" disabled={leeg || start.busy} onClick={() => ask('vergelijking')}>
          {start.busy ? 'Bezig…' : 'Doorrekenen: met en zonder de maatregelen'}
        </Button>
        <Button
          type="button"
          variant="secondary"
          disabled={leeg || start.busy}
          onClick={() => ask('gevoeligheid')}
        >
          Welke aanname telt het meest?
        </Button>
      </div>
      <FormDisclosure label="Hoeveel plekken zijn er nodig?">
        {() => (
          <Form
            schema={Doel}
            defaultValues={{ product: '', dagen: 30 }}
            submitLabel="Uitzoeken"
            onSubmit={(doel) =>
              start.run({ params: { id: scenario.id }, body: { soort: 'doel', ...doel, procent: 95 } })
            }
          >
            <p>Het kleinste aantal plekken erbij waarmee 95 van de 100 mensen op tijd een plek hebben.</p>
            <SelectField
              name="product"
              label="Product"
              options={scenario.producten
                .filter(({ inKeten }) => inKeten)
                .map(({ id, naam }) => ({ value: id, label: naam }))}
            />
            <NumberField name="dagen" label="Binnen hoeveel dagen" />
          </Form>
        )}
      </FormDisclosure>
    </Section>
  )
}
