# 3.14 a text that holds a list is no list
#@ groups docs
filter id = "d2" | fields jsonParse(@message) as m | unnest m.list into n | display n
