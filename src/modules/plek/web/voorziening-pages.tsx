import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getVoorziening, listVoorzieningen, postVoorziening, putVoorziening } from '../domain/api.ts'
import { bereiken, domeinen, voorzieningSoorten } from '../domain/contract.ts'
import { optionsOf, usePlekkeuzes } from './keuzes.ts'
import { Einde } from './plek-forms.tsx'

/** `/voorzieningen` */
export function VoorzieningenPage() {
  const mag = useMag()
  const keuzes = usePlekkeuzes()
  return (
    <Page
      title="Voorzieningen"
      lead="Opvang, beschermd wonen, inloop en tijdelijke woningen in de regio."
      actions={
        mag('plek.beheren') && <ButtonLink to="/voorzieningen/nieuw">Voorziening toevoegen</ButtonLink>
      }
    >
      <ZonderPlekken />
      <DataTable
        id="voorzieningen"
        caption="Voorzieningen in de regio"
        captionHidden
        endpoint={listVoorzieningen}
        rowKey={(row) => row.id}
        defaultSort="naam"
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (row) => <Link to={`/voorzieningen/${row.id}` as never}>{row.naam}</Link>,
          },
          {
            key: 'aanbieder',
            label: 'Aanbieder',
            sortable: true,
            render: (row) => row.aanbieder ?? 'onbekend',
          },
          { key: 'domein', label: 'Deel van de keten', render: (row) => domeinen[row.domein as 'MO'] },
          { key: 'bereik', label: 'Bereik', render: (row) => bereiken[row.bereik as 'lokaal'] },
          { key: 'gemeente', label: 'Gemeente', sortable: true },
          {
            key: 'plekken',
            label: 'Plekken',
            sortable: true,
            align: 'end',
            render: (row) => (row.isZonderPlekken ? '0, contract zonder plekken' : row.plekken),
          },
          { key: 'bezet', label: 'Bezet', sortable: true, align: 'end' },
          { key: 'capaciteitVolgensBron', label: 'Capaciteit volgens bron', defaultHidden: true },
          {
            key: 'onderContract',
            label: 'Onder contract',
            defaultHidden: true,
            render: (row) => (row.onderContract ? 'Ja' : 'Nee'),
          },
        ]}
        filters={
          <>
            <FilterText name="zoek" label="Zoek op naam of aanbieder" />
            <FilterSelect name="domein" label="Deel van de keten" options={optionsOf(domeinen)} />
            <FilterSelect name="bereik" label="Bereik" options={optionsOf(bereiken)} />
            <FilterSelect name="gemeenteCode" label="Gemeente" options={keuzes.gemeenten} />
            <FilterSelect
              name="zonderClienten"
              label="Bezetting"
              options={[{ value: 'ja', label: 'Onder contract, zonder cliënten' }]}
            />
            <FilterSelect
              name="zonderPlekken"
              label="Contract"
              options={[{ value: 'ja', label: 'Ingekocht, nog zonder plekken' }]}
            />
          </>
        }
        empty={{
          title: 'Nog geen voorzieningen',
          text: 'Voeg eerst een voorziening toe, daarna locaties en plekken.',
        }}
      />
    </Page>
  )
}

/** CAP-12: capacity that was bought and is nowhere yet; without a word it would seem to be missing by mistake. */
function ZonderPlekken() {
  const query = { pagina: '1', aantalPerPagina: '1' }
  const aantal = useEndpoint(listVoorzieningen, { query }).data?.contractenZonderPlekken ?? 0
  if (aantal === 0) return null
  return (
    <p>
      {aantal === 1 ? '1 contract heeft' : `${aantal} contracten hebben`} nog geen plekken. Die capaciteit is
      ingekocht, maar telt nergens als plek mee.{' '}
      <ButtonLink to="/voorzieningen" search={{ zonderPlekken: 'ja' }} variant="tertiary">
        Bekijk de contracten zonder plekken
      </ButtonLink>
    </p>
  )
}

