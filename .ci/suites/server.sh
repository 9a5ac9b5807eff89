# Sourced by the suites: a server over a fresh data directory that ends with the suite, and words to say what is expected.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
server_pid=
cleanup() {
  if [ -n "$server_pid" ]; then kill -9 "$server_pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1 AWS_PAGER='' AWS_MAX_ATTEMPTS=1
export AWS_EC2_METADATA_DISABLED=true NO_PROXY=127.0.0.1
unset AWS_SESSION_TOKEN AWS_PROFILE

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# Leaves the server's address in AWS_ENDPOINT_URL, which new clients read, and in `url`. Arguments go to `shiplog serve`.
start_server() {
  : >"$work/serve.out"
  node bin/shiplog serve --data "$work/data" --port 0 "$@" >"$work/serve.out" 2>"$work/serve.err" &
  server_pid=$!
  for _ in $(seq 300); do
    url=$(grep -o 'http://[^ ]*' "$work/serve.out" || true)
    if [ -n "$url" ]; then
      export AWS_ENDPOINT_URL="$url"
      return
    fi
    kill -0 "$server_pid" 2>/dev/null || fail "the server ended: $(cat "$work/serve.err")"
    sleep 0.1
  done
  fail "the server did not start within thirty seconds"
}

stop_server() {
  kill -TERM "$server_pid"
  wait "$server_pid" || fail "the server did not end cleanly: $(cat "$work/serve.err")"
  server_pid=
  echo "ok  the server ends cleanly"
}

# The endpoint as a flag too: the older CLI of Debian does not read AWS_ENDPOINT_URL.
logs() { "${cli:-aws}" logs --endpoint-url "$url" --output json "$@"; }

# Whether this CLI is young enough to know an operation.
knows() { [[ "$("${cli:-aws}" logs "$1" 2>&1)" != *"Invalid choice"* ]]; }

# Runs a query over everything in a log group and prints its rows as a JSON list of objects.
query() { # GROUP QUERY
  local id answer status
  id=$(logs start-query --log-group-name "$1" --start-time 0 --end-time 4102444800 --query-string "$2" | jq -r .queryId)
  for _ in $(seq 300); do
    answer=$(logs get-query-results --query-id "$id")
    status=$(jq -r .status <<<"$answer")
    case "$status" in
      Complete)
        jq -c '[.results[] | map({(.field): .value}) | add]' <<<"$answer"
        return
        ;;
      Running | Scheduled) sleep 0.1 ;;
      *) fail "the query ended as $status: $2" ;;
    esac
  done
  fail "the query did not end: $2"
}

# Compares two texts; an assignment before it stops the script when its command fails, which an argument would not.
same() { # WHAT EXPECTED ACTUAL
  if [ "$2" != "$3" ]; then
    printf 'expected: %.2000s\nactual:   %.2000s\n' "$2" "$3" >&2
    fail "$1"
  fi
  echo "ok  $1"
}

# What a client prints must fail, and name this error of AWS.
refused() { # WHAT ERROR COMMAND...
  local what=$1 error=$2
  shift 2
  if "$@" >"$work/refusal" 2>&1; then fail "$what: it was accepted"; fi
  grep -q "($error)" "$work/refusal" || fail "$what: expected $error, got $(cat "$work/refusal")"
  echo "ok  $what is refused with $error"
}

# Python with boto3: the one in the path, or Debian's.
python_with_boto3() {
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import boto3' 2>/dev/null; then
      echo "$python"
      return
    fi
  done
  fail "no Python here has boto3; .ci/install-clients installs it"
}
