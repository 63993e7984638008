import { ActionGroup, Button } from '@amsterdam/design-system-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { telwijzen } from '../../wachtlijst/domain/rules.ts'
import { type InleesbestandMetFouten, type Reeks, reeksen } from '../domain/contract.ts'
import type { Fout } from '../domain/fout.ts'
import { paden, terugVan, tones } from './inlezen-page.tsx'

export function VerslagPage() {
  return <Verslag reeks="keten" />
}

export function ProgrammaVerslagPage() {
  return <Verslag reeks="programma" />
}

export function PartnersVerslagPage() {
  return <Verslag reeks="partners" />
}

function Verslag({ reeks }: { reeks: Reeks }) {
  const { id } = useParams({ strict: false }) as { id: string }
  const terug = terugVan(reeks)
  const answer = useEndpoint(reeksen[reeks].get, { params: { id } })
  const file = answer.data
  if (!file)
    return (
      <Page title="Verslag van de controle" breadcrumbs={terug} narrow>
        {answer.error ? <ProblemAlert problem={answer.error} /> : <p role="status">Bezig met laden…</p>}
      </Page>
    )
  return (
    <Page
      title={file.bestandsnaam}
      breadcrumbs={terug}
      status={<StatusBadge label={file.statusNaam} tone={tones[file.status]} />}
      lead={
        <>
          {file.soortNaam}, {file.rijen} {file.rijen === 1 ? 'rij' : 'rijen'}. Bron: {file.bron}, stand van{' '}
          <DateText date={file.peildatum} />.{file.telwijze && ` ${telwijzen[file.telwijze]}.`}
        </>
      }
    >
      <Uitslag file={file} reeks={reeks} />
      {file.overgeslagen.length > 0 && (
        <Alert tone="let_op" heading="Deze kolommen worden niet ingelezen">
          <p>{file.overgeslagen.join(', ')}</p>
          <p>Geef een kolom een naam uit het voorbeeldbestand als zij wel mee moet.</p>
        </Alert>
      )}
      {file.fouten.length > 0 && <Fouten fouten={file.fouten} />}
    </Page>
  )
}

function Uitslag({ file, reeks }: { file: InleesbestandMetFouten; reeks: Reeks }) {
  const [asking, setAsking] = useState(false)
  const load = useCommand(reeksen[reeks].load)
  if (file.status === 'ingelezen')
    return (
      <Alert tone="goed" heading="Dit bestand is ingelezen" focus={load.busy}>
        <p>
          {file.samenvatting}
          {file.ingelezenOp && (
            <>
              , op <MomentText at={file.ingelezenOp} />
            </>
          )}
          .
        </p>
      </Alert>
    )
  if (file.status === 'afgekeurd')
    return (
      <Alert
        tone="fout"
        heading={
          file.aantalFouten === 1
            ? 'Er is 1 fout. Er is niets ingelezen.'
            : `Er zijn ${file.aantalFouten} fouten. Er is niets ingelezen.`
        }
      >
        <p>Verbeter de rijen hieronder in uw bestand en bied het opnieuw aan.</p>
        <ActionGroup>
          <ButtonLink to={paden[reeks]} variant="secondary">
            Verbeterd bestand aanbieden
          </ButtonLink>
        </ActionGroup>
      </Alert>
    )
  if (!file.kanInlezen)
    return (
      <Alert tone="let_op" heading="Dit bestand wordt niet langer bewaard">
        <p>Een gecontroleerd bestand blijft zeven dagen staan. Bied het opnieuw aan om het in te lezen.</p>
      </Alert>
    )
  return (
    <>
      <Alert tone="info" heading="Geen fouten gevonden. Er is nog niets ingelezen.">
        <p>Er wordt ingelezen: {file.samenvatting}.</p>
      </Alert>
      {load.problem && <ProblemAlert problem={load.problem} focus />}
      {load.busy ? (
        <Progress label="Het bestand wordt ingelezen" detail="Alles of niets; sluit deze pagina gerust." />
      ) : (
        <ActionGroup>
          <Button type="button" onClick={() => setAsking(true)}>
            Inlezen
          </Button>
        </ActionGroup>
      )}
      <ConfirmDialog
        open={asking}
        heading="Dit bestand inlezen?"
        confirmLabel="Inlezen"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          load.run({ params: { id: file.id } }).catch(() => undefined)
        }}
      >
        <p>Er wordt ingelezen: {file.samenvatting}.</p>
        <p>Dit kunt u niet in één keer ongedaan maken. Hetzelfde bestand kan daarna niet nog eens.</p>
      </ConfirmDialog>
    </>
  )
}

/** One narrow column, so that the message fits beside it on a phone. */
function plaats({ rij, kolom }: Fout) {
  if (rij === 0) return kolom === '' ? 'Hele bestand' : `Kopregel: ${kolom}`
  return kolom === '' ? `Rij ${rij}` : `Rij ${rij}, ${kolom}`
}

function Fouten({ fouten }: { fouten: readonly Fout[] }) {
  return (
    <Section title="Wat er niet klopt">
      <section
        className="ams-table od-tabelvak"
        aria-label="Fouten per rij en kolom"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <table className="ams-table__table od-tabel">
          <caption className="ams-visually-hidden">Fouten per rij en kolom</caption>
          <thead>
            <tr>
              <th scope="col" className="ams-table__header-cell">
                Waar
              </th>
              <th scope="col" className="ams-table__header-cell">
                Wat er mis is
              </th>
            </tr>
          </thead>
          <tbody>
            {fouten.map((fout) => (
              <tr key={`${fout.rij} ${fout.kolom} ${fout.melding}`}>
                <td className="ams-table__cell">{plaats(fout)}</td>
                <td className="ams-table__cell">
                  {fout.melding}
                  {fout.waarde !== undefined && <> Er staat: “{fout.waarde}”.</>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
