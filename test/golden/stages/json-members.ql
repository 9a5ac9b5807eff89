# Members of one map are read together, from the text; the map itself is in no column that anybody reads.
fields jsonParse(@message) as m
| display m.detail.group as task_group, m.detail.containers[0].name as first
| filter m.source = "aws.ecs"
