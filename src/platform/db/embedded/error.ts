/** A failure to start the built-in database: Dutch for the user, English detail for who repairs it. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
  constructor(
    readonly dutch: string,
    readonly detail: string,
  ) {
    super(`${dutch}\n  (${detail})`)
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
