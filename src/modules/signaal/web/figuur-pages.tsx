import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { sleutelfiguurSoorten } from '../domain/keuzes.ts'
import { getFiguur, listFiguren, postFiguur, putFiguur } from '../domain/outreach-contract.ts'
import { optiesVan, optionsOf, PlaatsVelden, useSignaalkeuzes } from './velden.tsx'

const crumbs = [{ label: 'Sleutelfiguren', to: '/sleutelfiguren' }]

/** `/sleutelfiguren`: whom to know in a wijk. They see no dossiers. */
export function SleutelfigurenPage() {
  const keuzes = useSignaalkeuzes()
  const mag = useMag()
  const magWijzigen = mag('sleutelfiguur.wijzigen')
  return (
    <Page
      title="Sleutelfiguren en netwerken"
      lead="Wie een wijk kent, en de partners van het convenant bemoeizorg. Zij zien geen dossiers. Deel met hen niets over een cliënt zonder grond."
      actions={magWijzigen && <ButtonLink to="/sleutelfiguren/nieuw">Toevoegen</ButtonLink>}
    >
      <DataTable
        id="sleutelfiguren"
        caption="Sleutelfiguren, netwerken en partners"
        captionHidden
        endpoint={listFiguren}
        rowKey={(row) => row.id}
        defaultSort="naam"
        filters={
          <>
            <FilterSelect name="soort" label="Soort" options={optionsOf(sleutelfiguurSoorten)} />
            <FilterSelect name="gemeente" label="Gemeente" options={optiesVan(keuzes.gemeenten)} />
            <FilterSelect
              name="gestopt"
              label="Tonen"
              allLabel="Wie nu meedoet"
              options={[{ value: 'ja', label: 'Ook wie stopte' }]}
            />
          </>
        }
        columns={[
          {
            key: 'naam',
            label: 'Naam',
            sortable: true,
            render: (row) =>
              magWijzigen ? <Link to={`/sleutelfiguren/${row.id}` as never}>{row.naam}</Link> : row.naam,
          },
          { key: 'soort', label: 'Soort', render: (row) => sleutelfiguurSoorten[row.soort] },
          { key: 'rol', label: 'Wat zij doen' },
          { key: 'organisatie', label: 'Organisatie', render: (row) => row.organisatie ?? '–' },
          {
            key: 'gemeente',
            label: 'Waar',
            sortable: true,
            render: (row) => [row.wijkNaam, row.gemeente ?? 'Hele regio'].filter(Boolean).join(', '),
          },
          {
            key: 'telefoon',
            label: 'Contact',
            render: (row) => [row.telefoon, row.email, row.bereikbaar].filter(Boolean).join(', ') || '–',
          },
        ]}
        empty={{
          title: 'Nog niemand',
          text: 'Zet op de lijst wie de wijk kent en akkoord gaat met deze vermelding.',
        }}
      />
    </Page>
  )
}

function FiguurVelden() {
  const keuzes = useSignaalkeuzes()
  return (
    <>
      <RadioField name="soort" label="Soort" options={optionsOf(sleutelfiguurSoorten)} />
      <TextField name="naam" label="Naam" />
      <TextField name="rol" label="Wat doen zij?" hint="Bijvoorbeeld: kent de jongeren op het plein" />
      <TextField name="organisatie" label="Organisatie of netwerk" empty={null} optional />
      <PlaatsVelden keuzes={keuzes} optional />
      <TextField name="telefoon" label="Telefoon" empty={null} optional />
      <TextField name="email" label="E-mail" empty={null} optional />
      <TextField name="bereikbaar" label="Wanneer bereikbaar" empty={null} optional />
      <DateField name="akkoordOp" label="Akkoord met deze vermelding op" today />
      <DateField name="gestoptOp" label="Doet niet meer mee sinds" empty={null} optional />
    </>
  )
}

/** `/sleutelfiguren/nieuw` */
export function NieuwFiguurPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postFiguur, {
    onDone: async () => {
      toast.show('Toegevoegd.')
      await navigate({ to: '/sleutelfiguren' as never })
    },
  })
  return (
    <FormPage
      title="Sleutelfiguur toevoegen"
      breadcrumbs={crumbs}
      schema={postFiguur.body}
      draftKey="sleutelfiguur-nieuw"
      defaultValues={{ gemeenteCode: null, wijk: null, gestoptOp: null } as never}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Toevoegen"
    >
      <FiguurVelden />
    </FormPage>
  )
}

/** `/sleutelfiguren/$id` */
export function WijzigFiguurPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const answer = useEndpoint(getFiguur, { params: { id } })
  const save = useCommand(putFiguur, {
    onDone: async () => {
      toast.show('Gewijzigd.')
      await navigate({ to: '/sleutelfiguren' as never })
    },
  })
  if (!answer.data)
    return (
      <Page title="Sleutelfiguur" breadcrumbs={crumbs}>
        {answer.error && <ProblemAlert problem={answer.error} />}
      </Page>
    )
  return (
    <FormPage
      title={answer.data.naam}
      breadcrumbs={crumbs}
      schema={putFiguur.body}
      draftKey={`sleutelfiguur-${id}`}
      defaultValues={answer.data as never}
      onSubmit={(body) => save.run({ params: { id }, body })}
      submitLabel="Opslaan"
    >
      <FiguurVelden />
    </FormPage>
  )
}
