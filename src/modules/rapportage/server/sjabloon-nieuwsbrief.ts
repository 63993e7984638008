import { standen } from '../../programma/domain/keuzes.ts'
import type { Activiteitverslag } from '../../programma/server/lookup.ts'
import type { Blokinhoud, Conceptblok } from '../domain/blok.ts'
import { periodeNaam } from '../domain/periode.ts'
import { alinea, type Feiten, hoofdstuk, kop, langeDag, themasVan, vrij } from './sjabloon.ts'

/** Each quarter (S0 §7.2.2): short items, of what everyone may read only. */
export function nieuwsbriefConcept(feiten: Feiten): Conceptblok[] {
  const items = themasVan(feiten.verslag).flatMap((thema) =>
    thema.activiteiten.flatMap((een) => {
      const tekst = itemTekst(een, feiten)
      return tekst ? [{ id: een.activiteit.id, naam: een.activiteit.naam, tekst }] : []
    }),
  )
  return hoofdstuk('nieuws', [
    ['kop', kop(2, `Nieuws over ${feiten.verslag.programma.naam}`)],
    [
      'inleiding',
      alinea(
        items.length === 0
          ? `In ${periodeNaam(feiten)} is er geen nieuws dat iedereen mag lezen.`
          : `In deze nieuwsbrief leest u wat er gebeurde in ${periodeNaam(feiten)}.`,
      ),
    ],
    ...items.flatMap(({ id, naam, tekst }): (readonly [string, Blokinhoud])[] => [
      [`${id}/kop`, kop(3, naam)],
      [`${id}/tekst`, alinea(tekst)],
    ]),
  ])
}

/** The last public text of the period; without one, how it stands now when that changed. Reasons are not public. */
function itemTekst(een: Activiteitverslag, { van }: Feiten): string | undefined {
  const openbaar = een.punten.findLast((punt) => punt.soort === 'voortgang' && punt.isOpenbaar)
  if (openbaar?.soort === 'voortgang')
    return [openbaar.standVanZaken, ...(openbaar.vervolg ? [openbaar.vervolg] : [])].map(vrij).join('\n\n')
  const nu = een.punten.findLast((punt) => punt.soort === 'stand')
  if (nu?.soort !== 'stand') return undefined
  const eerder = een.draad.punten.find((punt) => punt.soort === 'stand' && punt.op < van)
  if (eerder?.soort === 'stand' && eerder.stand === nu.stand) return undefined
  return `Sinds ${langeDag(nu.op)} is de stand: ${standen[nu.stand].toLowerCase()}.`
}
