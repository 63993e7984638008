import { SelectField } from '../../../ui/choice-fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { streefaantal, woningafspraak } from '../domain/soorten.ts'
import { datedScreen } from './dated-screen.tsx'

// What the region wants to reach, as dated numbers: plekken of a product and homes of a corporatie.

export const streefaantallen = datedScreen(streefaantal, {
  pad: '/beheer/streefaantallen',
  titel: 'Streefaantallen',
  lead: 'Hoeveel plekken van een product de regio wil hebben. Hoeveel er zijn, telt Onderdak zelf: zie Doelen voor plekken.',
  groep: () => 'Alle streefaantallen',
  naam: (sleutel, _, namen) => namen.product(sleutel.productId),
  inhoud: (waarde) =>
    waarde.uitgangspunt === null
      ? `${formatNumber(waarde.aantal)} plekken`
      : `${formatNumber(waarde.aantal)} plekken erbij, boven op ${formatNumber(waarde.uitgangspunt)}`,
  eindigen:
    'Mensen merken hier niets van. Vanaf deze dag staat het streefaantal niet meer bij Doelen voor plekken.',
  nieuw: {
    knop: 'Streefaantal toevoegen',
    waarde: { uitgangspunt: null, bron: null },
    velden: (namen) => <SelectField name="sleutel.productId" label="Product" options={namen.producten} />,
  },
  velden: () => (
    <>
      <NumberField name="waarde.aantal" label="Hoeveel plekken moeten er zijn?" suffix="plekken" />
      <NumberField
        name="waarde.uitgangspunt"
        label="Hoeveel plekken waren er al?"
        hint="Alleen als het doel is: zoveel plekken erbij. Laat leeg als het aantal hierboven het hele doel is."
        suffix="plekken"
        optional
        empty={null}
      />
    </>
  ),
})

export const woningafspraken = datedScreen(woningafspraak, {
  pad: '/beheer/woningafspraken',
  titel: 'Woningafspraken',
  lead: 'Hoeveel woningen een corporatie per jaar voor uitstroom beschikbaar stelt in een gemeente (prestatieafspraken). Hoeveel het er zijn, telt Onderdak zelf: zie Directe bemiddelingen.',
  groep: (sleutel, namen) => namen.gemeente(sleutel.gemeenteCode),
  naam: (sleutel, _, namen) =>
    `${namen.organisatie(sleutel.organisatieId)} in ${namen.gemeente(sleutel.gemeenteCode)}`,
  inhoud: (waarde) => `${formatNumber(waarde.aantal)} woningen per jaar`,
  eindigen:
    'Mensen merken hier niets van. Vanaf deze dag telt de afspraak niet meer mee bij Directe bemiddelingen.',
  nieuw: {
    knop: 'Woningafspraak toevoegen',
    waarde: { bron: null },
    velden: (namen) => (
      <>
        <SelectField name="sleutel.gemeenteCode" label="In welke gemeente?" options={namen.gemeenten} />
        <SelectField name="sleutel.organisatieId" label="Welke corporatie?" options={namen.organisaties} />
      </>
    ),
  },
  velden: () => <NumberField name="waarde.aantal" label="Hoeveel woningen per jaar?" suffix="woningen" />,
})
