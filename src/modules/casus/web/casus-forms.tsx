import { Button } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { postNiveau, postRegievoerder, putCasus, sluitCasus } from '../domain/contract.ts'
import {
  betaalkeuzes,
  financieringsdomeinen,
  metFinanciering,
  type Uitkomst,
  uitkomsten,
} from '../domain/keuzes.ts'
import { InhoudVelden, medewerkerOpties } from './casus-sectie.tsx'
import { type FormProps, useZend } from './delen.tsx'

export function BijwerkForm({ one, sluit }: FormProps) {
  const send = useZend(putCasus, one.id, 'De casus is bijgewerkt.', sluit)
  const { versie, reden, redenToelichting, vraag, veiligheid } = one
  return (
    <Form
      schema={putCasus.body}
      draftKey={`casus-${one.id}-bijwerken`}
      defaultValues={{ versie, reden, redenToelichting, vraag, veiligheid }}
      submitLabel="Opslaan"
      onSubmit={send}
    >
      {(form) => <InhoudVelden reden={form.watch('reden')} />}
    </Form>
  )
}

/** The choice is a number in the contract and a text in a list of choices. */
const alsGetal = (text: unknown) => (typeof text === 'string' ? Number(text) : text)

export function NiveauForm({ one, sluit }: FormProps) {
  const send = useZend(postNiveau, one.id, 'De casus ligt nu op een ander niveau.', sluit)
  const options = one.keuzes.niveaus
    .filter(({ nummer }) => nummer !== one.niveau)
    .map(({ nummer, naam, wie, dagen }) => ({
      value: String(nummer),
      label: `${nummer > one.niveau ? 'Omhoog' : 'Omlaag'} naar ${nummer}. ${naam}`,
      hint: `${wie}, binnen ${dagen} dagen`,
    }))
  return (
    <Form
      schema={postNiveauForm}
      draftKey={`casus-${one.id}-niveau`}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Niveau wijzigen"
      onSubmit={send}
    >
      <RadioField name="nummer" label="Naar welk niveau?" options={options} />
      <TextAreaField name="reden" label="Waarom?" rows={3} max={500} />
    </Form>
  )
}

const postNiveauForm = postNiveau.body.extend({
  nummer: z.preprocess(alsGetal, postNiveau.body.shape.nummer),
})

export function RegieForm({ one, sluit }: FormProps) {
  const send = useZend(postRegievoerder, one.id, 'De regievoerder is gewijzigd.', sluit)
  return (
    <Form
      schema={postRegievoerder.body}
      draftKey={`casus-${one.id}-regie`}
      defaultValues={{ versie: one.versie } as never}
      submitLabel="Regievoerder wijzigen"
      onSubmit={send}
    >
      <SelectField
        name="gebruikerId"
        label="Wie wordt de regievoerder?"
        hint="Er is er altijd precies één"
        options={medewerkerOpties(one.keuzes.medewerkers.filter(({ id }) => id !== one.regievoerderId))}
      />
      <TextAreaField name="reden" label="Waarom?" rows={3} max={500} />
    </Form>
  )
}

export function SluitForm({ one, sluit }: FormProps) {
  const send = useZend(sluitCasus, one.id, 'De casus is gesloten.', sluit)
  return (
    <Form
      schema={sluitCasus.body}
      draftKey={`casus-${one.id}-sluiten`}
      defaultValues={{ versie: one.versie, toelichting: null, financiering: [] } as never}
      submitLabel="Casus sluiten"
      onSubmit={send}
    >
      {(form) => {
        const uitkomst = form.watch('uitkomst') as Uitkomst | undefined
        return (
          <>
            <RadioField name="uitkomst" label="Wat kwam eruit?" options={optionsOf(uitkomsten)} />
            <TextAreaField
              name="toelichting"
              label={uitkomst === 'gestopt' ? 'Waarom stopt de casus?' : 'Toelichting'}
              rows={3}
              max={1000}
              empty={null}
              optional={uitkomst !== 'gestopt'}
            />
            <FinancieringVelden isNodig={uitkomst !== undefined && metFinanciering.includes(uitkomst)} />
          </>
        )
      }}
    </Form>
  )
}

/** The question over domains: who pays, and who decides about that (CAS-05). */
function FinancieringVelden({ isNodig }: { isNodig: boolean }) {
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: 'financiering' })
  return (
    <div className="od-stapel">
      <p>
        <strong>Wie betaalt?</strong>{' '}
        {isNodig
          ? 'Bij maatwerk of een doorbraak noemt u per wet of domein wie betaalt en wie daarover beslist.'
          : 'Vul dit in als er iets te zeggen is over geld.'}
      </p>
      {fields.map((field, i) => (
        <fieldset key={field.id} className="od-kaart">
          <legend className="ams-heading ams-heading--4">Domein {i + 1}</legend>
          <SelectField
            name={`financiering.${i}.domein`}
            label={`Wet of domein ${i + 1}`}
            options={optionsOf(financieringsdomeinen)}
          />
          <RadioField
            name={`financiering.${i}.betaalt`}
            label={`Betaalt domein ${i + 1}?`}
            options={optionsOf(betaalkeuzes)}
          />
          <NumberField
            name={`financiering.${i}.bedrag`}
            label={`Bedrag in euro bij ${i + 1}`}
            optional
            empty={null}
          />
          <TextField
            name={`financiering.${i}.wieBeslist`}
            label={`Wie beslist over ${i + 1}?`}
            hint="Een functie of organisatie"
          />
          <Button type="button" variant="tertiary" onClick={() => remove(i)}>
            Domein {i + 1} weghalen
          </Button>
        </fieldset>
      ))}
      {fields.length < Object.keys(financieringsdomeinen).length && (
        <div>
          <Button type="button" variant="secondary" onClick={() => append({ bedrag: null, wieBeslist: '' })}>
            Domein toevoegen
          </Button>
        </div>
      )}
    </div>
  )
}
