import { type FieldErrors, type FieldValues, get } from 'react-hook-form'

export interface FormFault {
  name: string
  text: string
}

/** Every fault of a form in the order of its fields; faults of the contract without a field on screen come last. */
export function collectFaults<T extends FieldValues>(
  errors: FieldErrors<T>,
  labels: Map<string, string>,
): FormFault[] {
  const faults: FormFault[] = []
  for (const [name, label] of labels) {
    const error: unknown = get(errors, name)
    const text = messageOf(error)
    if (text) faults.push({ name, text: `${label}${label.endsWith('?') ? '' : ':'} ${text}` })
  }
  const known = new Set(labels.keys())
  walk(errors, '', (name, text) => {
    if (!Array.from(known).some((one) => name === one || name.startsWith(`${one}.`)))
      faults.push({ name, text })
  })
  return faults
}

function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { message, root } = error as { message?: unknown; root?: { message?: unknown } }
  if (typeof message === 'string' && message !== '') return message
  if (typeof root?.message === 'string') return root.message
  return Array.isArray(error) ? error.map(messageOf).find(Boolean) : undefined
}

function walk(node: unknown, path: string, found: (name: string, text: string) => void): void {
  if (typeof node !== 'object' || node === null) return
  const { message, type } = node as { message?: unknown; type?: unknown }
  if (typeof message === 'string' && typeof type === 'string') {
    found(path, message)
    return
  }
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'ref') walk(value, path === '' ? key : `${path}.${key}`, found)
  }
}
