import { FieldSet } from '@amsterdam/design-system-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { useMag } from '../../../ui/session.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  briefadresStatussen,
  contactvoorkeuren,
  geenBsnRedenen,
  geslachten,
  herkomstBewijzen,
  onbekendRedenen,
} from '../domain/keuzes.ts'
import { gemeenteLabel, loadGemeenten, optionsOf } from './opties.ts'

interface Waarden {
  isNn?: boolean
  geboortedatum?: string | null
  bsn?: string | null
  geenBsnReden?: string | null
  herkomstGemeente?: string | null
  woonplaatsGemeente?: string | null
  herkomstOnbekendReden?: string | null
  woonplaatsOnbekendReden?: string | null
}

/** Every field of a person in the order of a conversation; what does not apply is left out. */
export function PersoonFields({ heeftBsn = false }: { heeftBsn?: boolean }) {
  return (
    <>
      <NaamFields />
      <BsnFields heeftBsn={heeftBsn} />
      <GemeenteFields />
      <ContactFields />
    </>
  )
}

function useWaarden(): Waarden {
  const { control } = useFormContext<Waarden>()
  return useWatch({ control }) as Waarden
}

function NaamFields() {
  const { isNn, geboortedatum } = useWaarden()
  return (
    <FieldSet legend="Wie is het?" className="od-groep">
      <CheckboxField
        name="isNn"
        label="De naam is nog onbekend (NN)"
        hint="U kunt de naam later aanvullen. Vul in wat u wel weet, bijvoorbeeld een roepnaam."
      />
      <TextField name="voornamen" label="Voornamen" empty={null} optional />
      <TextField name="roepnaam" label="Roepnaam" empty={null} optional />
      <TextField name="tussenvoegsel" label="Tussenvoegsel" size={10} empty={null} optional />
      <TextField name="achternaam" label="Achternaam" empty={null} optional={isNn === true} />
      <DateField name="geboortedatum" label="Geboortedatum" empty={null} optional={isNn === true} />
      {!geboortedatum && (
        <NumberField
          name="geboortejaar"
          label="Geschat geboortejaar"
          hint="Alleen als de geboortedatum niet bekend is"
          size={6}
          empty={null}
          optional
        />
      )}
      <RadioField name="geslacht" label="Geslacht" options={optionsOf(geslachten)} />
    </FieldSet>
  )
}

function BsnFields({ heeftBsn }: { heeftBsn: boolean }) {
  const { bsn, geenBsnReden } = useWaarden()
  return (
    <FieldSet legend="Burgerservicenummer" className="od-groep">
      <TextField
        name="bsn"
        label="Burgerservicenummer"
        hint={
          heeftBsn
            ? 'Het nummer is bekend. Vul alleen iets in als het moet veranderen.'
            : 'Negen cijfers. Bekijk het document, maak er geen kopie van.'
        }
        size={12}
        inputMode="numeric"
        empty={null}
        optional={heeftBsn || Boolean(geenBsnReden)}
      />
      {!bsn && (
        <SelectField
          name="geenBsnReden"
          label={heeftBsn ? 'Nummer weghalen, omdat' : 'Of: waarom is er geen nummer?'}
          options={optionsOf(geenBsnRedenen)}
          emptyLabel={heeftBsn ? 'Nummer laten staan' : undefined}
          empty={null}
          optional={heeftBsn}
        />
      )}
    </FieldSet>
  )
}

function GemeenteFields() {
  const { herkomstGemeente, herkomstOnbekendReden, woonplaatsGemeente, woonplaatsOnbekendReden } =
    useWaarden()
  return (
    <FieldSet legend="Herkomst en woonplaats" className="od-groep">
      <ComboboxField
        name="herkomstGemeente"
        label="Gemeente van herkomst"
        hint="Waar iemand de laatste jaren thuishoorde. Typ een paar letters."
        load={loadGemeenten}
        initialLabel={gemeenteLabel(herkomstGemeente)}
        empty={null}
        optional={Boolean(herkomstOnbekendReden)}
      />
      {herkomstGemeente ? (
        <SelectField
          name="herkomstBewijs"
          label="Waaruit blijkt dat?"
          options={optionsOf(herkomstBewijzen)}
          empty={null}
        />
      ) : (
        <SelectField
          name="herkomstOnbekendReden"
          label="Of: waarom is de herkomst onbekend?"
          options={optionsOf(onbekendRedenen)}
          empty={null}
        />
      )}
      <ComboboxField
        name="woonplaatsGemeente"
        label="Gemeente waar iemand nu verblijft"
        load={loadGemeenten}
        initialLabel={gemeenteLabel(woonplaatsGemeente)}
        empty={null}
        optional={Boolean(woonplaatsOnbekendReden)}
      />
      {!woonplaatsGemeente && (
        <SelectField
          name="woonplaatsOnbekendReden"
          label="Of: waarom is de woonplaats onbekend?"
          options={optionsOf(onbekendRedenen)}
          empty={null}
        />
      )}
      <SelectField name="briefadresStatus" label="Briefadres" options={optionsOf(briefadresStatussen)} />
    </FieldSet>
  )
}

function ContactFields() {
  const mag = useMag()
  return (
    <FieldSet legend="Contact" className="od-groep">
      <TextField name="telefoon" label="Telefoonnummer" type="tel" size={20} empty={null} optional />
      <TextField name="email" label="E-mailadres" type="email" empty={null} optional />
      <SelectField
        name="contactvoorkeur"
        label="Hoe gaat contact het beste?"
        options={optionsOf(contactvoorkeuren)}
        empty={null}
        optional
      />
      <TextAreaField
        name="veiligContact"
        label="Afspraak over veilig contact"
        hint="Bijvoorbeeld: alleen bellen tussen 9 en 11 uur, geen voicemail. Dit staat bovenaan het dossier."
        rows={2}
        max={500}
        empty={null}
        optional
      />
      <TextField name="taal" label="Taal" size={20} empty={null} optional />
      <CheckboxField name="tolkNodig" label="Er is een tolk nodig" />
      {mag('vrouwenopvang.lezen') && (
        <CheckboxField
          name="isGeheim"
          label="Geheim dossier"
          hint="Alleen medewerkers van de vrouwenopvang zien dit dossier. Anderen kunnen het niet vinden, ook niet in nood."
        />
      )}
    </FieldSet>
  )
}
