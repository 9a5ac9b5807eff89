# 3.14 two lists give every pair
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.list into a | unnest m.nested[0].tags into b | filter a < 3 | display a, b
