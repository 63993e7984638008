import { type ReactNode, useId } from 'react'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import type { Levering } from '../domain/contract.ts'
import { type Verdeling, verdelingen } from '../domain/soorten.ts'
import { uitkomsten } from '../domain/verslag.ts'

const getal = (aantal: number | null) => (aantal === null ? 'Niet getoond' : formatNumber(aantal))
const tonen = { klopt: 'goed', wijkt_af: 'let_op', onbekend: 'neutraal' } as const satisfies Record<
  string,
  StatusTone
>

interface Kop {
  readonly naam: string
  /** Numbers stand right, below each other. */
  readonly align?: 'end'
}

const tekst = (naam: string): Kop => ({ naam })
const aantal = (naam: string): Kop => ({ naam, align: 'end' })
const cel = (basis: string, kop: Kop | undefined) => (kop?.align ? `${basis} ${basis}--align-end` : basis)

interface Rij {
  readonly sleutel: string
  readonly naam: string
  readonly uitleg?: string
  readonly cellen: readonly ReactNode[]
}

/** A table that stays whole on paper: no pages, no choice of columns. */
function Tabel({
  caption,
  koppen,
  rijen,
}: {
  caption: string
  koppen: readonly Kop[]
  rijen: readonly Rij[]
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-labelledby={id} tabIndex={0}>
      <table className="ams-table__table od-tabel">
        <caption className="ams-table__caption" id={id}>
          {caption}
        </caption>
        <thead className="ams-table__header">
          <tr>
            {koppen.map((kop) => (
              <th key={kop.naam} scope="col" className={cel('ams-table__header-cell', kop)}>
                {kop.naam}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rijen.map(({ sleutel, naam, uitleg, cellen }) => (
            <tr key={sleutel}>
              <th scope="row" className="ams-table__header-cell">
                {naam}
                {uitleg && <p className="od-hint">{uitleg}</p>}
              </th>
              {cellen.map((inhoud, i) => (
                <td key={koppen[i + 1]?.naam} className={cel('ams-table__cell', koppen[i + 1])}>
                  {inhoud}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Controles({ levering }: { levering: Levering }) {
  return (
    <Section title="Controles">
      <Tabel
        caption="Controles bij het maken"
        koppen={[tekst('Controle'), tekst('Uitkomst'), aantal('Gevonden'), aantal('Verwacht')]}
        rijen={levering.controles.map(({ code, naam, uitleg, uitkomst, aantal: gevonden, verwacht }) => ({
          sleutel: code,
          naam,
          ...(uitkomst !== 'onbekend' && { uitleg }),
          cellen: [
            <StatusBadge key="uitkomst" label={uitkomsten[uitkomst]} tone={tonen[uitkomst]} />,
            getal(gevonden),
            uitkomst === 'onbekend' ? 'Onbekend' : getal(verwacht),
          ],
        }))}
      />
    </Section>
  )
}

export function Aantallen({ levering }: { levering: Levering }) {
  const soorten = (Object.keys(verdelingen) as Verdeling[]).filter((verdeling) =>
    levering.cijfers.some((cijfer) => cijfer.verdeling === verdeling),
  )
  return (
    <Section title="Wat zit erin?">
      {soorten.map((verdeling) => (
        <Tabel
          key={verdeling}
          caption={verdelingen[verdeling]}
          koppen={[tekst('Deel'), aantal('Regels'), aantal('Mensen')]}
          rijen={levering.cijfers
            .filter((cijfer) => cijfer.verdeling === verdeling)
            .map(({ waarde, naam, regels, personen }) => ({
              sleutel: waarde,
              naam,
              cellen: [getal(regels), getal(personen)],
            }))}
        />
      ))}
      <p className="od-hint">Iemand kan in twee delen staan. De delen samen zijn dan meer dan alles samen.</p>
    </Section>
  )
}

export function Weggelaten({ levering }: { levering: Levering }) {
  return (
    <Section title="Wat zit er niet in, en waarom?">
      {levering.weggelaten.length === 0 ? (
        <p>Er is niemand weggelaten.</p>
      ) : (
        <>
          <Tabel
            caption="Weggelaten"
            koppen={[tekst('Waarom'), aantal('Mensen')]}
            rijen={levering.weggelaten.map(({ naam, aantal: mensen }) => ({
              sleutel: naam,
              naam,
              cellen: [getal(mensen)],
            }))}
          />
          <p className="od-hint">Wie hier staat, kan met een ander verblijf wel in het bestand zitten.</p>
        </>
      )}
    </Section>
  )
}
