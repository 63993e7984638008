import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { call } from '../../../ui/api.ts'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { isSame, rijOp, type Voorbeeld } from '../domain/gedateerd.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import {
  type DatedScreen,
  keyFromSearch,
  keyOf,
  type Namen,
  type Regel,
  useNamen,
  useRegels,
  veldnaam,
  waardeTekst,
} from './dated-screen.tsx'
import { EndForm } from './end-form.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { today } from './today.ts'

/** "Vanaf datum X geldt Y" for one key, with what it hits before it is saved. */
export function DatedEditPage({ screen, isNew }: { screen: DatedScreen; isNew: boolean }) {
  const { get } = useSearchParams()
  const namen = useNamen()
  const { regels } = useRegels(screen.soort)
  const sleutel = isNew ? undefined : keyFromSearch(screen.soort, get)
  const rows = (regels ?? []).filter((regel) => sleutel && keyOf(regel.sleutel) === keyOf(sleutel))
  const shown = rijOp(rows, today()) ?? rows.at(-1)
  const crumbs = [beheerCrumb, { label: screen.titel, to: screen.pad }]
  if (!regels || namen.gemeenten.length === 0)
    return (
      <Page title={screen.titel} breadcrumbs={crumbs} narrow>
        <p role="status">Bezig met laden…</p>
      </Page>
    )
  if (!isNew && !shown)
    return (
      <Page title={screen.titel} breadcrumbs={crumbs} narrow>
        <EmptyState
          title="Niet gevonden"
          text="Deze regel bestaat niet (meer). Ga terug naar het overzicht."
          action={<ButtonLink to={screen.pad}>Naar het overzicht</ButtonLink>}
        />
      </Page>
    )
  const title = shown
    ? `${screen.naam(shown.sleutel as never, shown.waarde as never, namen)} wijzigen`
    : screen.nieuw!.knop
  return (
    <Page
      title={title}
      breadcrumbs={crumbs}
      narrow
      lead={
        shown && (
          <>
            Geldt sinds <DateText date={shown.van} long />.
          </>
        )
      }
    >
      <ChangeForm screen={screen} rows={rows} shown={shown} namen={namen} />
      {shown && screen.eindigen && (
        <EndForm
          soort={screen.soort}
          sleutel={shown.sleutel}
          versie={versieOf(rows)}
          pad={screen.pad}
          uitleg={screen.eindigen}
        />
      )}
      {shown && <History screen={screen} rows={rows} namen={namen} />}
    </Page>
  )
}

const versieOf = (rows: readonly Regel[]) => Math.max(0, ...rows.map((row) => row.versie))

interface ChangeProps {
  screen: DatedScreen
  rows: readonly Regel[]
  shown: Regel | undefined
  namen: Namen
}

function ChangeForm({ screen, rows, shown, namen }: ChangeProps) {
  const { soort } = screen
  const navigate = useNavigate()
  const toast = useToast()
  const mag = useMag()
  const [filled, setFilled] = useState<{ body: FieldValues; voorbeeld?: Voorbeeld } | undefined>()
  const preview = useCommand(soort.preview, { invalidates: [] })
  const save = useCommand(soort.change, {
    onDone: async () => {
      toast.show('De wijziging is opgeslagen.')
      await navigate({ to: screen.pad as never })
    },
  })
  const start: FieldValues = filled?.body ?? {
    sleutel: shown?.sleutel ?? screen.nieuw?.sleutel ?? {},
    waarde: shown?.waarde ?? screen.nieuw?.waarde ?? {},
    vanaf: undefined,
    versie: versieOf(rows),
  }
  async function reload(body: FieldValues) {
    const { regels } = (await call(soort.list as never, {} as never)) as { regels: Regel[] }
    const newest = regels.filter((regel) => keyOf(regel.sleutel) === keyOf(body.sleutel))
    save.reset()
    setFilled({ body: { ...body, versie: versieOf(newest) } })
  }
  if (filled?.voorbeeld)
    return (
      <PreviewPanel
        voorbeeld={filled.voorbeeld}
        vanaf={String(filled.body.vanaf)}
        wijzigingen={changesBetween(
          rijOp(rows, String(filled.body.vanaf))?.waarde,
          filled.body.waarde,
          namen,
        )}
        busy={save.busy}
        problem={save.problem}
        onSave={() => void save.run({ body: filled.body as never }).catch(() => undefined)}
        onReload={() => reload(filled.body)}
        onBack={() => {
          save.reset()
          setFilled({ body: filled.body })
        }}
      />
    )
  return (
    <Form
      schema={soort.change.body as never}
      defaultValues={start as never}
      submitLabel="Bekijk wat dit raakt"
      busyLabel="Bezig met tellen…"
      warnOnLeave={false}
      onSubmit={async (body: FieldValues) => {
        const { versie: _, ...vraag } = body
        setFilled({ body, voorbeeld: (await preview.run({ body: vraag as never })) as Voorbeeld })
      }}
      actions={
        <ButtonLink to={screen.pad} variant="tertiary">
          Annuleren
        </ButtonLink>
      }
    >
      {!shown && screen.nieuw?.velden(namen)}
      {screen.velden((shown?.waarde ?? {}) as never, namen, (shown?.sleutel ?? {}) as never)}
      {'bron' in soort.waarde.shape && (
        <TextField
          name="waarde.bron"
          label="Bron"
          hint="Besluit of document waar dit staat."
          optional
          empty={null}
        />
      )}
      <DateField
        name="vanaf"
        label="Vanaf wanneer geldt dit?"
        hint="Vandaag of later, bijvoorbeeld 1-4-2026"
      />
      {mag('beheer.terugwerkend') && (
        <TextField name="reden" label="Reden" hint="Verplicht bij een datum in het verleden." optional />
      )}
    </Form>
  )
}

function changesBetween(
  oud: Record<string, unknown> | undefined,
  nieuw: Record<string, unknown>,
  namen: Namen,
): [string, string, string][] {
  return Object.keys(nieuw)
    .filter((veld) => !isSame(oud?.[veld], nieuw[veld]))
    .map((veld) => [
      veldnaam(veld),
      oud ? waardeTekst(oud[veld], namen) : 'geldt nog niet',
      waardeTekst(nieuw[veld], namen),
    ])
}

function History({ screen, rows, namen }: { screen: DatedScreen; rows: readonly Regel[]; namen: Namen }) {
  return (
    <Section title="Geschiedenis">
      <ul className="ams-unordered-list">
        {[...rows].reverse().map((row) => (
          <li key={row.van} className="ams-unordered-list__item">
            <DateText date={row.van} /> tot <DateText date={row.tot} empty="nu" />
            {row.van > today() && ' (gepland)'}: {screen.inhoud(row.waarde as never, namen)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
