import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { formatShort } from '../../../shared/plain-date.ts'
import { call } from '../../../ui/api.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Dossier, maakHuishouden, wijzigHuishouden, zoekPersonen } from '../domain/contract.ts'
import { HuishoudenRol, huishoudenRollen } from '../domain/keuzes.ts'
import { optionsOf } from './opties.ts'

const rollen = optionsOf(huishoudenRollen).filter((rol) => rol.value !== 'aanspreekpunt')

/** Who belongs together; members out of the viewer's sight are not here. */
export function Huishouden({ dossier }: { dossier: Dossier }) {
  const mag = useMag()
  const [open, setOpen] = useState<'toevoegen' | { weghalen: string; naam: string } | undefined>()
  const { huishouden } = dossier
  const close = () => setOpen(undefined)
  return (
    <>
      {huishouden === null ? (
        <EmptyState
          title="Geen huishouden"
          text="Hoort een partner of kind erbij? Voeg die toe, dan zoeken we plek voor iedereen samen."
        />
      ) : (
        <ul className="od-kaarten">
          {huishouden.leden.map((lid) => (
            <li key={lid.persoonId}>
              <p>
                {lid.persoonId === dossier.id ? (
                  <strong>{lid.naam}</strong>
                ) : (
                  <Link to={`/clienten/${lid.persoonId}` as never}>{lid.naam}</Link>
                )}
                , {huishoudenRollen[lid.rol].toLowerCase()}{' '}
                {lid.isGeheim && <StatusBadge label="Geheim dossier" tone="let_op" />}
                {lid.veiligContact && <StatusBadge label="Veilig contact afgesproken" tone="let_op" />}
              </p>
              <p className="od-hint">
                Geboren: <DateText date={lid.geboortedatum} empty="onbekend" />
              </p>
              {mag('persoon.wijzigen') && lid.rol !== 'aanspreekpunt' && (
                <Button
                  type="button"
                  variant="tertiary"
                  onClick={() => setOpen({ weghalen: lid.persoonId, naam: lid.naam })}
                >
                  {lid.naam} weghalen uit het huishouden
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open === 'toevoegen' && <ToevoegForm dossier={dossier} onDone={close} />}
      {typeof open === 'object' && huishouden && (
        <WeghaalForm huishoudenId={huishouden.id} persoonId={open.weghalen} naam={open.naam} onDone={close} />
      )}
      {mag('persoon.wijzigen') && open === undefined && (
        <p>
          <Button type="button" variant="secondary" onClick={() => setOpen('toevoegen')}>
            {huishouden === null ? 'Huishouden maken' : 'Lid toevoegen'}
          </Button>
        </p>
      )}
    </>
  )
}

const Nieuw = z.object({
  persoonId: z.uuid({ error: 'Zoek en kies een cliënt.' }),
  rol: HuishoudenRol,
  op: Datum,
})

function ToevoegForm({ dossier, onDone }: { dossier: Dossier; onDone: () => void }) {
  const toast = useToast()
  const finish = {
    onDone: () => {
      toast.show('Het huishouden is bijgewerkt.')
      onDone()
    },
  }
  const make = useCommand(maakHuishouden, finish)
  const add = useCommand(wijzigHuishouden, finish)
  return (
    <Form
      schema={Nieuw}
      defaultValues={{}}
      submitLabel="Toevoegen aan het huishouden"
      actions={
        <Button type="button" variant="tertiary" onClick={onDone}>
          Annuleren
        </Button>
      }
      onSubmit={({ persoonId, rol, op }) =>
        dossier.huishouden === null
          ? make.run({ body: { persoonId: dossier.id, leden: [{ persoonId, rol }], op } })
          : add.run({
              params: { id: dossier.huishouden.id },
              body: { actie: 'toevoegen', persoonId, rol, op },
            })
      }
    >
      <ComboboxField
        name="persoonId"
        label="Wie hoort erbij?"
        hint="Zoek op naam. Staat iemand er niet bij? Maak dan eerst een dossier voor diegene."
        load={async (naam) => {
          const { results } = await call(zoekPersonen, { body: { naam } })
          return results.flatMap(({ persoon }) =>
            persoon && persoon.id !== dossier.id
              ? [
                  {
                    value: persoon.id,
                    label: persoon.naam,
                    detail: persoon.geboortedatum
                      ? `geboren op ${formatShort(persoon.geboortedatum)}`
                      : undefined,
                  },
                ]
              : [],
          )
        }}
      />
      <SelectField name="rol" label="Plaats in het huishouden" options={rollen} />
      <DateField name="op" label="Vanaf" />
    </Form>
  )
}

function WeghaalForm(props: { huishoudenId: string; persoonId: string; naam: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(wijzigHuishouden, {
    onDone: () => {
      toast.show(`${props.naam} hoort niet meer bij het huishouden.`)
      props.onDone()
    },
  })
  return (
    <Form
      schema={z.object({ op: Datum })}
      defaultValues={{}}
      submitLabel={`${props.naam} weghalen`}
      actions={
        <Button type="button" variant="tertiary" onClick={props.onDone}>
          Annuleren
        </Button>
      }
      onSubmit={({ op }) =>
        save.run({
          params: { id: props.huishoudenId },
          body: { actie: 'weghalen', persoonId: props.persoonId, op },
        })
      }
    >
      <DateField name="op" label={`Eerste dag waarop ${props.naam} er niet meer bij hoort`} />
    </Form>
  )
}
