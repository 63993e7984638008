import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { listVoorstellen, type VoorstelItem } from '../domain/contract.ts'
import { VoorstelStatus } from './teksten.tsx'

const kolommen = [
  {
    key: 'naam',
    label: 'Voor wie',
    sortable: true,
    render: (row: VoorstelItem) => (
      <>
        <Link to={`/voorstellen/${row.id}` as never}>{row.naam}</Link>
        {row.personen > 1 && <span className="od-hint"> en {row.personen - 1} anderen</span>}
      </>
    ),
  },
  {
    key: 'locatie',
    label: 'Locatie',
    sortable: true,
    render: (row: VoorstelItem) => (
      <>
        {row.locatie} <span className="od-hint">{row.aanbieder}</span>
      </>
    ),
  },
  { key: 'product', label: 'Product' },
  {
    key: 'vanaf',
    label: 'Vanaf',
    sortable: true,
    render: (row: VoorstelItem) => <DateText date={row.vanaf} />,
  },
  {
    key: 'reagerenVoor',
    label: 'Antwoord voor',
    sortable: true,
    render: (row: VoorstelItem) =>
      row.status === 'voorgesteld' ? <MomentText at={row.reagerenVoor} /> : '–',
  },
  {
    key: 'status',
    label: 'Stand',
    render: (row: VoorstelItem) => (
      <>
        <VoorstelStatus status={row.status} />{' '}
        {row.bezwaarOpen && <StatusBadge label="Bezwaar" tone="let_op" />}
      </>
    ),
  },
  {
    key: 'afwijking',
    label: 'Bijzonder',
    render: (row: VoorstelItem) => (
      <>
        {row.afwijking && <StatusBadge label="Niet de eerste" tone="let_op" />}{' '}
        {row.overboeking && <StatusBadge label="Boven capaciteit" tone="let_op" />}
        {!row.afwijking && !row.overboeking && '–'}
      </>
    ),
  },
]

type Stand = 'te_beantwoorden' | 'open' | 'afgerond' | 'bezwaar'

function Lijst({ stand, leeg }: { stand: Stand; leeg: { title: string; text: string } }) {
  return (
    <DataTable
      id={`voorstellen-${stand}`}
      caption="Plaatsingsvoorstellen"
      captionHidden
      endpoint={listVoorstellen}
      query={{ stand }}
      columns={kolommen}
      rowKey={(row) => row.id}
      defaultSort={stand === 'afgerond' ? '-voorgesteldOp' : 'reagerenVoor'}
      empty={leeg}
    />
  )
}

const tabs: Record<Stand, { label: string; leeg: { title: string; text: string } }> = {
  te_beantwoorden: {
    label: 'Te beantwoorden',
    leeg: {
      title: 'U hoeft nu niets te beantwoorden',
      text: 'Een nieuw voorstel voor uw locaties komt hier te staan.',
    },
  },
  open: {
    label: 'Lopend',
    leeg: {
      title: 'Er loopt geen voorstel',
      text: 'Kies op de wachtlijst iemand voor wie u een plek wilt voorstellen.',
    },
  },
  bezwaar: {
    label: 'Bezwaar',
    leeg: {
      title: 'Er is geen bezwaar',
      text: 'Bezwaar tegen een weigering door een aanbieder komt hier te staan.',
    },
  },
  afgerond: {
    label: 'Afgerond',
    leeg: {
      title: 'Nog niets afgerond',
      text: 'Beantwoorde, vervallen en ingetrokken voorstellen komen hier te staan.',
    },
  },
}

/** `/voorstellen`: an aanbieder starts with what must be answered, a desk with what runs. */
export function VoorstellenPage() {
  const mag = useMag()
  const order: Stand[] = mag('voorstel.beantwoorden')
    ? ['te_beantwoorden', 'open', 'bezwaar', 'afgerond']
    : ['open', 'bezwaar', 'afgerond']
  return (
    <Page
      title="Voorstellen"
      lead="Een voorstel houdt een plek vast tot het antwoord, of tot het moment dat het verloopt."
      actions={
        mag('voorstel.doen') && <ButtonLink to="/wachtlijst">Iemand kiezen op de wachtlijst</ButtonLink>
      }
    >
      <Tabs
        items={order.map((stand) => ({
          id: stand,
          label: tabs[stand].label,
          content: <Lijst stand={stand} leeg={tabs[stand].leeg} />,
        }))}
      />
    </Page>
  )
}
