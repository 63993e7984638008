import { nachtOp } from '../../../shared/nacht.ts'
import { contains, type Periode } from '../../../shared/periode.ts'
import { addDays, dutchDateOf, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

/** How far ahead a periode may be planned. */
const DAGEN_VOORUIT = 14

export interface Start {
  readonly soort: 'winterkou' | 'calamiteit'
  readonly van: PlainDate
  readonly temperatuur: number | null
  readonly afwijkingReden: string | null
  readonly beslotenOp: PlainDate
}

/** WIN-01: below the threshold that holds on the day of the decision, or with a reason why it starts all the same. */
export function checkStart(
  start: Start,
  regel: { readonly drempel: number; readonly tekst: string },
  now: Date,
): undefined | Rejection {
  const nacht = nachtOp(now)
  if (start.van < nacht || start.van > addDays(nacht, DAGEN_VOORUIT))
    return fault('van', 'De eerste nacht is vannacht, of hooguit 14 dagen later.')
  if (start.beslotenOp > dutchDateOf(now) || start.beslotenOp < addDays(nacht, -DAGEN_VOORUIT))
    return fault('beslotenOp', 'Het besluit is van vandaag of van hooguit 14 dagen geleden.')
  if (start.soort === 'calamiteit' || start.afwijkingReden) return undefined
  if (start.temperatuur === null)
    return fault('temperatuur', 'Vul in hoe koud het wordt, of waarom de regeling toch aan gaat.')
  if (start.temperatuur < regel.drempel) return undefined
  return reject(
    'niet_koud_genoeg',
    `${regel.tekst} Vul een lagere temperatuur in, of waarom het toch nodig is.`,
    {
      field: 'temperatuur',
      status: 422,
    },
  )
}

/** The first night in which it no longer holds; the first night itself takes the periode back. */
export function checkEinde(
  periode: Periode,
  tot: PlainDate,
  beslotenOp: PlainDate,
  now: Date,
): undefined | Rejection {
  const nacht = nachtOp(now)
  if (tot < periode.van) return fault('tot', 'Het einde kan niet voor de eerste nacht liggen.')
  if (tot > addDays(nacht, DAGEN_VOORUIT)) return fault('tot', 'Kies een dag in de komende 14 dagen.')
  if (beslotenOp > dutchDateOf(now)) return fault('beslotenOp', 'Het besluit kan niet in de toekomst liggen.')
  return undefined
}

/** A night can be noted while it lasts, and the night before it afterwards. */
export function checkNacht(nacht: PlainDate, now: Date): undefined | Rejection {
  const nu = nachtOp(now)
  if (nacht === nu || nacht === addDays(nu, -1)) return undefined
  return fault('nacht', 'U kunt gasten noteren voor vannacht en voor de nacht daarvoor.')
}

const fault = (field: string, message: string) => reject('gegevens_ongeldig', message, { field, status: 422 })

/** The nicknames that were typed, with a comma or a new line between them. */
export function splitBijnamen(tekst: string | null): string[] {
  return (tekst ?? '')
    .split(/[,\n]/)
    .map((naam) => naam.trim())
    .filter((naam) => naam !== '')
}

/** The lowest numbers that are not taken. */
export function nextNummers(bezet: readonly number[], aantal: number): number[] {
  const taken = new Set(bezet)
  const found: number[] = []
  for (let nummer = 1; found.length < aantal; nummer++) if (!taken.has(nummer)) found.push(nummer)
  return found
}

/** Beds that are left; never below zero when beds were added. */
export function vrijVan(stand: { readonly bedden: number; readonly gasten: number }): number {
  return Math.max(0, stand.bedden - stand.gasten)
}

/** Of so many plekken so many can be used when a part is closed: rounded down, as calamiteit_dicht() counts. */
export function bruikbaar(aantal: number, percentage: number): number {
  return Math.floor((aantal * percentage) / 100)
}

const maandTekst = (maand: number) => String(maand).padStart(2, '0')

/** A winter is one season, named by both years: from the first day of the month that the region chose to that day a year later. */
export function seizoenVan(dag: PlainDate, beginmaand: number): string {
  const jaar = Number(dag.slice(0, 4)) - (dag.slice(5, 7) < maandTekst(beginmaand) ? 1 : 0)
  return `${jaar}-${jaar + 1}`
}

export function periodeVanSeizoen(seizoen: string, beginmaand: number): { van: PlainDate; tot: PlainDate } {
  const [van, tot] = seizoen.split('-')
  return { van: `${van}-${maandTekst(beginmaand)}-01`, tot: `${tot}-${maandTekst(beginmaand)}-01` }
}

/** From this day a nickname must be gone. */
export function wisVoor(today: PlainDate, bewaardagen: number): PlainDate {
  return addDays(today, -bewaardagen)
}

export const isAan = (periode: Periode, nacht: PlainDate) => contains(periode, nacht)
