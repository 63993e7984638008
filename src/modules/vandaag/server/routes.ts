import { type Route, route } from '../../../platform/http/route.ts'
import { haalVandaag, haalVannacht } from '../domain/contract.ts'
import { readVandaag } from './queries.ts'
import { readVannacht } from './vannacht.ts'

export const vandaagRoutes: readonly Route[] = [
  route(haalVandaag, {
    permission: 'vandaag.lezen',
    audit: {
      event: 'VandaagBekeken',
      personen: (out) => out.groepen.flatMap((groep) => groep.items.map((item) => item.persoonId)),
    },
    handle: (work) => readVandaag(work),
  }),
  route(haalVannacht, {
    permission: 'plek.lezen',
    audit: { geen: 'Capaciteit zonder personen' },
    handle: (work) => readVannacht(work),
  }),
]
