import { defineConfig } from 'vitest/config'

const common = { testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks' } as const

/**
 * Three projects: `fast` needs nothing but Node; `hosts` Docker, sshd, journalctl or Chromium; `e2e` the whole real stack. Where
 * these are missing their tests are skipped with a line that says so, and fail in CI.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'fast',
          include: ['__tests__/**/*.test.ts'],
          exclude: ['__tests__/**/*.itg.test.ts', '__tests__/e2e/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'hosts',
          include: ['__tests__/**/*.itg.test.ts'],
          exclude: ['__tests__/e2e/**'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // One deployment after the other, and after everything else: they wait for health checks that a busy machine fails.
        test: {
          ...common,
          name: 'e2e',
          include: ['__tests__/e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
