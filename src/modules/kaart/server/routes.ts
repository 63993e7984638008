import { type PublicRoute, publicRoute, readAsPublic } from '../../../platform/http/public-route.ts'
import { notFound } from '../../../shared/rejection.ts'
import { getWegwijzer, listToelatingscriteria, listWegwijzers } from '../domain/contract.ts'
import { readToelatingscriteria } from './criteria-query.ts'
import { listRegios, readWegwijzer } from './queries.ts'

/** Five minutes: a loket that changes its hours is seen soon, and a busy site asks little. */
const public5 = { perMinute: 120, maxAge: 300 } as const

export const kaartRoutes: readonly PublicRoute[] = [
  publicRoute(listWegwijzers, {
    ...public5,
    handle: async (platform) => {
      const regios = new Map<string, { naam: string; gemeenten: { code: string; naam: string }[] }>()
      for (const { regioId, regio, code, naam } of await listRegios(platform)) {
        const found = regios.get(regioId) ?? { naam: regio, gemeenten: [] }
        regios.set(regioId, found)
        found.gemeenten.push({ code, naam })
      }
      return { regios: [...regios.values()] }
    },
  }),
  publicRoute(getWegwijzer, {
    ...public5,
    handle: async (platform, { params }) => {
      const gemeente = (await listRegios(platform)).find((one) => one.code === params.code)
      if (!gemeente) return notFound('Deze gemeente')
      const wegwijzer = await readAsPublic(platform, gemeente.regioId, (work) =>
        readWegwijzer(work, params.code),
      )
      return { gemeente: gemeente.naam, regio: gemeente.regio, ...wegwijzer }
    },
  }),
  publicRoute(listToelatingscriteria, { ...public5, handle: readToelatingscriteria }),
]
