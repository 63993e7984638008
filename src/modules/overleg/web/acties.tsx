import { Link, useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Actierij,
  getOverlegactie,
  listOverlegacties,
  postOverlegactie,
  postOverlegactieafloop,
  putOverlegactie,
} from '../domain/actie-contract.ts'
import { actiestanden } from '../domain/keuzes.ts'
import { alsOpties, useKeuzes, useZend } from './delen.tsx'
import { Actiestand } from './standen.tsx'

export function ActieTabel(props: {
  prefix: string
  query: { vergaderingId?: string; besluitId?: string }
  filter?: boolean
}) {
  return (
    <DataTable
      id="overlegacties"
      prefix={props.prefix}
      caption="Acties"
      captionHidden
      endpoint={listOverlegacties}
      query={props.query as never}
      rowKey={(rij) => rij.id}
      defaultSort="uiterlijkOp"
      filters={
        props.filter && (
          <>
            <FilterSelect
              prefix={props.prefix}
              name="open"
              label="Wat"
              allLabel="Alle acties"
              options={[{ value: 'ja', label: 'Wat open staat' }]}
            />
            <FilterSelect
              prefix={props.prefix}
              name="stand"
              label="Stand"
              options={optionsOf(actiestanden)}
            />
          </>
        )
      }
      columns={[
        {
          key: 'tekst',
          label: 'Actie',
          render: (rij: Actierij) => (
            <Link to={'/overlegacties/$id' as never} params={{ id: rij.id } as never}>
              {rij.tekst}
            </Link>
          ),
        },
        { key: 'functie', label: 'Wie', sortable: true },
        { key: 'organisatie', label: 'Organisatie', sortable: true },
        {
          key: 'uiterlijkOp',
          label: 'Uiterlijk',
          sortable: true,
          render: (rij: Actierij) => <DateText date={rij.uiterlijkOp} />,
        },
        {
          key: 'stand',
          label: 'Stand',
          sortable: true,
          render: (rij: Actierij) => <Actiestand stand={rij.stand} />,
        },
        { key: 'waaruit', label: 'Komt uit', defaultHidden: !props.filter },
      ]}
      empty={{ title: 'Geen acties', text: 'Er is hier nog geen actie afgesproken.' }}
    />
  )
}

export function NieuweActie({ vergaderingId, besluitId }: { vergaderingId?: string; besluitId?: string }) {
  const toast = useToast()
  const save = useCommand(postOverlegactie, { onDone: () => toast.show('De actie is vastgelegd.') })
  return (
    <FormDisclosure label="Actie toevoegen">
      {() => (
        <Form
          schema={postOverlegactie.body}
          defaultValues={{ vergaderingId: vergaderingId ?? null, besluitId: besluitId ?? null }}
          submitLabel="Actie vastleggen"
          draftKey={`overlegactie-nieuw-${vergaderingId ?? besluitId ?? 'los'}`}
          startsAgain
          onSubmit={(body) => save.run({ body })}
        >
          <Velden />
        </Form>
      )}
    </FormDisclosure>
  )
}

function Velden() {
  return (
    <>
      <TextAreaField name="tekst" label="Wat gaat er gebeuren?" rows={2} max={1000} />
      <TextField name="functie" label="Wie doet het?" hint="Een functie, geen naam" />
      <TextField name="organisatie" label="Bij welke organisatie?" />
      <DateField name="uiterlijkOp" label="Uiterlijk klaar op" />
    </>
  )
}

/** `/overlegacties/$id` */
export function ActiePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()('overleg.schrijven')
  const { data, error } = useEndpoint(getOverlegactie, { params: { id } })
  const isOpen = data?.stand === 'open' || data?.stand === 'te_laat'
  return (
    <Page
      title="Actie"
      lead={data?.tekst}
      status={data && <Actiestand stand={data.stand} />}
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen?tab=acties' }]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten actie={data} />}
      {data && mag && isOpen && (
        <Section title="Bijwerken">
          <FormDisclosure label="Actie afronden">{() => <AfloopForm actie={data} />}</FormDisclosure>
          <FormDisclosure label="Actie wijzigen">
            {(sluit) => <WijzigForm actie={data} sluit={sluit} />}
          </FormDisclosure>
        </Section>
      )}
    </Page>
  )
}

function Feiten({ actie }: { actie: Actierij }) {
  return (
    <TermList>
      <Term label="Wie">
        {actie.functie}, {actie.organisatie}
      </Term>
      <Term label="Uiterlijk">
        <DateText date={actie.uiterlijkOp} long />
      </Term>
      {actie.gedaanOp && (
        <Term label="Gedaan op">
          <DateText date={actie.gedaanOp} long />
        </Term>
      )}
      {actie.vervallenOp && (
        <Term label="Vervallen op">
          <DateText date={actie.vervallenOp} long />
        </Term>
      )}
      {actie.afloop && <Term label="Hoe het afliep">{actie.afloop}</Term>}
      <Term label="Komt uit" empty="Geen vergadering of besluit">
        {actie.waaruit}
      </Term>
    </TermList>
  )
}

function AfloopForm({ actie }: { actie: Actierij }) {
  const send = useZend(postOverlegactieafloop, actie.id, 'De actie is afgerond.')
  return (
    <Form
      schema={postOverlegactieafloop.body}
      defaultValues={{ versie: actie.versie, afloop: null }}
      submitLabel="Actie afronden"
      draftKey={`overlegactie-${actie.id}-afloop`}
      onSubmit={send}
    >
      {(form) => (
        <>
          <RadioField
            name="hoe"
            label="Hoe liep het af?"
            options={[
              { value: 'gedaan', label: 'De actie is gedaan' },
              { value: 'vervallen', label: 'De actie hoeft niet meer' },
            ]}
          />
          <DateField name="op" label="Op welke dag?" today />
          <TextAreaField
            name="afloop"
            label={form.watch('hoe') === 'vervallen' ? 'Waarom niet meer?' : 'Toelichting'}
            rows={2}
            max={1000}
            optional={form.watch('hoe') !== 'vervallen'}
            empty={null}
          />
        </>
      )}
    </Form>
  )
}

function WijzigForm({ actie, sluit }: { actie: Actierij; sluit: () => void }) {
  const keuzes = useKeuzes()
  const send = useZend(putOverlegactie, actie.id, 'De actie is gewijzigd.', sluit)
  const { tekst, functie, organisatie, uiterlijkOp, vergaderingId, besluitId, versie } = actie
  if (!keuzes.data) return null
  return (
    <Form
      schema={putOverlegactie.body}
      defaultValues={{ tekst, functie, organisatie, uiterlijkOp, vergaderingId, besluitId, versie }}
      submitLabel="Wijziging opslaan"
      draftKey={`overlegactie-${actie.id}`}
      onSubmit={send}
    >
      <Velden />
      <SelectField
        name="vergaderingId"
        label="Uit welke vergadering?"
        options={alsOpties(keuzes.data.vergaderingen)}
        optional
        empty={null}
      />
      <SelectField
        name="besluitId"
        label="Bij welk besluit?"
        options={alsOpties(keuzes.data.besluiten)}
        optional
        empty={null}
      />
    </Form>
  )
}
