import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { bewaarConcept, haalConcept, verwijderConcept } from '../shared/concept.ts'
import { dutchDateOf, formatMoment } from '../shared/plain-date.ts'
import { call } from './api.ts'
import { formatTime } from './format.ts'

const pause = 1500

export interface Draft {
  /** `Concept bewaard om 23:04`, or empty. */
  status: string
  /** When the stored draft was saved, while the user has not chosen yet. */
  offered: string | undefined
  restore: () => void
  discard: () => void
  /** After a successful submit. */
  clear: () => Promise<void>
  /** The values as they stand are nobody's typing: nothing to keep until they change again. */
  settle: () => void
}

/**
 * Keeps half-typed input on the server (never in the browser: it may hold personal data). Nothing is saved while an older
 * draft waits for the user's choice, so that typing cannot overwrite it.
 */
export function useDraft<In extends FieldValues, Out>(
  key: string | undefined,
  form: UseFormReturn<In, unknown, Out>,
): Draft {
  const [status, setStatus] = useState('')
  const [stored, setStored] = useState<{ inhoud: Record<string, unknown>; bewaardOp: string } | undefined>()
  const ready = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef('')
  const { subscribe, getValues, reset } = form

  /** Saves what stands there a moment after the last key; nothing when nobody typed. */
  const keep = useCallback(() => {
    if (key === undefined || !ready.current) return
    const text = JSON.stringify(getValues())
    if (text === last.current) return
    last.current = text
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      call(bewaarConcept, { params: { sleutel: key }, body: { inhoud: JSON.parse(text) } }).then(
        ({ bewaardOp }) => setStatus(savedText(bewaardOp)),
        () => setStatus('Concept bewaren is niet gelukt. Rond het formulier af of probeer het later.'),
      )
    }, pause)
  }, [key, getValues])

  useEffect(() => {
    if (key === undefined) return
    last.current = JSON.stringify(getValues())
    return subscribe({ formState: { values: true }, callback: keep })
  }, [key, subscribe, getValues, keep])

  useEffect(() => {
    if (key === undefined) return
    let current = true
    ready.current = false
    // Also what was typed while the question was on its way.
    const start = () => {
      ready.current = true
      keep()
    }
    call(haalConcept, { params: { sleutel: key } }).then(
      ({ concept }) => {
        if (!current) return
        if (concept) setStored(concept)
        else start()
      },
      // Without drafts the form still works; the next save tells whether it does.
      () => current && start(),
    )
    return () => {
      current = false
      clearTimeout(timer.current)
    }
  }, [key, keep])

  const settle = useCallback(() => {
    clearTimeout(timer.current)
    last.current = JSON.stringify(getValues())
  }, [getValues])

  async function clear() {
    clearTimeout(timer.current)
    setStatus('')
    setStored(undefined)
    // A draft that stays behind does no harm: it is offered again and can be thrown away.
    if (key !== undefined) await call(verwijderConcept, { params: { sleutel: key } }).catch(() => undefined)
  }

  return {
    status,
    offered: stored?.bewaardOp,
    restore: () => {
      if (!stored) return
      reset({ ...getValues(), ...stored.inhoud } as In, { keepDefaultValues: true })
      setStatus(savedText(stored.bewaardOp))
      setStored(undefined)
      ready.current = true
    },
    discard: () => {
      ready.current = true
      void clear()
    },
    clear,
    settle,
  }
}

function savedText(instant: string): string {
  const today = dutchDateOf(new Date(instant)) === dutchDateOf(new Date())
  return `Concept bewaard ${today ? `om ${formatTime(instant)}` : `op ${formatMoment(instant)}`}`
}
