#!/usr/bin/env bash
# boto3: paginators, typed exceptions, live tail. The expectations are in boto3_suite.py.
source "$(dirname "$0")/server.sh"
start_server
"$(python_with_boto3)" .ci/suites/boto3_suite.py "$url"
stop_server
