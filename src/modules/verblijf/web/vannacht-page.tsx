import { Button, Label, Select } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { usePlekkeuzes } from '../../plek/web/keuzes.ts'
import { listVannacht, postNachten } from '../domain/api.ts'

type Antwoord = { aanwezig: boolean; afwezigReden: string | null }

/** `/verblijven/vannacht`: everyone is present until you say otherwise; one button saves the whole list. */
export function VannachtPage() {
  const { get } = useSearchParams()
  const mag = useMag()
  const toast = useToast()
  const keuzes = usePlekkeuzes()
  const query = {
    ...(get('nacht') && { nacht: get('nacht') }),
    ...(get('locatieId') && { locatieId: get('locatieId') }),
  }
  const answer = useEndpoint(listVannacht, { query })
  const data = answer.data
  const [changed, setChanged] = useState<Record<string, Antwoord>>({})
  // Another night or locatie is another list: answers of the one before do not go along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what changes the list
  useEffect(() => setChanged({}), [get('nacht'), get('locatieId')])
  const save = useCommand(postNachten, {
    onDone: (done) => {
      setChanged({})
      toast.show(
        `De nacht is opgeslagen voor ${done.vastgelegd} ${done.vastgelegd === 1 ? 'persoon' : 'mensen'}.`,
      )
    },
  })
  const rows = data?.rijen ?? []
  const answerOf = (row: (typeof rows)[number]): Antwoord =>
    changed[`${row.verblijfId} ${row.persoonId}`] ?? {
      aanwezig: row.aanwezig ?? true,
      afwezigReden: row.afwezigReden,
    }
  const absent = rows.filter((row) => !answerOf(row).aanwezig).length
  const pending = rows.some((row) => row.aanwezig === null) || Object.keys(changed).length > 0
  return (
    <Page
      title="Wie is er vannacht?"
      lead={
        data && (
          <>
            Nacht die begint op <DateText date={data.nacht} long />. Iedereen staat op aanwezig. Zet wie er
            niet is op afwezig en kies onderaan Nacht opslaan.
          </>
        )
      }
    >
      <search className="od-filters" aria-label="Nacht en locatie">
        {(data?.locaties.length ?? 0) > 1 && (
          <FilterSelect
            name="locatieId"
            label="Locatie"
            options={data!.locaties.map((one) => ({ value: one.id, label: `${one.naam} (${one.mensen})` }))}
          />
        )}
        <FilterDate name="nacht" label="Nacht van" />
      </search>
      {answer.error && <ProblemAlert problem={answer.error} />}
      {data && rows.length === 0 && (
        <EmptyState
          title="Niemand op deze lijst"
          text="Op uw locaties verblijft die nacht niemand bij een product met nachtregistratie. Leg eerst de aankomst vast."
        />
      )}
      <ul className="od-nachtlijst" aria-label="Bewoners">
        {rows.map((row) => (
          <NachtRegel
            key={`${row.verblijfId} ${row.persoonId}`}
            row={row}
            antwoord={answerOf(row)}
            redenen={keuzes.lijst('afwezig_reden')}
            readOnly={!mag('verblijf.vastleggen')}
            onChange={(one) =>
              setChanged((before) => ({ ...before, [`${row.verblijfId} ${row.persoonId}`]: one }))
            }
          />
        ))}
      </ul>
      {save.problem && <ProblemAlert problem={save.problem} focus />}
      {rows.length > 0 && mag('verblijf.vastleggen') && (
        <div className="od-plakbalk">
          <p role="status">
            {rows.length - absent} aanwezig, {absent} afwezig.{' '}
            {pending ? 'Nog niet opgeslagen.' : 'Alles is opgeslagen.'}
          </p>
          <Button
            type="button"
            className="od-knop--groot"
            onClick={() =>
              void save
                .run({
                  body: {
                    nacht: data!.nacht,
                    rijen: rows.map((row) => ({
                      verblijfId: row.verblijfId,
                      persoonId: row.persoonId,
                      ...answerOf(row),
                    })),
                  },
                })
                .catch(() => {})
            }
          >
            {save.busy
              ? 'Bezig…'
              : `Nacht opslaan voor ${rows.length} ${rows.length === 1 ? 'persoon' : 'mensen'}`}
          </Button>
          <LeaveGuard
            hasUnsaved={() => Object.keys(changed).length > 0}
            text="U heeft mensen op afwezig of aanwezig gezet en de nacht nog niet opgeslagen. Dat gaat verloren."
          />
        </div>
      )}
    </Page>
  )
}

interface NachtRegelProps {
  row: {
    verblijfId: string
    naam: string
    plek: string
    locatie: string
    vastgelegdOp: string | null
    nachtenWeg: number
  }
  antwoord: Antwoord
  redenen: { value: string; label: string }[]
  readOnly: boolean
  onChange: (one: Antwoord) => void
}

function NachtRegel({ row, antwoord, redenen, readOnly, onChange }: NachtRegelProps) {
  const id = useId()
  return (
    <li>
      <div>
        <strong>
          <Link to={`/verblijven/${row.verblijfId}` as never}>{row.naam}</Link>
        </strong>{' '}
        <StatusBadge
          label={antwoord.aanwezig ? 'Aanwezig' : 'Afwezig'}
          tone={antwoord.aanwezig ? 'goed' : 'let_op'}
        />
        <p className="od-hint">
          {row.plek}, {row.locatie}
          {row.nachtenWeg > 0 && ` · ${row.nachtenWeg} van de vorige 7 nachten afwezig`}
          {row.vastgelegdOp && (
            <>
              {' '}
              · vastgelegd op <MomentText at={row.vastgelegdOp} />
            </>
          )}
        </p>
      </div>
      {!readOnly && (
        <Button
          type="button"
          variant="secondary"
          aria-label={`${row.naam}: ${antwoord.aanwezig ? 'is er niet' : 'is er wel'}`}
          onClick={() => onChange({ aanwezig: !antwoord.aanwezig, afwezigReden: null })}
        >
          {antwoord.aanwezig ? 'Is er niet' : 'Is er wel'}
        </Button>
      )}
      {!readOnly && !antwoord.aanwezig && (
        <div className="od-filter">
          <Label htmlFor={id}>Waarom niet?</Label>
          <Select
            id={id}
            value={antwoord.afwezigReden ?? ''}
            onChange={(event) => onChange({ aanwezig: false, afwezigReden: event.target.value || null })}
          >
            <Select.Option value="">Onbekend</Select.Option>
            {redenen.map((one) => (
              <Select.Option key={one.value} value={one.value}>
                {one.label}
              </Select.Option>
            ))}
          </Select>
        </div>
      )}
    </li>
  )
}
