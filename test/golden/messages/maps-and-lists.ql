fields jsonParse(@message) as m
| filter m["key"] = 1 and m.list[first].name = "x"
| unnest m.list as item
| json "detail.group" as owner
| expand split(owner, ":")
| parse @message logfmt