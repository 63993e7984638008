import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Section } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { perSoorten } from '../domain/indicator.ts'
import {
  type Indicatorgeval,
  type Indicatorgroep,
  type Indicatorperiode,
  listIndicatorgevallen,
  listIndicatorgroepen,
  listIndicatorperioden,
} from '../domain/indicator-contract.ts'
import { peilRegel, waardeInWoorden } from './indicator-tekst.tsx'

/** A month tells little of what is rare: the same figure over quarters and years. */
export function Perioden({
  indicator,
  eenheid,
  vraag,
}: {
  indicator: string
  eenheid: string
  vraag: object
}) {
  return (
    <Section title="Per kwartaal en jaar">
      <p>
        Alleen wat voorbij is. Ook van een kwartaal of jaar staat een getal er niet als het te klein is, of
        als er een maand mee is uit te rekenen.
      </p>
      <DataTable
        id="indicatorperioden"
        prefix="periode-"
        caption="Per kwartaal en jaar"
        captionHidden
        endpoint={listIndicatorperioden}
        params={{ indicator }}
        query={vraag as never}
        columns={[
          { key: 'naam', label: 'Periode' },
          {
            key: 'waarde',
            label: 'Waarde',
            align: 'end',
            render: (rij: Indicatorperiode) => waardeInWoorden(rij.waarde, eenheid, rij.afgeschermd),
          },
          {
            key: 'gevallen',
            label: 'Gevallen',
            align: 'end',
            render: (rij: Indicatorperiode) => rij.gevallen ?? 'Niet getoond',
          },
        ]}
        rowKey={(rij: Indicatorperiode) => rij.periode}
        empty={{
          title: 'Nog geen heel kwartaal',
          text: 'Een kwartaal staat hier als het voorbij is.',
        }}
      />
    </Section>
  )
}

interface GroepenProps {
  indicator: string
  naam: string
  per: readonly (keyof typeof perSoorten)[]
  eenheid: string
  vraag: object
}

/** Where a figure differs: per gemeente, product, organisation or reason. */
export function Groepen({ indicator, naam, per, eenheid, vraag }: GroepenProps) {
  const { get } = useSearchParams()
  const gekozen = (get('per') || per[0]) as (typeof per)[number]
  const query = { ...vraag, per: gekozen }
  const { data } = useEndpoint(listIndicatorgroepen, {
    params: { indicator },
    query: { ...query, pagina: '1', aantalPerPagina: '100' } as never,
  })
  return (
    <Section title="Waar verschilt het?">
      <search className="od-filters" aria-label="Splits naar">
        <FilterSelect
          name="per"
          label="Splits naar"
          allLabel={perSoorten[per[0]!]}
          options={per.slice(1).map((value) => ({ value, label: perSoorten[value] }))}
        />
      </search>
      {data && data.results.length > 0 && (
        <BarChart
          titel={`Per ${perSoorten[gekozen].toLowerCase()}`}
          rijen={data.results.map((rij) => ({
            label: rij.naam,
            staven: [
              { waarde: rij.waarde, ...(eenheid === 'procent' && { unit: 'procent' as const, decimals: 1 }) },
            ],
          }))}
          bestand={{
            titel: `${naam}, per ${perSoorten[gekozen].toLowerCase()}`,
            regels: [
              `Eenheid: ${eenheid}. ${peilRegel(data)}`,
              ...(data.results[0]
                ? [
                    `Definitie versie ${data.results[0].versie}, eigenaar ${data.results[0].eigenaar}. Bron: ${data.results[0].bron}.`,
                  ]
                : []),
            ],
          }}
        />
      )}
      <DataTable
        id="indicatorgroepen"
        prefix="groep-"
        caption={`Per ${perSoorten[gekozen].toLowerCase()}`}
        captionHidden
        endpoint={listIndicatorgroepen}
        params={{ indicator }}
        query={query as never}
        columns={[
          { key: 'naam', label: perSoorten[gekozen], sortable: true },
          {
            key: 'waarde',
            label: 'Waarde',
            align: 'end',
            sortable: true,
            render: (rij: Indicatorgroep) => waardeInWoorden(rij.waarde, eenheid, rij.afgeschermd),
          },
          {
            key: 'gevallen',
            label: 'Gevallen',
            align: 'end',
            sortable: true,
            render: (rij: Indicatorgroep) => rij.gevallen ?? 'Niet getoond',
          },
        ]}
        rowKey={(rij) => rij.groep}
        empty={{ title: 'Niets te tellen in deze maand', text: 'Kies een andere maand.' }}
      />
    </Section>
  )
}

/** The cases behind a figure, as far as who asks may open them. */
export function Gevallen({
  indicator,
  vraag,
  aandeel,
}: {
  indicator: string
  vraag: object
  aandeel: boolean
}) {
  return (
    <Section title="De gevallen erachter">
      <p>
        U ziet alleen wie u mag zien. Wie er verder meetelt, blijft verborgen. Een gezin staat er één keer,
        onder het aanspreekpunt.
      </p>
      <DataTable
        id="indicatorgevallen"
        prefix="geval-"
        caption="Gevallen"
        captionHidden
        endpoint={listIndicatorgevallen}
        params={{ indicator }}
        query={vraag as never}
        columns={[
          {
            key: 'naam',
            label: 'Wie of wat',
            render: (rij: Indicatorgeval) =>
              rij.persoonId ? (
                <Link to={'/personen/$id' as never} params={{ id: rij.persoonId } as never}>
                  {rij.naam}
                </Link>
              ) : (
                rij.naam
              ),
          },
          ...(aandeel
            ? [
                {
                  key: 'telt',
                  label: 'Telt in de teller',
                  render: (rij: Indicatorgeval) => (rij.telt ? 'Ja' : 'Nee'),
                },
              ]
            : []),
          {
            key: 'waarde',
            label: 'Getal',
            align: 'end' as const,
            render: (rij: Indicatorgeval) => rij.waarde ?? '',
          },
        ]}
        rowKey={(rij) => rij.zaak}
        empty={{
          title: 'Geen gevallen die u mag openen',
          text: 'U bent bij deze cliënten niet betrokken, of er is niets te tellen.',
        }}
      />
    </Section>
  )
}
