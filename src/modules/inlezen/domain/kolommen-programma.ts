import {
  activiteitsoorten,
  gepaard,
  knelpuntsoorten,
  koersen,
  onderdeelsoorten,
  organen,
  participaties,
  planningen,
  programmasoorten,
  resultaatsoorten,
  richtingen,
  standen,
  stellingrichtingen,
  uitkomsten,
} from '../../programma/domain/keuzes.ts'
import type { Celsoort, Kolom } from './kolommen.ts'

/** What a file about a programma holds; one kind per file, in the order in which they are read in. */
export const programmabestanden = {
  programmas: 'Visies en programma’s',
  onderdelen: 'Pijlers, doelen, speerpunten en thema’s',
  activiteiten: 'Activiteiten en pilots',
  resultaten: 'Resultaten en behaalde getallen',
  besluitmomenten: 'Besluiten over het vervolg',
  knelpunten: 'Knelpunten',
  metingen: 'Nul- en nametingen',
} as const
export type Programmabestand = keyof typeof programmabestanden

type Rest = Partial<Omit<Kolom, 'sleutel' | 'naam' | 'cel' | 'uitleg' | 'voorbeeld'>>

const kolom = (
  sleutel: string,
  naam: string,
  cel: Celsoort,
  uitleg: string,
  voorbeeld: string,
  rest: Rest = {},
): Kolom => ({ sleutel, naam, cel, uitleg, voorbeeld, verplicht: false, ...rest })

const nodig = { verplicht: true } as const
const tekst = (maximum = 200): Celsoort => ({ als: 'tekst', maximum })
const regels: Celsoort = { als: 'regels' }
const datum: Celsoort = { als: 'datum' }
const decimaal: Celsoort = { als: 'decimaal' }
const nummer: Celsoort = { als: 'getal', minimum: 1, maximum: 200 }
const keuze = (keuzes: Readonly<Record<string, string>>): Celsoort => ({ als: 'keuze', keuzes })
const kwartaal: Celsoort = { als: 'kwartaal' }
const jaNee = keuze({ ja: 'Ja', nee: 'Nee' })
const woorden = (namen: Readonly<Record<string, string>>) => Object.values(namen).join(', ')

const programma = kolom('programma', 'Programma', tekst(20), 'Code van het programma.', 'UP', nodig)
const bron = kolom('bron', 'Bron', tekst(300), 'Document en paragraaf.', 'Uitvoeringsprogramma §2.1', nodig)
const activiteit: readonly Kolom[] = [
  programma,
  kolom('activiteit', 'Activiteit', tekst(10), 'Nummer van de activiteit.', '1.3', nodig),
  kolom('paragraaf', 'Paragraaf', tekst(10), 'Alleen nodig als een nummer twee keer voorkomt.', ''),
]

const programmas: readonly Kolom[] = [
  kolom(
    'code',
    'Code',
    tekst(20),
    'Een korte naam. Andere bestanden noemen het programma met deze code.',
    'UP',
    nodig,
  ),
  kolom(
    'naam',
    'Naam',
    tekst(),
    'Naam van de visie of het programma.',
    'Uitvoeringsprogramma 2025-2027',
    nodig,
  ),
  kolom(
    'soort',
    'Soort',
    keuze(programmasoorten),
    `Een van: ${woorden(programmasoorten)}.`,
    'Uitvoeringsprogramma',
    nodig,
  ),
  kolom('vanaf', 'Van', datum, 'Eerste dag.', '1-1-2025', nodig),
  kolom('tot', 'Tot', datum, 'Eerste dag waarop het niet meer geldt; leeg als er geen einde is.', '1-1-2028'),
  kolom('vastgesteldOp', 'Vastgesteld op', datum, 'Dag van vaststellen.', ''),
  kolom('vastgesteldDoor', 'Vastgesteld door', tekst(), 'Bijvoorbeeld: de gemeenteraden.', ''),
  kolom('gemeenten', 'Gemeenten', regels, 'Eén per regel; leeg voor de hele regio.', ''),
  kolom('toelichting', 'Toelichting', tekst(4000), 'Waar het over gaat.', ''),
  bron,
]

