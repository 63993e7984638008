import { Link, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import { listScenarios, postScenario, type Scenariorij } from '../domain/scenario-contract.ts'
import { standen } from './standen.ts'

/** `/prognose/scenarios`: what was tried on the chain, and something new. */
export function ScenariosPage() {
  const mag = useMag()
  const { get } = useSearchParams()
  const indicator = get('indicator')
  return (
    <Page
      title="Scenario’s"
      lead="Probeer een maatregel op de eigen keten voordat u ervoor betaalt: wat doet hij met de wachtlijst, hoe zeker is dat, en wat kost het?"
      breadcrumbs={[{ label: 'Prognose', to: '/prognose' }]}
    >
      {indicator && <BijIndicator indicator={indicator} />}
      {mag('scenario.maken') && <FormDisclosure label="Nieuw scenario">{() => <Nieuw />}</FormDisclosure>}
      <DataTable
        id="scenarios"
        caption="Scenario’s"
        captionHidden
        endpoint={listScenarios}
        rowKey={(rij) => rij.id}
        defaultSort="-gewijzigdOp"
        columns={[
          {
            key: 'naam',
            label: 'Scenario',
            sortable: true,
            render: (rij: Scenariorij) => (
              <Link to={'/prognose/scenarios/$id' as never} params={{ id: rij.id } as never}>
                {rij.naam}
              </Link>
            ),
          },
          { key: 'maatregelen', label: 'Maatregelen', align: 'end', sortable: true },
          {
            key: 'peildatum',
            label: 'Keten van',
            sortable: true,
            render: (rij: Scenariorij) => <DateText date={rij.peildatum} />,
          },
          {
            key: 'isGedeeld',
            label: 'Wie ziet het',
            render: (rij: Scenariorij) =>
              rij.isGedeeld ? `Iedereen die cijfers ziet (van ${rij.gemaaktDoor})` : 'Alleen u',
          },
          {
            key: 'stand',
            label: 'Doorgerekend',
            render: (rij: Scenariorij) => <StatusBadge {...standen[rij.stand]} />,
          },
        ]}
        empty={{
          title: 'Nog geen scenario’s',
          text: 'Begin een scenario en voeg de maatregelen toe die u overweegt.',
        }}
      />
    </Page>
  )
}

/** The list holds what was tried for one indicator, and so does what is begun here. */
function BijIndicator({ indicator }: { indicator: string }) {
  return (
    <p>
      Alleen scenario’s bij de indicator{' '}
      <Link to={'/indicatoren/$indicator' as never} params={{ indicator } as never}>
        {indicatornamen[indicator] ?? indicator}
      </Link>
      . Een nieuw scenario hoort daar ook bij.{' '}
      {/* The same path with no search is another page: as the current one it would lose the looks of a link. */}
      <Link to={'/prognose/scenarios' as never} activeOptions={{ exact: true }}>
        Alle scenario’s
      </Link>
    </p>
  )
}

/** The choice of a select is text; the contract has a number. */
const Invoer = postScenario.body.extend({
  jaren: z.enum(['2', '3', '5', '10'], { error: 'Kies hoeveel jaar vooruit.' }),
})

function Nieuw() {
  const navigate = useNavigate()
  const { get } = useSearchParams()
  const indicator = get('indicator') || null
  const save = useCommand(postScenario, {
    onDone: async ({ id }) => {
      await navigate({ to: '/prognose/scenarios/$id' as never, params: { id } as never })
    },
  })
  return (
    <Form
      schema={Invoer}
      draftKey="scenario-nieuw"
      defaultValues={{ naam: '', toelichting: '', jaren: '3', indicator }}
      submitLabel="Scenario beginnen"
      busyLabel="De keten van vandaag wordt vastgelegd…"
      onSubmit={({ jaren, ...body }) => save.run({ body: { ...body, jaren: Number(jaren) } })}
    >
      <TextField name="naam" label="Naam" hint="Bijvoorbeeld: 10 Housing First woningen in 2027" />
      <TextAreaField name="toelichting" label="Waarvoor is het?" optional max={2000} />
      <SelectField
        name="jaren"
        label="Hoeveel jaar vooruit"
        hint="Hoe verder vooruit, hoe minder zeker."
        options={['2', '3', '5', '10'].map((value) => ({ value, label: `${value} jaar` }))}
      />
    </Form>
  )
}
