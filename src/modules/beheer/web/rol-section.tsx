import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { GebruikerDetail } from '../domain/gebruiker-contract.ts'
import { gebruikerRol } from '../domain/soorten.ts'
import { today } from './today.ts'

interface RolProps {
  gebruiker: z.output<typeof GebruikerDetail>
  rollen: readonly { value: string; label: string }[]
}

/** Roles with their dates: give one from a day, take one away from a day. */
export function RolVelden({ gebruiker, rollen }: RolProps) {
  const toast = useToast()
  const [taking, setTaking] = useState<string | undefined>()
  const give = useCommand(gebruikerRol.change, { onDone: () => toast.show('Rol gegeven.') })
  const take = useCommand(gebruikerRol.end, {
    onDone: () => {
      setTaking(undefined)
      toast.show('Het einde van de rol is vastgelegd.')
    },
  })
  const versieOf = (rol: string) =>
    Math.max(0, ...gebruiker.rolRegels.filter((one) => one.rol === rol).map((one) => one.versie))
  const holds = gebruiker.rolRegels.filter((one) => one.tot === null || one.tot > today())
  const key = (rolCode: string) => ({ gebruikerId: gebruiker.id, rolCode })
  return (
    <Section title="Rollen">
      {gebruiker.rolRegels.length === 0 && <p>Nog geen rol: inloggen lukt dan niet.</p>}
      <ul className="ams-unordered-list">
        {gebruiker.rolRegels.map((one) => (
          <li key={one.rol + one.van} className="ams-unordered-list__item">
            <strong>{one.naam}</strong>, vanaf <DateText date={one.van} />
            {one.tot && (
              <>
                {' '}
                tot <DateText date={one.tot} />
              </>
            )}{' '}
            {one.tot === null && (
              <Button
                type="button"
                variant="tertiary"
                onClick={() => setTaking(one.rol)}
                aria-label={`Rol ${one.naam} afnemen`}
              >
                Afnemen
              </Button>
            )}
          </li>
        ))}
      </ul>
      {taking && (
        <Form
          key={taking}
          schema={z.object({ vanaf: Datum })}
          defaultValues={{}}
          warnOnLeave={false}
          submitLabel="Rol afnemen"
          onSubmit={({ vanaf }) =>
            take.run({ body: { sleutel: key(taking), vanaf, versie: versieOf(taking) } })
          }
          actions={
            <Button type="button" variant="tertiary" onClick={() => setTaking(undefined)}>
              Annuleren
            </Button>
          }
        >
          <DateField
            name="vanaf"
            label={`${rollen.find((one) => one.value === taking)?.label ?? taking} afnemen vanaf`}
          />
        </Form>
      )}
      <Form
        key={gebruiker.rolRegels.length}
        schema={z.object({ rolCode: z.string({ error: 'Kies een rol.' }), vanaf: Datum })}
        defaultValues={{}}
        warnOnLeave={false}
        submitLabel="Rol geven"
        onSubmit={({ rolCode, vanaf }) =>
          give.run({ body: { sleutel: key(rolCode), waarde: {}, vanaf, versie: versieOf(rolCode) } })
        }
      >
        <SelectField
          name="rolCode"
          label="Nieuwe rol"
          options={rollen.filter((rol) => !holds.some((one) => one.rol === rol.value))}
        />
        <DateField name="vanaf" label="Rol geldt vanaf" />
      </Form>
    </Section>
  )
}
