import { useNavigate, useParams } from '@tanstack/react-router'
import { addDays } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { listPlekkenbord } from '../../plek/domain/bord-api.ts'
import { usePlekkeuzes } from '../../plek/web/keuzes.ts'
import { getAankomst, postAankomst, postNietVerschenen } from '../domain/api.ts'
import { OverschrijdingField, PlekField } from './verblijf-forms.tsx'

/** The night of now, as every answer of the place board says it: at half past twelve that of yesterday. */
export function useNacht(): string | undefined {
  return useEndpoint(listPlekkenbord, { query: { aantalPerPagina: 1 } as never }).data?.op
}

export const afwijking = (
  <>
    <TextField
      name="afwijkingReden"
      label="Waarom deze plek toch?"
      hint="Alleen als de plek niet past, is vastgehouden, of buiten de afgesproken stappen valt."
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
  const keuzes = usePlekkeuzes()
  const nacht = useNacht()
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
  if (!one || !nacht)
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
            defaultValues={
              {
                // Who comes in the morning for tonight was not there last night.
                op: one.vanaf === addDays(nacht, 1) ? one.vanaf : nacht,
                plekId: one.plekId,
                // Nobody stays in two places: without this the arrival would only be refused.
                eindigVorigVerblijf: one.vorigVerblijf !== null,
                overschrijdingReden: one.vorigVerblijf?.overschrijdingReden,
              } as never
            }
            draftKey={`aankomst-${id}`}
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
                    vanaf: form.watch('op') || nacht,
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
                {one.vorigVerblijf && form.watch('eindigVorigVerblijf') && (
                  <OverschrijdingField uiterlijkOp={one.vorigVerblijf.uiterlijkOp} op={form.watch('op')} />
                )}
                <DateField name="verwachtEindeOp" label="Verwacht einde" optional empty={null} />
                {afwijking}
              </>
            )}
          </Form>
          <Section title="Is er niemand gekomen?">
            <Form
              schema={postNietVerschenen.body}
              defaultValues={{ op: nacht } as never}
              onSubmit={(body) => absent.run({ params: { id }, body })}
              submitLabel="Niet verschenen"
              draftKey={`niet-verschenen-${id}`}
              warnOnLeave={false}
            >
              <DateField name="op" label="In welke nacht?" />
              <SelectField
                name="reden"
                label="Waarom kwam er niemand?"
                hint="Iemand gaat na hoe het gaat."
                options={keuzes.lijst('reden_niet_verschenen')}
              />
              <TextField name="toelichting" label="Wat weet u ervan?" optional />
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}
