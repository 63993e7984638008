import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  ArrowUpDown,
  Calendar,
  Link as Chain,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  CircleAlert,
  CircleCheck,
  CircleDot,
  CircleX,
  Clock,
  Columns3,
  Download,
  ExternalLink,
  FileText,
  House,
  Info,
  Lock,
  LogOut,
  type LucideIcon,
  Menu,
  Pencil,
  Plus,
  Printer,
  Search,
  Trash2,
  TriangleAlert,
  Undo2,
  UserRound,
  X,
} from 'lucide-react'
import type { ReactElement, SVGProps } from 'react'

/**
 * Our icons under the names the design system asks for. It calls an icon as a plain function, which a forwardRef object
 * is not; and its CSS fills every svg, which packages/tokens undoes for these line icons.
 */
type IconFunction = (props: SVGProps<SVGSVGElement>) => ReactElement<SVGProps<SVGSVGElement>>

function plain(Lucide: LucideIcon): IconFunction {
  return ({ ref: _, ...props }) => <Lucide {...props} aria-hidden="true" focusable="false" />
}

// The fifteen that the components import themselves.
export const ArrowForwardIcon = plain(ArrowRight)
export const ChevronBackwardIcon = plain(ChevronLeft)
export const ChevronDoubleBackwardIcon = plain(ChevronsLeft)
export const ChevronDoubleForwardIcon = plain(ChevronsRight)
export const ChevronDownIcon = plain(ChevronDown)
export const ChevronForwardIcon = plain(ChevronRight)
export const CloseIcon = plain(X)
export const DocumentIcon = plain(FileText)
export const ErrorFillIcon = plain(CircleX)
export const InfoFillIcon = plain(Info)
export const PersonFillIcon = plain(UserRound)
export const SearchIcon = plain(Search)
export const SuccessFillIcon = plain(CircleCheck)
export const WarningFillIcon = plain(TriangleAlert)
export const WarningIcon = plain(CircleAlert)

// Ours.
export const AddIcon = plain(Plus)
export const CalendarIcon = plain(Calendar)
export const CheckIcon = plain(Check)
export const ClockIcon = plain(Clock)
export const ColumnsIcon = plain(Columns3)
export const DeleteIcon = plain(Trash2)
export const DotIcon = plain(CircleDot)
export const DownloadIcon = plain(Download)
export const EditIcon = plain(Pencil)
export const ExternalIcon = plain(ExternalLink)
export const HomeIcon = plain(House)
export const LinkIcon = plain(Chain)
export const LockIcon = plain(Lock)
export const LogOutIcon = plain(LogOut)
export const MenuIcon = plain(Menu)
export const PrintIcon = plain(Printer)
export const SortAscendingIcon = plain(ArrowUp)
export const SortDescendingIcon = plain(ArrowDown)
export const SortIcon = plain(ArrowUpDown)
export const UndoIcon = plain(Undo2)
