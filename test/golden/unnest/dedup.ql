# 3.9 dedup of items keeps the first
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.nested into n | dedup m.id | limit 5
