# 3.14 items that are maps have members
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.nested into n | display n.k, n.tags, n
