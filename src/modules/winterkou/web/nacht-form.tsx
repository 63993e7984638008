import { Button } from '@amsterdam/design-system-react'
import { type UseFormReturn, useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { addDays } from '../../../shared/plain-date.ts'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatList } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { zoekPersonen } from '../../persoon/domain/contract.ts'
import { optionsOf } from '../../plek/web/keuzes.ts'
import type { WinterLocatie } from '../domain/contract.ts'
import { GastenInvoer, gastSoorten, listIntakeOrganisaties, postWintergasten } from '../domain/gast-api.ts'

/** What the form asks; `biedIntake` only opens two fields. */
const Velden = GastenInvoer.extend({ biedIntake: z.boolean().default(false) })
type Invoer = z.input<typeof Velden>

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

/** One quick screen; it is empty again after saving, for the next guest. No draft: a nickname is not kept elsewhere. */
export function NachtForm(props: { locatie: WinterLocatie; nacht: string; refresh: () => Promise<unknown> }) {
  const { locatie, nacht } = props
  const toast = useToast()
  const save = useCommand(postWintergasten, {
    onDone: ({ nummers, vrij }) =>
      toast.show(
        `Genoteerd: ${nummers.length === 1 ? 'bed' : 'bedden'} ${formatList(nummers.map(String))}. Nog ${vrij} vrij.`,
      ),
  })
  return (
    <div className="od-winter">
      <Form
        schema={Velden}
        defaultValues={{
          locatieId: locatie.locatieId,
          nacht,
          soort: 'anoniem',
          aantal: 1,
          bijnamen: null,
          persoonId: null,
          kanNergensAnders: false,
          bijgezetReden: null,
          biedIntake: false,
          intakeOp: addDays(nacht, 1),
          intakeOrganisatieId: null,
        }}
        startsAgain
        onSubmit={async ({ biedIntake, ...body }) => {
          try {
            await save.run({ body: { ...body, intakeOp: biedIntake ? body.intakeOp : null } })
          } catch (error) {
            // Somebody else may have taken the last bed: show what is left now.
            await props.refresh()
            throw error
          }
        }}
        submitLabel="Noteren"
      >
        {(form) => <GastVelden form={form as unknown as UseFormReturn<Invoer>} vrij={locatie.vrij} />}
      </Form>
    </div>
  )
}

function GastVelden({ form, vrij }: { form: UseFormReturn<Invoer>; vrij: number }) {
  const [soort, aantal, biedIntake] = form.watch(['soort', 'aantal', 'biedIntake'])
  const isBekend = soort === 'bekend'
  const nodig = isBekend ? 1 : (aantal ?? 1)
  return (
    <>
      <RadioField name="soort" label="Wie is het?" options={optionsOf(gastSoorten)} />
      {isBekend ? (
        <ComboboxField
          name="persoonId"
          label="Zoek de cliënt"
          hint="U vindt cliënten bij wie uw organisatie betrokken is. Niet gevonden? Noteer de gast zonder naam."
          load={loadClienten}
          empty={null}
        />
      ) : (
        <>
          <Aantal />
          <TextField
            name="bijnamen"
            label="Bijnaam of nummer"
            hint="Mag leeg. Bij meer gasten: een komma ertussen."
            empty={null}
            optional
          />
        </>
      )}
      <CheckboxField
        name="kanNergensAnders"
        label={nodig > 1 ? 'Zij kunnen nergens anders slapen' : 'Kan nergens anders slapen'}
      />
      {nodig > vrij && (
        <TextField
          name="bijgezetReden"
          label="Waarom wordt een bed bijgezet?"
          hint={vrij === 0 ? 'Alle bedden zijn bezet.' : `Er zijn nog ${vrij} bedden vrij.`}
          empty={null}
        />
      )}
      {!isBekend && <CheckboxField name="biedIntake" label="Een intake aanbieden" />}
      {!isBekend && biedIntake && <IntakeVelden />}
    </>
  )
}

/** Plus and minus, so that nobody has to type a number in the dark. */
function Aantal() {
  const form = useFormContext<Invoer>()
  const aantal = form.watch('aantal') ?? 1
  const set = (next: number) =>
    form.setValue('aantal', Math.min(50, Math.max(1, next)), { shouldDirty: true, shouldValidate: true })
  return (
    <div className="od-winter__aantal">
      <NumberField name="aantal" label="Hoeveel gasten?" size={4} />
      <Button type="button" variant="secondary" aria-label="Een gast minder" onClick={() => set(aantal - 1)}>
        −
      </Button>
      <Button type="button" variant="secondary" aria-label="Een gast meer" onClick={() => set(aantal + 1)}>
        +
      </Button>
    </div>
  )
}

export function IntakeVelden({ dag = 'intakeOp', organisatie = 'intakeOrganisatieId' }) {
  const wie = useEndpoint(listIntakeOrganisaties, {})
  return (
    <>
      <DateField name={dag} label="Wanneer?" />
      <SelectField
        name={organisatie}
        label="Door wie?"
        options={(wie.data?.organisaties ?? []).map((one) => ({ value: one.id, label: one.naam }))}
        empty={null}
      />
    </>
  )
}
