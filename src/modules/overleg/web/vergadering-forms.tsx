import { useNavigate } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getOverleg, listOverleggen } from '../domain/overleg-contract.ts'
import {
  postVergadering,
  postVergaderingafgelasting,
  postVergaderingafloop,
  putVergadering,
  type VergaderingDetail,
} from '../domain/vergadering-contract.ts'
import { alsOpties, useZend } from './delen.tsx'

export interface VergaderingFormProps {
  readonly vergadering: VergaderingDetail
  readonly sluit: () => void
}

/** `/vergaderingen/nieuw?overleg=…` */
export function NieuweVergaderingPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const { get } = useSearchParams()
  const overlegId = get('overleg')
  const { data, error } = useEndpoint(listOverleggen, { query: { aantalPerPagina: 200 } })
  const gekozen = useEndpoint(getOverleg, { params: { id: overlegId } }, { enabled: overlegId !== '' })
  const save = useCommand(postVergadering, {
    leaves: true,
    onDone: ({ id }) => {
      toast.show('De vergadering is gepland. De vaste punten staan op de agenda.')
      void navigate({ to: `/vergaderingen/${id}` as never })
    },
  })
  const isKlaar = data && (overlegId === '' || gekozen.data || gekozen.error)
  return (
    <Page
      title="Vergadering plannen"
      lead="De vaste punten van het overleg komen vanzelf op de agenda."
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen' }]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {isKlaar && (
        <Form
          schema={postVergadering.body}
          defaultValues={{
            ...(gekozen.data && { overlegId }),
            ...(gekozen.data?.plaats && { plaats: gekozen.data.plaats }),
            werkbezoek: null,
          }}
          submitLabel="Vergadering plannen"
          draftKey="vergadering-nieuw"
          onSubmit={(body) => save.run({ body })}
          actions={
            <ButtonLink to="/overleggen" variant="tertiary">
              Annuleren
            </ButtonLink>
          }
        >
          <SelectField name="overlegId" label="Welk overleg?" options={alsOpties(data.results)} />
          <Velden />
        </Form>
      )}
    </Page>
  )
}

function Velden() {
  return (
    <>
      <DateField name="datum" label="Dag" />
      <TimeField name="beginOm" label="Begin" hint="Bijvoorbeeld 9:30" />
      <TimeField name="eindOm" label="Einde" hint="Bijvoorbeeld 11:00" />
      <TextField name="plaats" label="Waar?" />
      <TextField
        name="werkbezoek"
        label="Werkbezoek"
        hint="Waar gaat u samen kijken? Laat leeg als er geen werkbezoek bij is"
        optional
        empty={null}
      />
    </>
  )
}

export function WijzigVergadering({ vergadering, sluit }: VergaderingFormProps) {
  const send = useZend(putVergadering, vergadering.id, 'De vergadering is gewijzigd.', sluit)
  const { datum, beginOm, eindOm, plaats, werkbezoek, versie } = vergadering
  return (
    <Form
      schema={putVergadering.body}
      defaultValues={{ datum, beginOm, eindOm, plaats, werkbezoek, versie }}
      submitLabel="Wijziging opslaan"
      draftKey={`vergadering-${vergadering.id}`}
      onSubmit={send}
    >
      <Velden />
    </Form>
  )
}

export function GehoudenForm({ vergadering, sluit }: VergaderingFormProps) {
  const send = useZend(postVergaderingafloop, vergadering.id, 'Vastgelegd.', sluit)
  return (
    <Form
      schema={postVergaderingafloop.body}
      defaultValues={{ versie: vergadering.versie, verslag: vergadering.verslag }}
      submitLabel="Vastleggen dat zij is gehouden"
      draftKey={`vergadering-${vergadering.id}-afloop`}
      onSubmit={send}
    >
      <TextField
        name="verslag"
        label="Waar staat het verslag?"
        hint="Een adres of een kenmerk. Dit kunt u ook later invullen"
        optional
        empty={null}
      />
    </Form>
  )
}

export function AfgelastForm({ vergadering }: Pick<VergaderingFormProps, 'vergadering'>) {
  const send = useZend(postVergaderingafgelasting, vergadering.id, 'De vergadering is afgelast.')
  return (
    <Form
      schema={postVergaderingafgelasting.body}
      defaultValues={{ versie: vergadering.versie, reden: '' }}
      submitLabel="Vergadering afgelasten"
      draftKey={`vergadering-${vergadering.id}-afgelasting`}
      onSubmit={send}
    >
      <TextAreaField
        name="reden"
        label="Waarom gaat zij niet door?"
        hint="Daarna verandert er niets meer aan deze vergadering. In kalenders staat zij als afgelast."
        rows={3}
        max={500}
      />
    </Form>
  )
}
