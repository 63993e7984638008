import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../ui/api.ts'

/** A refusal stays a refusal: only what may have been bad luck is tried again. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && error instanceof ApiProblem && error.uncertain,
      },
      mutations: { retry: false },
    },
  })
}
