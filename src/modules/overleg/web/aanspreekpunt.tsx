import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { Openbaar } from '../../kaart/web/openbaar.tsx'
import {
  type Aanspreekpunt,
  getRegioaanspreekpunt,
  listRegioaanspreekpunten,
  putRegioaanspreekpunt,
} from '../domain/aanspreekpunt-contract.ts'

function Gegevens({ punt }: { punt: Aanspreekpunt }) {
  return (
    <TermList>
      <Term label="Wie">
        {punt.functie}, {punt.organisatie}
      </Term>
      <Term label="Waarvoor">{punt.waarvoor}</Term>
      <Term label="Telefoon" empty="Geen">
        {punt.telefoon && <a href={`tel:${punt.telefoon.replace(/[^+\d]/g, '')}`}>{punt.telefoon}</a>}
      </Term>
      <Term label="E-mail" empty="Geen">
        {punt.email && <a href={`mailto:${punt.email}`}>{punt.email}</a>}
      </Term>
      {punt.bereikbaar && <Term label="Bereikbaar">{punt.bereikbaar}</Term>}
    </TermList>
  )
}

/** `/aanspreekpunt`: for everybody, without an account. */
export function OpenbaarAanspreekpuntPage() {
  const { data, error } = useEndpoint(listRegioaanspreekpunten, {})
  return (
    <Openbaar>
      <Page
        title="Aanspreekpunt van de regio"
        lead="Werkt u voor een gemeente, aanbieder of andere organisatie, en wilt u de regio spreken? Hier kunt u terecht. Zoekt u zelf hulp? Kijk dan bij Waar kan ik heen."
        narrow
      >
        {error && !data && <ProblemAlert problem={error} />}
        {data?.regios.map(({ naam, aanspreekpunt }) => (
          <Section key={naam} title={`Regio ${naam}`}>
            {aanspreekpunt ? (
              <Gegevens punt={aanspreekpunt} />
            ) : (
              <p>Deze regio heeft nog geen aanspreekpunt.</p>
            )}
          </Section>
        ))}
      </Page>
    </Openbaar>
  )
}

/** The same for who keeps it. */
export function AanspreekpuntBeheer({ mag }: { mag: boolean }) {
  const toast = useToast()
  const { data, error } = useEndpoint(getRegioaanspreekpunt, {})
  const save = useCommand(putRegioaanspreekpunt, {
    onDone: () => toast.show('Het aanspreekpunt is opgeslagen. Iedereen ziet het nu zo.'),
  })
  if (!data) return error ? <ProblemAlert problem={error} /> : null
  const { aanspreekpunt: punt } = data
  return (
    <>
      <p>
        De regio heeft één aanspreekpunt voor wie buiten staat. Het staat op een pagina die iedereen kan zien.
      </p>
      {punt ? (
        <Gegevens punt={punt} />
      ) : (
        <EmptyState title="Nog geen aanspreekpunt" text="Leg vast bij welke functie men terechtkan." />
      )}
      <p>
        <ButtonLink to="/aanspreekpunt" variant="secondary">
          Openbare pagina
        </ButtonLink>
      </p>
      {mag && (
        <FormDisclosure label={punt ? 'Aanspreekpunt wijzigen' : 'Aanspreekpunt vastleggen'}>
          {(sluit) => (
            <Form
              schema={putRegioaanspreekpunt.body}
              defaultValues={punt ?? { telefoon: null, email: null, bereikbaar: null, versie: 0 }}
              submitLabel="Aanspreekpunt opslaan"
              draftKey="regioaanspreekpunt"
              onSubmit={async (body) => {
                await save.run({ body })
                sluit()
              }}
            >
              <TextField name="functie" label="Functie" hint="Geen naam van een persoon" />
              <TextField name="organisatie" label="Organisatie" />
              <TextField name="telefoon" label="Telefoon" type="tel" optional empty={null} />
              <TextField
                name="email"
                label="E-mailadres"
                type="email"
                hint="Van de functie, niet van een persoon"
                optional
                empty={null}
              />
              <TextField
                name="bereikbaar"
                label="Wanneer bereikbaar?"
                hint="Bijvoorbeeld: op werkdagen van 9 tot 17 uur"
                optional
                empty={null}
              />
              <TextAreaField name="waarvoor" label="Waarvoor kan men hier terecht?" rows={2} max={500} />
            </Form>
          )}
        </FormDisclosure>
      )}
    </>
  )
}
