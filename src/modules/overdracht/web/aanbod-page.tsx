import { useNavigate, useParams } from '@tanstack/react-router'
import { useFormContext, useWatch } from 'react-hook-form'
import { formatLong } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxGroupField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { haalDelen } from '../../delen/domain/contract.ts'
import { gegevenssets, type Ontvangersoort, ontvangersoorten } from '../../delen/domain/keuzes.ts'
import { Grondkeuze, Jeugdgegevens } from '../../delen/web/deel-form.tsx'
import type { DelenData } from '../../delen/web/ontvanger-velden.tsx'
import { biedOverdrachtAan, haalMeegaanden } from '../domain/contract.ts'
import { buitenSoorten } from '../domain/rules.ts'
import { InhoudVelden } from './velden.tsx'

/** `/clienten/$id/overdragen` */
export function AanbodPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(haalDelen, { params: { id } })
  return (
    <Page
      title="Cliënt overdragen"
      lead="U biedt de cliënt aan en tekent daarmee. Uw organisatie blijft verantwoordelijk tot de ander heeft aangenomen en de overdracht na het gesprek is afgerond."
      breadcrumbs={[{ label: 'Dossier', to: `/clienten/${id}?tab=overdracht` }]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <AanbodForm persoonId={id} data={data} />}
    </Page>
  )
}

function AanbodForm({ persoonId, data }: { persoonId: string; data: DelenData }) {
  const toast = useToast()
  const navigate = useNavigate()
  const save = useCommand(biedOverdrachtAan, {
    onDone: ({ id, ookGemaakt, nietMee }) => {
      toast.show(
        [
          'De overdracht is aangeboden. U blijft nu nog verantwoordelijk.',
          ookGemaakt.length > 0 &&
            `Ook gemaakt voor ${formatCount(ookGemaakt.length, 'huisgenoot', 'huisgenoten')}.`,
          nietMee > 0 &&
            `Voor ${formatCount(nietMee, 'huisgenoot', 'huisgenoten')} kan het niet in deze overdracht. Bespreek dat met uw coördinator.`,
        ]
          .filter(Boolean)
          .join(' '),
      )
      void navigate({ to: `/overdrachten/${id}` as never })
    },
  })
  return (
    <Form
      draftKey={`overdracht-${persoonId}-aanbod`}
      schema={biedOverdrachtAan.body}
      defaultValues={{ waarheen: 'binnen', wetsovergang: 'geen', ookVoor: [] } as never}
      submitLabel="Overdracht aanbieden"
      actions={
        <ButtonLink to={`/clienten/${persoonId}`} variant="tertiary">
          Terug naar het dossier
        </ButtonLink>
      }
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <OntvangerKeuze data={data} />
      <InhoudVelden samenvatting="Wat moet de ander weten?" />
      <GrondVeld data={data} />
      <OokVoor persoonId={persoonId} zelf={data.jeugdwetToestemmingNodig} />
    </Form>
  )
}

/** Who of the household goes along: each gets a handover of the own, with the same words. */
function OokVoor({ persoonId, zelf }: { persoonId: string; zelf: boolean }) {
  const { control } = useFormContext()
  const gekozen = (useWatch({ control, name: 'ookVoor' }) ?? []) as string[]
  const { data } = useEndpoint(haalMeegaanden, { params: { id: persoonId } })
  const leden = data?.leden ?? []
  // Also when only a member who goes along did not agree.
  const nodig = zelf || leden.some((lid) => lid.jeugdwetToestemmingNodig && gekozen.includes(lid.persoonId))
  return (
    <>
      {leden.length > 0 && (
        <CheckboxGroupField
          name="ookVoor"
          label="Ook voor"
          hint="Ieder krijgt een eigen overdracht naar dezelfde ontvanger, met dezelfde tekst. Lukt er één niet, dan wordt er geen aangeboden."
          optional
          options={leden.map((lid) => ({
            value: lid.persoonId,
            label: lid.naam,
            ...(lid.geboortedatum && { hint: `Geboren op ${formatLong(lid.geboortedatum)}` }),
          }))}
        />
      )}
      <Jeugdgegevens nodig={nodig} set="overdracht" />
    </>
  )
}

/** An organisation of the region that can take a person over, or a party outside it. */
function OntvangerKeuze({ data }: { data: DelenData }) {
  const { control } = useFormContext()
  const waarheen = useWatch({ control, name: 'waarheen' }) as 'binnen' | 'naar_buiten'
  return (
    <>
      <RadioField
        name="waarheen"
        label="Waar gaat de cliënt heen?"
        options={[
          { value: 'binnen', label: 'Naar een organisatie in deze regio' },
          {
            value: 'naar_buiten',
            label: 'Naar een partij buiten deze regio',
            hint: 'U maakt hierna een eenmalige link om de ander te laten antwoorden.',
          },
        ]}
      />
      {waarheen === 'binnen' ? (
        <SelectField
          name="naarOrganisatieId"
          label="Aan wie draagt u over?"
          empty={null}
          options={data.organisaties
            .filter(({ soort }) => soort === 'college' || soort === 'aanbieder')
            .map(({ id, naam }) => ({ value: id, label: naam }))}
        />
      ) : (
        <>
          <SelectField
            name="naarSoort"
            label="Wat voor partij?"
            empty={null}
            options={buitenSoorten.map((value) => ({ value, label: ontvangersoorten[value] }))}
          />
          <TextField name="naarNaam" label="Naam van de partij" empty={null} />
        </>
      )}
    </>
  )
}

/** What goes along is always the same set; why it may depends on who receives it. */
function GrondVeld({ data }: { data: DelenData }) {
  const { control } = useFormContext()
  const [waarheen, organisatieId, soort] = useWatch({
    control,
    name: ['waarheen', 'naarOrganisatieId', 'naarSoort'],
  }) as [string, string | null | undefined, Ontvangersoort | null | undefined]
  const aan =
    waarheen === 'binnen'
      ? data.organisaties.find(({ id }) => id === organisatieId)?.soort
      : (soort ?? undefined)
  return (
    <>
      <p className="od-hint">
        Dit deelt u, en niets anders tot de ander aanneemt: {gegevenssets.overdracht.gegevens.join(', ')}.
      </p>
      <Grondkeuze data={data} aan={aan} set="overdracht" />
    </>
  )
}
