import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { tekst } from '../../../shared/endpoint.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { haalDossier, listDubbelen } from '../../persoon/domain/contract.ts'
import { draaiSamenvoegingTerug, listOpvolgingen, listTeLaatInRegio, voegSamen } from '../domain/contract.ts'
import { dagenTekst } from './dagen.ts'

/** `/opvolgingen`: what the own organisation has to do, the most urgent on top. */
export function OpvolgingenPage() {
  return (
    <Page
      title="Volgende stappen"
      lead="Cliënten voor wie uw organisatie verantwoordelijk is. De oudste stap staat bovenaan."
    >
      <DataTable
        id="opvolgingen"
        caption="Volgende stappen van uw organisatie"
        captionHidden
        endpoint={listOpvolgingen}
        rowKey={(stap) => stap.id}
        defaultSort="volgendeStapOp"
        filters={
          <>
            <FilterSelect
              name="alleen"
              label="Tonen"
              options={[
                { value: 'te_laat', label: 'Alleen te laat' },
                { value: 'van_mij', label: 'Alleen van mij' },
              ]}
            />
            <FilterSelect
              name="status"
              label="Stand"
              allLabel="Open"
              options={[{ value: 'afgesloten', label: 'Afgesloten' }]}
            />
            <FilterText name="kenmerk" label="Kenmerk" size={10} />
          </>
        }
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (stap) =>
              stap.persoonId ? (
                <Link to={`/clienten/${stap.persoonId}` as never}>{stap.naam}</Link>
              ) : (
                stap.naam
              ),
          },
          {
            key: 'volgendeStap',
            label: 'Volgende stap',
            render: (stap) => stap.volgendeStap ?? 'Afgesloten',
          },
          {
            key: 'volgendeStapOp',
            label: 'Uiterlijk op',
            sortable: true,
            render: (stap) => (
              <>
                <DateText date={stap.volgendeStapOp ?? stap.afgeslotenOp} />{' '}
                {stap.dagenTeLaat > 0 && (
                  <StatusBadge tone="fout" label={`${dagenTekst(stap.dagenTeLaat)} te laat`} />
                )}
              </>
            ),
          },
          { key: 'contactpersoon', label: 'Contactpersoon', sortable: true },
          { key: 'kenmerk', label: 'Kenmerk', defaultHidden: true },
        ]}
        empty={{
          title: 'Geen stappen',
          text: 'Er is nu niets te doen. Kies andere filters om meer te zien.',
        }}
      />
    </Page>
  )
}

/** `/te-laat-in-regio`: for the coordinator, who calls organisations and sees no cliënten. */
export function TeLaatPage() {
  const answer = useEndpoint(listTeLaatInRegio, { query: { aantalPerPagina: 1 } })
  return (
    <Page
      title="Te late stappen in de regio"
      lead="U ziet welke organisatie een stap te laat heeft, niet over wie het gaat. Bel de contactpersoon en noem het kenmerk."
    >
      {answer.data && answer.data.perOrganisatie.length > 0 && (
        <StatTiles>
          {answer.data.perOrganisatie.map((een) => (
            <StatTile
              key={een.organisatie}
              label={een.organisatie}
              value={een.aantal}
              note={een.geescaleerd > 0 ? `Waarvan ${een.geescaleerd} bij u gemeld` : 'Nog niet bij u gemeld'}
              tone={een.geescaleerd > 0 ? 'fout' : 'let_op'}
            />
          ))}
        </StatTiles>
      )}
      <DataTable
        id="te-laat"
        caption="Te late stappen, de oudste eerst"
        endpoint={listTeLaatInRegio}
        rowKey={(stap) => stap.kenmerk}
        columns={[
          { key: 'kenmerk', label: 'Kenmerk' },
          { key: 'organisatie', label: 'Organisatie' },
          { key: 'contactpersoon', label: 'Contactpersoon' },
          {
            key: 'volgendeStapOp',
            label: 'Uiterlijk op',
            render: (stap) => <DateText date={stap.volgendeStapOp} />,
          },
          {
            key: 'dagenTeLaat',
            label: 'Te laat',
            render: (stap) => (
              <>
                {dagenTekst(stap.dagenTeLaat)}{' '}
                {stap.geescaleerdOp && <StatusBadge tone="fout" label="Bel de organisatie" />}
              </>
            ),
          },
        ]}
        empty={{ title: 'Alles op tijd', text: 'Er is in de regio geen volgende stap te laat.' }}
      />
    </Page>
  )
}

