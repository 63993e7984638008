import { CheckboxField, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { eenhedenVoor } from '../domain/grenzen.ts'
import {
  criteria,
  domeinen,
  duurTekst,
  eenheden,
  fase,
  instelling,
  keuze,
  mandaat,
  prioriteitsregel,
  productOvergang,
  regioGemeente,
  termijn,
  voorwaarden,
} from '../domain/soorten.ts'
import { CriteriaVelden } from './criteria-fields.tsx'
import { datedScreen } from './dated-screen.tsx'
import { streefaantallen, woningafspraken } from './doel-screens.tsx'
import { escalatieniveaus } from './escalatie-screen.tsx'
import { ethosregels } from './ethos-screen.tsx'

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const DomeinVeld = () => (
  <SelectField name="sleutel.domein" label="Deel van de keten" options={optionsOf(domeinen)} />
)
const CodeVeld = () => (
  <TextField
    name="sleutel.code"
    label="Code"
    hint="Kleine letters en _, bijvoorbeeld huisarts. De code blijft altijd gelijk."
  />
)

export const termijnen = datedScreen(termijn, {
  pad: '/beheer/termijnen',
  titel: 'Termijnen',
  lead: 'Hoeveel tijd er is voor elke stap. Wie al een uiterste dag heeft, houdt die. Wat een wijziging doet, ziet u voor u haar opslaat.',
  groep: () => 'Alle termijnen',
  naam: (_, waarde) => waarde.naam,
  inhoud: (waarde) => `${duurTekst(waarde.aantal, waarde.eenheid)}${waarde.wettelijk ? ' (wettelijk)' : ''}`,
  velden: (_, __, sleutel) => (
    <>
      <TextField name="waarde.naam" label="Naam" />
      <NumberField name="waarde.aantal" label="Aantal" />
      <SelectField
        name="waarde.eenheid"
        label="Eenheid"
        options={optionsOf(eenheden).filter(({ value }) =>
          eenhedenVoor(sleutel.code ?? '').some((one) => one === value),
        )}
      />
      <CheckboxField
        name="waarde.wettelijk"
        label="Dit is een wettelijke termijn"
        hint="Eindigt hij in het weekend of op een feestdag, dan telt de eerstvolgende werkdag."
      />
    </>
  ),
})

const vasteKeuzes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tweede_weigering: {
    overleg: 'Overleg met de persoon',
    achteraan: 'Achteraan op de lijst',
    van_de_lijst: 'Van de lijst',
  },
}
export const instellingen = datedScreen(instelling, {
  pad: '/beheer/instellingen',
  titel: 'Instellingen',
  lead: 'Losse keuzes van de regio.',
  groep: () => 'Alle instellingen',
  naam: (_, waarde) => waarde.naam,
  inhoud: (waarde) =>
    Object.values(vasteKeuzes).find((one) => waarde.waarde in one)?.[waarde.waarde] ?? waarde.waarde,
  velden: (waarde, _, sleutel) => {
    const vast = vasteKeuzes[sleutel.code ?? '']
    const options = vast
      ? optionsOf(vast)
      : waarde.soort === 'ja_nee'
        ? optionsOf({ ja: 'Ja', nee: 'Nee' })
        : undefined
    const label = waarde.naam ?? 'Waarde'
    return options ? (
      <RadioField name="waarde.waarde" label={label} options={options} />
    ) : (
      <TextField
        name="waarde.waarde"
        label={label}
        inputMode={waarde.soort === 'getal' ? 'numeric' : 'text'}
      />
    )
  },
})

const lijstnaam = (lijst: string) => (lijst.charAt(0).toUpperCase() + lijst.slice(1)).replaceAll('_', ' ')
export const keuzelijsten = datedScreen(keuze, {
  pad: '/beheer/keuzelijsten',
  titel: 'Keuzelijsten',
  lead: 'Waaruit medewerkers kunnen kiezen. Waar een keuze al is gemaakt, blijft zij staan.',
  groep: (sleutel) => lijstnaam(sleutel.lijst),
  naam: (_, waarde) => waarde.naam,
  inhoud: (waarde) =>
    [waarde.uitleg || 'Te kiezen', ...(waarde.bron ? [`Bron: ${waarde.bron}`] : [])].join('. '),
  eindigen: 'Waar deze keuze al is gemaakt, blijft zij staan. Vanaf deze dag kan niemand haar meer kiezen.',
  nieuw: {
    knop: 'Keuze toevoegen',
    waarde: { volgorde: 50, uitleg: '', bron: null },
    velden: () => (
      <>
        <TextField
          name="sleutel.lijst"
          label="Lijst"
          hint="De naam van de lijst zoals in het overzicht, met kleine letters en _."
        />
        <CodeVeld />
      </>
    ),
  },
  velden: () => (
    <>
      <TextField name="waarde.naam" label="Naam op het scherm" />
      <NumberField name="waarde.volgorde" label="Volgorde" hint="Een lager getal staat hoger in de lijst." />
      <TextField name="waarde.uitleg" label="Uitleg" optional empty="" />
    </>
  ),
})

