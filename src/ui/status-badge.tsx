import { Badge, type BadgeProps } from '@amsterdam/design-system-react'
import {
  CheckIcon,
  ClockIcon,
  DotIcon,
  ErrorFillIcon,
  InfoFillIcon,
  WarningFillIcon,
} from '@amsterdam/design-system-react-icons'

export type StatusTone = 'neutraal' | 'info' | 'wacht' | 'goed' | 'let_op' | 'fout'

export interface StatusBadgeProps {
  /** The status in words: the colour only repeats it. */
  label: string
  tone?: StatusTone
}

const looks: Record<StatusTone, Pick<BadgeProps, 'color' | 'icon'>> = {
  neutraal: { icon: DotIcon },
  info: { color: 'azure', icon: InfoFillIcon },
  wacht: { color: 'purple', icon: ClockIcon },
  goed: { color: 'lime', icon: CheckIcon },
  let_op: { color: 'yellow', icon: WarningFillIcon },
  fout: { color: 'red', icon: ErrorFillIcon },
}

export function StatusBadge({ label, tone = 'neutraal' }: StatusBadgeProps) {
  return <Badge label={label} {...looks[tone]} className="od-status" />
}
