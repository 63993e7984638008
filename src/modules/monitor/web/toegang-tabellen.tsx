import { dutchDateOf } from '../../../shared/plain-date.ts'
import { formatMonth } from '../../../ui/format.ts'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import {
  type EuRoutecijfer,
  listEuRoutecijfers,
  listTerugkeercijfers,
  listWeigercijfers,
  type Terugkeercijfer,
  type Weigercijfer,
} from '../domain/contract.ts'
import { CijferTabel } from './cijfer-tabel.tsx'
import { telKolom } from './kolommen.tsx'

const zijden = { toegang: 'De toegang', persoon: 'De persoon zelf' } as const

const maandKolom = {
  key: 'maand',
  label: 'Maand',
  sortable: true,
  render: (rij: { maand: string | null }) => (rij.maand ? formatMonth(rij.maand) : '–'),
}
const perMaand = { value: 'maand', label: 'Per maand' }

/** Reported and not admitted: why, and where (TOE-03). */
export function Weigeringen() {
  const gekozen = useSearchParams().get('tel')
  const tel = gekozen === 'maand' || gekozen === 'gemeente' ? gekozen : ('samen' as const)
  return (
    <>
      <search className="od-filters" aria-label="Hoe tellen we de weigeringen">
        <FilterSelect
          name="tel"
          label="Toon"
          allLabel="13 maanden samen"
          options={[perMaand, { value: 'gemeente', label: 'Per gemeente' }]}
        />
      </search>
      <CijferTabel
        id="weigeringen"
        endpoint={listWeigercijfers}
        query={{ tel }}
        rowKey={(rij) => `${rij.maand} ${rij.gemeente} ${rij.zijde} ${rij.reden}`}
        columns={[
          ...(tel === 'maand' ? [maandKolom] : []),
          ...(tel === 'gemeente' ? [{ key: 'gemeente', label: 'Gemeente', sortable: true }] : []),
          { key: 'reden', label: 'Reden', sortable: true },
          {
            key: 'zijde',
            label: 'Wie weigerde',
            sortable: true,
            render: (rij: Weigercijfer) => zijden[rij.zijde],
          },
          telKolom<Weigercijfer>('aantal', 'Aantal'),
        ]}
        staaf={{
          titel: 'Weigeringen per reden',
          label: (rij) =>
            `${rij.maand ? `${formatMonth(rij.maand)}: ` : ''}${rij.gemeente ? `${rij.gemeente}: ` : ''}${rij.reden} (${zijden[rij.zijde].toLowerCase()})`,
          staven: (rij) => [{ waarde: rij.aantal }],
        }}
      />
    </>
  )
}

/** Where the route for EU-burgers stands and what came of it (TOE-18). */
export function EuRoute() {
  const tel = useSearchParams().get('tel') === 'maand' ? ('maand' as const) : ('samen' as const)
  return (
    <>
      <search className="od-filters" aria-label="Hoe tellen we de route voor EU-burgers">
        <FilterSelect name="tel" label="Toon" allLabel="13 maanden samen" options={[perMaand]} />
      </search>
      <CijferTabel
        id="eu-route"
        endpoint={listEuRoutecijfers}
        query={{ tel }}
        rowKey={(rij) => `${rij.maand} ${rij.stand} ${rij.uitkomst}`}
        columns={[
          ...(tel === 'maand' ? [maandKolom] : []),
          { key: 'stand', label: 'Stand', sortable: true },
          { key: 'uitkomst', label: 'Uitkomst', sortable: true },
          telKolom<EuRoutecijfer>('aantal', 'Aantal'),
        ]}
        staaf={{
          titel: 'Route voor EU-burgers',
          label: (rij) =>
            `${rij.maand ? `${formatMonth(rij.maand)}: ` : ''}${rij.stand}, ${rij.uitkomst.toLowerCase()}`,
          staven: (rij) => [{ waarde: rij.aantal }],
        }}
      />
    </>
  )
}

const keren = (rij: Terugkeercijfer) => (rij.keren === 3 ? '3 keer of vaker' : `${rij.keren} keer`)

/** How many people came back how often (TRJ-08). */
export function Terugkeer() {
  const params = useSearchParams()
  const jaar = Number(params.get('jaar')) || undefined
  const thisYear = Number((params.get('op') || dutchDateOf(new Date())).slice(0, 4))
  const years = Array.from({ length: 6 }, (_, i) => String(thisYear - i))
  return (
    <>
      <search className="od-filters" aria-label="Over welke periode">
        <FilterSelect
          name="jaar"
          label="Periode"
          allLabel="Laatste 13 maanden"
          options={years.map((year) => ({ value: year, label: year }))}
        />
      </search>
      <CijferTabel
        id="terugkeer"
        endpoint={listTerugkeercijfers}
        query={jaar ? { jaar } : {}}
        rowKey={(rij) => `${rij.soort} ${rij.keren}`}
        columns={[
          { key: 'soort', label: 'Wat', sortable: true },
          { key: 'keren', label: 'Hoe vaak', sortable: true, render: keren },
          telKolom<Terugkeercijfer>('aantal', 'Mensen'),
        ]}
        staaf={{
          titel: 'Hoe vaak mensen terugkwamen',
          label: (rij) => `${rij.soort}: ${keren(rij)}`,
          staven: (rij) => [{ waarde: rij.aantal }],
        }}
      />
    </>
  )
}
