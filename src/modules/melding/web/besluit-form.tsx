import { FieldSet } from '@amsterdam/design-system-react'
import { type UseFormReturn, useFormContext } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type DecideMelding, DecideOpVersie, decideMelding } from '../domain/besluit-contract.ts'
import type { MeldingDetail } from '../domain/contract.ts'
import { adviseToelating } from '../domain/rules.ts'
import { besluitUitkomsten } from '../domain/status.ts'
import { conflictWords } from './conflict.ts'
import { codesOf, keuzesOf, useOpties } from './opties.ts'

type Waarden = Record<string, unknown> & {
  uitkomst?: string
  zijde?: string
  productId?: string
  isAndereRegio?: boolean
  antwoorden?: { code: string; antwoord?: 'ja' | 'nee' | 'onbekend'; toelichting?: string | null }[]
}

/** One decision; the questions follow the outcome. */
export function BesluitForm(props: {
  melding: MeldingDetail
  onChanged: (isChanged: boolean) => void
  closed: string | undefined
}) {
  const { melding } = props
  const toast = useToast()
  const decide = useCommand(decideMelding, {
    onDone: () => toast.show('Het besluit is vastgelegd. De volgende stap staat bovenaan.'),
  })
  return (
    <Form
      schema={DecideOpVersie}
      defaultValues={{ vervolg: {}, versie: melding.versie } as Partial<DecideMelding> & { versie: number }}
      onChanged={props.onChanged}
      closed={props.closed}
      conflictWords={conflictWords}
      draftKey={`melding-${melding.id}-besluit`}
      submitLabel="Besluit vastleggen"
      onSubmit={(body) => decide.run({ params: { id: melding.id }, body })}
    >
      {!props.closed && melding.status !== 'wacht_op_besluit' && (
        <Alert heading="Er is nog geen onderzoek afgerond" tone="let_op" headingLevel={3}>
          <p>
            Toelaten kan pas daarna. Leg bij een andere uitkomst in de motivering uit waarom u nu al besluit.
          </p>
        </Alert>
      )}
      <RadioField name="uitkomst" label="Wat is het besluit?" options={codesOf(besluitUitkomsten)} />
      <Vragen melding={melding} />
    </Form>
  )
}

function Vragen({ melding }: { melding: MeldingDetail }) {
  const form = useFormContext<Waarden>()
  const uitkomst = form.watch('uitkomst')
  if (uitkomst === 'toegelaten') return <Toegelaten form={form} />
  if (uitkomst === 'geweigerd') return <Geweigerd form={form} melding={melding} />
  if (uitkomst === 'doorverwezen')
    return (
      <>
        <TextField name="naar" label="Naar wie verwijst u door?" />
        <CheckboxField name="isAndereRegio" label="Een andere regio neemt het over" />
        {form.watch('isAndereRegio') && (
          <>
            <DateField name="warmeOverdrachtOp" label="Overdracht aangenomen op" empty={null} />
            <TextField
              name="warmeOverdrachtMet"
              label="Aangenomen door"
              hint="Functie of team, bijvoorbeeld regionale toegang."
              empty={null}
            />
            <TextField
              name="overbrugging"
              label="Waar verblijft de persoon tot dan?"
              hint="Bijvoorbeeld: nachtopvang Vlaardingen, of bij familie."
              empty={null}
            />
          </>
        )}
        <TextAreaField name="motivering" label="Waarom?" max={10000} />
        <Wie />
      </>
    )
  if (uitkomst === 'alleen_huisvestingsvraag')
    return (
      <>
        <TextAreaField
          name="advies"
          label="Welk advies heeft u gegeven?"
          hint="Bijvoorbeeld: eigen netwerk, inschrijven, spoedzoekersroute."
          max={5000}
        />
        <CheckboxField
          name="naarMaatwerkoverleg"
          label="De vraag gaat ook naar het Maatwerkoverleg: dat wordt uw volgende stap"
        />
        <Wie />
      </>
    )
  if (uitkomst === 'ingetrokken')
    return (
      <>
        <TextAreaField name="motivering" label="Waarom wil de persoon niet verder?" max={2000} />
        <Wie />
      </>
    )
  return null
}

