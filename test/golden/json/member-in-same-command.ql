# 3.1, quirk 25 a member of a map made in the same command is null
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m, m.id as a, m.list[0] as b | display a, b, m.id as c
