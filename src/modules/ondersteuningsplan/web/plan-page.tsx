import { Link, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { type TabItem, Tabs } from '../../../ui/tabs.tsx'
import { BriefKnop } from '../../beschikking/web/brief-knop.tsx'
import { getPlan, getPlandocument, type PlanDetail, type PlanVersie } from '../domain/api.ts'
import { isInBewerking } from '../domain/toestanden.ts'
import { Akkoorden, Meegeven, NieuweVersie } from './akkoord-forms.tsx'
import { Besprekingen, Reacties, Scores, VersieFeiten, VersieStand } from './delen.tsx'
import { NieuwDoel } from './doel-form.tsx'
import { Doelen } from './doelen.tsx'
import { InhoudForm } from './inhoud-form.tsx'
import { usePlankeuzes } from './keuzes.ts'
import { Bespreking, Meting, Reactie } from './verloop-forms.tsx'

const kruimels = [{ label: 'Ondersteuningsplannen', to: '/ondersteuningsplannen' }]

/** `/ondersteuningsplannen/$id` */
export function PlanPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: plan, error } = useEndpoint(getPlan, { params: { id } })
  if (!plan)
    return (
      <Page title="Ondersteuningsplan" breadcrumbs={kruimels}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  const [nieuwste, ...eerder] = plan.versies
  return (
    <Page
      title={`Ondersteuningsplan van ${plan.naam}`}
      lead={
        <>
          Sinds <DateText date={plan.begonnenOp} long />.{' '}
          <Link to={`/clienten/${plan.persoonId}?tab=plan` as never}>Naar het dossier</Link>
        </>
      }
      breadcrumbs={kruimels}
    >
      {!plan.geldt && (
        <Alert tone="let_op" heading="Dit plan hoort bij een samengevoegd dossier">
          <p>U kunt het lezen. Schrijf verder in het plan dat nu geldt.</p>
        </Alert>
      )}
      <Nadruk plan={plan} />
      {plan.magWijzigen ? (
        <Bijwerken plan={plan} versie={nieuwste!} />
      ) : (
        <Versie plan={plan} versie={nieuwste!} />
      )}
      <Section title="Scores over de tijd">
        <Scores plan={plan} />
      </Section>
      <Section title="Besprekingen">
        <Besprekingen plan={plan} />
      </Section>
      {eerder.map((versie) => (
        <Versie key={versie.id} plan={plan} versie={versie} />
      ))}
    </Page>
  )
}

/** PLAN-09: what the plan of a jongvolwassene puts first. */
function Nadruk({ plan }: { plan: PlanDetail }) {
  if (plan.nadruk.length === 0) return null
  return (
    <Section title="Eerst bespreken: opleiding, opvoeders en geld">
      <p>De cliënt is jongvolwassen. Deze drie onderwerpen staan voorop in het plan.</p>
      <ul className="od-werklijst">
        {plan.nadruk.map((one) => (
          <li key={one.onderwerp}>
            <span className="od-werklijst__wie">
              {one.titel}
              <span className="od-hint">{one.vraag}</span>
            </span>
            <span className="od-werklijst__wanneer">
              <StatusBadge
                label={one.besproken ? 'Staat in het plan' : 'Nog niet in het plan'}
                tone={one.besproken ? 'goed' : 'let_op'}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface Props {
  readonly plan: PlanDetail
  readonly versie: PlanVersie
}

function Bijwerken({ plan, versie }: Props) {
  const keuzes = usePlankeuzes(plan.id)
  const schrijven = isInBewerking(versie.status)
  const geldt = plan.versies.find((one) => one.status === 'vastgesteld')
  const items: (TabItem | false | undefined)[] =
    (keuzes && [
      schrijven && {
        id: 'perspectief',
        label: 'Verhaal en perspectief',
        content: <InhoudForm plan={plan} versie={versie} />,
      },
      schrijven && {
        id: 'doel',
        label: 'Doel toevoegen',
        content: <NieuwDoel plan={plan} keuzes={keuzes} />,
      },
      schrijven && { id: 'akkoord', label: 'Akkoord', content: <Akkoorden plan={plan} versie={versie} /> },
      geldt && { id: 'meegeven', label: 'Meegeven', content: <Meegeven plan={plan} /> },
      geldt && { id: 'bespreken', label: 'Bespreken', content: <Bespreking plan={plan} keuzes={keuzes} /> },
      { id: 'meten', label: 'Scores', content: <Meting plan={plan} keuzes={keuzes} /> },
      { id: 'reactie', label: 'Reactie', content: <Reactie plan={plan} keuzes={keuzes} /> },
      plan.magNieuweVersie && { id: 'versie', label: 'Nieuwe versie', content: <NieuweVersie plan={plan} /> },
    ]) ||
    []
  return (
    <>
      <Versie plan={plan} versie={versie} keuzes={keuzes} />
      <Section title="Bijwerken">
        {versie.clientAkkoord !== null || versie.begeleiderAkkoord !== null
          ? schrijven && <p>Wijzigt u nu nog iets? Dan is opnieuw akkoord nodig van allebei.</p>
          : null}
        <Tabs items={items.filter((item) => item !== false && item !== undefined)} />
      </Section>
    </>
  )
}

function Versie({ plan, versie, keuzes }: Props & { keuzes?: ReturnType<typeof usePlankeuzes> }) {
  const document = (soort: 'pdf' | 'odt') =>
    call(getPlandocument, { params: { id: plan.id }, query: { soort, nummer: versie.nummer } })
  return (
    <Section
      title={`Versie ${versie.nummer}`}
      actions={
        <>
          <BriefKnop label={`Plan als PDF, versie ${versie.nummer}`} load={() => document('pdf')} />
          <BriefKnop label={`Plan als ODT, versie ${versie.nummer}`} load={() => document('odt')} />
        </>
      }
    >
      <p>
        <VersieStand status={versie.status} />
        {versie.vastgesteldOp && (
          <>
            {' '}
            vanaf <DateText date={versie.vastgesteldOp} long />
          </>
        )}
        {versie.vervangenOp && (
          <>
            {' '}
            tot <DateText date={versie.vervangenOp} long />
          </>
        )}
      </p>
      <VersieFeiten versie={versie} />
      <Doelen plan={plan} versie={versie} keuzes={keuzes} />
      <h3 className="od-plan-kop">Wat de cliënt ervan vindt</h3>
      <Reacties versie={versie} />
    </Section>
  )
}
