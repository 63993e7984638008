import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BandChart } from '../../../ui/band-chart.tsx'
import { formatMonth } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { gebeurdematen } from '../domain/gebeurd.ts'
import { type Berekening, type Gebeurdreeks, getGebeurd } from '../domain/scenario-contract.ts'

type Antwoord = (typeof getGebeurd)['response']['_output']

/** What happened since, beside what was foreseen without and with the measures. */
export function Gebeurd({ berekening }: { berekening: Berekening }) {
  const { data, error } = useEndpoint(getGebeurd, { params: { id: berekening.id } })
  const charts = (wie: 'keten' | 'product') =>
    data?.reeksen
      .filter(({ product }) => (product === null) === (wie === 'keten'))
      .map((reeks) => (
        <Grafiek key={`${reeks.maat} ${reeks.naam}`} reeks={reeks} data={data} berekening={berekening} />
      ))
  const perProduct = charts('product') ?? []
  return (
    <Section title="Voorspeld en gebeurd">
      {error && <ProblemAlert problem={error} />}
      {data?.zinnen.map((zin) => (
        <p key={zin}>{zin}</p>
      ))}
      {charts('keten')}
      {perProduct.length > 0 && (
        <details className="od-meer">
          <summary>Voorspeld en gebeurd per product</summary>
          {perProduct}
        </details>
      )}
      {data && data.maanden.length > 0 && (
        <p className="od-hint">
          Geteld zoals nu bekend; een maand met 1 tot en met {data.kleinsteGetal - 1} mensen is niet te zien,
          en soms een grotere niet, omdat de kleine anders uit te rekenen is.
        </p>
      )}
    </Section>
  )
}

function Grafiek({
  reeks,
  data,
  berekening,
}: {
  reeks: Gebeurdreeks
  data: Antwoord
  berekening: Berekening
}) {
  const titel = `${gebeurdematen[reeks.maat as keyof typeof gebeurdematen]}: ${reeks.naam}`
  if (reeks.gebeurd.every((waarde) => waarde === null)) return <p>{titel}: te weinig mensen om te tonen.</p>
  const band = (naam: string, punten: Gebeurdreeks['basis']) => ({
    naam,
    laag: punten.map(({ laag }) => laag),
    hoog: punten.map(({ hoog }) => hoog),
  })
  return (
    <BandChart
      titel={titel}
      tabel="Maand"
      naastElkaar
      punten={data.maanden.map(formatMonth)}
      lijn={{ naam: 'Gebeurd', waarden: reeks.gebeurd }}
      banden={[band('Zonder de maatregelen', reeks.basis), band('Met de maatregelen', reeks.met)]}
      bestand={{
        regels: [
          `Scenario ${berekening.scenario}. Keten van ${formatLong(berekening.peildatum)}, gebeurd zoals bekend op ${formatLong(data.bekendOp)}.`,
        ],
      }}
    />
  )
}
