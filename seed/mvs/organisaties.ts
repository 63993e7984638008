import type { OrganisatieData } from '../regio-data.ts'

const s2 = (paragraaf: string) => `Regiovisie MVS 2024 ${paragraaf}`
const s1 = (paragraaf: string) => `Woonzorgvisie Maassluis en Vlaardingen 2024 ${paragraaf}`
const s0 = (paragraaf: string) => `Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 ${paragraaf}`

const bwAanbieder = (naam: string): OrganisatieData => ({
  naam,
  soort: 'aanbieder',
  taken: ['aanbieden'],
  bron: s2('§4 (gecontracteerde aanbieders beschermd wonen)'),
})
const wijkteam = (plaats: string, gemeenteCode: string): OrganisatieData => ({
  naam: `Wijkteam ${plaats}`,
  soort: 'toegang',
  taken: ['lokale_toegang'],
  gemeenteCode,
  bron: s2('§5.3, §5.6, §6.3'),
})
const corporatie = (naam: string): OrganisatieData => ({
  naam,
  soort: 'corporatie',
  taken: [],
  bron: s1('bijlage 1 en 2'),
})

/** Works for inwoners with a disability; no task in this chain yet. */
const beperkingzorg = (naam: string): OrganisatieData => ({
  naam,
  soort: 'aanbieder',
  taken: [],
  bron: s1('§3.2.2 (zorgorganisaties voor inwoners met een beperking)'),
})

export const organisaties: Record<string, OrganisatieData> = {
  gemeente_vlaardingen: {
    naam: 'Gemeente Vlaardingen',
    soort: 'gemeente',
    taken: ['coordinatie'],
    gemeenteCode: 'GM0622',
    bron: s2('§1'),
  },
  gemeente_maassluis: {
    naam: 'Gemeente Maassluis',
    soort: 'gemeente',
    taken: [],
    gemeenteCode: 'GM0556',
    bron: s2('§1'),
  },
  gemeente_schiedam: {
    naam: 'Gemeente Schiedam',
    soort: 'gemeente',
    taken: [],
    gemeenteCode: 'GM0606',
    bron: s2('§1'),
  },
  rogplus: {
    naam: 'Rogplus',
    soort: 'uitvoeringsorganisatie',
    taken: ['beschikken'],
    bron: s2('§4, §7.2.4, bijlage 4'),
  },
  centraal_onthaal: {
    naam: 'Centraal Onthaal',
    soort: 'toegang',
    taken: ['regionale_toegang', 'wachtlijst'],
    openingstijden: 'Twee ochtenden per week. Welke ochtenden is nog niet bekend.',
    bron: s2('§5.6'),
  },
  wijkteam_maassluis: wijkteam('Maassluis', 'GM0556'),
  wijkteam_vlaardingen: wijkteam('Vlaardingen', 'GM0622'),
  wijkteam_schiedam: wijkteam('Schiedam', 'GM0606'),
  veilig_thuis: {
    naam: 'Veilig Thuis Rotterdam-Rijnmond',
    soort: 'veilig_thuis',
    taken: [],
    openingstijden: 'Meldingen ernstig geweld: dag en nacht bereikbaar.',
    bron: s2('§6.3'),
  },
  elementen: {
    naam: 'De Elementen',
    soort: 'aanbieder',
    taken: ['aanbieden'],
    gemeenteCode: 'GM0622',
    bron: s2('§5, §5.1'),
  },
  vrouwenopvang: {
    naam: 'Vrouwenopvang MVS (aanbieder staat niet in de bron)',
    soort: 'aanbieder',
    taken: ['aanbieden', 'vo_coordinatie'],
    bron: s2('§6; de bron noemt geen uitvoerder'),
  },
  gezinsopvang: {
    naam: 'Gezinsopvang MVS (aanbieder staat niet in de bron)',
    soort: 'aanbieder',
    taken: ['aanbieden'],
    bron: s2('§5; de bron noemt geen uitvoerder'),
  },
  jados: bwAanbieder('Jados'),
  pameijer: bwAanbieder('Pameijer'),
  timon: bwAanbieder('Timon'),
  stoed: bwAanbieder('Stoed'),
  elckerlyc: bwAanbieder('Elckerlyc'),
  pret_in_herstel: bwAanbieder('Pret in Herstel'),
  zero_sano: bwAanbieder('Zero & Sano'),
  new_life_living: bwAanbieder('New Life Living'),
  ggz_delfland: bwAanbieder('GGZ Delfland'),
  groene_luiken: {
    naam: 'Aanloophuis De Groene Luiken',
    soort: 'welzijn',
    taken: [],
    gemeenteCode: 'GM0622',
    bron: s2('§5'),
  },
  hoofdzaak: {
    naam: 'De Hoofdzaak',
    soort: 'welzijn',
    taken: [],
    gemeenteCode: 'GM0556',
    bron: s2('§5'),
  },
  leger_des_heils: {
    naam: 'Leger des Heils',
    soort: 'aanbieder',
    taken: ['aanbieden'],
    bron: s0('§2.2.3 (Housing First)'),
  },
  suwr: {
    naam: 'Stichting Urgentiebepaling Woningzoekenden Rijnmond (SUWR)',
    soort: 'uitvoeringsorganisatie',
    taken: ['urgentie'],
    bron: s2('bijlage 2'),
  },
  zorgsamen: {
    naam: 'ZorgSamen MVS',
    soort: 'uitvoeringsorganisatie',
    taken: ['nazorg'],
    bron: s0('§3.2.2'),
  },
  stroomopwaarts: {
    naam: 'Stroomopwaarts',
    soort: 'overig',
    taken: [],
    bron: s0('§4.2.3'),
  },
  mevis: { naam: 'Mevis', soort: 'overig', taken: [], bron: s1('bijlage 2 (MVS Jeugdmodel)') },
  dsw: { naam: 'DSW', soort: 'zorgkantoor', taken: [], bron: s0('§8.2') },
  ciz: {
    naam: 'CIZ',
    soort: 'overig',
    taken: [],
    bron: 'Regiovisie DWO 2022-2026 §3 (besluit over Wlz-aanvragen)',
  },
  kenniscentrum: { naam: 'Kenniscentrum MVS', soort: 'overig', taken: [], bron: s0('§5.2.1') },
  minters: { naam: 'Minters', soort: 'welzijn', taken: [], bron: s2('bijlage 4') },
  asvz: beperkingzorg('ASVZ'),
  fokuswonen: beperkingzorg('Fokuswonen'),
  ipse_de_bruggen: beperkingzorg('Ipse de Bruggen'),
  middin: beperkingzorg('Middin'),
  philadelphia: beperkingzorg('Philadelphia'),
  herman_frantsenhuizen: beperkingzorg('Stichting Herman Frantsenhuizen'),
  maasdelta: corporatie('Maasdelta'),
  waterweg_wonen: corporatie('Waterweg Wonen'),
  woonplus: corporatie('Woonplus'),
  samenwerking: corporatie('Woningstichting Samenwerking'),
  hef_wonen: corporatie('Hef Wonen'),
}
