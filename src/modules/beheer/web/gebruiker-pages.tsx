import { Button } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxGroupField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listRollen } from '../domain/contract.ts'
import {
  changeGebruikerEndpoint,
  endGebruikerEndpoint,
  getGebruiker,
  type Inloggegevens,
  listGebruikers,
  registerGebruikerEndpoint,
  resetInlogEndpoint,
  revokeSessiesEndpoint,
} from '../domain/gebruiker-contract.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import { useNamen } from './dated-screen.tsx'
import { InloggegevensKaart } from './inloggegevens.tsx'
import { Stand } from './organisatie-pages.tsx'
import { RolVelden } from './rol-section.tsx'
import { optionsOf } from './screens.tsx'

const crumbs = [beheerCrumb, { label: 'Gebruikers', to: '/beheer/gebruikers' }]

function useRolOptions() {
  const rollen = useEndpoint(listRollen, {}).data?.rollen ?? []
  return rollen.map((rol) => ({ value: rol.code, label: rol.naam, hint: rol.omschrijving }))
}

export function GebruikersPage() {
  const rollen = useRolOptions()
  const { organisaties } = useNamen()
  return (
    <Page
      title="Gebruikers"
      lead="Medewerkers met toegang. Elk account is persoonlijk."
      breadcrumbs={[beheerCrumb]}
      actions={<ButtonLink to="/beheer/gebruikers/nieuw">Gebruiker toevoegen</ButtonLink>}
    >
      <DataTable
        id="gebruikers"
        caption="Medewerkers met toegang"
        captionHidden
        endpoint={listGebruikers}
        rowKey={(row) => row.id}
        defaultSort="naam"
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (row) => <Link to={`/beheer/gebruikers/${row.id}` as never}>{row.naam}</Link>,
          },
          { key: 'gebruikersnaam', label: 'Gebruikersnaam', sortable: true },
          { key: 'organisatie', label: 'Organisatie', sortable: true },
          { key: 'rollen', label: 'Rollen', render: (row) => row.rollen || 'Geen rol' },
          { key: 'tot', label: 'Toegang', render: (row) => <Stand tot={row.tot} /> },
        ]}
        filters={
          <>
            <FilterText name="zoek" label="Zoek op naam" />
            <FilterSelect name="organisatieId" label="Organisatie" options={organisaties} />
            <FilterSelect name="rol" label="Rol" options={rollen} />
            <FilterSelect
              name="stand"
              label="Toegang"
              options={optionsOf({ actief: 'Heeft toegang', beeindigd: 'Beëindigd' })}
            />
          </>
        }
        empty={{ title: 'Nog geen gebruikers', text: 'Voeg de eerste medewerker toe.' }}
      />
    </Page>
  )
}

export function GebruikerNieuwPage() {
  const rollen = useRolOptions()
  const { organisaties } = useNamen()
  const [made, setMade] = useState<z.output<typeof registerGebruikerEndpoint.response> | undefined>()
  const save = useCommand(registerGebruikerEndpoint, { onDone: setMade })
  if (made)
    return (
      <Page title="Gebruiker toegevoegd" breadcrumbs={crumbs} narrow>
        {made.inloggegevens ? (
          <InloggegevensKaart gegevens={made.inloggegevens} />
        ) : (
          <p>
            Deze medewerker logt in via de eigen organisatie. Laat de beheerder daar het account koppelen.
          </p>
        )}
        <ButtonLink to={`/beheer/gebruikers/${made.id}`} variant="secondary">
          Naar deze gebruiker
        </ButtonLink>
      </Page>
    )
  return (
    <Page title="Gebruiker toevoegen" breadcrumbs={crumbs} narrow>
      <Form
        schema={registerGebruikerEndpoint.body}
        defaultValues={{ rollen: [], inlog: 'wachtwoord' }}
        submitLabel="Toegang geven"
        onSubmit={(body) => save.run({ body })}
      >
        <TextField name="naam" label="Naam" />
        <TextField
          name="gebruikersnaam"
          label="Gebruikersnaam"
          hint="Om mee in te loggen, bijvoorbeeld noor.vermeulen."
        />
        <TextField name="email" label="E-mailadres" type="email" optional empty={null} />
        <SelectField name="organisatieId" label="Organisatie" options={organisaties} />
        <CheckboxGroupField
          name="rollen"
          label="Rollen"
          hint="Kies alleen wat nodig is voor het werk."
          options={rollen}
        />
        <RadioField
          name="inlog"
          label="Hoe logt deze medewerker in?"
          options={[
            {
              value: 'wachtwoord',
              label: 'Met wachtwoord en code-app',
              hint: 'U krijgt een wachtwoord en QR-code om te geven.',
            },
            { value: 'organisatie', label: 'Via de eigen organisatie' },
          ]}
        />
        <DateField name="van" label="Toegang vanaf" />
      </Form>
    </Page>
  )
}

