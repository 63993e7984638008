import { FieldSet } from '@amsterdam/design-system-react'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { haalDossier } from '../../persoon/domain/contract.ts'
import { Gezinslid, RegisterMelding, registerMelding } from '../domain/contract.ts'
import { rechtmatigVerblijven, Slaapplek, slaapplekken, veiligheden } from '../domain/status.ts'
import { GezinVelden } from './gezin-velden.tsx'
import { codesOf, keuzesOf, useOpties } from './opties.ts'
import { WieVelden } from './wie-velden.tsx'

/** How many files may be of the same person, and that somebody looked: nobody gets a second file unseen. */
const Dubbel = z
  .object({ gevonden: z.number().default(0), isAnder: z.boolean().default(false) })
  .default({ gevonden: 0, isAnder: false })
  .refine(({ gevonden, isAnder }) => gevonden === 0 || isAnder, {
    error: 'Kies een gevonden dossier, of vink aan dat dit iemand anders is.',
    path: ['isAnder'],
  })

/** The form keeps who was chosen and what was searched, so that a draft can be picked up again. */
const Velden = RegisterMelding.extend({
  /** Asked of everyone: nobody leaves without an answer to where they sleep tonight. */
  slaapplekVannacht: Slaapplek,
  wie: z.enum(['bekend', 'nieuw', 'anoniem'], { error: 'Kies over wie de melding gaat.' }),
  gekozenNaam: z.string().nullish(),
  dubbel: Dubbel,
  huishouden: z
    .array(Gezinslid.extend({ gekozenNaam: z.string().nullish(), dubbel: Dubbel }))
    .max(20, { error: 'Leg hooguit 20 gezinsleden tegelijk vast.' })
    .default([]),
  zoek: z.object({ naam: z.string().nullish(), geboortedatum: z.string().nullish() }).nullish(),
})
export type NieuweMelding = z.input<typeof Velden>

/** Parts of the form that are not in sight for this choice must not hold up the rest; they stay typed. */
const NieuweMelding = z.preprocess((form) => {
  const { wie, ...rest } = form as NieuweMelding
  return {
    ...rest,
    wie,
    ...(wie !== 'nieuw' && { persoon: null, dubbel: undefined }),
    ...(wie === 'anoniem' && { huishouden: [] }),
  }
}, Velden) as z.ZodType as z.ZodType<z.output<typeof Velden>, NieuweMelding>

const kruimels = [{ label: 'Meldingen', to: '/meldingen' }]

/** `/meldingen/nieuw`, or with `?persoon=` from a dossier: then it is known who it is about. */
export function NieuwPage() {
  const persoonId = useSearchParams().get('persoon')
  return persoonId ? <VoorBekende persoonId={persoonId} /> : <Formulier />
}

function VoorBekende({ persoonId }: { persoonId: string }) {
  const { data, error } = useEndpoint(haalDossier, { params: { id: persoonId } })
  if (data) return <Formulier bekend={{ id: data.id, naam: data.naam }} />
  return (
    <Page title="Melding vastleggen" breadcrumbs={kruimels} narrow>
      {error && <ProblemAlert problem={error} />}
    </Page>
  )
}

