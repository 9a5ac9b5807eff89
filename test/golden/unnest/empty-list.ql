# 3.14 an empty list leaves no row
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.empty into n | display n