const onderdelen: readonly Kolom[] = [
  programma,
  kolom('soort', 'Soort', keuze(onderdeelsoorten), `Een van: ${woorden(onderdeelsoorten)}.`, 'Thema', nodig),
  kolom('code', 'Code', tekst(20), 'Uniek in het programma.', 'T1', nodig),
  kolom('naam', 'Naam', tekst(300), 'Naam.', 'Wonen, met zorg', nodig),
  kolom('toelichting', 'Toelichting', tekst(4000), 'Wat ermee bedoeld is.', ''),
  kolom('onder', 'Valt onder', tekst(20), 'Code van het onderdeel erboven, in hetzelfde programma.', ''),
  kolom(
    'naar',
    'Hangt samen met',
    regels,
    'Waaraan het bijdraagt, één per regel: code van het programma, spatie, code van het onderdeel.',
    'WZV P1',
  ),
  bron,
]

const activiteiten: readonly Kolom[] = [
  programma,
  kolom('soort', 'Soort', keuze(activiteitsoorten), 'Activiteit of pilot.', 'Activiteit', nodig),
  kolom('code', 'Code', tekst(10), 'Nummer in het programma.', '1.3', nodig),
  kolom('paragraaf', 'Paragraaf', tekst(10), 'Alleen nodig als een nummer twee keer voorkomt.', ''),
  kolom('naam', 'Naam', tekst(), 'Naam.', 'Dekkend zorglandschap', nodig),
  kolom(
    'dient',
    'Dient',
    regels,
    'Thema’s en doelen, één per regel: code van het programma, spatie, code van het onderdeel.',
    'UP T1',
  ),
  kolom('toelichting', 'Toelichting', tekst(4000), 'Wat het is; bij een pilot de bedoeling.', ''),
  kolom(
    'vasteGroepen',
    'Vaste groepen',
    jaNee,
    'Of de vaste aandachtsgroepen erbij horen; leeg is ja.',
    'ja',
  ),
  kolom('groepen', 'Aandachtsgroepen', regels, 'Codes uit de lijst van de regio, één per regel.', 'AG03'),
  kolom('doel', 'Doel', tekst(4000), 'Wat het moet bereiken.', ''),
  kolom('hoe', 'Hoe', regels, 'Eén stap per regel.', 'Inventariseren'),
  kolom(
    'planning',
    'Wanneer',
    keuze({ ...planningen, kwartalen: 'Kwartalen', open: 'Open' }),
    'Kwartalen, doorlopend of open.',
    'kwartalen',
    nodig,
  ),
  kolom('vanKwartaal', 'Van kwartaal', kwartaal, 'Eerste kwartaal, bijvoorbeeld 2025-1.', '2025-1'),
  kolom('totKwartaal', 'Tot en met kwartaal', kwartaal, 'Laatste kwartaal, dat meetelt.', '2026-4'),
  kolom('planningBron', 'Wanneer in de bron', tekst(300), 'De planning zoals zij er staat.', ''),
  kolom('nodig', 'Wie nodig', regels, 'Eén per regel.', 'Woningcorporaties'),
  kolom('kartrekkers', 'Kartrekkers', regels, 'Wie het geheel trekt, één per regel.', 'Gemeente Vlaardingen'),
  kolom('opmerkingen', 'Opmerkingen', tekst(4000), 'Wat er verder over te zeggen is.', ''),
  kolom(
    'participatie',
    'Participatie',
    keuze({ ja: 'Ja', nee: 'Nee', nog_niet_bepaald: participaties.nog_niet_bepaald }),
    'Ja, nee of nog niet bepaald.',
    'nog niet bepaald',
    nodig,
  ),
  kolom(
    'participatieHoe',
    'Participatie hoe',
    tekst(2000),
    'Hoe inwoners of ervaringsdeskundigen meedoen; verplicht bij ja.',
    '',
  ),
  kolom('verbanden', 'Andere programma’s', regels, 'Eén per regel.', '', { ookWel: ["andere programma's"] }),
  kolom(
    'stand',
    'Stand',
    keuze(standen),
    `Een van: ${woorden(standen)}. Leeg als die niet bekend is.`,
    'In uitvoering',
  ),
  kolom('koers', 'Koers', keuze(koersen), 'Op schema of vertraagd; leeg als dat niet te zeggen is.', ''),
  kolom('reden', 'Reden', tekst(1000), 'Verplicht bij vertraagd en bij gestopt voor het einde.', ''),
  kolom('standOp', 'Stand op', datum, 'Dag van de stand; leeg is de peildatum van het bestand.', ''),
  kolom('standVanZaken', 'Stand van zaken', tekst(4000), 'Wat er gedaan is.', ''),
  kolom('inzichten', 'Inzichten', tekst(4000), 'Wat men leerde.', ''),
  kolom('vervolg', 'Vervolg', tekst(4000), 'Wat er nu komt.', ''),
  kolom(
    'openbaar',
    'Openbaar',
    jaNee,
    'Of iedereen de stand van zaken mag lezen als het programma openbaar is; leeg is nee.',
    'nee',
  ),
  bron,
]

