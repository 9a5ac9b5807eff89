#!/usr/bin/env bash
# The operations that people use from a shell, each by the AWS command line: what it prints is what they would see. The
# argument is the command line to take, `aws` by default: version 1 and version 2 differ in what they know.
cli=${1:-aws}
source "$(dirname "$0")/server.sh"
start_server
"$cli" --version

group=/interop/cli
day=86400000
now=$(($(date +%s) * 1000))

# --- log groups and streams
logs create-log-group --log-group-name "$group" --tags team=web
refused "a group that exists" ResourceAlreadyExistsException logs create-log-group --log-group-name "$group"
logs create-log-stream --log-group-name "$group" --log-stream-name one
logs create-log-stream --log-group-name "$group" --log-stream-name two
actual=$(logs describe-log-streams --log-group-name "$group" --query 'logStreams[].logStreamName' | jq -c .)
same "streams are described" '["one","two"]' "$actual"
logs delete-log-stream --log-group-name "$group" --log-stream-name two
actual=$(logs describe-log-streams --log-group-name "$group" --query 'length(logStreams)')
same "a stream is deleted" 1 "$actual"

# --- retention, tags
logs put-retention-policy --log-group-name "$group" --retention-in-days 30
actual=$(logs describe-log-groups --log-group-name-prefix "$group" | jq -c '.logGroups[0] | [.logGroupName, .retentionInDays, .arn]')
arn=arn:aws:logs:us-east-1:000000000000:log-group:$group
same "name, retention and ARN are described" "[\"$group\",30,\"$arn:*\"]" "$actual"
refused "a retention that AWS does not have" InvalidParameterException \
  logs put-retention-policy --log-group-name "$group" --retention-in-days 31
logs delete-retention-policy --log-group-name "$group"
actual=$(logs describe-log-groups --log-group-name-prefix "$group" --query 'logGroups[0].retentionInDays')
same "retention is deleted" null "$actual"
logs tag-resource --resource-arn "$arn" --tags stage=test,owner=me
logs untag-resource --resource-arn "$arn" --tag-keys owner
actual=$(logs list-tags-for-resource --resource-arn "$arn" | jq -cS .tags)
same "tags are put, taken and listed" '{"stage":"test","team":"web"}' "$actual"

# --- events: put, filter, get
jq -nc --argjson from "$((now - day / 2))" \
  '[range(60) | {timestamp: ($from + . * 1000), message: ({level: (if . % 10 == 0 then "ERROR" else "INFO" end), count: .} | tojson)}]' >"$work/lines.json"
actual=$(logs put-log-events --log-group-name "$group" --log-stream-name one --log-events "file://$work/lines.json" | jq -c 'has("rejectedLogEventsInfo")')
same "sixty events are put and none rejected" false "$actual"
refused "a stream that is not there" ResourceNotFoundException \
  logs put-log-events --log-group-name "$group" --log-stream-name nope --log-events timestamp="$now",message=x
actual=$(logs filter-log-events --log-group-name "$group" --filter-pattern '{ $.level = "ERROR" && $.count > 20 }' | jq -c '[.events[].message | fromjson | .count]')
same "a JSON pattern finds its events" '[30,40,50]' "$actual"
actual=$(logs filter-log-events --log-group-name "$group" --filter-pattern 'ERROR' --page-size 7 | jq '.events | length')
same "a term finds its events, page by page" 6 "$actual"
actual=$(logs filter-log-events --log-group-name "$group" --max-items 10 | jq -c '[(.events | length), has("NextToken")]')
same "the CLI stops at its own limit and can go on" '[10,true]' "$actual"
refused "a wrong pattern" InvalidParameterException \
  logs filter-log-events --log-group-name "$group" --filter-pattern '{ $.level = '
page=$(logs get-log-events --log-group-name "$group" --log-stream-name one --start-from-head --limit 50)
token=$(jq -r .nextForwardToken <<<"$page")
page=$(logs get-log-events --log-group-name "$group" --log-stream-name one --start-from-head --limit 50 --next-token "$token")
last=$(jq -r .nextForwardToken <<<"$page")
actual=$(jq '.events | length' <<<"$page")
same "the second page of a stream has the rest" 10 "$actual"
actual=$(logs get-log-events --log-group-name "$group" --log-stream-name one --start-from-head --limit 50 --next-token "$last" | jq -r .nextForwardToken)
same "the end of a stream repeats its token" "$last" "$actual"

# --- tail: first what is there, then what comes; version 1 has no such command
if knows tail; then
  actual=$("$cli" logs tail "$group" --endpoint-url "$url" --since 1d --format short | wc -l)
  same "tail prints what is there" 60 "$actual"
  "$cli" logs tail "$group" --endpoint-url "$url" --since 1s --follow >"$work/tail.out" 2>&1 &
  tail_pid=$!
  for _ in $(seq 60); do
    logs put-log-events --log-group-name "$group" --log-stream-name one --log-events timestamp="$(date +%s)000",message=followed >/dev/null
    if grep -q followed "$work/tail.out"; then break; fi
    sleep 0.3
  done
  kill "$tail_pid" && wait "$tail_pid" 2>/dev/null || true
  grep -q followed "$work/tail.out" || fail "tail --follow did not print what came: $(cat "$work/tail.out")"
  echo "ok  tail --follow prints what comes"
fi

