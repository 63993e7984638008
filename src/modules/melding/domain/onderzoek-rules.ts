import { type Fault, type Rejection, reject } from '../../../shared/rejection.ts'

/** The seven elements of the onderzoek (Wmo 2015 art. 2.3.2 lid 4), in the order of the law. */
export const onderdelen = {
  behoeften: 'a. Behoeften, kenmerken en voorkeuren',
  eigenKracht: 'b. Eigen kracht en gebruikelijke hulp',
  mantelzorgNetwerk: 'c. Mantelzorg en sociaal netwerk',
  ondersteuningMantelzorger: 'd. Wat de mantelzorger nodig heeft',
  algemeneVoorzieningen: 'e. Algemene voorzieningen en activiteiten',
  samenwerking: 'f. Samenwerking met zorg, jeugd, welzijn, werk en wonen',
  bijdragen: 'g. Bijdragen die iemand moet betalen',
} as const
export type Onderdeel = keyof typeof onderdelen

export interface OnderzoekStand extends Readonly<Record<Onderdeel, string | null>> {
  readonly planUitgelegdOp: string | null
  readonly ondersteuningAangebodenOp: string | null
  readonly ondersteuningUitkomst: string | null
  readonly clientprofiel: string | null
}

/** Invariant 3: everything that is still missing before the onderzoek can be completed, all at once. */
export function faultsOfAfronden(stand: OnderzoekStand): readonly Fault[] {
  const faults: Fault[] = []
  if (!stand.planUitgelegdOp)
    faults.push({
      field: 'planUitgelegdOp',
      message: 'Leg vast wanneer het persoonlijk plan is uitgelegd (Wmo 2015 art. 2.3.2 lid 2).',
    })
  if (!stand.ondersteuningAangebodenOp)
    faults.push({
      field: 'ondersteuningAangebodenOp',
      message: 'Leg vast wanneer gratis cliëntondersteuning is aangeboden (Wmo 2015 art. 2.3.2 lid 3).',
    })
  if (!stand.ondersteuningUitkomst)
    faults.push({
      field: 'ondersteuningUitkomst',
      message: 'Leg vast wat de inwoner met de cliëntondersteuning wil.',
    })
  for (const [field, naam] of Object.entries(onderdelen))
    if (!stand[field as Onderdeel]) faults.push({ field, message: `Vul nog in: ${naam}.` })
  if (!stand.clientprofiel) faults.push({ field: 'clientprofiel', message: 'Kies een cliëntprofiel.' })
  return faults
}

export function decideAfronden(stand: OnderzoekStand): Rejection | undefined {
  const faults = faultsOfAfronden(stand)
  if (faults.length === 0) return undefined
  return reject(
    'onderzoek_onvolledig',
    `Het onderzoek is nog niet af. Er ${faults.length === 1 ? 'ontbreekt nog één ding' : `ontbreken nog ${faults.length} dingen`}.`,
    { status: 422, faults },
  )
}
