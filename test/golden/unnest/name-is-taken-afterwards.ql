# 3.33 the new name is taken
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.list into n | fields m.id as n
