import { useNavigate } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getMelding, type MeldingDetail } from '../../melding/domain/contract.ts'
import { geslachten } from '../../persoon/domain/keuzes.ts'
import { optionsOf, usePlekkeuzes } from '../../plek/web/keuzes.ts'
import { postSpoed } from '../domain/api.ts'
import { afwijking, useNacht } from './start-pages.tsx'
import { PlekField } from './verblijf-forms.tsx'

const kruimels = [{ label: 'Verblijven', to: '/verblijven' }]

/** `/verblijven/spoed`: someone needs a bed tonight. `?persoon=` for someone who is known, `?melding=` when it is recorded. */
export function SpoedPage() {
  const meldingId = useSearchParams().get('melding')
  return meldingId ? <BijMelding meldingId={meldingId} /> : <SpoedForm />
}

function BijMelding({ meldingId }: { meldingId: string }) {
  const { data, error } = useEndpoint(getMelding, { params: { id: meldingId } })
  if (data) return <SpoedForm melding={data} />
  return (
    <Page title="Spoedplaatsing" breadcrumbs={kruimels} narrow>
      {error && <ProblemAlert problem={error} />}
    </Page>
  )
}

function SpoedForm({ melding }: { melding?: MeldingDetail }) {
  const { get } = useSearchParams()
  const navigate = useNavigate()
  const toast = useToast()
  const keuzes = usePlekkeuzes()
  const nacht = useNacht()
  const persoonId = melding?.persoonId ?? (get('persoon') || null)
  const save = useCommand(postSpoed, {
    onDone: async ({ id }) => {
      toast.show(
        melding
          ? 'Spoedplaatsing vastgelegd. De melding loopt door.'
          : 'Spoedplaatsing vastgelegd. De melding staat klaar voor triage.',
      )
      await navigate({ to: `/verblijven/${id}` as never })
    },
  })
  if (!nacht) return <Page title="Spoedplaatsing">{null}</Page>
  return (
    <FormPage
      title="Spoedplaatsing"
      lead={
        melding
          ? `Voor ${melding.naam}, bij melding ${melding.nummer}. U hoeft alleen de plek nog te kiezen.`
          : 'Iemand heeft nu een plek nodig. U legt persoon, melding en plek in één keer vast. Wat u niet weet, vult u later aan.'
      }
      breadcrumbs={
        melding ? [{ label: `Melding ${melding.nummer}`, to: `/meldingen/${melding.id}` }] : kruimels
      }
      schema={postSpoed.body}
      defaultValues={
        {
          persoonId,
          op: nacht,
          kanaal: 'balie',
          melderSoort: 'zelf',
          geslacht: 'onbekend',
          volwassenen: melding?.volwassenen ?? 1,
          kinderen: melding?.kinderen ?? 0,
          ...(melding && {
            meldingId: melding.id,
            hulpvraag: melding.hulpvraag,
            gemeenteCode: melding.gemeenteCode,
          }),
        } as never
      }
      onSubmit={(body) => save.run({ body })}
      submitLabel="Plaatsen"
      draftKey={melding ? `spoed-${melding.id}` : 'spoed'}
    >
      {(form) => {
        const isNn = form.watch('isNn')
        const people = (Number(form.watch('volwassenen')) || 1) + (Number(form.watch('kinderen')) || 0)
        return (
          <>
            {melding ? null : persoonId ? (
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
            {!melding && (
              <>
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
              </>
            )}
            <DateField name="op" label="Eerste nacht" />
            <PlekField zoek={{ vanaf: form.watch('op') || nacht, personen: people }} />
            {persoonId && (
              <CheckboxField name="eindigVorigVerblijf" label="Een lopend verblijf eindigt op deze dag" />
            )}
            {persoonId && form.watch('eindigVorigVerblijf') && (
              <SelectField
                name="overschrijdingReden"
                label="Waarom duurde dat verblijf langer dan het maximum?"
                hint="Alleen als het over de uiterste dag heen was."
                options={keuzes.lijst('overschrijdingsreden')}
                optional
                empty={null}
              />
            )}
            {afwijking}
          </>
        )
      }}
    </FormPage>
  )
}