const beginPunten = { verblijf: 'het begin van een verblijf', uitstroomgereed: 'klaar zijn om te vertrekken' }

export const fasen = datedScreen(fase, {
  pad: '/beheer/fasen',
  titel: 'Fasen',
  lead: 'De fasen van een traject, per deel van de keten.',
  groep: (sleutel) => domeinen[sleutel.domein],
  naam: (_, waarde) => `${waarde.volgorde}. ${waarde.naam}`,
  inhoud: (waarde) =>
    [
      waarde.omschrijving || 'Geen omschrijving',
      ...(waarde.termijnAantal && waarde.termijnEenheid
        ? [
            `Hooguit ${duurTekst(waarde.termijnAantal, waarde.termijnEenheid)}, sein ${waarde.waarschuwDagen} dagen ervoor.`,
          ]
        : []),
      ...(waarde.begintBij ? [`Begint vanzelf bij ${beginPunten[waarde.begintBij]}.`] : []),
    ].join(' '),
  eindigen: 'Wie nu in deze fase is, blijft erin. Vanaf deze dag kan niemand er meer in komen.',
  nieuw: {
    knop: 'Fase toevoegen',
    waarde: {
      omschrijving: '',
      termijnAantal: null,
      termijnEenheid: null,
      waarschuwDagen: 28,
      begintBij: null,
      bron: null,
    },
    velden: () => (
      <>
        <DomeinVeld />
        <CodeVeld />
      </>
    ),
  },
  velden: () => (
    <>
      <TextField name="waarde.naam" label="Naam" />
      <NumberField name="waarde.volgorde" label="Volgorde" hint="De eerste fase is 1." />
      <TextAreaField name="waarde.omschrijving" label="Wat gebeurt er in deze fase?" optional max={1000} />
      <NumberField
        name="waarde.termijnAantal"
        label="Hoelang duurt deze fase hooguit?"
        hint="Leeg als er geen grens is. Een nieuwe termijn geldt voor wie daarna in de fase komt."
        optional
        empty={null}
      />
      <SelectField
        name="waarde.termijnEenheid"
        label="Eenheid"
        options={optionsOf({ dagen: 'dagen', weken: 'weken', maanden: 'maanden' })}
        optional
        empty={null}
      />
      <NumberField name="waarde.waarschuwDagen" label="Hoeveel dagen vooraf komt er een sein?" />
      <SelectField
        name="waarde.begintBij"
        label="Begint deze fase vanzelf?"
        options={optionsOf(beginPunten)}
        emptyLabel="Nee, iemand kiest haar"
        optional
        empty={null}
      />
    </>
  ),
})

export const productOvergangen = datedScreen(productOvergang, {
  pad: '/beheer/product-overgangen',
  titel: 'Toegestane stappen',
  lead: 'Welk product op welk product mag volgen. Staat een product er niet bij, dan mag daarna alles. Een stap buiten deze lijst kan alleen met een reden.',
  groep: (sleutel, namen) => `Na ${namen.product(sleutel.vanProductId)}`,
  naam: (sleutel, _, namen) => namen.product(sleutel.naarProductId),
  inhoud: (waarde) => waarde.voorwaarde || 'Voor iedereen',
  eindigen:
    'Stappen die al zijn gezet, blijven. Vanaf deze dag kan deze stap alleen nog met een reden. Was het de laatste stap na dit product, dan mag daarna alles.',
  nieuw: {
    knop: 'Stap toevoegen',
    waarde: { voorwaarde: '', bron: null },
    velden: (namen) => (
      <>
        <SelectField name="sleutel.vanProductId" label="Van welk product?" options={namen.producten} />
        <SelectField name="sleutel.naarProductId" label="Naar welk product?" options={namen.producten} />
      </>
    ),
  },
  velden: () => (
    <TextField
      name="waarde.voorwaarde"
      label="Voor wie is deze stap?"
      hint="Leeg als de stap voor iedereen mag."
      optional
      empty=""
    />
  ),
})

export const toelating = datedScreen(criteria, {
  pad: '/beheer/criteria',
  titel: 'Toelatingscriteria',
  lead: 'De beleidsregels voor toegang. Elke wijziging is een nieuwe versie; oude besluiten houden hun eigen versie.',
  groep: (sleutel) => domeinen[sleutel.domein],
  naam: (_, waarde) => waarde.naam,
  inhoud: (waarde) => (
    <ul className="od-menu">
      {waarde.vragen.map((vraag) => (
        <li key={vraag.code}>{vraag.tekst}</li>
      ))}
    </ul>
  ),
  nieuw: { knop: 'Criteria toevoegen', waarde: { vragen: [], bron: null }, velden: () => <DomeinVeld /> },
  velden: () => (
    <>
      <TextField name="waarde.naam" label="Naam" />
      <CriteriaVelden />
    </>
  ),
})

