import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { haalDossier, listPersonen, registreerPersoon, wijzigPersoon } from '../domain/contract.ts'
import { splitNaam } from './elders.tsx'
import { PersoonFields } from './persoon-fields.tsx'
import { type Gezocht, ZoekForm, ZoekUitleg, ZoekUitslag } from './zoeken.tsx'

/** `/clienten`: search, and everyone the own organisation is involved with. */
export function ClientenPage() {
  const mag = useMag()
  const [gezocht, setGezocht] = useState<Gezocht | undefined>()
  return (
    <Page
      title="Cliënten"
      lead="Zoek iemand op naam, geboortedatum of burgerservicenummer."
      actions={mag('persoon.wijzigen') && <ButtonLink to="/clienten/nieuw">Nieuwe cliënt</ButtonLink>}
    >
      {mag('persoon.zoeken') && (
        <>
          <ZoekForm onFound={setGezocht} />
          {gezocht && (
            <Section title="Gevonden">
              <ZoekUitslag gezocht={gezocht} />
            </Section>
          )}
        </>
      )}
      <Section title="Cliënten van uw organisatie">
        <DataTable
          id="clienten"
          caption="Cliënten bij wie uw organisatie betrokken is"
          captionHidden
          endpoint={listPersonen}
          rowKey={(persoon) => persoon.id}
          defaultSort="naam"
          columns={[
            {
              key: 'naam',
              label: 'Naam',
              sortable: true,
              render: (persoon) => <Link to={`/clienten/${persoon.id}` as never}>{persoon.naam}</Link>,
            },
            {
              key: 'geboortedatum',
              label: 'Geboortedatum',
              sortable: true,
              render: (persoon) => <DateText date={persoon.geboortedatum} empty="onbekend" />,
            },
            { key: 'woonplaats', label: 'Woonplaats', render: (persoon) => persoon.woonplaats ?? 'onbekend' },
          ]}
          empty={{
            title: 'Nog geen cliënten',
            text: 'Uw organisatie is nog bij niemand betrokken. Leg een cliënt vast of wacht op een melding of voorstel.',
          }}
        />
      </Section>
    </Page>
  )
}

const kruimel = [{ label: 'Cliënten', to: '/clienten' }]

/** `/clienten/nieuw`: search first, then the form with what was searched. */
export function NieuwePage() {
  const navigate = useNavigate()
  const toast = useToast()
  const [gezocht, setGezocht] = useState<Gezocht | undefined>()
  const [zeker, setZeker] = useState(false)
  const save = useCommand(registreerPersoon, {
    onDone: async ({ id }) => {
      toast.show('Het dossier is aangelegd.')
      await navigate({ to: `/clienten/${id}` as never })
    },
  })
  if (!gezocht || !zeker) {
    return (
      <Page title="Nieuwe cliënt" breadcrumbs={kruimel} narrow>
        {!gezocht && <ZoekUitleg />}
        <ZoekForm onFound={setGezocht} />
        {gezocht && (
          <Section title="Gevonden">
            <ZoekUitslag gezocht={gezocht} />
            <p>
              <Button
                type="button"
                variant={gezocht.results.length === 0 ? 'primary' : 'secondary'}
                onClick={() => setZeker(true)}
              >
                {gezocht.results.length === 0
                  ? 'Nieuw dossier maken'
                  : 'Dit is iemand anders: nieuw dossier maken'}
              </Button>
            </p>
          </Section>
        )}
      </Page>
    )
  }
  const { vraag } = gezocht
  return (
    <Page title="Nieuwe cliënt" breadcrumbs={kruimel} narrow>
      <Form
        schema={registreerPersoon.body}
        defaultValues={{
          ...splitNaam(vraag.naam),
          geboortedatum: vraag.geboortedatum ?? null,
          bsn: vraag.bsn ?? null,
          geslacht: 'onbekend',
          briefadresStatus: 'onbekend',
          isNn: false,
          tolkNodig: false,
          isGeheim: false,
        }}
        draftKey="client-nieuw"
        submitLabel="Dossier aanleggen"
        actions={
          <Button type="button" variant="tertiary" onClick={() => setZeker(false)}>
            Terug naar zoeken
          </Button>
        }
        onSubmit={(body) => save.run({ body })}
      >
        <PersoonFields />
      </Form>
    </Page>
  )
}

/** `/clienten/$id/wijzigen` */
export function WijzigPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const dossier = useEndpoint(haalDossier, { params: { id } })
  const save = useCommand(wijzigPersoon, {
    onDone: async () => {
      toast.show('De gegevens zijn gewijzigd.')
      await navigate({ to: `/clienten/${id}` as never })
    },
  })
  if (dossier.error)
    return (
      <Page title="Gegevens wijzigen" breadcrumbs={kruimel}>
        <ProblemAlert problem={dossier.error} />
      </Page>
    )
  if (!dossier.data) return <p role="status">Bezig met laden…</p>
  const { naam, versie, gegevens, heeftBsn } = dossier.data
  const start = { ...gegevens, bsn: null, versie }
  return (
    <Page
      title={`${naam} wijzigen`}
      breadcrumbs={[...kruimel, { label: naam, to: `/clienten/${dossier.data.id}` }]}
      narrow
    >
      <Form
        schema={wijzigPersoon.body}
        defaultValues={start}
        draftKey={`client-${dossier.data.id}`}
        submitLabel="Opslaan"
        actions={
          <ButtonLink variant="tertiary" to={`/clienten/${dossier.data.id}`}>
            Annuleren
          </ButtonLink>
        }
        onReload={async () => {
          const fresh = await call(haalDossier, { params: { id } })
          return { ...fresh.gegevens, bsn: null, versie: fresh.versie }
        }}
        onSubmit={(body) => save.run({ params: { id: dossier.data.id }, body })}
      >
        <PersoonFields heeftBsn={heeftBsn} />
      </Form>
    </Page>
  )
}
