import type { Work } from '../../../platform/work.ts'
import { leeftijdsklassen } from '../../melding/domain/status.ts'
import { ethosGroepen } from '../domain/ethos.ts'
import type { Per } from '../domain/indicator.ts'

const onbekend: Readonly<Record<Per | 'locatie', string>> = {
  locatie: 'Geheime locatie',
  gemeente: 'Geen of niet bekende gemeente',
  product: 'Zonder product',
  aanbieder: 'Niet getoond of niet bekend',
  reden: 'Zonder reden',
  leeftijdsklasse: leeftijdsklassen.onbekend,
}

/** What a group is called; a reason that stands on no list of the region by its code in words. */
export async function groepNamen(
  work: Work,
  per: Per | 'locatie',
): Promise<(groep: string | null) => string> {
  const namen = new Map((await rowsOf(work, per)).map(({ code, naam }) => [code, naam]))
  return (groep) => (groep === null ? onbekend[per] : (namen.get(groep) ?? inWoorden(groep)))
}

function inWoorden(code: string): string {
  const text = code.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

async function rowsOf(work: Work, per: Per | 'locatie'): Promise<{ code: string; naam: string }[]> {
  switch (per) {
    case 'gemeente':
      return [
        { code: 'elders', naam: 'Van buiten de regio' },
        ...(await work.db.selectFrom('gemeente').select(['code', 'naam']).execute()),
      ]
    case 'leeftijdsklasse':
      return Object.entries(leeftijdsklassen).map(([code, naam]) => ({ code, naam }))
    case 'reden':
      return [
        ...ethosGroepen,
        ...(await work.db
          .selectFrom('keuze')
          .select(['code', 'naam'])
          .where('regio_id', '=', work.regioId)
          .orderBy('van')
          .execute()),
      ]
    case 'locatie':
      return work.db
        .selectFrom('locatie')
        .select(['id as code', 'naam'])
        .where('regio_id', '=', work.regioId)
        .execute()
    default:
      return work.db
        .selectFrom(per === 'product' ? 'product' : 'organisatie')
        .select(['id as code', 'naam'])
        .where('regio_id', '=', work.regioId)
        .execute()
  }
}
