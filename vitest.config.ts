import { defineConfig } from 'vitest/config'

/** Apart from vite.config.ts, whose root is the browser app. */
export default defineConfig({
  test: { include: ['tests/**/*.test.ts', 'src/**/*.test.ts'] },
})
