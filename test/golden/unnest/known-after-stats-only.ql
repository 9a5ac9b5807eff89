# 3.7 the item is gone after stats
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.list into n | stats count(*) as c | filter n = 1
