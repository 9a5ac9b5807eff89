# App. A: containers by position, tasks by a part of their ARN.
filter detail.lastStatus = "STOPPED" and resources.0 like "task/prod"
| fields detail.containers.1.name as name, detail.containers.1.exitCode as code, `detail-type` as type
