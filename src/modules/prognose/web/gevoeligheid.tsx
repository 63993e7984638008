import { formatLong } from '../../../shared/plain-date.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { Section } from '../../../ui/page.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import { een } from '../domain/antwoord.ts'
import type { Berekening, Uitkomstvorm } from '../domain/scenario-contract.ts'

/** So many rows tell where to look; the table has them all. */
const BOVENSTE = 8

/** How much the answer moves with each estimate. */
export function Gevoeligheid({
  uitkomst,
  berekening,
}: {
  uitkomst: Extract<Uitkomstvorm, { soort: 'gevoeligheid' }>
  berekening: Berekening
}) {
  const { rijen, basis, effect } = uitkomst
  const [eerste] = rijen
  return (
    <Section title="Antwoord">
      <p className="od-antwoord">
        {eerste
          ? `Het meest telt: ${eerste.naam.toLowerCase()}. Daarmee wachten er in het laatste jaar ${een(Math.min(eerste.bijLaag.gemiddeld, eerste.bijHoog.gemiddeld))} tot ${een(Math.max(eerste.bijLaag.gemiddeld, eerste.bijHoog.gemiddeld))} mensen.`
          : 'Geen enkele schatting heeft een marge. Er is niets te vergelijken.'}
      </p>
      <p>
        Elke schatting is één keer op de laagste en één keer op de hoogste waarde van haar marge gezet, de
        andere bleven gelijk. Met alle schattingen zoals zij zijn wachten er met de maatregelen{' '}
        {een(basis.gemiddeld)} mensen; de maatregelen schelen dan {een(Math.abs(effect.gemiddeld))}{' '}
        {effect.gemiddeld <= 0 ? 'minder' : 'meer'}.
      </p>
      {rijen.length > 0 && (
        <>
          <BarChart
            titel="Mensen op de wachtlijst in het laatste jaar, met de maatregelen"
            tabel="Schatting"
            rijen={rijen.slice(0, BOVENSTE).map((rij) => ({
              label: rij.naam,
              staven: [
                { naam: 'Bij de laagste waarde', waarde: Math.max(0, rij.bijLaag.gemiddeld), decimals: 1 },
                { naam: 'Bij de hoogste waarde', waarde: Math.max(0, rij.bijHoog.gemiddeld), decimals: 1 },
              ],
            }))}
            bestand={{
              regels: [`Scenario ${berekening.scenario}. Keten van ${formatLong(berekening.peildatum)}.`],
            }}
          />
          <SmallTable
            titel="Wat de maatregelen schelen, bij elke schatting"
            kop={['Schatting', 'Verschil bij de laagste waarde', 'Verschil bij de hoogste waarde']}
            rijen={rijen.map((rij) => [
              rij.naam,
              een(rij.effectLaag.gemiddeld),
              een(rij.effectHoog.gemiddeld),
            ])}
          />
        </>
      )}
    </Section>
  )
}
