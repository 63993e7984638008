import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import {
  getTellingen,
  getWachtlijstKeuzes,
  listNietPlaatsbaar,
  listWachtlijst,
  type WachtItem,
} from '../domain/contract.ts'
import { overbruggingen, richtingen } from '../domain/rules.ts'
import { Aantallen, Risicos, Voorrang } from './overzicht-tabellen.tsx'
import { dagen, optionsOf, optionsOfKeuzes, WachtStatus } from './teksten.tsx'

const kolommen = [
  {
    key: 'rang',
    label: 'Plaats',
    sortable: true,
    render: (row: WachtItem) =>
      row.rang === null
        ? '–'
        : `${row.rang} van ${row.aantalOpLijst}${row.poortOpen ? '' : ' (nog niet plaatsbaar)'}`,
  },
  {
    key: 'naam',
    label: 'Naam',
    sortable: true,
    render: (row: WachtItem) => (
      <>
        <Link to={`/wachtlijst/${row.id}` as never}>{row.naam}</Link>{' '}
        {row.voorrang && <StatusBadge label="Voorrang" tone="info" />}{' '}
        {row.dubbel && <StatusBadge label="Staat er dubbel op" tone="let_op" />}{' '}
        {row.nietPlaatsbaarSinds && <StatusBadge label="Nergens past een plek" tone="let_op" />}
      </>
    ),
  },
  { key: 'leeftijd', label: 'Leeftijd', sortable: true, align: 'end' as const },
  { key: 'personen', label: 'Personen', sortable: true, align: 'end' as const },
  { key: 'gemeente', label: 'Gemeente', sortable: true },
  {
    key: 'product',
    label: 'Wacht op',
    render: (row: WachtItem) => (
      <>
        {row.product} <span className="od-hint">{richtingen[row.richting]}</span>
      </>
    ),
  },
  {
    key: 'dagenBesloten',
    label: 'Sinds besluit',
    sortable: true,
    render: (row: WachtItem) => dagen(row.dagenBesloten),
  },
  {
    key: 'dagenGemeld',
    label: 'Sinds melding',
    sortable: true,
    render: (row: WachtItem) => dagen(row.dagenGemeld),
  },
  {
    key: 'dagenPlaatsbaar',
    label: 'Plaatsbaar',
    defaultHidden: true,
    render: (row: WachtItem) => dagen(row.dagenPlaatsbaar),
  },
  {
    key: 'dagenVoorgesteld',
    label: 'Sinds voorstel',
    defaultHidden: true,
    render: (row: WachtItem) => dagen(row.dagenVoorgesteld),
  },
  { key: 'wachtreden', label: 'Waarom' },
  { key: 'trede', label: 'Voorrangsregel', render: (row: WachtItem) => row.trede ?? 'Geen' },
  {
    key: 'overbrugging',
    label: 'Intussen',
    render: (row: WachtItem) =>
      row.overbrugging === 'geen' ? (
        <StatusBadge label="Niets" tone="let_op" />
      ) : (
        overbruggingen[row.overbrugging]
      ),
  },
  {
    key: 'bevestigenVoor',
    label: 'Vragen voor',
    sortable: true,
    render: (row: WachtItem) => (
      <>
        <DateText date={row.bevestigenVoor} />{' '}
        {row.teBevestigen && <StatusBadge label="Te laat" tone="fout" />}
      </>
    ),
  },
  { key: 'status', label: 'Stand', render: (row: WachtItem) => <WachtStatus status={row.status} /> },
  { key: 'voorkeurLocatie', label: 'Gewenste locatie', defaultHidden: true },
]

/** `/wachtlijst`: who waits, in order, and what needs doing. */
export function WachtlijstPage() {
  const mag = useMag()
  return (
    <Page
      title="Wachtlijst"
      lead="Eén lijst voor de hele regio. U ziet de mensen bij wie uw organisatie betrokken is; de plaats geldt voor iedereen."
      actions={
        <>
          <ButtonLink to="/wachtlijst/vergelijken" variant="secondary">
            Twee mensen vergelijken
          </ButtonLink>
          {mag('persoon.lezen') && mag('wachtlijst.plaatsen') && (
            <ButtonLink to="/wachtlijst/nieuw">Op de lijst zetten</ButtonLink>
          )}
        </>
      }
    >
      <Cijfers />
      <Tabs
        items={[
          {
            id: 'wacht',
            label: 'Wacht',
            content: (
              <Lijst
                id="wacht"
                query={{ status: 'wachtend' }}
                leeg={{
                  title: 'Niemand wacht nog op een voorstel',
                  text: 'Wie een voorstel kreeg, staat bij Voorgesteld. Zet iemand op de lijst vanuit het dossier van de cliënt, na het besluit.',
                }}
              />
            ),
          },
          {
            id: 'voorgesteld',
            label: 'Voorgesteld',
            content: (
              <Lijst
                id="voorgesteld"
                query={{ status: 'voorgesteld' }}
                leeg={{
                  title: 'Er loopt geen voorstel',
                  text: 'Kies iemand die wacht en stel een plek voor.',
                }}
              />
            ),
          },
          { id: 'niet-plaatsbaar', label: 'Kan niet plaatsen', content: <NietPlaatsbaar /> },
          {
            id: 'bevestigen',
            label: 'Opnieuw bevestigen',
            content: (
              <Lijst
                id="bevestigen"
                query={{ teBevestigen: 'ja' }}
                sort="bevestigenVoor"
                leeg={{
                  title: 'Iedereen is op tijd gevraagd',
                  text: 'Wie te lang niet is gevraagd of het wachten nog klopt, komt hier te staan. Niemand valt vanzelf van de lijst.',
                }}
              />
            ),
          },
          { id: 'risico', label: 'Risico', content: <Risicos /> },
          { id: 'aantallen', label: 'Aantallen', content: <Aantallen /> },
          { id: 'voorrang', label: 'Voorrang', content: <Voorrang /> },
          {
            id: 'opgeschort',
            label: 'Tijdelijk niet beschikbaar',
            content: (
              <Lijst
                id="opgeschort"
                query={{ status: 'opgeschort' }}
                leeg={{
                  title: 'Niemand is tijdelijk niet beschikbaar',
                  text: 'Denk aan een opname of detentie.',
                }}
              />
            ),
          },
        ]}
      />
    </Page>
  )
}

