import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { perSleutel, rijOp } from '../domain/gedateerd.ts'
import {
  type DatedScreen,
  keyOf,
  type Namen,
  type Regel,
  searchOf,
  useNamen,
  useRegels,
} from './dated-screen.tsx'
import { today } from './today.ts'

export const beheerCrumb = { label: 'Beheer', to: '/beheer' }

/** What holds now for every key of a dated table, and what is planned. */
export function DatedListPage({ screen }: { screen: DatedScreen }) {
  const namen = useNamen()
  const mag = useMag()
  const { regels, error } = useRegels(screen.soort)
  const groups = groupRegels(screen, regels ?? [], namen)
  const mayChange = mag('beheer.wijzigen')
  return (
    <Page
      title={screen.titel}
      lead={screen.lead}
      breadcrumbs={[beheerCrumb]}
      actions={
        mayChange && screen.nieuw && <ButtonLink to={`${screen.pad}/nieuw`}>{screen.nieuw.knop}</ButtonLink>
      }
    >
      {error && <ProblemAlert problem={error} />}
      {!regels && !error && <p role="status">Bezig met laden…</p>}
      {regels?.length === 0 && (
        <EmptyState
          title="Nog niets vastgelegd"
          text={
            screen.nieuw && mayChange
              ? `Begin met “${screen.nieuw.knop}”.`
              : 'Vraag een functioneel beheerder om dit vast te leggen.'
          }
        />
      )}
      {groups.map(([group, rows]) => (
        <Section key={group} title={group || 'Alle regels'}>
          <RegelTable
            screen={screen}
            rows={rows}
            namen={namen}
            caption={group || screen.titel}
            mayChange={mayChange}
          />
        </Section>
      ))}
    </Page>
  )
}

function groupRegels(screen: DatedScreen, regels: readonly Regel[], namen: Namen): [string, Regel[][]][] {
  const groups = new Map<string, Regel[][]>()
  for (const rows of perSleutel(regels).values()) {
    const name = screen.groep?.(rows[0]!.sleutel as never, namen) ?? ''
    groups.set(name, [...(groups.get(name) ?? []), rows])
  }
  const order = (rows: Regel[]) => {
    const shown = shownOf(rows)
    return (
      String(shown.waarde.volgorde ?? shown.sleutel.volgorde ?? 0).padStart(4, '0') +
      nameOf(screen, shown, namen)
    )
  }
  return [...groups].map(([name, rows]) => [
    name,
    rows.sort((a, b) => order(a).localeCompare(order(b), 'nl')),
  ])
}

/** What holds today; else what comes first; else what held last. */
function shownOf(rows: readonly Regel[]): Regel {
  return rijOp(rows, today()) ?? rows.find((row) => row.van > today()) ?? rows.at(-1)!
}

function nameOf(screen: DatedScreen, regel: Regel, namen: Namen): string {
  return screen.naam(regel.sleutel as never, regel.waarde as never, namen)
}

interface TableProps {
  screen: DatedScreen
  rows: readonly (readonly Regel[])[]
  namen: Namen
  caption: string
  mayChange: boolean
}

function RegelTable({ screen, rows, namen, caption, mayChange }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="ams-table od-tabelvak" aria-label={caption} tabIndex={0}>
      <table className="ams-table__table od-tabel od-tabel--stapelt">
        <caption className="ams-visually-hidden">{caption}</caption>
        <thead className="ams-table__header">
          <tr>
            {['Naam', 'Geldt nu', 'Sinds', 'Gepland', ...(mayChange ? ['Actie'] : [])].map((label) => (
              <th key={label} scope="col" className="ams-table__header-cell">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <RegelRow
              key={keyOf(one[0]!.sleutel)}
              screen={screen}
              rows={one}
              namen={namen}
              mayChange={mayChange}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RegelRow({
  screen,
  rows,
  namen,
  mayChange,
}: Omit<TableProps, 'rows' | 'caption'> & { rows: readonly Regel[] }) {
  const current = rijOp(rows, today())
  const shown = shownOf(rows)
  const name = nameOf(screen, shown, namen)
  return (
    <tr>
      <th scope="row" className="ams-table__cell">
        {name}
      </th>
      <td className="ams-table__cell" data-label="Geldt nu">
        {current ? (
          screen.inhoud(current.waarde as never, namen)
        ) : (
          <span className="od-hint">Geldt nu niet</span>
        )}
      </td>
      <td className="ams-table__cell" data-label="Sinds">
        <DateText date={current?.van} />
      </td>
      <td className="ams-table__cell" data-label="Gepland">
        <Planned screen={screen} rows={rows} namen={namen} name={name} mayChange={mayChange} />
      </td>
      {mayChange && (
        <td className="ams-table__cell">
          <Link
            to={`${screen.pad}/wijzigen` as never}
            search={searchOf(shown.sleutel) as never}
            aria-label={`${name} wijzigen`}
          >
            Wijzigen
          </Link>
        </td>
      )}
    </tr>
  )
}

/** Changes and ends that are still to come, each with the way to take it back. */
function Planned(props: {
  screen: DatedScreen
  rows: readonly Regel[]
  namen: Namen
  name: string
  mayChange: boolean
}) {
  const { screen, rows, namen } = props
  const toast = useToast()
  const [asked, setAsked] = useState<string | undefined>()
  const versie = Math.max(...rows.map((row) => row.versie))
  const withdraw = useCommand(screen.soort.withdraw, { onDone: () => toast.show('Wijziging ingetrokken.') })
  const coming = rows.flatMap((row) => [
    ...(row.van > today() ? [{ op: row.van, wat: screen.inhoud(row.waarde as never, namen) }] : []),
    ...(row.tot !== null && row.tot > today() && !rows.some((next) => next.van === row.tot)
      ? [{ op: row.tot, wat: 'geldt niet meer' }]
      : []),
  ])
  if (coming.length === 0) return <>–</>
  return (
    <ul className="od-menu">
      {coming.map(({ op, wat }) => (
        <li key={op}>
          Vanaf <DateText date={op} />: {wat}
          {props.mayChange && (
            <>
              {' '}
              <Button
                type="button"
                variant="tertiary"
                onClick={() => setAsked(op)}
                aria-label={`Wijziging van ${props.name} intrekken`}
              >
                Intrekken
              </Button>
            </>
          )}
        </li>
      ))}
      <ConfirmDialog
        open={asked !== undefined}
        heading="Wijziging intrekken?"
        confirmLabel="Wijziging intrekken"
        busy={withdraw.busy}
        onCancel={() => setAsked(undefined)}
        onConfirm={() =>
          void withdraw
            .run({ body: { sleutel: rows[0]!.sleutel, van: asked!, versie } as never })
            .then(() => setAsked(undefined))
            .catch(() => undefined)
        }
      >
        <p>Wat nu geldt, blijft dan gelden. Het logboek bewaart dat deze wijziging klaarstond.</p>
        {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
      </ConfirmDialog>
    </ul>
  )
}
