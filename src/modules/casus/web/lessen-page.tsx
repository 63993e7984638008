import { DataTable } from '../../../ui/data-table.tsx'
import { Page } from '../../../ui/page.tsx'
import { listLessen } from '../domain/les-contract.ts'
import { kwartaalNaam } from '../domain/rules.ts'

/** `/casuslessen`: what policy can learn, without anybody in it and without a way back to a casus. */
export function LessenPage() {
  return (
    <Page
      title="Lessen uit casussen"
      lead="Wat casussen leren over hulp die ontbreekt of vastloopt. Een ander dan de schrijver keek na of niemand te herkennen is. Er is geen weg terug naar een casus."
    >
      <DataTable
        id="casuslessen"
        caption="Lessen"
        captionHidden
        endpoint={listLessen}
        rowKey={(row) => `${row.kwartaal} ${row.titel} ${row.tekst}`}
        defaultSort="-kwartaal"
        columns={[
          {
            key: 'kwartaal',
            label: 'Kwartaal',
            sortable: true,
            render: (row) => kwartaalNaam(row.kwartaal),
          },
          { key: 'titel', label: 'Titel', sortable: true },
          { key: 'tekst', label: 'Les', render: (row) => <span className="od-tekst">{row.tekst}</span> },
        ]}
        empty={{
          title: 'Nog geen lessen',
          text: 'Zodra een les is gecontroleerd en gepubliceerd, staat zij hier.',
        }}
      />
    </Page>
  )
}
