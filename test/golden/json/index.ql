# 1.3 items of lists are counted from 0
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.list[0] as a, m.list[2] as c, m.nested[1].k as k, m.nested[0].tags[1] as t
