import { Accordion } from '@amsterdam/design-system-react'
import { addDays, dutchDateOf } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatCount } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Section } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  changeWachtlijstplaatsing,
  endWachten,
  getWachtlijstKeuzes,
  type Keuzes,
  recordWachtcontact,
  setVoorrang,
  type WachtDetail,
} from '../domain/contract.ts'
import { risicos } from '../domain/rules.ts'
import { optionsOf, optionsOfKeuzes } from './teksten.tsx'
import { WachtVelden } from './velden.tsx'

interface Props {
  data: WachtDetail
}

/** What can be done with an open row. */
export function Acties({ data }: Props) {
  const mag = useMag()
  const keuzes = useEndpoint(getWachtlijstKeuzes, {}).data
  if (!mag('wachtlijst.plaatsen') || !keuzes) return null
  return (
    <Section title="Bijwerken">
      <Accordion headingLevel={3}>
        <Accordion.Section label="Contact vastleggen" expanded={data.teBevestigen}>
          <ContactForm data={data} />
        </Accordion.Section>
        <Accordion.Section label="Gegevens wijzigen">
          <WijzigForm data={data} keuzes={keuzes} />
        </Accordion.Section>
        {mag('wachtlijst.beheren') && (
          <Accordion.Section label={data.voorrang ? 'Voorrang intrekken' : 'Voorrang geven'}>
            <VoorrangForm data={data} />
          </Accordion.Section>
        )}
        {mag('wachtlijst.beheren') && data.status !== 'voorgesteld' && (
          <Accordion.Section label="Van de wachtlijst halen">
            <EindeForm data={data} keuzes={keuzes} />
          </Accordion.Section>
        )}
      </Accordion>
    </Section>
  )
}

const today = () => dutchDateOf(new Date())

function ContactForm({ data }: Props) {
  const toast = useToast()
  const save = useCommand(recordWachtcontact, { onDone: () => toast.show('Het contact is vastgelegd.') })
  return (
    <Form
      schema={recordWachtcontact.body}
      defaultValues={{ versie: data.versie, op: today(), risico: 'geen' }}
      onSubmit={(body) => save.run({ params: { id: data.id }, body })}
      submitLabel="Contact vastleggen"
      draftKey={`wachtcontact-${data.id}`}
    >
      <DateField name="op" label="Wanneer was het contact?" />
      <YesNoField
        name="wachtNog"
        label="Wacht deze persoon nog?"
        hint="Bij nee blijft de regel staan tot iemand die met een reden beëindigt."
      />
      <RadioField name="risico" label="Ziet u een risico?" options={optionsOf(risicos)} />
      <TextAreaField name="uitkomst" label="Wat is er afgesproken?" max={1000} />
      <DateField name="volgendeControleOp" label="Eerder opnieuw vragen, op" optional empty={null} />
    </Form>
  )
}

function WijzigForm({ data, keuzes }: Props & { keuzes: Keuzes }) {
  const toast = useToast()
  const save = useCommand(changeWachtlijstplaatsing, {
    onDone: () => toast.show('De wijziging is opgeslagen.'),
  })
  return (
    <Form
      schema={changeWachtlijstplaatsing.body}
      defaultValues={{
        versie: data.versie,
        gemeenteCode: data.gemeenteCode,
        gemeenteOnbekendReden: data.gemeenteOnbekendReden,
        voorkeurLocatieId: data.voorkeurLocatieId,
        vereisteKenmerken: data.vereisteKenmerken.map((kenmerk) => kenmerk.code),
        clientprofiel: data.clientprofiel?.code ?? null,
        personen: data.personen,
        kinderen: data.kinderen,
        wachtreden: data.wachtredenCode,
        eigenschappen: data.eigenschappen,
        overbrugging: data.overbrugging,
        overbruggingToelichting: data.overbruggingToelichting,
        ...(data.status !== 'voorgesteld' && { status: data.status as 'wachtend' | 'opgeschort' }),
      }}
      onSubmit={(body) => save.run({ params: { id: data.id }, body })}
      submitLabel="Wijziging opslaan"
      draftKey={`wachtlijst-${data.id}-wijziging`}
    >
      {data.status !== 'voorgesteld' && (
        <RadioField
          name="status"
          label="Kan deze persoon nu geplaatst worden?"
          options={[
            { value: 'wachtend', label: 'Ja, wacht op een plek' },
            {
              value: 'opgeschort',
              label: 'Nee, tijdelijk niet',
              hint: 'Bijvoorbeeld door opname of detentie. De wachttijd loopt door.',
            },
          ]}
        />
      )}
      <NumberField name="personen" label="Aantal mensen" />
      <NumberField name="kinderen" label="Van wie kinderen" />
      <WachtVelden keuzes={keuzes} />
    </Form>
  )
}

function VoorrangForm({ data }: Props) {
  const toast = useToast()
  const geven = !data.voorrang
  const save = useCommand(setVoorrang, {
    onDone: ({ gepasseerd }) =>
      toast.show(
        geven
          ? `De voorrang is gegeven. ${formatCount(gepasseerd, 'ander staat', 'anderen staan')} nu lager.`
          : 'De voorrang is ingetrokken.',
      ),
  })
  return (
    <Form
      schema={setVoorrang.body}
      defaultValues={{ versie: data.versie, geven }}
      onSubmit={(body) => save.run({ params: { id: data.id }, body })}
      submitLabel={geven ? 'Voorrang geven' : 'Voorrang intrekken'}
      draftKey={`wachtlijst-${data.id}-voorrang-${geven ? 'geven' : 'intrekken'}`}
    >
      <p>
        {geven
          ? 'Met voorrang staat iemand boven iedereen die ook geplaatst kan worden. Uw naam en de reden zijn te zien bij deze regel en worden geteld.'
          : 'Daarna telt de gewone volgorde weer.'}
      </p>
      <TextAreaField name="reden" label="Reden" max={500} />
    </Form>
  )
}

function EindeForm({ data, keuzes }: Props & { keuzes: Keuzes }) {
  const toast = useToast()
  const end = useCommand(endWachten, { onDone: () => toast.show('Het wachten is beëindigd.') })
  return (
    <Form
      schema={endWachten.body}
      defaultValues={{ versie: data.versie, op: today(), volgendeStapOp: addDays(today(), 7) }}
      onSubmit={(body) => end.run({ params: { id: data.id }, body })}
      submitLabel="Van de wachtlijst halen"
      draftKey={`wachtlijst-${data.id}-einde`}
    >
      <p>
        De wachttijd gaat verloren. De cliënt blijft in beeld: er blijft een contactpersoon met een volgende
        stap.
      </p>
      <SelectField
        name="reden"
        label="Waarom wacht deze persoon niet meer?"
        options={optionsOfKeuzes(keuzes.lijsten.eindreden_wachten)}
      />
      <DateField name="op" label="Sinds welke dag?" />
      <TextAreaField name="toelichting" label="Toelichting" optional max={1000} />
      <TextField
        name="volgendeStap"
        label="Wat is de volgende stap?"
        hint="Bijvoorbeeld: over een week bellen hoe het gaat."
      />
      <DateField name="volgendeStapOp" label="Uiterlijk wanneer?" />
    </Form>
  )
}