# --- queries
actual=$(query "$group" 'filter level = "ERROR" | stats count(*) as n' | jq -r '.[0].n')
same "a query counts" 6 "$actual"
id=$(logs start-query --log-group-names "$group" --start-time 0 --end-time 4102444800 --query-string 'fields @message | limit 1' | jq -r .queryId)
for _ in $(seq 100); do
  row=$(logs get-query-results --query-id "$id")
  [ "$(jq -r .status <<<"$row")" != Complete ] || break
done
pointer=$(jq -r '.results[0][] | select(.field == "@ptr") | .value' <<<"$row")
actual=$(logs get-log-record --log-record-pointer "$pointer" | jq -r '.logRecord["@logStream"]')
same "a pointer leads to its event" one "$actual"
refused "stopping what has ended" InvalidParameterException logs stop-query --query-id "$id"
refused "a query that is not there" ResourceNotFoundException logs get-query-results --query-id 00000000-0000-0000-0000-000000000000
actual=$(logs describe-queries --log-group-name "$group" --query 'queries[].status' | jq -c 'unique')
same "queries are described" '["Complete"]' "$actual"
actual=$(logs get-log-group-fields --log-group-name "$group" | jq -c '[.logGroupFields[] | select(.name == "level") | .percent > 50]')
same "fields are found" '[true]' "$actual"

# --- saved queries
saved=$(logs put-query-definition --name ops/errors --query-string 'filter level = "ERROR"' --log-group-names "$group" | jq -r .queryDefinitionId)
logs put-query-definition --query-definition-id "$saved" --name ops/errors --query-string 'stats count(*)' >/dev/null
actual=$(logs describe-query-definitions --query-definition-name-prefix ops/ | jq -c '[.queryDefinitions[] | [.name, .queryString, (.logGroupNames | length)]]')
same "a saved query is replaced as a whole, and read at once" '[["ops/errors","stats count(*)",0]]' "$actual"
logs delete-query-definition --query-definition-id "$saved" >/dev/null
refused "a saved query that is gone" ResourceNotFoundException logs delete-query-definition --query-definition-id "$saved"

# --- what is younger than some command lines
if knows put-index-policy; then
  logs put-index-policy --log-group-identifier "$group" --policy-document '{"Fields":["level"]}' >/dev/null
  actual=$(logs describe-index-policies --log-group-identifiers "$group" | jq -c '[.indexPolicies[].policyDocument | fromjson | .Fields[]]')
  same "an index policy is described" '["level"]' "$actual"
  logs delete-index-policy --log-group-identifier "$group"
fi
if knows create-lookup-table; then
  printf 'id,owner\n1,Ada\n2,Eva\n' >"$work/owners.csv"
  table=$(logs create-lookup-table --lookup-table-name owners --table-body "file://$work/owners.csv" | jq -r .lookupTableArn)
  actual=$(logs get-lookup-table --lookup-table-arn "$table" | jq -r .tableBody)
  same "a lookup table comes back as it was given" "$(cat "$work/owners.csv")" "$actual"
  logs delete-lookup-table --lookup-table-arn "$table"
fi
if knows create-scheduled-query; then
  schedule=(--query-language CWLI --query-string 'stats count(*)' --schedule-expression 'rate(1 hour)'
    --execution-role-arn arn:aws:iam::000000000000:role/any)
  planned=$(logs create-scheduled-query --name hourly --log-group-identifiers "$group" "${schedule[@]}" | jq -r .scheduledQueryArn)
  actual=$(logs get-scheduled-query --identifier "$planned" | jq -r .queryString)
  same "a scheduled query is read back" 'stats count(*)' "$actual"
  actual=$(logs list-scheduled-queries | jq '.scheduledQueries | length')
  same "scheduled queries are listed" 1 "$actual"
  logs delete-scheduled-query --identifier "$planned" >/dev/null
fi

# --- the neighbours
neighbour() { "$cli" "$@" --endpoint-url "$url" --output json; }
actual=$(neighbour sts get-caller-identity | jq -c '[.Account, .Arn]')
same "the caller has an account and a name" '["000000000000","arn:aws:iam::000000000000:user/local"]' "$actual"
actual=$(neighbour cloudwatch list-metrics --namespace AWS/Billing | jq -c .Metrics)
same "there are no metrics" '[]' "$actual"
actual=$(neighbour ec2 describe-regions | jq -c '[.Regions[].RegionName]')
same "there is one Region" '["us-east-1"]' "$actual"
actual=$(neighbour events put-events --entries 'Source=my.app,DetailType=Done,EventBusName=cli,Detail="{\"n\":1}"' 'Source=my.app,DetailType=Done' | jq -c '[.FailedEntryCount, .Entries[1].ErrorCode]')
same "events are put, but the one without detail" '[1,"InvalidArgument"]' "$actual"
actual=$(query /aws/events/cli 'fields source, detail.n' | jq -c 'map(del(."@ptr"))')
same "what was put is found" '[{"source":"my.app","detail.n":"1"}]' "$actual"

# --- what is refused, and what truly is not there
refused "a metric filter" InvalidOperationException logs put-metric-filter --log-group-name "$group" --filter-name f \
  --filter-pattern '' --metric-transformations metricName=m,metricNamespace=n,metricValue=1
actual=$(logs describe-metric-filters --log-group-name "$group" | jq -c .)
same "there are no metric filters" '{"metricFilters":[]}' "$actual"
logs delete-log-group --log-group-name "$group"
refused "a group that is gone" ResourceNotFoundException logs describe-log-streams --log-group-name "$group"
stop_server
