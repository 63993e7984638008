import { Link, useNavigate } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { formatLong } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useToast } from '../../../ui/toast.tsx'
import { dienAanvraagIn, haalAanvraagkeuzes } from '../domain/contract.ts'

/** Opened from a cliënt (`?persoon=`) or a melding (`?melding=`). */
export function AanvraagPage() {
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const toast = useToast()
  const [persoonId, meldingId] = [get('persoon') || undefined, get('melding') || undefined]
  const answer = useEndpoint(haalAanvraagkeuzes, { query: { persoonId, meldingId } })
  const command = useCommand(dienAanvraagIn, {
    onDone: async (made) => {
      toast.show(
        `Aanvraag ${made.nummer} is vastgelegd. ${made.beslisser} beslist uiterlijk ${formatLong(made.uiterlijkOp)}.`,
      )
      await navigate({ to: `/beschikkingen/${made.id}` as never })
    },
  })
  if (answer.error && !answer.data)
    return (
      <Page title="Aanvraag vastleggen" breadcrumbs={[{ label: 'Beschikkingen', to: '/beschikkingen' }]}>
        <ProblemAlert problem={answer.error} focus />
      </Page>
    )
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const { persoon, melding, bekend, producten, gemeenten } = answer.data
  const crumbs = [{ label: 'Beschikkingen', to: '/beschikkingen' }]
  if (!persoon)
    return (
      <Page title="Aanvraag vastleggen" breadcrumbs={crumbs} narrow>
        <EmptyState
          title="Voor wie is de aanvraag?"
          text="Open eerst het dossier van de cliënt, of de melding. Kies daar Aanvraag vastleggen."
          action={<ButtonLink to="/meldingen">Naar de meldingen</ButtonLink>}
        />
      </Page>
    )
  return (
    <Page
      title="Aanvraag vastleggen"
      lead="De wet geeft twee weken om te beslissen. De termijn begint op de dag na de aanvraag."
      breadcrumbs={crumbs}
      narrow
    >
      <p>
        Voor <Link to={`/clienten/${persoon.id}` as never}>{persoon.naam}</Link>
        {melding && (
          <>
            , bij melding <Link to={`/meldingen/${melding.id}` as never}>{melding.nummer}</Link>
          </>
        )}
      </p>
      <Form
        schema={dienAanvraagIn.body}
        defaultValues={{
          persoonId: persoon.id,
          meldingId: melding?.id ?? null,
          productId: producten.some((one) => one.id === bekend.productId) ? bekend.productId! : '',
          namensGemeente: gemeenten.some((one) => one.code === bekend.gemeenteCode)
            ? bekend.gemeenteCode!
            : '',
          aangevraagdOp: '',
        }}
        onSubmit={(body) => command.run({ body })}
        draftKey={`aanvraag-${persoon.id}`}
        submitLabel="Aanvraag vastleggen"
      >
        <SelectField
          name="productId"
          label="Wat wordt er aangevraagd?"
          options={producten.map((one) => ({ value: one.id, label: one.naam }))}
        />
        <SelectField
          name="namensGemeente"
          label="Namens welke gemeente?"
          hint="De gemeente die verantwoordelijk is voor deze cliënt."
          options={gemeenten.map((one) => ({ value: one.code, label: one.naam }))}
        />
        <WieBeslist producten={producten} gemeenten={gemeenten} />
        <DateField
          name="aangevraagdOp"
          label="Op welke dag kwam de aanvraag binnen?"
          hint="Een ondertekend verslag van het onderzoek kan ook de aanvraag zijn. Bijvoorbeeld 1-4-2026"
        />
      </Form>
    </Page>
  )
}

interface WieBeslistProps {
  producten: readonly { id: string; domein: string }[]
  gemeenten: readonly { code: string; naam: string; beslissers: Record<string, string> }[]
}

function WieBeslist({ producten, gemeenten }: WieBeslistProps) {
  const [productId, code] = useWatch({ name: ['productId', 'namensGemeente'] }) as [string, string]
  const product = producten.find((one) => one.id === productId)
  const gemeente = gemeenten.find((one) => one.code === code)
  if (!product || !gemeente) return null
  const naam = gemeente.beslissers[product.domein]
  return (
    <p role="status">
      {naam
        ? `${naam} beslist op deze aanvraag en krijgt toegang tot dit dossier.`
        : `Voor ${gemeente.naam} mag nog niemand beslissen. Vraag de beheerder om een mandaat vast te leggen.`}
    </p>
  )
}
