#!/usr/bin/env bash
# Sets a database up as the official image does from POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB, then serves it.
set -euo pipefail

data=/var/lib/postgresql/data
bin=$(echo /usr/lib/postgresql/*/bin)

as_postgres() {
  setpriv --reuid postgres --regid postgres --clear-groups env HOME=/var/lib/postgresql "$@"
}

mkdir -p "$data" /var/run/postgresql
chown postgres:postgres "$data" /var/run/postgresql
chmod 700 "$data"
if [[ ! -s $data/PG_VERSION ]]; then
  password=$(mktemp)
  chown postgres: "$password"
  printf '%s\n' "$POSTGRES_PASSWORD" >"$password"
  as_postgres "$bin/initdb" --pgdata="$data" --username="$POSTGRES_USER" --auth-local=trust --auth-host=scram-sha-256 \
    --pwfile="$password" --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  rm "$password"
  # As in the official image: who is inside the container needs no password.
  printf '%s\n' 'local all all trust' 'host all all 127.0.0.1/32 trust' 'host all all ::1/128 trust' \
    'host all all all scram-sha-256' >"$data/pg_hba.conf"
  as_postgres "$bin/pg_ctl" --pgdata="$data" --wait --options="-c listen_addresses=''" start >/dev/null
  as_postgres "$bin/createdb" --username="$POSTGRES_USER" "$POSTGRES_DB"
  as_postgres "$bin/pg_ctl" --pgdata="$data" --wait stop >/dev/null
fi
exec setpriv --reuid postgres --regid postgres --clear-groups \
  "$bin/postgres" -D "$data" -c listen_addresses='*' -c fsync=off
