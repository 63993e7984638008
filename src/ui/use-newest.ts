import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { DefaultValues, FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'

interface Newest<In extends FieldValues> {
  readonly defaultValues: DefaultValues<In>
  readonly isChanged: boolean
  /** Values that did not come from typing: a draft need not keep them. */
  readonly onSettled: () => void
  readonly onReload?: (() => Promise<DefaultValues<In>>) | undefined
}

/**
 * Keeps a form in step with the record that it edits. As long as nothing is typed the form follows newer values; from
 * the first change on it keeps the version that the editor saw, so that a save over somebody else's is told. `reload` takes
 * the newest values and keeps what was typed.
 */
export function useNewest<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>,
  { defaultValues, isChanged, onSettled, onReload }: Newest<In>,
): () => Promise<void> {
  const client = useQueryClient()
  const newest = JSON.stringify(defaultValues)
  const shown = useRef(newest)
  const latest = useRef(defaultValues)
  latest.current = defaultValues
  useEffect(() => {
    if (shown.current === newest || isChanged) return
    form.reset(defaultValues as In)
    onSettled()
    shown.current = newest
  }, [newest, isChanged, form, defaultValues, onSettled])
  return async () => {
    if (onReload) return takeOver(form, await onReload())
    await client.refetchQueries({ type: 'active' })
    // Answers reach the page on the next turn. It may also have had the newest all along, as with an old draft.
    await new Promise((resolve) => setTimeout(resolve))
    takeOver(form, latest.current)
    shown.current = JSON.stringify(latest.current)
  }
}

/** Newest values, except what was typed. The version is never typed: out of an old draft it would be refused for ever. */
function takeOver<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>,
  values: DefaultValues<In>,
): void {
  form.reset(values as In, { keepDirtyValues: true })
  if (!('versie' in values)) return
  form.setValue('versie' as Path<In>, values.versie as PathValue<In, Path<In>>, { shouldDirty: true })
}
