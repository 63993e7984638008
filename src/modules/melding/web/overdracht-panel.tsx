import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatMoment } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { MeldingDetail } from '../domain/contract.ts'
import {
  acceptOverdracht,
  inviteOrganisatie,
  listBetrokkenen,
  listOverdrachten,
  type Overdracht,
  offerOverdracht,
  refuseOverdracht,
} from '../domain/samenwerking-contract.ts'
import { isOpen } from '../domain/status.ts'
import { conflictWords } from './conflict.ts'
import { keuzesOf, useOpties } from './opties.ts'

const standen = {
  aangeboden: 'Wacht op antwoord',
  geaccepteerd: 'Aangenomen',
  geweigerd: 'Geweigerd',
} as const

/** Handing over without typing anything again, and letting others look along. */
export function OverdrachtPanel({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const sessie = useSessie()
  const overdrachten = useEndpoint(listOverdrachten, { query: { meldingId: melding.id } }).data?.results ?? []
  const loopt = overdrachten.some((one) => one.status === 'aangeboden')
  const vanOns = melding.organisatieId === sessie.organisatie.id
  const [isOffering, setOffering] = useState(false)
  const [isInviting, setInviting] = useState(false)
  const open = isOpen(melding.status)
  const magAanbieden = open && vanOns && !loopt && mag('melding.overdragen')
  return (
    <>
      <Section title="Overdragen aan een ander loket">
        {overdrachten.length > 0 && (
          <ul className="od-stapel">
            {overdrachten.map((one) => (
              <li key={one.id}>
                <OverdrachtRegel overdracht={one} />
              </li>
            ))}
          </ul>
        )}
        {magAanbieden || isOffering ? (
          <AanbiedForm
            melding={melding}
            onChanged={setOffering}
            closed={magAanbieden ? undefined : 'Deze melding is al aangeboden, of er is over besloten.'}
          />
        ) : (
          overdrachten.length === 0 && <p>Alleen het loket dat de melding behandelt kan haar overdragen.</p>
        )}
      </Section>
      {melding.persoonId && (
        <Section title="Wie kijkt mee">
          <Betrokkenen meldingId={melding.id} />
          {((open && mag('melding.behandelen')) || isInviting) && (
            <UitnodigForm
              melding={melding}
              onChanged={setInviting}
              closed={open ? undefined : 'Over deze melding is intussen besloten.'}
            />
          )}
        </Section>
      )}
    </>
  )
}

function OverdrachtRegel({ overdracht }: { overdracht: Overdracht }) {
  const toast = useToast()
  const [refuse, setRefuse] = useState(false)
  const accept = useCommand(acceptOverdracht, { onDone: () => toast.show('De melding is nu van uw loket.') })
  const decline = useCommand(refuseOverdracht, { onDone: () => toast.show('De overdracht is geweigerd.') })
  return (
    <div className="od-kaart od-stapel">
      <p>
        Van {overdracht.van} naar {overdracht.naar}{' '}
        <StatusBadge
          label={standen[overdracht.status]}
          tone={
            { aangeboden: 'wacht', geaccepteerd: 'goed', geweigerd: 'let_op' }[overdracht.status] as 'wacht'
          }
        />
      </p>
      <p>{overdracht.reden}</p>
      <p className="od-hint">
        Aangeboden op {formatMoment(overdracht.aangebodenOp)}
        {overdracht.beantwoordOp && `, beantwoord op ${formatMoment(overdracht.beantwoordOp)}`}
        {overdracht.antwoordToelichting && `: ${overdracht.antwoordToelichting}`}
      </p>
      {accept.problem && <ProblemAlert problem={accept.problem} focus />}
      {overdracht.magAntwoorden && !refuse && (
        <div className="od-knoppen">
          <Button
            type="button"
            disabled={accept.busy}
            onClick={() =>
              void accept.run({ params: { id: overdracht.id }, body: {} }).catch(() => undefined)
            }
          >
            Melding aannemen
          </Button>
          <Button type="button" variant="secondary" onClick={() => setRefuse(true)}>
            Niet aannemen
          </Button>
        </div>
      )}
      {refuse && (
        <Form
          schema={refuseOverdracht.body}
          defaultValues={{ toelichting: '' }}
          draftKey={`overdracht-${overdracht.id}-weigeren`}
          submitLabel="Weigering versturen"
          onSubmit={(body) => decline.run({ params: { id: overdracht.id }, body })}
          actions={
            <Button type="button" variant="tertiary" onClick={() => setRefuse(false)}>
              Annuleren
            </Button>
          }
        >
          <TextAreaField name="toelichting" label="Waarom neemt u niet aan?" rows={2} max={1000} />
        </Form>
      )}
    </div>
  )
}

interface InvulProps {
  melding: MeldingDetail
  onChanged: (isChanged: boolean) => void
  closed: string | undefined
}

function AanbiedForm({ melding, onChanged, closed }: InvulProps) {
  const toast = useToast()
  const opties = useOpties()
  const offer = useCommand(offerOverdracht, { onDone: () => toast.show('De melding is aangeboden.') })
  const loketten = (opties?.organisaties ?? []).filter(
    (one) => one.isToegang && one.waarde !== melding.organisatieId,
  )
  return (
    <>
      <p>
        Het andere loket ziet alles wat al is ingevuld, ook van het gezin. De melding blijft bij u tot zij is
        aangenomen.{' '}
        {melding.voCode
          ? 'Met een code van Veilig Thuis ziet u dit gezin daarna niet meer.'
          : 'Daarna leest u mee tot zij sluit.'}
      </p>
      <Form
        schema={offerOverdracht.body}
        defaultValues={{ versie: melding.versie, reden: '' }}
        warnOnLeave={false}
        conflictWords={conflictWords}
        onChanged={onChanged}
        closed={closed}
        draftKey={`melding-${melding.id}-aanbod`}
        submitLabel="Melding aanbieden"
        onSubmit={(body) => offer.run({ params: { id: melding.id }, body })}
      >
        <SelectField name="naarOrganisatieId" label="Aan welk loket?" options={keuzesOf(loketten)} />
        <TextAreaField name="reden" label="Waarom draagt u over?" rows={2} max={1000} />
      </Form>
    </>
  )
}

function Betrokkenen({ meldingId }: { meldingId: string }) {
  const { data } = useEndpoint(listBetrokkenen, { params: { id: meldingId } })
  if (!data) return null
  return (
    <ul>
      {data.results.map((one) => (
        <li key={`${one.organisatie}-${one.doel}-${one.van}`}>
          {one.organisatie}: {one.doel}, vanaf <DateText date={one.van} />
          {one.tot && (
            <>
              {' '}
              tot <DateText date={one.tot} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function UitnodigForm({ melding, onChanged, closed }: InvulProps) {
  const toast = useToast()
  const opties = useOpties()
  const invite = useCommand(inviteOrganisatie, { onDone: () => toast.show('De organisatie kan meekijken.') })
  const anderen = (opties?.organisaties ?? []).filter((one) => one.waarde !== melding.organisatieId)
  return (
    <Form
      schema={inviteOrganisatie.body}
      defaultValues={{ doel: '' }}
      startsAgain
      warnOnLeave={false}
      onChanged={onChanged}
      closed={closed}
      draftKey={`melding-${melding.id}-meekijken`}
      submitLabel="Laten meekijken"
      onSubmit={(body) => invite.run({ params: { id: melding.id }, body })}
    >
      <SelectField
        name="organisatieId"
        label="Wie vraagt u mee te kijken?"
        hint="Tot de melding sluit. Vraag eerst of de cliënt dit goed vindt."
        options={keuzesOf(anderen)}
      />
      <TextField name="doel" label="Waarvoor?" hint="Bijvoorbeeld: advies over ggz." />
    </Form>
  )
}
