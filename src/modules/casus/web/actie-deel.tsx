import { useFormContext, useWatch } from 'react-hook-form'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { type Actie, listPartijen, postActie, putActie, rondActieAf } from '../domain/overleg-contract.ts'
import { actieActies, canActie, canCasus, casusActies } from '../domain/toestanden.ts'
import { ActieStand, type DeelProps, type FormProps, useZend } from './delen.tsx'

/** Besluiten and acties, with their owner and last day. */
export function ActieDeel({ one }: DeelProps) {
  return (
    <Section title="Besluiten en acties">
      {one.acties.length === 0 && <p>Er is nog niets besloten of afgesproken.</p>}
      <ul className="od-werklijst">
        {one.acties.map((actie) => (
          <Rij key={actie.id} actie={actie} kan={one.kan} />
        ))}
      </ul>
      {one.kan && canCasus(one.status, 'actie').ok && (
        <FormDisclosure label={casusActies.actie}>
          {(sluit) => <NieuwForm one={one} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

function Rij({ actie, kan }: { actie: Actie; kan: boolean }) {
  return (
    <li>
      <span className="od-werklijst__wie">
        {actie.soort === 'besluit' ? 'Besluit: ' : ''}
        {actie.tekst}
        <span className="od-hint">
          {[actie.eigenaar, actie.eigenaarOrganisatie].filter(Boolean).join(', ')}
        </span>
        {actie.uitkomst && <span className="od-hint">{actie.uitkomst}</span>}
      </span>
      <span className="od-werklijst__wanneer">
        uiterlijk <DateText date={actie.uiterlijkOp} />{' '}
        <ActieStand stand={actie.status} isTeLaat={actie.isTeLaat} />
      </span>
      {kan && canActie(actie.status, 'gedaan').ok && (
        <>
          <FormDisclosure label={`Afronden: ${actie.tekst}`}>
            {(sluit) => <AfrondForm actie={actie} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label={`Wijzigen: ${actie.tekst}`}>
            {(sluit) => <WijzigForm actie={actie} sluit={sluit} />}
          </FormDisclosure>
        </>
      )}
    </li>
  )
}

/** Also for the owner who does not see the casus. */
export function AfrondForm({
  actie,
  sluit,
}: {
  readonly actie: { readonly id: string; readonly versie: number }
  readonly sluit: () => void
}) {
  const send = useZend(rondActieAf, actie.id, 'Vastgelegd.', sluit)
  return (
    <Form
      schema={rondActieAf.body}
      draftKey={`casusactie-${actie.id}-afronden`}
      defaultValues={{ versie: actie.versie, uitkomst: null } as never}
      submitLabel="Vastleggen"
      onSubmit={send}
    >
      {(form) => (
        <>
          <RadioField
            name="status"
            label="Hoe liep het af?"
            options={[
              { value: 'gedaan', label: actieActies.gedaan },
              { value: 'vervallen', label: actieActies.vervallen },
            ]}
          />
          <TextAreaField
            name="uitkomst"
            label={form.watch('status') === 'vervallen' ? 'Waarom vervalt dit?' : 'Wat is er gedaan?'}
            rows={2}
            max={500}
            empty={null}
            optional={form.watch('status') !== 'vervallen'}
          />
        </>
      )}
    </Form>
  )
}

function ActieVelden() {
  const { control } = useFormContext()
  const organisatieId = useWatch({ control, name: 'organisatieId' }) as string | undefined
  const partijen = useEndpoint(listPartijen, {}).data?.partijen ?? []
  const leden = partijen.find(({ id }) => id === organisatieId)?.medewerkers ?? []
  return (
    <>
      <RadioField
        name="soort"
        label="Wat is het?"
        options={[
          { value: 'besluit', label: 'Besluit' },
          { value: 'actie', label: 'Actie' },
        ]}
      />
      <TextAreaField
        name="tekst"
        label="Wat gebeurt er?"
        hint="Wie het doet blijft dit lezen, ook na het overleg. Noem geen naam, geboortedatum of adres."
        rows={3}
        max={500}
      />
      <SelectField
        name="organisatieId"
        label="Welke organisatie doet dit?"
        options={partijen.map(({ id, naam }) => ({ value: id, label: naam }))}
      />
      <SelectField
        name="gebruikerId"
        label="Wie daar?"
        emptyLabel="Dat kiest de organisatie"
        optional
        empty={null}
        options={leden.map(({ id, naam }) => ({ value: id, label: naam }))}
      />
      <DateField name="uiterlijkOp" label="Uiterlijk op" />
    </>
  )
}

function NieuwForm({ one, sluit }: FormProps) {
  const send = useZend(postActie, one.id, 'Vastgelegd. De eigenaar ziet dit op Vandaag.', sluit)
  return (
    <Form
      schema={postActie.body}
      draftKey={`casus-${one.id}-actie`}
      defaultValues={{ gebruikerId: null } as never}
      submitLabel="Toevoegen"
      onSubmit={send}
    >
      <ActieVelden />
    </Form>
  )
}

function WijzigForm({ actie, sluit }: { actie: Actie; sluit: () => void }) {
  const send = useZend(putActie, actie.id, 'Opgeslagen.', sluit)
  const waarden = {
    versie: actie.versie,
    soort: actie.soort,
    tekst: actie.tekst,
    organisatieId: actie.eigenaarOrganisatieId,
    gebruikerId: actie.eigenaarId,
    uiterlijkOp: actie.uiterlijkOp,
  }
  return (
    <Form
      schema={putActie.body}
      draftKey={`casusactie-${actie.id}`}
      defaultValues={waarden}
      submitLabel="Opslaan"
      onSubmit={send}
    >
      <ActieVelden />
    </Form>
  )
}
