import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxGroupField, optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type BesluitDetail, postBestuursbesluit, putBestuursbesluit } from '../domain/besluit-contract.ts'
import { isVanRegio, type Orgaan, organen } from '../domain/keuzes.ts'
import type { Overlegkeuzes } from '../domain/overleg-contract.ts'
import { alsGemeenten, alsOpties, useKeuzes, useZend } from './delen.tsx'

/** `/besluiten/nieuw?vergadering=…`, or `?besluitmoment=…` */
export function NieuwBesluitPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const { get } = useSearchParams()
  const { data, error } = useKeuzes()
  const save = useCommand(postBestuursbesluit, {
    leaves: true,
    onDone: ({ id }) => {
      toast.show('Het besluit is vastgelegd. Leg hier ook vast welke stappen nog nodig zijn.')
      void navigate({ to: `/besluiten/${id}` as never })
    },
  })
  return (
    <Page
      title="Besluit vastleggen"
      lead="Leg een besluit vast, of wat u van plan bent te laten besluiten. Daarna legt u vast langs wie het nog moet."
      breadcrumbs={[
        { label: 'Overleg en besluiten', to: '/overleggen' },
        { label: 'Besluiten', to: '/besluiten' },
      ]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && (
        <Form
          schema={postBestuursbesluit.body}
          defaultValues={{
            gemeenteCode: null,
            beslotenOp: null,
            vergaderingId: data.vergaderingen.some(({ id }) => id === get('vergadering'))
              ? get('vergadering')
              : null,
            activiteitIds: [],
            programmaId: null,
            besluitmomentId: data.besluitmomenten.some(({ id }) => id === get('besluitmoment'))
              ? get('besluitmoment')
              : null,
          }}
          submitLabel="Besluit vastleggen"
          draftKey="besluit-nieuw"
          onSubmit={(body) => save.run({ body })}
          actions={
            <ButtonLink to="/besluiten" variant="tertiary">
              Annuleren
            </ButtonLink>
          }
        >
          {(form) => <Velden keuzes={data} orgaan={form.watch('orgaan')} />}
        </Form>
      )}
    </Page>
  )
}

export function WijzigBesluit({ besluit, sluit }: { besluit: BesluitDetail; sluit: () => void }) {
  const { data } = useKeuzes()
  const send = useZend(putBestuursbesluit, besluit.id, 'Het besluit is gewijzigd.', sluit)
  const { orgaan, gemeenteCode, nummer, titel, tekst, beslotenOp, vergaderingId, versie } = besluit
  if (!data) return null
  return (
    <Form
      schema={putBestuursbesluit.body}
      defaultValues={{
        ...{ orgaan, gemeenteCode, nummer, titel, tekst, beslotenOp, vergaderingId, versie },
        activiteitIds: besluit.activiteiten.map(({ id }) => id),
        programmaId: besluit.programma?.id ?? null,
        besluitmomentId: besluit.besluitmomentId,
      }}
      submitLabel="Wijziging opslaan"
      draftKey={`besluit-${besluit.id}`}
      onSubmit={send}
    >
      {(form) => <Velden keuzes={data} orgaan={form.watch('orgaan')} />}
    </Form>
  )
}

function Velden({ keuzes, orgaan }: { keuzes: Overlegkeuzes; orgaan: Orgaan | undefined }) {
  return (
    <>
      <RadioField name="orgaan" label="Wie besluit?" options={optionsOf(organen)} />
      {orgaan !== undefined && !isVanRegio(orgaan) && (
        <SelectField
          name="gemeenteCode"
          label="Van welke gemeente?"
          options={alsGemeenten(keuzes)}
          optional={orgaan === 'overig'}
          empty={null}
        />
      )}
      <TextField
        name="nummer"
        label="Nummer"
        hint="Zoals het besluit zelf heet, bijvoorbeeld 2026-14"
        size={20}
      />
      <TextField name="titel" label="Waar gaat het over?" />
      <TextAreaField name="tekst" label="Wat is er besloten, of wat is het voorstel?" max={4000} />
      <DateField
        name="beslotenOp"
        label="Op welke dag is het besloten?"
        hint="Laat leeg zolang het een voornemen is"
        optional
        empty={null}
      />
      <SelectField
        name="vergaderingId"
        label="In welke vergadering?"
        options={alsOpties(keuzes.vergaderingen)}
        optional
        empty={null}
      />
      {keuzes.programmas.length > 0 && (
        <SelectField
          name="programmaId"
          label="Over welk programma gaat het?"
          hint="Alleen als het over het hele programma gaat, bijvoorbeeld bij het vaststellen"
          options={alsOpties(keuzes.programmas)}
          optional
          empty={null}
        />
      )}
      {keuzes.besluitmomenten.length > 0 && (
        <SelectField
          name="besluitmomentId"
          label="Bij welk besluitmoment hoort het?"
          hint="Als hier wordt besloten of een activiteit doorgaat, stopt of groter wordt. Voor de dubbele punt staat wie besluit."
          options={alsOpties(keuzes.besluitmomenten)}
          optional
          empty={null}
        />
      )}
      {keuzes.activiteiten.length > 0 && (
        <CheckboxGroupField
          name="activiteitIds"
          label="Over welke activiteiten gaat het?"
          options={alsOpties(keuzes.activiteiten)}
          optional
        />
      )}
    </>
  )
}
