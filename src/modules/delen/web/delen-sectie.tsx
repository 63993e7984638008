import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Deling,
  haalDelen,
  stopDeling,
  type Toestemming,
  trekToestemmingIn,
} from '../domain/contract.ts'
import { eindredenen, gegevenssets, gevers, gronden, vormen } from '../domain/keuzes.ts'
import { DeelForm } from './deel-form.tsx'
import { ToestemmingForm } from './toestemming-form.tsx'

/** On the dossier: who got what, why and until when, and the consents, with giving and withdrawing side by side. */
export function DelenSectie({ persoonId }: { readonly persoonId: string }) {
  const mag = useMag()
  const [open, setOpen] = useState<'delen' | 'toestemming' | undefined>()
  const { data, error } = useEndpoint(haalDelen, { params: { id: persoonId } })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  const close = () => setOpen(undefined)
  return (
    <>
      <h3 className="od-tussenkop">Wie kreeg wat</h3>
      {data.delingen.length === 0 && <p>Er zijn nog geen gegevens gedeeld met anderen.</p>}
      <ul className="od-werklijst">
        {data.delingen.map((deling) => (
          <DelingRegel key={deling.id} deling={deling} />
        ))}
      </ul>
      <h3 className="od-tussenkop">Toestemmingen</h3>
      {data.toestemmingen.length === 0 && <p>De cliënt heeft nog geen toestemming gegeven.</p>}
      <ul className="od-werklijst">
        {data.toestemmingen.map((toestemming) => (
          <ToestemmingRegel key={toestemming.id} toestemming={toestemming} />
        ))}
      </ul>
      {open === 'delen' && <DeelForm persoonId={persoonId} data={data} onDone={close} />}
      {open === 'toestemming' && <ToestemmingForm persoonId={persoonId} data={data} onDone={close} />}
      {open === undefined && mag('delen.vastleggen') && (
        <div className="od-knoppen">
          <Button type="button" variant="secondary" onClick={() => setOpen('delen')}>
            Gegevens delen
          </Button>
          <Button type="button" variant="secondary" onClick={() => setOpen('toestemming')}>
            Toestemming vastleggen
          </Button>
        </div>
      )}
    </>
  )
}

const standen = {
  loopt: { label: 'Loopt', tone: 'info' },
  verlopen: { label: 'Verlopen', tone: 'neutraal' },
  beeindigd: { label: 'Gestopt', tone: 'neutraal' },
} as const

export function DelingStand({ stand }: { stand: Deling['stand'] }) {
  return <StatusBadge {...standen[stand]} />
}

function DelingRegel({ deling }: { deling: Deling }) {
  const toast = useToast()
  const mag = useMag()
  const stop = useCommand(stopDeling, { onDone: () => toast.show('Het delen is gestopt.') })
  const set = gegevenssets[deling.gegevensset]
  return (
    <li>
      <span className="od-werklijst__wie">
        {set.naam} aan {deling.ontvanger}
        <span className="od-hint">
          {deling.doel}. Gegevens: {set.gegevens.join(', ')}.
        </span>
        <span className="od-hint">
          Mag omdat: {gronden[deling.grond].toLowerCase()} ({deling.artikel}).
          {deling.weging && ` ${deling.weging}`}
        </span>
        <span className="od-hint">
          Gedeeld op <DateText date={deling.gedeeldOp} /> door {deling.organisatie}.
          {deling.eindreden && ` Gestopt: ${eindredenen[deling.eindreden].toLowerCase()}.`}
        </span>
        {stop.problem && <ProblemAlert problem={stop.problem} focus />}
      </span>
      <span className="od-werklijst__wanneer">
        {deling.stand === 'loopt' && (
          <>
            tot <DateText date={deling.vervaltOp} />
          </>
        )}
        <DelingStand stand={deling.stand} />
        {deling.kanStoppen && mag('delen.vastleggen') && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={`Stop met delen: ${set.naam} aan ${deling.ontvanger}`}
            disabled={stop.busy}
            onClick={() => void stop.run({ params: { id: deling.id }, body: {} }).catch(() => undefined)}
          >
            Stop met delen
          </Button>
        )}
      </span>
    </li>
  )
}

function ToestemmingRegel({ toestemming }: { toestemming: Toestemming }) {
  const toast = useToast()
  const mag = useMag()
  const [asking, setAsking] = useState(false)
  const withdraw = useCommand(trekToestemmingIn, {
    onDone: () => {
      setAsking(false)
      toast.show('De toestemming is ingetrokken. Wat daarop werd gedeeld, is gestopt.')
    },
  })
  const set = gegevenssets[toestemming.gegevensset].naam
  return (
    <li>
      <span className="od-werklijst__wie">
        {set} aan {toestemming.ontvanger}
        <span className="od-hint">{toestemming.doel}</span>
        <span className="od-hint">
          Gegeven op <DateText date={toestemming.gegevenOp} /> door{' '}
          {gevers[toestemming.gegevenDoor].toLowerCase()}
          {toestemming.vertegenwoordigerNaam && ` (${toestemming.vertegenwoordigerNaam})`},{' '}
          {vormen[toestemming.vorm].toLowerCase()}. Vastgelegd door {toestemming.organisatie}.
        </span>
      </span>
      <span className="od-werklijst__wanneer">
        {toestemming.ingetrokkenOp ? (
          <>
            <StatusBadge label="Ingetrokken" tone="neutraal" /> op{' '}
            <DateText date={toestemming.ingetrokkenOp} />
            {toestemming.intrekkingToelichting && `: ${toestemming.intrekkingToelichting}`}
          </>
        ) : (
          <>
            <StatusBadge label="Geldt" tone="goed" />
            {mag('delen.vastleggen') && (
              <Button
                type="button"
                variant="tertiary"
                aria-label={`Toestemming intrekken: ${set} aan ${toestemming.ontvanger}`}
                onClick={() => setAsking(true)}
              >
                Intrekken
              </Button>
            )}
          </>
        )}
      </span>
      <ConfirmDialog
        open={asking}
        heading="Toestemming intrekken?"
        confirmLabel="Toestemming intrekken"
        busy={withdraw.busy}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          void withdraw.run({ params: { id: toestemming.id }, body: {} }).catch(() => undefined)
        }
      >
        <p>
          De cliënt hoeft geen reden te geven.{' '}
          {toestemming.delingen === 0
            ? 'Er wordt nu niets op gedeeld.'
            : `Wat nu op deze toestemming wordt gedeeld (${toestemming.delingen}), stopt meteen.`}
        </p>
        {withdraw.problem && (
          <Alert tone="fout" heading="Dit is niet gelukt">
            <p>{withdraw.problem.message}</p>
          </Alert>
        )}
      </ConfirmDialog>
    </li>
  )
}
