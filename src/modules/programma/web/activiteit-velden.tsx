import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import {
  CheckboxField,
  CheckboxGroupField,
  optionsOf,
  RadioField,
  SelectField,
} from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { PickField } from '../../../ui/pick-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  activiteitsoorten,
  participaties,
  planningen,
  resultaatsoorten,
  richtingen,
} from '../domain/keuzes.ts'
import type { Programmakeuzes } from '../domain/programma-contract.ts'
import { kwartaalKeuzes } from './waarden.tsx'

interface Partij {
  readonly naam: string
  readonly partnerId?: string | null | undefined
}

interface Props {
  keuzes: Programmakeuzes
  /** Quarters that it has now, whatever year they are of. */
  kwartalen?: readonly (string | null)[]
}

/** The fields of an activiteit, in the order of the tables of a programma. */
export function ActiviteitVelden({ keuzes, kwartalen = [] }: Props) {
  const planning = useWatch({ name: 'planning' })
  const participatie = useWatch({ name: 'participatie' })
  const vast = keuzes.groepen.filter(({ isVast }) => isVast)
  const kwartaal = kwartaalKeuzes(dutchDateOf(new Date()), kwartalen)
  return (
    <>
      <RadioField name="soort" label="Wat is het?" options={optionsOf(activiteitsoorten)} />
      <TextField name="code" label="Nummer" hint="Bijvoorbeeld 1.3 of 2A" />
      <TextField
        name="paragraaf"
        label="Paragraaf"
        hint="Alleen nodig als een nummer twee keer voorkomt"
        optional
        empty={null}
      />
      <TextField name="naam" label="Naam" />
      <TextAreaField
        name="toelichting"
        label="Toelichting"
        hint="Wat is het? Bij een pilot: wat is de bedoeling?"
        max={4000}
        optional
        empty={null}
      />
      <PickField
        name="dient"
        label="Waar is het voor?"
        hint="Thema’s, doelen en speerpunten die deze activiteit dient"
        one="Onderdeel"
        options={keuzes.onderdelen.map((een) => ({
          value: een.id,
          label: `${een.code} ${een.naam} (${een.programma})`,
        }))}
        optional
      />
      <CheckboxField
        name="heeftVasteGroepen"
        label="De vaste aandachtsgroepen horen erbij"
        hint={vast.map(({ naam }) => naam).join('; ')}
      />
      <CheckboxGroupField
        name="groepen"
        label="Andere aandachtsgroepen"
        optional
        options={keuzes.groepen.flatMap(({ code, naam, isVast }) =>
          isVast ? [] : [{ value: code, label: naam }],
        )}
      />
      <TextAreaField
        name="doel"
        label="Doel"
        hint="Wat moet het bereiken?"
        max={4000}
        optional
        empty={null}
      />
      <Resultaten keuzes={keuzes} />
      <Stappen />
      <RadioField name="planning" label="Wanneer?" options={optionsOf(planningen)} />
      {planning !== 'open' && (
        <SelectField
          name="vanKwartaal"
          label="Eerste kwartaal"
          options={kwartaal}
          {...(planning === 'doorlopend' && { optional: true })}
          empty={null}
        />
      )}
      {planning === 'kwartalen' && (
        <SelectField name="totKwartaal" label="Laatste kwartaal" options={kwartaal} empty={null} />
      )}
      <TextField
        name="planningBron"
        label="Planning in woorden"
        hint="Zoals het programma die noemt, als kwartalen te weinig zeggen"
        optional
        empty={null}
      />
      <PartijenField keuzes={keuzes} name="nodig" label="Wie zijn nodig?" />
      <PartijenField keuzes={keuzes} name="kartrekkers" label="Wie is kartrekker van het geheel?" rows={2} />
      <RadioField
        name="participatie"
        label="Doen inwoners of ervaringsdeskundigen mee?"
        options={optionsOf(participaties)}
      />
      {participatie !== 'nog_niet_bepaald' && (
        <TextAreaField
          name="participatieHoe"
          label={participatie === 'nee' ? 'Waarom niet?' : 'Hoe doen zij mee?'}
          max={2000}
          {...(participatie !== 'ja' && { optional: true })}
          empty={null}
        />
      )}
      <PickField
        name="indicatoren"
        label="Welke indicatoren volgt u?"
        hint="Cijfers uit de monitor die laten zien of het helpt"
        one="Indicator"
        options={keuzes.indicatoren.map(({ code, naam }) => ({ value: code, label: naam }))}
        optional
      />
      <LinesField<string>
        name="verbanden"
        label="Andere programma’s waar het mee samenhangt"
        hint="Eén per regel"
        rows={3}
        toItem={(regel) => regel}
        toLine={(regel) => regel}
        optional
      />
      <TextAreaField name="opmerkingen" label="Opmerkingen" max={4000} optional empty={null} />
      <TextField name="bron" label="Bron" hint="Document en paragraaf" />
    </>
  )
}

