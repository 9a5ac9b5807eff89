# 1.3 a number as part of the path is an index as well (inferred)
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.list.0 as a, m.nested.1.k as k
