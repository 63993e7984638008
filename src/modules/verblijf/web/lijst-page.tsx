import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { usePlekkeuzes } from '../../plek/web/keuzes.ts'
import { listVerblijven, type VerblijfRij } from '../domain/api.ts'

export function TermijnBadge({ rij }: { rij: Pick<VerblijfRij, 'termijnstand' | 'dagen'> }) {
  if (rij.termijnstand === 'te_lang')
    return <StatusBadge label={`${-(rij.dagen ?? 0)} dagen te lang`} tone="fout" />
  if (rij.termijnstand === 'bijna') return <StatusBadge label={`Nog ${rij.dagen} dagen`} tone="let_op" />
  if (rij.termijnstand === 'geen_grens') return <>geen grens</>
  return <>{rij.dagen === null ? '–' : `nog ${rij.dagen} dagen`}</>
}

/** The expected end, when it is near or has passed without a departure. */
export function VertrekBadge({ rij }: { rij: Pick<VerblijfRij, 'dagenVerwacht' | 'vertrekNabij'> }) {
  const { dagenVerwacht } = rij
  if (!rij.vertrekNabij || dagenVerwacht === null) return null
  if (dagenVerwacht < 0) return <StatusBadge label="Voorbij, nog niet vertrokken" tone="fout" />
  return (
    <StatusBadge
      label={dagenVerwacht === 0 ? 'Vandaag' : `Over ${formatCount(dagenVerwacht, 'dag', 'dagen')}`}
      tone="let_op"
    />
  )
}

/** `/verblijven`: who stays where, who stays too long, and who could leave. */
export function VerblijvenPage() {
  const mag = useMag()
  const keuzes = usePlekkeuzes()
  return (
    <Page
      title="Verblijven"
      lead="Wie nu waar verblijft, van wie de termijn bijna voorbij is en wie klaar is om te vertrekken."
      actions={
        <>
          <ButtonLink to="/verblijven/vannacht" variant="secondary">
            Wie is er vannacht?
          </ButtonLink>
          {mag('verblijf.vastleggen') && mag('melding.registreren') && (
            <ButtonLink to="/verblijven/spoed">Spoedplaatsing</ButtonLink>
          )}
        </>
      }
    >
      <DataTable
        id="verblijven"
        caption="Verblijven die u mag zien"
        captionHidden
        endpoint={listVerblijven}
        rowKey={(row) => row.id}
        defaultSort="uiterlijkOp"
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => <Link to={`/verblijven/${row.id}` as never}>{row.naam}</Link>,
          },
          { key: 'locatie', label: 'Locatie', render: (row) => `${row.locatie}, ${row.plek}` },
          { key: 'product', label: 'Product' },
          {
            key: 'begonnenOp',
            label: 'Sinds',
            sortable: true,
            render: (row) => <DateText date={row.begonnenOp} />,
          },
          { key: 'nachten', label: 'Nachten', align: 'end' },
          {
            key: 'uiterlijkOp',
            label: 'Uiterlijk tot',
            sortable: true,
            render: (row) => <DateText date={row.uiterlijkOp} />,
          },
          {
            key: 'verwachtEindeOp',
            label: 'Verwacht einde',
            render: (row) =>
              row.verwachtEindeOp ? (
                <>
                  <DateText date={row.verwachtEindeOp} /> <VertrekBadge rij={row} />
                </>
              ) : (
                '–'
              ),
          },
          { key: 'dagen', label: 'Termijn', render: (row) => <TermijnBadge rij={row} /> },
          {
            key: 'uitstroomWachtOp',
            label: 'Klaar om te vertrekken',
            render: (row) =>
              row.uitstroomgereedOp ? (
                <StatusBadge
                  label={keuzes.naamVan('overschrijdingsreden', row.uitstroomWachtOp ?? '')}
                  tone="wacht"
                />
              ) : (
                'Nee'
              ),
          },
          { key: 'personen', label: 'Personen', align: 'end', defaultHidden: true },
        ]}
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Tonen"
              allLabel="Lopende verblijven"
              options={[
                { value: 'te_lang', label: 'Te lang' },
                { value: 'bijna', label: 'Bijna te lang' },
                { value: 'vertrek_verwacht', label: 'Vertrek verwacht' },
                { value: 'uitstroomgereed', label: 'Klaar om te vertrekken' },
                { value: 'geeindigd', label: 'Geëindigd' },
              ]}
            />
            <FilterSelect name="locatieId" label="Locatie" options={keuzes.locaties} />
            <FilterSelect name="productId" label="Product" options={keuzes.producten} />
          </>
        }
        empty={{
          title: 'Geen verblijven',
          text: 'Er verblijft niemand die u mag zien. Een verblijf begint bij de aankomst na een aanvaard voorstel.',
        }}
      />
    </Page>
  )
}
