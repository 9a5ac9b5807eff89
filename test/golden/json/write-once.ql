# 3.33 a map is a name like any other
#@ groups docs
fields jsonParse(@message) as m | fields jsonParse(str) as m
