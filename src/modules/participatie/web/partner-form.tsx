import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { partnersoorten } from '../domain/keuzes.ts'
import {
  getPartnerkeuzes,
  listPartnerdubbelen,
  type Partner,
  postPartner,
  putPartner,
} from '../domain/partner-contract.ts'
import { keuzesVan, useZend } from './velden.tsx'

/** `/partners/nieuw` */
export function NieuwePartnerPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postPartner, {
    onDone: ({ id }) => {
      toast.show('De partner is toegevoegd.')
      void navigate({ to: `/partners/${id}` as never })
    },
  })
  return (
    <Page
      title="Partner toevoegen"
      lead="Een organisatie waarmee de regio samenwerkt. Veel partners tegelijk? Lees een bestand in."
      breadcrumbs={[
        { label: 'Partners en participatie', to: '/participatie' },
        { label: 'Partners', to: '/partners' },
      ]}
      narrow
    >
      <Form
        schema={postPartner.body}
        defaultValues={{ naam: '', andereNamen: [], isEenAndere: false }}
        submitLabel="Partner toevoegen"
        draftKey="partner-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/partners" variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        <Velden isNieuw />
      </Form>
    </Page>
  )
}

export function PartnerWijzigen({ partner, sluit }: { partner: Partner; sluit: () => void }) {
  const save = useZend(putPartner, 'De partner is gewijzigd.', sluit)
  const { naam, andereNamen, soort, organisatieId, toelichting, totEnMet, bron, versie } = partner
  return (
    <Form
      schema={putPartner.body}
      defaultValues={{
        naam,
        andereNamen,
        soort,
        organisatieId,
        toelichting,
        totEnMet,
        bron,
        versie,
        isEenAndere: false,
      }}
      submitLabel="Wijziging opslaan"
      draftKey={`partner-${partner.id}`}
      onSubmit={(body) => save.run({ params: { id: partner.id }, body })}
    >
      <Velden />
      <DateField
        name="totEnMet"
        label="Werkt mee tot en met"
        hint="Leeg zolang de samenwerking doorgaat."
        optional
        empty={null}
      />
    </Form>
  )
}

function Velden({ isNieuw = false }: { isNieuw?: boolean }) {
  const { data } = useEndpoint(getPartnerkeuzes, {})
  return (
    <>
      <TextField name="naam" label="Naam" />
      {isNieuw && <Dubbelen />}
      <LinesField<string>
        name="andereNamen"
        label="Ook bekend als"
        toItem={(regel) => regel}
        toLine={(naam) => naam}
        hint="Elke naam op een eigen regel. Zo vindt een collega de partner ook onder die naam."
        optional
      />
      {!isNieuw && (
        <CheckboxField
          name="isEenAndere"
          label="Een naam die op een andere partner lijkt klopt: dit is een andere organisatie"
          optional
        />
      )}
      <SelectField name="soort" label="Wat voor organisatie is het?" options={optionsOf(partnersoorten)} />
      <SelectField
        name="organisatieId"
        label="Welke organisatie in Onderdak is dit?"
        hint="Alleen als de partner zelf met Onderdak werkt."
        options={keuzesVan(data?.organisaties ?? [])}
        emptyLabel="Werkt niet met Onderdak"
        empty={null}
        optional
      />
      <TextAreaField name="toelichting" label="Toelichting" max={1000} optional empty={null} />
      <TextField name="bron" label="Bron" hint="Bijvoorbeeld: uitvoeringsprogramma §8.1" />
    </>
  )
}

/** Partners that look like the one being typed, a moment after the typing; and the tick that it is another one. */
function Dubbelen() {
  const naam: unknown = useWatch({ name: 'naam' })
  const [gezocht, setGezocht] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setGezocht(typeof naam === 'string' ? naam.trim() : ''), 400)
    return () => clearTimeout(timer)
  }, [naam])
  const { data } = useEndpoint(
    listPartnerdubbelen,
    { query: { naam: gezocht } },
    { enabled: gezocht.length > 2 },
  )
  const gevonden = gezocht.length > 2 ? (data?.partners ?? []) : []
  const bestaat = gevonden.find((een) => een.isDezelfde)
  return (
    <div aria-live="polite" className="od-stapel">
      {gevonden.length > 0 && (
        <Alert
          tone="let_op"
          heading={bestaat ? 'Deze partner is er al' : 'Er is al een partner met zo’n naam'}
        >
          <ul>
            {gevonden.slice(0, 5).map((een) => (
              <li key={een.id}>
                <Link to={`/partners/${een.id}` as never}>{een.naam}</Link>
                {een.andereNamen.length > 0 && `, ook bekend als ${een.andereNamen.join(', ')}`}
              </li>
            ))}
          </ul>
          <p>
            {bestaat
              ? 'Open die partner en werk hem bij.'
              : 'Is het dezelfde? Zet deze naam dan daar bij de andere namen.'}
          </p>
        </Alert>
      )}
      {gevonden.length > 0 && !bestaat && (
        <CheckboxField name="isEenAndere" label="Dit is een andere organisatie" optional />
      )}
    </div>
  )
}
