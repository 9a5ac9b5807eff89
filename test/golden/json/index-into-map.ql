# 1.3 an index is for lists: a map with the key "0" has no item 0
#@ groups docs
filter id = "d2" | fields jsonParse(@message) as m | display m.odd[0] as item, m.odd.`0` as key
