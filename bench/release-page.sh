#!/usr/bin/env bash
# What a release page has people run, with the calls of checklist.yml: curl, jq, `docker compose exec`, `logs | grep`. It ends
# with 1 when anything is not as it should be. All remote calls share one connection, as a careful author would have it.
#
#   URL SSH_CONFIG (a file with a host `server`) DIRECTORY VERSION PASSWORD
set -uo pipefail

work=$(mktemp -d)
trap 'ssh -F "$SSH_CONFIG" -O exit server 2>/dev/null; rm -rf "$work"' EXIT
failures=0
jar=$work/cookies
email="bench+$RANDOM$RANDOM@example.com"

# check NAME EXPECTED ACTUAL
check() {
  if [[ $3 == "$2" ]]; then return; fi
  failures=$((failures + 1))
  printf '%s: expected %s, got %s\n' "$1" "$2" "$3"
}

at_least() {
  if [[ $3 =~ ^[0-9]+$ ]] && (($3 >= $2)); then return; fi
  failures=$((failures + 1))
  printf '%s: expected at least %s, got %s\n' "$1" "$2" "$3"
}

remote() { ssh -F "$SSH_CONFIG" server "cd $DIRECTORY && $1"; }
compose() { remote "docker compose -f docker-compose.prod.yml $1"; }
query() { compose "exec -T postgres psql -U assistadmin_pg -d assistance_kz -Atc \"$1\""; }
status() { curl -s -o "$work/body" -w '%{http_code}' "$@"; }
body() { jq -r "$1" <"$work/body"; }

for _ in 1 2 3; do
  check health ok "$(curl -s "$URL/health" | jq -r .status)"
  check release "$VERSION" "$(curl -s "$URL/openapi.json" | jq -r .info.version)"
done

began=$(remote 'date -u +%Y-%m-%dT%H:%M:%SZ')
states=$(compose "ps --all --format '{{.Service}} {{.State}} {{.Health}} {{.ExitCode}}'" | sed 's/\x1b\[[0-9;]*[A-Za-z]//g' | sort)
check containers $'backend running healthy 0\nbot running  0\nmigrate exited  0\nnginx running healthy 0\npostgres running healthy 0\nredis running healthy 0' "$states"
image=$(remote 'docker inspect --format "{{index .Config.Labels \"org.opencontainers.image.version\"}}" $(docker compose -f docker-compose.prod.yml ps -q backend)')
check image "$VERSION" "$image"

curl -s "$URL/openapi.json" -o "$work/api"
check register-body object "$(jq -r '.paths["/auth/register"].post.requestBody.content["application/json"] | type' "$work/api")"
check login-body object "$(jq -r '.paths["/auth/login"].post.requestBody.content["application/x-www-form-urlencoded"] | type' "$work/api")"
check docs 200 "$(status "$URL/docs")"

users=$(query 'SELECT count(*) FROM users')
new="{\"email\":\"$email\",\"password\":\"$PASSWORD\",\"full_name\":\"Test User\",\"phone\":\"+77770001234\"}"
check register 200 "$(status -H 'Content-Type: application/json' -d "$new" "$URL/auth/register")"
user=$(body .id)
check register-again 400 "$(status -H 'Content-Type: application/json' -d "$new" "$URL/auth/register")"
check register-nonsense 422 "$(status -H 'Content-Type: application/json' -d '{"email":"nobody"}' "$URL/auth/register")"
check login 200 "$(status -c "$jar" --data-urlencode "email=$email" --data-urlencode "password=$PASSWORD" "$URL/auth/login")"
token=$(body .access_token)
first=$(awk '$6 == "refresh_token" { print $7 }' "$jar")
check profile 200 "$(status -H "Authorization: Bearer $token" "$URL/auth/me")"
check profile-email "$email" "$(body .email)"
check profile-of-strangers 401 "$(status "$URL/auth/me")"

upgrade=(--http1.1 --max-time 5 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==')
check websocket-stranger 403 "$(status "${upgrade[@]}" "$URL/ws/exchange/test123")"

check refresh 200 "$(status -b "$jar" -c "$jar" -X POST "$URL/auth/refresh")"
second=$(awk '$6 == "refresh_token" { print $7 }' "$jar")
check refresh-once 401 "$(status -b "refresh_token=$first" -X POST "$URL/auth/refresh")"
check logout 200 "$(status -b "$jar" -H "Authorization: Bearer $token" -X POST "$URL/auth/logout")"
check refresh-after-logout 401 "$(status -b "refresh_token=$second" -X POST "$URL/auth/refresh")"

check migrations 5 "$(query 'SELECT max(number) FROM migrations')"
at_least tables 3 "$(query 'SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM refresh_tokens) + (SELECT count(*) FROM auth_events)')"
at_least users-after $((users + 1)) "$(query 'SELECT count(*) FROM users')"
check refresh-tokens '2|0' "$(query "SELECT count(*), count(*) FILTER (WHERE NOT is_revoked) FROM refresh_tokens WHERE user_id = $user")"
check events $'login|1\nlogout|1\nrefresh|1\nregister|1' \
  "$(query "SELECT event_type, count(*) FROM auth_events WHERE user_id = $user GROUP BY event_type ORDER BY event_type")"

curl -s "$URL/v1/categories" -o "$work/categories"
check permanent 35 "$(jq '.categories.permanent | length' "$work/categories")"
check temporary 25 "$(jq '.categories.temporary | length' "$work/categories")"
check front-page '<title>Assistance</title>' "$(curl -s "$URL/" | grep -o '<title>.*</title>')"

for _ in 1 2 3 4 5 6; do last=$(status -d 'email=nobody@example.com&password=wrong' "$URL/auth/login"); done
check login-limit 429 "$last"

check log-backend '' "$(compose "logs --since $began --no-color backend" | grep -iE 'error|exception' | grep -v 'uvicorn\.error')"
check log-nginx '' "$(compose "logs --since $began --no-color nginx" | grep -i error)"

query "DELETE FROM users WHERE id = $user" >/dev/null
((failures == 0))
