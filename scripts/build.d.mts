export const root: string
export function requireNode(): void
export function ensureInstalled(): void
export function ensureBuilt(options?: { web?: boolean }): Promise<void>
