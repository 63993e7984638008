import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxGroupField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Cijfer,
  haalPublicatie,
  haalPublicatievoorbeeld,
  listPublicaties,
  type Publicatie,
  postIntrekking,
  postPublicatie,
} from '../domain/contract.ts'
import { type Keuze, keuzeSchema } from '../domain/keuze.ts'
import { populaties } from '../domain/openbare-indicatoren.ts'
import { CijferTabel } from './cijfer-tabel.tsx'

const PAD = '/openbare-cijfers'

const Stand = ({ status }: Pick<Publicatie, 'status'>) =>
  status === 'gepubliceerd' ? (
    <StatusBadge label="Openbaar" tone="goed" />
  ) : (
    <StatusBadge label="Ingetrokken" tone="neutraal" />
  )

/** `/openbare-cijfers`: what this region made public. */
export function PublicatiesPage() {
  const mag = useMag()('cijfers.publiceren')
  return (
    <Page
      title="Openbare cijfers"
      lead="Cijfers die iedereen mag zien, per kwartaal of jaar. Wat openbaar is verandert niet meer; intrekken kan wel."
    >
      {mag && <ButtonLink to={`${PAD}/nieuw`}>Cijfers openbaar maken</ButtonLink>}
      <DataTable
        id="publicaties"
        caption="Publicaties"
        captionHidden
        endpoint={listPublicaties}
        rowKey={(row) => row.id}
        defaultSort="-periode"
        columns={[
          {
            key: 'periode',
            label: 'Periode',
            sortable: true,
            render: (row) => (
              <Link to={`${PAD}/$id` as never} params={{ id: row.id } as never}>
                {row.periodeNaam}
              </Link>
            ),
          },
          { key: 'status', label: 'Stand', sortable: true, render: (row) => <Stand status={row.status} /> },
          {
            key: 'gepubliceerdOp',
            label: 'Openbaar sinds',
            sortable: true,
            render: (row) => <DateText date={row.gepubliceerdOp.slice(0, 10)} />,
          },
          { key: 'door', label: 'Door', sortable: true },
          { key: 'getoond', label: 'Te zien', align: 'end' },
          { key: 'verborgen', label: 'Geheim', align: 'end' },
        ]}
        empty={{ title: 'Nog niets openbaar', text: 'Zodra iemand cijfers openbaar maakt, staan zij hier.' }}
      />
    </Page>
  )
}

function OpenDataUit({ isOpen }: { isOpen: boolean }) {
  if (isOpen) return null
  return (
    <Alert heading="Nog niet voor iedereen te zien">
      <p>Open data staat uit voor deze regio. Een functioneel beheerder zet dat aan bij de instellingen.</p>
    </Alert>
  )
}

/** `/openbare-cijfers/nieuw`: first what would be seen, then making it so. */
export function NieuwePublicatiePage() {
  const { get } = useSearchParams()
  const gekozen = get('periode')
  const { data, error } = useEndpoint(haalPublicatievoorbeeld, {
    query: { ...(gekozen && { periode: gekozen }) },
  })
  return (
    <Page title="Cijfers openbaar maken" breadcrumbs={[{ label: 'Openbare cijfers', to: PAD }]}>
      {error && <ProblemAlert problem={error} />}
      {data && (
        <>
          <search className="od-filters" aria-label="Welke periode">
            <FilterSelect
              name="periode"
              label="Periode"
              allLabel={data.perioden[0]!.naam}
              options={data.perioden.slice(1).map(({ periode, naam }) => ({ value: periode, label: naam }))}
            />
          </search>
          <OpenDataUit isOpen={data.isOpen} />
          <p>
            Van {formatLong(data.van)} tot en met {formatLong(data.totEnMet)}. Aantallen van 0 tot en met{' '}
            {data.geheimTot} zijn geheim, de rest is afgerond op {data.afronding}. Dit is wat iedereen gaat
            zien.
          </p>
          {data.indicatoren.map((one) => (
            <Cijfers key={one.indicator} naam={one.naam} cijfers={one.cijfers} />
          ))}
          {data.bestaande ? (
            <p>
              Van deze periode zijn al cijfers openbaar.{' '}
              <Link to={`${PAD}/$id` as never} params={{ id: data.bestaande } as never}>
                Bekijk ze
              </Link>
              , en trek ze eerst in als er iets niet klopt.
            </p>
          ) : (
            <Kies key={data.periode} data={data} />
          )}
        </>
      )}
    </Page>
  )
}