/** `/clienten/$id/samenvoegen`: files that may be the same person, with why; and merges to undo. */
export function SamenvoegenPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const dossier = useEndpoint(haalDossier, { params: { id } })
  const dubbelen = useEndpoint(listDubbelen, { params: { id } })
  const [kiest, setKiest] = useState<{ id: string; naam: string } | undefined>()
  const [splitst, setSplitst] = useState<{ id: string; naam: string } | undefined>()
  const problem = dossier.error ?? dubbelen.error
  if (problem) return <ProblemAlert problem={problem} />
  if (!dossier.data || !dubbelen.data) return <p role="status">Bezig met laden…</p>
  const { naam } = dossier.data
  return (
    <Page
      title={`Dubbele dossiers van ${naam}`}
      breadcrumbs={[
        { label: 'Cliënten', to: '/clienten' },
        { label: naam, to: `/clienten/${dossier.data.id}` },
      ]}
    >
      <Section title="Mogelijk dezelfde persoon">
        {dubbelen.data.results.length === 0 ? (
          <EmptyState
            title="Geen dubbele dossiers gevonden"
            text="Er is geen ander dossier dat op dit dossier lijkt."
          />
        ) : (
          <ul className="od-kaarten">
            {dubbelen.data.results.map(({ persoon, redenen, zeker }) => (
              <li key={persoon.id}>
                <p>
                  <Link to={`/clienten/${persoon.id}` as never}>{persoon.naam}</Link>{' '}
                  <StatusBadge
                    label={zeker ? 'Vrijwel zeker dezelfde' : 'Lijkt erop'}
                    tone={zeker ? 'let_op' : 'info'}
                  />
                </p>
                <p className="od-hint">
                  Geboren: <DateText date={persoon.geboortedatum} empty="onbekend" />. {redenen.join('. ')}.
                </p>
                <Button type="button" variant="secondary" onClick={() => setKiest(persoon)}>
                  Samenvoegen met {persoon.naam}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {kiest && (
          <SamenvoegForm
            key={kiest.id}
            blijft={dossier.data}
            ander={kiest}
            onDone={() => setKiest(undefined)}
          />
        )}
      </Section>
      {dossier.data.samengevoegd.length > 0 && (
        <Section title="Al samengevoegd">
          <ul className="od-kaarten">
            {dossier.data.samengevoegd.map((een) => (
              <li key={een.samenvoegingId}>
                <p>{een.naam}</p>
                <p className="od-hint">Reden: {een.reden}</p>
                <Button
                  type="button"
                  variant="tertiary"
                  onClick={() => setSplitst({ id: een.samenvoegingId, naam: een.naam })}
                >
                  Samenvoeging terugdraaien
                </Button>
              </li>
            ))}
          </ul>
          {splitst && <SplitsForm key={splitst.id} {...splitst} onDone={() => setSplitst(undefined)} />}
        </Section>
      )}
    </Page>
  )
}

const Reden = z.object({ reden: tekst('de reden', 500) })

function SamenvoegForm(props: {
  blijft: { id: string; naam: string }
  ander: { id: string; naam: string }
  onDone: () => void
}) {
  const toast = useToast()
  const navigate = useNavigate()
  const { blijft, ander } = props
  const undo = useCommand(draaiSamenvoegingTerug)
  const save = useCommand(voegSamen, {
    onDone: async ({ id }) => {
      toast.show('De dossiers zijn samengevoegd.', async () => {
        await undo.run({ params: { id }, body: { reden: 'Meteen teruggedraaid' } })
      })
      await navigate({ to: `/clienten/${blijft.id}` as never })
    },
  })
  return (
    <Form
      schema={Reden}
      defaultValues={{ reden: '' }}
      draftKey={`samenvoegen-${ander.id}-in-${blijft.id}`}
      submitLabel="Dossiers samenvoegen"
      actions={
        <Button type="button" variant="tertiary" onClick={props.onDone}>
          Annuleren
        </Button>
      }
      onSubmit={({ reden }) => save.run({ body: { persoonId: ander.id, opgegaanIn: blijft.id, reden } })}
    >
      <Alert heading="Dit gebeurt er">
        <p>
          Het dossier van {ander.naam} gaat op in het dossier dat u open heeft. Organisaties die bij een van
          de twee betrokken zijn, zien daarna allebei. U kunt dit terugdraaien.
        </p>
      </Alert>
      <TextAreaField
        name="reden"
        label="Hoe weet u dat dit dezelfde persoon is?"
        rows={3}
        max={500}
        empty=""
      />
    </Form>
  )
}

function SplitsForm({ id, naam, onDone }: { id: string; naam: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(draaiSamenvoegingTerug, {
    onDone: () => {
      toast.show('De samenvoeging is teruggedraaid. Beide dossiers gelden weer.')
      onDone()
    },
  })
  return (
    <Form
      schema={Reden}
      defaultValues={{ reden: '' }}
      draftKey={`samenvoeging-${id}-terug`}
      submitLabel="Samenvoeging terugdraaien"
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <TextAreaField
        name="reden"
        label={`Waarom is ${naam} toch iemand anders?`}
        rows={3}
        max={500}
        empty=""
      />
    </Form>
  )
}
