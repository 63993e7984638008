import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import type { Maatregel } from '../domain/maatregel.ts'
import { maatregelInWoorden } from '../domain/maatregelzin.ts'
import {
  deleteMaatregel,
  deleteScenario,
  getScenario,
  postKopie,
  postMaatregel,
  putMaatregel,
  putScenario,
  type Scenario,
} from '../domain/scenario-contract.ts'
import { MaatregelForm } from './maatregel-form.tsx'
import { standen } from './standen.ts'
import { Vragen } from './vragen.tsx'

/** `/prognose/scenarios/$id`: what is tried, on which chain, and what was asked of it. */
export function ScenarioPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getScenario, { params: { id } })
  const mag = useMag()('scenario.maken')
  return (
    <Page
      title={data?.naam ?? 'Scenario'}
      {...(data?.toelichting && { lead: data.toelichting })}
      breadcrumbs={[
        { label: 'Prognose', to: '/prognose' },
        { label: 'Scenario’s', to: '/prognose/scenarios' },
      ]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Uitgangspunt scenario={data} />}
      {data && <Maatregelen scenario={data} mag={mag} />}
      {data && mag && <Vragen scenario={data} />}
      {data && <Berekeningen scenario={data} />}
      {data && mag && <Beheer scenario={data} />}
    </Page>
  )
}

function Uitgangspunt({ scenario }: { scenario: Scenario }) {
  return (
    <>
      <TermList>
        <Term label="Gaat uit van">
          De keten op <DateText date={scenario.peildatum} long />, met de schattingen van die dag
        </Term>
        <Term label="Rekent">
          Van <DateText date={scenario.van} long /> tot <DateText date={scenario.tot} long />
        </Term>
        <Term label="Versie van de gegevens">
          <code className="od-controlegetal">{scenario.controlegetal.slice(0, 12)}</code>
        </Term>
        {scenario.kopieVan && (
          <Term label="Kopie van">
            <Link to={'/prognose/scenarios/$id' as never} params={{ id: scenario.kopieVan.id } as never}>
              {scenario.kopieVan.naam}
            </Link>
          </Term>
        )}
        {scenario.indicator && (
          <Term label="Voor de indicator">
            <Link to={'/indicatoren/$indicator' as never} params={{ indicator: scenario.indicator } as never}>
              {indicatornamen[scenario.indicator] ?? scenario.indicator}
            </Link>
          </Term>
        )}
        <Term label="Wie ziet het">
          {scenario.isGedeeld ? 'Iedereen die cijfers ziet' : 'Alleen wie het maakte'}
        </Term>
      </TermList>
      {scenario.weggelaten.length > 0 && (
        <p className="od-hint">
          Buiten de berekening, omdat mensen anders in een kring elkaars plek bezet houden:{' '}
          {scenario.weggelaten.map(({ van, naar }) => `van ${van} naar ${naar}`).join('; ')}.
        </p>
      )}
    </>
  )
}

function Maatregelen({ scenario, mag }: { scenario: Scenario; mag: boolean }) {
  const toast = useToast()
  const add = useCommand(postMaatregel, { onDone: () => toast.show('De maatregel is toegevoegd.') })
  return (
    <Section title="Maatregelen">
      {scenario.maatregelen.length === 0 && <p>Er zijn nog geen maatregelen.</p>}
      <ul className="od-lijst">
        {scenario.maatregelen.map((maatregel) => (
          <li key={maatregel.id}>
            <Rij scenario={scenario} maatregel={maatregel} mag={mag} />
          </li>
        ))}
      </ul>
      {scenario.aannames.length > 0 && (
        <>
          <p>Hierbij is aangenomen:</p>
          <ul className="ams-unordered-list">
            {scenario.aannames.map((aanname) => (
              <li key={aanname}>{aanname}</li>
            ))}
          </ul>
        </>
      )}
      {mag && (
        <FormDisclosure label="Maatregel toevoegen">
          {(sluit) => (
            <MaatregelForm
              scenario={scenario}
              onSubmit={async (body) => {
                await add.run({ params: { id: scenario.id }, body })
                sluit()
              }}
            />
          )}
        </FormDisclosure>
      )}
    </Section>
  )
}

function Rij({ scenario, maatregel, mag }: { scenario: Scenario; maatregel: Maatregel; mag: boolean }) {
  const toast = useToast()
  const params = { id: maatregel.id }
  const change = useCommand(putMaatregel, { onDone: () => toast.show('De maatregel is gewijzigd.') })
  const restore = useCommand(postMaatregel, { onDone: () => toast.show('De maatregel is terug.') })
  const remove = useCommand(deleteMaatregel, {
    onDone: () => {
      const { id: _, ...body } = maatregel
      toast.show('De maatregel is eruit gehaald.', async () => {
        await restore.run({ params: { id: scenario.id }, body })
      })
    },
  })
  return (
    <div className="od-stapel">
      <h3 className="ams-heading ams-heading--3">{maatregel.naam}</h3>
      <p>{maatregelInWoorden(scenario, maatregel)}</p>
      {remove.problem && <ProblemAlert problem={remove.problem} />}
      {mag && (
        <>
          <FormDisclosure label={`Wijzigen: ${maatregel.naam}`}>
            {(sluit) => (
              <MaatregelForm
                scenario={scenario}
                maatregel={maatregel}
                onSubmit={async (body) => {
                  await change.run({ params, body: { ...body, versie: scenario.versie } })
                  sluit()
                }}
              />
            )}
          </FormDisclosure>
          <button
            type="button"
            className="od-tekstknop"
            disabled={remove.busy}
            onClick={() => void remove.run({ params }).catch(() => undefined)}
          >
            Uit het scenario halen: {maatregel.naam}
          </button>
        </>
      )}
    </div>
  )
}