const resultaten: readonly Kolom[] = [
  ...activiteit,
  kolom(
    'nummer',
    'Nummer',
    nummer,
    'Nummer van het resultaat. Hetzelfde nummer weer: nog een getal.',
    '1',
    nodig,
  ),
  kolom(
    'resultaat',
    'Resultaat',
    tekst(500),
    'Wat het resultaat is; leeg bij een volgend getal.',
    'Woningen voor Housing First',
  ),
  kolom(
    'soort',
    'Soort',
    keuze({ ...resultaatsoorten, output: 'Output', outcome: 'Outcome', effect: 'Effect' }),
    'Output, outcome of effect; leeg is output.',
    'output',
  ),
  kolom('eenheid', 'Eenheid', tekst(60), 'Waarin het wordt geteld; leeg als het geen getal is.', 'woningen'),
  kolom('streefwaarde', 'Streefwaarde', decimaal, 'Het getal dat gehaald moet worden.', '10'),
  kolom(
    'richting',
    'Beter is',
    keuze({ ...richtingen, hoger: 'Hoger', lager: 'Lager' }),
    'Hoger of lager; leeg is hoger.',
    'hoger',
  ),
  kolom('streefdatum', 'Streefdatum', datum, 'Dag waarop het gehaald moet zijn.', '31-12-2027'),
  kolom('indicator', 'Indicator', tekst(60), 'Naam van een indicator in Onderdak die het volgt.', ''),
  kolom('waarde', 'Waarde', decimaal, 'Behaald getal.', '4'),
  kolom(
    'waardeOp',
    'Waarde op',
    datum,
    'Dag waarover het getal gaat; leeg is de peildatum van het bestand.',
    '30-9-2026',
  ),
  kolom('toelichting', 'Toelichting', tekst(1000), 'Wat erbij te zeggen is.', ''),
  kolom('kartrekkers', 'Kartrekkers', regels, 'Wie dit resultaat trekt, één per regel.', ''),
  kolom(
    'bron',
    'Bron',
    tekst(300),
    'Waar het getal staat; leeg is de bron van het bestand.',
    'Voortgangsrapportage §2.1',
  ),
]

const besluitmomenten: readonly Kolom[] = [
  ...activiteit,
  kolom('waarover', 'Waarover', tekst(500), 'Wat er te besluiten is.', 'Doorgaan na 2026', nodig),
  kolom('criteria', 'Criteria', tekst(2000), 'Waaraan het wordt afgemeten.', ''),
  kolom(
    'orgaan',
    'Orgaan',
    keuze({ ...organen, raad: 'Raad', college: 'College', rbo: 'RBO', asg: 'ASG' }),
    'Raad, college, RBO, ASG, stuurgroep of programmamanager.',
    'college',
    nodig,
  ),
  kolom('geplandOp', 'Gepland op', datum, 'Uiterste dag.', '31-3-2027', nodig),
  kolom(
    'uitkomst',
    'Uitkomst',
    keuze(uitkomsten),
    `Een van: ${woorden(uitkomsten)}. Leeg zolang niet besloten.`,
    '',
  ),
  kolom('beslotenOp', 'Besloten op', datum, 'Dag van het besluit.', ''),
  kolom('motivering', 'Motivering', tekst(2000), 'Waarom zo is besloten.', ''),
  bron,
]

