import { type ReactNode, useState } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { call } from '../../../ui/api.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FileButtons } from '../../../ui/file-buttons.tsx'
import { formatMonth } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Section } from '../../../ui/page.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import {
  een,
  gemeentetabel,
  heel,
  hoeGerekend,
  inEenZin,
  kostenPerJaar,
  kostenPerMaatregel,
  kostenPerWachtdag,
  type Vergelijking as Uitkomst,
  verschil,
} from '../domain/antwoord.ts'
import { maten } from '../domain/maten.ts'
import { type Berekening, type Cijferrij, getScenarionota, listCijfers } from '../domain/scenario-contract.ts'
import { Gebeurd } from './gebeurd.tsx'

/** What the measures do with the waiting of each gemeente, how sure that is, and what it costs. */
export function Vergelijking({ berekening, uitkomst }: { berekening: Berekening; uitkomst: Uitkomst }) {
  const { kosten, zekerheid, herhalingen } = uitkomst
  return (
    <>
      <Section title="Antwoord">
        {berekening.isVoorlopig && (
          <p>
            <strong>Eerste indruk</strong>, na {heel(herhalingen)} keer doorrekenen. Het antwoord wordt nog
            nauwkeuriger.
          </p>
        )}
        <p className="od-antwoord">{inEenZin(uitkomst)}</p>
        <SmallTable {...gemeentetabel(uitkomst)} />
      </Section>
      <Section title="Hoe zeker is dit?">
        {zekerheid.map((zin) => (
          <p key={zin}>{zin}</p>
        ))}
        <p className="od-hint">{hoeGerekend(uitkomst)}</p>
      </Section>
      <Section title="Wat kost het?">
        <SmallTable {...kostenPerJaar(uitkomst)} />
        <SmallTable {...kostenPerMaatregel(uitkomst)} />
        <p>{kostenPerWachtdag(uitkomst)}</p>
        {kosten.maatregelen.some(({ bedrag }) => bedrag === null) && (
          <p>
            Niet van elke maatregel zijn de kosten ingevuld. Vul ze in bij de maatregel, of bij de kosten per
            plek op de pagina Prognose, en reken opnieuw door.
          </p>
        )}
      </Section>
      {!berekening.isVoorlopig && (
        <Section title="Nota van twee bladzijden">
          <p>
            Het antwoord met de maatregelen, de kosten en waar het op rust, om te bespreken of te bewaren.
          </p>
          <FileButtons
            soorten={notabestanden}
            fetch={(soort) => call(getScenarionota, { params: { id: berekening.id }, query: { soort } })}
          />
        </Section>
      )}
      {!berekening.isVoorlopig && <Gebeurd berekening={berekening} />}
      <Grafieken berekening={berekening} uitkomst={uitkomst} />
      {!berekening.isVoorlopig && <AlleCijfers id={berekening.id} />}
    </>
  )
}

const notabestanden = {
  pdf: 'PDF om te lezen',
  odt: 'ODT om in verder te werken',
  docx: 'DOCX om in Word verder te werken',
} as const

const grafieken = {
  wachtend: 'Mensen op de wachtlijst',
  bezet: 'Mensen op een plek',
  geblokkeerd: 'Mensen die klaar zijn en nergens heen kunnen',
} as const

function Grafieken({ berekening, uitkomst }: { berekening: Berekening; uitkomst: Uitkomst }) {
  const maanden = uitkomst.maanden.slice(0, -1).map(formatMonth)
  const bron = `Scenario ${berekening.scenario}. Keten van ${formatLong(berekening.peildatum)}, ${heel(uitkomst.herhalingen)} keer doorgerekend.`
  const iets = uitkomst.reeksen.filter(
    ({ maat, basis, met }) => maat in grafieken && [...basis, ...met].some(({ hoog }) => hoog > 0),
  )
  const chart = (reeks: Uitkomst['reeksen'][number]) => (
    <LineChart
      key={`${reeks.maat} ${reeks.naam}`}
      titel={`${grafieken[reeks.maat as keyof typeof grafieken]}: ${reeks.naam}`}
      punten={maanden}
      tabel="Maand"
      reeksen={[
        { naam: 'Met de maatregelen', waarden: reeks.met.map(({ gemiddeld }) => gemiddeld), band: reeks.met },
        { naam: 'Zonder', waarden: reeks.basis.map(({ gemiddeld }) => gemiddeld), band: reeks.basis },
      ]}
      bestand={{ regels: [bron] }}
    />
  )
  return (
    <Section title="Maand voor maand">
      {iets.filter(({ gemeente, product }) => gemeente === null && product === null).map(chart)}
      <Disclosed label="Per gemeente">
        {iets.filter(({ gemeente }) => gemeente !== null).map(chart)}
      </Disclosed>
      <Disclosed label="Per product">{iets.filter(({ product }) => product !== null).map(chart)}</Disclosed>
    </Section>
  )
}

/** Closed there are no charts in it: drawing some thirty of them would hold up the first figures. */
function Disclosed({ label, children }: { label: string; children: ReactNode[] }) {
  const [open, setOpen] = useState(false)
  if (children.length === 0) return null
  return (
    <details className="od-meer" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && children}
    </details>
  )
}

const woorden = {
  ...maten,
  wachttijd: 'Dagen gewacht, gemiddeld',
  nachten_zonder_plek: 'Nachten zonder plek in de opvang',
}

function AlleCijfers({ id }: { id: string }) {
  return (
    <Section title="Alle cijfers per jaar">
      <DataTable
        id="prognose-cijfers"
        caption="Alle cijfers per jaar"
        captionHidden
        endpoint={listCijfers}
        params={{ id }}
        rowKey={(rij: Cijferrij) => String(rij.volgorde)}
        defaultSort="volgorde"
        filters={
          <FilterSelect
            name="maat"
            label="Wat"
            options={Object.entries(woorden)
              .filter(([maat]) => maat !== 'gewacht')
              .map(([value, label]) => ({ value, label }))}
          />
        }
        columns={[
          { key: 'naam', label: 'Waarvan', sortable: true },
          { key: 'wat', label: 'Wat', sortable: true },
          { key: 'jaar', label: 'Periode', sortable: true },
          {
            key: 'zonder',
            label: 'Zonder',
            align: 'end',
            sortable: true,
            render: (rij: Cijferrij) =>
              `${een(rij.zonder)} (${een(rij.zonderLaag)} – ${een(rij.zonderHoog)})`,
          },
          {
            key: 'met',
            label: 'Met',
            align: 'end',
            sortable: true,
            render: (rij: Cijferrij) => `${een(rij.met)} (${een(rij.metLaag)} – ${een(rij.metHoog)})`,
          },
          {
            key: 'verschil',
            label: 'Verschil',
            align: 'end',
            sortable: true,
            render: (rij: Cijferrij) =>
              verschil({ gemiddeld: rij.verschil, laag: rij.verschilLaag, hoog: rij.verschilHoog }),
          },
        ]}
        empty={{ title: 'Geen cijfers', text: 'Kies een andere maat.' }}
      />
    </Section>
  )
}
