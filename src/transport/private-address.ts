import { BlockList, isIP } from 'node:net'

/** Special-purpose networks of RFC 6890 and its successors that are not the public internet. */
const PRIVATE: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

/** The IPv4 networks as they also stand in IPv6: mapped (RFC 4291) and behind NAT64 (RFC 6052). */
const EMBEDDED = ['::ffff:', '64:ff9b::'] as const

/** Whether an address belongs to a private, local or otherwise not public network. */
export function isPrivateAddress(address: string): boolean {
  const plain = unbracketed(address).replace(/%.*$/, '')
  const version = isIP(plain)
  return version !== 0 && privateNetworks().check(plain, version === 4 ? 'ipv4' : 'ipv6')
}

/** Whether a host, as a URL names it, is plainly not public: a private address or a name that is always local. */
export function isPrivateHost(host: string): boolean {
  return isPrivateAddress(host) || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host)
}

/** Whether a host, as a URL names it, is this machine. */
export function isLoopbackHost(host: string): boolean {
  const plain = unbracketed(host)
  return /(^|\.)localhost\.?$/i.test(plain) || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}

/** URLs write IPv6 addresses in brackets, sockets do not. */
export function unbracketed(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
}

function privateNetworks(): BlockList {
  const networks = new BlockList()
  for (const [network, prefix, family] of PRIVATE) {
    networks.addSubnet(network, prefix, family)
    if (family === 'ipv4') for (const lead of EMBEDDED) networks.addSubnet(lead + network, 96 + prefix, 'ipv6')
  }
  return networks
}
