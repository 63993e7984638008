import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Meldingen, Stromen } from './maand-tabellen.tsx'
import { Beschikkingen, Plekken, Verblijven, Wachtlijst } from './stand-tabellen.tsx'
import { EuRoute, Terugkeer, Weigeringen } from './toegang-tabellen.tsx'

/** Tabs that count per month, for the whole region. */
const perMaand = ['meldingen', 'weigeringen', 'eu-route', 'terugkeer', 'stromen']

/** `/cijfers`: the region in numbers, without persons. */
export function CijfersPage() {
  const tab = useSearchParams().get('tab')
  return (
    <Page
      title="Cijfers"
      lead="De hele regio in getallen, zonder namen. Bij elk cijfer staat wat het telt en van welke dag het is."
    >
      <search className="od-filters" aria-label="Welke dag en per wat">
        <FilterDate name="op" label="Peildatum (leeg is vandaag)" />
        {!perMaand.includes(tab) && (
          <FilterSelect
            name="per"
            label="Tel per"
            allLabel="Product"
            options={[{ value: 'gemeente', label: 'Gemeente' }]}
          />
        )}
      </search>
      <Tabs
        items={[
          { id: 'verblijf', label: 'Verblijf', content: <Verblijven /> },
          { id: 'plekken', label: 'Plekken', content: <Plekken /> },
          { id: 'wachtlijst', label: 'Wachtlijst', content: <Wachtlijst /> },
          { id: 'beschikkingen', label: 'Beschikkingen', content: <Beschikkingen /> },
          { id: 'meldingen', label: 'Meldingen en besluiten', content: <Meldingen /> },
          { id: 'weigeringen', label: 'Weigeringen', content: <Weigeringen /> },
          { id: 'eu-route', label: 'EU-burgers', content: <EuRoute /> },
          { id: 'terugkeer', label: 'Wie terugkwam', content: <Terugkeer /> },
          { id: 'stromen', label: 'In en uit', content: <Stromen /> },
        ]}
      />
    </Page>
  )
}
