import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { Jeugdgegevens } from '../../delen/web/deel-form.tsx'
import { afsluitredenen } from '../../opvolging/domain/contract.ts'
import {
  type Afspraak,
  getNazorgkeuzes,
  type Nazorgkeuzes,
  type NazorgVan,
  postContact,
  postFrequentie,
  postNazorg,
  postOpschaling,
  postStap,
} from '../domain/api.ts'
import { aanbiedersoorten, uitkomsten, wijzen } from '../domain/contract.ts'
import { optionsOf } from './woorden.ts'

const geen: Nazorgkeuzes = {
  organisaties: [],
  jeugdwetToestemmingNodig: false,
  toestemmingen: [],
  medewerkers: [],
  producten: [],
  redenenGeen: [],
  eindredenen: [],
}

export function useNazorgkeuzes(persoonId: string): Nazorgkeuzes {
  return useEndpoint(getNazorgkeuzes, { params: { id: persoonId } }).data ?? geen
}

const codes = (keuzes: readonly { code: string; naam: string }[]) =>
  keuzes.map(({ code, naam }) => ({ value: code, label: naam }))
const namen = (keuzes: readonly { id: string; naam: string }[]) =>
  keuzes.map(({ id, naam }) => ({ value: id, label: naam }))

/** After a departure: nazorg with who gives it, or why not. */
export function NazorgForm({
  uitstroom,
  persoonId,
}: {
  uitstroom: NazorgVan['uitstromen'][number]
  persoonId: string
}) {
  const { verblijfId, alleenId } = uitstroom
  const toast = useToast()
  const keuzes = useNazorgkeuzes(persoonId)
  const save = useCommand(postNazorg, { onDone: () => toast.show('Vastgelegd.') })
  return (
    <Form
      draftKey={`nazorg-${verblijfId}`}
      schema={postNazorg.body}
      defaultValues={{ persoonId: alleenId } as never}
      onSubmit={(body) => save.run({ params: { id: verblijfId }, body })}
      submitLabel="Nazorg vastleggen"
    >
      {(form) => {
        const besluit: unknown = form.watch('besluit' as never)
        return (
          <>
            <RadioField
              name="besluit"
              label="Komt er nazorg?"
              options={[
                { value: 'wel', label: 'Ja', hint: 'Iemand houdt af en toe contact.' },
                { value: 'geen', label: 'Nee', hint: 'U kiest waarom niet.' },
              ]}
            />
            <DateField name="op" label="Op welke dag is dit besproken?" today />
            {besluit === 'geen' && (
              <>
                <SelectField name="redenGeen" label="Waarom niet?" options={codes(keuzes.redenenGeen)} />
                <TextField name="toelichting" label="Toelichting" optional empty={null} />
              </>
            )}
            {besluit === 'wel' && (
              <WelVelden
                keuzes={keuzes}
                aanbieder={form.watch('aanbieder' as never)}
                organisatieId={form.watch('organisatieId' as never)}
              />
            )}
          </>
        )
      }}
    </Form>
  )
}

function WelVelden(props: { keuzes: Nazorgkeuzes; aanbieder: unknown; organisatieId: unknown }) {
  const { keuzes, aanbieder } = props
  const gekozen = keuzes.organisaties.find((een) => een.id === props.organisatieId)
  const voorGekozen = keuzes.toestemmingen.filter((een) => een.organisatieId === gekozen?.id)
  const buiten = keuzes.toestemmingen.filter((een) => een.organisatieId === null)
  return (
    <>
      <RadioField name="aanbieder" label="Wie geeft de nazorg?" options={optionsOf(aanbiedersoorten)} />
      {aanbieder === 'organisatie' && (
        <SelectField
          name="organisatieId"
          label="Organisatie"
          hint="Zij moet de nazorg nog aannemen."
          options={keuzes.organisaties.map((een) => ({
            value: een.id,
            label: een.isAangesloten ? `${een.naam} (doet nazorg)` : een.naam,
          }))}
        />
      )}
      {aanbieder === 'organisatie' && gekozen?.vraagtToestemming && (
        <SelectField
          name="toestemmingId"
          label="Toestemming van de cliënt"
          hint="Leg die eerst vast bij Delen, met de gegevens Warme overdracht."
          options={namen(voorGekozen)}
        />
      )}
      {aanbieder === 'buiten' && (
        <>
          <SelectField
            name="toestemmingId"
            label="Toestemming voor deze aanbieder"
            hint="Staat de aanbieder er niet bij? Leg dan eerst een toestemming vast bij Delen."
            options={namen(buiten)}
          />
          <TextField name="contactNaam" label="Contactpersoon daar" optional empty={null} />
        </>
      )}
      {aanbieder !== 'eigen' && <Jeugdgegevens nodig={keuzes.jeugdwetToestemmingNodig} set="overdracht" />}
      <NumberField
        name="elkeWeken"
        label="Om de hoeveel weken is er contact?"
        hint="1 tot en met 26 weken"
        suffix="weken"
        size={3}
      />
      <DateField name="begintOp" label="Vanaf welke dag?" today />
      <DateField name="tot" label="Tot welke dag?" hint="Hooguit een jaar. Daarna spreekt u opnieuw af." />
      <TextAreaField name="afspraken" label="Wat is er afgesproken?" rows={3} optional empty={null} />
    </>
  )
}

