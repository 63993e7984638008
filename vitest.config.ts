import { defineConfig } from 'vitest/config'

/** Apart from vite.config.ts, whose root is the browser app. */
export default defineConfig({
  test: { testTimeout: 30_000, include: ['tests/**/*.test.ts', 'src/**/*.test.ts'] },
})
