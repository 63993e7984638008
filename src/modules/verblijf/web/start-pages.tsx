import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { geslachten } from '../../persoon/domain/keuzes.ts'
import { listPlekkenbord } from '../../plek/domain/bord-api.ts'
import { optionsOf, usePlekkeuzes } from '../../plek/web/keuzes.ts'
import { getAankomst, postAankomst, postNietVerschenen, postSpoed } from '../domain/api.ts'
import { PlekField } from './verblijf-forms.tsx'

/** The day of the server, as every answer of the place board says it. */
function useVandaag(): string | undefined {
  return useEndpoint(listPlekkenbord, { query: { aantalPerPagina: 1 } as never }).data?.op
}

const afwijking = (
  <>
    <TextField
      name="afwijkingReden"
      label="Waarom een plek die niet past?"
      hint="Alleen als de plek niet past of is vastgehouden."
      optional
    />
    <TextField
      name="gezinReden"
      label="Waarom kinderen hier?"
      hint="Alleen bij een product dat niet voor gezinnen is."
      optional
    />
  </>
)

/** `/voorstellen/$id/aankomst`: they are at the door. */
export function AankomstPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const toast = useToast()
  const vandaag = useVandaag()
  const answer = useEndpoint(getAankomst, { params: { id } })
  const start = useCommand(postAankomst, {
    onDone: async ({ id: verblijfId }) => {
      toast.show('Aankomst vastgelegd.')
      await navigate({ to: `/verblijven/${verblijfId}` as never })
    },
  })
  const absent = useCommand(postNietVerschenen, {
    onDone: async () => {
      toast.show('Vastgelegd dat niemand kwam. De plek is weer vrij.')
      await navigate({ to: `/voorstellen/${id}` as never })
    },
  })
  const one = answer.data
  if (!one || !vandaag)
    return <Page title="Aankomst">{answer.error && <ProblemAlert problem={answer.error} />}</Page>
  return (
    <Page
      title={`Aankomst van ${one.naam}`}
      breadcrumbs={[{ label: 'Voorstel', to: `/voorstellen/${id}` }]}
      narrow
    >
      <TermList>
        <Term label="Locatie">{one.locatie}</Term>
        <Term label="Product">{one.product}</Term>
        <Term label="Personen">{one.personen}</Term>
        <Term label="Afgesproken vanaf">
          <DateText date={one.vanaf} long />
        </Term>
      </TermList>
      {!one.kan.ok ? (
        <Alert heading="Aankomst kan nu niet" tone="let_op">
          <p>{one.kan.reden}</p>
        </Alert>
      ) : (
        <>
          <Form
            schema={postAankomst.body}
            defaultValues={{ op: vandaag, plekId: one.plekId } as never}
            onSubmit={(body) => start.run({ params: { id }, body })}
            submitLabel="Aankomst vastleggen"
          >
            {(form) => (
              <>
                <DateField name="op" label="Eerste nacht" />
                <PlekField
                  optional
                  zoek={{
                    locatieId: one.locatieId,
                    productId: one.productId,
                    vanaf: form.watch('op') || vandaag,
                    personen: one.personen,
                    kenmerken: one.kenmerken,
                    zonderVoorstelId: id,
                  }}
                />
                {one.vorigVerblijf && (
                  <CheckboxField
                    name="eindigVorigVerblijf"
                    label={`Het verblijf bij ${one.vorigVerblijf.locatie} eindigt op deze dag`}
                  />
                )}
                <DateField name="verwachtEindeOp" label="Verwacht einde" optional empty={null} />
                {afwijking}
              </>
            )}
          </Form>
          <Section title="Is er niemand gekomen?">
            <Form
              schema={postNietVerschenen.body}
              defaultValues={{ op: vandaag } as never}
              onSubmit={(body) => absent.run({ params: { id }, body })}
              submitLabel="Niet verschenen"
              warnOnLeave={false}
            >
              <DateField name="op" label="Op welke dag?" />
              <TextField name="reden" label="Wat weet u ervan?" hint="Iemand gaat na hoe het gaat." />
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}

/** `/verblijven/spoed`: one screen for someone who needs a bed tonight. `?persoon=` for someone who is known. */
export function SpoedPage() {
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const toast = useToast()
  const keuzes = usePlekkeuzes()
  const vandaag = useVandaag()
  const persoonId = get('persoon') || null
  const save = useCommand(postSpoed, {
    onDone: async ({ id }) => {
      toast.show('Spoedplaatsing vastgelegd. De melding staat klaar voor triage.')
      await navigate({ to: `/verblijven/${id}` as never })
    },
  })
  if (!vandaag) return <Page title="Spoedplaatsing">{null}</Page>
  return (
    <FormPage
      title="Spoedplaatsing"
      lead="Iemand heeft nu een plek nodig. U legt persoon, melding en plek in één keer vast. Wat u niet weet, vult u later aan."
      breadcrumbs={[{ label: 'Verblijven', to: '/verblijven' }]}
      schema={postSpoed.body}
      defaultValues={
        {
          persoonId,
          op: vandaag,
          kanaal: 'balie',
          melderSoort: 'zelf',
          geslacht: 'onbekend',
          volwassenen: 1,
          kinderen: 0,
        } as never
      }
      onSubmit={(body) => save.run({ body })}
      submitLabel="Plaatsen"
      draftKey="spoed"
    >
      {(form) => {
        const isNn = form.watch('isNn')
        const people = (Number(form.watch('volwassenen')) || 1) + (Number(form.watch('kinderen')) || 0)
        return (
          <>
            {persoonId ? (
              <Alert heading="Voor een bekende cliënt">
                <p>De gegevens van deze cliënt zijn al bekend.</p>
              </Alert>
            ) : (
              <>
                <p>
                  Kent u deze persoon al?{' '}
                  <ButtonLink to="/clienten" variant="tertiary">
                    Zoek eerst
                  </ButtonLink>
                </p>
                <CheckboxField name="isNn" label="De naam is onbekend, of iemand wil die niet geven" />
                <TextField name="roepnaam" label={isNn ? 'Hoe noemt iemand zich?' : 'Voornaam'} optional />
                {!isNn && <TextField name="achternaam" label="Achternaam" />}
                <SelectField name="geslacht" label="Geslacht" options={optionsOf(geslachten)} />
                <NumberField
                  name="geboortejaar"
                  label="Geboortejaar, of een schatting"
                  optional={isNn}
                  empty={null}
                />
              </>
            )}
            <NumberField name="volwassenen" label="Aantal volwassenen" suffix="personen" />
            <NumberField name="kinderen" label="Aantal kinderen onder 18" suffix="kinderen" />
            <SelectField
              name="gemeenteCode"
              label="Gemeente waar gemeld is"
              options={keuzes.gemeenten}
              optional
              empty={null}
            />
            <TextAreaField
              name="hulpvraag"
              label="Wat is er aan de hand?"
              hint="In eigen woorden. Geen namen van anderen."
            />
            <DateField name="op" label="Eerste nacht" />
            <PlekField zoek={{ vanaf: form.watch('op') || vandaag, personen: people }} />
            {persoonId && (
              <CheckboxField name="eindigVorigVerblijf" label="Een lopend verblijf eindigt op deze dag" />
            )}
            {afwijking}
          </>
        )
      }}
    </FormPage>
  )
}
