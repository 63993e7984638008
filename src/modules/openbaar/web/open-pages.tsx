import { UnorderedList } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { dutchDateOf, formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { Term, TermList } from '../../../ui/term.tsx'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import { bestandVan } from '../domain/catalogus.ts'
import {
  haalOpenCijfers,
  listOpenRegios,
  type OpenCijfer,
  type OpenCijfers,
} from '../domain/open-contract.ts'
import { REGIO } from '../domain/openbare-indicatoren.ts'
import { periodeNaam } from '../domain/rules.ts'
import { CijferTabel } from './cijfer-tabel.tsx'

/** `/open` */
export function OpenPage() {
  const { data, error } = useEndpoint(listOpenRegios, {})
  return (
    <Openbaar>
      <Page
        title="Openbare cijfers"
        lead="Hoeveel mensen wachten, verblijven, komen en vertrekken. Afgerond, en zonder kleine aantallen: niemand is te herkennen."
        narrow
      >
        {error && <ProblemAlert problem={error} />}
        {data?.regios.length === 0 && <p>Er zijn nu geen openbare cijfers.</p>}
        {data?.regios.map((regio) => (
          <Section key={regio.code} title={`Regio ${regio.naam}`}>
            <UnorderedList>
              {regio.indicatoren.map(({ indicator, naam, tot }) => (
                <UnorderedList.Item key={indicator}>
                  <Link
                    to={'/open/$indicator' as never}
                    params={{ indicator } as never}
                    search={{ regio: regio.code } as never}
                  >
                    {naam}
                  </Link>{' '}
                  (tot en met {periodeNaam(tot)})
                </UnorderedList.Item>
              ))}
            </UnorderedList>
          </Section>
        ))}
        <Section title="Zelf verder rekenen">
          <p>
            U mag deze cijfers vrij gebruiken (CC0). Elk cijfer is er als CSV en als JSON. De{' '}
            <a href="/open/catalogus.jsonld">catalogus in DCAT</a> noemt ze allemaal.
          </p>
        </Section>
      </Page>
    </Openbaar>
  )
}

/** `/open/$indicator` */
export function OpenIndicatorPage() {
  const { indicator } = useParams({ strict: false }) as { indicator: string }
  const { get } = useSearchParams()
  const regio = get('regio')
  const { data, error } = useEndpoint(haalOpenCijfers, {
    params: { indicator },
    query: { ...(regio && { regio }) },
  })
  return (
    <Openbaar>
      <Page
        title={data ? data.naam : 'Openbaar cijfer'}
        breadcrumbs={[{ label: 'Openbare cijfers', to: '/open' }]}
        {...(data && { lead: data.definitie })}
      >
        {error && <ProblemAlert problem={error} />}
        {data && <Inhoud data={data} />}
      </Page>
    </Openbaar>
  )
}

function Inhoud({ data }: { data: OpenCijfers }) {
  const van = (soort: OpenCijfer['soort'], populatie: OpenCijfer['populatie']) =>
    data.cijfers.filter((one) => one.soort === soort && one.populatie === populatie)
  const kwartalen = van('kwartaal', 'zonder_vo')
  const jaren = van('jaar', 'zonder_vo')
  const vo = van('jaar', 'vo')
  const lijn = kwartalen.filter(({ gebied }) => gebied === REGIO)
  return (
    <>
      {lijn.length > 1 && (
        <LineChart
          titel={`${data.naam}, regio ${data.regio.naam}`}
          punten={lijn.map(({ periodeNaam }) => periodeNaam)}
          reeksen={[{ naam: 'Hele regio', waarden: lijn.map(({ waarde }) => waarde) }]}
          bestand={{
            regels: [
              `Per kwartaal, zonder vrouwenopvang. Eenheid: ${data.eenheid}. ${data.definitie}`,
              `Tot en met ${formatLong(lijn.at(-1)!.totEnMet)}, openbaar gemaakt op ${formatLong(dutchDateOf(new Date(lijn.at(-1)!.gepubliceerdOp)))}. Afgerond op ${data.afronding}; 0 tot en met ${data.geheimTot} is geheim.`,
              `Definitie versie ${data.versie}, eigenaar ${data.eigenaar}. Bron: openbare cijfers van Onderdak (CC0).`,
            ],
          }}
        />
      )}
      {kwartalen.length > 0 && <Tabel caption="Per kwartaal, zonder vrouwenopvang" cijfers={kwartalen} />}
      {jaren.length > 0 && <Tabel caption="Per jaar, zonder vrouwenopvang" cijfers={jaren} />}
      {vo.length > 0 && <Tabel caption="Per jaar, alleen vrouwenopvang" cijfers={vo} />}
      <Section title="Hoe is dit geteld?">
        <TermList>
          <Term label="Regio">{data.regio.naam}</Term>
          <Term label="Wat telt">{data.teller}</Term>
          <Term label="Wanneer">
            {data.tijd === 'stand' ? 'Op de laatste dag van de periode' : 'Alle dagen van de periode'}
          </Term>
          <Term label="Afronding">
            Op {data.afronding}. 0 tot en met {data.geheimTot} is geheim. Staan er gemeenten, dan is het
            totaal de som van wat er staat; dat kan een tiende lager zijn dan het echte aantal.
          </Term>
          <Term label="Vrouwenopvang">Staat apart: per jaar, en alleen voor de hele regio</Term>
          <Term label="Eigenaar van de definitie">
            {data.eigenaar} (versie {data.versie})
          </Term>
        </TermList>
      </Section>
      <Section title="Meenemen">
        <UnorderedList>
          <UnorderedList.Item>
            <a href={`/api/v1/open/bestanden/${bestandVan(data.regio.code, data.indicator)}`}>
              Als CSV, voor een rekenblad
            </a>
          </UnorderedList.Item>
          <UnorderedList.Item>
            <a href={`/api/v1/open/cijfers/${data.indicator}?regio=${data.regio.code}`}>
              Als JSON, voor een programma
            </a>
          </UnorderedList.Item>
        </UnorderedList>
      </Section>
      {data.ingetrokken.length > 0 && (
        <Section title="Ingetrokken">
          <UnorderedList>
            {data.ingetrokken.map((one) => (
              <UnorderedList.Item key={one.ingetrokkenOp}>
                {one.periodeNaam}, op <DateText date={one.ingetrokkenOp.slice(0, 10)} />: {one.reden}
              </UnorderedList.Item>
            ))}
          </UnorderedList>
        </Section>
      )}
    </>
  )
}

function Tabel({ caption, cijfers }: { caption: string; cijfers: readonly OpenCijfer[] }) {
  const perioden = [...new Map(cijfers.map((one) => [one.periode, one.periodeNaam]))].reverse()
  return (
    <CijferTabel
      caption={caption}
      eerste="Periode"
      rijen={perioden.map(([periode, naam]) => ({
        sleutel: periode,
        naam,
        cijfers: cijfers.filter((one) => one.periode === periode),
      }))}
    />
  )
}
