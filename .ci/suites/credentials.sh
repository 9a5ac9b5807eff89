#!/usr/bin/env bash
# A server with credentials: signatures of the AWS command line and of boto3 are verified, roles decide, and what is wrong is
# refused as AWS refuses it.
source "$(dirname "$0")/server.sh"

cat >"$work/credentials.json" <<'JSON'
{
  "accessKeys": [
    { "id": "INTEROPADMIN", "secret": "admin-secret-of-the-suite/+=", "name": "ada", "role": "admin" },
    { "id": "INTEROPREAD", "secret": "read-secret-of-the-suite/+=", "name": "rea", "role": "read" },
    { "id": "INTEROPWRITE", "secret": "write-secret-of-the-suite/+=", "name": "wim", "role": "ingest" }
  ]
}
JSON
chmod 600 "$work/credentials.json"
start_server --credentials "$work/credentials.json"

as() { # KEY-ID SECRET COMMAND...
  AWS_ACCESS_KEY_ID=$1 AWS_SECRET_ACCESS_KEY=$2 "${@:3}"
}
admin() { as INTEROPADMIN admin-secret-of-the-suite/+= "$@"; }
reader() { as INTEROPREAD read-secret-of-the-suite/+= "$@"; }
writer() { as INTEROPWRITE write-secret-of-the-suite/+= "$@"; }

place=(--log-group-name /interop/keys --log-stream-name 'a stream & more')
refused "a key that nobody has" UnrecognizedClientException as NOBODYSKEY any-secret-will-do-here logs describe-log-groups
refused "a wrong secret" InvalidSignatureException as INTEROPADMIN not-the-secret-of-the-suite logs describe-log-groups
writer logs create-log-group --log-group-name /interop/keys
writer logs create-log-stream "${place[@]}"
writer logs put-log-events "${place[@]}" --log-events timestamp="$(date +%s)000",message='höchst signiert' >/dev/null
refused "reading by who may write" AccessDeniedException writer logs filter-log-events --log-group-name /interop/keys
actual=$(reader logs filter-log-events --log-group-name /interop/keys | jq -r '.events[].message')
same "who may read reads what was signed" 'höchst signiert' "$actual"
refused "deleting by who may read" AccessDeniedException reader logs delete-log-group --log-group-name /interop/keys
admin logs delete-log-group --log-group-name /interop/keys
actual=$(admin logs describe-log-groups | jq -c .logGroups)
same "who administers may do all" '[]' "$actual"

actual=$(node -e 'fetch(process.argv[1]).then(({ status }) => console.log(status))' "$url/api/v1/status")
same "our own API asks for a token" 401 "$actual"
python=$(python_with_boto3)
admin "$python" .ci/suites/boto3_suite.py "$url" | tail -1
if grep -q 'secret-of-the-suite' "$work/serve.err" "$work/serve.out"; then fail "a secret stands in the log"; fi
echo "ok  no secret stands in the log"
stop_server
