import { spawnSync } from 'node:child_process'

/** Why tests against the real engine cannot run: `skip` where they need not, a text where CI needs them. */
export function whyNoDocker(image: string): string | undefined {
  const found = spawnSync('docker', ['image', 'inspect', image], { stdio: 'ignore', timeout: 20_000 })
  if (found.status === 0) return undefined
  const reason = `No Docker Engine answers, or it has no image ${image}.`
  if (process.env.CI === 'true') return reason
  process.stderr.write(`\n!!! SKIPPED: logs of real containers. ${reason}\n`)
  return 'skip'
}
