import { useFormContext, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { zoekPersonen } from '../../persoon/domain/contract.ts'
import { getSignaalkeuzes } from '../domain/contract.ts'
import { type SignaalToestand, signaalToestanden } from '../domain/toestanden.ts'

export type Signaalkeuzes = z.output<typeof getSignaalkeuzes.response>
const geen: Signaalkeuzes = {
  categorieen: [],
  gemeenten: [],
  wijken: [],
  terugkoppelingen: [],
  redenenGeenActie: [],
  outreachUitkomsten: [],
  behandelaars: [],
}

export function useSignaalkeuzes(): Signaalkeuzes {
  return useEndpoint(getSignaalkeuzes, {}).data ?? geen
}

export const optiesVan = (keuzes: readonly { waarde: string; naam: string }[]) =>
  keuzes.map(({ waarde, naam }) => ({ value: waarde, label: naam }))

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Gemeente, and a wijk of that gemeente when the region has named its wijken. */
export function PlaatsVelden({ keuzes, optional }: { keuzes: Signaalkeuzes; optional?: boolean }) {
  const { control } = useFormContext()
  const gemeenteCode = useWatch({ control, name: 'gemeenteCode' }) as string | null | undefined
  const wijken = keuzes.wijken.filter((wijk) => wijk.gemeenteCode === gemeenteCode)
  return (
    <>
      <SelectField
        name="gemeenteCode"
        label="Gemeente"
        options={optiesVan(keuzes.gemeenten)}
        {...(optional && { optional: true, empty: null, emptyLabel: 'De hele regio' })}
      />
      {wijken.length > 0 && (
        <SelectField
          name="wijk"
          label="Wijk"
          options={optiesVan(wijken)}
          emptyLabel="Onbekend"
          empty={null}
          optional
        />
      )}
    </>
  )
}

const tonen = { binnen: 'wacht', opgepakt: 'info', afgerond: 'goed' } as const

export function SignaalStand({ status }: { status: SignaalToestand }) {
  return <StatusBadge label={signaalToestanden[status]} tone={tonen[status]} />
}

/** Only clients in sight of the own organisation. */
export async function loadClienten(naam: string) {
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
