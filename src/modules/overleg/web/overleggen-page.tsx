import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { niveaus } from '../domain/keuzes.ts'
import { listOverleggen, type Overlegrij } from '../domain/overleg-contract.ts'
import { AanspreekpuntBeheer } from './aanspreekpunt.tsx'
import { ActieTabel, NieuweActie } from './acties.tsx'
import { Kalender } from './kalender.tsx'
import { Vergadertabel } from './vergadertabel.tsx'

/** `/overleggen`: who meets when, and what is still to do. */
export function OverleggenPage() {
  const mag = useMag()('overleg.schrijven')
  return (
    <Page
      title="Overleg en besluiten"
      lead="Wie er wanneer bij elkaar komt, wat er is besloten en wie wat doet. Er staan functies, geen namen."
      actions={
        <>
          {mag && <ButtonLink to="/vergaderingen/nieuw">Vergadering plannen</ButtonLink>}
          <ButtonLink to="/besluiten" variant="secondary">
            Besluiten
          </ButtonLink>
          <ButtonLink to="/overeenkomsten" variant="secondary">
            Overeenkomsten
          </ButtonLink>
          <ButtonLink to="/nvo" variant="secondary">
            Zelftoets
          </ButtonLink>
        </>
      }
    >
      <Tabs
        items={[
          { id: 'vergaderingen', label: 'Vergaderingen', content: <Vergaderingen /> },
          { id: 'acties', label: 'Acties', content: <Acties mag={mag} /> },
          { id: 'overleggen', label: 'Overleggen', content: <Overleggen mag={mag} /> },
          { id: 'kalender', label: 'In mijn kalender', content: <Kalender /> },
          { id: 'aanspreekpunt', label: 'Aanspreekpunt', content: <AanspreekpuntBeheer mag={mag} /> },
        ]}
      />
    </Page>
  )
}

function Vergaderingen() {
  const { get } = useSearchParams()
  const isVoorbij = get('v-wanneer') === 'voorbij'
  return (
    <Vergadertabel
      prefix="v-"
      query={{ wanneer: isVoorbij ? 'voorbij' : 'komt' }}
      sort={isVoorbij ? '-datum' : 'datum'}
      filters={
        <FilterSelect
          prefix="v-"
          name="wanneer"
          label="Wanneer"
          allLabel="Wat nog komt"
          options={[{ value: 'voorbij', label: 'Wat voorbij is' }]}
        />
      }
    />
  )
}

function Acties({ mag }: { mag: boolean }) {
  return (
    <>
      <ActieTabel prefix="a-" query={{}} filter />
      {mag && <NieuweActie />}
    </>
  )
}

function Overleggen({ mag }: { mag: boolean }) {
  return (
    <>
      <DataTable
        id="overleggen"
        prefix="o-"
        caption="Overleggen van de regio"
        captionHidden
        endpoint={listOverleggen}
        rowKey={(rij) => rij.id}
        defaultSort="naam"
        filters={<FilterSelect prefix="o-" name="niveau" label="Niveau" options={optionsOf(niveaus)} />}
        columns={[
          {
            key: 'naam',
            label: 'Overleg',
            sortable: true,
            render: (rij: Overlegrij) => (
              <Link to={'/overleggen/$id' as never} params={{ id: rij.id } as never}>
                {rij.naam}
              </Link>
            ),
          },
          {
            key: 'niveau',
            label: 'Niveau',
            sortable: true,
            render: (rij: Overlegrij) => niveaus[rij.niveau],
          },
          {
            key: 'perJaar',
            label: 'Hoe vaak',
            sortable: true,
            render: (rij: Overlegrij) => hoeVaak(rij.perJaar),
          },
          { key: 'gehouden', label: 'Gehouden dit jaar', align: 'end' },
          {
            key: 'volgendeOp',
            label: 'Volgende',
            sortable: true,
            render: (rij: Overlegrij) => <DateText date={rij.volgendeOp} empty="Niet gepland" />,
          },
          { key: 'bron', label: 'Bron', defaultHidden: true },
        ]}
        empty={{ title: 'Nog geen overleggen', text: 'Leg vast wie er geregeld bij elkaar komt.' }}
      />
      {mag && (
        <p>
          <ButtonLink to="/overleggen/nieuw" variant="secondary">
            Overleg vastleggen
          </ButtonLink>
        </p>
      )}
    </>
  )
}

export const hoeVaak = (perJaar: number | null) =>
  perJaar === null ? 'Als het nodig is' : perJaar === 1 ? 'Eén keer per jaar' : `${perJaar} keer per jaar`
