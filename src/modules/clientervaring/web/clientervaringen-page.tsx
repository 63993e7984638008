import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import {
  type Antwoordrij,
  type Clientervaringrij,
  getClientervaringjaren,
  listClientervaringantwoorden,
  listClientervaringen,
} from '../domain/contract.ts'
import { domeinen } from '../domain/keuzes.ts'
import { aandeelTekst } from './waarden.tsx'

/** `/clientervaring`: what clients say of their support, a year at a time. */
export function ClientervaringenPage() {
  const magSchrijven = useMag()('clientervaring.schrijven')
  const { data, error } = useEndpoint(getClientervaringjaren, {})
  const { get } = useSearchParams()
  const jaar = Number(get('jaar')) || data?.jaren[0]
  return (
    <Page
      title="Cliëntervaring"
      lead="Elk jaar vraagt de gemeente wat cliënten van hun ondersteuning vinden (Wmo 2015, artikel 2.5.1). De uitkomst is vóór 1 juli openbaar en geleverd."
      actions={magSchrijven && <ButtonLink to="/clientervaring/nieuw">Uitkomst vastleggen</ButtonLink>}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && jaar === undefined && (
        <EmptyState
          title="Nog geen uitkomsten"
          text="Leg de uitkomst van het onderzoek vast, per gebied en domein."
        />
      )}
      {data && jaar !== undefined && (
        <>
          <search className="od-filters" aria-label="Welk jaar">
            <FilterSelect
              name="jaar"
              label="Jaar"
              allLabel={`Nieuwste: ${data.jaren[0] ?? jaar}`}
              options={data.jaren.slice(1).map((een) => ({ value: String(een), label: String(een) }))}
            />
          </search>
          <Uitkomsten jaar={jaar} />
          <Vragen jaar={jaar} />
        </>
      )}
    </Page>
  )
}

function Uitkomsten({ jaar }: { jaar: number }) {
  return (
    <Section title={`Uitkomsten van ${jaar}`}>
      <DataTable
        id="clientervaringen"
        caption={`Uitkomsten van ${jaar}`}
        captionHidden
        endpoint={listClientervaringen}
        query={{ jaar }}
        rowKey={(rij) => rij.id}
        defaultSort="gebied"
        columns={[
          {
            key: 'gebied',
            label: 'Gebied',
            sortable: true,
            render: (rij: Clientervaringrij) => (
              <Link to={'/clientervaring/$id' as never} params={{ id: rij.id } as never}>
                {rij.gebied}, {domeinen[rij.domein].toLowerCase()}
              </Link>
            ),
          },
          {
            key: 'uitgenodigd',
            label: 'Uitgenodigd',
            align: 'end',
            render: (rij: Clientervaringrij) =>
              rij.uitgenodigd === null ? '–' : formatNumber(rij.uitgenodigd),
          },
          {
            key: 'beantwoord',
            label: 'Geantwoord',
            align: 'end',
            render: (rij: Clientervaringrij) =>
              rij.ingetrokkenOp
                ? '–'
                : rij.beantwoord === null
                  ? 'Te klein om te tonen'
                  : formatNumber(rij.beantwoord),
          },
          {
            key: 'respons',
            label: 'Respons',
            sortable: true,
            align: 'end',
            render: (rij: Clientervaringrij) =>
              rij.ingetrokkenOp ? '–' : aandeelTekst(rij.respons, rij.afgeschermd),
          },
          { key: 'versie', label: 'Stand', render: (rij: Clientervaringrij) => <Stand rij={rij} /> },
          { key: 'bron', label: 'Bron' },
          { key: 'ingevoerdDoor', label: 'Ingevoerd door', defaultHidden: true },
        ]}
        empty={{ title: `Geen uitkomsten van ${jaar}`, text: 'Kies een ander jaar.' }}
      />
    </Section>
  )
}

function Stand({ rij }: { rij: Clientervaringrij }) {
  if (rij.ingetrokkenOp) return <StatusBadge label="Ingetrokken" tone="neutraal" />
  if (!rij.geleverdOp) return <StatusBadge label="Nog niet geleverd" tone="let_op" />
  return (
    <>
      <StatusBadge label="Geleverd" tone="goed" /> op <DateText date={rij.geleverdOp} /> aan {rij.geleverdAan}
    </>
  )
}

function Vragen({ jaar }: { jaar: number }) {
  return (
    <Section title="Hoeveel cliënten waren positief?">
      <DataTable
        id="clientervaringantwoorden"
        prefix="vraag-"
        caption={`Positieve antwoorden van ${jaar}`}
        captionHidden
        endpoint={listClientervaringantwoorden}
        query={{ jaar }}
        rowKey={(rij) => rij.id}
        defaultSort="gebied"
        filters={<FilterSelect prefix="vraag-" name="domein" label="Domein" options={optionsOf(domeinen)} />}
        columns={[
          { key: 'gebied', label: 'Gebied', sortable: true },
          {
            key: 'domein',
            label: 'Domein',
            sortable: true,
            render: (rij: Antwoordrij) => domeinen[rij.domein],
          },
          { key: 'naam', label: 'Vraag', sortable: true },
          {
            key: 'positief',
            label: 'Positief',
            sortable: true,
            align: 'end',
            render: (rij: Antwoordrij) => aandeelTekst(rij.positief, rij.afgeschermd),
          },
        ]}
        empty={{ title: 'Geen antwoorden', text: 'Bij de uitkomsten van dit jaar is geen vraag ingevuld.' }}
      />
    </Section>
  )
}
