import { Link, useLocation } from '@tanstack/react-router'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { useSearchParams } from '../../../ui/search-params.ts'

/** The month and the day of knowing filled in: whoever opens it next year sees the same numbers. */
export function VasteLink({ maand, bekendOp }: { maand: string; bekendOp: string | null }) {
  const { search } = useSearchParams()
  const { pathname } = useLocation()
  const vast = { ...search, maand, bekendOp: bekendOp ?? dutchDateOf(new Date()) }
  return (
    <Link to={pathname as never} search={vast as never}>
      Vaste link naar deze cijfers
    </Link>
  )
}
