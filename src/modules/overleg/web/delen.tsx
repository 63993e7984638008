import { Button, FieldSet } from '@amsterdam/design-system-react'
import type { ReactNode } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { useToast } from '../../../ui/toast.tsx'
import { getOverlegkeuzes, type Overlegkeuzes } from '../domain/overleg-contract.ts'

// What the screens of this module share.

export const alsOpties = (keuzes: readonly { readonly id: string; readonly naam: string }[]) =>
  keuzes.map(({ id, naam }) => ({ value: id, label: naam }))

export const alsGemeenten = (keuzes: Overlegkeuzes) =>
  keuzes.gemeenten.map(({ code, naam }) => ({ value: code, label: naam }))

export const useKeuzes = () => useEndpoint(getOverlegkeuzes, {})

/** Sends a form about one row and says that it is done. */
export function useZend<E extends Parameters<typeof useCommand>[0]>(
  endpoint: E,
  id: string,
  gedaan: string,
  sluit?: () => void,
) {
  const toast = useToast()
  const save = useCommand(endpoint, {
    onDone: () => {
      toast.show(gedaan)
      sluit?.()
    },
  })
  return (body: unknown) => save.run({ params: { id }, body } as never)
}

interface RijenProps {
  readonly naam: string
  /** One row in words, for its legend and its buttons. */
  readonly woord: string
  /** What stands in the button that adds one. */
  readonly erbij: string
  readonly leeg: Record<string, unknown>
  /** First field of a row: it gets the focus when the row comes. */
  readonly eerste: string
  readonly legend: string
  readonly hint?: string
  readonly volgorde?: boolean
  readonly children: (pad: string, index: number) => ReactNode
}

/** Rows of fields that can be added, taken away and, when the order matters, moved up. */
export function Rijen(props: RijenProps) {
  const { naam, woord, eerste } = props
  const { control } = useFormContext()
  const { fields, append, remove, swap } = useFieldArray({ control, name: naam })
  return (
    <FieldSet legend={props.legend} className="od-groep">
      {props.hint && <p className="od-hint">{props.hint}</p>}
      {fields.map((field, i) => (
        <FieldSet key={field.id} legend={`${woord} ${i + 1}`} className="od-groep">
          {props.children(`${naam}.${i}`, i)}
          <div>
            {props.volgorde && i > 0 && (
              <Button type="button" variant="tertiary" onClick={() => swap(i, i - 1)}>
                {woord} {i + 1} naar boven
              </Button>
            )}
            <Button type="button" variant="tertiary" onClick={() => remove(i)}>
              {woord} {i + 1} weghalen
            </Button>
          </div>
        </FieldSet>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          onClick={() => append(props.leeg, { focusName: `${naam}.${fields.length}.${eerste}` })}
        >
          {props.erbij}
        </Button>
      </div>
    </FieldSet>
  )
}
