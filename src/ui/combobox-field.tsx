import { TextInput } from '@amsterdam/design-system-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { formatCount } from './format.ts'

export interface ComboboxOption {
  value: string
  label: string
  /** Second line that tells namesakes apart, e.g. date of birth or place. */
  detail?: string
}

export interface ComboboxFieldProps extends FieldProps {
  /** Looks up what was typed; called at most every 250 ms, from `minimum` characters. */
  load: (zoek: string) => Promise<readonly ComboboxOption[]>
  minimum?: number
  /** Label of the value that the form starts with. */
  initialLabel?: string
  empty?: null
  onChoose?: (option: ComboboxOption | undefined) => void
}

/** Searches a long list on the server. Follows the ARIA 1.2 combobox pattern; stores the value of the chosen option. */
export function ComboboxField({
  load,
  minimum = 2,
  initialLabel = '',
  empty,
  onChoose,
  ...props
}: ComboboxFieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const [text, setText] = useState(initialLabel)
  const [chosenLabel, setChosenLabel] = useState(initialLabel)
  const [options, setOptions] = useState<readonly ComboboxOption[]>([])
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [state, setState] = useState<'rust' | 'zoekt' | 'klaar' | 'mislukt'>('rust')
  const loadRef = useRef(load)
  loadRef.current = load

  useEffect(() => {
    const zoek = text.trim()
    if (!open || zoek.length < minimum || text === chosenLabel) return
    let current = true
    const timer = setTimeout(() => {
      setState('zoekt')
      loadRef.current(zoek).then(
        (found) => {
          if (!current) return
          setOptions(found)
          setActive(-1)
          setState('klaar')
        },
        () => current && setState('mislukt'),
      )
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text, chosenLabel, open, minimum])

  function choose(option: ComboboxOption | undefined) {
    field.onChange(option ? option.value : empty)
    setText(option?.label ?? '')
    setChosenLabel(option?.label ?? '')
    setOpen(false)
    setOptions([])
    setState('rust')
    onChoose?.(option)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
      setText(chosenLabel)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (options.length === 0) return
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length)
    } else if (event.key === 'Enter' && open && options[active]) {
      event.preventDefault()
      choose(options[active])
    }
  }

  const shown = open && options.length > 0
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} optional={props.optional} fault={fault}>
      <div className="od-combobox">
        <TextInput
          id={id}
          name={props.name}
          ref={field.ref}
          value={text}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-lijst`}
          aria-activedescendant={shown && active >= 0 ? `${id}-optie-${active}` : undefined}
          aria-describedby={[describedBy, `${id}-status`].filter(Boolean).join(' ')}
          aria-required={!props.optional}
          autoComplete="off"
          disabled={props.disabled}
          invalid={fault !== undefined}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            if (event.target.value === '') choose(undefined)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false)
            setText(chosenLabel)
            field.onBlur()
          }}
        />
        <div id={`${id}-lijst`} role="listbox" aria-label={props.label} hidden={!shown}>
          {options.map((option, index) => (
            // The keys are handled by the input, which keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={option.value}
              id={`${id}-optie-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.label}
              {option.detail && <span className="od-hint">{option.detail}</span>}
            </div>
          ))}
        </div>
      </div>
      <p className="od-hint" id={`${id}-status`} role="status">
        {statusText(state, open, text.trim().length < minimum && text !== '', minimum, options.length)}
      </p>
    </FieldFrame>
  )
}

function statusText(state: string, open: boolean, short: boolean, minimum: number, count: number): string {
  if (!open) return ''
  if (short) return `Typ minstens ${minimum} letters.`
  if (state === 'zoekt') return 'Bezig met zoeken…'
  if (state === 'mislukt') return 'Zoeken is niet gelukt. Typ verder om het opnieuw te proberen.'
  if (state === 'klaar' && count === 0) return 'Niets gevonden. Controleer de spelling.'
  if (state === 'klaar')
    return `${formatCount(count, 'resultaat', 'resultaten')} gevonden. Kies met de pijltjes of klik.`
  return ''
}
