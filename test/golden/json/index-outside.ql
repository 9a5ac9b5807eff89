# 1.3 an index beyond the list gives null
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.list[3] as a, m.nested[0].tags[9] as b
