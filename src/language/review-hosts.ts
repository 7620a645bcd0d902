import type { Checklist } from '../model/checklist.ts'
import type { HostSpec } from '../model/connections.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { isProgram, type Template } from '../model/template.ts'
import { code, suggestion } from './wording.ts'

type Hosts = Checklist['hosts']

/** Machines that can never be reached, and those that would be taken on trust. */
export function reviewHosts({ hosts }: Checklist, report: ReportFault): void {
  for (const [name, { ssh, compose }] of Object.entries(hosts)) {
    reviewCommand(compose?.command, report)
    if (ssh === undefined) continue
    reviewKnown(name, ssh, report)
    reviewTexts(ssh, report)
    reviewAddress(ssh, report)
    reviewPort(ssh.port, report)
    for (const fingerprint of ssh.fingerprints ?? []) reviewFingerprint(fingerprint, report)
    reviewJump(name, hosts, report)
  }
}

function reviewKnown(name: string, ssh: NonNullable<HostSpec['ssh']>, report: ReportFault): void {
  if (ssh.known_hosts !== undefined || ssh.fingerprints !== undefined) return
  report({
    code: 'host-key-missing',
    span: ssh.host.span,
    message: `The host ${code(name)} says neither by ${code('known_hosts')} nor by ${code('fingerprints')} which host key it has, so it could be anybody.`,
    hint: `Run \`${scanOf(ssh)}\` from a network you trust and give what it prints as \`known_hosts: { env: SSH_KNOWN_HOSTS }\`.`,
  })
}

/** Both are texts; what is written out here is mostly the path that OpenSSH would be given. */
function reviewTexts({ key, known_hosts: knownHosts }: NonNullable<HostSpec['ssh']>, report: ReportFault): void {
  const [keyText, knownText] = [literal(key), literal(knownHosts)]
  if (key !== undefined && keyText !== undefined && !keyText.includes('PRIVATE KEY')) {
    report({
      code: 'ssh-key-invalid',
      span: key.span,
      message: '`key` takes the text of a private key, and this is none.',
      hint: 'Hand the text over by the environment: `key: { env: SSH_KEY }`.',
    })
  }
  // A line is a host, a type of key and the key in base64 (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
  if (knownHosts !== undefined && knownText !== undefined && !/^\s*[^#\s]\S*.*\s\S+\s+AAAA/m.test(knownText)) {
    report({
      code: 'known-hosts-invalid',
      span: knownHosts.span,
      message: '`known_hosts` takes the lines that such a file holds, and this is none.',
      hint: 'Give what `ssh-keyscan` prints, as `known_hosts: { env: SSH_KNOWN_HOSTS }`.',
    })
  }
}

function scanOf({ host, port }: NonNullable<HostSpec['ssh']>): string {
  const number = literal(port) ?? '22'
  return `ssh-keyscan ${number === '22' ? '' : `-p ${number} `}${literal(host) ?? 'HOST'}`
}

/** What people write for the host and belongs elsewhere. */
function reviewAddress({ host }: NonNullable<HostSpec['ssh']>, report: ReportFault): void {
  const text = literal(host)
  const [, scheme, user, name, port] = /^(\w+:\/\/)?(?:([^@/]*)@)?([^@:/]*)(?::(\d+))?\/*$/.exec(text ?? '') ?? []
  if (text === undefined || name === undefined || [scheme, user, port].every(part => part === undefined)) return
  const fields = [`host: ${name}`, ...(user ? [`user: ${user}`] : []), ...(port ? [`port: ${port}`] : [])]
  report({
    code: 'ssh-host',
    span: host.span,
    message: `${code(text)} is more than the name or the address of a host.`,
    hint: `Write \`${fields.join(', ')}\`.`,
  })
}

/** `[docker compose]` would be one program of that name. */
function reviewCommand(command: readonly Template<string>[] | undefined, report: ReportFault): void {
  const [first, ...more] = command ?? []
  const text = literal(first)?.trim()
  if (first === undefined || text === undefined || !/^[\w.-]+\s/.test(text)) return
  const words = [...text.split(/\s+/), ...more.map(word => literal(word) ?? '…')]
  report({
    code: 'bad-word',
    span: first.span,
    message: `${code(text)} is one word here, and no program has that name.`,
    hint: `Write \`command: [${words.join(', ')}]\`.`,
  })
}

function reviewPort(port: Template<string> | undefined, report: ReportFault): void {
  const text = literal(port)
  if (port === undefined || text === undefined) return
  if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return
  report({
    code: 'ssh-port',
    span: port.span,
    message: `${code(text)} is no port.`,
    hint: 'Write a number from 1 to 65535.',
  })
}

function reviewFingerprint(fingerprint: Template<string>, report: ReportFault): void {
  const text = literal(fingerprint)
  if (text === undefined || /(?:^|\s)SHA256:[A-Za-z0-9+/]{43}(?:=|\s|$)/.test(text)) return
  report({
    code: 'fingerprint-invalid',
    span: fingerprint.span,
    message: 'This is no SHA-256 fingerprint of a host key.',
    hint: 'Write `SHA256:` and 43 characters, as `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` shows it on the server.',
  })
}

function reviewJump(name: string, hosts: Hosts, report: ReportFault): void {
  const jump = hosts[name]?.ssh?.jump
  const next = literal(jump)
  if (jump === undefined || next === undefined) return
  if (!Object.hasOwn(hosts, next)) {
    report({
      code: 'unknown-host',
      span: jump.span,
      message: `There is no host ${code(next)}.`,
      hint: suggestion(next, Object.keys(hosts)) ?? 'Declare it under `hosts`.',
    })
    return
  }
  const circle = wayBack(name, hosts)
  // One circle is one fault, told at the first host that is on it.
  if (circle === undefined || Object.keys(hosts).find(host => circle.has(host)) !== name) return
  report({
    code: 'jump-circle',
    span: jump.span,
    message: `The way to the host ${code(name)} leads back to itself.`,
    hint: 'Let one of the hosts on the way be reached without `jump`.',
  })
}

/** The hosts on a way that leads from one back to it; undefined when there is none. */
function wayBack(name: string, hosts: Hosts): ReadonlySet<string> | undefined {
  const way = new Set<string>()
  let at: string | undefined = name
  while (at !== undefined && !way.has(at)) {
    way.add(at)
    at = literal(hosts[at]?.ssh?.jump)
  }
  return at === name ? way : undefined
}

/** Undefined where only the run knows. */
function literal(template: Template<string> | undefined): string | undefined {
  if (template === undefined || template.parts.some(isProgram)) return undefined
  return template.parts.join('')
}
