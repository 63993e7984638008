import {
  keepPreviousData,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { ApiProblem, type CallInput, call, newIdempotencyKey } from './api.ts'

/** Cache key of a read; `invalidates` of a command matches on the endpoint's name. */
export function queryKeyOf(endpoint: { readonly name: string }, input: unknown = {}): readonly unknown[] {
  return [endpoint.name, input]
}

interface ReadOptions {
  enabled?: boolean
  /** Milliseconds between two reads, e.g. to follow long work. */
  refetchInterval?: number | false
}

/** Reads by contract. Shows the previous answer while a new page or filter loads. */
export function useEndpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  input: Omit<CallInput<P, Q, B>, 'idempotencyKey' | 'signal'>,
  options: ReadOptions = {},
): UseQueryResult<z.output<R>, ApiProblem | Error> {
  return useQuery<z.output<R>, ApiProblem | Error>({
    queryKey: queryKeyOf(endpoint, input),
    queryFn: ({ signal }) => run(endpoint, { ...(input as CallInput<P, Q, B>), signal }),
    placeholderData: keepPreviousData as never,
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
  })
}

interface CommandOptions<R extends z.ZodType> {
  onDone?: (answer: z.output<R>) => void | Promise<void>
  /** Reads that this write makes out of date. Left out: every read, which is always right and rarely slow. */
  invalidates?: readonly { readonly name: string }[]
  /** The page is left when it is done: nobody waits for its reads, which are asked again where they show next. */
  leaves?: boolean
}

/**
 * Writes by contract. `run` throws ApiProblem, which Form shows. Sending the same input again after a lost connection
 * reuses the Idempotency-Key, so that it happens once.
 */
export function useCommand<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, R>, options: CommandOptions<R> = {}) {
  const client = useQueryClient()
  const pending = useRef<{ input: string; key: string } | undefined>(undefined)
  const mutation = useMutation<z.output<R>, ApiProblem | Error, CallInput<P, Q, B>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input)
      if (pending.current?.input !== text) pending.current = { input: text, key: newIdempotencyKey() }
      try {
        const answer = await run(endpoint, { ...input, idempotencyKey: pending.current.key })
        pending.current = undefined
        return answer
      } catch (error) {
        if (error instanceof ApiProblem && !error.uncertain) pending.current = undefined
        throw error
      }
    },
    onSuccess: async (answer) => {
      const names = options.invalidates?.map((read) => read.name)
      await client.invalidateQueries({
        ...(names && { predicate: (query) => names.includes(String(query.queryKey[0])) }),
        ...(options.leaves && { refetchType: 'none' }),
      })
      await options.onDone?.(answer)
    },
  })
  return {
    run: (input: CallInput<P, Q, B>) => mutation.mutateAsync(input),
    busy: mutation.isPending,
    problem: mutation.error ?? undefined,
    reset: mutation.reset,
  }
}

function run<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: CallInput<P, Q, B>,
): Promise<z.output<R>> {
  // @NOTE The conditional rest parameter of `call` cannot be resolved for open type parameters.
  return (call as (e: typeof endpoint, i: CallInput<P, Q, B>) => Promise<z.output<R>>)(endpoint, input)
}
