import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Keuzelijst } from '../../beheer/domain/standaard.ts'
import type { getOpties as contract } from '../domain/contract.ts'

type Opties = z.output<(typeof contract)['response']>

const lijsten = [
  'kanaal',
  'melder_soort',
  'clientprofiel',
  'leefgebied',
  'weigerreden_toegang',
  'weigerreden_persoon',
  'vo_code',
  'woonsituatie',
] as const satisfies Keuzelijst[]

/** Everything that the forms of this module let people choose today. */
export async function getOpties(work: Work): Promise<Opties> {
  const keuzes = await work.db
    .selectFrom('keuze')
    .select(['lijst', 'code as waarde', 'naam', 'uitleg'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', 'in', [...lijsten])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy('naam')
    .execute()
  const van = (lijst: (typeof lijsten)[number]) =>
    keuzes.filter((keuze) => keuze.lijst === lijst).map(({ waarde, naam }) => ({ waarde, naam }))
  const producten = await work.db
    .selectFrom('product')
    .select(['id as waarde', 'naam', 'domein'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('naam')
    .execute()
  const criteria = await work.db
    .selectFrom('criteria')
    .select(['id', 'domein', 'naam', 'vragen'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .execute()
  return {
    kanalen: van('kanaal'),
    melderSoorten: van('melder_soort'),
    clientprofielen: van('clientprofiel'),
    leefgebieden: van('leefgebied'),
    weigerredenenToegang: van('weigerreden_toegang'),
    weigerredenenPersoon: van('weigerreden_persoon'),
    voCodes: keuzes.filter((keuze) => keuze.lijst === 'vo_code') as unknown as Opties['voCodes'],
    woonsituaties: van('woonsituatie'),
    gemeenten: await listGemeenten(work),
    ...(await listWie(work)),
    producten: producten as Opties['producten'],
    criteria: criteria as unknown as Opties['criteria'],
  }
}

/** Those of the region first, then all others: people come from everywhere. */
async function listGemeenten(work: Work): Promise<Opties['gemeenten']> {
  const rows = await work.db
    .selectFrom('gemeente as g')
    .leftJoin('regio_gemeente as r', (join) =>
      join
        .onRef('r.gemeente_code', '=', 'g.code')
        .on('r.regio_id', '=', work.regioId)
        .on('r.van', '<=', work.today)
        .on((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', work.today)])),
    )
    .select(['g.code as waarde', 'g.naam', 'r.regio_id as eigen'])
    .orderBy((e) => e.case().when('r.regio_id', 'is not', null).then(0).else(1).end())
    .orderBy('g.naam')
    .execute()
  return rows.map(({ waarde, naam }) => ({ waarde, naam }))
}

async function listWie(work: Work): Promise<Pick<Opties, 'organisaties' | 'collegas'>> {
  const organisaties = await work.db
    .selectFrom('organisatie')
    .select(['id as waarde', 'naam', 'taken'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('naam')
    .execute()
  const collegas = await work.db
    .selectFrom('gebruiker')
    .select(['id as waarde', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('organisatie_id', '=', work.vrager.organisatieId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('naam')
    .execute()
  return {
    organisaties: organisaties.map(({ taken, ...organisatie }) => ({
      ...organisatie,
      isToegang: taken.some((taak) =>
        ['lokale_toegang', 'regionale_toegang', 'vo_coordinatie'].includes(taak),
      ),
      isVrouwenopvang: taken.includes('vo_coordinatie'),
    })),
    collegas,
  }
}
