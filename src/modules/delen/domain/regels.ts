import type { GegevenssetCode, Grond, Ontvangersoort } from './keuzes.ts'

/** In which capacity an organisation gives: the law has other articles for the college and for the aanbieder. */
export type Deler = 'college' | 'aanbieder' | 'ander'

export interface Regel {
  /** Left out: whoever gives. */
  readonly van?: readonly Deler[]
  readonly aan: readonly Ontvangersoort[]
  /** Left out: every set. */
  readonly sets?: readonly GegevenssetCode[]
  readonly grond: Grond | 'elke'
  readonly uitkomst: 'mag' | 'toestemming' | 'verboden'
  /** The article on which it rests, as the refusal and the register name it. */
  readonly artikel: string
  readonly uitleg: string
}

const inDeKeten = ['contact', 'ondersteuning', 'overdracht', 'terugmelding', 'casus'] as const
const ookBijzonder = [...inDeKeten, 'gezondheid', 'veiligheid'] as const
const zonderTaak = [
  'andere_gemeente',
  'zorg',
  'zorgkantoor',
  'corporatie',
  'politie',
  'welzijn',
  'werk_onderwijs',
  'naaste',
  'overig',
] as const
const iedereen = ['college', 'aanbieder', ...zonderTaak, 'veilig_thuis', 'cak_svb', 'toezicht'] as const

/**
 * Who may get what on which ground. The first rule that fits decides; what no rule names is refused (art. 5.3.3 lid 1).
 * Source: privacy-security.md §1; articles of the Wmo 2015 unless said otherwise.
 */
