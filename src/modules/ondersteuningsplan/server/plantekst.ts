import type { Letter, LetterBlock } from '../../../platform/documents/letter.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import type { Doel, PlanDetail, PlanVersie } from '../domain/api.ts'
import { akkoordwijzen, doelsoorten, doelstanden, type Perspectief, scorewoorden } from '../domain/woorden.ts'

export interface PlanFeiten {
  readonly afzender: { readonly naam: string; readonly regels: readonly string[] }
  /** Name as on a letter; never an address: the plan is handed over. */
  readonly client: string
  readonly aanspreekpunt: string | null
  readonly datum: PlainDate
  readonly isDemo: boolean
  /** The day whose facts are shown; null: how it is now. */
  readonly peildag: PlainDate | null
  readonly evaluatieOp: PlainDate | null
  readonly schaal: string
  readonly scores: PlanDetail['scores']
  readonly versie: PlanVersie
}

const p = (tekst: string): LetterBlock => ({ soort: 'alinea', tekst })
const kop = (tekst: string): LetterBlock => ({ soort: 'kop', tekst })
const citaat = (tekst: string) => `“${tekst.trim()}”`

/** The plan in plain language (B1), from the cliënt: to read, to sign and to write on (PLAN-01, PLAN-08). */
export function planTekst(feiten: PlanFeiten): Letter {
  const { versie } = feiten
  const concept = versie.vastgesteldOp === null
  return {
    afzender: feiten.afzender,
    geadresseerde: [feiten.client],
    datum: feiten.datum,
    onderwerp: `${concept ? 'CONCEPT: mijn plan' : 'Mijn plan'}, versie ${versie.nummer}`,
    voorbeeld: feiten.isDemo,
    inhoud: [
      p(
        'Dit is mijn plan. Hierin staat wat ik wil, wat ik ga doen en wie mij helpt. Klopt er iets niet? Dan zeg ik het, en passen we het plan aan.',
      ),
      ...(feiten.aanspreekpunt
        ? [
            {
              soort: 'gegevens' as const,
              rijen: [{ label: 'Aanspreekpunt', waarde: feiten.aanspreekpunt }],
            },
          ]
        : []),
      ...(versie.eigenVerhaal ? [kop('Wat ik belangrijk vind'), ...alineas(versie.eigenVerhaal)] : []),
      ...perspectiefVan(versie),
      ...doelenVan(versie.doelen),
      ...scoresVan(feiten),
      ...reactiesVan(versie),
      ...afsprakenVan(feiten.evaluatieOp),
      ...akkoordVan(versie),
    ],
    ondertekening: [],
  }
}

function alineas(tekst: string): LetterBlock[] {
  return tekst
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => p(part.trim()))
}

const werkNaartoe: Readonly<Record<Perspectief, string>> = {
  werk: 'Ik werk toe naar betaald werk.',
  vrijwilligerswerk: 'Ik werk toe naar vrijwilligerswerk.',
  opleiding: 'Ik werk toe naar een opleiding.',
  dagbesteding: 'Ik werk toe naar een goede dagbesteding.',
}

function perspectiefVan(versie: PlanVersie): LetterBlock[] {
  if (versie.perspectief === null) return []
  return [
    kop('Waar ik naartoe werk'),
    p(werkNaartoe[versie.perspectief]),
    ...(versie.perspectiefWoorden ? [p(citaat(versie.perspectiefWoorden))] : []),
    ...(versie.perspectief === 'dagbesteding' && versie.perspectiefMotivering
      ? [p(`Waarom werk, vrijwilligerswerk en een opleiding nu niet kunnen: ${versie.perspectiefMotivering}`)]
      : []),
  ]
}

