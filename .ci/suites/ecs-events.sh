#!/usr/bin/env bash
# The AWS command line creates a group, puts ECS events and queries them; jq counts the same events in the file and must
# agree. Then the server is killed right after an acknowledged put, and nothing may be missing.
source "$(dirname "$0")/server.sh"

group=/interop/ecs
stream=events

# Four hundred simulated events of one day, as one put may hold; deliveries that Shiplog would recognise as duplicates left out.
node bin/shiplog demo --events 2000 --seed 7 --write "$work/fleet.ndjson"
jq -cs 'unique_by(.id) | unique_by([.resources[0], (.detail.version // .id)]) | sort_by(.time)
  | (.[-1].time | fromdateiso8601) as $last | map(select((.time | fromdateiso8601) > $last - 80000)) | .[-400:]' \
  "$work/fleet.ndjson" >"$work/events.json"
put_file() { # FROM TO FILE: events FROM..TO-1 as the argument of put-log-events
  jq -c ".[$1:$2] | map({timestamp: (.time | fromdateiso8601 * 1000), message: tojson})" "$work/events.json" >"$3"
}

[ "$(jq length "$work/events.json")" = 400 ] || fail "the simulated day has only $(jq length "$work/events.json") events"

start_server
logs create-log-group --log-group-name "$group"
logs create-log-stream --log-group-name "$group" --log-stream-name "$stream"
actual=$(logs describe-log-groups --log-group-name-prefix /interop | jq -r '.logGroups[0].logGroupName')
same "the group is described" "$group" "$actual"

put_file 0 300 "$work/first.json"
logs put-log-events --log-group-name "$group" --log-stream-name "$stream" --log-events "file://$work/first.json" >/dev/null

actual=$(query "$group" 'stats count(*) as n' | jq -r '.[0].n')
same "every event is found" 300 "$actual"

expected=$(jq -cS '.[:300] | group_by(."detail-type") | map({(.[0]."detail-type"): length}) | add' "$work/events.json")
actual=$(query "$group" 'stats count(*) as n by `detail-type`' | jq -cS 'map({(."detail-type"): (.n | tonumber)}) | add')
same "counts by detail-type agree with jq" "$expected" "$actual"

expected=$(jq -c '.[:300] | map(select(.detail.desiredStatus == "STOPPED") | .detail.taskArn) | unique' "$work/events.json")
actual=$(query "$group" 'filter detail.desiredStatus = "STOPPED" | stats count(*) by detail.taskArn' | jq -c 'map(."detail.taskArn") | sort')
same "tasks that were told to stop agree with jq" "$expected" "$actual"

refused "a wrong query" MalformedQueryException \
  logs start-query --log-group-name "$group" --start-time 0 --end-time 4102444800 --query-string 'nonsense'

put_file 300 400 "$work/second.json"
logs put-log-events --log-group-name "$group" --log-stream-name "$stream" --log-events "file://$work/second.json" >/dev/null
kill -9 "$server_pid"
wait "$server_pid" 2>/dev/null || true
start_server
actual=$(query "$group" 'stats count(*) as n' | jq -r '.[0].n')
same "kill -9 after an acknowledged put loses nothing" 400 "$actual"

logs put-log-events --log-group-name "$group" --log-stream-name "$stream" --log-events "file://$work/second.json" >/dev/null
actual=$(query "$group" 'stats count(*) as n' | jq -r '.[0].n')
same "a repeated put doubles nothing" 400 "$actual"

stop_server
