import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import { parseRich } from '../../../platform/documents/rich-text.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { grafiekKaal, grafiekTekst } from '../../monitor/domain/grafiek.ts'
import type { Blokinhoud } from '../domain/blok.ts'
import type { Rapportagerij } from '../domain/contract.ts'
import { soorten } from '../domain/keuzes.ts'
import { periodeNaam } from '../domain/periode.ts'
import { uitlegDelen, type Woorden, wieVan } from './tonen.ts'

export interface Documentfeiten {
  readonly rij: Pick<Rapportagerij, 'soort' | 'titel' | 'programma' | 'van' | 'tot' | 'isVastgesteld'> & {
    readonly controlegetal: string | null
    readonly vastgesteldDoor: string | null
    readonly vastgesteldOp: PlainDate | null
  }
  readonly inhouden: readonly { readonly inhoud: Blokinhoud }[]
  readonly woorden: Woorden
  readonly regio: { readonly naam: string; readonly isDemo: boolean }
  readonly vandaag: PlainDate
}

/** A rapportage as the blocks of a document. A draft says so, on its first page and in its name. */
export function rapportageDocument(feiten: Documentfeiten): Report {
  const { rij, regio, woorden } = feiten
  return {
    titel: rij.titel,
    ondertitel: `${soorten[rij.soort]} over ${periodeNaam(rij)}. ${rij.programma}.${rij.isVastgesteld ? '' : ' Concept.'}`,
    afzender: regio.naam,
    datum: rij.vastgesteldOp ?? feiten.vandaag,
    voorbeeld: regio.isDemo,
    ...(rij.soort !== 'nieuwsbrief' && { inhoudsopgave: 'Inhoud' }),
    inhoud: [
      ...(rij.isVastgesteld
        ? []
        : [
            {
              soort: 'alinea' as const,
              tekst: 'Dit is een concept. Het is nog niet vastgesteld en kan veranderen.',
            },
          ]),
      ...feiten.inhouden.flatMap(({ inhoud }) => documentBlok(inhoud, woorden)),
      ...(rij.isVastgesteld ? slot(rij) : []),
    ],
  }
}

export function documentBlok(inhoud: Blokinhoud, woorden: Woorden): ReportBlock[] {
  switch (inhoud.soort) {
    case 'kop':
    case 'gegevens':
    case 'tabel':
      return [inhoud]
    case 'alinea':
      return [{ soort: 'tekst', delen: parseRich(inhoud.tekst) }]
    case 'uitleg':
      return [{ soort: 'tekst', delen: uitlegDelen(inhoud, woorden) }]
    case 'citaat': {
      const verhaal = woorden.verhalen.get(inhoud.verhaalId)
      return [
        verhaal
          ? { soort: 'citaat', tekst: verhaal.tekst, wie: wieVan(verhaal) }
          : {
              soort: 'alinea',
              tekst: 'Hier stond een verhaal. Het is weg, omdat de toestemming is ingetrokken of voorbij is.',
            },
      ]
    }
    case 'grafiek':
      return [
        { soort: 'grafiek', svg: grafiekKaal(inhoud), tekst: grafiekTekst(inhoud) },
        {
          soort: 'tabel',
          titel: `${inhoud.titel}: de getallen van de grafiek`,
          kop: ['Dag', inhoud.eenheid || 'Getal'],
          rijen: inhoud.punten.map((punt, i) => [punt, inhoud.waarden[i]!.toLocaleString('nl-NL')]),
        },
      ]
  }
}

function slot({ vastgesteldOp, vastgesteldDoor, controlegetal }: Documentfeiten['rij']): ReportBlock[] {
  return [
    { soort: 'kop', niveau: 2, tekst: 'Over deze rapportage' },
    {
      soort: 'gegevens',
      rijen: [
        { label: 'Vastgesteld op', waarde: formatLong(vastgesteldOp!) },
        { label: 'Vastgesteld door', waarde: vastgesteldDoor ?? '' },
        { label: 'Controlegetal', waarde: (controlegetal ?? '').replace(/(.{32})/, '$1\n') },
      ],
    },
  ]
}
