import { inSingleQuotes } from '../model/single-quotes.ts'
import type { MachineAddress } from './machine.ts'

/** What the script ends with when it finds nothing to carry a connection with, or when nothing listens. */
export const NO_RELAY = 97
export const NO_LISTENER = 98

/*
 * Each copies standard input to a connection and the connection to standard output, and ends as soon as either side does:
 * nothing is left behind in a container when the command outside is gone.
 *
 * None may leave a child of its own behind, not even for a moment. In the usual images PostgreSQL is process 1 of its
 * container, an orphan becomes its child, and a child that ends by a signal is to PostgreSQL a crashed session: it throws
 * out everybody and recovers. So those that are one process come first, and bash, which needs two more, waits for them.
 */
const PERL = `use strict; use IO::Socket::UNIX;
my ($host, $port) = @ARGV;
my $to = length $port ? do { require IO::Socket::IP; IO::Socket::IP->new(PeerHost => $host, PeerPort => $port) }
  : IO::Socket::UNIX->new(Peer => $host);
unless ($to) { print STDERR "$@\\n"; exit ${NO_LISTENER} }
setsockopt $to, 6, 1, 1 if length $port;
$to->blocking(0); $SIG{PIPE} = "IGNORE";
my ($at, $up, $down, $open) = (fileno $to, "", "", 1);
while ($open) {
  my ($r, $w) = ("", "");
  vec($r, 0, 1) = 1 if length $up < 65536;
  vec($r, $at, 1) = 1 if length $down < 65536;
  vec($w, 1, 1) = 1 if length $down;
  vec($w, $at, 1) = 1 if length $up;
  next if select($r, $w, undef, undef) < 0;
  if (vec($r, 0, 1)) { sysread(STDIN, $up, 65536, length $up) or $open = 0 }
  if (vec($r, $at, 1)) { my $n = sysread $to, $down, 65536, length $down; $open = 0 unless $n or !defined $n && $!{EAGAIN} }
  if (vec($w, 1, 1)) { my $n = syswrite STDOUT, $down, 4096; last unless defined $n; substr($down, 0, $n) = "" }
  if (vec($w, $at, 1)) { my $n = syswrite $to, $up; last unless defined $n or $!{EAGAIN}; substr($up, 0, $n || 0) = "" }
}
$to->blocking(1); syswrite $to, $up; syswrite STDOUT, $down;`

const PYTHON = `import os, socket, sys, threading
host, port = sys.argv[1:3]
try:
    if port:
        to = socket.create_connection((host, int(port)))
        to.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    else:
        to = socket.socket(socket.AF_UNIX)
        to.connect(host)
except OSError as error:
    sys.stderr.write("%s\\n" % error)
    sys.exit(${NO_LISTENER})
def back():
    try:
        while True:
            data = to.recv(65536)
            if not data: break
            while data: data = data[os.write(1, data):]
    finally: os._exit(0)
threading.Thread(target=back, daemon=True).start()
try:
    while True:
        data = os.read(0, 65536)
        if not data: break
        to.sendall(data)
finally: os._exit(0)`

/** It knows no Unix sockets. Should it be killed, what it started ends with 0 or 1, which PostgreSQL takes for no crash. */
const BASH = `trap '' PIPE
exec 4<&0
exec 3<>"/dev/tcp/$1/$2" || exit ${NO_LISTENER}
cat <&3 4<&- & cat <&4 >&3 & wait -n
kill %1 %2 2>/dev/null; wait
exit 0`

/** `$1` is a host and `$2` its port, or `$1` a socket's path and `$2` empty. Of all that are called nc only BusyBox's ends with either side. */
const SCRIPT = `LC_ALL=C; export LC_ALL
has() { command -v "$1" >/dev/null 2>&1; }
if has perl && perl -MErrno -MIO::Socket::IP -MIO::Socket::UNIX -e 1 2>/dev/null
then exec perl -MErrno -e ${inSingleQuotes(PERL)} "$1" "$2"; fi
if has python3; then exec python3 -c ${inSingleQuotes(PYTHON)} "$1" "$2"; fi
if [ -n "$2" ] && has cat && has bash && bash -c '((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 403))' 2>/dev/null
then exec bash -c ${inSingleQuotes(BASH)} relay "$1" "$2"; fi
if has socat; then
  [ -n "$2" ] || exec socat -t 0.1 - "UNIX-CONNECT:$1"
  case $1 in *:*) exec socat -t 0.1 - "TCP6:[$1]:$2,nodelay";; *) exec socat -t 0.1 - "TCP:$1:$2,nodelay";; esac
fi
if [ -n "$2" ] && has nc; then case $(nc --help 2>&1) in *BusyBox*) exec nc "$1" "$2";; esac; fi
exit ${NO_RELAY}`

/** The words of a command that carries a connection over its standard streams to where something listens beside it. */
export function relayWords(to: MachineAddress): readonly string[] {
  const place = 'path' in to ? [to.path, ''] : [to.host, String(to.port)]
  return ['sh', '-c', SCRIPT, 'relay', ...place]
}
