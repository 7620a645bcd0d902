import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './processes.ts'
import { median, peakRow, printTable, type Row, ratioRow } from './table.ts'

// node bench/logs.ts: how fast the log of a container is scanned, beside what one would else do, and in how much memory.
// Both sides alternate and both wait for the same engine. BENCH_LOG_BYTES, BENCH_LOG_ROUNDS and BENCH_LOG_IMAGE (one that
// has bash and awk) change what is measured; DOCKER_HOST says where.
const CLI = join(import.meta.dirname, '..', 'dist', 'cli.js')
const PROJECT = 'verify-deploy-bench-logs'
const BYTES = Number(process.env.BENCH_LOG_BYTES ?? 1024 ** 3)
const ROUNDS = Number(process.env.BENCH_LOG_ROUNDS ?? 1)
const IMAGE = process.env.BENCH_LOG_IMAGE ?? 'vd-base:1'
/** 150 MB in whole MiB. */
const MOST_MEBIBYTES = 143
/** One of the two: a check that counts errors fails, as it should. */
const CODES = [0, 1]

/** A megabyte and a half of what services write: access logs, lines of Python, JSON, and one stack trace. */
const BLOCK = String.raw`BEGIN { for (i = 0; i < 9000; i++) {
  r = i % 20
  if (i == 4500) print "2026-01-14 04:30:00,123 ERROR    app.db connection lost\nTraceback (most recent call last):\n  File \"/app/db.py\", line 9, in run\n    raise OSError(1)\nOSError: 1"
  else if (r < 10) printf "INFO:     172.18.0.%d:%d - \"GET /v1/categories?page=%d HTTP/1.1\" 200 OK\n", r, 40000 + i, i
  else if (r < 14) printf "172.18.0.1 - - [14/Jan/2026:04:30:%02d +0000] \"GET /static/app-%d.js HTTP/1.1\" 200 %d \"https://shop.example/\" \"Mozilla/5.0 (X11; Linux x86_64)\"\n", i % 60, i, i * 7
  else if (r < 17) printf "2026-01-14 04:30:%02d,%03d INFO     app.exchange updated rates for pair %d in %d ms\n", i % 60, i % 1000, i, i % 97
  else if (r < 19) printf "{\"time\":\"2026-01-14T04:30:%02d.123Z\",\"level\":\"info\",\"logger\":\"uvicorn.error\",\"msg\":\"request done\",\"id\":%d}\n", i % 60, i
  else printf "2026-01-14T04:30:%02d.%03dZ WARNING  app.cache miss key=user:%d\n", i % 60, i % 1000, i
} }`

const missing = whyNot()
if (missing === undefined) await bench()
else if (process.env.CI === 'true') throw new Error(missing)
else console.log(`!!! SKIPPED: ${missing}`)

function whyNot(): string | undefined {
  const found = spawnSync('docker', ['image', 'inspect', IMAGE], { stdio: 'ignore' })
  return found.status === 0 ? undefined : `No Docker Engine answers, or it has no image ${IMAGE}.`
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-bench-'))
  try {
    await writeLog(folder)
    const rows = await measure(folder)
    printTable(rows)
    if (rows.some(({ held }) => !held)) process.exitCode = 1
  } finally {
    compose(folder, 'down', '--volumes', '--timeout', '1')
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeLog(folder: string): Promise<void> {
  const script = `awk '${BLOCK}' > /tmp/block\nsize=$(stat -c %s /tmp/block)\nfor ((at = 0; at < ${BYTES}; at += size)); do cat /tmp/block; done\n`
  await writeFile(join(folder, 'write.sh'), script)
  const service = {
    image: IMAGE,
    network_mode: 'none',
    command: ['bash', '/write.sh'],
    volumes: ['./write.sh:/write.sh:ro'],
    logging: { driver: 'json-file' },
  }
  await writeFile(join(folder, 'compose.yml'), JSON.stringify({ name: PROJECT, services: { app: service } }))
  compose(folder, 'up', '--detach')
  compose(folder, 'wait', 'app')
}

async function measure(folder: string): Promise<readonly Row[]> {
  const checks = {
    'errors by level': await checklist(folder, 'levels', {}),
    'a pattern': await checklist(folder, 'pattern', { match: '/error|exception/i' }),
    'a pattern in the worker': await checklist(folder, 'worker', { match: '/(error|exception).*/i' }),
  }
  const grep: number[] = []
  const ours = new Map(Object.keys(checks).map(what => [what, { times: [] as number[], peak: 0 }]))
  for (let round = 0; round < ROUNDS; round += 1) {
    grep.push(grepOnce(folder))
    for (const [what, path] of Object.entries(checks)) {
      const words = [CLI, 'run', path, '--report-dir', join(folder, 'reports')]
      const { ms, peakBytes } = await runNode(words, CODES)
      await requireScanned(folder)
      const own = ours.get(what)
      own?.times.push(ms)
      if (own !== undefined) own.peak = Math.max(own.peak, peakBytes)
    }
  }
  return [...ours].flatMap(([what, { times, peak }]) => [
    ratioRow(`a log of ${(BYTES / 1024 ** 2).toFixed(0)} MiB, ${what} : grep`, median(times), median(grep), 3),
    peakRow('  … peak memory', peak, MOST_MEBIBYTES),
  ])
}

function grepOnce(folder: string): number {
  const began = performance.now()
  const line = `docker compose logs --no-color app | grep -ciE 'error|exception'`
  const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`grep found nothing: ${stderr}`)
  return performance.now() - began
}

/** A check that could not look at all would be quick. */
async function requireScanned(folder: string): Promise<void> {
  const report = await readFile(join(folder, 'reports', 'report.json'), 'utf8')
  if (!/events? in [\d,]{4,} lines/.test(report)) throw new Error(`Nothing was scanned: ${report.slice(0, 4_000)}`)
}

async function checklist(folder: string, name: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, `${name}.yml`)
  const logs = { host: 'here', services: ['app'], limit: 10, ...fields }
  const content = {
    name,
    hosts: { here: { compose: { file: 'compose.yml' } } },
    checks: [{ logs, timeout: '30m', expect: { count: 0 } }],
  }
  await writeFile(path, JSON.stringify(content))
  return path
}

function compose(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('docker', ['compose', ...words], { cwd: folder, encoding: 'utf8' })
  if (status !== 0 && words[0] === 'up') throw new Error(stderr)
}
