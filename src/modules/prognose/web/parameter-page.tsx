import { ActionGroup, Button } from '@amsterdam/design-system-react'
import { useParams } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  type Eigenwaarde,
  getParameter,
  type Parameter,
  postEigenwaarde,
  postEigenwaardeintrekking,
} from '../domain/contract.ts'
import { eenheden } from '../domain/soorten.ts'
import { gevallenVan, marge, toon, toonWaarde, watVan } from './waarden.ts'

/** `/prognose/schattingen/$parameter`: one estimate, and what the region puts in its place. */
export function ParameterPage() {
  const { parameter } = useParams({ strict: false }) as { parameter: string }
  const { data, error } = useEndpoint(getParameter, { params: { parameter } })
  const mag = useMag()('prognose.beheren')
  return (
    <Page
      title={data ? watVan(data) : 'Schatting'}
      {...(data && { lead: data.product })}
      breadcrumbs={[{ label: 'Prognose', to: '/prognose' }]}
      narrow
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && <Feiten rij={data} />}
      {data && mag && (
        <Section title={data.eigenId ? 'Eigen waarde wijzigen' : 'Eigen waarde vastleggen'}>
          <EigenForm rij={data} />
          {data.eigenId && <Intrekken rij={data} id={data.eigenId} />}
        </Section>
      )}
      {data && data.geschiedenis.length > 0 && <Geschiedenis rijen={data.geschiedenis} />}
    </Page>
  )
}

function Feiten({ rij }: { rij: Parameter }) {
  const isKosten = rij.soort === 'kosten'
  return (
    <TermList>
      <Term label={isKosten ? 'Bedrag' : 'De prognose rekent met'}>
        {rij.waarde === null ? (isKosten ? 'Nog niet ingevuld' : 'Niets: zie de aanname') : toonWaarde(rij)}
      </Term>
      {rij.eigenId && rij.sinds && (
        <Term label="Waarom deze waarde">
          {rij.reden} ({rij.door}, sinds <DateText date={rij.sinds} long />)
        </Term>
      )}
      {!isKosten && (
        <>
          <Term label="Schatting uit het register">{toon(rij, rij.schatting)}</Term>
          <Term label="Marge van de schatting (95 procent)">{marge(rij)}</Term>
          <Term label="Gevallen">{gevallenVan(rij)}</Term>
          <Term label="Bron van de schatting">
            {rij.aanname ? `${rij.schattingBron}. ${rij.aanname}` : rij.schattingBron}
          </Term>
        </>
      )}
    </TermList>
  )
}

function EigenForm({ rij }: { rij: Parameter }) {
  const toast = useToast()
  const save = useCommand(postEigenwaarde, {
    onDone: () => toast.show('De eigen waarde is vastgelegd. De prognose rekent er nu mee.'),
  })
  return (
    <Form
      key={rij.versie}
      schema={postEigenwaarde.body}
      defaultValues={{
        parameter: rij.id,
        versie: rij.versie,
        reden: rij.reden ?? '',
        ...(rij.eigenId && rij.waarde !== null && { waarde: rij.waarde }),
      }}
      submitLabel="Eigen waarde vastleggen"
      draftKey={`prognose-${rij.id.replaceAll(' ', '-')}`}
      onSubmit={(body) => save.run({ body })}
    >
      <NumberField
        name="waarde"
        label={
          rij.soort === 'kosten'
            ? 'Kosten van een plek per jaar, in euro'
            : `Eigen waarde (${eenheden[rij.eenheid]})`
        }
        suffix={eenheden[rij.eenheid]}
        {...(rij.schatting !== null && { hint: `De schatting is ${toon(rij, rij.schatting)}` })}
      />
      <TextAreaField
        name="reden"
        label="Waarom, en waar komt dit getal vandaan?"
        hint="Noem geen personen. Iedereen die cijfers van de regio ziet, leest dit."
        max={500}
      />
    </Form>
  )
}

function Intrekken({ rij, id }: { rij: Parameter; id: string }) {
  const toast = useToast()
  const back = useCommand(postEigenwaarde)
  const withdraw = useCommand(postEigenwaardeintrekking, {
    onDone: ({ versie }) => {
      const { id: parameter, waarde, reden } = rij
      toast.show('De eigen waarde is ingetrokken. De prognose rekent weer met de schatting.', async () => {
        if (waarde !== null && reden) await back.run({ body: { parameter, waarde, reden, versie } })
      })
    },
  })
  return (
    <>
      {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
      <ActionGroup>
        <Button
          type="button"
          variant="secondary"
          disabled={withdraw.busy}
          onClick={() => void withdraw.run({ params: { id }, body: { versie: rij.versie } }).catch(() => {})}
        >
          Eigen waarde intrekken
        </Button>
      </ActionGroup>
    </>
  )
}

function Geschiedenis({ rijen }: { rijen: readonly Eigenwaarde[] }) {
  return (
    <Section title="Alle eigen waarden">
      <ul className="od-kaarten">
        {rijen.map((een) => (
          <li key={een.id}>
            <p>
              <strong>{toonWaarde({ ...een, isEigen: true })}</strong>: {een.reden}
            </p>
            <p className="od-hint">
              Vastgelegd door {een.door} op <DateText date={een.van} long />
              {een.tot ? (
                <>
                  ; geldt niet meer sinds <DateText date={een.tot} long /> ({een.beeindigdDoor}).
                </>
              ) : (
                '. Geldt nu.'
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
