# 3.14 a path with an index
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.nested[0].tags into t | display t
