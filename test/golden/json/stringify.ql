# 4.5 jsonStringify gives the text of a map or list
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display jsonStringify(m.user) as a, strlen(jsonStringify(m.list)) as b, jsonStringify(m.id) as c, jsonStringify(id) as d, jsonParse(jsonStringify(m.obj)).a as e
