import { useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldFrame } from '../../../ui/field-frame.tsx'
import { type FieldProps, useField } from '../../../ui/form-context.ts'

interface FileFieldProps extends FieldProps {
  /** Endings that the picker shows, e.g. `.csv,.xlsx`. */
  accept: string
  maximumBytes: number
  /** Called with the name, once the file is read. */
  onName: (naam: string) => void
}

/** The browser's own file picker: works by keyboard and screen reader, and on a phone. Holds the content as base64. */
export function FileField(props: FileFieldProps) {
  const { id, control, fault, describedBy } = useField(props)
  const { field } = useController({ name: props.name, control })
  const [problem, setProblem] = useState<string>()
  const [naam, setNaam] = useState<string>()
  const shown = problem ?? fault

  const read = async (file: File | undefined) => {
    setProblem(undefined)
    setNaam(file?.name)
    field.onChange('')
    if (!file) return
    if (file.size > props.maximumBytes) {
      setProblem('Dit bestand is groter dan 10 MB. Verdeel de gegevens over meer bestanden.')
      return
    }
    try {
      field.onChange(await toBase64(file))
      props.onName(file.name)
    } catch {
      setProblem('Uw browser kan dit bestand niet lezen. Sluit het in Excel en kies het opnieuw.')
    }
  }

  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} fault={shown}>
      <div className="od-bestand">
        <input
          id={id}
          ref={field.ref}
          type="file"
          name={props.name}
          accept={props.accept}
          className="ams-visually-hidden"
          aria-describedby={describedBy}
          aria-invalid={shown !== undefined}
          onBlur={field.onBlur}
          onChange={(event) => void read(event.target.files?.[0])}
        />
        {/* The picker's own button speaks the language of the browser; this one is the same control. */}
        <label htmlFor={id} className="ams-button ams-button--secondary" aria-hidden="true">
          Bestand kiezen
        </label>
        <span aria-hidden="true">{naam ?? 'Nog geen bestand gekozen'}</span>
      </div>
    </FieldFrame>
  )
}

function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error)
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.readAsDataURL(file)
  })
}
