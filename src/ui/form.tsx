import { ActionGroup, Button, InvalidFormAlert } from '@amsterdam/design-system-react'
import { zodResolver } from '@hookform/resolvers/zod'
import { type MouseEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type Path,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { Alert } from './alert.tsx'
import { ApiProblem } from './api.ts'
import { ConflictAlert } from './conflict-alert.tsx'
import { type ConflictWords, fieldWord, valueWord } from './conflict-words.ts'
import { MomentText } from './date-text.tsx'
import { type FormKit, FormKitContext, fieldId } from './form-context.ts'
import { collectFaults } from './form-faults.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { useDraft } from './use-draft.ts'
import { useNewest } from './use-newest.ts'

export interface FormProps<In extends FieldValues, Out> {
  /** Usually `endpoint.body` of the contract. */
  schema: z.ZodType<Out, In>
  defaultValues: DefaultValues<In>
  /** Sends it, e.g. `(body) => command.run({ body })`. An ApiProblem that it throws is shown with the fields. */
  onSubmit: (values: Out) => Promise<unknown>
  submitLabel: string
  busyLabel?: string
  /** Extra buttons beside the submit button, e.g. a link back. */
  actions?: ReactNode
  /** Keeps a draft on the server under this key. */
  draftKey?: string
  /**
   * Newest values after `versie_verouderd`; what the user typed stays. Only for default values that do not follow from what
   * the page reads: otherwise the page asks again and hands down newer ones.
   */
  onReload?: () => Promise<DefaultValues<In>>
  /** Screen words for what a conflict may name and this form has no field for. */
  conflictWords?: ConflictWords
  /** Tells whether something stands here that would be lost: who shows the form must keep it then. */
  onChanged?: (isChanged: boolean) => void
  /** Why this can no longer be sent. What was typed stays to read and copy, until the user throws it away. */
  closed?: string | undefined
  /** Empty again after a save, for the next one. */
  startsAgain?: boolean
  /** Off for forms where losing the input costs nothing, like a search. */
  warnOnLeave?: boolean
  children: ReactNode | ((form: UseFormReturn<In, unknown, Out>) => ReactNode)
}

export function Form<In extends FieldValues, Out>(props: FormProps<In, Out>) {
  const id = useId()
  const form = useForm<In, unknown, Out>({
    // @NOTE zodResolver's overloads cannot tell Zod 3 from 4 for an open type parameter.
    resolver: zodResolver(props.schema as never) as never,
    defaultValues: props.defaultValues,
    shouldFocusError: false,
  })
  const { errors, isSubmitting, isDirty, dirtyFields } = form.formState
  // A field that merely registers can make isDirty true; only what somebody changed can get lost.
  const isChanged = isDirty && Object.keys(dirtyFields).length > 0
  const labels = useRef(new Map<string, string>()).current
  const choices = useRef(new Map<string, ReadonlyMap<string, string>>()).current
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<ApiProblem | Error | undefined>()
  const finished = useRef(false)
  const draft = useDraft(props.draftKey, form)

  const { onChanged } = props
  useEffect(() => {
    onChanged?.(isChanged)
    return () => onChanged?.(false)
  }, [onChanged, isChanged])

  async function submit(values: Out) {
    setProblem(undefined)
    const sent = JSON.stringify(form.getValues())
    finished.current = true
    try {
      await props.onSubmit(values)
      await draft.clear()
      // Saved is the new start: only what is typed from here on can get lost.
      const typedOn = JSON.stringify(form.getValues()) !== sent
      form.reset(props.startsAgain && !typedOn ? (props.defaultValues as In) : form.getValues())
      draft.settle()
      finished.current = false
    } catch (error) {
      finished.current = false
      if (!(error instanceof Error)) throw error
      const shown = error instanceof ApiProblem ? error.fouten.filter((fout) => labels.has(fout.veld)) : []
      for (const fout of shown)
        form.setError(fout.veld as Path<In>, { type: 'server', message: fout.melding })
      // The summary tells faults of fields; the alert only what has no field on this screen.
      if (!(error instanceof ApiProblem) || shown.length === 0 || shown.length < error.fouten.length)
        setProblem(error)
      setAttempt((count) => count + 1)
    }
  }

  const takeNewest = useNewest(form, {
    defaultValues: props.defaultValues,
    isChanged,
    onSettled: draft.settle,
    onReload: props.onReload,
  })
  async function reload() {
    await takeNewest()
    setProblem(undefined)
  }

  const kit: FormKit = useMemo(
    () => ({ id, busy: isSubmitting, labels, choices }),
    [id, isSubmitting, labels, choices],
  )
  const known = { labels, choices, words: props.conflictWords }
  // What the own save brings about is no news.
  const closed = isSubmitting ? undefined : props.closed
  const faults = collectFaults(errors, labels)
  const outdated = problem instanceof ApiProblem && problem.code === 'versie_verouderd'

  return (
    <FormProvider {...form}>
      <FormKitContext.Provider value={kit}>
        <form
          noValidate
          className="od-formulier"
          aria-busy={isSubmitting}
          onSubmit={form.handleSubmit(submit, () => setAttempt((count) => count + 1))}
        >
          {faults.length > 0 && attempt > 0 && (
            <InvalidFormAlert
              key={attempt}
              headingLevel={2}
              heading={
                faults.length === 1
                  ? 'Eén gegeven klopt nog niet'
                  : `${faults.length} gegevens kloppen nog niet`
              }
              errors={faults.map((fault) => ({ id: `#${fieldId(id, fault.name)}`, label: fault.text }))}
              onClick={focusField}
            />
          )}
          {problem && outdated && (
            <ConflictAlert
              key={attempt}
              problem={problem}
              labelOf={(veld) => fieldWord(veld, known)}
              wordOf={(veld, waarde) => valueWord(veld, waarde, known)}
              onReload={reload}
            />
          )}
          {problem && !outdated && (
            <ProblemAlert key={attempt} problem={problem} focus={faults.length === 0} />
          )}
          {closed && (
            <ClosedAlert
              wat={props.submitLabel.toLowerCase()}
              text={closed}
              onDiscard={() => {
                form.reset(props.defaultValues as In)
                draft.settle()
                void draft.clear()
              }}
            />
          )}
          {draft.offered && (
            <Alert heading="U heeft een bewaard concept">
              <p>
                Op <MomentText at={draft.offered} /> heeft u dit formulier deels ingevuld.
              </p>
              <ActionGroup>
                <Button type="button" variant="secondary" onClick={draft.restore}>
                  Verder met het concept
                </Button>
                <Button type="button" variant="tertiary" onClick={draft.discard}>
                  Concept weggooien
                </Button>
              </ActionGroup>
            </Alert>
          )}
          {typeof props.children === 'function' ? props.children(form) : props.children}
          <div className="od-formulier__acties">
            <ActionGroup>
              {!closed && (
                <Button type="submit" aria-disabled={isSubmitting} onClick={isSubmitting ? stop : undefined}>
                  {props.submitLabel}
                </Button>
              )}
              {props.actions}
            </ActionGroup>
            <p role="status" className="od-hint">
              {isSubmitting ? (props.busyLabel ?? 'Bezig met opslaan…') : draft.status}
            </p>
          </div>
        </form>
        <LeaveGuard
          hasUnsaved={() => (props.warnOnLeave ?? true) && isChanged && !finished.current}
          text={
            props.draftKey
              ? 'Dit formulier is nog niet verstuurd. Uw concept wordt bewaard.'
              : 'Dit formulier is nog niet verstuurd. Wat u heeft ingevuld, gaat verloren.'
          }
        />
      </FormKitContext.Provider>
    </FormProvider>
  )
}

/** Names the form by its button, because a page may have more of them. */
function ClosedAlert({ wat, text, onDiscard }: { wat: string; text: string; onDiscard: () => void }) {
  return (
    <Alert tone="let_op" heading={`Dit kunt u niet meer versturen: ${wat}`}>
      <p>
        {text} Wat u heeft ingevuld, staat hieronder nog. Het is niet opgeslagen. Neem over wat u nog nodig
        heeft.
      </p>
      <div>
        <Button type="button" variant="secondary" onClick={onDiscard}>
          Mijn tekst weggooien
        </Button>
      </div>
    </Alert>
  )
}

/** A busy button keeps its focus (a disabled one would lose it), but does nothing. */
function stop(event: MouseEvent) {
  event.preventDefault()
}

/** A link to a field moves the focus without touching the address, which belongs to the router. */
function focusField(event: MouseEvent) {
  const link = (event.target as Element).closest('a[href^="#"]')
  if (!link) return
  event.preventDefault()
  const field = document.getElementById(link.getAttribute('href')!.slice(1))
  field?.focus()
  field?.closest('.od-veld')?.scrollIntoView({ block: 'nearest' })
}
