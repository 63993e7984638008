import { Button } from '@amsterdam/design-system-react'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { intrekredenen, tellers, toestemmingsvormen, verhaalsoorten } from '../domain/keuzes.ts'
import { verhaalActies, verhaalOvergangen } from '../domain/toestanden.ts'
import {
  postVerhaal,
  publiceerVerhaal,
  putVerhaal,
  trekVerhaalIn,
  type Verhaal,
} from '../domain/verhaal-contract.ts'
import { useZend } from './velden.ts'
import type { BijCijferProps } from './vertellen.tsx'

function VerhaalVelden() {
  return (
    <>
      <RadioField name="soort" label="Wat is het?" options={optionsOf(verhaalsoorten)} />
      <TextField name="titel" label="Titel" />
      <TextAreaField
        name="tekst"
        label="Tekst"
        hint="Noem geen namen, hele datums, nummers of adressen. Laat ook weg wat maar één iemand meemaakte."
        max={3000}
      />
      <SelectField name="teller" label="Wie vertelde het?" options={optionsOf(tellers)} />
      <RadioField
        name="toestemmingVorm"
        label="Hoe is de toestemming gegeven?"
        options={optionsOf(toestemmingsvormen)}
      />
      <DateField name="toestemmingOp" label="Dag van de toestemming" today />
      <DateField
        name="toestemmingTotEnMet"
        label="Toestemming tot en met"
        hint="Daarna staat het verhaal nergens meer."
      />
      <TextField
        name="toestemmingWaar"
        label="Waar ligt de toestemming?"
        hint="Bijvoorbeeld het nummer van het formulier. Geen naam."
      />
    </>
  )
}

export function NieuwVerhaal({ indicator, maand, sluit }: BijCijferProps & { sluit: () => void }) {
  const save = useZend(postVerhaal, 'Opgeslagen. Een collega controleert en publiceert het.', sluit)
  return (
    <Form
      schema={postVerhaal.body}
      draftKey={`verhaal-${indicator}-${maand}`}
      defaultValues={{ indicator, maand } as never}
      submitLabel="Verhaal opslaan"
      onSubmit={(body) => save.run({ body })}
    >
      <VerhaalVelden />
    </Form>
  )
}

/** What can be done with a story, for who keeps them. */
export function VerhaalStappen({ rij }: { rij: Verhaal }) {
  const publiceer = useZend(publiceerVerhaal, 'Het verhaal is gepubliceerd.')
  const stappen = verhaalOvergangen[rij.status]
  return (
    <>
      {publiceer.problem && <ProblemAlert problem={publiceer.problem} focus />}
      {'publiceren' in stappen && !rij.isVanMij && (
        <div className="od-knoppen">
          <Button
            type="button"
            variant="primary"
            disabled={publiceer.busy}
            onClick={() =>
              void publiceer
                .run({ params: { id: rij.id }, body: { versie: rij.versie } })
                .catch(() => undefined)
            }
          >
            {verhaalActies.publiceren}
          </Button>
        </div>
      )}
      {'wijzigen' in stappen && (
        <FormDisclosure label={verhaalActies.wijzigen}>
          {(sluit) => <Wijzigen rij={rij} sluit={sluit} />}
        </FormDisclosure>
      )}
      {'intrekken' in stappen && (
        <FormDisclosure label={verhaalActies.intrekken}>
          {(sluit) => <Intrekken id={rij.id} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

function Wijzigen({ rij, sluit }: { rij: Verhaal; sluit: () => void }) {
  const save = useZend(putVerhaal, 'Opgeslagen. Een ander controleert het.', sluit)
  return (
    <Form
      schema={putVerhaal.body}
      draftKey={`verhaal-${rij.id}`}
      defaultValues={{ ...rij, titel: rij.titel ?? '', tekst: rij.tekst ?? '' }}
      submitLabel="Verhaal opslaan"
      onSubmit={(body) => save.run({ params: { id: rij.id }, body })}
    >
      <VerhaalVelden />
    </Form>
  )
}

function Intrekken({ id, sluit }: { id: string; sluit: () => void }) {
  const weg = useZend(trekVerhaalIn, 'Het verhaal is weg, ook uit rapporten.', sluit)
  return (
    <Form
      schema={trekVerhaalIn.body}
      defaultValues={{} as never}
      submitLabel="Intrekken en wissen"
      onSubmit={(body) => weg.run({ params: { id }, body })}
    >
      <RadioField
        name="reden"
        label="Waarom gaat het verhaal weg?"
        hint="De tekst wordt meteen gewist. Dat is niet terug te draaien."
        options={optionsOf(intrekredenen)}
      />
    </Form>
  )
}
