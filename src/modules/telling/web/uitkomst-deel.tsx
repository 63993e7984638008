import { useId } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import type { TellingDetail, Uitkomst } from '../domain/contract.ts'
import { groepen, verdelingen } from '../domain/keuzes.ts'

const getal = (n: number | null) => (n === null ? 'afgeschermd' : formatNumber(n))
const naamVan = (klasse: keyof typeof groepen | 'samen') =>
  klasse === 'samen' ? 'Samen' : `${klasse} ${groepen[klasse]}`

/** From the lowest to the highest, when doubtful pairs make a difference. */
function band({ aantal, minimum }: { aantal: number | null; minimum: number | null }): string {
  if (aantal === null) return 'afgeschermd'
  if (minimum === null) return `hooguit ${formatNumber(aantal)}`
  return minimum === aantal ? formatNumber(aantal) : `${formatNumber(minimum)} tot ${formatNumber(aantal)}`
}

/** What a published count says: the seven groups, each split, and other regions beside it. */
export function UitkomstDeel({ telling, uitkomst }: { telling: TellingDetail; uitkomst: Uitkomst }) {
  const heeftBand = uitkomst.klassen.some((one) => one.aantal !== null && one.minimum !== one.aantal)
  return (
    <>
      <Section title="Uitkomst">
        <p>
          {uitkomst.samen.aantal === null
            ? 'Het totaal is te klein om te tonen.'
            : `Op de teldag waren er ${band(uitkomst.samen)} mensen dak- of thuisloos.`}
        </p>
        <BarChart
          titel={heeftBand ? 'Mensen per groep, het hoogste aantal' : 'Mensen per groep'}
          rijen={uitkomst.klassen.map((one) => ({
            label: naamVan(one.klasse),
            staven: [{ waarde: one.aantal }],
          }))}
          bestand={{
            titel: `${telling.naam}: mensen per groep${heeftBand ? ', het hoogste aantal' : ''}`,
            regels: [
              `Teldag ${formatLong(telling.teldag)}. Samen: ${band(uitkomst.samen)}. Groepen van ETHOS Light. Aantallen onder ${telling.kleinsteGetal ?? 8} zijn afgeschermd, en wat daaruit te berekenen is ook.`,
              `Bron: ${telling.naam}, ${formatCount(telling.organisaties, 'organisatie', 'organisaties')} gevraagd en wat in Onderdak staat.`,
            ],
          }}
        />
        <Tabel
          titel="Mensen en kinderen per groep"
          kolommen={['Mensen', 'Kinderen bij hen']}
          rijen={[...uitkomst.klassen, { klasse: 'samen' as const, ...uitkomst.samen }].map((one) => ({
            naam: naamVan(one.klasse),
            cellen: [band(one), getal(one.kinderen)],
          }))}
        />
        <p className="od-hint">
          Aantallen onder {telling.kleinsteGetal ?? 8} zijn afgeschermd, en wat daaruit te berekenen is ook.
          “Kinderen bij hen” zijn kinderen die als aantal zijn genoemd; zij tellen niet bij de mensen.
        </p>
      </Section>
      {uitkomst.tabellen.map(({ verdeling, rijen }) => (
        <Section key={verdeling} title={verdelingen[verdeling].naam}>
          <Tabel
            titel={`Groepen naar ${verdelingen[verdeling].naam.toLowerCase()}`}
            kolommen={[
              ...Object.values<string>(verdelingen[verdeling].waarden),
              ...(verdeling === 'oorzaak' ? [] : ['Samen']),
            ]}
            rijen={rijen.map((rij) => ({ naam: naamVan(rij.klasse), cellen: rij.aantallen.map(getal) }))}
          />
          {verdeling === 'oorzaak' && (
            <p className="od-hint">
              Van iemand kunnen meer oorzaken zijn genoemd. Daarom tellen zij niet op.
            </p>
          )}
        </Section>
      ))}
      <Section title="Naast andere regio’s">
        <ul className="ams-unordered-list">
          {telling.elders.map((one) => (
            <li key={one.regio}>
              <strong>{one.regio}</strong>, {one.teldag}: {formatNumber(one.mensen)} mensen.{' '}
              {one.omschrijving} Bron: {one.bron}.
            </li>
          ))}
        </ul>
        <p className="od-hint">
          Vergelijk met zorg: het aantal organisaties dat meetelt en de vragenlijst verschillen per telling.
          Tel aantallen van regio’s nooit op.
        </p>
      </Section>
    </>
  )
}

function Tabel(props: {
  titel: string
  kolommen: readonly string[]
  rijen: readonly { naam: string; cellen: readonly string[] }[]
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
      <table className="ams-table__table od-tabel">
        <caption className="ams-visually-hidden" id={id}>
          {props.titel}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="ams-table__header-cell">
              Groep
            </th>
            {props.kolommen.map((kolom) => (
              <th
                key={kolom}
                scope="col"
                className="ams-table__header-cell ams-table__header-cell--align-end"
              >
                {kolom}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rijen.map((rij) => (
            <tr key={rij.naam}>
              <th scope="row" className="ams-table__cell">
                {rij.naam}
              </th>
              {rij.cellen.map((cel, i) => (
                <td key={props.kolommen[i]} className="ams-table__cell ams-table__cell--align-end">
                  {cel}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
