import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ComposeProject } from '../../src/transport/compose.ts'
import { localMachine } from '../../src/transport/local-machine.ts'
import { postgresTarget } from '../../src/transport/postgres-target.ts'
import { serviceLogins } from '../../src/transport/service-login.ts'
import { rejection } from '../kinds/builders.ts'
import { programFolder, programPath, removeFolder, standInProject } from '../kinds/postgres-ways.ts'
import { serveTcp } from './local-servers.ts'

const folders: string[] = []
afterAll(() => folders.forEach(removeFolder))

function folder(programs: readonly string[], scripts: Readonly<Record<string, string>> = {}): string {
  const made = programFolder(...programs)
  folders.push(made)
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(made, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(made, name), 0o755)
  }
  return made
}

function login(project: ComposeProject, address = '127.0.0.1:1', signal = AbortSignal.timeout(10_000)) {
  const at = { through: 'in the service db of prod', tls: 'disable' } as const
  const target = postgresTarget({ address, user: 'u' }, 'main', at)
  return serviceLogins(target, { project, service: 'db' })(signal)
}

/** A project whose every command is this one. */
function always(shell: string): ComposeProject {
  return {
    ...standInProject('/nowhere'),
    inService: async () => ({ run: { shell }, environment: { PATH: '/usr/bin:/bin' } }),
  }
}

describe('a login inside a service', () => {
  it.each([['perl'], ['bash', 'cat'], ['python3'], ['socat'], ['psql']].filter(names => names.every(programPath)))(
    'finds that nothing listens, with %s',
    async (...names) => {
      const error = await rejection(login(standInProject(folder(names))))
      expect(error).toMatchObject({ code: 'database-refused', endpoint: '127.0.0.1:1 in the service db of prod' })
    },
  )

  it.each([['perl'], ['python3'], ['socat'], ['psql']].filter(names => names.every(programPath)))(
    'finds that there is no such socket, with %s',
    async (...names) => {
      const error = await rejection(login(standInProject(folder(names)), '/nowhere'))
      expect(error).toMatchObject({ code: 'database-refused' })
    },
  )

  it.each<[string, ComposeProject]>([
    ['nothing but a shell', standInProject(folder([]))],
    [
      'an nc that would stay when the other side is gone',
      standInProject(folder([], { nc: 'echo OpenBSD netcat >&2' })),
    ],
    ['not even a shell', always('echo \'exec: "sh": executable file not found in $PATH: unknown\'; exit 126')],
    ['a psql that is too old', standInProject(folder([], { psql: oldPsql() }))],
  ])('finds that the container has %s', async (_what, project) => {
    expect(await rejection(login(project))).toMatchObject({ code: 'database-service-tools' })
  })

  it('has no use for bash where the server has only a socket', async () => {
    const error = await rejection(login(standInProject(folder(['bash', 'cat'])), '/nowhere'))
    expect(error).toMatchObject({ code: 'database-service-tools' })
  })

  it('passes on what it does not know', async () => {
    const error = await rejection(login(always("echo 'permission denied: the daemon' >&2; exit 1")))
    expect(error).toMatchObject({
      code: 'database-relay',
      message: expect.stringContaining('permission denied: the daemon'),
      details: { exit_code: '1' },
    })
  })

  it('tells that the way was lost after the server answered', async () => {
    const error = await rejection(login(always('printf R; exit 137')))
    expect(error).toMatchObject({ code: 'database-lost', details: { exit_code: '137' } })
  })

  it('ends with the signal, and with it the command', async () => {
    const machine = localMachine({})
    const stop = new AbortController()
    const reason = new Error('stop')
    const { port } = await serveTcp(() => stop.abort(reason))
    const project = standInProject(folder(['perl']), machine)
    expect(await rejection(login(project, `127.0.0.1:${port}`, stop.signal))).toBe(reason)
    await machine[Symbol.asyncDispose]()
  })
})

/** Prints what \`psql\` before 11 does: a variable that it does not know stays as it is written. */
function oldPsql(): string {
  return `while read -r line; do case $line in
  *title*) title=\${line##* };;
  *VERSION_NUM*) printf '%s\\000?column?\\000:VERSION_NUM\\000' "$title";;
  *LAST_ERROR_SQLSTATE\\ :*) set -- $line; echo "$2 00000 : 0";;
esac; done`
}
