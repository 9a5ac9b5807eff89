# 2.6 a map is shown as JSON text
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.user, m.obj, m.list, m.empty
