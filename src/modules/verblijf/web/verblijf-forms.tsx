import { formatLong } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { afsluitredenen } from '../../opvolging/domain/contract.ts'
import { listVrijePlekken } from '../../plek/domain/bord-api.ts'
import { optionsOf, usePlekkeuzes } from '../../plek/web/keuzes.ts'
import {
  postHerstel,
  postUitstroomgereed,
  postVerhuizing,
  postVerlenging,
  postVertrek,
  postVerwachtEinde,
} from '../domain/api.ts'
import { isOverschreden } from '../domain/rules.ts'
import type { VerblijfDetail } from './verblijf-page.tsx'

export function Vertrek({ one }: { one: VerblijfDetail }) {
  const keuzes = usePlekkeuzes()
  const toast = useToast()
  const save = useCommand(postVertrek, { onDone: () => toast.show('Vertrek vastgelegd.') })
  const here = one.bewoners.filter((lid) => lid.tot === null)
  const people = here.map((lid) => ({ value: lid.persoonId, label: lid.naam }))
  return (
    <Form
      schema={postVertrek.body}
      defaultValues={
        {
          versie: one.versie,
          overschrijdingReden: one.overschrijdingReden,
          vervolg: { soort: 'stap' },
        } as never
      }
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      draftKey={`verblijf-${one.id}-vertrek`}
      submitLabel="Vertrek vastleggen"
    >
      {(form) => {
        const soort = form.watch('vervolg.soort')
        const wie = form.watch('persoonId')
        return (
          <>
            {here.length > 1 && (
              <SelectField
                name="persoonId"
                label="Wie vertrekt?"
                options={people}
                optional
                empty={null}
                emptyLabel="Het hele huishouden"
              />
            )}
            {wie && here.find((lid) => lid.persoonId === wie)?.isAanspreekpunt && (
              <SelectField
                name="nieuwAanspreekpuntId"
                label="Wie wordt het aanspreekpunt?"
                options={people.filter((lid) => lid.value !== wie)}
              />
            )}
            <DateField name="op" label="Dag van vertrek" today hint="Op deze dag is de plek weer vrij." />
            <SelectField
              name="reden"
              label="Waarom eindigt het verblijf?"
              options={keuzes.lijst('eindreden_verblijf')}
            />
            <SelectField
              name="bestemming"
              label="Waar gaat iemand heen?"
              options={keuzes.lijst('bestemming')}
            />
            <OverschrijdingField heel={!wie} uiterlijkOp={one.uiterlijkOp} op={form.watch('op')} />
            <RadioField
              name="vervolg.soort"
              label="Hoe gaat het verder?"
              options={[
                {
                  value: 'stap',
                  label: 'Er is een volgende stap',
                  hint: 'Bijvoorbeeld: over een week bellen.',
                },
                {
                  value: 'afsluiten',
                  label: 'De opvolging kan dicht',
                  hint: 'Alleen als er niets meer loopt.',
                },
              ]}
            />
            {soort === 'afsluiten' ? (
              <>
                <SelectField
                  name="vervolg.reden"
                  label="Waarom kan de opvolging dicht?"
                  options={optionsOf(afsluitredenen)}
                />
                <TextField name="vervolg.toelichting" label="Toelichting" />
              </>
            ) : (
              <>
                <TextField name="vervolg.volgendeStap" label="Volgende stap" />
                <DateField name="vervolg.volgendeStapOp" label="Uiterlijk op" />
              </>
            )}
          </>
        )
      }}
    </Form>
  )
}

/** Asked only when the stay took longer than its maximum. */
export function OverschrijdingField({
  uiterlijkOp,
  op,
  heel = true,
}: {
  uiterlijkOp: string | null
  op: string | null | undefined
  /** The stay ends: not one of several who leaves. */
  heel?: boolean
}) {
  const keuzes = usePlekkeuzes()
  if (!heel || !op || !isOverschreden(uiterlijkOp, op)) return null
  return (
    <SelectField
      name="overschrijdingReden"
      label="Waarom duurde het langer dan het maximum?"
      hint={`Dit verblijf kon tot ${formatLong(uiterlijkOp!)}.`}
      options={keuzes.lijst('overschrijdingsreden')}
    />
  )
}

export interface PlekKeuze {
  locatieId?: string
  productId?: string
  vanaf: string
  personen: number
  kenmerken?: readonly string[]
  zonderVoorstelId?: string
}

/** Free plekken, the fitting ones first; behind the others why they do not fit. */
export function PlekField({ zoek, optional }: { zoek: PlekKeuze; optional?: boolean }) {
  const { data } = useEndpoint(listVrijePlekken, {
    query: {
      vanaf: zoek.vanaf,
      personen: zoek.personen,
      kenmerken: (zoek.kenmerken ?? []).join(','),
      ...(zoek.locatieId && { locatieId: zoek.locatieId }),
      ...(zoek.productId && { productId: zoek.productId }),
      ...(zoek.zonderVoorstelId && { zonderVoorstelId: zoek.zonderVoorstelId }),
    },
  })
  const options = (data?.plekken ?? []).slice(0, 300).map((plek) => ({
    value: plek.id,
    label: `${plek.locatie}, ${plek.naam} (${plek.product})${plek.past ? '' : ` – past niet: ${plek.redenen.join(', ')}`}`,
  }))
  return (
    <SelectField
      name="plekId"
      label="Plek"
      options={options}
      hint={
        data && options.length === 0
          ? 'Er is geen vrije plek. Kijk op het plekkenbord.'
          : 'Plekken die passen staan bovenaan.'
      }
      {...(optional && { optional: true, empty: null, emptyLabel: 'De eerste plek die past' })}
    />
  )
}

