import { Button, FieldSet } from '@amsterdam/design-system-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { geslachten, huishoudenRollen } from '../../persoon/domain/keuzes.ts'
import { splitNaam } from '../../persoon/web/elders.tsx'
import { DubbelCheck } from './dubbel-check.tsx'
import type { NieuweMelding } from './nieuw-page.tsx'
import { codesOf } from './opties.ts'

const { aanspreekpunt: _, ...rollen } = huishoudenRollen

/** Who comes along: with a file of their own, a family waits and stays as a whole. */
export function GezinVelden() {
  const { control } = useFormContext<NieuweMelding>()
  const leden = useFieldArray({ control, name: 'huishouden' })
  return (
    <FieldSet legend="Wie horen erbij?" className="od-groep">
      <p className="od-hint">
        Voeg een partner en kinderen toe. Dan zoeken we een plek voor iedereen samen. Weet u het nog niet? Vul
        dan straks alleen de aantallen in.
      </p>
      {leden.fields.map((lid, index) => (
        <FieldSet key={lid.id} legend={`Gezinslid ${index + 1}`} className="od-groep">
          <RadioField
            name={`huishouden.${index}.rol`}
            label="Plaats in het huishouden"
            options={codesOf(rollen)}
          />
          <WieIsHet index={index} />
          <div>
            <Button type="button" variant="tertiary" onClick={() => leden.remove(index)}>
              Gezinslid {index + 1} weghalen
            </Button>
          </div>
        </FieldSet>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            leden.append({ geslacht: 'onbekend' } as never, {
              focusName: `huishouden.${leden.fields.length}.rol`,
            })
          }
        >
          {leden.fields.length === 0 ? 'Gezinslid toevoegen' : 'Nog een gezinslid toevoegen'}
        </Button>
      </div>
    </FieldSet>
  )
}

const geen = { gevonden: 0, isAnder: false }

/** A member with a file that was chosen, or what is known of somebody new. */
function WieIsHet({ index }: { index: number }) {
  const form = useFormContext<NieuweMelding>()
  const pad = `huishouden.${index}` as const
  const gekozen = form.watch(`${pad}.gekozenNaam`)
  function choose(persoon: { id: string; naam: string } | null) {
    form.setValue(`${pad}.persoonId`, persoon?.id ?? null, { shouldDirty: true })
    form.setValue(`${pad}.gekozenNaam`, persoon?.naam ?? null)
    form.setValue(`${pad}.dubbel`, geen)
  }
  if (gekozen)
    return (
      <>
        <p role="status">{gekozen} heeft al een dossier en komt daarmee mee.</p>
        <div>
          <Button type="button" variant="secondary" onClick={() => choose(null)}>
            Toch iemand anders dan {gekozen}
          </Button>
        </div>
      </>
    )
  return <NieuwLid index={index} onChoose={choose} />
}

function NieuwLid(props: { index: number; onChoose: (persoon: { id: string; naam: string }) => void }) {
  const { watch } = useFormContext<NieuweMelding>()
  const pad = `huishouden.${props.index}` as const
  const lid = watch(pad)
  const isEigen = Boolean(lid?.achternaam)
  const vanWie = watch('wie') === 'bekend' ? splitNaam(watch('gekozenNaam')) : watch('persoon')
  return (
    <>
      <TextField name={`${pad}.roepnaam`} label="Roepnaam" size={20} empty={null} />
      <TextField
        name={`${pad}.achternaam`}
        label="Achternaam"
        hint="Leeg als die hetzelfde is."
        size={30}
        empty={null}
        optional
      />
      <DateField name={`${pad}.geboortedatum`} label="Geboortedatum" empty={null} />
      {!lid?.geboortedatum && (
        <NumberField
          name={`${pad}.geboortejaar`}
          label="Of geschat geboortejaar"
          size={6}
          empty={null}
          optional
        />
      )}
      <DubbelCheck
        pad={`${pad}.dubbel`}
        getypt={{
          voornaam: lid?.roepnaam ?? null,
          // Without a name of their own they have the name of the person of the melding.
          tussenvoegsel: (isEigen ? null : vanWie?.tussenvoegsel) ?? null,
          achternaam: (isEigen ? lid?.achternaam : vanWie?.achternaam) ?? null,
          geboortedatum: lid?.geboortedatum ?? null,
          geboortejaar: lid?.geboortejaar ?? null,
        }}
        onChoose={props.onChoose}
      />
      <RadioField name={`${pad}.geslacht`} label="Geslacht" options={codesOf(geslachten)} />
    </>
  )
}
