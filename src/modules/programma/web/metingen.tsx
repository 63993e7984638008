import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import type { ActiviteitDetail } from '../domain/activiteit-contract.ts'
import { gepaard } from '../domain/keuzes.ts'
import { listMetingen, type Meting, oordelen, type Stellinguitkomst } from '../domain/meting-contract.ts'
import { NieuweMeting, WijzigMeting } from './meting-form.tsx'

/** Before and after, as the source gives it, and what can be said of it. */
export function Metingen({ activiteit }: { activiteit: ActiviteitDetail }) {
  const magSchrijven = useMag()('programma.schrijven')
  const { data, error } = useEndpoint(listMetingen, { params: { id: activiteit.id } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return null
  return (
    <>
      {magSchrijven && (
        <FormDisclosure label="Meting vastleggen">
          {(sluit) => <NieuweMeting activiteitId={activiteit.id} sluit={sluit} />}
        </FormDisclosure>
      )}
      {data.metingen.length === 0 && (
        <EmptyState
          title="Nog geen metingen"
          text="Vraag mensen vóór en na de pilot hetzelfde. Leg hier de gemiddelden vast."
        />
      )}
      {data.metingen.map((meting) => (
        <MetingDeel key={meting.id} meting={meting} magSchrijven={magSchrijven} />
      ))}
    </>
  )
}

const gemiddelde = (waarde: number | null) => (waarde === null ? '–' : formatNumber(waarde, { decimals: 1 }))
const metTeken = (waarde: number) => `${waarde > 0 ? '+' : ''}${formatNumber(waarde, { decimals: 1 })}`

function verschilTekst({ verschil, wijktAf }: Stellinguitkomst) {
  return verschil === null ? '–' : `${metTeken(verschil)}${wijktAf ? ' *' : ''}`
}

function MetingDeel({ meting, magSchrijven }: { meting: Meting; magSchrijven: boolean }) {
  const metMarge = meting.stellingen.some(({ interval }) => interval !== null)
  const mensen = (aantal: number | null) => (aantal === null ? 'aantal niet bekend' : `${aantal} mensen`)
  return (
    <Section title={meting.naam}>
      <p>
        Schaal van {formatNumber(meting.schaalVan)} tot en met {formatNumber(meting.schaalTot)}. Nulmeting:{' '}
        {meting.nulOp ? <DateText date={meting.nulOp} /> : 'dag niet bekend'}, {mensen(meting.aantalNul)}.
        Nameting: {meting.naOp ? <DateText date={meting.naOp} /> : 'dag niet bekend'},{' '}
        {mensen(meting.aantalNa)}. Dezelfde mensen? {gepaard[meting.gepaard]}.
      </p>
      <SmallTable
        titel={`Uitkomsten van ${meting.naam}`}
        captionHidden
        kop={[
          'Stelling',
          'Nulmeting',
          'Nameting',
          'Verschil',
          ...(metMarge ? ['Marge (95%)'] : []),
          'Beter?',
        ]}
        rijen={meting.stellingen.map((een) => [
          `${een.nummer}. ${een.stelling}`,
          gemiddelde(een.nul),
          gemiddelde(een.na),
          verschilTekst(een),
          ...(metMarge
            ? [een.interval ? `${metTeken(een.interval.laag)} tot ${metTeken(een.interval.hoog)}` : '–']
            : []),
          oordelen[een.oordeel],
        ])}
      />
      {meting.stellingen.some(({ wijktAf }) => wijktAf) && (
        <p className="od-hint">
          * De bron geeft een ander verschil dan de afgeronde gemiddelden. Het verschil staat er zoals de bron
          het geeft.
        </p>
      )}
      <h3 className="od-tussenkop">Wat kunt u hieruit opmaken?</h3>
      <ul>
        {meting.conclusie.map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ul>
      <p className="od-hint">Bron: {meting.bron}</p>
      {magSchrijven && (
        <FormDisclosure label={`${meting.naam} verbeteren of aanvullen`}>
          {(sluit) => <WijzigMeting meting={meting} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}
