import type { ReportBlock } from '../../../platform/documents/report.ts'
import { type Jaarpunt, jaarwijzen, verschilTekst } from '../domain/jaarcijfer.ts'
import type { Rapportcijfer, Rapportinhoud } from '../domain/rapport-contract.ts'
import { waardeIn } from './rapporttekst-waarde.ts'

const toon = ({ waarde, afgeschermd }: Jaarpunt, eenheid: string) => waardeIn(waarde, eenheid, afgeschermd)
const eerder = ({ periode }: Pick<Rapportinhoud, 'periode'>) => String(Number(periode) - 1)

/** How to read the year, and every figure of it in one table beside the year before. */
export function jaarOverzicht(inhoud: Rapportinhoud): ReportBlock[] {
  return [
    {
      soort: 'alinea',
      tekst: `Bij elk cijfer staat hoe het over het jaar is geteld. “${jaarwijzen.som}” is de som van twaalf maanden, en staat er alleen als elke maand te zien is. “${jaarwijzen.eind}” is de stand op die dag. Mensen, aandelen en dagen van twaalf maanden zijn niet op te tellen: dan staat er “${jaarwijzen.december.toLowerCase()}”.`,
    },
    {
      soort: 'alinea',
      tekst:
        'Wat per gemeente is te tellen, staat er ook per gemeente van de regio. Wie uit een andere gemeente komt, of van wie de gemeente niet bekend is, staat niet in die tabellen. Daarom tellen zij niet op tot het hele cijfer.',
    },
    {
      soort: 'tabel',
      titel: `Elk cijfer van ${inhoud.periode} naast dat van ${eerder(inhoud)}`,
      kop: ['Cijfer', 'Hoe geteld', eerder(inhoud), inhoud.periode, 'Verschil'],
      rijen: inhoud.cijfers.flatMap(({ naam, eenheid, jaar }) =>
        jaar
          ? [
              [
                naam,
                jaarwijzen[jaar.wijze],
                toon(jaar.vorig, eenheid),
                toon(jaar.dit, eenheid),
                verschil(jaar, eenheid),
              ],
            ]
          : [],
      ),
    },
  ]
}

const verschil = ({ dit, vorig }: { dit: Jaarpunt; vorig: Jaarpunt }, eenheid: string) =>
  verschilTekst(dit, vorig, eenheid) || 'niet te zeggen'

/** The first rows under the name of a figure. */
export function jaarRijen(cijfer: Rapportcijfer, inhoud: Rapportinhoud): { label: string; waarde: string }[] {
  const { jaar, eenheid } = cijfer
  if (!jaar) return []
  return [
    { label: inhoud.periode, waarde: toon(jaar.dit, eenheid) },
    { label: eerder(inhoud), waarde: toon(jaar.vorig, eenheid) },
    { label: 'Verschil', waarde: verschil(jaar, eenheid) },
    { label: 'Hoe geteld', waarde: jaarwijzen[jaar.wijze] },
  ]
}

/** The gemeenten of the region; nothing for a figure that is not told by gemeente, or has nothing to measure in any of them. */
export function gemeenteBlokken(
  { naam, eenheid, jaar }: Rapportcijfer,
  inhoud: Rapportinhoud,
): ReportBlock[] {
  const isLeeg = ({ waarde, afgeschermd }: Jaarpunt) => waarde === null && !afgeschermd
  if (!jaar || jaar.gemeenten.every(({ dit, vorig }) => isLeeg(dit) && isLeeg(vorig))) return []
  return [
    {
      soort: 'tabel',
      titel: `${naam}, per gemeente van de regio`,
      kop: ['Gemeente', eerder(inhoud), inhoud.periode, 'Verschil'],
      rijen: jaar.gemeenten.map((rij) => [
        rij.naam,
        toon(rij.vorig, eenheid),
        toon(rij.dit, eenheid),
        verschil(rij, eenheid),
      ]),
    },
  ]
}
