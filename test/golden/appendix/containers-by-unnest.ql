# Appendix A all containers of a task by jsonParse and unnest
filter `detail-type` = "ECS Task State Change"
| fields jsonParse(@message) as m
| unnest m.detail.containers into c
| display c.name, c.exitCode
