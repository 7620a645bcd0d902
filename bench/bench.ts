import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode, startServer } from './processes.ts'
import { benchSsh } from './ssh.ts'
import { MEBIBYTE, median, peakRow, printTable, type Row, ratioRow } from './table.ts'

// npm run bench: each figure is a ratio, or a peak, measured here and now; the absolute times say something about this
// machine only. Both sides alternate, so that a busy moment hits both; medians are compared.
const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'dist', 'cli.js')
const START_RUNS = 25
const LOOP_RUNS = 9

const rows: Row[] = []
const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-bench-'))
await using server = await startServer()
try {
  await benchStart()
  await benchLoop()
  await benchMemory()
  rows.push(...(await benchSsh(CLI)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
printTable(rows)
if (rows.some(({ held }) => !held)) process.exitCode = 1

async function benchStart(): Promise<void> {
  const url = `${server.url}/json`
  const plain = await checklist('one', [`{ request: "GET ${url}", expect: { json: { status: ok } } }`])
  const withJq = await checklist('one-jq', [`{ request: "GET ${url}", expect: { jq: '.status == "ok"' } }`])
  const bare: number[] = []
  const ours: number[] = []
  const oursWithJq: number[] = []
  for (let round = 0; round < START_RUNS + 2; round += 1) {
    bare.push((await runNode([join(import.meta.dirname, 'bare-request.mjs'), url])).ms)
    ours.push((await runCli(plain)).ms)
    oursWithJq.push((await runCli(withJq)).ms)
  }
  // The first rounds fill caches: of files, and of compiled code.
  const [base, one, jq] = [bare, ours, oursWithJq].map(times => median(times.slice(2))) as [number, number, number]
  rows.push(ratioRow('one check', one, base, 1.6), ratioRow('one check with a jq assertion', jq, base, 3))
}

async function benchLoop(): Promise<void> {
  const url = `${server.url}/json`
  const entry = `{ request: "GET ${url}", expect: { json: { status: ok } } }`
  const path = await checklist('many', Array(2_000).fill(entry), 'parallel')
  const bare: number[] = []
  const ours: number[] = []
  const whole: number[] = []
  for (let round = 0; round < LOOP_RUNS + 1; round += 1) {
    const loop = await runNode([join(import.meta.dirname, 'bare-loop.mjs'), url, '2000', '32'])
    const run = await runCli(path, '--concurrency', '32')
    bare.push(Number(JSON.parse(loop.stdout).ms))
    ours.push(await runDuration())
    whole.push(run.ms)
  }
  const [base, run, all] = [bare, ours, whole].map(times => median(times.slice(1))) as [number, number, number]
  rows.push(ratioRow('2,000 checks at concurrency 32', run, base, 2))
  rows.push({ what: '  … with start, parsing and reports', figure: `${all.toFixed(0)} ms`, bar: '', held: true })
}

async function benchMemory(): Promise<void> {
  const many = await peakOf(10_000, 1_024)
  rows.push(peakRow('peak memory of 10,000 checks', many, 250))
  const sizes = [1_024, 65_536, 1_048_576]
  const peaks: number[] = []
  for (const size of sizes) peaks.push(await peakOf(1_000, size))
  const told = peaks.map(peak => `${(peak / MEBIBYTE).toFixed(0)} MiB`).join(' · ')
  // Bodies grow a thousandfold; were they kept, the last run would hold a gibibyte.
  const held = (peaks[2] ?? 0) < 6 * (peaks[0] ?? 0)
  rows.push({ what: '1,000 checks, bodies of 1 KiB · 64 KiB · 1 MiB', figure: told, bar: 'less than linear', held })
}

async function peakOf(count: number, size: number): Promise<number> {
  const entry = `{ request: "GET ${server.url}/json?size=${size}", expect: { json: { status: ok } } }`
  const path = await checklist(`memory-${count}-${size}`, Array(count).fill(entry), 'parallel')
  return (await runCli(path, '--concurrency', '8')).peakBytes
}

/** Runs a checklist as a user would: progress, report and report files. */
function runCli(path: string, ...more: readonly string[]) {
  return runNode([CLI, 'run', path, '--report-dir', join(folder, 'reports'), ...more])
}

async function checklist(name: string, checks: readonly string[], mode?: 'parallel'): Promise<string> {
  const path = join(folder, `${name}.yml`)
  const list = checks.map(check => `    - ${check}\n`).join('')
  const text =
    mode === undefined
      ? `name: ${name}\nchecks:\n${list}`
      : `name: ${name}\nchecks:\n- parallel: true\n  name: all\n  checks:\n${list}`
  await writeFile(path, text)
  return path
}

/** How long the run itself took, by its own report. */
async function runDuration(): Promise<number> {
  const report = JSON.parse(await readFile(join(folder, 'reports', 'report.json'), 'utf8'))
  const { start, stop } = report.results.summary
  return stop - start
}