/** Two minutes, in the order of a conversation. */
function Formulier({ bekend }: { bekend?: { id: string; naam: string } }) {
  const navigate = useNavigate()
  const toast = useToast()
  const opties = useOpties()
  const register = useCommand(registerMelding, {
    onDone: async (answer) => {
      toast.show(`Melding ${answer.nummer} is vastgelegd.`)
      await navigate({ to: `/meldingen/${answer.id}` as never })
    },
  })
  return (
    <FormPage
      title="Melding vastleggen"
      lead="Vul in wat u nu weet. De rest kan later."
      breadcrumbs={kruimels}
      schema={NieuweMelding}
      defaultValues={
        {
          ...(bekend && { wie: 'bekend', persoonId: bekend.id, gekozenNaam: bekend.naam }),
          huishouden: [],
          kanaal: 'balie',
          melderSoort: 'zelf',
          slaapplekVannacht: undefined,
          kinderen: 0,
          volwassenen: 1,
          veiligheid: 'onbekend',
          rechtmatigVerblijf: 'niet_gevraagd',
          isSpoed: false,
          persoon: {
            geslacht: 'onbekend',
            isNn: false,
            geenBsnReden: 'nog_niet_gevraagd',
            herkomstOnbekendReden: 'nog_navragen',
            woonplaatsOnbekendReden: 'nog_navragen',
          },
        } as Partial<NieuweMelding>
      }
      onSubmit={({ wie, gekozenNaam: _, zoek: __, dubbel: ___, ...melding }) =>
        register.run({
          body: {
            ...melding,
            persoonId: wie === 'bekend' ? melding.persoonId : null,
            huishouden:
              wie === 'anoniem'
                ? []
                : melding.huishouden.map(({ gekozenNaam: _, dubbel: __, ...lid }) => lid),
            persoon: wie === 'nieuw' && melding.persoon ? withoutReasons(melding.persoon) : null,
          },
        })
      }
      submitLabel="Melding vastleggen"
      draftKey={bekend ? `melding-nieuw-${bekend.id}` : 'melding-nieuw'}
    >
      {(form) => (
        <>
          <WieVelden opties={opties} />
          {(form.watch('wie') === 'nieuw' || form.watch('wie') === 'bekend') && <GezinVelden />}
          <FieldSet legend="De hulpvraag" className="od-groep">
            <TextAreaField
              name="hulpvraag"
              label="Wat is er aan de hand?"
              hint="In de woorden van de persoon zelf."
              rows={4}
              max={5000}
            />
            <RadioField
              name="slaapplekVannacht"
              label="Is er vannacht een slaapplek?"
              options={codesOf(slaapplekken)}
            />
            <RadioField name="veiligheid" label="Is de situatie veilig?" options={codesOf(veiligheden)} />
            <CheckboxField
              name="isSpoed"
              label="Er is vandaag iets nodig (spoed)"
              hint="De melding staat dan bovenaan en de eerste stap is voor vandaag."
            />
            <NumberField
              name="volwassenen"
              label="Aantal volwassenen"
              hint="Wie u hierboven bij naam noemt, telt vanzelf mee."
              size={4}
            />
            <NumberField name="kinderen" label="Aantal minderjarige kinderen" size={4} />
            <SelectField
              name="gemeenteCode"
              label="Gemeente waar iemand zich meldt"
              options={keuzesOf(opties?.gemeenten)}
              emptyLabel="Onbekend"
              empty={null}
              optional
            />
            <SelectField
              name="rechtmatigVerblijf"
              label="Rechtmatig verblijf in Nederland?"
              options={codesOf(rechtmatigVerblijven)}
            />
          </FieldSet>
          <FieldSet legend="Hoe kwam de melding binnen?" className="od-groep">
            <SelectField name="kanaal" label="Kanaal" options={keuzesOf(opties?.kanalen)} />
            <SelectField name="melderSoort" label="Wie meldt?" options={keuzesOf(opties?.melderSoorten)} />
            {form.watch('melderSoort') !== 'zelf' && (
              <>
                <TextField name="melderNaam" label="Naam van de melder" empty={null} optional />
                <TextField
                  name="melderContact"
                  label="Telefoon of e-mail van de melder"
                  empty={null}
                  optional
                />
                <SelectField
                  name="melderOrganisatieId"
                  label="Organisatie van de melder"
                  hint="Deze organisatie kan de stand volgen en u een bericht sturen, zonder dossier."
                  options={keuzesOf(opties?.organisaties)}
                  emptyLabel="Geen of niet in de lijst"
                  empty={null}
                  optional
                />
              </>
            )}
          </FieldSet>
        </>
      )}
    </FormPage>
  )
}

/** A reason why something is unknown goes when it became known. */
function withoutReasons(persoon: NonNullable<z.output<typeof Velden>['persoon']>) {
  return {
    ...persoon,
    ...(persoon.bsn && { geenBsnReden: null }),
    ...(persoon.herkomstGemeente && { herkomstOnbekendReden: null }),
    ...(persoon.woonplaatsGemeente && { woonplaatsOnbekendReden: null }),
  }
}