function doelenVan(doelen: readonly Doel[]): LetterBlock[] {
  return doelen.flatMap((doel, index) => [
    kop(`Doel ${index + 1}: ${doel.leefgebiedNaam}`),
    p(citaat(doel.eigenWoorden)),
    {
      soort: 'gegevens' as const,
      rijen: [
        { label: 'Wat we doen', waarde: doel.afspraken },
        { label: 'Wie mij helpt', waarde: doel.organisatie ?? 'Ik doe dit zelf, met mensen om mij heen' },
        ...(doel.soort === 'gewoon' ? [] : [{ label: 'Gaat over', waarde: doelsoorten[doel.soort] }]),
        ...(doel.bouwsteenNaam ? [{ label: 'Bouwsteen', waarde: doel.bouwsteenNaam }] : []),
        ...(doel.standOp
          ? [
              {
                label: doelstanden[doel.stand],
                waarde: `${formatLong(doel.standOp)}. ${doel.uitkomst ?? ''}`.trim(),
              },
            ]
          : []),
      ],
    },
  ])
}

/** Only the last score of each leefgebied; the course stands on the screen. */
function scoresVan({ scores, schaal, peildag }: PlanFeiten): LetterBlock[] {
  const laatste = new Map(scores.map((score) => [score.leefgebied, score]))
  if (laatste.size === 0) return []
  return [
    kop(peildag === null ? 'Hoe het nu gaat' : `Hoe het ging op ${formatLong(peildag)}`),
    p(
      `Wij gebruiken: ${schaal}. Een 1 is: ${scorewoorden[1].toLowerCase()}. Een 5 is: ${scorewoorden[5].toLowerCase()}.`,
    ),
    {
      soort: 'lijst',
      items: [...laatste.values()].map(
        (score) =>
          `${score.leefgebiedNaam}: ${score.score}, ${scorewoorden[score.score as 1].toLowerCase()} (${formatLong(score.op)})`,
      ),
    },
  ]
}

function reactiesVan(versie: PlanVersie): LetterBlock[] {
  if (versie.reacties.length === 0) return []
  return [
    kop('Wat ik van het plan vind'),
    {
      soort: 'lijst',
      items: versie.reacties.map(
        (one) =>
          `${citaat(one.eigenWoorden)} (${formatLong(one.op)}${one.over ? `, over: ${one.over}` : ''})`,
      ),
    },
  ]
}

function afsprakenVan(op: PlainDate | null): LetterBlock[] {
  return [
    kop('Hoe we verdergaan'),
    p(
      op
        ? `Uiterlijk op ${formatLong(op)} praten we weer over dit plan.`
        : 'We spreken nog af wanneer we weer over dit plan praten.',
    ),
    p(
      'Ik mag dit plan altijd veranderen. Ik mag iemand meenemen naar een gesprek. Onafhankelijke cliëntondersteuning is gratis.',
    ),
  ]
}

/** The agreements there are; whoever still has to agree gets a place to sign. */
function akkoordVan(versie: PlanVersie): LetterBlock[] {
  const { clientAkkoord, begeleiderAkkoord } = versie
  const lijn = 'Datum: ........................   Handtekening: ........................................'
  return [
    kop('Akkoord'),
    {
      soort: 'gegevens',
      rijen: [
        {
          label: 'Ik',
          waarde: clientAkkoord
            ? `Akkoord op ${formatLong(clientAkkoord.op)}, ${akkoordwijzen[clientAkkoord.hoe].toLowerCase()}${clientAkkoord.vertegenwoordiger ? `, door mijn vertegenwoordiger ${clientAkkoord.vertegenwoordiger}` : ''}`
            : lijn,
        },
        {
          label: 'Mijn begeleider',
          waarde: begeleiderAkkoord
            ? `${begeleiderAkkoord.door}, ${begeleiderAkkoord.organisatie}: akkoord op ${formatLong(begeleiderAkkoord.op)}, ${akkoordwijzen[begeleiderAkkoord.hoe].toLowerCase()}`
            : lijn,
        },
      ],
    },
    kop('Ruimte voor mijn opmerkingen'),
    p('.'.repeat(90)),
    p('.'.repeat(90)),
  ]
}