const vraagnamen = {
  vergelijking: 'Met en zonder de maatregelen',
  gevoeligheid: 'Wat telt het meest',
  doel: 'Hoeveel plekken zijn er nodig',
} as const

function Berekeningen({ scenario }: { scenario: Scenario }) {
  return (
    <Section title="Doorgerekend">
      {scenario.berekeningen.length === 0 ? (
        <p>Er is nog niets doorgerekend.</p>
      ) : (
        <ul className="od-lijst">
          {scenario.berekeningen.map((een) => (
            <li key={een.id}>
              <Link to={'/prognose/berekeningen/$id' as never} params={{ id: een.id } as never}>
                {vraagnamen[een.soort]}, <MomentText at={een.gemaaktOp} />
              </Link>{' '}
              <StatusBadge {...standen[een.stand]} />{' '}
              {een.isActueel ? '' : 'Met andere maatregelen dan er nu staan.'}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Beheer({ scenario }: { scenario: Scenario }) {
  const { id, versie, naam, toelichting, isGedeeld, vanMij } = scenario
  const navigate = useNavigate()
  const toast = useToast()
  const [vraagt, setVraagt] = useState(false)
  const change = useCommand(putScenario, { onDone: () => toast.show('Het scenario is gewijzigd.') })
  const copy = useCommand(postKopie, {
    onDone: async (kopie) => {
      await navigate({ to: '/prognose/scenarios/$id' as never, params: { id: kopie.id } as never })
    },
  })
  const remove = useCommand(deleteScenario, {
    onDone: async () => {
      await navigate({ to: '/prognose/scenarios' as never })
    },
  })
  return (
    <Section title="Delen, kopiëren en wegdoen">
      <FormDisclosure label="Naam of toelichting wijzigen, of delen">
        {(sluit) => (
          <Form
            schema={WijzigInvoer}
            draftKey={`scenario-${id}`}
            defaultValues={{
              versie,
              naam,
              toelichting: toelichting ?? '',
              isGedeeld: isGedeeld ? 'ja' : 'nee',
            }}
            submitLabel="Scenario wijzigen"
            onSubmit={async ({ isGedeeld: keuze, ...body }) => {
              await change.run({ params: { id }, body: { ...body, isGedeeld: keuze === 'ja' } })
              sluit()
            }}
          >
            <TextField name="naam" label="Naam" />
            <TextAreaField name="toelichting" label="Waarvoor is het?" optional max={2000} />
            {vanMij && (
              <RadioField
                name="isGedeeld"
                label="Wie ziet het?"
                options={[
                  { value: 'nee', label: 'Alleen ik' },
                  { value: 'ja', label: 'Iedereen in de regio die cijfers ziet' },
                ]}
              />
            )}
          </Form>
        )}
      </FormDisclosure>
      <FormDisclosure label="Kopie maken">
        {() => (
          <Form
            schema={KopieInvoer}
            draftKey={`scenario-${id}-kopie`}
            defaultValues={{ naam: `${naam} (kopie)`, opVandaag: 'nee' }}
            submitLabel="Kopie maken"
            onSubmit={({ naam: nieuweNaam, opVandaag }) =>
              copy.run({ params: { id }, body: { naam: nieuweNaam, opVandaag: opVandaag === 'ja' } })
            }
          >
            <TextField name="naam" label="Naam van de kopie" />
            <RadioField
              name="opVandaag"
              label="Waarvan gaat de kopie uit?"
              options={[
                {
                  value: 'nee',
                  label: `Van dezelfde keten (${formatLong(scenario.peildatum)})`,
                  hint: 'Dan zijn de twee scenario’s met elkaar te vergelijken.',
                },
                { value: 'ja', label: 'Van de keten zoals die vandaag is' },
              ]}
            />
          </Form>
        )}
      </FormDisclosure>
      {vanMij && (
        <div className="od-knoppen">
          <Button type="button" variant="tertiary" onClick={() => setVraagt(true)}>
            Scenario wegdoen
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={vraagt}
        heading="Scenario wegdoen?"
        confirmLabel="Scenario wegdoen"
        danger
        busy={remove.busy}
        onConfirm={() => void remove.run({ params: { id }, body: { versie } }).catch(() => setVraagt(false))}
        onCancel={() => setVraagt(false)}
      >
        <p>Het scenario en wat ermee is doorgerekend zijn daarna niet meer te zien.</p>
      </ConfirmDialog>
      {remove.problem && <ProblemAlert problem={remove.problem} />}
      {scenario.fouten.length > 0 && (
        <Alert heading="Dit scenario is zo niet door te rekenen" tone="let_op">
          {scenario.fouten.map(({ maatregel, bericht }) => (
            <p key={maatregel + bericht}>{bericht}</p>
          ))}
        </Alert>
      )}
    </Section>
  )
}

/** The choice of a radio is text; the contract has yes or no. */
const JaNee = z.enum(['ja', 'nee'], { error: 'Maak een keuze.' })
const WijzigInvoer = putScenario.body.extend({ isGedeeld: JaNee })
const KopieInvoer = postKopie.body.extend({ opVandaag: JaNee })
