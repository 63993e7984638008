/** One column of the file that goes out. */
interface Bestandskolom {
  readonly key: string
  readonly label: string
  readonly type: 'text' | 'date' | 'number'
}

interface Leveringsoort {
  readonly naam: string
  readonly ontvanger: string
  readonly duur: 'jaar' | 'halfjaar'
  /** Who is in it and who is not. */
  readonly definitie: string
  readonly indelingVersie: number
  /** What the layout is, and what of it nobody could know. */
  readonly indeling: string
  readonly onbekend: readonly string[]
  readonly verdelingen: readonly Exclude<Verdeling, 'totaal'>[]
  /** Beside which indicator the last day stands in the check report. */
  readonly indicator: string
  readonly kolommen: readonly Bestandskolom[]
}

export const verdelingen = {
  totaal: 'Alles samen',
  klasse: 'Per groep van ETHOS Light',
  product: 'Per product',
  gemeente: 'Per gemeente',
} as const
export type Verdeling = keyof typeof verdelingen

const bsn = { key: 'bsn', label: 'Burgerservicenummer', type: 'text' } as const
const text = (key: string, label: string) => ({ key, label, type: 'text' }) as const
const date = (key: string, label: string) => ({ key, label, type: 'date' }) as const

export type Soort = 'monitor_dakloosheid' | 'gmsd_wmo'

/** Who the Monitor Dakloosheid counts: CBS, persons with a BSN in noodopvang and tijdelijke opvang. What layout a receiver wants is published nowhere. */
export const soorten: Readonly<Record<Soort, Leveringsoort>> = {
  monitor_dakloosheid: {
    naam: 'Monitor Dakloosheid',
    ontvanger: 'CBS',
    duur: 'jaar',
    definitie:
      'Ieder die in het jaar minstens één nacht sliep op een plek in groep 2 (noodopvang) of 3 (tijdelijke opvang) van ETHOS Light, volgens de regels van de regio die op die dag golden. Eén regel per mens en verblijf, met alleen de dagen in het jaar. Verandert de groep tijdens een verblijf, dan twee regels. Nachten van de winterkou op rij zijn één regel. Zonder beschermd wonen en vrouwenopvang, zonder geheime dossiers, en alleen met een burgerservicenummer dat klopt. Of iemand een nacht afwezig was, telt niet mee: het gaat om de dagen van het verblijf.',
    indelingVersie: 1,
    indeling:
      'Een CSV-bestand met een kop, puntkomma’s en dagen als jaar-maand-dag. Dit is de eigen indeling van Onderdak: de indeling die het CBS vraagt, was niet bekend toen dit werd gemaakt.',
    onbekend: [
      'De kolommen, volgorde en codes die het CBS vraagt',
      'Of het CBS een regel per verblijf of per mens wil',
      'Langs welke weg het CBS het bestand wil krijgen',
    ],
    verdelingen: ['klasse', 'product', 'gemeente'],
    indicator:
      'De indicator Dak- en thuisloze mensen (ETHOS Light), groep 2 en 3, zonder beschermd wonen en vrouwenopvang.',
    kolommen: [
      bsn,
      text('klasse', 'ETHOS Light'),
      text('situatie', 'Situatie'),
      text('product', 'Product'),
      text('gemeente', 'Gemeentecode'),
      date('van', 'Eerste dag'),
      date('totEnMet', 'Laatste dag'),
      { key: 'dagen', label: 'Dagen', type: 'number' },
    ],
  },
  gmsd_wmo: {
    naam: 'GMSD Wmo',
    ontvanger: 'CBS, voor de Gemeentelijke Monitor Sociaal Domein',
    duur: 'halfjaar',
    definitie:
      'Ieder met een toekenning (Wmo-beschikking) die op minstens één dag van het halfjaar gold. Eén regel per mens en toekenning, met de gemeente die verantwoordelijk is, het product, het begin en het einde. Een herziening is een eigen toekenning. Zonder vrouwenopvang en geheime dossiers, en alleen met een burgerservicenummer dat klopt.',
    indelingVersie: 1,
    indeling:
      'Een CSV-bestand met een kop, puntkomma’s en dagen als jaar-maand-dag. Dit is de eigen indeling van Onderdak: de indeling die GMSD vraagt, was niet bekend toen dit werd gemaakt.',
    onbekend: [
      'De kolommen, volgorde en codes die GMSD vraagt',
      'Bij welke soort voorziening van GMSD een product hoort',
      'Langs welke weg GMSD het bestand wil krijgen',
    ],
    verdelingen: ['product', 'gemeente'],
    indicator: 'De indicator Mensen met een toekenning, zonder vrouwenopvang.',
    kolommen: [
      bsn,
      text('gemeente', 'Gemeentecode'),
      text('product', 'Product'),
      date('begin', 'Begin'),
      date('einde', 'Laatste dag'),
    ],
  },
}

export const statussen = {
  gemaakt: 'Gemaakt',
  vrijgegeven: 'Vrijgegeven',
  verstuurd: 'Verstuurd',
  ingetrokken: 'Ingetrokken',
} as const
export type Status = keyof typeof statussen

/** Why somebody is left out, as the check report says it. */
export const redenen = {
  vo: 'Verblijf of toekenning in de vrouwenopvang',
  bw: 'Verblijf in beschermd wonen',
  geen_nacht: 'Aankomst en vertrek op één dag: geen nacht',
  onbekende_gast: 'Gasten van de winterkou die niemand kent, per nacht geteld',
  geheim: 'Geheim dossier',
  geen_regel: 'Geen regel van ETHOS Light voor het product',
  andere_groep: 'Op een plek buiten groep 2 en 3 van ETHOS Light',
  geen_bsn: 'Geen burgerservicenummer',
  bsn_onjuist: 'Burgerservicenummer dat niet door de elfproef komt',
} as const
export type Reden = keyof typeof redenen

const controles = {
  bsn: {
    naam: 'Burgerservicenummers die niet door de elfproef komen',
    uitleg: 'Elke regel heeft een burgerservicenummer dat klopt.',
  },
  dagen: { naam: 'Regels met dagen buiten de periode', uitleg: 'Elke dag ligt in de periode.' },
  overlap: {
    naam: 'Regels van één mens die elkaar overlappen',
    uitleg: 'Iemand staat op een dag één keer in dezelfde groep of bij hetzelfde product.',
  },
  indicator: {
    naam: 'Mensen op de laatste dag, met wie is weggelaten, naast de indicator',
    uitleg: null,
  },
} as const
export type Controle = keyof typeof controles

/** What a check is called, and beside what it stands in a delivery of this kind. */
export function controleVan(
  code: Controle,
  soort: Soort,
): { readonly naam: string; readonly uitleg: string } {
  const { naam, uitleg } = controles[code]
  return { naam, uitleg: uitleg ?? soorten[soort].indicator }
}
