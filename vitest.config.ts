import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'e2e/**/*.test.ts'],
    globalSetup: 'tests/database.setup.ts',
    testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2,
  },
})