export function Verhuizing({ one, onMoved }: { one: VerblijfDetail; onMoved: (id: string) => void }) {
  const toast = useToast()
  const save = useCommand(postVerhuizing, {
    onDone: ({ id }) => {
      toast.show('De verhuizing is vastgelegd.')
      onMoved(id)
    },
  })
  return (
    <Form
      schema={postVerhuizing.body}
      defaultValues={{ versie: one.versie, overschrijdingReden: one.overschrijdingReden } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      draftKey={`verblijf-${one.id}-verhuizing`}
      submitLabel="Verhuizing vastleggen"
    >
      {(form) => (
        <>
          <DateField name="op" label="Dag van verhuizing" today />
          <PlekField zoek={{ vanaf: form.watch('op') ?? one.begonnenOp, personen: one.personen }} />
          <OverschrijdingField uiterlijkOp={one.uiterlijkOp} op={form.watch('op')} />
          <TextField
            name="afwijkingReden"
            label="Waarom deze plek toch?"
            hint="Alleen als de plek niet past, is vastgehouden, of buiten de afgesproken stappen valt."
            optional
          />
          <TextField
            name="gezinReden"
            label="Waarom kinderen hier?"
            hint="Alleen bij een product dat niet voor gezinnen is."
            optional
          />
        </>
      )}
    </Form>
  )
}

export function Uitstroomgereed({ one }: { one: VerblijfDetail }) {
  const keuzes = usePlekkeuzes()
  const toast = useToast()
  const save = useCommand(postUitstroomgereed, {
    onDone: () => toast.show('Vastgelegd. De plek telt als geblokkeerd vanaf die dag.'),
  })
  return (
    <Form
      schema={postUitstroomgereed.body}
      defaultValues={
        { versie: one.versie, op: one.uitstroomgereedOp, wachtOp: one.uitstroomWachtOp } as never
      }
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      draftKey={`verblijf-${one.id}-gereed`}
      submitLabel="Opslaan"
    >
      <DateField
        name="op"
        label="Sinds wanneer kan iemand vertrekken?"
        hint="Laat leeg om dit in te trekken."
        optional
        empty={null}
      />
      <SelectField
        name="wachtOp"
        label="Waarop wordt gewacht?"
        options={keuzes.lijst('overschrijdingsreden')}
        optional
        empty={null}
      />
    </Form>
  )
}

export function VerwachtEinde({ one }: { one: VerblijfDetail }) {
  const toast = useToast()
  const save = useCommand(postVerwachtEinde, { onDone: () => toast.show('Verwacht einde opgeslagen.') })
  return (
    <Form
      schema={postVerwachtEinde.body}
      defaultValues={{ versie: one.versie, op: one.verwachtEindeOp } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      draftKey={`verblijf-${one.id}-verwacht-einde`}
      submitLabel="Verwacht einde opslaan"
    >
      <DateField
        name="op"
        label="Wanneer verwacht u het vertrek?"
        hint="Laat leeg als dat niet (meer) te zeggen is. Het vertrek zelf legt u apart vast."
        optional
        empty={null}
      />
      <TextField name="reden" label="Waarom verandert dit?" />
    </Form>
  )
}

export function Verlenging({ one }: { one: VerblijfDetail }) {
  const keuzes = usePlekkeuzes()
  const toast = useToast()
  const save = useCommand(postVerlenging, { onDone: () => toast.show('Verblijf verlengd.') })
  if (one.uiterlijkOp === null)
    return <p>Dit product heeft geen langste verblijf. Verlengen is niet nodig.</p>
  return (
    <Form
      schema={postVerlenging.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      draftKey={`verblijf-${one.id}-verlenging`}
      submitLabel="Verlengen"
    >
      <DateField name="nieuwUiterlijkOp" label="Nieuwe uiterste dag" />
      <SelectField
        name="reden"
        label="Waarom duurt het langer?"
        options={keuzes.lijst('overschrijdingsreden')}
      />
      <TextField name="toelichting" label="Toelichting" optional />
    </Form>
  )
}

export function Herstel({ one }: { one: VerblijfDetail }) {
  const toast = useToast()
  const save = useCommand(postHerstel, { onDone: () => toast.show('Het verblijf loopt weer.') })
  return (
    <Form
      schema={postHerstel.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      draftKey={`verblijf-${one.id}-herstel`}
      submitLabel="Vertrek terugdraaien"
    >
      <p>Was het vertrek een vergissing? Dan loopt het verblijf door, als de plek nog vrij is.</p>
      <TextField name="reden" label="Wat ging er mis?" />
      <TextField name="stap.volgendeStap" label="Volgende stap" />
      <DateField name="stap.volgendeStapOp" label="Uiterlijk op" />
    </Form>
  )
}
