import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, Path, UseFormReturn } from 'react-hook-form'

/**
 * Keeps a form in step with the record that it edits. As long as nothing is typed the form follows newer values; from
 * the first change on it keeps the version that the editor saw, so that a save over somebody else's is told. `reload` takes
 * the newest values and keeps what was typed.
 */
export function useNewest<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>,
  defaultValues: DefaultValues<In>,
  isChanged: boolean,
  onReload?: () => Promise<DefaultValues<In>>,
): () => Promise<void> {
  const client = useQueryClient()
  const newest = JSON.stringify(defaultValues)
  const shown = useRef(newest)
  const reloading = useRef(false)
  // The page may have read the newest before the save: then asking again renders nothing, and only this does.
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the wish to take over, also without newer values
  useEffect(() => {
    if (shown.current === newest || (isChanged && !reloading.current)) return
    if (reloading.current) keepTyped(form, defaultValues)
    else form.reset(defaultValues as In)
    shown.current = newest
    reloading.current = false
  }, [newest, isChanged, form, defaultValues, asked])
  return async () => {
    if (onReload) keepTyped(form, await onReload())
    else {
      // The page asks again, and what it then hands down as default values is taken over above.
      reloading.current = true
      await client.refetchQueries({ type: 'active' })
      setAsked((count) => count + 1)
    }
  }
}

/** Nobody types a version: the one in a restored draft counts as changed, and would keep the form out of date for ever. */
function keepTyped<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>,
  values: DefaultValues<In>,
) {
  form.reset(values as In, { keepDirtyValues: true })
  if ('versie' in values) form.setValue('versie' as Path<In>, values.versie as never)
}
