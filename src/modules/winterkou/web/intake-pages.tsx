import { useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { optionsOf } from '../../plek/web/keuzes.ts'
import {
  intakeUitkomsten,
  listWintergasten,
  listWinterintakes,
  postIntake,
  postIntakeUitkomst,
  type Wintergast,
} from '../domain/gast-api.ts'
import { IntakeStand, MaakMelding, naamVan } from './gastenlijst.tsx'
import { IntakeVelden } from './nacht-form.tsx'

const crumbs = [{ label: 'Winterkou en calamiteit', to: '/winterkou' }]

/** `/winterkou/intakes`: whom the own organisation still offers an intake. */
export function IntakesPage() {
  const lijst = useEndpoint(listWinterintakes, { query: { aantalPerPagina: 200 } })
  return (
    <Page
      title="Intakes aanbieden"
      lead="Gasten uit de winteropvang met wie uw organisatie nog praat over hulp. De oudste afspraak staat bovenaan."
      breadcrumbs={crumbs}
    >
      {lijst.error && <ProblemAlert problem={lijst.error} />}
      {lijst.data?.count === 0 && (
        <EmptyState
          title="Geen open afspraken"
          text="Vink bij een gast aan dat een intake wordt aangeboden."
        />
      )}
      <ul className="od-kaarten">
        {lijst.data?.results.map((gast) => (
          <Intake key={gast.id} gast={gast} />
        ))}
      </ul>
    </Page>
  )
}

function Intake({ gast }: { gast: Wintergast }) {
  const toast = useToast()
  const finish = useCommand(postIntakeUitkomst, { onDone: () => toast.show('Afspraak afgerond.') })
  return (
    <li>
      <h2 className="ams-heading ams-heading--3">
        {naamVan(gast)}, bed {gast.nummer}
      </h2>
      <p>
        {gast.locatie}, nacht van <DateText date={gast.nacht} long />
      </p>
      <IntakeStand gast={gast} />
      <MaakMelding gast={gast} />
      <Form
        schema={postIntakeUitkomst.body}
        defaultValues={{ versie: gast.versie }}
        onSubmit={(body) => finish.run({ params: { id: gast.id }, body })}
        submitLabel="Afronden zonder melding"
      >
        <SelectField
          name="uitkomst"
          label={`Hoe liep het af met bed ${gast.nummer}?`}
          options={optionsOf(intakeUitkomsten)}
        />
      </Form>
    </li>
  )
}

/** `/winterkou/gasten/$id/intake` */
export function IntakePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const toast = useToast()
  const gasten = useEndpoint(listWintergasten, {
    query: { ...(get('nacht') && { nacht: get('nacht') }), aantalPerPagina: 200 },
  })
  const save = useCommand(postIntake, {
    onDone: async () => {
      toast.show('Afgesproken.')
      await navigate({ to: '/winterkou/vannacht' as never })
    },
  })
  const gast = gasten.data?.results.find((one) => one.id === id)
  if (!gast)
    return (
      <Page title="Intake afspreken" breadcrumbs={crumbs}>
        {gasten.error && <ProblemAlert problem={gasten.error} />}
        {gasten.data && <p>Deze gast staat niet in de lijst van die nacht.</p>}
      </Page>
    )
  return (
    <FormPage
      title="Intake afspreken"
      lead={
        gast.soort === 'bekend'
          ? `${naamVan(gast)} heeft een dossier: dit wordt de volgende stap daarin.`
          : `${naamVan(gast)}, bed ${gast.nummer}.`
      }
      breadcrumbs={crumbs}
      schema={postIntake.body}
      defaultValues={{
        versie: gast.versie,
        stap: gast.intakeStap ?? 'Intake aanbieden',
        ...(gast.intakeOp && { op: gast.intakeOp }),
      }}
      onSubmit={(body) => save.run({ params: { id }, body })}
      submitLabel="Afspreken"
    >
      <TextField
        name="stap"
        label="Wat gebeurt er?"
        hint="Zonder namen, bijvoorbeeld: intake aanbieden bij het ontbijt"
      />
      <IntakeVelden dag="op" organisatie="organisatieId" />
    </FormPage>
  )
}
