import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { listDuidingen } from '../domain/contract.ts'
import { indicatornamen } from '../domain/indicatornamen.ts'
import { alleIntrekredenen, niveaus, tellers, toestemmingsvormen, verhaalsoorten } from '../domain/keuzes.ts'
import { verhaalToestanden } from '../domain/toestanden.ts'
import { listVerhaalbeheer, listVerhalen } from '../domain/verhaal-contract.ts'
import { maandNaam } from './velden.ts'
import { VerhaalStappen } from './verhaal-forms.tsx'

interface BijCijfer {
  readonly indicator: string
  readonly indicatorNaam: string
  readonly maand: string
}

/** Where it is about: the figure of that month. */
const bijCijfer = <Row extends BijCijfer>(): Column<Row>[] => [
  { key: 'maand', label: 'Maand', sortable: true, render: (rij) => maandNaam(rij.maand) },
  {
    key: 'indicatorNaam',
    label: 'Indicator',
    sortable: true,
    render: (rij) => (
      <Link
        to={'/indicatoren/$indicator' as never}
        params={{ indicator: rij.indicator } as never}
        search={{ maand: rij.maand } as never}
      >
        {rij.indicatorNaam}
      </Link>
    ),
  },
]

/** `/duiding`: everything that was said of the figures of the region. */
export function DuidingPage() {
  const mag = useMag()
  return (
    <Page
      title="Tellen en vertellen"
      lead="Uitleg, verhalen en citaten bij de cijfers. U schrijft ze bij een indicator. Wie een verhaal vertelde, staat nergens."
    >
      <Section title="Uitleg">
        <DataTable
          id="duidingen"
          prefix="uitleg-"
          caption="Uitleg bij cijfers"
          captionHidden
          endpoint={listDuidingen}
          rowKey={(rij) => rij.id}
          defaultSort="-maand"
          filters={
            <>
              <FilterSelect prefix="uitleg-" name="niveau" label="Voor wie" options={optionsOf(niveaus)} />
              <FilterSelect
                prefix="uitleg-"
                name="indicator"
                label="Indicator"
                options={optionsOf(indicatornamen)}
              />
            </>
          }
          columns={[
            ...bijCijfer(),
            { key: 'niveau', label: 'Voor wie', render: (rij) => niveaus[rij.niveau] },
            { key: 'tekst', label: 'Uitleg', render: (rij) => <span className="od-tekst">{rij.tekst}</span> },
            { key: 'auteur', label: 'Auteur', sortable: true },
          ]}
          empty={{
            title: 'Nog geen uitleg',
            text: 'Kies een indicator en schrijf erbij hoe het cijfer te lezen is.',
          }}
        />
      </Section>
      <Section title="Verhalen en citaten">
        <DataTable
          id="verhalen"
          prefix="verhaal-"
          caption="Verhalen en citaten"
          captionHidden
          endpoint={listVerhalen}
          rowKey={(rij) => rij.id}
          defaultSort="-maand"
          filters={
            <>
              <FilterText prefix="verhaal-" name="zoek" label="Zoek in verhalen" />
              <FilterSelect
                prefix="verhaal-"
                name="indicator"
                label="Indicator"
                options={optionsOf(indicatornamen)}
              />
            </>
          }
          columns={[
            ...bijCijfer(),
            { key: 'titel', label: 'Titel', sortable: true },
            { key: 'tekst', label: 'Tekst', render: (rij) => <span className="od-tekst">{rij.tekst}</span> },
            { key: 'teller', label: 'Verteld door', render: (rij) => tellers[rij.teller] },
          ]}
          empty={{
            title: 'Nog geen verhalen',
            text: 'Een verhaal verschijnt als een ander dan de schrijver het controleerde.',
          }}
        />
      </Section>
      {mag('duiding.schrijven') && <Beheer />}
    </Page>
  )
}

const tonen = { concept: 'wacht', gepubliceerd: 'goed', ingetrokken: 'neutraal' } as const

/** What waits for a check, until when each consent holds, and what is gone. */
function Beheer() {
  const { data } = useEndpoint(listVerhaalbeheer, {
    query: { aantalPerPagina: '50', sorteer: '-maand' } as never,
  })
  return (
    <Section title="Verhalen controleren en toestemming bijhouden">
      <p>
        Controleer een verhaal van een collega: is echt niemand te herkennen? Trekt de verteller de
        toestemming in, dan is de tekst meteen gewist, ook in rapporten.
      </p>
      {data?.results.length === 0 && <p>Er zijn nog geen verhalen.</p>}
      {data?.results.map((rij) => (
        <article key={rij.id} className="od-kaart od-stapel">
          <h3 className="od-tussenkop">
            {rij.titel ?? 'Ingetrokken'}{' '}
            <StatusBadge label={verhaalToestanden[rij.status]} tone={tonen[rij.status]} />
          </h3>
          <p>
            {verhaalsoorten[rij.soort]} bij {rij.indicatorNaam}, {maandNaam(rij.maand)}
          </p>
          {rij.tekst && <p className="od-tekst">{rij.tekst}</p>}
          <p className="od-hint">
            Verteld door: {tellers[rij.teller].toLowerCase()}. Toestemming:{' '}
            {toestemmingsvormen[rij.toestemmingVorm].toLowerCase()}, <DateText date={rij.toestemmingOp} /> tot
            en met <DateText date={rij.toestemmingTotEnMet} />, te vinden bij {rij.toestemmingWaar}.
            Geschreven door {rij.schrijver}
            {rij.controleur && `, gecontroleerd door ${rij.controleur}`}.
            {rij.ingetrokkenReden &&
              ` Ingetrokken: ${alleIntrekredenen[rij.ingetrokkenReden].toLowerCase()}.`}
          </p>
          <VerhaalStappen rij={rij} />
        </article>
      ))}
    </Section>
  )
}
