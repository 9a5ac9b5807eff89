# 3.14 one row per item, in the order of the list; other columns are copied
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.list into n | display n, m.id
