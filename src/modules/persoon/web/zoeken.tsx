import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Zoekresultaat, Zoekvraag, zoekPersonen } from '../domain/contract.ts'
import { ElderBekend } from './elders.tsx'

export type Vraag = z.output<typeof Zoekvraag>

export interface Gezocht {
  readonly vraag: Vraag
  readonly results: readonly Zoekresultaat[]
}

/** Search before create. The question stays out of the address: it holds names. */
export function ZoekForm({ onFound }: { onFound: (found: Gezocht) => void }) {
  const mag = useMag()
  return (
    <Form
      schema={Zoekvraag}
      defaultValues={{ naam: null, geboortedatum: null, bsn: null }}
      warnOnLeave={false}
      submitLabel="Zoeken"
      busyLabel="Bezig met zoeken…"
      onSubmit={async (vraag) => {
        const { results } = await call(zoekPersonen, { body: vraag })
        onFound({ vraag, results })
      }}
    >
      <TextField
        name="naam"
        label="Naam"
        hint="Voornaam, achternaam of allebei; een kleine spelfout is niet erg"
        size={40}
        empty={null}
        optional
      />
      <DateField name="geboortedatum" label="Geboortedatum" empty={null} optional />
      {mag('bsn.lezen') && (
        <TextField
          name="bsn"
          label="Burgerservicenummer"
          size={12}
          inputMode="numeric"
          empty={null}
          optional
        />
      )}
    </Form>
  )
}

/** What was found: own files to open, and files elsewhere of which only the existence is told. */
export function ZoekUitslag({ gezocht }: { gezocht: Gezocht }) {
  const [own, elders] = [
    gezocht.results.filter((result) => result.persoon !== null),
    gezocht.results.filter((result) => result.bekendElders),
  ]
  return (
    <div className="od-stapel" role="status">
      {elders.length > 0 && (
        <ElderBekend vraag={gezocht.vraag} reden={elders[0]!.reden} aantal={elders.length} />
      )}
      {own.length === 0 && elders.length === 0 && (
        <EmptyState
          title="Geen cliënt gevonden"
          text="Controleer de spelling of zoek alleen op geboortedatum. Geheime dossiers staan hier nooit bij."
        />
      )}
      {own.length > 0 && (
        <>
          <p>
            {formatCount(own.length, 'cliënt', 'cliënten')} van uw organisatie gevonden
            {own.length >= 25 && '. Er kunnen er meer zijn: vul meer in om preciezer te zoeken'}.
          </p>
          <ul className="od-kaarten">
            {own.map(({ persoon, reden }) => (
              <li key={persoon!.id}>
                <p>
                  <Link to={`/clienten/${persoon!.id}` as never}>{persoon!.naam}</Link>{' '}
                  {persoon!.isGeheim && <StatusBadge label="Geheim dossier" tone="let_op" />}
                </p>
                <p className="od-hint">
                  Geboren: <DateText date={persoon!.geboortedatum} empty="onbekend" />
                  {persoon!.woonplaats && `, ${persoon!.woonplaats}`}. Gevonden door: {reden.toLowerCase()}.
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** For a screen without any results yet. */
export function ZoekUitleg() {
  return (
    <Alert heading="Zoek eerst, ook als u denkt dat het dossier nieuw is">
      <p>Zo krijgt niemand twee dossiers, en weet u of een andere organisatie de cliënt al helpt.</p>
    </Alert>
  )
}
