import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { getBeheeroverzicht } from '../domain/contract.ts'
import { useNamen, useProducten } from './dated-screen.tsx'

interface Card {
  label: string
  to: string
  /** Table whose rows are counted. */
  tabel: string
  note: string
  permission?: string
}

const wie: readonly Card[] = [
  { label: 'Gemeenten', to: '/beheer/gemeenten', tabel: 'regio_gemeente', note: 'Wie bij de regio hoort' },
  {
    label: 'Organisaties',
    to: '/beheer/organisaties',
    tabel: 'organisatie',
    note: 'Wie wat doet in de keten',
  },
  {
    label: 'Gebruikers',
    to: '/beheer/gebruikers',
    tabel: 'gebruiker',
    note: 'Wie toegang heeft',
    permission: 'gebruiker.beheren',
  },
  { label: 'Rollen en rechten', to: '/beheer/rechten', tabel: 'rol_permissie', note: 'Wat elke rol mag' },
  { label: 'Mandaten', to: '/beheer/mandaten', tabel: 'mandaat', note: 'Wie namens wie beslist' },
]
const wat: readonly Card[] = [
  {
    label: 'Producten en verblijfsduur',
    to: '/beheer/producten',
    tabel: 'product',
    note: 'En het langste verblijf',
  },
  { label: 'Termijnen', to: '/beheer/termijnen', tabel: 'termijn', note: 'Hoeveel tijd er is' },
  {
    label: 'Volgorderegels',
    to: '/beheer/volgorderegels',
    tabel: 'prioriteitsregel',
    note: 'Wie voorgaat op de wachtlijst',
  },
  {
    label: 'Toelatingscriteria',
    to: '/beheer/criteria',
    tabel: 'criteria',
    note: 'Versies van de beleidsregels',
  },
  { label: 'Keuzelijsten', to: '/beheer/keuzelijsten', tabel: 'keuze', note: 'Redenen, kanalen, kenmerken' },
  { label: 'Fasen', to: '/beheer/fasen', tabel: 'fase', note: 'Stappen van een traject' },
  {
    label: 'Escalatieniveaus',
    to: '/beheer/escalatieniveaus',
    tabel: 'escalatieniveau',
    note: 'Wie een casus bespreekt, en wanneer',
  },
  {
    label: 'Regels van ETHOS Light',
    to: '/beheer/ethos-regels',
    tabel: 'ethos_regel',
    note: 'Wie als dak- of thuisloos telt',
  },
  {
    label: 'Toegestane stappen',
    to: '/beheer/product-overgangen',
    tabel: 'product_overgang',
    note: 'Welk product op welk product volgt',
  },
  {
    label: 'Streefaantallen',
    to: '/beheer/streefaantallen',
    tabel: 'streefaantal',
    note: 'Hoeveel plekken er moeten komen',
  },
  {
    label: 'Woningafspraken',
    to: '/beheer/woningafspraken',
    tabel: 'woningafspraak',
    note: 'Hoeveel woningen corporaties per jaar beschikbaar stellen',
  },
  {
    label: 'Instellingen',
    to: '/beheer/instellingen',
    tabel: 'instelling',
    note: 'Losse keuzes van de regio',
  },
  {
    label: 'Bronnen die elkaar tegenspreken',
    to: '/beheer/bronnen',
    tabel: 'bronconflict',
    note: 'Beide waarden naast elkaar',
  },
]

const onderdelen: Readonly<Record<string, string>> = {
  regio_gemeente: 'gemeente',
  rol_permissie: 'recht',
  mandaat: 'mandaat voor',
  product_regel: 'langste verblijf van',
  product_overgang: 'toegestane stap na',
  streefaantal: 'streefaantal voor',
  woningafspraak: 'woningafspraak in',
  prioriteitsregel: 'volgorderegel',
  criteria: 'criteria',
}

export function OverviewPage() {
  const mag = useMag()
  const namen = useNamen()
  const producten = useProducten()
  const { data, error } = useEndpoint(getBeheeroverzicht, {})
  const nameOf = (wat: string) =>
    producten.find((one) => one.id === wat)?.naam ?? (/^GM\d{4}$/.test(wat) ? namen.gemeente(wat) : wat)
  const cards = (list: readonly Card[]) => (
    <StatTiles>
      {list
        .filter((card) => !card.permission || mag(card.permission))
        .map((card) => (
          <StatTile
            key={card.to}
            label={card.label}
            to={card.to}
            value={data?.aantallen[card.tabel] ?? '…'}
            note={card.note}
          />
        ))}
    </StatTiles>
  )
  return (
    <Page
      title="Beheer"
      lead={data && `Alles wat regio ${data.regio.naam} zelf kiest, met de dag waarop het ingaat.`}
    >
      {error && <ProblemAlert problem={error} />}
      <Section title="Wie doet mee">{cards(wie)}</Section>
      <Section title="Wat er geldt">{cards(wat)}</Section>
      <Section title="Wat binnenkort verandert">
        {data?.gepland.length === 0 && <p>Er staan geen wijzigingen klaar.</p>}
        <ul className="ams-unordered-list">
          {data?.gepland.map((one) => (
            <li key={one.onderdeel + one.wat + one.op + one.begint} className="ams-unordered-list__item">
              <DateText date={one.op} long />: {onderdelen[one.onderdeel] ?? one.onderdeel} {nameOf(one.wat)}{' '}
              {one.begint ? 'verandert of begint' : 'eindigt'}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Terugkijken">
        <ul className="ams-unordered-list">
          <li className="ams-unordered-list__item">
            <Link to={'/beheer/wijzigingen' as never}>Wie welke instelling wijzigde</Link>
          </li>
          {mag('audit.lezen') && (
            <li className="ams-unordered-list__item">
              <Link to={'/beheer/logboek' as never}>Logboek: wie wat bekeek of schreef</Link>
            </li>
          )}
        </ul>
      </Section>
    </Page>
  )
}
