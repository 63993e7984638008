import { useNavigate } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useToast } from '../../../ui/toast.tsx'
import { haalDossier } from '../../persoon/domain/contract.ts'
import { getWachtlijstKeuzes, placeWachtlijst } from '../domain/contract.ts'
import { richtingen } from '../domain/rules.ts'
import { optionsOf } from './teksten.tsx'
import { WachtVelden } from './velden.tsx'

const kruimels = [{ label: 'Wachtlijst', to: '/wachtlijst' }]

/** `/wachtlijst/nieuw?persoon=…&melding=…`: from a dossier or a melding. */
export function NieuwPage() {
  const { get } = useSearchParams()
  const persoonId = get('persoon')
  if (!persoonId)
    return (
      <Page title="Op de wachtlijst zetten" breadcrumbs={kruimels} narrow>
        <EmptyState
          title="Kies eerst een cliënt"
          text="Zoek de cliënt en kies in het dossier voor de wachtlijst. Zo komt niemand er dubbel op."
          action={<ButtonLink to="/clienten">Cliënt zoeken</ButtonLink>}
        />
      </Page>
    )
  return (
    <Formulier
      key={persoonId}
      persoonId={persoonId}
      meldingId={get('melding') || null}
      productId={get('product')}
    />
  )
}

function Formulier({
  persoonId,
  meldingId,
  productId,
}: {
  persoonId: string
  meldingId: string | null
  productId: string
}) {
  const navigate = useNavigate()
  const toast = useToast()
  const keuzes = useEndpoint(getWachtlijstKeuzes, {})
  const dossier = useEndpoint(haalDossier, { params: { id: persoonId } })
  const place = useCommand(placeWachtlijst, {
    onDone: async ({ id }) => {
      toast.show('De cliënt staat op de wachtlijst.')
      await navigate({ to: `/wachtlijst/${id}` as never })
    },
  })
  if (dossier.error || keuzes.error)
    return (
      <Page title="Op de wachtlijst zetten" breadcrumbs={kruimels} narrow>
        <ProblemAlert problem={(dossier.error ?? keuzes.error)!} />
      </Page>
    )
  if (!dossier.data || !keuzes.data)
    return (
      <Page title="Op de wachtlijst zetten" breadcrumbs={kruimels} narrow>
        {null}
      </Page>
    )
  const { huishouden, naam, gegevens } = dossier.data
  const gemeente = keuzes.data.gemeenten.find(({ code }) => code === gegevens.herkomstGemeente)
  return (
    <FormPage
      title={`${naam} op de wachtlijst zetten`}
      lead={
        huishouden && huishouden.leden.length > 1
          ? `Het hele huishouden wacht samen: ${huishouden.leden.map((lid) => lid.naam).join(', ')}.`
          : 'Het gaat om één persoon. Wacht er een gezin? Leg dan eerst het huishouden vast bij de cliënt.'
      }
      breadcrumbs={kruimels}
      schema={placeWachtlijst.body}
      defaultValues={{
        persoonId,
        meldingId,
        ...(huishouden && { huishoudenId: huishouden.id }),
        ...(productId && { productId }),
        richting: 'instroom',
        gemeenteCode: gemeente?.code ?? null,
        wachtreden: 'geen_plek',
      }}
      draftKey={`wachtlijst-${persoonId}`}
      onSubmit={(body) => place.run({ body })}
      submitLabel="Op de wachtlijst zetten"
      actions={
        <ButtonLink to={`/clienten/${persoonId}`} variant="tertiary">
          Terug naar de cliënt
        </ButtonLink>
      }
    >
      <SelectField
        name="productId"
        label="Waarop wacht deze persoon?"
        options={keuzes.data.producten.map(({ id, naam: product, toegang }) => ({
          value: id,
          label: toegang === 'beschikking' ? `${product} (beschikking nodig)` : product,
        }))}
      />
      <RadioField name="richting" label="Richting" options={optionsOf(richtingen)} />
      <WachtVelden keuzes={keuzes.data} />
    </FormPage>
  )
}
