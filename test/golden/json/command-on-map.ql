# 3.8 json takes a value from a map
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | json field=m "user" as u | display u.name, u
