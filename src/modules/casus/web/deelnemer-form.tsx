import { useFormContext, useWatch } from 'react-hook-form'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxGroupField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { haalDelen } from '../../delen/domain/contract.ts'
import {
  type Grond,
  gegevenssets,
  gronden,
  type Ontvangersoort,
  setsMetHulp,
} from '../../delen/domain/keuzes.ts'
import type { Deler } from '../../delen/domain/regels.ts'
import { judge, possibleGronden, vraagtWeging } from '../../delen/domain/rules.ts'
import { Jeugdgegevens } from '../../delen/web/deel-form.tsx'
import { type DeelgegevenCode, deelgegevens } from '../domain/keuzes.ts'
import { listPartijen, type Overleg, postDeelnemer } from '../domain/overleg-contract.ts'
import { delensetsVan } from '../domain/rules.ts'
import type { FormProps } from './delen.tsx'

/** One user of another organisation, with what is needed and why that may. Only grounds that the law has are shown. */
export function DeelnemerForm({ one, overleg, sluit }: FormProps & { readonly overleg: Overleg }) {
  const toast = useToast()
  const partijen = useEndpoint(listPartijen, {})
  const delen = useEndpoint(haalDelen, { params: { id: one.persoonId } })
  const save = useCommand(postDeelnemer, {
    onDone: ({ artikelen }) => {
      toast.show(`Uitgenodigd. Het delen rust op ${artikelen.join(' en ')}.`)
      sluit()
    },
  })
  const error = partijen.error ?? delen.error
  if (!partijen.data || !delen.data)
    return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  const anderen = partijen.data.partijen.filter(({ isEigen }) => !isEigen)
  return (
    <Form
      schema={postDeelnemer.body}
      draftKey={`casusoverleg-${overleg.id}-deelnemer`}
      defaultValues={{ gegevens: [], weging: null, wetsartikel: null } as never}
      submitLabel="Uitnodigen"
      onSubmit={(body) => save.run({ params: { id: overleg.id }, body })}
    >
      <SelectField
        name="gebruikerId"
        label="Wie nodigt u uit?"
        hint="Alleen deze medewerker ziet de gegevens, tot het einde van het overleg"
        options={anderen.flatMap(({ naam, medewerkers }) =>
          medewerkers.map((lid) => ({ value: lid.id, label: `${naam}: ${lid.naam}` })),
        )}
      />
      <CheckboxGroupField
        name="gegevens"
        label="Wat moet deze deelnemer zien?"
        options={Object.entries(deelgegevens).map(([value, { naam, inhoud }]) => ({
          value,
          label: naam,
          hint: `Alleen ${inhoud}`,
        }))}
      />
      <TextAreaField
        name="waarom"
        label="Waarom is dat nodig?"
        hint="Noem geen naam. De deelnemer leest dit."
        rows={2}
        max={500}
      />
      <GrondVelden partijen={anderen} deler={delen.data.deler} />
      <Jeugdvraag nodig={delen.data.jeugdwetToestemmingNodig} />
    </Form>
  )
}

function Jeugdvraag({ nodig }: { nodig: boolean }) {
  const { control } = useFormContext()
  const gegevens = useWatch({ control, name: 'gegevens' }) as DeelgegevenCode[] | undefined
  const set = delensetsVan(gegevens ?? []).find((one) => setsMetHulp.includes(one))
  return <Jeugdgegevens nodig={nodig} set={set} />
}

type Partijen = readonly {
  readonly soort: Ontvangersoort
  readonly medewerkers: readonly { readonly id: string }[]
}[]

/** The grounds that the law has for all that was chosen together. */
function GrondVelden({ partijen, deler }: { partijen: Partijen; deler: Deler }) {
  const { control } = useFormContext()
  const [gebruikerId, gegevens, grond] = useWatch({
    control,
    name: ['gebruikerId', 'gegevens', 'grond'],
  }) as [string | undefined, DeelgegevenCode[] | undefined, Grond | undefined]
  const aan = partijen.find(({ medewerkers }) => medewerkers.some(({ id }) => id === gebruikerId))?.soort
  const sets = delensetsVan(gegevens ?? [])
  if (!aan || sets.length === 0)
    return <p className="od-hint">Kies eerst wie wat ziet. Dan ziet u waarom dat mag.</p>
  const mogelijk = possibleGronden({ van: deler, aan, set: sets[0]! }).filter((code) =>
    sets.every((set) => possibleGronden({ van: deler, aan, set }).includes(code)),
  )
  const verboden = sets.find((set) => possibleGronden({ van: deler, aan, set }).length === 0)
  if (mogelijk.length === 0) {
    const oordeel = verboden && judge({ van: deler, aan, set: verboden, grond: 'UITDRUKKELIJKE_TOESTEMMING' })
    return (
      <Alert tone="let_op" heading="Dit mag niet samen naar deze deelnemer">
        <p>
          {oordeel
            ? `${gegevenssets[verboden].naam} mag niet naar deze deelnemer (${oordeel.artikel}). Kies minder gegevens.`
            : 'Er is geen grond die bij al deze gegevens past. Kies minder gegevens.'}
        </p>
      </Alert>
    )
  }
  return (
    <>
      <RadioField
        name="grond"
        label="Waarom mag dit?"
        options={mogelijk.map((code) => {
          const { uitleg, artikel } = judge({ van: deler, aan, set: sets[0]!, grond: code })
          return { value: code, label: gronden[code], hint: `${uitleg} (${artikel})` }
        })}
      />
      {grond === 'UITDRUKKELIJKE_TOESTEMMING' && (
        <p className="od-hint">
          De toestemming voor deze organisatie moet al in het dossier staan, op het tabblad Delen:{' '}
          {sets.map((set) => gegevenssets[set].naam.toLowerCase()).join(', ')}.
        </p>
      )}
      {grond && vraagtWeging(grond) && (
        <TextAreaField
          name="weging"
          label="Waarom kan het niet met minder, of met toestemming?"
          rows={3}
          max={1000}
          empty={null}
        />
      )}
      {grond === 'WETTELIJKE_VERPLICHTING_OVERIG' && (
        <TextField name="wetsartikel" label="Welke wet en welk artikel?" empty={null} />
      )}
    </>
  )
}
