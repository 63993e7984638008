import type { RegioData } from '../regio-data.ts'

type Keuze = RegioData['keuzes'][number]

const s0 = (paragraaf: string) => `Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 ${paragraaf}`
const s1 = (paragraaf: string) => `Woonzorgvisie Maassluis en Vlaardingen 2024 ${paragraaf}`
const s2 = (paragraaf: string) => `Regiovisie MVS 2024 ${paragraaf}`

const voCodes: readonly Keuze[] = [
  {
    lijst: 'vo_code',
    code: 'rood',
    naam: 'Rood: acuut onveilig',
    uitleg:
      'Het slachtoffer gaat naar een noodbed elders in het land. Daar wordt bekeken of terugkeer naar de eigen gemeente veilig is.',
    bron: s2('§6.3'),
  },
  {
    lijst: 'vo_code',
    code: 'oranje',
    naam: 'Oranje: structureel onveilig',
    uitleg: 'Plek binnen de gemeenten: opvang na huiselijk geweld.',
    bron: s2('§6.3'),
  },
  {
    lijst: 'vo_code',
    code: 'groen',
    naam: 'Groen: structureel onveilig',
    uitleg: 'Plek binnen de gemeenten: opvang na huiselijk geweld. De bron beschrijft oranje en groen samen.',
    bron: s2('§6.3'),
  },
]

const route = (code: string, naam: string, uitleg: string, bron: string): Keuze => ({
  lijst: 'toegangsroute',
  code,
  naam,
  uitleg,
  bron,
})

const toegangsroutes: readonly Keuze[] = [
  route(
    'alleenstaanden',
    'De Elementen: via Centraal Onthaal',
    'Melding bij het wijkteam, intake bij Centraal Onthaal. Dat is twee ochtenden per week open.',
    s2('§5.3 fase 1, §5.6'),
  ),
  route('gezinnen', 'Dakloze gezinnen en kwetsbaren: via het wijkteam', '', s2('§5.6')),
  route('vrouwenopvang', 'Vrouwenopvang: via het wijkteam en Veilig Thuis', '', s2('§5.6, §6.3')),
  route(
    'beschermd_wonen',
    'Beschermd wonen: beschikking door Rogplus',
    'Namens de drie gemeenten.',
    s2('§4, §7.2.4'),
  ),
  route(
    'huisvestingsvraag',
    'Alleen een vraag om een woning: eigen netwerk',
    'De gemeente biedt dan geen woning aan.',
    s2('§5'),
  ),
]

const woonvorm = (code: string, naam: string, bron: string): Keuze => ({
  lijst: 'woonvorm',
  code,
  naam,
  uitleg: 'In de bron genoemd als mogelijkheid; geen product met eigen plekken.',
  bron,
})

const woonvormen: readonly Keuze[] = [
  ['skaeve_huse', 'Skaeve huse'],
  ['kamers_met_kansen', 'Kamers met kansen of kamers met aandacht'],
  ['moeder_kindhuis', 'Moeder-kindhuis'],
  ['trainingshuis', 'Trainingshuis'],
  ['pauzewoning', 'Maatwerk- of pauzewoning'],
  ['pre_mantelzorgwoning', 'Pré-mantelzorgwoning'],
  ['friends_woning', 'Friends-woning'],
  ['hospita_verhuur', 'Hospita-verhuur'],
  ['geclusterd_wonen', 'Geclusterd wonen'],
  ['logeerhuis', 'Logeerhuis of respijtzorg'],
].map(([code, naam]) =>
  woonvorm(code!, naam!, `${s1('§5.1.1, §5.2')}; ${s0('§2.2.1, §5.2.3, §6.2')}; Regiovisie DWO bijlage 1`),
)

/** What is not so yet: nothing for who looks where to go now. */
const toegangsdoelen: readonly Keuze[] = [
  {
    ...route(
      'een_toegang',
      'Doel: één toegang voor alle opvanglocaties',
      'Nog niet zo: dit is een speerpunt van de regio.',
      s2('hoofdstuk 5 (speerpunten); bijlage 3, 3.5'),
    ),
    lijst: 'toegangsdoel',
  },
]

const wijk = (code: string, naam: string): Keuze => ({
  lijst: 'wijk',
  code,
  naam,
  uitleg: '',
  bron: 'Gangbare naam van de wijk; de beleidsstukken geven geen lijst',
})

/** The code begins with the gemeente. */
const wijken: readonly Keuze[] = [
  wijk('gm0622_centrum', 'Vlaardingen Centrum'),
  wijk('gm0622_holy', 'Holy'),
  wijk('gm0622_westwijk', 'Westwijk'),
  wijk('gm0606_centrum', 'Schiedam Centrum'),
  wijk('gm0606_nieuwland', 'Nieuwland'),
  wijk('gm0556_centrum', 'Maassluis Centrum'),
]

/** What the region adds to the standard lists. */
export const keuzes: readonly Keuze[] = [
  ...voCodes,
  ...toegangsroutes,
  ...toegangsdoelen,
  ...woonvormen,
  ...wijken,
]