function Lijst(props: {
  id: string
  query: { status?: 'wachtend' | 'voorgesteld' | 'opgeschort'; teBevestigen?: 'ja' }
  sort?: 'bevestigenVoor'
  leeg: { title: string; text: string }
}) {
  const { data } = useEndpoint(getWachtlijstKeuzes, {})
  return (
    <DataTable
      id={`wachtlijst-${props.id}`}
      caption="Wie wacht"
      captionHidden
      endpoint={listWachtlijst}
      query={props.query}
      columns={kolommen}
      rowKey={(row) => row.id}
      defaultSort={props.sort ?? 'rang'}
      filters={
        <>
          <FilterSelect
            name="productId"
            label="Wacht op"
            options={(data?.producten ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
          />
          <FilterSelect name="richting" label="Richting" options={optionsOf(richtingen)} />
          <FilterSelect name="gemeente" label="Gemeente" options={optionsOfKeuzes(data?.gemeenten)} />
          <FilterSelect
            name="locatieId"
            label="Gewenste locatie"
            options={(data?.locaties ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
          />
        </>
      }
      empty={props.leeg}
    />
  )
}

function NietPlaatsbaar() {
  return (
    <DataTable
      id="wachtlijst-niet-plaatsbaar"
      caption="Voor deze mensen past nergens in de regio een plek, ook niet als die vrij zou zijn"
      endpoint={listNietPlaatsbaar}
      columns={[
        {
          key: 'naam',
          label: 'Naam',
          render: (row) => <Link to={`/wachtlijst/${row.id}` as never}>{row.naam}</Link>,
        },
        { key: 'product', label: 'Wacht op' },
        { key: 'personen', label: 'Personen', align: 'end' },
        {
          key: 'redenen',
          label: 'Waarom past er niets',
          render: (row) =>
            row.redenen.length > 0
              ? row.redenen.join(' ')
              : 'Er is nu wel een plek die past. Kijk bij Wacht.',
        },
        {
          key: 'nietPlaatsbaarSinds',
          label: 'Sinds',
          render: (row) => <DateText date={row.nietPlaatsbaarSinds} />,
        },
        { key: 'herzienOp', label: 'Opnieuw kijken', render: (row) => <DateText date={row.herzienOp} /> },
        {
          key: 'geescaleerdOp',
          label: 'Coördinator',
          render: (row) =>
            row.geescaleerdOp ? (
              <>
                Gemeld op <DateText date={row.geescaleerdOp} />
              </>
            ) : (
              'Nog niet'
            ),
        },
      ]}
      rowKey={(row) => row.id}
      empty={{
        title: 'Voor iedereen bestaat er een plek die past',
        text: 'Past er voor iemand nergens een plek, dan staat hier waarom. Elke week wordt het opnieuw bekeken.',
      }}
    />
  )
}

function Cijfers() {
  const { data } = useEndpoint(getTellingen, {})
  if (!data) return null
  const { totaal } = data
  // A total can be hidden for what it would tell of a small part; then it is itself not small.
  const getal = (aantal: number | null) => aantal ?? 'Niet getoond'
  return (
    <StatTiles>
      <StatTile
        label="Cliënten op de lijst"
        value={getal(totaal.dossiers)}
        note="Hele regio, iedereen één keer geteld"
      />
      <StatTile
        label="Registraties"
        value={getal(totaal.registraties)}
        note="Wie op twee dingen wacht telt hier twee keer"
      />
      <StatTile label="Mensen met hun gezin" value={getal(totaal.personen)} />
      <StatTile
        label="Helft wacht langer dan"
        value={dagen(totaal.mediaanDagen)}
        note={
          totaal.langsteDagen === null
            ? 'Sinds het besluit'
            : `Sinds het besluit; langste ${dagen(totaal.langsteDagen)}`
        }
      />
    </StatTiles>
  )
}
