import { Button } from '@amsterdam/design-system-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { matchLocatie, matchWachtende, proposeVoorstel } from '../domain/contract.ts'
import { Redenen } from './teksten.tsx'

const kruimels = [{ label: 'Voorstellen', to: '/voorstellen' }]

interface Keuze {
  readonly wachtlijstplaatsingId: string
  readonly locatieId: string
  readonly tekst: string
  readonly past: boolean
}

/** `/voorstellen/nieuw?wachtlijstplaatsing=…` finds a place for a person; `?locatie=…` finds a person for a place. */
export function NieuwPage() {
  const { get } = useSearchParams()
  const vanaf = get('vanaf') || dutchDateOf(new Date())
  const [keuze, setKeuze] = useState<Keuze>()
  const wachtlijstplaatsing = get('wachtlijstplaatsing')
  const locatie = get('locatie')
  if (keuze) return <Bevestigen keuze={keuze} vanaf={vanaf} onBack={() => setKeuze(undefined)} />
  if (wachtlijstplaatsing) return <PlekZoeken id={wachtlijstplaatsing} vanaf={vanaf} onKies={setKeuze} />
  if (locatie)
    return <PersoonZoeken id={locatie} productId={get('product')} vanaf={vanaf} onKies={setKeuze} />
  return (
    <Page title="Plek voorstellen" breadcrumbs={kruimels} narrow>
      <EmptyState
        title="Voor wie zoekt u een plek?"
        text="Kies iemand op de wachtlijst, of kies een vrije plek op het plekkenbord."
        action={<ButtonLink to="/wachtlijst">Naar de wachtlijst</ButtonLink>}
      />
    </Page>
  )
}

function PlekZoeken({ id, vanaf, onKies }: { id: string; vanaf: string; onKies: (keuze: Keuze) => void }) {
  const { data, error } = useEndpoint(matchWachtende, { params: { id }, query: { vanaf } })
  if (!data)
    return (
      <Page title="Plek voorstellen" breadcrumbs={kruimels}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page
      title={`Plek zoeken voor ${data.naam}`}
      breadcrumbs={[...kruimels, { label: data.naam, to: `/wachtlijst/${id}` }]}
      lead={`${data.product}, ${data.personen === 1 ? '1 persoon' : `${data.personen} personen`}${data.rang === null ? '' : `, plaats ${data.rang} op de lijst`}.`}
    >
      <div className="od-filters">
        <FilterDate name="vanaf" label="Eerste dag (leeg is vandaag)" />
      </div>
      {data.locaties.length === 0 && (
        <EmptyState
          title="Er is nu geen plek vrij"
          text="Kies een latere eerste dag, of kijk op het plekkenbord wanneer er een plek vrijkomt. De cliënt houdt de plaats op de lijst."
          action={
            <ButtonLink to="/plekken" variant="secondary">
              Naar het plekkenbord
            </ButtonLink>
          }
        />
      )}
      {data.locaties.map((plek) => (
        <Kandidaat
          key={plek.locatieId}
          titel={plek.locatie}
          onder={`${plek.gemeente ?? 'Gemeente niet bekend of geheim'}, ${plek.vrij} vrij`}
          match={plek}
          knop={`Voorstellen op ${plek.locatie}`}
          onKies={() =>
            onKies({
              wachtlijstplaatsingId: id,
              locatieId: plek.locatieId,
              tekst: `${data.naam} naar ${plek.locatie}`,
              past: plek.past,
            })
          }
        />
      ))}
    </Page>
  )
}

function PersoonZoeken(props: {
  id: string
  productId: string
  vanaf: string
  onKies: (keuze: Keuze) => void
}) {
  const { data, error } = useEndpoint(matchLocatie, {
    params: { id: props.id },
    query: { vanaf: props.vanaf, ...(props.productId && { productId: props.productId }) },
  })
  if (!data)
    return (
      <Page title="Plek voorstellen" breadcrumbs={kruimels}>
        {error && <ProblemAlert problem={error} />}
      </Page>
    )
  return (
    <Page
      title={`Wie past op ${data.locatie}?`}
      breadcrumbs={kruimels}
      lead={
        <>
          {data.vrij === 1 ? '1 plek is' : `${data.vrij} plekken zijn`} vrij vanaf{' '}
          <DateText date={data.vanaf} long />. Wie past staat bovenaan, in de volgorde van de lijst.
        </>
      }
    >
      <div className="od-filters">
        <FilterDate name="vanaf" label="Eerste dag (leeg is vandaag)" />
      </div>
      {data.nietZichtbaar > 0 && (
        <Alert heading="U ziet niet iedereen die hierop wacht">
          <p>
            {data.nietZichtbaar === 1 ? '1 ander wacht' : `${data.nietZichtbaar} anderen wachten`} ook, maar
            uw organisatie is daar niet bij betrokken.
          </p>
        </Alert>
      )}
      {data.personen.length === 0 && (
        <EmptyState
          title={data.vrij === 0 ? 'Hier is nu geen plek vrij' : 'Niemand die u ziet wacht op deze plek'}
          text="Kies een andere eerste dag of een andere locatie."
          action={
            <ButtonLink to="/wachtlijst" variant="secondary">
              Naar de wachtlijst
            </ButtonLink>
          }
        />
      )}
      {data.personen.map((persoon) => (
        <Kandidaat
          key={persoon.wachtlijstplaatsingId}
          titel={persoon.naam}
          onder={`Plaats ${persoon.rang}, wacht ${persoon.dagenBesloten} dagen${persoon.trede ? `, ${persoon.trede.toLowerCase()}` : ''}${persoon.voorrang ? ', voorrang met de hand' : ''}`}
          match={persoon}
          knop={`Voorstellen aan ${persoon.naam}`}
          onKies={() =>
            props.onKies({
              wachtlijstplaatsingId: persoon.wachtlijstplaatsingId,
              locatieId: props.id,
              tekst: `${persoon.naam} naar ${data.locatie}`,
              past: persoon.past,
            })
          }
        />
      ))}
    </Page>
  )
}

