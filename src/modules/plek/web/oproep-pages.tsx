import { useNavigate, useParams } from '@tanstack/react-router'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TimeField } from '../../../ui/time-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { zoekPersonen } from '../../persoon/domain/contract.ts'
import { afhandelingen, getOproep, postOproep, putOproep } from '../domain/oproep-api.ts'
import { optionsOf, usePlekkeuzes } from './keuzes.ts'

const crumbs = [{ label: 'Oproepen', to: '/oproepen' }]

/** Only clients of the own organisation: who is known elsewhere cannot be chosen. */
async function loadClienten(naam: string) {
  const { results } = await call(zoekPersonen, { body: { naam, geboortedatum: null, bsn: null } })
  return results.flatMap(({ persoon }) =>
    persoon
      ? [
          {
            value: persoon.id,
            label: persoon.naam,
            ...(persoon.geboortedatum && { detail: persoon.geboortedatum }),
          },
        ]
      : [],
  )
}

function OproepFields({ persoon }: { persoon?: string | null | undefined }) {
  return (
    <>
      <DateField name="gebeldDag" label="Dag van de oproep" today />
      <TimeField name="gebeldTijd" label="Tijd van de oproep" now />
      <SelectField
        name="afhandeling"
        label="Hoe is de oproep afgehandeld?"
        hint="Laat leeg als er nog niemand is geweest. U kunt de oproep later bijwerken."
        options={optionsOf(afhandelingen)}
        emptyLabel="Nog niet afgehandeld"
        optional
        empty={null}
      />
      <TimeField
        name="gereageerdTijd"
        label="Hoe laat was er iemand of werd er geholpen?"
        now
        optional
        empty={null}
      />
      <DateField
        name="gereageerdDag"
        label="Op welke dag was dat?"
        hint="Alleen als het niet op de dag van de oproep was."
        optional
        empty={null}
      />
      <ComboboxField
        name="persoonId"
        label="Cliënt die belde"
        hint="Alleen collega’s van organisaties die bij deze cliënt betrokken zijn, zien dit."
        load={loadClienten}
        {...(persoon && { initialLabel: persoon })}
        empty={null}
        optional
      />
    </>
  )
}

/** `/oproepen/nieuw` */
export function NieuweOproepPage() {
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const toast = useToast()
  const eigen = usePlekkeuzes().locaties.filter((locatie) => locatie.eigen)
  const save = useCommand(postOproep, {
    onDone: async () => {
      toast.show('Oproep vastgelegd.')
      await navigate({ to: '/oproepen' as never })
    },
  })
  return (
    <FormPage
      title="Oproep vastleggen"
      lead="Leg vast dat iemand belde om hulp, en hoe laat er iemand was."
      breadcrumbs={crumbs}
      schema={postOproep.body}
      draftKey="oproep-nieuw"
      defaultValues={{
        ...(get('locatie') && { locatieId: get('locatie') }),
        afhandeling: null,
        gereageerdDag: null,
        gereageerdTijd: null,
        persoonId: null,
      }}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Oproep opslaan"
    >
      <SelectField name="locatieId" label="Locatie" options={eigen} />
      <OproepFields />
    </FormPage>
  )
}

/** `/oproepen/$id` */
export function WijzigOproepPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const answer = useEndpoint(getOproep, { params: { id } })
  const save = useCommand(putOproep, {
    onDone: async () => {
      toast.show('Oproep bijgewerkt.')
      await navigate({ to: '/oproepen' as never })
    },
  })
  const oproep = answer.data
  if (!oproep)
    return (
      <Page title="Oproep bijwerken" breadcrumbs={crumbs}>
        {answer.error && <ProblemAlert problem={answer.error} />}
      </Page>
    )
  return (
    <FormPage
      title="Oproep bijwerken"
      lead={`${oproep.locatie}. Afgesproken: ${oproep.normMinuten === null ? 'geen reactietijd' : `binnen ${oproep.normMinuten} minuten ter plaatse`}.`}
      breadcrumbs={crumbs}
      schema={putOproep.body}
      draftKey={`oproep-${id}`}
      defaultValues={oproep as never}
      onReload={async () => (await answer.refetch()).data as never}
      onSubmit={(body) => save.run({ params: { id }, body })}
      submitLabel="Oproep opslaan"
    >
      <OproepFields persoon={oproep.persoon} />
    </FormPage>
  )
}
