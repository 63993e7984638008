import { useBlocker } from '@tanstack/react-router'
import { createPortal } from 'react-dom'
import { ConfirmDialog } from './confirm-dialog.tsx'

export interface LeaveGuardProps {
  /** Asked at the moment of leaving: is there something that would get lost? */
  hasUnsaved: () => boolean
  /** What would happen to it. */
  text: string
}

/** Asks before somebody leaves with work that is not saved, also when the tab closes. */
export function LeaveGuard({ hasUnsaved, text }: LeaveGuardProps) {
  const leave = useBlocker({
    shouldBlockFn: ({ current, next }) => hasUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  })
  // Outside the page's own flow: in a closed part of it nobody would see the question.
  return createPortal(
    <ConfirmDialog
      open={leave.status === 'blocked'}
      heading="Pagina verlaten?"
      confirmLabel="Verlaten"
      cancelLabel="Hier blijven"
      onConfirm={() => leave.proceed?.()}
      onCancel={() => leave.reset?.()}
    >
      <p>{text}</p>
    </ConfirmDialog>,
    document.body,
  )
}
