"""What Python programs do with the service: paginators, typed exceptions, polling, live tail. Old boto3 lacks some operations."""

import json
import sys
import threading
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

url = sys.argv[1]
config = Config(region_name="us-east-1", retries={"max_attempts": 1}, inject_host_prefix=False)
logs = boto3.client("logs", endpoint_url=url, config=config)
now = int(time.time() * 1000)
group, stream = "/interop/boto3", "one"
place = {"logGroupName": group, "logStreamName": stream}


def same(what, expected, actual):
    if expected != actual:
        sys.exit(f"FAILED: {what}\nexpected: {expected}\nactual:   {actual}")
    print(f"ok  {what}")


def refused(what, error, call, **arguments):
    """`error` is a name of client.exceptions: the type that programs catch."""
    try:
        call(**arguments)
    except getattr(logs.exceptions, error) as cause:
        same(f"{what} is refused with {error}", (400, error), (cause.response["ResponseMetadata"]["HTTPStatusCode"], cause.response["Error"]["Code"]))
        return
    sys.exit(f"FAILED: {what}: it was accepted")


def pages(operation, member, size, **arguments):
    found = [page[member] for page in logs.get_paginator(operation).paginate(PaginationConfig={"PageSize": size}, **arguments)]
    return [len(page) for page in found], [item for page in found for item in page]


def log_groups_and_streams():
    logs.create_log_group(logGroupName=group, tags={"team": "web"})
    for letter in "abc":
        logs.create_log_group(logGroupName=f"{group}/{letter}")
        logs.create_log_stream(logGroupName=group, logStreamName=letter)
    logs.create_log_stream(**place)
    sizes, groups = pages("describe_log_groups", "logGroups", 3, logGroupNamePrefix=group)
    same("log groups are paged", ([3, 1], group), (sizes, groups[0]["logGroupName"]))
    sizes, streams = pages("describe_log_streams", "logStreams", 3, logGroupName=group)
    same("log streams are paged", [3, 1], sizes)
    arn = groups[0]["arn"].removesuffix(":*")
    same("tags are listed", {"team": "web"}, logs.list_tags_for_resource(resourceArn=arn)["tags"])
    refused("a group that exists", "ResourceAlreadyExistsException", logs.create_log_group, logGroupName=group)
    refused("a group that is not there", "ResourceNotFoundException", logs.delete_log_group, logGroupName="/nope")


def events():
    lines = [{"timestamp": now - 60_000 + n, "message": json.dumps({"n": n, "text": f"línea {n} 🚀"})} for n in range(50)]
    answer = logs.put_log_events(**place, logEvents=lines)
    same("events are put", None, answer.get("rejectedLogEventsInfo"))
    found = []
    for page in logs.get_paginator("filter_log_events").paginate(
        logGroupName=group, filterPattern="{ $.n >= 10 }", PaginationConfig={"PageSize": 7}
    ):
        found += [event["message"] for event in page["events"]]
    same("a pattern finds them, page by page", [line["message"] for line in lines[10:]], found)
    same("every event has its id", 50, len({event["eventId"] for event in pages("filter_log_events", "events", 20, logGroupName=group)[1]}))
    first = logs.get_log_events(**place, startFromHead=True, limit=30)
    second = logs.get_log_events(**place, startFromHead=True, limit=30, nextToken=first["nextForwardToken"])
    end = logs.get_log_events(**place, startFromHead=True, limit=30, nextToken=second["nextForwardToken"])
    same("a stream is read to its end", ([30, 20, 0], True), ([len(page["events"]) for page in (first, second, end)], end["nextForwardToken"] == second["nextForwardToken"]))
    refused("events out of order", "InvalidParameterException", logs.put_log_events, **place, logEvents=lines[:2][::-1])


