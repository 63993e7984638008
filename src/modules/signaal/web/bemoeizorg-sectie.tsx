import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { type Bemoeizorg, getPersoonSignalen } from '../domain/bemoeizorg-contract.ts'
import { eindredenen, grondenZonderToestemming } from '../domain/keuzes.ts'
import { bemoeizorgActies } from '../domain/toestanden.ts'
import { BeginForm, PlanForm, StopForm, WeegForm } from './bemoeizorg-forms.tsx'
import { SignaalStand } from './velden.tsx'

export type PersoonSignalen = z.output<typeof getPersoonSignalen.response>

/** In the dossier: what was signalled, who went by, and the plan without consent with its weighing. */
export function BemoeizorgSectie({ persoonId }: { persoonId: string }) {
  const { data, error } = useEndpoint(getPersoonSignalen, { params: { id: persoonId } })
  const mag = useMag()
  const [isOpen, setOpen] = useState(false)
  if (!data) return error ? <ProblemAlert problem={error} /> : null
  const loopt = data.bemoeizorg.some((one) => one.geeindigdOp === null)
  return (
    <>
      {data.signalen.length + data.contacten.length + data.bemoeizorg.length === 0 && (
        <p>Er zijn geen signalen, geen contacten op straat en geen bemoeizorg.</p>
      )}
      <ul className="od-werklijst">
        {data.signalen.map((one) => (
          <li key={one.id}>
            <span className="od-werklijst__wie">
              <Link to={`/signalen/${one.id}` as never}>Signaal {one.kenmerk}</Link>
              <span className="od-hint">{one.categorie}</span>
            </span>
            <span className="od-werklijst__wanneer">
              <DateText date={one.gemeldOp} /> <SignaalStand status={one.status} />
            </span>
          </li>
        ))}
        {data.contacten.map((one) => (
          <li key={one.id}>
            <span className="od-werklijst__wie">
              <Link to={`/outreach/${one.id}` as never}>Contact op straat: {one.plek}</Link>
              <span className="od-hint">{one.uitkomst}</span>
            </span>
            <span className="od-werklijst__wanneer">
              <MomentText at={one.contactOp} />
            </span>
          </li>
        ))}
      </ul>
      {data.bemoeizorg.map((one) => (
        <Plan key={one.id} one={one} data={data} />
      ))}
      {isOpen && !loopt && <BeginForm persoonId={persoonId} data={data} onDone={() => setOpen(false)} />}
      {!isOpen && !loopt && mag('bemoeizorg.wijzigen') && (
        <div className="od-knoppen">
          <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
            Bemoeizorg beginnen
          </Button>
        </div>
      )}
    </>
  )
}

type Open = 'bijwerken' | 'wegen' | 'stoppen'

function Plan({ one, data }: { one: Bemoeizorg; data: PersoonSignalen }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const [nu, ...eerder] = one.wegingen
  return (
    <div className="od-stapel">
      <h3 className="od-tussenkop">
        Bemoeizorg sinds <DateText date={one.begonnenOp} />{' '}
        {one.geeindigdOp && <StatusBadge label="Gestopt" />}
      </h3>
      <p>
        {one.zorgen}
        <span className="od-hint">
          {one.trekker}, {one.organisatie}
        </span>
      </p>
      <p className="od-tekst">
        <strong>Plan:</strong> {one.plan}
      </p>
      {nu && <Weging weging={nu} isTeLaat={one.isTeLaat} isNu={one.geeindigdOp === null} />}
      {eerder.length > 0 && (
        <details className="od-meer">
          <summary>Eerder gewogen ({eerder.length})</summary>
          {eerder.map((weging) => (
            <Weging key={weging.id} weging={weging} />
          ))}
        </details>
      )}
      {one.geeindigdOp && (
        <p>
          Gestopt op <DateText date={one.geeindigdOp} />:{' '}
          {one.eindreden && one.eindreden in eindredenen
            ? eindredenen[one.eindreden as keyof typeof eindredenen].toLowerCase()
            : 'dossiers samengevoegd'}
          . {one.eindToelichting}
        </p>
      )}
      {one.kan && open === undefined && (
        <div className="od-knoppen">
          {(['wegen', 'bijwerken', 'stoppen'] as const).map((actie) => (
            <Button key={actie} type="button" variant="secondary" onClick={() => setOpen(actie)}>
              {bemoeizorgActies[actie]}
            </Button>
          ))}
        </div>
      )}
      {open === 'bijwerken' && <PlanForm one={one} onDone={close} />}
      {open === 'wegen' && <WeegForm one={one} data={data} onDone={close} />}
      {open === 'stoppen' && <StopForm one={one} onDone={close} />}
    </div>
  )
}

function Weging(props: { weging: Bemoeizorg['wegingen'][number]; isTeLaat?: boolean; isNu?: boolean }) {
  const { weging } = props
  return (
    <p>
      <strong>Mag zonder toestemming omdat:</strong>{' '}
      {grondenZonderToestemming[weging.grond].naam.toLowerCase()} ({weging.artikel}). {weging.noodzaak}{' '}
      <strong>Niet met minder:</strong> {weging.nietMetMinder} <strong>De persoon hoort het:</strong>{' '}
      {weging.informeren}
      <span className="od-hint">
        Gewogen op <DateText date={weging.gewogenOp} />
        {weging.door && ` door ${weging.door}`}.{' '}
        {props.isNu && (
          <>
            Opnieuw wegen voor <DateText date={weging.heroverwegenVoor} />.
          </>
        )}{' '}
        {props.isTeLaat && <StatusBadge label="Te laat" tone="fout" />}
      </span>
    </p>
  )
}
