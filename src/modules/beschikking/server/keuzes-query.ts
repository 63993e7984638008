import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type * as contract from '../domain/contract.ts'
import { listBeslissers, pickBeslisser } from './beslisser.ts'
import { persoonNaamSql } from './lookup.ts'

/** Products and gemeenten of today with who decides, and what is known of the cliënt or the melding. */
export async function readAanvraagkeuzes(
  work: Work,
  query: z.output<(typeof contract.haalAanvraagkeuzes)['query']>,
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
    ...(await readBekend(work, query)),
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

async function readBekend(work: Work, query: z.output<(typeof contract.haalAanvraagkeuzes)['query']>) {
  const melding = query.meldingId
    ? await work.db
        .selectFrom('melding as m')
        .leftJoin('besluit as b', 'b.melding_id', 'm.id')
        .select(['m.id', 'm.nummer', 'm.persoon_id', 'm.gemeente_code', 'b.product_id', 'b.namens_gemeente'])
        .where('m.id', '=', query.meldingId)
        .executeTakeFirst()
    : undefined
  const persoonId = melding?.persoon_id ?? query.persoonId
  const persoon = persoonId
    ? await work.db
        .selectFrom('persoon as p')
        .select(['p.id', persoonNaamSql('p').as('naam'), 'p.woonplaats_gemeente'])
        .where('p.id', '=', persoonId)
        .executeTakeFirst()
    : undefined
  return {
    persoon: persoon ? { id: persoon.id, naam: persoon.naam } : null,
    melding: melding ? { id: melding.id, nummer: melding.nummer } : null,
    bekend: {
      productId: melding?.product_id ?? null,
      gemeenteCode:
        melding?.namens_gemeente ?? melding?.gemeente_code ?? persoon?.woonplaats_gemeente ?? null,
    },
  }
}