def queries():
    started = logs.start_query(logGroupName=group, startTime=now // 1000 - 3600, endTime=now // 1000 + 60, queryString="stats count(*) as n, max(n) as top")
    answer = {"status": "Scheduled"}
    while answer["status"] in ("Scheduled", "Running"):
        answer = logs.get_query_results(queryId=started["queryId"])
    row = {cell["field"]: cell["value"] for cell in answer["results"][0]}
    same("a query is polled to its end", ("Complete", {"n": "50", "top": "49"}), (answer["status"], row))
    same("statistics are numbers", 50.0, answer["statistics"]["recordsMatched"])
    refused("stopping what has ended", "InvalidParameterException", logs.stop_query, queryId=started["queryId"])
    try:
        logs.start_query(logGroupName=group, startTime=0, endTime=1, queryString="frobnicate")
    except logs.exceptions.MalformedQueryException as cause:
        same("a wrong query says where", {"startCharOffset": 0, "endCharOffset": 10}, cause.response["queryCompileError"]["location"])
    else:
        sys.exit("FAILED: a query that is none was accepted")


def live_tail():
    arn = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]["arn"].removesuffix(":*")
    session = logs.start_live_tail(logGroupIdentifiers=[arn])["responseStream"]
    kinds, seen = [], threading.Event()

    def put():
        while not seen.wait(0.2):
            logs.put_log_events(**place, logEvents=[{"timestamp": int(time.time() * 1000), "message": "live"}])

    thread = threading.Thread(target=put, daemon=True)
    thread.start()
    for event in session:
        kinds += event
        if event.get("sessionUpdate", {}).get("sessionResults"):
            break
    seen.set()
    thread.join()
    session.close()
    same("a live tail starts and brings what is put", ("sessionStart", "sessionUpdate"), (kinds[0], kinds[-1]))


def neighbours():
    """Old versions ask CloudWatch in XML, new ones in JSON."""
    def client(name, **more):
        return boto3.client(name, endpoint_url=url, config=config, **more)

    same("CloudWatch has no metrics", [], client("cloudwatch").list_metrics(Namespace="AWS/Billing")["Metrics"])
    try:
        client("cloudwatch").describe_alarms()
        sys.exit("FAILED: alarms are described")
    except ClientError as cause:
        same("alarms are refused", "InvalidAction", cause.response["Error"]["Code"])
    same("STS knows the account", "000000000000", client("sts").get_caller_identity()["Account"])
    same("EC2 knows the Region", ["us-east-1"], [region["RegionName"] for region in client("ec2").describe_regions()["Regions"]])
    entry = {"Source": "my.app", "DetailType": "Done", "Detail": '{"n": 1}', "EventBusName": "interop"}
    answer = client("events").put_events(Entries=[entry, {**entry, "Detail": "none"}])
    same("events are put, but the malformed one", (1, "MalformedDetail"), (answer["FailedEntryCount"], answer["Entries"][1]["ErrorCode"]))
    found = logs.filter_log_events(logGroupName="/aws/events/interop")["events"]
    same("what was put is found", [answer["Entries"][0]["EventId"]], [json.loads(event["message"])["id"] for event in found])


def what_is_not_there():
    same("there are no subscription filters", [], pages("describe_subscription_filters", "subscriptionFilters", 50, logGroupName=group)[1])
    refused("a subscription filter", "InvalidOperationException", logs.put_subscription_filter, logGroupName=group, filterName="f", filterPattern="", destinationArn="arn:aws:lambda:us-east-1:000000000000:function:f")
    refused("an export task", "InvalidParameterException", logs.create_export_task, logGroupName=group, fromTime=0, to=1, destination="bucket")
    refused("deleting a metric filter", "ResourceNotFoundException", logs.delete_metric_filter, logGroupName=group, filterName="f")
    logs.delete_log_group(logGroupName=group)
    refused("a group that is gone", "ResourceNotFoundException", logs.describe_log_streams, logGroupName=group)


log_groups_and_streams()
events()
queries()
if hasattr(logs, "start_live_tail"):
    live_tail()
neighbours()
what_is_not_there()
