import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'

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
  useEffect(() => {
    if (shown.current === newest || (isChanged && !reloading.current)) return
    form.reset(defaultValues as In, { keepDirtyValues: reloading.current })
    shown.current = newest
    reloading.current = false
  }, [newest, isChanged, form, defaultValues])
  return async () => {
    if (onReload) form.reset((await onReload()) as In, { keepDirtyValues: true })
    else {
      // The page asks again, and what it then hands down as default values is taken over above.
      reloading.current = true
      await client.refetchQueries({ type: 'active' })
    }
  }
}
