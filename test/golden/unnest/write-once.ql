# 3.33 the new name must be new
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.list into m
