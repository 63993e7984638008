import { useWatch } from 'react-hook-form'
import { CheckboxGroupField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Keuzes } from '../domain/contract.ts'
import { overbruggingen, teNoemenEigenschappen } from '../domain/rules.ts'
import { optionsOf, optionsOfKeuzes } from './teksten.tsx'

/** The fields that a new row and a change share. */
export function WachtVelden({ keuzes }: { keuzes: Keuzes }) {
  const [overbrugging, gemeente, wachtreden] = useWatch({
    name: ['overbrugging', 'gemeenteCode', 'wachtreden'],
  })
  return (
    <>
      <SelectField
        name="gemeenteCode"
        label="Gemeente die telt"
        empty={null}
        emptyLabel="Onbekend"
        options={optionsOfKeuzes(keuzes.gemeenten)}
      />
      {!gemeente && <TextField name="gemeenteOnbekendReden" label="Waarom is de gemeente onbekend?" />}
      <CheckboxGroupField
        name="eigenschappen"
        label="Situatie"
        hint="Deze punten tellen mee in de volgorde. Kies alleen wat nu zo is."
        optional
        options={optionsOf(teNoemenEigenschappen)}
      />
      <SelectField
        name="wachtreden"
        label="Waarom wacht deze persoon?"
        options={optionsOfKeuzes(keuzes.lijsten.wachtreden)}
      />
      <SelectField
        name="voorkeurLocatieId"
        label="Gewenste locatie"
        empty={null}
        optional={wachtreden !== 'wil_bepaalde_plek'}
        options={keuzes.locaties.map(({ id, naam, gemeente: plaats }) => ({
          value: id,
          label: plaats ? `${naam} (${plaats})` : naam,
        }))}
      />
      <CheckboxGroupField
        name="vereisteKenmerken"
        label="Wat moet de plek hebben?"
        hint="Alleen wat echt nodig is: elke eis maakt het aantal passende plekken kleiner."
        optional
        options={optionsOfKeuzes(keuzes.lijsten.kenmerk)}
      />
      <SelectField
        name="clientprofiel"
        label="Cliëntprofiel"
        optional
        empty={null}
        options={optionsOfKeuzes(keuzes.lijsten.clientprofiel)}
      />
      <RadioField name="overbrugging" label="Wat gebeurt er intussen?" options={optionsOf(overbruggingen)} />
      <TextAreaField
        name="overbruggingToelichting"
        label={
          overbrugging === 'geen'
            ? 'Waarom is er geen overbrugging?'
            : 'Toelichting op wat er intussen gebeurt'
        }
        optional={overbrugging !== 'geen'}
        max={1000}
      />
    </>
  )
}
