import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { listMeldingen, type MeldingRegel } from '../domain/contract.ts'
import { acceptOverdracht, listOverdrachten } from '../domain/samenwerking-contract.ts'
import { domeinen, statussen, triageUitkomsten } from '../domain/status.ts'
import { codesOf, keuzesOf, useOpties } from './opties.ts'
import { MeldingStatus, Termijn } from './status.tsx'

const kolommen = [
  {
    key: 'nummer',
    label: 'Melding',
    sortable: true,
    render: (row: MeldingRegel) => <Link to={`/meldingen/${row.id}` as never}>{row.nummer}</Link>,
  },
  {
    key: 'naam',
    label: 'Wie',
    sortable: true,
    render: (row: MeldingRegel) => (
      <>
        {row.naam} {row.isSpoed && <StatusBadge label="Spoed" tone="fout" />}{' '}
        {row.slaapplekVannacht === 'nee' && <StatusBadge label="Geen slaapplek" tone="let_op" />}
      </>
    ),
  },
  {
    key: 'meldingsdatum',
    label: 'Datum',
    sortable: true,
    render: (row: MeldingRegel) => <DateText date={row.meldingsdatum} />,
  },
  { key: 'kanaalNaam', label: 'Kanaal' },
  { key: 'gemeente', label: 'Gemeente' },
  {
    key: 'status',
    label: 'Status',
    sortable: true,
    render: (row: MeldingRegel) => <MeldingStatus status={row.status} />,
  },
  {
    key: 'uiterlijkOp',
    label: 'Zes weken',
    sortable: true,
    render: (row: MeldingRegel) => <Termijn dagen={row.dagenOver} />,
  },
  {
    key: 'volgendeStapOp',
    label: 'Volgende stap',
    sortable: true,
    render: (row: MeldingRegel) => (
      <>
        {row.volgendeStap ?? '–'}
        {row.volgendeStapOp && (
          <span className="od-hint">
            {' '}
            uiterlijk <DateText date={row.volgendeStapOp} />
          </span>
        )}
      </>
    ),
  },
  {
    key: 'behandelaar',
    label: 'Behandelaar',
    render: (row: MeldingRegel) => row.behandelaar ?? 'Niet opgepakt',
  },
  { key: 'loket', label: 'Loket', defaultHidden: true },
]

const janee = [{ value: 'ja', label: 'Ja' }]

/** `/meldingen`: what came in through every channel and what must happen with it. */
export function WerklijstPage() {
  const mag = useMag()
  const opties = useOpties()
  return (
    <Page
      title="Meldingen"
      lead="Alle meldingen die u mag zien, van elk kanaal."
      actions={
        mag('melding.registreren') && <ButtonLink to="/meldingen/nieuw">Melding vastleggen</ButtonLink>
      }
    >
      <Aangeboden />
      <DataTable
        id="meldingen"
        caption="Meldingen"
        captionHidden
        endpoint={listMeldingen}
        rowKey={(row) => row.id}
        defaultSort="-meldingsdatum"
        columns={kolommen}
        filters={
          <>
            <FilterText name="zoek" label="Nummer" size={12} />
            <FilterSelect
              name="behandeling"
              label="Van wie"
              options={[
                { value: 'van_mij', label: 'Van mij' },
                { value: 'niet_opgepakt', label: 'Niet opgepakt' },
                { value: 'mijn_loket', label: 'Van mijn loket' },
              ]}
            />
            <FilterSelect
              name="status"
              label="Status"
              options={[{ value: 'open', label: 'Open' }, ...codesOf(statussen)]}
            />
            <FilterSelect name="teLaat" label="Te laat" options={janee} />
            <FilterSelect name="spoed" label="Spoed" options={janee} />
            <FilterSelect name="kanaal" label="Kanaal" options={keuzesOf(opties?.kanalen)} />
            <FilterSelect name="gemeente" label="Gemeente" options={keuzesOf(opties?.gemeenten)} />
            <FilterSelect name="triageUitkomst" label="Uitkomst triage" options={codesOf(triageUitkomsten)} />
            <FilterSelect name="domein" label="Deel van de keten" options={codesOf(domeinen)} />
          </>
        }
        empty={{
          title: 'Nog geen meldingen',
          text: 'Hier komen meldingen van de balie, telefoon, straat en verwijzers. Leg de eerste vast.',
          action: mag('melding.registreren') && (
            <ButtonLink to="/meldingen/nieuw">Melding vastleggen</ButtonLink>
          ),
        }}
      />
    </Page>
  )
}

/** Meldingen that another loket wants to hand over: they wait for an answer. */
function Aangeboden() {
  const mag = useMag()
  const answer = useEndpoint(listOverdrachten, { query: { open: 'ja' } })
  const accept = useCommand(acceptOverdracht)
  const open = (answer.data?.results ?? []).filter((overdracht) => overdracht.magAntwoorden)
  if (open.length === 0 || !mag('melding.overdragen')) return null
  return (
    <Alert
      heading={
        open.length === 1
          ? 'Een ander loket biedt u een melding aan'
          : `Andere loketten bieden u ${open.length} meldingen aan`
      }
      tone="let_op"
    >
      {accept.problem && <ProblemAlert problem={accept.problem} />}
      <ul className="od-stapel">
        {open.map((overdracht) => (
          <li key={overdracht.id}>
            <p>
              <Link
                to={`/meldingen/${overdracht.meldingId}` as never}
                search={{ tab: 'overdracht' } as never}
              >
                {overdracht.nummer}
              </Link>{' '}
              van {overdracht.van}: {overdracht.reden}
            </p>
            <Button
              type="button"
              variant="secondary"
              disabled={accept.busy}
              aria-label={`Melding ${overdracht.nummer} aannemen`}
              onClick={() =>
                void accept.run({ params: { id: overdracht.id }, body: {} }).catch(() => undefined)
              }
            >
              Aannemen
            </Button>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
