import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import {
  beantwoordOverdrachtlink,
  bekijkLinkstand,
  type GedeeldeOverdracht,
  type Linkstand,
  openOverdrachtlink,
} from '../domain/openbaar.ts'
import { isRisicomoment, vanafAchttien, wetsovergangen } from '../domain/rules.ts'

/** `/overdracht-openen#…`: for a receiver without account. The secret is behind the hash, which no server ever logs. */
export function OpenbareOverdrachtPage() {
  const [token] = useState(() => window.location.hash.slice(1))
  return (
    <Openbaar>
      <Page
        title="Een cliënt aan u overgedragen"
        lead="Een organisatie draagt een cliënt aan u over. Lees wat is gedeeld en laat weten of u de cliënt overneemt."
        narrow
      >
        {token === '' ? (
          <Alert tone="let_op" heading="De link is niet compleet">
            <p>Kopieer de hele link uit het bericht dat u kreeg.</p>
          </Alert>
        ) : (
          <Inhoud token={token} />
        )}
      </Page>
    </Openbaar>
  )
}

function Inhoud({ token }: { token: string }) {
  const { data: stand, error } = useEndpoint(bekijkLinkstand, { body: { token } })
  const [gedeeld, setGedeeld] = useState<GedeeldeOverdracht | undefined>()
  const open = useCommand(openOverdrachtlink, { onDone: (answer) => setGedeeld(answer) })
  if (!stand) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  return (
    <>
      {!stand.isGeopend && !gedeeld && (
        <Section title={`Van ${stand.van} aan ${stand.naar}`}>
          <p>
            U kunt de gegevens één keer openen. Bent u niet van {stand.naar}? Open ze dan niet en sluit deze
            pagina.
          </p>
          {open.problem && <ProblemAlert problem={open.problem} focus />}
          <Button
            type="button"
            disabled={open.busy}
            onClick={() => void open.run({ body: { token } }).catch(() => undefined)}
          >
            Gegevens openen
          </Button>
        </Section>
      )}
      {gedeeld && <Gedeeld gedeeld={gedeeld} />}
      {stand.isGeopend && !gedeeld && (
        <Alert tone="let_op" heading="Deze link is al geopend">
          <p>
            De gegevens zijn één keer te zien. Deed u dat niet zelf? Bel dan {stand.van}. Antwoorden kan nog
            wel.
          </p>
        </Alert>
      )}
      <Antwoord token={token} stand={stand} />
    </>
  )
}

function Gedeeld({ gedeeld }: { gedeeld: GedeeldeOverdracht }) {
  return (
    <Section title={gedeeld.naam}>
      <Alert heading="Bewaar wat u nodig hebt">
        <p>
          U ziet dit één keer. Print deze pagina of neem over wat u nodig hebt. U mag de gegevens gebruiken
          tot <DateText date={gedeeld.vervaltOp} long />, of zo lang u de cliënt helpt ({gedeeld.artikel}).
        </p>
      </Alert>
      <TermList width="medium">
        <Term label="Geboren" empty="Niet bekend">
          {gedeeld.geboortedatum && <DateText date={gedeeld.geboortedatum} long />}
        </Term>
        <Term label="Waarom">{gedeeld.reden}</Term>
        <Term label="Wat u moet weten">
          <span className="od-tekst">{gedeeld.samenvatting}</span>
        </Term>
        {gedeeld.zonderJeugdgegevens && <Term label="Van vóór 18 jaar">{vanafAchttien}</Term>}
        <Term label="Overgang van wet">
          {wetsovergangen[gedeeld.wetsovergang]}
          {isRisicomoment(gedeeld.wetsovergang) && '. Let op: dit is een risicomoment.'}
        </Term>
        <Term label="Contactpersoon">
          {gedeeld.contactpersoon}, {gedeeld.organisatie}
          {gedeeld.telefoon && `, ${gedeeld.telefoon}`}
        </Term>
      </TermList>
    </Section>
  )
}

const afloop = {
  geaccepteerd: {
    heading: 'U neemt de cliënt over',
    tekst: 'belt u om een gesprek te plannen en blijft tot die tijd verantwoordelijk.',
  },
  geweigerd: { heading: 'U neemt de cliënt niet over', tekst: 'blijft verantwoordelijk.' },
} as const

function Antwoord({ token, stand }: { token: string; stand: Linkstand }) {
  const [antwoord, setAntwoord] = useState<Linkstand | undefined>()
  const send = useCommand(beantwoordOverdrachtlink, { invalidates: [], onDone: setAntwoord })
  const nu = antwoord ?? stand
  if (nu.toestand === 'geaccepteerd' || nu.toestand === 'geweigerd')
    return (
      <Alert tone="goed" heading={afloop[nu.toestand].heading} focus={antwoord !== undefined}>
        <p>
          {nu.van} {afloop[nu.toestand].tekst}
        </p>
      </Alert>
    )
  if (!nu.kanAntwoorden) return null
  return (
    <Section title="Neemt u de cliënt over?">
      <p>
        Antwoord uiterlijk op <DateText date={stand.antwoordUiterlijk} long />. U tekent met uw naam en
        functie.
      </p>
      <Form
        schema={beantwoordOverdrachtlink.body}
        defaultValues={{ token } as never}
        submitLabel="Antwoord versturen"
        onSubmit={(body) => send.run({ body })}
      >
        <RadioField
          name="antwoord"
          label="Uw antwoord"
          options={[
            { value: 'accepteren', label: 'Ja, wij nemen de cliënt over' },
            { value: 'weigeren', label: 'Nee, wij nemen de cliënt niet over' },
          ]}
        />
        <TextField name="naam" label="Uw naam" />
        <TextField name="functie" label="Uw functie" />
        <TextField name="telefoon" label="Uw telefoonnummer" />
        <TextAreaField
          name="toelichting"
          label="Toelichting"
          hint="Nodig als u de cliënt niet overneemt"
          rows={3}
          max={500}
          optional
          empty={null}
        />
      </Form>
    </Section>
  )
}
