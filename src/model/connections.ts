import { boolean, choice, duration, field, forms, list, object, text, type ValueOf } from './shape.ts'

/** An entry of `hosts`: without `ssh` it is the runner itself. */
export const hostShape = object({
  ssh: field(
    object(
      {
        host: field(text('a host name or an address'), 'name or address of the server, IPv6 too'),
        user: field(text('a user name'), 'who to log in as'),
        port: field(text('a port'), 'port of the SSH server, 22 unless given'),
        key: field(text('a private key'), 'the text of a private key without a passphrase'),
        agent: field(boolean(), 'whether the keys of the running SSH agent may be used'),
        known_hosts: field(
          text('lines of a known_hosts file'),
          'the host keys of the server, as ssh-keyscan prints them',
        ),
        fingerprints: field(
          list(text('a SHA256: fingerprint'), 1),
          'the SHA-256 fingerprints of host keys of any type, as ssh-keygen -l prints them',
        ),
        jump: field(text('the name of a host'), 'another of the `hosts`, to go through'),
        connect_timeout: field(duration(), 'how long connecting and logging in may take, 10s unless given'),
      },
      ['host'],
    ),
    'how to reach the machine; without it the host is the runner',
  ),
  compose: field(
    object({
      file: field(text('a path'), 'the compose file; what Compose finds by itself unless given'),
      files: field(list(text('a path'), 1), 'several compose files, later ones over earlier ones'),
      directory: field(text('a path'), 'the folder that Compose is called in'),
      project: field(text('a project name'), 'the name of the project'),
      command: field(list(text('a word'), 1), 'how to call Compose, instead of `docker compose`'),
      env_file: field(text('a path'), 'the file with the variables of the compose file, instead of `.env`'),
      profiles: field(list(text('a profile'), 1), 'active profiles'),
    }),
    'the Compose project on this machine',
  ),
})
export type HostSpec = ValueOf<typeof hostShape>

/** An entry of `databases`: a `url`, or its parts, reached directly or through a host. */
export const databaseShape = object({
  url: field(text('a postgres:// URL'), 'where and as whom, in one'),
  address: field(text('host:port'), 'where the server listens'),
  user: field(text('a user name'), 'who to log in as'),
  password: field(text('a password'), 'always secret'),
  database: field(text('a database name'), 'which database'),
  tls: field(
    forms({
      scalar: choice('disable', 'require', 'verify'),
      map: object({
        ca: field(text('a certificate'), 'PEM text of the authority'),
        server_name: field(text('a name'), 'the name to verify'),
      }),
    }),
    'encryption: disable, require (unverified) or verify',
  ),
  host: field(text('the name of a host'), 'the host to go through'),
  service: field(text('the name of a service'), 'the Compose service it runs in'),
})
export type DatabaseSpec = ValueOf<typeof databaseShape>
