filter `detail-type` = "ECS Service Action"
| count(*) as n by detail.eventName