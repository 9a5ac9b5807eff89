# 3.8 json takes a value from text within a map
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | json field=m.str "in" as list | display list[0] as a, list
