import { Link, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { Besluitlijst, useBesluitenOver } from '../../overleg/web/besluiten-deel.tsx'
import { type Activiteitrij, listActiviteiten } from '../domain/activiteit-contract.ts'
import { activiteitsoorten, koersen, programmasoorten, standen } from '../domain/keuzes.ts'
import { planningTekst } from '../domain/planning.ts'
import { getProgramma, type ProgrammaDetail, postProgrammaopenbaar } from '../domain/programma-contract.ts'
import { Onderdeeltabel } from './doelen-page.tsx'
import { NieuwOnderdeel, WijzigOnderdelen } from './onderdeel-form.tsx'
import { VersieForm, WijzigProgramma } from './programma-form.tsx'
import { Tijdlijn } from './tijdlijn.tsx'
import { Standbadge } from './waarden.tsx'

/** `/programma/$id`: one programma with its activities, their planning, and what it wants. */
export function ProgrammaPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getProgramma, { params: { id } })
  const mag = useMag()
  const [magSchrijven, magBesluiten] = [mag('programma.schrijven'), mag('overleg.lezen')]
  return (
    <Page
      title={data?.naam ?? 'Programma'}
      lead={
        data &&
        `${programmasoorten[data.soort]}${data.gemeenten.length > 0 ? ` van ${data.gemeenten.join(', ')}` : ''}`
      }
      breadcrumbs={[{ label: 'Programma', to: '/programma' }]}
      status={data?.isOpenbaar && <StatusBadge label="Openbaar" tone="info" />}
      actions={
        data &&
        magSchrijven &&
        !data.isVervangen && (
          <ButtonLink to={`/programma/${id}/activiteit-nieuw`}>Activiteit toevoegen</ButtonLink>
        )
      }
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.vervangenDoor && (
        <Alert heading="Er is een nieuwe versie" tone="let_op">
          <p>
            Kijk bij{' '}
            <Link to={'/programma/$id' as never} params={{ id: data.vervangenDoor.id } as never}>
              {data.vervangenDoor.naam}
            </Link>
            . Deze versie blijft staan zoals zij was.
          </p>
        </Alert>
      )}
      {data && (
        <Tabs
          items={[
            { id: 'activiteiten', label: 'Activiteiten', content: <Activiteiten programma={data} /> },
            { id: 'planning', label: 'Planning', content: <Tijdlijn programma={data} /> },
            { id: 'doelen', label: 'Wat wij willen', content: <Doelen programma={data} /> },
            ...(magBesluiten
              ? [{ id: 'besluiten', label: 'Besluiten', content: <Besluiten programma={data} /> }]
              : []),
            { id: 'gegevens', label: 'Gegevens', content: <Gegevens programma={data} /> },
          ]}
        />
      )}
    </Page>
  )
}

function Activiteiten({ programma }: { programma: ProgrammaDetail }) {
  return (
    <DataTable
      id="activiteiten"
      caption={`Activiteiten van ${programma.naam}`}
      captionHidden
      endpoint={listActiviteiten}
      query={{ programmaId: programma.id }}
      rowKey={(rij) => rij.id}
      defaultSort="nummer"
      pageSize={100}
      filters={
        <>
          <FilterSelect name="soort" label="Soort" options={optionsOf(activiteitsoorten)} />
          <FilterSelect name="stand" label="Stand" options={optionsOf(standen)} />
          <FilterSelect name="koers" label="Koers" options={optionsOf(koersen)} />
        </>
      }
      columns={[
        {
          key: 'naam',
          label: 'Activiteit',
          sortable: true,
          render: (rij: Activiteitrij) => (
            <>
              {rij.code}{' '}
              <Link to={'/activiteiten/$id' as never} params={{ id: rij.id } as never}>
                {rij.naam}
              </Link>
              {rij.soort === 'pilot' && <span className="od-hint"> pilot</span>}
            </>
          ),
        },
        { key: 'themas', label: 'Thema', render: (rij: Activiteitrij) => rij.themas.join(', ') || '–' },
        {
          key: 'stand',
          label: 'Stand',
          sortable: true,
          render: (rij: Activiteitrij) => <Standbadge stand={rij.stand} koers={rij.koers} />,
        },
        {
          key: 'vanKwartaal',
          label: 'Planning',
          sortable: true,
          render: (rij: Activiteitrij) => planningTekst(rij),
        },
        {
          key: 'kartrekkers',
          label: 'Kartrekker',
          render: (rij: Activiteitrij) => rij.kartrekkers.join(', ') || '–',
        },
        {
          key: 'bijgewerktOp',
          label: 'Bijgewerkt',
          sortable: true,
          render: (rij: Activiteitrij) =>
            rij.bijgewerktOp ? <DateText date={rij.bijgewerktOp} /> : 'Nog niet',
        },
        { key: 'openKnelpunten', label: 'Open knelpunten', align: 'end' },
        {
          key: 'volgendBesluitOp',
          label: 'Volgend besluit',
          defaultHidden: true,
          render: (rij: Activiteitrij) =>
            rij.volgendBesluitOp ? <DateText date={rij.volgendBesluitOp} /> : '–',
        },
      ]}
      empty={{
        title: 'Geen activiteiten',
        text: 'Voeg een activiteit of pilot toe, of kies een ander filter.',
      }}
    />
  )
}

