import { Link, useParams } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { formatNumber } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { AndereBronnen } from '../../duiding/web/bronnen-deel.tsx'
import { Vertellen } from '../../duiding/web/vertellen.tsx'
import { isTeVoorspellen } from '../domain/indicator.ts'
import { haalIndicator } from '../domain/indicator-contract.ts'
import { isOptelbaar } from '../domain/langer.ts'
import { Gevallen, Groepen, Perioden } from './indicator-delen.tsx'
import { Maandfilters, maandNaam, peilRegel, waardeInWoorden } from './indicator-tekst.tsx'
import { Maandtabel } from './maand-tabel.tsx'
import { VasteLink } from './vaste-link.tsx'

/** `/indicatoren/:indicator`: what it is, how it went, where it differs, and the cases behind it. */
export function IndicatorPage() {
  const { indicator } = useParams({ strict: false }) as { indicator: string }
  const { get } = useSearchParams()
  const [maand, bekendOp] = [get('maand'), get('bekendOp')]
  const vraag = { ...(maand && { maand }), ...(bekendOp && { bekendOp }) }
  const { data, error } = useEndpoint(haalIndicator, { params: { indicator }, query: vraag })
  return (
    <Page title={data?.naam ?? 'Indicator'} breadcrumbs={[{ label: 'Indicatoren', to: '/indicatoren' }]}>
      <search className="od-filters" aria-label="Welke maand">
        <Maandfilters />
      </search>
      {error && <ProblemAlert problem={error} />}
      {data && <Kop data={data} />}
      {data && <Verloop data={data} />}
      {data && isOptelbaar(data) && <Perioden indicator={indicator} eenheid={data.eenheid} vraag={vraag} />}
      {data && <Vertellen key={data.maand} indicator={indicator} maand={data.maand} />}
      {data && data.per.length > 0 && (
        <Groepen indicator={indicator} naam={data.naam} per={data.per} eenheid={data.eenheid} vraag={vraag} />
      )}
      <AndereBronnen indicator={indicator} />
      <Gevallen indicator={indicator} vraag={vraag} aandeel={data?.noemer !== null} />
    </Page>
  )
}

type Antwoord = (typeof haalIndicator)['response']['_output']

function Kop({ data }: { data: Antwoord }) {
  const nu = data.verloop.at(-1)!
  const toen = data.toenBekend
  return (
    <>
      <StatTiles>
        <StatTile
          label={maandNaam(data.maand)}
          value={waardeInWoorden(nu.waarde, data.eenheid, nu.afgeschermd)}
          note={data.bekendOp ? `Zoals bekend op ${formatLong(data.bekendOp)}` : 'Zoals nu bekend'}
        />
        {toen && data.bekendOp === null && (
          <StatTile
            label="Op de laatste dag van de maand bekend"
            value={waardeInWoorden(toen.waarde, data.eenheid, toen.afgeschermd)}
            note="Een verschil komt door wat later is vastgelegd of hersteld"
          />
        )}
        {nu.volledigheid !== null && (
          <StatTile
            label="Gemeente bekend"
            value={formatNumber(nu.volledigheid, { unit: 'procent' })}
            note="Deel van de gevallen, afgerond"
          />
        )}
      </StatTiles>
      {nu.afgeschermd && (
        <p>
          Van {maandNaam(data.maand)} is het aantal te klein om te tonen.
          {isOptelbaar(data) && ' Kijk verderop naar het kwartaal of het jaar.'}
        </p>
      )}
      <p>
        {data.definitie} <VasteLink maand={data.maand} bekendOp={data.bekendOp} />
      </p>
      {isTeVoorspellen(data) && (
        <p>
          <Link to={'/prognose/scenarios' as never} search={{ indicator: data.id } as never}>
            Probeer wat een maatregel hiermee doet
          </Link>
        </p>
      )}
      <details className="od-meer">
        <summary>Hoe is dit geteld?</summary>
        <TermList>
          <Term label="Teller">{data.teller}</Term>
          {data.noemer && <Term label="Noemer">{data.noemer}</Term>}
          <Term label={data.tijd === 'stand' ? 'Peildatum' : 'Periode'}>
            {data.tijd === 'stand'
              ? formatLong(data.peildatum)
              : `Van ${formatLong(data.van)} tot en met ${formatLong(data.peildatum)}`}
          </Term>
          <Term label="Bron">Wat organisaties in Onderdak hebben vastgelegd ({data.bronnen.join(', ')})</Term>
          <Term label="Eigenaar">{data.eigenaar}</Term>
          <Term label="Versie">
            {data.versies
              .map(({ versie, van, wijziging }) => `${versie}, sinds ${formatLong(van)}: ${wijziging}`)
              .join('; ')}
          </Term>
        </TermList>
      </details>
    </>
  )
}

function Verloop({ data }: { data: Antwoord }) {
  return (
    <Section title="Dertien maanden">
      <LineChart
        titel={data.naam}
        punten={data.verloop.map(({ maand }) => maandNaam(maand))}
        reeksen={[{ naam: data.eenheid, waarden: data.verloop.map(({ waarde }) => waarde) }]}
        bestand={{
          regels: [
            `Hele regio. ${peilRegel(data)}`,
            `Definitie versie ${data.versie}, eigenaar ${data.eigenaar}. Bron: wat organisaties in Onderdak hebben vastgelegd (${data.bronnen.join(', ')}).`,
          ],
        }}
      />
      <details className="od-meer">
        <summary>Dezelfde getallen in een tabel</summary>
        <Maandtabel naam={data.naam} eenheid={data.eenheid} verloop={data.verloop} />
      </details>
    </Section>
  )
}
