import { useNavigate } from '@tanstack/react-router'
import { useFormContext, useWatch } from 'react-hook-form'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type EigenSignaal, listEigenSignalen, postSignaal } from '../domain/contract.ts'
import { signaalToestanden } from '../domain/toestanden.ts'
import { optiesVan, optionsOf, PlaatsVelden, SignaalStand, useSignaalkeuzes } from './velden.tsx'

const eigen = { label: 'Mijn signalen', to: '/signalen/eigen' }

/** `/signalen/nieuw`: what a partner tells, as little as possible. */
export function NieuwSignaalPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const keuzes = useSignaalkeuzes()
  const save = useCommand(postSignaal, {
    onDone: async ({ kenmerk }) => {
      toast.show(`Signaal ${kenmerk} is doorgegeven.`)
      await navigate({ to: eigen.to as never })
    },
  })
  return (
    <FormPage
      title="Signaal doorgeven"
      lead="De toegang van de gemeente pakt het op. Schrijf alleen op wat nodig is: geen diagnose en geen burgerservicenummer."
      breadcrumbs={[eigen]}
      schema={postSignaal.body}
      draftKey="signaal-nieuw"
      defaultValues={
        { wijk: null, waar: null, ontruimingOp: null, volwassenen: null, kinderen: null } as never
      }
      onSubmit={(body) => save.run({ body })}
      submitLabel="Signaal doorgeven"
    >
      <SelectField name="categorie" label="Waar gaat het over?" options={optiesVan(keuzes.categorieen)} />
      <PlaatsVelden keuzes={keuzes} />
      <TextField name="waar" label="Adres of plek" empty={null} optional />
      <Huisuitzetting />
      <TextAreaField name="toelichting" label="Wat is er aan de hand?" max={2000} />
    </FormPage>
  )
}

function Huisuitzetting() {
  const { control } = useFormContext()
  if (useWatch({ control, name: 'categorie' }) !== 'huisuitzetting') return null
  return (
    <>
      <DateField
        name="ontruimingOp"
        label="Dag van de ontruiming"
        hint="Laat leeg als die nog niet vaststaat."
        empty={null}
        optional
      />
      <NumberField name="volwassenen" label="Aantal volwassenen" empty={null} optional />
      <NumberField name="kinderen" label="Aantal kinderen" empty={null} optional />
    </>
  )
}

function Verloop({ row }: { row: EigenSignaal }) {
  if (row.terugkoppeling) return row.terugkoppeling
  if (row.opgepaktOp)
    return (
      <>
        Opgepakt op <DateText date={row.opgepaktOp} /> door {row.behandelaar}
      </>
    )
  return (
    <>
      {row.behandelaar} pakt het op, uiterlijk <DateText date={row.oppakkenVoor} />
    </>
  )
}

/** `/signalen/eigen`: only those of the own organisation, and nothing about what happens to the person. */
export function EigenSignalenPage() {
  const mag = useMag()
  return (
    <Page
      title="Mijn signalen"
      lead="Signalen van uw organisatie. U ziet of iemand ze oppakte en wat het antwoord is. Over de persoon zelf mogen wij niets vertellen."
      actions={mag('signaal.melden') && <ButtonLink to="/signalen/nieuw">Signaal doorgeven</ButtonLink>}
    >
      <DataTable
        id="eigen-signalen"
        caption="Signalen van uw organisatie"
        captionHidden
        endpoint={listEigenSignalen}
        rowKey={(row) => row.id}
        defaultSort="-gemeldOp"
        filters={<FilterSelect name="status" label="Stand" options={optionsOf(signaalToestanden)} />}
        columns={[
          { key: 'kenmerk', label: 'Kenmerk', sortable: true },
          {
            key: 'gemeldOp',
            label: 'Gemeld op',
            sortable: true,
            render: (row) => <DateText date={row.gemeldOp} />,
          },
          { key: 'categorie', label: 'Soort' },
          {
            key: 'waar',
            label: 'Waar',
            render: (row) => [row.waar, row.wijk, row.gemeente].filter(Boolean).join(', '),
          },
          {
            key: 'ontruimingOp',
            label: 'Ontruiming',
            sortable: true,
            render: (row) => <DateText date={row.ontruimingOp} />,
          },
          { key: 'status', label: 'Stand', render: (row) => <SignaalStand status={row.status} /> },
          { key: 'verloop', label: 'Antwoord', render: (row) => <Verloop row={row} /> },
        ]}
        empty={{
          title: 'Nog geen signalen',
          text: 'Maakt u zich zorgen om iemand? Geef dan een signaal door.',
        }}
      />
    </Page>
  )
}
