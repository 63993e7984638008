import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { FileButtons } from '../../../ui/file-buttons.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { niveaus } from '../domain/indicator.ts'
import {
  getRapport,
  getRapportdocument,
  type Rapportbestand,
  rapportsoorten,
} from '../domain/rapport-contract.ts'

const bestanden: Readonly<Record<Rapportbestand, string>> = {
  pdf: 'PDF om te lezen',
  odt: 'ODT om in verder te werken',
  docx: 'DOCX om in Word verder te werken',
  json: 'Cijfers als JSON, om te controleren',
}

/** `/rapporten/$id`: how far it is, what is in it, and the files. */
export function RapportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [klaar, setKlaar] = useState(false)
  const { data, error } = useEndpoint(
    getRapport,
    { params: { id } },
    { refetchInterval: klaar ? false : 2000 },
  )
  if (data?.isKlaar && !klaar) setKlaar(true)
  return (
    <Page
      title={data ? `${rapportsoorten[data.soort]} ${data.periodeNaam}` : 'Rapport'}
      breadcrumbs={[{ label: 'Rapporten', to: '/rapporten' }]}
    >
      {error && <ProblemAlert problem={error} />}
      {data && !data.isKlaar && (
        <Progress
          label="Het rapport wordt geteld"
          value={data.geteld / data.totaal}
          detail={`${data.geteld} van ${data.totaal} cijfers. U kunt deze pagina verlaten.`}
        />
      )}
      {data?.isKlaar && (
        <FileButtons
          soorten={bestanden}
          fetch={(soort) => call(getRapportdocument, { params: { id }, query: { soort } })}
        />
      )}
      {data && (
        <Section title="Wat staat erin?">
          <TermList>
            <Term label="Voor wie">{niveaus[data.niveau]}</Term>
            <Term label="Cijfers">
              {data.totaal},{' '}
              {data.bekendOp
                ? `zoals bekend aan het eind van ${formatLong(data.bekendOp)}`
                : 'zoals bekend toen het werd gemaakt'}
            </Term>
            {data.isKlaar && <Term label="Uitleg">{data.uitleg}</Term>}
            {data.isKlaar && (
              <Term label="Verhalen">
                {data.verhalen}
                {data.weg > 0 && `; ${data.weg} weggehaald omdat de toestemming is ingetrokken of voorbij is`}
              </Term>
            )}
            <Term label="Gemaakt">
              <DateText date={data.gemaaktOp} long />, {data.gemaaktDoor}
            </Term>
            <Term label="Controlegetal" empty="Komt als het rapport klaar is">
              {data.controlegetal && <code className="od-controlegetal">{data.controlegetal}</code>}
            </Term>
          </TermList>
          <p className="od-hint">
            Het controlegetal (SHA-256) hoort bij de cijfers als JSON. Klopt het, dan is er sinds het maken
            niets aan de cijfers veranderd.
          </p>
        </Section>
      )}
    </Page>
  )
}
