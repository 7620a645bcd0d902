import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'esbuild'

const EMBEDDED = /__toBinaryNode\("([A-Za-z0-9+/=]+)"\)/

/** jq-wasm carries its WebAssembly as base64; compressed, it is a third of that in the repository and on every runner. */
export const compactJq: Plugin = {
  name: 'compact-jq',
  setup({ onLoad }) {
    onLoad({ filter: /jq-wasm[\\/]dist[\\/]inline\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const [, base64] = EMBEDDED.exec(text) ?? []
      if (base64 === undefined) throw new Error(`${path} does not embed its WebAssembly as it used to.`)
      const plain = Buffer.from(base64, 'base64')
      const options = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }
      const packed = brotliCompressSync(plain, options).toString('base64')
      const contents = text.replace(EMBEDDED, `brotliDecompressSync(Buffer.from("${packed}", "base64"))`)
      return {
        contents: `import { brotliDecompressSync } from 'node:zlib'\n${contents}`,
        loader: 'js',
        resolveDir: dirname(path),
      }
    })
  },
}