function Kandidaat(props: {
  titel: string
  onder: string
  match: {
    past: boolean
    maatwerkMogelijk: boolean
    redenen: { past: 'ja' | 'nee' | 'let_op'; tekst: string }[]
  }
  knop: string
  onKies: () => void
}) {
  const { past, maatwerkMogelijk, redenen } = props.match
  return (
    <Section
      title={props.titel}
      actions={
        (past || maatwerkMogelijk) && (
          <Button type="button" variant={past ? 'primary' : 'secondary'} onClick={props.onKies}>
            {props.knop}
          </Button>
        )
      }
    >
      <p>
        <StatusBadge
          label={past ? 'Past' : maatwerkMogelijk ? 'Alleen als maatwerk' : 'Past niet'}
          tone={past ? 'goed' : 'let_op'}
        />{' '}
        {props.onder}
      </p>
      <Redenen redenen={redenen} />
    </Section>
  )
}

/** The last step. The server asks for a reason when this is not the first person, or when the space is full. */
function Bevestigen({ keuze, vanaf, onBack }: { keuze: Keuze; vanaf: string; onBack: () => void }) {
  const navigate = useNavigate()
  const toast = useToast()
  const [vraagt, setVraagt] = useState<readonly string[]>(keuze.past ? [] : ['afwijkingReden'])
  const propose = useCommand(proposeVoorstel, {
    onDone: async ({ id }) => {
      toast.show('Het voorstel is gedaan. De plek wordt vastgehouden.')
      await navigate({ to: `/voorstellen/${id}` as never })
    },
  })
  return (
    <Page title={`${keuze.tekst} voorstellen`} breadcrumbs={kruimels} narrow>
      <Form
        schema={proposeVoorstel.body}
        defaultValues={{
          wachtlijstplaatsingId: keuze.wachtlijstplaatsingId,
          locatieId: keuze.locatieId,
          vanaf,
        }}
        draftKey={`voorstel-${keuze.wachtlijstplaatsingId}-${keuze.locatieId}`}
        onSubmit={async (body) => {
          try {
            await propose.run({ body })
          } catch (error) {
            const fouten = (error as { fouten?: { veld: string }[] }).fouten ?? []
            setVraagt((before) => [...new Set([...before, ...fouten.map((fout) => fout.veld)])])
            throw error
          }
        }}
        submitLabel="Voorstel versturen"
        busyLabel="Bezig met versturen…"
        actions={
          <Button type="button" variant="tertiary" onClick={onBack}>
            Terug
          </Button>
        }
      >
        <p>
          De aanbieder ziet daarna wie het is en kan antwoorden. Zonder antwoord verloopt het voorstel en
          houdt de cliënt de plaats op de lijst.{' '}
          <Link to={`/wachtlijst/${keuze.wachtlijstplaatsingId}` as never}>Bekijk de plaats op de lijst</Link>
        </p>
        <DateField name="vanaf" label="Eerste dag" />
        <TextAreaField
          name="toelichting"
          label="Wat moet de aanbieder weten?"
          hint="Alleen wat nodig is om te antwoorden."
          optional
          max={1000}
        />
        <TextAreaField
          name="afwijkingReden"
          label="Waarom wijkt u af van de volgorde of de regels?"
          hint="Alleen nodig als iemand anders hoger staat, of bij maatwerk. De reden is te zien en wordt geteld."
          optional={!vraagt.includes('afwijkingReden')}
          max={500}
        />
        {vraagt.includes('overboekingReden') && (
          <TextAreaField
            name="overboekingReden"
            label="Waarom boven de capaciteit?"
            hint="Bijvoorbeeld: er vertrekt die dag iemand. Twee huishoudens op één plek kan nooit."
            max={500}
          />
        )}
      </Form>
    </Page>
  )
}
