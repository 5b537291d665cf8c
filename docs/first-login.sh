#!/usr/bin/env bash
# One person's story against a running server: register, enrol an authenticator app and lookup secrets, log in again,
# be told that aal2 is required, step up, confirm by password once more. Ends with the session as whoami answers it.
# Needs bash and curl. The code of the authenticator app is computed by the jar, if it was built, or by $TOTP_COMMAND.
#
#   docs/first-login.sh [public URL]            default http://localhost:4433
set -euo pipefail

public=${1:-http://localhost:4433}
here=$(cd "$(dirname "$0")/.." && pwd)
email="ada.$(date +%s).$$@example.org"
password="correct horse battery $RANDOM$RANDOM staple"

say() { printf '\n== %s\n' "$*" >&2; }
die() { printf 'first-login: %s\n' "$*" >&2; exit 1; }

# call METHOD PATH [curl options]: sets $status and $body.
call() {
  local method=$1 path=$2
  shift 2
  local answer
  answer=$(curl -sS -X "$method" -H 'Accept: application/json' -w '\n%{http_code}' "$@" "$public$path") ||
    die "no answer from $public: is the server running? (./mvnw spring-boot:run)"
  status=${answer##*$'\n'}
  body=${answer%$'\n'*}
}

expect() { [ "$status" = "$1" ] || die "expected HTTP $1 but got $status: $body"; }

# first KEY: the first string value of a key in $body. Enough for the flat facts that are needed here.
first() { printf '%s' "$body" | tr -d '\n' | grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }

submit() { # submit KIND FLOW JSON [token]
  local token=${4:-}
  call POST "/self-service/$1?flow=$2" -H 'Content-Type: application/json' ${token:+-H "X-Session-Token: $token"} -d "$3"
}

begin() { # begin KIND QUERY [token]: sets $flow
  local token=${3:-}
  call GET "/self-service/$1/api$2" ${token:+-H "X-Session-Token: $token"}
  expect 200
  flow=$(first id)
}

java_of() {
  local candidate
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    if [ -x "$candidate" ] && "$candidate" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])'; then
      printf '%s' "$candidate"
      return
    fi
  done
  die 'no Java 25 or newer found to compute the code of the authenticator app'
}

# RFC 6238 with SHA-1, six digits and 30 seconds, for a server that runs without a jar beside it.
totp_by_openssl() {
  local key counter mac offset
  key=$(printf '%s' "$1" | base32 -d | od -An -tx1 | tr -d ' \n')
  counter=$(printf '%016x' $(($(date +%s) / 30)) | sed 's/../\\x&/g')
  mac=$(printf "$counter" | openssl dgst -sha1 -mac HMAC -macopt "hexkey:$key" | sed 's/.* //')
  offset=$((16#${mac: -1} * 2))
  printf '%06d\n' $(((16#${mac:offset:8} & 0x7fffffff) % 1000000))
}

totp() {
  if [ -n "${TOTP_COMMAND:-}" ]; then
    $TOTP_COMMAND "$1"
  elif [ -f "$here/target/bonafide.jar" ]; then
    "$(java_of)" -jar "$here/target/bonafide.jar" totp "$1"
  elif command -v openssl >/dev/null && command -v base32 >/dev/null; then
    totp_by_openssl "$1"
  else
    die 'build the jar first (./mvnw package), or set TOTP_COMMAND to something that prints the code for a secret'
  fi
}

say "register $email"
begin registration ''
submit registration "$flow" "{\"method\":\"password\",\"password\":\"$password\",\"traits\":{\"email\":\"$email\"}}"
expect 200
token=$(first session_token)
[ -n "$token" ] || die "registration gave no session: $body"

say 'enrol an authenticator app'
begin settings '' "$token"
secret=$(printf '%s' "$body" | grep -o '"secret":"[A-Z2-7]*"' | head -n 1 | cut -d'"' -f4)
[ -n "$secret" ] || die "the settings flow shows no secret: $body"
submit settings "$flow" "{\"method\":\"totp\",\"totp_code\":\"$(totp "$secret")\"}" "$token"
expect 200

say 'make twelve lookup secrets and confirm them'
begin settings '' "$token"
submit settings "$flow" '{"method":"lookup_secret","lookup_secret_regenerate":true}' "$token"
expect 200
lookup=$(printf '%s' "$body" | grep -o '"secret":"[a-z0-9]\{8\}"' | head -n 1 | cut -d'"' -f4)
[ -n "$lookup" ] || die "no lookup secrets shown: $body"
submit settings "$flow" '{"method":"lookup_secret","lookup_secret_confirm":true}' "$token"
expect 200

say 'log out'
call DELETE /self-service/logout/api -H 'Content-Type: application/json' -d "{\"session_token\":\"$token\"}"
expect 204

say 'log in with the password'
begin login ''
submit login "$flow" "{\"method\":\"password\",\"identifier\":\"$email\",\"password\":\"$password\"}"
expect 200
token=$(first session_token)

say 'whoami asks for a second factor'
call GET /sessions/whoami -H "X-Session-Token: $token"
expect 403
printf '%s\n' "$body" | cut -c1-200 >&2

say 'step up with a lookup secret'
begin login '?aal=aal2' "$token"
submit login "$flow" "{\"method\":\"lookup_secret\",\"lookup_secret\":\"$lookup\"}" "$token"
expect 200
token=$(first session_token)

say 'the same secret again is refused'
begin login '?aal=aal2&refresh=true' "$token"
submit login "$flow" "{\"method\":\"lookup_secret\",\"lookup_secret\":\"$lookup\"}" "$token"
expect 400

say 'confirm by password'
begin login '?refresh=true&aal=aal1' "$token"
submit login "$flow" "{\"method\":\"password\",\"identifier\":\"$email\",\"password\":\"$password\"}" "$token"
expect 200
token=$(first session_token)

say 'whoami: password, lookup_secret, password at aal2'
call GET /sessions/whoami -H "X-Session-Token: $token"
expect 200
methods=$(printf '%s' "$body" | grep -o '"method":"[a-z_]*"' | cut -d'"' -f4 | tr '\n' ' ')
[ "$methods" = 'password lookup_secret password ' ] || die "unexpected methods: $methods"
[ "$(first authenticator_assurance_level)" = aal2 ] || die "unexpected level: $body"
printf '%s\n' "$body"