export const regels: readonly Regel[] = [
  // ── What nobody may, whatever the ground ─────────────────────────────────────────────────────
  {
    aan: ['corporatie'],
    sets: ['gezondheid', 'veiligheid', 'overdracht', 'ondersteuning', 'declaratie'],
    grond: 'elke',
    uitkomst: 'verboden',
    artikel: 'AVG art. 5 lid 1 onder c',
    uitleg:
      'Een corporatie krijgt alleen wat nodig is voor de woning, en nooit een diagnose. Kies de gegevens Woonvraag.',
  },
  {
    aan: ['andere_gemeente', 'zorg', 'politie', 'welzijn', 'werk_onderwijs', 'naaste', 'overig'],
    sets: ['declaratie'],
    grond: 'elke',
    uitkomst: 'verboden',
    artikel: 'UAVG art. 46',
    uitleg: 'Het burgerservicenummer gaat alleen naar wie het volgens de wet mag gebruiken.',
  },
  {
    aan: iedereen,
    grond: 'STATISTIEK',
    uitkomst: 'verboden',
    artikel: 'Wmo 2015 art. 5.3.6',
    uitleg:
      'Voor statistiek gaan geen gegevens met een naam naar buiten. Gebruik de cijfers zonder personen.',
  },
  // ── Legal tasks: no consent is asked, because the cliënt depends on the gemeente ──────────────
  {
    van: ['college'],
    aan: ['aanbieder'],
    sets: ookBijzonder,
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.1 lid 2',
    uitleg: 'De gemeente geeft de aanbieder wat nodig is voor de ondersteuning.',
  },
  {
    van: ['aanbieder'],
    aan: ['college'],
    grond: 'UITVOERING_AANBIEDER',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.2',
    uitleg: 'De aanbieder geeft de gemeente wat nodig is voor haar taak.',
  },
  {
    van: ['college'],
    aan: ['college'],
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.1.1 lid 1',
    uitleg: 'Gemeenten en loketten van de regio werken aan dezelfde taak.',
  },
  {
    van: ['college'],
    aan: ['cak_svb'],
    sets: ['declaratie'],
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.1 lid 2',
    uitleg:
      'Voor de eigen bijdrage en de betaling. Niet voor opvang na huiselijk geweld (art. 2.1.4b lid 2).',
  },
  {
    van: ['aanbieder'],
    aan: ['cak_svb'],
    sets: ['declaratie'],
    grond: 'UITVOERING_AANBIEDER',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.2',
    uitleg:
      'Voor de eigen bijdrage en de betaling. Niet voor opvang na huiselijk geweld (art. 2.1.4b lid 2).',
  },
  {
    van: ['college'],
    aan: ['toezicht'],
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.1 lid 2',
    uitleg: 'De toezichthouder krijgt wat nodig is voor het toezicht (art. 6.1).',
  },
  {
    van: ['aanbieder'],
    aan: ['toezicht'],
    grond: 'UITVOERING_AANBIEDER',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.2',
    uitleg: 'De toezichthouder krijgt wat nodig is voor het toezicht (art. 6.1).',
  },
  {
    aan: ['veilig_thuis'],
    grond: 'VEILIG_THUIS',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.2.6',
    uitleg: 'Aan Veilig Thuis mag u vertellen wat nodig is, ook zonder toestemming.',
  },
  {
    van: ['college'],
    aan: ['college', 'aanbieder', 'cak_svb', 'toezicht'],
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    uitkomst: 'verboden',
    artikel: 'Wmo 2015 art. 5.2.1 en AVG art. 7',
    uitleg:
      'Vraag hier geen toestemming: er is een wettelijke taak. De cliënt is afhankelijk van de gemeente en kan niet vrij kiezen.',
  },
  {
    van: ['aanbieder'],
    aan: ['college', 'cak_svb', 'toezicht'],
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    uitkomst: 'verboden',
    artikel: 'Wmo 2015 art. 5.2.2 en AVG art. 7',
    uitleg:
      'Vraag hier geen toestemming: er is een wettelijke taak. De cliënt is afhankelijk van de hulp en kan niet vrij kiezen.',
  },
  {
    aan: ['veilig_thuis'],
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    uitkomst: 'verboden',
    artikel: 'Wmo 2015 art. 5.2.6',
    uitleg: 'Voor Veilig Thuis is geen toestemming nodig. Kies de grond Melden bij Veilig Thuis.',
  },
  // ── Without consent, with a recorded weighing ────────────────────────────────────────────────
  {
    aan: ['aanbieder', 'andere_gemeente', 'zorg', 'welzijn'],
    sets: inDeKeten,
    grond: 'BEROEPSHALVE_MEDEWERKING',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.3.3 lid 3',
    uitleg: 'Als de taak niet kan zonder deze beroepskracht, en niet meer dan daarvoor nodig is.',
  },
  {
    aan: ['zorg'],
    sets: ['gezondheid', 'veiligheid'],
    grond: 'BEROEPSHALVE_MEDEWERKING',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.3.3 lid 3',
    uitleg: 'Als de taak niet kan zonder deze behandelaar, en niet meer dan daarvoor nodig is.',
  },
  {
    aan: ['corporatie', 'politie'],
    sets: ['contact', 'casus'],
    grond: 'BEROEPSHALVE_MEDEWERKING',
    uitkomst: 'mag',
    artikel: 'Wmo 2015 art. 5.3.3 lid 3',
    uitleg: 'Als de taak niet kan zonder deze beroepskracht, en niet meer dan daarvoor nodig is.',
  },
  {
    aan: ['college', 'aanbieder', 'andere_gemeente', 'zorg', 'veilig_thuis', 'politie', 'naaste'],
    sets: ['contact', 'veiligheid', 'gezondheid'],
    grond: 'VITAAL_BELANG',
    uitkomst: 'mag',
    artikel: 'AVG art. 6 lid 1 onder d en art. 9 lid 2 onder c',
    uitleg: 'Alleen bij direct gevaar voor iemand, en niet langer dan dat gevaar duurt.',
  },
  {
    aan: ['zorgkantoor', 'politie', 'andere_gemeente', 'overig'],
    grond: 'WETTELIJKE_VERPLICHTING_OVERIG',
    uitkomst: 'mag',
    artikel: 'AVG art. 6 lid 1 onder c',
    uitleg: 'Alleen als een andere wet u dit oplegt. Noem het artikel.',
  },
  // ── All others: the cliënt decides ───────────────────────────────────────────────────────────
  {
    van: ['aanbieder', 'ander'],
    aan: ['aanbieder'],
    sets: ookBijzonder,
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    uitkomst: 'toestemming',
    artikel: 'Wmo 2015 art. 5.3.3 lid 1',
    uitleg: 'Een aanbieder geeft een andere aanbieder alleen gegevens als de cliënt dat goed vindt.',
  },
  {
    van: ['ander'],
    aan: ['college'],
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    uitkomst: 'toestemming',
    artikel: 'AVG art. 6 lid 1 onder a',
    uitleg: 'Wie geen taak in de Wmo heeft, deelt alleen als de cliënt dat goed vindt.',
  },
  {
    aan: zonderTaak,
    grond: 'UITDRUKKELIJKE_TOESTEMMING',
    uitkomst: 'toestemming',
    artikel: 'Wmo 2015 art. 5.3.3 lid 1',
    uitleg: 'Deze ontvanger krijgt alleen gegevens als de cliënt dat goed vindt.',
  },
]
