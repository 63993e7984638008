import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { agendasoorten, herhalingen, niveaus, overlegsoorten } from '../domain/keuzes.ts'
import { type OverlegDetail, postOverleg, putOverleg } from '../domain/overleg-contract.ts'
import { Rijen, useZend } from './delen.tsx'

/** `/overleggen/nieuw` */
export function NieuwOverlegPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(postOverleg, {
    leaves: true,
    onDone: ({ id }) => {
      toast.show('Het overleg is vastgelegd. Plan hier de eerste vergadering.')
      void navigate({ to: `/overleggen/${id}` as never })
    },
  })
  return (
    <Page
      title="Overleg vastleggen"
      lead="Leg vast wie er geregeld bij elkaar komt, en welke punten steeds terugkomen."
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen?tab=overleggen' }]}
      narrow
    >
      <Form
        schema={postOverleg.body}
        defaultValues={{
          afkorting: null,
          perJaar: null,
          stukkenDagen: null,
          plaats: null,
          tot: null,
          toelichting: null,
          leden: [],
          vastePunten: [],
        }}
        submitLabel="Overleg vastleggen"
        draftKey="overleg-nieuw"
        onSubmit={(body) => save.run({ body })}
        actions={
          <ButtonLink to="/overleggen" variant="tertiary">
            Annuleren
          </ButtonLink>
        }
      >
        {(form) => <Velden isRbo={form.watch('soort') === 'rbo'} />}
      </Form>
    </Page>
  )
}

export function WijzigOverleg({ overleg, sluit }: { overleg: OverlegDetail; sluit: () => void }) {
  const send = useZend(putOverleg, overleg.id, 'Het overleg is gewijzigd.', sluit)
  const { naam, afkorting, soort, niveau, perJaar, leden, vastePunten, stukkenDagen } = overleg
  const { plaats, van, tot, toelichting, bron, versie } = overleg
  return (
    <Form
      schema={putOverleg.body}
      defaultValues={{
        ...{ naam, afkorting, soort, niveau, perJaar, leden, vastePunten, stukkenDagen },
        ...{ plaats, van, tot, toelichting, bron, versie },
      }}
      submitLabel="Wijziging opslaan"
      draftKey={`overleg-${overleg.id}`}
      onSubmit={send}
    >
      {(form) => <Velden isRbo={form.watch('soort') === 'rbo'} />}
    </Form>
  )
}

function Velden({ isRbo }: { isRbo: boolean }) {
  return (
    <>
      <TextField name="naam" label="Naam" />
      <TextField name="afkorting" label="Afkorting" optional empty={null} size={10} />
      <SelectField
        name="soort"
        label="Wat voor overleg is het?"
        hint="Bij een regionaal bestuurlijk overleg staat het uitvoeringsprogramma op elke agenda."
        options={optionsOf(overlegsoorten)}
      />
      <RadioField name="niveau" label="Niveau" options={optionsOf(niveaus)} />
      <NumberField
        name="perJaar"
        label="Hoe vaak per jaar?"
        hint="Laat leeg als het bijeenkomt wanneer het nodig is"
        optional
        empty={null}
      />
      <Rijen
        naam="leden"
        legend="Wie doen mee?"
        hint="Noem een functie en een organisatie, geen naam van een persoon."
        woord="Lid"
        erbij="Lid toevoegen"
        leeg={{}}
        eerste="functie"
      >
        {(pad) => (
          <>
            <TextField name={`${pad}.functie`} label="Functie" hint="Bijvoorbeeld: wethouder zorg" />
            <TextField name={`${pad}.organisatie`} label="Organisatie" />
          </>
        )}
      </Rijen>
      <Rijen
        naam="vastePunten"
        legend="Vaste punten op de agenda"
        hint={
          isRbo
            ? 'Het uitvoeringsprogramma komt er vanzelf bij. Een punt dat één keer per kwartaal, halfjaar of jaar komt, staat op de eerste vergadering die daarin gepland wordt.'
            : 'Een punt dat één keer per kwartaal, halfjaar of jaar komt, staat op de eerste vergadering die daarin gepland wordt.'
        }
        woord="Vast punt"
        erbij="Vast punt toevoegen"
        leeg={{ soort: 'overig', herhaling: 'elke_vergadering' }}
        eerste="titel"
        volgorde
      >
        {(pad) => (
          <>
            <TextField name={`${pad}.titel`} label="Punt" />
            <SelectField
              name={`${pad}.soort`}
              label="Waar gaat het over?"
              options={optionsOf(agendasoorten)}
            />
            <SelectField name={`${pad}.herhaling`} label="Hoe vaak?" options={optionsOf(herhalingen)} />
          </>
        )}
      </Rijen>
      <NumberField
        name="stukkenDagen"
        label="Hoeveel dagen van tevoren moeten de stukken er zijn?"
        hint="Laat leeg als er geen stukken zijn"
        optional
        empty={null}
      />
      <TextField name="plaats" label="Waar is het meestal?" optional empty={null} />
      <DateField name="van" label="Sinds welke dag is dit overleg er?" />
      <DateField
        name="tot"
        label="Vanaf welke dag is het er niet meer?"
        hint="Laat leeg zolang het doorgaat"
        optional
        empty={null}
      />
      <TextAreaField name="toelichting" label="Toelichting" rows={3} max={2000} optional empty={null} />
      <TextField name="bron" label="Bron" hint="Waar staat dat dit overleg er is?" />
    </>
  )
}
