import { Link } from '@tanstack/react-router'
import {
  kwartaalNaam,
  kwartalenTot,
  laatsteHeleKwartaal,
  periodeVanKwartaal,
} from '../../../shared/kwartaal.ts'
import { dutchDateOf, formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { niveaus } from '../domain/indicator.ts'
import { verschilTekst } from '../domain/jaarcijfer.ts'
import { type Kwartaalcijfer, listKwartaalcijfers } from '../domain/kwartaal-contract.ts'
import { waardeInWoorden } from './indicator-tekst.tsx'

/** How many quarters back one can choose. */
const KWARTALEN = 12

/** `/sturing/kwartaal`: what changed since the quarter before, and why as far as somebody said so. */
export function KwartaalPage() {
  const { get } = useSearchParams()
  const vraag = Object.fromEntries(
    ['kwartaal', 'bekendOp', 'niveau'].flatMap((naam) => (get(naam) ? [[naam, get(naam)]] : [])),
  )
  const { data } = useEndpoint(listKwartaalcijfers, {
    query: { ...vraag, pagina: '1', aantalPerPagina: '200' } as never,
  })
  const laatste = laatsteHeleKwartaal(dutchDateOf(new Date()))
  return (
    <Page
      title="Wat is er veranderd?"
      lead="Elk cijfer van een kwartaal naast het kwartaal ervoor. Met de uitleg die erbij is gegeven."
    >
      {data && (
        <p>
          Het {kwartaalNaam(data.kwartaal)} naast het {kwartaalNaam(data.vorigKwartaal)}, tot en met{' '}
          {formatLong(data.peildatum)},{' '}
          {data.bekendOp ? `zoals bekend aan het eind van ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}.
          Meldingen, besluiten en weigeringen zijn van het hele kwartaal. Van de rest staat er de laatste dag
          of de laatste maand.
          {data.kleinsteGetal !== null &&
            ` Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet.`}
        </p>
      )}
      <DataTable
        id="kwartaal"
        caption="Dit kwartaal naast het vorige"
        captionHidden
        endpoint={listKwartaalcijfers}
        pageSize={200}
        columns={kolommen(data?.peildatum.slice(0, 7))}
        rowKey={(rij) => rij.id}
        filters={
          <>
            <FilterSelect
              name="kwartaal"
              label="Kwartaal"
              allLabel={`Laatste: ${kwartaalNaam(laatste)}`}
              options={kwartalenTot(periodeVanKwartaal(laatste).van, KWARTALEN)
                .slice(1)
                .map((value) => ({ value, label: kwartaalNaam(value) }))}
            />
            <FilterDate name="bekendOp" label="Zoals bekend op (leeg is nu)" />
            <FilterSelect
              name="niveau"
              label="Voor wie"
              options={Object.entries(niveaus).map(([value, label]) => ({ value, label }))}
            />
          </>
        }
        empty={{ title: 'Geen cijfers', text: 'Kies een ander kwartaal of niveau.' }}
      />
    </Page>
  )
}

const kolommen = (maand: string | undefined): readonly Column<Kwartaalcijfer>[] => [
  {
    key: 'naam',
    label: 'Indicator',
    sortable: true,
    render: (rij) => <Naar rij={rij} maand={maand} tekst={rij.naam} />,
  },
  {
    key: 'waarde',
    label: 'Dit kwartaal',
    align: 'end',
    render: (rij) => waardeInWoorden(rij.waarde, rij.eenheid, rij.afgeschermd),
  },
  {
    key: 'vorig',
    label: 'Kwartaal ervoor',
    align: 'end',
    render: (rij) => waardeInWoorden(rij.vorig, rij.eenheid, rij.vorigAfgeschermd),
  },
  { key: 'mate', label: 'Verschil', sortable: true, align: 'end', render: verschil },
  { key: 'waarover', label: 'Waarover' },
  {
    key: 'uitleg',
    label: 'Waardoor?',
    render: (rij) =>
      rij.uitleg ? (
        <span className="od-tekst">{rij.uitleg}</span>
      ) : (
        <Naar rij={rij} maand={maand} tekst="Geen uitleg" over={rij.naam} />
      ),
  },
  { key: 'eigenaar', label: 'Eigenaar', defaultHidden: true },
  { key: 'definitie', label: 'Definitie', defaultHidden: true },
]

const verschil = (rij: Kwartaalcijfer) =>
  verschilTekst(
    { waarde: rij.waarde, afgeschermd: rij.afgeschermd },
    { waarde: rij.vorig, afgeschermd: rij.vorigAfgeschermd },
    rij.eenheid,
  ) || 'Niet te zeggen'

/** To the month where cases stand and uitleg is given. */
function Naar(props: { rij: Kwartaalcijfer; maand: string | undefined; tekst: string; over?: string }) {
  return (
    <Link
      to={'/indicatoren/$indicator' as never}
      params={{ indicator: props.rij.id } as never}
      search={(props.maand ? { maand: props.maand } : {}) as never}
    >
      {props.tekst}
      {props.over && <span className="ams-visually-hidden"> bij {props.over}</span>}
    </Link>
  )
}
