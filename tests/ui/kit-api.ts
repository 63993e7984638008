import type { ApiAnswer, ApiCall } from '../browser/site.ts'

/** Answers of a server for the kit page. `state.next` overrules the answer to the next submit of the form. */
export function createKitApi() {
  const state: { next: ApiAnswer | undefined; concept: { inhoud: unknown; bewaardOp: string } | null } = {
    next: undefined,
    concept: null,
  }
  function api(call: ApiCall): ApiAnswer | undefined {
    if (call.path === '/kit-plekken') return listPlekken(call)
    if (call.path === '/kit-formulier') {
      const answer = state.next ?? { status: 201, body: { id: 'plek-1' } }
      state.next = undefined
      return answer
    }
    if (call.path === '/concepten/kit') {
      if (call.method === 'DELETE') state.concept = null
      if (call.method === 'PUT') {
        const { inhoud } = call.body as { inhoud: unknown }
        state.concept = { inhoud, bewaardOp: new Date().toISOString() }
        return { body: { bewaardOp: state.concept.bewaardOp } }
      }
      return { body: { concept: state.concept } }
    }
    return undefined
  }
  return { api, state }
}

const plekken = Array.from({ length: 60 }, (_, index) => ({
  id: `plek-${index + 1}`,
  naam: `Kamer ${String(index + 1).padStart(2, '0')} aan de Lindelaan`,
  status: index % 3 === 0 ? 'Vrij' : 'Bezet',
  prijs: 45.5 + index,
  vrijVanaf: '2026-04-01',
}))

function listPlekken({ query }: ApiCall): ApiAnswer {
  const size = Number(query.get('aantalPerPagina'))
  const first = (Number(query.get('pagina')) - 1) * size
  const found = plekken.filter(
    (plek) =>
      plek.naam.toLowerCase().includes((query.get('zoek') ?? '').toLowerCase()) &&
      (query.get('status') === null || plek.status === query.get('status')),
  )
  if (query.get('sorteer')?.startsWith('-')) found.reverse()
  return { body: { count: found.length, results: found.slice(first, first + size) } }
}
