import type { RegioData } from '../regio-data.ts'

type Keuze = RegioData['keuzes'][number]

const s0 = (paragraaf: string) => `Uitvoeringsprogramma wonen, welzijn en zorg 2025–2027 ${paragraaf}`
const s1 = (paragraaf: string) => `Woonzorgvisie Maassluis en Vlaardingen 2024 ${paragraaf}`
const s2 = (paragraaf: string) => `Regiovisie MVS 2024 ${paragraaf}`

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

/** Beside the types of home that every region starts with. */
const woningtype = (code: string, naam: string, bron: string): Keuze => ({
  lijst: 'woningtype',
  code,
  naam,
  uitleg: 'In de bron genoemd als mogelijkheid; geen product met eigen plekken.',
  bron,
})

const woningtypen: readonly Keuze[] = [
  ['moeder_kindhuis', 'Moeder-kindhuis'],
  ['trainingshuis', 'Trainingshuis'],
  ['pauzewoning', 'Maatwerk- of pauzewoning'],
  ['pre_mantelzorgwoning', 'Pré-mantelzorgwoning'],
  ['friends_woning', 'Friends-woning'],
  ['hospita_verhuur', 'Hospita-verhuur'],
  ['logeerhuis', 'Logeerhuis of respijtzorg'],
].map(([code, naam]) =>
  woningtype(code!, naam!, `${s1('§5.1.1, §5.2')}; ${s0('§2.2.1, §5.2.3, §6.2')}; Regiovisie DWO bijlage 1`),
)

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
export const keuzes: readonly Keuze[] = [...toegangsroutes, ...woningtypen, ...wijken]
