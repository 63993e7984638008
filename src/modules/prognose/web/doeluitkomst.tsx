import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import type { Berekening, Uitkomstvorm } from '../domain/scenario-contract.ts'

/** The smallest number of places that reaches the goal, and what was tried. */
export function Doeluitkomst({
  uitkomst,
  berekening,
}: {
  uitkomst: Extract<Uitkomstvorm, { soort: 'doel' }>
  berekening: Berekening
}) {
  const { opdracht, productNaam } = berekening
  if (opdracht.soort !== 'doel') return null
  const { plekken, meeste, pogingen } = uitkomst
  const doel = `${formatNumber(opdracht.procent)} van de 100 mensen binnen ${formatNumber(opdracht.dagen)} dagen een plek`
  return (
    <Section title="Antwoord">
      <p className="od-antwoord">
        {plekken === null
          ? `Ook met ${formatNumber(meeste)} plekken erbij heeft niet ${doel}. Meer plekken alleen lossen dit niet op.`
          : plekken === 0
            ? `Er zijn geen plekken bij nodig: in ${productNaam} heeft dan ${doel}.`
            : `Met ${formatNumber(plekken)} plekken erbij in ${productNaam} heeft ${doel}.`}
      </p>
      <p>
        Het gaat om het laatste jaar van de berekening, als de plekken er al zijn. Wie afhaakt op de
        wachtlijst telt niet mee: dus ook niet als iemand afhaakt omdat het te lang duurt.
      </p>
      <SmallTable
        titel="Wat is geprobeerd"
        kop={[
          'Plekken erbij',
          `Dagen waarbinnen ${formatNumber(opdracht.procent)} van de 100 een plek heeft`,
        ]}
        rijen={pogingen
          .toSorted((a, b) => a.plekken - b.plekken)
          .map(({ plekken: aantal, dagen }) => [
            formatNumber(aantal),
            dagen === null
              ? 'Niemand kreeg een plek'
              : dagen >= 731
                ? 'Meer dan 2 jaar'
                : formatNumber(dagen),
          ])}
      />
    </Section>
  )
}
