import { Link } from '@tanstack/react-router'
import { formatShort } from '../../../shared/plain-date.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Section } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { type ActiviteitDetail, behaald, type Resultaatbeeld } from '../domain/activiteit-contract.ts'
import { resultaatsoorten } from '../domain/keuzes.ts'
import { WaardeForm } from './voortgang-forms.tsx'
import { behaaldToon, getalTekst } from './waarden.tsx'

/** What an activiteit must give and what it gave, each with its numbers. */
export function Resultaten({ activiteit }: { activiteit: ActiviteitDetail }) {
  return (
    <>
      {activiteit.resultaten.length === 0 && (
        <EmptyState
          title="Nog geen resultaten"
          text="Vul bij “Verbeteren” in wat deze activiteit oplevert."
        />
      )}
      {activiteit.resultaten.map((resultaat) => (
        <ResultaatDeel key={resultaat.id} resultaat={resultaat} />
      ))}
      {activiteit.indicatoren.length > 0 && (
        <Section title="Gevolgde indicatoren">
          <ul>
            {activiteit.indicatoren.map(({ code, naam }) => (
              <li key={code}>
                <Link to={'/indicatoren/$indicator' as never} params={{ indicator: code } as never}>
                  {naam}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function ResultaatDeel({ resultaat }: { resultaat: Resultaatbeeld }) {
  const magSchrijven = useMag()('programma.schrijven')
  const { eenheid, streefwaarde, streefOp, waarden } = resultaat
  return (
    <Section title={`${resultaat.nummer}. ${resultaat.naam}`}>
      <p>
        <span className="od-hint">{resultaatsoorten[resultaat.soort]}. </span>
        {streefwaarde !== null && (
          <>
            Streefwaarde {getalTekst(streefwaarde, eenheid)}
            {streefOp && (
              <>
                {' '}
                op <DateText date={streefOp} />
              </>
            )}
            .{' '}
          </>
        )}
        {resultaat.behaald && (
          <StatusBadge label={behaald[resultaat.behaald]} tone={behaaldToon(resultaat.behaald)} />
        )}
        {eenheid === null && <span className="od-hint">Geen getal.</span>}
      </p>
      {resultaat.toelichting && <p className="od-tekst">{resultaat.toelichting}</p>}
      {resultaat.kartrekkers.length > 0 && (
        <p>Kartrekker: {resultaat.kartrekkers.map(({ naam }) => naam).join(', ')}.</p>
      )}
      {resultaat.indicator && (
        <p>
          Volgt de indicator{' '}
          <Link
            to={'/indicatoren/$indicator' as never}
            params={{ indicator: resultaat.indicator.code } as never}
          >
            {resultaat.indicator.naam}
          </Link>
          .
        </p>
      )}
      {waarden.length >= 3 && <Verloop resultaat={resultaat} />}
      {waarden.length > 0 && (
        <SmallTable
          titel={`Behaald: ${resultaat.naam}`}
          captionHidden
          isTekst
          kop={['Dag', 'Behaald', 'Toelichting', 'Bron']}
          rijen={waarden.map(({ op, waarde, toelichting, bron }) => [
            formatShort(op),
            getalTekst(waarde, eenheid),
            toelichting ?? '',
            bron,
          ])}
        />
      )}
      {magSchrijven && eenheid !== null && resultaat.indicator === null && (
        <FormDisclosure label="Getal vastleggen">
          {(sluit) => <WaardeForm resultaat={resultaat} sluit={sluit} />}
        </FormDisclosure>
      )}
    </Section>
  )
}

/** The numbers over time, with the target as a second line. */
function Verloop({ resultaat: { naam, eenheid, streefwaarde, waarden } }: { resultaat: Resultaatbeeld }) {
  const streef =
    streefwaarde === null ? [] : [{ naam: 'Streefwaarde', waarden: waarden.map(() => streefwaarde) }]
  return (
    <LineChart
      titel={`${naam}${eenheid ? `, ${eenheid}` : ''}`}
      punten={waarden.map(({ op }) => formatShort(op))}
      reeksen={[{ naam: 'Behaald', waarden: waarden.map(({ waarde }) => waarde) }, ...streef]}
      bestand={{ regels: [`Bron: ${waarden.at(-1)!.bron}.`] }}
    />
  )
}