function Doelen({ programma }: { programma: ProgrammaDetail }) {
  const magSchrijven = useMag()('programma.schrijven')
  return (
    <>
      <Onderdeeltabel programmaId={programma.id} />
      {magSchrijven && (
        <Section title="Bijwerken">
          <FormDisclosure label="Onderdeel toevoegen">
            {(sluit) => <NieuwOnderdeel programma={programma} sluit={sluit} />}
          </FormDisclosure>
          {programma.onderdelen.length > 0 && (
            <FormDisclosure label="Onderdeel verbeteren">
              {() => <WijzigOnderdelen programma={programma} />}
            </FormDisclosure>
          )}
        </Section>
      )}
    </>
  )
}

/** What boards decided about the programma and its activities, or intend to. */
function Besluiten({ programma }: { programma: ProgrammaDetail }) {
  const besluiten = useBesluitenOver({ programmaId: programma.id })
  if (besluiten.length === 0)
    return (
      <EmptyState
        title="Nog geen besluiten"
        text="Kies bij een besluit van een raad, college of overleg over welk programma of welke activiteit het gaat. Dan staat het hier."
      />
    )
  return <Besluitlijst besluiten={besluiten} label="Besluiten over dit programma" />
}

function Gegevens({ programma }: { programma: ProgrammaDetail }) {
  const mag = useMag()
  const regio = useSessie().regio.code
  return (
    <>
      <TermList>
        <Term label="Code">{programma.code}</Term>
        <Term label="Soort">{programmasoorten[programma.soort]}</Term>
        <Term label="Geldt">
          vanaf <DateText date={programma.van} long />
          {programma.tot && (
            <>
              {' '}
              tot <DateText date={programma.tot} long />
            </>
          )}
        </Term>
        <Term label="Waar">
          {programma.gemeenten.length === 0 ? 'Hele regio' : programma.gemeenten.join(', ')}
        </Term>
        <Term label="Vastgesteld">
          {programma.vastgesteldOp && <DateText date={programma.vastgesteldOp} long />}{' '}
          {programma.vastgesteldDoor}
        </Term>
        <Term label="Toelichting">
          {programma.toelichting && <span className="od-tekst">{programma.toelichting}</span>}
        </Term>
        <Term label="Bron">{programma.bron}</Term>
        <Term label="Vorige versie" empty="Dit is de eerste">
          {programma.vervangt && (
            <Link to={'/programma/$id' as never} params={{ id: programma.vervangt.id } as never}>
              {programma.vervangt.naam}
            </Link>
          )}
        </Term>
        <Term label="Openbaar">
          {programma.openbaarSinds ? (
            <>
              Ja, sinds <DateText date={programma.openbaarSinds} long />:{' '}
              <a href={`/voortgang/${regio}/${programma.code}`}>openbare pagina</a>
            </>
          ) : (
            'Nee'
          )}
        </Term>
      </TermList>
      {mag('programma.schrijven') && (
        <>
          <FormDisclosure label="Gegevens verbeteren">
            {(sluit) => <WijzigProgramma programma={programma} sluit={sluit} />}
          </FormDisclosure>
          {!programma.isVervangen && (
            <FormDisclosure label="Nieuwe versie beginnen">
              {() => <VersieForm programma={programma} />}
            </FormDisclosure>
          )}
        </>
      )}
      {mag('programma.publiceren') && (
        <FormDisclosure
          label={programma.isOpenbaar ? 'Van de openbare pagina halen' : 'Voortgang openbaar maken'}
        >
          {(sluit) => <OpenbaarForm programma={programma} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

function OpenbaarForm({ programma, sluit }: { programma: ProgrammaDetail; sluit: () => void }) {
  const toast = useToast()
  const save = useCommand(postProgrammaopenbaar, {
    onDone: () => {
      toast.show(programma.isOpenbaar ? 'De voortgang is niet meer openbaar.' : 'De voortgang is openbaar.')
      sluit()
    },
  })
  return (
    <Form
      schema={postProgrammaopenbaar.body}
      defaultValues={{ versie: programma.versie, isOpenbaar: programma.isOpenbaar }}
      submitLabel="Opslaan"
      warnOnLeave={false}
      onSubmit={(body) => save.run({ params: { id: programma.id }, body })}
    >
      <CheckboxField
        name="isOpenbaar"
        label="Iedereen mag de voortgang zien, zonder account"
        hint="Te zien zijn: naam, doel, planning, stand en resultaten van elke activiteit, en teksten over de voortgang waarbij staat dat zij openbaar zijn. Knelpunten, geld en redenen niet."
      />
    </Form>
  )
}
