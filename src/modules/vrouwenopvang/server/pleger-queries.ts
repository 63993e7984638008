import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { VrouwenopvangDossier } from '../domain/contract.ts'

export async function listPlegerhulp(
  work: Work,
  dossiers: readonly Id[],
): Promise<VrouwenopvangDossier['plegerhulp']> {
  const rows = await work.db
    .selectFrom('plegerhulp')
    .selectAll()
    .where('persoon_id', 'in', dossiers)
    .orderBy('aangeboden_op', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    versie: row.versie,
    aanbod: work.cipher.decrypt(row.aanbod_versleuteld),
    aangebodenDoor: row.aangeboden_door,
    aangebodenOp: row.aangeboden_op,
    antwoord: row.antwoord as 'aangenomen' | 'geweigerd' | null,
    antwoordOp: row.antwoord_op,
    besprekenOp: row.bespreken_op,
    geeindigdOp: row.geeindigd_op,
    eindeReden: row.einde_reden,
  }))
}

export async function findRoodAfwijking(
  work: Work,
  meldingId: Id,
): Promise<VrouwenopvangDossier['roodAfwijking']> {
  const row = await work.db
    .selectFrom('vo_rood_afwijking')
    .select(['reden', 'besloten_door as beslotenDoor', 'besloten_op as beslotenOp'])
    .where('melding_id', '=', meldingId)
    .executeTakeFirst()
  return row ?? null
}
