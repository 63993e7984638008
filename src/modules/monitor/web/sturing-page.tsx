import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { urlOf } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { formatCount } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useSessie } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { ExportMenu } from '../../../ui/table-tools.tsx'
import {
  type Filternaam,
  filternamen,
  getDashboardkeuzes,
  listDashboard,
  listDashboardreeksen,
} from '../domain/dashboard-contract.ts'
import { type Niveau, niveaus } from '../domain/indicator.ts'
import { Dashboardtegel } from './dashboard-tegel.tsx'
import { Maandfilters, maandNaam } from './indicator-tekst.tsx'
import { VasteLink } from './vaste-link.tsx'

const voorWie: Readonly<Record<Niveau, string>> = {
  strategisch: 'Voor bestuur en stuurgroep: gaat het de goede kant op met de regio?',
  tactisch: 'Voor beleid en contracten: waar loopt het vast, en bij welk product?',
  operationeel: 'Voor wie het werk verdeelt: wat vraagt deze maand aandacht?',
}

/** One part of the region at a time: of two at once a small number can be worked out. */
const delen = Object.keys(filternamen) as Filternaam[]

const filters = ['maand', 'bekendOp', ...delen]

/** `/sturing/…`: every indicator of a level over the same facts, with all that a number needs beside it. */
function Sturing({ niveau }: { niveau: Niveau }) {
  const { get } = useSearchParams()
  const vraag = Object.fromEntries(filters.flatMap((naam) => (get(naam) ? [[naam, get(naam)]] : [])))
  const query = { ...vraag, niveau, pagina: '1', aantalPerPagina: '200' } as never
  const { data, error } = useEndpoint(listDashboard, { query })
  const gekozen = delen.find((naam) => vraag[naam])
  // What was asked for first; the rest keeps its place in the chain.
  const gesorteerd = (data?.results ?? []).toSorted((a, b) => Number(b.filterGeldt) - Number(a.filterGeldt))
  const anders = gesorteerd.filter(({ filterGeldt }) => !filterGeldt).length
  return (
    <Page
      title={`Sturing: ${niveaus[niveau].toLowerCase()}`}
      lead={voorWie[niveau]}
      actions={
        <>
          <ExportMenu
            label="Deze maand als bestand"
            urlFor={(formaat) => urlOf(listDashboard, { query: { ...vraag, niveau, formaat } })}
          />
          <ExportMenu
            label="Dertien maanden als bestand"
            urlFor={(formaat) => urlOf(listDashboardreeksen, { query: { ...vraag, niveau, formaat } })}
          />
        </>
      }
    >
      <nav aria-label="Andere dashboards" className="od-knoppen">
        {Object.entries(niveaus)
          .filter(([code]) => code !== niveau)
          .map(([code, naam]) => (
            <Link key={code} to={`/sturing/${code}` as never} search={vraag as never}>
              {naam}
            </Link>
          ))}
        <Link to={'/sturing/kwartaal' as never}>Wat is er veranderd?</Link>
      </nav>
      <Filters />
      {error && <ProblemAlert problem={error} />}
      {data && (
        <>
          <p>
            {data.filter ?? 'Hele regio'}, {maandNaam(data.maand)}, tot en met {formatLong(data.peildatum)},{' '}
            {data.bekendOp ? `zoals bekend aan het eind van ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}
            .
            {data.kleinsteGetal !== null &&
              ` Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet.`}{' '}
            <VasteLink maand={data.maand} bekendOp={data.bekendOp} />
          </p>
          {gekozen && anders > 0 && (
            <p>
              {formatCount(anders, 'cijfer is', 'cijfers zijn')} er niet per{' '}
              {filternamen[gekozen].toLowerCase()}. Die staan onderaan en gaan over de hele regio.
            </p>
          )}
          <div className="od-dashboard">
            {gesorteerd.map((rij) => (
              <Dashboardtegel
                key={rij.id}
                rij={rij}
                vraag={vraag}
                waarschuwing={
                  gekozen && !rij.filterGeldt
                    ? `Hele regio: dit cijfer is er niet per ${filternamen[gekozen].toLowerCase()}`
                    : ''
                }
              />
            ))}
          </div>
        </>
      )}
    </Page>
  )
}

function Filters() {
  const { data } = useEndpoint(getDashboardkeuzes, {})
  const { regio } = useSessie()
  const opties = (keuzes: readonly { code: string; naam: string }[] | undefined) =>
    (keuzes ?? []).map(({ code, naam }) => ({ value: code, label: naam }))
  return (
    <search className="od-filters" aria-label="Welke cijfers">
      {/* Somebody works in one region; which one decides about every number here. */}
      <p className="od-filter od-filter--vast">
        <span className="ams-label">Regio</span> {regio.naam}
      </p>
      <Maandfilters />
      <FilterSelect
        name="gemeente"
        clears={delen}
        label={filternamen.gemeente}
        allLabel="Hele regio"
        options={opties(data?.gemeenten)}
      />
      <FilterSelect
        name="product"
        clears={delen}
        label={filternamen.product}
        allLabel="Alle producten"
        options={opties(data?.producten)}
      />
      <FilterSelect
        name="aanbieder"
        clears={delen}
        label={filternamen.aanbieder}
        allLabel="Alle organisaties"
        options={opties(data?.aanbieders)}
      />
      <FilterSelect
        name="leeftijd"
        clears={delen}
        label={filternamen.leeftijd}
        allLabel="Alle leeftijden"
        options={opties(data?.leeftijden)}
      />
      <FilterSelect
        name="clientprofiel"
        clears={delen}
        label={filternamen.clientprofiel}
        allLabel="Alle cliëntprofielen"
        options={opties(data?.clientprofielen)}
      />
    </search>
  )
}

export const StrategischPage = () => <Sturing niveau="strategisch" />
export const TactischPage = () => <Sturing niveau="tactisch" />
export const OperationeelPage = () => <Sturing niveau="operationeel" />