/** A contact; the next day follows by itself. */
/** More or less often contact, from a day. */
export function FrequentieForm({ one }: { one: Afspraak }) {
  const toast = useToast()
  const save = useCommand(postFrequentie, { onDone: () => toast.show('De frequentie is gewijzigd.') })
  return (
    <Form
      draftKey={`nazorgfrequentie-${one.id}`}
      schema={postFrequentie.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      submitLabel="Frequentie wijzigen"
    >
      <NumberField name="elkeWeken" label="Om de hoeveel weken contact?" suffix="weken" />
      <DateField name="van" label="Vanaf welke dag?" />
      <TextField name="reden" label="Waarom vaker of minder vaak?" />
    </Form>
  )
}

export function ContactForm({ one }: { one: Afspraak }) {
  const toast = useToast()
  const save = useCommand(postContact, { onDone: () => toast.show('Het contact is vastgelegd.') })
  return (
    <Form
      draftKey={`nazorg-${one.id}-contact`}
      startsAgain
      schema={postContact.body}
      defaultValues={{} as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      submitLabel="Contact vastleggen"
    >
      <DateField name="op" label="Op welke dag?" today />
      <RadioField name="wijze" label="Hoe ging het contact?" options={optionsOf(wijzen)} />
      <RadioField
        name="uitkomst"
        label="Hoe gaat het?"
        hint="Niet bereikt telt niet als contact."
        options={optionsOf(uitkomsten)}
      />
      <TextAreaField name="toelichting" label="Toelichting" rows={2} optional empty={null} />
    </Form>
  )
}

type Stap = 'aannemen' | 'weigeren' | 'intrekken' | 'afronden' | 'stoppen'

const klaar: Readonly<Record<Stap, string>> = {
  aannemen: 'Aangenomen. U bent nu de contactpersoon.',
  weigeren: 'Geweigerd.',
  intrekken: 'Ingetrokken.',
  afronden: 'De nazorg is afgerond.',
  stoppen: 'De nazorg is gestopt.',
}
const knop: Readonly<Record<Stap, string>> = {
  aannemen: 'Nazorg aannemen',
  weigeren: 'Nazorg weigeren',
  intrekken: 'Intrekken',
  afronden: 'Nazorg afronden',
  stoppen: 'Nazorg stoppen',
}

export function StapForm({ one, actie, persoonId }: { one: Afspraak; actie: Stap; persoonId: string }) {
  const toast = useToast()
  const keuzes = useNazorgkeuzes(persoonId)
  const save = useCommand(postStap, { onDone: () => toast.show(klaar[actie]) })
  const eindigt = actie === 'afronden' || actie === 'stoppen'
  return (
    <Form
      draftKey={`nazorg-${one.id}-${actie}`}
      schema={postStap.body}
      defaultValues={{ versie: one.versie, actie, ...(eindigt && { vervolg: { soort: 'stap' } }) } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      submitLabel={knop[actie]}
    >
      {(form) => (
        <>
          <DateField name="op" label={eindigt ? 'Laatste dag' : 'Op welke dag?'} today />
          {actie === 'stoppen' && (
            <SelectField name="reden" label="Waarom stopt de nazorg?" options={codes(keuzes.eindredenen)} />
          )}
          {actie === 'weigeren' && <TextField name="toelichting" label="Waarom kan het niet?" />}
          {actie !== 'weigeren' && actie !== 'aannemen' && (
            <TextField name="toelichting" label="Toelichting" optional empty={null} />
          )}
          {eindigt && <VervolgVelden soort={form.watch('vervolg.soort' as never)} />}
        </>
      )}
    </Form>
  )
}

function VervolgVelden({ soort }: { soort: unknown }) {
  return (
    <>
      <RadioField
        name="vervolg.soort"
        label="Hoe gaat het verder?"
        options={[
          { value: 'stap', label: 'Er is een volgende stap' },
          { value: 'afsluiten', label: 'De opvolging kan dicht', hint: 'Alleen als er niets meer loopt.' },
        ]}
      />
      {soort === 'afsluiten' ? (
        <>
          <SelectField
            name="vervolg.reden"
            label="Waarom kan de opvolging dicht?"
            options={optionsOf(afsluitredenen)}
          />
          <TextField name="vervolg.toelichting" label="Toelichting op het afsluiten" />
        </>
      ) : (
        <>
          <TextField name="vervolg.volgendeStap" label="Volgende stap" />
          <DateField name="vervolg.volgendeStapOp" label="Uiterlijk op" />
        </>
      )}
    </>
  )
}

/** Waakvlam → active help in one step. */
export function OpschaalForm({ one, persoonId }: { one: Afspraak; persoonId: string }) {
  const toast = useToast()
  const keuzes = useNazorgkeuzes(persoonId)
  const save = useCommand(postOpschaling, {
    onDone: () => toast.show('De actieve hulp is gestart. Een nieuwe intake is niet nodig.'),
  })
  return (
    <Form
      draftKey={`nazorg-${one.id}-opschaling`}
      schema={postOpschaling.body}
      defaultValues={{ versie: one.versie } as never}
      onSubmit={(body) => save.run({ params: { id: one.id }, body })}
      submitLabel="Actieve hulp starten"
    >
      <p>
        Het traject gaat verder met een terugval, zonder nieuwe melding of intake. Loopt er geen traject, dan
        begint er een. De nazorg eindigt.
      </p>
      <DateField name="op" label="Sinds welke dag?" today />
      <TextField name="reden" label="Wat is er aan de hand?" />
      <TextField name="volgendeStap" label="Volgende stap" />
      <DateField name="volgendeStapOp" label="Uiterlijk op" />
      <SelectField
        name="aanspreekpuntId"
        label="Vast aanspreekpunt"
        optional
        empty={null}
        emptyLabel="Blijft zoals het is"
        options={namen(keuzes.medewerkers)}
      />
      <SelectField
        name="productId"
        label="Product"
        optional
        empty={null}
        emptyLabel="Nog geen product"
        options={namen(keuzes.producten)}
      />
    </Form>
  )
}
