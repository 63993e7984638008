import { Button } from '@amsterdam/design-system-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type BesluitDetail, putBestuursbesluitpad } from '../domain/besluit-contract.ts'
import { isVanRegio, type Orgaan, organen, uitkomsten } from '../domain/keuzes.ts'
import type { Overlegkeuzes } from '../domain/overleg-contract.ts'
import { alsGemeenten, Rijen, useKeuzes, useZend } from './delen.tsx'

const leeg = {
  beurt: 1,
  gemeenteCode: null,
  omschrijving: null,
  geplandOp: null,
  gedaanOp: null,
  uitkomst: null,
}

export function PadForm({ besluit, sluit }: { besluit: BesluitDetail; sluit: () => void }) {
  const { data } = useKeuzes()
  const send = useZend(putBestuursbesluitpad, besluit.id, 'De stappen zijn opgeslagen.', sluit)
  if (!data) return null
  return (
    <Form
      schema={putBestuursbesluitpad.body}
      defaultValues={{
        versie: besluit.versie,
        stappen: besluit.stappen.map(({ gemeente: _, ...stap }) => stap),
      }}
      submitLabel="Stappen opslaan"
      draftKey={`besluit-${besluit.id}-pad`}
      onSubmit={send}
    >
      <Voorstel keuzes={data} isVanRbo={besluit.orgaan === 'rbo'} />
      <Rijen
        naam="stappen"
        legend="Langs wie moet dit besluit?"
        hint="Stappen met dezelfde beurt gaan naast elkaar. Een raad wacht op het college van de eigen gemeente; een stap van de hele regio wacht op alle gemeenten met een lagere beurt."
        woord="Stap"
        erbij="Stap toevoegen"
        leeg={leeg}
        eerste="beurt"
      >
        {(pad) => <Stap pad={pad} keuzes={data} />}
      </Rijen>
    </Form>
  )
}

/** The usual way fills itself in: college and raad of each gemeente, and then the region. */
function Voorstel({ keuzes, isVanRbo }: { keuzes: Overlegkeuzes; isVanRbo: boolean }) {
  const { setValue } = useFormContext()
  const stappen = useWatch({ name: 'stappen' }) as unknown[]
  if (stappen.length > 0) return null
  const gewoon = [
    ...(['college', 'raad'] as const).flatMap((orgaan, i) =>
      keuzes.gemeenten.map(({ code }) => ({ ...leeg, beurt: i + 1, orgaan, gemeenteCode: code })),
    ),
    // The decision of the RBO itself is no step on its own way.
    ...(isVanRbo ? [] : [{ ...leeg, beurt: 3, orgaan: 'rbo' }]),
  ]
  return (
    <div>
      <Button
        type="button"
        variant="secondary"
        onClick={() => setValue('stappen', gewoon, { shouldDirty: true })}
      >
        {isVanRbo ? 'Vul de gewone weg in: colleges en raden' : 'Vul de gewone weg in: colleges, raden, RBO'}
      </Button>
    </div>
  )
}

function Stap({ pad, keuzes }: { pad: string; keuzes: Overlegkeuzes }) {
  const orgaan = useWatch({ name: `${pad}.orgaan` }) as Orgaan | undefined
  return (
    <>
      <NumberField name={`${pad}.beurt`} label="Beurt" hint="1 gaat eerst" size={4} />
      <SelectField name={`${pad}.orgaan`} label="Wie is aan zet?" options={optionsOf(organen)} />
      {orgaan !== undefined && !isVanRegio(orgaan) && (
        <SelectField
          name={`${pad}.gemeenteCode`}
          label="Van welke gemeente?"
          options={alsGemeenten(keuzes)}
          optional={orgaan === 'overig'}
          empty={null}
        />
      )}
      <TextField name={`${pad}.omschrijving`} label="Wat wordt er gevraagd?" optional empty={null} />
      <DateField name={`${pad}.geplandOp`} label="Gepland op" optional empty={null} />
      <DateField name={`${pad}.gedaanOp`} label="Gedaan op" optional empty={null} />
      <SelectField
        name={`${pad}.uitkomst`}
        label="Uitkomst"
        options={optionsOf(uitkomsten)}
        optional
        empty={null}
        emptyLabel="Nog niet"
      />
    </>
  )
}
