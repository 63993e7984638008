import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxGroupField, SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { formatList } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  changeOrganisatieEndpoint,
  endOrganisatieEndpoint,
  getOrganisatie,
  listOrganisaties,
  organisatieSoorten,
  registerOrganisatieEndpoint,
  taken,
} from '../domain/contract.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import { useNamen } from './dated-screen.tsx'
import { optionsOf } from './screens.tsx'
import { today } from './today.ts'

const crumbs = [beheerCrumb, { label: 'Organisaties', to: '/beheer/organisaties' }]

export function OrganisatiesPage() {
  const mag = useMag()
  return (
    <Page
      title="Organisaties"
      lead="Wie meedoet in de keten en wat zij doen."
      breadcrumbs={[beheerCrumb]}
      actions={
        mag('beheer.wijzigen') && (
          <ButtonLink to="/beheer/organisaties/nieuw">Organisatie toevoegen</ButtonLink>
        )
      }
    >
      <DataTable
        id="organisaties"
        caption="Organisaties in de keten"
        captionHidden
        endpoint={listOrganisaties}
        rowKey={(row) => row.id}
        defaultSort="naam"
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (row) => <Link to={`/beheer/organisaties/${row.id}` as never}>{row.naam}</Link>,
          },
          { key: 'soort', label: 'Soort', sortable: true, render: (row) => organisatieSoorten[row.soort] },
          {
            key: 'taken',
            label: 'Taken',
            render: (row) => formatList(row.taken.map((taak) => taken[taak])) || '–',
          },
          { key: 'gemeente', label: 'Gemeente', render: (row) => row.gemeente ?? 'Hele regio' },
          { key: 'telefoon', label: 'Telefoon', defaultHidden: true },
          { key: 'gebruikers', label: 'Gebruikers', align: 'end', sortable: true },
          { key: 'tot', label: 'Stand', render: (row) => <Stand tot={row.tot} /> },
        ]}
        filters={
          <>
            <FilterText name="zoek" label="Zoek op naam" />
            <FilterSelect name="soort" label="Soort" options={optionsOf(organisatieSoorten)} />
            <FilterSelect
              name="stand"
              label="Stand"
              options={optionsOf({ actief: 'Doet mee', beeindigd: 'Beëindigd' })}
            />
          </>
        }
        empty={{ title: 'Nog geen organisaties', text: 'Voeg de organisaties toe die in de keten werken.' }}
      />
    </Page>
  )
}

export function Stand({ tot }: { tot: string | null }) {
  if (tot === null) return <StatusBadge label="Actief" tone="goed" />
  return tot <= today() ? (
    <StatusBadge label="Beëindigd" />
  ) : (
    <>
      <StatusBadge label="Eindigt" tone="let_op" /> <DateText date={tot} />
    </>
  )
}

function Velden() {
  const namen = useNamen()
  return (
    <>
      <TextField name="naam" label="Naam" />
      <SelectField name="soort" label="Soort organisatie" options={optionsOf(organisatieSoorten)} />
      <CheckboxGroupField name="taken" label="Taken in de keten" options={optionsOf(taken)} optional />
      <SelectField
        name="gemeenteCode"
        label="Gemeente"
        hint="Leeg als zij voor de hele regio werkt."
        options={namen.gemeenten}
        optional
        empty={null}
      />
      <TextField name="telefoon" label="Telefoon" type="tel" optional empty={null} />
      <TextAreaField name="openingstijden" label="Openingstijden" optional max={500} empty={null} />
      <TextField name="agbCode" label="AGB-code" size={10} optional empty={null} />
      <TextField name="kvkNummer" label="KvK-nummer" size={10} optional empty={null} />
      <TextField name="bron" label="Bron" optional empty={null} />
    </>
  )
}

export function OrganisatieNieuwPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(registerOrganisatieEndpoint, {
    onDone: async () => {
      toast.show('Organisatie toegevoegd.')
      await navigate({ to: '/beheer/organisaties' as never })
    },
  })
  return (
    <FormPage
      title="Organisatie toevoegen"
      breadcrumbs={crumbs}
      schema={registerOrganisatieEndpoint.body}
      defaultValues={{ taken: [] }}
      draftKey="organisatie-nieuw"
      submitLabel="Organisatie toevoegen"
      onSubmit={(body) => save.run({ body })}
    >
      <Velden />
      <DateField name="van" label="Doet mee vanaf" />
    </FormPage>
  )
}

export function OrganisatiePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const toast = useToast()
  const { data, error } = useEndpoint(getOrganisatie, { params: { id } })
  const save = useCommand(changeOrganisatieEndpoint, { onDone: () => toast.show('Organisatie opgeslagen.') })
  const end = useCommand(endOrganisatieEndpoint, { onDone: () => toast.show('Het einde is vastgelegd.') })
  if (!data || data.id !== id)
    return (
      <Page title="Organisatie" breadcrumbs={crumbs} narrow>
        {error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>}
      </Page>
    )
  return (
    <Page title={data.naam} breadcrumbs={crumbs} status={<Stand tot={data.tot} />} narrow>
      <TermList>
        <Term label="Soort">{organisatieSoorten[data.soort]}</Term>
        <Term label="Taken">{formatList(data.taken.map((taak) => taken[taak]))}</Term>
        <Term label="Doet mee vanaf">
          <DateText date={data.van} long />
        </Term>
        <Term label="Medewerkers met toegang">
          {mag('gebruiker.beheren') ? (
            <Link to={'/beheer/gebruikers' as never} search={{ organisatieId: id } as never}>
              {data.gebruikers}
            </Link>
          ) : (
            data.gebruikers
          )}
        </Term>
      </TermList>
      {mag('beheer.wijzigen') && (
        <>
          <Section title="Gegevens wijzigen">
            <Form
              schema={changeOrganisatieEndpoint.body}
              defaultValues={{ ...data }}
              draftKey={`organisatie-${id}`}
              submitLabel="Wijzigingen opslaan"
              onSubmit={(body) => save.run({ params: { id }, body })}
            >
              <Velden />
            </Form>
          </Section>
          <Section title="Deelname beëindigen">
            <p>
              Beëindig eerst de toegang van de medewerkers. Wat deze organisatie heeft gedaan, blijft staan.
            </p>
            <Form
              schema={z.object({ tot: Datum })}
              defaultValues={{}}
              warnOnLeave={false}
              submitLabel="Deelname beëindigen"
              onSubmit={({ tot }) => end.run({ params: { id }, body: { tot, versie: data.versie } })}
            >
              <DateField name="tot" label="Doet niet meer mee vanaf" />
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}
