# 4.7 members are text to functions on strings
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display strlen(m.user.name) as a, concat(m.user.id, "/", m.ok) as b, toupper(m.user.`user.id`) as c
