import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { listParameters, listSchattingen, type Parameter } from '../domain/contract.ts'
import { gevallenVan, schattingVan, toonWaarde, watVan } from './waarden.ts'

const kolommen = [
  { key: 'product', label: 'Product', sortable: true },
  { key: 'soortNaam', label: 'Wat', sortable: true, render: watVan },
  {
    key: 'waarde',
    label: 'Rekent met',
    align: 'end',
    sortable: true,
    render: (row: Parameter) => (
      <>
        {toonWaarde(row)} {row.isEigen && <StatusBadge label="Eigen waarde" tone="info" />}
      </>
    ),
  },
  {
    key: 'schatting',
    label: 'Schatting (marge van 95 procent)',
    align: 'end',
    sortable: true,
    render: schattingVan,
  },
  { key: 'gevallen', label: 'Gevallen', align: 'end', sortable: true, render: gevallenVan },
  { key: 'bron', label: 'Bron', sortable: true, render: (row: Parameter) => <Bron rij={row} /> },
] as const

const vast = {
  caption: 'Waarmee de prognose rekent',
  captionHidden: true,
  defaultSort: 'volgorde',
  rowKey: ({ id }: Parameter) => id,
  empty: { title: 'Niets om mee te rekenen', text: 'Er zijn nog geen producten met plekken.' },
} as const

/** What a forecast of today rests on; each estimate opens, to put an own value in its place. */
export function SchattingenNu() {
  const metLink = kolommen.map((kolom) =>
    kolom.key === 'soortNaam'
      ? {
          ...kolom,
          render: (row: Parameter) => (
            <Link to={'/prognose/schattingen/$parameter' as never} params={{ parameter: row.id } as never}>
              {watVan(row)}
            </Link>
          ),
        }
      : kolom,
  )
  return <DataTable id="prognose-parameters" endpoint={listParameters} columns={metLink} {...vast} />
}

/** What this berekening rests on: frozen with its chain. */
export function SchattingenToen({ berekening }: { berekening: string }) {
  return (
    <DataTable
      id="berekening-schattingen"
      prefix="schatting-"
      endpoint={listSchattingen}
      params={{ id: berekening }}
      columns={kolommen}
      {...vast}
    />
  )
}

/** Where the number comes from: the register, an assumption, or the region itself with its reason. */
function Bron({ rij }: { rij: Parameter }) {
  const { bron, schattingBron, aanname, reden, door, sinds } = rij
  if (!reden || !sinds) return aanname ? `${bron}. ${aanname}` : bron
  return (
    <>
      {bron}: {reden} ({door}, sinds <DateText date={sinds} />
      ). Schatting: {schattingBron}.
    </>
  )
}
