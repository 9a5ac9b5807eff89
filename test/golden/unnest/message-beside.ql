# 3.14 fields of the event stay beside the items
#@ groups docs
filter id = "d1" | fields jsonParse(str) as s | unnest s.in into n | display n, id, @message
