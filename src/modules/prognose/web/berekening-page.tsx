import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { type Berekening, getBerekening, stopBerekening } from '../domain/scenario-contract.ts'
import { getTerugblik } from '../domain/terugblik-contract.ts'
import { Doeluitkomst } from './doeluitkomst.tsx'
import { Gevoeligheid } from './gevoeligheid.tsx'
import { SchattingenToen } from './schatting-tabel.tsx'
import { OordeelAlert } from './terugblik-page.tsx'
import { Vergelijking } from './vergelijking.tsx'

const titels = {
  vergelijking: 'Met en zonder de maatregelen',
  gevoeligheid: 'Welke aanname telt het meest?',
  doel: 'Hoeveel plekken zijn er nodig?',
} as const

/** `/prognose/berekeningen/$id`: how far it is, and the answer. */
export function BerekeningPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [voorbij, setVoorbij] = useState<string>()
  const { data, error } = useEndpoint(
    getBerekening,
    { params: { id } },
    { refetchInterval: voorbij === id ? false : 400 },
  )
  const terugblik = useEndpoint(getTerugblik, {})
  if (data?.id === id && data.stand !== 'bezig' && voorbij !== id) setVoorbij(id)
  return (
    <Page
      title={data ? titels[data.opdracht.soort] : 'Berekening'}
      breadcrumbs={[
        { label: 'Prognose', to: '/prognose' },
        { label: 'Scenario’s', to: '/prognose/scenarios' },
        ...(data ? [{ label: data.scenario, to: `/prognose/scenarios/${data.scenarioId}` }] : []),
      ]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.stand === 'bezig' && <Bezig berekening={data} />}
      {data?.stand === 'gestopt' && (
        <p>Deze berekening is gestopt. Vraag haar zo nodig opnieuw bij het scenario.</p>
      )}
      {data?.stand === 'mislukt' && (
        <Alert heading="Het doorrekenen is niet gelukt" tone="fout">
          <p>{data.fout}</p>
        </Alert>
      )}
      {data?.uitkomst && terugblik.data?.laatste && <OordeelAlert laatste={terugblik.data.laatste} />}
      {data?.uitkomst && <Antwoord berekening={data} uitkomst={data.uitkomst} />}
      {data && (
        <Section title="Waarmee is gerekend?">
          <TermList>
            <Term label="Keten van">
              <DateText date={data.peildatum} long />, versie{' '}
              <code className="od-controlegetal">{data.controlegetal.slice(0, 12)}</code>
            </Term>
            <Term label="Maatregelen">
              {data.maatregelen.length > 0 ? data.maatregelen.map(({ naam }) => naam).join('; ') : 'Geen'}
            </Term>
            <Term label="Gevraagd">
              <MomentText at={data.gemaaktOp} />, {data.gemaaktDoor}
            </Term>
          </TermList>
          <FormDisclosure label="Elke schatting waarmee is gerekend">
            {() => <SchattingenToen berekening={id} />}
          </FormDisclosure>
        </Section>
      )}
    </Page>
  )
}

function Bezig({ berekening }: { berekening: Berekening }) {
  const mag = useMag()('scenario.maken')
  const stop = useCommand(stopBerekening)
  const { deel, herhalingen, totaal, nogSeconden } = berekening.voortgang
  const nog =
    nogSeconden === null
      ? ''
      : ` Nog ongeveer ${formatNumber(nogSeconden)} ${nogSeconden === 1 ? 'seconde' : 'seconden'}.`
  return (
    <>
      {stop.problem && <ProblemAlert problem={stop.problem} />}
      <Progress
        label="De keten wordt doorgerekend"
        value={deel}
        detail={`${formatNumber(herhalingen)} van ${formatNumber(totaal)} keer.${nog} U kunt deze pagina verlaten.`}
        {...(mag && {
          onCancel: () => void stop.run({ params: { id: berekening.id } }).catch(() => undefined),
        })}
      />
    </>
  )
}

function Antwoord({
  berekening,
  uitkomst,
}: {
  berekening: Berekening
  uitkomst: NonNullable<Berekening['uitkomst']>
}) {
  switch (uitkomst.soort) {
    case 'vergelijking':
      return <Vergelijking berekening={berekening} uitkomst={uitkomst} />
    case 'gevoeligheid':
      return <Gevoeligheid uitkomst={uitkomst} berekening={berekening} />
    case 'doel':
      return <Doeluitkomst uitkomst={uitkomst} berekening={berekening} />
  }
}
