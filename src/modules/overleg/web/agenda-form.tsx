import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { agendasoorten } from '../domain/keuzes.ts'
import type { Overlegkeuzes } from '../domain/overleg-contract.ts'
import { type AgendaWijziging, putVergaderingagenda } from '../domain/vergadering-contract.ts'
import { Rijen, useKeuzes, useZend } from './delen.tsx'
import type { VergaderingFormProps } from './vergadering-forms.tsx'

interface Punt {
  titel: string
  soort: keyof typeof agendasoorten
  isVast: boolean
  toelichting: string | null
  stuk: string | null
  /** `activiteit <id>`, `programma <id>` or `rapport <id>`: one list to choose from. */
  verwijzing: string | null
}
interface Velden {
  versie: number
  punten: Punt[]
}

const soorten = ['activiteit', 'programma', 'rapport'] as const

/** Splits the one choice of the screen over the three fields of the contract. */
function toBody(velden: unknown): unknown {
  const { punten, ...rest } = velden as Velden
  return {
    ...rest,
    punten: punten.map(({ verwijzing, ...punt }) => {
      const [soort, id] = verwijzing?.split(' ') ?? []
      const van = (welke: (typeof soorten)[number]) => (soort === welke ? id : null)
      return {
        ...punt,
        activiteitId: van('activiteit'),
        programmaId: van('programma'),
        rapportId: van('rapport'),
      }
    }),
  }
}

const Formulier = z.preprocess(toBody, putVergaderingagenda.body) as unknown as z.ZodType<
  AgendaWijziging,
  Velden
>

const verwijzingen = ({ activiteiten, programmas, rapporten }: Overlegkeuzes) => [
  ...programmas.map(({ id, naam }) => ({ value: `programma ${id}`, label: `Programma: ${naam}` })),
  ...activiteiten.map(({ id, naam }) => ({ value: `activiteit ${id}`, label: `Activiteit: ${naam}` })),
  ...rapporten.map(({ id, naam }) => ({ value: `rapport ${id}`, label: naam })),
]

export function AgendaForm({ vergadering, sluit }: VergaderingFormProps) {
  const keuzes = useKeuzes()
  const send = useZend(putVergaderingagenda, vergadering.id, 'De agenda is opgeslagen.', sluit)
  if (!keuzes.data) return null
  const opties = verwijzingen(keuzes.data)
  const punten = vergadering.punten.map(
    ({ activiteitId, programmaId, rapportId, verwijzing: _, ...punt }) => ({
      ...punt,
      verwijzing:
        (activiteitId && `activiteit ${activiteitId}`) ??
        (programmaId && `programma ${programmaId}`) ??
        (rapportId && `rapport ${rapportId}`) ??
        null,
    }),
  )
  return (
    <Form
      schema={Formulier}
      defaultValues={{ versie: vergadering.versie, punten }}
      submitLabel="Agenda opslaan"
      draftKey={`vergadering-${vergadering.id}-agenda`}
      onSubmit={send}
    >
      <Rijen
        naam="punten"
        legend="Punten op de agenda"
        woord="Punt"
        erbij="Punt toevoegen"
        leeg={{ soort: 'overig', isVast: false, toelichting: null, stuk: null, verwijzing: null }}
        eerste="titel"
        volgorde
      >
        {(pad) => (
          <>
            <TextField name={`${pad}.titel`} label="Punt" />
            <Soort pad={pad} />
            <TextAreaField
              name={`${pad}.toelichting`}
              label="Wat wordt er gevraagd?"
              rows={2}
              optional
              empty={null}
            />
            <TextField
              name={`${pad}.stuk`}
              label="Waar staat het stuk?"
              hint="Een adres dat begint met https:// of een kenmerk. Is er geen stuk nodig? Schrijf dan: geen"
              optional
              empty={null}
            />
            {opties.length > 0 && (
              <SelectField
                name={`${pad}.verwijzing`}
                label="Hoort bij"
                options={opties}
                optional
                empty={null}
                emptyLabel="Niets in Onderdak"
              />
            )}
          </>
        )}
      </Rijen>
    </Form>
  )
}

/** What a fixed item is about follows from the overleg. */
function Soort({ pad }: { pad: string }) {
  const isVast = useWatch({ name: `${pad}.isVast` })
  if (isVast) return <p className="od-hint">Dit is een vast punt van het overleg.</p>
  return <SelectField name={`${pad}.soort`} label="Waar gaat het over?" options={optionsOf(agendasoorten)} />
}