function Toegelaten({ form }: { form: UseFormReturn<Waarden> }) {
  const opties = useOpties()
  const product = opties?.producten.find((one) => one.waarde === form.watch('productId'))
  const criteria = opties?.criteria.find((one) => one.domein === product?.domein)
  const antwoorden = (form.watch('antwoorden') ?? []).filter((one) => one?.antwoord)
  const advies = criteria
    ? adviseToelating(
        criteria.vragen,
        antwoorden.map((one) => ({ code: one.code, antwoord: one.antwoord! })),
      )
    : 'onvolledig'
  return (
    <>
      <SelectField name="productId" label="Voor welk product?" options={keuzesOf(opties?.producten)} />
      {criteria && (
        <FieldSet legend={criteria.naam} className="od-groep">
          {criteria.vragen.map((vraag, index) => (
            <Criterium key={`${criteria.id}-${vraag.code}`} vraag={vraag} index={index} form={form} />
          ))}
          <p role="status">
            {advies === 'voldoet' && 'Alle criteria zijn met ja beantwoord.'}
            {advies === 'voldoet_niet' &&
              'Niet alle criteria zijn met ja beantwoord. Leg bij dat criterium uit waarom u toch toelaat.'}
          </p>
        </FieldSet>
      )}
      <TextAreaField name="motivering" label="Motivering" max={10000} />
    </>
  )
}

function Criterium(props: {
  vraag: { code: string; tekst: string; toelichting: string }
  index: number
  form: UseFormReturn<Waarden>
}) {
  const { vraag, index, form } = props
  // The code goes along with the answer, so that the order of the screen does not matter.
  form.register(`antwoorden.${index}.code` as never, { value: vraag.code as never })
  const antwoord = form.watch(`antwoorden.${index}.antwoord` as 'antwoorden.0.antwoord')
  return (
    <>
      <RadioField
        name={`antwoorden.${index}.antwoord`}
        label={vraag.tekst}
        hint={vraag.toelichting}
        options={[
          { value: 'ja', label: 'Ja' },
          { value: 'nee', label: 'Nee' },
          { value: 'onbekend', label: 'Onbekend' },
        ]}
      />
      {antwoord && antwoord !== 'ja' && (
        <TextAreaField
          name={`antwoorden.${index}.toelichting`}
          label="Waarom laat u toch toe?"
          rows={2}
          max={2000}
          empty={null}
        />
      )}
    </>
  )
}

function Geweigerd({ form, melding }: { form: UseFormReturn<Waarden>; melding: MeldingDetail }) {
  const opties = useOpties()
  const persoon = form.watch('zijde') === 'persoon'
  return (
    <>
      <RadioField
        name="zijde"
        label="Wie weigert?"
        options={[
          { value: 'toegang', label: 'De toegang' },
          { value: 'persoon', label: 'De persoon zelf' },
        ]}
      />
      {form.watch('zijde') && (
        <SelectField
          name="reden"
          label="Reden"
          options={keuzesOf(persoon ? opties?.weigerredenenPersoon : opties?.weigerredenenToegang)}
        />
      )}
      <TextAreaField
        name="aangebodenAlternatief"
        label="Wat is in plaats daarvan aangeboden?"
        max={2000}
        rows={3}
      />
      <TextAreaField name="motivering" label="Motivering" max={10000} />
      {melding.slaapplekVannacht === 'nee' && (
        <FieldSet legend="Vannacht" className="od-groep">
          <p>Deze persoon heeft vannacht geen slaapplek. Zonder antwoord hierop kunt u niet weigeren.</p>
          <TextField name="vannacht.wat" label="Waar slaapt iemand vannacht, en wat kijkt u na?" />
          <DateField name="vannacht.op" label="Nakijken op" hint="Vandaag of morgen." />
        </FieldSet>
      )}
      <Wie />
    </>
  )
}

function Wie() {
  const opties = useOpties()
  return (
    <SelectField
      name="vervolg.contactpersoonId"
      label="Wie kijkt na hoe het gaat?"
      hint="Er komt vanzelf een datum op de vervolglijst. Niemand raakt uit beeld."
      options={keuzesOf(opties?.collegas)}
      emptyLabel="Ikzelf"
      empty={null}
      optional
    />
  )
}
