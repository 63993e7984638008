import { useState } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  type Maatregel,
  MaatregelInvoer,
  type SjabloonNaam,
  type SoortMaatregel,
  sjablonen,
  soortenMaatregel,
  type Veld,
  veldenPerSoort,
} from '../domain/maatregel.ts'
import type { Scenario } from '../domain/scenario-contract.ts'

interface Props {
  scenario: Scenario
  maatregel?: Maatregel
  onSubmit: (invoer: MaatregelInvoer) => Promise<unknown>
}

/** Choose in the words of the plan; the fields that belong to it follow. */
export function MaatregelForm({ scenario, maatregel, onSubmit }: Props) {
  const [sjabloon, setSjabloon] = useState<SjabloonNaam | ''>('')
  const gekozen = sjabloon ? sjablonen[sjabloon] : undefined
  const soort = maatregel?.soort ?? gekozen?.soort
  return (
    <>
      {!maatregel && (
        <div className="ams-field">
          <label className="ams-label" htmlFor="sjabloon">
            Wat wilt u proberen?
          </label>
          <select
            id="sjabloon"
            className="ams-select"
            value={sjabloon}
            onChange={(event) => setSjabloon(event.target.value as SjabloonNaam | '')}
          >
            <option value="">Maak een keuze</option>
            {Object.entries(sjablonen).map(([naam, een]) => (
              <option key={naam} value={naam}>
                {een.naam}
              </option>
            ))}
          </select>
        </div>
      )}
      {gekozen && <p>{gekozen.uitleg}</p>}
      {soort && (
        <Form
          key={maatregel?.id ?? sjabloon}
          schema={MaatregelInvoer}
          draftKey={maatregel ? `maatregel-${maatregel.id}` : `scenario-${scenario.id}-${sjabloon}`}
          defaultValues={
            (maatregel ?? {
              ...leeg,
              ...gekozen?.begin,
              soort,
              naam: gekozen?.naam ?? '',
              vanaf: scenario.van,
              ...(soort === 'winterplekken' && winterNa(scenario.van)),
            }) as never
          }
          submitLabel={maatregel ? 'Maatregel wijzigen' : 'Maatregel toevoegen'}
          onSubmit={onSubmit}
        >
          <Velden scenario={scenario} soort={soort} />
        </Form>
      )}
    </>
  )
}

const leeg = {
  tot: null,
  product: null,
  naar: null,
  gemeente: null,
  aantal: null,
  procent: null,
  dagen: null,
  vervalt: false,
  kostenEenmalig: null,
  kostenPerJaar: null,
}

/** The first winter that begins after a day. */
function winterNa(dag: string): { vanaf: string; tot: string } {
  const jaar = Number(dag.slice(0, 4)) + (dag.slice(5) > '11-01' ? 1 : 0)
  return { vanaf: `${jaar}-11-01`, tot: `${jaar + 1}-04-01` }
}

const labels: Readonly<Record<SoortMaatregel, Partial<Record<Veld | 'vanaf', string>>>> = {
  plekken: {
    product: 'Op de lijst van',
    aantal: 'Hoeveel plekken (met een min: eraf)',
    dagen: 'Hoe lang iemand er gemiddeld blijft, in dagen',
    tot: 'Tot',
  },
  winterplekken: {
    product: 'Op de lijst van',
    aantal: 'Hoeveel plekken',
    vanaf: 'Eerste winter vanaf',
    tot: 'Tot',
  },
  overstap: {
    product: 'Van',
    naar: 'Naar',
    aantal: 'Hoeveel bewoners',
    vanaf: 'Eerste dag',
    tot: 'Laatste dag',
    vervalt: 'De oude plek sluit als iemand overgaat',
  },
  doorstroom: {
    product: 'Uit',
    naar: 'Naar',
    dagen: 'Na hoeveel dagen verblijf',
    procent: 'Welk deel gaat dan door (%)',
    aantal: 'Hoeveel plekken komen daar bij',
  },
  instroom: { product: 'Voor', procent: 'Hoeveel procent meer (of met een min: minder)', tot: 'Tot' },
  verblijf: { product: 'In', procent: 'Hoeveel procent langer (of met een min: korter)' },
  terugkeer: { product: 'Na vertrek uit', procent: 'Hoeveel procent meer (of met een min: minder)' },
  woningen: { aantal: 'Hoeveel woningen per jaar erbij', tot: 'Tot' },
  woningen_ineens: { aantal: 'Hoeveel woningen' },
}

function Velden({ scenario, soort }: { scenario: Scenario; soort: SoortMaatregel }) {
  const { moet, mag } = veldenPerSoort[soort]
  const heeft = (veld: Veld) => moet.includes(veld) || mag.includes(veld)
  const label = (veld: Veld | 'vanaf', anders: string) => labels[soort][veld] ?? anders
  const optional = (veld: Veld) => !moet.includes(veld)
  const producten = scenario.producten.map(({ id, naam, inKeten }) => ({
    value: id,
    label: inKeten ? naam : `${naam} (nog zonder plekken)`,
  }))
  const gemeenten = scenario.gemeenten.map(({ code, naam }) => ({ value: code, label: naam }))
  return (
    <>
      <TextField name="naam" label="Naam van de maatregel" hint={soortenMaatregel[soort]} />
      {heeft('product') && (
        <SelectField
          name="product"
          label={label('product', 'Product')}
          optional={optional('product')}
          emptyLabel={optional('product') ? 'Alle producten' : 'Maak een keuze'}
          options={producten}
          empty={null}
        />
      )}
      {heeft('naar') && (
        <SelectField name="naar" label={label('naar', 'Naar')} options={producten} empty={null} />
      )}
      {heeft('aantal') && (
        <NumberField
          name="aantal"
          label={label('aantal', 'Aantal')}
          optional={optional('aantal')}
          empty={null}
        />
      )}
      {heeft('procent') && <NumberField name="procent" label={label('procent', 'Procent')} empty={null} />}
      {heeft('dagen') && (
        <NumberField
          name="dagen"
          label={label('dagen', 'Dagen')}
          optional={optional('dagen')}
          {...(optional('dagen') && { hint: 'Leeg: zo lang als nu in dit product.' })}
          empty={null}
        />
      )}
      {heeft('gemeente') && (
        <SelectField
          name="gemeente"
          label="Voor mensen uit"
          optional
          emptyLabel="Alle gemeenten"
          options={gemeenten}
          empty={null}
        />
      )}
      <DateField
        name="vanaf"
        label={label('vanaf', 'Vanaf')}
        hint={`Na ${formatLong(scenario.peildatum)}, de dag waarvan de keten is.`}
      />
      {heeft('tot') && (
        <DateField name="tot" label={label('tot', 'Tot')} optional={optional('tot')} empty={null} />
      )}
      {heeft('vervalt') && <CheckboxField name="vervalt" label={label('vervalt', 'De plek sluit')} />}
      <NumberField
        name="kostenPerJaar"
        label="Kosten per jaar, in euro"
        optional
        hint="Wat het per jaar extra kost, of met een min: wat het bespaart."
        empty={null}
        size={12}
      />
      <NumberField name="kostenEenmalig" label="Eenmalige kosten, in euro" optional empty={null} size={12} />
    </>
  )
}
