import { FieldSet } from '@amsterdam/design-system-react'
import { useNavigate } from '@tanstack/react-router'
import { keysOf } from '../../../shared/keys.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { onderwerpen, overeenkomstsoorten } from '../domain/keuzes.ts'
import {
  type OvereenkomstDetail,
  postOvereenkomst,
  putOvereenkomst,
} from '../domain/overeenkomst-contract.ts'
import { Rijen, useZend } from './delen.tsx'

const alle = keysOf(onderwerpen)
const crumbs = [
  { label: 'Overleg en besluiten', to: '/overleggen' },
  { label: 'Overeenkomsten', to: '/overeenkomsten' },
]

/** `/overeenkomsten/nieuw` */
export function NieuweOvereenkomstPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postOvereenkomst, {
    leaves: true,
    onDone: ({ id }) => {
      toast.show('De overeenkomst is vastgelegd.')
      void navigate({ to: `/overeenkomsten/${id}` as never })
    },
  })
  return (
    <Page title="Overeenkomst vastleggen" breadcrumbs={crumbs} narrow>
      <Form
        schema={postOvereenkomst.body}
        defaultValues={{
          partijen: [{ naam: '' }, { naam: '' }],
          eindigtOp: null,
          opzegtermijnMaanden: null,
          herzienOp: null,
          vindplaats: null,
          toelichting: null,
          onderwerpen: alle.map((onderwerp) => ({ onderwerp, waar: null })),
        }}
        submitLabel="Overeenkomst vastleggen"
        draftKey="overeenkomst-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/overeenkomsten" variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <Velden />
      </Form>
    </Page>
  )
}

export function WijzigOvereenkomst({
  overeenkomst,
  sluit,
}: {
  overeenkomst: OvereenkomstDetail
  sluit: () => void
}) {
  const send = useZend(putOvereenkomst, overeenkomst.id, 'De overeenkomst is gewijzigd.', sluit)
  const { soort, naam, partijen, begintOp, eindigtOp, opzegtermijnMaanden, herzienOp } = overeenkomst
  const { vindplaats, toelichting, bron, onderwerpen: geregeld, versie } = overeenkomst
  return (
    <Form
      schema={putOvereenkomst.body}
      defaultValues={{
        ...{ soort, naam, partijen, begintOp, eindigtOp, opzegtermijnMaanden, herzienOp },
        ...{ vindplaats, toelichting, bron, versie },
        onderwerpen: geregeld,
      }}
      submitLabel="Wijziging opslaan"
      draftKey={`overeenkomst-${overeenkomst.id}`}
      onSubmit={send}
    >
      <Velden />
    </Form>
  )
}

function Velden() {
  return (
    <>
      <RadioField
        name="soort"
        label="Wat voor overeenkomst is het?"
        options={optionsOf(overeenkomstsoorten)}
      />
      <TextField name="naam" label="Naam" />
      <Rijen
        naam="partijen"
        legend="Wie doen mee?"
        woord="Partij"
        erbij="Partij toevoegen"
        leeg={{ naam: '' }}
        eerste="naam"
      >
        {(pad, i) => <TextField name={`${pad}.naam`} label={`Naam van partij ${i + 1}`} empty="" />}
      </Rijen>
      <DateField name="begintOp" label="Eerste dag" />
      <DateField
        name="eindigtOp"
        label="Laatste dag"
        hint="Laat leeg als er geen einde is"
        optional
        empty={null}
      />
      <NumberField
        name="opzegtermijnMaanden"
        label="Opzegtermijn in maanden"
        hint="Laat leeg als die niet bekend is"
        optional
        empty={null}
      />
      <DateField
        name="herzienOp"
        label="Wanneer bekijkt u de afspraken opnieuw?"
        hint="Na de herziening vult u hier de volgende dag in"
        optional
        empty={null}
      />
      <TextField name="vindplaats" label="Waar staat de tekst?" optional empty={null} />
      <TextAreaField name="toelichting" label="Toelichting" rows={3} max={2000} optional empty={null} />
      <TextField name="bron" label="Bron" hint="Waar weet u dit van?" />
      <FieldSet legend="Wat is waar geregeld?" className="od-groep">
        <p className="od-hint">
          Noem per onderwerp het artikel of stuk. Niet geregeld, of niet bekend? Laat het leeg.
        </p>
        {alle.map((onderwerp, i) => (
          <TextField
            key={onderwerp}
            name={`onderwerpen.${i}.waar`}
            label={onderwerpen[onderwerp]}
            optional
            empty={null}
          />
        ))}
      </FieldSet>
    </>
  )
}
