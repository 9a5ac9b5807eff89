#!/usr/bin/env bash
# The lines of docs/clients.md do what the page says: those for the command line, Python and JavaScript are run as they stand.
source "$(dirname "$0")/server.sh"
start_server

# The first block of a language under a heading, with this server's address.
block() { # HEADING LANGUAGE
  awk -v heading="## $1" -v fence="\`\`\`$2" '
    /^## / { inside = $0 == heading }
    inside && $0 == fence { printing = 1; next }
    printing && $0 == "```" { exit }
    printing' docs/clients.md | sed "s#http://127.0.0.1:7410#$url#g"
}

block "AWS CLI" sh >"$work/lines.sh"
bash -e -O expand_aliases "$work/lines.sh" >"$work/lines.out"
grep -q '"message": "hello"' "$work/lines.out" || fail "the lines for the AWS CLI found no event: $(cat "$work/lines.out")"
grep -q '"statistics"' "$work/lines.out" || fail "the lines for the AWS CLI polled no query: $(cat "$work/lines.out")"
echo "ok  the lines for the AWS CLI"

block Python python >"$work/lines.py"
actual=$("$(python_with_boto3)" "$work/lines.py")
same "the lines for Python" "hello
[[{'field': 'n', 'value': '1'}]]
{'startCharOffset': 0, 'endCharOffset': 10}" "$actual"

actual=$(block JavaScript js | node --input-type=module)
grep -q "value: 'hello'" <<<"$actual" || fail "the lines for JavaScript: $actual"
echo "ok  the lines for JavaScript"
stop_server
