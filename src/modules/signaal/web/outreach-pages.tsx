import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { dutchDateOf, dutchTimeOf } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type ContactRij,
  getContact,
  listContacten,
  postContact,
  putContact,
} from '../domain/outreach-contract.ts'
import { loadClienten, optiesVan, PlaatsVelden, useSignaalkeuzes } from './velden.tsx'

const crumbs = [{ label: 'Contact op straat', to: '/outreach' }]

function Terug({ row }: { row: ContactRij }) {
  if (!row.vervolgOp) return '–'
  if (row.isVervolgd) return <StatusBadge label="Gedaan" tone="goed" />
  return (
    <>
      <DateText date={row.vervolgOp} />{' '}
      <Link to={`/outreach/nieuw?vorig=${row.id}` as never}>Terug geweest</Link>
    </>
  )
}

/** `/outreach` */
export function OutreachPage() {
  const keuzes = useSignaalkeuzes()
  return (
    <Page
      title="Contact op straat"
      lead="Wie u opzocht, op straat of aan huis. Een naam is niet nodig. Alleen uw organisatie ziet dit."
      actions={<ButtonLink to="/outreach/nieuw">Contact vastleggen</ButtonLink>}
    >
      <DataTable
        id="outreach"
        caption="Contacten van uw organisatie"
        captionHidden
        endpoint={listContacten}
        rowKey={(row) => row.id}
        defaultSort="-contactOp"
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Teruggaan"
              options={[
                { value: 'terug', label: 'Nog teruggaan' },
                { value: 'te_laat', label: 'Te laat' },
              ]}
            />
            <FilterSelect
              name="uitkomst"
              label="Hoe ging het"
              options={optiesVan(keuzes.outreachUitkomsten)}
            />
            <FilterSelect name="gemeente" label="Gemeente" options={optiesVan(keuzes.gemeenten)} />
          </>
        }
        columns={[
          {
            key: 'contactOp',
            label: 'Wanneer',
            sortable: true,
            render: (row) => (
              <Link to={`/outreach/${row.id}` as never}>
                <MomentText at={row.contactOp} />
              </Link>
            ),
          },
          {
            key: 'plek',
            label: 'Waar',
            render: (row) => [row.plek, row.wijk, row.gemeente].filter(Boolean).join(', '),
          },
          {
            key: 'wie',
            label: 'Wie',
            render: (row) =>
              row.persoonId ? (
                <Link to={`/clienten/${row.persoonId}` as never}>{row.persoon ?? 'Cliënt'}</Link>
              ) : (
                (row.herkenning ?? (row.aantal === 1 ? 'Eén persoon' : `${row.aantal} mensen`))
              ),
          },
          { key: 'uitkomst', label: 'Hoe ging het' },
          {
            key: 'vervolgOp',
            label: 'Teruggaan',
            sortable: true,
            render: (row) => <Terug row={row} />,
          },
          { key: 'door', label: 'Door', defaultHidden: true },
        ]}
        empty={{
          title: 'Nog geen contacten',
          text: 'Leg het vast zodra u iemand op straat of aan huis sprak.',
        }}
      />
    </Page>
  )
}

/** Short, with what is known already filled in: it is typed on a phone, standing. */
function ContactVelden({ persoon }: { persoon?: string | null | undefined }) {
  const keuzes = useSignaalkeuzes()
  return (
    <>
      <SelectField name="uitkomst" label="Hoe ging het?" options={optiesVan(keuzes.outreachUitkomsten)} />
      <TextField name="plek" label="Waar?" hint="Bijvoorbeeld: achter het station" />
      <PlaatsVelden keuzes={keuzes} />
      <TextField
        name="herkenning"
        label="Waaraan herkent een collega deze persoon?"
        hint="Geen naam nodig. Bijvoorbeeld: man met rode muts en hond."
        empty={null}
        optional
      />
      <DateField name="vervolgOp" label="Wanneer gaat u terug?" empty={null} optional />
      <TextAreaField name="notitie" label="Korte notitie" rows={2} max={500} empty={null} optional />
      <DateField name="dag" label="Dag" today />
      <TimeField name="tijd" label="Tijd" now />
      <NumberField name="aantal" label="Met hoeveel mensen?" />
      <ComboboxField
        name="persoonId"
        label="Cliënt"
        hint="Alleen als u zeker weet wie het is."
        load={loadClienten}
        {...(persoon && { initialLabel: persoon })}
        empty={null}
        optional
      />
    </>
  )
}

/** `/outreach/nieuw?vorig=` */
export function NieuwContactPage() {
  const vorig = useSearchParams().get('vorig') || null
  const { data, error } = useEndpoint(
    getContact,
    { params: { id: vorig ?? '' } },
    { enabled: vorig !== null },
  )
  if (vorig !== null && !data)
    return (
      <Page title="Contact vastleggen" breadcrumbs={crumbs}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return <NieuwContact vorig={vorig === null ? undefined : data} />
}

function NieuwContact({ vorig }: { vorig: Awaited<ReturnType<typeof useContact>>['data'] }) {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postContact, {
    onDone: async () => {
      toast.show('Contact vastgelegd.')
      await navigate({ to: '/outreach' as never })
    },
  })
  const nu = new Date()
  return (
    <FormPage
      title="Contact vastleggen"
      lead={vorig ? `U ging terug naar: ${vorig.plek}.` : undefined}
      breadcrumbs={crumbs}
      schema={postContact.body}
      draftKey={vorig ? `outreach-na-${vorig.id}` : 'outreach-nieuw'}
      defaultValues={
        {
          dag: dutchDateOf(nu),
          tijd: dutchTimeOf(nu),
          aantal: vorig?.aantal ?? 1,
          gemeenteCode: vorig?.gemeenteCode,
          wijk: vorig?.wijkCode ?? null,
          plek: vorig?.plek,
          herkenning: vorig?.herkenning ?? null,
          notitie: null,
          vervolgOp: null,
          persoonId: vorig?.persoonId ?? null,
          vorigContactId: vorig?.id ?? null,
        } as never
      }
      onSubmit={(body) => save.run({ body })}
      submitLabel="Contact opslaan"
    >
      <ContactVelden persoon={vorig?.persoon} />
    </FormPage>
  )
}

const useContact = (id: string) => useEndpoint(getContact, { params: { id } })

/** `/outreach/$id` */
export function WijzigContactPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const answer = useContact(id)
  const save = useCommand(putContact, {
    onDone: async () => {
      toast.show('Contact verbeterd.')
      await navigate({ to: '/outreach' as never })
    },
  })
  const one = answer.data
  if (!one)
    return (
      <Page title="Contact" breadcrumbs={crumbs}>
        {answer.error && <ProblemAlert problem={answer.error} />}
      </Page>
    )
  const values = (van: typeof one) => ({ ...van, wijk: van.wijkCode, uitkomst: van.uitkomstCode }) as never
  return (
    <FormPage
      title="Contact verbeteren"
      lead={one.isVervolgd ? 'Hier is al iemand naar teruggegaan.' : undefined}
      breadcrumbs={crumbs}
      schema={putContact.body}
      draftKey={`outreach-${id}`}
      defaultValues={values(one)}
      onSubmit={(body) => save.run({ params: { id }, body })}
      submitLabel="Contact opslaan"
    >
      <ContactVelden persoon={one.persoon} />
    </FormPage>
  )
}
