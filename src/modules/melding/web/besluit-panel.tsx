import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { type Besluit, getBesluit } from '../domain/besluit-contract.ts'
import type { MeldingDetail } from '../domain/contract.ts'
import { isOpen } from '../domain/status.ts'
import { BesluitForm } from './besluit-form.tsx'

export function BesluitPanel({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const sessie = useSessie()
  const [typed, setTyped] = useState(false)
  const answer = useEndpoint(getBesluit, { params: { id: melding.id } })
  if (answer.error) return <ProblemAlert problem={answer.error} />
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const besluit = answer.data.besluit
  const kan =
    isOpen(melding.status) && mag('melding.besluiten') && melding.organisatieId === sessie.organisatie.id
  return (
    <>
      {besluit && typed && (
        <Alert heading="Een collega heeft intussen besloten" tone="let_op" headingLevel={3}>
          <p>Dit is het besluit. Wat u zelf schreef, staat er nog onder, om te kopiëren.</p>
        </Alert>
      )}
      {besluit && <Genomen besluit={besluit} />}
      {!besluit && !kan && (
        <p>
          {isOpen(melding.status)
            ? 'Er is nog geen besluit. Het loket dat de melding behandelt neemt dit.'
            : 'Deze melding is gesloten zonder besluit.'}
        </p>
      )}
      {(typed || (kan && !besluit)) && <BesluitForm melding={melding} onChanged={setTyped} />}
    </>
  )
}

function Genomen({ besluit }: { besluit: Besluit }) {
  return (
    <TermList>
      <Term label="Uitkomst">{besluit.uitkomstNaam}</Term>
      <Term label="Besloten op">
        <DateText date={besluit.beslotenOp} long />
      </Term>
      <Term label="Besloten door">
        {[besluit.beslotenDoor, besluit.organisatie].filter(Boolean).join(', ')}
      </Term>
      {besluit.namensGemeente && (
        <Term label="Namens">{`gemeente ${besluit.namensGemeente} (${besluit.mandaat})`}</Term>
      )}
      {besluit.product && <Term label="Product">{besluit.product}</Term>}
      {besluit.criteria && <Term label="Criteria">{besluit.criteria}</Term>}
      {besluit.antwoorden.map((antwoord) => (
        <Term key={antwoord.tekst} label={antwoord.tekst}>
          {[antwoord.antwoord, antwoord.toelichting].filter(Boolean).join(': ')}
        </Term>
      ))}
      {besluit.reden && (
        <Term label={besluit.zijde === 'persoon' ? 'De persoon weigerde' : 'Reden van de toegang'}>
          {besluit.reden}
        </Term>
      )}
      {besluit.aangebodenAlternatief && <Term label="Aangeboden">{besluit.aangebodenAlternatief}</Term>}
      {besluit.doorverwezenNaar && <Term label="Doorverwezen naar">{besluit.doorverwezenNaar}</Term>}
      {besluit.warmeOverdrachtOp && (
        <Term label="Overdracht aangenomen">
          <DateText date={besluit.warmeOverdrachtOp} />, {besluit.warmeOverdrachtMet}
        </Term>
      )}
      {besluit.overbrugging && <Term label="Verblijft tot dan">{besluit.overbrugging}</Term>}
      {besluit.naarMaatwerkoverleg && <Term label="Maatwerkoverleg">Ja</Term>}
      <Term label="Motivering">{besluit.motivering}</Term>
    </TermList>
  )
}
