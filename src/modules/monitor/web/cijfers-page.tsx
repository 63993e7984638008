import { ButtonLink } from '../../../ui/button-link.tsx'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Bezettingsverloop } from './bezetting-tabel.tsx'
import { Meldingen, Stromen } from './maand-tabellen.tsx'
import { Clientreis } from './reis-tabel.tsx'
import { Beschikkingen, Plekken, Verblijven, Wachtlijst } from './stand-tabellen.tsx'
import { EuRoute, Terugkeer, Weigeringen } from './toegang-tabellen.tsx'
import { Richtingen, Verloop, Verwachting, Voorrang } from './wacht-tabellen.tsx'

/** Tabs that do not count per product or gemeente, or choose for themselves. */
const zonderPer = [
  'meldingen',
  'weigeringen',
  'eu-route',
  'terugkeer',
  'stromen',
  'richtingen',
  'verloop',
  'verwachting',
  'voorrang',
  'clientreis',
  'bezetting',
]

/** `/cijfers`: the region in numbers, without persons. */
export function CijfersPage() {
  const tab = useSearchParams().get('tab')
  const mag = useMag()
  return (
    <Page
      title="Cijfers"
      lead="De hele regio in getallen, zonder namen. Bij elk cijfer staat wat het telt en van welke dag het is."
      actions={
        mag('plek.lezen') && (
          <ButtonLink to="/plekken/spreiding" variant="secondary">
            Spreiding van plekken
          </ButtonLink>
        )
      }
    >
      <search className="od-filters" aria-label="Welke dag en per wat">
        <FilterDate name="op" label="Peildatum (leeg is vandaag)" />
        {!zonderPer.includes(tab) && (
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
          { id: 'bezetting', label: 'Bezetting door de jaren', content: <Bezettingsverloop /> },
          { id: 'wachtlijst', label: 'Wachtlijst', content: <Wachtlijst /> },
          { id: 'richtingen', label: 'Wachtlijst per richting', content: <Richtingen /> },
          { id: 'verloop', label: 'Wachtlijst per maand', content: <Verloop /> },
          { id: 'verwachting', label: 'Verwachte wachttijd', content: <Verwachting /> },
          { id: 'voorrang', label: 'Voorrang', content: <Voorrang /> },
          { id: 'clientreis', label: 'Cliëntreis', content: <Clientreis /> },
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
