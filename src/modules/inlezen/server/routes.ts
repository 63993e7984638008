import { type Route, route } from '../../../platform/http/route.ts'
import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { isRejection } from '../../../shared/rejection.ts'
import * as contract from '../domain/contract.ts'
import { kolommen, type Soort, soorten } from '../domain/kolommen.ts'
import { checkBestand, loadBestand } from './commands.ts'
import { findInleesbestanden, getInleesbestandById } from './queries.ts'
import { dropOldContent } from './store.ts'

const rechten = {
  keten: 'inlezen.uitvoeren',
  programma: 'programma.schrijven',
  partners: 'participatie.schrijven',
} as const
const zonderPersonen = { geen: 'Namen van bestanden en fouten, zonder personen' } as const

function sjabloonRoute<S extends Soort>(soort: S): Route {
  const voorbeeld = Object.fromEntries(kolommen[soort].map((kolom) => [kolom.sleutel, kolom.voorbeeld]))
  return route(contract.sjablonen[soort], {
    permission: rechten[contract.reeksVan(soort)],
    audit: { geen: 'Leeg voorbeeldbestand' },
    export: {
      titel: `Sjabloon ${soorten[soort].toLowerCase()}`,
      kolommen: kolommen[soort].map((kolom) => ({ key: kolom.sleutel, label: kolom.naam, type: 'text' })),
    },
    handle: async () => ({ count: 1, results: [voorbeeld] }),
  })
}

/** Whoever may read in a programma sees no file with people in it, and the other way round. */
function reeksRoutes(reeks: contract.Reeks): readonly Route[] {
  const { list, get, check, load } = contract.reeksen[reeks]
  const permission = rechten[reeks]
  const lezen = { permission, audit: zonderPersonen } as const
  return [
    route(list, {
      ...lezen,
      export: {
        titel: 'Ingelezen bestanden',
        kolommen: [
          { key: 'gemaaktOp', label: 'Aangeboden', type: 'moment' },
          { key: 'soortNaam', label: 'Soort', type: 'text' },
          { key: 'bestandsnaam', label: 'Bestand', type: 'text' },
          { key: 'bron', label: 'Bron', type: 'text' },
          { key: 'peildatum', label: 'Peildatum', type: 'date' },
          { key: 'telwijze', label: 'Telt', type: 'text' },
          { key: 'statusNaam', label: 'Stand', type: 'text' },
          { key: 'rijen', label: 'Rijen', type: 'number' },
          { key: 'aantalFouten', label: 'Fouten', type: 'number' },
          { key: 'ingelezenOp', label: 'Ingelezen', type: 'moment' },
        ],
      },
      handle: (work, { query }) => findInleesbestanden(work, reeks, query),
    }),
    route(get, {
      ...lezen,
      handle: (work, { params }) => getInleesbestandById(work, { reeks, id: params.id }),
    }),
    route(check, {
      permission,
      audit: { event: 'BestandGecontroleerd', personen: () => [], onderwerp: (out) => out.id },
      bodyLimit: 15_000_000,
      handle: async (work, { body }) => {
        const checked = await checkBestand(work, body)
        return isRejection(checked)
          ? checked
          : getInleesbestandById(work, { reeks, id: checked.id }, checked.fouten)
      },
    }),
    route(load, {
      permission,
      audit: { event: 'BestandIngelezen', personen: () => [], onderwerp: (out) => out.id },
      handle: async (work, { params }) => {
        const eerst = await getInleesbestandById(work, { reeks, id: params.id })
        if (isRejection(eerst)) return eerst
        const loaded = await loadBestand(work, { id: params.id })
        if (isRejection(loaded)) return loaded
        const found = await getInleesbestandById(work, { reeks, id: loaded.id })
        if (isRejection(found)) return found
        const { fouten: _, ...regel } = found
        return regel
      },
    }),
  ]
}

export const inlezenRoutes: readonly Route[] = [
  ...reeksRoutes('keten'),
  ...reeksRoutes('programma'),
  ...reeksRoutes('partners'),
  ...(Object.keys(soorten) as Soort[]).map(sjabloonRoute),
]

export const inlezenHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'inleesbestanden-opruimen', cron: '40 3 * * *', handle: dropOldContent },
]
