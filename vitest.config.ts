import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const database = {
  include: ['tests/database/**/*.test.ts', 'src/**/server/**/*.test.ts', 'src/platform/**/*.db.test.ts'],
  testTimeout: 300_000,
  hookTimeout: 600_000,
}

/** The same database tests once more on another server, e.g. PostgreSQL 15; see tests/given/server.ts. */
const otherServer =
  process.env.TEST_DATABASE_URL || process.env.TEST_POSTGRES_BIN
    ? [
        {
          extends: true as const,
          test: {
            ...database,
            name: 'database-ander',
            globalSetup: 'tests/given/server-other.ts',
            exclude: ['tests/database/launcher.test.ts'],
          },
        },
      ]
    : []

export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: 2,
    slowTestThreshold: 10_000,
    reporters: ['default'],
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'seed/**/*.test.ts',
            'tests/*.test.ts',
            'tests/unit/**/*.test.ts',
          ],
          exclude: [...database.include, '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      { extends: true, test: { ...database, name: 'database', globalSetup: 'tests/given/server.ts' } },
      ...otherServer,
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/ui/**/*.test.ts', 'tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/given/server.ts',
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