const knelpunten: readonly Kolom[] = [
  ...activiteit,
  kolom(
    'soort',
    'Soort',
    keuze(Object.fromEntries(Object.keys(knelpuntsoorten).map((code) => [code, code]))),
    `Een van: ${Object.keys(knelpuntsoorten).join(', ')}.`,
    'capaciteit',
    nodig,
  ),
  kolom(
    'omschrijving',
    'Omschrijving',
    tekst(1000),
    'Wat er aan de hand is.',
    'Te weinig begeleiders',
    nodig,
  ),
  kolom('gemeldOp', 'Gemeld op', datum, 'Dag van melden.', '1-9-2026', nodig),
  kolom('opgelostOp', 'Opgelost op', datum, 'Dag van oplossen; leeg zolang niet.', ''),
  kolom('oplossing', 'Oplossing', tekst(1000), 'Hoe het is opgelost.', ''),
  bron,
]

const metingen: readonly Kolom[] = [
  ...activiteit,
  kolom(
    'meting',
    'Meting',
    tekst(),
    'Naam van de meting, met de groep. Rijen met dezelfde naam horen bij elkaar.',
    'Groep 1',
    nodig,
  ),
  kolom('schaalVan', 'Schaal van', decimaal, 'Laagste antwoord.', '1', nodig),
  kolom('schaalTot', 'Schaal tot', decimaal, 'Hoogste antwoord.', '10', nodig),
  kolom(
    'gepaard',
    'Gepaard',
    keuze({ ...gepaard, ja: 'Ja', nee: 'Nee', onbekend: 'Onbekend' }),
    'Of dezelfde mensen twee keer antwoordden: ja, nee of onbekend.',
    'onbekend',
    nodig,
  ),
  kolom('nulOp', 'Nul op', datum, 'Dag van de nulmeting.', ''),
  kolom('naOp', 'Na op', datum, 'Dag van de nameting.', ''),
  kolom(
    'aantalNul',
    'Aantal nul',
    { als: 'getal', minimum: 1, maximum: 100_000 },
    'Hoeveel mensen bij de nulmeting antwoordden.',
    '',
  ),
  kolom(
    'aantalNa',
    'Aantal na',
    { als: 'getal', minimum: 1, maximum: 100_000 },
    'Hoeveel mensen bij de nameting antwoordden.',
    '',
  ),
  kolom('nummer', 'Nummer', nummer, 'Nummer van de stelling.', '1', nodig),
  kolom(
    'stelling',
    'Stelling',
    tekst(300),
    'De vraag of stelling.',
    'Ik weet waar ik hulp kan vinden',
    nodig,
  ),
  kolom(
    'richting',
    'Richting',
    keuze({ ...stellingrichtingen, hoger: 'Hoger', lager: 'Lager', geen: 'Geen' }),
    'Wat beter is: hoger, lager of geen.',
    'hoger',
    nodig,
  ),
  kolom('nul', 'Nul', decimaal, 'Gemiddelde van de nulmeting.', '4,1'),
  kolom('na', 'Na', decimaal, 'Gemiddelde van de nameting.', '6,9'),
  kolom('verschil', 'Verschil', decimaal, 'Verschil zoals de bron het geeft.', '2,8'),
  bron,
]

export const programmakolommen: Readonly<Record<Programmabestand, readonly Kolom[]>> = {
  programmas,
  onderdelen,
  activiteiten,
  resultaten,
  besluitmomenten,
  knelpunten,
  metingen,
}

/** What makes two rows the same thing, per kind; a result may come more often, with other days. */
export const programmakenmerken: Readonly<
  Record<Programmabestand, { readonly delen: readonly string[]; readonly kolom: string }>
> = {
  programmas: { delen: ['code'], kolom: 'code' },
  onderdelen: { delen: ['programma', 'code'], kolom: 'code' },
  activiteiten: { delen: ['programma', 'code', 'paragraaf'], kolom: 'code' },
  resultaten: { delen: ['programma', 'activiteit', 'paragraaf', 'nummer', 'waardeOp'], kolom: 'nummer' },
  besluitmomenten: { delen: ['programma', 'activiteit', 'paragraaf', 'waarover'], kolom: 'waarover' },
  knelpunten: { delen: ['programma', 'activiteit', 'paragraaf', 'omschrijving'], kolom: 'omschrijving' },
  metingen: { delen: ['programma', 'activiteit', 'paragraaf', 'meting', 'nummer'], kolom: 'nummer' },
}
