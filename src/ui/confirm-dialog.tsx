import { ActionGroup, Button, Dialog } from '@amsterdam/design-system-react'
import { type ReactNode, useEffect, useRef } from 'react'

export interface ConfirmDialogProps {
  open: boolean
  /** The question, e.g. "Melding verwijderen?" */
  heading: string
  children: ReactNode
  /** The deed itself, e.g. "Melding verwijderen"; never "OK". */
  confirmLabel: string
  cancelLabel?: string
  /** Cannot be undone: the button is red. */
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be undone. Native modal: focus stays inside, Escape cancels, focus returns. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const { open } = props
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) dialog.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <Dialog
      ref={ref}
      heading={props.heading}
      aria-label={props.heading}
      onClose={() => {
        if (open) props.onCancel()
      }}
      footer={
        <ActionGroup>
          <Button
            type="button"
            className={props.danger ? 'od-knop--gevaar' : undefined}
            disabled={props.busy}
            onClick={props.onConfirm}
          >
            {props.busy ? 'Bezig…' : props.confirmLabel}
          </Button>
          <Button type="button" variant="tertiary" onClick={props.onCancel}>
            {props.cancelLabel ?? 'Annuleren'}
          </Button>
        </ActionGroup>
      }
    >
      {props.children}
    </Dialog>
  )
}
