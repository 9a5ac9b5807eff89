# 5.3 rows of items are no events
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.list into n | stats count(*) as rows, sum(n) as s