export function GebruikerPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const toast = useToast()
  const rollen = useRolOptions()
  const { data, error } = useEndpoint(getGebruiker, { params: { id } })
  const save = useCommand(changeGebruikerEndpoint, { onDone: () => toast.show('Gebruiker opgeslagen.') })
  const end = useCommand(endGebruikerEndpoint, {
    onDone: () => toast.show('Het einde van de toegang is vastgelegd.'),
  })
  if (!data || data.id !== id)
    return (
      <Page title="Gebruiker" breadcrumbs={crumbs} narrow>
        {error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>}
      </Page>
    )
  return (
    <Page title={data.naam} breadcrumbs={crumbs} status={<Stand tot={data.tot} />} narrow>
      <TermList>
        <Term label="Gebruikersnaam">{data.gebruikersnaam}</Term>
        <Term label="Organisatie">{data.organisatie}</Term>
        <Term label="Logt in">
          {data.inlog === 'wachtwoord' ? 'Met wachtwoord en code-app' : 'Via de eigen organisatie'}
        </Term>
        <Term label="Toegang vanaf">
          <DateText date={data.van} long />
        </Term>
        {data.geblokkeerdTot && (
          <Term label="Geblokkeerd na te veel pogingen, tot">
            <MomentText at={data.geblokkeerdTot} />
          </Term>
        )}
      </TermList>
      <RolVelden gebruiker={data} rollen={rollen} />
      <InlogSection id={id} sessies={data.sessies} lokaal={data.inlog === 'wachtwoord'} />
      <Section title="Gegevens wijzigen">
        <Form
          schema={changeGebruikerEndpoint.body}
          defaultValues={{ naam: data.naam, email: data.email, versie: data.versie }}
          submitLabel="Wijzigingen opslaan"
          onSubmit={(body) => save.run({ params: { id }, body })}
        >
          <TextField name="naam" label="Naam" />
          <TextField name="email" label="E-mailadres" type="email" optional empty={null} />
        </Form>
      </Section>
      <Section title="Toegang beëindigen">
        <p>Kiest u vandaag, dan wordt deze medewerker direct overal uitgelogd.</p>
        <p>
          Is deze medewerker nog contactpersoon of vast aanspreekpunt van cliënten? Dan staat dat vanaf die
          dag op Vandaag bij de collega’s: zij kiezen een ander.
        </p>
        <Form
          schema={z.object({ tot: Datum })}
          defaultValues={{}}
          warnOnLeave={false}
          submitLabel="Toegang beëindigen"
          onSubmit={({ tot }) => end.run({ params: { id }, body: { tot, versie: data.versie } })}
        >
          <DateField name="tot" label="Geen toegang meer vanaf" />
        </Form>
      </Section>
    </Page>
  )
}

function InlogSection({ id, sessies, lokaal }: { id: string; sessies: number; lokaal: boolean }) {
  const toast = useToast()
  const [asked, setAsked] = useState<'inlog' | 'sessies' | undefined>()
  const [gegevens, setGegevens] = useState<z.output<typeof Inloggegevens> | undefined>()
  const reset = useCommand(resetInlogEndpoint, { onDone: setGegevens })
  const revoke = useCommand(revokeSessiesEndpoint, {
    onDone: ({ ingetrokken }) =>
      toast.show(`${ingetrokken} sessies beëindigd. Dat merkt men binnen vijf seconden.`),
  })
  const problem = reset.problem ?? revoke.problem
  const input = { params: { id }, body: {} }
  const close = () => setAsked(undefined)
  return (
    <Section title="Inloggen">
      {gegevens && <InloggegevensKaart gegevens={gegevens} />}
      {problem && <ProblemAlert problem={problem} />}
      <p>
        {sessies === 0
          ? 'Nu nergens ingelogd.'
          : `Nu ingelogd in ${sessies} ${sessies === 1 ? 'sessie' : 'sessies'}.`}
      </p>
      <div className="od-pagina__acties">
        <Button type="button" variant="secondary" onClick={() => setAsked('inlog')}>
          {lokaal ? 'Nieuw wachtwoord en nieuwe code-app' : 'Laten inloggen met wachtwoord en code-app'}
        </Button>
        {sessies > 0 && (
          <Button type="button" variant="secondary" onClick={() => setAsked('sessies')}>
            Overal uitloggen
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asked === 'inlog'}
        heading="Nieuwe inloggegevens maken?"
        confirmLabel="Nieuwe inloggegevens maken"
        busy={reset.busy}
        onCancel={close}
        onConfirm={() =>
          void reset
            .run(input)
            .catch(() => undefined)
            .finally(close)
        }
      >
        <p>
          Het oude wachtwoord en de oude code-app werken dan niet meer. De medewerker wordt overal uitgelogd.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'sessies'}
        heading="Overal uitloggen?"
        confirmLabel="Overal uitloggen"
        busy={revoke.busy}
        onCancel={close}
        onConfirm={() =>
          void revoke
            .run(input)
            .catch(() => undefined)
            .finally(close)
        }
      >
        <p>De medewerker kan daarna gewoon opnieuw inloggen.</p>
      </ConfirmDialog>
    </Section>
  )
}
