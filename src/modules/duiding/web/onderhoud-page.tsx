import { dutchDateOf } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page } from '../../../ui/page.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { onderhouduitkomsten } from '../domain/keuzes.ts'
import {
  getIndicatorgeschiedenis,
  getOnderhoudkeuzes,
  listOnderhoud,
  type Onderhoudrij,
  postEigenaar,
  postOnderhoud,
} from '../domain/onderhoud-contract.ts'
import { useZend } from './velden.ts'

const tonen = { bevestigd: 'goed', gewijzigd: 'wacht', beeindigd: 'neutraal' } as const

/** This year, the next one and the years before. */
function jaren() {
  const nu = Number(dutchDateOf(new Date()).slice(0, 4))
  return [nu + 1, nu - 1, nu - 2, nu - 3].map((jaar) => ({ value: String(jaar), label: String(jaar) }))
}

/** `/indicatoronderhoud`: once a year each indicator is confirmed, changed or ended, and who owns it. */
export function OnderhoudPage() {
  const { get } = useSearchParams()
  const mag = useMag()
  const jaar = get('jaar')
  const { data } = useEndpoint(listOnderhoud, {
    query: { ...(jaar && { jaar }), pagina: '1', aantalPerPagina: '1' } as never,
  })
  return (
    <Page
      title="Onderhoud van indicatoren"
      lead="Eén keer per jaar lopen we alle indicatoren langs: blijft zij, wijzigt zij of stopt zij? Wat stopt, staat vanaf dat jaar niet meer op dashboards en in rapporten. Alles blijft hier te lezen."
    >
      {data && (
        <Progress
          label={`Ronde van ${data.jaar}`}
          value={data.besloten / data.totaal}
          detail={`${data.besloten} van ${data.totaal} indicatoren besloten`}
        />
      )}
      <DataTable
        id="indicatoronderhoud"
        caption="Indicatoren in de ronde"
        captionHidden
        endpoint={listOnderhoud}
        rowKey={(rij) => rij.indicator}
        defaultSort="volgorde"
        filters={
          <>
            <FilterSelect name="jaar" label="Jaar" allLabel="Dit jaar" options={jaren()} />
            <FilterSelect
              name="stand"
              label="Tonen"
              options={[
                { value: 'open', label: 'Nog te besluiten' },
                { value: 'besloten', label: 'Besloten' },
              ]}
            />
          </>
        }
        columns={[
          { key: 'naam', label: 'Indicator', sortable: true },
          {
            key: 'functie',
            label: 'Eigenaar',
            render: (rij: Onderhoudrij) =>
              rij.functie ? [rij.functie, rij.eigenaar].filter(Boolean).join(', ') : 'Zoals in de definitie',
          },
          {
            key: 'uitkomst',
            label: 'Besloten',
            sortable: true,
            render: (rij: Onderhoudrij) =>
              rij.uitkomst ? (
                <>
                  <StatusBadge label={onderhouduitkomsten[rij.uitkomst]} tone={tonen[rij.uitkomst]} />{' '}
                  {rij.notitie} <DateText date={rij.beslistOp} />, {rij.beslistDoor}
                </>
              ) : (
                'Nog niet'
              ),
          },
          {
            key: 'vorigJaar',
            label: 'Jaar ervoor',
            render: (rij: Onderhoudrij) => (rij.vorigJaar ? onderhouduitkomsten[rij.vorigJaar] : '–'),
          },
          {
            key: 'indicator',
            label: 'Meer',
            render: (rij: Onderhoudrij) => (
              <>
                <FormDisclosure label="Geschiedenis">
                  {() => <Geschiedenis indicator={rij.indicator} />}
                </FormDisclosure>
                {mag('indicator.beheren') && data && (
                  <>
                    <FormDisclosure label="Besluiten">
                      {(sluit) => <Besluiten rij={rij} jaar={data.jaar} sluit={sluit} />}
                    </FormDisclosure>
                    <FormDisclosure label="Eigenaar kiezen">
                      {(sluit) => <Eigenaar rij={rij} sluit={sluit} />}
                    </FormDisclosure>
                  </>
                )}
              </>
            ),
          },
        ]}
        empty={{
          title: 'Niets te tonen',
          text: 'Alle indicatoren van deze ronde staan bij de andere keuze.',
        }}
      />
    </Page>
  )
}

function Geschiedenis({ indicator }: { indicator: string }) {
  const { data } = useEndpoint(getIndicatorgeschiedenis, { params: { indicator } })
  if (!data) return null
  return (
    <ul className="od-kaarten">
      {data.beslissingen.map((een) => (
        <li key={`${een.jaar} ${een.op} ${een.uitkomst} ${een.notitie}`}>
          <span>
            {een.jaar}: {onderhouduitkomsten[een.uitkomst].toLowerCase()}. {een.notitie}
          </span>
          <span className="od-hint">
            <DateText date={een.op} />, {een.door}
          </span>
        </li>
      ))}
      {data.eigenaren.map((een) => (
        <li key={een.van}>
          <span>Eigenaar: {[een.functie, een.naam].filter(Boolean).join(', ')}</span>
          <span className="od-hint">
            Sinds <DateText date={een.van} />
            {een.tot && (
              <>
                , tot <DateText date={een.tot} />
              </>
            )}
          </span>
        </li>
      ))}
      {data.beslissingen.length + data.eigenaren.length === 0 && <li>Er is nog niets vastgelegd.</li>}
    </ul>
  )
}

function Besluiten({ rij, jaar, sluit }: { rij: Onderhoudrij; jaar: number; sluit: () => void }) {
  const save = useZend(postOnderhoud, 'Het besluit staat in de ronde.', sluit)
  return (
    <Form
      schema={postOnderhoud.body}
      defaultValues={{ indicator: rij.indicator, jaar, notitie: null } as never}
      submitLabel="Besluit vastleggen"
      draftKey={`indicatoronderhoud-${rij.indicator}-${jaar}`}
      onSubmit={(body) => save.run({ body })}
    >
      <RadioField
        name="uitkomst"
        label={`Wat gebeurt er met ${rij.naam} in ${jaar}?`}
        options={optionsOf(onderhouduitkomsten)}
      />
      <TextAreaField
        name="notitie"
        label="Waarom?"
        hint="Verplicht als de indicator wijzigt of stopt."
        max={1000}
        empty={null}
        optional
      />
    </Form>
  )
}

function Eigenaar({ rij, sluit }: { rij: Onderhoudrij; sluit: () => void }) {
  const { data } = useEndpoint(getOnderhoudkeuzes, {})
  const save = useZend(postEigenaar, 'De eigenaar is vastgelegd.', sluit)
  return (
    <Form
      schema={postEigenaar.body}
      defaultValues={{ indicator: rij.indicator, gebruikerId: null } as never}
      submitLabel="Eigenaar vastleggen"
      draftKey={`indicatoreigenaar-${rij.indicator}`}
      onSubmit={(body) => save.run({ body })}
    >
      <TextField name="functie" label="Functie" hint="Bijvoorbeeld: Programmamanager" />
      <SelectField
        name="gebruikerId"
        label="Wie is dat?"
        empty={null}
        optional
        options={(data?.gebruikers ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
      />
      <DateField name="vanaf" label="Eigenaar vanaf" today />
    </Form>
  )
}
