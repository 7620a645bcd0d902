import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * `ssh`, as far as the examples call it: it wants a private key and known hosts, and runs the command in the folder of that
 * server with nothing of the runner's environment. `/srv/shop` is that folder.
 */
const SSH = `#!/usr/bin/env bash
set -eu
if [ "$#" != 6 ] || [ "$1" != -i ] || [ "$3" != -o ] || [[ $4 != UserKnownHostsFile=* ]]; then
  echo "The stand-in for ssh does not understand: $*" >&2
  exit 255
fi
[ "$(cat "$2")" = "$(cat "$WORLD/key")" ] && [ "$(stat -c %a "$2")" = 600 ] || { echo 'Permission denied' >&2; exit 255; }
[ "$(cat "\${4#*=}")" = "$(cat "$WORLD/known_hosts")" ] || { echo 'Host key verification failed.' >&2; exit 255; }
printf 'ssh %s: %s\\n' "$5" "$6" >>"$WORLD/log"
cd "$WORLD/servers/\${5#*@}" || exit 255
env -i PATH="$PATH" WORLD="$WORLD" bash -c "\${6//\\/srv\\/shop/.}"
`

/** `docker compose up`: what `.env` says runs from now on, and is waited for in vain where `.unhealthy` names it. */
const DOCKER = `#!/usr/bin/env bash
set -eu
[ "$*" = 'compose up --detach --wait' ] || { echo "The stand-in for docker does not understand: $*" >&2; exit 1; }
grep -q '^VERSION=.' .env
cp .env .running
[ ! -e .unhealthy ] || ! grep -qxFf .env .unhealthy || { echo 'container shop-web-1 is unhealthy' >&2; exit 1; }
`

/** `gh api`: writes fields, reads pages. */
const GH = `#!/usr/bin/env node
const { readFileSync } = require('node:fs')
const [api, ...words] = process.argv.slice(2)
let method, path
const fields = {}
while (words.length > 0) {
  const word = words.shift()
  if (word === '-X') method = words.shift()
  else if (word === '-f' || word === '-F') {
    const [name, ...rest] = words.shift().split('=')
    const value = rest.join('=')
    fields[name] = word === '-F' && value.startsWith('@') ? readFileSync(value.slice(1), 'utf8') : value
  } else if (word !== '--paginate') {
    if (path !== undefined || word.startsWith('-')) throw new Error('gh: ' + word)
    path = word
  }
}
if (api !== 'api' || path === undefined) throw new Error('gh ' + api)
method ??= Object.keys(fields).length > 0 ? 'POST' : 'GET'
const query = method === 'GET' ? '?' + new URLSearchParams(fields) : ''
const body = method === 'GET' ? undefined : JSON.stringify(fields)
const headers = { authorization: 'token ' + process.env.GH_TOKEN }
fetch(process.env.GITHUB_API_URL + '/' + path + query, { method, headers, body }).then(async response => {
  process.stdout.write(await response.text())
  process.exitCode = response.ok ? 0 : 1
})
`

/** What the runner and the servers find on their PATH before everything else. */
export async function writeTools(folder: string): Promise<void> {
  await mkdir(folder)
  for (const [name, text] of Object.entries({ ssh: SSH, docker: DOCKER, gh: GH })) {
    await writeFile(join(folder, name), text, { mode: 0o755 })
  }
}
