import { formatLong } from '../../../shared/plain-date.ts'
import { compareRang, type Prioriteitsregel, type Rangsleutel } from './rangorde.ts'

// Why this person and not that one, in a sentence that can be read aloud at the desk.

/** A place on the list with what may be said about it; `naam` is null for who may not see the person. */
export interface OpDeLijst extends Rangsleutel {
  readonly naam: string | null
  readonly voorrangReden: string | null
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const wie = (persoon: OpDeLijst) => persoon.naam ?? 'iemand anders'

/** Why the higher of two stands above the lower; the same whichever is given first. */
export function explainVolgorde(
  een: OpDeLijst,
  ander: OpDeLijst,
  regels: readonly Prioriteitsregel[],
): string {
  const { verschil, eerst } = compareRang(een, ander)
  const [boven, onder] = eerst <= 0 ? [een, ander] : [ander, een]
  const kop = `${capital(wie(boven))} staat boven ${wie(onder)}, omdat`
  const regel = (soort: 'poort' | 'trede', volgorde: number | null) =>
    regels.find((found) => found.soort === soort && found.volgorde === volgorde)
  switch (verschil) {
    case 'poort':
      return `${kop} ${wie(onder)} nu nog niet geplaatst kan worden. ${poortTekst(regel('poort', onder.geslotenPoort))}`
    case 'voorrang':
      return `${kop} er met de hand voorrang is gegeven${boven.naam && boven.voorrangReden ? `: ${boven.voorrangReden}` : ''}.`
    case 'trede': {
      const hoger = regel('trede', boven.trede)
      const lager = regel('trede', onder.trede)
      const rest = lager ? ` Dat gaat voor "${lager.naam}".` : ''
      return hoger
        ? `${kop} voor ${boven.naam ?? 'die persoon'} de regel "${hoger.naam}" geldt: ${hoger.uitleg}.${rest}`
        : `${kop} een regel van de regio voorgaat.${rest}`
    }
    case 'wachttijd':
      return boven.naam && onder.naam
        ? `${kop} ${boven.naam} langer wacht: vanaf ${formatLong(boven.beslotenOp)}. ${onder.naam} wacht vanaf ${formatLong(onder.beslotenOp)}.`
        : `${kop} ${boven.naam ?? 'die persoon'} langer wacht.`
    case 'volgnummer':
      return `${kop} allebei even lang wachten en ${boven.naam ?? 'die persoon'} eerder op de lijst is gezet.`
  }
}

function poortTekst(regel: Prioriteitsregel | undefined): string {
  return `Aan deze voorwaarde is nog niet voldaan: "${regel?.uitleg ?? 'plaatsing kan nu'}".`
}

/** Why someone stands where he stands, apart from others. */
export function explainPlaats(persoon: OpDeLijst, regels: readonly Prioriteitsregel[]): string[] {
  const zinnen: string[] = []
  const poort = regels.find((regel) => regel.soort === 'poort' && regel.volgorde === persoon.geslotenPoort)
  if (persoon.geslotenPoort !== null)
    zinnen.push(`Plaatsing kan nu nog niet. ${poortTekst(poort)} Wie wel geplaatst kan worden, staat hoger.`)
  if (persoon.voorrang)
    zinnen.push(
      `Er is met de hand voorrang gegeven${persoon.voorrangReden ? `: ${persoon.voorrangReden}` : ''}.`,
    )
  const trede = regels.find((regel) => regel.soort === 'trede' && regel.volgorde === persoon.trede)
  zinnen.push(
    trede
      ? `Regel van de regio: "${trede.naam}", want ${trede.uitleg}.`
      : 'Geen regel van de regio geeft hier voorrang; de wachttijd telt.',
  )
  zinnen.push(`De wachttijd telt vanaf ${formatLong(persoon.beslotenOp)}.`)
  return zinnen
}
