import { useWatch } from 'react-hook-form'
import { useCommand } from '../../../ui/api-hooks.ts'
import { CheckboxField, optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { ActiviteitDetail, Resultaatbeeld } from '../domain/activiteit-contract.ts'
import { geldsoorten, knelpuntsoorten, koersen, organen, standen, uitkomsten } from '../domain/keuzes.ts'
import {
  type Activiteitdraad,
  type Besluitrij,
  deleteActiviteitgeld,
  postActiviteitgeld,
  postActiviteitstand,
  postActiviteitvoortgang,
  postBesluit,
  postBesluitmoment,
  postKnelpunt,
  postKnelpuntoplossing,
  postResultaatwaarde,
  putActiviteitgeld,
} from '../domain/voortgang-contract.ts'

type Van = { activiteit: ActiviteitDetail; sluit: () => void }

/** What is told after a save, and then the form closes. */
function useKlaar(sluit: () => void) {
  const toast = useToast()
  return (tekst: string) => ({
    onDone: () => {
      toast.show(tekst)
      sluit()
    },
  })
}

export function StandForm({ activiteit, sluit }: Van) {
  const save = useCommand(postActiviteitstand, useKlaar(sluit)('De stand is vastgelegd.'))
  return (
    <Form
      schema={postActiviteitstand.body}
      defaultValues={
        { ...(activiteit.stand && { stand: activiteit.stand }), koers: activiteit.koers } as never
      }
      submitLabel="Stand vastleggen"
      draftKey={`activiteit-${activiteit.id}-stand`}
      onSubmit={(body) => save.run({ params: { id: activiteit.id }, body })}
    >
      <DateField name="op" label="Op welke dag was het zo?" today />
      <SelectField name="stand" label="Stand" options={optionsOf(standen)} />
      <KoersVelden />
    </Form>
  )
}

function KoersVelden() {
  const [stand, koers] = useWatch({ name: ['stand', 'koers'] }) as [string | undefined, string | null]
  const klaar = stand === 'afgerond' || stand === 'voortijdig_beeindigd'
  const moet = koers === 'vertraagd' || stand === 'voortijdig_beeindigd'
  return (
    <>
      {(!klaar || koers !== null) && (
        <SelectField
          name="koers"
          label="Loopt het volgens de planning?"
          options={optionsOf(koersen)}
          optional
          empty={null}
        />
      )}
      <TextAreaField
        name="reden"
        label={stand === 'voortijdig_beeindigd' ? 'Waarom stopt het?' : 'Reden'}
        max={1000}
        rows={3}
        {...(!moet && { optional: true })}
        empty={null}
      />
    </>
  )
}

export function VoortgangForm({ activiteit, sluit }: Van) {
  const save = useCommand(postActiviteitvoortgang, useKlaar(sluit)('De voortgang is vastgelegd.'))
  return (
    <Form
      schema={postActiviteitvoortgang.body}
      defaultValues={{ isOpenbaar: false, bron: 'Eigen opgave' } as never}
      submitLabel="Voortgang vastleggen"
      draftKey={`activiteit-${activiteit.id}-voortgang`}
      onSubmit={(body) => save.run({ params: { id: activiteit.id }, body })}
    >
      <DateField name="op" label="Stand van zaken op" today />
      <TextAreaField
        name="standVanZaken"
        label="Stand van zaken"
        hint="Wat is er gedaan? Schrijf geen namen van mensen op."
        max={4000}
        rows={6}
      />
      <TextAreaField
        name="inzichten"
        label="Inzichten"
        hint="Wat leerde u ervan?"
        max={4000}
        optional
        empty={null}
      />
      <TextAreaField
        name="vervolg"
        label="Vervolg"
        hint="Wat gebeurt er nu?"
        max={4000}
        optional
        empty={null}
      />
      <CheckboxField
        name="isOpenbaar"
        label="Iedereen mag deze tekst lezen"
        hint="Dan staat hij op de openbare pagina van het programma, en kan hij in de nieuwsbrief."
      />
      <TextField name="bron" label="Bron" />
    </Form>
  )
}

export function WaardeForm({ resultaat, sluit }: { resultaat: Resultaatbeeld; sluit: () => void }) {
  const save = useCommand(postResultaatwaarde, useKlaar(sluit)('Het getal is vastgelegd.'))
  return (
    <Form
      schema={postResultaatwaarde.body}
      defaultValues={{ bron: 'Eigen opgave' } as never}
      submitLabel="Getal vastleggen"
      draftKey={`resultaat-${resultaat.id}-waarde`}
      onSubmit={(body) => save.run({ params: { id: resultaat.id }, body })}
    >
      <DateField
        name="op"
        label="Stand op"
        hint="Is er van deze dag al een getal? Dan komt dit in de plaats."
        today
      />
      <NumberField name="waarde" label={`Behaald, in ${resultaat.eenheid}`} />
      <TextField name="toelichting" label="Toelichting" optional empty={null} />
      <TextField name="bron" label="Bron" />
    </Form>
  )
}

export function KnelpuntForm({ activiteit, sluit }: Van) {
  const save = useCommand(postKnelpunt, useKlaar(sluit)('Het knelpunt is gemeld.'))
  return (
    <Form
      schema={postKnelpunt.body}
      defaultValues={{ bron: 'Eigen opgave' } as never}
      submitLabel="Knelpunt melden"
      draftKey={`activiteit-${activiteit.id}-knelpunt`}
      onSubmit={(body) => save.run({ params: { id: activiteit.id }, body })}
    >
      <DateField name="gemeldOp" label="Gemeld op" today />
      <SelectField name="soort" label="Waar ligt het aan?" options={optionsOf(knelpuntsoorten)} />
      <TextAreaField name="omschrijving" label="Wat is er aan de hand?" max={1000} rows={3} />
      <TextField name="bron" label="Bron" />
    </Form>
  )
}

export function OplossingForm(props: { knelpunt: Activiteitdraad['knelpunten'][number]; sluit: () => void }) {
  const { knelpunt, sluit } = props
  const save = useCommand(postKnelpuntoplossing, useKlaar(sluit)('Het knelpunt is opgelost.'))
  return (
    <Form
      schema={postKnelpuntoplossing.body}
      defaultValues={{ versie: knelpunt.versie } as never}
      submitLabel="Oplossing vastleggen"
      draftKey={`knelpunt-${knelpunt.id}`}
      onSubmit={(body) => save.run({ params: { id: knelpunt.id }, body })}
    >
      <DateField name="opgelostOp" label="Opgelost op" today />
      <TextAreaField name="oplossing" label="Hoe is het opgelost?" max={1000} rows={3} />
    </Form>
  )
}

export function BesluitmomentForm({ activiteit, sluit }: Van) {
  const save = useCommand(postBesluitmoment, useKlaar(sluit)('Het besluitmoment is gepland.'))
  return (
    <Form
      schema={postBesluitmoment.body}
      defaultValues={{ bron: 'Eigen opgave' } as never}
      submitLabel="Besluitmoment plannen"
      draftKey={`activiteit-${activiteit.id}-besluitmoment`}
      onSubmit={(body) => save.run({ params: { id: activiteit.id }, body })}
    >
      <TextField name="waarover" label="Waarover wordt besloten?" />
      <TextAreaField
        name="criteria"
        label="Criteria"
        hint="Wanneer gaat u door, en wanneer stopt u?"
        max={2000}
        rows={3}
        optional
        empty={null}
      />
      <SelectField name="orgaan" label="Wie besluit?" options={optionsOf(organen)} />
      <DateField name="geplandOp" label="Uiterlijk op" />
      <TextField name="bron" label="Bron" />
    </Form>
  )
}

interface BesluitFormProps {
  moment: Besluitrij
  /** Day on which a board decided; the outcome still has to be chosen. */
  besloten?: string | undefined
  sluit: () => void
}

export function BesluitForm({ moment, besloten, sluit }: BesluitFormProps) {
  const save = useCommand(postBesluit, useKlaar(sluit)('Het besluit is vastgelegd.'))
  return (
    <Form
      schema={postBesluit.body}
      defaultValues={{ versie: moment.versie, ...(besloten && { besloten }) } as never}
      submitLabel="Besluit vastleggen"
      draftKey={`besluitmoment-${moment.id}`}
      onSubmit={(body) => save.run({ params: { id: moment.id }, body })}
    >
      <RadioField
        name="uitkomst"
        label="Wat is er besloten?"
        hint="Bij doorgaan, opschalen en stoppen verandert ook de stand van de activiteit."
        options={optionsOf(uitkomsten)}
      />
      <DateField name="besloten" label="Besloten op" today />
      <TextAreaField name="motivering" label="Waarom?" max={2000} rows={4} />
    </Form>
  )
}

const geldVelden = (
  <>
    <RadioField name="soort" label="Kosten of dekking?" options={optionsOf(geldsoorten)} />
    <NumberField name="jaar" label="Jaar" />
    <TextField name="omschrijving" label="Waarvoor, of waaruit?" />
    <NumberField name="bedrag" label="Bedrag in euro" />
    <CheckboxField name="isStructureel" label="Dit komt elk jaar terug" />
    <TextField name="bron" label="Bron" />
  </>
)

export function GeldForm({ activiteit, sluit }: Van) {
  const save = useCommand(postActiviteitgeld, useKlaar(sluit)('Het bedrag is vastgelegd.'))
  return (
    <Form
      schema={postActiviteitgeld.body}
      defaultValues={{ isStructureel: false } as never}
      submitLabel="Bedrag vastleggen"
      draftKey={`activiteit-${activiteit.id}-geld`}
      onSubmit={(body) => save.run({ params: { id: activiteit.id }, body })}
    >
      {geldVelden}
    </Form>
  )
}

export function WijzigGeld(props: { geld: Activiteitdraad['geld'][number]; sluit: () => void }) {
  const { geld, sluit } = props
  const { id, ...waarden } = geld
  const save = useCommand(putActiviteitgeld, useKlaar(sluit)('Het bedrag is verbeterd.'))
  return (
    <Form
      schema={putActiviteitgeld.body}
      defaultValues={waarden}
      submitLabel="Opslaan"
      draftKey={`activiteitgeld-${id}`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      {geldVelden}
    </Form>
  )
}

/** Takes an amount away; the toast offers to write it down again. */
export function useGeldWeg(activiteitId: string) {
  const toast = useToast()
  const weg = useCommand(deleteActiviteitgeld)
  const terug = useCommand(postActiviteitgeld)
  return async ({ id, versie, ...geld }: Activiteitdraad['geld'][number]) => {
    try {
      await weg.run({ params: { id }, body: { versie } })
      toast.show('Het bedrag is weggehaald.', async () => {
        await terug.run({ params: { id: activiteitId }, body: geld })
      })
    } catch (problem) {
      toast.show(problem instanceof Error ? problem.message : 'Het bedrag is niet weggehaald.')
    }
  }
}
