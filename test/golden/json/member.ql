# 4.5 a map of jsonParse is walked by key
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.user.id, m.user.name, m.id as event
