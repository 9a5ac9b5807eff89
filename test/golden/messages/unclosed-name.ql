filter `detail-type = "ECS Task State Change"
| limit 5