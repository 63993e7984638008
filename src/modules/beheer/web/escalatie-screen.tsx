import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { duurTekst, escalatieniveau } from '../domain/soorten.ts'
import { datedScreen } from './dated-screen.tsx'

export const escalatieniveaus = datedScreen(escalatieniveau, {
  pad: '/beheer/escalatieniveaus',
  titel: 'Escalatieniveaus',
  lead: 'Op welk niveau een casus wordt besproken, wie daar aan zet is en binnen hoeveel dagen er een overleg of besluit is.',
  groep: () => 'Alle niveaus',
  naam: (sleutel, waarde) => `${sleutel.nummer}. ${waarde.naam}`,
  inhoud: (waarde) => `${waarde.wie}, binnen ${duurTekst(waarde.dagen, 'dagen')}`,
  eindigen: 'Een casus die op dit niveau ligt, blijft daar. Vanaf deze dag kan een casus er niet meer heen.',
  nieuw: {
    knop: 'Niveau toevoegen',
    waarde: { bron: null },
    velden: () => (
      <NumberField name="sleutel.nummer" label="Nummer" hint="Een hoger getal is een hoger niveau." />
    ),
  },
  velden: () => (
    <>
      <TextField name="waarde.naam" label="Naam" />
      <TextField
        name="waarde.wie"
        label="Wie is aan zet?"
        hint="Een functie of organisatie, bijvoorbeeld de regionale procesregisseur"
      />
      <NumberField name="waarde.dagen" label="Binnen hoeveel dagen is er een overleg of besluit?" />
    </>
  ),
})
