import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import type { ChartSource } from '../../../ui/chart-save.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import type { Dashboardcijfer } from '../domain/dashboard-contract.ts'
import { grafiekTekst } from '../domain/grafiek.ts'
import { indicatorsoorten } from '../domain/indicator.ts'
import { isOptelbaar } from '../domain/langer.ts'
import { maandNaam, peilRegel, waardeInWoorden } from './indicator-tekst.tsx'
import { Maandtabel } from './maand-tabel.tsx'

interface TegelProps {
  readonly rij: Dashboardcijfer
  /** What was chosen, to take along to the indicator. */
  readonly vraag: Readonly<Record<string, string>>
  /** Why the figure is of the whole region all the same; empty when it is not. */
  readonly waarschuwing: string
}

/** One figure with everything that it may not travel without: definition, version, owner, source, day and completeness. */
export function Dashboardtegel({ rij, vraag, waarschuwing }: TegelProps) {
  const { maand, bekendOp } = vraag
  return (
    <article className="od-kaart od-stapel">
      <h2 className="od-tussenkop">
        <Link
          to={'/indicatoren/$indicator' as never}
          params={{ indicator: rij.id } as never}
          search={{ ...(maand && { maand }), ...(bekendOp && { bekendOp }) } as never}
        >
          {rij.naam}
        </Link>
      </h2>
      <p className="od-tegel__waarde">{waardeInWoorden(rij.waarde, rij.eenheid, rij.afgeschermd)}</p>
      {waarschuwing && (
        <p>
          <StatusBadge label={waarschuwing} tone="let_op" />
        </p>
      )}
      <p className="od-hint">{vergelijking(rij)}</p>
      {rij.afgeschermd && isOptelbaar(rij) && (
        <p className="od-hint">
          Te weinig voor één maand. Open dit cijfer voor een heel kwartaal of jaar
          {rij.filterGeldt && rij.filter !== 'Hele regio' && ', van de hele regio'}.
        </p>
      )}
      <LineChart
        titel="Dertien maanden"
        punten={rij.verloop.map((punt) => maandNaam(punt.maand))}
        reeksen={[{ naam: rij.eenheid, waarden: rij.verloop.map(({ waarde }) => waarde) }]}
        bestand={bestandVan(rij, waarschuwing)}
      />
      <details className="od-meer">
        <summary>Wat telt er, en waar komt het vandaan?</summary>
        <p>{rij.definitie}</p>
        <TermList>
          <Term label="Soort">{indicatorsoorten[rij.soort]}</Term>
          <Term label="Teller">{rij.teller}</Term>
          {rij.noemer && <Term label="Noemer">{rij.noemer}</Term>}
          <Term label={rij.tijd === 'stand' ? 'Peildatum' : 'Maand tot en met'}>
            {formatLong(rij.peildatum)}
          </Term>
          <Term label="Bekend">{rij.bekendOp ? `Zoals op ${formatLong(rij.bekendOp)}` : 'Zoals nu'}</Term>
          <Term label="Gemeente bekend" empty="Niet van toepassing of niet getoond">
            {rij.volledigheid !== null && formatNumber(rij.volledigheid, { unit: 'procent' })}
          </Term>
          <Term label="Bron">{rij.bron}</Term>
          <Term label="Versie">
            {rij.versie}: {rij.versies.find(({ versie }) => versie === rij.versie)?.wijziging}
          </Term>
          <Term label="Eigenaar">{rij.eigenaar}</Term>
        </TermList>
      </details>
      <details className="od-meer">
        <summary>Dezelfde getallen in een tabel</summary>
        <Maandtabel naam={rij.naam} eenheid={rij.eenheid} verloop={rij.verloop} />
      </details>
      <p className="ams-visually-hidden">{grafiekTekst(reeksVan(rij))}</p>
    </article>
  )
}

/** `februari 2026: 41 dagen. maart 2025: 52 dagen.` */
function vergelijking({ verloop, eenheid }: Dashboardcijfer): string {
  return [verloop.at(-2), verloop[0]]
    .flatMap((punt) =>
      punt
        ? [
            `${maandNaam(punt.maand)}: ${waardeInWoorden(punt.waarde, eenheid, punt.afgeschermd).toLowerCase()}.`,
          ]
        : [],
    )
    .join(' ')
}

const reeksVan = (rij: Dashboardcijfer) => ({
  titel: rij.naam,
  punten: rij.verloop.map((punt) => maandNaam(punt.maand)),
  waarden: rij.verloop.map(({ waarde }) => waarde),
  eenheid: rij.eenheid,
})

const bestandVan = (rij: Dashboardcijfer, waarschuwing: string): ChartSource => ({
  titel: rij.naam,
  regels: [
    `${waarschuwing || rij.filter}. ${peilRegel(rij)}`,
    `Definitie versie ${rij.versie}, eigenaar ${rij.eigenaar}. Bron: ${rij.bron}.${rij.volledigheid === null ? '' : ` Gemeente bekend: ${rij.volledigheid}%.`}`,
  ],
})
