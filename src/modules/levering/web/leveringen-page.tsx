import { Link, useNavigate } from '@tanstack/react-router'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listLeveringen, postLevering } from '../domain/contract.ts'
import { listPerioden, periodeNaam } from '../domain/rules.ts'
import { type Soort, soorten } from '../domain/soorten.ts'
import { Stand } from './stand.tsx'

const PAD = '/leveringen'
const keuzes = (Object.keys(soorten) as Soort[]).map((value) => ({ value, label: soorten[value].naam }))

/** `/leveringen`: what this region delivers, and how far each one is. */
export function LeveringenPage() {
  const mag = useMag()('levering.maken')
  return (
    <Page
      title="Leveringen"
      lead="Gegevens voor de Monitor Dakloosheid en GMSD Wmo. U ziet hier aantallen en controles, geen mensen."
    >
      {mag && <ButtonLink to={`${PAD}/nieuw`}>Levering maken</ButtonLink>}
      <DataTable
        id="leveringen"
        caption="Leveringen"
        captionHidden
        endpoint={listLeveringen}
        rowKey={(row) => row.id}
        defaultSort="-gemaaktOp"
        filters={<FilterSelect name="soort" label="Levering" options={keuzes} />}
        columns={[
          {
            key: 'soortNaam',
            label: 'Levering',
            sortable: true,
            render: (row) => (
              <Link to={`${PAD}/$id` as never} params={{ id: row.id } as never}>
                {row.soortNaam}, {row.periodeNaam}
              </Link>
            ),
          },
          { key: 'status', label: 'Stand', sortable: true, render: (row) => <Stand levering={row} /> },
          {
            key: 'gemaaktOp',
            label: 'Gemaakt op',
            sortable: true,
            render: (row) => <DateText date={row.gemaaktOp.slice(0, 10)} />,
          },
          { key: 'gemaaktDoor', label: 'Gemaakt door', sortable: true },
          { key: 'vrijgegevenDoor', label: 'Vrijgegeven door', sortable: true },
          {
            key: 'verstuurdOp',
            label: 'Verstuurd op',
            sortable: true,
            render: (row) => row.verstuurdOp && <DateText date={row.verstuurdOp} />,
          },
        ]}
        empty={{
          title: 'Nog geen leveringen',
          text: 'Zodra iemand een levering maakt, staat zij hier.',
        }}
      />
    </Page>
  )
}

/** `/leveringen/nieuw`: which one and over which period. */
export function NieuweLeveringPage() {
  const toast = useToast()
  const navigate = useNavigate()
  const vandaag = dutchDateOf(new Date())
  const save = useCommand(postLevering, {
    onDone: async ({ id }) => {
      toast.show('De levering is gemaakt. Bekijk het controleverslag.')
      await navigate({ to: `${PAD}/$id`, params: { id } } as never)
    },
  })
  return (
    <Page title="Levering maken" breadcrumbs={[{ label: 'Leveringen', to: PAD }]} narrow>
      <p>
        Onderdak legt vast wie erin zit, zoals het nu bekend is. Dat verandert daarna niet meer. U ziet eerst
        het controleverslag; een ander geeft de levering vrij.
      </p>
      <Form
        schema={postLevering.body}
        defaultValues={{ soort: 'monitor_dakloosheid' } as never}
        submitLabel="Levering maken"
        warnOnLeave={false}
        onSubmit={(body) => save.run({ body })}
      >
        {(form) => {
          const soort = String(form.watch('soort' as never)) as Soort
          return (
            <>
              <RadioField name="soort" label="Waarvoor" options={keuzes} />
              <SelectField
                name="periode"
                label="Periode"
                options={listPerioden(soort, vandaag).map((value) => ({ value, label: periodeNaam(value) }))}
              />
              <Section title="Wat zit erin?">
                <TermList>
                  <Term label="Ontvanger">{soorten[soort].ontvanger}</Term>
                  <Term label="Wie">{soorten[soort].definitie}</Term>
                  <Term label="Indeling">{soorten[soort].indeling}</Term>
                </TermList>
              </Section>
            </>
          )
        }}
      </Form>
    </Page>
  )
}