type Voorbeeld = (typeof haalPublicatievoorbeeld)['response']['_output']

function Kies({ data }: { data: Voorbeeld }) {
  const toast = useToast()
  const navigate = useNavigate()
  const save = useCommand(postPublicatie, {
    onDone: ({ id }) => {
      toast.show('De cijfers zijn openbaar gemaakt.')
      void navigate({ to: `${PAD}/$id`, params: { id } } as never)
    },
  })
  const send = ({ indicatoren }: Keuze) =>
    save.run({
      body: {
        periode: data.periode,
        indicatoren: data.indicatoren
          .filter(({ indicator }) => indicatoren.includes(indicator))
          .map(({ indicator, controle }) => ({ indicator, controle })),
      },
    })
  return (
    <Section title="Wat maakt u openbaar?">
      <Form
        schema={keuzeSchema}
        defaultValues={{ indicatoren: [] }}
        submitLabel="Openbaar maken"
        warnOnLeave={false}
        onSubmit={send}
      >
        <CheckboxGroupField
          name="indicatoren"
          label="Cijfers"
          hint="Van cijfers die dezelfde mensen tellen kiest u er één: Mensen die verblijven, Kinderen in de keten, Jongeren of Klaar om te vertrekken."
          options={data.indicatoren.map(({ indicator, naam }) => ({ value: indicator, label: naam }))}
        />
      </Form>
    </Section>
  )
}

function Cijfers({ naam, cijfers }: { naam: string; cijfers: readonly Cijfer[] }) {
  const soorten = (Object.keys(populaties) as Cijfer['populatie'][]).filter((soort) =>
    cijfers.some(({ populatie }) => populatie === soort),
  )
  return (
    <CijferTabel
      caption={naam}
      eerste="Wie telt"
      rijen={soorten.map((soort) => ({
        sleutel: soort,
        naam: populaties[soort],
        cijfers: cijfers.filter(({ populatie }) => populatie === soort),
      }))}
    />
  )
}

/** `/openbare-cijfers/$id` */
export function PublicatiePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()('cijfers.publiceren')
  const { data, error } = useEndpoint(haalPublicatie, { params: { id } })
  return (
    <Page
      title={data ? `Openbare cijfers, ${data.periodeNaam}` : 'Openbare cijfers'}
      breadcrumbs={[{ label: 'Openbare cijfers', to: PAD }]}
    >
      {error && <ProblemAlert problem={error} />}
      {data && (
        <>
          <p>
            <Stand status={data.status} /> Openbaar gemaakt op{' '}
            <DateText date={data.gepubliceerdOp.slice(0, 10)} /> door {data.door}. 0 tot en met{' '}
            {data.geheimTot} is geheim, afgerond op {data.afronding}.
          </p>
          {data.intrekreden && (
            <p>
              Ingetrokken op <DateText date={data.ingetrokkenOp!.slice(0, 10)} />: {data.intrekreden}
            </p>
          )}
          <OpenDataUit isOpen={data.isOpen} />
          {data.indicatoren.map((one) => (
            <Cijfers key={one.indicator} naam={one.naam} cijfers={one.cijfers} />
          ))}
          {mag && data.status === 'gepubliceerd' && (
            <FormDisclosure label="Intrekken">
              {(sluit) => <Intrekken id={id} sluit={sluit} />}
            </FormDisclosure>
          )}
        </>
      )}
    </Page>
  )
}

function Intrekken({ id, sluit }: { id: string; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postIntrekking, {
    onDone: () => {
      toast.show('De cijfers zijn ingetrokken.')
      sluit()
    },
  })
  return (
    <Form
      schema={postIntrekking.body}
      defaultValues={{} as never}
      submitLabel="Intrekken"
      draftKey={`publicatie-intrekken-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <TextAreaField
        name="reden"
        label="Waarom trekt u deze cijfers in?"
        hint="Iedereen leest deze reden. Wie de cijfers al had, houdt ze: bij opnieuw publiceren blijft geheim wat geheim was."
        max={500}
      />
    </Form>
  )
}