/** `/voorzieningen/$id` */
export function VoorzieningPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useEndpoint(getVoorziening, { params: { id } })
  const one = answer.data
  if (!one)
    return (
      <Page title="Voorziening" breadcrumbs={[{ label: 'Voorzieningen', to: '/voorzieningen' }]}>
        {answer.error && <ProblemAlert problem={answer.error} />}
      </Page>
    )
  return (
    <Page
      title={one.naam}
      breadcrumbs={[{ label: 'Voorzieningen', to: '/voorzieningen' }]}
      actions={one.magBeheren && <ButtonLink to={`/voorzieningen/${id}/wijzigen`}>Wijzigen</ButtonLink>}
    >
      <TermList>
        <Term label="Aanbieder">{one.aanbieder}</Term>
        <Term label="Soort">{voorzieningSoorten[one.soort as 'verblijf']}</Term>
        <Term label="Deel van de keten">{domeinen[one.domein as 'MO']}</Term>
        <Term label="Bereik">{bereiken[one.bereik as 'lokaal']}</Term>
        <Term label="Gemeente">{one.gemeente}</Term>
        <Term label="Voor wie">{one.doelgroep}</Term>
        <Term label="Bijzonderheden">{one.omschrijving}</Term>
        <Term label="Openingstijden">{one.openingstijden}</Term>
        <Term label="Capaciteit volgens de bron">{one.capaciteitVolgensBron}</Term>
        <Term label="Onder contract">
          {one.onderContract ? (one.isZonderPlekken ? 'Ja, nog zonder plekken' : 'Ja') : 'Nee'}
        </Term>
        <Term label="Sinds">
          <DateText date={one.van} />
        </Term>
        {one.tot && (
          <Term label="Tot">
            <DateText date={one.tot} />
          </Term>
        )}
      </TermList>
      <Section
        title="Locaties"
        actions={
          one.magBeheren && (
            <ButtonLink to="/locaties/nieuw" search={{ voorziening: id }} variant="secondary">
              Locatie toevoegen
            </ButtonLink>
          )
        }
      >
        {one.lijst.length === 0 ? (
          <EmptyState
            title="Nog geen locaties"
            text="Voeg een locatie toe; daarna kunt u plekken vastleggen."
          />
        ) : (
          <ul>
            {one.lijst.map((locatie) => (
              <li key={locatie.id}>
                <Link to={`/locaties/${locatie.id}` as never}>{locatie.naam}</Link>, {locatie.gemeente},{' '}
                {locatie.plekken} {locatie.plekken === 1 ? 'plek' : 'plekken'}
                {locatie.isGeheim ? ', geheim' : ''}
                {locatie.tot && (
                  <>
                    , tot <DateText date={locatie.tot} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {one.magBeheren && one.tot === null && (
        <Einde soort="voorziening" id={id} naam={one.naam} versie={one.versie} />
      )}
    </Page>
  )
}

function VoorzieningFields() {
  const keuzes = usePlekkeuzes()
  return (
    <>
      <TextField name="naam" label="Naam" />
      <TextField name="code" label="Code" hint="Kort en uniek in de regio, bijvoorbeeld ELEMENTEN." />
      <SelectField
        name="organisatieId"
        label="Aanbieder"
        options={keuzes.organisaties}
        optional
        empty={null}
      />
      <SelectField name="soort" label="Soort" options={optionsOf(voorzieningSoorten)} />
      <SelectField name="domein" label="Deel van de keten" options={optionsOf(domeinen)} />
      <RadioField name="bereik" label="Lokaal of regionaal?" options={optionsOf(bereiken)} />
      <SelectField
        name="gemeenteCode"
        label="Gemeente"
        options={keuzes.gemeenten}
        optional
        empty={null}
        emptyLabel="Hele regio"
      />
      <TextAreaField name="doelgroep" label="Voor wie" optional />
      <TextAreaField name="omschrijving" label="Bijzonderheden" optional />
      <TextAreaField name="openingstijden" label="Openingstijden" hint="Voor inloop en balies." optional />
      <TextField name="capaciteitVolgensBron" label="Capaciteit zoals de bron die noemt" optional />
      <CheckboxField name="onderContract" label="Er is een contract of subsidie" />
      <DateField name="van" label="Vanaf" />
    </>
  )
}

/** `/voorzieningen/nieuw` */
export function NieuweVoorzieningPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const { organisatie } = useSessie()
  const save = useCommand(postVoorziening, {
    onDone: async ({ id }) => {
      toast.show('Voorziening toegevoegd. Voeg nu een locatie toe.')
      await navigate({ to: `/voorzieningen/${id}` as never })
    },
  })
  return (
    <FormPage
      title="Voorziening toevoegen"
      breadcrumbs={[{ label: 'Voorzieningen', to: '/voorzieningen' }]}
      schema={postVoorziening.body}
      defaultValues={{ organisatieId: organisatie.id, onderContract: true }}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Voorziening opslaan"
      draftKey="voorziening"
    >
      <VoorzieningFields />
    </FormPage>
  )
}

/** `/voorzieningen/$id/wijzigen` */
export function WijzigVoorzieningPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const answer = useEndpoint(getVoorziening, { params: { id } })
  const save = useCommand(putVoorziening, { onDone: () => navigate({ to: `/voorzieningen/${id}` as never }) })
  if (!answer.data)
    return <Page title="Voorziening wijzigen">{answer.error && <ProblemAlert problem={answer.error} />}</Page>
  return (
    <FormPage
      title="Voorziening wijzigen"
      breadcrumbs={[
        { label: 'Voorzieningen', to: '/voorzieningen' },
        { label: answer.data.naam, to: `/voorzieningen/${id}` },
      ]}
      schema={putVoorziening.body}
      draftKey={`voorziening-${id}`}
      defaultValues={answer.data as never}
      onSubmit={(body) => save.run({ params: { id }, body })}
      onReload={async () => (await answer.refetch()).data as never}
      submitLabel="Wijziging opslaan"
    >
      <VoorzieningFields />
    </FormPage>
  )
}
