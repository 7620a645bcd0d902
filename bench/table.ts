export const MEBIBYTE = 1024 ** 2

export interface Row {
  readonly what: string
  readonly figure: string
  readonly bar: string
  readonly held: boolean
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function ratioRow(what: string, ours: number, bare: number, bar: number): Row {
  const figure = `${(ours / bare).toFixed(2)}× (${ours.toFixed(0)} ms : ${bare.toFixed(0)} ms)`
  return { what, figure, bar: `≤ ${bar.toFixed(1)}×`, held: ours / bare <= bar }
}

export function peakRow(what: string, bytes: number, barMebibytes: number): Row {
  const figure = bytes === 0 ? 'not to be had here' : `${(bytes / MEBIBYTE).toFixed(0)} MiB`
  return { what, figure, bar: `≤ ${barMebibytes} MiB`, held: bytes <= barMebibytes * MEBIBYTE }
}

export function printTable(table: readonly Row[]): void {
  const width = (key: 'what' | 'figure' | 'bar'): number => Math.max(...table.map(row => row[key].length))
  for (const { what, figure, bar, held } of table) {
    const columns = [what.padEnd(width('what')), figure.padEnd(width('figure')), bar.padEnd(width('bar'))]
    console.log([...columns, bar === '' ? '' : held ? 'held' : 'MISSED'].join('   ').trimEnd())
  }
}
