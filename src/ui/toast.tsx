import { Button, IconButton } from '@amsterdam/design-system-react'
import { UndoIcon } from '@amsterdam/design-system-react-icons'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'

interface Toast {
  id: number
  text: string
  onUndo?: () => void | Promise<void>
}

interface Toasts {
  /** Tells that something was done, e.g. "Melding gesloten". With `onUndo` it offers a way back. */
  show: (text: string, onUndo?: () => void | Promise<void>) => void
}

const ToastContext = createContext<Toasts>({ show: () => {} })

export function useToast(): Toasts {
  return useContext(ToastContext)
}

/** Long enough to read and reach by keyboard or switch; the clock stands still while it has the focus or the mouse. */
const lifetime = 30_000

let serial = 0

/** Holds the last message. It comes after the page in reading order, and is announced without taking the focus. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | undefined>()
  const show = useCallback<Toasts['show']>((text, onUndo) => {
    serial += 1
    setToast({ id: serial, text, onUndo })
  }, [])
  const value = useMemo(() => ({ show }), [show])
  return (
    <ToastContext.Provider value={value}>
      {children}
      <UndoToast toast={toast} onClose={() => setToast(undefined)} />
    </ToastContext.Provider>
  )
}

function UndoToast({ toast, onClose }: { toast: Toast | undefined; onClose: () => void }) {
  const [held, setHeld] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(onClose, lifetime)
    return () => clearTimeout(timer)
  }, [toast, held, onClose])
  useEffect(() => {
    if (toast) setFailed(false)
    else setHeld(false)
  }, [toast])

  async function undo() {
    try {
      await toast?.onUndo?.()
      onClose()
    } catch {
      setFailed(true)
    }
  }

  return (
    <section
      className={toast ? 'od-toast' : 'ams-visually-hidden'}
      aria-label="Berichten"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      <p role="status">{failed ? 'Terugdraaien is niet gelukt.' : toast?.text}</p>
      {toast?.onUndo && !failed && (
        <Button type="button" variant="secondary" icon={UndoIcon} iconBefore onClick={() => void undo()}>
          Ongedaan maken
        </Button>
      )}
      {toast && <IconButton label="Bericht sluiten" onClick={onClose} type="button" />}
    </section>
  )
}
