import { Link, useParams } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { type TabItem, Tabs } from '../../../ui/tabs.tsx'
import { getTraject, type TrajectDetail } from '../domain/api.ts'
import { trajectActies, trajectToestanden } from '../domain/toestanden.ts'
import { Achttien, Wlz } from './route-forms.tsx'
import {
  AnderAanspreekpunt,
  AndereFase,
  Beeindigen,
  Onderbreking,
  OpEnAfschalen,
  useTrajectkeuzes,
} from './stap-forms.tsx'
import { Fasenstrook } from './strook.tsx'

/** `/trajecten/$id` */
export function TrajectPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: one, error } = useEndpoint(getTraject, { params: { id } })
  if (!one)
    return (
      <Page title="Traject" breadcrumbs={[{ label: 'Trajecten', to: '/trajecten' }]}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page
      title={`Traject van ${one.naam}`}
      lead={
        <>
          Sinds <DateText date={one.begonnenOp} long />.{' '}
          <Link to={`/clienten/${one.persoonId}` as never}>Naar het dossier</Link>
        </>
      }
      breadcrumbs={[{ label: 'Trajecten', to: '/trajecten' }]}
      status={
        <StatusBadge
          label={trajectToestanden[one.toestand]}
          tone={one.toestand === 'lopend' ? 'info' : one.toestand === 'geeindigd' ? 'neutraal' : 'let_op'}
        />
      }
    >
      <Section title="Fasen">
        <Fasenstrook traject={one} />
      </Section>
      {one.magWijzigen && one.geeindigdOp === null ? <Bijwerken one={one} /> : <Routes one={one} />}
      <Section title="Wie het vaste aanspreekpunt is en was">
        <ul>
          {one.aanspreekpunten.map((een) => (
            <li key={een.id}>
              {een.naam}, {een.organisatie}: sinds <DateText date={een.van} />
              {een.tot && (
                <>
                  {' '}
                  tot <DateText date={een.tot} />
                </>
              )}
              {een.reden && `. Reden: ${een.reden}`}
              {een.door && een.reden && ` (vastgelegd door ${een.door})`}
            </li>
          ))}
        </ul>
      </Section>
      <Geschiedenis one={one} />
    </Page>
  )
}

function Bijwerken({ one }: { one: TrajectDetail }) {
  const keuzes = useTrajectkeuzes(one.id)
  const deel = { one, keuzes }
  const items: (TabItem | false)[] = [
    one.acties.fase.ok && { id: 'fase', label: trajectActies.fase, content: <AndereFase {...deel} /> },
    one.acties.aanspreekpunt.ok && {
      id: 'aanspreekpunt',
      label: trajectActies.aanspreekpunt,
      content: <AnderAanspreekpunt {...deel} />,
    },
    { id: 'terugval', label: 'Terugval en time-out', content: <Onderbreking {...deel} /> },
    one.acties.product.ok && {
      id: 'product',
      label: trajectActies.product,
      content: <OpEnAfschalen {...deel} />,
    },
    { id: 'wlz', label: 'Wlz', content: <Wlz one={one} /> },
    one.achttien !== null && { id: 'achttien', label: 'Naar 18 jaar', content: <Achttien one={one} /> },
    one.acties.beeindigen.ok && {
      id: 'einde',
      label: trajectActies.beeindigen,
      content: <Beeindigen {...deel} />,
    },
  ]
  return (
    <Section title="Vastleggen">
      <Tabs items={items.filter((item) => item !== false)} />
    </Section>
  )
}

/** For who only reads: the routes that there are. */
function Routes({ one }: { one: TrajectDetail }) {
  return (
    <>
      {one.wlz.length > 0 && (
        <Section title="Wlz">
          <Wlz one={one} />
        </Section>
      )}
      {one.achttien && (
        <Section title="Naar 18 jaar">
          <Achttien one={one} />
        </Section>
      )}
    </>
  )
}

const soorten = { terugval: 'Terugval', time_out: 'Time-out' } as const
const begin: Readonly<Record<string, string>> = {
  melding: 'een nieuwe melding',
  verblijf: 'een nieuw verblijf',
  traject: 'een nieuw traject',
}

function Geschiedenis({ one }: { one: TrajectDetail }) {
  return (
    <>
      {one.onderbrekingen.length > 0 && (
        <Section title="Terugval en time-out">
          <ul>
            {one.onderbrekingen.map((een) => (
              <li key={een.soort + een.van + een.tot}>
                {soorten[een.soort]} vanaf <DateText date={een.van} />
                {een.tot ? (
                  <>
                    {' '}
                    tot <DateText date={een.tot} />
                  </>
                ) : (
                  ', duurt nog'
                )}
                . {een.reden}
                {een.uitkomst && `. Daarna: ${een.uitkomst}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Producten">
        {one.producten.length === 0 && <p>Er is nog geen product vastgelegd.</p>}
        <ul>
          {one.producten.map((een) => (
            <li key={een.productId + een.van + een.tot}>
              {een.product}
              {een.bouwsteen && `, ${een.bouwsteen}`}: <DateText date={een.van} /> tot{' '}
              {een.tot ? <DateText date={een.tot} /> : 'nu'}
              {een.reden && `. ${een.reden}`}
              {een.afwijkingReden && `. Buiten de afgesproken stappen: ${een.afwijkingReden}`}
            </li>
          ))}
        </ul>
      </Section>
      {one.herinstromen.length > 0 && (
        <Section title="Teruggekomen na vertrek">
          {one.isDraaideur && <StatusBadge label="Draaideur" tone="let_op" />}
          <ul>
            {one.herinstromen.map((een) => (
              <li key={een.op}>
                <DateText date={een.op} />: {begin[een.soort]}, {een.dagen} dagen na vertrek op{' '}
                <DateText date={een.na} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