const soortnamen = { poort: 'Poort (voldoet iemand?)', trede: 'Trede (wie eerst?)' }
export const volgorderegels = datedScreen(prioriteitsregel, {
  pad: '/beheer/volgorderegels',
  titel: 'Volgorderegels',
  lead: 'Wie gaat voor op de wachtlijst: eerst de poorten, dan de treden, dan de wachttijd.',
  groep: (sleutel) => domeinen[sleutel.domein],
  naam: (sleutel, waarde) =>
    `${sleutel.soort === 'poort' ? 'Poort' : 'Trede'} ${sleutel.volgorde}: ${waarde.naam}`,
  inhoud: (waarde) => voorwaarden[waarde.voorwaarde],
  eindigen:
    'De volgorde op de wachtlijst wordt vanaf deze dag zonder deze regel bepaald, ook voor wie al wacht.',
  nieuw: {
    knop: 'Volgorderegel toevoegen',
    waarde: { bron: null },
    velden: () => (
      <>
        <DomeinVeld />
        <RadioField name="sleutel.soort" label="Soort regel" options={optionsOf(soortnamen)} />
        <NumberField
          name="sleutel.volgorde"
          label="Plaats"
          hint="1 gaat voor 2. De plaats van een regel blijft gelijk."
        />
      </>
    ),
  },
  velden: () => (
    <>
      <SelectField
        name="waarde.voorwaarde"
        label="Wanneer geldt de regel?"
        options={optionsOf(voorwaarden)}
      />
      <TextField name="waarde.naam" label="Naam" />
      <TextField
        name="waarde.uitleg"
        label="Uitleg"
        hint="Staat bij wie door deze regel voorgaat, bijvoorbeeld: er zijn minderjarige kinderen."
      />
    </>
  ),
})

export const mandaten = datedScreen(mandaat, {
  pad: '/beheer/mandaten',
  titel: 'Mandaten',
  lead: 'Welke organisatie namens welke gemeente beslist (Wmo 2015 artikel 2.6.3).',
  groep: (sleutel) => domeinen[sleutel.domein],
  naam: (sleutel, _, namen) => namen.gemeente(sleutel.gemeenteCode),
  inhoud: (waarde, namen) => `${namen.organisatie(waarde.organisatieId)}, op grond van ${waarde.grondslag}`,
  eindigen:
    'Besluiten die al zijn genomen, blijven geldig. Vanaf deze dag beslist deze organisatie niet meer namens de gemeente, ook niet op aanvragen die er al liggen.',
  nieuw: {
    knop: 'Mandaat toevoegen',
    waarde: { bron: null },
    velden: (namen) => (
      <>
        <SelectField name="sleutel.gemeenteCode" label="Namens welke gemeente?" options={namen.gemeenten} />
        <SelectField
          name="sleutel.domein"
          label="Deel van de keten"
          options={optionsOf({ BW: domeinen.BW, MO: domeinen.MO, VO: domeinen.VO })}
        />
      </>
    ),
  },
  velden: (_, namen) => (
    <>
      <SelectField name="waarde.organisatieId" label="Wie beslist?" options={namen.organisaties} />
      <TextField name="waarde.grondslag" label="Besluit of overeenkomst waarop het mandaat rust" />
    </>
  ),
})

export const gemeenten = datedScreen(regioGemeente, {
  pad: '/beheer/gemeenten',
  titel: 'Gemeenten van de regio',
  lead: 'Welke gemeenten meedoen, met CBS-code.',
  groep: () => 'Alle gemeenten',
  naam: (sleutel, _, namen) => `${namen.gemeente(sleutel.gemeenteCode)} (${sleutel.gemeenteCode})`,
  inhoud: (waarde) =>
    [
      waarde.isCentrumgemeente ? 'Centrumgemeente' : 'Gemeente',
      ...(waarde.inwoners ? [`${formatNumber(waarde.inwoners)} inwoners`] : []),
    ].join(', '),
  eindigen:
    'Wat al is vastgelegd, blijft. Vanaf deze dag hoort de gemeente niet meer bij de regio en kan niemand haar meer kiezen.',
  nieuw: {
    knop: 'Gemeente toevoegen',
    waarde: { isCentrumgemeente: false, inwoners: null, bron: null },
    velden: (namen) => <SelectField name="sleutel.gemeenteCode" label="Gemeente" options={namen.gemeenten} />,
  },
  velden: () => (
    <>
      <CheckboxField name="waarde.isCentrumgemeente" label="Dit is de centrumgemeente" />
      <NumberField name="waarde.inwoners" label="Aantal inwoners" optional empty={null} />
    </>
  ),
})

export const datedScreens = [
  gemeenten,
  mandaten,
  termijnen,
  volgorderegels,
  toelating,
  keuzelijsten,
  fasen,
  escalatieniveaus,
  ethosregels,
  productOvergangen,
  streefaantallen,
  woningafspraken,
  instellingen,
]