function PartijenField(props: { keuzes: Programmakeuzes; name: string; label: string; rows?: number }) {
  const { partners } = props.keuzes
  return (
    <LinesField<Partij>
      name={props.name}
      label={props.label}
      hint="Eén per regel. Een naam uit de lijst van partners wordt gekoppeld."
      rows={props.rows ?? 4}
      toLine={({ naam }) => naam}
      toItem={(regel, eerder) =>
        eerder.find(({ naam }) => naam === regel) ?? {
          naam: regel,
          partnerId: partners.find(({ naam }) => naam.toLowerCase() === regel.toLowerCase())?.id ?? null,
        }
      }
      optional
    />
  )
}

function Stappen() {
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: 'stappen' })
  return (
    <FieldSet legend="Hoe gaat het?" className="od-groep">
      {fields.map((field, i) => (
        <div key={field.id} className="od-kaart od-stapel">
          <TextAreaField name={`stappen.${i}.omschrijving`} label={`Stap ${i + 1}`} rows={2} />
          <DateField name={`stappen.${i}.gereedOp`} label={`Stap ${i + 1} klaar op`} optional empty={null} />
          <div>
            <Button type="button" variant="tertiary" onClick={() => remove(i)}>
              Stap {i + 1} weghalen
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() => append({ omschrijving: '', gereedOp: null })}
        >
          Stap toevoegen
        </Button>
      </div>
    </FieldSet>
  )
}

function Resultaten({ keuzes }: { keuzes: Programmakeuzes }) {
  const { control, getValues } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: 'resultaten' })
  const volgende = () =>
    Math.max(
      0,
      ...((getValues('resultaten') ?? []) as { nummer?: number }[]).map(({ nummer }) => nummer ?? 0),
    ) + 1
  return (
    <FieldSet legend="Wat levert het op?" className="od-groep">
      {fields.map((field, i) => (
        <ResultaatVelden key={field.id} i={i} keuzes={keuzes} weg={() => remove(i)} />
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            append({
              nummer: volgende(),
              naam: '',
              soort: 'output',
              eenheid: null,
              streefwaarde: null,
              streefOp: null,
              richting: null,
              indicator: null,
              toelichting: null,
              kartrekkers: [],
            })
          }
        >
          Resultaat toevoegen
        </Button>
      </div>
    </FieldSet>
  )
}

function ResultaatVelden({ i, keuzes, weg }: { i: number; keuzes: Programmakeuzes; weg: () => void }) {
  const resultaat = useWatch({ name: `resultaten.${i}` }) as
    | { nummer: number; eenheid: string | null; streefwaarde: number | null }
    | undefined
  const nummer = resultaat?.nummer ?? i + 1
  const veld = (naam: string) => `resultaten.${i}.${naam}`
  return (
    <div className="od-kaart od-stapel">
      <TextAreaField name={veld('naam')} label={`Resultaat ${nummer}`} rows={2} />
      <SelectField
        name={veld('soort')}
        label={`Wat voor resultaat is ${nummer}?`}
        options={optionsOf(resultaatsoorten)}
      />
      <TextField
        name={veld('eenheid')}
        label={`Eenheid van resultaat ${nummer}`}
        hint="Alleen als het een getal is, bijvoorbeeld woningen"
        optional
        empty={null}
      />
      {resultaat?.eenheid && (
        <>
          <NumberField
            name={veld('streefwaarde')}
            label={`Streefwaarde van resultaat ${nummer}`}
            optional
            empty={null}
          />
          {resultaat.streefwaarde !== null && (
            <>
              <SelectField
                name={veld('richting')}
                label={`Wat is beter bij resultaat ${nummer}?`}
                options={optionsOf(richtingen)}
                empty={null}
              />
              <DateField
                name={veld('streefOp')}
                label={`Resultaat ${nummer} gehaald voor`}
                optional
                empty={null}
              />
            </>
          )}
          <SelectField
            name={veld('indicator')}
            label={`Indicator die resultaat ${nummer} volgt`}
            hint="Kies niets als u zelf getallen bijhoudt"
            options={keuzes.indicatoren.map(({ code, naam }) => ({ value: code, label: naam }))}
            optional
            empty={null}
          />
        </>
      )}
      <TextField
        name={veld('toelichting')}
        label={`Toelichting bij resultaat ${nummer}`}
        optional
        empty={null}
      />
      <PartijenField
        keuzes={keuzes}
        name={veld('kartrekkers')}
        label={`Kartrekker van resultaat ${nummer}`}
        rows={2}
      />
      <div>
        <Button type="button" variant="tertiary" onClick={weg}>
          Resultaat {nummer} weghalen
        </Button>
      </div>
    </div>
  )
}
