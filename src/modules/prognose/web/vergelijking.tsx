import type { ReactNode } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatMonth, formatNumber } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Section } from '../../../ui/page.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { maten } from '../domain/maten.ts'
import {
  type Berekening,
  type Cijferrij,
  listCijfers,
  type Uitkomstvorm,
} from '../domain/scenario-contract.ts'
import { Tabel } from './tabel.tsx'

type Uitkomst = Extract<Uitkomstvorm, { soort: 'vergelijking' }>

const een = (waarde: number) => formatNumber(waarde, { decimals: 1 })
const heel = (waarde: number) => formatNumber(Math.round(waarde))
const euro = (bedrag: number) => `€ ${heel(bedrag)}`
/** A difference with its sign and between which values its mean lies. */
const verschil = ({ gemiddeld, laag, hoog }: Uitkomst['cijfers'][number]['verschil']) =>
  `${plus(gemiddeld)} (${plus(laag)} tot ${plus(hoog)})`
const plus = (waarde: number) => `${waarde > 0.05 ? '+' : ''}${een(Math.abs(waarde) < 0.05 ? 0 : waarde)}`

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
        <Gemeenten uitkomst={uitkomst} />
      </Section>
      <Section title="Hoe zeker is dit?">
        {zekerheid.map((zin) => (
          <p key={zin}>{zin}</p>
        ))}
        <p className="od-hint">
          De keten is {heel(herhalingen)} keer met en zonder de maatregelen doorgerekend. “Van – tot” achter
          een verschil is hoe precies het gemiddelde bekend is (95%). De lichte banen in de grafieken laten
          zien tussen welke waarden het in 95 van de 100 mogelijke toekomsten blijft.
        </p>
      </Section>
      <Section title="Wat kost het?">
        <Kosten uitkomst={uitkomst} />
        {kosten.maatregelen.some(({ bedrag }) => bedrag === null) && (
          <p>
            Niet van elke maatregel zijn de kosten ingevuld. Vul ze in bij de maatregel, of bij de kosten per
            plek op de pagina Prognose, en reken opnieuw door.
          </p>
        )}
      </Section>
      <Grafieken berekening={berekening} uitkomst={uitkomst} />
      {!berekening.isVoorlopig && <AlleCijfers id={berekening.id} />}
    </>
  )
}

function inEenZin({ cijfers, jaren, kosten }: Uitkomst): string {
  const laatste = jaren.at(-1)
  const rij = cijfers.find(
    ({ maat, gemeente, product, jaar }) =>
      maat === 'wachtend' && gemeente === null && product === null && jaar === laatste?.jaar,
  )
  if (!rij || !laatste) return 'De berekening is korter dan een jaar: kijk naar de grafieken.'
  const { gemiddeld, laag, hoog } = rij.verschil
  const periode = `In het laatste jaar (${formatLong(laatste.van)} tot ${formatLong(laatste.tot)})`
  const wachten = `${periode} wachten er zonder de maatregelen gemiddeld ${een(rij.basis.gemiddeld)} mensen, en met de maatregelen ${een(rij.met.gemiddeld)}`
  const effect =
    hoog < 0
      ? `: ${een(-gemiddeld)} minder (tussen ${een(-hoog)} en ${een(-laag)})`
      : laag > 0
        ? `: ${een(gemiddeld)} meer (tussen ${een(laag)} en ${een(hoog)})`
        : '. Dat verschil is kleiner dan wat toeval doet'
  const prijs = kosten.perWachtdag
    ? ` Elke dag die niet wordt gewacht kost ${euro(kosten.perWachtdag.gemiddeld)} (tussen ${euro(kosten.perWachtdag.laag)} en ${euro(kosten.perWachtdag.hoog)}).`
    : ''
  return `${wachten}${effect}.${prijs}`
}

function Gemeenten({ uitkomst }: { uitkomst: Uitkomst }) {
  const { cijfers, jaren } = uitkomst
  const laatste = jaren.at(-1)?.jaar
  const rijen = cijfers.filter(
    ({ maat, product, jaar }) => maat === 'wachtend' && product === null && jaar === laatste,
  )
  const wachttijd = (naam: string) =>
    cijfers.find(
      (cijfer) =>
        cijfer.maat === 'wachttijd' &&
        cijfer.naam === naam &&
        cijfer.product === null &&
        cijfer.jaar === laatste,
    )
  return (
    <Tabel
      titel="Wachtlijst en wachttijd per gemeente in het laatste jaar, zonder en met de maatregelen"
      kop={['Gemeente', 'Wachten: zonder', 'Met', 'Verschil', 'Dagen gewacht: zonder', 'Met ', 'Verschil ']}
      rijen={rijen.map((rij) => {
        const tijd = wachttijd(rij.naam)
        return [
          rij.naam,
          een(rij.basis.gemiddeld),
          een(rij.met.gemiddeld),
          verschil(rij.verschil),
          tijd ? heel(tijd.basis.gemiddeld) : 'Niemand',
          tijd ? heel(tijd.met.gemiddeld) : 'Niemand',
          tijd ? verschil(tijd.verschil) : '–',
        ]
      })}
    />
  )
}

function Kosten({ uitkomst }: { uitkomst: Uitkomst }) {
  const { kosten, jaren } = uitkomst
  const bedrag = (waarde: number | null) => (waarde === null ? 'Niet ingevuld' : euro(waarde))
  return (
    <>
      <Tabel
        titel="Extra kosten per jaar"
        kop={['Jaar', 'Extra kosten']}
        rijen={[
          ...jaren.map(({ jaar, van, tot }) => [
            `${formatLong(van)} tot ${formatLong(tot)}`,
            bedrag(kosten.perJaar.find((rij) => rij.jaar === jaar)?.bedrag ?? null),
          ]),
          ['Alle jaren', bedrag(kosten.totaal)],
        ]}
      />
      <Tabel
        titel="Extra kosten per maatregel, alle jaren"
        kop={['Maatregel', 'Extra kosten', 'Waar komt het bedrag vandaan?']}
        rijen={kosten.maatregelen.map(({ maatregel, bedrag: waarde, uitleg }) => [
          maatregel,
          bedrag(waarde),
          uitleg,
        ])}
      />
      <p>
        Dagen die niet worden gewacht, alle jaren samen: {heel(kosten.minderWachtdagen.gemiddeld)} (tussen{' '}
        {heel(kosten.minderWachtdagen.laag)} en {heel(kosten.minderWachtdagen.hoog)}).{' '}
        {kosten.perWachtdag
          ? `Per dag die niet wordt gewacht: ${euro(kosten.perWachtdag.gemiddeld)}.`
          : 'Kosten per dag zijn niet te zeggen.'}
      </p>
    </>
  )
}

const grafieken = {
  wachtend: 'Mensen op de wachtlijst',
  bezet: 'Mensen op een plek',
  geblokkeerd: 'Mensen die klaar zijn en nergens heen kunnen',
} as const

function Grafieken({ berekening, uitkomst }: { berekening: Berekening; uitkomst: Uitkomst }) {
  const maanden = uitkomst.maanden.slice(0, -1).map(formatMonth)
  const bron = `Scenario ${berekening.scenario}. Keten van ${formatLong(berekening.peildatum)}, ${heel(uitkomst.herhalingen)} keer doorgerekend.`
  const iets = uitkomst.reeksen.filter(({ basis, met }) => [...basis, ...met].some(({ hoog }) => hoog > 0))
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

function Disclosed({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <details className="od-meer">
      <summary>{label}</summary>
      {children}
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
