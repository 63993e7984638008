import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type * as contract from '../domain/contract.ts'
import { listBeslissers, pickBeslisser } from './beslisser.ts'

/** Products and gemeenten of today, with who decides. No personal data. */
export async function readAanvraagkeuzes(
  work: Work,
): Promise<z.output<(typeof contract.haalAanvraagkeuzes)['response']>> {
  const producten = await work.db
    .selectFrom('product')
    .select(['id', 'naam', 'domein'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .where('toegang', '<>', 'direct')
    .orderBy('domein')
    .orderBy('naam')
    .execute()
  const gemeenten = await work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<=', work.today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', work.today)]))
    .orderBy('g.naam')
    .execute()
  const beslissers = await listBeslissers(work, work.today)
  const domeinen = [...new Set(producten.map((product) => product.domein))]
  const { aantal, eenheid } = await getTermijn(work, 'heronderzoek')
  return {
    producten,
    gemeenten: gemeenten.map((gemeente) => ({
      ...gemeente,
      beslissers: Object.fromEntries(
        domeinen.flatMap((domein) => {
          const found = pickBeslisser(beslissers, gemeente.code, domein)
          return found ? [[domein, found.naam]] : []
        }),
      ),
    })),
    heronderzoek: { aantal, eenheid },
  }
}
