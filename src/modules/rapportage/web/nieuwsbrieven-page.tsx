import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getNieuwsbriefstand,
  listNieuwsbrieven,
  type Nieuwsbrief,
  postNieuwsbrief,
} from '../domain/nieuwsbrief-contract.ts'

/** `/nieuwsbrieven`: how many want it, sending one, and how far that is. */
export function NieuwsbrievenPage() {
  const mag = useMag()
  const [isBezig, setIsBezig] = useState(false)
  const { data, error } = useEndpoint(getNieuwsbriefstand, {}, { refetchInterval: isBezig ? 3000 : false })
  if (data && data.isBezig !== isBezig) setIsBezig(data.isBezig)
  // The counts of the list are from before the sending ended.
  const client = useQueryClient()
  useEffect(() => {
    if (!isBezig) void client.invalidateQueries({ queryKey: [listNieuwsbrieven.name] })
  }, [isBezig, client])
  return (
    <Page
      title="Nieuwsbrief versturen"
      breadcrumbs={[{ label: 'Rapportages', to: '/rapportages' }]}
      lead="Een vastgestelde nieuwsbrief gaat per e-mail naar alle abonnees en staat daarna op de openbare pagina."
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && !data.kanMailen && (
        <Alert heading="Onderdak kan nog geen e-mail versturen" tone="let_op">
          <p>
            Er is geen mailserver ingesteld. U kunt een nieuwsbrief wel downloaden bij Rapportages. Vraag uw
            beheerder om SMTP_URL en SMTP_VAN in te stellen.
          </p>
        </Alert>
      )}
      {data?.isBezig && <Voortgang />}
      {data && (
        <TermList>
          <Term label="Abonnees">{formatNumber(data.bevestigd)}</Term>
          <Term label="Moeten nog bevestigen">{formatNumber(data.aangevraagd)}</Term>
          <Term label="Aanmelden kan op">
            <Link to={'/nieuwsbrief' as never}>de openbare pagina van de nieuwsbrief</Link>
          </Term>
        </TermList>
      )}
      {data?.kanMailen && mag('nieuwsbrief.versturen') && (
        <Section title="Versturen">
          {data.klaarliggend.length === 0 ? (
            <p>Er ligt geen nieuwsbrief klaar. Maak er een bij Rapportages en stel haar vast.</p>
          ) : (
            <Versturen abonnees={data.bevestigd} klaarliggend={data.klaarliggend} />
          )}
        </Section>
      )}
      <Section title="Verstuurde nieuwsbrieven">
        <Lijst />
      </Section>
    </Page>
  )
}

function Voortgang() {
  const { data } = useEndpoint(
    listNieuwsbrieven,
    { query: { aantalPerPagina: 25, sorteer: '-verstuurdOp' } },
    { refetchInterval: 3000 },
  )
  return data?.results
    .filter(({ isKlaar }) => !isKlaar)
    .map((een) => (
      <Progress
        key={een.id}
        label={`${een.titel} wordt verstuurd`}
        value={een.totaal === 0 ? 1 : (een.totaal - een.wacht) / een.totaal}
        detail={`${een.totaal - een.wacht} van ${een.totaal} abonnees. U kunt deze pagina verlaten.`}
      />
    ))
}

interface VersturenProps {
  readonly abonnees: number
  readonly klaarliggend: readonly { readonly id: string; readonly titel: string }[]
}

function Versturen({ abonnees, klaarliggend }: VersturenProps) {
  const toast = useToast()
  const save = useCommand(postNieuwsbrief, { onDone: () => toast.show('De nieuwsbrief gaat op weg.') })
  return (
    <Form
      schema={postNieuwsbrief.body}
      defaultValues={{ rapportageId: klaarliggend[0]!.id }}
      submitLabel="Verstuur nu"
      draftKey="nieuwsbrief-versturen"
      onSubmit={(body) => save.run({ body })}
    >
      <SelectField
        name="rapportageId"
        label="Welke nieuwsbrief?"
        hint={`Gaat naar ${abonnees === 1 ? '1 abonnee' : `${formatNumber(abonnees)} abonnees`}. Dit kunt u niet terugdraaien.`}
        options={klaarliggend.map(({ id, titel }) => ({ value: id, label: titel }))}
      />
    </Form>
  )
}

const aantal = (
  key: 'totaal' | 'verstuurd' | 'wacht' | 'mislukt' | 'onbekend' | 'vervallen',
  label: string,
) => ({
  key,
  label,
  align: 'end' as const,
  render: (rij: Nieuwsbrief) => formatNumber(rij[key]),
})

function Lijst() {
  return (
    <>
      <DataTable
        id="nieuwsbrieven"
        caption="Verstuurde nieuwsbrieven"
        captionHidden
        endpoint={listNieuwsbrieven}
        rowKey={(rij) => rij.id}
        defaultSort="-verstuurdOp"
        columns={[
          {
            key: 'titel',
            label: 'Titel',
            sortable: true,
            render: (rij: Nieuwsbrief) => (
              <Link to={'/rapportages/$id' as never} params={{ id: rij.rapportageId } as never}>
                {rij.titel}
              </Link>
            ),
          },
          {
            key: 'verstuurdOp',
            label: 'Verstuurd',
            sortable: true,
            render: (rij: Nieuwsbrief) => <MomentText at={rij.verstuurdOp} />,
          },
          aantal('totaal', 'Abonnees'),
          aantal('verstuurd', 'Gekregen'),
          aantal('wacht', 'Wacht nog'),
          aantal('mislukt', 'Mislukt'),
          aantal('onbekend', 'Niet zeker'),
          aantal('vervallen', 'Afgemeld'),
        ]}
        empty={{
          title: 'Nog niets verstuurd',
          text: 'Een verstuurde nieuwsbrief staat hier, met hoeveel abonnees haar kregen.',
        }}
      />
      <p className="od-hint">
        “Niet zeker”: de verbinding brak op het laatste moment. Wie haar misschien al kreeg, krijgt haar niet
        nog eens.
      </p>
    </>
  )
}
